"""Whether a noun phrase is about people, and which: the test that keeps "killed the bill" out."""

from __future__ import annotations

from framing.extract.casualty.vocabulary import Vocabulary
from framing.lexicon.casualty import PeopleWords
from framing.people.countries import countries_by_word
from framing.text.grammar import SUBJECTS, children
from framing.text.parse import Token

COUNTING = ("quantity", "share")
"""Roles of nouns that count what follows "of"."""
NO_PEOPLE = ("it", "itself", "this", "that", "which", "what")
"""Pronouns that stand for things."""


def is_people(noun: Token, vocabulary: Vocabulary, demand: str) -> bool:
    """Whether a noun can be the victims of a word with this demand (`victims` in the lexicon).

    `any` takes names and bare numbers; `people` a word for people, a full name, a demonym or a number;
    `soldiers` only words for combatants, or "men" with a number ("half of its men"); `kin` only somebody's relative.
    """
    last = core(noun, vocabulary)
    entries = people_entries(noun, vocabulary)
    if demand == "kin":
        return any(entry.role == "kin" for entry in entries) and bool(children(last, "poss"))
    if demand == "soldiers":
        counted = last is not noun or bool(children(last, "nummod"))
        return any(e.status == "combatant" for e in entries) or (counted and last.lower in ("men", "people"))
    if last.lower in NO_PEOPLE or _stands_for_things(last, vocabulary) or _is_team(last, vocabulary):
        return False
    if entries:
        return True
    return not names_nobody(last, vocabulary) and _is_without_entry(last, vocabulary, demand)


def _is_without_entry(last: Token, vocabulary: Vocabulary, demand: str) -> bool:
    """Whether a noun that the lexicon does not list is people by its form: a pronoun, a number, a name."""
    if last.tag == "PRP":
        return True
    if last.pos == "NUM" or _counts(last, vocabulary, "quantity"):
        return not any(child.is_currency or child.text == "%" for child in last.children)
    if last.pos == "PROPN":
        return _is_personal_name(last, vocabulary, demand)
    return (last.pos == "ADJ" and bool(children(last, "det"))) or _reads_as_name(last, demand)


def _is_personal_name(name: Token, vocabulary: Vocabulary, demand: str) -> bool:
    """Whether a proper name is somebody's; the name of a thing ("the Aurora, a ferry") or a body is not."""
    if name.tag == "NNP" and not children(name, "compound") and _is_explained_as_thing(name, vocabulary):
        return False
    if vocabulary.has_role(name, "actor", "event", "instrument"):
        return False
    one = any(child.lower in ("a", "an") for child in children(name, "det"))
    return demand == "any" or name.tag == "NNPS" or one or bool(children(name, "compound", "nummod"))


def _is_explained_as_thing(name: Token, vocabulary: Vocabulary) -> bool:
    """Whether a noun in apposition to a name is no word for people."""
    return any(
        other.pos == "NOUN"
        and not vocabulary.person(other)
        and other.lemma.lower() not in vocabulary.no_persons
        for other in children(name, "appos")
    )


def core(noun: Token, vocabulary: Vocabulary) -> Token:
    """The noun that says what is counted: "dozens of Palestinians" is about Palestinians."""
    for _ in range(3):
        if not (noun.pos == "NUM" or _counts(noun, vocabulary, *COUNTING)):
            return noun
        of = [p for p in children(noun, "prep") if p.lower == "of"]
        objects = [o for p in of for o in children(p, "pobj")]
        if not objects:
            return noun
        noun = objects[0]
    return noun


def is_relative(noun: Token, vocabulary: Vocabulary) -> bool:
    """Whether a noun names a tie of family: "relatives", "his son"; of a child only where it is somebody's."""
    roles = {entry.role for entry in vocabulary.person(noun)}
    if "kin" not in roles or noun.dep == "compound":
        return False
    return "child" not in roles or any(c.dep == "poss" for c in noun.children)


def _is_team(name: Token, vocabulary: Vocabulary) -> bool:
    """Whether a plural name with "the" is a team's."""
    named = name.pos == "PROPN" and name.lower in vocabulary.teams
    return named and any(child.lower == "the" for child in name.children)


def _counts(noun: Token, vocabulary: Vocabulary, *roles: str) -> bool:
    """Whether a noun counts others: "dozens", "a majority"."""
    return any(entry.role in roles for entry in vocabulary.person(noun))


def people_entries(noun: Token, vocabulary: Vocabulary) -> list[PeopleWords]:
    """The lexicon's entries for a victim noun, a phrase such as "service members" before its last word."""
    last = core(noun, vocabulary)
    found: list[PeopleWords] = []
    for before in range(max(last.i - 2, 0), last.i):
        words = tuple(token.lower for token in last.parse[before : last.i + 1])
        found.extend(e for phrase, e in vocabulary.phrases.get(words[0], ()) if phrase == words)
    own = [entry for entry in vocabulary.person(last) if entry.role not in COUNTING]
    if any(entry.role == "collective" for entry in own):
        inside = [o for p in children(last, "prep") if p.lower == "of" for o in children(p, "pobj")]
        own += [entry for member in inside for entry in vocabulary.person(member)]
    return [*found, *own]


def names_nobody(name: Token, vocabulary: Vocabulary) -> bool:
    """Whether a proper name is no person's: a day, a body, an idea, a country, a place ("East Harbor")."""
    if name.pos != "PROPN" or name.tag == "NNPS":
        return False
    if name.lower in vocabulary.no_persons:
        return True
    before = children(name, "compound")
    whole = " ".join(token.text for token in (*before, name)).casefold()
    country = countries_by_word().get(whole)
    if country is not None:
        return country.demonym.casefold() != whole
    return bool(before) and before[0].lower in vocabulary.place_parts


def _stands_for_things(pronoun: Token, vocabulary: Vocabulary) -> bool:
    """Whether "they" follows a plural subject of its sentence that is no word for people (elephants)."""
    if pronoun.lower not in ("they", "them"):
        return False
    before = [t for t in pronoun.same_root if t.i < pronoun.i and t.dep in SUBJECTS and t.tag == "NNS"]
    if not before:
        return False
    harmful = vocabulary.has_role(before[-1], "event", "instrument", "actor")
    return not harmful and not vocabulary.person(before[-1])


def _reads_as_name(word: Token, demand: str) -> bool:
    """A capitalised word that the tagger takes for none: "Warmbier, 21, died", "two former SEALs"."""
    if not word.text[:1].isupper() or word.pos not in ("ADJ", "NOUN") or demand != "any":
        return False
    return word.i > 0 or (word.dep in SUBJECTS and word.pos == "ADJ")
