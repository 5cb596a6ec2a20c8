"""What is replaced on the page of a run, and what stands in its place: sources, agencies, writers, files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.extract.naming import NameMention
from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import Agency, expand
from framing.lexicon.naming import NameConcept
from framing.lexicon.outlets import Outlet, SelfReference
from framing.publish.anonymise import name_patterns
from framing.publish.anonymise.aliases import Aliases, aliases, in_context
from framing.publish.anonymise.replacing import PatternPseudonym, TextAnonymiser
from framing.publish.anonymise.source_outlets import SourceOutlet, source_outlets
from framing.records.article import Article
from framing.results import Results

SHORTEST_SURNAME = 3
SIGNED = ("byline", "source_line")
LONGEST_NAME = 60
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,3}")
_LOWER = re.compile(r"(?<![\w.@#/-])[a-z]+(?![\w.@-])")
_ASIDE = re.compile(r",.*| \(.*\)$")


def names_anonymiser(results: Results, letters: Mapping[str, str]) -> TextAnonymiser:
    """The pseudonyms of sources, agencies, writers and files; `letters` gives each article's letter by its id."""
    lexicons = results.lexicons
    found = source_outlets(results.articles, letters, lexicons)
    lower = frozenset(word for article in results.articles for word in _LOWER.findall(article.text))
    called = {one.label: aliases(one, lexicons, lower) for one in found}
    patterns = list(_files(results))
    names: list[tuple[str, str]] = []
    for one in found:
        own = called[one.label]
        names += [(name_patterns.without_article(name), one.pseudonym) for name in own.plain]
        patterns += [
            PatternPseudonym(pattern, one.pseudonym) for pattern in in_context(own.ordinary, lexicons)
        ]
        patterns += [PatternPseudonym(pattern, one.pseudonym) for pattern in own.patterns]
    for number, (agency, outlet) in enumerate(_agencies(results, found), 1):
        put = f"Agency {number}"
        further = (*outlet.plain, *outlet.titles) if outlet else ()
        names += [(name_patterns.without_article(name), put) for name in (*agency.forms, *further)]
        patterns += [
            PatternPseudonym(name_patterns.addresses(domain), put)
            for domain in (outlet.domains if outlet else ())
        ]
    names += _writers(results, found, called)
    return TextAnonymiser(_first(names), patterns)


def house_anonymiser(results: Results) -> TextAnonymiser:
    """What stands for house spellings: the words of every name that is marked become its concept's label."""
    labels = {concept.id: concept.label for concept in results.lexicons.of("names", NameConcept)}
    texts = {article.article_id: article.text for article in results.articles}
    names: list[tuple[str, str]] = []
    for row in results.mentions.get("naming", ()):
        if isinstance(row, NameMention) and not row.exception and row.concept in labels:
            put = f"[{_ASIDE.sub('', labels[row.concept]).removeprefix('the ')}]"
            names += [(texts[row.article_id][row.start : row.end], put), (row.variant, put)]
    return TextAnonymiser(_first(names))


def _first(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each name once, with what it first stands for."""
    kept: dict[str, str] = {}
    for name, put in names:
        kept.setdefault(name, put)
    return list(kept.items())


def _agencies(results: Results, found: Iterable[SourceOutlet]) -> Iterator[tuple[Agency, Outlet | None]]:
    """The agencies whose words the articles carry, and that are no source themselves."""
    credited = {article.agency for article in results.articles}
    credited |= {agency for own in results.own_words for agency in own.agencies}
    bylines = {part.strip() for a in results.articles for part in re.split("[,;|/]", a.byline)}
    sources = {one.outlet.agency for one in found if one.outlet}
    outlets = {outlet.agency: outlet for outlet in results.lexicons.of("outlets", Outlet)}
    for agency in results.lexicons.of("agencies", Agency):
        signed = agency.label in credited or not bylines.isdisjoint(agency.forms)
        if signed and agency.id not in sources:
            yield agency, outlets.get(agency.id)


def _writers(
    results: Results, found: Iterable[SourceOutlet], called: Mapping[str, Aliases]
) -> Iterator[tuple[str, str]]:
    """Each writer's name with its pseudonym; the surname alone where the text speaks of the writer."""
    by_label = {one.label: one for one in found}
    outlets = _outlet_names(results.lexicons)
    for article in results.articles:
        own = called[article.source]
        patterns = [name_patterns.standing(name) for name in (*own.plain, *own.ordinary)]
        put = f"[writer of {by_label[article.source].pseudonym}]"
        people = writers(article, patterns, outlets, results.lexicons)
        yield from ((name, put) for name in people)
        surnames = map(surname, spoken_of(people, article))
        yield from ((name, put) for name in surnames if len(name) >= SHORTEST_SURNAME)


def _outlet_names(lexicons: Lexicons) -> frozenset[str]:
    outlets = lexicons.of("outlets", Outlet)
    names = [name for o in outlets for name in (o.name, *o.forms, *o.ordinary, *o.titles)]
    names += [form for agency in lexicons.of("agencies", Agency) for form in agency.forms]
    return frozenset(name.casefold() for name in names)


def _files(results: Results) -> Iterator[PatternPseudonym]:
    """Names of input files, and addresses of articles."""
    files = [article.file for article in results.articles]
    files += [item.file for item in results.skipped]
    files += [piece.file for piece in results.outside]
    for number, file in enumerate(dict.fromkeys(filter(None, files)), 1):
        yield PatternPseudonym(rf"(?<!\w){re.escape(file)}(?!\w)", f"file {number}")
    for address in dict.fromkeys(article.url for article in results.articles if article.url):
        yield PatternPseudonym(re.escape(address), "[address]")


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
    by, between = (
        re.compile(name_patterns.either(patterns.get(key, ("(?!)",)))) for key in ("by", "between")
    )
    parts = [by.sub("", part.strip()) for part in between.split(article.byline)]
    found = [part for part in parts if _NAME.fullmatch(part) and len(part) <= LONGEST_NAME]
    found += _named(article, outlet, patterns)
    unique = dict.fromkeys(by.sub("", name.strip(" .,")) for name in found)
    return [name for name in unique if _is_person(name, others)]


def _named(article: Article, outlet: Sequence[str], patterns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    parts = {
        "person": name_patterns.either(patterns.get("person", ())),
        "outlet": name_patterns.either(outlet) if outlet else "(?!)",
    }

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
        if any(re.search(name_patterns.standing(name), text) for text in kept):
            yield name
