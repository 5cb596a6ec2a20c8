"""The parse of a reading with the words of the headline: those that were put in are taken out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from framing.text.headlines.readings import HeadlineReading, Piece
from framing.text.headlines.words import HeadlineWord
from framing.text.parse import PUNCTUATION, Columns, Parse, Token

Row = tuple[int, str, str, str, str, str, int, int]
_PREDICATES = ("acomp", "attr", "oprd", "prep", "advmod")


def restored(reading: HeadlineReading, parse: Parse) -> Columns | None:
    """The columns of a reading's parse with the words of the headline.

    None where the parser cut the words in a way that cannot be led back.
    """
    places = [_place(reading, token) for token in parse]
    if "" in places:
        return None
    kept = [token for token in parse if places[token.i] is not None]
    number = {token.i: n for n, token in enumerate(kept)}
    instead = _predicates(parse, number)
    heads = [number.get(instead.get(t.head.i, t.head.i), -1) for t in kept]
    if not kept or -1 in heads:
        return None
    rows = [
        _row(token, _found(places[token.i]), "ROOT" if head == n else token.dep, head, reading)
        for n, (token, head) in enumerate(zip(kept, heads, strict=True))
    ]
    verb = next((n for n, t in enumerate(kept) if t.idx == reading.verb_start), None)
    if verb is not None and reading.kind != "plain":
        rows = _rerooted(rows, verb)
    return Columns("", *map(list, zip(*_with_marks(rows, reading.left_out), strict=True)))


def _row(token: Token, place: tuple[int, str], dep: str, head: int, reading: HeadlineReading) -> Row:
    """A token's row; a comma for which "and" stood is a comma again."""
    start, text = place
    if any(c.isalnum() for c in text):
        return start, text, token.lemma, token.pos, _tag(token, reading), dep, head, token.flags
    if dep == "cc":
        return start, text, text, "PUNCT", ",", "punct", head, token.flags | PUNCTUATION
    return start, text, token.lemma, token.pos, token.tag, dep, head, token.flags | PUNCTUATION


def _rerooted(rows: list[Row], verb: int) -> list[Row]:
    """The rows with the verb of the reading for their root, where the parse hung it on a later verb: on that of its own
    that-clause ("claims, without proof, *that* it fell"), or on one that shares its subject ("talks with Kim, *meets* Lee").
    """
    root = next(n for n, row in enumerate(rows) if row[5] == "ROOT")
    if rows[verb][5] != "ccomp" or rows[verb][6] != root or root < verb:
        return rows
    below = [row for n, row in enumerate(rows) if row[6] == root and n > verb]
    that = any(row[5] == "mark" and row[2] == "that" for row in below)
    if not that and any(row[5] in ("nsubj", "nsubjpass", "csubj") for row in below):
        return rows
    turned = list(rows)
    turned[verb] = (*rows[verb][:5], "ROOT", verb, rows[verb][7])
    turned[root] = (*rows[root][:5], "ccomp" if that else "conj", verb, rows[root][7])
    return turned


def _with_marks(rows: list[Row], marks: Sequence[HeadlineWord]) -> list[Row]:
    """The rows with the marks that the sentence went without, each hanging on the word that it stands beside."""
    whole: list[tuple[int, Row | None, HeadlineWord | None]] = [
        *((row[0], row, None) for row in rows),
        *((mark.start, None, mark) for mark in marks),
    ]
    whole.sort(key=lambda one: one[0])
    number = {at: n for n, (at, _, _) in enumerate(whole)}
    found: list[Row] = []
    for n, (start, row, mark) in enumerate(whole):
        if row is not None:
            found.append((*row[:6], number[rows[row[6]][0]], row[7]))
        elif mark is not None:
            opens = n + 1 < len(whole) and whole[n + 1][0] == mark.end
            beside = n + 1 if opens or not n else n - 1
            found.append(
                (
                    start,
                    mark.original,
                    mark.original,
                    "PUNCT",
                    "``" if opens else "''",
                    "punct",
                    beside,
                    PUNCTUATION,
                )
            )
    return found


def unparsed(words: Sequence[HeadlineWord]) -> Columns:
    """Words that the parser cuts in a way that cannot be led back: no grammar, one word the root."""
    size = len(words)
    return Columns(
        "",
        [word.start for word in words],
        [word.original for word in words],
        [word.lower for word in words],
        ["X"] * size,
        ["XX"] * size,
        ["ROOT", *["dep"] * (size - 1)],
        [0] * size,
        [0] * size,
    )


def _found(place: tuple[int, str] | str | None) -> tuple[int, str]:
    assert isinstance(place, tuple)
    return place


def _predicates(parse: Parse, kept: dict[int, int]) -> dict[int, int]:
    """For each word that was put in and has words below it, the one that takes its place: what it says of its subject."""
    instead = {}
    for token in parse:
        if token.i not in kept and token.dep == "ROOT":
            predicate = next((c for c in token.children if c.dep in _PREDICATES and c.i > token.i), None)
            if predicate is not None:
                instead[token.i] = predicate.i
    return instead


def _place(reading: HeadlineReading, token: Token) -> tuple[int, str] | str | None:
    """Offset and text of a token in the headline; None where it was put in, empty where it cannot be led back."""
    pieces = list(_pieces_of(reading, token))
    words = [piece.word for piece, _ in pieces if piece.word is not None]
    if not pieces or (words and len(words) < len(pieces)):
        return ""
    if not words:
        return None
    if len(words) > 1:
        joined = all(one.end == other.start for one, other in pairwise(words))
        whole = all(len(piece.text) == length for piece, length in pieces)
        return (words[0].start, "".join(word.original for word in words)) if joined and whole else ""
    (piece, length), word = pieces[0], words[0]
    if length == len(piece.text):
        return word.start, word.original
    inside = token.idx - reading.starts[reading.pieces.index(piece)]
    return word.start + inside, word.original[inside : inside + length]


def _pieces_of(reading: HeadlineReading, token: Token) -> Iterator[tuple[Piece, int]]:
    """The pieces that a token holds characters of, each with their number."""
    end = token.idx + len(token.text)
    for start, piece in zip(reading.starts, reading.pieces, strict=True):
        first, last = max(start, token.idx), min(start + len(piece.text), end)
        if first < last:
            yield piece, last - first


def _tag(token: Token, reading: HeadlineReading) -> str:
    """The tag of a word as it stands in the headline: the present that stood for "will" is finite again."""
    if token.idx == reading.verb_start:
        return {"present": "VBZ", "past": "VBD"}.get(reading.kind, token.tag)
    if reading.kind == "present" and token.idx in reading.starts:
        piece = reading.pieces[reading.starts.index(token.idx)]
        if piece.word is not None and piece.text.lower() != piece.word.lower and piece.word.is_word:
            return "VBZ"
    return token.tag
