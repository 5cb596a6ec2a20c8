"""What a title's main clause tells: a deed, a happening, a speech, a state; or that it asks, or only names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from framing.extract.attribution.record import AttributionMention
from framing.extract.headline.voice import TitleCase, TitleVoice
from framing.extract.rules import Rule
from framing.lexicon import Lexicons
from framing.lexicon.casualty import CauseWords
from framing.text.grammar import SUBJECTS, child, children, is_passive, phrase_head
from framing.text.parse import Token
from framing.text.sentences import Sentence

_QUESTION_WORDS = ("WP", "WDT", "WRB", "WP$")


@dataclass(frozen=True)
class ClauseWords:
    """What the lexicons say of the words of clauses."""

    happenings: frozenset[str]
    states: frozenset[str]
    sequence: frozenset[str]
    adjuncts: frozenset[str]
    events: frozenset[str]
    instruments: frozenset[str]


def clause_words(lexicons: Lexicons) -> ClauseWords:
    """What tells deeds from happenings, and actors from events."""

    def of_role(*roles: str) -> frozenset[str]:
        return frozenset(
            form for e in lexicons.of("causes", CauseWords) if e.role in roles for form in e.forms
        )

    return ClauseWords(
        lexicons.words("headlines", "happenings"),
        lexicons.words("headlines", "stative_verbs"),
        lexicons.words("headlines", "sequence"),
        lexicons.words("headlines", "circumstance"),
        of_role("event", "part_of_event") | lexicons.words("headlines", "events"),
        of_role("instrument"),
    )


@dataclass(frozen=True)
class ClauseCase:
    """A title with its main clause, its voice and the attribution that it makes."""

    title: Sentence
    clause: TitleCase
    said: TitleVoice
    attribution: AttributionMention | None
    words: ClauseWords

    @property
    def verb(self) -> Token | None:
        return self.clause.predicate


def asks(case: ClauseCase) -> bool:
    """The main clause is a question: it ends in a question mark, or an auxiliary stands before its subject."""
    verb = case.verb
    if verb is None:
        return case.title.text.rstrip("\"'’” ").endswith("?")
    return _ends_in_question(verb) or _is_inverted(verb)


def _ends_in_question(verb: Token) -> bool:
    """Whether the first mark behind a clause that ends a sentence is a question mark."""
    ends = (t.text for t in verb.parse[verb.i :] if t.text in ("?", ".", "!", ":", ";", "|"))
    return next(ends, "") == "?"


def _is_inverted(verb: Token) -> bool:
    subject = child(verb, *SUBJECTS)
    auxiliaries = children(verb, "aux", "auxpass")
    return subject is not None and any(
        a.i < subject.i and a.tag in ("MD", "VBZ", "VBP", "VBD") for a in auxiliaries
    )


def names_only(case: ClauseCase) -> bool:
    """The title has no verb, nor an adjective that is said of its subject."""
    return case.said.voice == "verbless" and not _has_adjective(case)


def _has_adjective(case: ClauseCase) -> bool:
    return case.clause.root.pos == "ADJ" and child(case.clause.root, *SUBJECTS) is not None


def is_reported(case: ClauseCase) -> bool:
    """The main verb is the cue of the attribution that the title makes."""
    row, verb = case.attribution, case.verb
    if row is None or verb is None or not row.cue_spans or not row.content_spans:
        return False
    at = case.title.start + verb.idx
    return any(span.start <= at < span.end for span in row.cue_spans)


def is_only_quoted(title: Sentence, clause: TitleCase, row: AttributionMention) -> bool:
    """Whether the main clause stands in a quotation of whoever speaks, so that the title tells nothing but speech."""
    verb = clause.predicate or clause.root
    at = title.start + verb.idx
    inside = any(span.start <= at < span.end for span in row.content_spans)
    return row.directness == "direct" and bool(row.speaker_spans) and inside


def is_state(case: ClauseCase) -> bool:
    """The main verb tells how things are, or there is an adjective in its place."""
    if case.verb is None or case.said.voice == "verbless":
        return True
    return not is_passive(case.verb) and case.verb.lemma in case.words.states


def happens(case: ClauseCase) -> bool:
    """The main verb tells what happens to its subject, and it has no object."""
    verb = case.verb
    return verb is not None and verb.lemma in case.words.happenings and child(verb, "dobj") is None


def _question(case: ClauseCase) -> str:
    """A question."""
    return "question"


def _label(case: ClauseCase) -> str:
    """No clause."""
    return "label"


def _speech(case: ClauseCase) -> str:
    """That somebody says something."""
    return "speech"


def _state(case: ClauseCase) -> str:
    """How things are."""
    return "state"


def _happening(case: ClauseCase) -> str:
    """What happened of itself."""
    return "happening"


def _deed(case: ClauseCase) -> str:
    """What somebody did, or what was done."""
    return "deed"


CLAUSE_KINDS: tuple[Rule[ClauseCase, str], ...] = (
    Rule("asks", "Will the mayor of Leeds resign?", _question, (asks,)),
    Rule("names-only", "A winter in Sallow", _label, (names_only,)),
    Rule("reports-speech", "Mayor says the bridge is unsafe", _speech, (is_reported,)),
    Rule("tells-state", "Two missing after storm", _state, (is_state,)),
    Rule("tells-happening", "Milk prices rise", _happening, (happens,)),
    Rule("tells-deed", "Council closes bridge", _deed),
)
"""What a title's main clause tells."""


def doer_role(doer: Token | None, kind: str, words: ClauseWords) -> str:
    """Whether a doer is somebody, an event or an instrument; empty where nothing is done or said."""
    if doer is None or kind not in ("deed", "speech"):
        return ""
    head = phrase_head(doer)
    for role, nouns in (("event", words.events), ("instrument", words.instruments)):
        if head.pos in ("NOUN", "PROPN") and (head.lemma.lower() in nouns or head.lower in nouns):
            return role
    return "actor"


def acted_on(case: ClauseCase) -> Token | None:
    """The object of an active verb, the subject of a passive one, or the noun before a bare participle."""
    verb = case.verb
    if verb is None or case.said.voice == "verbless":
        return None
    if case.said.voice == "active":
        return next((c for c in children(verb, "dobj") if c.tag not in _QUESTION_WORDS), None)
    if verb is not case.clause.root:
        return case.clause.root
    return child(verb, "nsubjpass", "nsubj")


def cause(case: ClauseCase) -> list[Token]:
    """The tokens of the first phrase that gives a cause loosely: "in *clashes*", "after protest", "amid talks"."""
    root = case.verb or case.clause.root
    for word in sorted(_phrases(root, case.clause.root), key=lambda t: t.i):
        if word.dep == "advcl":
            mark = child(word, "mark")
            if mark is not None and mark.lower in case.words.sequence:
                return list(word.subtree)
        elif (word.lower in case.words.sequence and list(word.rights)) or (
            word.lower in case.words.adjuncts and _is_event(child(word, "pobj"), case.words)
        ):
            return list(word.subtree)
    return []


def _phrases(*roots: Token) -> Iterable[Token]:
    """The prepositions and adverbial clauses of a main clause, those behind its object and subject too."""
    for root in dict.fromkeys(roots):
        for c in root.children:
            if c.dep in ("prep", "advcl"):
                yield c
            elif c.dep in ("dobj", "nsubj", "nsubjpass", "attr", "acomp", "conj", "agent"):
                yield from (below for below in c.subtree if below.dep in ("prep", "advcl"))


def _is_event(noun: Token | None, words: ClauseWords) -> bool:
    return noun is not None and (noun.lemma.lower() in words.events or noun.lower in words.events)


def attribution_form(row: AttributionMention | None, text: str) -> str:
    """How a title tells who says so."""
    if row is None:
        return "none"
    if not row.cue_spans or not row.content_spans:
        return "quotation"
    mark = text[slice(*row.cue_spans[0])].strip()
    if not any(c.isalnum() for c in mark):
        return "colon" if mark == ":" else "dash"
    return "trailing_verb" if row.content_spans[0].start < row.cue_spans[0].start else "lead_verb"
