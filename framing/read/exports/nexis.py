"""Nexis, Nexis Uni and LexisNexis Academic: text, rich text, HTML and Word, old and new layout.

The old layout numbers its documents ("3 of 161 DOCUMENTS"): copyright, newspaper, date, headline, labelled fields, the
text, more fields. The new one ends each with "End of Document" and prints headline, newspaper, date, fields, "Body", the
text, and a classification. A cover page and a list of the documents stand before the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.read.cleaning.line_features import TextLine
from framing.read.dates import iso_date
from framing.read.exports.documents import (
    Export,
    ExportDocument,
    ExportText,
    block_end,
    flat,
    label_of,
    paragraphs,
    value_of,
)

Words = Mapping[str, frozenset[str]]

NUMBERED = re.compile(
    r"(?:\d+ (?:of|von|de|sur|di|van|/) \d+ (?:documents?|dokumenten?|documentos|documenti|documenten)"
    r"|(?:dokument|document|documento) \d+ (?:von|of|de|sur|di|van) \d+)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\)|urheberrecht)\b|(?:©|\(c\))", re.IGNORECASE)
_RIGHTS = re.compile(
    r"all(?:e)? rights? reserved|alle rechte vorbehalten|tous droits|todos los derechos", re.IGNORECASE
)
_DATE_LINE = 120
"""Characters; the line of a document's date is no longer."""
_HEAD_LINES = 12
"""Lines among which a document's date is looked for."""


def nexis_export(page: ExportText, words: Words) -> Export | None:
    """The export, or None where the text is none of Nexis."""
    numbered = [at for at, line in enumerate(page.folded) if NUMBERED.fullmatch(line)]
    ends = [at for at, line in enumerate(page.folded) if line in words["nexis_end"]]
    if len(ends) >= max(1, len(numbered)) and _has_fields(page, words):
        starts = [_after_cover(page, ends[0], words), *(end + 1 for end in ends[:-1])]
        spans = list(zip(starts, ends, strict=True))
    elif numbered and (len(numbered) > 1 or _has_fields(page, words)) and not _is_other(page):
        spans = list(zip([at + 1 for at in numbered], [*numbered[1:], len(page.lines)], strict=True))
    else:
        return None
    documents = [_NexisDocument(page, words, first, end).read() for first, end in spans if first < end]
    return Export("Nexis", tuple(documents))


def _has_fields(page: ExportText, words: Words) -> bool:
    """Whether the text has the field that every Nexis document has: its length."""
    return any(label_of(line, words["nexis_length"])[0] for line in page.lines)


def _is_other(page: ExportText) -> bool:
    return any("proquest" in line for line in page.folded)


def _after_cover(page: ExportText, end: int, words: Words) -> int:
    """Where the first document begins: behind the cover page and the list of documents.

    The first document's headline stands in the list and again over the document.
    """
    hinted = [at for at in page.hinted("title") if at < end]
    body = next((at for at in range(end) if page.folded[at] in words["nexis_body"]), end)
    if hinted and hinted[-1] < body:
        return hinted[-1]
    date = next((at for at in range(body - 1, -1, -1) if _is_date(page.lines[at])), None)
    first = 0 if date is None else max(0, date - 2)
    listed = {re.sub(r"^\d+\.\s*", "", line) for line in page.folded[:first] if re.match(r"\d+\.\s", line)}
    for at in range(first, -1, -1):
        if page.folded[at] in listed:
            return at
    return first


def _is_date(line: TextLine) -> bool:
    """Whether a line is a document's date: a date at its start, perhaps with the day of the week and the edition."""
    text = " ".join(line.text.split())
    return (
        len(text) <= _DATE_LINE
        and not _COPYRIGHT.match(text)
        and bool(iso_date(text[:40]))
        and ":" not in text[:12]
    )


@dataclass(frozen=True)
class _NexisDocument:
    """One document: the lines from `first` up to `end` of the text."""

    page: ExportText
    words: Words
    first: int
    end: int

    @property
    def lines(self) -> Sequence[TextLine]:
        return self.page.lines

    def read(self) -> ExportDocument:
        body = next((at for at in range(self.first, self.end) if self._is_body(at)), None)
        head_end = self._head_end(body)
        fields = self._fields(self.first, body if body is not None else head_end)
        top = next((at for at in range(self.first, head_end) if self._label(at)), head_end)
        title, source, date = self._names(top)
        first = (body + 1) if body is not None else head_end
        last = self._tail(first)
        over = (flat(title), title[0].start if title else None)
        headline = self._first(fields, "nexis_title") or over
        return ExportDocument(
            title=headline[0],
            title_start=headline[1],
            source=source,
            published=date,
            byline=(self._first(fields, "nexis_byline") or ("",))[0],
            url=(self._first(self._fields(last, self.end), "nexis_url") or ("",))[0],
            body=paragraphs(self.page, [*self._beside_label(body), *self.lines[first:last]]),
        )

    def _first(self, fields: Mapping[str, tuple[str, int]], role: str) -> tuple[str, int] | None:
        """The field that has one of the labels of a role: its value and offset."""
        return next((value for label, value in fields.items() if label in self.words[role]), None)

    def _is_body(self, at: int) -> bool:
        if self.page.folded[at] in self.words["nexis_body"]:
            return True
        return label_of(self.lines[at], self.words["nexis_body"])[0] != "" and self._begins_block(at)

    def _beside_label(self, body: int | None) -> list[TextLine]:
        """What stands behind "BODY:" on its line."""
        if body is None:
            return []
        line = self.lines[body]
        _, start = label_of(line, self.words["nexis_body"])
        rest = self.page.text[start : line.end].strip() if start else ""
        return [TextLine(start, line.end, rest, False)] if rest else []

    def _begins_block(self, at: int) -> bool:
        return at == self.first or not self.lines[at].follows

    def _label(self, at: int) -> str:
        return label_of(self.lines[at], self.words["nexis_head"])[0]

    def _head_end(self, body: int | None) -> int:
        """The place behind the last labelled field before the text."""
        if body is not None:
            return body
        labelled = [at for at in range(self.first, self.end) if self._label(at)]
        length = next(
            (at for at in labelled if label_of(self.lines[at], self.words["nexis_length"])[0]), None
        )
        at = length if length is not None else labelled[0] if labelled else self._behind_date()
        while at < self.end and self._label(at):
            at = block_end(self.lines, at, self.end) if labelled else at + 1
        return at

    def _behind_date(self) -> int:
        date = self._date_at(min(self.end, self.first + _HEAD_LINES))
        return self.first if date is None else block_end(self.lines, date, self.end)

    def _fields(self, first: int, end: int) -> dict[str, tuple[str, int]]:
        """The labelled fields among some lines: label to value and its offset."""
        known = self.words["nexis_head"] | self.words["nexis_tail"]
        found: dict[str, tuple[str, int]] = {}
        at = first
        while at < end:
            label, start = label_of(self.lines[at], known)
            last = at + 1
            while (
                label and last < end and self.lines[last].follows and not label_of(self.lines[last], known)[0]
            ):
                last += 1
            if label:
                found.setdefault(label, (value_of(self.page.text, start, self.lines, at, last), start))
            at = last
        return found

    def _date_at(self, end: int) -> int | None:
        return next((at for at in range(self.first, end) if _is_date(self.lines[at])), None)

    def _names(self, top: int) -> tuple[Sequence[TextLine], str, str]:
        """The lines of the headline, the newspaper and the line of the date, from the lines before the first label."""
        date = self._date_at(top)
        if date is None:
            named = self._unlike_copyright(self.first, top)
            return named[:1], flat(named[1:2]), ""
        before = self._unlike_copyright(self.first, date)
        after = [
            line
            for line in self._unlike_copyright(block_end(self.lines, date, top), top)
            if not _RIGHTS.search(line.text)
        ]
        numbered = self.first > 0 and NUMBERED.fullmatch(self.page.folded[self.first - 1]) is not None
        title = after if numbered else before[:-1]
        if not numbered and len(before) == 1 and after:
            title = after
        return title, flat(before[-1:]), flat(self.lines[date : date + 1])

    def _unlike_copyright(self, first: int, end: int) -> list[TextLine]:
        """Some lines without the notice of copyright, which reaches to "All Rights Reserved" where that follows."""
        kept: list[TextLine] = []
        at = first
        while at < end:
            if not _COPYRIGHT.match(self.lines[at].text):
                if not self._is_imprint(at):
                    kept.append(self.lines[at])
                at += 1
                continue
            rights = next((n for n in range(at, min(end, at + 4)) if _RIGHTS.search(self.lines[n].text)), at)
            at = rights + 1
        return kept

    def _is_imprint(self, at: int) -> bool:
        """Whether a line says who reserves rights or who distributes."""
        return _RIGHTS.fullmatch(self.lines[at].text.strip(" .")) is not None or self.page.folded[
            at
        ].startswith(tuple(self.words["nexis_distributor"]))

    def _tail(self, first: int) -> int:
        """The place behind the text: the first field or heading that only stands behind it, or the last notice of
        copyright.
        """
        headings = self.words["nexis_headings"]
        for at in range(first, self.end):
            if self.page.folded[at] in headings or (self._begins_block(at) and self._is_tail_label(at)):
                return at
            if at > first and self._begins_block(at) and _COPYRIGHT.match(self.lines[at].text):
                return at
        return self.end

    def _is_tail_label(self, at: int) -> bool:
        label, _ = label_of(self.lines[at], self.words["nexis_tail"])
        head = self.lines[at].text[: len(label)]
        return bool(label) and (
            head.isupper() or "-" in label or self.page.folded[at].startswith(("load", "language"))
        )
