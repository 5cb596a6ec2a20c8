"""Names as patterns: what a name looks like in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BREAK = r"[\s\u00a0\u2010-\u2013-]+"
ARTICLE = r"(?:[Tt]he\s|THE\s)?"
SHORTEST = 3


def exact(name: str) -> str:
    """A name as it is written or in capitals; spaces and hyphens are one, so are both apostrophes.

    >>> bool(re.search(exact("Al-Jazeera"), "AL JAZEERA")), bool(re.search(exact("Time"), "in time"))
    (True, False)
    """
    words = [word for word in re.split(_BREAK, name) if word]
    written = _BREAK.join(_word(word) for word in words)
    capitals = _BREAK.join(_word(word.upper()) for word in words)
    return written if written == capitals else f"(?:{written}|{capitals})"


def _word(word: str) -> str:
    return re.sub(r"['’]", "['’]", re.escape(word))


def without_article(name: str) -> str:
    """A name without "The" before it.

    >>> without_article("The Kyiv Independent")
    'Kyiv Independent'
    """
    return re.sub(r"^The\s+(?=\S)", "", name)


def standing(name: str) -> str:
    """A name with its article, wherever it stands as a word."""
    return rf"(?<!\w){ARTICLE}{exact(without_article(name))}(?!\w)"


def compact(core: str) -> str:
    """The letters of a domain as the name they were taken from, with or without spaces, capital first.

    >>> bool(re.search(compact("springfieldcourier"), "told the Springfield Courier"))
    True
    >>> bool(re.search(compact("patch"), "a patch of grass"))
    False
    """
    letters = re.sub(r"^the(?=\w{4})", "", re.sub(r"[\W_]", "", core))
    spaced = r"[\s\u00a0.'’&-]?".join(map(re.escape, letters))
    return rf"(?<!\w){ARTICLE}(?=[A-ZÀ-Þ0-9])(?i:{spaced})(?!\w)"


def addresses(domain: str) -> str:
    """E-mail addresses and web addresses of a domain.

    >>> pattern = addresses("example.org")
    >>> re.findall(pattern, "See https://news.example.org/a?b=1, or write to desk@example.org.")
    ['https://news.example.org/a?b=1', 'desk@example.org']
    """
    host = rf"(?:[\w-]+\.)*{re.escape(domain)}(?![\w-]|\.\w)"
    path = r"(?:[/?#][^\s<>\"“”‘’]*[^\s<>\"“”‘’.,;:!?)\]])?"
    return rf"(?<![\w.@-])(?:[\w.+-]+@{host}|(?i:https?://)?(?i:{host}){path})"


def handles(core: str, *, tags: bool) -> str:
    """Handles, and tags, that hold a name; one of two letters has to stand first, with a break behind it.

    >>> re.findall(handles("bbc", tags=True), "@BBCNews and #bbcqt, not @abc")
    ['@BBCNews', '#bbcqt']
    >>> re.findall(handles("dw", tags=False), "@dw_politics, @dwarf")
    ['@dw_politics']
    """
    sign = "[@#]" if tags else "@"
    if len(core) < SHORTEST:
        return rf"(?<!\w){sign}(?i:{re.escape(core)})(?:[_A-Z]\w*)?(?!\w)"
    return rf"(?<!\w){sign}(?=\w*(?i:{re.escape(core)}))\w+"


def either(patterns: Iterable[str]) -> str:
    """A pattern that finds any of several, the longest first."""
    return "(?:" + "|".join(sorted(set(patterns), key=lambda p: (-len(p), p))) + ")"
