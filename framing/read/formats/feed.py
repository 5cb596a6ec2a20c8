"""Feeds (RSS and Atom): one article an entry, by its full content, else by its summary, which is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import InputFile
from framing.read.formats.input_rows import InputRow
from framing.read.formats.rows import articles_of_rows
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = ("item", "entry")
NAMES = ("title", "text", "source", "date", "url", "byline", "updated", "id")
ROLES = {
    "title": ("title",),
    "date": ("pubDate", "published", "date", "issued"),
    "updated": ("updated", "modified"),
    "byline": ("creator", "author"),
    "id": ("guid", "id"),
}
FULL = ("encoded", "content")
SHORT = ("description", "summary")
FACTIVA = "export the articles from Factiva as RTF or save them as HTML: its XML is not read"
AGENCIES = "save the articles' texts as text, HTML or CSV: the XML of agencies and databases is not read"


def read_feed(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a feed.

    Raises InputError where the file is other XML, or no entry has a text.
    """
    from lxml.etree import LxmlError, XMLParser, fromstring

    try:
        tree = fromstring(file.data, parser=XMLParser(resolve_entities=False, recover=True, huge_tree=True))
    except (LxmlError, ValueError):
        tree = None
    if tree is None:
        raise InputError(item.name, "cannot be read as XML", "save the articles as text, HTML or CSV")
    if _name(tree) not in ("rss", "feed", "RDF"):
        what = f"is XML of another kind than a feed (<{_name(tree)}>)"
        raise InputError(
            item.name,
            what,
            FACTIVA if "factiva" in str(tree.nsmap) + str([e.tag for e in tree[:1]]) else AGENCIES,
        )
    entries = [element for element in tree.iter() if _name(element) in ENTRIES]
    if not entries:
        raise InputError(item.name, "is a feed without entries", "save it once it has some")
    outlet = _outlet(tree)
    rows = [InputRow(number, _cells(entry, outlet)) for number, entry in enumerate(entries, 1)]
    asked = {name: name for name in NAMES}
    found = articles_of_rows(item, file.sha256, list(NAMES), rows, rules, ReadOptions(columns=asked))
    short = sum(not _child(entry, FULL) for entry in entries)
    if short:
        note = f"{item.name}: {short} of {len(entries)} entries hold only a summary, not the article"
        return found.warned([note])
    return found


def _cells(entry: _Element, outlet: str) -> dict[str, str]:
    cells = {role: _child(entry, names) for role, names in ROLES.items()}
    cells["text"] = _child(entry, FULL) or _child(entry, SHORT)
    cells["url"] = _link(entry)
    cells["source"] = _child(entry, ("source",)) or outlet
    if cells["id"].startswith(("http://", "https://")):
        cells["id"] = ""
    return cells


def _outlet(tree: _Element) -> str:
    """The name of the feed."""
    channel = next((e for e in tree.iter() if _name(e) == "channel"), tree)
    return _child(channel, ("title",))


def _child(element: _Element, names: tuple[str, ...]) -> str:
    """The text of the first child of one of these names."""
    for name in names:
        for child in element:
            if _name(child) == name and (text := "".join(_texts(child)).strip()):
                return text
    return ""


def _texts(element: _Element) -> Iterator[str]:
    """A value's text; that of an author or a source is its name; markup inside is written as HTML."""
    from lxml.etree import tostring

    named = next((child for child in element if _name(child) in ("name", "title")), None)
    if named is not None and _name(element) in ("author", "source"):
        yield named.text or ""
    elif len(element):
        yield (element.text or "") + "".join(tostring(child, encoding="unicode") for child in element)
    else:
        yield element.text or ""


def _link(entry: _Element) -> str:
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return (child.get("href") or child.text or "").strip()
    return ""


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
