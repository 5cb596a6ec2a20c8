"""Who wrote the articles, and whom their texts name as the outlet's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import expand
from framing.lexicon.outlets import SelfReference
from framing.publish.anonymise.forms import either, standing
from framing.records.article import Article

SIGNED = ("byline", "source_line")
LONGEST_NAME = 60
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,3}")


def writers(article: Article, outlet: Sequence[str], others: frozenset[str], lexicons: Lexicons) -> list[str]:
    """The names of those who wrote an article, and of people that its text names as the outlet's own.

    `outlet` are patterns of the outlet's names; `others` are names (case-folded) that are no writer's.

    >>> from framing.records.article import Paragraph
    >>> from framing.lexicon import load
    >>> text = "Rain fell, NPR's Jo Example reports."
    >>> article = Article(article_id="x", source="x", text=text, file="", sha256="", byline="Ann Writer and Li Po",
    ...                   paragraphs=(Paragraph(0, len(text), 0),))
    >>> writers(article, ["NPR"], frozenset(), load())
    ['Ann Writer', 'Li Po', 'Jo Example']
    """
    patterns = {entry.id: entry.patterns for entry in lexicons.of("self_reference", SelfReference)}
    by, between = (re.compile(either(patterns.get(key, ("(?!)",)))) for key in ("by", "between"))
    parts = [by.sub("", part.strip()) for part in between.split(article.byline)]
    found = [part for part in parts if _NAME.fullmatch(part) and len(part) <= LONGEST_NAME]
    found += _named(article, outlet, patterns)
    unique = dict.fromkeys(by.sub("", name.strip(" .,")) for name in found)
    return [name for name in unique if _is_person(name, others)]


def _named(article: Article, outlet: Sequence[str], patterns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    parts = {"person": either(patterns.get("person", ())), "outlet": either(outlet) if outlet else "(?!)"}

    def compiled(entry_id: str) -> list[re.Pattern[str]]:
        return [re.compile(expand(p, parts), re.MULTILINE) for p in patterns.get(entry_id, ())]

    signed = [article.text[cut.start : cut.end] for cut in article.removed if cut.reason in SIGNED]
    for pattern in compiled("byline"):
        for line in signed:
            yield from (match["person"] for match in pattern.finditer(line))
    for pattern in compiled("writer"):
        yield from (match["person"] for match in pattern.finditer(article.text))


def _is_person(name: str, others: frozenset[str]) -> bool:
    words = name.split()
    return (2 <= len(words) <= 5 and name.casefold() not in others and not name.isupper()) or _shouted(words)


def _shouted(words: Sequence[str]) -> bool:
    """A name in capitals, as some bylines set it."""
    return 2 <= len(words) <= 3 and all(word.isupper() and len(word) > 2 for word in words)


def surname(name: str) -> str:
    """The last word of a name.

    >>> surname("Jo van Example")
    'Example'
    """
    return name.split()[-1]


def spoken_of(names: Iterable[str], article: Article) -> Iterator[str]:
    """The names that the article's own words hold, and not only its byline."""
    kept = [article.text[piece.start : piece.end] for _, pieces in article.kept() for piece in pieces]
    for name in names:
        if any(re.search(standing(name), text) for text in kept):
            yield name
