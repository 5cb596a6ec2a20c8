"""From articles to sentences, and the parses of those that need one.

All kept paragraphs are cut into sentences by a cheap pass; only sentences that hold a trigger word of some
extractor, or a quotation mark, are parsed, and each distinct sentence once per run; titles always. Parsing is by far
the dearest step, so this is what the speed of a run depends on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple, Protocol

from framing.records.article import Article
from framing.records.mention import Region
from framing.records.progress import Progress, silent, with_progress
from framing.text.headlines import (
    REVISION,
    Headline,
    HeadlineWords,
    TitleInArticle,
    headline_of,
    title_in,
)
from framing.text.parse import Columns, Parse
from framing.text.sentences import ParsedArticle, Sentence, plain
from framing.text.spacy_adapter import ModelId, SpacyModel, identified, load_model

STRETCH = 100_000
"""Characters that are cut into sentences at a time; no sentence is longer."""
LONGEST_PARSED = 4_000
"""Characters of the longest sentence that is parsed: what is longer is a list, a table or damage, and no sentence."""
AT_A_TIME = 100
"""Articles whose paragraphs are cut together."""
DIGITS = "0"
"""The trigger that stands for any digit."""
_WORD = re.compile(r"[^\W_]+")
_QUOTES = set("\"“”„‟«»‘’‚‛'")


class _KeptStretch(NamedTuple):
    """A stretch of a paragraph that nothing removed interrupts; `whole` where it is one sentence, as titles are."""

    start: int
    end: int
    paragraph: int
    region: Region

    @property
    def whole(self) -> bool:
        return self.region == "title"


class ParseStore(Protocol):
    """Where parses and bounds of sentences are kept from one run to the next, by model and text.

    A text is given as the parser sees it. What is not kept is missing from an answer.
    """

    def parses(self, model: str, texts: Collection[str]) -> Mapping[str, Columns]: ...
    def bounds(self, model: str, texts: Collection[str]) -> Mapping[str, list[tuple[int, int]]]: ...
    def keep_parses(self, model: str, parses: Iterable[Columns]) -> None: ...
    def keep_bounds(self, model: str, bounds: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> None: ...


@dataclass
class Parser:
    """Cuts articles into sentences and parses those that need it.

    `triggers` are lower-case words, and `DIGITS` for numbers; a sentence with none of them and no quotation
    mark stays unparsed. Titles are parsed as headlines, with what `headlines` says of words. `name` is the model's, or
    None for the first default model that is installed. What `store` keeps is neither cut nor parsed again.
    """

    triggers: frozenset[str]
    name: str | None = None
    headlines: HeadlineWords = field(default=HeadlineWords())
    store: ParseStore | None = None
    _parses: dict[str, Parse] = field(default_factory=dict, repr=False)
    _titles: dict[TitleInArticle, Parse] = field(default_factory=dict, repr=False)

    @cached_property
    def model(self) -> SpacyModel:
        return load_model(self.name)

    @cached_property
    def identity(self) -> ModelId:
        """Which model it is; known without loading it."""
        return identified(self.name)

    def parse(self, articles: Iterable[Article]) -> list[ParsedArticle]:
        """Sentences of every article, with parses where triggers call for them."""
        return self.parsed(list(self.cut(articles)))

    def cut(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """The articles in sentences, none of them parsed."""
        batch: list[Article] = []
        for article in articles:
            batch.append(article)
            if len(batch) == AT_A_TIME:
                yield from self._cut(batch)
                batch = []
        yield from self._cut(batch)

    def parsed(
        self, articles: Sequence[ParsedArticle], *, progress: Progress = silent
    ) -> list[ParsedArticle]:
        """Articles that are cut, with parses where triggers call for them."""
        sentences = [s for one in articles for s in one.sentences]
        title_of = {one.article.article_id: _title(one) for one in articles}
        titles = {title for title in title_of.values() if title is not None} - self._titles.keys()
        plans = [headline_of(t, self.model, self.headlines) for t in sorted(titles - self._kept(titles))]
        wanted = {plain(s.text) for s in sentences if s.region != "title" and self.needs_parse(s.text)}
        missing = wanted.union(*(plan.texts for plan in plans)) - self._parses.keys()
        for columns in with_progress(self._columns(missing), len(missing), "sentences", progress):
            self._parses[columns.text] = Parse(columns)
        self._add_titles(plans)
        return [
            ParsedArticle(
                one.article,
                tuple(
                    replace(s, parse=self._parse_of(s, title_of[one.article.article_id]))
                    for s in one.sentences
                ),
            )
            for one in articles
        ]

    def _kept(self, titles: Collection[TitleInArticle]) -> set[TitleInArticle]:
        """The titles whose parses the store keeps, which are taken from there."""
        if not self.store:
            return set()
        by_key = {title.key: title for title in titles}
        for key, columns in self.store.parses(self._title_key, by_key).items():
            self._titles[by_key[key]] = Parse(columns._replace(text=by_key[key].text))
        return set(titles) & self._titles.keys()

    def _add_titles(self, plans: Sequence[Headline]) -> None:
        """Put headlines together from the parses of their readings, and keep them."""
        made = {plan.title: plan.parse(self._parses, self.model, self.headlines) for plan in plans}
        if self.store and made:
            self.store.keep_parses(
                self._title_key, [p.columns()._replace(text=title.key) for title, p in made.items()]
            )
        self._titles.update(made)

    @cached_property
    def _title_key(self) -> str:
        """What parses of titles are kept under: they depend on what is known of the words of headlines, too."""
        words = repr([sorted(part) for part in self.headlines])
        return f"{self.identity.key} headlines {REVISION} {sha256(words.encode()).hexdigest()[:16]}"

    def _parse_of(self, sentence: Sentence, title: TitleInArticle | None) -> Parse | None:
        if sentence.region == "title":
            return None if title is None else self._titles[title]
        return self._parses[plain(sentence.text)] if self.needs_parse(sentence.text) else None

    def _columns(self, texts: Collection[str]) -> Iterator[Columns]:
        """The parse of each text: those that are kept, then those that are made now."""
        kept = self.store.parses(self.identity.key, texts) if self.store else {}
        yield from kept.values()
        made = []
        missing = sorted((text for text in texts if text not in kept), key=lambda text: (len(text), text))
        for columns in self.model.parses(missing) if missing else ():
            made.append(columns)
            yield columns
        if self.store and made:
            self.store.keep_parses(self.identity.key, made)

    def _bounds(self, texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
        """Start and end of the sentences of each text."""
        kept = dict(self.store.bounds(self.identity.key, texts)) if self.store else {}
        missing = list(dict.fromkeys(text for text in texts if text not in kept))
        if missing:
            made = list(zip(missing, self.model.sentence_bounds(missing), strict=True))
            if self.store:
                self.store.keep_bounds(self.identity.key, made)
            kept.update(made)
        return (kept[text] for text in texts)

    def is_word(self, form: str) -> bool:
        """Whether a lower-case form is a verb, a noun or an adjective by the lists of the model."""
        model = self.model
        return model.verb_of(form) is not None or model.is_noun(form) or model.is_adjective(form)

    def forget(self) -> None:
        """Let go of all parses, so that only the articles that hold them keep them in memory."""
        self._parses.clear()
        self._titles.clear()

    def needs_parse(self, text: str) -> bool:
        """Whether a sentence holds what some extractor looks for, and is none too long."""
        if not _is_parsable(text):
            return False
        if not _QUOTES.isdisjoint(text):
            return True
        if DIGITS in self.triggers and any(character.isdecimal() for character in text):
            return True
        return any(word in self.triggers for word in _WORD.findall(text.lower()))

    def _cut(self, articles: Sequence[Article]) -> Iterator[ParsedArticle]:
        pieces = [list(_pieces(article)) for article in articles]
        stretches_of = [
            plain(article.text[piece.start + first : piece.start + last])
            for article, own in zip(articles, pieces, strict=True)
            for piece in own
            if not piece.whole
            for first, last in stretches(article.text[piece.start : piece.end])
        ]
        bounds = self._bounds(stretches_of)
        for article, own in zip(articles, pieces, strict=True):
            yield ParsedArticle(article, tuple(_sentences(article, own, bounds, self.headlines.titles)))


def _title(one: ParsedArticle) -> TitleInArticle | None:
    """The title of an article, with what its body says of the capitals of its words."""
    title = next((s for s in one.sentences if s.region == "title"), None)
    if title is None or not _is_parsable(title.text):
        return None
    return title_in(plain(title.text), (s.text for s in one.sentences if s.region != "title"))


def _is_parsable(text: str) -> bool:
    """Whether a text is short enough to be parsed."""
    return len(text) <= LONGEST_PARSED


def _pieces(article: Article) -> Iterator[_KeptStretch]:
    """The kept stretches of an article; paragraphs are numbered from 1 in the title and again in the body."""
    body = 0
    for paragraph, spans in article.kept():
        is_title = article.has_title and paragraph is article.paragraphs[0]
        body += not is_title
        region: Region = "title" if is_title else "lead" if body == 1 else "body"
        for span in spans:
            yield _KeptStretch(span.start, span.end, 1 if is_title else body, region)


def _sentences(
    article: Article,
    pieces: Iterable[_KeptStretch],
    bounds: Iterator[list[tuple[int, int]]],
    titles: frozenset[str],
) -> Iterator[Sentence]:
    """The sentences of an article; `bounds` gives those of each of its stretches in turn."""
    numbers = {True: 0, False: 0}
    for piece in pieces:
        text = article.text[piece.start : piece.end]
        spans = [_stripped(text, 0, len(text))] if piece.whole else _spans(text, bounds, titles)
        for start, end in spans:
            numbers[piece.whole] += 1
            at = piece.start + start
            yield Sentence(
                numbers[piece.whole],
                piece.paragraph,
                piece.region,
                at,
                piece.start + end,
                text[start:end],
                None,
            )


def _spans(
    text: str, bounds: Iterator[list[tuple[int, int]]], titles: frozenset[str]
) -> list[tuple[int, int]]:
    """Start and end of the sentences of a stretch of text, pieces of sentences joined."""
    spans: list[tuple[int, int]] = []
    for first, _ in stretches(text):
        for begin, close in next(bounds):
            start, end = _stripped(text, first + begin, first + close)
            if start == end:
                continue
            joins = _joins_previous(text[start:end]) or (
                bool(spans) and _ends_in_title(text[slice(*spans[-1])], text[start], titles)
            )
            if spans and end - spans[-1][0] <= STRETCH and joins:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


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


def _ends_in_title(piece: str, following: str, titles: frozenset[str]) -> bool:
    """Whether a piece of a sentence ends in a title before a name ("killed Maj. | Ivan Petrenko"), with its point or
    where that was cut off with the name."""
    last = piece[piece.rfind(" ") + 1 :].lower()
    return (last in titles and following.isupper()) or (f"{last}." in titles and following == ".")


def _joins_previous(piece: str) -> bool:
    """A piece that starts in lower case, or is only closing marks, belongs to the sentence before it."""
    first = next((c for c in piece if c.isalnum()), "")
    opening = piece[0]
    return not first or (first.islower() and (opening == first or unicodedata.category(opening) == "Pf"))
