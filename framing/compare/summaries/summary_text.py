"""The summary as a text of its own: the same article with everything but its summary taken out.

Offsets stay those of `Article.text`. Automatic summaries run sentences together ("… a Pearl Harbour” The
ministry said …"): where a quotation ends without a stop and another sentence begins, they are separated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from framing.records.article import Article, Paragraph, Removed

_SEAM = re.compile(
    r"(?<=[.!?])(?=“)"
    r"|(?<=\w[”’])(?=\s*[“”‘’][A-Z])"
    r"|(?<=\w”)(?=\s+[A-Z](?:[^\s.!?]+\s+){5})"
)


def summary_texts(articles: Iterable[Article]) -> Iterator[Article]:
    """Of every article whose text holds a summary, the summary as an article without a title.

    >>> from framing.records.article import Paragraph
    >>> text = "He called it “a gift” The mayor of Vik did not answer. Read full article\\n\\nBody."
    >>> page = Article(article_id="a", source="A", text=text, file="", sha256="",
    ...                paragraphs=(Paragraph(0, 72, 0), Paragraph(74, 79, 74)), removed=(Removed(0, 54, "summary"),))
    >>> [text[piece.start:piece.end] for one in summary_texts([page]) for _, pieces in one.kept() for piece in pieces]
    ['He called it “a gift”', ' The mayor of Vik did not answer.']
    """
    for article in articles:
        spans = sorted(cut for cut in article.removed if cut.reason == "summary")
        if spans:
            seams = [
                seam.start() for cut in spans for seam in _SEAM.finditer(article.text, cut.start, cut.end)
            ]
            yield replace(
                article,
                title="",
                paragraphs=tuple(_parted(article.paragraphs, seams)),
                removed=tuple(_others(article.text, spans)),
            )


def _parted(paragraphs: Iterable[Paragraph], seams: Iterable[int]) -> Iterator[Paragraph]:
    """Paragraphs split at the seams, so that no quotation crosses one."""
    for start, end, file_start in paragraphs:
        at = start
        for seam in [*(seam for seam in seams if start < seam < end), end]:
            yield Paragraph(at, seam, None if file_start is None else file_start + at - start)
            at = seam


def _others(text: str, spans: list[Removed]) -> Iterator[Removed]:
    """Everything outside some spans."""
    at = 0
    for start, end, _ in spans:
        if at < start:
            yield Removed(at, start, "other")
        at = end
    if at < len(text):
        yield Removed(at, len(text), "other")
