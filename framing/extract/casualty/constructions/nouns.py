"""Casualty nouns: the death of, three fatalities, injuries to, hostages, the death toll."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from framing.extract.casualty.case import Case, Doer, Frame, by_phrase, next_of, subject_among
from framing.extract.casualty.constructions.states import left_by
from framing.extract.casualty.people import COUNTING, names_nobody, people_entries
from framing.extract.casualty.triggers import NoCasualty, no_casualty
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule, first
from framing.text.grammar import (
    SUBJECTS,
    child,
    children,
    clause_root,
    is_passive,
    is_verbal,
    object_of,
    prepositions,
    subject,
)
from framing.text.numerals import Numeral
from framing.text.parse import Token

TOLL_REACH = 160
"""How many characters behind a toll its number may stand."""
OF_VICTIMS = ("of", "to", "among", "in")
"""Prepositions behind which the victims of a noun stand; "in" only where the lexicon lists the people."""
Victim = Token | tuple[Token, ...]
"""Whom a noun is about: the head of a phrase, or words before the noun that count or colour them."""


@dataclass(frozen=True)
class NounCase(Case):
    """A noun that names what happened to people: whom it is about, and who did it."""

    @cached_property
    def victims(self) -> tuple[str, Victim] | None:
        """Whom the noun is about."""
        return first(NOUN_VICTIMS, self)

    @cached_property
    def victim(self) -> Token | None:
        """The head of the victim phrase, where they have a noun of their own."""
        return self.victims[1] if self.victims is not None and isinstance(self.victims[1], Token) else None

    @cached_property
    def doer(self) -> tuple[str, Doer] | None:
        """Who did it, by the noun's own phrase."""
        return first(NOUN_DOERS, self) if self.victim is not None else None

    @property
    def demand(self) -> str:
        """What the victim phrase must be."""
        return "people" if self.word.victims in ("soldiers", "required") else self.word.victims


# -- whom a noun is about ---------------------------------------------------------------------------


def subject_of_among(case: NounCase) -> Token | None:
    """The subject of "was among the fatalities"."""
    listed = subject_among(case.anchor)
    return listed if listed is not None and case.is_people(listed, "people") else None


def in_prepositional_phrase(case: NounCase) -> Token | None:
    """People behind "of", of harm also "to", "among" and "in", of the noun or one coordinated with it."""
    for one in (case.anchor, *case.anchor.conjuncts):
        for preposition in children(one, "prep"):
            if not _leads_to_victims(preposition, case):
                continue
            for inside in children(preposition, "pobj"):
                if _is_inside(inside, preposition, case):
                    return inside
    return None


def _leads_to_victims(preposition: Token, case: Case) -> bool:
    if preposition.i < case.anchor.i or preposition.lower not in OF_VICTIMS:
        return False
    return preposition.lower != "to" or case.word.kind == "injured"


def _is_inside(noun: Token, preposition: Token, case: NounCase) -> bool:
    """Whether a noun behind a preposition is the victims; a counted part of the trigger is ("loss of 12 lives")."""
    if noun in case.trigger.tokens:
        return bool(children(noun, "nummod"))
    placed = preposition.lower == "in" and not people_entries(noun, case.vocabulary)
    return not placed and case.is_people(noun, case.demand)


def in_phrase_right_behind(case: NounCase) -> Token | None:
    """The object of "to" or "of" right behind the noun, wherever the parse hangs the preposition."""
    noun = case.anchor
    if noun.i + 1 >= len(noun.parse) or noun.nbor(1).lower not in ("to", "of", "among"):
        return None
    near = child(noun.nbor(1), "pobj")
    return near if near is not None and case.is_people(near, case.demand) else None


def counting_and_colouring(case: NounCase) -> tuple[Token, ...] | None:
    """Numbers and words for people before the noun: "three civilian deaths"."""
    found = tuple(c for c in case.anchor.lefts if _counts_or_colours(c, case))
    return found or None


def _counts_or_colours(word: Token, case: Case) -> bool:
    if word.dep == "nummod":
        return not is_year(word)
    return word.dep in ("amod", "compound", "nmod") and _colours(word, case)


def _colours(word: Token, case: Case) -> bool:
    """Whether a word before a noun says whose deaths: "civilian", "Palestinian"."""
    roles = {entry.role for entry in case.vocabulary.person(word)} - set(COUNTING)
    if word.pos == "PROPN" and case.vocabulary.cause("event", word.head) is not None:
        return False
    if roles and not (word.pos == "ADJ" and "child" in roles):
        return True
    return word.text[:1].isupper() and word.i > 0


def possessor(case: NounCase) -> Token | None:
    """The possessor before the noun: "her death"."""
    owner = child(case.anchor, "poss")
    return owner if owner is not None and case.is_people(owner, "any") else None


def who_suffers(case: NounCase) -> Token | None:
    """The subject that suffers it: "the driver suffered injuries"."""
    noun = case.anchor
    suffered = noun.dep == "dobj" and case.vocabulary.cause("suffering_verb", noun.head) is not None
    return _people_as_subject(noun.head, case) if suffered else None


def who_is_treated(case: NounCase) -> Token | None:
    """The subject that has it or is treated for it: "was treated for injuries", "in hospital with burns"."""
    noun = case.anchor
    if case.word.kind != "injured" or noun.dep != "pobj":
        return None
    verb = noun.head.head
    if noun.head.lower == "with" and not is_verbal(verb):
        return _people_as_subject(clause_root(noun), case)
    treated = noun.head.lower in ("for", "with") and is_passive(verb)
    return _people_as_subject(verb, case) if treated else None


def _people_as_subject(verb: Token, case: Case) -> Token | None:
    who = subject(verb) if is_verbal(verb) else None
    return who if who is not None and case.is_people(who, "people") else None


def said_behind_verb(case: NounCase) -> Token | None:
    """Who is counted behind the verb: "losses amounted to 300 soldiers"."""
    estimated = case.anchor.dep == "dobj" and case.anchor.head.lemma in ("put", "estimate", "set")
    if case.anchor.dep not in SUBJECTS and not estimated:
        return None
    said = (noun for p, noun in prepositions(case.anchor.head) if p.lower in ("to", "at"))
    return next_of(noun for noun in said if case.is_people(noun, "people"))


def counted_before_of(case: NounCase) -> Token | None:
    """What counts the noun before "of": "left *dozens* of casualties"."""
    noun = case.anchor
    before = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    counts = before is not None and any(e.role == "quantity" for e in case.vocabulary.person(before))
    return before if counts else None


NOUN_VICTIMS: tuple[Rule[NounCase, Victim], ...] = (
    Rule("said-behind-verb", "The *deaths* amounted to [thirty miners].", said_behind_verb),
    Rule("subject-of-among", "[Two nurses] were among the *fatalities*.", subject_of_among),
    Rule("prepositional-phrase", "The *deaths* of [twelve miners] shook the town.", in_prepositional_phrase),
    Rule("phrase-right-behind", "{The storm} brought *injury* to [ten families].", in_phrase_right_behind),
    Rule("counted-or-coloured", "The town mourned [three civilian] *deaths*.", counting_and_colouring),
    Rule("possessor", "[Her] *death* was an accident.", possessor),
    Rule("who-suffers", "[The driver] suffered *injuries*.", who_suffers),
    Rule("who-is-treated", "[The driver] was treated for *burns*.", who_is_treated),
    Rule("counted-before-of", "There were [dozens] of *casualties*.", counted_before_of),
)
"""Whom a noun is about."""


# -- who did it -------------------------------------------------------------------------------------


def in_by_phrase(case: NounCase) -> Doer | None:
    """The noun of a by-phrase on the casualty noun."""
    found = by_phrase(case.anchor, case.vocabulary)
    return None if found is None else Doer(found, "by_phrase")


def by_right_behind_victims(case: NounCase) -> Doer | None:
    """The by-phrase right behind the victims, wherever the parse hangs it: "the killing of X by police"."""
    if case.victim is None:
        return None
    for token in case.victim.parse[case.victim.i + 1 : case.victim.i + 4]:
        if token.lower == "by":
            found = child(token, "pobj")
            return None if found is None else Doer(found, "by_phrase")
    return None


def is_deed(case: NounCase) -> bool:
    """The noun names a deed, which somebody does; "death" and "losses" do not."""
    return case.word.lemma != "death" and case.word.kind != "unspecified_loss"


def before_the_deed(case: NounCase) -> Doer | None:
    """Who stands before a noun that has its victims behind it: "Israel's killing of", "the police killing of"."""
    for one in case.anchor.lefts:
        body = case.vocabulary.cause("actor", one) is not None or bool(people_entries(one, case.vocabulary))
        if one != case.victim and (one.dep == "poss" or (one.dep == "compound" and body)):
            return Doer(one, "subject")
    return None


NOUN_DOERS: tuple[Rule[NounCase, Doer], ...] = (
    Rule("by-phrase", "The *killing* of [two men] by {police} shook the town.", in_by_phrase),
    Rule(
        "by-behind-victims",
        "Crowds marched over the *killing* of [Anna Cole] by {police}.",
        by_right_behind_victims,
    ),
    Rule("before-noun", "{The army's} *killing* of [two men] shook the town.", before_the_deed, (is_deed,)),
)
"""Who did what a noun names."""


# -- questions to a noun ----------------------------------------------------------------------------


def is_no_noun(case: NounCase) -> bool:
    """The word is read as a verb, or has an object."""
    noun = case.anchor
    if noun.tag not in ("NN", "NNS", "NNP", "NNPS", "VBG") or object_of(noun) is not None:
        return True
    return noun.tag == "VBG" and child(noun, "det", "poss", "amod", "prep") is None


def is_part_of_compound(case: NounCase) -> bool:
    """The noun only describes another noun behind it: "death certificate"."""
    return case.anchor.dep == "compound" and case.anchor.head.i > case.anchor.i


def concerns_nobody(case: NounCase) -> bool:
    """No victims are named, and the noun needs them or does not stand for a casualty alone."""
    if case.victims is not None:
        return False
    noun, word = case.anchor, case.word
    if word.victims == "required" or not _stands_alone(noun):
        return True
    return word.kind not in ("unspecified_loss", "killed") and noun.tag == "NN"


def is_of_no_relative(case: NounCase) -> bool:
    """The word asks for a relative behind "of", and none is there."""
    return case.word.victims == "kin" and (case.victim is None or case.victim.head.lower != "of")


def is_of_something_else(case: NounCase) -> bool:
    """The noun behind "of" is no people: "the death of the mill", "the killing of the bill"."""
    if case.victim is not None or case.word.victims != "any":
        return False
    vocabulary = case.vocabulary
    for preposition, inside in prepositions(case.anchor):
        if preposition.lower != "of" or inside in case.trigger.tokens:
            continue
        named = names_nobody(inside, vocabulary) or vocabulary.cause("actor", inside) is not None
        if inside.pos == "NOUN" or named:
            return not vocabulary.is_harmful(inside) and inside.lower not in vocabulary.no_persons
    return False


def is_no_military_loss(case: NounCase) -> bool:
    """The word asks for soldiers, and nothing shows that the losses are people."""
    return case.word.victims == "soldiers" and not _is_military_loss(case)


def is_left_with(case: NounCase) -> bool:
    """The harm stands behind "with" as the result of a verb."""
    noun = case.anchor
    return case.word.kind == "injured" and noun.dep == "pobj" and noun.head.lower == "with"


def concerns_people(case: NounCase) -> bool:
    """The victims have a noun of their own."""
    return case.victim is not None


def is_counted_or_coloured(case: NounCase) -> bool:
    """Words before the noun count the victims or say who they are."""
    return case.victims is not None and case.victim is None


def _stands_alone(noun: Token) -> bool:
    """A bare singular such as "death" names no casualty; "the killing", "deaths", "no injury" do."""
    return noun.tag in ("NNS", "NNPS") or child(noun, "det", "poss", "nummod") is not None


def is_year(number: Token) -> bool:
    """Whether a number is a year ("her 1998 death")."""
    return number.text.isdecimal() and len(number.text) == 4 and number.text[:2] in ("18", "19", "20")


def _is_military_loss(case: NounCase) -> bool:
    """Whether "losses" are people: said so, or an army's, with nothing of money, votes or machines beside."""
    noun, victim, vocabulary = case.anchor, case.victim, case.vocabulary
    if victim is not None and noun.i < victim.i:
        return _are_soldiers_lost(victim, case)
    if _is_loss_of_something(noun):
        return False
    words = noun.same_root
    if noun.tag != "NNS" or any(vocabulary.cause("measure_of_loss", token) is not None for token in words):
        return False
    named = any(c.text[:1].isupper() for c in children(noun, "amod", "poss", "nmod", "compound"))
    return named or any(_is_military(token, vocabulary) for token in words if token is not noun)


def _is_loss_of_something(noun: Token) -> bool:
    """Whether what is lost stands behind "losses"; "losses of their own" does not say."""
    behind = (p for p, inside in prepositions(noun) if p.i > noun.i and inside.lower != "own")
    return any(p.lower in ("of", "in", "for") for p in behind)


def _is_military(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word is about armies or those who fight in them."""
    return vocabulary.cause("military", token) is not None or any(
        entry.status == "combatant" for entry in vocabulary.person(token)
    )


def _are_soldiers_lost(victim: Token, case: NounCase) -> bool:
    """Whether people behind "losses" are an army's."""
    if victim.head.lower == "to" or not case.is_people(victim, "people"):
        return False
    if children(victim, "nummod") or case.is_people(victim, "soldiers"):
        return True
    return not any(
        case.vocabulary.cause("measure_of_loss", token) is not None for token in case.anchor.same_root
    )


# -- what the rules make ----------------------------------------------------------------------------


def left_with(case: NounCase) -> Frame | None:
    """Harm as the result of a verb: "the fire left a boy with burns", "left two men dead and a boy with burns"."""
    verb = clause_root(case.anchor)
    victim = object_of(verb)
    beside = case.anchor.head.head if case.anchor.dep == "pobj" and case.anchor.head.lower == "with" else None
    if beside is not None and beside.dep == "conj" and case.is_people(beside, "people"):
        victim = beside
    leaves = case.vocabulary.cause("resultative_verb", verb) is not None and not is_passive(verb)
    if not leaves or victim is None or not case.is_people(victim, "any"):
        return None
    return left_by(case, verb, victim, "object-of-leaving")


def event_of(case: NounCase) -> Frame:
    """A noun with whom it is about, and who did it where the noun's own phrase says so."""
    found, doer = case.victims, case.doer
    return Frame(
        case,
        "nominalised",
        case.word.lemma,
        clause_root(case.anchor),
        case.victim,
        found[1] if found is not None and isinstance(found[1], tuple) else (),
        doer=None if doer is None else doer[1].head,
        link="none" if doer is None else doer[1].link,
        by="" if doer is None else doer[0],
        trail=() if found is None else (f"victim:{found[0]}",),
    )


EVENT_NOUN: tuple[Rule[NounCase, Frame | NoCasualty], ...] = (
    Rule("no-noun", "*Killing* time is hard.", no_casualty, (is_no_noun,)),
    Rule("part-of-compound", "The *injury* lawyers met.", no_casualty, (is_part_of_compound,)),
    Rule("left-with", "{The fire} left [a boy] with *burns*.", left_with, (is_left_with,)),
    Rule("concerns-nobody", "They spoke of *death*.", no_casualty, (concerns_nobody,)),
    Rule("of-no-relative", "The *loss* of the match hurt.", no_casualty, (is_of_no_relative,)),
    Rule(
        "of-something-else", "The town mourned the *death* of the mill.", no_casualty, (is_of_something_else,)
    ),
    Rule("no-military-loss", "The bank reported *losses*.", no_casualty, (is_no_military_loss,)),
    Rule(
        "noun-with-victims",
        "The *deaths* of [twelve miners] shook the town.",
        event_of,
        (concerns_people,),
    ),
    Rule(
        "counted-noun",
        "The town mourned [three civilian] *deaths*.",
        event_of,
        (is_counted_or_coloured,),
    ),
    Rule("bare-noun", "The *deaths* shook the town.", event_of),
)
"""A noun that names what happened to people (death, casualty)."""


# -- nouns for the victims themselves ---------------------------------------------------------------


def is_undetermined(case: Case) -> bool:
    """The word is no noun, or a singular without article, number or adjective."""
    noun = case.anchor
    if noun.pos not in ("NOUN", "PROPN"):
        return True
    determined = noun.dep == "compound" or child(noun, "det", "poss", "nummod", "amod") is not None
    return noun.tag == "NN" and not determined


def themselves(case: Case) -> Frame:
    """The noun is the victims."""
    governor = clause_root(case.anchor)
    return Frame(case, "other", case.word.lemma, governor, case.anchor, trail=("victim:itself",))


PEOPLE_NOUN: tuple[Rule[Case, Frame | NoCasualty], ...] = (
    Rule("undetermined", "His status, *hostage* or not, was unclear.", no_casualty, (is_undetermined,)),
    Rule("people-noun", "The rebels freed [ten *hostages*].", themselves),
)
"""A noun that names the victims (hostage)."""


# -- bodies -------------------------------------------------------------------------------------------


def is_living_or_other(case: Case) -> bool:
    """Nobody finds it, or words before it say which body of people or things it is: "governing bodies"."""
    noun, vocabulary = case.anchor, case.vocabulary
    if any(c.dep in ("amod", "compound") and not vocabulary.person(c) and not c.like_num for c in noun.lefts):
        return not any(
            c.lower in ("more", "dead", "lifeless", "burned", "charred", "dismembered") for c in noun.lefts
        )
    verbs = (noun.head, noun.head.head, *children(noun, "acl", "relcl"))
    found = any(is_verbal(verb) and vocabulary.cause("finding", verb) is not None for verb in verbs)
    return noun.dep not in ("dobj", "nsubjpass", "nsubj", "pobj", "conj", "ROOT") or not found


def belongs_to_another_casualty(case: Case) -> bool:
    """Whose body it is, is said to have been killed: "the body of a man killed in the raid", "bodies of the dead"."""
    owners = [inside for p, inside in prepositions(case.anchor) if p.lower == "of"]
    near = [word for owner in owners for word in (owner, *children(owner, "acl", "relcl", "amod"))]
    return any(word.lower in case.vocabulary.triggers for word in near)


def belongs_to_no_people(case: Case) -> bool:
    """It is of something else, or a single one of nobody: "the body of the car"."""
    owners = [inside for p, inside in prepositions(case.anchor) if p.lower == "of"]
    if owners:
        return not case.is_people(owners[0], "any")
    return case.anchor.tag == "NN" and child(case.anchor, "poss", "det", "nummod") is None


def whose_body(case: Case) -> Frame:
    """The people behind "of" or before "'s", else the bodies themselves."""
    noun = case.anchor
    owner = next_of(inside for p, inside in prepositions(noun) if p.lower == "of") or child(noun, "poss")
    people = owner is not None and owner.lower not in ("its", "their") and case.is_people(owner, "any")
    victim = owner if people and not children(noun, "nummod") else noun
    where = "itself" if victim is noun else "prepositional-phrase"
    return Frame(
        case, "other", case.word.lemma, clause_root(noun), victim, link="subject", trail=(f"victim:{where}",)
    )


REMAINS: tuple[Rule[Case, Frame | NoCasualty], ...] = (
    Rule("not-found", "The governing *bodies* met.", no_casualty, (is_living_or_other,)),
    Rule(
        "of-another-casualty",
        "They found the *body* of a man who was killed.",
        no_casualty,
        (belongs_to_another_casualty,),
    ),
    Rule("of-no-people", "They found the *body* of the car.", no_casualty, (belongs_to_no_people,)),
    Rule("remains", "Divers recovered [nine *bodies*].", whose_body),
)
"""A noun for dead people who are found (body)."""


# -- tolls ------------------------------------------------------------------------------------------


def lacks_number(case: Case) -> bool:
    """A mere "toll" needs a number said of it."""
    return case.word.victims == "required" and toll_number(case) is None


def toll(case: Case) -> Frame:
    """A noun for the count of the victims."""
    return Frame(case, "nominalised", case.word.lemma, clause_root(case.anchor))


TOLL: tuple[Rule[Case, Frame | NoCasualty], ...] = (
    Rule("without-number", "The *toll* was heavy.", no_casualty, (lacks_number,)),
    Rule("toll", "The *death toll* rose to [34].", toll),
)
"""A noun of which the number of victims is said (death toll)."""


def toll_number(case: Case) -> Numeral | None:
    """The number said of a toll: behind "to", "at" or "of", so the last one of "from 25 to 34"."""
    text, words = case.anchor.parse.text, case.vocabulary.causes["before_number"]
    return next_of(n for n in behind_toll(case) if text[: n.start].split()[-1].lower() in words)


def behind_toll(case: Case) -> Iterator[Numeral]:
    """The numbers near behind a toll, in text order."""
    start = case.trigger.tokens[-1].idx
    return (n for n in case.numerals if 0 < n.start - start < TOLL_REACH)
