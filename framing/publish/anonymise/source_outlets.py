"""Which outlet a source is: by its label, its address, or what its page says of itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from framing.lexicon import Lexicons
from framing.lexicon.outlets import Outlet
from framing.records.article import Article

_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#].*)?", re.IGNORECASE)
_HOST_IN_NAME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
LONGEST_PART, SHORTEST_PART = 5, 2
_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOutlet:
    """A source: its letter, its label, its outlet where the lexicon has it, and the domains of its addresses."""

    letter: str
    label: str
    outlet: Outlet | None
    domains: tuple[str, ...]

    @property
    def pseudonym(self) -> str:
        return f"Source {self.letter}"


def source_outlets(
    articles: Sequence[Article], letters: Mapping[str, str], lexicons: Lexicons
) -> tuple[SourceOutlet, ...]:
    """The sources in the order of their first articles; the letter of a source is that of its first article."""
    known = _known(lexicons.of("outlets", Outlet))
    by_label: dict[str, list[Article]] = {}
    for article in articles:
        by_label.setdefault(article.source, []).append(article)
    return tuple(_owner(label, own, letters[own[0].article_id], known) for label, own in by_label.items())


def _owner(label: str, articles: Sequence[Article], letter: str, known: _KnownOutlets) -> SourceOutlet:
    given = domain_of(label)
    hosts = [host for article in articles if (host := domain_of(article.url))]
    domains = tuple(dict.fromkeys([given, *hosts] if given else hosts))
    outlet = (
        next((found for domain in domains if (found := known.at(domain))), None)
        or known.called(label)
        or known.in_label(label)
        or next((found for article in articles if (found := _in_file_name(article, known))), None)
    )
    return SourceOutlet(letter=letter, label=label, outlet=outlet, domains=domains)


def domain_of(text: str) -> str:
    """The host of an address or of a label that is one, without "www"; empty where there is none.

    >>> domain_of("https://www.Example.org/news?x=1"), domain_of("Npr.org"), domain_of("The Hill")
    ('example.org', 'npr.org', '')
    """
    match = _DOMAIN.fullmatch(text.strip())
    if not match:
        return ""
    host = urlsplit(f"//{match[1]}").hostname or ""
    return host if not host.endswith((".txt", ".html", ".htm", ".pdf", ".docx", ".csv", ".json")) else ""


def fold(name: str) -> str:
    """A name for comparing: letters and digits only, without accents and a leading article.

    >>> fold("The Guardian"), fold("El País"), fold("FoxNews")
    ('guardian', 'elpais', 'foxnews')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = re.sub(r"^the\s+", "", plain.strip())
    return "".join(character for character in plain if character.isalnum())


class _KnownOutlets:
    """The outlets of the lexicon by domain and by name."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._domains: dict[str, Outlet] = {}
        self._names: dict[str, Outlet] = {}
        self._plain: dict[str, Outlet] = {}
        for outlet in outlets:
            for domain in outlet.domains:
                self._domains.setdefault(domain, outlet)
            cores = [domain.split(".")[0] for domain in outlet.domains]
            for name in (outlet.name, *outlet.forms, *outlet.ordinary, *cores):
                self._names.setdefault(fold(name), outlet)
            ordinary = {fold(name) for name in outlet.ordinary}
            for name in {fold(name) for name in (*outlet.plain, *cores)} - ordinary:
                if len(name) > SHORTEST_PART:
                    self._plain.setdefault(name, outlet)

    def at(self, domain: str) -> Outlet | None:
        """The outlet of a domain or of one above it."""
        labels = domain.split(".")
        above = (".".join(labels[at:]) for at in range(len(labels) - 1))
        return next((self._domains[name] for name in above if name in self._domains), None)

    def called(self, name: str) -> Outlet | None:
        return self._names.get(fold(name))

    def in_label(self, label: str) -> Outlet | None:
        """An outlet whose name is part of a label ("bbc_2024-05-01", "NBC News | Springfield")."""
        words = _TOKEN.findall(label)
        sizes = range(min(LONGEST_PART, len(words)), 0, -1)
        parts = ("".join(words[at : at + size]) for size in sizes for at in range(len(words) - size + 1))
        return next((found for part in parts if (found := self._plain.get(fold(part)))), None)


@lru_cache(maxsize=4)
def _known(outlets: tuple[Outlet, ...]) -> _KnownOutlets:
    return _KnownOutlets(outlets)


def _in_file_name(article: Article, known: _KnownOutlets) -> Outlet | None:
    hosts = _HOST_IN_NAME.findall(article.file)
    return next((found for host in hosts if (found := known.at(host.lower()))), None)
