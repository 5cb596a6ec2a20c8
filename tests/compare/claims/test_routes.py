"""By what two statements are linked as one claim, and what links none."""

from __future__ import annotations

from framing.compare.claims.align import align
from framing.compare.claims.routes import ROUTES, route
from framing.compare.claims.support import Supports
from tests.compare.claims.test_vetoes import propositions_of


def linked(one: str, other: str) -> set[str]:
    """The routes that link the statements of two articles of one sentence each."""
    found = propositions_of(one, other)
    return {route(found[a], found[b], weight) for (a, b), weight in Supports(found).pairs.items()} - {""}


def test_a_run_of_words_links_whatever_else_is_said() -> None:
    assert "run" in linked(
        "“We will not sell a single acre of this valley,” the farmer Ole Brandt told the council.",
        "Brandt wrote to his neighbours in spring: “We will not sell a single acre of this valley.”",
    )


def test_leads_that_share_what_the_story_is_about_are_linked() -> None:
    assert linked(
        "A cargo ship carrying timber capsized in a storm off the northern coast on Monday.",
        "The storm off the northern coast capsized a cargo ship that was carrying timber.",
    )


def test_a_verb_of_wide_meaning_in_common_links_nothing() -> None:
    assert not linked("The trip comes after the floods.", "We want to come back for the harvest.")


def test_one_predicate_and_what_it_is_about_link_though_the_rest_differs() -> None:
    assert linked(
        "Lena Moss resigned from the council on Friday.",
        "The councillor Lena Moss abruptly resigned from the council on Friday afternoon.",
    )


def test_tolls_of_one_harm_link_whatever_their_figures() -> None:
    assert "toll" in linked(
        "The avalanche above the resort killed four skiers.",
        "Six people were killed by the avalanche above the resort.",
    )


def test_words_that_many_statements_have_link_nothing() -> None:
    assert not linked("I believe, said the mayor.", "She did not want to go, but I believe, the clerk said.")


def test_a_claim_needs_two_sources() -> None:
    assert align(propositions_of("The cargo ship capsized in a storm off the northern coast.")) == []


def test_routes_ask_for_more_likeness_where_there_is_less_in_common() -> None:
    worded = [rule for rule in ROUTES if rule.name in ("rich-wording", "wording")]
    assert worded[0].fewest > worded[1].fewest and worded[0].least < worded[1].least
