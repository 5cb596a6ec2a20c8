"""The content of active verbs: clauses, objects and what stands around a parenthetical cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.extract.attribution.cues import Content, CueUse
from framing.extract.attribution.passives import as_clause, heading_content, marked_as, passive_content
from framing.extract.clause import child, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("dobj", "oprd", "ccomp", "xcomp", "attr", "dative", "acomp")
_ABOUT = ("of", "against", "over", "about", "for", "with", "to", "on", "from", "by", "between")
_SET_OFF = (",", '"', "''", "-", "–", "—")
_SHORTEST = 3


def verb_content(use: CueUse) -> Content | None:
    verb = use.head
    if verb.dep_ == "amod" or (verb.dep_ == "compound"):
        return None
    if use.cue.rest:
        return _after_particle(use)
    if is_passive(verb):
        return passive_content(use)
    if "source_object" in use.cue.grammar and verb.tag_ == "VBG":
        return _source_object(use)
    return _clause(use) or _object(use) or _around(use) or heading_content(use) or _rest(use)


def _clause(use: CueUse) -> Content | None:
    """A finite clause, an infinitive or a gerund as complement."""
    frames = use.cue.grammar
    clauses = [c for c in use.head.children if c.dep_ == "ccomp"]
    after = [c for c in clauses if c.i > use.head.i]
    for clause in after or clauses:
        kind = clause_kind(clause)
        predicate = _free_relative(use, clause)
        if predicate is not None and "that" in frames:
            return Content("what-clause", list(predicate.subtree))
        if kind == "object_to_infinitive" and kind not in frames:
            continue
        if kind == "naming" and "naming" not in frames and "that" not in frames:
            continue
        if kind in frames or (kind == "wh" and "that" in frames) or "that" in frames or "quotation" in frames:
            if kind in ("that", "wh") and not {"that", "wh", "quotation", "naming"} & set(frames):
                continue
            return Content(kind, list(clause.subtree))
    inner = child(use.head, "xcomp")
    if inner is not None and inner.i > use.head.i:
        target = child(use.head, "dobj")
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in inner.children)
        if infinitive and target is not None and {"object_to_infinitive", "that"} & set(frames):
            # "Mayor confirms council to meet": the future of headlines, a clause after any that-verb.
            return Content("object_to_infinitive", [*target.subtree, *inner.subtree])
        if infinitive and target is None and "to_infinitive" in frames:
            return Content("to_infinitive", list(inner.subtree))
        if inner.tag_ == "VBG" and "gerund" in frames:
            return Content("gerund", list(inner.subtree))
        if inner.tag_ == "VBG" and "noun" in frames and target is None:
            return Content("gerund", list(inner.subtree))
    return _through_noun(use)


def _free_relative(use: CueUse, clause: Token) -> Token | None:
    """The predicate of "what the army said was *the largest raid*", which alone is attributed."""
    if any(t.lower_ == "what" and t.i < use.head.i for t in clause.children):
        return next((c for c in clause.children if c.dep_ == "attr" and c.i > use.last.i), None)
    return None


def _through_noun(use: CueUse) -> Content | None:
    """A that-clause that the parse hung on a noun between ("said in a statement that …")."""
    if "that" not in use.cue.grammar:
        return None
    for phrase in use.head.children:
        if phrase.dep_ == "prep" and phrase.i > use.head.i:
            for noun in phrase.children:
                clause = child(noun, "acl", "ccomp") if noun.dep_ == "pobj" else None
                if clause is not None and min(t.i for t in clause.subtree) > noun.i and child(clause, "mark"):
                    return Content("that", list(clause.subtree))
    return None


def clause_kind(clause: Token) -> str:
    """Which frame a complement clause belongs to."""
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children):
        return "object_to_infinitive"
    first = min(clause.subtree, key=lambda t: t.i)
    if first.tag_ in ("WDT", "WP", "WP$", "WRB") or first.lower_ in ("whether", "if"):
        return "wh"
    if clause.pos_ not in ("VERB", "AUX"):
        return "naming"
    return "that"


def _object(use: CueUse) -> Content | None:
    """A noun phrase, *as*, a naming object or a prepositional phrase as complement."""
    frames = use.cue.grammar
    verb = use.head
    right = [c for c in verb.children if c.i > verb.i]
    target = next((c for c in right if c.dep_ == "dobj"), None)
    if "as" in frames and (role := _as_phrase(verb, target)) is not None:
        return Content("as", [*(target.subtree if target is not None else ()), *role.subtree])
    if "naming" in frames:
        named = [c for c in right if c.dep_ in _COMPLEMENTS]
        if len(named) > 1:
            return Content("naming", [t for c in named for t in c.subtree])
    frame = next((f for f in ("noun", "evidence") if f in frames), None)
    if frame is not None and target is not None and _contentful(target):
        about = [c for c in right if c.dep_ == "prep" and c.i > target.i and c.lower_ in _ABOUT]
        return Content(frame, [*target.subtree, *(t for c in about for t in c.subtree)])
    for phrase in right:
        if phrase.dep_ == "prep" and phrase.lower_ in frames and phrase.lower_ != "as":
            inner = [t for c in phrase.children if c.dep_ in ("pobj", "pcomp") for t in c.subtree]
            if inner:
                return Content(phrase.lower_, inner)
    return None


def _as_phrase(verb: Token, target: Token | None) -> Token | None:
    places = [verb] if target is None else [verb, target]
    for place in places:
        for c in place.children:
            if c.lower_ == "as" and c.dep_ == "prep" and c.i > verb.i:
                return c
    return None


def _contentful(noun: Token) -> bool:
    """A noun phrase that can be a content: no reflexive, and no bare pronoun but a demonstrative."""
    return noun.pos_ != "PRON" or noun.tag_ in ("DT", "WP", "NN") or len(list(noun.subtree)) > 1


def _after_particle(use: CueUse) -> Content | None:
    """The complement of a verb with particle or fixed object: what follows its last word."""
    frames = use.cue.grammar
    last = use.last
    if is_passive(use.head) and (target := child(use.head, "nsubjpass")) is not None:
        return Content("noun", list(target.subtree)) if "noun" in frames else None
    holders = (use.head, *use.tokens[1:])
    after = [
        c
        for holder in holders
        for c in holder.children
        if c.i > last.i and c.dep_ in (*_COMPLEMENTS, "pobj", "pcomp", "prep", "acl", "relcl")
    ]
    object_inside = child(use.head, "dobj")
    if object_inside is not None and object_inside.i > last.i:
        after.append(object_inside)
    clauses = [c for c in after if c.dep_ in ("ccomp", "acl", "relcl")]
    if clauses and ({"that", "wh"} & set(frames) or "claims" in use.cue.rest):
        return Content("that", list(clauses[0].subtree))
    if (
        "as" in frames
        and (object_ := next((c for c in after if c.dep_ in ("pobj", "dobj")), None)) is not None
    ):
        role = _as_phrase(use.head, object_)
        if role is not None:
            return Content("as", [*object_.subtree, *role.subtree])
    if "object_to_infinitive" in frames and any(c.dep_ in ("xcomp", "ccomp") for c in after):
        return Content("object_to_infinitive", [t for c in after for t in c.subtree])
    if "noun" in frames:
        things = [c for c in after if c.dep_ in ("dobj", "pobj", "pcomp")]
        if object_inside is not None and object_inside.i < last.i and object_inside not in use.tokens:
            things = [object_inside]
        if things:
            return Content("noun", [t for c in things for t in c.subtree])
    return _around(use) or _rest(use)


def _around(use: CueUse) -> Content | None:
    """A cue set beside or into its content by commas ("The talks, he said, had failed")."""
    verb = use.head
    who = child(verb, "nsubj")
    if who is None or not {"that", "quotation"} & set(use.cue.grammar):
        return None
    if marked_as(verb):
        return as_clause(use)
    if any(c.dep_ in ("mark", "advmod") and c.tag_ in ("WRB", "IN") and c.i < verb.i for c in verb.children):
        return None
    start = min(who.left_edge.i, verb.i)
    before = list(verb.doc[:start])
    commas = bool(before) and before[-1].text == ","
    if verb.head.pos_ in ("VERB", "AUX") and (verb.dep_ == "parataxis" or (commas and verb.dep_ == "ccomp")):
        inside = {t.i for t in verb.subtree}
        return Content("parenthesis", [t for t in verb.head.subtree if t.i not in inside])
    if start >= _SHORTEST and before[-1].text in _SET_OFF and _closes(use) and _is_clause(before):
        return Content("tag", before)
    return None


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether tokens hold a clause of their own: a verb with a subject and no subordinator."""
    last = tokens[-1].i
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "expl")
        and t.head.i <= last
        and t.head.dep_ not in ("relcl", "acl")
        and not any(c.dep_ == "mark" or (c.tag_ == "WRB" and c.i < t.i) for c in t.head.children)
        for t in tokens
    )


def _rest(use: CueUse) -> Content | None:
    """What follows a cue whose clause the parse broke up ("… — saying their talks, or lack of them, …").

    Only behind a set-off participle or the last word of a longer cue, and only if a finite verb follows.
    """
    verb, last = use.head, use.last
    set_off = verb.tag_ == "VBG" and verb.i > 0 and verb.doc[verb.i - 1].text in (",", "-", "–", "—")
    if "that" not in use.cue.grammar or not (set_off or use.cue.rest):
        return None
    rest = list(verb.doc[last.i + 1 :])
    if not rest or rest[0].is_punct or rest[0].pos_ in ("ADP", "CCONJ"):
        return None
    if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in rest):
        return None
    return Content("rest", rest)


def _closes(use: CueUse) -> bool:
    """Whether the cue's clause is the last of its sentence and holds nothing but subject and adverbials."""
    right = [c for c in use.head.children if c.i > use.last.i]
    return not any(c.dep_ in ("dobj", "ccomp", "xcomp", "conj", "attr") for c in right)


def _source_object(use: CueUse) -> Content | None:
    """A participle whose object is the source ("…, citing two officials"): the clause it stands beside."""
    verb = use.head
    above = verb.head
    if verb.dep_ not in ("advcl", "acl", "prep") or child(verb, "dobj") is None:
        return None
    while above.pos_ not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    if (clause := child(above, "ccomp")) is not None and clause.i > above.i:
        return Content("source-object", list(clause.subtree))
    inside = {t.i for t in verb.subtree}
    return Content("source-object", [t for t in above.subtree if t.i not in inside])
