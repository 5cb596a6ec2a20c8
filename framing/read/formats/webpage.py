"""Saved web pages (HTML): the article's text by trafilatura, what the page declares about it kept apart.

Title, outlet, author and dates are those that the page declares (schema.org, Open Graph, its main heading),
never guesses over its text. The offsets of a page's text have no place in the file. A page with the articles
of several outlets is read as an aggregator page.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.read.article_building import (
    ArticleBuilder,
    InputMetadata,
    ReadFile,
    Title,
    checked,
    own_text,
)
from framing.read.cleaning.boilerplate import BoilerplateMark, bare_words
from framing.read.cleaning.line_features import split_lines
from framing.read.cleaning.page_lines import outlet_page, whole_articles
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode_as
from framing.read.exports.documents import articles_of_export
from framing.read.exports.pages import MAY_BE_EXPORT, page_text
from framing.read.exports.recognition import export_of
from framing.read.files import InputFile
from framing.read.formats.page_kinds import (
    is_list,
    is_live_blog,
    is_stub,
    is_translated,
    live_posts,
    without_embeds,
)
from framing.read.formats.page_metadata import PageMetadata, declared_by
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
MOST_DECLARED = 0.85
"""Share of a text that a page's declaration of it must have for lines that it lacks not to be the article."""
LONGEST_SUBHEAD = 80
"""Characters; declared texts often lack the subheads of an article."""
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
    decoded = decode_as(options, file.data, item.name, charset)
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
    if is_translated(tree):
        raise InputError(
            item.name,
            "is a page that a browser translated; its words are not the outlet's",
            "save the page in its own language",
        )
    several = outlet_page(tree, rules.outlet_marks, rules.boilerplate)
    if several is not None:
        return parts_of(ArticleBuilder(item, several.text, sha256, rules, placed=False), several.page)
    saved = _WebArticle(item, sha256, rules, tree, said, url)
    return saved.posts(html) or saved.article(html)


@dataclass(frozen=True)
class _WebArticle:
    """A page of one outlet."""

    item: Input
    sha256: str
    rules: ReadingLexicons
    tree: HtmlElement
    said: PageMetadata
    url: str

    def article(self, html: str) -> ReadFile:
        """The article; raises InputError where the page holds none."""
        from lxml.html import tostring

        if without_embeds(self.tree):
            html = tostring(self.tree, encoding="unicode")
        text = article_text(html)
        if len(self.said.body) > MUCH_LONGER * len(text):
            text = self.said.body
        builder = ArticleBuilder(
            self.item, text, self.sha256, self.rules, placed=False, given=self._given(_byline(html))
        )
        if not builder.text.strip():
            raise InputError(
                self.item.name,
                "no article text found",
                "save the page once the article shows, or paste its text",
            )
        if is_list(self.tree, self.said, text):
            raise InputError(
                self.item.name, "lists articles and holds none itself", "save the pages of the articles"
            )
        known = _beside_declared(text, self.said.body)
        found = articles_of(builder, Title(self.said.title) if self.said.title else None, known=known)
        self._refuse_stub(found)
        notes = _notes(self.item, found, whole_articles(self.tree))
        if is_live_blog(self.tree):
            notes.append(
                f"{self.item.name}: is a live blog whose posts cannot be told apart; it is read as one text"
            )
        return found.warned(notes)

    def posts(self, html: str) -> ReadFile | None:
        """The posts of a live blog, an item each; None where the page is no live blog, or its posts cannot be told."""
        posts = live_posts(self.tree, article_text(html)) if is_live_blog(self.tree) else []
        if not posts:
            return None
        articles = []
        for number, post in enumerate(posts, 1):
            given = self._given("")
            if post.published:
                given = replace(given, published=post.published, published_raw=post.published, updated="")
            builder = ArticleBuilder(self.item, post.text, self.sha256, self.rules, placed=False, given=given)
            title = Title(post.title or self.said.title) if post.title or number == 1 else None
            articles.append(builder.article(f"{self.item.stem}#{number}", title, split_lines(post.text)))
        kept = checked(articles, self.rules, self.item.name)
        note = (
            f"{self.item.name}: is a live blog; its {len(kept)} posts are read one by one, each with its date"
        )
        return ReadFile(kept, warnings=(note,))

    def _given(self, byline: str) -> InputMetadata:
        return InputMetadata(
            source=self.said.site,
            byline=self.said.byline or byline,
            published=self.said.published,
            published_raw=self.said.published,
            updated=self.said.updated,
            url=self.said.url or self.url,
        )

    def _refuse_stub(self, found: ReadFile) -> None:
        """Raise InputError where only the beginning of a paid article shows."""
        words = sum(count_words(own_text(article)) for article in found.articles)
        asked = words < FEW_WORDS and any(self.rules.boilerplate.asks_to_pay(a.text) for a in found.articles)
        if asked or is_stub(self.tree, words):
            raise InputError(
                self.item.name,
                f"holds only the beginning of an article that is not free ({words} words)",
                "save the page while signed in, or take the text from a press database",
            )


def _beside_declared(text: str, body: str) -> list[BoilerplateMark]:
    """The lines that the page's own declaration of the text does not have, where it has nearly all of them."""
    lines = split_lines(text)
    declared = bare_words(body)
    inside = [bare_words(line.text.lstrip("- ")) in declared for line in lines]
    covered = sum(len(line.text) for line, known in zip(lines, inside, strict=True) if known)
    if not declared or covered < MOST_DECLARED * sum(len(line.text) for line in lines):
        return []
    return [
        BoilerplateMark(line.start, line.end, "other")
        for line, known in zip(lines, inside, strict=True)
        if not known and (line.is_sentence or len(line.text) > LONGEST_SUBHEAD)
    ]


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
