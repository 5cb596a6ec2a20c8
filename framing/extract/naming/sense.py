"""Metonyms: "Kyiv said" is the government, "in Kyiv" the city; where the sentence leaves it open, neither.

The grammatical role of the name decides together with the word it hangs on, by the lists of
`lexicons/metonyms.yaml`. Published source: Markert and Nissim 2007, SemEval-2007 task 08, Metonymy
resolution, whose commonest pattern for countries and capitals is place-for-people.
"""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.records.article import Span
from framing.text.parse import Token
from framing.text.sentences import Sentence

KIND = "metonyms"


class _SenseWords(NamedTuple):
    """Lemmas and prepositions that decide; see `lexicons/metonyms.yaml`."""

    locative: Set[str]
    partner: Set[str]
    place_verbs: Set[str]
    state_verbs: Set[str]
    willing: Set[str]
    place_objects: Set[str]
    government_objects: Set[str]
    place_nouns: Set[str]
    place_heads: Set[str]
    government_nouns: Set[str]
    transfers: Set[str]


def sense(sentence: Sentence, span: Span, lexicons: Lexicons) -> str:
    """`place`, `government`, or empty where the sentence is unparsed or leaves it open."""
    if sentence.parse is None:
        return ""
    start, end = span.start - sentence.start, span.end - sentence.start
    tokens = [t for t in sentence.parse if t.idx < end and start < t.idx + len(t.text)]
    top = next((t for t in tokens if t.head not in tokens or t.head is t), None)
    return _of(top, _words(lexicons)) if top is not None else ""


def _of(token: Token, words: _SenseWords) -> str:
    head, role = token.head, token.dep
    if role == "conj":
        return _of(head, words) if head.pos == "PROPN" else ""
    if role == "appos" and head.lemma.lower() in words.place_heads:
        return "place"
    if role == "nsubj":
        return _as_subject(head, words)
    if role in ("nsubjpass", "dobj", "obj"):
        return _as_object(head, words)
    if role == "pobj":
        return _after_preposition(head, words)
    if role in ("poss", "compound", "nmod", "amod"):
        return _before_noun(head, words)
    return ""


def _as_subject(verb: Token, words: _SenseWords) -> str:
    if verb.lemma in words.place_verbs:
        return "place"
    if verb.lemma in words.state_verbs:
        willing = any(child.lemma.lower() in words.willing for child in verb.children)
        return "government" if willing else ""
    return "government" if verb.pos in ("VERB", "AUX") else ""


def _as_object(verb: Token, words: _SenseWords) -> str:
    if verb.lemma in words.place_objects:
        return "place"
    return "government" if verb.lemma in words.government_objects else ""


def _after_preposition(preposition: Token, words: _SenseWords) -> str:
    word, head = preposition.lower, preposition.head
    if preposition.dep == "agent":
        return "government"
    if word in words.partner:
        return "place" if head.lemma in words.place_objects else "government"
    if word == "of":
        return _before_noun(head, words)
    if word == "to" and head.lemma in words.transfers:
        return "government"
    return "place" if word in words.locative else ""


def _before_noun(noun: Token, words: _SenseWords) -> str:
    if noun.lemma.lower() in words.place_nouns:
        return "place"
    return "government" if noun.lemma.lower() in words.government_nouns else ""


_BY_NAME = _SenseWords._fields[1:]


def _words(lexicons: Lexicons) -> _SenseWords:
    locative = lexicons.words("grammar", "locative_prepositions")
    return _SenseWords(locative, *(lexicons.words(KIND, name) for name in _BY_NAME))
