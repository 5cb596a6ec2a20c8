"""Alignment: every statement of a sentence counts, whatever terms the last one has."""

from __future__ import annotations

from framing.article import Span
from framing.compare.claims.align import align
from framing.compare.claims.statements import Statement
from framing.language import Sentence

TEXT = "Police said the man was restrained, and the crew landed the plane."


def statement(article: str, own: tuple[str, ...], sentence: Sentence) -> Statement:
    return Statement(article, article, sentence, Span(0, 20), own, ("crew",), ("land", "plane"))


def test_a_term_that_only_the_first_statement_of_a_sentence_has_is_counted() -> None:
    sentences = [Sentence(1, 1, "body", 0, len(TEXT), TEXT, None) for _ in range(2)]
    made = [
        statement(article, own, sentence)
        for article, sentence in zip(("one", "other"), sentences, strict=True)
        for own in (("man", "restrain", "polic"), ("land", "plane"))
    ]
    groups = align(made)
    assert {made[i].article_id for group in groups for i in group.members} == {"one", "other"}
