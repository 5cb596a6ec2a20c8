"""What a cue attributes, by its grammar: the frame that fires and the content's tokens.

The result is None where the word is no cue in this sentence ("found a mine", "the talks were called
off"). Verbs are dealt with in `complements` and `passives`, the other parts of speech in `modifiers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from framing.extract.attribution.cues import Content, CueUse
from framing.extract.attribution.nouns_and_adverbs import (
    adjective_content,
    adverb_content,
    noun_content,
    preposition_content,
)
from framing.extract.attribution.verbs import verb_content
from framing.text.grammar import stripped
from framing.text.parse import Token


def content_of(use: CueUse, cue_heads: Set[int] = frozenset()) -> Content | None:
    """The content of a cue by its grammar, or None.

    `cue_heads` are the positions of all cue words of the sentence: “according to” behind two coordinated
    clauses covers both unless the first is an attribution of its own.
    """
    match use.cue.pos:
        case "verb":
            found = verb_content(use, cue_heads)
        case "noun":
            found = noun_content(use, cue_heads)
        case "adverb":
            found = adverb_content(use)
        case "adjective":
            found = adjective_content(use)
        case "preposition":
            found = preposition_content(use, cue_heads)
    if found is None:
        return None
    tokens = _trimmed(use, found.tokens)
    return Content(found.frame, tokens) if tokens else None


def _trimmed(use: CueUse, tokens: Iterable[Token]) -> list[Token]:
    """Content without the cue, without *that* at its beginning and without commas at its ends."""
    cue = {t.i for t in use.tokens}
    kept = stripped(sorted((t for t in tokens if t.i not in cue), key=lambda t: t.i))
    while kept and kept[0].lower == "that" and kept[0].dep in ("mark", "dep", "det") and len(kept) > 1:
        if kept[0].dep == "det":
            break
        kept = stripped(kept[1:])
    return kept
