"""Whose people the victims are, and whose deed it was: a ladder of evidence, "unknown" at its foot.

Words of the phrase come first, then places of the sentence, then the opponent of the side that struck,
then what the article said of the same event before. An unknown side beats a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.extract.casualty.causes import Cause
from framing.extract.casualty.record import CasualtyMention
from framing.extract.casualty.words import Vocabulary
from framing.people.sides import UNKNOWN, ActorMatch, Sides
from framing.records.article import Span
from framing.text.grammar import SUBJECTS, is_passive, is_verbal, subject
from framing.text.parse import Parse, Token
from framing.text.sentences import Sentence


@dataclass(frozen=True)
class Side:
    """A side and whether words of the sentence give it."""

    side: str
    explicit: bool


NO_SIDE = Side(UNKNOWN, False)


def agent_side(cause: Cause, sides: Sides, words: Vocabulary) -> Side:
    """The side of a cause: words of the phrase up to its noun, or the subject that uses it.

    In "a Russian strike on a Ukrainian base" only the words before the noun say whose strike it is.
    """
    if cause.head is None:
        return NO_SIDE
    head = cause.head
    until = head.i if cause.type != "actor" else cause.tokens[-1].i
    own = "".join(t.text_with_ws for t in cause.tokens if t.i <= until)
    match = sides.of_phrase(own)
    if match is not None:
        return Side(match.side, True)
    verb = next((a for a in head.ancestors if is_verbal(a)), None)
    strikes = (
        verb is not None and words.cause("deed", verb) is not None and not is_passive(verb, reduced=False)
    )
    if cause.type != "actor" and verb is not None and strikes and verb.i < head.i:
        user = subject(verb)
        if user is not None and user != head:
            match = sides.of_phrase(_subtree_text(user))
            if match is not None and match.kind != "place":
                return Side(match.side, True)
    return NO_SIDE


def victim_side(
    victims: tuple[Token, ...],
    cause: Cause,
    doer: Side,
    sentence: Sentence,
    ignored: Sequence[Span],
    sides: Sides,
    held: bool,
) -> Side:
    """The side of the victims by the words of one sentence. `ignored` are the speakers' spans.

    Who is `held` is where the other side is, so that its places say nothing.
    """
    phrase = "".join(token.text_with_ws for token in victims)
    match = sides.of_phrase(phrase) if phrase else None
    if match is not None:
        return Side(match.side, True)
    if held and doer.side != UNKNOWN:
        return opponent(doer, sides)
    if cause.head is not None and cause.type != "actor":
        target = "".join(t.text_with_ws for t in cause.tokens if t.i > cause.head.i)
        match = sides.of_phrase(target)
        if match is not None:
            return Side(match.side, True)
    parse = sentence.parse
    if parse is None:
        return NO_SIDE
    agent = {token.i for token in cause.tokens}
    found = {
        match.side
        for match in sides.find(sentence.text)
        if _is_evidence(match, parse, agent, ignored, sentence.start) and match.side in sides.ids
    }
    found -= {doer.side} if len(found) > 1 else set()
    if len(found) == 1:
        return Side(found.pop(), True)
    return opponent(doer, sides)


def _is_evidence(
    match: ActorMatch, parse: Parse, agent: set[int], ignored: Sequence[Span], start: int
) -> bool:
    """Whether a name of the sentence tells where or against whom: no speaker, no doer, no other subject."""
    if any(span.start <= start + match.start < span.end for span in ignored):
        return False
    token = next((t for t in parse if t.idx <= match.start < t.idx + len(t)), None)
    if token is None or token.i in agent:
        return False
    for above in (token, *token.ancestors):
        if above.dep in SUBJECTS or above.lower == "near" or above.head.lemma == "border":
            return False
        if is_verbal(above):
            break
    return True


def opponent(doer: Side, sides: Sides) -> Side:
    """The other side of a pack with two sides."""
    others = [side for side in sides.ids if side != doer.side]
    if doer.side in sides.ids and len(sides.ids) == 2:
        return Side(others[0], False)
    return NO_SIDE


def side_of_place(sentences: Sequence[Sentence], sides: Sides) -> Side:
    """The one side whose places and markers the sentences before name, nearest first."""
    for sentence in reversed(sentences):
        found = {m.side for m in sides.find(sentence.text) if m.kind == "place" and m.side in sides.ids}
        if len(found) == 1:
            return Side(found.pop(), False)
        if found:
            return NO_SIDE
    return NO_SIDE


def settle(rows: Sequence[CasualtyMention]) -> list[CasualtyMention]:
    """Unknown sides from other rows of the article about the same event (the same noun for the cause)."""
    victims: dict[str, set[str]] = {}
    agents: dict[str, set[str]] = {}
    for row in rows:
        event = _event(row)
        if event and row.victim_side not in ("", UNKNOWN):
            victims.setdefault(event, set()).add(row.victim_side)
        if event and row.agent_side not in ("", UNKNOWN):
            agents.setdefault(event, set()).add(row.agent_side)
    settled = []
    for row in rows:
        known, doers = victims.get(_event(row), set()), agents.get(_event(row), set())
        if row.victim_side == UNKNOWN and len(known) == 1:
            row = replace(row, victim_side=next(iter(known)))
        if row.agent_side == UNKNOWN and row.agent_type == "event" and len(doers) == 1:
            row = replace(row, agent_side=next(iter(doers)))
        settled.append(row)
    return settled


def _event(row: CasualtyMention) -> str:
    """The last word of the cause before its complement, as the name of the event."""
    words = row.agent_text.lower().split(" on ")[0].split(" in ")[0].split()
    return words[-1] if words and row.agent_type == "event" else ""


def _subtree_text(head: Token) -> str:
    return head.parse.text_of(head.left_edge, head.right_edge)
