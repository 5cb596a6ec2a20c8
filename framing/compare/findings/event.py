"""The articles of one event and what is asked of their rows before anything is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Protocol

from framing.compare.claims.terms import ClaimVocabulary, vocabulary
from framing.compare.findings.record import Finding
from framing.compare.lesson.articles import CitedPassage, ComparedRun, LessonArticles
from framing.compare.reuse import Retelling, WordEdit
from framing.compare.similarity import stem
from framing.compare.summaries import SummaryCheck
from framing.extract.attribution import AttributionMention
from framing.lexicon.attribution import Cue
from framing.lexicon.schema import WordList
from framing.records.article import Article, Span
from framing.records.mention import Mention
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle, Sentence

MOST_ARTICLES = 400
"""Articles of a labelled event; of more nothing is given out."""
MOST_UNLABELLED = 40
"""Articles without a label: more are hardly on one event, and what differs in them is no contrast."""


class FindingsRun(ComparedRun, Protocol):
    """What findings are made from: the results of a run, its findings excepted."""

    @property
    def readable(self) -> Sequence[Article]: ...
    @property
    def edits(self) -> Sequence[WordEdit]: ...
    @property
    def retellings(self) -> Sequence[Retelling]: ...
    @property
    def summary_checks(self) -> Sequence[SummaryCheck]: ...


class EventArticles(LessonArticles):
    """The compared articles of one event; `event` is their label, which may be empty."""

    def __init__(self, results: FindingsRun, event: str, chosen: list[ParsedArticle]) -> None:
        super().__init__(results, chosen)
        self.event = event
        self.retold = {(row.article_id, row.other_article_id): row.retold_share for row in results.retellings}
        self.edits = [edit for edit in results.edits if edit.article_id in self.articles]
        self.summary_checks = [row for row in results.summary_checks if row.article_id in self.articles]

    @cached_property
    def vocabulary(self) -> ClaimVocabulary:
        return vocabulary(self.results.lexicons)

    @cached_property
    def cue_stems(self) -> frozenset[str]:
        """The stems of all words that report."""
        cues = self.results.lexicons.of("cues", Cue)
        return frozenset(stem(cue.id.rpartition(".")[0]) for cue in cues)

    @cached_property
    def titles_of_people(self) -> frozenset[str]:
        """The words that stand before a person's name."""
        entries = self.results.lexicons.of("titles", WordList)
        return frozenset(word for entry in entries for word in entry.words)

    def terms(self, tokens: list[Token]) -> frozenset[str]:
        """What some words of a sentence mean, whatever they are written like."""
        return frozenset(self.vocabulary.of_tokens(tokens))

    def sentence(self, row: Mention) -> Sentence:
        """The sentence that a row starts in."""
        return self.parsed[row.article_id].sentence_at(row.start)

    def title(self, article_id: str) -> Sentence | None:
        """The title of an article, where it has one that was parsed."""
        first = next((s for s in self.parsed[article_id].sentences if s.region == "title"), None)
        return first if first is not None and first.parse is not None else None

    def alike_sentences(self, one_id: str, one: Sentence, other_id: str, other: Sentence) -> float:
        """Cosine of the words of two sentences (TF-IDF over these articles)."""
        first, second = self._places.get((one_id, one.start)), self._places.get((other_id, other.start))
        if first is None or second is None:
            return 0.0
        return float(self._likeness_to(second)[first])

    def said_in(self, article_id: str) -> list[AttributionMention]:
        """The attributions of an article in text order."""
        return self._said_by_article.get(article_id, [])

    def is_said(self, row: Mention) -> bool:
        """Whether a row lies in quotation marks or in what somebody is said to have said."""
        return self.span_is_said(row.article_id, row.span)

    def span_is_said(self, article_id: str, span: Span) -> bool:
        if self.parsed[article_id].inside_quotation(span):
            return True
        contents = (piece for said in self.said_in(article_id) for piece in said.content_spans)
        return any(piece.overlaps(span) for piece in contents)

    def are_near_in_time(self, one: Mention, other: Mention, days: int) -> bool:
        """Whether the articles of two rows were published within so many days."""
        return self.published_within(one.article_id, other.article_id, days)

    def published_within(self, one_id: str, other_id: str, days: int) -> bool:
        """Whether two articles were published within so many days; the event's label must do where a date is missing."""
        try:
            dates = [
                datetime.fromisoformat(self.articles[name].published[:10]) for name in (one_id, other_id)
            ]
        except ValueError:
            return True
        return abs((dates[0] - dates[1]).days) <= days

    def finding(self, one: CitedPassage, other: CitedPassage, **slots: object) -> Finding:
        """A finding on two passages of this event."""
        return Finding(
            event=self.event,
            source_a=one.source,
            source_b=other.source,
            passage_a=one,
            passage_b=other,
            **slots,  # type: ignore[arg-type]
        )

    @cached_property
    def _said_by_article(self) -> dict[str, list[AttributionMention]]:
        found: dict[str, list[AttributionMention]] = {}
        for row in self.said:
            found.setdefault(row.article_id, []).append(row)
        return found


def events(results: FindingsRun) -> Iterator[EventArticles]:
    """The events of a run, in its order, with two sources and not too many articles."""
    for event, chosen in _by_event(results).items():
        if len({one.article.source for one in chosen}) > 1 and len(chosen) <= _most(event):
            yield EventArticles(results, event, chosen)


def too_many_for_findings(results: FindingsRun) -> list[str]:
    """The events, by label, with too many articles for anything to be given out."""
    return [event for event, chosen in _by_event(results).items() if len(chosen) > _most(event)]


def _most(event: str) -> int:
    return MOST_ARTICLES if event else MOST_UNLABELLED


def _by_event(results: FindingsRun) -> dict[str, list[ParsedArticle]]:
    found: dict[str, list[ParsedArticle]] = {}
    for article in results.readable:
        if article.article_id not in results.left_out:
            found.setdefault(article.event, []).append(results.parsed[article.article_id])
    return found
