"""Titles: voice, doer, attribution, and how much of a body is quoted."""

from __future__ import annotations

import pytest

from framing.extract.headline import HeadlineMention
from tests.conftest import Analyse


def headline(analysed: Analyse, title: str, *paragraphs: str) -> HeadlineMention:
    (found,) = analysed(*(paragraphs or ("Rain fell.",)), title=title).mentions["headline"]
    assert isinstance(found, HeadlineMention)
    return found


@pytest.mark.parametrize(
    ("title", "voice", "actor"),
    [
        ("Russia attacks Kharkiv with drones", "active", "Russia"),
        ("Two men killed by police in Leeds", "passive_with_agent", "police"),
        ("Two men were killed in a fire", "passive_agentless", ""),
        ("Mayor of Leeds resigns", "active", "Mayor of Leeds"),
        ("A night of fear", "verbless", ""),
        # title case, of which the body says nothing
        ("Army Shells Market, Kills 19", "active", "Army"),
        ("Drone Hits Bus, Wounds 12", "active", "Drone"),
        ("Police Shoot Man Dead After Chase", "active", "Police"),
        ("Man Shot Dead By Police After Chase", "passive_with_agent", "Police"),
        ("Court Orders Mayor To Pay Fine", "active", "Court"),
        ("Union Blasts Plan To Close Mill", "active", "Union"),
        ("Police fire chief resigns", "active", "Police fire chief"),
        ("West pushing Kiev to prolong war", "active", "West"),
        ("“We will stay,” says nurse in besieged town", "active", "nurse in besieged town"),
        ("Kravets: ‘We will not sign’", "active", "Kravets"),
    ],
)
def test_voice_and_doer_of_a_title(analysed: Analyse, title: str, voice: str, actor: str) -> None:
    found = headline(analysed, title)
    assert (found.voice, found.actor_text) == (voice, actor)


@pytest.mark.parametrize(
    ("title", "clause"), [("Ferry crew safe after storm", "state"), ("A winter in Sallow", "label")]
)
def test_an_adjective_in_the_verbs_place_tells_a_state(analysed: Analyse, title: str, clause: str) -> None:
    assert headline(analysed, title).clause == clause


def test_the_doers_side_and_the_titles_attribution(analysed: Analyse) -> None:
    found = headline(analysed, "Kremlin says talks have failed")
    assert found.actor_side == "russia"
    assert found.attribution_id
    assert not headline(analysed, "Talks have failed").attribution_id


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("TASS: Drones downed over port", "colon"),
        ("FM: Talks will go on in May", "colon"),
        ("Forces take two villages in a day — top brass", "dash"),
        ("Hospital out of service after strike, WHO says", "trailing_verb"),
        ("Harbour: Pier shut until spring", "none"),
        ("Metro: Line four shut until spring", "none"),
    ],
)
def test_who_says_so_in_the_style_of_many_houses(analysed: Analyse, title: str, form: str) -> None:
    assert headline(analysed, title).attribution_form == form


def test_a_title_that_is_a_quotation_is_speech(analysed: Analyse) -> None:
    found = headline(analysed, "‘Enough is enough’: bishop urges end to war")
    assert (found.clause, found.actor_text, found.acted_on) == ("speech", "bishop", "")


def test_doers_and_passives_are_counted_among_deeds(analysed: Analyse) -> None:
    (deed,) = analysed("Rain fell.", title="Police arrest two men after protest").article_rows
    assert (deed["titles_deeds"], deed["titles_with_actor"], deed["titles_with_actor_share"]) == (1, 1, 1)
    (speech,) = analysed("Rain fell.", title="Mayor says talks have failed").article_rows
    assert (speech["titles_deeds"], speech["titles_with_actor"], speech["titles_with_actor_share"]) == (
        0,
        0,
        None,
    )


def test_the_titles_tone_stands_beside_the_bodys(analysed: Analyse) -> None:
    found = headline(analysed, "Horrible disaster", "The garden is lovely. “Awful,” he said.")
    assert found.tone < 0 < (found.body_tone or 0)


def test_an_article_without_a_title_has_no_row(analysed: Analyse) -> None:
    results = analysed("Rain fell.")
    assert results.mentions["headline"] == ()
    assert results.article_rows[0]["titles"] == 0
    assert results.article_rows[0]["titles_passive_share"] is None


def test_quoted_words_are_counted_and_a_stray_mark_quotes_nothing(analysed: Analyse) -> None:
    (row,) = analysed("“We wait,” she said.", 'He held a 12" pipe. The “rest is silence.').article_rows
    assert (row["quotations"], row["quoted_words"], row["unclosed_quotations"]) == (1, 2, 1)


@pytest.mark.parametrize(
    "title", ["--- says no", "“ ” speaks", "* hits *", "% rises", "- - - -", "? was killed"]
)
def test_a_mark_is_no_doer(analysed: Analyse, title: str) -> None:
    assert headline(analysed, title).actor_text == ""
