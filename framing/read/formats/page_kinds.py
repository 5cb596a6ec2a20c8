"""Pages that are no article of an outlet in its own words: translations by machine, beginnings of paid articles, lists of
articles, live blogs. Each is known by what the page declares or by its shape, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.read.cleaning.boilerplate import bare_words
from framing.read.cleaning.page_lines import visible_lines
from framing.read.dates import written_date
from framing.read.formats.page_metadata import PageMetadata, records_of, text_of_value
from framing.text.sentences import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STUB_WORDS = 100
"""Words; a page that says its article is not free and shows fewer holds only the beginning of it."""
STUB_SHARE = 0.5
"""Share of the words that the page says its article has, below which only the beginning shows."""
LEAST_TEASERS = 8
"""Headlines that are links; a page with as many and no article of its own is a list."""
TEASER_SHARE = 0.25
"""Share of the lines of a list's text that are such headlines."""
LEAST_POSTS = 2
LEAST_BESIDES = 30
"""Words that a live blog shows besides its posts, from which on they are an item too."""
KNOWN_BY = 60
"""Characters of a post by which it is found again in the text of the page."""

_POST_CLASS = re.compile(r"live-?(?:blog)?-?(?:post|entry|item|update|block)|lx-stream__post", re.IGNORECASE)
_HEADINGS = ("h2", "h3", "h4")
_EMBEDS = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed)\b"
)


@dataclass(frozen=True, slots=True)
class LivePost:
    """One post of a live blog."""

    title: str
    text: str
    published: str


def without_embeds(tree: HtmlElement) -> bool:
    """Take the posts of social media out of a page; whether there were any."""
    found = [e for e in tree.iter("blockquote") if _EMBEDS.search(e.get("class") or "")]
    for element in found:
        element.drop_tree()
    return bool(found)


def is_translated(tree: HtmlElement) -> bool:
    """Whether a page was saved from a browser that translated it."""
    classes = (tree.get("class") or "").split()
    if "translated-ltr" in classes or "translated-rtl" in classes:
        return True
    return any((e.get("http-equiv") or "").lower() == "x-translated-by" for e in tree.iter("meta"))


def is_stub(tree: HtmlElement, words: int) -> bool:
    """Whether a page with so many words of article declares that the article is not free."""
    for record in records_of(tree):
        if str(record.get("isAccessibleForFree")).lower() in ("false", "http://schema.org/false"):
            declared = str(record.get("wordCount") or "")
            counted = int(declared) if re.fullmatch("[0-9]{1,9}", declared) else 0
            return words < STUB_WORDS or words < STUB_SHARE * counted
    return False


def is_list(tree: HtmlElement, said: PageMetadata, text: str) -> bool:
    """Whether a page without an article of its own lists others."""
    if said.published or said.body:
        return False
    teasers = {
        bare_words(heading.text_content())
        for heading in tree.iter(*_HEADINGS)
        if heading.find(".//a") is not None or next(heading.iterancestors("a"), None) is not None
    }
    lines = [bare_words(line) for line in text.split("\n")]
    return len(teasers) >= LEAST_TEASERS and sum(line in teasers for line in lines) >= TEASER_SHARE * len(
        lines
    )


def live_posts(tree: HtmlElement, text: str) -> list[LivePost]:
    """The posts of a live blog that its page shows, in their order, and before them what it shows besides.

    None where the page is no live blog or its posts cannot be told. `text` is that of the whole page.
    """
    bare = bare_words(text)
    posts = [post for post in _posts(tree) if bare_words(post.text)[:KNOWN_BY] in bare]
    if len(posts) < LEAST_POSTS:
        return []
    told = bare_words("\n".join(f"{post.title}\n{post.text}" for post in posts))
    besides = [line for line in text.split("\n") if bare_words(line) not in told]
    if sum(map(count_words, besides)) >= LEAST_BESIDES:
        return [LivePost("", "\n".join(besides), ""), *posts]
    return posts


def _posts(tree: HtmlElement) -> list[LivePost]:
    declared = [
        post
        for record in records_of(tree)
        if _is_live(record)
        for post in _listed(record.get("liveBlogUpdate"))
        if isinstance(post, dict)
    ]
    posts = [post for one in declared if (post := _declared_post(one)).text]
    if len(posts) >= LEAST_POSTS:
        return posts
    if not declared and not is_live_blog(tree):
        return []
    return [post for element in _post_elements(tree) if (post := _shown_post(element)).text]


def is_live_blog(tree: HtmlElement) -> bool:
    """Whether a page declares itself a live blog, or marks posts of one."""
    return any(map(_is_live, records_of(tree))) or _marked(tree)


def _is_live(record: dict[str, Any]) -> bool:
    return "LiveBlogPosting" in _listed(record.get("@type"))


def _marked(tree: HtmlElement) -> bool:
    return any(e.get("itemprop") == "liveBlogUpdate" for e in tree.iter() if isinstance(e.tag, str))


def _declared_post(post: dict[str, Any]) -> LivePost:
    body = post.get("articleBody")
    return LivePost(
        text_of_value(post.get("headline")),
        "\n".join(line for line in map(text_of_value, str(body or "").split("\n")) if line),
        written_date(text_of_value(post.get("datePublished"))),
    )


def _post_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of posts, none within another."""
    taken: set[HtmlElement] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str) or taken.intersection(element.iterancestors()):
            continue
        named = f"{element.get('class') or ''} {element.get('data-testid') or ''}"
        if element.get("itemprop") == "liveBlogUpdate" or any(map(_POST_CLASS.fullmatch, named.split())):
            taken.add(element)
            yield element


def _shown_post(element: HtmlElement) -> LivePost:
    heading = next(element.iter("h1", *_HEADINGS), None)
    time = next(element.iter("time"), None)
    apart = [one for one in (heading, time) if one is not None]
    return LivePost(
        " ".join(heading.text_content().split()) if heading is not None else "",
        "\n".join(line for line in visible_lines(element, apart) if count_words(line) > 2),
        written_date((time.get("datetime") or "").strip()) if time is not None else "",
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
