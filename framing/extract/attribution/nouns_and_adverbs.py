"""The content of cues that are no verbs: nouns, adverbs, adjectives and "according to"."""

from __future__ import annotations

from collections.abc import Set

from framing.extract.attribution.cues import Content, CueUse
from framing.extract.attribution.verbs import clause_kind
from framing.text.grammar import child
from framing.text.parse import Token

_MOST_STEPS = 6


def noun_content(use: CueUse, cue_heads: Set[int] = frozenset()) -> Content | None:
    """The clause or of-phrase that a noun cue governs ("the claim that …", "allegations of …").

    A request for words ("for comment") says nothing.
    """
    noun, frames = use.head, use.cue.grammar
    channel = noun.dep == "pobj" and noun.head.lower in ("in", "on") and noun.head.head.pos == "VERB"
    for c in noun.children:
        if c.i < noun.i or channel:
            continue
        first = min(c.subtree, key=lambda t: t.i)
        if c.dep in ("acl", "relcl", "ccomp") and first.lower == "that" and "that" in frames:
            if any(t.dep in ("nsubj", "dobj") and t.i == first.i for t in c.children):
                continue
            return Content("noun-that", list(c.subtree))
        if c.dep == "acl" and c.tag == "VB" and "to_infinitive" in frames:
            return Content("noun-to", list(c.subtree))
    for c in noun.children:
        if c.dep == "prep" and c.i > noun.i and c.lower in frames:
            inner = [t for p in c.children if p.dep in ("pobj", "pcomp") for t in p.subtree]
            words = c.lower == "for" and any(p.i in cue_heads for p in c.children)
            if inner and not words:
                return Content(f"noun-{c.lower}", inner)
    return None


def adverb_content(use: CueUse) -> Content | None:
    """The clause that an evidential adverb stands in, or the phrase before which it stands."""
    above = use.head.head
    if above == use.head:
        return None
    own = {use.head.i}
    if above.pos in ("VERB", "AUX"):
        while above.dep in ("auxpass", "aux") or (above.dep == "xcomp" and above.head.i < above.i):
            above = above.head
        relative = child(above, "nsubj", "nsubjpass")
        outside = {relative.i} if relative is not None and relative.tag in ("WDT", "WP") else set()
        drop = {t.i for c in above.children if c.dep in ("mark",) for t in c.subtree} | own | outside
        drop |= {c.i for c in above.children if c.dep in ("aux", "auxpass") and c.i == use.head.i - 1}
        return Content("adverb", [t for t in above.subtree if t.i not in drop])
    return Content("adverb", [t for t in above.subtree if t.i not in own])


def adjective_content(use: CueUse) -> Content | None:
    """What somebody is sure, sceptical or afraid of."""
    word, frames = use.head, use.cue.grammar
    if word.dep not in ("acomp", "oprd", "conj", "ROOT", "attr") and not (
        word.dep in ("ccomp", "advcl", "relcl", "xcomp") and word.tag != "RB"
    ):
        return None
    clause = next((c for c in word.children if c.dep in ("ccomp", "xcomp") and c.i > word.i), None)
    if clause is not None and "that" in frames and clause_kind(clause) in ("that", "wh"):
        return Content("adjective-that", list(clause.subtree))
    for c in word.children:
        if c.dep == "prep" and c.i > word.i and c.lower in frames:
            inner = [t for p in c.children if p.dep in ("pobj", "pcomp") for t in p.subtree]
            if inner:
                return Content(f"adjective-{c.lower}", inner)
    return None


def preposition_content(use: CueUse, cue_heads: Set[int]) -> Content | None:
    """The clause that “according to …” stands beside."""
    phrase = use.head
    if "judgement" in use.cue.grammar and not _judges(phrase):
        return None
    while phrase.dep in ("pobj", "compound", "amod") and phrase.head.i < phrase.i:
        phrase = phrase.head
    above = phrase.head
    if above == phrase:
        inside = {t.i for t in phrase.subtree} - {
            t.i for c in phrase.children if c.pos in ("VERB",) for t in c.subtree
        }
        return Content("beside", [t for t in phrase.parse if t.i not in inside])
    steps = 0
    while above.pos not in ("VERB", "AUX") and above.head != above and steps < _MOST_STEPS:
        above, steps = above.head, steps + 1
    while above.dep == "conj" and above.head.pos in ("VERB", "AUX") and above.head.i not in cue_heads:
        above = above.head
    inside = {t.i for t in phrase.subtree}
    return Content("beside", [t for t in above.subtree if t.i not in inside])


def _judges(phrase: Token) -> bool:
    """Whether "For the farmers, …" opens a sentence that says how something is."""
    last = phrase.right_edge
    opens = phrase.i == 0 and last.i + 1 < len(phrase.parse) and last.nbor(1).text == ","
    return (
        opens
        and phrase.head.lemma in ("be", "seem", "remain")
        and child(phrase.head, "attr", "acomp") is not None
    )
