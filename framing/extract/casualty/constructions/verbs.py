"""Casualty verbs: who kills whom, who was killed by whom, who died."""

from __future__ import annotations

from framing.extract.casualty.case import (
    Case,
    Frame,
    Located,
    by_phrase,
    entry,
)
from framing.extract.casualty.constructions.arguments import NOMINAL, VerbCase, opened_by
from framing.extract.casualty.constructions.states import (
    as_noun,
    as_noun_itself,
    before_noun,
    is_attributive,
    is_nominal,
    is_there,
    result_of_verb,
)
from framing.extract.casualty.people import people_entries
from framing.extract.casualty.triggers import NO_CASUALTY, NoCasualty, no_casualty
from framing.extract.rules import Rule
from framing.text.grammar import (
    SUBJECTS,
    child,
    children,
    is_passive,
    is_verbal,
    phrase_head,
    subject,
)
from framing.text.parse import Token

PRESENT = ("VBG", "VBZ", "VBP")
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")


# -- questions to a verb ----------------------------------------------------------------------------


def is_noun_form(case: VerbCase) -> bool:
    """The word is read as a noun, and no object shows it to be a headline's verb."""
    verb = case.anchor
    return verb.tag in NOUN_TAGS and verb.dep != "amod" and case.object is None


def takes_lives(case: VerbCase) -> bool:
    """The verb has lives for its object."""
    return bool(case.word.takes) and case.anchor.dep != "amod"


def lives_are_lost(case: VerbCase) -> bool:
    """The verb is a passive or participle whose subject are lives."""
    verb = case.anchor
    own = verb.tag == "VBN" and any(
        c.dep in ("nsubj", "nsubjpass") for c in verb.children if c in case.trigger.tokens
    )
    lost = case.passive or own or (verb.dep == "acl" and verb.head in case.trigger.tokens)
    return bool(case.word.takes) and lost


def are_his_own(case: VerbCase) -> bool:
    """It is somebody's own life."""
    return any(c.lower == "own" for c in children(case.lives, "amod"))


def is_nobodys_life(case: VerbCase) -> bool:
    """Nobody is said to have had the lives."""
    if case.owner is None:
        return True
    return case.owner[1] != case.lives and not case.is_people(case.owner[1], "any")


def are_taken(case: VerbCase) -> bool:
    """The lives are the subject of a passive, or described by a participle."""
    return case.passive or case.anchor.dep == "acl"


def is_before_noun(case: Case) -> bool:
    """The word stands before a noun as an adjective."""
    return is_attributive(case.anchor)


def stands_as_noun(case: Case) -> bool:
    """The participle stands as a noun, behind an article or counted."""
    return is_nominal(case.anchor)


def is_misread_participle(case: VerbCase) -> bool:
    """A parse takes for a verb what stands before a bare noun behind another verb: "shelters women and wounded men"."""
    verb = case.anchor
    if (
        verb.tag not in ("VBN", "VBD")
        or not 0 < verb.i < len(verb.parse) - 1
        or children(verb, "aux", "auxpass")
    ):
        return False
    noun, before = verb.nbor(1), verb.nbor(-1)
    if noun.pos not in NOMINAL or (noun.children and noun.left_edge.i < noun.i):
        return False
    joined = (
        before.dep == "cc" and verb.dep == "conj" and verb.i > 1 and verb.nbor(-2).dep in ("dobj", "pobj")
    )
    harmless = (
        joined
        and not case.vocabulary.has_role(verb.head, "deed")
        and verb.head.lower not in case.vocabulary.triggers
    )
    return harmless or (before.tag in ("VBG", "VB", "IN") and before.lower not in case.vocabulary.triggers)


def misread_participle(case: VerbCase) -> Frame | None:
    """The participle before its noun."""
    noun = opened_by(case.anchor.nbor(1))
    if not case.is_people(noun, "people"):
        return None
    return Frame(case, "other", case.word.lemma, noun, noun, link="subject", trail=("victim:noun-behind",))


def nearly_happened(case: Case) -> bool:
    """An adverb says that it did not come to it."""
    return any(
        case.vocabulary.cause("near_miss", adverb) is not None for adverb in children(case.anchor, "advmod")
    )


def has_object(case: VerbCase) -> bool:
    """The verb is active and has an object."""
    return case.hit is not None


def hits_no_people(case: VerbCase) -> bool:
    """The object is no word for people that the entry asks for."""
    return case.hit is not None and case.people_hit is None


def is_command(case: VerbCase) -> bool:
    """The verb only commands: a base form with neither subject nor auxiliary."""
    verb = case.anchor
    base = verb.tag == "VB" and not children(verb, "aux", "nsubj") and verb.dep not in ("xcomp", "conj")
    return base and case.hit is not None


def cannot_hurt(case: VerbCase) -> bool:
    """The word asks for bodily harm, or is said of "me" or "us" in the present, and its doer cannot hurt."""
    if case.people_hit is None:
        return False
    said_of_us = case.anchor.tag in PRESENT and case.people_hit.lower in ("me", "us", "you")
    return (case.word.violent or said_of_us) and not _is_harmful(case.doer, case)


def is_caught_doing(case: VerbCase) -> bool:
    """The object is caught doing something, not held: "captured men stealing"."""
    noun = case.people_hit
    return (
        noun is not None
        and case.word.kind == "captured"
        and any(c.tag == "VBG" for c in children(noun, "acl"))
    )


def goes_on_daily(case: VerbCase) -> bool:
    """An active verb of killing without object that people do again and again: "They kill every day"."""
    verb = case.anchor
    again = any(c.dep == "npadvmod" and any(d.lower == "every" for d in c.children) for c in verb.children)
    who = child(verb, "nsubj")
    return verb.tag in ("VBP", "VBZ") and case.word.kind == "killed" and again and who is not None


def killing(case: VerbCase) -> Frame:
    """An active verb without victims."""
    doer = child(case.anchor, "nsubj")
    return Frame(case, "active", case.word.lemma, case.anchor, doer=doer, link="subject", by="subject")


def cannot_be_suffered(case: VerbCase) -> bool:
    """The verb has no object, and is neither passive nor a form that a passive could have."""
    past = case.anchor.tag in ("VBN", "VBD")
    return not case.is_suffered and (not past or _goes_on(case))


def nobody_suffers(case: VerbCase) -> bool:
    """The sentence names no people of whom the verb is said."""
    return case.sufferer is None or not (_says_who(case) or case.is_people(case.sufferer[1]))


def agent_cannot_hurt(case: VerbCase) -> bool:
    """The word asks for bodily harm, and the noun of its by-phrase cannot hurt."""
    return case.word.violent and case.agent is not None and not _is_harmful(("by-phrase", case.agent), case)


def is_get_passive(case: VerbCase) -> bool:
    """The auxiliary is a form of "get"."""
    return case.voice == "get_passive"


def is_by_auxiliary(case: VerbCase) -> bool:
    """The verb has the auxiliary of the passive, or shares that of a verb before."""
    return case.voice == "passive"


def is_reduced(case: VerbCase) -> bool:
    """The verb is a past participle without auxiliary and subject."""
    return case.voice == "reduced_passive"


def is_bare_participle(case: VerbCase) -> bool:
    """The form is that of a past participle, and no object makes it active."""
    return True


def nobody_dies(case: VerbCase) -> bool:
    """The sentence names no people who die."""
    demand = "people" if case.word.takes else case.word.victims
    return case.dying is None or not (_says_who(case) or case.is_people(case.dying[1], demand))


def is_passive_form(case: VerbCase) -> bool:
    """The verb has the auxiliary of the passive."""
    return case.passive


def loses_people(case: VerbCase) -> bool:
    """The object is people of the kind that the entry asks for."""
    return case.object is not None and case.is_people(case.object[1])


# -- what the rules make ----------------------------------------------------------------------------


def active(case: VerbCase) -> Frame | None:
    """An active verb with its object."""
    if case.people_hit is None:
        return None
    return _done(case, case.people_hit, entry("victim", case.hit), case.doer)


def verb_read_as_adjective(case: Case) -> Frame | None:
    """The verb that a parse takes for an adjective of a number: "The blast injured dozens"."""
    found = _before_adjective(case)
    if found is None or not case.is_people(case.anchor.head):
        return None
    doer = subject(found) if is_verbal(found) else found
    return _done(
        case, case.anchor.head, ("victim:noun-behind",), None if doer is None else ("noun-before", doer)
    )


def passive(case: VerbCase) -> Frame | None:
    """A passive with whom it is said of, and its by-phrase."""
    return _suffered(case, case.sufferer, case.agent)


def own_life(case: VerbCase) -> Frame | NoCasualty:
    """A life that its owner takes."""
    if case.subject is None:
        return NO_CASUALTY
    trail = ("victim:subject",)
    return Frame(case, "active", case.word.lemma, case.anchor, case.subject, trail=trail)


def lives_taken(case: VerbCase) -> Frame | None:
    """Lives in the passive."""
    agent = by_phrase(case.anchor, case.vocabulary) if case.passive else None
    return _suffered(case, case.owner, agent)


def taking_lives(case: VerbCase) -> Frame | None:
    """Lives as an object."""
    if case.owner is None:
        return None
    doer = None if case.subject is None else ("subject", case.subject)
    return _done(case, case.owner[1], entry("victim", case.owner), doer)


def dying(case: VerbCase) -> Frame | None:
    """A verb whose subject is the victims."""
    if case.dying is None:
        return None
    trail = entry("victim", case.dying)
    return Frame(case, "intransitive", case.word.lemma, case.anchor, case.dying[1], trail=trail)


def dying_in_passive(case: VerbCase) -> Frame | None:
    """A verb of dying in the form of a passive."""
    return _suffered(case, case.dying, by_phrase(case.anchor, case.vocabulary))


def bereft(case: VerbCase) -> Frame | None:
    """A loss: the subject is bereft and does nothing."""
    if case.object is None:
        return None
    trail = entry("victim", case.object)
    return Frame(case, "active", case.word.lemma, case.anchor, case.object[1], trail=trail)


def _done(case: Case, victim: Token, trail: tuple[str, ...], doer: Located | None) -> Frame:
    return Frame(
        case,
        "active",
        case.word.lemma,
        case.anchor,
        victim,
        doer=None if doer is None else doer[1],
        link="none" if doer is None else "subject",
        by="" if doer is None else doer[0],
        trail=trail,
    )


def _suffered(case: Case, victim: Located | None, agent: Token | None) -> Frame | None:
    if victim is None:
        return None
    trail = entry("victim", victim)
    if agent is None:
        return Frame(case, "passive_agentless", case.word.lemma, case.anchor, victim[1], trail=trail)
    return Frame(
        case,
        "passive_with_agent",
        case.word.lemma,
        case.anchor,
        victim[1],
        doer=agent,
        link="by_phrase",
        by="by-phrase",
        trail=trail,
    )


# -- the tables -------------------------------------------------------------------------------------

TRANSITIVE: tuple[Rule[VerbCase, Frame | NoCasualty], ...] = (
    Rule("read-as-noun", "The *wound* was deep.", no_casualty, (is_noun_form,)),
    Rule("result-of-verb", "{The blast} left [thirty miners] *injured*.", result_of_verb),
    Rule("verb-read-as-adjective", "{Shelling} killed seven and *injured* [dozens].", verb_read_as_adjective),
    Rule("own-life", "[The man] *took his own life*.", own_life, (takes_lives, are_his_own)),
    Rule(
        "nobodys-life",
        "The project *took on a life* of its own.",
        no_casualty,
        (takes_lives, is_nobodys_life),
    ),
    Rule(
        "lives-taken",
        "The *lives of [twelve farmers] were claimed* by {the flood}.",
        lives_taken,
        (takes_lives, are_taken),
    ),
    Rule(
        "taking-lives", "{The flood} *claimed the lives* of [twelve farmers].", taking_lives, (takes_lives,)
    ),
    Rule("before-noun", "The *wounded* [soldiers] slept.", before_noun, (is_before_noun,)),
    Rule("before-no-people", "They buried the *slaughtered* lambs.", no_casualty, (is_before_noun,)),
    Rule("there-are", "There are dead and [*wounded*].", as_noun_itself, (is_there,)),
    Rule("participle-as-noun", "[The *wounded*] were flown out.", as_noun, (stands_as_noun,)),
    Rule(
        "misread-participle",
        "Troops shelled the plant, which still shelters women and *wounded* [soldiers] in need of care.",
        misread_participle,
        (is_misread_participle,),
    ),
    Rule("near-miss", "He was nearly *killed* by a truck.", no_casualty, (nearly_happened,)),
    Rule("object-no-people", "The committee *killed* the bill.", no_casualty, (hits_no_people,)),
    Rule("command", "*Kill* the king!", no_casualty, (is_command,)),
    Rule("doer-cannot-hurt", "The tariffs *hurt* twelve farmers.", no_casualty, (cannot_hurt,)),
    Rule("caught-doing", "Guards *captured* two men stealing copper.", no_casualty, (is_caught_doing,)),
    Rule("active", "{Police} *killed* [a man].", active, (has_object,)),
    Rule("kills-daily", "{They} *kill* every day.", killing, (goes_on_daily,)),
    Rule("active-without-object", "She *kills* for sport.", no_casualty, (cannot_be_suffered,)),
    Rule("nobody-suffers", "The bill was *killed* in the house.", no_casualty, (nobody_suffers,)),
    Rule(
        "agent-cannot-hurt",
        "Twelve farmers were *hurt* by the tariffs.",
        no_casualty,
        (agent_cannot_hurt,),
    ),
    Rule("get-passive", "[Two boys] got *shot dead*.", passive, (is_get_passive,)),
    Rule("passive-by-auxiliary", "[A man] was *killed* by {police}.", passive, (is_by_auxiliary,)),
    Rule("reduced-passive", "[The miners] *killed* on Friday were brothers.", passive, (is_reduced,)),
    Rule("bare-participle", "Ferry sinks, [dozens] *drowned*", passive, (is_bare_participle,)),
)
"""A verb that somebody or something does to people (kill)."""

INTRANSITIVE: tuple[Rule[VerbCase, Frame | NoCasualty], ...] = (
    Rule("before-noun", "Nurses sat with the *dying* [soldiers].", before_noun, (is_before_noun,)),
    Rule("before-no-people", "They filmed a *dying* star.", no_casualty, (is_before_noun,)),
    Rule("read-as-noun", "The *drowning* was filmed.", no_casualty, (is_noun_form,)),
    Rule("near-miss", "He nearly *died*.", no_casualty, (nearly_happened,)),
    Rule("nobodys-life", "Life in the reefs was *lost*.", no_casualty, (lives_are_lost, is_nobodys_life)),
    Rule("lives-lost", "[Three thousand *lives] were lost*.", lives_taken, (lives_are_lost,)),
    Rule("nobody-dies", "The engine *died*.", no_casualty, (nobody_dies,)),
    Rule("passive-by-auxiliary", "[Cole] was *drowned* on Friday.", dying_in_passive, (is_passive_form,)),
    Rule("intransitive", "[Two drivers] *died*.", dying),
)
"""A verb whose subject is the victims (die)."""

LOSS: tuple[Rule[VerbCase, Frame | NoCasualty], ...] = (
    Rule("loss", "The brigade *lost* [200 men].", bereft, (loses_people,)),
    Rule("lost-no-people", "The brigade *lost* 200 trucks.", no_casualty),
)
"""A verb whose object is the victims and whose subject is bereft (lost 200 men)."""


# -- helpers ----------------------------------------------------------------------------------------


def _is_harmful(doer: Located | None, case: Case) -> bool:
    """Whether a doer can hurt in body: an event, an instrument, or somebody; nobody named may be anybody."""
    if doer is None:
        return True
    who = doer[1]
    named = (who.pos == "PROPN" and not children(who, "det")) or _is_reported_body(who, case)
    by_thing = case.vocabulary.has_role(who, "event", "instrument", "actor")
    return named or by_thing or bool(people_entries(who, case.vocabulary))


def _is_reported_body(pronoun: Token, case: Case) -> bool:
    """Whether "it" stands for who reports: "the army said that it had captured two men"."""
    group = case.vocabulary.cause("group_pronoun", pronoun) is not None
    return group and any(
        a.dep == "ccomp" and child(a.head, "nsubj") is not None for a in (case.anchor, *case.anchor.ancestors)
    )


def _before_adjective(case: Case) -> Token | None:
    """The subject, or the verb before, of a verb that the parse takes for an adjective of a number.

    "The blast injured dozens" gives "blast"; "killed seven and injured dozens" gives "killed".
    """
    verb = case.anchor
    if not is_attributive(verb) or verb.i == 0:
        return None
    if not any(numeral.start == verb.nbor(1).idx for numeral in case.numerals):
        return None
    before = verb.nbor(-1)
    if before.pos in NOMINAL:
        return phrase_head(before)
    return _verb_before(case, before) if before.dep == "cc" else None


def _verb_before(case: Case, conjunction: Token) -> Token | None:
    """The casualty verb with a number before a conjunction."""
    verb = case.anchor
    for at in range(verb.i - 2, max(verb.i - 10, -1), -1):
        other = verb.parse[at]
        entries = case.vocabulary.triggers.get(other.lower, ())
        if other.pos == "VERB" and any(word.grammar == "transitive" for _, word in entries):
            behind = other.nbor(1).idx
            counted = any(n.start == behind and n.end < conjunction.idx for n in case.numerals)
            return other if counted and not is_passive(other) else None
    return None


def _goes_on(case: Case) -> bool:
    """Whether a past tense is active: "the comic killed", or an object that is no time, "he captured Texas"."""
    verb = case.anchor
    who = child(verb, "nsubj")
    if verb.tag == "VBD" and verb.dep == "ROOT" and who is not None and children(who, "det"):
        return True
    if verb.i + 1 >= len(verb.parse):
        return False
    noun = opened_by(verb.nbor(1))
    if noun.pos not in NOMINAL or noun.dep not in ("dobj", "npadvmod", "attr", "oprd"):
        return False
    times = case.vocabulary.no_persons
    return noun.lower not in times and noun.lemma.lower() not in times


def _says_who(case: Case) -> bool:
    """Whether the subject is "who", which stands for people only, and the word asks no more of them."""
    asks_more = case.word.victims not in ("any", "people")
    return not asks_more and any(who.lower in ("who", "whom") for who in children(case.anchor, *SUBJECTS))
