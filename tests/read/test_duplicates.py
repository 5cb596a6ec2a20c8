"""Copies are flagged, not dropped; different reports of one event are not."""

import random
import time
from pathlib import Path

from framing.lexicon import Lexicons
from framing.read import read
from framing.read.cleaning.duplicates import flag_duplicates
from framing.records.article import Article
from tests.conftest import SEEDS, article_of

WORDS = [f"word{number}" for number in range(2_000)]


def text_of(seed: int, words: int = 200) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(words)) + "."


def changed(text: str, every: int) -> str:
    return " ".join("other" if at % every == 0 else word for at, word in enumerate(text.split(), 1))


def article(name: str, text: str) -> Article:
    return article_of(text, article_id=name, source=name.upper())


def test_the_same_and_nearly_the_same_text_are_flagged() -> None:
    one = text_of(1)
    articles = [
        article("a", one),
        article("b", text_of(2)),
        article("c", one.upper()),
        article("d", changed(one, 30)),
    ]
    flagged, notes = flag_duplicates(articles)
    assert [found.duplicate_of for found in flagged] == ["", "", "a", "a"]
    assert "c (C) and a (A) have the same text" in notes[0]
    assert "d (D) and a (A) have nearly the same text" in notes[1]


def test_a_shared_passage_makes_no_copy() -> None:
    shared = text_of(3, 80)
    flagged, _ = flag_duplicates(
        [article("a", f"{shared} {text_of(4)}"), article("b", f"{text_of(5)} {shared}")]
    )
    assert [found.duplicate_of for found in flagged] == ["", ""]


def test_reports_of_one_event_are_no_copies(lexicons: Lexicons) -> None:
    reading = read([SEEDS], lexicons=lexicons)
    assert all(not found.duplicate_of for found in reading.articles)


def test_short_texts_are_compared_as_wholes() -> None:
    flagged, _ = flag_duplicates(
        [article("a", "Pier shut."), article("b", "Pier open."), article("c", "Pier shut!")]
    )
    assert [found.duplicate_of for found in flagged] == ["", "", "a"]


def test_many_articles_and_many_copies_take_linear_time() -> None:
    articles = [article(f"n{number}", text_of(number % 1_000, 60)) for number in range(3_000)]
    start = time.process_time()
    flagged, notes = flag_duplicates(articles)
    assert time.process_time() - start < 10
    assert sum(bool(found.duplicate_of) for found in flagged) == 2_000
    assert len(notes) < 10


def test_one_text_under_two_names_in_a_folder(tmp_path: Path, lexicons: Lexicons) -> None:
    body = "The harbour authority closed the northern pier on Monday, officials said. " * 5
    for name in ("courier", "radio"):
        (tmp_path / f"{name}.txt").write_text(f"{name} on the pier\n\n{body}", encoding="utf-8")
    first, second = read([tmp_path], lexicons=lexicons).articles
    assert (first.duplicate_of, second.duplicate_of) == ("", "courier")
