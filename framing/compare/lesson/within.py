"""Two passages of one text that differ in how they tell: for a sheet on one article, or with little in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from framing.compare.lesson.articles import LessonArticles, reporting
from framing.compare.lesson.pair import PassagePair
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.shown import HURT_KINDS
from framing.extract.numbers import NumberMention
from framing.extract.numbers.features import is_counted
from framing.extract.wording import WordingMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.records.article import Span
from framing.records.mention import Mention

M = TypeVar("M", bound=Mention)
FIRST = 4
"""Rows of each kind that are tried, so that one is found whose passage no other question cites."""


@dataclass(frozen=True, kw_only=True)
class CuesWithin(PassagePair):
    """A plain reporting word and one that adds something; `lemmas` words in `statements` reported statements."""

    cues: tuple[AttributionMention, AttributionMention]
    lemmas: int
    statements: int


@dataclass(frozen=True, kw_only=True)
class QuotedWithin(PassagePair):
    """Words quoted and words retold; `quoted` of `statements` reported statements stand in quotation marks."""

    speakers: tuple[str, str]
    quoted: int
    statements: int


@dataclass(frozen=True, kw_only=True)
class DoersWithin(PassagePair):
    """A doer named and none named; `named` of `mentions` mentions of dead or hurt people name one."""

    casualties: tuple[CasualtyMention, CasualtyMention]
    named: int
    mentions: int


@dataclass(frozen=True, kw_only=True)
class FiguresWithin(PassagePair):
    """A figure that somebody gives and one of the text itself; somebody gives `cited` of `figures`."""

    quantities: tuple[NumberMention, NumberMention]
    cited: int
    figures: int


@dataclass(frozen=True, kw_only=True)
class WordsWithin(PassagePair):
    """A word that makes more of something and one that holds back, as `written`, and how many of each."""

    category: str
    written: tuple[str, str]
    strong: int
    held: int


def pairs(articles: LessonArticles) -> Iterator[PassagePair]:
    """For each article: reporting words, quoted and retold words, doers, and figures that differ in kind."""
    for article_id in articles.articles:
        said = [
            row for row in _of_body(articles, "attribution", AttributionMention, article_id) if row.cue_text
        ]
        yield from _reporting_words(articles, said)
        yield from _quoted_and_retold(articles, said)
        yield from _doers(articles, _of_body(articles, "casualty", CasualtyMention, article_id))
        yield from _figures(articles, _of_body(articles, "numbers", NumberMention, article_id))
        yield from _words(articles, _of_body(articles, "wording", WordingMention, article_id))


def _of_body(articles: LessonArticles, family: str, model: type[M], article_id: str) -> list[M]:
    rows = articles.rows(family, model)
    return [row for row in rows if row.article_id == article_id and row.region != "title"]


def _reporting_words(articles: LessonArticles, rows: Sequence[AttributionMention]) -> Iterator[CuesWithin]:
    named = [row for row in rows if row.speaker_text]
    plain = [row for row in named if CUE_GROUPS.get(row.cue_class) == "plain"]
    coloured = [row for row in named if CUE_GROUPS.get(row.cue_class) in ("doubt", "weight")]
    for one, other in _apart(plain, coloured):
        yield CuesWithin(
            kind="within",
            passages=(articles.cite(one, reporting(one)), articles.cite(other, reporting(other))),
            topic=f"cues:{one.article_id}",
            asks=("cues", one.article_id),
            weight=0.34,
            cues=(one, other),
            lemmas=len({row.cue_lemma for row in rows if row.cue_lemma}),
            statements=len(rows),
        )


def _quoted_and_retold(
    articles: LessonArticles, rows: Sequence[AttributionMention]
) -> Iterator[QuotedWithin]:
    direct = [row for row in rows if row.directness == "direct" and row.speaker_text]
    indirect = [row for row in rows if row.directness == "indirect" and row.speaker_text]
    for one, other in _apart(direct, indirect):
        yield QuotedWithin(
            kind="within",
            passages=(articles.cite(one, reporting(one)), articles.cite(other, reporting(other))),
            topic=f"quoted:{one.article_id}",
            asks=("quoted", one.article_id),
            weight=0.28,
            speakers=(one.speaker_text, other.speaker_text),
            quoted=len(direct),
            statements=len(rows),
        )


def _doers(articles: LessonArticles, rows: Sequence[CasualtyMention]) -> Iterator[DoersWithin]:
    told = [row for row in rows if row.kind in HURT_KINDS and row.factuality == "asserted"]
    named = [row for row in told if row.agent_text]
    bare = [row for row in told if not row.agent_text and row.construction != "other" and row.victim_text]
    for one, other in _apart(named, bare):
        yield DoersWithin(
            kind="within",
            passages=(
                articles.cite(one, (*one.agent_spans, _trigger(one))),
                articles.cite(other, (_trigger(other),)),
            ),
            topic=f"doers:{one.article_id}",
            asks=("doers", one.article_id),
            weight=0.36,
            casualties=(one, other),
            named=len(named),
            mentions=len(told),
        )


def _trigger(row: CasualtyMention) -> Span:
    return Span(row.trigger_start, row.trigger_end)


def _figures(articles: LessonArticles, rows: Sequence[NumberMention]) -> Iterator[FiguresWithin]:
    counted = [row for row in rows if is_counted(row)]
    shown = [row for row in counted if row.kind in ("people", "thing", "other", "money")]
    said = [row for row in shown if row.attribution_id and row.speaker_text]
    flat = [row for row in shown if not row.attribution_id]
    for one, other in _apart(said, flat):
        yield FiguresWithin(
            kind="within",
            passages=(articles.cite(one), articles.cite(other)),
            topic=f"figures:{one.article_id}",
            asks=("figures", one.article_id),
            weight=0.26,
            quantities=(one, other),
            cited=sum(bool(row.attribution_id) for row in counted),
            figures=len(counted),
        )


def _words(articles: LessonArticles, rows: Sequence[WordingMention]) -> Iterator[WordsWithin]:
    own = [row for row in rows if not row.inside_quote]
    strong = [row for row in own if row.category in ("loaded", "booster")]
    held = [row for row in own if row.category == "hedge"]
    for one, other in _apart(strong, held):
        yield WordsWithin(
            kind="within",
            passages=(articles.cite(one), articles.cite(other)),
            topic=f"words:{one.article_id}",
            asks=("words", one.article_id),
            weight=0.3,
            category=one.category,
            written=(articles.text(one), articles.text(other)),
            strong=len(strong),
            held=len(held),
        )


A = TypeVar("A", bound=Mention)
B = TypeVar("B", bound=Mention)


def _apart(ones: Sequence[A], others: Sequence[B]) -> Iterator[tuple[A, B]]:
    """The first rows of each kind in pairs, each pair in two sentences."""
    for one in ones[:FIRST]:
        for other in others[:FIRST]:
            if (one.article_id, one.sentence) != (other.article_id, other.sentence):
                yield one, other
