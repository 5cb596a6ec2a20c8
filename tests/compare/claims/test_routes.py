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


def test_a_claim_needs_two_sources() -> None:
    assert align(propositions_of("The cargo ship capsized in a storm off the northern coast.")) == []


def test_routes_ask_for_more_likeness_where_there_is_less_in_common() -> None:
    worded = [rule for rule in ROUTES if rule.name in ("rich-wording", "wording")]
    assert worded[0].fewest > worded[1].fewest and worded[0].least < worded[1].least
