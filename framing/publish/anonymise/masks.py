"""What is masked on the page of a run, and what stands in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from framing.extract.naming import NameMention
from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import Agency
from framing.lexicon.naming import NameConcept
from framing.lexicon.outlets import Outlet
from framing.publish.anonymise import forms
from framing.publish.anonymise.aliases import Aliases, aliases, in_context
from framing.publish.anonymise.masker import Mask, Masker
from framing.publish.anonymise.owners import Owner, owners
from framing.publish.anonymise.writers import spoken_of, surname, writers
from framing.results import Results

SHORTEST_SURNAME = 3
_LOWER = re.compile(r"(?<![\w.@#/-])[a-z]+(?![\w.@-])")
_ASIDE = re.compile(r",.*| \(.*\)$")


def names_masker(results: Results, letters: Mapping[str, str]) -> Masker:
    """The masks of sources, agencies, writers and files; `letters` gives each article's letter by its id."""
    lexicons = results.lexicons
    found = owners(results.articles, letters, lexicons)
    lower = frozenset(word for article in results.articles for word in _LOWER.findall(article.text))
    called = {owner.label: aliases(owner, lexicons, lower) for owner in found}
    masks = list(_files(results))
    names: list[tuple[str, str]] = []
    for owner in found:
        own = called[owner.label]
        names += [(forms.without_article(name), owner.mask) for name in own.plain]
        masks += [Mask(pattern, owner.mask) for pattern in in_context(own.ordinary, lexicons)]
        masks += [Mask(pattern, owner.mask) for pattern in own.patterns]
    for number, (agency, outlet) in enumerate(_agencies(results, found), 1):
        put = f"Agency {number}"
        further = (*outlet.plain, *outlet.titles) if outlet else ()
        names += [(forms.without_article(name), put) for name in (*agency.forms, *further)]
        masks += [Mask(forms.addresses(domain), put) for domain in (outlet.domains if outlet else ())]
    names += _writers(results, found, called)
    return Masker(_first(names), masks)


def house_masker(results: Results) -> Masker:
    """The masks of house spellings: the words of every name that is marked become its concept's label."""
    labels = {concept.id: concept.label for concept in results.lexicons.of("names", NameConcept)}
    texts = {article.article_id: article.text for article in results.articles}
    names: list[tuple[str, str]] = []
    for row in results.mentions.get("naming", ()):
        if isinstance(row, NameMention) and not row.exception and row.concept in labels:
            put = f"[{_ASIDE.sub('', labels[row.concept]).removeprefix('the ')}]"
            names += [(texts[row.article_id][row.start : row.end], put), (row.variant, put)]
    return Masker(_first(names))


def _first(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each name once, with what it first stands for."""
    kept: dict[str, str] = {}
    for name, put in names:
        kept.setdefault(name, put)
    return list(kept.items())


def _agencies(results: Results, found: Iterable[Owner]) -> Iterator[tuple[Agency, Outlet | None]]:
    """The agencies whose words the articles carry, and that are no source themselves."""
    credited = {article.agency for article in results.articles}
    credited |= {agency for own in results.own_words for agency in own.agencies}
    bylines = {part.strip() for a in results.articles for part in re.split("[,;|/]", a.byline)}
    sources = {owner.outlet.agency for owner in found if owner.outlet}
    outlets = {outlet.agency: outlet for outlet in results.lexicons.of("outlets", Outlet)}
    for agency in results.lexicons.of("agencies", Agency):
        signed = agency.label in credited or not bylines.isdisjoint(agency.forms)
        if signed and agency.id not in sources:
            yield agency, outlets.get(agency.id)


def _writers(
    results: Results, found: Iterable[Owner], called: Mapping[str, Aliases]
) -> Iterator[tuple[str, str]]:
    """Each writer's name with its mask; the surname alone where the text speaks of the writer."""
    by_label = {owner.label: owner for owner in found}
    outlets = _outlet_names(results.lexicons)
    for article in results.articles:
        own = called[article.source]
        patterns = [forms.standing(name) for name in (*own.plain, *own.ordinary)]
        put = f"[writer of {by_label[article.source].mask}]"
        people = writers(article, patterns, outlets, results.lexicons)
        yield from ((name, put) for name in people)
        surnames = map(surname, spoken_of(people, article))
        yield from ((name, put) for name in surnames if len(name) >= SHORTEST_SURNAME)


def _outlet_names(lexicons: Lexicons) -> frozenset[str]:
    outlets = lexicons.of("outlets", Outlet)
    names = [name for o in outlets for name in (o.name, *o.forms, *o.ordinary, *o.titles)]
    names += [form for agency in lexicons.of("agencies", Agency) for form in agency.forms]
    return frozenset(name.casefold() for name in names)


def _files(results: Results) -> Iterator[Mask]:
    """Names of input files, and addresses of articles."""
    files = [article.file for article in results.articles]
    files += [item.file for item in results.skipped]
    files += [piece.file for piece in results.outside]
    for number, file in enumerate(dict.fromkeys(filter(None, files)), 1):
        yield Mask(rf"(?<!\w){re.escape(file)}(?!\w)", f"file {number}")
    for address in dict.fromkeys(article.url for article in results.articles if article.url):
        yield Mask(re.escape(address), "[address]")
