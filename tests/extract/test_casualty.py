"""Casualties: who acts, who dies, how many, in which words; and what is no casualty."""

from __future__ import annotations

from collections import Counter

import pytest

from framing import lexicon
from framing.extract.casualty import CasualtyMention, triggers
from framing.extract.casualty.features import RUNGS, rung_of
from framing.lexicon.casualty import CasualtyWord
from framing.results import Results
from tests.conftest import Analyse


def rows(analysed: Analyse, *paragraphs: str, **options: str) -> list[CasualtyMention]:
    return [
        m for m in analysed(*paragraphs, **options).mentions["casualty"] if isinstance(m, CasualtyMention)
    ]


def one(analysed: Analyse, *paragraphs: str, **options: str) -> CasualtyMention:
    (row,) = rows(analysed, *paragraphs, **options)
    return row


@pytest.mark.parametrize(
    ("sentence", "construction", "agent", "kind_of_agent", "link"),
    [
        ("Police killed a man.", "active", "Police", "actor", "subject"),
        ("A missile killed two guards.", "active", "A missile", "instrument", "subject"),
        ("The crash killed two pilots.", "active", "The crash", "event", "subject"),
        ("A man was killed by police.", "passive_with_agent", "police", "actor", "by_phrase"),
        ("A man was killed in a police raid.", "passive_agentless", "a police raid", "event", "adjunct"),
        (
            "A man was killed after a bus hit a pole.",
            "passive_agentless",
            "a bus",
            "instrument",
            "after_clause",
        ),
        ("A man was killed.", "passive_agentless", "", "none", "none"),
        ("A man died in the fire.", "intransitive", "the fire", "event", "adjunct"),
        ("The attack led to the death of a man.", "nominalised", "The attack", "event", "causal_verb"),
        ("The death of the man shook the town.", "nominalised", "", "none", "none"),
        ("The deadly attack shook the town.", "other", "attack", "event", "modified_noun"),
        ("The blast left a man dead.", "active", "The blast", "event", "subject"),
    ],
)
def test_the_agency_ladder(
    analysed: Analyse, sentence: str, construction: str, agent: str, kind_of_agent: str, link: str
) -> None:
    row = one(analysed, sentence)
    assert (row.construction, row.agent_text, row.agent_type, row.cause_link) == (
        construction,
        agent,
        kind_of_agent,
        link,
    )


@pytest.mark.parametrize(
    ("sentence", "low", "high", "qualifier", "victims"),
    [
        ("The flood killed at least a dozen farmers.", 12, None, "at_least", "at least a dozen farmers"),
        ("The raid killed up to 40 men.", None, 40, "up_to", "up to 40 men"),
        ("The bus crash killed 12 pupils and a driver.", 13, 13, "exact", "12 pupils and a driver"),
        ("The fire killed 30 horses and one man.", 1, 1, "exact", "one man"),
        ("The blast killed 12, including three nurses.", 12, 12, "exact", "12, including three nurses"),
        ("Dozens of miners were killed.", 24, None, "dozens", "Dozens of miners"),
        ("Many were hurt.", None, None, "vague", "Many"),
        ("Maria Lopez died on Friday.", 1, 1, "exact", "Maria Lopez"),
        ("The death toll rose from 25 to 34.", 34, 34, "exact", "34"),
    ],
)
def test_counts(
    analysed: Analyse, sentence: str, low: int | None, high: int | None, qualifier: str, victims: str
) -> None:
    row = rows(analysed, sentence)[-1]
    assert (row.count_low, row.count_high, row.count_qualifier) == (low, high, qualifier)
    assert row.victim_text == victims


def test_one_row_per_predicate_with_its_own_count(analysed: Analyse) -> None:
    killed, hurt = rows(analysed, "A bomb killed 12 soldiers and injured more than 60 others at the base.")
    assert (killed.kind, killed.count_low, killed.victim_text) == ("killed", 12, "12 soldiers")
    assert (hurt.kind, hurt.count_low, hurt.count_high) == ("injured", 60, None)
    assert (hurt.victim_text, hurt.victim_status) == ("more than 60 others", "combatant")
    assert hurt.agent_text == killed.agent_text == "A bomb"


def test_equipment_is_never_people(analysed: Analyse) -> None:
    row = one(analysed, "The brigade neutralized up to 90 soldiers, two tanks and five guns.")
    assert (row.count_high, row.victim_text, row.materiel_coordination) == (90, "up to 90 soldiers", True)
    assert rows(analysed, "The air force has lost 31 aircraft and two ships.") == []


def test_nobody_hurt_is_a_row_of_its_own_kind(analysed: Analyse) -> None:
    for sentence in (
        "No casualties were reported.",
        "Nobody was injured.",
        "The mayor denied that anyone had died.",
    ):
        row = one(analysed, sentence)
        assert (row.kind, row.count_low, row.count_high, row.factuality) == ("none_reported", 0, 0, "negated")


@pytest.mark.parametrize(
    ("sentence", "choice"),
    [
        ("The unit eliminated 20 fighters.", "euphemistic"),
        ("The unit killed 20 fighters.", "neutral"),
        ("The unit massacred 20 farmers.", "emotive"),
        ("The unit executed 20 farmers.", "legal"),
        ("The unit exterminated 20 farmers.", "dehumanising"),
        ("The unit killed 20 terrorists.", "legal"),
        ("Two people died in a horrific crash.", "emotive"),
    ],
)
def test_lexical_choice_by_predicate_then_victims_then_event(
    analysed: Analyse, sentence: str, choice: str
) -> None:
    assert one(analysed, sentence).lexical_choice == choice


def test_what_makes_victims_persons(analysed: Analyse) -> None:
    row = one(analysed, "Teacher Anna Weber, 34, and her two children were killed in the fire.")
    assert {"name", "age", "occupation", "children"} <= set(row.humanising)
    assert one(analysed, "Forty people were killed in the fire.").humanising == ()


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("The group reportedly killed 30 men.", "attributed_doubt"),
        ("If the attack led to the death of civilians, charges will follow.", "conditional"),
        ("The ministry rarely confirms troop deaths.", "generic"),
        ("The group killed 30 men.", "asserted"),
    ],
)
def test_factuality(analysed: Analyse, sentence: str, factuality: str) -> None:
    assert one(analysed, sentence).factuality == factuality


def test_who_says_so_is_the_attribution_that_covers_the_predicate(analysed: Analyse) -> None:
    results = analysed("Ukraine's army said 12 soldiers were killed. Two more died later.")
    said, own = (m for m in results.mentions["casualty"] if isinstance(m, CasualtyMention))
    assert (said.speaker_text, said.attribution_cue, said.speaker_side) == (
        "Ukraine's army",
        "said",
        "ukraine",
    )
    assert said.attribution_id in {m.mention_id for m in results.mentions["attribution"]}
    assert (own.attribution_id, own.speaker_text, own.speaker_side) == ("", "", "")


@pytest.mark.parametrize(
    ("sentence", "victims", "explicit", "agent"),
    [
        ("Russian forces shelled the Kherson region, killing three people.", "ukraine", True, "russia"),
        ("A Russian strike killed four soldiers.", "ukraine", False, "russia"),
        ("A Ukrainian drone strike killed a driver in Belgorod.", "russia", True, "ukraine"),
        ("Three people were killed.", "unknown", False, ""),
    ],
)
def test_sides_by_words_then_place_then_opponent(
    analysed: Analyse, sentence: str, victims: str, explicit: bool, agent: str
) -> None:
    row = one(analysed, sentence)
    assert (row.victim_side, row.victim_side_explicit, row.agent_side) == (victims, explicit, agent)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Maj. Ivo Brand was killed on Monday.", "combatant"),
        ("The bridegroom was killed on Monday.", "civilian"),
        ("A convoy of recruits was hit and 19 of them were killed.", "combatant"),
        ("A crowd met them and 19 of them were killed.", "unknown"),
    ],
)
def test_status_of_the_victims(analysed: Analyse, sentence: str, status: str) -> None:
    assert one(analysed, sentence).victim_status == status


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Brand's death shook the town, the mayor said.", ""),
        ("Brand's death was confirmed by the mayor.", "the mayor"),
        ("The guild supported the raid that killed two men.", ""),
        ("The guild said the raid killed two men.", "The guild"),
    ],
)
def test_nobody_says_what_is_taken_for_granted(analysed: Analyse, sentence: str, speaker: str) -> None:
    assert one(analysed, sentence).speaker_text == speaker


def test_those_left_with_harm_are_not_those_left_dead(analysed: Analyse) -> None:
    found = rows(analysed, "The blast left four nurses dead and a dozen patients with burns.")
    assert [(row.victim_text, row.kind) for row in found] == [
        ("four nurses", "killed"),
        ("a dozen patients", "injured"),
    ]


def test_victims_of_both_sides_are_of_none(analysed: Analyse) -> None:
    row = one(
        analysed,
        "Hundreds of Russians and dozens of Ukrainians were killed since the war began.",
        conflict="russia_ukraine",
    )
    assert (row.victim_side, row.agent_text) == ("unknown", "")


def test_a_title_with_a_point_ends_no_sentence(analysed: Analyse) -> None:
    row = one(analysed, "Sgt. Ana Moss and Maj. Ivo Brand were killed on Monday.")
    assert (row.sentence, row.count_low) == (1, 2)


def test_without_a_pack_side_slots_are_empty(analysed: Analyse) -> None:
    row = one(analysed, "A Russian strike killed four soldiers.", conflict="none")
    assert (row.victim_side, row.agent_side, row.speaker_side) == ("", "", "")
    assert row.victim_side_explicit is None


def test_the_same_toll_later_in_the_article_has_the_same_side(analysed: Analyse) -> None:
    first, second = rows(
        analysed,
        "A strike killed 17 Ukrainian soldiers.",
        "The funeral of the 17 men killed was held at noon.",
    )
    assert (first.victim_side, second.victim_side) == ("ukraine", "ukraine")


def test_agency_features_are_shares_of_harm(analysed: Analyse) -> None:
    (row,) = analysed(
        "Russian troops killed two men in Sumy.",
        "Three women were killed.",
        "About a dozen boys were injured.",
        "No one was hurt in Kursk.",
    ).article_rows
    assert (row["casualties"], row["harm"], row["casualties_none_reported"]) == (4, 3, 1)
    assert (row["harm_agentless"], row["harm_named_actor"]) == (2, 1)
    assert row["agentless_share"] == pytest.approx(2 / 3)
    assert (row["casualty_counts"], row["casualty_counts_rounded"]) == (3, 1)
    assert row["named_actor_share_ukraine"] == pytest.approx(1 / 3)


def test_every_form_of_the_lexicon_gets_its_sentence_parsed() -> None:
    words = lexicon.load()
    parsed = set(triggers(words))
    for word in words.of("casualties", CasualtyWord):
        for form in word.forms:
            first = set(form.lower().split()[:1])
            companions = {c.split()[-1] for c in (*word.takes, *word.complement)}
            assert parsed & (companions or first), form


@pytest.mark.parametrize(
    "sentence",
    [
        "The senator captured Texas, Ohio and Maine.",
        "She captured 212 delegates on Tuesday.",
        "The mayor emerged as a wounded candidate.",
        "His loss to Senator Brandt still hurts.",
        "The cuts hurt the poor the most.",
        "Voters are missing the point, he said.",
        "The town mourned the death of the mill.",
        "Democracy dies in silence.",
        "Over my dead body, she said.",
        "A deadly disease is spreading in the region.",
        "The Wounded Deer Fund held a gala.",
        "Representative Lynch declined to comment.",
        "The committee was wound down in May.",
        "The delays are killing us.",
        "He was charged with murder.",
        "Recently released prisoners need jobs.",
    ],
)
def test_figures_of_speech_and_names_are_no_casualties(analysed: Analyse, sentence: str) -> None:
    assert rows(analysed, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "victims"),
    [
        ("Families of miners killed in the blast sued.", "miners"),
        ("Footage of nurses being killed in the raid spread.", "nurses"),
        ("He was one of 20 pupils killed in the fire.", "20 pupils"),
        ("A vigil was held for Deputy Cole, killed Friday in a crash.", "Deputy Cole"),
        ("The Ostrans who died were farmers.", "The Ostrans"),
        ("The men whom the guards killed were farmers.", "The men"),
        ("Nearly 3,000 lives were lost in the attacks.", "Nearly 3,000 lives"),
        ("A third of the crew did not survive.", "A third of the crew"),
        ("Her 1998 death was ruled an accident.", "Her"),
    ],
)
def test_whose_death_it_is(analysed: Analyse, sentence: str, victims: str) -> None:
    assert one(analysed, sentence).victim_text == victims


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("Prosecutors charged the guard with killing two inmates.", "the guard"),
        ("The man was fatally shot in the back by an officer.", "an officer"),
        ("The defect was blamed for 13 deaths.", "The defect"),
        ("The rebels still hold nine hostages.", "The rebels"),
        ("The fire left a boy with burns.", "The fire"),
    ],
)
def test_who_did_it(analysed: Analyse, sentence: str, agent: str) -> None:
    assert one(analysed, sentence).agent_text == agent


@pytest.mark.parametrize(
    ("sentence", "rung"),
    [
        ("Police killed a man.", "active_actor"),
        ("A missile killed two guards.", "active_cause"),
        ("A man was killed by police.", "passive_by"),
        ("A man was killed in a strike by troops.", "passive_bare"),
        ("A man died after police beat him.", "victims_die"),
        ("The death of a man shook the town.", "noun"),
        ("The brigade lost 200 men.", "no_rung"),
        ("Twelve men are dead.", "no_rung"),
    ],
)
def test_rungs_of_the_ladder(analysed: Analyse, sentence: str, rung: str) -> None:
    results = analysed(sentence)
    row = one(analysed, sentence)
    assert rung_of(row) == rung
    (features,) = results.article_rows
    rungs = {name: features[f"ladder_{name}"] for name in RUNGS}
    assert rungs == {name: int(name == rung and row.kind in ("killed", "injured")) for name in RUNGS}


def test_persons_and_numbers_are_counted_by_the_side_of_the_victims(analysed: Analyse) -> None:
    (row,) = analysed(
        "Ukrainian teacher Olha Bondar, 34, was killed in Sumy.",
        "In Belgorod, 12 Russian soldiers were killed.",
        "A Russian girl was injured in Kursk.",
    ).article_rows
    assert (row["victim_phrases_ukraine"], row["victim_phrases_russia"]) == (1, 2)
    assert (row["victims_identified_share_ukraine"], row["victims_identified_share_russia"]) == (1, 0.5)
    assert (row["victims_individual_share_russia"], row["victims_aggregated_share_russia"]) == (0.5, 0.5)
    assert row["victims_children_share_russia"] == 0.5
    assert (row["details_per_victim_phrase_ukraine"], row["details_per_victim_phrase_russia"]) == (3, 0.5)
    assert row["details_per_victim_phrase_unknown"] is None


def test_a_relative_who_speaks_makes_the_victim_a_person(analysed: Analyse) -> None:
    assert one(analysed, "Bondar was killed on Monday, his mother said.").humanising == ("name", "family")


def test_a_bare_number_keeps_the_status_of_the_same_people(analysed: Analyse) -> None:
    statuses = [
        row.victim_status
        for row in rows(
            analysed,
            "A strike killed 17 soldiers.",
            "The 17 were killed at noon.",
            "The 17 people killed had slept.",
            "Later 9 were killed.",
        )
    ]
    assert statuses == ["combatant", "combatant", "unknown", "unknown"]


def test_a_number_behind_a_month_is_a_count(analysed: Analyse) -> None:
    assert one(analysed, "In July, 12 people were killed.").count_low == 12


def test_articles_without_casualties_have_no_row(seed_results: Results) -> None:
    parts = Counter(m.article_id.rpartition("#")[2] for m in seed_results.mentions["casualty"])
    assert not {part for part in parts if part.lower().startswith(("ena", "kvnu"))}
