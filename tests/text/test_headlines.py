"""Headlines as sentences: what was left out is put in for the parser, and taken out again."""

from __future__ import annotations

import pytest

from framing.lexicon import load
from framing.text.grammar import agent, doer, voice
from framing.text.headlines import headline_of, headline_words, title_in
from framing.text.parse import Parse, Token
from framing.text.sentences import plain
from framing.text.spacy_adapter import load_model, parse_of


def parsed(title: str) -> Parse:
    model, words = load_model(), headline_words(load())
    headline = headline_of(title_in(plain(title), ()), model, words)
    return headline.parse({text: parse_of(text) for text in headline.texts}, model, words)


def root(title: str) -> Token:
    return next(t for t in parsed(title) if t.dep == "ROOT")


@pytest.mark.parametrize(
    ("title", "verb", "who"),
    [
        # a finite verb that reads like a noun
        ("Mayor confronts council with letter on treatment of tenants", "confronts", "Mayor"),
        ("Guards fire warning shots near stadium", "fire", "Guards"),
        ("Milk prices rise as farmers block roads", "rise", "prices"),
        # title case
        ("House Overrides Governor's Veto Of Bridge Bill", "Overrides", "House"),
        ("Harbour Board Passes Landmark Fishing Reform", "Passes", "Board"),
        # the future
        ("Riga to delay port fees until July", "delay", "Riga"),
        ("Board not to accept offer, says union", "says", "union"),
        # the progressive
        ("City Weighing Ban on Old Cars", "Weighing", "City"),
        # a noun phrase right behind a form that may be a noun
        ("Deputy stresses keeping ferry on winter timetable", "stresses", "Deputy"),
        ("Mayor blasts 'timid' board guarding 'old ways'", "blasts", "Mayor"),
        ("Fishing crew 'twice' fired flare at trawler after collision", "fired", "crew"),
        # two predicates
        ("Mayor Bows To Tenants, Agrees To Reopen Baths", "Bows", "Mayor"),
        ("Holt meets crews, spars with owner, opens museum in busy week", "meets", "Holt"),
        ("Kravets claims, without proof, that pumps were stolen", "claims", "Kravets"),
        # abbreviations and numbers
        ("Sen. Ada Holt resigns from harbour board", "resigns", "Holt"),
        ("After lean years, city posts 12,000 openings", "posts", "city"),
        # a sentence behind the first one
        ("Baker bashes Ken Holt for bread remark. He answers with a loaf.", "bashes", "Baker"),
        # with a phrase before its object
        ("Olha Kravets discussed with ferry owner Lars Berg plans for winter", "discussed", "Kravets"),
        # labels and what stands beside the sentence
        ("Watch: Mayor clashes with reporters at town hall", "clashes", "Mayor"),
        ("Mayor ambushes council with video: Live updates", "ambushes", "Mayor"),
        ("Fishing ban explained: Boats target new grounds as talks stall", "target", "Boats"),
        ("Bakery shares close higher after tax delay; Dairy stocks jump 10%", "close", "shares"),
    ],
)
def test_an_active_verb_has_its_doer(title: str, verb: str, who: str) -> None:
    found = root(title)
    assert (found.text, voice(found)) == (verb, "active")
    subject = doer(found)
    assert subject is not None
    assert subject.text == who


@pytest.mark.parametrize(
    ("title", "verb", "by"),
    [
        ("Twelve injured in ferry blaze", "injured", None),
        ("Minister criticised by union over pensions", "criticised", "union"),
        ("Former coach charged over missing funds", "charged", None),
        ("Senator expected to resign on Monday", "expected", None),
        ("Ferry hit by trawler off Riga", "hit", "trawler"),
        ("Builder's Son Thrust Into Spotlight Over Harbour Bill", "Thrust", None),
        ("At least nine hurt near fuel depot", "hurt", None),
        ("Voters Not Convinced by Tram Plan", "Convinced", "Plan"),
        ("Dozens feared dead in mudslide", "feared", None),
    ],
)
def test_a_passive_has_lost_its_auxiliary(title: str, verb: str, by: str | None) -> None:
    found = root(title)
    assert found.text == verb
    assert voice(found) in ("passive", "reduced_passive")
    who = agent(found)
    assert (who and who.text) == by


@pytest.mark.parametrize(
    ("title", "verb", "said"),
    [
        ("Ferry sinks off Riga, harbour officials say", "say", "sinks"),
        ("Guard 'twice' warned skipper before crash, report finds", "finds", "warned"),
        ("Baker shot by guard in Leeds, inquest hears", "hears", "shot"),
        ("Nine dead in bus plunge, says ministry", "says", "dead"),
        ("Bridge to close for winter — harbour board says", "says", "close"),
        ("Pump 'ruined' mill, Holt says, but nobody paid", "says", "ruined"),
        ("'Nobody asked us,' mayor says after crane falls near school", "says", "asked"),
    ],
)
def test_a_tag_is_the_verb_above_what_is_said(title: str, verb: str, said: str) -> None:
    found = root(title)
    assert found.text == verb
    assert [t.text for t in found.children if t.dep == "ccomp"] == [said]


@pytest.mark.parametrize(
    "title",
    [
        "Mayor visits docks, promises report",
        "As talks stall, envoys say little",
        "In lean times, federal archive posts 900 openings",
        "Holt talks with crews, threatens fare rise in tenth week in office",
    ],
)
def test_a_second_predicate_or_a_main_clause_is_no_tag(title: str) -> None:
    assert not [t for t in root(title).children if t.dep == "ccomp"]


@pytest.mark.parametrize(
    "title",
    [
        "Five ways to save money on heating",
        "Key lessons from the harbour board's stormy hearing",
        "Statements for the press following harbour talks",
        "Ceremony for presenting foreign captains' letters of credence",
    ],
)
def test_a_title_without_a_clause_has_no_verb_put_into_it(title: str) -> None:
    assert root(title).pos not in ("VERB", "AUX")


def test_the_body_says_which_words_of_a_title_in_title_case_are_names() -> None:
    title = title_in(
        "Ann Banks Opens Dry Dock", ["On Monday Ann Banks opened it.", "The new dry dock is deep."]
    )
    assert title.common == ("dock", "dry")
    assert title.names == ("ann", "banks")
    assert title_in("Banks opens dock", ["Mr Banks opened a dock."]).names == ()
    model, words = load_model(), headline_words(load())
    headline = headline_of(title, model, words)
    found = headline.parse({text: parse_of(text) for text in headline.texts}, model, words)
    assert next(t for t in found if t.dep == "ROOT").text == "Opens"


@pytest.mark.parametrize("title", ["Talks collapsed in Geneva", "Two ferries collided near Riga"])
def test_a_past_tense_without_object_is_no_passive_where_the_verb_has_none(title: str) -> None:
    assert voice(root(title)) == "active"


@pytest.mark.parametrize(
    "title",
    [
        "Mayor confronts council with letter – 'not our money'",
        "WATCH: 12 hurt as “Sea Star” runs aground; captain held",
        "Storm",
        "— ?!",
        "$1.2m for O'Neill's U.S.-made boats: what we know",
    ],
)
def test_a_parse_has_the_words_and_offsets_of_the_headline(title: str) -> None:
    parse = parsed(title)
    assert parse.text == plain(title)
    for token in parse:
        assert parse.text[token.idx : token.idx + len(token.text)] == token.text
    assert sum(t.head is t for t in parse) == 1
    letters = "".join(c for c in parse.text if c.isalnum())
    assert "".join(c for t in parse for c in t.text if c.isalnum()) == letters
