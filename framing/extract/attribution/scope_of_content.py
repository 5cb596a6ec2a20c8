"""Where one attribution ends and the next begins in the same sentence."""

from __future__ import annotations

from collections.abc import Sequence, Set

from framing.extract.attribution.draft import Draft, by_sentence
from framing.extract.attribution.speaker import coordinated_with
from framing.records.article import Span
from framing.text.grammar import child
from framing.text.parse import Token

_PERSONS = ("he", "she", "they")
_CONTRAST = ("while", "whereas", "although", "though")


def cut(drafts: Sequence[Draft]) -> None:
    """End contents where the sentence goes over to another attribution beside it, not inside it.

    "She said it was over, adding that …" and "He said it was over, while others said …" are two
    attributions, even where the parse hangs the second on the first one's clause.
    """
    for together in by_sentence(drafts).values():
        heads = {d.use.head.i for d in together if d.use}
        for second in together:
            at = _clause_start(second, heads)
            if at is None:
                continue
            for first in together:
                if first is second or first.use is None or first.tag.start >= at:
                    continue
                if any(span.start < at < span.end for span in first.content):
                    first.content = [Span(s.start, min(s.end, at)) for s in first.content if s.start < at]


def _clause_start(draft: Draft, heads: Set[int]) -> int | None:
    """Where a trailing participle, a coordinated or a contrasting clause begins that holds a cue, else None."""
    use = draft.use
    if use is None or use.cue.pos != "verb":
        return None
    verb = use.head
    if verb.tag == "VBG" and verb.dep == "advcl" and _set_off(verb):
        return draft.sentence.start + verb.idx
    if coordinated_with(verb, heads) is not None:
        joint = next((t for t in reversed(list(verb.parse[: verb.i])) if t.dep == "cc"), None)
        return draft.sentence.start + (joint or verb).idx
    who = child(verb, "nsubj")
    mark = child(verb, "mark")
    if who is None or mark is None or mark.i == 0:
        return None
    if mark.lower in _CONTRAST or (mark.lower == "as" and who.lower in _PERSONS):
        return draft.sentence.start + mark.idx
    return None


def _set_off(verb: Token) -> bool:
    """Whether a comma or dash stands right before a word, a closing quotation mark apart."""
    at = verb.i - 1
    while at > 0 and verb.parse[at].text in ('"', "''", "'"):
        at -= 1
    return at >= 0 and verb.parse[at].text in (",", "—", "–")
