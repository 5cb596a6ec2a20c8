"""What has been read: articles, their paragraphs, and the spans in them that are not the article.

All offsets are half-open and count Unicode code points of `Article.text`. The text is the title,
where there is one, a blank line, and the article's stretch of the input as it stands there; nothing
in it is altered. Boilerplate (captions, sponsor lines, lists of other headlines …) stays in the text
and is marked in `Article.removed`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

RemovedReason = Literal[
    "dateline",
    "caption",
    "byline",
    "audio_widget",
    "read_more",
    "unrelated_headlines",
    "summary",
    "sponsor",
    "source_line",
    "copyright",
    "comment_form",
    "repeated_title",
    "consent",
    "other",
]
REMOVED_REASONS: tuple[str, ...] = get_args(RemovedReason)

TITLE_GAP = "\n\n"


class Span(NamedTuple):
    """A half-open stretch of an article's text.

    >>> Span(3, 7).overlaps(Span(6, 9)), Span(3, 7).overlaps(Span(7, 9))
    (True, False)
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap joined.

    >>> merged([Span(5, 9), Span(0, 3), Span(8, 12)])
    [Span(start=0, end=3), Span(start=5, end=12)]
    """
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


class Paragraph(NamedTuple):
    """One paragraph of `Article.text`; `file_start` is its offset in the decoded input, if it has one."""

    start: int
    end: int
    file_start: int | None


class Removed(NamedTuple):
    """A stretch of `Article.text` that is not the article, and why."""

    start: int
    end: int
    reason: RemovedReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A stretch of an input that lies outside every article of it; offsets into the decoded file, if it has them."""

    file: str
    file_start: int | None
    file_end: int | None
    reason: RemovedReason
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input, or a row of one, that was not read, with the reason and what to do about it."""

    file: str
    reason: str
    remedy: str
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of one source.

    `source` is a label: it is never guessed from the text. Fields that the input does not show are
    empty strings (`title`, `byline`, `published` …), never guesses. `row` counts the records of a table
    from 1, `extra` holds its further columns. `published_raw` is the date of publication as the input writes it. `duplicate_of` is the id of an earlier article of the run
    with the same or nearly the same text.
    """

    article_id: str
    source: str
    text: str
    file: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    summary: str = ""
    byline: str = ""
    agency: str = ""
    published: str = ""
    published_raw: str = ""
    updated: str = ""
    url: str = ""
    language: str = ""
    event: str = ""
    removed: tuple[Removed, ...] = ()
    row: int | None = None
    extra: tuple[tuple[str, str], ...] = ()
    duplicate_of: str = ""

    def file_offset(self, offset: int, *, end: bool = False) -> int | None:
        """The offset in the decoded input file of an offset in `text`.

        With `end=True` the offset is read as the end of a span, so that a span which ends with its
        paragraph is not carried into the next one. None where the text has no place in a file.

        >>> a = Article(article_id="x", source="x", text="Title\\n\\nBody text.", file="x.txt", sha256="",
        ...             paragraphs=(Paragraph(0, 5, 10), Paragraph(7, 17, 40)))
        >>> a.file_offset(7), a.file_offset(17, end=True)
        (40, 50)
        """
        probe = offset - 1 if end else offset
        index = bisect_right(self.paragraphs, probe, key=lambda p: p.start) - 1
        if index < 0:
            return None
        paragraph = self.paragraphs[index]
        if paragraph.file_start is None or probe >= paragraph.end:
            return None
        return paragraph.file_start + offset - paragraph.start

    def kept(self) -> list[tuple[Paragraph, list[Span]]]:
        """Paragraphs with what is left of each after the removed spans; paragraphs without rest are left out."""
        result = []
        cuts = sorted(self.removed)
        first = 0
        for paragraph in self.paragraphs:
            pieces: list[Span] = []
            at = paragraph.start
            while first < len(cuts) and cuts[first].end <= at:
                first += 1
            index = first
            while index < len(cuts) and cuts[index].start < paragraph.end:
                cut = cuts[index]
                if cut.start > at:
                    pieces.append(Span(at, cut.start))
                at = max(at, cut.end)
                index += 1
            if at < paragraph.end:
                pieces.append(Span(at, paragraph.end))
            pieces = [piece for piece in pieces if self.text[piece.start : piece.end].strip()]
            if pieces:
                result.append((paragraph, pieces))
        return result

    @property
    def has_title(self) -> bool:
        """Whether the first entry of `paragraphs` is the title."""
        return bool(self.title)
