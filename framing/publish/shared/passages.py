"""The passages behind the numbers: the sentences around a row, and every list of them that a number opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple

from framing.compare.lesson import CitedPassage
from framing.compare.statistics.resampling import SEED
from framing.publish.shared import words
from framing.publish.shared.items import Item
from framing.publish.shared.parts import Number, clipped
from framing.records.article import Article, Removed, Span
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

LONGEST_PASSAGE = 900


class ShownPassage(NamedTuple):
    """The sentences around some spans, and where the spans stand in them."""

    text: str
    spans: tuple[Span, ...]


def passage(parsed: ParsedArticle, covering: Span, focus: Iterable[Span]) -> ShownPassage:
    """The whole sentences that a mention stands in; a very long passage is cut around its focus."""
    text = parsed.article.text
    inside = sorted(focus)
    start = min(parsed.sentence_at(covering.start).start, covering.start)
    end = max(_end_of_sentence(parsed, covering.end - 1), covering.end)
    before = after = ""
    if end - start > LONGEST_PASSAGE:
        middle = (inside[0].start + inside[-1].end) // 2
        if start < middle - LONGEST_PASSAGE // 2:
            start, before = middle - LONGEST_PASSAGE // 2, "… "
        if end > start + LONGEST_PASSAGE:
            end, after = start + LONGEST_PASSAGE, " …"
    shift = len(before) - start
    spans = tuple(
        Span(max(s.start, start) + shift, min(s.end, end) + shift)
        for s in inside
        if s.start < end and s.end > start
    )
    return ShownPassage(f"{before}{text[start:end]}{after}", spans)


def _end_of_sentence(parsed: ParsedArticle, offset: int) -> int:
    try:
        return parsed.sentence_at(offset).end
    except LookupError:
        return offset + 1


@dataclass
class PassageBook:
    """Every passage of the page and every list of passages that a number opens.

    The lists name passages by their place in `passages`; two numbers counted from the same rows share
    one list. With `most`, a list holds at most so many passages, a random sample; `sizes` says how many rows
    it was taken from, and only passages that something leads to are kept.
    """

    most: int | None = None
    lists: list[list[int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    sizes: dict[int, int] = field(default_factory=dict)
    _make: dict[str, Callable[[], dict[str, Any]]] = field(default_factory=dict, repr=False)
    _places: dict[str, int] = field(default_factory=dict, repr=False)
    _known: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict, repr=False)

    def add(self, key: str, make: Callable[[], dict[str, Any]]) -> None:
        """Make a passage known; its record is made when it is needed."""
        self._make[key] = make
        if self.most is None:
            self.place(key)

    def place(self, key: str) -> int:
        """Where a passage stands in `passages`."""
        return self._places.setdefault(key, len(self._places))

    def has(self, key: str) -> bool:
        return key in self._make

    def record(self, key: str) -> dict[str, Any]:
        return self._make[key]()

    @property
    def passages(self) -> list[dict[str, Any]]:
        """The records of all passages that have a place."""
        return [self._make[key]() for key in self._places]

    def number(self, title: str, keys: Sequence[str]) -> Number:
        """A count that opens its passages under a title."""
        wanted = tuple(keys)
        if (title, wanted) not in self._known:
            place = self._known[title, wanted] = len(self.lists)
            shown = self._sampled(wanted)
            if len(shown) < len(wanted):
                self.sizes[place] = len(wanted)
            self.lists.append([self.place(key) for key in shown])
            self.titles.append(title)
        return Number(len(wanted), self._known[title, wanted])

    def _sampled(self, keys: Sequence[str]) -> Sequence[str]:
        if self.most is None or len(keys) <= self.most:
            return keys
        return [keys[n] for n in sorted(Random(SEED).sample(range(len(keys)), self.most))]


def note_record(item: Item, article: Article, parsed: ParsedArticle, number: int) -> dict[str, Any]:
    """What the page's data holds of an item: its note and its passage (short keys: there are many)."""
    mention = item.mention
    shown = passage(parsed, mention.span, item.focus)
    return {
        "k": item.kind,
        "a": number,
        "g": item.anchor,
        "m": item.id,
        "h": item.heading,
        "c": item.label,
        "w": item.meaning,
        "d": [list(pair) for pair in item.details],
        "p": place_words(mention),
        "o": where_words(mention, article),
        "r": mention.rule,
        "t": shown.text,
        "s": [list(span) for span in shown.spans],
    }


def place_words(row: Mention | CitedPassage) -> str:
    return "headline" if row.region == "title" else f"paragraph {row.paragraph}"


def where_words(mention: Mention, article: Article) -> str:
    """The characters of a row in its text, and in its file where it is one."""
    start, end = article.file_offset(mention.start), article.file_offset(mention.end, end=True)
    where = f"characters {mention.start:,}–{mention.end:,}"
    if start is not None and end is not None:
        where += f" ({start:,}–{end:,} in the file)"
    return where


def removed_key(letter: str, number: int) -> str:
    return f"r-{letter}-{number}"


def removed_records(article: Article, letter: str, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the page's data holds of the removed stretches of an article."""
    for place, cut in enumerate(sorted(article.removed), 1):
        key = removed_key(letter, place)
        yield key, _removed_record(article, cut, key, number)


def _removed_record(article: Article, cut: Removed, key: str, number: int) -> dict[str, Any]:
    return {
        "k": "",
        "a": number,
        "g": key,
        "m": key,
        "c": f"removed: {words.REMOVED_REASON[cut.reason]}",
        "p": f"characters {cut.start:,}–{cut.end:,}",
        "t": clipped(article.text[cut.start : cut.end], LONGEST_PASSAGE),
        "s": [],
    }
