"""A parse as bytes for the spool: three columns of two bytes a token, five of one, and the lemmas that are no form of their word.

The text itself is not among the bytes; labels stand as numbers of a list that the spool keeps. What is read is checked
against the text it is for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np

from framing.text.parse import Columns

LONGEST: Final = 65_535
"""Characters of a text whose parse is kept; offsets are kept in two bytes."""
MOST_LABELS: Final = 255
FLAGS: Final = 64
_SEPARATOR: Final = "\x1f"
_AS_WRITTEN, _IN_LOWER_CASE, _OTHER = range(3)
_HEAD: Final = 2
_LARGE, _SMALL = 3, 5


class _Stored(NamedTuple):
    """The columns as they are stored: numbers, a row a column, and the lemmas of their own."""

    places: np.ndarray
    small: np.ndarray
    lemmas: bytes


def labels_of(parse: Columns) -> set[str]:
    """The labels that must have a number before a parse can be packed."""
    return {*parse.pos, *parse.tags, *parse.deps}


def packed_parse(parse: Columns, numbers: Mapping[str, int]) -> bytes | None:
    """A parse as bytes; None where it is too long, has too many labels or a lemma that holds the separator."""
    if len(parse.text) > LONGEST or len(numbers) > MOST_LABELS:
        return None
    kinds = list(map(_kind, parse.words, parse.lemmas))
    other = [lemma for lemma, kind in zip(parse.lemmas, kinds, strict=True) if kind == _OTHER]
    if any(_SEPARATOR in lemma for lemma in other):
        return None
    labels = ([numbers[label] for label in part] for part in (parse.pos, parse.tags, parse.deps))
    places = np.array([parse.starts, list(map(len, parse.words)), parse.heads], "<u2")
    small = np.array([parse.flags, *labels, kinds], "u1")
    lemmas = _SEPARATOR.join(other).encode("utf-8", "surrogatepass")
    return len(kinds).to_bytes(_HEAD, "little") + places.tobytes() + small.tobytes() + lemmas


def highest_label(packed: bytes) -> int:
    """The highest number of a label among the bytes; raises ValueError where they are too few."""
    return int(_stored(packed).small[1:4].max(initial=0))


def unpacked_parse(text: str, packed: bytes, names: Sequence[str]) -> Columns:
    """The parse of a text; raises ValueError where the bytes are none of it."""
    stored = _stored(packed)
    starts, lengths, heads = stored.places.tolist()
    flags, pos, tags, deps, kinds = stored.small.tolist()
    words = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    if starts != sorted(starts) or list(map(len, words)) != lengths or 0 in lengths:
        raise ValueError("no parse of this text")
    if any(not 0 < number < len(names) for number in chain(pos, tags, deps)):
        raise ValueError("no labels of this spool")
    if max(heads, default=-1) >= len(words) or max(flags, default=0) >= FLAGS:
        raise ValueError("no tree")
    other = iter(stored.lemmas.decode("utf-8", "surrogatepass").split(_SEPARATOR))
    return Columns(
        text,
        starts,
        words,
        [
            _lemma(word, kind, next(other, "") if kind == _OTHER else "")
            for word, kind in zip(words, kinds, strict=True)
        ],
        [names[number] for number in pos],
        [names[number] for number in tags],
        [names[number] for number in deps],
        heads,
        flags,
    )


def _kind(word: str, lemma: str) -> int:
    """How a lemma is stored: as the word is written, as the word in lower case, or by itself."""
    if lemma == word:
        return _AS_WRITTEN
    return _IN_LOWER_CASE if lemma == word.lower() else _OTHER


def _lemma(word: str, kind: int, other: str) -> str:
    if kind == _AS_WRITTEN:
        return word
    return word.lower() if kind == _IN_LOWER_CASE else other


def _stored(packed: bytes) -> _Stored:
    count = int.from_bytes(packed[:_HEAD], "little")
    end = _HEAD + 2 * _LARGE * count
    return _Stored(
        np.frombuffer(packed, "<u2", _LARGE * count, _HEAD).reshape(_LARGE, count),
        np.frombuffer(packed, "u1", _SMALL * count, end).reshape(_SMALL, count),
        packed[end + _SMALL * count :],
    )
