"""What stands before a surname: Mr or Ms, an office, or nothing.

Only surnames that the article gives a title somewhere are looked for alone, since a bare capitalised
word may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from framing.extract.style.record import Find
from framing.lexicon import Lexicons
from framing.records.article import Span
from framing.text.sentences import ParsedArticle, plain

KIND = "style"
_NAME = r"(?:[A-Z]\. ?)*[A-Z][\w'-]*\w(?: (?:[A-Z]\. ?)*[A-Z][\w'-]*\w){0,2}"


class _TitleWords(NamedTuple):
    courtesy: frozenset[str]
    office: frozenset[str]
    no_names: frozenset[str]
    days: frozenset[str]


class _Titled(NamedTuple):
    """A title with the name behind it."""

    start: int
    end: int
    title: str
    surname: str


def surnames(parsed: ParsedArticle, lexicons: Lexicons) -> re.Pattern[str]:
    """A pattern of the surnames that the article gives a title somewhere."""
    words = _words(lexicons)
    texts = (plain(sentence.text) for sentence in parsed.sentences)
    found = sorted({re.escape(name.surname) for text in texts for name in _titled(text, words)})
    return re.compile(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])" if found else r"(?!)")


def names(text: str, known: re.Pattern[str], lexicons: Lexicons) -> Iterator[Find]:
    """The known surnames of a sentence with what stands before them; full names without a title are left out."""
    words = _words(lexicons)
    titled = {name.end: name for name in _titled(text, words)}
    for match in known.finditer(text):
        name = titled.get(match.end())
        if name is not None:
            choice = "courtesy_title" if name.title in words.courtesy else "office_title"
            yield Find(Span(name.start, match.end()), "name", choice)
        elif not _in_a_longer_name(text, match):
            yield Find(Span(*match.span()), "name", "bare_surname")


def _titled(text: str, words: _TitleWords) -> Iterator[_Titled]:
    """Names with a title before them; a capitalised word that begins no name, or a day behind it, is none."""
    for match in _title_and_name(words).finditer(text):
        name = match["name"].removesuffix("'s")
        while name.split()[-1] in words.days and " " in name:
            name = name[: name.rindex(" ")]
        if name.split()[0] not in words.no_names and name not in words.days:
            end = match.start("name") + len(name)
            yield _Titled(match.start(), end, match["title"], name.split()[-1])


def _in_a_longer_name(text: str, surname: re.Match[str]) -> bool:
    """Whether a capitalised word stands right before it or behind it."""
    before = re.search(r"[A-Z][\w.'-]* \Z", text[: surname.start()])
    return bool(before) or re.match(r" [A-Z]", text[surname.end() :]) is not None


def _words(lexicons: Lexicons) -> _TitleWords:
    return _TitleWords(*(lexicons.words(KIND, name) for name in _TitleWords._fields))


@lru_cache(maxsize=4)
def _title_and_name(words: _TitleWords) -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, words.courtesy | words.office), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<title>{titles or '(?!)'}) (?P<name>{_NAME})")
