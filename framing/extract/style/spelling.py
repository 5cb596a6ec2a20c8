"""British and American spellings, by the rule families of `lexicons/spelling.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from framing.extract.style.record import Find
from framing.lexicon import Lexicons
from framing.lexicon.spelling import SpellingFamily
from framing.records.article import Span

KIND = "spelling"
SHORTEST_STEM = 2
MOST_KNOWN = 200_000
_WORD = re.compile(r"(?<![\w-])(?:[Pp]er cent|[A-Za-z]{4,}|[Mm][ou]ms?)(?![\w-])")


def spellings(text: str, lexicons: Lexicons) -> Iterator[Find]:
    """The words of a sentence that are spelled in two ways; capitalised names are left out."""
    families = _families(lexicons.of(KIND, SpellingFamily))
    for match in _WORD.finditer(text):
        word = match.group()
        known = families.of(word.lower())
        if known and (word.islower() or _begins_plain_sentence(text, match)):
            yield Find(Span(*match.span()), "spelling", *known)


def _begins_plain_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word is the first of its sentence, and no part of a name or of a headline."""
    following = text[match.end() :].lstrip()
    return match.group()[1:].islower() and not text[: match.start()].strip("\"' ") and following[:1].islower()


@dataclass(frozen=True, eq=False)
class _Families:
    """The spelling families as patterns; every distinct word is looked up once."""

    rules: tuple[tuple[str, re.Pattern[str]], ...]
    _known: dict[str, tuple[str, str] | None] = field(default_factory=dict, repr=False)

    def of(self, word: str) -> tuple[str, str] | None:
        """Choice and family of a word in lower case; None where it is spelled in one way only."""
        if word not in self._known:
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            self._known[word] = next(self._matches(word), None)
        return self._known[word]

    def _matches(self, word: str) -> Iterator[tuple[str, str]]:
        for family, pattern in self.rules:
            if (way := pattern.fullmatch(word)) is not None:
                yield ("british" if way["british"] is not None else "american"), family


@lru_cache(maxsize=4)
def _families(families: tuple[SpellingFamily, ...]) -> _Families:
    return _Families(tuple((family.id, _rule(family)) for family in families))


def _rule(family: SpellingFamily) -> re.Pattern[str]:
    """A pattern whose group `british` or `american` tells which way a word is spelled."""
    if family.pairs:
        british = "|".join(re.escape(pair[0]) for pair in family.pairs)
        american = "|".join(re.escape(pair[1]) for pair in family.pairs if pair[1])
        return re.compile(rf"(?P<british>{british})|(?P<american>{american or '(?!)'})")
    stem = "|".join(family.stems) if family.stems else rf"[a-z]{{{SHORTEST_STEM},}}?"
    endings = "|".join(family.endings)
    barred = "|".join(family.not_stems)
    unless = rf"(?!(?:{barred})(?:{family.british}|{family.american})(?:{endings})$)" if barred else ""
    return re.compile(
        rf"{unless}(?:{stem})(?:(?P<british>{family.british})|(?P<american>{family.american}))(?:{endings})"
    )
