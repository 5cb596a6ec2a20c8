"""Running a model: what comes out is what spaCy's own pipeline gives, whatever else is parsed beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import spacy

from framing.example import folder
from framing.lexicon import load
from framing.read import read
from framing.records.errors import FramingError
from framing.text.parse import Columns
from framing.text.sentences import plain
from framing.text.spacy_adapter import MODELS, load_model
from framing.text.spacy_adapter.decoder import Decoder
from framing.text.spacy_adapter.encoder import Encoder
from tests.conftest import SEEDS

ODD = (
    "",
    "No.",
    "\n\n  Two  blanks – here. \t",
    "What did the mayor say he thought they had wanted to buy?",
    "There's a gate; there are gates: let's go, y'all ain't gonna stay.",
    "A) one b) two (c) three ... :-) http://example.org/a?b=c#d @someone #tag 3.5km/h £4m-£5m",
    "She left. He stayed! Who? “Nobody,” they said: ‘Go on.’ The end",
    "the " * 400,
    "word-" * 200 + "end",
    "🙂 naïve café Łódź — “çedilla” …",
)


@pytest.fixture(scope="module")
def whole() -> spacy.language.Language:
    name = next(name for name in MODELS if spacy.util.is_package(name))
    return spacy.load(name, exclude=("ner",))


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    """The paragraphs of the seeds and of the example event, and odd texts."""
    articles = read([SEEDS, folder()], lexicons=load()).articles
    texts = [a.text[start:end] for a in articles for _, pieces in a.kept() for start, end in pieces]
    return [*map(plain, texts), *ODD]


def columns_of(doc: Any) -> Sequence[tuple[Any, ...]]:
    return [(t.idx, t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i) for t in doc]


def rows(columns: Columns) -> Sequence[tuple[Any, ...]]:
    return list(zip(*columns[1:8], strict=True))


def test_parses_are_those_of_the_whole_pipeline(
    paragraphs: list[str], whole: spacy.language.Language
) -> None:
    theirs = [columns_of(doc) for doc in whole.pipe(paragraphs)]
    ours = list(load_model().parses(paragraphs))
    assert [columns.text for columns in ours] == paragraphs
    assert [rows(columns) for columns in ours] == theirs


def test_sentences_are_those_of_the_sentence_cutter(
    paragraphs: list[str], whole: spacy.language.Language
) -> None:
    senter: Any = whole.get_pipe("senter")
    docs = senter.pipe(map(whole.make_doc, paragraphs))
    theirs = [[(s.start_char, s.end_char) for s in doc.sents] for doc in docs]
    assert list(load_model().sentence_bounds(paragraphs)) == theirs


def test_a_parse_does_not_depend_on_the_sentences_beside_it(paragraphs: list[str]) -> None:
    model = load_model()
    together = list(model.parses(paragraphs))
    alone = [next(model.parses([text])) for text in paragraphs[::7]]
    assert together[::7] == alone


def test_a_model_of_another_make_is_refused(whole: spacy.language.Language) -> None:
    parser: Any = whole.get_pipe("parser")
    tagger: Any = whole.get_pipe("tagger")
    with pytest.raises(FramingError, match="otherwise than by convolution"):
        Encoder(tagger.model, whole.vocab)
    parser.cfg["beam_width"] = 4
    try:
        with pytest.raises(FramingError, match="a parser of another make"):
            Decoder(parser)
    finally:
        parser.cfg["beam_width"] = 1
