"""The voice of a title's main predicate and its doer, in the grammar of headlines, which leave auxiliaries out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from framing.extract.rules import Rule
from framing.text.grammar import SUBJECTS, Voice, agent, child, is_verbal, voice
from framing.text.parse import Parse, Token

_QUESTION_WORDS = ("WP", "WDT", "WRB", "WP$")


@dataclass(frozen=True, slots=True)
class TitleCase:
    """A title: the root of its main clause, who says so apart, and its predicate: the verb at this root or else the
    clause behind a noun there. `about_to` are words that only say that an infinitive is to come."""

    root: Token
    predicate: Token | None
    voice: Voice | None
    about_to: frozenset[str]

    @classmethod
    def of(cls, parse: Parse, about_to: frozenset[str]) -> TitleCase:
        top = next(token for token in parse if token.dep == "ROOT")
        root = _said_before(top) or top
        predicate = _participle_behind_be(root) or (root if is_verbal(root) else child(root, "acl"))
        return cls(root, predicate, None if predicate is None else voice(predicate), about_to)

    def has(self, *deps: str) -> bool:
        """Whether one of these hangs on the predicate."""
        return self.predicate is not None and child(self.predicate, *deps) is not None


def _participle_behind_be(verb: Token) -> Token | None:
    """The participle of a passive that the parse takes for an adjective ("Board is *pressed* to vote")."""
    found = child(verb, "acomp", "attr") if verb.lemma == "be" else None
    return found if found is not None and found.tag == "VBN" else None


def _said_before(verb: Token) -> Token | None:
    """The root of the clause that stands before a tag: *"Two* held, police *say"*."""
    subject = child(verb, *SUBJECTS)
    clauses = [c for c in verb.children if c.dep == "ccomp" and c.i < verb.i]
    before = [c for c in clauses if subject is None or c.i < subject.left_edge.i]
    return before[-1] if before and is_verbal(verb) else None


def has_no_predicate(case: TitleCase) -> bool:
    """The title has neither a verb nor a participle behind its noun."""
    return case.predicate is None


def is_named_by_gerund(case: TitleCase) -> bool:
    """The title begins with a participle that has no subject: it names something ("Meeting with envoys")."""
    verb = case.predicate
    return (
        verb is not None
        and verb is case.root
        and verb.tag == "VBG"
        and child(verb, *SUBJECTS, "aux", "auxpass") is None
    )


def is_by_auxiliary(case: TitleCase) -> bool:
    """The predicate has the auxiliary of the passive."""
    return case.voice == "passive" and (case.has("auxpass") or not case.has("nsubjpass", "csubjpass"))


def is_get_passive(case: TitleCase) -> bool:
    """The auxiliary is a form of "get"."""
    return case.voice == "get_passive"


def is_bare_participle(case: TitleCase) -> bool:
    """The predicate is a past participle whose auxiliary the title leaves out, with a subject or behind a noun."""
    if case.voice in ("passive", "reduced_passive"):
        return True
    if case.predicate is None or case.predicate.tag != "VBN" or case.predicate.dep in ("acl", "amod"):
        return False
    return not case.has("aux", "dobj", "ccomp", "xcomp")


def has_subject(case: TitleCase) -> bool:
    """The predicate has a subject of its own, and no bare question word ("What comes next")."""
    who = child(case.predicate, "nsubj", "csubj") if case.predicate is not None else None
    return who is not None and (who.tag not in _QUESTION_WORDS or _instead(case) is not None)


def passive(case: TitleCase) -> TitleVoice:
    """Passive, with its by-phrase."""
    by = agent(case.predicate) if case.predicate is not None else None
    return (
        TitleVoice("passive_agentless") if by is None else TitleVoice("passive_with_agent", by, "by-phrase")
    )


def active(case: TitleCase) -> TitleVoice:
    """Active, with its subject."""
    who = child(case.predicate, "nsubj", "csubj") if case.predicate is not None else None
    if who is not None and who.tag in _QUESTION_WORDS:
        who = _instead(case)
    return TitleVoice("active", who, "" if who is None else "subject")


def _instead(case: TitleCase) -> Token | None:
    """Whom a question is about whose subject is a question word: "What is *the board* up to?"."""
    noun = child(case.predicate, "attr") if case.predicate is not None else None
    return noun if noun is not None and noun.pos in ("NOUN", "PROPN") else None


def verbless(case: TitleCase) -> TitleVoice:
    """Without a verb."""
    return TitleVoice("verbless")


class TitleVoice(NamedTuple):
    """The voice of a title, its doer, and by which rule the doer was found."""

    voice: str
    doer: Token | None = None
    by: str = ""


def is_about_to(case: TitleCase) -> bool:
    """The predicate only says that its infinitive is to come ("poised to win")."""
    verb = case.predicate
    return verb is not None and verb.lower in case.about_to and child(verb, "xcomp") is not None


def active_ahead(case: TitleCase) -> TitleVoice:
    """Active, with the subject of the predicate above the infinitive."""
    who = child(case.predicate, "nsubj", "nsubjpass") if case.predicate is not None else None
    if who is None and case.predicate is not case.root:
        who = case.root
    return TitleVoice("active", who, "" if who is None else "subject")


TITLES: tuple[Rule[TitleCase, TitleVoice], ...] = (
    Rule("no-predicate", "A winter in Sallow", verbless, (has_no_predicate,)),
    Rule("gerund-for-a-name", "Meeting with the mayor of Sallow", verbless, (is_named_by_gerund,)),
    Rule("about-to", "{Mayor of Leeds} *poised* to win vote", active_ahead, (is_about_to,)),
    Rule("get-passive", "Two boys got *hurt* by {guards}", passive, (is_get_passive,)),
    Rule("passive-by-auxiliary", "Two men were *killed* in a fire", passive, (is_by_auxiliary,)),
    Rule("bare-participle", "Two men *killed* by {police} in Leeds", passive, (is_bare_participle,)),
    Rule("subject-and-verb", "{Mayor of Leeds} *resigns*", active, (has_subject,)),
    Rule("verb-without-subject", "*Meet* the new mayor of Leeds", active),
)
"""The voice of a title's main predicate."""
