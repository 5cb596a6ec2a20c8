"""What the exports of all press databases have in common: documents in a text, and the way from them to articles.

A document's own words are lines of the text; everything else that a database prints (fields, headings, cover pages,
copyright notices) lies outside the article and is listed in `removed.csv`, never scored.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from framing.read.article_building import ArticleBuilder, InputMetadata, ReadFile, Title, checked
from framing.read.cleaning.boilerplate import BoilerplateMark
from framing.read.cleaning.line_features import TextLine
from framing.read.dates import iso_date
from framing.records.article import Skipped

_INDENT = 2
"""Blanks at the start of a line that begin a paragraph where the line before it has none."""
_LONGEST_LABEL = 40
BROKEN_AT = 100
"""Characters; programs that break lines make them shorter."""
MOST_LONG = 0.02
"""Share of lines that may be longer all the same: addresses."""
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,38}?)\s*:(?=[\s\xa0]|$)[\s\xa0]*")
_BY = re.compile(r"(?:by|von|par|por|di|door|af|av)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class ExportText:
    """A text that may be an export, with its lines; `hints` say of a line, by its start, what its layout makes it."""

    text: str
    lines: Sequence[TextLine]
    hints: Mapping[int, str] = field(default_factory=dict)

    def hinted(self, role: str) -> list[int]:
        """The places, among the lines, of those with this role."""
        return [at for at, line in enumerate(self.lines) if self.hints.get(line.start) == role]

    @cached_property
    def is_broken(self) -> bool:
        """Whether lines are broken at a width, as in plain text: hardly any is longer."""
        long = sum(len(line.text) > BROKEN_AT for line in self.lines)
        return long <= MOST_LONG * len(self.lines)

    @cached_property
    def folded(self) -> list[str]:
        """The lines without case and with single blanks."""
        return [" ".join(line.text.split()).casefold() for line in self.lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDocument:
    """One article of an export: what its fields say, as written, and the lines of its own words."""

    title: str = ""
    title_start: int | None = None
    source: str = ""
    published: str = ""
    byline: str = ""
    url: str = ""
    body: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """An export: the database, its documents in order, and warnings."""

    database: str
    documents: tuple[ExportDocument, ...]
    notes: tuple[str, ...] = ()


def articles_of_export(builder: ArticleBuilder, export: Export, lines: Sequence[TextLine]) -> ReadFile:
    """The articles of an export; a document without text is listed as skipped.

    Raises InputError where none has any text.
    """
    stem = builder.source.stem
    single = len(export.documents) == 1
    articles, skipped = [], []
    for number, document in enumerate(export.documents, 1):
        if not document.body:
            skipped.append(
                Skipped(
                    file=builder.source.name,
                    row=number,
                    reason=f"document {number} of the {export.database} export has no text",
                    remedy="save the full text of the document, or leave it out",
                )
            )
            continue
        own = replace(builder, given=_metadata(document))
        title = _title(document, builder)
        marks = list(_between(builder.text, document.body))
        name = stem if single else f"{stem}#{number}"
        articles.append(own.article(name, title, document.body, marks))
    inside = [line for document in export.documents for line in document.body]
    outside = builder.outside(list(_others(lines, inside)))
    warnings = tuple(f"{builder.source.name}: {note}" for note in export.notes)
    return ReadFile(
        checked(articles, builder.rules, builder.source.name),
        tuple(outside),
        tuple(skipped),
        warnings,
        made_by=export.database,
    )


def _metadata(document: ExportDocument) -> InputMetadata:
    return InputMetadata(
        source=document.source,
        byline=_BY.sub("", document.byline, count=1) if _BY.match(document.byline) else document.byline,
        published=iso_date(document.published),
        published_raw=document.published,
        url=document.url,
    )


def _title(document: ExportDocument, builder: ArticleBuilder) -> Title | None:
    if not document.title:
        return None
    at = document.title_start
    return Title(document.title, None if at is None else builder.place(at))


def _between(text: str, body: Sequence[TextLine]) -> Iterator[BoilerplateMark]:
    """What a database prints between two lines of an article's own words, such as a field's code."""
    for line, following in itertools.pairwise(body):
        gap = text[line.end : following.start]
        if gap.strip():
            start = line.end + len(gap) - len(gap.lstrip())
            yield BoilerplateMark(start, following.start - len(gap) + len(gap.rstrip()), "other")


def _others(lines: Sequence[TextLine], inside: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines that are in no article."""
    taken = iter(sorted(inside, key=lambda line: line.start))
    current = next(taken, None)
    for line in lines:
        while current is not None and current.end <= line.start:
            current = next(taken, None)
        if current is None or line.end <= current.start:
            yield line
        elif line.start < current.start:
            head = line.text[: current.start - line.start].rstrip()
            yield TextLine(line.start, line.start + len(head), head, line.follows)


def paragraphs(page: ExportText, lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """Lines as paragraphs; in a text of broken lines those that no blank line and no indent parts belong together.

    >>> from framing.read.cleaning.line_features import split_lines
    >>> text = "The ferry was late\\nagain.\\n\\nNobody was told."
    >>> [line.flat for line in paragraphs(ExportText(text, split_lines(text)), split_lines(text))]
    ['The ferry was late again.', 'Nobody was told.']
    """
    if not page.is_broken:
        return tuple(lines)
    text = page.text
    found: list[TextLine] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and line.follows and not _is_indented(text, line, before):
            found[-1] = TextLine(before.start, line.end, text[before.start : line.end], before.follows)
        else:
            found.append(line)
    return tuple(found)


def _is_indented(text: str, line: TextLine, before: TextLine) -> bool:
    return (
        _indent(text, line.start) >= _INDENT
        and _indent(text, before.start) < _INDENT + _indent(text, line.start) - 1
    )


def _indent(text: str, start: int) -> int:
    return start - text.rfind("\n", 0, start) - 1


def label_of(line: TextLine, known: frozenset[str]) -> tuple[str, int]:
    """The label with a colon at the start of a line, in lower case, and the offset of what follows it; nothing else.

    >>> label_of(TextLine(0, 0, "LENGTH: 82 words", False), frozenset({"length"}))
    ('length', 8)
    """
    match = _LABEL.match(line.text[: _LONGEST_LABEL + 4])
    if match is None:
        return "", 0
    label = " ".join(match["label"].split()).casefold()
    return (label, line.start + match.end()) if label in known else ("", 0)


def block_end(lines: Sequence[TextLine], first: int, end: int) -> int:
    """The place behind the last line of the block that begins at `first`: the next line after a blank one."""
    at = first + 1
    while at < end and lines[at].follows:
        at += 1
    return at


def flat(lines: Sequence[TextLine]) -> str:
    """Lines as one."""
    return " ".join(" ".join(line.text.split()) for line in lines)


def value_of(text: str, start: int, lines: Sequence[TextLine], first: int, last: int) -> str:
    """What stands from an offset to the end of the line before `last`, as one line."""
    return " ".join(text[start : lines[last - 1].end].split()) if last > first else ""
