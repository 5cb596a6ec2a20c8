"""What a model's attribute ruler and lemmatizer say of tokens, looked up.

They cost more than half of what the parser does, although what they say depends on a few facts of a token only; so it
is worked out once for each combination of these facts, by the model's own components, and remembered. The result is
that of the whole pipeline, token for token (a test compares them).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from framing.text.parse import ALPHABETIC, CURRENCY, NUMBER, PUNCTUATION, SPACE, TITLE, Columns
from framing.text.spacy_adapter.decoder import Arcs
from framing.text.spacy_adapter.encoder import Key

MOST_REMEMBERED = 500_000
"""Forms with tag and label whose lemma and part of speech are kept."""


class Tokens(NamedTuple):
    """A text in tokens: the document, and of each token what its embedding depends on and its offset."""

    text: str
    doc: Any
    keys: Sequence[Key]
    starts: Sequence[int]


class _Ruled(NamedTuple):
    """What the attribute ruler makes of a token: `lemma` is 0 where it sets none."""

    pos: int
    morph: int
    lemma: int


class _Facts(NamedTuple):
    """What the ruler's patterns ask of a token; `form` is one and the same for all words that none of them names."""

    tag: str
    dep: str
    form: str


class _Word(NamedTuple):
    """A token's part of a parse: `opens` says that a pattern of several tokens may begin here."""

    text: str
    lemma: str
    pos: str
    flags: int
    facts: _Facts
    opens: bool


class WordTable:
    """Words, lemmas and parts of speech of tokens, by form, tag and dependency label."""

    def __init__(self, pipeline: Any) -> None:
        from spacy.parts_of_speech import NAMES

        self._pos: dict[int, str] = NAMES
        self._vocab = pipeline.vocab
        self._strings = pipeline.vocab.strings
        self._ruler = pipeline.get_pipe("attribute_ruler") if pipeline.has_pipe("attribute_ruler") else None
        self._lemmatizer = (
            _quick(pipeline.get_pipe("lemmatizer")) if pipeline.has_pipe("lemmatizer") else None
        )
        patterns = [p for entry in (self._ruler.patterns if self._ruler else ()) for p in entry["patterns"]]
        self._firsts = [p[0] for p in patterns if len(p) > 1]
        self._reach = max(map(len, patterns), default=1)
        self._named = {
            form for pattern in patterns for token in pattern for form in _listed(token.get("LOWER"))
        }
        self._shapes = [
            re.compile(token["LOWER"]["REGEX"])
            for pattern in patterns
            for token in pattern
            if isinstance(token.get("LOWER"), dict) and "REGEX" in token["LOWER"]
        ]
        self._words: dict[tuple[int, str, str], _Word] = {}
        self._ruled: dict[tuple[_Facts, ...], list[_Ruled]] = {}
        self._lemmas: dict[tuple[int, int, int], str] = {}
        self._forms: dict[int, tuple[str, str, int]] = {}

    def columns(self, tokens: Tokens, tags: Sequence[str], arcs: Arcs) -> Columns:
        """A tagged and parsed text as columns, with what ruler and lemmatizer would have set."""
        if len(self._words) > MOST_REMEMBERED:
            self._words.clear()
        facts = [(key[0], tag, dep) for key, tag, dep in zip(tokens.keys, tags, arcs.labels, strict=True)]
        words = [self._words.get(fact) or self._word(tokens.doc, at, fact) for at, fact in enumerate(facts)]
        for first, last in self._opened(words):
            ruled = self._by_ruler(tuple(word.facts for word in words[first:last]))
            for at, one in zip(range(first, last), ruled, strict=True):
                lemma = self._lemma(tokens.doc, at, tokens.keys[at][0], one)
                words[at] = words[at]._replace(lemma=lemma, pos=self._pos[one.pos])
        return Columns(
            tokens.text,
            tokens.starts,
            [word.text for word in words],
            [word.lemma for word in words],
            [word.pos for word in words],
            tags,
            arcs.labels,
            arcs.heads,
            [word.flags for word in words],
        )

    def _word(self, doc: Any, at: int, fact: tuple[int, str, str]) -> _Word:
        """A token by itself."""
        orth, tag, dep = fact
        text, form, flags = self._forms.get(orth) or self._form(orth)
        facts = _Facts(tag, dep, form)
        (ruled,) = self._by_ruler((facts,))
        opens = any(_meets(first, facts) for first in self._firsts)
        lemma = self._lemma(doc, at, orth, ruled)
        self._words[fact] = _Word(text, lemma, self._pos[ruled.pos], flags, facts, opens)
        return self._words[fact]

    def _opened(self, words: Sequence[_Word]) -> list[tuple[int, int]]:
        """The stretches of a sentence in which patterns of several tokens may match."""
        stretches: list[tuple[int, int]] = []
        for at, word in enumerate(words):
            if word.opens:
                last = min(at + self._reach, len(words))
                first = stretches.pop()[0] if stretches and at < stretches[-1][1] else at
                stretches.append((first, last))
        return stretches

    def _form(self, orth: int) -> tuple[str, str, int]:
        """A word, the form of it that the ruler's patterns tell apart, and its flags."""
        lexeme = self._vocab[orth]
        text, lower = lexeme.text, lexeme.lower_
        told = lower in self._named or lexeme.is_space or any(shape.search(lower) for shape in self._shapes)
        flags = (
            PUNCTUATION * lexeme.is_punct
            | SPACE * lexeme.is_space
            | ALPHABETIC * lexeme.is_alpha
            | TITLE * lexeme.is_title
            | NUMBER * lexeme.like_num
            | CURRENCY * lexeme.is_currency
        )
        self._forms[orth] = text, lower if told else "x", flags
        return self._forms[orth]

    def _by_ruler(self, facts: tuple[_Facts, ...]) -> Sequence[_Ruled]:
        """The ruler's answer for tokens side by side."""
        from spacy.tokens import Doc

        if facts not in self._ruled:
            doc: Any = Doc(
                self._vocab,
                words=[one.form for one in facts],
                tags=[one.tag for one in facts],
                deps=[one.dep for one in facts],
                heads=[0] * len(facts),
            )
            if self._ruler is not None:
                doc = self._ruler(doc)
            self._ruled[facts] = [_Ruled(token.pos, token.morph.key, token.lemma) for token in doc]
        return self._ruled[facts]

    def _lemma(self, doc: Any, at: int, orth: int, ruled: _Ruled) -> str:
        """The lemma of a token: the ruler's, else the lemmatizer's, which depends on form, pos and morphology only."""
        if ruled.lemma:
            return str(self._strings[ruled.lemma])
        key = (orth, ruled.pos, ruled.morph)
        if key not in self._lemmas:
            token = doc[at]
            token.pos = ruled.pos
            token.set_morph(ruled.morph)
            self._lemmas[key] = self._lemmatizer.lemmatize(token)[0] if self._lemmatizer else str(token.text)
        return self._lemmas[key]


def _quick(lemmatizer: Any) -> Any:
    """The lemmatizer with its lists of known words as sets: it looks every form up in them."""
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for pos in list(table):
            table[pos] = frozenset(table[pos])
    return lemmatizer


def _listed(condition: Any) -> Sequence[str]:
    """The forms that a pattern's condition names."""
    if isinstance(condition, str):
        return (condition,)
    return condition.get("IN", ()) if isinstance(condition, dict) else ()


def _meets(pattern: dict[str, Any], facts: _Facts) -> bool:
    """Whether a token meets the pattern of one token, by tag, dependency and lower-case form."""
    values = {"TAG": facts.tag, "DEP": facts.dep, "LOWER": facts.form}
    for name, condition in pattern.items():
        value = values[name]
        if isinstance(condition, str):
            met = value == condition
        elif "REGEX" in condition:
            met = re.search(condition["REGEX"], value) is not None
        else:
            met = value in condition.get("IN", (value,)) and value not in condition.get("NOT_IN", ())
        if not met:
            return False
    return True


class FormTable:
    """Which word a form may be of, by the lists that the model's lemmatizer brings."""

    def __init__(self, pipeline: Any) -> None:
        lookups = pipeline.get_pipe("lemmatizer").lookups if pipeline.has_pipe("lemmatizer") else None
        tables = ("lemma_index", "lemma_exc", "lemma_rules")
        self._index, self._irregular, self._rules = (
            {kind: lookups.get_table(name).get(kind, {}) for kind in ("verb", "noun", "adj")}
            if lookups
            else {}
            for name in tables
        )
        self._index = {kind: frozenset(words) for kind, words in self._index.items()}

    def lemma(self, form: str, kind: str) -> str | None:
        """The word of a kind that a lower-case form is of, None where it is of none."""
        if form in self._index.get(kind, ()):
            return form
        for lemma in self._irregular.get(kind, {}).get(form, ()):
            return str(lemma)
        for ending, replacement in self._rules.get(kind, ()):
            if form.endswith(ending):
                lemma = form[: len(form) - len(ending)] + replacement
                if lemma in self._index[kind]:
                    return str(lemma)
        return None

    def is_irregular(self, form: str, kind: str) -> bool:
        return form in self._irregular.get(kind, {})
