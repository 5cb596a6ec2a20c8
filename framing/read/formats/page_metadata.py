"""What a web page declares about its article: schema.org records, Open Graph and other meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from framing.read.dates import written_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)$")
_ADDRESS = re.compile(r"https?://|@|/", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SITE_BEHIND = re.compile(r"(?P<title>.*\S)\s+[|–—-]\s+(?P<site>[^|]+)")
MOST_RECORDS = 2_000


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page says of itself; empty strings where it says nothing."""

    title: str = ""
    site: str = ""
    byline: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    body: str = ""


def declared_by(tree: HtmlElement) -> PageMetadata:
    """The declarations of a page.

    >>> from lxml.html import document_fromstring
    >>> declared_by(document_fromstring(
    ...     "<meta property='og:site_name' content='Gulf Courier'><h1>Pier shut</h1><p>Text.</p>"))
    PageMetadata(title='Pier shut', site='Gulf Courier', byline='', published='', updated='', url='', body='')
    """
    meta = _meta(tree)
    record = next(_article_records(tree), {})
    site = meta.get("og:site_name", "") or text_of_value(_named(record.get("publisher")))
    titles = [meta.get("og:title", ""), text_of_value(record.get("headline")), meta.get("twitter:title", "")]
    return PageMetadata(
        title=_title(_headings(tree), [_without_site(title, site) for title in titles if title]),
        site=site,
        byline=_byline(record.get("author"), [meta.get("author", ""), meta.get("article:author", "")]),
        published=_date(
            record.get("datePublished"),
            meta.get("article:published_time"),
            meta.get("og:article:published_time"),
        ),
        updated=_date(
            record.get("dateModified"), meta.get("article:modified_time"), meta.get("og:updated_time")
        ),
        url=_url(_canonical(tree), meta.get("og:url", "")),
        body=_body(record.get("articleBody")),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        )
        content = text_of_value(element.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _article_records(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The schema.org records of articles in the page's JSON-LD, wherever they are nested."""
    for record in records_of(tree):
        if any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(record.get("@type"))):
            yield record


def records_of(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The schema.org records in a page's JSON-LD, wherever they are nested."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(MOST_RECORDS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _headings(tree: HtmlElement) -> list[str]:
    texts = (text_of_value(element.text_content()) for element in tree.iter("h1"))
    return list(dict.fromkeys(text for text in texts if text))


def _title(headings: list[str], declared: list[str]) -> str:
    """The main heading, which is what readers see: the only one, or the one closest to what is declared."""
    if len(headings) == 1:
        return headings[0]
    wanted = {word for title in declared for word in _WORD.findall(title.casefold())}
    alike = [(len(wanted.intersection(_WORD.findall(text.casefold()))), text) for text in headings]
    shared, best = max(alike, default=(0, ""), key=lambda pair: pair[0])
    return best if shared >= 3 else next(iter(declared), "")


def _without_site(title: str, site: str) -> str:
    """A declared title without the outlet's name behind it.

    >>> _without_site("Pier shut | Gulf Courier", "Gulf Courier"), _without_site("Pier shut - at last", "X")
    ('Pier shut', 'Pier shut - at last')
    """
    match = _SITE_BEHIND.fullmatch(title)
    return match["title"] if match and match["site"].casefold() == site.casefold() else title


def _body(value: Any) -> str:
    """The declared text of the article, a paragraph a line."""
    lines = value.split("\n") if isinstance(value, str) and "<" not in value else []
    return "\n".join(line for line in map(text_of_value, lines) if line)


def _byline(author: Any, others: Iterable[str]) -> str:
    names = [text_of_value(_named(one)) for one in _listed(author)]
    names = [name for name in dict.fromkeys(names) if name and not _ADDRESS.search(name)]
    return ", ".join(names) or next((name for name in others if name and not _ADDRESS.search(name)), "")


def _named(value: Any) -> Any:
    one = next(iter(_listed(value)), None)
    return one.get("name") if isinstance(one, dict) else one


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _date(*values: Any) -> str:
    for value in values:
        text = text_of_value(value)
        found = written_date(text)
        if found:
            return found
    return ""


def _canonical(tree: HtmlElement) -> str:
    return next(
        (
            text_of_value(e.get("href"))
            for e in tree.iter("link")
            if (e.get("rel") or "").lower() == "canonical"
        ),
        "",
    )


def _url(*values: str) -> str:
    for value in values:
        try:
            if urlsplit(value).scheme in ("http", "https"):
                return value
        except ValueError:
            continue
    return ""


def text_of_value(value: Any) -> str:
    """A declared value as one line of text; nothing where it is no text."""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
