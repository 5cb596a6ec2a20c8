"""Factiva: articles with field codes (HD, SN, PD, LP, TD …) and as displayed, from text, rich text, Word and HTML.

With codes, a field is a code and its value, on one line or on two. As displayed, nothing is labelled: headline, author,
number of words, date, newspaper, code, language, copyright stand in this order, and each article ends with its
document number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from framing.read.cleaning.line_features import TextLine
from framing.read.dates import iso_date
from framing.read.exports.documents import Export, ExportDocument, ExportText, flat, paragraphs

Words = Mapping[str, frozenset[str]]

_CODE = re.compile(r"(?P<code>[A-Z]{2,4})(?:[\t ]{1,}(?P<value>\S.*)?|$)", re.DOTALL)
_NUMBER = re.compile(r"\w+ (?=\w*\d{6})[A-Z][A-Za-z0-9]{3,}\d{5,}[A-Za-z0-9]*|文件\s?\w{10,}")
_WORDS = re.compile(r"\d[\d.,  ]* ?[^\W\d_]{1,12}")
_COPYRIGHT = re.compile(
    r"copyright|©|\(c\)|copr\b|\W*(?:19|20)\d\d\b.{0,80}(?:reserved|vorbehalten|réservés)", re.IGNORECASE
)
_BY = re.compile(r"(?:by|von|par|por|di|door)\s", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,8}")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
MOST_HEAD_LINES = 12
"""Lines between the number of words and the text of a displayed article."""
BODY = ("LP", "TD")
FIRST = ("HD", "SE")
"""Codes with which a document begins."""
LEAST_CODES = 4
"""Distinct codes that make a text one of fields."""
FULL = frozenset(("HD", "SN", "PD"))


def factiva_export(page: ExportText, words: Words) -> Export | None:
    """The export, or None where the text is none of Factiva."""
    return _with_codes(page, words["factiva_codes"]) or _displayed(page)


@dataclass
class _CodedDocument:
    """The fields of one document: code to its lines, each from its value on."""

    fields: dict[str, list[TextLine]] = field(default_factory=dict)

    def value(self, *codes: str) -> str:
        return next((flat(self.fields[code]) for code in codes if self.fields.get(code)), "")

    def read(self, page: ExportText) -> ExportDocument:
        head = self.fields.get("HD") or self.fields.get("HL") or []
        body = [line for code in BODY for line in self.fields.get(code, [])]
        return ExportDocument(
            title=flat(head),
            title_start=head[0].start if head else None,
            source=self.value("SN"),
            published=" ".join(part for part in (self.value("PD"), self.value("ET")) if part),
            byline=self.value("BY"),
            body=paragraphs(page, body),
        )


def _with_codes(page: ExportText, codes: frozenset[str]) -> Export | None:
    found = [_code_of(line, codes) for line in page.lines]
    if len({code for code, _ in found if code}) < LEAST_CODES or not {code for code, _ in found} >= FULL:
        return None
    read = (document.read(page) for document in _coded(page, found) if "HD" in document.fields)
    return Export("Factiva", tuple(read))


def _coded(page: ExportText, found: Sequence[tuple[str, int]]) -> Iterator[_CodedDocument]:
    """The documents: a new one begins behind a document number, and where the headline or section comes again."""
    current = _CodedDocument()
    code = ""
    for line, (named, start) in zip(page.lines, found, strict=True):
        if named and (code == "AN" or (named in FIRST and "HD" in current.fields)):
            yield current
            current = _CodedDocument()
        code = named or code
        value = line if not named else TextLine(start, line.end, page.text[start : line.end], False)
        if code and value.text.strip():
            current.fields.setdefault(code, []).append(value)
    yield current


def _code_of(line: TextLine, codes: frozenset[str]) -> tuple[str, int]:
    """The code at the start of a line and the offset of its value."""
    match = _CODE.match(line.text)
    if match is None or match["code"].casefold() not in codes:
        return "", 0
    gap = len(line.text[: match.start("value")]) if match["value"] else len(line.text)
    blanks = gap - len(match["code"])
    if match["value"] and blanks < 2 and "\t" not in line.text[:gap]:
        return "", 0
    return match["code"], line.start + gap


def _displayed(page: ExportText) -> Export | None:
    ends = [at for at, line in enumerate(page.lines) if _NUMBER.fullmatch(" ".join(line.text.split()))]
    ends = [
        end
        for end, before in zip(ends, [0, *ends], strict=False)
        if _length_at(page, before, end) is not None
    ]
    if not ends:
        return None
    starts = [_first_line(page, ends[0]), *(end + 1 for end in ends[:-1])]
    documents = [_displayed_document(page, first, end) for first, end in zip(starts, ends, strict=True)]
    return Export("Factiva", tuple(documents))


def _first_line(page: ExportText, end: int) -> int:
    """Where the first article begins: with its first hinted line, or two lines over the number of words."""
    hinted = [at for at in page.hinted("start") if at < end]
    length = _length_at(page, 0, end) or 0
    return hinted[-1] if hinted else max(0, length - 3)


def _length_at(page: ExportText, first: int, end: int) -> int | None:
    """The line of the number of words: the first that is one and is followed by a date."""
    for at in range(first, end - 1):
        if _WORDS.fullmatch(" ".join(page.lines[at].text.split())) and iso_date(page.lines[at + 1].text):
            return at
    return None


def _displayed_document(page: ExportText, first: int, end: int) -> ExportDocument:
    lines = page.lines
    length = _length_at(page, first, end)
    assert length is not None
    title, byline = _names(page, first, length)
    source = length + 2
    if source < end and _CLOCK.match(lines[source].text):
        source += 1
    body = _body_at(page, source, end)
    last = end
    ending = [at for at in page.hinted("body") if body <= at < end]
    if ending:
        last = ending[-1] + 1
    return ExportDocument(
        title=flat(title),
        title_start=title[0].start if title else None,
        source=flat(lines[source : source + 1]),
        published=flat(lines[length + 1 : source]),
        byline=flat(byline),
        body=paragraphs(page, lines[body:last]),
    )


def _names(page: ExportText, first: int, length: int) -> tuple[Sequence[TextLine], Sequence[TextLine]]:
    """The lines of the headline and of the author."""
    lines = page.lines[first:length]
    titled = [line for line in lines if page.hints.get(line.start) == "title"]
    authors = [line for line in lines if page.hints.get(line.start) == "byline"]
    if not authors:
        authors = [line for line in lines[1:] if _BY.match(line.text)][:1]
    if not titled:
        others = [line for line in lines if line not in authors]
        titled = [max(others, key=lambda line: len(line.text))] if others else []
    return titled, authors


def _body_at(page: ExportText, source: int, end: int) -> int:
    """Where the text begins: behind the notice of copyright, else behind the fields."""
    hinted = [at for at in page.hinted("body") if source < at < end]
    if hinted:
        return hinted[0]
    for at in range(source + 1, min(end, source + MOST_HEAD_LINES)):
        if _COPYRIGHT.match(page.lines[at].text):
            return at + 1
    at = source + 1
    while at < end and (_SOURCE_CODE.fullmatch(page.lines[at].text) or len(page.lines[at].text) < 40):
        at += 1
    return at
