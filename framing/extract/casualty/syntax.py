"""Small questions to a dependency parse that the casualty rules share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.text.numerals import Numeral
from framing.text.parse import Parse, Token

PASSIVE = ("auxpass", "nsubjpass", "csubjpass")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = ("advcl", "xcomp", "ccomp", "oprd", "pcomp", "acomp", "dep")
CHARGES = ("of", "for", "with", "from")
"""Prepositions behind which the object acts: "charged the guard with killing two men"."""
RELATIVES = ("WDT", "WP")


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of these dependency labels, in text order."""
    return [child for child in token.children if child.dep in deps]


def is_verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive by its own auxiliary or by that of the verb it is coordinated with."""
    if children(verb, *PASSIVE):
        return True
    shares = verb.dep == "conj" and verb.tag == "VBN" and not children(verb, "dobj", "nsubj", "aux")
    return shares and is_passive(verb.head)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the clause it depends on, or the noun it describes.

    A relative pronoun is replaced by its antecedent. A participle that the parse hangs on a verb of
    saying shares the subject of what is said: "officials said a blast hit the market, killing two".
    """
    for _ in range(6):
        own = children(verb, *SUBJECTS)
        if own:
            return antecedent(next((s for s in reversed(own) if s.i < verb.i), own[0]))
        if verb.dep in ("acl", "relcl", "amod"):
            return verb.head
        if verb.dep == "conj" or (verb.dep in CLAUSES and verb.head != verb):
            if verb.dep == "conj" and not is_verbal(verb.head):
                return verb.head if verb.head.pos in ("NOUN", "PROPN", "NUM", "PRON") else None
            participle, verb = verb, verb.head
            if verb.pos in ("ADP", "SCONJ"):
                accused = children(verb.head, "dobj") if verb.lower in CHARGES else []
                if accused and accused[0].i < verb.i:
                    return accused[0]
                verb = verb.head
            reported = [c for c in children(verb, "ccomp") if c.i < participle.i and c != participle]
            verb = reported[-1] if reported and participle.dep == "advcl" else verb
            if verb.lemma == "be" and (said := children(verb, "attr")):
                return said[0]
            continue
        return None
    return None


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for, or the token itself.

    >>> from framing.text.spacy_adapter import parse_of
    >>> parse = parse_of("The blast that killed three miners was heard for miles.")
    >>> antecedent(parse[2]).text
    'blast'
    """
    if token.tag in RELATIVES or (token.lower == "that" and token.dep in SUBJECTS):
        for verb in (token.head, *token.head.ancestors):
            if verb.dep in ("relcl", "acl"):
                dated = verb.head.pos == "NUM" and verb.head.head.lower == "in"
                return phrase_head(verb.head) if dated else verb.head
    return token


def object_of(verb: Token, numerals: Sequence[Numeral] = ()) -> Token | None:
    """The noun of the number phrase right behind the verb, or else its direct object.

    The number comes first, since a parse of "killed seven and injured dozens" easily skips it.
    """
    if verb.i + 1 < len(verb.parse):
        behind = verb.nbor(1).idx
        for numeral in numerals:
            if numeral.start == behind:
                return counted_noun(verb.parse, numeral)
    own = [c for c in children(verb, "dobj") if c.i > verb.i and c.tag not in RELATIVES]
    return own[0] if own else None


def counted_noun(parse: Parse, numeral: Numeral) -> Token:
    """The noun a number phrase counts, or its last word where no noun follows."""
    last = [token for token in parse if numeral.start <= token.idx < numeral.end][-1]
    while last.dep in ("nummod", "quantmod", "compound", "amod", "det") and last.head.i > last.i:
        last = last.head
    return last


def noun_before(token: Token) -> Token | None:
    """The head of the noun phrase that ends right before a token, adverbs and auxiliaries apart."""
    for at in range(token.i - 1, max(token.i - 6, -1), -1):
        before = token.parse[at]
        if before.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            while (
                before.head.i < token.i and before.head.i > before.i and before.dep in ("nummod", "compound")
            ):
                before = before.head
            while before.dep == "conj" and before.head.i + 1 < before.i and _listed(before.head):
                before = before.head
            if before.dep == "pobj" and before.head.lower == "of" and before.head.head.pos in ("NOUN", "NUM"):
                return before.head.head
            return before
        if before.pos not in ("ADV", "AUX", "PART") and before.lower not in ("reported", "feared", "found"):
            return None
    return None


def _listed(noun: Token) -> bool:
    """Whether a list goes on right behind a noun, so that what is said later is said of it too."""
    following = noun.nbor(1)
    return following.dep == "cc" or following.text == ","


def phrase_head(noun: Token) -> Token:
    """The noun that a phrase ending in this noun is about: "explosion" for "explosion at a factory"."""
    while noun.head.i < noun.i:
        above = noun.head.head if noun.dep == "pobj" else noun.head
        if noun.dep not in ("pobj", "compound", "conj") or above.pos not in ("NOUN", "PROPN", "NUM"):
            break
        noun = above
    return noun


def prepositions(token: Token) -> Iterator[tuple[Token, Token]]:
    """The prepositions that hang on a word, each with its object noun."""
    for preposition in children(token, "prep", "agent", "dative"):
        for noun in children(preposition, "pobj"):
            yield preposition, noun
        for inner, noun in prepositions(preposition):
            yield inner, noun


def left_edge(noun: Token) -> int:
    """Index of the first token of a noun phrase: its determiners, numbers, adjectives and compounds."""
    edge = noun.i
    for child in noun.lefts:
        if child.dep in ("relcl", "acl", "cc", "conj", "preconj", "advcl", "mark", "nsubj", "cop", "aux"):
            continue
        if child.dep == "punct" and child.text not in ('"', "'", "-", "(", "''"):
            continue
        edge = min(edge, child.left_edge.i)
    return edge


def clause_root(token: Token) -> Token:
    """The nearest verb above a word, or the top of its sentence."""
    for ancestor in token.ancestors:
        if is_verbal(ancestor):
            return ancestor
    return token.root
