"""One person spelled in several ways by the sources of one event: Drapatyi and Drapaty, Maliuk and Malyuk.

No list of names: two surnames belong together when the rules of romanisation make them equal
(`lexicons/transliteration.yaml`) and the given names are the same name. A surname that has only a title
before it joins a person whose full name another article prints. Doubled letters and other slips of the pen
are no rule. Every use of a surname with rival spellings is a row.

Published sources: the romanisation systems cited per rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile
from typing import ClassVar, NamedTuple

from framing.extract.base import Numbering, evidence_table
from framing.lexicon import Lexicons
from framing.lexicon.schema import WordList
from framing.lexicon.transliteration import TransliterationRule
from framing.people.countries import countries_by_word
from framing.records.columns import Column
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle, plain

RULES, GIVEN, TITLES = "transliteration", "given_names", "titles"
MOST_UNLABELLED = 60
"""Articles without an event label that are still taken for reports on one event."""
SHORTEST = 4
SHORTEST_WITHOUT_GIVEN = 6
_NAME = re.compile(
    r"(?<![\w.'-])[A-Z][\w-]*\w\.?(?: (?:[A-Z]\. ?)?(?:al-|el-)?[A-Z][\w-]*[^\W\d_]){0,4}(?![\w-])"
)
_INITIAL = re.compile(r"[A-Z]\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingMention(Mention):
    """One use of a surname that the articles of its event spell in several ways."""

    LETTER: ClassVar[str] = "s"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="person",
            definition="The person: the given name and surname that the articles of the event print most often.",
            example="Mykhailo Drapatyi",
        ),
        Column(name="spelling", definition="The surname as it is spelled here.", example="Drapaty"),
        Column(
            name="other_spellings",
            type="list",
            definition="The other spellings in the articles of the same event.",
            example="Drapatyi",
        ),
    )

    person: str
    spelling: str
    other_spellings: tuple[str, ...]


class _NameUse(NamedTuple):
    """A full name, or a title with a surname (`given` is empty then), in an article."""

    given: str
    surname: str


class _SpelledPerson(NamedTuple):
    """A person with rival spellings: the name most often printed, the surnames, and the rule that joins them."""

    name: str
    spellings: tuple[str, ...]
    rule: str


SPELLINGS = evidence_table("spellings", SpellingMention)


def spellings(articles: Iterable[ParsedArticle], lexicons: Lexicons) -> list[SpellingMention]:
    """All uses of surnames with rival spellings, event by event; articles without a label are one event.

    More than `MOST_UNLABELLED` articles without a label are a corpus, of which nothing is said.
    """
    events: dict[str, list[ParsedArticle]] = defaultdict(list)
    for article in articles:
        events[article.article.event].append(article)
    if len(events[""]) > MOST_UNLABELLED:
        del events[""]
    found = [m for group in events.values() for m in _of_event(group, lexicons)]
    order = {article.article.article_id: number for number, article in enumerate(articles)} if found else {}
    return sorted(found, key=lambda m: (order[m.article_id], m.start))


def _of_event(articles: Sequence[ParsedArticle], lexicons: Lexicons) -> Iterator[SpellingMention]:
    uses = {article.article.article_id: Counter(_uses(article, lexicons)) for article in articles}
    people = {spelling: person for person in _rivals(uses, lexicons) for spelling in person.spellings}
    if not people:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, people))})(?![\w-])")
    for article in articles:
        printed = {use.surname for use in uses[article.article.article_id]}
        numbering = Numbering(article, SpellingMention.LETTER)
        for sentence in article.sentences:
            for match in pattern.finditer(plain(sentence.text)):
                if match.group() in printed:
                    yield _mention(numbering, sentence.start + match.start(), match.group(), people)


def _mention(
    numbering: Numbering, start: int, spelling: str, people: Mapping[str, _SpelledPerson]
) -> SpellingMention:
    person = people[spelling]
    return SpellingMention(
        **numbering.place(start, start + len(spelling), f"transliteration:{person.rule}"),
        person=person.name,
        spelling=spelling,
        other_spellings=tuple(other for other in person.spellings if other != spelling),
    )


def _rivals(uses: Mapping[str, Counter[_NameUse]], lexicons: Lexicons) -> Iterator[_SpelledPerson]:
    """The persons whose surname stands in several spellings that rules make equal."""
    rules = lexicons.of(RULES, TransliterationRule)
    known: set[tuple[str, ...]] = set()
    for found in sorted(_bearers(uses, lexicons).values(), key=lambda found: -found.total()):
        surnames = tuple(sorted({use.surname for use in found}))
        if len({surname.lower() for surname in surnames}) > 1 and surnames not in known:
            known.add(surnames)
            name = min((use for use in found if use.given), key=lambda use: (-found[use], use))
            yield _SpelledPerson(f"{name.given} {name.surname}", surnames, _rule(surnames, rules))


def _bearers(
    uses: Mapping[str, Counter[_NameUse]], lexicons: Lexicons
) -> dict[tuple[str, str], Counter[_NameUse]]:
    """The uses of each person, by given name and surname with their spellings made equal.

    A surname behind a title is somebody's only where one person of the event bears it.
    """
    rules = lexicons.of(RULES, TransliterationRule)
    pooled: Counter[_NameUse] = Counter()
    for counter in uses.values():
        pooled.update(counter)
    people: dict[tuple[str, str], Counter[_NameUse]] = defaultdict(Counter)
    for use, times in pooled.items():
        if use.given:
            people[_given(use.given, lexicons), _key(use.surname, rules)][use] += times
    by_surname: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key in people:
        by_surname[key[1]].add(key)
    for use, times in pooled.items():
        bearers = by_surname.get(_key(use.surname, rules), set())
        if not use.given and len(bearers) == 1 and len(use.surname) >= SHORTEST_WITHOUT_GIVEN:
            people[next(iter(bearers))][use] += times
    return people


def _uses(article: ParsedArticle, lexicons: Lexicons) -> Iterator[_NameUse]:
    titles = _titles(lexicons)
    for sentence in article.sentences:
        for match in _NAME.finditer(plain(sentence.text)):
            words = match.group().removesuffix("'s").split()
            use = _use([word for word in words if not _INITIAL.fullmatch(word)], titles, lexicons)
            if use is not None:
                yield use


def _use(words: Sequence[str], titles: frozenset[str], lexicons: Lexicons) -> _NameUse | None:
    """What capitalised words name: a person in full, or a surname behind a title; None where neither is sure."""
    name = list(dropwhile(lambda word: word in titles or word.lower() in countries_by_word(), words))
    if len(name) == 1:
        titled = any(word in titles for word in words[:-1])
        return _NameUse("", name[0]) if titled and len(name[0]) >= SHORTEST_WITHOUT_GIVEN else None
    written_out = all(len(word) >= 3 and not word.isupper() for word in name)
    if len(name) not in (2, 3) or not written_out:
        return None
    surname = name[-1]
    return (
        _NameUse(name[0], surname) if len(surname) >= SHORTEST and not _is_given(surname, lexicons) else None
    )


def _key(surname: str, rules: Iterable[TransliterationRule]) -> str:
    """The surname with all spellings of a letter made equal.

    >>> from framing.lexicon import load
    >>> rules = load().of("transliteration", TransliterationRule)
    >>> _key("Drapatyi", rules) == _key("Drapaty", rules), _key("Maliuk", rules) == _key("Malyuk", rules)
    (True, True)
    """
    return _applied(surname, rules)[-1]


def _applied(surname: str, rules: Iterable[TransliterationRule]) -> list[str]:
    """The surname in lower case, and after each rule."""
    forms = [surname.lower()]
    for rule in rules:
        word = forms[-1]
        for pattern, letter in rule.replace:
            word = re.sub(pattern, letter, word)
        forms.append(word)
    return forms


def _rule(surnames: Sequence[str], rules: Sequence[TransliterationRule]) -> str:
    """The rules that make two of the spellings equal, joined by a plus sign."""
    distinct = [len(set(forms)) for forms in zip(*(_applied(s, rules) for s in surnames), strict=True)]
    steps = zip(rules, distinct, distinct[1:], strict=False)
    return "+".join(rule.id for rule, before, after in steps if after < before)


def _given(given: str, lexicons: Lexicons) -> str:
    """The given name's family, or the name with its letters made equal."""
    return _families(lexicons.of(GIVEN, WordList)).get(given.lower()) or _key(
        given, lexicons.of(RULES, TransliterationRule)
    )


def _is_given(word: str, lexicons: Lexicons) -> bool:
    return word.lower() in _families(lexicons.of(GIVEN, WordList))


@lru_cache(maxsize=4)
def _families(entries: tuple[WordList, ...]) -> Mapping[str, str]:
    return {word: entry.id for entry in entries for word in entry.words}


def _titles(lexicons: Lexicons) -> frozenset[str]:
    return frozenset(word for entry in lexicons.of(TITLES, WordList) for word in entry.words)
