"""Notices that a source prints under several articles state no claim; sentences of two versions of one article do."""

from __future__ import annotations

from framing.compare.recurring import beginning, recurring
from framing.pipeline import Options, features_of
from framing.records.article import Article
from tests.conftest import article_of

NOTICE = "Sign up here to get the harbour news in your mailbox every single morning."
BODIES = {
    "a": ("The dam burst on Monday.", "Two farms were lost.", "The mayor came.", "Rain fell all night."),
    "b": ("A ferry sank on Friday.", "Nobody was hurt.", "The captain left.", "Divers are at work."),
}


def found(*articles: Article) -> frozenset[str]:
    return recurring(list(features_of(articles, Options(conflict="none")).parsed.values()))


def test_a_notice_of_one_source_is_boilerplate() -> None:
    one, other = (article_of(" ".join((*BODIES[k], NOTICE)), article_id=k, source="Gazette") for k in "ab")
    assert found(one, other) == {beginning(NOTICE)}
    assert found(one, article_of(" ".join((*BODIES["b"], NOTICE)), article_id="b", source="Courier")) == set()


def test_a_version_of_an_article_is_none() -> None:
    one = article_of(" ".join(BODIES["a"]), article_id="a", source="Gazette")
    two = article_of(" ".join((*BODIES["a"][:3], "The wall held.")), article_id="b", source="Gazette")
    assert found(one, two) == set()


def test_what_recurs_in_one_article_is_boilerplate() -> None:
    (text,) = found(
        article_of(f"The dam burst. {NOTICE} Rain fell. {NOTICE}", article_id="a", source="Gazette")
    )
    assert text == beginning(NOTICE)
