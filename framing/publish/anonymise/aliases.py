"""What a source is called in texts: the names of its outlet, or those that its label and address suggest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import Agency
from framing.lexicon.outlets import Outlet, SelfReference
from framing.people.countries import countries_by_word
from framing.publish.anonymise import name_patterns
from framing.publish.anonymise.source_outlets import SourceOutlet, domain_of

SHORTEST_CORE, SHORTEST_STEM, SHORTEST_PART = 5, 4, 3
_PARTS = re.compile(r"\s*[|/,:()&<>\[\]]\s*|\s+[-–—]\s+")
_NUMBERED = re.compile(r"(?:.*[\W_])?(?:\d+|[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Aliases:
    """The names of a source: `plain` and `ordinary` are names, `patterns` what else gives it away.

    `ordinary` names are also words and count only beside the words of a text that speaks of an outlet.
    """

    plain: tuple[str, ...]
    ordinary: tuple[str, ...]
    patterns: tuple[str, ...]


def aliases(one: SourceOutlet, lexicons: Lexicons, lower: frozenset[str]) -> Aliases:
    """What gives a source away; `lower` are the words that stand in lower case in the texts of the run."""
    cores = [core for domain in one.domains if (core := _core(domain, lexicons))]
    if one.outlet:
        found = _of_outlet(one.outlet, lexicons)
        cores += [_core(domain, lexicons) for domain in one.outlet.domains]
    else:
        found = _of_label(one.label, cores, lexicons, lower)
    patterns = [
        *found.patterns,
        *map(name_patterns.addresses, one.domains),
        *(name_patterns.handles(core, tags=core not in lower) for core in dict.fromkeys(cores)),
    ]
    return Aliases(_once(found.plain), _once(found.ordinary), _once(patterns))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _of_outlet(outlet: Outlet, lexicons: Lexicons) -> Aliases:
    """What the lexicon knows of an outlet."""
    agencies = [entry for entry in lexicons.of("agencies", Agency) if entry.id == outlet.agency]
    plain = (*outlet.plain, *outlet.titles, *(form for entry in agencies for form in entry.forms))
    return Aliases(plain, outlet.ordinary, tuple(map(name_patterns.addresses, outlet.domains)))


def _of_label(label: str, cores: Sequence[str], lexicons: Lexicons, lower: frozenset[str]) -> Aliases:
    """What the label of an unknown outlet and its addresses suggest."""
    names = _names(label, lexicons)
    plain = [name for name in names if name.casefold() not in lower]
    ordinary = [name for name in names if name.casefold() in lower]
    patterns = []
    others = _other_names(lexicons)
    for core in (*cores, *_stem(label)):
        if core in lower:
            ordinary.append(core.capitalize())
        elif len(core) >= SHORTEST_CORE:
            patterns.append(name_patterns.compact(core))
        cut = _without("site_words", core, lexicons)
        plain += [name.upper() for name in {core, cut} if len(name) > 1 and name not in others]
    return Aliases(tuple(plain), tuple(ordinary), tuple(patterns))


def in_context(names: Iterable[str], lexicons: Lexicons) -> list[str]:
    """Patterns of ordinary names beside words that speak of an outlet; the group `name` holds the name.

    So is one that stands before a headline ("Time: …") or behind it ("… | Time"). A name with an article ("The Guardian") is also found after a word in lower case, unless a capitalised
    word follows ("the Guardian Council").
    """
    patterns = {entry.id: entry.patterns for entry in lexicons.of("self_reference", SelfReference)}
    before = "(?:" + "|".join(patterns.get("before", ())) + ")"
    after = "(?:" + "|".join(patterns.get("after", ())) + ")"
    found = []
    for name in names:
        bare = name_patterns.without_article(name)
        word = rf"(?P<name>(?:[Tt]he\s)?{re.escape(bare)})(?!\w)"
        found += [rf"(?<!\w)(?i:{before}) {word}(?! [A-Z])", rf"(?<!\w){word}(?={after})"]
        found += [rf"^{word}(?=:\s)", rf"(?<=\s[|–—-]\s){word}$"]
        if name != bare:
            found.append(rf"(?<=[a-z,;:] )(?P<name>[Tt]he {re.escape(bare)})(?!\w)(?!['’-]?\w* [A-Z])(?!-)")
            found.append(
                rf"(?:^|(?<=[.!?:] )|(?<=[“\"‘]))(?P<name>The {re.escape(bare)})(?!\w)(?! [A-Z])(?!-)"
            )
    return found


def _names(label: str, lexicons: Lexicons) -> list[str]:
    """What of a label is a name that may stand in texts: no address, no numbered file, no country, no actor."""
    others = _other_names(lexicons)
    parts = [label, *(part for part in _PARTS.split(label) if part != label and len(part) >= SHORTEST_PART)]
    return [part for part in parts if _is_name(part) and part.casefold() not in others]


def _stem(label: str) -> list[str]:
    """A label in lower case, such as the name of a file, as one word."""
    word = re.sub(r"[\W_]", "", label)
    is_stem = label == label.lower() and not domain_of(label) and not _NUMBERED.fullmatch(label)
    return [word] if is_stem and len(word) >= SHORTEST_STEM and word.isalpha() else []


def _is_name(part: str) -> bool:
    letters = sum(character.isalpha() for character in part)
    if letters < 2 or domain_of(part) or _NUMBERED.fullmatch(part):
        return False
    return any(character.isupper() for character in part)


def _other_names(lexicons: Lexicons) -> frozenset[str]:
    """Names of countries, and of actors of conflicts that are no media: content, whoever is called so."""
    actors = (
        form.casefold()
        for pack in lexicons.packs.values()
        for side in (*pack.sides, pack.third_parties)
        for actor in side.actors
        if actor.type != "media"
        for form in actor.forms
    )
    return frozenset(actors) | frozenset(countries_by_word())


def _core(domain: str, lexicons: Lexicons) -> str:
    """The name in a domain: the label before its endings.

    >>> from framing.lexicon import load
    >>> _core("news.bbc.co.uk", load()), _core("npr.org", load())
    ('bbc', 'npr')
    """
    name = domain.rpartition(".")[0]
    return _without("endings", name, lexicons).rpartition(".")[2]


def _without(entry_id: str, text: str, lexicons: Lexicons) -> str:
    """The text without what the patterns of an entry find."""
    for entry in lexicons.of("self_reference", SelfReference):
        for pattern in entry.patterns if entry.id == entry_id else ():
            text = re.sub(pattern, "", text)
    return text
