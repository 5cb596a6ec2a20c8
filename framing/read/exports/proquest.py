"""ProQuest: documents saved as text, as Word or rich text, and printed to HTML or PDF.

As text, rules of underscores part the documents; in the other layouts each has a line "ProQuest document link" below its
headline. Every field is a label with a colon and its value; the article is the field "Full text".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from framing.read.cleaning.line_features import TextLine
from framing.read.exports.documents import (
    Export,
    ExportDocument,
    ExportText,
    flat,
    label_of,
    paragraphs,
)

Words = Mapping[str, frozenset[str]]

_RULE = re.compile(r"_{20,}")
_NUMBERED = re.compile(r"document \d+ of \d+", re.IGNORECASE)
_LINK = "proquest document link"
_PLACE = re.compile(r"\s*(?:;|\[).*$|\s*\((?:online|print)\)$", re.IGNORECASE)
_DATED = re.compile(
    r"(?:\]|;|\.)\s*\.?\s*(?P<date>\d{1,2} \w{3,9} (?:19|20)\d\d|\w{3,9} \d{1,2}, (?:19|20)\d\d)"
)
NO_TEXT = "some documents have no full text; their abstracts are read"

Fields = dict[str, list[TextLine]]


def proquest_export(page: ExportText, words: Words) -> Export | None:
    """The export, or None where the text is none of ProQuest."""
    if not any("proquest" in line for line in page.folded):
        return None
    documents = [
        fields
        for first, end in _spans(page)
        if (fields := _fields(page, first, end, words)) and _is_document(fields)
    ]
    if not documents:
        return None
    notes = () if all("full text" in fields for fields in documents) else (NO_TEXT,)
    return Export("ProQuest", tuple(_document(page, fields) for fields in documents), notes)


def _is_document(fields: Fields) -> bool:
    return ("full text" in fields or "abstract" in fields) and any(
        label in fields
        for label in ("publication title", "publication info", "document url", "publication date")
    )


def _spans(page: ExportText) -> list[tuple[int, int]]:
    """The stretches of lines that may be documents."""
    rules = [at for at, line in enumerate(page.lines) if _RULE.fullmatch(line.text)]
    if rules:
        starts = [0, *(at + 1 for at in rules)]
        return list(zip(starts, [*rules, len(page.lines)], strict=True))
    links = [at for at, line in enumerate(page.folded) if line.startswith(_LINK) and ":" not in line]
    starts = [_headline_over(page, at, before) for at, before in zip(links, [-1, *links], strict=False)]
    return list(pairwise([*starts, len(page.lines)]))


def _headline_over(page: ExportText, link: int, before: int) -> int:
    """The first line of the headline over a link: behind the last field of the document before."""
    numbered = next((at for at in range(link - 1, before, -1) if _NUMBERED.fullmatch(page.folded[at])), None)
    if numbered is not None:
        return numbered + 1
    database = next(
        (at for at in range(link - 1, before, -1) if page.folded[at].startswith("database:")), None
    )
    if database is None:
        return max(before + 1, link - 2 if link > 1 and page.lines[link - 1].follows else link - 1)
    return database + 1 + (page.folded[database] == "database:")


def _fields(page: ExportText, first: int, end: int, words: Words) -> Fields:
    """Label to the lines of its value; the lines before the first label are those of "headline"."""
    labels, headings = words["proquest_labels"], words["proquest_headings"]
    fields: Fields = {}
    label = "headline"
    for at in range(first, end):
        line, text = page.lines[at], page.folded[at]
        named, start = label_of(line, labels)
        if _NUMBERED.fullmatch(text) or (text.startswith(_LINK) and not named):
            continue
        if not named and text in headings:
            named, start = text, line.end
        if named and not (label == "full text" and line.follows and named not in headings):
            label = named
            line = TextLine(start, line.end, page.text[start : line.end].strip(), False)
        if line.text:
            fields.setdefault(label, []).append(line)
        else:
            fields.setdefault(label, [])
    for long, short in (("abstract (summary)", "abstract"), ("company / organization", "company")):
        if long in fields:
            fields.setdefault(short, fields[long])
    return fields


def _document(page: ExportText, fields: Fields) -> ExportDocument:
    head = fields.get("title") or fields.get("headline") or []
    info = flat(fields.get("publication info", []))
    dated = _DATED.search(info)
    source = flat(fields.get("publication title", [])) or info
    body: Sequence[TextLine] = fields.get("full text") or fields.get("abstract") or []
    return ExportDocument(
        title=flat(head),
        title_start=head[0].start if head else None,
        source=_PLACE.sub("", source).split(";")[0].strip(" ;,"),
        published=flat(fields.get("publication date", [])) or (dated["date"] if dated else ""),
        byline=flat(fields.get("author", [])),
        url=flat(fields.get("document url", [])),
        body=paragraphs(page, body),
    )
