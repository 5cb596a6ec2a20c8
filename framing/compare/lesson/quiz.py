"""Quiz questions with one right answer, certain by the rows: who gives a figure, which figure, who writes a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from framing.compare.lesson.articles import CitedPassage, LessonArticles
from framing.compare.number_boards import NumberBoard
from framing.extract.attribution import AttributionMention
from framing.extract.naming import NameMention
from framing.extract.numbers import NumberMention
from framing.extract.numbers.features import is_counted
from framing.lexicon.attribution import CUE_GROUPS
from framing.lexicon.naming import NameConcept
from framing.records.article import Span
from framing.records.mention import Mention

QuizKind = Literal["speaker", "figure", "name", "cue"]

MOST = 10
MOST_CHOICES = 4
MOST_OF_KIND = 3
_COUNTS = ("people", "thing", "other", "money")
STEM = 5
FEWEST_WORDS, MOST_LETTERS = 6, 260


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizItem:
    """One question: its right answer, answers that are certainly wrong, and the passage that shows it.

    `asked` is what the question names: the words of a figure, the source that writes it, a name. `blank` is
    where in the article a blank stands for the right answer, if the question has one; `about` is the thing
    that is named.
    """

    kind: QuizKind
    passage: CitedPassage
    right: str
    wrong: tuple[str, ...]
    asked: str = ""
    about: str = ""
    blank: Span | None = None


def quiz(articles: LessonArticles) -> tuple[QuizItem, ...]:
    """Up to ten questions, of each kind in turn."""
    kinds = [
        list(kind)[:MOST_OF_KIND]
        for kind in (_speakers(articles), _figures(articles), _names(articles), _cues(articles))
    ]
    taken: list[QuizItem] = []
    for turn in range(MOST_OF_KIND):
        taken += [kind[turn] for kind in kinds if len(kind) > turn]
    return tuple(taken[:MOST])


def _wrong(right: str, others: Iterable[str]) -> tuple[str, ...]:
    """Answers that are other than the right one: none holds it or is held by it, so that both could be right."""
    wrong: dict[str, str] = {}
    for other in others:
        if other and not _overlap(other, right):
            wrong.setdefault(other.casefold(), other)
    return tuple(wrong.values())[: MOST_CHOICES - 1]


def _overlap(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


def _can_be_read(passage: CitedPassage) -> bool:
    return "|" not in passage.text and len(passage.text.split()) >= FEWEST_WORDS


def _speakers(articles: LessonArticles) -> Iterator[QuizItem]:
    """Who is named for a figure, one question an article."""
    said = {row.mention_id: row for row in articles.said}
    asked: set[str] = set()
    for row in articles.rows("numbers", NumberMention):
        cue = said.get(row.attribution_id)
        if cue is None or row.article_id in asked or not _is_plain(row) or not _is_clear(cue):
            continue
        if _is_said_by_several(articles, row):
            continue
        asked.add(row.article_id)
        others = (o.speaker_text for o in articles.said if _is_clear(o) and not _may_be_the_same(o, cue))
        passage, wrong = articles.cite(row), _wrong(cue.speaker_text, others)
        if wrong and _can_be_read(passage):
            yield QuizItem(
                kind="speaker",
                passage=passage,
                right=cue.speaker_text,
                wrong=wrong,
                asked=articles.text(row),
            )


def _is_plain(row: NumberMention) -> bool:
    """Whether a quantity is one of the body, in digits, of something that is said."""
    return (
        is_counted(row)
        and row.region != "title"
        and bool(row.counts_what)
        and row.kind in _COUNTS
        and any(letter.isdecimal() for letter in row.quantity)
    )


def _is_said_by_several(articles: LessonArticles, row: Mention) -> bool:
    """Whether more than one attribution touches the sentence of a row."""
    sentence = articles.parsed[row.article_id].sentence_at(row.start).span
    return sum(o.article_id == row.article_id and o.span.overlaps(sentence) for o in articles.said) > 1


def _may_be_the_same(one: AttributionMention, other: AttributionMention) -> bool:
    """Whether two speakers share the beginning of a word: "Ukraine's army" and "the Ukrainian army"."""
    first, second = (
        {
            word[:STEM]
            for word in f"{row.speaker_text} {row.speaker_resolved}".casefold().split()
            if len(word) > 3
        }
        for row in (one, other)
    )
    return bool(first & second)


def _is_clear(row: AttributionMention) -> bool:
    """Whether a speaker is named by name or office, with a plain reporting word."""
    return (
        row.speaker_type in ("named_person", "institution")
        and bool(set(row.speaker_text.split()) & set(row.speaker_resolved.split()))
        and any(letter.isupper() for letter in row.speaker_text)
        and CUE_GROUPS.get(row.cue_class) == "plain"
        and not row.nested_in
    )


def _figures(articles: LessonArticles) -> Iterator[QuizItem]:
    """Which figure a source gives, where sources give several for the same thing."""
    for board in articles.results.number_boards:
        if not board.not_comparable and board.counts_what:
            yield from _of_board(articles, board)


def _of_board(articles: LessonArticles, board: NumberBoard) -> Iterator[QuizItem]:
    """A question on the first source of a line that writes one figure for it, in its body."""
    by_source: dict[str, list[NumberMention]] = {}
    for row in board.rows:
        by_source.setdefault(articles.source(row), []).append(row)
    for source, own in by_source.items():
        body = [row for row in own if row.region != "title"]
        if len({row.quantity.casefold() for row in own}) > 1 or not body:
            continue
        row, passage = body[0], articles.cite(body[0])
        wrong = _wrong(row.quantity, _other_figures(source, own[0], by_source))
        if wrong and _can_be_read(passage):
            yield QuizItem(
                kind="figure",
                passage=passage,
                right=row.quantity,
                wrong=wrong,
                asked=source,
                blank=Span(row.start, row.start + len(row.quantity)),
            )
        return


def _other_figures(
    source: str, own: NumberMention, by_source: dict[str, list[NumberMention]]
) -> Iterator[str]:
    for other, rows in by_source.items():
        if other != source:
            yield from (r.quantity for r in rows if r.unit == own.unit and _exactly(r) != _exactly(own))


def _exactly(row: NumberMention) -> tuple[float | None, float | None]:
    """The bounds of a figure: “over 60” and “more than 60” are one, “472” and “more than 470” are two."""
    return row.value_low, row.value_high


def _names(articles: LessonArticles) -> Iterator[QuizItem]:
    """Which source writes a name that no other one writes."""
    concepts = {concept.id: concept for concept in articles.results.lexicons.of("names", NameConcept)}
    users: dict[tuple[str, str], dict[str, NameMention]] = {}
    for row in articles.rows("naming", NameMention):
        if concepts[row.concept].kind != "term":
            users.setdefault((row.concept, row.variant), {}).setdefault(articles.source(row), row)
    several = _repeated([concept for concept, _ in users])
    for (concept, variant), by_source in users.items():
        (source, row), *more = by_source.items()
        if more or concept not in several or row.exception or row.inside_quote:
            continue
        others = [s for s in articles.sources if s != source and not _has_word(articles, s, row)]
        passage, wrong = articles.cite(row), _wrong(source, others)
        if wrong and _can_be_read(passage):
            yield QuizItem(
                kind="name",
                passage=passage,
                right=source,
                wrong=wrong,
                asked=variant,
                about=concepts[concept].label,
            )


def _repeated(names: Sequence[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def _has_word(articles: LessonArticles, source: str, row: Mention) -> bool:
    """Whether the words of a row stand anywhere in the texts of a source."""
    words = articles.text(row).casefold()
    return any(words in a.text.casefold() for a in articles.articles.values() if a.source == source)


def _cues(articles: LessonArticles) -> Iterator[QuizItem]:
    """The reporting word in the place of a blank, a doubt or weight word among plain ones; one an article."""
    asked: set[str] = set()
    for row in articles.said:
        if row.article_id in asked or not _adds_something(row):
            continue
        passage = articles.cite(row)
        if len(passage.text) > MOST_LETTERS or passage.text.count(row.cue_text) != 1:
            continue
        asked.add(row.article_id)
        wrong = _wrong(row.cue_text.lower(), _other_cues(articles, row))
        if wrong and _can_be_read(passage):
            at = passage.start + passage.text.index(row.cue_text)
            yield QuizItem(
                kind="cue",
                passage=passage,
                right=row.cue_text.lower(),
                wrong=wrong,
                blank=Span(at, at + len(row.cue_text)),
            )


def _adds_something(row: AttributionMention) -> bool:
    """Whether a reporting word in the past, in one piece, adds doubt or weight to what the body reports."""
    return (
        CUE_GROUPS.get(row.cue_class) in ("doubt", "weight")
        and len(row.cue_spans) == 1
        and row.region != "title"
        and row.cue_text.endswith("d")
    )


def _other_cues(articles: LessonArticles, row: AttributionMention) -> Iterator[str]:
    for other in articles.said:
        word = other.cue_text
        if (
            other.cue_class in CUE_GROUPS
            and other.cue_lemma != row.cue_lemma
            and word.isalpha()
            and word.endswith("d")
        ):
            yield word.lower()
