"""The words of an article in stretches that nothing interrupts, as phrases are counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from framing.records.article import Article, Span
from framing.text.normalise import fold
from framing.text.quotations import find_quotations
from framing.text.sentences import plain

Stretch = tuple[str, ...]

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_ONLY_SPACE = re.compile(r"\s*")


def stretches(article: Article, *, quoted: bool = False, without: Sequence[Span] = ()) -> list[Stretch]:
    """Title and body in lower case, cut at punctuation, at what is removed, and at the spans in `without`.

    What stands in quotation marks is the speaker's and is left out unless `quoted` is true. Figures are
    words; a possessive 's is not.

    >>> from framing.records.article import Paragraph
    >>> text = "The mayor's office said the “so-called plan” had failed, again."
    >>> made = Article(article_id="x", source="x", text=text, file="x", sha256="",
    ...                paragraphs=(Paragraph(0, len(text), 0),))
    >>> stretches(made)
    [('the', 'mayor', 'office', 'said', 'the'), ('had', 'failed'), ('again',)]
    """
    text = article.text
    kept = [piece for _, pieces in article.kept() for piece in pieces]
    cuts = list(without)
    if not quoted:
        cuts += [q.span for q in find_quotations(text, kept) if not q.orphan]
    return [
        stretch
        for piece in kept
        for part in _rest(piece, sorted(cuts))
        for stretch in _uninterrupted(plain(fold(text[part.start : part.end]).text))
    ]


def _rest(piece: Span, cuts: Iterable[Span]) -> Iterator[Span]:
    """What is left of a piece after the cuts, which are in order."""
    at = piece.start
    for cut in cuts:
        if cut.overlaps(piece):
            if cut.start > at:
                yield Span(at, cut.start)
            at = max(at, cut.end)
    if at < piece.end:
        yield Span(at, piece.end)


def _uninterrupted(text: str) -> Iterator[Stretch]:
    words: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        if words and not _ONLY_SPACE.fullmatch(text, end, match.start()):
            yield tuple(words)
            words = []
        words.append(match.group().casefold().removesuffix("'s"))
        end = match.end()
    if words:
        yield tuple(words)
