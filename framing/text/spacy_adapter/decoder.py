"""The transition parser, many sentences at a time, in numpy with the model's own weights.

spaCy decides sentence by sentence which transition comes next (arc-eager with sentence breaks, Nivre 2008;
non-monotonic after Honnibal and Johnson 2015), and half of that time goes into the locks of a matrix library. Here a
step is taken in all sentences at once. The transitions, the conditions for each and the words that a decision looks
at are spaCy's; the result is that of its parser (a test compares them).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.text.spacy_adapter.encoder import LISTENER, Floats, product, unfit

Ints = NDArray[np.intp]
SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
_MOVES: Final = {"S": SHIFT, "D": REDUCE, "L": LEFT, "R": RIGHT, "B": BREAK}
ROOT: Final = "ROOT"
RAISED: Final = "||"
_LOOKED_AT: Final = 8
"""Words that a decision looks at: two of the buffer, three of the stack, and three children of these."""


class Arcs(NamedTuple):
    """The tree of a sentence: places of heads (a root is its own) and labels."""

    heads: list[int]
    labels: list[str]


class Decoder:
    """A model's transition parser.

    Raises FramingError where it is of another make.
    """

    def __init__(self, parser: Any) -> None:
        model = parser.model
        names = [parser.moves.get_class_name(at) for at in range(parser.moves.n_moves)]
        if (
            model.layers[0].layers[0].name != LISTENER
            or parser.cfg["beam_width"] != 1
            or not model.attrs["has_upper"]
            or model.attrs["unseen_classes"]
            or model.layers[1].get_dim("nF") != _LOOKED_AT
            or any("subtok" in name for name in names)
        ):
            raise unfit("has a parser of another make")
        self._moves = np.array([_MOVES[name[0]] for name in names])
        self._labels = [name.partition("-")[2] for name in names]
        reduce, lower, upper = model.layers[0].layers[-1], model.layers[1], model.layers[2]
        self._narrow: tuple[Floats, Floats] = (reduce.get_param("W"), reduce.get_param("b"))
        self._upper: tuple[Floats, Floats] = (upper.get_param("W"), upper.get_param("b"))
        self._hidden: int = lower.get_dim("nO")
        pieces: int = lower.get_dim("nP")
        units = self._hidden * pieces
        self._weights = _by_piece(lower.get_param("W")).reshape(_LOOKED_AT, units, -1)
        self._padding = _by_piece(lower.get_param("pad")[0]).reshape(_LOOKED_AT, units)
        self._bias = _by_piece(lower.get_param("b")[np.newaxis]).reshape(units)
        self._room: Floats = np.empty((_LOOKED_AT, 1, units), np.float32)

    def parsed(self, vectors: Floats, lengths: Sequence[int]) -> list[Arcs]:
        """The trees of sentences; `vectors` are those of all their tokens, `lengths` their numbers of tokens."""
        heads, classes = self._walked(self._features(vectors), np.array(lengths))
        found, first = [], 1
        for length in lengths:
            own = heads[first : first + length].tolist()
            labels = classes[first : first + length].tolist()
            found.append(
                Arcs(
                    [head - first if head else at for at, head in enumerate(own)],
                    [self._labels[of] if head else ROOT for of, head in zip(labels, own, strict=True)],
                )
            )
            first += length
        return found

    def _features(self, vectors: Floats) -> Floats:
        """What each token adds to a decision in each of the places looked at; token 0 is an empty place."""
        narrow = product(vectors, *self._narrow)
        if len(vectors) >= self._room.shape[1]:
            self._room = np.empty((_LOOKED_AT, len(vectors) + 1, self._weights.shape[1]), np.float32)
        features = self._room[:, : len(vectors) + 1]
        features[:, 0] = self._padding
        for place in range(_LOOKED_AT):
            product(narrow, self._weights[place], into=features[place, 1:])
        return features

    def _scores(self, features: Floats, looked_at: Sequence[Ints]) -> Floats:
        """The score of each transition in each sentence."""
        units = features[0].take(looked_at[0], axis=0)
        for place in range(1, _LOOKED_AT):
            units += features[place].take(looked_at[place], axis=0)
        units += self._bias
        best: Floats = units[:, : self._hidden]
        for first in range(self._hidden, units.shape[1], self._hidden):
            best = np.maximum(best, units[:, first : first + self._hidden])
        return product(best, *self._upper)

    def _walked(self, features: Floats, lengths: Ints) -> tuple[Ints, Ints]:
        """The head of each token, 0 where it has none, and the transition that made it its head."""
        state = _States(lengths)
        while len(state.depth):
            at = state.places()
            scores = self._scores(features, at.looked_at)
            scores += state.barred(at).take(self._moves, axis=1)
            chosen = scores.argmax(axis=1)
            state.take(self._moves[chosen], chosen, at)
        return state.heads, state.classes


def lowered(doc: Any, arcs: Arcs) -> Arcs:
    """The tree with crossing arcs where the parser raised one and left a mark ("dobj||xcomp"): by spaCy's own search."""
    if not any(RAISED in label for label in arcs.labels):
        return arcs
    from spacy.attrs import DEP, HEAD
    from spacy.pipeline._parser_internals.nonproj import deprojectivize

    heads = np.array(arcs.heads, np.int64) - np.arange(len(doc))
    labels = [doc.vocab.strings.add(label) for label in arcs.labels]
    doc.from_array([HEAD, DEP], np.stack([heads.astype(np.uint64), np.array(labels, np.uint64)], axis=1))
    deprojectivize(doc)
    return Arcs([token.head.i for token in doc], [token.dep_ for token in doc])


class _Places(NamedTuple):
    """What a decision looks at, in each sentence; token 0 is an empty place."""

    b0: Ints
    b1: Ints
    s0: Ints
    s1: Ints
    s2: Ints
    left_of_b0: Ints
    left_of_s0: Ints
    right_of_s0: Ints

    @property
    def looked_at(self) -> Sequence[Ints]:
        return self


class _States:
    """Stack, buffer and arcs of each sentence that is not finished; tokens of all sentences count from 1."""

    def __init__(self, lengths: Ints) -> None:
        tokens, rows, longest = int(lengths.sum()) + 1, len(lengths), int(lengths.max(initial=0))
        self.heads = np.zeros(tokens, np.intp)
        self.classes = np.zeros(tokens, np.intp)
        self._last_left = np.zeros(tokens, np.intp)
        self._last_right = np.zeros(tokens, np.intp)
        self._right_before = np.zeros(tokens, np.intp)
        self._put_back = np.zeros(tokens, np.bool_)
        self._starts = np.zeros(tokens + 1, np.bool_)
        width = longest + 4
        self._stack = np.zeros(rows * width, np.intp)
        self._returned = np.zeros(rows * width, np.intp)
        self._row = np.arange(rows) * width
        self.depth = np.zeros(rows, np.intp)
        self._n_returned = np.zeros(rows, np.intp)
        self._end = np.cumsum(lengths) + 1
        self._next = self._end - lengths
        self._keep(lengths > 0)

    def places(self) -> _Places:
        """The words that the next decision looks at."""
        top = self._row + self.depth
        s2, s1, s0 = (self._stack.take(top + up) for up in range(3))
        b0 = np.where(self._next < self._end, self._next, 0)
        b1 = np.where(self._next + 1 < self._end, self._next + 1, 0)
        if (again := np.flatnonzero(self._n_returned)).size:
            last = self._row[again] + self._n_returned[again] - 1
            b1[again] = np.where(self._n_returned[again] > 1, self._returned[last - 1], b0[again])
            b0[again] = self._returned[last]
        return _Places(
            b0,
            b1,
            s0,
            s1,
            s2,
            self._last_left.take(b0),
            self._last_left.take(s0),
            self._last_right.take(s0),
        )

    def barred(self, at: _Places) -> Floats:
        """Minus infinity for each kind of transition that is not allowed in a sentence, else 0."""
        some, more, begins = at.s0 > 0, at.b1 > 0, self._starts.take(at.b0)
        allowed = np.empty((len(some), len(_MOVES)), np.bool_)
        allowed[:, SHIFT] = ~some | (more & ~begins & ~self._put_back.take(at.b0))
        allowed[:, REDUCE] = some
        allowed[:, LEFT] = allowed[:, RIGHT] = some & (at.b0 > 0) & ~begins
        allowed[:, BREAK] = more & (at.b1 == at.b0 + 1) & ~self._starts.take(at.b1)
        return np.where(allowed, np.float32(0), np.float32(-np.inf))

    def take(self, moves: Ints, classes: Ints, at: _Places) -> None:
        """Take a transition of one kind and class in each sentence."""
        self._reduce(np.flatnonzero(moves == REDUCE), at.s0)
        left, right = np.flatnonzero(moves == LEFT), np.flatnonzero(moves == RIGHT)
        self._attach_left(at.s0[left], at.b0[left], classes[left])
        self.depth[left] -= 1
        self._attach_right(at.b0[right], at.s0[right], classes[right])
        self._push(np.flatnonzero((moves == SHIFT) | (moves == RIGHT)), at.b0)
        self._starts[at.b1[moves == BREAK]] = True
        unfinished = (self.depth > 0) | (self._next < self._end) | (self._n_returned > 0)
        if not unfinished.all():
            self._keep(unfinished)

    def _attach_left(self, child: Ints, head: Ints, classes: Ints) -> None:
        """Make the first word of the buffer the head of the top of the stack, in place of the head it may have."""
        before = self.heads[child]
        self._last_right[before] = np.where(before > 0, self._right_before[child], 0)
        self.heads[child] = head
        self.classes[child] = classes
        self._last_left[head] = child
        self._put_back[head] = False

    def _attach_right(self, child: Ints, head: Ints, classes: Ints) -> None:
        """Make the top of the stack the head of the first word of the buffer."""
        self.heads[child] = head
        self.classes[child] = classes
        self._right_before[child] = self._last_right[head]
        self._last_right[head] = child

    def _push(self, rows: Ints, b0: Ints) -> None:
        """Move the first word of the buffer onto the stack."""
        self._stack[self._row[rows] + self.depth[rows] + 3] = b0[rows]
        self.depth[rows] += 1
        again = self._n_returned[rows] > 0
        self._n_returned[rows[again]] -= 1
        self._next[rows[~again]] += 1

    def _reduce(self, rows: Ints, s0: Ints) -> None:
        """Take the top off the stack; a word without a head goes back to the buffer, unless it is the last."""
        back = rows[(self.heads[s0[rows]] == 0) & (self.depth[rows] > 1)]
        self._put_back[s0[back]] = True
        self._returned[self._row[back] + self._n_returned[back]] = s0[back]
        self._n_returned[back] += 1
        self.depth[rows] -= 1

    def _keep(self, rows: NDArray[np.bool_]) -> None:
        """Let go of the other sentences."""
        self._row, self.depth = self._row[rows], self.depth[rows]
        self._n_returned, self._end, self._next = self._n_returned[rows], self._end[rows], self._next[rows]


def _by_piece(parameter: Floats) -> Floats:
    """A maxout parameter of each place looked at, with all values of one piece together."""
    return np.ascontiguousarray(parameter.swapaxes(1, 2))
