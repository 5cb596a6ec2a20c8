"""Articles as plain data, one a line of `articles.jsonl`, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from framing.records.article import Article, Paragraph, Removed
from framing.records.errors import InputError

PLAIN = tuple(
    f.name for f in fields(Article) if f.name not in ("paragraphs", "removed", "extra", "row", "duplicate_of")
)


def article_record(article: Article) -> dict[str, Any]:
    """An article as JSON can hold it: spans as lists, further columns as an object."""
    return {
        "article_id": article.article_id,
        "source": article.source,
        "title": article.title,
        "text": article.text,
        "summary": article.summary,
        "byline": article.byline,
        "agency": article.agency,
        "published": article.published,
        "published_raw": article.published_raw,
        "updated": article.updated,
        "url": article.url,
        "language": article.language,
        "event": article.event,
        "file": article.file,
        "sha256": article.sha256,
        "paragraphs": [list(paragraph) for paragraph in article.paragraphs],
        "removed": [list(span) for span in sorted(article.removed)],
        "row": article.row,
        "extra": dict(article.extra),
        "duplicate_of": article.duplicate_of,
    }


def article_of(record: Mapping[str, Any]) -> Article:
    """The article that a record was made from; raises InputError where the run was written without texts.

    >>> a = Article(article_id="x", source="The Gazette", text="Pier shut.", file="x.txt", sha256="",
    ...             paragraphs=(Paragraph(0, 10, 0),), removed=(Removed(0, 4, "other"),))
    >>> article_of(article_record(a)) == a
    True
    """
    if record["text"] is None:
        reason = "the run was written without texts (--no-text)"
        raise InputError(str(record["article_id"]), reason, "make the run again with its texts")
    record = {"published_raw": "", **record}
    return Article(
        **{name: record[name] for name in PLAIN},
        paragraphs=tuple(Paragraph(*paragraph) for paragraph in record["paragraphs"]),
        removed=tuple(Removed(*span) for span in record["removed"]),
        row=record["row"],
        extra=tuple(record["extra"].items()),
        duplicate_of=record["duplicate_of"],
    )
