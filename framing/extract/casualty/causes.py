"""The cause of a casualty in its sentence: the phrase, its type, and how it is tied to the predicate.

Full responsibility stands in the subject or a by-phrase; a preposition ("in a strike") loosens it, and
"after" only gives an order in time (Entman 1991; Moreno-Medina et al. 2025).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from framing.extract.casualty.case import Case, Doer, Frame, entry, next_of
from framing.extract.casualty.people import people_entries
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule, first
from framing.text.grammar import (
    RELATIVES,
    child,
    children,
    is_passive,
    is_verbal,
    left_edge,
    prepositions,
    subject,
)
from framing.text.parse import Token

LONGEST = 30
"""A cause phrase is cut after so many tokens."""
BY_MEANS = ("by", "with", "from", "under")
"""Prepositions that make an instrument a cause."""


@dataclass(frozen=True, slots=True)
class Cause:
    """The doer or cause: its tokens in text order, none where the sentence names no cause."""

    tokens: tuple[Token, ...] = ()
    head: Token | None = None
    type: str = "none"
    link: str = "none"
    trail: tuple[str, ...] = ()


NO_CAUSE = Cause()


@dataclass(frozen=True)
class CauseCase:
    """A casualty predicate whose cause is looked for outside its own arguments."""

    frame: Frame
    victims: tuple[Token, ...]

    @property
    def case(self) -> Case:
        return self.frame.case

    @property
    def anchor(self) -> Token:
        return self.frame.anchor

    @property
    def vocabulary(self) -> Vocabulary:
        return self.frame.case.vocabulary

    @cached_property
    def causal_subject(self) -> Token | None:
        """The subject of "led to such a loss", "resulted in the deaths of", "caused injuries"."""
        found = _causal_subject(self.anchor, self.vocabulary) if _is_noun(self.frame) else None
        return None if found in self.frame.trigger.tokens else found

    @cached_property
    def own(self) -> set[Token]:
        """The casualty word and the clauses that belong to it or to its victims."""
        victim = self.frame.victim
        clauses = children(victim, "relcl") if victim is not None else []
        return {self.anchor, *children(self.anchor, "acl", "relcl"), *clauses}

    def accepts(self, noun: Token) -> bool:
        """Whether a noun can be the cause: no victim, not the casualty itself, and not what holds it."""
        above = self.anchor.head
        holds = above.head == noun and self.vocabulary.cause("sequence", above) is not None
        itself = _event_in(noun, self.vocabulary) in self.frame.trigger.tokens
        return noun not in self.victims and not itself and not holds


def cause_of(frame: Frame, victims: tuple[Token, ...]) -> Cause:
    """The cause of a frame: the doer the syntax gives, or else the nearest event tied to it."""
    if frame.doer is not None and frame.doer not in victims:
        found: tuple[str, Doer] | None = (frame.by, Doer(frame.doer, frame.link))
    else:
        found = None if frame.link == "subject" else _loose_cause(frame, victims)
    if found is None:
        return NO_CAUSE
    doer = found[1]
    tokens = (doer.head,) if doer.link == "modified_noun" else _phrase(doer.head, frame)
    return Cause(tokens, doer.head, _type(doer.head, frame.case.vocabulary), doer.link, entry("doer", found))


def _loose_cause(frame: Frame, victims: tuple[Token, ...]) -> tuple[str, Doer] | None:
    """A cause outside the predicate's own arguments; people held have their holder only."""
    case = CauseCase(frame, victims)
    if frame.case.word.grammar == "people_noun":
        return first(HOLDERS, case)
    return first(OF_NOUN, case) or _tied(case) or first(FAR, case)


# -- who holds people -------------------------------------------------------------------------------


def are_held(case: CauseCase) -> bool:
    """The noun is the object of a verb of holding."""
    held = case.vocabulary.cause("holding_verb", case.anchor.head) is not None
    return case.anchor.dep == "dobj" and held


def holder(case: CauseCase) -> Doer | None:
    """The subject of the verb."""
    return _tied_to(subject(case.anchor.head), "causal_verb")


def are_not_held(case: CauseCase) -> bool:
    """The noun is no object of a verb of holding."""
    return not are_held(case)


def by_phrase_of_clause(case: CauseCase) -> Doer | None:
    """The by-phrase of a clause behind the noun: "hostages held by rebels"."""
    clauses = children(case.anchor, "acl")
    return _tied_to(next_of(n for c in clauses for p, n in prepositions(c) if p.lower == "by"), "adjunct")


def who_holds(case: CauseCase) -> Doer | None:
    """The by-phrase of a passive verb of holding: "hostages are held by rebels"."""
    verb = case.anchor.head
    held = case.anchor.dep == "nsubjpass" and case.vocabulary.cause("holding_verb", verb) is not None
    return (
        _tied_to(next_of(n for p, n in prepositions(verb) if p.lower == "by"), "by_phrase") if held else None
    )


HOLDERS: tuple[Rule[CauseCase, Doer], ...] = (
    Rule("held-by", "[Nine *hostages*] are held by {rebels}.", who_holds),
    Rule("holder", "{The men} still hold [nine *hostages*].", holder, (are_held,)),
    Rule(
        "by-phrase-of-clause",
        "[Nine *hostages*] held by {rebels} were freed.",
        by_phrase_of_clause,
        (are_not_held,),
    ),
)
"""Who has the people that a noun names."""


# -- causes that hang on a word by a preposition or a clause ----------------------------------------


@dataclass(frozen=True, slots=True)
class TieCase:
    """A word near the casualty, and what hangs on it.

    "By" ties a cause only to the casualty word itself (`own`): "wounded men were moved by helicopter".
    """

    word: Token
    own: bool
    cause: CauseCase

    @property
    def vocabulary(self) -> Vocabulary:
        return self.cause.vocabulary


def by_preposition(tie: TieCase) -> Doer | None:
    """An event behind a preposition of cause or time, or an instrument behind one of means."""
    for preposition, behind in (*prepositions(tie.word), *_acts(tie.word, tie.vocabulary)):
        noun = _of_outcome(behind, tie.vocabulary)
        allowed = (tie.own or preposition.lower != "by") and tie.cause.accepts(noun)
        if allowed and _ties(preposition, noun, tie.word, tie.vocabulary):
            return Doer(noun, _link(preposition, tie.vocabulary))
    return None


def _acts(word: Token, vocabulary: Vocabulary) -> Iterator[tuple[Token, Token]]:
    """The prepositions on a word with an act in -ing that a parse takes for a verb: "died in shelling"."""
    for preposition in children(word, "prep"):
        for act in children(preposition, "pcomp"):
            if vocabulary.cause("event", act) is not None and child(act, "dobj") is None:
                yield preposition, act


def _of_outcome(noun: Token, vocabulary: Vocabulary) -> Token:
    """What stands behind "of" in "as a result of", or the noun itself."""
    if vocabulary.cause("outcome", noun) is None:
        return noun
    return next_of(inside for p, inside in prepositions(noun) if p.lower == "of") or noun


def at_hands_of(tie: TieCase) -> Doer | None:
    """Who stands behind "at the hands of"."""
    for preposition, noun in prepositions(tie.word):
        if preposition.lower == "at" and noun.lemma.lower() == "hand":
            doers = (doer for inner, doer in prepositions(noun) if inner.lower == "of")
            return _tied_to(next_of(doer for doer in doers if tie.cause.accepts(doer)), "adjunct")
    return None


def in_which(tie: TieCase) -> Doer | None:
    """The event that a clause with "in which" describes."""
    word = tie.word
    relative = word.dep == "relcl" and any(noun.tag in RELATIVES for _, noun in prepositions(word))
    if relative and tie.vocabulary.is_harmful(word.head) and tie.cause.accepts(word.head):
        return Doer(word.head, "adjunct")
    return None


def what_was_not_survived(tie: TieCase) -> Doer | None:
    """The event that is the object of a denied "survive"."""
    denied = tie.own and tie.cause.frame.case.word.denied
    event = next_of(o for o in children(tie.word, "dobj") if tie.vocabulary.is_harmful(o)) if denied else None
    return _tied_to(event, "adjunct")


def in_clause(tie: TieCase) -> Doer | None:
    """The doer of a clause of cause or time: "after a bus hit a pole", "when the stand collapsed"."""
    for clause in (*children(tie.word, "advcl"), *_gerunds(tie.word)):
        if tie.own or clause.lower not in tie.vocabulary.triggers:
            found = _in_clause(clause, tie.vocabulary)
            near = (
                tie.own
                or not _describes(tie.cause.anchor)
                or (found and tie.vocabulary.is_harmful(found.head))
            )
            if found is not None and near and tie.cause.accepts(found.head):
                return found
    return None


def _describes(verb: Token) -> bool:
    """Whether a casualty word only describes a noun, so that what the clause above says is another matter."""
    return verb.dep in ("acl", "amod") and verb.tag == "VBN"


TIES: tuple[Rule[TieCase, Doer], ...] = (
    Rule("preposition", "[A man] was *killed* in {a police raid}.", by_preposition),
    Rule("hands-of", "[Two men] *died* at the hands of {the guards}.", at_hands_of),
    Rule("not-survived", "[Nobody] *survived* {the crash}.", what_was_not_survived),
    Rule("in-which", "They recalled {the raid} in which [two men] *died*.", in_which),
    Rule("clause", "[A man] *died* after {a bus} hit a pole.", in_clause),
)
"""How a cause hangs on a word near the casualty."""


def _ties(preposition: Token, noun: Token, word: Token, vocabulary: Vocabulary) -> bool:
    """Whether a preposition makes its noun a cause: events by most, instruments by those of means."""
    if preposition.lower == "of" and not is_verbal(word):
        return False
    inside = _event_in(noun, vocabulary)
    if vocabulary.cause("event", inside) is not None or (inside != noun and vocabulary.is_harmful(inside)):
        return vocabulary.has_role(preposition, "adjunct", "sequence")
    return preposition.lower in BY_MEANS and vocabulary.cause("instrument", noun) is not None


def _in_clause(clause: Token, vocabulary: Vocabulary) -> Doer | None:
    """The cause that a clause names, where its conjunction or preposition makes it one."""
    marks = [c for c in clause.children if c.dep in ("mark", "advmod", "prep") and c.i < clause.i]
    marks += [clause.head] if clause.dep == "pcomp" else []
    sequence = any(vocabulary.cause("sequence", mark) is not None for mark in marks)
    if not sequence and not any(vocabulary.cause("adjunct", mark) is not None for mark in marks):
        return None
    cause = _doer_of_clause(clause, vocabulary)
    if cause is None or not (sequence or vocabulary.is_harmful(cause) or _strikes(clause, vocabulary)):
        return None
    return Doer(cause, "after_clause" if sequence else "adjunct")


def _doer_of_clause(clause: Token, vocabulary: Vocabulary) -> Token | None:
    for preposition, noun in prepositions(clause):
        if preposition.lower == "by" and is_passive(clause):
            return noun
    own = child(clause, "nsubj", "nsubjpass")
    if own is not None and own.tag not in ("PRP", "WP", "WDT", "EX"):
        return own if own.dep == "nsubj" or vocabulary.is_harmful(own) else None
    return next_of(o for o in children(clause, "dobj") if vocabulary.is_harmful(o))


def _gerunds(word: Token) -> list[Token]:
    """The clause behind a preposition: "after being hit by a car"."""
    return [verb for preposition in children(word, "prep") for verb in children(preposition, "pcomp")]


def _strikes(clause: Token, vocabulary: Vocabulary) -> bool:
    """Whether a clause says that something strikes or goes wrong: "when the stand collapsed"."""
    return vocabulary.has_role(clause, "deed", "mishap") and not is_passive(clause)


# -- looser causes ----------------------------------------------------------------------------------


def harmful_causal_subject(case: CauseCase) -> Doer | None:
    """The subject of a verb of causing, where it is an event, an instrument or a name."""
    who = case.causal_subject
    strikes = who is not None and bool(people_entries(who, case.vocabulary))
    fits = who is not None and (strikes or case.vocabulary.is_harmful(who) or who.pos == "PROPN")
    return _tied_to(who if fits else None, "causal_verb")


def before_noun(case: CauseCase) -> Doer | None:
    """An event or instrument before the casualty noun: "traffic crash deaths"."""
    if not _is_noun(case.frame):
        return None
    before = (c for c in case.anchor.lefts if c.dep in ("compound", "amod"))
    return _tied_to(next_of(c for c in before if case.vocabulary.is_harmful(c)), "modified_noun")


def who_committed(case: CauseCase) -> Doer | None:
    """The by-phrase of a participle behind a casualty noun or one coordinated with it."""
    if not _is_noun(case.frame):
        return None
    clauses = (
        c for noun in (case.anchor, *case.anchor.conjuncts) for c in children(noun, "acl") if c.tag == "VBN"
    )
    return _tied_to(next_of(n for c in clauses for p, n in prepositions(c) if p.lower == "by"), "adjunct")


OF_NOUN: tuple[Rule[CauseCase, Doer], ...] = (
    Rule("who-committed", "They spoke of the *deaths* and ruin caused by {the army}.", who_committed),
    Rule("causal-subject", "{The attack} led to the *death* of [a man].", harmful_causal_subject),
    Rule("before-noun", "[Three] {crash} *deaths* shook the town.", before_noun),
)
"""The cause of a casualty noun: what its verb or the words before it say."""


def object_of_deed(case: CauseCase) -> Doer | None:
    """Who strikes the victims, who are the object of another verb."""
    victim = case.frame.victim
    if victim is None or victim.dep != "dobj" or not _strikes(victim.head, case.vocabulary):
        return None
    return _tied_to(subject(victim.head), "after_clause")


def further_on(case: CauseCase) -> Doer | None:
    """An event behind a preposition of cause or time, for headlines and sentences that the parse breaks up."""
    parse, vocabulary = case.anchor.parse, case.vocabulary
    for word in parse[case.frame.trigger.end :]:
        link = _loose_link(word, vocabulary)
        if not link:
            continue
        happened = next_of(
            n for noun in children(word, "pobj") for n in (noun, _following(noun)) if _happens(n, case)
        )
        if happened is None and (link == "after_clause" or word.lower in ("as", "when")):
            nouns = [n for n in parse[word.i + 1 : word.i + 5] if n.pos in ("NOUN", "PROPN")]
            happened = next_of(n for n in nouns if vocabulary.is_harmful(n))
            happened = _who_does(happened, vocabulary) if happened is not None else None
        if happened is not None:
            return Doer(happened, link)
    return None


def _who_does(noun: Token, vocabulary: Vocabulary) -> Token:
    """The people right before a noun that may be their deed ("as *gunmen* storm hotel"), else the noun; of a compound
    its head ("car bomb")."""
    before = noun.nbor(-1) if noun.i else noun
    plural = before.tag in ("NNS", "NNPS") and bool(vocabulary.person(before))
    if plural and vocabulary.cause("deed", noun) is not None:
        return before
    following = _following(noun)
    return following if noun.dep == "compound" and vocabulary.is_harmful(following) else noun


def any_causal_subject(case: CauseCase) -> Doer | None:
    """The subject of a verb of causing, whatever it is."""
    return _tied_to(case.causal_subject, "causal_verb")


def clause_before(case: CauseCase) -> Doer | None:
    """What struck in the clause right before, whose outcome this one is: "A truck hit a queue; four people died"."""
    verb = _clause_of(case.anchor)
    struck = next_of(
        a for a in _beside(verb) if is_verbal(a) and a.i < verb.i and _strikes(a, case.vocabulary)
    )
    who = child(struck, "nsubj") if struck is not None else None
    own = child(verb, "nsubj", "nsubjpass")
    if struck is None or who is None or own is None or own.i < struck.i or not case.accepts(who):
        return None
    went_wrong = case.vocabulary.cause("mishap", struck) is not None and who.pos == "NOUN"
    thing = went_wrong and not people_entries(who, case.vocabulary)
    return _tied_to(who if thing or case.vocabulary.is_harmful(who) else None, "after_clause")


def before_colon(case: CauseCase) -> Doer | None:
    """The event of a headline: "Earthquake: 200 dead"."""
    colon = next_of(token for token in case.anchor.parse[: case.anchor.i] if token.text == ":")
    heading = colon.nbor(-1) if colon is not None and colon.i > 0 else None
    fits = heading is not None and heading.pos in ("NOUN", "PROPN") and case.vocabulary.is_harmful(heading)
    return _tied_to(heading if fits else None, "adjunct")


FAR: tuple[Rule[CauseCase, Doer], ...] = (
    Rule("object-of-deed", "{The truck} struck [a motorist], who later *died*.", object_of_deed),
    Rule("further-on", "[Two women] *dead*, ten hurt in {train crash}", further_on),
    Rule("clause-before", "{The truck} ploughed into a queue; [four men] *died*.", clause_before),
    Rule("any-causal-subject", "{The verdict} led to the *death* of [a man].", any_causal_subject),
    Rule("before-colon", "{Ostra flood}: [ten men] *dead*", before_colon),
)
"""Causes that nothing ties to the casualty but the sentence."""


def _clause_of(word: Token) -> Token:
    """The verb of the main clause that a casualty word stands in: its own, or that of its first conjunct."""
    return word if is_verbal(word) else word.head


def _beside(verb: Token) -> list[Token]:
    """The verbs of the clauses beside one, nearest first: what it is coordinated with or hangs on, and what the parse
    hung on it as a clause before."""
    before = [*verb.conjuncts, *children(verb, "ccomp"), *([verb.head] if verb.dep == "ccomp" else [])]
    return sorted((v for v in before if v.i < verb.i), key=lambda v: -v.i)


def _causal_subject(noun: Token, vocabulary: Vocabulary) -> Token | None:
    top = noun
    while (top.dep == "conj" and top.head != top) or _is_counted_by(top.head.head, top, vocabulary):
        top = top.head if top.dep == "conj" else top.head.head
    for verb in (top.head, top.head.head):
        if _resumes_clause(verb, vocabulary):
            return None
        roles = ("linking_verb",) if is_passive(verb) else ("causal_verb", "resultative_verb")
        if is_verbal(verb) and vocabulary.has_role(verb, *roles):
            return _cause_as_subject(top, verb, vocabulary)
        if top.dep != "pobj":
            return None
    return None


def _is_counted_by(number: Token, noun: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word counts a noun behind "of": "*dozens* of casualties"."""
    behind = noun.dep == "pobj" and noun.head.lower == "of"
    return behind and any(entry.role == "quantity" for entry in vocabulary.person(number))


def _resumes_clause(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether "which" takes up a whole clause, not the noun before it: "shelled the town, which led to deaths"."""
    relative = next_of(c for c in verb.children if c.tag in RELATIVES and c.dep in ("nsubj", "nsubjpass"))
    if verb.dep != "relcl" or relative is None or relative.i == 0 or relative.nbor(-1).text != ",":
        return False
    struck = any(vocabulary.cause("deed", above) is not None for above in verb.head.ancestors)
    return struck and not vocabulary.is_harmful(verb.head)


def _cause_as_subject(top: Token, verb: Token, vocabulary: Vocabulary) -> Token | None:
    """The subject of a causing verb whose object or complement is the casualty; no people."""
    behind = top.dep == "pobj" and top.head.lower in ("in", "to", "with", "for")
    if top.head != verb and not behind:
        return None
    who = subject(verb)
    strikes = vocabulary.cause("deed", verb) is not None
    return who if who is not None and (strikes or not people_entries(who, vocabulary)) else None


def _tied(case: CauseCase) -> tuple[str, Doer] | None:
    """The nearest cause that hangs on the casualty, its victims, or the clauses above and beside."""
    for word in _neighbourhood(case.frame):
        found = first(TIES, TieCase(word, word in case.own, case))
        if found is not None:
            return found
    return None


def _neighbourhood(frame: Frame) -> Iterator[Token]:
    """The places to look for a cause: the trigger, its victims, the clauses above, and those beside."""
    anchor, victim = frame.anchor, frame.victim
    yield anchor
    if victim is not None:
        yield victim
        yield from victim.conjuncts
    yield from children(anchor, "acl", "relcl")
    if victim is not None:
        yield from (clause for clause in children(victim, "relcl") if clause != anchor)
    if frame.governor != anchor:
        yield frame.governor
    yield from anchor.conjuncts
    yield from (ancestor for ancestor in anchor.ancestors if ancestor != frame.governor)
    for ancestor in anchor.ancestors:
        yield from ancestor.conjuncts


def _is_noun(frame: Frame) -> bool:
    return frame.construction == "nominalised"


def _tied_to(head: Token | None, link: str) -> Doer | None:
    return None if head is None else Doer(head, link)


def _link(word: Token, vocabulary: Vocabulary) -> str:
    """How a preposition or conjunction ties a cause: in time only, or as what it happened in or by."""
    return "adjunct" if vocabulary.cause("sequence", word) is None else "after_clause"


def _loose_link(word: Token, vocabulary: Vocabulary) -> str:
    """The same for any word, empty where it ties nothing."""
    adjunct = word.lower != "of" and vocabulary.cause("adjunct", word) is not None
    return _link(word, vocabulary) if adjunct or vocabulary.cause("sequence", word) is not None else ""


def _happens(noun: Token, case: CauseCase) -> bool:
    return noun.pos == "NOUN" and case.vocabulary.cause("event", noun) is not None


def _following(noun: Token) -> Token:
    return noun.nbor(1) if noun.i + 1 < len(noun.parse) else noun


def _event_in(noun: Token, vocabulary: Vocabulary) -> Token:
    """The event in "one of the attacks", "an exchange of gunfire", or the noun itself."""
    if noun.pos != "NUM" and vocabulary.cause("part_of_event", noun) is None:
        return noun
    inside = next_of(o for p in children(noun, "prep") if p.lower == "of" for o in children(p, "pobj"))
    return noun if inside is None else inside


# -- what a cause is --------------------------------------------------------------------------------


def _type(phrase: Token, vocabulary: Vocabulary) -> str:
    """What a cause is by its noun: an event, an instrument, or an actor; names are actors."""
    head = _event_in(phrase, vocabulary)
    by_weapon = any(vocabulary.cause("instrument", c) is not None for c in children(head, "compound"))
    is_instrument = vocabulary.cause("instrument", head) is not None
    if vocabulary.cause("event", head) is not None and not (is_instrument and by_weapon):
        return "event"
    if is_instrument:
        return "instrument"
    if vocabulary.cause("actor", head) is not None or people_entries(head, vocabulary):
        return "actor"
    if head.pos in ("PROPN", "PRON", "NUM", "ADJ"):
        return "actor"
    return "event" if head.pos == "VERB" else "instrument"


def _phrase(head: Token, frame: Frame) -> tuple[Token, ...]:
    """The cause phrase: the noun with everything on it but clauses and the casualty itself."""
    stop = {token.i for token in frame.trigger.tokens}
    parse, last = head.parse, head.i
    for token in head.subtree:
        if token.i >= head.i:
            if token.i in stop or _ends_phrase(token, head):
                break
            last = token.i
    while last > head.i and _is_loose_end(parse[last]):
        last -= 1
    opening = _opening(head)
    return parse[opening : min(last, opening + LONGEST) + 1]


def _opening(head: Token) -> int:
    """Where the phrase begins; "the Russian" before "shelling" where the parse takes it for a noun of its own."""
    before = head.nbor(-1) if head.i > 0 else head
    misread = head.tag == "VBG" and before.dep == "pobj" and before.tag == "JJ"
    return left_edge(before) if misread else left_edge(head)


def _ends_phrase(token: Token, head: Token) -> bool:
    """Whether the phrase of a noun ends before a token: at a closing quotation mark, a clause, an apposition."""
    if token.text in '"“”' and token.i > head.i:
        return True
    above = (token, *(a for a in token.ancestors if a.i > head.i and a in head.subtree))
    return any(a.dep in ("relcl", "acl", "advcl", "appos") or a.text in "—–" for a in above)


def _is_loose_end(token: Token) -> bool:
    return (token.is_punct and token.text not in ")\"'") or token.pos in ("CCONJ", "ADP")
