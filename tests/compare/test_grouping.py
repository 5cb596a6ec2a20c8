"""Events from texts: what is about one thing stands together, and only what is clearly apart is set aside."""

from __future__ import annotations

from dataclasses import replace

from framing.compare.events import left_out, one_event
from framing.compare.grouping import event_names, groups, likeness, with_events
from framing.pipeline import Options, analyse
from framing.records.article import Article
from framing.results import Results
from tests.conftest import article_of

FERRY = (
    "The ferry Northern Star ran aground off Port Ellis with 212 passengers on board, the coastguard said.",
    "Captain Ruth Amadi of the Northern Star had reported fog before the ferry struck the reef near Port Ellis.",
    "Passengers of the Northern Star spent the night in a school in Port Ellis while the coastguard searched "
    "the ferry.",
    "Investigators in Port Ellis want to know why the Northern Star left its course, said coastguard officer "
    "Lena Brandt.",
)
BUDGET = (
    "Finance minister Paul Okoye presented a budget that cuts taxes on fuel, to applause in Parliament.",
    "The budget of minister Okoye would cut fuel taxes by a tenth, and Parliament votes on Friday.",
    "Opposition leader Hana Weiss called the Okoye budget a gift to drivers and asked Parliament to refuse it.",
)


def articles(texts: tuple[str, ...], name: str, day: str = "2024-03-05") -> list[Article]:
    made = (article_of(text, article_id=f"{name}{i}", source=f"Paper {i}") for i, text in enumerate(texts))
    return [replace(article, published=day) for article in made]


def grouped(found: list[Article]) -> list[int]:
    return groups(likeness(found))


def test_articles_of_two_events_fall_into_two_groups() -> None:
    mixed = [*articles(FERRY, "f"), *articles(BUDGET, "b")]
    assert grouped(mixed) == [0, 0, 0, 0, 1, 1, 1]


def test_the_order_of_the_articles_does_not_matter() -> None:
    mixed = [*articles(BUDGET, "b"), *articles(FERRY, "f")]
    mixed = [mixed[i] for i in (3, 0, 5, 1, 6, 2, 4)]
    assert grouped(mixed) == [0, 1, 0, 1, 0, 1, 0]


def test_the_same_words_a_month_later_are_another_event() -> None:
    assert grouped([*articles(FERRY, "f"), *articles(FERRY, "g", "2024-04-20")]) == [0] * 4 + [1] * 4


def test_an_article_without_a_date_can_be_of_any_time() -> None:
    undated = [replace(article, published="") for article in articles(FERRY[:2], "f")]
    assert grouped([*undated, *articles(FERRY[2:], "g")]) == [0, 0, 0, 0]


def test_an_event_is_named_by_its_words_and_first_day() -> None:
    found = [*articles(FERRY, "f"), *articles(BUDGET, "b")]
    names = event_names(found, likeness(found), grouped(found))
    assert len(set(names)) == 2
    assert {"port", "ellis"} & set(names[0].split("-"))
    assert names[0].endswith("2024-03-05")
    assert "okoye" in names[-1]


def test_an_event_that_is_given_stays() -> None:
    first, *rest = [*articles(FERRY, "f"), *articles(BUDGET, "b")]
    named = with_events([replace(first, event="wreck"), *rest])
    assert named[0].event == "wreck"
    assert len({article.event for article in named[1:]}) == 2


def test_texts_without_words_are_each_alone() -> None:
    assert grouped(articles(("1", "…", "?"), "x")) == [0, 1, 2]


def test_the_seeds_without_their_labels_leave_one_article_apart(seed_results: Results) -> None:
    bare = [replace(article, event="") for article in seed_results.articles]
    numbers = grouped(bare)
    alone = [
        article.article_id
        for article, number in zip(bare, numbers, strict=True)
        if numbers.count(number) == 1
    ]
    assert alone == ["003_58c9597274ac7f2c#kvnutalk.com"]
    assert len(set(numbers)) == 2
    assert one_event(bare).apart == set(alone)


def test_labels_decide_where_there_are_any() -> None:
    mixed = [*articles(FERRY, "f"), *articles(BUDGET[:1], "b")]
    assert one_event(mixed).apart == {"b0"}
    labelled = [replace(article, event="this week") for article in mixed]
    assert one_event(labelled).apart == left_out(labelled) == frozenset()


def test_of_two_events_neither_is_set_aside() -> None:
    found = one_event([*articles(FERRY[:3], "f"), *articles(BUDGET, "b")])
    assert (found.apart, found.events) == (frozenset(), 2)


def test_an_article_apart_is_measured_and_not_compared() -> None:
    mixed = [*articles(FERRY, "f"), replace(articles(BUDGET[:1], "b")[0], source="Herald")]
    results = analyse(mixed, Options(conflict="none"))
    assert results.left_out == {"b0"}
    assert {row["article_id"] for row in results.article_rows} == {"f0", "f1", "f2", "f3", "b0"}
    assert all("Herald" not in (c.source_a, c.source_b) for c in results.contrasts)
    assert any("b0" in warning and "another event" in warning for warning in results.warnings)


def test_a_folder_with_several_events_is_said_to_hold_them() -> None:
    results = analyse([*articles(FERRY[:3], "f"), *articles(BUDGET, "b")], Options(conflict="none"))
    assert not results.left_out
    assert any("2 events" in warning for warning in results.warnings)
