"""Where people came to harm: the places that a sentence ties to a casualty, and the one that stands before it.

A place speaks for the victims where it hangs on their phrase, on the predicate or on the clauses that it goes on with
("shells hit a market in Kherson, killing two"). What stands behind *to* or *from*, whose attack it was ("an Israeli
strike"), and where somebody spoke say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.extract.casualty.candidates import CasualtyCandidate
from framing.extract.casualty.people import people_entries
from framing.people.sides import THIRD_PARTY, UNKNOWN, ActorMatch, Sides
from framing.text.grammar import SUBJECTS, is_verbal
from framing.text.parse import Token
from framing.text.sentences import Sentence

"""Words before "of" with which a place only says where another one lies."""
BORDER = "border"
"""A place at it lies on either side."""
_REPORTED = ("ccomp", "parataxis")
_OF_CLAUSE = ("of", "in", "to", "from", "among", "without", "with", "for")
"""Prepositions behind which a casualty noun belongs to the clause; what stands behind "amid" is beside it."""
_INSIDE = ("amod", "compound", "poss", "nmod", "pobj", "prep", "appos", "conj", "case", "nummod", "npadvmod")


class HarmPlace(NamedTuple):
    """A place of a sentence: its side, and whether the grammar ties it to the casualty."""

    side: str
    tied: bool


@dataclass(frozen=True, slots=True)
class PlaceSearch:
    """A casualty, and the sides whose places are looked for."""

    candidate: CasualtyCandidate
    sides: Sides

    def places(self) -> Iterator[HarmPlace]:
        """The places of the sentence at which people may have come to harm."""
        parse = self.candidate.sentence.parse
        if parse is None:
            return
        for match in self.sides.find(self.candidate.sentence.text):
            token = next((t for t in parse if t.idx <= match.start < t.idx + len(t)), None)
            side = self._side(match)
            if token is None or not side or not self._may_be_place(match, token):
                continue
            verb = self._verb_above(token)
            if verb is not None:
                yield HarmPlace(side, self._is_tied(token, verb))

    def tied(self) -> set[str]:
        """The sides of the places that the grammar ties to the casualty."""
        return {place.side for place in self.places() if place.tied}

    def names_other(self, side: str) -> bool:
        """Whether the sentence has a word of another side, beside who says so and whose attack it was."""
        sentence = self.candidate.sentence
        found = (m for m in self.sides.find(sentence.text) if not _speaks(m, sentence, self.candidate))
        return any(m.side in self.sides.ids and m.side != side and not self._strikes(m) for m in found)

    def _strikes(self, match: ActorMatch) -> bool:
        """Whether a name stands right before what people come to harm by: "an Israeli strike"."""
        behind = (t for t in self.candidate.frame.anchor.parse if t.idx >= match.end)
        word = next(behind, None)
        return word is not None and self.candidate.vocabulary.is_harmful(word)

    def _side(self, match: ActorMatch) -> str:
        """The side of a place, empty of no side; of one that both claim that of who speaks, else unknown."""
        side = match.side
        if match.canonical in self.sides.contested:
            said_by = self.candidate.voice.side
            return said_by if said_by in self.sides.ids else UNKNOWN
        return side if side in (*self.sides.ids, THIRD_PARTY) else ""

    def _may_be_place(self, match: ActorMatch, token: Token) -> bool:
        if match.kind == "actor" and match.type != "state_metonym":
            return False
        at = self.candidate.sentence.start + match.start
        if any(span.start <= at < span.end for span in self.candidate.voice.speaker_spans):
            return False
        cause = self.candidate.cause
        return not (token in cause.tokens and (cause.type == "actor" or token.i <= _last(cause.head)))

    def _verb_above(self, token: Token) -> Token | None:
        """The verb or casualty word whose place a name is; None where it is no place of harm."""
        behind = False
        for above in (token, *token.ancestors):
            if self._says_no_place(above, token, behind):
                return None
            if above.dep in SUBJECTS:
                return above.head if self._is_struck(above) else None
            if above is not token and above in self.candidate.frame.trigger.tokens:
                return above if behind or above.pos == "NOUN" else None
            if is_verbal(above):
                return above if behind else None
            behind = behind or self._leads_to_place(above)
        return token.root if behind else None

    def _leads_to_place(self, word: Token) -> bool:
        """Whether a word puts what hangs on it in its place: "in" the town, the town that they "shelled"."""
        vocabulary = self.candidate.vocabulary
        if word.dep == "dobj":
            return vocabulary.cause("deed", word.head) is not None
        return word.dep == "prep" and vocabulary.cause("harm_place", word) is not None

    def _says_no_place(self, above: Token, token: Token, behind: bool) -> bool:
        """Whether a word over a name shows that nobody came to harm there: a border, a way, somebody's attack."""
        if above.lemma.lower() == BORDER or above.dep == "agent":
            return True
        if above.dep == "prep":
            way = self.candidate.vocabulary.cause("direction", above) is not None or above.lower == "by"
            return way or (
                above.lower == "of"
                and self.candidate.vocabulary.cause("beside_place", above.head) is not None
            )
        if behind or above is token or above.dep in SUBJECTS or is_verbal(above):
            return False
        if above in self.candidate.frame.trigger.tokens:
            return False
        return self._is_somebodys(above, token) or above.dep not in (*_INSIDE, "dobj")

    def _is_struck(self, subject: Token) -> bool:
        """Whether a subject is a place of which something is said: "Kherson was shelled", "Kherson is under fire"."""
        deed = self.candidate.vocabulary.cause("deed", subject.head) is not None
        return subject.head.lemma in ("be", "remain") or (subject.dep == "nsubjpass" and deed)

    def _is_somebodys(self, noun: Token, token: Token) -> bool:
        """Whether a name before a noun says whose attack, body or people it is, and not where."""
        if token.i > noun.i:
            return False
        vocabulary = self.candidate.vocabulary
        harmful = vocabulary.has_role(noun, "event", "instrument", "actor")
        return harmful or bool(people_entries(noun, vocabulary))

    def _is_tied(self, token: Token, verb: Token) -> bool:
        victim = self.candidate.frame.victim
        if victim is not None and (token in victim.subtree or token in self.candidate.victims.tokens):
            return True
        if token in self.candidate.cause.tokens or verb in self._clauses():
            return True
        cause = self.candidate.cause.head
        clause = None if cause is None else next((a for a in cause.ancestors if is_verbal(a)), None)
        return clause is not None and clause not in self._clauses_above() and verb in clause.subtree

    def _clauses_above(self) -> set[Token]:
        """The clauses that the predicate stands in."""
        return set(self.candidate.frame.anchor.ancestors)

    def _clauses(self) -> set[Token]:
        """The predicate, and the clauses that it goes on with; not what is only reported, nor what an event stands in."""
        frame = self.candidate.frame
        found = {frame.anchor, frame.governor}
        at = frame.anchor
        for _ in range(8):
            describes = at.dep in ("relcl", "acl") and at.head == self.candidate.cause.head
            aside = at.dep == "pobj" and at.head.lower not in _OF_CLAUSE
            if at.dep in _REPORTED or describes or aside or at.head is at:
                break
            at = at.head
            found.add(at)
        return found


def _last(head: Token | None) -> int:
    return -1 if head is None else head.i


def side_of_scene(
    candidate: CasualtyCandidate,
    before: Sequence[Sentence],
    earlier: Sequence[CasualtyCandidate],
    sides: Sides,
) -> str:
    """The side of the nearest sentence before that says where it was, or whose people came to harm.

    The beginning of the casualty's own sentence is the nearest. Unknown where a sentence has two, or a third party's.
    """
    own = candidate.sentence
    for sentence in (own, *reversed(before)):
        told = {c.victim_side.side for c in earlier if c.sentence is sentence} - {UNKNOWN}
        until = candidate.frame.anchor.idx if sentence is own else len(sentence.text)
        matches = [m for m in sides.find(sentence.text[:until]) if not _speaks(m, sentence, candidate)]
        named = {m.side for m in matches if _is_scene(m, sentence, sides, candidate)}
        found = told | named
        if found:
            one = found.pop()
            return one if not found and one in sides.ids else UNKNOWN
    return UNKNOWN


def _speaks(match: ActorMatch, sentence: Sentence, candidate: CasualtyCandidate) -> bool:
    """Whether a name stands in the phrase of who says so."""
    at = sentence.start + match.start
    return any(span.start <= at < span.end for span in candidate.voice.speaker_spans)


def _is_scene(match: ActorMatch, sentence: Sentence, sides: Sides, candidate: CasualtyCandidate) -> bool:
    """Whether a name of a sentence before says where it happened: a place that nobody is sent to or comes from."""
    if match.kind != "place" or match.canonical in sides.contested:
        return False
    words = sentence.text[: match.start].split()[-2:]
    behind = sentence.text[match.end : match.end + 8].strip().lower()
    moved = any(word.lower() in ("to", "from", "into", "toward", "towards") for word in words)
    beside = [word.lower() for word in words][1:] == ["of"] and words[
        0
    ].lower() in candidate.vocabulary.causes["beside_place"]
    return not moved and not beside and not behind.startswith(BORDER)
