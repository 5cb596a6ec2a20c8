"""Who retells whom: how much of an article another one holds too, word for word, rewritten, or not at all.

Words are told apart on the scale of journalistic reuse: verbatim, rewritten, new (Clough, Gaizauskas, Piao and Wilks
2002, METER: MEasuring TExt Reuse, ACL). Which of two articles was first is said where their dates tell, or where one credits
the other's agency; a chain is followed back to the first article of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from framing.compare.credits import credits_of
from framing.compare.passages import folded_words
from framing.compare.reuse.direction import direction
from framing.compare.reuse.record import ReuseMention
from framing.compare.reuse.wording import Match, PassageWords
from framing.lexicon import Lexicons
from framing.records.article import Article, Span
from framing.records.columns import Column, Table, share
from framing.text.sentences import ParsedArticle

LEAST_SHARE = 0.8
"""Part of its words from which on an article is another one retold: two reports of one event from one agency share less."""
LEAST_VERBATIM = 0.2
"""Part of its words that must be the other's word for word: what two reporters tell of one event is not retold."""
FEWEST_WORDS = 40
"""Words of the shortest article that is called a retelling."""

Relation = Literal["retelling", "version"]
Told = Literal["dates", "credit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """An article of which another one holds most of the words; a `version` is of the same source.

    `first` is the article that was there first, by `told_by`; `chain` is the one at the beginning of the chain.
    """

    article_id: str
    source: str
    other_article_id: str
    other_source: str
    relation: Relation
    words: int
    verbatim_words: int
    rewritten_words: int
    new_words: int
    first: str
    told_by: str
    chain: str

    @property
    def retold_share(self) -> float:
        """Part of the words that the other article has, verbatim or rewritten."""
        return round((self.verbatim_words + self.rewritten_words) / self.words, 6)

    def row(self) -> Mapping[str, Any]:
        """The retelling as a row of its table."""
        return {name: getattr(self, name) for name in RETELLINGS.names}


RETELLINGS = Table(
    "retellings",
    (
        Column(name="article_id", definition="An article most of whose words another one holds too."),
        Column(name="source", definition="Label of its source."),
        Column(name="other_article_id", definition="The other article."),
        Column(name="other_source", definition="Label of the other article's source."),
        Column(
            name="relation",
            definition="retelling: of another source; version: of the same one.",
            values=get_args(Relation),
        ),
        Column(name="words", type="integer", definition="Words of its body.", unit="words"),
        Column(
            name="verbatim_words",
            type="integer",
            definition="Words that stand in the other article in the same order, in wording that both share.",
            unit="words",
            source="Clough et al. 2002, METER, ACL",
        ),
        Column(
            name="rewritten_words",
            type="integer",
            definition="Further words of passages whose wording, quotation or statement the other article has too.",
            unit="words",
            source="Clough et al. 2002, METER, ACL",
        ),
        Column(
            name="new_words",
            type="integer",
            definition="Words in no passage that the other article has too.",
            unit="words",
        ),
        share(
            "retold_share",
            "Share of its words that the other article has, verbatim or rewritten.",
            "verbatim_words+rewritten_words",
            "words",
        ),
        Column(
            name="first",
            definition="The article of the two that was there first.",
            missing_means="neither the dates nor a credit tell",
        ),
        Column(
            name="told_by",
            definition="What tells: the dates of publication, or that one credits the agency that is the other's source.",
            values=get_args(Told),
            missing_means="neither tells",
        ),
        Column(
            name="chain",
            definition="The first article of the chain: the one that was retold by whom this one retells.",
            missing_means="it is not known that this article came later",
        ),
    ),
)


def retellings(
    parsed: Sequence[ParsedArticle], reuse: Sequence[ReuseMention], lexicons: Lexicons
) -> tuple[Retelling, ...]:
    """The articles that retell another one, in their order, most retold first."""
    articles = {one.article.article_id: one for one in parsed}
    pairs: dict[tuple[str, str], list[ReuseMention]] = {}
    for row in reuse:
        if row.region != "title":
            pairs.setdefault((row.article_id, row.other_article_id), []).append(row)
    found: dict[str, list[Retelling]] = {name: [] for name in articles}
    for (one, other), rows in pairs.items():
        for here, there in ((one, other), (other, one)):
            retold = _retelling(articles[here], articles[there], rows, lexicons)
            if retold is not None:
                found[here].append(retold)
    ordered = [row for name in articles for row in sorted(found[name], key=lambda row: -row.retold_share)]
    return tuple(_chained(ordered))


def _retelling(
    one: ParsedArticle, other: ParsedArticle, rows: Sequence[ReuseMention], lexicons: Lexicons
) -> Retelling | None:
    """How much of one article the other has, where it is most of it."""
    words = _words_of(one)
    verbatim, rewritten = _held(one.article, other.article, rows)
    verbatim &= words
    rewritten = (rewritten & words) - verbatim
    retold = len(verbatim) + len(rewritten)
    if len(words) < FEWEST_WORDS or retold < LEAST_SHARE * len(words):
        return None
    if len(verbatim) < LEAST_VERBATIM * len(words):
        return None
    first, told_by = _first(one.article, other.article, lexicons)
    return Retelling(
        article_id=one.article.article_id,
        source=one.article.source,
        other_article_id=other.article.article_id,
        other_source=other.article.source,
        relation="version" if one.article.source == other.article.source else "retelling",
        words=len(words),
        verbatim_words=len(verbatim),
        rewritten_words=len(rewritten),
        new_words=len(words) - retold,
        first=first,
        told_by=told_by,
        chain="",
    )


def _words_of(one: ParsedArticle) -> set[int]:
    """Where the words of a body begin."""
    return {
        place.start
        for sentence in one.sentences
        if sentence.region != "title"
        for place in folded_words(sentence.text, sentence.start)[1]
    }


def _held(here: Article, there: Article, rows: Sequence[ReuseMention]) -> tuple[set[int], set[int]]:
    """Where the words of an article begin that the other has word for word, and that stand in what it has otherwise."""
    verbatim: set[int] = set()
    rewritten: set[int] = set()
    for row in rows:
        is_first = row.article_id == here.article_id
        spans = (row.span, row.other_span) if is_first else (row.other_span, row.span)
        match = Match(_passage(here, spans[0]), _passage(there, spans[1]))
        rewritten |= {place.start for place in match.here.places}
        if row.shared != "statement":
            verbatim |= {match.here.places[ours].start for ours, _ in match.same()}
    return verbatim, rewritten


def _passage(article: Article, span: Span) -> PassageWords:
    text = article.text[span.start : span.end]
    return PassageWords(span, text, folded_words(text)[0])


def _first(one: Article, other: Article, lexicons: Lexicons) -> tuple[str, str]:
    """Which of two articles was there first, and what tells."""
    by_dates = direction(one.published, other.published)
    if by_dates:
        return (one if by_dates == "here_first" else other).article_id, "dates"
    for here, there in ((one, other), (other, one)):
        if any(credit.agency.casefold() == there.source.casefold() for credit in credits_of(here, lexicons)):
            return there.article_id, "credit"
    return "", ""


def _chained(rows: Sequence[Retelling]) -> Iterator[Retelling]:
    """The rows with the beginning of their chains; each article is followed to the one it retells most."""
    before: dict[str, str] = {}
    for row in rows:
        if row.first == row.other_article_id:
            before.setdefault(row.article_id, row.other_article_id)
    for row in rows:
        yield replace(row, chain=_root(before, row.article_id)) if row.first == row.other_article_id else row


def _root(before: Mapping[str, str], article_id: str) -> str:
    seen = {article_id}
    at = before[article_id]
    while at in before and at not in seen:
        seen.add(at)
        at = before[at]
    return at
