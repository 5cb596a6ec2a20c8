"""Saved web pages (HTML): the article's text by trafilatura, what the page declares about it kept apart.

Title, outlet, author and dates are those that the page declares (schema.org, Open Graph, its main heading),
never guesses over its text. The offsets of a page's text have no place in the file. A page with the articles
of several outlets is read as an aggregator page.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from framing.read.article_building import ArticleBuilder, InputMetadata, ReadFile, Title, own_text
from framing.read.cleaning.page_lines import outlet_page, whole_articles
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode
from framing.read.exports.documents import articles_of_export
from framing.read.exports.pages import MAY_BE_EXPORT, page_text
from framing.read.exports.recognition import export_of
from framing.read.files import InputFile
from framing.read.formats.page_metadata import declared_by
from framing.read.formats.plaintext import articles_of, parts_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError
from framing.text.sentences import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_CHARACTERS = 20_000_000
MUCH_LONGER = 1.4
"""Times; a declared text this much longer than the one found on the page is taken instead."""
FEW_WORDS = 60
"""A page with fewer words of its own is read with a warning."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{2,30})",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<\s*(?:html|head|body|div|p|br|article|section|h1|span|table|a)\b", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a saved page.

    Raises InputError where the page holds no article.
    """
    match = _CHARSET.search(file.data[:4096])
    charset = next((group for group in match.groups() if group), b"").decode() if match else ""
    decoded = decode(file.data, item.name, options.encoding, charset)
    if not _MARKUP.search(decoded.text):
        return articles_of(ArticleBuilder(item, decoded.text, file.sha256, rules)).warned(decoded.warnings)
    return articles_of_page(item, decoded.text, file.sha256, rules).warned(decoded.warnings)


def articles_of_page(item: Input, html: str, sha256: str, rules: ReadingLexicons, url: str = "") -> ReadFile:
    """The articles of a page's HTML; `url` is its address where it is known from elsewhere.

    Raises InputError where the page holds no article.
    """
    if len(html) > MOST_CHARACTERS:
        raise InputError(
            item.name, f"is longer than {MOST_CHARACTERS:,} characters", "save the article's text"
        )
    html = _XML_HEAD.sub("", html, count=1)
    tree = _parsed(html, item.name)
    if MAY_BE_EXPORT.search(html):
        page = page_text(tree)
        export = export_of(page, rules.exports)
        if export is not None:
            builder = ArticleBuilder(item, page.text, sha256, rules, placed=False)
            return articles_of_export(builder, export, page.lines)
    said = declared_by(tree)
    several = outlet_page(tree, rules.outlet_marks, rules.boilerplate)
    if several is not None:
        return parts_of(ArticleBuilder(item, several.text, sha256, rules, placed=False), several.page)
    given = InputMetadata(
        source=said.site,
        byline=said.byline or _byline(html),
        published=said.published,
        updated=said.updated,
        url=said.url or url,
    )
    text = article_text(html)
    if len(said.body) > MUCH_LONGER * len(text):
        text = said.body
    builder = ArticleBuilder(item, text, sha256, rules, placed=False, given=given)
    if not builder.text.strip():
        raise InputError(
            item.name, "no article text found", "save the page once the article shows, or paste its text"
        )
    found = articles_of(builder, Title(said.title) if said.title else None)
    return found.warned(_notes(item, found, whole_articles(tree)))


def article_text(html: str) -> str:
    """The text of the article on a page, a paragraph a line; empty where there is none."""
    from trafilatura import extract

    _silence()
    try:
        return extract(html, include_comments=False) or ""
    except (RecursionError, ValueError):
        return ""


def _byline(html: str) -> str:
    """The author in the page's markup, where the page does not declare one."""
    from trafilatura import extract_metadata

    _silence()
    try:
        found = extract_metadata(html)
    except (RecursionError, ValueError):
        return ""
    return ", ".join((found.author or "").split("; ")) if found else ""


def _silence() -> None:
    """Silence the extractor's log: it reports every oddity of a page, and only its result is used here."""
    for name in ("trafilatura", "htmldate", "justext", "courlan", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _parsed(html: str, name: str) -> HtmlElement:
    from lxml.etree import LxmlError, ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html, parser=HTMLParser(huge_tree=True))
    except (LxmlError, ParserError, ValueError):
        raise InputError(name, "cannot be read as HTML", "save the page again, or paste its text") from None


def _notes(item: Input, found: ReadFile, articles: int) -> list[str]:
    notes = []
    if articles > 1 and len(found.articles) == 1:
        notes.append(f"{item.name}: {articles} articles found on the page, treated as one source")
    for article in found.articles:
        words = count_words(own_text(article))
        if words < FEW_WORDS and article.language == "en":
            notes.append(
                f"{item.name}: only {words} words of article found; see whether the page is complete"
            )
    return notes
