"""The content of a cue that is set beside or into it, or that the parse has torn off."""

from __future__ import annotations

from collections.abc import Sequence

from framing.extract.attribution.cues import Content, CueUse
from framing.extract.attribution.passives import as_clause, marked_as
from framing.text.grammar import child
from framing.text.parse import Token

_SET_OFF = (",", '"', "''", "-", "–", "—")
_SHORTEST = 3
_FAR = 30
_OBJECTS = frozenset(
    ("noun", "of", "about", "on", "to", "object_to_infinitive", "to_infinitive", "as", "evidence")
)


def far_clause(use: CueUse) -> Content | None:
    """A that-clause far behind its verb ("said on Monday, during a visit to the port, that …").

    The parse hangs such a clause on a noun in between. No other clause and no mark of an end may stand
    between verb and *that* but a relative clause in commas.
    """
    verb, parse = use.head, use.head.parse
    if "that" not in use.cue.grammar or use.cue.pos != "verb" or use.last.i + 1 >= len(parse):
        return None
    if use.last.nbor(1).pos not in ("ADP", "ADV", "PROPN", "NOUN", "DET", "PRON", "NUM", "ADJ", "PUNCT"):
        return None
    for token in parse[use.last.i + 1 : use.last.i + _FAR]:
        if token.text in (";", ":", '"') or token.dep == "cc" or _new_clause(token, verb):
            return None
        if token.lower == "that" and token.tag == "IN" and token.dep == "mark":
            clause = token.head
            if clause.dep == "ccomp" and clause.head.pos == "VERB" and clause.head.i > verb.i:
                return None
            if verb.i < clause.i and child(clause, "nsubj", "nsubjpass", "expl", "csubj") is not None:
                return Content("that", [t for t in clause.subtree if t.i >= token.i])
            return None
    return None


def _new_clause(token: Token, verb: Token) -> bool:
    """Whether a finite verb stands here that is neither in a relative clause nor governed by the cue's noun."""
    if token.tag not in ("VBD", "VBZ", "VBP", "MD") or token.i <= verb.i:
        return False
    clause = token.head if token.dep in ("aux", "auxpass") else token
    return (
        clause.dep not in ("relcl", "advcl")
        and clause.head != verb
        and "that" not in (c.lower for c in clause.children if c.dep == "mark" and c.i < token.i)
    )


def tag_content(use: CueUse) -> Content | None:
    """A cue set beside or into its content by commas ("The talks, he said, had failed")."""
    verb = use.head
    who = child(verb, "nsubj")
    if who is None or who.tag in ("WP", "WDT", "DT") or not {"that", "quotation"} & set(use.cue.grammar):
        return None
    if marked_as(verb):
        return as_clause(use)
    if any(c.dep in ("mark", "advmod") and c.tag in ("WRB", "IN") and c.i < verb.i for c in verb.children):
        return None
    start = min(who.left_edge.i, verb.i)
    before = list(verb.parse[:start])
    commas = bool(before) and before[-1].text == ","
    if verb.head.pos in ("VERB", "AUX") and (verb.dep == "parataxis" or (commas and verb.dep == "ccomp")):
        inside = {t.i for t in verb.subtree if t.i >= start}
        return Content("parenthesis", [*(t for t in verb.head.subtree if t.i not in inside), *_because(verb)])
    if start >= _SHORTEST and before[-1].text in _SET_OFF and _closes(use) and _is_clause(before):
        return Content("tag", [*before, *_because(verb)])
    return None


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


def rest_content(use: CueUse) -> Content | None:
    """What follows a cue whose clause the parse broke up ("… — saying their talks, or lack of them, …").

    Only behind a set-off participle, the last word of a longer cue, or a verb with a subject that takes
    nothing but clauses ("said ending the talks now would …"), and only if a finite verb follows.
    """
    verb, last = use.head, use.last
    set_off = verb.tag == "VBG" and verb.i > 0 and verb.parse[verb.i - 1].text in (",", "-", "–", "—")
    frames = set(use.cue.grammar)
    only_clauses = (
        {"wh", "quotation"} <= frames and not _OBJECTS & frames and child(verb, "nsubj") is not None
    )
    if "that" not in use.cue.grammar or not (set_off or use.cue.rest or only_clauses):
        return None
    rest = list(verb.parse[last.i + 1 :])
    if not set_off and _object_alone(verb):
        return None
    if not rest or rest[0].is_punct or rest[0].pos in ("ADP", "CCONJ"):
        return None
    if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest):
        return None
    return Content("rest", rest)


def _object_alone(verb: Token) -> bool:
    """Whether a noun phrase behind a verb is its object and no clause's subject ("added trucks, and later …")."""
    target = child(verb, "dobj")
    if target is None or target.right_edge.i + 1 >= len(verb.parse):
        return False
    after = target.right_edge.nbor(1)
    return after.text in (",", ".") or after.dep == "cc" or after.pos == "ADP"


def _closes(use: CueUse) -> bool:
    """Whether the cue's clause is the last of its sentence and holds nothing but subject and adverbials."""
    right = [c for c in use.head.children if c.i > use.last.i]
    told = "object_to_infinitive" in use.cue.grammar
    return not any(
        c.dep in ("ccomp", "xcomp", "conj", "attr") or (c.dep == "dobj" and not told) for c in right
    )
