"""The nouns by which texts name speakers without a name, with the type of speaker each makes, and titles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.attribution import SpeakerNouns, plural
from framing.lexicon.outlets import Outlet
from framing.lexicon.schema import WordList


class SpeakerWords(NamedTuple):
    """Speaker types by head noun, in lower case, and the titles before names."""

    types: Mapping[str, str]
    titles: frozenset[str]
    offices: frozenset[str]
    """Nouns for one person, by which a text gives somebody an office or trade."""


@lru_cache(maxsize=4)
def _compiled(
    nouns: tuple[SpeakerNouns, ...], titles: frozenset[str], roles: frozenset[str], no_office: frozenset[str]
) -> SpeakerWords:
    types: dict[str, str] = {}
    for entry in nouns:
        for noun in entry.nouns:
            types.setdefault(noun, entry.speaker_type)
            types.setdefault(plural(noun), entry.speaker_type)
            if noun.endswith("man"):
                types.setdefault(noun[:-3] + "men", entry.speaker_type)
    people = ("anonymous_official", "crowd_or_unspecified", "named_person")
    one = frozenset(n for n, kind in types.items() if kind in people)
    return SpeakerWords(types, titles, (one | roles) - {plural(noun) for noun in one} - no_office)


def speaker_words(lexicons: Lexicons) -> SpeakerWords:
    """Speaker types by head noun (singular and plural, lower case), and the titles before names."""
    titles = frozenset(
        word for entry in ("courtesy", "office", "rank") for word in lexicons.words("titles", entry)
    )
    roles = frozenset(
        word for entry in lexicons.of("roles", WordList) for word in entry.words if word.isalpha()
    )
    no_office = lexicons.words("offices", "no_office")
    return _compiled(lexicons.of("speakers", SpeakerNouns), titles, roles, no_office)


def outlet_names(lexicons: Lexicons) -> frozenset[str]:
    """Names of news outlets, in lower case."""
    return _outlet_names(lexicons.of("outlets", Outlet))


@lru_cache(maxsize=4)
def _outlet_names(outlets: tuple[Outlet, ...]) -> frozenset[str]:
    return frozenset(
        form.lower() for outlet in outlets for form in (outlet.name, *outlet.forms, *outlet.ordinary)
    )
