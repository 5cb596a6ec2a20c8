"""Whose people the victims are, and whose deed it was: a ladder of evidence, "unknown" at its foot.

Words of the phrase come first, then places of the sentence, then the opponent of the side that struck,
then what the article said of the same event before. An unknown side beats a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.extract.casualty.candidates import CasualtyCandidate, KnownSide
from framing.extract.rules import Rule
from framing.people.sides import UNKNOWN, ActorMatch, Sides
from framing.text.grammar import SUBJECTS, is_passive, is_verbal, subject
from framing.text.numerals import Numeral
from framing.text.parse import Parse, Token
from framing.text.sentences import Sentence

LEAST_SHARED = 2
"""The least number by which two rows are of the same people: a single victim is too often somebody else."""


@dataclass(frozen=True)
class SideCase:
    """A casualty whose sides are asked for.

    `before` are the sentences before it in the paragraph, `earlier` the candidates before it in the article.
    """

    candidate: CasualtyCandidate
    sides: Sides
    before: Sequence[Sentence]
    earlier: Sequence[CasualtyCandidate]

    @property
    def held(self) -> bool:
        """Whether the victims are held: they are where the other side is, so that its places say nothing."""
        return self.candidate.trigger.word.kind == "captured"

    @property
    def doer(self) -> KnownSide:
        return self.candidate.doer_side

    @cached_property
    def opponent(self) -> KnownSide | None:
        """The other side of a pack with two sides, where the side of the doer is known."""
        others = [side for side in self.sides.ids if side != self.doer.side]
        two = self.doer.side in self.sides.ids and len(self.sides.ids) == 2
        return KnownSide(others[0], False) if two else None

    @cached_property
    def verb_above_cause(self) -> Token | None:
        head = self.candidate.cause.head
        return None if head is None else next((a for a in head.ancestors if is_verbal(a)), None)

    def of_phrase(self, tokens: Sequence[Token]) -> KnownSide | None:
        """The side that words name."""
        match = self.sides.of_phrase("".join(t.text_with_ws for t in tokens)) if tokens else None
        return None if match is None else KnownSide(match.side, True)


# -- whose deed -------------------------------------------------------------------------------------


def doer_named(case: SideCase) -> KnownSide | None:
    """Words of the phrase up to its noun name the side; of an actor all words of the phrase.

    In "a Russian strike on a Ukrainian base" only the words before the noun say whose strike it is.
    """
    cause = case.candidate.cause
    if cause.head is None:
        return None
    until = cause.head.i if cause.type != "actor" else cause.tokens[-1].i
    return case.of_phrase([t for t in cause.tokens if t.i <= until])


def is_used_in_deed(case: SideCase) -> bool:
    """The event or instrument hangs behind an active verb of striking."""
    cause, verb = case.candidate.cause, case.verb_above_cause
    if cause.head is None or verb is None or cause.type == "actor" or verb.i >= cause.head.i:
        return False
    return case.candidate.vocabulary.cause("deed", verb) is not None and not is_passive(verb)


def user(case: SideCase) -> KnownSide | None:
    """The side of the subject of that verb; a place that acts is no side."""
    verb = case.verb_above_cause
    who = None if verb is None else subject(verb)
    if who is None or who == case.candidate.cause.head:
        return None
    match = case.sides.of_phrase(who.parse.text_of(who.left_edge, who.right_edge))
    return KnownSide(match.side, True) if match is not None and match.kind != "place" else None


DOER_SIDES: tuple[Rule[SideCase, KnownSide], ...] = (
    Rule("named", "{A Russian strike} *killed* [four soldiers].", doer_named),
    Rule(
        "user-of-means",
        "Russian forces hit the town with {drones}, and [two men] *died*.",
        user,
        (is_used_in_deed,),
    ),
)
"""Whose deed it was."""


# -- whose people -----------------------------------------------------------------------------------


def victims_named(case: SideCase) -> KnownSide | None:
    """Words of the victim phrase name the side."""
    return case.of_phrase(case.candidate.victims.tokens)


def are_held_by_known_side(case: SideCase) -> bool:
    """The victims are held, and the side of who holds them is known."""
    return case.held and case.doer.side != UNKNOWN


def opponent(case: SideCase) -> KnownSide | None:
    """The other side of a pack with two sides."""
    return case.opponent


def are_not_held_by_known_side(case: SideCase) -> bool:
    """The victims are not held by a side that is known."""
    return not are_held_by_known_side(case)


def target(case: SideCase) -> KnownSide | None:
    """Words behind the noun of the event name its target: "a strike on a Ukrainian base"."""
    cause = case.candidate.cause
    if cause.head is None or cause.type == "actor":
        return None
    return case.of_phrase([t for t in cause.tokens if t.i > cause.head.i])


def only_side_of_sentence(case: SideCase) -> KnownSide | None:
    """The sentence names one side beside doer, speaker and subjects: where it was, or against whom."""
    candidate = case.candidate
    parse = candidate.sentence.parse
    if parse is None:
        return None
    found = {
        match.side
        for match in case.sides.find(candidate.sentence.text)
        if match.side in case.sides.ids and _is_evidence(match, parse, candidate)
    }
    found -= {case.doer.side} if len(found) > 1 else set()
    return KnownSide(found.pop(), True) if len(found) == 1 else None


def continues(case: SideCase) -> bool:
    """The predicate goes on with the one before."""
    return case.candidate.continues


def side_of_row_before(case: SideCase) -> KnownSide | None:
    """The side of the victims of the predicate before."""
    return _known(case.earlier[-1].victim_side) if case.earlier else None


def tells_of_own_people(case: SideCase) -> bool:
    """Nobody is known to have done it, and who tells of none, of combatants or of people held means their own."""
    candidate = case.candidate
    own = candidate.negated or case.held or candidate.victims.status == "combatant"
    return own and case.doer.side == UNKNOWN


def side_of_speaker(case: SideCase) -> KnownSide | None:
    """The side of who says so."""
    side = case.candidate.voice.side
    return KnownSide(side, False) if side in case.sides.ids else None


def side_of_same_toll(case: SideCase) -> KnownSide | None:
    """The side of an earlier statement of the same kind with the same number."""
    same = same_toll(case.candidate.trigger.word.kind, case.candidate.victims.count, case.earlier)
    return _known(KnownSide(same[-1].victim_side.side, False)) if same else None


def is_without_number(case: SideCase) -> bool:
    """No number is said of the victims."""
    return not case.candidate.victims.count.low


def side_of_place(case: SideCase) -> KnownSide | None:
    """The one side whose places the sentences before name, nearest first."""
    for sentence in reversed(case.before):
        places = (m for m in case.sides.find(sentence.text) if m.kind == "place")
        found = {m.side for m in places if m.side in case.sides.ids}
        if found:
            return KnownSide(found.pop(), False) if len(found) == 1 else None
    return None


def is_not_negated(case: SideCase) -> bool:
    """Somebody came to harm."""
    return not case.candidate.negated


def side_of_last_row(case: SideCase) -> KnownSide | None:
    """The side of the victims told of last."""
    return _known(KnownSide(case.earlier[-1].victim_side.side, False)) if case.earlier else None


VICTIM_SIDES: tuple[Rule[SideCase, KnownSide], ...] = (
    Rule("named", "{A strike} *killed* [17 Ukrainian soldiers].", victims_named),
    Rule(
        "held-by-opponent", "{Russian troops} *abducted* [ten farmers].", opponent, (are_held_by_known_side,)
    ),
    Rule(
        "target-of-event",
        "[Two men] *died* in {an attack on Kharkiv}.",
        target,
        (are_not_held_by_known_side,),
    ),
    Rule(
        "only-side-in-sentence",
        "{A Ukrainian drone} *killed* [a driver] in Belgorod.",
        only_side_of_sentence,
        (are_not_held_by_known_side,),
    ),
    Rule(
        "opponent-of-doer",
        "{A Russian strike} *killed* [four soldiers].",
        opponent,
        (are_not_held_by_known_side,),
    ),
    Rule(
        "coordinated",
        "Twelve Ukrainian soldiers were killed and [sixty others] *injured* in {a blast}.",
        side_of_row_before,
        (continues,),
    ),
    Rule(
        "speakers-own",
        "Ukraine's army said [12 soldiers] were *killed*.",
        side_of_speaker,
        (tells_of_own_people,),
    ),
    Rule(
        "same-toll",
        "A strike killed 17 Ukrainian soldiers. The funeral of [the 17 men] *killed* was held at noon.",
        side_of_same_toll,
    ),
    Rule(
        "place-before",
        "Shells fell on Kharkiv. [Civilians] were *killed*.",
        side_of_place,
        (is_without_number,),
    ),
    Rule(
        "row-before",
        "A strike killed 17 Ukrainian soldiers. [Civilians] *died* too.",
        side_of_last_row,
        (is_without_number, is_not_negated),
    ),
)
"""Whose people the victims are, by the words of the sentence, then by what stands before it."""


def same_toll(kind: str, count: Numeral, earlier: Sequence[CasualtyCandidate]) -> list[CasualtyCandidate]:
    """The earlier candidates of a kind with the same number, nearest last."""
    bound = count.low if count.low is not None else count.high
    if bound is None or bound < LEAST_SHARED:
        return []
    return [o for o in earlier if o.kind == kind and bound in (o.count.low, o.count.high)]


def _known(side: KnownSide) -> KnownSide | None:
    return None if side.side == UNKNOWN else side


def _is_evidence(match: ActorMatch, parse: Parse, candidate: CasualtyCandidate) -> bool:
    """Whether a name of the sentence tells where or against whom: no speaker, no doer, no other subject."""
    at = candidate.sentence.start + match.start
    if any(span.start <= at < span.end for span in candidate.voice.speaker_spans):
        return False
    token = next((t for t in parse if t.idx <= match.start < t.idx + len(t)), None)
    if token is None or token in candidate.cause.tokens:
        return False
    for above in (token, *token.ancestors):
        if above.dep in SUBJECTS or above.lower == "near" or above.head.lemma == "border":
            return False
        if is_verbal(above):
            return True
    return True
