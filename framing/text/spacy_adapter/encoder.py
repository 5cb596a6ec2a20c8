"""The network that turns words into vectors of their context, run in numpy with the model's own weights.

A model's `tok2vec` embeds each word by itself and then mixes neighbours, layer upon layer. A word's embedding never
changes, so it is worked out once by the model's own layers and looked up from then on. The mixing is the same
arithmetic as in the model, with less copying. Rows are multiplied `LEAST_ROWS` at least, since a matrix of few rows
goes another way through the library and ends differently in the last digit: so what is found in a sentence does not
depend on the sentences beside it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.records.errors import FramingError

Floats = NDArray[np.float32]
Key = tuple[int, int, int]
"""What the embedding of a token depends on: its form, its norm, and whether a blank follows."""
LEAST_ROWS = 64
MOST_WORDS = 200_000
"""Embeddings that are kept; with a blank behind it and without one a word has two."""
LISTENER = "tok2vec-listener"
"""The layer by which a component works on the vectors of the pipeline's `tok2vec`."""
_MIXER = ["expand_window", "maxout", "layernorm", "dropout"]


def unfit(why: str) -> FramingError:
    """The error for a model that cannot be run here."""
    return FramingError(
        "the spaCy model", why, "choose one of spaCy's English models for CPUs, as en_core_web_lg"
    )


def product(
    rows: Floats, weights: Floats, bias: Floats | None = None, *, into: Floats | None = None
) -> Floats:
    """Rows times transposed weights, plus bias; the same for a row whatever rows stand beside it."""
    if len(rows) < LEAST_ROWS:
        few = np.zeros((LEAST_ROWS, rows.shape[1]), np.float32)
        few[: len(rows)] = rows
        result: Floats = (few @ weights.T)[: len(rows)]
        if into is not None:
            into[:] = result
    else:
        result = np.matmul(rows, weights.T, out=into)
    if bias is not None:
        result += bias
    return result


class Encoder:
    """The vectors of the tokens of texts.

    Raises FramingError where the model's `tok2vec` is none of window-mixing maxout layers over embeddings.
    """

    def __init__(self, tok2vec: Any, vocab: Any) -> None:
        try:
            self._embed, encode = tok2vec.layers
            leaves = [node for node in encode.walk(order="dfs_pre") if not node.layers]
            self._mixers = [_Mixer(*leaves[at : at + 3]) for at in range(0, len(leaves), len(_MIXER))]
            self._pad: int = encode.attrs["pad"]
        except (AttributeError, KeyError, TypeError, ValueError):
            leaves = []
        if not leaves or [leaf.name for leaf in leaves] != _MIXER * (len(leaves) // len(_MIXER)):
            raise unfit("encodes words otherwise than by convolution")
        self._vocab = vocab
        self._places: dict[Key | None, int] = {None: 0}
        self._table: Floats = np.zeros((1, tok2vec.get_dim("nO")), np.float32)

    def vectors(self, texts: Sequence[Sequence[Key]]) -> Floats:
        """The vectors of all tokens of some texts, one after the other."""
        if len(self._places) > MOST_WORDS:
            self._places = {None: 0}
        places, inside = self._padded(texts)
        rows = self._table[places]
        for mixer in self._mixers:
            rows += mixer.mixed(rows)
        return rows[inside]

    def _padded(self, texts: Sequence[Sequence[Key]]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the embedding of each token stands, with empty rows around each text; and which rows are tokens."""
        gap = (None,) * self._pad
        keys: list[Key | None] = [*gap]
        inside = []
        for of_text in texts:
            inside.append(np.arange(len(keys), len(keys) + len(of_text)))
            keys += of_text
            keys += gap
        places = list(map(self._places.get, keys))
        if None in places:
            self._learn({key for key in keys if key is not None and key not in self._places})
            places = list(map(self._places.get, keys))
        return np.array(places, np.intp), np.concatenate(inside)

    def _learn(self, new: Set[Key]) -> None:
        """Embed words that were not met before."""
        from spacy.tokens import Doc

        words, strings = sorted(new), self._vocab.strings
        filled = [*words, *words[:1] * (LEAST_ROWS - len(words))]
        doc = Doc(
            self._vocab,
            words=[strings[orth] for orth, _, _ in filled],
            spaces=[bool(blank) for _, _, blank in filled],
        )
        for token, (_, norm, _) in zip(doc, filled, strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        (vectors,) = self._embed.predict([doc])
        first = len(self._places)
        if first + len(words) > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table), vectors])
        self._table[first : first + len(words)] = vectors[: len(words)]
        self._places.update((key, first + at) for at, key in enumerate(words))


class _Mixer:
    """One layer: each row with its neighbours through a maxout unit, normalised."""

    def __init__(self, window: Any, maxout: Any, norm: Any) -> None:
        self._width: int = maxout.get_dim("nO")
        self._pieces: int = maxout.get_dim("nP")
        self._reach: int = window.attrs["window_size"]
        self._weights = _by_piece(maxout.get_param("W")).reshape(self._pieces * self._width, -1)
        self._bias = _by_piece(maxout.get_param("b")).reshape(-1)
        self._scale: Floats = norm.get_param("G")
        self._shift: Floats = norm.get_param("b")

    def mixed(self, rows: Floats) -> Floats:
        """The new rows."""
        pieces = product(self._windows(rows), self._weights, self._bias)
        width = self._width
        best: Floats = pieces[:, :width]
        for first in range(width, width * self._pieces, width):
            best = np.maximum(best, pieces[:, first : first + width])
        best -= best.mean(axis=1, keepdims=True)
        variance = np.square(best).sum(axis=1, keepdims=True)
        variance /= np.float32(width)
        variance += np.float32(1e-8)
        best *= variance ** np.float32(-0.5)
        best *= self._scale
        best += self._shift
        return best

    def _windows(self, rows: Floats) -> Floats:
        """Each row between its neighbours, zeros outside."""
        reach, width = self._reach, rows.shape[1]
        windows = np.zeros((len(rows), (2 * reach + 1) * width), np.float32)
        for offset in range(-reach, reach + 1):
            column = (offset + reach) * width
            target = windows[max(0, -offset) : len(rows) - max(0, offset), column : column + width]
            target[:] = rows[max(0, offset) : len(rows) + min(0, offset)]
        return windows


def _by_piece(parameter: Floats) -> Floats:
    """A maxout parameter with all values of one piece together."""
    return np.ascontiguousarray(parameter.swapaxes(0, 1))


class Classifier:
    """A model's softmax layer over the vectors of tokens: its tagger, or its sentence cutter."""

    def __init__(self, pipe: Any) -> None:
        layer = pipe.model.get_ref("softmax")
        self._weights: tuple[Floats, Floats] = (layer.get_param("W"), layer.get_param("b"))
        self._names: Sequence[str] = pipe.labels

    def classes(self, vectors: Floats) -> list[int]:
        """The number of the likeliest class of each token."""
        best: list[int] = product(vectors, *self._weights).argmax(axis=1).tolist()
        return best

    def labels(self, vectors: Floats) -> list[str]:
        """The name of the likeliest class of each token."""
        return [self._names[best] for best in self.classes(vectors)]
