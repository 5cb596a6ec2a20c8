"""Sentences: cut in the right places, numbered, and parsed only where an extractor needs it."""

from __future__ import annotations

import pytest

from framing.records.article import Article, Removed
from framing.records.errors import FramingError
from framing.text.headlines import HeadlineWords
from framing.text.parser import Parser
from framing.text.sentences import ParsedArticle
from framing.text.spacy_adapter import load_model
from tests.conftest import article_of


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(frozenset({"killed"}))


def parsed(parser: Parser, article: Article) -> ParsedArticle:
    (result,) = parser.parse([article])
    return result


def test_sentences_slice_to_their_text_and_are_numbered_from_1_in_title_and_body(parser: Parser) -> None:
    result = parsed(
        parser, article_of("Gen. Smith left at 5 p.m. The U.S. stayed.", "A last line.", title="Talks end")
    )
    assert [(s.region, s.paragraph, s.number, s.text) for s in result.sentences] == [
        ("title", 1, 1, "Talks end"),
        ("lead", 1, 1, "Gen. Smith left at 5 p.m."),
        ("lead", 1, 2, "The U.S. stayed."),
        ("body", 2, 3, "A last line."),
    ]
    for sentence in result.sentences:
        assert result.article.text[sentence.start : sentence.end] == sentence.text


def test_a_tag_in_lower_case_stays_with_its_quotation(parser: Parser) -> None:
    result = parsed(parser, article_of("“I don’t know!” he shouted. “Ask them.”"))
    assert [s.text for s in result.sentences] == ["“I don’t know!” he shouted.", "“Ask them.”"]


def test_a_title_before_a_name_ends_no_sentence() -> None:
    parser = Parser(frozenset(), headlines=HeadlineWords(titles=frozenset(["maj.", "lt.", "cpl."])))
    result = parsed(
        parser, article_of("Shells killed Maj. Ivo Brand. Lt. Mara Lind and Cpl. Jan Holm left. Rain fell.")
    )
    assert [s.text for s in result.sentences] == [
        "Shells killed Maj. Ivo Brand.",
        "Lt. Mara Lind and Cpl. Jan Holm left.",
        "Rain fell.",
    ]


def test_only_sentences_with_a_trigger_or_a_quotation_mark_are_parsed(parser: Parser) -> None:
    result = parsed(parser, article_of("Rain fell. Two men were killed. “Go,” she said."))
    assert [s.parse is not None for s in result.sentences] == [False, True, True]


def test_token_offsets_lead_back_into_the_article(parser: Parser) -> None:
    result = parsed(parser, article_of("Rain fell.", "On Monday “two men” were killed."))
    sentence = result.sentences[1]
    assert sentence.parse is not None
    for token in sentence.parse:
        start = sentence.start + token.idx
        assert len(result.article.text[start : start + len(token.text)]) == len(token.text)
    killed = [t for t in sentence.parse if t.text == "killed"]
    span = sentence.span_of(killed)
    assert result.article.text[span.start : span.end] == "killed"


def test_removed_text_is_in_no_sentence(parser: Parser) -> None:
    text = "LONDON — Two men were killed.\n\nSponsor Message"
    article = article_of(*text.split("\n\n"))
    cut = Article(
        article_id="cut",
        source="Test",
        text=text,
        file="cut.txt",
        sha256="",
        paragraphs=article.paragraphs,
        removed=(Removed(0, 9, "dateline"), Removed(31, 46, "sponsor")),
    )
    assert [s.text for s in parsed(parser, cut).sentences] == ["Two men were killed."]


def test_an_unknown_model_is_named_in_one_line() -> None:
    with pytest.raises(FramingError, match="xx_no_such_model: is not an installed spaCy model"):
        load_model("xx_no_such_model")


def test_a_sentence_that_is_far_too_long_is_not_parsed() -> None:
    long = article_of("The mayor " + "said that the clerk " * 1000 + "left.", title="Mayor said that " * 400)
    (one,) = Parser(frozenset({"said"})).parse([long])
    assert [sentence.parse for sentence in one.sentences] == [None, None]
