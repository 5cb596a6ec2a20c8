"""What a user corrects in an article that was read: title, source, date, and what is not the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from framing.app.rows import StoredEdit
from framing.read.labels import with_title
from framing.records.article import REMOVED_REASONS, Article, Removed, RemovedReason

BY_HAND: RemovedReason = "other"


@dataclass(frozen=True, slots=True)
class BodyPiece:
    """A stretch of an article's body that is wholly counted or wholly left out; `reason` is empty where counted.

    `first` says that it begins a paragraph. Offsets are those of the article as it was read.
    """

    start: int
    end: int
    text: str
    reason: str
    first: bool


def edited(article: Article, edit: StoredEdit | None) -> Article:
    """The article with what was corrected in it.

    >>> from framing.records.article import Paragraph
    >>> a = Article(article_id="x", source="x", text="Pier shut.", file="x.txt", sha256="", title="",
    ...             paragraphs=(Paragraph(0, 10, 0),))
    >>> edited(a, StoredEdit(title="Storm", removed=((0, 4, "other"),))).removed
    (Removed(start=7, end=11, reason='other'),)
    """
    if edit is None:
        return article
    changed = article
    if edit.title == "":
        changed = replace(article, title="")
    elif edit.title is not None:
        changed = with_title(article, edit.title)
    if edit.removed is not None:
        shift = len(changed.text) - len(article.text)
        again = {span for span in changed.removed if span.reason == "repeated_title"}
        own = {Removed(start + shift, end + shift, _reason(reason)) for start, end, reason in edit.removed}
        changed = replace(changed, removed=tuple(sorted(own | again)))
    given: dict[str, Any] = {
        "published": edit.published,
        "updated": edit.updated,
        "event": edit.event,
        "source": edit.source or None,
    }
    return replace(changed, **{name: value for name, value in given.items() if value is not None})


def pieces(article: Article, *, shift: int) -> Iterator[BodyPiece]:
    """The body of an edited article; `shift` is how much longer its text is than the one that was read."""
    cuts = sorted(article.removed)
    first = 0
    for paragraph in article.paragraphs[1:] if article.has_title else article.paragraphs:
        at = paragraph.start
        while first < len(cuts) and cuts[first].end <= at:
            first += 1
        for start, end, reason in cuts[first:]:
            if start >= paragraph.end:
                break
            if end <= at:
                continue
            yield from _piece(article, at, start, "", shift, first=at == paragraph.start)
            begin, at = max(at, start), min(end, paragraph.end)
            yield from _piece(article, begin, at, reason, shift, first=begin == paragraph.start)
        yield from _piece(article, at, paragraph.end, "", shift, first=at == paragraph.start)


def left_out(article: Article, chosen: Iterable[int], *, shift: int) -> tuple[tuple[int, int, str], ...]:
    """The stretches to leave out, where the user chose these pieces of the article by their start."""
    wanted = set(chosen)
    return tuple(
        (piece.start, piece.end, piece.reason or BY_HAND)
        for piece in pieces(article, shift=shift)
        if piece.start in wanted
    )


def _piece(
    article: Article, start: int, end: int, reason: str, shift: int, *, first: bool
) -> Iterator[BodyPiece]:
    text = article.text[start:end]
    if text.strip():
        yield BodyPiece(start - shift, end - shift, text, reason, first)


def _reason(name: str) -> RemovedReason:
    return cast("RemovedReason", name) if name in REMOVED_REASONS else BY_HAND
