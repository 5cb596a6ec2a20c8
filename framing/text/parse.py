"""The parse of a sentence: a small record of our own, whatever parser made it.

A `Parse` is a tuple of `Token`s that know their heads and children. It is light, it cannot be changed, it can be
pickled, and a walk over it makes no objects. Labels of parts of speech are those of Universal Dependencies
(`pos`) and of the Penn Treebank (`tag`); dependency labels are those of ClearNLP, as the English models give them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, overload

MOST_ANCESTORS: Final = 1000
"""Steps upwards after which a parse is taken to be broken."""
PUNCTUATION: Final = 1
SPACE: Final = 2
ALPHABETIC: Final = 4
TITLE: Final = 8
NUMBER: Final = 16
CURRENCY: Final = 32


class Token:
    """One word or mark of a sentence.

    `i` is its place among the tokens, `idx` its offset in the sentence, `lower` and `lemma` its lower-case form
    and its lemma; `pos`, `tag` and `dep` are labels; the `head` of a root is the root itself. `children` are in
    text order.
    """

    __slots__ = (
        "children",
        "dep",
        "flags",
        "head",
        "i",
        "idx",
        "left_edge",
        "lemma",
        "lower",
        "parse",
        "pos",
        "right_edge",
        "size",
        "tag",
        "text",
    )

    parse: Parse
    i: int
    idx: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    flags: int
    head: Token
    children: tuple[Token, ...]
    left_edge: Token
    """The first token of all that hangs on this one."""
    right_edge: Token
    """The last token of all that hangs on this one."""
    size: int
    """How many tokens hang on this one, itself included."""

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a token cannot be changed: {name}")

    def __repr__(self) -> str:
        return f"<{self.text} {self.i} {self.tag} {self.dep}>"

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return _token_of, (self.parse, self.i)

    @property
    def is_punct(self) -> bool:
        return bool(self.flags & PUNCTUATION)

    @property
    def is_space(self) -> bool:
        return bool(self.flags & SPACE)

    @property
    def is_alpha(self) -> bool:
        return bool(self.flags & ALPHABETIC)

    @property
    def is_title(self) -> bool:
        """Whether the word begins in upper case and goes on in lower case."""
        return bool(self.flags & TITLE)

    @property
    def like_num(self) -> bool:
        """Whether the word is a number in digits or in letters."""
        return bool(self.flags & NUMBER)

    @property
    def is_currency(self) -> bool:
        return bool(self.flags & CURRENCY)

    @property
    def lefts(self) -> tuple[Token, ...]:
        """The children before the token."""
        return tuple(c for c in self.children if c.i < self.i)

    @property
    def rights(self) -> tuple[Token, ...]:
        """The children behind the token."""
        return tuple(c for c in self.children if c.i > self.i)

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, children before it first: in text order, where no branches cross."""
        first, last = self.left_edge.i, self.right_edge.i
        if self.size == last - first + 1:
            return iter(self.parse.tokens[first : last + 1])
        return self._walked()

    def _walked(self) -> Iterator[Token]:
        """The subtree of a token between whose own words others stand."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above, the nearest first."""
        at = self
        for _ in range(MOST_ANCESTORS):
            if at.head is at:
                return
            at = at.head
            yield at

    @property
    def root(self) -> Token:
        """The top of the clauses that the token stands in."""
        at = self
        for above in self.ancestors:
            at = above
        return at

    @property
    def same_root(self) -> tuple[Token, ...]:
        """All tokens below the same root, in text order: a text of several sentences may be parsed as one."""
        root = self.root
        return tuple(t for t in self.parse.tokens if t.root is root)

    @property
    def text_with_ws(self) -> str:
        """The token with the blank behind it, where one stands there."""
        end = self.idx + len(self.text)
        return self.text + (" " if self.parse.text[end : end + 1] == " " else "")

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens that it is coordinated with, the first of them first."""
        first = self
        while first.head is not first and first.dep == "conj":
            first = first.head
        found = [first]
        for one in found:
            found.extend(c for c in one.children if c.i > one.i and c.dep == "conj")
        return tuple(one for one in found if one is not self)

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places behind, or before where `distance` is negative; raises IndexError outside."""
        at = self.i + distance
        if at < 0:
            raise IndexError(f"no token {distance} from {self!r}")
        return self.parse.tokens[at]


class _OpenToken(Token):
    """A token while its parse is built; the same slots, so that it becomes a `Token` in place."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment]


class Columns(NamedTuple):
    """A parse as plain data: a value a token in each column, `heads` as places among the tokens."""

    text: str
    starts: Sequence[int]
    words: Sequence[str]
    lemmas: Sequence[str]
    pos: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    flags: Sequence[int]


class Parse(Sequence[Token]):
    """A parsed sentence: its tokens in text order.

    >>> from framing.text.spacy_adapter import parse_of
    >>> sentence = parse_of("Shells hit the old market.")
    >>> [(t.text, t.dep, t.head.text) for t in sentence if t.dep == "dobj"]
    [('market', 'dobj', 'hit')]
    """

    __slots__ = ("memo", "text", "tokens")

    text: str
    tokens: tuple[Token, ...]
    memo: dict[Any, Any]
    """What has been worked out of this parse, by whoever works it out; never part of the record."""

    def __init__(self, columns: Columns) -> None:
        put = object.__setattr__
        put(self, "text", columns.text)
        put(self, "tokens", _built(self, columns))
        put(self, "memo", {})

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a parse cannot be changed: {name}")

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        return self.tokens[at]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __repr__(self) -> str:
        return f"<Parse {self.text!r}>"

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __reduce__(self) -> tuple[Any, ...]:
        return Parse, (self.columns(),)

    def text_of(self, first: Token, last: Token) -> str:
        """The characters from one token to another, both included."""
        return self.text[first.idx : last.idx + len(last.text)]

    def columns(self) -> Columns:
        """The parse as plain data, from which it can be made again.

        >>> from framing.text.spacy_adapter import parse_of
        >>> Parse(parse_of("It rains.").columns()).tokens[1].dep
        'ROOT'
        """
        return Columns(
            self.text,
            [t.idx for t in self.tokens],
            [t.text for t in self.tokens],
            [t.lemma for t in self.tokens],
            [t.pos for t in self.tokens],
            [t.tag for t in self.tokens],
            [t.dep for t in self.tokens],
            [t.head.i for t in self.tokens],
            [t.flags for t in self.tokens],
        )


def _token_of(parse: Parse, i: int) -> Token:
    return parse.tokens[i]


def _built(parse: Parse, columns: Columns) -> tuple[Token, ...]:
    """The tokens of a parse with heads, children and edges."""
    tokens = [_OpenToken() for _ in columns.words]
    below: list[list[Token]] = [[] for _ in tokens]
    rows = zip(tokens, *columns[1:], strict=True)
    for i, (token, idx, word, lemma, pos, tag, dep, head, flags) in enumerate(rows):
        token.parse = parse
        token.i = i
        token.idx = idx
        token.text = word
        token.lower = word.lower()
        token.lemma = lemma
        token.pos = pos
        token.tag = tag
        token.dep = dep
        token.flags = flags
        token.head = tokens[head]
        if head != i:
            below[head].append(token)
    for token, children in zip(tokens, below, strict=True):
        token.children = tuple(children)
        token.left_edge = token.right_edge = token
        token.size = 1
    _set_edges(tokens)
    _set_sizes(tokens)
    for token in tokens:
        token.__class__ = Token  # type: ignore[assignment]
    return tuple(tokens)


def _set_edges(tokens: Sequence[Token]) -> None:
    """Each token's first and last token of all that hangs on it: told upwards, from the lowest tokens on."""
    for token in tokens:
        left = right = token
        at = token
        for _ in range(len(tokens)):
            above = at.head
            if above is at:
                break
            changed = False
            if above.left_edge.i > left.i:
                above.left_edge, changed = left, True
            if above.right_edge.i < right.i:
                above.right_edge, changed = right, True
            if not changed:
                break
            at = above


def _set_sizes(tokens: Sequence[Token]) -> None:
    """How many tokens hang on each: told upwards once all below a token have told it."""
    untold = [len(token.children) for token in tokens]
    told = [token for token in tokens if not token.children]
    for token in told:
        above = token.head
        if above is not token:
            above.size += token.size
            untold[above.i] -= 1
            if not untold[above.i]:
                told.append(above)
