"""What a casualty word says in its sentence: the construction, and where its victims and its cause stand.

The construction is that of the casualty word itself, not of the verb of reporting; only a by-phrase
makes a passive with agent (Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, 2025).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.extract.casualty.people import COUNTING, is_people, people_entries
from framing.extract.casualty.syntax import (
    PASSIVE,
    SUBJECTS,
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

CONSTRUCTIONS = (
    "active",
    "passive_with_agent",
    "passive_agentless",
    "intransitive",
    "nominalised",
    "other",
)


PREDICATED = ("acomp", "oprd", "attr", "advcl", "advmod", "xcomp", "ccomp", "dobj", "conj")
"""Labels of an adjective that a verb says of its subject: was dead, went missing, escaped unhurt."""

TOLL_REACH = 160
"""How many characters behind a toll its number may stand."""


@dataclass(frozen=True)
class Frame:
    """One casualty predicate.

    `victim` is the head of the victim phrase; `modifiers` stand in for it where a noun is only counted or
    coloured ("three civilian deaths"). `doer` is the agent where the syntax itself gives it, with `link`;
    `governor` is the word whose clause is searched for a looser cause.
    """

    trigger: Trigger
    construction: str
    lemma: str
    governor: Token
    victim: Token | None = None
    modifiers: tuple[Token, ...] = ()
    doer: Token | None = None
    link: str = "none"


def frame_of(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    """The frame of a trigger, or None where the word does not speak of casualties here."""
    grammar = trigger.word.grammar
    if grammar == "transitive":
        return _transitive(trigger, vocabulary, numerals)
    if grammar == "loss":
        return _loss(trigger, vocabulary, numerals)
    if grammar == "intransitive":
        return _intransitive(trigger, vocabulary)
    if grammar == "event_noun":
        return _event_noun(trigger, vocabulary)
    if grammar == "people_noun":
        return _people_noun(trigger)
    if grammar == "toll":
        return _toll(trigger, numerals)
    if grammar == "state":
        return _state(trigger, vocabulary)
    return _event_adjective(trigger, vocabulary)


def _transitive(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    verb, word = trigger.anchor, trigger.word
    if _is_noun(verb, numerals):
        return None
    left = _resultative(trigger, vocabulary)
    if left is not None:
        return left
    beside = _mistaken_adjective(verb, vocabulary, numerals)
    if beside is not None and is_people(verb.head, vocabulary, word.victims):
        doer = subject_of(beside) if is_verbal(beside) else beside
        link = "subject" if doer is not None else "none"
        return Frame(trigger, "active", word.lemma, verb, verb.head, doer=doer, link=link)
    if word.takes and verb.dep_ != "amod":
        return _taking_lives(trigger, vocabulary)
    if _is_attributive(verb):
        return _described(trigger, verb.head, vocabulary)
    if _is_nominal(verb):
        return Frame(trigger, "other", word.lemma, clause_root(verb), victim=_counted_part(verb))
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
    agent = _by_phrase(verb)
    if word.violent and agent is not None and not _is_harmful(agent, vocabulary):
        return None
    if agent is not None:
        return Frame(trigger, "passive_with_agent", word.lemma, verb, victim, doer=agent, link="by_phrase")
    return Frame(trigger, "passive_agentless", word.lemma, verb, victim)


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
    if not _is_attributive(verb) or verb.i == 0 or not any(n.start == verb.nbor(1).idx for n in numerals):
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


def _is_attributive(token: Token) -> bool:
    return token.dep_ in ("amod", "compound") and token.head.i > token.i


def _is_nominal(token: Token) -> bool:
    """Whether an adjective or participle stands as a noun: "the wounded", "the number of dead"."""
    counted = token.dep_ == "pobj" and token.head.lower_ == "of"
    return (counted or bool(children(token, "det", "poss"))) and not children(token, "dobj", "auxpass")


def _counted_part(noun: Token) -> Token:
    """The number in "three of the wounded", or the noun itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM":
        return noun.head.head
    return noun


def _described(trigger: Trigger, noun: Token, vocabulary: Vocabulary) -> Frame | None:
    """A participle or adjective before its noun: "wounded soldiers", "abducted children"."""
    if not is_people(noun, vocabulary, "people" if trigger.word.victims == "any" else trigger.word.victims):
        return None
    if trigger.anchor.tag_ == "VBG" and trigger.word.grammar == "transitive":
        return None
    return Frame(trigger, "other", trigger.word.lemma, clause_root(noun), noun)


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
        return _subject_among(verb.head) or verb.head
    if verb.dep_ == "conj" and (beside := noun_before(verb)) is not None and beside.head in (verb, verb.head):
        return beside
    return subject_of(verb) or noun_before(verb)


def _subject_among(noun: Token) -> Token | None:
    """Who the dead are: the subject of "a nurse was among those killed"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "among" or not is_verbal(noun.head.head):
        return None
    if children(noun, "nummod"):
        return None
    subject = subject_of(noun.head.head)
    return subject if subject is not None and subject.lower_ not in ("it", "this", "that") else None


def _by_phrase(verb: Token) -> Token | None:
    for preposition, noun in prepositions(verb):
        if preposition.lower_ == "by":
            return noun
    return None


def _resultative(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """A state as the result of a verb ("left 30 injured"): active, and the lemma is that of the verb."""
    state = trigger.anchor
    victim = noun_before(state)
    if victim is None or children(state, *PASSIVE):
        return None
    for at in range(state.i - 1, max(state.i - 14, -1), -1):
        verb = state.doc[at]
        if not is_verbal(verb):
            continue
        if verb.i > victim.left_edge.i or vocabulary.cause("resultative_verb", verb) is None:
            if verb.i < victim.left_edge.i and verb.dep_ not in ("oprd", "amod", "acl"):
                return None
            continue
        if is_passive(verb) or not is_people(victim, vocabulary, trigger.word.victims):
            return None
        return Frame(trigger, "active", verb.lemma_, verb, victim, doer=subject_of(verb), link="subject")
    return None


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


def _loss(trigger: Trigger, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Frame | None:
    """A loss ("lost 200 men"): the subject is bereft and does nothing."""
    verb = trigger.anchor
    victim = object_of(verb, numerals)
    if victim is None or _is_noun(verb, numerals) or not is_people(victim, vocabulary, trigger.word.victims):
        return None
    return Frame(trigger, "active", trigger.word.lemma, verb, victim)


def _intransitive(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    verb, word = trigger.anchor, trigger.word
    if verb.dep_ in ("amod", "compound") and verb.head.i > verb.i:
        return _described(trigger, verb.head, vocabulary)
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
    agent = _by_phrase(verb) if is_passive(verb) else None
    if agent is not None:
        return Frame(trigger, "passive_with_agent", word.lemma, verb, victim, doer=agent, link="by_phrase")
    construction = "passive_agentless" if is_passive(verb) else "intransitive"
    return Frame(trigger, construction, word.lemma, verb, victim)


def _event_noun(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    noun, word = trigger.anchor, trigger.word
    if noun.tag_ not in ("NN", "NNS", "NNP", "NNPS", "VBG") or object_of(noun) is not None:
        return None
    if noun.tag_ == "VBG" and not children(noun, "det", "poss", "amod", "prep"):
        return None
    if noun.dep_ == "compound" and noun.head.i > noun.i:
        return None
    victim, modifiers = _noun_victims(trigger, vocabulary)
    governor = clause_root(noun)
    if victim is None and not modifiers:
        if word.victims == "required" or not _stands_alone(noun):
            return None
        if word.kind != "unspecified_loss" and word.kind != "killed" and noun.tag_ == "NN":
            return None
    if word.victims == "soldiers" and not _is_military_loss(noun, victim, vocabulary):
        return None
    doer = _by_phrase(noun) or (_by_behind(victim) if victim is not None else None)
    link = "by_phrase"
    if doer is None and victim is not None and word.forms[0] != "death":
        doer, link = _doer_before(noun, victim, vocabulary), "subject"
    if doer is None or victim is None:
        doer, link = None, "none"
    return Frame(trigger, "nominalised", word.lemma, governor, victim, modifiers, doer, link)


def _doer_before(noun: Token, victim: Token, vocabulary: Vocabulary) -> Token | None:
    """Who stands before a noun that has its victims behind it: "Israel's killing of", "the police killing of"."""
    for child in noun.lefts:
        body = vocabulary.cause("actor", child) is not None or bool(people_entries(child, vocabulary))
        if child != victim and (child.dep_ == "poss" or (child.dep_ == "compound" and body)):
            return child
    return None


def _by_behind(victim: Token) -> Token | None:
    """The by-phrase right behind the victims, wherever the parse hangs it: "the killing of X by police"."""
    for token in victim.doc[victim.i + 1 : victim.i + 4]:
        if token.lower_ == "by":
            return next(iter(children(token, "pobj")), None)
    return None


def _stands_alone(noun: Token) -> bool:
    """A bare singular such as "death" names no casualty; "the killing", "deaths", "no injury" do."""
    return noun.tag_ in ("NNS", "NNPS") or bool(children(noun, "det", "poss", "nummod"))


def _noun_victims(trigger: Trigger, vocabulary: Vocabulary) -> tuple[Token | None, tuple[Token, ...]]:
    """The victims of a noun: an of-phrase, a possessor, the subject that suffers it, or its modifiers."""
    noun, word = trigger.anchor, trigger.word
    demand = "people" if word.victims in ("soldiers", "required") else word.victims
    if (listed := _subject_among(noun)) is not None and is_people(listed, vocabulary, "people"):
        return listed, ()
    for one in (noun, *noun.conjuncts):
        for preposition in children(one, "prep"):
            if preposition.i < noun.i or preposition.lower_ not in ("of", "to", "among", "in"):
                continue
            for inside in children(preposition, "pobj"):
                placed = preposition.lower_ == "in" and not people_entries(inside, vocabulary)
                if not placed and inside not in trigger.tokens and is_people(inside, vocabulary, demand):
                    return inside, ()
    if (near := _object_behind(noun)) is not None and is_people(near, vocabulary, demand):
        return near, ()
    modifiers = tuple(
        child
        for child in noun.lefts
        if child.dep_ == "nummod"
        or (child.dep_ in ("amod", "compound", "nmod") and _colours(child, vocabulary))
    )
    if modifiers:
        return None, modifiers
    owner = next(iter(children(noun, "poss")), None)
    if owner is not None and is_people(owner, vocabulary, "any"):
        return owner, ()
    return _sufferer(noun, vocabulary) or _said_of(noun, vocabulary), ()


def _colours(word: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word before a noun says whose deaths: "civilian", "Palestinian"."""
    roles = {entry.role for entry in vocabulary.person(word)} - set(COUNTING)
    if word.pos_ == "PROPN" and vocabulary.cause("event", word.head) is not None:
        return False
    if roles and not (word.pos_ == "ADJ" and "child" in roles):
        return True
    return word.text[:1].isupper() and word.i > 0


def _object_behind(noun: Token) -> Token | None:
    """The object of "to" or "of" right behind a noun, wherever the parse hangs the preposition."""
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in ("to", "of", "among"):
        return next(iter(children(noun.nbor(1), "pobj")), None)
    return None


def _said_of(noun: Token, vocabulary: Vocabulary) -> Token | None:
    """Who is counted behind the verb: "losses amounted to 300 soldiers"."""
    if noun.dep_ not in SUBJECTS:
        return None
    for preposition, inside in prepositions(noun.head):
        if preposition.lower_ in ("to", "at") and is_people(inside, vocabulary, "people"):
            return inside
    return None


def _sufferer(noun: Token, vocabulary: Vocabulary) -> Token | None:
    """The subject that has them: "the driver suffered injuries", "was treated for injuries"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    by_object = noun.dep_ == "dobj" and vocabulary.cause("suffering_verb", verb) is not None
    by_treatment = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "with") and is_passive(verb)
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and not is_verbal(verb):
        verb, by_treatment = clause_root(noun), True
    if not (by_object or by_treatment) or not is_verbal(verb):
        return None
    subject = subject_of(verb)
    return subject if subject is not None and is_people(subject, vocabulary, "people") else None


def _is_military_loss(noun: Token, victim: Token | None, vocabulary: Vocabulary) -> bool:
    """Whether "losses" are people: said so, or an army's, with nothing of money, votes or machines beside."""
    if victim is not None and noun.i < victim.i:
        return is_people(victim, vocabulary, "people")
    if any(p.lower_ in ("of", "in", "for") for p, _ in prepositions(noun) if p.i > noun.i):
        return False
    words = list(noun.sent)
    if any(vocabulary.cause("measure_of_loss", token) is not None for token in words):
        return False
    belligerent = any(vocabulary.cause("military", token) is not None for token in words if token is not noun)
    named = any(c.text[:1].isupper() for c in children(noun, "amod", "poss", "nmod", "compound"))
    return noun.tag_ == "NNS" and (belligerent or named)


def _people_noun(trigger: Trigger) -> Frame | None:
    noun = trigger.anchor
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    determined = noun.dep_ == "compound" or children(noun, "det", "poss", "nummod", "amod")
    if noun.tag_ == "NN" and not determined:
        return None
    return Frame(trigger, "other", trigger.word.lemma, clause_root(noun), noun)


def _toll(trigger: Trigger, numerals: Sequence[Numeral]) -> Frame | None:
    """A toll ("the death toll rose to 34"); a mere "toll" needs a number."""
    noun = trigger.anchor
    if trigger.word.victims == "required" and toll_number(trigger, numerals) is None:
        return None
    return Frame(trigger, "nominalised", trigger.word.lemma, clause_root(noun))


def toll_number(trigger: Trigger, numerals: Sequence[Numeral]) -> Numeral | None:
    """The number said of a toll: behind "to", "at" or "of", so the last one of "from 25 to 34"."""
    noun = trigger.tokens[-1]
    text = noun.doc.text
    behind = [n for n in numerals if 0 < n.start - noun.idx < TOLL_REACH]
    return next(
        (n for n in behind if text[: n.start].split()[-1].lower() in ("to", "at", "of", "past")), None
    )


def _state(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    state, word = trigger.anchor, trigger.word
    left = _resultative(trigger, vocabulary)
    if left is not None:
        return left
    demand = "people"
    if _is_attributive(state):
        return _described(trigger, state.head, vocabulary)
    governor = clause_root(state)
    if _is_nominal(state):
        return Frame(trigger, "other", word.lemma, governor, _subject_among(state) or _counted_part(state))
    victim = None
    if state.dep_ in PREDICATED and is_verbal(state.head):
        victim = subject_of(state.head)
    elif state.dep_ in ("amod", "acl") and state.head.i < state.i:
        victim = state.head
    beside = noun_before(state)
    victim = beside if beside is not None and (victim is None or beside.i > victim.i) else victim
    if victim is None or not is_people(victim, vocabulary, demand):
        return None
    return Frame(trigger, "other", word.lemma, governor, victim)


def _event_adjective(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """An adjective of an event ("the deadly strike"): the event is its cause; nobody is counted."""
    adjective = trigger.anchor
    noun = adjective.head
    if adjective.dep_ in ("acomp", "attr") and is_verbal(noun):
        noun = subject_of(noun) or noun
    superlative = adjective.tag_ in ("JJS", "RBS")
    if noun.pos_ not in ("NOUN", "PROPN") or not (superlative or vocabulary.cause("event", noun)):
        return None
    return Frame(trigger, "other", trigger.word.lemma, clause_root(noun), doer=noun, link="modified_noun")
