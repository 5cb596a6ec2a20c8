"""Whose claims a statement on checking is about.

"Moscow accused Kyiv, without evidence, of shelling the plant" doubts Moscow: a claim is its speaker's, never that of
whoever it is about. So the sides named in a sentence say nothing by themselves; the rules below find who claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.extract.rules import Rule
from framing.lexicon.attribution import VerificationPhrase
from framing.text.grammar import agent, child, doer, is_passive
from framing.text.parse import Token

_OWNERS = ("by", "from")
_OF_OWNER = ("poss", "amod", "compound", "nmod")
_NO_CLAIMANT = ("it", "there", "this", "that", "which", "who", "he", "she", "they", "we")


@dataclass(frozen=True)
class StatementCase:
    """A statement on checking in its parse: its tokens, the verbs that attribute, and the nouns for claims."""

    phrase: VerificationPhrase
    tokens: Sequence[Token]
    cues: frozenset[str]
    claims: frozenset[str]

    @cached_property
    def head(self) -> Token:
        """The word of the statement that hangs on none of its others."""
        return next((t for t in self.tokens if t.head not in self.tokens or t.head is t), self.tokens[0])

    @cached_property
    def verb(self) -> Token | None:
        """The statement's own verb: at its head, or the last."""
        verbs = [t for t in self.tokens if t.pos in ("VERB", "AUX")]
        return self.head if self.head in verbs else (verbs[-1] if verbs else None)

    @cached_property
    def claim(self) -> Token | None:
        """The noun for the claim: in the statement, or its verb's subject or object."""
        near = [*self.tokens]
        for verb in (self.head, self.verb):
            if verb is not None:
                near += [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")]
        return next((t for t in near if t.lemma.lower() in self.claims), None)


def is_said_by_claimant(case: StatementCase) -> bool:
    """The statement's verb is the claimant's: "gave no evidence", "falsely claimed"."""
    return case.phrase.subject == "claimant" and case.verb is not None and case.head is case.verb


def has_claim(case: StatementCase) -> bool:
    """A noun for a claim is the statement's subject or object, or stands in it."""
    return case.claim is not None


def hangs_on_speech(case: StatementCase) -> bool:
    """The statement is part of a clause of saying: "accused Kyiv, without evidence, of …"."""
    return next(_speech_above(case), None) is not None


def follows_speech(case: StatementCase) -> bool:
    """A clause of saying stands before the statement in its sentence."""
    return any(t.i < case.tokens[0].i and _is_speech(t, case) for t in case.head.parse)


def subject_of_statement(case: StatementCase) -> Sequence[Token] | None:
    """The subject of the statement's verb; behind a passive its agent."""
    return None if case.verb is None else _phrase(_speaker(case.verb))


def owner_of_claim(case: StatementCase) -> Sequence[Token] | None:
    """Who stands before the noun for the claim, behind its "by" or "from", or in a clause behind it."""
    if case.claim is None:
        return None
    return _before(case.claim, case) or _behind_preposition(case.claim) or _in_clause(case.claim, case)


def _before(claim: Token, case: StatementCase) -> Sequence[Token] | None:
    """The possessor or adjective before a noun for a claim: "Russia's claim", "the Russian claim"."""
    modifiers = [c for c in claim.children if c.dep in _OF_OWNER and c.i < claim.i and c not in case.tokens]
    return [token for modifier in modifiers for token in modifier.subtree] or None


def _behind_preposition(claim: Token) -> Sequence[Token] | None:
    """Who stands behind "by" or "from": "a claim by Kyiv"."""
    prepositions = (c for c in claim.children if c.dep in ("prep", "agent") and c.lower in _OWNERS)
    nouns = (child(preposition, "pobj") for preposition in prepositions)
    return next((list(noun.subtree) for noun in nouns if noun is not None), None)


def _in_clause(claim: Token, case: StatementCase) -> Sequence[Token] | None:
    """Who says it in a clause behind the noun: "made by Kyiv", "which Kyiv said showed …"; not "that Kyiv fell"."""
    for verb in (c for c in claim.children if c.dep in ("acl", "relcl") and c.i > claim.i):
        if is_passive(verb):
            return _phrase(agent(verb))
        if verb.dep == "relcl" and verb.lemma.lower() in case.cues:
            return _phrase(child(verb, "nsubj"))
    return None


def speaker_above(case: StatementCase) -> Sequence[Token] | None:
    """Who speaks in the clause that the statement is part of."""
    verb = next(_speech_above(case), None)
    return None if verb is None else _phrase(_speaker(verb))


def speaker_before(case: StatementCase) -> Sequence[Token] | None:
    """Who speaks in the nearest clause of saying before the statement."""
    verbs = [t for t in case.head.parse if t.i < case.tokens[0].i and _is_speech(t, case)]
    found = (_phrase(_speaker(verb)) for verb in reversed(verbs))
    return next((phrase for phrase in found if phrase is not None), None)


CLAIMANTS: tuple[Rule[StatementCase, Sequence[Token]], ...] = (
    Rule(
        "subject-of-statement",
        "{Moscow} *did not provide evidence* against Kyiv.",
        subject_of_statement,
        (is_said_by_claimant,),
    ),
    Rule(
        "owner-of-claim",
        "The {Russian} claims about Kyiv *could not be verified*.",
        owner_of_claim,
        (has_claim,),
    ),
    Rule(
        "speaker-above",
        "{Moscow} accused Kyiv, *without evidence*, of shelling the plant.",
        speaker_above,
        (hangs_on_speech,),
    ),
    Rule(
        "speaker-before",
        "{Moscow} said it had downed a Ukrainian jet; this *could not be verified*.",
        speaker_before,
        (follows_speech,),
    ),
)
"""Who claims what a statement on checking is about."""


def _speech_above(case: StatementCase) -> Iterator[Token]:
    """The verbs that attribute among those that the statement hangs on, the nearest first."""
    return (at for at in case.head.ancestors if at not in case.tokens and _is_speech(at, case))


def _is_speech(token: Token, case: StatementCase) -> bool:
    return token.pos == "VERB" and token.lemma.lower() in case.cues and _speaker(token) is not None


def _speaker(verb: Token) -> Token | None:
    """Who speaks: the agent of a passive, else the subject; no pronoun."""
    who = agent(verb) if is_passive(verb) else doer(verb)
    return who if who is not None and who.lower not in _NO_CLAIMANT else None


def _phrase(who: Token | None) -> Sequence[Token] | None:
    """The noun with what stands before it; a phrase behind it may name others."""
    if who is None or who.lower in _NO_CLAIMANT:
        return None
    return [t for t in who.subtree if t.i <= who.i]
