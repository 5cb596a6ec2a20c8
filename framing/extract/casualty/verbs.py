"""Casualty verbs: who kills whom, who was killed by whom, who died."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.extract.casualty.frame import Frame, by_phrase, subject_among
from framing.extract.casualty.people import is_people, people_entries
from framing.extract.casualty.states import counted_part, described, is_attributive, is_nominal, resultative
from framing.extract.casualty.syntax import (
    children,
    clause_root,
    is_passive,
    is_verbal,
    noun_before,
    object_of,
    phrase_head,
    prepositions,
    subject_of,
)
from framing.extract.casualty.triggers import Trigger
from framing.extract.casualty.words import Vocabulary
from framing.numerals import Numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def transitive(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    """A verb that somebody or something does to people: active, passive, reduced or as an adjective."""
    verb, word = trigger.anchor, trigger.word
    if _is_noun(verb, numerals):
        return None
    left = resultative(trigger, vocabulary)
    if left is not None:
        return left
    beside = _mistaken_adjective(verb, vocabulary, numerals)
    if beside is not None and is_people(verb.head, vocabulary, word.victims):
        doer = subject_of(beside) if is_verbal(beside) else beside
        link = "subject" if doer is not None else "none"
        return Frame(trigger, "active", word.lemma, verb, verb.head, doer=doer, link=link)
    if word.takes and verb.dep_ != "amod":
        return _taking_lives(trigger, vocabulary)
    if is_attributive(verb):
        return described(trigger, verb.head, vocabulary)
    if is_nominal(verb):
        return Frame(trigger, "other", word.lemma, clause_root(verb), victim=counted_part(verb))
    if _is_near_miss(verb, vocabulary):
        return None
    passive = is_passive(verb)
    victim = None if passive else object_of(verb, numerals) or _shared_object(verb, numerals)
    if victim is not None and victim in trigger.tokens:
        victim = next((c for c in children(victim, "compound", "amod") if c.pos_ != "ADJ"), victim)
    if victim is not None:
        victim = _people_of(victim, vocabulary, word.victims)
        if victim is None:
            return None
        doer = _active_doer(verb, vocabulary)
        if _is_imperative(verb) or (word.violent and not _is_harmful(doer, vocabulary)):
            return None
        link = "subject" if doer is not None else "none"
        return Frame(trigger, "active", word.lemma, verb, victim, doer=doer, link=link)
    if not passive and verb.tag_ not in ("VBN", "VBD"):
        return None
    victim = _passive_subject(verb)
    if victim is None or not is_people(victim, vocabulary, word.victims):
        return None
    agent = by_phrase(verb)
    if word.violent and agent is not None and not _is_harmful(agent, vocabulary):
        return None
    if agent is not None:
        return Frame(trigger, "passive_with_agent", word.lemma, verb, victim, doer=agent, link="by_phrase")
    return Frame(trigger, "passive_agentless", word.lemma, verb, victim)


def loss(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    """A loss ("lost 200 men"): the subject is bereft and does nothing."""
    verb = trigger.anchor
    victim = object_of(verb, numerals)
    if victim is None or _is_noun(verb, numerals) or not is_people(victim, vocabulary, trigger.word.victims):
        return None
    return Frame(trigger, "active", trigger.word.lemma, verb, victim)


def intransitive(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """A verb whose subject is the victims: "died", "lost their lives"."""
    verb, word = trigger.anchor, trigger.word
    if verb.dep_ in ("amod", "compound") and verb.head.i > verb.i:
        return described(trigger, verb.head, vocabulary)
    if _is_noun(verb):
        return None
    if _is_near_miss(verb, vocabulary):
        return None
    if word.takes and is_passive(verb):
        return _taking_lives(trigger, vocabulary)
    victim = _passive_subject(verb) if is_passive(verb) or verb.tag_ == "VBN" else subject_of(verb)
    victim = victim or noun_before(verb)
    if victim is None or not is_people(victim, vocabulary, "people" if word.takes else word.victims):
        return None
    agent = by_phrase(verb) if is_passive(verb) else None
    if agent is not None:
        return Frame(trigger, "passive_with_agent", word.lemma, verb, victim, doer=agent, link="by_phrase")
    construction = "passive_agentless" if is_passive(verb) else "intransitive"
    return Frame(trigger, construction, word.lemma, verb, victim)


def _taking_lives(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """A verb that takes lives ("claimed the lives of 12"): the victims are whose lives they were."""
    verb, lives = trigger.anchor, trigger.tokens[-1] if trigger.tokens[-1] != trigger.anchor else None
    if lives is None:
        return None
    victim = next((noun for p, noun in prepositions(lives) if p.lower_ == "of"), None)
    owner = next(iter(children(lives, "poss")), None)
    counted = children(lives, "nummod") or (lives.lower_ == "lives" and children(lives, "amod"))
    victim = victim or owner or (lives if counted else None)
    if victim is None or (victim != lives and not is_people(victim, vocabulary, "any")):
        return None
    if is_passive(verb):
        return Frame(trigger, "passive_agentless", trigger.word.lemma, verb, victim)
    doer = subject_of(verb)
    return Frame(
        trigger, "active", trigger.word.lemma, verb, victim, doer=doer, link="subject" if doer else "none"
    )


def _people_of(noun: Token, vocabulary: Vocabulary, demand: str) -> Token | None:
    """The first of coordinated objects that is people: "killed 12 horses and their rider"."""
    listed = (noun, *(other for other in noun.conjuncts if other.i > noun.i))
    return next((one for one in listed if is_people(one, vocabulary, demand)), None)


def _is_near_miss(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether it did not come to it: "nearly died"."""
    return any(vocabulary.cause("near_miss", adverb) is not None for adverb in children(verb, "advmod"))


def _is_imperative(verb: Token) -> bool:
    """Whether a verb only commands ("Kill the king!"): a base form with neither subject nor auxiliary."""
    return verb.tag_ == "VB" and not children(verb, "aux", "nsubj") and verb.dep_ not in ("xcomp", "conj")


def _is_harmful(doer: Token | None, vocabulary: Vocabulary) -> bool:
    """Whether a doer can hurt in body: an event, an instrument, or somebody."""
    if doer is None:
        return True
    named = doer.pos_ == "PROPN" and not children(doer, "det")
    by_thing = any(vocabulary.cause(role, doer) is not None for role in ("event", "instrument", "actor"))
    return named or by_thing or bool(people_entries(doer, vocabulary))


def _is_noun(verb: Token, numerals: Sequence[Numeral] = ()) -> bool:
    """A form the tagger reads as a noun, unless a number behind it shows a headline verb."""
    if verb.tag_ not in ("NN", "NNS", "NNP", "NNPS") or verb.dep_ in ("amod",):
        return False
    return object_of(verb, numerals) is None


def _mistaken_adjective(verb: Token, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Token | None:
    """The subject, or the verb before, of a verb that the parse takes for an adjective of a number.

    "The blast injured dozens" gives "blast"; "killed seven and injured dozens" gives "killed".
    """
    if not is_attributive(verb) or verb.i == 0 or not any(n.start == verb.nbor(1).idx for n in numerals):
        return None
    before = verb.nbor(-1)
    if before.pos_ in ("NOUN", "PROPN"):
        return phrase_head(before)
    if before.dep_ != "cc":
        return None
    for at in range(verb.i - 2, max(verb.i - 10, -1), -1):
        other = verb.doc[at]
        transitive = any(w.grammar == "transitive" for _, w in vocabulary.triggers.get(other.lower_, ()))
        if other.pos_ == "VERB" and transitive:
            counted = any(n.start == other.nbor(1).idx and n.end < before.idx for n in numerals)
            return other if counted and not is_passive(other) else None
    return None


def _active_doer(verb: Token, vocabulary: Vocabulary) -> Token | None:
    """The subject; in headlines whose verb is read as a noun, the noun before it."""
    if verb.dep_ == "amod":
        return None
    subject = subject_of(verb)
    if subject is not None and subject.i < verb.i:
        about = phrase_head(subject)
        return about if subject.dep_ == "pobj" and vocabulary.cause("event", about) else subject
    if verb.i == 0:
        return subject
    before = verb.nbor(-1)
    return before if before.pos_ in ("NOUN", "PROPN") or vocabulary.cause("event", before) else subject


def _shared_object(verb: Token, numerals: Sequence[Numeral]) -> Token | None:
    """The object behind the last of several verbs: "killed or wounded 20 soldiers"."""
    for other in verb.conjuncts:
        if verb.i < other.i <= verb.i + 4 and is_verbal(other) and not is_passive(verb):
            return object_of(other, numerals)
    return None


def _passive_subject(verb: Token) -> Token | None:
    own = children(verb, "nsubjpass", "nsubj")
    if own:
        return subject_of(verb)
    if verb.dep_ in ("acl", "relcl"):
        return subject_among(verb.head) or verb.head
    if verb.dep_ == "conj" and (beside := noun_before(verb)) is not None and beside.head in (verb, verb.head):
        return beside
    return subject_of(verb) or noun_before(verb)
