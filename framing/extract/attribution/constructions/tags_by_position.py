"""Tags told by their place: ", records show", ", the former director told the paper,".

A stretch between commas that is nothing but a noun phrase, a finite reporting verb and an adverbial is a
tag, whatever the parse made of it; parsers often take "records show" for a noun and the tag for the main
clause. The rules see parts of speech only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.extract.attribution.cues import CueUse
from framing.lexicon.attribution import Cue
from framing.text.parse import Token
from framing.text.sentences import Sentence

_BREAKS = (",", ";", ":", '"', "''", "—", "–", "-", "(", ")")
_STARTS = ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "PDT", "EX")
_PHRASE = (*_STARTS, "POS", "IN", "VBN", "HYPH", "RBS", "RBR", "CC", "$", "SYM", "VBG", "RB")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "JJ", "JJS")
_FINITE = ("VBD", "VBZ", "VBP", "VBN", "MD")
_CLAUSES = ("WP", "WDT", "WRB", "WP$", "TO", "VB", "MD", "VBD", "VBZ", "VBP")
_SUBORDINATE = ("IN", "WRB", "WP", "WDT", "VBG", "VBN", "TO", "CC")
_SHORTEST = 3
_TIMES = ("week", "month", "year", "ago")
_PLURALS = ("NNS", "NNPS")


class PositionTag(NamedTuple):
    """A tag found by its place: its cue, the speaker's tokens, and the tokens of the sentence around it."""

    use: CueUse
    speaker: list[Token]
    content: list[Token]


def tags_by_position(sentence: Sentence, forms: Mapping[str, tuple[Cue, ...]]) -> Iterator[PositionTag]:
    """The tags of a sentence that stand at its end or between commas."""
    if sentence.parse is None or "," not in sentence.text:
        return
    tokens = list(sentence.parse)
    pieces = _pieces(tokens)
    for number, (first, last) in enumerate(pieces):
        final = number == len(pieces) - 1
        opened = first > 0 and tokens[first - 1].text == ","
        if not opened or not (final or tokens[last].text == ","):
            continue
        found = _tag(tokens[first:last], sentence, forms)
        if found is None:
            continue
        before, after = tokens[: first - 1], [] if final else tokens[last + 1 :]
        said_before = not final or _independent(tokens, [p for p in pieces if p[0] < first])
        if said_before and _surrounds(before, after):
            yield PositionTag(*found, [*before, *after])


def _surrounds(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether what stands around a tag can be its content: no mark between, and a finite verb where it goes on."""
    marks = any(t.text in ('"', "''", ";", ":") for t in (*before[-1:], *after[:1]))
    goes_on = not after or any(t.tag in _FINITE for t in after)
    return not marks and goes_on and len(before) + len(after) >= _SHORTEST


def _pieces(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Stretches of tokens without breaks, as first index and index behind the last; the end point left out."""
    end = len(tokens)
    while end and tokens[end - 1].text in (".", "!", "?", "…"):
        end -= 1
    pieces = []
    first = 0
    for at in range(end + 1):
        if at == end or tokens[at].text in _BREAKS:
            if at > first:
                pieces.append((first, at))
            first = at + 1
    return pieces


def _tag(
    piece: Sequence[Token], sentence: Sentence, forms: Mapping[str, tuple[Cue, ...]]
) -> tuple[CueUse, list[Token]] | None:
    """The cue of a stretch that is a tag, and the speaker's tokens before it."""
    if piece[0].tag not in _STARTS:
        return None
    for at, token in enumerate(piece[1:], start=1):
        before = piece[at - 1]
        if before.tag in _NOMINAL and (cue := _finite_cue(token, before, forms)) is not None:
            rest = piece[at + 1 :]
            plain = all(t.tag not in _CLAUSES for t in rest)
            named = all(t.tag in _PHRASE for t in piece[:at])
            if plain and named and _no_object(cue, rest):
                return CueUse(cue, sentence, token, (token,)), list(piece[:at])
        if token.tag in _CLAUSES:
            return None
    return None


def _finite_cue(token: Token, before: Token, forms: Mapping[str, tuple[Cue, ...]]) -> Cue | None:
    """A verb that reports clauses, in a finite form; a noun may be one behind a plural ("records show")."""
    for cue in forms.get(token.lower, ()):
        if cue.pos != "verb" or cue.rest or "that" not in cue.grammar:
            continue
        if token.tag in _FINITE:
            return cue
        if token.tag == "NN" and token.lower == cue.head and before.tag in _PLURALS:
            return cue
    return None


def _no_object(cue: Cue, rest: Sequence[Token]) -> bool:
    """Whether nothing follows but adverbials, or whoever is told."""
    if not rest or "object_to_infinitive" in cue.grammar or rest[0].tag in ("IN", "RB"):
        return True
    return rest[0].text[:1].isupper() or rest[-1].lower in _TIMES


def _independent(tokens: Sequence[Token], pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the stretches before a tag is a clause of its own: a finite verb and no subordinator."""
    for first, last in pieces:
        lead = next((t for t in tokens[first:last] if t.tag not in ("RB", "CC")), tokens[first])
        if lead.tag in _SUBORDINATE and not (lead.tag == "IN" and lead.dep == "prep"):
            continue
        if any(t.tag in _FINITE for t in tokens[first:last]):
            return True
    return False
