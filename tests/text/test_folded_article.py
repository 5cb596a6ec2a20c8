"""Invisible characters, ligatures, split accents and broken lines change no row; offsets are those of the text as it is."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.pipeline import Options, features
from framing.records.article import Article, Paragraph, Span
from framing.text.folded_article import folded_article

PLAIN = """Two dockers die at Eastport pier

Two dockers died when a crane fell on the pier in Eastport, the port authority confirmed on Tuesday. Officials said officers had found no attack on the office.

“We were not told,” said Ana Petrović, a nurse. The ministry denied that 14 people were hurt."""
INVISIBLE = "\u00ad\u200b\u2060\u202a\ufeff"


def rows(folder: Path, text: str) -> list[tuple[Any, ...]]:
    """All rows of a text without their offsets."""
    (folder / "page.txt").write_text(text, encoding="utf-8")
    results = features([folder / "page.txt"], Options(spool=False))
    return [
        (family, *(getattr(m, f.name) for f in fields(m) if not is_place(f.name, getattr(m, f.name))))
        for family, found in results.mentions.items()
        for m in found
    ]


def is_place(name: str, value: object) -> bool:
    spans = isinstance(value, tuple) and all(isinstance(one, Span) for one in value)
    return (
        spans
        or isinstance(value, Span)
        or name.endswith(("start", "end"))
        or name in ("mention_id", "attribution_id")
    )


@pytest.fixture(scope="module")
def plain_rows(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, ...]]:
    return rows(tmp_path_factory.mktemp("plain"), PLAIN)


@pytest.mark.parametrize(
    "changed",
    [
        PLAIN.replace("confirmed", "con\ufb01rmed").replace("officers", "o\ufb03cers"),
        PLAIN.replace("attack", "at-\ntack").replace("office.", "of-\nfice."),
        PLAIN.replace("Petrović", "Petrovic\u0301"),
        PLAIN.replace("said", "sa\u00adid")
        .replace("Eastport", "East\u200bport")
        .replace("hurt", "\u202ahurt\u202c"),
    ],
)
def test_pairs_give_the_same_rows(tmp_path: Path, plain_rows: list[tuple[Any, ...]], changed: str) -> None:
    assert changed != PLAIN
    assert rows(tmp_path, changed) == plain_rows


@settings(max_examples=5, deadline=None)
@given(
    st.lists(st.tuples(st.integers(60, len(PLAIN) - 2), st.sampled_from(INVISIBLE)), min_size=1, max_size=8)
)
def test_invisible_characters_anywhere_inside_words_change_no_row(
    tmp_path_factory: pytest.TempPathFactory,
    plain_rows: list[tuple[Any, ...]],
    places: list[tuple[int, str]],
) -> None:
    text = PLAIN
    for at, character in sorted(places, reverse=True):
        if text[at - 1].isalpha() and text[at].isalpha():
            text = text[:at] + character + text[at:]
    assert rows(tmp_path_factory.mktemp("changed"), text) == plain_rows


def test_spans_are_carried_to_the_text_as_it_stands() -> None:
    text = "Pier shut\n\nThe con\ufb01rmed at-\ntack on a self-\nmade\npier."
    article = Article(
        article_id="x",
        source="x",
        text=text,
        file="x.txt",
        sha256="",
        title="Pier shut",
        paragraphs=(Paragraph(0, 9, 0), Paragraph(11, len(text), 11)),
    )
    folded = folded_article(article, {"attack"}.__contains__)
    assert folded is not None
    assert folded.article.text == "Pier shut\n\nThe confirmed attack on a self-made pier."
    for word, stands in (
        ("confirmed", "con\ufb01rmed"),
        ("attack", "at-\ntack"),
        ("self-made", "self-\nmade"),
        ("pier", "pier"),
    ):
        at = folded.article.text.rindex(word)
        start, end = folded.span(at, at + len(word))
        assert text[start:end] == stands
