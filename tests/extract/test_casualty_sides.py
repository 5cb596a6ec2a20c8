"""Whose people the victims are and whose deed it was: each kind of evidence, both ways, and where there is none."""

from __future__ import annotations

import pytest

from framing.extract.casualty import CasualtyMention
from tests.conftest import Analyse

IP, RU, POLICE = "israel_palestine", "russia_ukraine", "police_protesters"


def last(analysed: Analyse, pack: str, *paragraphs: str) -> CasualtyMention:
    found = analysed(*paragraphs, conflict=pack).mentions["casualty"]
    rows = [m for m in found if isinstance(m, CasualtyMention)]
    return rows[-1]


@pytest.mark.parametrize(
    ("pack", "sentence", "victims", "doer"),
    [
        # a by-phrase inside the phrase of the event; the place speaks for the victims
        (
            IP,
            "Four nurses died in a raid by the Israeli navy on the harbour of Rafah.",
            "palestine",
            "israel",
        ),
        (
            RU,
            "Two clerks died in a strike by the Ukrainian air force on a depot in Kursk.",
            "russia",
            "ukraine",
        ),
        # the demonym of the attack is never the victims'
        (IP, "A porter was killed in an Israeli strike.", "palestine", "israel"),
        (IP, "A porter was killed in a Palestinian rocket attack.", "israel", "palestine"),
        # deadly attack of one on the other
        (IP, "Hamas's deadly attack on southern Israel shook the region.", "israel", "palestine"),
        (RU, "Russia's deadly strike on Poltava shook the region.", "ukraine", "russia"),
        # pronouns of those who report their own deeds
        (IP, "The Israeli army said on Sunday that it had eliminated two cooks.", "palestine", "israel"),
        (IP, "Hamas said it had captured two drivers.", "israel", "palestine"),
        (RU, "Kyiv said its drones killed two foremen at a plant in Saratov.", "russia", "ukraine"),
        (RU, "Moscow said its missiles killed two officers.", "ukraine", "russia"),
        # common nouns of the conflict
        (RU, "The occupiers killed two farmers.", "ukraine", "russia"),
        (IP, "Two bakers were shot dead by the army.", "palestine", "israel"),
        # an act of war of which nobody says who did it: by whom it hit
        (RU, "Shelling killed a postman in Kherson.", "ukraine", "russia"),
        (RU, "A drone killed a postman in Belgorod.", "russia", "ukraine"),
        # what anybody may have done stays open
        (RU, "A fire killed a postman in Kherson.", "ukraine", "unknown"),
        (IP, "Clashes killed a porter in Jenin.", "palestine", "unknown"),
        # fighters who die in an offensive may be those who made it
        (IP, "Forty Israeli soldiers were killed in a ground offensive.", "israel", "unknown"),
        # abroad anybody may strike
        (IP, "An attack killed two Israeli cooks in Lima, Peru.", "israel", "unknown"),
        # where the doers were says not whose they are
        (RU, "A painter was killed by the occupiers in the Kyiv region.", "ukraine", "russia"),
        # a place of third parties
        (IP, "An Israeli strike killed nine people in Damascus.", "third_party", "israel"),
        # a place that contradicts the opponent: silence
        (RU, "Ukrainian forces killed two shoppers in Odesa.", "unknown", "ukraine"),
    ],
)
def test_deed_and_victims(analysed: Analyse, pack: str, sentence: str, victims: str, doer: str) -> None:
    row = last(analysed, pack, sentence)
    assert (row.victim_side, row.agent_side) == (victims, doer), row.rule


@pytest.mark.parametrize(
    ("pack", "sentence", "victims"),
    [
        # losses are of who takes them
        (RU, "Kyiv said Russia had lost 900 men near the river.", "russia"),
        (RU, "Moscow said Ukraine had lost 900 men near the river.", "ukraine"),
        (RU, "The brigade inflicted losses on Russian troops.", "russia"),
        # enemies are eliminated; own people die
        (RU, "The Russian Defence Ministry said 40 soldiers had been eliminated.", "ukraine"),
        (RU, "The Russian Defence Ministry said 40 soldiers had died.", "russia"),
        # our people
        (RU, 'Our people are dying, Zelenskyy said: "They want us to be killed."', "ukraine"),
        # held people are of those they were taken from
        (IP, "The families of the hostages met ministers.", "israel"),
        (IP, "Hamas still holds ten hostages in Gaza.", "israel"),
        (RU, "Russian troops abducted two teachers.", "ukraine"),
        # where they are held or seized is no place of theirs
        (IP, "Three teachers were seized in Gaza City on Monday.", "unknown"),
        (RU, "Two drivers were captured in Kharkiv.", "unknown"),
        (RU, "Two drivers were killed in Kharkiv.", "ukraine"),
        # an exchange is of both
        (RU, "Moscow and Kyiv agreed to exchange prisoners.", "unknown"),
        (RU, "Kyiv freed ten Russian prisoners.", "russia"),
        # for whom they died
        (RU, "They honoured all who died for Ukraine.", "ukraine"),
        # foreigners
        (RU, "A missile killed two foreign tourists in Odesa.", "third_party"),
        (RU, "A missile killed nine Ukrainian and foreign reporters.", "unknown"),
        # who counts the dead of the place they serve
        (IP, "Five people were killed overnight, Gaza's health ministry said.", "palestine"),
        (IP, "Five people were killed overnight, the Israeli ambulance service said.", "israel"),
        # places: where, not whither nor whence, not a border
        (RU, "Two men died at a market in Sumy.", "ukraine"),
        (RU, "Two men died on the way to Sumy.", "unknown"),
        (IP, "Two men died near the Gaza border.", "unknown"),
        (IP, "Two men died at a farm ten miles north of Gaza.", "unknown"),
        # a place that both sides claim is that of who speaks
        (RU, "Two men died in Donetsk.", "unknown"),
        (RU, "The Russian authorities said two men died in Donetsk.", "russia"),
        (RU, "Kherson was shelled at dawn and two men died.", "ukraine"),
        (RU, "Few of them wish to fight against Ukraine and die.", "unknown"),
        # where something goes, and what is said in general
        (IP, "The deadly standoff with a Gaza-bound ship was filmed.", "unknown"),
        # no side for a single name
        (IP, "Olaf Brandt, a painter, died on Monday.", "unknown"),
    ],
)
def test_whose_people(analysed: Analyse, pack: str, sentence: str, victims: str) -> None:
    assert last(analysed, pack, sentence).victim_side == victims


def test_the_scene_is_what_the_sentences_before_say(analysed: Analyse) -> None:
    told = last(analysed, IP, "Shells fell on a bakery in Jabalia.", "A father was among the dead.")
    assert told.victim_side == "palestine"
    general = last(
        analysed, IP, "Shells fell on a bakery in Jabalia.", "Armies should avoid civilian casualties."
    )
    assert general.victim_side == "unknown"
    other = last(analysed, RU, "Exiles lived in Siberia.", "There are Ukrainian graves of those who died.")
    assert other.victim_side == "unknown"
    two = last(analysed, IP, "Shells fell on Jabalia and Sderot.", "A father was among the dead.")
    assert two.victim_side == "unknown"


def test_the_event_told_before_keeps_its_doer(analysed: Analyse) -> None:
    paragraphs = ("A cook died in a Russian strike on Sumy.", "The strike also wounded a waiter.")
    assert last(analysed, RU, *paragraphs).agent_side == "russia"
    another = ("A cook died in a Russian strike.", "Another blast wounded a waiter.")
    assert last(analysed, RU, *another).agent_side == "unknown"


def test_a_pack_without_war_tells_no_opponent_by_the_victims(analysed: Analyse) -> None:
    row = last(analysed, POLICE, "An attack killed two protesters.")
    assert (row.victim_side, row.agent_side) == ("protesters", "unknown")


def test_the_reason_stands_in_the_trail(analysed: Analyse) -> None:
    row = last(analysed, RU, "A drone killed a postman in Belgorod.")
    assert row.rule.split(" > ")[-2:] == ["side:place-of-harm", "doer-side:opponent-of-victims"]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Rebels are shelling lorries and killing drivers.", "Rebels"),
        ("Gunmen raided the camp, killing many guards and abducting 240 villagers.", "Gunmen"),
        ("After men from the armed group Vorn launched a raid, killing nine, the town fell.", "men"),
        ("Two monks were killed by the Russian shelling on Monday.", "the Russian shelling"),
        ("Nine boys were killed as a result of the invasion.", "the invasion"),
        ("Our gunners continue to inflict heavy losses on the brigade.", "Our gunners"),
        ("By the time the army fired rockets, murdering dozens of farmers, the town was empty.", "the army"),
        ("Troops shelled the hills near Orsk, which resulted in heavy casualties.", ""),
        ("Doctors spoke of the deaths and ruin caused by the army.", "the army"),
        ("Trucks bring bread to women and wounded soldiers.", ""),
    ],
)
def test_doers_by_grammar(analysed: Analyse, sentence: str, doer: str) -> None:
    found = analysed(sentence, conflict="none").mentions["casualty"]
    row = next(m for m in found if isinstance(m, CasualtyMention))
    assert row.agent_text.startswith(doer), row.rule
    assert bool(row.agent_text) == bool(doer), row.rule
