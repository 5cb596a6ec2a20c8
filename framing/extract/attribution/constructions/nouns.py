"""Cues that are no verbs: nouns, adverbs, adjectives and “according to”."""

from __future__ import annotations

from framing.extract.attribution.constructions.case import CueCase, construction
from framing.extract.attribution.constructions.verbs import clause_kind
from framing.text.grammar import child, is_verbal
from framing.text.parse import Token

_MOST_STEPS = 6


# -- nouns ------------------------------------------------------------------------------------------


def is_no_channel(case: CueCase) -> bool:
    """The noun is not that in which somebody speaks (“said in a statement”)."""
    noun = case.verb
    return not (noun.dep == "pobj" and noun.head.lower in ("in", "on") and noun.head.head.pos == "VERB")


def that_clause_behind(case: CueCase) -> list[Token] | None:
    """A that-clause behind the noun in which *that* is no subject and no object."""
    for c in case.right:
        if c.dep in ("acl", "relcl", "ccomp"):
            first = min(c.subtree, key=lambda t: t.i)
            relative = any(t is first and t.dep in ("nsubj", "dobj") for t in c.children)
            if first.lower == "that" and not relative:
                return list(c.subtree)
    return None


def infinitive_behind(case: CueCase) -> list[Token] | None:
    clause = next((c for c in case.right if c.dep == "acl" and c.tag == "VB"), None)
    return list(clause.subtree) if clause is not None else None


def phrase_behind(case: CueCase) -> list[Token] | None:
    """The prepositional phrase that the word takes; a request *for words* ("for comment") says nothing."""
    for c in case.right:
        if c.dep == "prep" and c.lower in case.frames:
            asks_for_words = (
                case.use.cue.pos == "noun" and c.lower == "for" and any(p.i in case.heads for p in c.children)
            )
            inner = [t for p in c.children if p.dep in ("pobj", "pcomp") for t in p.subtree]
            if inner and not asks_for_words:
                return inner
    return None


# -- adverbs ----------------------------------------------------------------------------------------


def qualifies_clause(case: CueCase) -> bool:
    """The adverb belongs to a verb."""
    return is_verbal(case.verb.head) and case.verb.head is not case.verb


def qualifies_phrase(case: CueCase) -> bool:
    """The adverb belongs to a word that is no verb."""
    return case.verb.head is not case.verb


def clause_of_adverb(case: CueCase) -> list[Token]:
    above = case.verb.head
    while above.dep in ("auxpass", "aux") or (above.dep == "xcomp" and above.head.i < above.i):
        above = above.head
    relative = child(above, "nsubj", "nsubjpass")
    outside = {case.verb.i}
    if relative is not None and relative.tag in ("WDT", "WP"):
        outside.add(relative.i)
    outside |= {t.i for c in above.children if c.dep == "mark" for t in c.subtree}
    outside |= {c.i for c in above.children if c.dep in ("aux", "auxpass") and c.i == case.verb.i - 1}
    return [t for t in above.subtree if t.i not in outside]


def phrase_of_adverb(case: CueCase) -> list[Token]:
    return [t for t in case.verb.head.subtree if t is not case.verb]


# -- adjectives -------------------------------------------------------------------------------------


def is_predicate(case: CueCase) -> bool:
    """The adjective says how somebody is."""
    word = case.verb
    return word.dep in ("acomp", "oprd", "conj", "ROOT", "attr") or (
        word.dep in ("ccomp", "advcl", "relcl", "xcomp") and word.tag != "RB"
    )


def clause_of_adjective(case: CueCase) -> list[Token] | None:
    clause = next((c for c in case.right if c.dep in ("ccomp", "xcomp")), None)
    stated = clause is not None and clause_kind(clause) in ("that", "wh")
    return list(clause.subtree) if clause is not None and stated else None


# -- prepositions -----------------------------------------------------------------------------------


def judges(case: CueCase) -> bool:
    """It opens its sentence, or the sentence says how something is (“For the farmers, the pact is …”)."""
    if "judgement" not in case.frames:
        return True
    phrase, last = case.verb, case.verb.right_edge
    opens = phrase.i == 0 and last.i + 1 < len(phrase.parse) and last.nbor(1).text == ","
    says = phrase.head.lemma in ("be", "seem", "remain") and child(phrase.head, "attr", "acomp") is not None
    return opens and says


def clause_beside(case: CueCase) -> list[Token]:
    phrase = case.verb
    while phrase.dep in ("pobj", "compound", "amod") and phrase.head.i < phrase.i:
        phrase = phrase.head
    inside = {t.i for t in phrase.subtree}
    if phrase.head is phrase:
        verbs = {t.i for c in phrase.children if c.pos == "VERB" for t in c.subtree}
        return [t for t in phrase.parse if t.i not in inside - verbs]
    return [t for t in _clause_above(phrase, case).subtree if t.i not in inside]


def _clause_above(phrase: Token, case: CueCase) -> Token:
    """The verb that a phrase belongs to; of coordinated clauses the first, unless it is an attribution of its own."""
    above = phrase.head
    for _ in range(_MOST_STEPS):
        if is_verbal(above) or above.head is above:
            break
        above = above.head
    while above.dep == "conj" and is_verbal(above.head) and above.head.i not in case.heads:
        above = above.head
    return above


NOUNS = (
    construction(
        "noun-that-clause",
        "noun_clause",
        "The *claim* that [the dam was safe] was false.",
        that_clause_behind,
        is_no_channel,
        needs="that",
    ),
    construction(
        "noun-infinitive",
        "noun_infinitive",
        "The mayor's *promise* [to rebuild the pier] was welcome.",
        infinitive_behind,
        is_no_channel,
        needs="to_infinitive",
    ),
    construction(
        "noun-phrase-behind-noun",
        "phrase_of_noun",
        "Farmers have *concerns* about [the new pact].",
        phrase_behind,
    ),
)
ADVERBS = (
    construction(
        "adverb-of-clause",
        "adverb",
        "[The unit] *reportedly* [lost three vehicles].",
        clause_of_adverb,
        qualifies_clause,
    ),
    construction(
        "adverb-of-phrase",
        "adverb",
        "The clerk left, *reportedly* [without a word to anybody].",
        phrase_of_adverb,
        qualifies_phrase,
    ),
)
ADJECTIVES = (
    construction(
        "adjective-clause",
        "adjective_clause",
        "The coach is *confident* that [the team will win].",
        clause_of_adjective,
        is_predicate,
        needs="that",
    ),
    construction(
        "adjective-phrase",
        "adjective_phrase",
        "The farmers are *sceptical* of [the new pact].",
        phrase_behind,
        is_predicate,
    ),
)
PREPOSITIONS = (
    construction(
        "clause-beside",
        "beside",
        "*According to* the port authority, [the bridge was closed].",
        clause_beside,
        judges,
    ),
)
