"""Cues set beside or into what they attribute, and contents that the parse has torn off."""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.attribution.constructions.case import CueCase, construction, fact
from framing.text.grammar import FINITE, child, is_verbal
from framing.text.parse import Token

_SET_OFF = (",", '"', "''", "-", "–", "—")
_SHORTEST = 3
_FAR = 30
_BEFORE_FAR_CLAUSE = ("ADP", "ADV", "PROPN", "NOUN", "DET", "PRON", "NUM", "ADJ", "PUNCT")
_OBJECTS = frozenset(
    ("noun", "of", "about", "on", "to", "object_to_infinitive", "to_infinitive", "as", "evidence")
)


# -- as-clauses -------------------------------------------------------------------------------------


def marked_as(verb: Token) -> bool:
    """Whether a clause is led in by *as* ("…, as the minister said")."""
    own = any(c.lower == "as" and c.dep in ("mark", "advmod", "prep") and c.i < verb.i for c in verb.children)
    return own or (verb.i > 0 and verb.nbor(-1).lower == "as" and verb.dep in ("advcl", "pcomp", "prep"))


def is_led_in_by_as(case: CueCase) -> bool:
    """The cue's clause is led in by “as”."""
    return marked_as(case.verb)


def is_not_led_in_by_as(case: CueCase) -> bool:
    """No “as” leads in the cue's clause."""
    return not marked_as(case.verb)


def as_stands_apart(case: CueCase) -> bool:
    """A mark or the beginning of the sentence stands before “as”."""
    mark = _as_before(case)
    return mark is not None and (mark.i == 0 or mark.nbor(-1).is_punct or mark.nbor(-1).dep == "cc")


def leads_in_nothing(case: CueCase) -> bool:
    """No colon, quotation mark or “to” follows the cue."""
    at = case.use.last.i + 1
    following = case.verb.parse[at] if at < len(case.verb.parse) else None
    return following is None or not (following.text in (":", '"') or following.lower == "to")


def clause_beside_as(case: CueCase) -> list[Token] | None:
    above = case.verb.head
    if above.lower == "as":
        above = above.head
    if above is case.verb or not is_verbal(above):
        return None
    own = {t.i for t in case.verb.subtree}
    return [t for t in above.subtree if t.i not in own and t.lower != "as"]


def _as_before(case: CueCase) -> Token | None:
    return next((t for t in reversed(case.verb.parse[: case.verb.i]) if t.lower == "as"), None)


# -- far clauses ------------------------------------------------------------------------------------


def far_clause(case: CueCase) -> list[Token] | None:
    """A that-clause far behind its verb, which the parse hangs on a noun in between.

    No other clause and no mark of an end may stand between verb and *that* but a relative clause in commas.
    """
    verb, parse, last = case.verb, case.verb.parse, case.use.last
    if last.i + 1 >= len(parse) or last.nbor(1).pos not in _BEFORE_FAR_CLAUSE:
        return None
    for token in parse[last.i + 1 : last.i + _FAR]:
        if token.text in (";", ":", '"') or token.dep == "cc" or _new_clause(token, verb):
            return None
        if token.lower == "that" and token.tag == "IN" and token.dep == "mark":
            return _clause_from(token, verb)
    return None


def far_question(case: CueCase) -> list[Token] | None:
    """The question that *if* or *whether* opens behind whoever is asked, which the parse hangs on a word between."""
    verb, parse = case.verb, case.verb.parse
    for token in parse[verb.i + 1 : verb.i + _FAR]:
        if token.text in (";", ":", '"', ",") or token.dep == "cc" or token.tag in FINITE:
            return None
        clause = token.head
        opens = token.lower in ("if", "whether") and token.dep == "mark"
        if (opens or (token.lower == "why" and token.tag == "WRB")) and clause.i > token.i:
            return [t for t in clause.subtree if t.i >= token.i and t is not verb]
    return None


def _clause_from(that: Token, verb: Token) -> list[Token] | None:
    """The clause that *that* opens, where it is of no other verb behind the cue and has a subject."""
    clause = that.head
    of_another = clause.dep == "ccomp" and clause.head.pos == "VERB" and clause.head.i > verb.i
    has_subject = child(clause, "nsubj", "nsubjpass", "expl", "csubj") is not None
    if of_another or clause.i < verb.i or not has_subject:
        return None
    return [t for t in clause.subtree if t.i >= that.i]


def _new_clause(token: Token, verb: Token) -> bool:
    """Whether a finite verb stands here that is neither in a relative clause nor governed by the cue's noun."""
    if token.tag not in FINITE or token.i <= verb.i:
        return False
    clause = token.head if token.dep in ("aux", "auxpass") else token
    marks = (c.lower for c in clause.children if c.dep == "mark" and c.i < token.i)
    return clause.dep not in ("relcl", "advcl") and clause.head is not verb and "that" not in marks


# -- tags and parentheses ---------------------------------------------------------------------------


def has_own_speaker(case: CueCase) -> bool:
    """The cue has a subject of its own that is no relative or demonstrative."""
    return case.subject is not None and case.subject.tag not in ("WP", "WDT", "DT")


def is_main_clause(case: CueCase) -> bool:
    """No subordinator opens the cue's clause."""
    return not any(
        c.dep in ("mark", "advmod") and c.tag in ("WRB", "IN") and c.i < case.verb.i
        for c in case.verb.children
    )


def is_set_into_clause(case: CueCase) -> bool:
    """The cue's clause hangs on the verb of what it attributes, as a parenthesis or after a comma."""
    before = _before(case)
    commas = bool(before) and before[-1].text == ","
    return is_verbal(case.verb.head) and (
        case.verb.dep == "parataxis" or (commas and case.verb.dep == "ccomp")
    )


def follows_clause(case: CueCase) -> bool:
    """A clause of its own stands before the cue, with a comma, dash or mark between."""
    before = _before(case)
    return len(before) >= _SHORTEST and before[-1].text in _SET_OFF and _is_clause(before)


def closes_sentence(case: CueCase) -> bool:
    """The cue's clause holds nothing but subject and adverbials."""
    told = "object_to_infinitive" in case.frames
    return not any(
        c.dep in ("ccomp", "xcomp", "conj", "attr") or (c.dep == "dobj" and not told)
        for c in case.verb.children
        if c.i > case.use.last.i
    )


def clause_around(case: CueCase) -> list[Token]:
    start = _start(case)
    inside = {t.i for t in case.verb.subtree if t.i >= start}
    return [*(t for t in case.verb.head.subtree if t.i not in inside), *_because(case.verb)]


def clause_before(case: CueCase) -> list[Token]:
    return [*_before(case), *_because(case.verb)]


def _start(case: CueCase) -> int:
    """Where the cue's clause begins."""
    subject = case.subject
    return min(subject.left_edge.i, case.verb.i) if subject is not None else case.verb.i


@fact
def _before(case: CueCase) -> Sequence[Token]:
    return case.verb.parse[: _start(case)]


def _because(verb: Token) -> list[Token]:
    """A reason behind a tag ("…, he said, because it rains")."""
    for c in verb.children:
        if c.dep == "advcl" and c.i > verb.i and c.left_edge.lower in ("because", "since", "unless"):
            return list(c.subtree)
    return []


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether tokens hold a clause of their own: a verb with a subject and no subordinator."""
    last = tokens[-1].i
    return any(
        t.dep in ("nsubj", "nsubjpass", "expl")
        and t.head.i <= last
        and t.head.dep not in ("relcl", "acl")
        and not any(c.dep == "mark" or (c.tag == "WRB" and c.i < t.i) for c in t.head.children)
        for t in tokens
    )


# -- the rest of the sentence -----------------------------------------------------------------------


def takes_only_clauses(case: CueCase) -> bool:
    """A set-off participle, a cue of several words, or a verb with a subject that takes nothing but clauses."""
    only = (
        {"wh", "quotation"} <= case.frames
        and not _OBJECTS & case.frames
        and case.subject is not None
        and not _object_alone(case.verb)
    )
    return _is_set_off(case.verb) or (bool(case.use.cue.rest) and not _object_alone(case.verb)) or only


def clause_follows(case: CueCase) -> bool:
    """What follows begins a clause and holds a finite verb."""
    rest = _rest(case)
    opens = bool(rest) and not rest[0].is_punct and rest[0].pos not in ("ADP", "CCONJ")
    return opens and any(t.tag in FINITE for t in rest)


def _rest(case: CueCase) -> Sequence[Token]:
    return case.verb.parse[case.use.last.i + 1 :]


def all_that_follows(case: CueCase) -> list[Token]:
    """The rest, without whoever is told where *that* stands behind them ("warning voters that …")."""
    rest = list(_rest(case))
    for at, token in enumerate(rest):
        if token.tag in FINITE or token.text in (",", ";", ":", '"'):
            break
        if token.lower == "that" and token.tag == "IN":
            return rest[at:]
    return rest


def _is_set_off(verb: Token) -> bool:
    return verb.tag == "VBG" and verb.i > 0 and verb.nbor(-1).text in (",", "-", "–", "—")


def _object_alone(verb: Token) -> bool:
    """Whether a noun phrase behind a verb is its object and no clause's subject ("added trucks, and later …")."""
    target = child(verb, "dobj")
    if target is None or target.right_edge.i + 1 >= len(verb.parse):
        return False
    following = target.right_edge.nbor(1)
    return following.text in (",", ".") or following.dep == "cc" or following.pos == "ADP"


AS_CLAUSES = (
    construction(
        "as-clause",
        "as_clause",
        "[The bridge was closed], as the mayor had *announced*.",
        clause_beside_as,
        is_led_in_by_as,
        as_stands_apart,
        leads_in_nothing,
        needs="that",
    ),
)
FAR_CLAUSES = (
    construction(
        "far-clause",
        "clause",
        "The minister *made* it *clear* during a meeting with farmers that [he believes the price will fall].",
        far_clause,
        needs="that",
    ),
    construction(
        "far-question",
        "question",
        "A reporter *asked* the candidate of 2016 [if he had prepared for the post].",
        far_question,
        needs="wh",
    ),
)
TAGS = (
    construction(
        "parenthesis",
        "set_off",
        "[The talks], he *said*, [had failed].",
        clause_around,
        is_not_led_in_by_as,
        has_own_speaker,
        is_main_clause,
        is_set_into_clause,
        needs="that quotation",
    ),
    construction(
        "tag",
        "set_off",
        "[The pier has been closed since May], officials *pointed out*.",
        clause_before,
        is_not_led_in_by_as,
        has_own_speaker,
        is_main_clause,
        follows_clause,
        closes_sentence,
        needs="that quotation",
    ),
)
REST = (
    construction(
        "rest-of-sentence",
        "set_off",
        "The mayor *said* [no to the plan and the council refused to allow it].",
        all_that_follows,
        takes_only_clauses,
        clause_follows,
        needs="that",
    ),
)
