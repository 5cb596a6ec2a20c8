"""The arguments of a casualty verb: whom it hits, who does it, who suffers it, whose lives it takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from framing.extract.casualty.case import (
    Case,
    Located,
    next_of,
    subject_among,
)
from framing.extract.rules import Rule, first
from framing.text.grammar import (
    CLAUSES,
    RELATIVES,
    SUBJECTS,
    child,
    children,
    counted_noun,
    is_verbal,
    object_of,
    phrase_head,
    prepositions,
    subject,
)
from framing.text.parse import Token

MODIFIERS = ("det", "amod", "compound", "nummod", "poss", "nmod")
NOMINAL = ("NOUN", "PROPN")


@dataclass(frozen=True)
class VerbCase(Case):
    """A casualty verb: whom it hits, who does it, who suffers it."""

    @cached_property
    def object(self) -> Located | None:
        """The object of the verb, also where a parse misses it."""
        return first(OBJECTS, self)

    @cached_property
    def hit(self) -> Located | None:
        """Whom the verb hits: its object; of an object that is part of the trigger what stands before it."""
        if self.passive or self.object is None or self.object[1] not in self.trigger.tokens:
            return None if self.passive else self.object
        inner = _inside(self.object[1])
        return None if inner is None else ("inside-object", inner)

    @cached_property
    def people_hit(self) -> Token | None:
        """The first of coordinated objects that is people: "killed 12 horses and their rider".

        Words that ask for people ask it of the first: "captured the hearts of fans and newcomers".
        """
        if self.hit is None:
            return None
        noun = self.hit[1]
        others = (c for c in noun.conjuncts if c.i > noun.i and self.word.victims == "any")
        return next((one for one in (noun, *others) if self.is_people(one)), None)

    @cached_property
    def is_suffered(self) -> bool:
        """Whether the verb is passive by itself or by an object that is part of it ("taken hostage")."""
        return self.passive or (self.object is not None and self.hit is None)

    @cached_property
    def doer(self) -> Located | None:
        """Who does what an active verb says."""
        return first(ACTIVE_DOERS, self)

    @cached_property
    def sufferer(self) -> Located | None:
        """Of whom a passive or a participle is said."""
        return first(SUFFERERS, self)

    @cached_property
    def dying(self) -> Located | None:
        """Who dies, by a verb without object."""
        return first(DYING, self)

    @cached_property
    def lives(self) -> Token:
        """The object of "claim", "take", "lose" that makes it a casualty: lives, a leg."""
        return next(token for token in reversed(self.trigger.tokens) if token != self.anchor)

    @cached_property
    def owner(self) -> Located | None:
        """Whose lives they were."""
        return first(WHOSE_LIVES, self)


# -- objects ----------------------------------------------------------------------------------------


def number_behind(case: Case) -> Token | None:
    """The noun of the number phrase right behind the verb: a parse of "killed seven and hurt two" skips it."""
    verb = case.anchor
    if verb.i + 1 >= len(verb.parse):
        return None
    behind = verb.nbor(1).idx
    found = next((numeral for numeral in case.numerals if numeral.start == behind), None)
    return None if found is None else counted_noun(verb.parse, found)


def direct_object(case: Case) -> Token | None:
    """The direct object behind the verb."""
    return object_of(case.anchor)


def object_of_last_verb(case: Case) -> Token | None:
    """The object behind the last of several verbs: "killed or wounded 20 soldiers"."""
    verb = case.anchor
    last = _last_of_listed_verbs(verb)
    if last is not None and not case.passive:
        return object_of(last, case.numerals)
    for other in verb.conjuncts:
        if verb.i < other.i <= verb.i + 4 and is_verbal(other) and not case.passive:
            return object_of(other, case.numerals)
    return None


def _last_of_listed_verbs(verb: Token) -> Token | None:
    """The last of verbs in a list, whatever the parse makes of them: "killed, tortured and robbed"."""
    if verb.i + 1 >= len(verb.parse) or verb.nbor(1).text != ",":
        return None
    for word in verb.parse[verb.i + 2 : verb.i + 9]:
        if word.tag in ("VBN", "VBD") and word.nbor(-1).dep == "cc":
            return word
        if word.tag not in ("VBN", "VBD") and word.dep != "cc" and word.text != ",":
            return None
    return None


def describes_whom_it_hits(case: Case) -> bool:
    """The verb stands in a relative clause about its object: "the men (whom) the guards killed"."""
    verb = case.anchor
    subjects = children(verb, *SUBJECTS)
    if verb.dep != "relcl" or not subjects or subjects[0].tag in RELATIVES or case.passive:
        return False
    return all(c.tag in RELATIVES for c in children(verb, "dobj")) and subjects[0].lower != "that"


def described(case: Case) -> Token:
    """The noun that the clause stands behind."""
    return case.anchor.head


def subject_of_clause_behind(case: Case) -> Token | None:
    """What a parse takes for the subject of a later clause: "killed my son and the house is gone"."""
    verb = case.anchor
    for clause in (c for c in children(verb, "ccomp") if c.tag != "VBG"):
        for who in children(clause, "nsubj"):
            if verb.i + 1 < len(verb.parse) and who.left_edge == verb.nbor(1) and who.tag not in RELATIVES:
                return who
    return None


def is_headline_verb(case: Case) -> bool:
    """The word ends in -s behind a noun and is read as a noun, as headlines have it: "Gunman Kills Son"."""
    verb = case.anchor
    in_s = verb.tag in ("NNS", "NNPS", "NNP") and verb.lower.endswith("s")
    return in_s and 0 < verb.i < len(verb.parse) - 1 and verb.nbor(-1).pos in NOMINAL


def noun_behind(case: Case) -> Token | None:
    """The head of the noun phrase right behind the word."""
    behind = opened_by(case.anchor.nbor(1))
    return behind if behind.pos in NOMINAL else None


OBJECTS: tuple[Rule[VerbCase, Token], ...] = (
    Rule("number-behind", "{The blast} *killed* [seven] and left the street in ruins.", number_behind),
    Rule("object", "{Police} *killed* [a man].", direct_object),
    Rule("object-of-last-verb", "{Rebels} *killed* or wounded [twenty soldiers].", object_of_last_verb),
    Rule(
        "relative-object",
        "[The men] whom {the guards} *killed* were farmers.",
        described,
        (describes_whom_it_hits,),
    ),
    Rule(
        "subject-behind",
        "{The flood} *wounded* [my son] and the river rose.",
        subject_of_clause_behind,
    ),
    Rule("headline-object", "{Teen} *Injures* [Father of Three]", noun_behind, (is_headline_verb,)),
)
"""The object of a casualty verb."""


# -- who does it ------------------------------------------------------------------------------------


def is_no_adjective(case: Case) -> bool:
    """The verb does not stand before a noun as an adjective."""
    return case.anchor.dep != "amod"


def subject_before(case: Case) -> Token | None:
    """The subject before the verb; of "an explosion at a factory" the explosion."""
    who = case.subject
    if who is None or who.i >= case.anchor.i:
        return None
    nearer = (
        _behind_glued_heading(who, case.anchor) or _before_misread_name(who) or _in_clause_of_time(who, case)
    )
    if nearer is not None:
        return nearer
    about = phrase_head(who)
    return about if who.dep == "pobj" and case.vocabulary.cause("event", about) else who


def _behind_glued_heading(who: Token, verb: Token) -> Token | None:
    """The noun behind a capital article in mid-sentence, where a heading without a stop runs into a sentence."""
    for word in verb.parse[who.i + 1 : verb.i]:
        glued = word.tag == "DT" and word.is_title and word.nbor(-1).is_alpha
        if glued and word.head.i > word.i and word.head.pos in NOMINAL:
            return word.head
    return None


def _before_misread_name(who: Token) -> Token | None:
    """Whom a name only names further: "after men of the armed group Vorn launched a raid"."""
    before = who.nbor(-1) if who.i > 0 else who
    bare = who.pos == "PROPN" and not who.children and before.pos == "NOUN" and before.dep == "pobj"
    if not bare:
        return None
    top = phrase_head(before)
    return top if top.dep == "pobj" and is_verbal(top.head.head) else None


def _in_clause_of_time(who: Token, case: Case) -> Token | None:
    """The subject of the clause behind a time: "by the time the army fired, killing two"."""
    clause = child(who, "relcl") if who.lower in case.vocabulary.no_persons else None
    return None if clause is None or clause.i > case.anchor.i else child(clause, "nsubj")


def is_joined_to_noun(case: Case) -> bool:
    """A parse joins the participle to the object of the verb before: "shelling convoys and killing drivers"."""
    verb = case.anchor
    return verb.dep == "conj" and verb.tag == "VBG" and verb.head.pos in NOMINAL and verb.head.dep == "dobj"


def subject_of_verb_before(case: Case) -> Token | None:
    """The subject of the verb before."""
    return subject(case.anchor.head.head)


def noun_right_before(case: Case) -> Token | None:
    """The noun or event right before the verb."""
    if case.anchor.i == 0:
        return None
    before = case.anchor.nbor(-1)
    return before if before.pos in NOMINAL or case.vocabulary.cause("event", before) else None


ACTIVE_DOERS: tuple[Rule[VerbCase, Token], ...] = (
    Rule(
        "subject-of-verb-before",
        "{The rebels} are shelling lorries and *killing* [drivers].",
        subject_of_verb_before,
        (is_joined_to_noun,),
    ),
    Rule("subject", "{Police} *killed* [a man].", subject_before, (is_no_adjective,)),
    Rule("noun-before", "{Teen} *Injures* [Father of Three]", noun_right_before, (is_no_adjective,)),
)
"""Who does what an active casualty verb says."""


# -- who suffers it ---------------------------------------------------------------------------------


def describes_a_noun(case: Case) -> bool:
    """The verb stands behind a noun as a participle or relative clause without another subject."""
    own = children(case.anchor, "nsubjpass", "nsubj")
    return case.anchor.dep in ("acl", "relcl") and all(who.tag in RELATIVES for who in own)


def subject_of_among(case: Case) -> Token | None:
    """The subject of "was among those killed"."""
    return subject_among(case.anchor.head)


def people_inside(case: Case) -> Token | None:
    """The people inside the noun that a clause describes: "families of men killed", "footage of men being killed".

    The clause stands right behind them, and the outer noun is a relative, one of many, or a thing.
    """
    noun, clause, vocabulary = case.anchor.head, case.anchor, case.vocabulary
    for preposition, inside in prepositions(noun):
        if preposition.lower == "of" and noun.i < inside.i < clause.i:
            kin = any(entry.role == "kin" for entry in vocabulary.person(noun))
            many = noun.lower == "one" and bool(children(inside, "nummod"))
            thing = noun.pos == "NOUN" and not case.is_people(noun, "any")
            if (kin or many or thing) and case.is_people(inside, "any"):
                return inside
    return None


def behind_auxiliary(case: Case) -> Token | None:
    """Who stands behind the auxiliary of a participle that opens its sentence: "Killed in the raid were four men"."""
    auxiliary = next((c for c in children(case.anchor, "auxpass", "aux") if c.i > case.anchor.i), None)
    if auxiliary is None or case.anchor.tag != "VBN":
        return None
    return child(auxiliary, "attr", "nsubj", "nsubjpass") or child(case.anchor, "attr")


def people_before_comma(case: Case) -> Token | None:
    """Whom a bare participle behind a comma describes: "a vigil for Deputy Cole, killed on Friday"."""
    verb = case.anchor
    if verb.i < 2 or verb.nbor(-1).text != "," or verb.tag != "VBN" or children(verb, "aux", "auxpass"):
        return None
    noun = verb.nbor(-2)
    fits = noun.pos in NOMINAL and noun.dep == "pobj" and case.is_people(noun, "any")
    return noun if fits else None


def counted_behind_and(case: Case) -> Token | None:
    """The number phrase that opens a coordinated clause, where a parse takes it for one of the objects before."""
    verb = case.anchor
    if verb.dep != "conj" or child(verb, *SUBJECTS) is not None:
        return None
    opens = next((t for t in reversed(verb.parse[: verb.i]) if t.dep == "cc"), None)
    if opens is None or opens.i + 1 >= verb.i or opens.i == 0 or opens.nbor(-1).text != ",":
        return None
    number = next((n for n in case.numerals if n.start == opens.nbor(1).idx), None)
    if number is None or any(
        is_verbal(t) and t.dep not in ("aux", "auxpass") for t in verb.parse[opens.i : verb.i]
    ):
        return None
    return counted_noun(verb.parse, number)


def has_own_subject(case: Case) -> bool:
    """The verb has a subject of its own."""
    return child(case.anchor, "nsubjpass", "nsubj") is not None


def has_no_subject(case: Case) -> bool:
    """The verb has no subject of its own and describes no noun."""
    return not has_own_subject(case) and not describes_a_noun(case)


def own_subject(case: Case) -> Token | None:
    """The subject, own or shared; of "600 people, half of them women, died" the people."""
    who = case.subject
    if who is None:
        return None
    partitive = any(noun.lower == "them" for _, noun in prepositions(who) if noun.i == who.i + 2)
    others = [s for s in children(case.anchor, *SUBJECTS) if s.i < who.i and s.pos in NOMINAL]
    return others[-1] if partitive and others and who.nbor(-1).text == "," else who


def noun_touching_clause(case: Case) -> Token | None:
    """The noun that a dependent clause stands right behind."""
    beside = case.noun_before
    touches = beside is not None and beside.i == case.anchor.i - 1
    return beside if touches and case.anchor.dep in CLAUSES else None


SUFFERERS: tuple[Rule[VerbCase, Token], ...] = (
    Rule("behind-auxiliary", "*Killed* in {the raid} were [four men].", behind_auxiliary),
    Rule(
        "counted-behind-and",
        "The riders killed 40 men, and [13 villagers, among them five girls], *died* in {an ambush}.",
        counted_behind_and,
    ),
    Rule(
        "subject-of-among",
        "[A nurse] was among those *killed* on Friday.",
        subject_of_among,
        (describes_a_noun,),
    ),
    Rule(
        "people-inside",
        "They released footage of [nurses and other civilians] being *killed* in {a raid}.",
        people_inside,
        (describes_a_noun,),
    ),
    Rule("described-noun", "[The miners] *killed* on Friday were brothers.", described, (describes_a_noun,)),
    Rule("before-comma", "A vigil was held for [Deputy Cole], *killed* on Friday.", people_before_comma),
    Rule("subject", "[A man] was *killed*.", own_subject, (has_own_subject,)),
    Rule(
        "noun-touching-clause",
        "Bomb hits market with [dozens] *wounded*",
        noun_touching_clause,
        (has_no_subject,),
    ),
    Rule("shared-subject", "[Two boys] were beaten and *killed*.", own_subject, (has_no_subject,)),
)
"""Of whom a passive or participle is said."""


# -- who dies ---------------------------------------------------------------------------------------


def is_said_of_subject(case: Case) -> bool:
    """The verb is active and no participle behind a noun."""
    verb = case.anchor
    return not case.passive and verb.tag != "VBN" and verb.dep not in ("acl", "relcl")


DYING: tuple[Rule[VerbCase, Token], ...] = (
    Rule(
        "counted-behind-and",
        "The riders killed 40 men, and [13 villagers, among them five girls], *died* in {an ambush}.",
        counted_behind_and,
    ),
    Rule("subject", "[Two drivers] *died*.", own_subject, (is_said_of_subject,)),
    *SUFFERERS,
)
"""Who dies, by a verb without object."""


# -- whose lives ------------------------------------------------------------------------------------


def lives_of(case: VerbCase) -> Token | None:
    """The noun behind "of"."""
    return next((noun for p, noun in prepositions(case.lives) if p.lower == "of"), None)


def possessor(case: VerbCase) -> Token | None:
    """The possessor before the noun."""
    return child(case.lives, "poss")


def are_counted(case: VerbCase) -> bool:
    """A number, or before "lives" an adjective, counts the lives."""
    lives = case.lives
    return bool(children(lives, "nummod") or (lives.lower == "lives" and children(lives, "amod")))


def are_bare_lives(case: VerbCase) -> bool:
    """The lives are lost by themselves: "roofs burned and lives lost"."""
    lives = case.lives
    return lives.lower == "lives" and child(lives, "poss", "prep") is None and lives.dep in SUBJECTS


def the_lives(case: VerbCase) -> Token:
    """The lives themselves."""
    return case.lives


WHOSE_LIVES: tuple[Rule[VerbCase, Token], ...] = (
    Rule("lives-of", "{The flood} *claimed the lives* of [twelve farmers].", lives_of),
    Rule("possessor-of-lives", "{The flood} *took [their] lives*.", possessor),
    Rule("lives", "{The flood} *claimed [twelve lives]*.", the_lives, (are_counted,)),
    Rule("bare-lives", "*[Lives] were lost*.", the_lives, (are_bare_lives,)),
)
"""Whose lives are taken or lost."""


# -- helpers -----------------------------------------------------------------------------------------


def _inside(taken: Token) -> Token | None:
    """Who is taken hostage, by the object that is part of the trigger: "took twenty hostages"."""
    inner = next_of(c for c in children(taken, "compound", "amod") if c.pos != "ADJ")
    return inner or (taken if taken.tag == "NNS" else None)


def opened_by(word: Token) -> Token:
    """The noun that a word stands before as one of its modifiers, or the word itself."""
    while word.dep in MODIFIERS and word.head.i > word.i:
        word = word.head
    return word
