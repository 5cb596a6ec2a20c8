"""What is hidden when names are hidden: whatever tells a source, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from framing.pipeline import Options, analyse
from framing.publish.anonymise import LabelledTexts, names_anonymiser
from framing.publish.anonymise.replacing import TextAnonymiser
from framing.publish.page.about import letters
from framing.publish.shared.names import bare, named
from framing.records.article import Article
from framing.results import Results
from tests.conftest import article_of

PatternPseudonym = Callable[[str], str]


def anonymiser_of(*articles: Article) -> TextAnonymiser:
    results = analyse(list(articles), Options(conflict="none"))
    keys = [article.article_id for article in results.articles]
    return names_anonymiser(results, letters(keys))


def source(label: str, *paragraphs: str, **fields: str) -> Article:
    article = article_of(
        *(paragraphs or ("The bridge was closed on Monday.",)), article_id=label, source=label
    )
    return replace(article, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "said", "hidden"),
    [
        ("Npr.org", "he told NPR on Monday.", "he told Source A on Monday."),
        ("Npr.org", "NPR's Morning Edition first had it.", "Source A's Source A first had it."),
        ("BBC", "BBC Verify looked at the pictures.", "Source A looked at the pictures."),
        (
            "bbc.co.uk",
            "Write to desk@bbc.co.uk or see bbc.co.uk/news/1.",
            "Write to Source A or see Source A.",
        ),
        ("BBC", "Follow @BBCNews and #bbcqt.", "Follow Source A and Source A."),
        ("Fox News", "FOX NEWS and Fox News’ host", "Source A and Source A’ host"),
        ("nytimes", "The New York Times has learned that", "Source A has learned that"),
        ("El Pais", "a letter seen by EL PAÍS", "a letter seen by Source A"),
        ("Springfield Courier", "he told the Springfield Courier.", "he told Source A."),
        ("springfieldcourier.com", "said the Springfield Courier", "said Source A"),
        ("kvnutalk.com", "KVNU was told", "Source A was told"),
        ("bbc_2024-05-01", "The BBC said", "Source A said"),
    ],
)
def test_a_source_is_hidden_by_all_its_names(label: str, said: str, hidden: str) -> None:
    assert anonymiser_of(source(label)).anonymised(said) == hidden


@pytest.mark.parametrize(
    ("label", "said", "hidden"),
    [
        ("The Guardian", "as the Guardian understands", "as Source A understands"),
        ("The Guardian", "They told the Guardian that", "They told Source A that"),
        ("The Guardian", "A Guardian investigation found", "A Source A investigation found"),
        ("Time", "He told TIME, and spoke to Time.", "He told Source A, and spoke to Source A."),
        ("The Hill", "she said in an interview with The Hill", "she said in an interview with Source A"),
        ("The Independent", "The Independent has asked the ministry", "Source A has asked the ministry"),
    ],
)
def test_names_that_are_words_are_hidden_where_they_name_the_outlet(
    label: str, said: str, hidden: str
) -> None:
    assert anonymiser_of(source(label)).anonymised(said) == hidden


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Time", "Time is running out, and there is no time to lose."),
        ("Time", "For the First Time in Years"),
        ("The Guardian", "the Guardian Council and a guardian of the peace"),
        ("The Independent", "an independent inquiry by the Independent Commission"),
        ("The Hill", "a house on the hill"),
        ("The Sun", "The sun rose over the Sun Belt."),
        ("000", "12,000 people, 000 forms and room 000"),
        ("1", "1 person in 1,000"),
        ("Source 001", "One source said 001."),
        ("text", "The text of the treaty, in the Text"),
        ("Ukraine", "Ukraine said that Ukraine would talk."),
        ("BBC", "CNN and the Washington Post reported it first; state TV did not."),
    ],
)
def test_what_is_no_name_of_a_source_stays(label: str, said: str) -> None:
    lower = source("b", "There was no time to lose for the text.")
    assert anonymiser_of(source(label), lower).anonymised(said) == said


def test_each_source_keeps_its_letter_in_all_texts() -> None:
    anonymiser = anonymiser_of(
        source("BBC"), source("CNN"), replace(source("BBC"), article_id="second"), source("apnews.com")
    )
    said = "The BBC, CNN, and the Associated Press (AP)"
    assert anonymiser.anonymised(said) == "Source A, Source B, and Source D (Source D)"


def test_writers_are_hidden_wherever_they_stand() -> None:
    own = source(
        "NPR",
        "“It fell at once,” a man told NPR's Jo Example. Li Po, a producer for NPR, saw it.",
        "Ann van Writer reported from the bridge. Later Writer went home.",
        byline="By Ann van Writer and Lee Penn",
    )
    anonymiser = anonymiser_of(own)
    hidden = anonymiser.anonymised(own.text)
    assert not re.search("Example|Li Po|Ann|Writer|Penn|NPR", hidden)
    assert "told Source A's [writer of Source A]." in hidden
    assert anonymiser.anonymised("LEE PENN") == "[writer of Source A]"


def test_agencies_that_the_articles_credit_are_hidden_and_others_stay() -> None:
    anonymiser = anonymiser_of(
        source("whec.com", "The bridge fell.", agency="AP"),
        source("x", "The bridge fell, Xinhua said.", "Reuters contributed to this report."),
    )
    said = "AP and the Associated Press; Reuters; Xinhua; https://apnews.com/hub/bridges"
    assert anonymiser.anonymised(said) == "Agency 1 and Agency 1; Agency 2; Xinhua; Agency 1"


def test_a_byline_may_name_an_agency_or_stand_in_another_language() -> None:
    signed = source("voanews.com", byline="Associated Press")
    assert anonymiser_of(signed).anonymised("Associated Press") == "Agency 1"
    names = "[writer of Source A] und [writer of Source A]"
    assert (
        anonymiser_of(source("x", byline="Von Eva Muster und Udo Probe")).anonymised(
            "Eva Muster und Udo Probe"
        )
        == names
    )


def test_files_and_addresses_are_hidden() -> None:
    article = source("BBC", file="bbc/bridge one.html", url="https://example.org/bbc-bridge")
    anonymiser = anonymiser_of(article)
    assert anonymiser.anonymised("bbc/bridge one.html, https://example.org/bbc-bridge") == "file 1, [address]"


def test_a_name_that_was_cut_is_hidden_too() -> None:
    anonymiser = anonymiser_of(source("Springfield Courier"))
    assert anonymiser.anonymised("he told the Springfield Cou…") == "he told the Source A…"


def test_labels_are_hidden_where_they_are_labels_and_not_where_they_are_words() -> None:
    texts = LabelledTexts({"1": "A", "Time": "B", "<b>": "C"}, TextAnonymiser([]), TextAnonymiser([]))
    text = f"{named('1')}: 1 of 12, {named('Time')} (2): no time; {named('<b>')}"
    assert texts.versions(text).names == "Source A: 1 of 12, Source B (2): no time; Source C"
    assert texts.versions(text).real == bare(text) == "1: 1 of 12, Time (2): no time; <b>"


def test_the_seeds_tell_no_source(seed_results: Results) -> None:
    keys = [article.article_id for article in seed_results.articles]
    anonymiser = names_anonymiser(seed_results, letters(keys))
    names = (
        r"\bNPR|npr\.org|\bDW\b|WHEC|KVNU|\bENA\b|\bAP\b|Associated Press|Palamarenko|Flaminia Luck|apnews"
    )
    for article in seed_results.articles:
        for _, pieces in article.kept():
            for piece in pieces:
                text = article.text[piece.start : piece.end]
                assert not re.search(names, anonymiser.anonymised(text))
