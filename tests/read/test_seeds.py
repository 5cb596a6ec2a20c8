"""The seed pages against hand-marked boundaries."""

import json
from pathlib import Path

from framing.lexicon import Lexicons
from framing.read import read

ROOT = Path(__file__).resolve().parents[2]


def test_bodies_are_kept_and_boilerplate_is_marked(lexicons: Lexicons) -> None:
    gold = [
        json.loads(line)
        for line in (ROOT / "tests/gold/seeds/articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    articles = read([ROOT / "seeds"], lexicons=lexicons).articles
    assert len(articles) == len(gold)
    for article, expected in zip(articles, gold, strict=True):
        file = (ROOT / "seeds" / article.file).read_text(encoding="utf-8")
        assert article.file == expected["file"]
        assert article.title == (expected["title_text"] or "")
        assert article.summary == (
            file[expected["summary"][0] : expected["summary"][1]] if expected["summary"] else ""
        )
        boilerplate = {at for start, end, _ in expected["boilerplate"] for at in range(start, end)}
        body = set(range(expected["start"], expected["end"])) - boilerplate
        kept = {
            at
            for paragraph, pieces in article.kept()
            for piece in pieces
            if not (article.has_title and paragraph.start == 0)
            for at in range(
                (paragraph.file_start or 0) + piece.start - paragraph.start,
                (paragraph.file_start or 0) + piece.end - paragraph.start,
            )
        }
        solid = {at for at in range(len(file)) if not file[at].isspace()}
        assert kept & solid == body & solid


def test_labels_of_the_seeds(lexicons: Lexicons) -> None:
    reading = read([ROOT / "seeds"], lexicons=lexicons)
    assert [article.source for article in reading.articles] == [
        "Source 000",
        "Source 001",
        "Source 002",
        "Whec.com",
        "Ena.et",
        "Kvnutalk.com",
        "Npr.org",
        "Dw.com",
        "Source 004",
    ]
    assert len({article.event for article in reading.articles}) == 2
    assert (reading.skipped, reading.warnings) == ((), ())
