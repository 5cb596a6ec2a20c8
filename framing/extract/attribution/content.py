"""What a cue attributes: the complement that its grammar gives it, found in the dependency parse.

Every function returns the frame that fired and the content's tokens, or None where the word is no cue
in this sentence ("found a mine", "the talks were called off").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from framing.extract.attribution.cues import CueUse
from framing.extract.clause import child, is_passive, noun_phrase, stripped

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("dobj", "oprd", "ccomp", "xcomp", "attr", "dative", "acomp")
_AFTER_PASSIVE = ("xcomp", "ccomp", "oprd", "prep", "attr", "advmod", "acomp", "npadvmod")
_ABOUT = ("of", "against", "over", "about", "for", "with", "to", "on", "from", "by", "between")
_HEADING_WORDS = 12


class Content(NamedTuple):
    """The frame that fired and the tokens of the content, in text order."""

    frame: str
    tokens: list[Token]


def content_of(use: CueUse) -> Content | None:
    """The content of a cue by its grammar, or None."""
    match use.cue.pos:
        case "verb":
            found = _verb(use)
        case "noun":
            found = _noun(use)
        case "adverb":
            found = _adverb(use)
        case "adjective":
            found = _adjective(use)
        case "preposition":
            found = _preposition(use)
    if found is None:
        return None
    tokens = _trimmed(use, found.tokens)
    return Content(found.frame, tokens) if tokens else None


def _trimmed(use: CueUse, tokens: Iterable[Token]) -> list[Token]:
    """Content without the cue, without *that* at its beginning and without commas at its ends."""
    cue = {t.i for t in use.tokens}
    kept = stripped(sorted((t for t in tokens if t.i not in cue), key=lambda t: t.i))
    while kept and kept[0].lower_ == "that" and kept[0].dep_ in ("mark", "dep", "det") and len(kept) > 1:
        if kept[0].dep_ == "det":
            break
        kept = stripped(kept[1:])
    return kept


def _verb(use: CueUse) -> Content | None:
    verb = use.head
    if verb.dep_ == "amod" or (verb.dep_ == "compound"):
        return None
    if use.cue.rest:
        return _after_particle(use)
    if is_passive(verb):
        return _passive(use)
    if "source_object" in use.cue.grammar and verb.tag_ == "VBG":
        return _source_object(use)
    return _clause(use) or _object(use) or _around(use) or _heading(use)


def _clause(use: CueUse) -> Content | None:
    """A finite clause, an infinitive or a gerund as complement."""
    frames = use.cue.grammar
    clauses = [c for c in use.head.children if c.dep_ == "ccomp"]
    after = [c for c in clauses if c.i > use.head.i]
    for clause in after or clauses:
        kind = _kind(clause)
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
        if infinitive and target is not None and "object_to_infinitive" in frames:
            return Content("object_to_infinitive", [*target.subtree, *inner.subtree])
        if infinitive and target is None and "to_infinitive" in frames:
            return Content("to_infinitive", list(inner.subtree))
        if inner.tag_ == "VBG" and "gerund" in frames:
            return Content("gerund", list(inner.subtree))
        if inner.tag_ == "VBG" and "noun" in frames and target is None:
            return Content("gerund", list(inner.subtree))
    return None


def _kind(clause: Token) -> str:
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
    if "noun" in frames and target is not None and _contentful(target):
        about = [c for c in right if c.dep_ == "prep" and c.i > target.i and c.lower_ in _ABOUT]
        return Content("noun", [*target.subtree, *(t for c in about for t in c.subtree)])
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
    return _around(use)


def _passive(use: CueUse) -> Content | None:
    """The content of a passive: its subject and what follows ("Losses were reported in the city")."""
    frames = set(use.cue.grammar)
    verb = use.head
    target = child(verb, "nsubjpass", "nsubj")
    if target is None and verb.dep_ == "conj" and is_passive(verb.head):
        target = child(verb.head, "nsubjpass")
    after = [c for c in verb.children if c.i > verb.i and c.dep_ in _AFTER_PASSIVE]
    clause = next((c for c in after if c.dep_ == "ccomp"), None)
    if _marked_as(verb):
        return _as_clause(use)
    if clause is not None and {"that", "wh", "quotation"} & frames:
        return Content("passive-that", list(clause.subtree))
    if target is None:
        return _reduced(use, after)
    if target.tag_ in ("WDT", "WP", "EX"):
        return None
    infinitive = any(c.dep_ == "xcomp" for c in after)
    role = any(c.dep_ == "prep" and c.lower_ == "as" for c in after)
    named = any(c.dep_ in ("oprd", "attr") for c in after)
    by_someone = child(verb, "agent") is not None
    allowed = (
        (infinitive and bool({"that", "to_infinitive", "object_to_infinitive"} & frames))
        or (role and "as" in frames)
        or (named and "naming" in frames and by_someone)
        or ("noun" in frames and (by_someone or use.cue.cue_class not in ("cognitive", "evaluative")))
    )
    if not allowed:
        return None
    if target.pos_ == "PRON" and not (infinitive or role or named):
        return None
    return Content("passive", [*target.subtree, *(t for c in after for t in c.subtree)])


def _reduced(use: CueUse, after: list[Token]) -> Content | None:
    """A participle after its noun ("strikes reported by officials"): the noun phrase is the content."""
    verb = use.head
    if verb.dep_ != "acl" or child(verb, "agent") is None or "noun" not in use.cue.grammar:
        return None
    return Content("reduced-passive", [*noun_phrase(verb.head), *(t for c in after for t in c.subtree)])


def _marked_as(verb: Token) -> bool:
    return any(
        c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep") and c.i < verb.i for c in verb.children
    ) or (verb.i > 0 and verb.nbor(-1).lower_ == "as" and verb.dep_ in ("advcl", "pcomp", "prep"))


def _as_clause(use: CueUse) -> Content | None:
    """“…, as the minister said”: the clause it stands beside."""
    if not {"that", "quotation"} & set(use.cue.grammar):
        return None
    above = use.head.head
    if above.lower_ == "as":
        above = above.head
    if above is use.head or above.pos_ not in ("VERB", "AUX"):
        return None
    own = {t.i for t in use.head.subtree}
    return Content("as-clause", [t for t in above.subtree if t.i not in own and t.lower_ != "as"])


def _around(use: CueUse) -> Content | None:
    """A cue set beside or into its content by commas ("The talks, he said, had failed")."""
    verb = use.head
    if not {"that", "quotation"} & set(use.cue.grammar):
        return None
    if _marked_as(verb):
        return _as_clause(use)
    own = child(verb, "nsubj")
    if own is None:
        return None
    if any(c.dep_ in ("mark", "advmod") and c.tag_ in ("WRB", "IN") and c.i < verb.i for c in verb.children):
        return None
    first = min(verb.left_edge.i if own.i < verb.i else verb.i, *(t.i for t in use.tokens))
    if verb.dep_ in ("parataxis", "ccomp", "conj", "advcl", "dep") and verb.head.pos_ in ("VERB", "AUX"):
        first = min(own.left_edge.i, verb.i)
        before = verb.doc[first - 1] if first else None
        if verb.dep_ == "parataxis" or (before is not None and before.text == "," and verb.dep_ == "ccomp"):
            inside = {t.i for t in verb.subtree}
            return Content("parenthesis", [t for t in verb.head.subtree if t.i not in inside])
    start = min(own.left_edge.i, verb.i)
    if start >= 3 and verb.doc[start - 1].text in (",", '"', "''", "-", "–", "—") and _closes(use):
        return Content("tag", list(verb.doc[:start]))
    return None


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


def _heading(use: CueUse) -> Content | None:
    """A headline's or crosshead's passive without auxiliary ("Heavy shelling reported")."""
    verb, doc = use.head, use.head.doc
    if "noun" not in use.cue.grammar or verb.dep_ != "ROOT" or verb.tag_ not in ("VBN", "VBD"):
        return None
    if doc[-1].text in (".", "!", "?", '"', ":") or len(doc) > _HEADING_WORDS:
        return None
    target = child(verb, "nsubj", "nsubjpass")
    if target is None or child(verb, "dobj", "ccomp", "xcomp") is not None:
        return None
    after = [c for c in verb.children if c.i > verb.i and c.dep_ in _AFTER_PASSIVE]
    return Content("heading-passive", [*target.subtree, *(t for c in after for t in c.subtree)])


def _noun(use: CueUse) -> Content | None:
    """The clause or of-phrase that a noun cue governs ("the claim that …", "allegations of …")."""
    noun, frames = use.head, use.cue.grammar
    for c in noun.children:
        if c.i < noun.i:
            continue
        first = min(c.subtree, key=lambda t: t.i)
        if c.dep_ in ("acl", "relcl", "ccomp") and first.lower_ == "that" and "that" in frames:
            if any(t.dep_ in ("nsubj", "dobj") and t.i == first.i for t in c.children):
                continue
            return Content("noun-that", list(c.subtree))
        if c.dep_ == "acl" and c.tag_ == "VB" and "to_infinitive" in frames:
            return Content("noun-to", list(c.subtree))
    for c in noun.children:
        if c.dep_ == "prep" and c.i > noun.i and c.lower_ in frames:
            inner = [t for p in c.children if p.dep_ in ("pobj", "pcomp") for t in p.subtree]
            if inner:
                return Content(f"noun-{c.lower_}", inner)
    return None


def _adverb(use: CueUse) -> Content | None:
    """The clause that an evidential adverb stands in, or the phrase before which it stands."""
    above = use.head.head
    if above is use.head:
        return None
    own = {use.head.i}
    if above.pos_ in ("VERB", "AUX"):
        while above.dep_ in ("xcomp", "auxpass", "aux") and above.head.i < above.i:
            above = above.head
        relative = child(above, "nsubj", "nsubjpass")
        outside = {relative.i} if relative is not None and relative.tag_ in ("WDT", "WP") else set()
        drop = {t.i for c in above.children if c.dep_ in ("mark",) for t in c.subtree} | own | outside
        drop |= {c.i for c in above.children if c.dep_ in ("aux", "auxpass") and c.i == use.head.i - 1}
        return Content("adverb", [t for t in above.subtree if t.i not in drop])
    return Content("adverb", [t for t in above.subtree if t.i not in own])


def _adjective(use: CueUse) -> Content | None:
    """What somebody is sure, sceptical or afraid of."""
    word, frames = use.head, use.cue.grammar
    if word.dep_ not in ("acomp", "oprd", "conj", "ROOT", "attr") and not (
        word.dep_ in ("ccomp", "advcl", "relcl", "xcomp") and word.tag_ != "RB"
    ):
        return None
    clause = next((c for c in word.children if c.dep_ in ("ccomp", "xcomp") and c.i > word.i), None)
    if clause is not None and "that" in frames and _kind(clause) in ("that", "wh"):
        return Content("adjective-that", list(clause.subtree))
    for c in word.children:
        if c.dep_ == "prep" and c.i > word.i and c.lower_ in frames:
            inner = [t for p in c.children if p.dep_ in ("pobj", "pcomp") for t in p.subtree]
            if inner:
                return Content(f"adjective-{c.lower_}", inner)
    return None


def _preposition(use: CueUse) -> Content | None:
    """The clause that “according to …” stands beside."""
    phrase = use.head
    while phrase.dep_ in ("pobj", "compound", "amod") and phrase.head.i < phrase.i:
        phrase = phrase.head
    above = phrase.head
    if above is phrase:
        inside = {t.i for t in phrase.subtree} - {
            t.i for c in phrase.children if c.pos_ in ("VERB",) for t in c.subtree
        }
        return Content("beside", [t for t in phrase.doc if t.i not in inside])
    steps = 0
    while above.pos_ not in ("VERB", "AUX") and above.head is not above and steps < 6:
        above, steps = above.head, steps + 1
    inside = {t.i for t in phrase.subtree}
    return Content("beside", [t for t in above.subtree if t.i not in inside])
