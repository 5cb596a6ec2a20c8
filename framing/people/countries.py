"""Countries of the world: names, demonyms and capitals, from the data of the package countryinfo."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Country(NamedTuple):
    """A country with the English words that stand for it or its people."""

    name: str
    demonym: str
    capital: str

    @property
    def markers(self) -> tuple[str, ...]:
        """Name, demonym and the demonym's plural.

        >>> Country("Ukraine", "Ukrainian", "Kyiv").markers
        ('Ukraine', 'Ukrainian', 'Ukrainians')
        """
        counted = self.demonym and not self.demonym.endswith(("sh", "ch", "ese", "s"))
        plural = f"{self.demonym}s" if counted else ""
        return tuple(dict.fromkeys(word for word in (self.name, self.demonym, plural) if word))


@cache
def countries_by_word() -> Mapping[str, Country]:
    """Country of every name, official or short name, code, demonym and capital (all case-folded).

    Of several countries with one demonym ("American") the one with most people is taken.

    >>> found = countries_by_word()
    >>> found["ukrainian"].name, found["usa"].name, found["ankara"].name
    ('Ukraine', 'United States', 'Turkey')
    """
    from countryinfo import all_countries

    words: dict[str, Country] = {}
    entries = []
    for info in all_countries():
        name, demonyms, capitals = (_texts(value) for value in (info.name(), info.demonym(), info.capital()))
        if name:
            country = Country(name[0], next(iter(demonyms), ""), next(iter(capitals), ""))
            others = (*demonyms, *capitals, *_texts(info.alt_spellings()))
            entries.append((info.population() or 0, country, others))
            words.setdefault(country.name.casefold(), country)
    for _, country, others in sorted(entries, key=lambda entry: -entry[0]):
        for word in (*country.markers, *others):
            words.setdefault(word.casefold(), country)
    return words


def country_of(word: str) -> Country | None:
    """The country that a word or its capital stands for ("Delhi" as well as "New Delhi").

    >>> country_of("Delhi").name, country_of("Deli")
    ('India', None)
    """
    bare = word.replace(".", "").removeprefix("the ").casefold()
    return countries_by_word().get(bare) or countries_by_word().get(f"new {bare}")


@cache
def country_markers() -> tuple[str, ...]:
    """Names, demonyms and their plurals of all countries, each once."""
    return tuple(dict.fromkeys(form for country in countries_by_word().values() for form in country.markers))


def _texts(value: object) -> tuple[str, ...]:
    """The package gives one text, a list of them, or nothing; blank ones are left out."""
    texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(stripped for text in texts if (stripped := str(text).strip()))
