"""The content of active verbs: their clauses, infinitives, objects and prepositional phrases."""

from __future__ import annotations

from collections.abc import Set

from framing.extract.attribution.cues import Content, CueUse
from framing.extract.attribution.parentheticals import far_clause, rest_content, tag_content
from framing.extract.attribution.passives import heading_content, passive_content
from framing.text.grammar import child, is_passive, noun_phrase
from framing.text.parse import Token

_COMPLEMENTS = ("dobj", "oprd", "ccomp", "xcomp", "attr", "dative", "acomp")
_REASONS = frozenset(("because", "if", "unless", "until", "since", "so"))
_MARKS = ('"', "''", "'")
_OBJECTIVE = ("me", "him", "her", "us", "them")
_ABOUT = ("of", "against", "over", "about", "for", "with", "to", "on", "from", "by", "between")


def verb_content(use: CueUse, heads: Set[int] = frozenset()) -> Content | None:
    """The content of a verb; `heads` are the positions of the sentence's cue words."""
    verb = use.head
    if verb.dep == "amod" or (verb.dep == "compound"):
        return None
    if use.cue.rest:
        return _after_particle(use)
    if is_passive(verb):
        return passive_content(use)
    if "source_object" in use.cue.grammar and verb.tag == "VBG":
        return _source_object(use, heads)
    return (
        _clause(use)
        or _object(use)
        or far_clause(use)
        or tag_content(use)
        or heading_content(use)
        or rest_content(use)
    )


def _clause(use: CueUse) -> Content | None:
    """A finite clause, an infinitive or a gerund as complement."""
    frames = use.cue.grammar
    clauses = [c for c in use.head.children if c.dep == "ccomp"]
    after = [c for c in clauses if c.i > use.head.i]
    told = "object_to_infinitive" in frames or "of" in frames
    has_object = not told and any(c.dep == "dobj" and c.i > use.head.i for c in use.head.children)
    prepositional = any(c.dep == "prep" and c.i > use.head.i and c.lower in frames for c in use.head.children)
    for clause in after or [c for c in clauses if not (has_object or prepositional) or _in_quotes(c)]:
        kind = clause_kind(clause)
        if kind == "that" and not _in_quotes(clause) and _verbless(clause, "evidence" in frames):
            continue
        if kind == "that" and "that" not in frames and "quotation" in frames and not _in_quotes(clause):
            continue
        predicate = _free_relative(use, clause)
        if predicate is not None and "that" in frames:
            return Content("what-clause", list(predicate.subtree))
        if kind == "object_to_infinitive" and kind not in frames:
            continue
        if kind == "naming" and not {"naming", "quotation"} & set(frames):
            continue
        if kind in frames or (kind == "wh" and "that" in frames) or "that" in frames or "quotation" in frames:
            if kind in ("that", "wh") and not {"that", "wh", "quotation", "naming"} & set(frames):
                continue
            return Content(kind, [*_before_clause(use, clause), *clause.subtree, *_reasons(use, clause)])
    inner = child(use.head, "xcomp")
    if inner is not None and inner.i > use.head.i:
        target = child(use.head, "dobj")
        infinitive = any(c.lower == "to" and c.dep == "aux" for c in inner.children)
        if infinitive and target is not None and {"object_to_infinitive", "that"} & set(frames):
            # "Mayor confirms council to meet": the future of headlines, a clause after any that-verb.
            return Content("object_to_infinitive", [*target.subtree, *inner.subtree, *_reasons(use, inner)])
        if infinitive and target is None and "to_infinitive" in frames:
            return Content("to_infinitive", [*inner.subtree, *_reasons(use, inner)])
        if inner.tag == "VBG" and "gerund" in frames:
            return Content("gerund", list(inner.subtree))
        if inner.tag == "VBG" and "noun" in frames and target is None:
            return Content("gerund", list(inner.subtree))
    return _through_noun(use)


def _verbless(clause: Token, shown: bool) -> bool:
    """Whether a clause is an object with what it was doing or like ("found *himself surrounded*").

    Pictures show somebody doing something (`shown`).
    """
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.tag != "PRP":
        return False
    if who.lower.endswith(("self", "selves")):
        return True
    verbs = [clause, *(c for c in clause.children if c.dep in ("aux", "auxpass"))]
    return (
        not shown
        and who.lower in _OBJECTIVE
        and not any(v.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for v in verbs)
    )


def _in_quotes(clause: Token) -> bool:
    """Whether a quotation mark opens at a clause or in it."""
    first = clause.left_edge
    return any(t.text in _MARKS for t in (first.nbor(-1) if first.i else first, *clause.subtree))


def _reasons(use: CueUse, content: Token) -> list[Token]:
    """A clause of reason or condition behind the content, which the parse hung on the cue.

    Times stay outside: they are as often those of the saying ("said they would leave, after talks …").
    """
    last = max(t.i for t in content.subtree)
    for c in use.head.children:
        if c.dep == "advcl" and c.left_edge.i in (last + 1, last + 2):
            words = {t.lower for t in c.children if t.dep in ("mark", "advmod")}
            if words & _REASONS:
                return list(c.subtree)
    return []


def _before_clause(use: CueUse, clause: Token) -> list[Token]:
    """A noun phrase between cue and clause that belongs to it ("explained *the refusal* was a mistake").

    Verbs that take whom they tell as an object are left alone.
    """
    target = child(use.head, "dobj")
    if target is None or "object_to_infinitive" in use.cue.grammar or "of" in use.cue.grammar:
        return []
    between = use.last.i < target.i < clause.left_edge.i
    adjacent = (
        between and target.left_edge.i == use.last.i + 1 and target.right_edge.i + 1 == clause.left_edge.i
    )
    return list(target.subtree) if adjacent and child(clause, "nsubj", "nsubjpass") is None else []


def _free_relative(use: CueUse, clause: Token) -> Token | None:
    """The predicate of "what the army said was *the largest raid*", which alone is attributed."""
    if any(t.lower == "what" and t.i < use.head.i for t in (*clause.children, *use.head.children)):
        return next((c for c in clause.children if c.dep in ("attr", "acomp") and c.i > use.last.i), None)
    return None


def _through_noun(use: CueUse) -> Content | None:
    """A that-clause that the parse hung on a noun between ("said in a statement that …")."""
    if "that" not in use.cue.grammar:
        return None
    for phrase in use.head.children:
        if phrase.dep == "prep" and phrase.i > use.head.i:
            for noun in phrase.children:
                clause = child(noun, "acl", "ccomp") if noun.dep == "pobj" else None
                if clause is not None and min(t.i for t in clause.subtree) > noun.i and child(clause, "mark"):
                    return Content("that", list(clause.subtree))
    return None


def clause_kind(clause: Token) -> str:
    """Which frame a complement clause belongs to."""
    if any(c.lower == "to" and c.dep == "aux" for c in clause.children):
        return "object_to_infinitive"
    first = min(clause.subtree, key=lambda t: t.i)
    if first.tag in ("WDT", "WP", "WP$", "WRB") or first.lower in ("whether", "if"):
        return "wh"
    if clause.pos not in ("VERB", "AUX"):
        return "naming"
    return "that"


def _object(use: CueUse) -> Content | None:
    """A noun phrase, *as*, a naming object or a prepositional phrase as complement."""
    frames = use.cue.grammar
    verb = use.head
    right = [c for c in verb.children if c.i > verb.i]
    target = next((c for c in right if c.dep == "dobj"), None)
    if "as" in frames and (role := _as_phrase(verb, target)) is not None:
        return Content("as", [*(target.subtree if target is not None else ()), *role.subtree])
    if "naming" in frames:
        named = [c for c in right if c.dep in _COMPLEMENTS and not _infinitive(c)]
        if len(named) > 1:
            return Content("naming", [t for c in named for t in c.subtree])
        if named and any(c.lower == "what" and c.i < verb.i for c in verb.children):
            return Content("naming", list(named[0].subtree))
        if named and named[0].dep != "dobj" and _contact_clause(verb):
            inside = {t.i for t in verb.subtree}
            return Content(
                "naming", [*(t for t in noun_phrase(verb.head) if t.i not in inside), *named[0].subtree]
            )
        if named and (name := _postponed(named[0])) is not None:
            return Content("naming", name)
    frame = next((f for f in ("noun", "evidence") if f in frames), None)
    if frame is not None and target is not None and _contentful(target):
        about = [
            c
            for c in right
            if c.i > target.i
            and (
                (c.dep == "prep" and (c.lower in (*_ABOUT, "as") or frame == "evidence"))
                or c.dep in ("acl", "relcl")
                or (c.dep in ("ccomp", "xcomp") and c.left_edge.i == target.right_edge.i + 1)
            )
        ]
        return Content(frame, [*_thing(target), *(t for c in about for t in c.subtree)])
    for phrase in right:
        if phrase.dep == "prep" and phrase.lower in frames and phrase.lower != "as":
            inner = [t for c in phrase.children if c.dep in ("pobj", "pcomp") for t in c.subtree]
            beside = list(target.subtree) if target is not None and phrase.lower == "to" else []
            if inner:
                return Content(phrase.lower, [*beside, *inner])
    return None


def _thing(noun: Token) -> list[Token]:
    """A noun phrase without a finite verb that the parse coordinated with it ("denied the charge and sued")."""
    verbs = [c for c in noun.children if c.dep == "conj" and c.tag in ("VBD", "VBZ", "VBP")]
    first = min((c.left_edge.i for c in verbs if child(c, "nsubj") is None), default=None)
    return [t for t in noun.subtree if first is None or t.i < first]


def _contact_clause(verb: Token) -> bool:
    """Whether a verb's object is the noun that its clause stands behind ("a bill that critics called unfair")."""
    who = child(verb, "nsubj")
    relative = any(c.tag in ("WP", "WDT") and c.lower != "that" for c in verb.children)
    return verb.dep == "relcl" and who is not None and who.tag not in ("WP", "WDT") and not relative


def _infinitive(word: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in word.children)


def _postponed(noun: Token) -> list[Token] | None:
    """A noun phrase that ends in its new name: in quotation marks, or an adjective behind the noun.

    "called the pact “a gift”", "called the dispute unusual": the parse takes both for one phrase.
    """
    phrase = list(noun.subtree)
    last = next((t for t in reversed(phrase) if not t.is_punct), noun)
    if last.pos == "ADJ" and last.i > noun.i and last.head == noun and last.dep == "amod":
        return phrase
    marks = [t.i for t in noun.parse if t.text in ('"', "'", "''") and t.i > phrase[0].i]
    if len(marks) > 1 and marks[0] <= phrase[-1].i + 1 and marks[0] > noun.left_edge.i:
        return [t for t in noun.parse if phrase[0].i <= t.i <= marks[1]]
    return None


def _as_phrase(verb: Token, target: Token | None) -> Token | None:
    places = [verb] if target is None else [verb, target]
    for place in places:
        for c in place.children:
            if c.lower == "as" and c.dep == "prep" and c.i > verb.i:
                return c
    return None


def _contentful(noun: Token) -> bool:
    """A noun phrase that can be a content: no reflexive, and no bare pronoun but a demonstrative."""
    return noun.pos != "PRON" or noun.tag in ("DT", "WP", "NN") or len(list(noun.subtree)) > 1


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
        if c.i > last.i and c.dep in (*_COMPLEMENTS, "pobj", "pcomp", "prep", "acl", "relcl")
    ]
    if "object_to_infinitive" in frames and last.lower == "for":
        after.extend(c for c in use.head.children if c.i > last.i and _for_infinitive(c, last))
    object_inside = child(use.head, "dobj")
    if object_inside is not None and object_inside.i > last.i:
        after.append(object_inside)
    clauses = [c for c in after if c.dep in ("ccomp", "acl", "relcl")]
    if clauses and ({"that", "wh"} & set(frames) or "claims" in use.cue.rest):
        return Content("that", list(clauses[0].subtree))
    if (
        "as" in frames
        and (object_ := next((c for c in after if c.dep in ("pobj", "dobj")), None)) is not None
    ):
        role = _as_phrase(use.head, object_)
        if role is not None:
            return Content("as", [*object_.subtree, *role.subtree])
    if "object_to_infinitive" in frames and any(c.dep in ("xcomp", "ccomp", "advcl") for c in after):
        return Content("object_to_infinitive", [t for c in after for t in c.subtree])
    if "noun" in frames:
        things = [c for c in after if c.dep in ("dobj", "pobj", "pcomp")]
        if object_inside is not None and object_inside.i < last.i and object_inside not in use.tokens:
            things = [object_inside]
        if things:
            return Content("noun", [t for c in things for t in c.subtree])
    return far_clause(use) or tag_content(use) or rest_content(use)


def _for_infinitive(clause: Token, preposition: Token) -> bool:
    """Whether a clause is "the council to resign" behind *for*, which the parse took for its subordinator."""
    infinitive = any(c.lower == "to" and c.dep == "aux" for c in clause.children)
    return (
        clause.dep == "advcl" and infinitive and preposition.i in (clause.left_edge.i, clause.left_edge.i - 1)
    )


def cited(use: CueUse) -> Content | None:
    """The object of a participle as its content ("…, citing the cost")."""
    target = child(use.head, "dobj")
    return Content("noun", list(target.subtree)) if target is not None else None


def _source_object(use: CueUse, heads: Set[int]) -> Content | None:
    """A participle whose object is the source ("…, citing two officials"): the clause it stands beside.

    Beside an attribution the object is what its speaker points to ("he said, citing the cost").
    """
    verb = use.head
    above = verb.head
    if verb.dep not in ("advcl", "acl", "prep") or child(verb, "dobj") is None:
        return None
    while above.pos not in ("VERB", "AUX") and above.head != above:
        above = above.head
    target = child(verb, "dobj")
    clause = child(above, "ccomp")
    if target is not None and above.i in heads and (clause is None or clause.i < above.i):
        return Content("noun", list(target.subtree))
    if clause is not None and clause.i > above.i:
        return Content("source-object", list(clause.subtree))
    inside = {t.i for t in verb.subtree}
    return Content("source-object", [t for t in above.subtree if t.i not in inside])
