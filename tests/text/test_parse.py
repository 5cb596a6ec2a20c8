"""The parse as our own record: what the model says, token for token, and nothing that can be changed."""

from __future__ import annotations

import pickle

import pytest
import spacy

from framing.text.parse import Parse, Token
from framing.text.spacy_adapter import MODELS, load_model, parse_of

SENTENCES = (
    "There's no one left, he said, and it ain't over.",
    "Y'all are gonna leave, the mayor told reporters on Friday.",
    "Twelve miners who had been trapped were killed, wounded or lost at 5 p.m.",
    "Let's go: the U.S. wants $1,200 and 40% of it.",
    "What the army called its largest raid has not been verified.",
    "Mayor, council (and voters) got better; the best of them didn't.",
    "  Two  blanks – here.",
    "",
)


@pytest.fixture(scope="module")
def whole() -> spacy.language.Language:
    name = next(name for name in MODELS if spacy.util.is_package(name))
    return spacy.load(name, exclude=("ner", "senter"))


@pytest.mark.parametrize("text", SENTENCES)
def test_a_parse_says_of_each_token_what_the_whole_pipeline_says(
    text: str, whole: spacy.language.Language
) -> None:
    ours, theirs = parse_of(text), whole(text)
    assert [
        (t.text, t.idx, t.lower, t.lemma, t.pos, t.tag, t.dep, t.head.i, t.is_punct, t.like_num, t.is_title)
        for t in ours
    ] == [
        (
            t.text,
            t.idx,
            t.lower_,
            t.lemma_,
            t.pos_,
            t.tag_,
            t.dep_,
            t.head.i,
            t.is_punct,
            t.like_num,
            t.is_title,
        )
        for t in theirs
    ]
    for a, b in zip(ours, theirs, strict=True):
        assert [t.i for t in a.subtree] == [t.i for t in b.subtree]
        assert [t.i for t in a.ancestors] == [t.i for t in b.ancestors]
        assert [t.i for t in a.conjuncts] == [t.i for t in b.conjuncts]
        assert (a.left_edge.i, a.right_edge.i) == (b.left_edge.i, b.right_edge.i)
        assert a.text_with_ws == b.text_with_ws


def test_a_parse_is_the_same_after_pickling_and_its_tokens_know_it() -> None:
    parse = parse_of("Shells that fell at noon hit the market.")
    again: Parse = pickle.loads(pickle.dumps(parse))
    assert again.columns() == parse.columns()
    token: Token = pickle.loads(pickle.dumps(parse[3]))
    assert (token.text, token.parse.text) == ("at", parse.text)


def test_neither_a_parse_nor_a_token_can_be_changed() -> None:
    parse = parse_of("Rain fell.")
    with pytest.raises(AttributeError, match="cannot be changed"):
        parse.text = "Snow fell."
    with pytest.raises(AttributeError, match="cannot be changed"):
        parse[0].head = parse[0]


def test_neighbours_end_with_the_sentence() -> None:
    parse = parse_of("Rain fell.")
    assert parse[0].nbor().text == "fell"
    for at, distance in ((0, -1), (2, 1)):
        with pytest.raises(IndexError):
            parse[at].nbor(distance)


def test_sentences_are_the_same_cut_alone_or_together() -> None:
    texts = [
        "One fell. Two rose.",
        "“Go,” she said. They went.",
        "No end",
        "A. B. Smith left at 5 p.m. It rained.",
    ]
    model = load_model()
    together = list(model.sentence_bounds(texts))
    assert together == [next(model.sentence_bounds([text])) for text in texts]
