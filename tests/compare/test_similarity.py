"""Passages and the likeness of their wording."""

from __future__ import annotations

from framing import lexicon
from framing.compare.passages import SentencePassage, passages
from framing.compare.similarity import by_event, candidates, likeness, numbers, word_vectors
from framing.records.article import Article
from framing.text.parser import Parser
from tests.conftest import article_of

HARBOUR = (
    "The ferry Albatross ran aground off Skerry Point on Tuesday with 84 people on board.",
    "Divers found a crack in the hull.",
    "The mayor thanked the crew.",
)
RIVAL = (
    "With 84 people on board, the ferry Albatross was running aground off Skerry Point.",
    "Tourism is the island's main income.",
)


def passages_of(*articles: Article) -> list[SentencePassage]:
    return passages(Parser(frozenset()).parse(articles))


def test_every_kept_sentence_is_a_passage_with_its_place() -> None:
    article = article_of("Rain fell. The dam’s gates held.", title="Dam holds")
    found = passages_of(article)
    assert [(p.region, p.sentence, p.text) for p in found] == [
        ("title", 1, "Dam holds"),
        ("lead", 1, "Rain fell."),
        ("lead", 2, "The dam’s gates held."),
    ]
    assert found[2].words == ("the", "dam", "gates", "held")
    for passage in found:
        assert article.text[passage.start : passage.end] == passage.text
    assert [article.text[a:b] for a, b in found[2].places] == ["The", "dam’s", "gates", "held"]


def test_invisible_characters_do_not_change_the_words() -> None:
    article = article_of("Zel\u200bensk\u200dyy spoke.")
    (passage,) = passages_of(article)
    assert passage.words == ("zelenskyy", "spoke")
    assert article.text[slice(*passage.places[0])] == "Zel\u200bensk\u200dyy"


def test_candidates_are_of_different_articles_and_most_alike_where_wording_is_shared() -> None:
    found = passages_of(article_of(*HARBOUR, article_id="a"), article_of(*RIVAL, article_id="b"))
    pairs = list(candidates(found, word_vectors(found), 0.01))
    assert all(found[p.one].article_id != found[p.other].article_id and p.one < p.other for p in pairs)
    best = max(pairs, key=lambda pair: pair.cosine)
    assert (found[best.one].text, found[best.other].text) == (HARBOUR[0], RIVAL[0])
    assert best.cosine > 0.6


def test_blocks_do_not_change_the_candidates() -> None:
    found = passages_of(article_of(*HARBOUR, article_id="a"), article_of(*RIVAL, article_id="b"))
    vectors = word_vectors(found)
    assert list(candidates(found, vectors, 0.01, cells=1)) == list(candidates(found, vectors, 0.01))


def test_passages_without_words_have_no_candidates() -> None:
    found = passages_of(article_of("…", article_id="a"), article_of("!", article_id="b"))
    assert list(candidates(found, word_vectors(found), 0.01)) == []


def test_a_shared_number_raises_the_likeness_however_it_is_written() -> None:
    words = lexicon.load()
    one, other = numbers("A dozen boats sank.", words), numbers("At least 12 boats sank.", words)
    assert likeness(0.5, one, other) > likeness(0.5, one, frozenset()) == 0.5


def test_articles_without_an_event_belong_together() -> None:
    found = passages_of(article_of("Rain fell.", article_id="a"), article_of("Snow fell.", article_id="b"))
    assert {event: len(group) for event, group in by_event(found).items()} == {"": 2}
