"""Quotations of a summary that its article does not have, or has without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from framing.compare.passages import folded_words
from framing.compare.summaries.matching import PassageMatch
from framing.extract.attribution.record import AttributionMention
from framing.records.article import Span
from framing.text.quotations import Quotation
from framing.text.sentences import ParsedArticle

FEWEST = 3
"""Words of the shortest quotation that is looked up: one or two words are scare quotes rather than a quotation."""
LEAST = 5
"""Words of the shortest quotation that is known by its wording, whatever words they are …"""
ALIKE = 0.85
"""… and the least share of them that what the article attributes has in the same order."""
_LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_MARKS = re.compile(r"[\"“”„‟«»]|''|``|(?<!\w)['‘’]")


class ArticleWords:
    """The words of an article in text order, and which of them stand in quotation marks."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        found = [folded_words(sentence.text, sentence.start) for sentence in parsed.sentences]
        self._words = [word for words, _ in found for word in words]
        self._places = [place for _, places in found for place in places]
        self._paragraphs = [Span(group[0].start, group[-1].end) for group in parsed.paragraphs()]

    def occurrences(self, words: Sequence[str]) -> Iterator[Span]:
        """Where the article has these words in this order."""
        size = len(words)
        for at in range(len(self._words) - size + 1):
            if self._words[at : at + size] == list(words):
                yield Span(self._places[at].start, self._places[at + size - 1].end)

    def may_be_quoted(self, span: Span) -> bool:
        """Whether a stretch stands in a paragraph with quotation marks: after a stray mark it is not known where it closes."""
        return any(
            _MARKS.search(self._parsed.article.text, *paragraph)
            for paragraph in self._paragraphs
            if paragraph.overlaps(span)
        )


def pieces(text: str, quotation: Quotation) -> list[tuple[str, ...]]:
    """The words of a quotation, cut where it says that something is left out or put in.

    >>> pieces("“The roof … fell [on us] at noon”", Quotation(0, 34, True))
    [('the', 'roof'), ('fell',), ('at', 'noon')]
    """
    quoted = text[quotation.start : quotation.end]
    return [words for piece in _LEFT_OUT.split(quoted) if (words := folded_words(piece)[0])]


def unquoted(article: ArticleWords, quoted: Sequence[Sequence[str]]) -> Span | None:
    """Where the article has all pieces, but none of them in quotation marks."""
    found = [list(article.occurrences(piece)) for piece in quoted]
    if not all(found) or any(article.may_be_quoted(span) for spans in found for span in spans):
        return None
    return found[0][0]


def has(article: ArticleWords, quoted: Sequence[Sequence[str]]) -> bool:
    """Whether the article has all pieces of a quotation word by word."""
    return all(any(True for _ in article.occurrences(piece)) for piece in quoted)


def same_words(
    parsed: ParsedArticle, text: str, spans: Sequence[Span], rows: Sequence[AttributionMention]
) -> list[PassageMatch]:
    """What the article attributes in nearly the words that a summary quotes, the likest first.

    `spans` are the summary's content; the list is empty where no quotation mark opens it.
    """
    quoted = [word for span in spans for word in folded_words(text[slice(*span)])[0]]
    opening = max(0, spans[0].start - 1)
    if len(quoted) < LEAST or not _MARKS.search(text, opening, opening + 2):
        return []
    found = [match for row in rows if (match := _in_nearly_the_words(parsed, quoted, row))]
    return sorted(found, key=lambda match: (-match.share, match.span))


def _in_nearly_the_words(
    parsed: ParsedArticle, quoted: Sequence[str], row: AttributionMention
) -> PassageMatch | None:
    """Where an attribution's content has enough of the quoted words in the same order."""
    said = [folded_words(parsed.article.text[slice(*span)], span.start) for span in row.content_spans]
    words = [word for part, _ in said for word in part]
    places = [place for _, part in said for place in part]
    blocks = SequenceMatcher(None, quoted, words, autojunk=False).get_matching_blocks()
    common = tuple(places[b.b + i] for b in blocks for i in range(b.size))
    if len(common) < ALIKE * len(quoted):
        return None
    sentences = tuple(s for s in parsed.sentences if any(s.span.overlaps(place) for place in common))
    return PassageMatch(sentences, round(len(common) / len(quoted), 3), common)
