"""The content of passives and of *as*-clauses, where subject and object are not what they seem."""

from __future__ import annotations

from framing.extract.attribution.cues import Content, CueUse
from framing.text.grammar import child, is_passive, noun_phrase
from framing.text.parse import Token

AFTER_PASSIVE = ("xcomp", "ccomp", "oprd", "prep", "attr", "advmod", "acomp", "npadvmod")
_HEADING_WORDS = 12


def passive_content(use: CueUse) -> Content | None:
    """The content of a passive: its subject and what follows ("Losses were reported in the city")."""
    frames = set(use.cue.grammar)
    verb = use.head
    target = child(verb, "nsubjpass", "nsubj")
    if target is None and verb.dep == "conj" and is_passive(verb.head):
        target = child(verb.head, "nsubjpass")
    after = [c for c in verb.children if c.i > verb.i and c.dep in AFTER_PASSIVE]
    clause = next((c for c in after if c.dep == "ccomp"), None)
    if marked_as(verb):
        return as_clause(use)
    if clause is not None and {"that", "wh", "quotation"} & frames:
        return Content("passive-that", list(clause.subtree))
    if target is None:
        return _asked(use, after) or _reduced(use, after)
    if target.tag in ("WDT", "WP", "EX"):
        return None
    infinitive = any(c.dep == "xcomp" for c in after)
    role = any(c.dep == "prep" and c.lower == "as" for c in after)
    named = any(c.dep in ("oprd", "attr") for c in after)
    by_someone = child(verb, "agent") is not None
    allowed = (
        (infinitive and bool({"that", "to_infinitive", "object_to_infinitive"} & frames))
        or (role and "as" in frames)
        or (named and "naming" in frames and by_someone)
        or any(c.dep == "prep" and c.lower in frames and c.lower in ("of", "for") for c in after)
        or ("noun" in frames and (by_someone or use.cue.cue_class not in ("cognitive", "evaluative")))
    )
    if not allowed:
        return None
    if target.pos == "PRON" and not (infinitive or role or named):
        return None
    return Content("passive", [*target.subtree, *(t for c in after for t in c.subtree)])


def _asked(use: CueUse, after: list[Token]) -> Content | None:
    """What somebody was asked or told about, in a participle that opens the sentence."""
    if use.head.dep != "advcl" or any(c.i < use.head.i and not c.is_punct for c in use.head.children):
        return None
    for phrase in after:
        if phrase.dep == "prep" and phrase.lower in use.cue.grammar:
            inner = [t for c in phrase.children if c.dep in ("pobj", "pcomp") for t in c.subtree]
            return Content(phrase.lower, inner) if inner else None
    return None


def _reduced(use: CueUse, after: list[Token]) -> Content | None:
    """A participle after its noun ("strikes reported by officials"): the noun phrase is the content."""
    verb = use.head
    if verb.dep != "acl" or child(verb, "agent") is None or "noun" not in use.cue.grammar:
        return None
    return Content("reduced-passive", [*noun_phrase(verb.head), *(t for c in after for t in c.subtree)])


def heading_content(use: CueUse) -> Content | None:
    """A headline's or crosshead's passive without auxiliary ("Heavy shelling reported")."""
    verb, parse = use.head, use.head.parse
    if "noun" not in use.cue.grammar or verb.dep != "ROOT" or verb.tag not in ("VBN", "VBD"):
        return None
    if parse[-1].text in (".", "!", "?", '"', ":") or len(parse) > _HEADING_WORDS:
        return None
    target = child(verb, "nsubj", "nsubjpass")
    if target is None or child(verb, "dobj", "ccomp", "xcomp") is not None:
        return None
    after = [c for c in verb.children if c.i > verb.i and c.dep in AFTER_PASSIVE]
    return Content("heading-passive", [*target.subtree, *(t for c in after for t in c.subtree)])


def marked_as(verb: Token) -> bool:
    return any(
        c.lower == "as" and c.dep in ("mark", "advmod", "prep") and c.i < verb.i for c in verb.children
    ) or (verb.i > 0 and verb.nbor(-1).lower == "as" and verb.dep in ("advcl", "pcomp", "prep"))


def as_clause(use: CueUse) -> Content | None:
    """“…, as the minister said”: the clause it stands beside."""
    if "that" not in use.cue.grammar:
        return None
    above = use.head.head
    if above.lower == "as":
        above = above.head
    if above == use.head or above.pos not in ("VERB", "AUX"):
        return None
    after = use.last.nbor(1) if use.last.i + 1 < len(use.head.parse) else None
    if after is not None and (after.text in (":", '"') or after.lower == "to"):
        return None
    mark = next((t for t in reversed(list(use.head.parse[: use.head.i])) if t.lower == "as"), None)
    if mark is None or (mark.i > 0 and not mark.nbor(-1).is_punct):
        return None
    own = {t.i for t in use.head.subtree}
    return Content("as-clause", [t for t in above.subtree if t.i not in own and t.lower != "as"])
