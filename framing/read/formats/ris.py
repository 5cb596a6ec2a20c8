"""RIS: records of reference managers, as ProQuest, EBSCO and Zotero write them; a tag and its value a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.read.article_building import ArticleBuilder, ReadFile
from framing.read.cleaning.line_features import TextLine, split_lines
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode_as
from framing.read.exports.documents import (
    Export,
    ExportDocument,
    ExportText,
    articles_of_export,
    flat,
    paragraphs,
)
from framing.read.files import InputFile
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

Words = Mapping[str, frozenset[str]]

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<value>.*)", re.DOTALL)
ABSTRACTS = "a RIS file holds abstracts, or texts that were cut; compare a record with its article"


def read_ris(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a RIS file. Raises InputError where no record has a text."""
    decoded = decode_as(options, file.data, item.name)
    lines = split_lines(decoded.text)
    page, words = ExportText(decoded.text, lines), rules.exports
    documents = [_document(page, record, words) for record in _records(lines)]
    if not any(document.body for document in documents):
        raise InputError(
            item.name,
            "holds references without texts (RIS)",
            "export the full texts: from ProQuest as text or CSV, from Zotero as CSV with a column of texts",
        )
    builder = ArticleBuilder(item, decoded.text, file.sha256, rules)
    found = articles_of_export(builder, Export("RIS", tuple(documents), (ABSTRACTS,)), lines)
    return found.warned(decoded.warnings)


def _records(lines: Sequence[TextLine]) -> Iterator[dict[str, list[TextLine]]]:
    """The records: tag to the lines of its values."""
    record: dict[str, list[TextLine]] = {}
    tag = ""
    for line in lines:
        match = _TAG.match(line.text)
        if match is None:
            record.setdefault(tag, []).append(line)
            continue
        if match["tag"] == "TY" and record:
            yield record
            record = {}
        tag = match["tag"]
        start = line.start + match.start("value")
        if match["value"].strip():
            record.setdefault(tag, []).append(TextLine(start, line.end, match["value"].strip(), False))
        if tag == "ER":
            yield record
            record = {}
    if record:
        yield record


def _document(page: ExportText, record: Mapping[str, list[TextLine]], words: Words) -> ExportDocument:
    def lines(role: str) -> list[TextLine]:
        tags = [tag for tag in record if tag.casefold() in words[role]]
        return max((record[tag] for tag in tags), key=lambda value: len(flat(value)), default=[])

    title = lines("ris_title")
    return ExportDocument(
        title=flat(title),
        title_start=title[0].start if title else None,
        source=flat(lines("ris_source")),
        published=flat(lines("ris_date")).strip("/"),
        byline="; ".join(flat([line]) for line in lines("ris_byline")),
        url=flat(record.get("UR", [])[:1]),
        body=paragraphs(page, lines("ris_text")),
    )
