"""Findings: what is found unprompted in made-up events, what is not, and that every slot stands in the texts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from framing.compare.findings import FINDINGS, Finding
from framing.compare.findings.checks import LONGEST
from framing.compare.findings.rank import MOST, MOST_OF_KIND, ranked
from framing.pipeline import analyse
from framing.records.article import Article
from framing.results import Results
from framing.text.sentences import count_words
from tests.conftest import article_of

COPIED = (
    "Four fighters crossed the river at Halm on Monday night and set fire to the customs house.",
    "The governor said the guards had been asleep when the first shots were heard.",
    "A bridge two miles to the north stayed open to lorries all week.",
)


def article(name: str, *paragraphs: str, title: str = "", published: str = "2031-05-02") -> Article:
    made = article_of(*paragraphs, title=title, article_id=name, source=f"{name.title()} Times")
    return replace(made, published=published)


@cache
def results_of(*articles: Article) -> Results:
    return analyse(articles)


def found(*articles: Article) -> tuple[Finding, ...]:
    return results_of(*articles).findings


def of_kind(kind: str, *articles: Article) -> list[Finding]:
    return [finding for finding in found(*articles) if finding.kind == kind]


def edited(old: str, new: str) -> tuple[Article, Article]:
    return article("north", *COPIED), article("south", *(text.replace(old, new) for text in COPIED))


def test_fighters_made_terrorists_in_copied_text_are_found_first() -> None:
    best, *others = found(*edited("fighters", "terrorists"))
    assert (best.kind, best.source_a, best.source_b) == ("copy_edit", "North Times", "South Times")
    assert "“fighters”" in best.sentence and "“terrorists”" in best.sentence
    assert [p.text[s.start - p.start : s.end - p.start] for p in best.passages for s in p.focus] == [
        "fighters",
        "terrorists",
    ]
    assert best.rows[0].startswith("north:r") and not others


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Monday night and", "Monday night, and"),
        ("customs house", "custom house"),
        ("Four", "4"),
        ("on Monday night", "late on Monday night"),
        ("stayed", "had stayed"),
        ("the guards", "his guards"),
    ],
)
def test_commas_spellings_and_small_words_are_no_finding(old: str, new: str) -> None:
    assert not found(*edited(old, new))


def test_an_attributing_word_of_another_class_is_one() -> None:
    (finding,) = of_kind("copy_edit", *edited("governor said", "governor admitted"))
    assert "“said”" in finding.sentence and "“admitted”" in finding.sentence
    assert not of_kind("copy_edit", *edited("governor said", "governor told reporters"))


def test_who_had_the_wording_first_is_said_where_dates_tell() -> None:
    ours, theirs = edited("fighters", "terrorists")
    later = replace(theirs, published="2031-05-03")
    assert found(ours, later)[0].sentence.startswith("South Times has North Times’s sentence")


CONFRONTED = article(
    "north", "Talks went on for an hour.", title="Okafor confronts visiting premier over grain debt"
)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Okafor ambushes premier at grain talks", ("confronts", "ambushes")),
        ("Okafor attacks premier at grain talks", ("confronts", "attacks")),
    ],
)
def test_two_headlines_with_another_verb_for_one_act(title: str, words: tuple[str, str]) -> None:
    (finding,) = of_kind("word", CONFRONTED, article("south", "The hall was full by nine.", title=title))
    assert all(f"“{word}”" in finding.sentence for word in words)


@pytest.mark.parametrize(
    "title",
    [
        "Okafor confronts premier over grain",
        "Okafor to ambush premier at grain talks",
        "Okafor may ambush premier at grain talks",
        "Mayor ambushes premier at grain talks",
        "Okafor ambushes reporters at grain talks",
        "Okafor makes promises to premier",
    ],
)
def test_another_doer_object_or_time_is_no_other_word_for_it(title: str) -> None:
    assert not of_kind("word", CONFRONTED, article("south", "The hall was full by nine.", title=title))


KYIV = ("Trains to Kyiv ran late.", "Shops in Kyiv opened at noon.")


def test_two_names_for_one_place() -> None:
    kiev = tuple(text.replace("Kyiv", "Kiev") for text in KYIV)
    (finding,) = of_kind("word", article("north", *KYIV), article("south", *kiev))
    assert finding.sentence == (
        "The capital of Ukraine: North Times writes “Kyiv” throughout, South Times “Kiev”."
    )


def test_a_name_in_quotation_marks_or_used_once_or_both_ways_is_none() -> None:
    north = article("north", *KYIV)
    assert not of_kind(
        "word", north, article("south", "“We love Kiev,” she said.", "He left “dear old Kiev” at ten.")
    )
    assert not of_kind("word", north, article("south", "Trains to Kiev ran late."))
    assert not of_kind(
        "word", north, article("south", "Trains to Kiev ran late.", "Shops in Kyiv opened at noon.")
    )


TOLL = (
    "Floodwater from the Olm killed {} villagers in the valley of Sarn on Friday, the district office said."
)


def test_two_tolls_of_one_flood() -> None:
    north, south = (article(name, TOLL.format(n)) for name, n in (("north", 31), ("south", 24)))
    (finding,) = of_kind("figure", north, south)
    assert "31" in finding.sentence and "24" in finding.sentence


def test_an_older_toll_or_the_same_one_is_no_contrast() -> None:
    north = article("north", TOLL.format(31))
    assert not of_kind("figure", north, article("south", TOLL.format(31)))
    assert not of_kind("figure", north, article("south", TOLL.format(24), published="2031-04-28"))
    assert not of_kind("figure", north, article("south", TOLL.format(400)))


def test_a_headline_that_states_what_its_text_only_reports() -> None:
    said = "At least 14 miners were killed in the pit at Druse, the union said."
    flat = article(
        "north", said, "The pit had been shut twice.", title="Pit blast kills at least 14 miners in Druse"
    )
    other = article("south", "The pit at Druse opened in 1911.")
    (finding,) = of_kind("headline_against_body", flat, other)
    assert "“the union”" in finding.sentence
    tagged = replace(flat, title="")
    assert not of_kind(
        "headline_against_body", article("north", said, title="Pit blast kills 14, union says"), other
    )
    owned = article(
        "north", said, "At least 14 miners were killed.", title="Pit blast kills at least 14 miners"
    )
    assert not of_kind("headline_against_body", owned, other) and tagged


def test_every_slot_of_a_finding_stands_in_the_texts(seed_results: Results) -> None:
    texts = {article.article_id: article for article in seed_results.articles}
    rows = {row.mention_id for rows in seed_results.mentions.values() for row in rows}
    rows |= {row.mention_id for row in (*seed_results.reuse, *seed_results.summary_checks)}
    rows |= {row.mention_id for row in seed_results.ledger.claims}
    assert seed_results.findings
    for finding in seed_results.findings:
        assert count_words(finding.sentence) <= LONGEST
        assert finding.source_a in finding.sentence and finding.source_b in finding.sentence
        assert set(finding.rows) <= rows and finding.rows
        for passage in finding.passages:
            article = texts[passage.article_id]
            assert article.text[passage.start : passage.end] == passage.text
            assert all(passage.start <= span.start < span.end <= passage.end for span in passage.focus)


def test_findings_are_few_ranked_and_the_same_on_every_run(seed_results: Results) -> None:
    scores = [finding.score for finding in seed_results.findings if finding.event == seed_results.main_event]
    assert scores == sorted(scores, reverse=True) and len(scores) <= MOST
    kinds = [finding.kind for finding in seed_results.findings]
    assert max(kinds.count(kind) for kind in kinds) <= MOST_OF_KIND
    assert ranked(seed_results.findings) == tuple(
        f for f in seed_results.findings if f.event == seed_results.main_event
    )
    assert tuple(seed_results.findings[0].row()) == FINDINGS.names


def test_one_source_or_two_events_have_none() -> None:
    ours, theirs = edited("fighters", "terrorists")
    assert not found(replace(ours, event="fire"), replace(theirs, event="flood"))
    assert not found(ours, replace(theirs, source=ours.source))


PLEDGE = "The harbour board {} that the northern quay in Sallow will be closed to fishing boats until June."


def test_one_statement_with_a_plain_cue_and_one_of_weight() -> None:
    north = article("north", PLEDGE.format("said"), "The carnival drew a crowd.")
    south = article(
        "south",
        "A closure of the northern quay in Sallow to fishing boats until June was confirmed by the harbour board.",
    )
    kinds = {
        finding.kind for finding in found(north, article("south", PLEDGE.format("claimed"), "Rain fell."))
    }
    assert kinds & {"voice", "copy_edit"}
    assert all(f.kind in ("voice", "copy_edit") for f in found(north, south))


def test_another_speaker_or_a_cue_of_the_same_weight_is_no_other_voice() -> None:
    north = article("north", PLEDGE.format("said"), "The carnival drew a crowd.")
    other = PLEDGE.replace("The harbour board", "The mayor").format("claimed")
    assert not of_kind("voice", north, article("south", other, "Rain fell."))
    assert not of_kind("voice", north, article("south", PLEDGE.format("stated"), "Rain fell."))
