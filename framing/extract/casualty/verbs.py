"""Casualty verbs: who kills whom, who was killed by whom, who died."""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.casualty.frame import Frame, by_phrase, subject_among
from framing.extract.casualty.people import is_people, people_entries
from framing.extract.casualty.states import counted_part, described, is_attributive, is_nominal, resultative
from framing.extract.casualty.triggers import Trigger
from framing.extract.casualty.words import Vocabulary
from framing.lexicon.casualty import CasualtyWord
from framing.text.grammar import (
    CLAUSES,
    RELATIVES,
    SUBJECTS,
    children,
    clause_root,
    is_passive,
    is_verbal,
    noun_before,
    object_of,
    phrase_head,
    prepositions,
    subject,
)
from framing.text.numerals import Numeral
from framing.text.parse import Token

MODIFIERS = ("det", "amod", "compound", "nummod", "poss", "nmod")
NOMINAL = ("NOUN", "PROPN")
PRESENT = ("VBG", "VBZ", "VBP")


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
        doer = subject(beside) if is_verbal(beside) else beside
        link = "subject" if doer is not None else "none"
        return Frame(trigger, "active", word.lemma, verb, verb.head, doer=doer, link=link)
    if word.takes and verb.dep != "amod":
        return _taking_lives(trigger, vocabulary)
    if is_attributive(verb):
        return described(trigger, verb.head, vocabulary)
    if is_nominal(verb):
        return Frame(trigger, "other", word.lemma, clause_root(verb), victim=counted_part(verb))
    if _is_near_miss(verb, vocabulary):
        return None
    passive = is_passive(verb, reduced=False)
    victim = None if passive else _object(verb, numerals)
    if victim is not None and victim in trigger.tokens:
        many = victim if victim.tag == "NNS" else None
        victim = next((c for c in children(victim, "compound", "amod") if c.pos != "ADJ"), many)
        passive = victim is None
    if victim is not None:
        victim = _people_of(victim, vocabulary, word.victims)
        if victim is None:
            return None
        doer = _active_doer(verb, vocabulary)
        figure = word.violent or (verb.tag in PRESENT and victim.lower in ("me", "us", "you"))
        if _is_imperative(verb) or (figure and not _is_harmful(doer, vocabulary)):
            return None
        if word.kind == "captured" and any(clause.tag == "VBG" for clause in children(victim, "acl")):
            return None
        link = "subject" if doer is not None else "none"
        return Frame(trigger, "active", word.lemma, verb, victim, doer=doer, link=link)
    if not passive and (verb.tag not in ("VBN", "VBD") or _goes_on(verb, vocabulary)):
        return None
    victim = _passive_subject(verb, vocabulary)
    if victim is None or not (_is_who(verb, word) or is_people(victim, vocabulary, word.victims)):
        return None
    agents = (by_phrase(token, vocabulary) for token in (verb, *trigger.tokens))
    agent = next((found for found in agents if found is not None), None)
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
    if verb.dep in ("amod", "compound") and verb.head.i > verb.i:
        return described(trigger, verb.head, vocabulary)
    if _is_noun(verb):
        return None
    if _is_near_miss(verb, vocabulary):
        return None
    if word.takes and (
        is_passive(verb, reduced=False) or (verb.dep == "acl" and verb.head in trigger.tokens)
    ):
        return _taking_lives(trigger, vocabulary)
    suffers = is_passive(verb, reduced=False) or verb.tag == "VBN" or verb.dep in ("acl", "relcl")
    victim = _passive_subject(verb, vocabulary) if suffers else subject(verb)
    victim = victim or noun_before(verb)
    demand = "people" if word.takes else word.victims
    if victim is None or not (_is_who(verb, word) or is_people(victim, vocabulary, demand)):
        return None
    agent = by_phrase(verb, vocabulary) if is_passive(verb, reduced=False) else None
    if agent is not None:
        return Frame(trigger, "passive_with_agent", word.lemma, verb, victim, doer=agent, link="by_phrase")
    construction = "passive_agentless" if is_passive(verb, reduced=False) else "intransitive"
    return Frame(trigger, construction, word.lemma, verb, victim)


def _taking_lives(trigger: Trigger, vocabulary: Vocabulary) -> Frame | None:
    """A verb that takes lives ("claimed the lives of 12"): the victims are whose lives they were."""
    verb = trigger.anchor
    lives = next((token for token in reversed(trigger.tokens) if token != verb), None)
    if lives is None:
        return None
    victim = next((noun for p, noun in prepositions(lives) if p.lower == "of"), None)
    owner = next(iter(children(lives, "poss")), None)
    counted = children(lives, "nummod") or (lives.lower == "lives" and children(lives, "amod"))
    victim = victim or owner or (lives if counted else None)
    if any(child.lower == "own" for child in children(lives, "amod")):
        sufferer = subject(verb)
        return Frame(trigger, "active", trigger.word.lemma, verb, sufferer) if sufferer is not None else None
    if victim is None or (victim != lives and not is_people(victim, vocabulary, "any")):
        return None
    agent = by_phrase(verb, vocabulary) if is_passive(verb, reduced=False) else None
    if agent is not None:
        return Frame(
            trigger, "passive_with_agent", trigger.word.lemma, verb, victim, doer=agent, link="by_phrase"
        )
    if is_passive(verb, reduced=False) or verb.dep == "acl":
        return Frame(trigger, "passive_agentless", trigger.word.lemma, verb, victim)
    doer = subject(verb)
    return Frame(
        trigger, "active", trigger.word.lemma, verb, victim, doer=doer, link="subject" if doer else "none"
    )


def _people_of(noun: Token, vocabulary: Vocabulary, demand: str) -> Token | None:
    """The first of coordinated objects that is people: "killed 12 horses and their rider".

    Words that ask for people ask it of the first: "captured the hearts of fans and newcomers".
    """
    others = (other for other in noun.conjuncts if other.i > noun.i and demand == "any")
    listed = (noun, *others)
    return next((one for one in listed if is_people(one, vocabulary, demand)), None)


def _is_near_miss(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether it did not come to it: "nearly died"."""
    return any(vocabulary.cause("near_miss", adverb) is not None for adverb in children(verb, "advmod"))


def _is_imperative(verb: Token) -> bool:
    """Whether a verb only commands ("Kill the king!"): a base form with neither subject nor auxiliary."""
    return verb.tag == "VB" and not children(verb, "aux", "nsubj") and verb.dep not in ("xcomp", "conj")


def _is_harmful(doer: Token | None, vocabulary: Vocabulary) -> bool:
    """Whether a doer can hurt in body: an event, an instrument, or somebody."""
    if doer is None:
        return True
    named = doer.pos == "PROPN" and not children(doer, "det")
    by_thing = any(vocabulary.cause(role, doer) is not None for role in ("event", "instrument", "actor"))
    return named or by_thing or bool(people_entries(doer, vocabulary))


def _is_noun(verb: Token, numerals: Sequence[Numeral] = ()) -> bool:
    """A form the tagger reads as a noun, unless a number behind it shows a headline verb."""
    if verb.tag not in ("NN", "NNS", "NNP", "NNPS") or verb.dep in ("amod",):
        return False
    return _object(verb, numerals) is None


def _mistaken_adjective(verb: Token, vocabulary: Vocabulary, numerals: Sequence[Numeral]) -> Token | None:
    """The subject, or the verb before, of a verb that the parse takes for an adjective of a number.

    "The blast injured dozens" gives "blast"; "killed seven and injured dozens" gives "killed".
    """
    if not is_attributive(verb) or verb.i == 0 or not any(n.start == verb.nbor(1).idx for n in numerals):
        return None
    before = verb.nbor(-1)
    if before.pos in ("NOUN", "PROPN"):
        return phrase_head(before)
    if before.dep != "cc":
        return None
    for at in range(verb.i - 2, max(verb.i - 10, -1), -1):
        other = verb.parse[at]
        transitive = any(w.grammar == "transitive" for _, w in vocabulary.triggers.get(other.lower, ()))
        if other.pos == "VERB" and transitive:
            counted = any(n.start == other.nbor(1).idx and n.end < before.idx for n in numerals)
            return other if counted and not is_passive(other, reduced=False) else None
    return None


def _active_doer(verb: Token, vocabulary: Vocabulary) -> Token | None:
    """The subject; in headlines whose verb is read as a noun, the noun before it."""
    if verb.dep == "amod":
        return None
    who = subject(verb)
    if who is not None and who.i < verb.i:
        about = phrase_head(who)
        return about if who.dep == "pobj" and vocabulary.cause("event", about) else who
    if verb.i == 0:
        return who
    before = verb.nbor(-1)
    return before if before.pos in ("NOUN", "PROPN") or vocabulary.cause("event", before) else who


def _object(verb: Token, numerals: Sequence[Numeral]) -> Token | None:
    """The object, that of a verb beside, or what a parse misses of it.

    A parse may take the object for the subject of a later clause ("the flood killed my son and the house
    is gone"), or a verb in -s for a noun ("Gunman Kills Son").
    """
    found = object_of(verb, numerals) or _shared_object(verb, numerals)
    if found is not None or verb.i + 1 >= len(verb.parse):
        return found
    if _relative_object(verb):
        return verb.head
    for clause in (c for c in children(verb, "ccomp") if c.tag != "VBG"):
        for who in children(clause, "nsubj"):
            if who.left_edge == verb.nbor(1) and who.tag not in RELATIVES:
                return who
    behind = verb.nbor(1)
    if verb.tag in ("NNS", "NNPS", "NNP") and verb.lower.endswith("s") and verb.i > 0:
        while behind.dep in MODIFIERS and behind.head.i > behind.i:
            behind = behind.head
        return behind if behind.pos in ("NOUN", "PROPN") and verb.nbor(-1).pos in NOMINAL else None
    return None


def _relative_object(verb: Token) -> bool:
    """Whether a clause describes whom its verb hit: "the men (whom) the guards killed"."""
    subjects = children(verb, *SUBJECTS)
    if verb.dep != "relcl" or not subjects or subjects[0].tag in RELATIVES or is_passive(verb, reduced=False):
        return False
    return all(c.tag in RELATIVES for c in children(verb, "dobj")) and subjects[0].lower != "that"


def _goes_on(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a past tense is active: "the comic killed", or an object that is no time, "he captured Texas"."""
    who = next(iter(children(verb, "nsubj")), None)
    if verb.tag == "VBD" and verb.dep == "ROOT" and who is not None and children(who, "det"):
        return True
    if verb.i + 1 >= len(verb.parse):
        return False
    noun = verb.nbor(1)
    while noun.dep in MODIFIERS and noun.head.i > noun.i:
        noun = noun.head
    if noun.pos not in ("NOUN", "PROPN") or noun.dep not in ("dobj", "npadvmod", "attr", "oprd"):
        return False
    return noun.lower not in vocabulary.no_persons and noun.lemma.lower() not in vocabulary.no_persons


def _is_who(verb: Token, word: CasualtyWord) -> bool:
    """Whether the who is "who", which stands for people only, and the word asks no more of them."""
    asks_more = word.victims not in ("any", "people")
    return not asks_more and any(who.lower in ("who", "whom") for who in children(verb, *SUBJECTS))


def _shared_object(verb: Token, numerals: Sequence[Numeral]) -> Token | None:
    """The object behind the last of several verbs: "killed or wounded 20 soldiers"."""
    for other in verb.conjuncts:
        if verb.i < other.i <= verb.i + 4 and is_verbal(other) and not is_passive(verb, reduced=False):
            return object_of(other, numerals)
    return None


def _passive_subject(verb: Token, vocabulary: Vocabulary) -> Token | None:
    own = children(verb, "nsubjpass", "nsubj")
    if verb.dep in ("acl", "relcl") and all(who.tag in RELATIVES for who in own):
        return subject_among(verb.head) or _of_whom(verb.head, verb, vocabulary)
    described = _before_comma(verb)
    if described is not None and is_people(described, vocabulary, "any"):
        return described
    if own:
        return subject(verb)
    if verb.dep == "conj" and (beside := noun_before(verb)) is not None and beside.head in (verb, verb.head):
        return beside
    beside = noun_before(verb)
    if verb.dep in CLAUSES and beside is not None and beside.i == verb.i - 1:
        return beside
    return subject(verb) or beside


def _before_comma(verb: Token) -> Token | None:
    """Whom a bare participle behind a comma describes: "a vigil for Deputy Cole, killed on Friday"."""
    if verb.i < 2 or verb.nbor(-1).text != "," or verb.tag != "VBN" or children(verb, "aux", "auxpass"):
        return None
    noun = verb.nbor(-2)
    return noun if noun.pos in NOMINAL and noun.dep == "pobj" else None


def _of_whom(noun: Token, clause: Token, vocabulary: Vocabulary) -> Token:
    """The people inside a noun that a clause describes: "families of men killed", "footage of men being killed".

    The clause stands right behind them, and the outer noun is a relative, one of many, or a thing.
    """
    for preposition, inside in prepositions(noun):
        if preposition.lower != "of" or not noun.i < inside.i < clause.i:
            continue
        kin = any(entry.role == "kin" for entry in vocabulary.person(noun))
        many = noun.lower == "one" and bool(children(inside, "nummod"))
        thing = noun.pos == "NOUN" and not is_people(noun, vocabulary, "any")
        if (kin or many or thing) and is_people(inside, vocabulary, "any"):
            return inside
    return noun
