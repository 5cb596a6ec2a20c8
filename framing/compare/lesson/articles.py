"""The articles that a lesson is made of: their rows, how alike their sentences are, and passages cited from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from framing.compare.claims import Cell, ClaimMention, Ledger
from framing.compare.number_boards import NumberBoard
from framing.compare.passages import SentencePassage as SentencePassage
from framing.compare.passages import passages
from framing.compare.reuse import ReuseMention
from framing.compare.similarity import word_vectors
from framing.compare.statistics.contrast_record import Contrast
from framing.compare.statistics.rows_behind import CountedRun
from framing.extract.attribution import AttributionMention
from framing.lexicon import Lexicons
from framing.records.article import Article, Span
from framing.records.mention import Mention, Region
from framing.text.sentences import ParsedArticle, Sentence

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

GIVEN = 0.85
"""Part of a statement that an attribution must cover for the sentence to be asked about as attributed."""
LONGEST = 420
"""Characters of the longest passage that is cited: what fits into four or five lines."""

M = TypeVar("M", bound=Mention)


class ComparedRun(CountedRun, Protocol):
    """What a lesson is made from: the results of a run, its lesson excepted."""

    @property
    def parsed(self) -> Mapping[str, ParsedArticle]: ...
    @property
    def compared_articles(self) -> Sequence[ParsedArticle]: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def reuse(self) -> Sequence[ReuseMention]: ...
    @property
    def contrasts(self) -> Sequence[Contrast]: ...
    @property
    def number_boards(self) -> Sequence[NumberBoard]: ...
    @property
    def set_aside(self) -> Collection[str]: ...
    @property
    def lexicons(self) -> Lexicons: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPassage:
    """A stretch of an article, as it stands there: `text` is `Article.text[start:end]`.

    It is the sentence or sentences that an evidence row stands in, named by `mention_id`; one that is too long
    is cut at words, and `cut_before` and `cut_after` say where. `focus` are the stretches that show what it is
    cited for, as offsets into the article.
    """

    article_id: str
    source: str
    mention_id: str
    region: Region
    paragraph: int
    start: int
    end: int
    text: str
    focus: tuple[Span, ...] = ()
    cut_before: bool = False
    cut_after: bool = False


class LessonArticles:
    """The compared articles of a run, or some `chosen` ones of it, with their evidence by kind."""

    def __init__(self, results: ComparedRun, chosen: Iterable[ParsedArticle] | None = None) -> None:
        self.results = results
        compared = results.compared_articles if chosen is None else chosen
        self.parsed: dict[str, ParsedArticle] = {one.article.article_id: one for one in compared}
        self.articles: dict[str, Article] = {name: one.article for name, one in self.parsed.items()}

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in the order of the run."""
        return tuple(dict.fromkeys(article.source for article in self.articles.values()))

    def source(self, row: Mention) -> str:
        """The source of a row's article."""
        return self.articles[row.article_id].source

    def rows(self, family: str, model: type[M]) -> list[M]:
        """The rows of an extractor in the compared articles, in the order of articles and text."""
        found = self.results.mentions.get(family, ())
        return [row for row in found if isinstance(row, model) and row.article_id in self.articles]

    @cached_property
    def by_id(self) -> dict[str, Mention]:
        """Every evidence row by its mention_id."""
        families = self.results.mentions.values()
        return {row.mention_id: row for rows in families for row in rows if row.article_id in self.articles}

    @cached_property
    def claims(self) -> list[ClaimMention]:
        """Every passage of a claim."""
        return [row for row in self.results.ledger.claims if row.article_id in self.articles]

    @cached_property
    def shared(self) -> dict[str, list[ClaimMention]]:
        """The passages of each claim that several sources state."""
        found: dict[str, list[ClaimMention]] = {}
        for row in self.claims:
            if row.scope == "shared":
                found.setdefault(row.claim_id, []).append(row)
        return {name: rows for name, rows in found.items() if len({self.source(row) for row in rows}) > 1}

    @cached_property
    def cells(self) -> dict[str, list[Cell]]:
        """The ledger's cells of each claim."""
        found: dict[str, list[Cell]] = {}
        for cell in self.results.ledger.cells:
            if cell.article_id in self.articles:
                found.setdefault(cell.claim_id, []).append(cell)
        return found

    @cached_property
    def said(self) -> list[AttributionMention]:
        """Every attribution of the compared articles."""
        return self.rows("attribution", AttributionMention)

    def text(self, row: Mention) -> str:
        """The characters of a row, on one line."""
        return " ".join(self.articles[row.article_id].text[row.start : row.end].split())

    def cite(self, row: Mention, focus: Iterable[Span] = ()) -> CitedPassage:
        """The sentence (or sentences) that a row stands in; a very long one is cut at words around the focus."""
        return self.cite_span(row.article_id, row.span, tuple(focus) or (row.span,), row.mention_id)

    def cite_span(self, article_id: str, span: Span, focus: Iterable[Span], mention_id: str) -> CitedPassage:
        """The sentences around a span, with the row that they are cited for."""
        parsed, article = self.parsed[article_id], self.articles[article_id]
        first = parsed.sentence_at(span.start)
        whole = _stripped(article.text, _sentences(parsed, span))
        wanted = tuple(sorted(focus))
        shown = _shortened(article.text, whole, wanted or (span,))
        return CitedPassage(
            article_id=article_id,
            source=article.source,
            mention_id=mention_id,
            region=first.region,
            paragraph=first.paragraph,
            start=shown.start,
            end=shown.end,
            text=article.text[shown.start : shown.end],
            focus=tuple(piece for piece in wanted if piece.overlaps(shown)),
            cut_before=shown.start > whole.start,
            cut_after=shown.end < whole.end,
        )

    def alike(self, one: Mention, other: Mention) -> float:
        """Cosine of the words of the two sentences that the rows start in (TF-IDF over these articles)."""
        first, second = (self._place_of(row) for row in (one, other))
        if first is None or second is None:
            return 0.0
        return float(self._likeness_to(second)[first])

    def nearest(self, row: Mention, source: str) -> float:
        """The greatest cosine of the sentence of a row with any sentence of a source."""
        place = self._place_of(row)
        others = self._places_of_sources.get(source)
        if place is None or others is None:
            return 0.0
        return float(self._likeness_to(place)[others].max())

    def is_own_words(self, row: Mention) -> bool:
        """Whether nothing in a passage is given to anybody: no reporting word, no quotation."""
        quotations = self.parsed[row.article_id].quotations
        return not any(quotation.span.overlaps(row.span) for quotation in quotations) and not any(
            said.article_id == row.article_id and said.span.overlaps(row.span) for said in self.said
        )

    def pairs(self, rows: Iterable[M]) -> Iterator[tuple[M, M]]:
        """All pairs of rows of different sources, in order."""
        found = list(rows)
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                if self.source(one) != self.source(other):
                    yield one, other

    def counts(self, rows: Iterable[Mention]) -> dict[str, int]:
        """How many of some rows each source has."""
        found = dict.fromkeys(self.sources, 0)
        for row in rows:
            found[self.source(row)] += 1
        return found

    def _place_of(self, row: Mention) -> int | None:
        return self._places.get((row.article_id, self.parsed[row.article_id].sentence_at(row.start).start))

    def _likeness_to(self, place: int) -> NDArray[np.float32]:
        """The cosine of every sentence with one of them; each is asked for many times."""
        if place not in self._known:
            self._known[place] = (self._vectors @ self._vectors[place].T).toarray().ravel()
        return self._known[place]

    @cached_property
    def _known(self) -> dict[int, NDArray[np.float32]]:
        return {}

    @cached_property
    def _places(self) -> dict[tuple[str, int], int]:
        return {(p.article_id, p.start): number for number, p in enumerate(self._all)}

    @cached_property
    def _places_of_sources(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, passage in enumerate(self._all):
            found.setdefault(passage.source, []).append(number)
        return found

    @cached_property
    def _all(self) -> list[SentencePassage]:
        return passages(self.parsed.values())

    @cached_property
    def _vectors(self) -> csr_matrix:
        return word_vectors(self._all)


def is_given(row: ClaimMention, said: AttributionMention) -> bool:
    """Whether all that states the claim stands in what an attribution gives to somebody."""
    length = sum(span.end - span.start for span in row.statement_spans)
    inside = sum(
        max(0, min(span.end, content.end) - max(span.start, content.start))
        for span in row.statement_spans
        for content in said.content_spans
    )
    return bool(length) and inside >= GIVEN * length


def reporting(row: AttributionMention) -> tuple[Span, ...]:
    """The stretches that show an attribution: its speaker and its reporting word."""
    return (*row.speaker_spans, *row.cue_spans)


def _sentences(parsed: ParsedArticle, span: Span) -> Span:
    """The whole sentences that a span stands in."""
    first: Sentence = parsed.sentence_at(span.start)
    try:
        last = parsed.sentence_at(span.end - 1)
    except LookupError:
        return Span(first.start, max(first.end, span.end))
    return Span(first.start, max(last.end, span.end))


def _stripped(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start + 1, start + len(piece.strip())))


def _shortened(text: str, whole: Span, focus: tuple[Span, ...]) -> Span:
    """At most `LONGEST` characters, around the first focus, cut between words where there are any."""
    if whole.end - whole.start <= LONGEST:
        return whole
    first, last = focus[0].start, min(focus[-1].end, focus[0].start + LONGEST)
    room = max(0, LONGEST - (last - first))
    start = max(whole.start, first - room // 2)
    end = min(whole.end, start + LONGEST)
    start = max(whole.start, end - LONGEST)
    if start > whole.start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < whole.end:
        space = text.rfind(" ", last, end)
        end = space if space > start else end
    return _stripped(text, Span(start, end))
