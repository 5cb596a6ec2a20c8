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
    ],
)
def test_a_passive_has_lost_its_auxiliary(title: str, verb: str, by: str | None) -> None:
    found = root(title)
    assert found.text == verb
    assert voice(found) in ("passive", "reduced_passive")
    who = agent(found)
    assert (who and who.text) == by


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
