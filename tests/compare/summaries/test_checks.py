"""Automatic summaries against their articles: two constructed events, an oil port and a school."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.compare.summaries import SummaryCheck
from framing.pipeline import Options, analyse
from framing.records.article import Article, Removed
from framing.results import Results
from tests.conftest import article_of

PORT = (
    "A fire at the oil port of Tarn killed two welders on Friday, the interior ministry said. The blaze was put out "
    "after nine hours.",
    "“We heard two bangs and then the whole quay was burning,” crane driver Pavel Lind told Radio Tarn. He said the "
    "sirens had stayed silent.",
    "Port director Maja Kross said inspectors had approved the tanks in March. “Nobody here cut any corners,” she "
    "added.",
    "The inquiry appeared likely to last until the autumn. Union leader Otto Brandt accused the company of hiding "
    "earlier leaks.",
    "The foreign ministry of Norway said that one of its citizens was among the injured, a sailor of 34.",
    "Environment minister Lena Falk told reporters that the beaches north of the port would stay closed until Easter. "
    "A spokeswoman for the coast guard, Ida Moen, said 300 tonnes of diesel had reached the sea.",
)
SCHOOL = (
    "Teachers in the Vale district will strike on 4 May, the union EduVale announced. The district has 41 schools.",
    "Union president Nora Field called the latest offer “a slap in the face of every teacher.” The talks, which "
    "began in January, were broken off on Tuesday.",
    "Carl Reese, the superintendent, said the district could not pay more without closing libraries.",
    "Governor Dana Holt, a Republican, wrote on Monday that the strike would be unlawful and that "
    "the state would sue EduVale.",
    "Analysts at Vale College found that salaries had fallen by 8 percent since 2015.",
)


def article(body: tuple[str, ...], summary: str) -> Article:
    """An article of an aggregator page: title, automatic summary, body."""
    whole = article_of(summary, *body, title="Live updates", article_id="page")
    start, end, _ = whole.paragraphs[1]
    return replace(whole, summary=summary, removed=(Removed(start, end, "summary"),))


def checks(body: tuple[str, ...], summary: str) -> list[SummaryCheck]:
    return list(analyse([article(body, summary)], Options(conflict="none")).summary_checks)


def faults(body: tuple[str, ...], summary: str) -> list[tuple[str, str, str]]:
    return [
        (row.check, row.summary_speaker, row.article_speaker)
        for row in checks(body, summary)
        if row.check not in ("agrees", "not_found")
    ]


@pytest.mark.parametrize(
    ("body", "summary", "speakers"),
    [
        (PORT, "“Nobody here cut any corners,” Otto Brandt said.", ("Otto Brandt", "Maja Kross")),
        (PORT, "A company spokesman said inspectors had approved the tanks in March.", ("A company spokesman", "Maja Kross")),
        (PORT, "Maja Kross said 300 tonnes of diesel had reached the sea.", ("Maja Kross", "Ida Moen")),
        (PORT, "The port director told reporters that the beaches north of the port would stay closed until Easter.",
         ("The port director", "Lena Falk")),
        (SCHOOL, "Nora Field said the district could not pay more without closing libraries.", ("Nora Field", "Carl Reese")),
        (SCHOOL, "The union president wrote that the strike would be unlawful and that the state would sue.", ("The union president", "Dana Holt")),
    ],
)  # fmt: skip
def test_another_speaker_than_in_the_article(
    body: tuple[str, ...], summary: str, speakers: tuple[str, str]
) -> None:
    assert faults(body, summary) == [("wrong_speaker", *speakers)]


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        (PORT, "The environment minister told reporters that the beaches north of the port would stay closed until Easter."),
        (PORT, "Falk told reporters that the beaches north of the port would stay closed."),
        (PORT, "Inspectors had approved the tanks in March, according to the director of the port."),
        (PORT, "The sirens had stayed silent, a crane driver said."),
        (PORT, "Norway said that one of its citizens was among the injured."),
        (PORT, "The coast guard said 300 tonnes of diesel had reached the sea."),
        (PORT, "“Nobody here cut any corners,” Maja Kros said."),
        (PORT, "The blaze was put out after nine hours."),
        (SCHOOL, "The governor wrote on Monday that the strike would be unlawful."),
        (SCHOOL, "The union announced that teachers in the Vale district will strike on 4 May."),
        (SCHOOL, "The talks, which began in January, were broken off on Tuesday. The district has 41 schools."),
        (SCHOOL, "Field called the latest offer “a slap in the face … of every teacher.”"),
        (SCHOOL, "The weather was mild, and parents brought cake to the gates of the college."),
    ],
)  # fmt: skip
def test_what_a_faithful_summary_says_is_no_fault(body: tuple[str, ...], summary: str) -> None:
    assert faults(body, summary) == []


@pytest.mark.parametrize(
    ("body", "summary", "speaker"),
    [
        (PORT, "A fire at the oil port of Tarn killed two welders on Friday.", "the interior ministry"),
        (
            PORT,
            "One of Norway’s citizens was among the injured, a sailor of 34.",
            "The foreign ministry of Norway",
        ),
        (SCHOOL, "Teachers in the Vale district will strike on 4 May.", "union EduVale"),
        (SCHOOL, "Salaries had fallen by 8 percent since 2015.", "Analysts at Vale College"),
    ],
)
def test_a_source_that_is_gone(body: tuple[str, ...], summary: str, speaker: str) -> None:
    assert [(check, name) for check, _, name in faults(body, summary)] == [("dropped_attribution", speaker)]


@pytest.mark.parametrize(
    ("body", "summary", "speaker"),
    [
        (
            PORT,
            "The inquiry appeared likely to last until the autumn, a legal expert said.",
            "a legal expert",
        ),
        (PORT, "The blaze was put out after nine hours, firefighters say.", None),
        (
            SCHOOL,
            "The talks, which began in January, were broken off on Tuesday, the mayor says.",
            "the mayor",
        ),
    ],
)
def test_a_speaker_for_the_articles_own_words(
    body: tuple[str, ...], summary: str, speaker: str | None
) -> None:
    assert faults(body, summary) == ([("added_attribution", speaker, "")] if speaker else [])


@pytest.mark.parametrize(
    ("body", "summary", "rule"),
    [
        (PORT, "“We heard three explosions and the whole quay was burning,” Pavel Lind told Radio Tarn.", "quotation/other-words"),
        (SCHOOL, "Reese said the district “could not pay more without closing libraries.”", "quotation/not-quoted"),
        (SCHOOL, "Reese said the district was “ready for a long fight.”", "quotation/other-words"),
        (SCHOOL, "Field called the latest offer “an insult to every teacher.”", "quotation/other-words"),
    ],
)  # fmt: skip
def test_quotations_that_the_article_does_not_have(body: tuple[str, ...], summary: str, rule: str) -> None:
    assert [(row.check, row.rule) for row in checks(body, summary) if row.check == "changed_quotation"] == [
        ("changed_quotation", rule)
    ]


def test_rows_point_at_both_passages() -> None:
    summary = "The blaze was put out after nine hours. “Nobody here cut any corners,” Otto Brandt said."
    text = article(PORT, summary).text
    rows = checks(PORT, summary)
    assert [text[row.start : row.end] for row in rows] == [
        "The blaze was put out after nine hours.",
        "“Nobody here cut any corners,” Otto Brandt said",
    ]
    for row in rows:
        assert row.article_start is not None
        assert text[row.article_start : row.article_end] == row.article_text
    assert rows[1].article_text == "“Nobody here cut any corners,” she added."


def test_sentences_that_a_summary_runs_together() -> None:
    summary = (
        "Nora Field called the latest offer “a slap in the face of every teacher” Governor Dana Holt wrote on Monday "
        "that the strike would be unlawful."
    )
    assert [row.check for row in checks(SCHOOL, summary)] == ["agrees", "agrees"]


def test_the_summary_is_counted_nowhere_else() -> None:
    summary = "“Nobody here cut any corners,” Otto Brandt said."
    with_summary = analyse([article(PORT, summary)], Options(conflict="none"))
    assert not any("Brandt said" in with_summary.articles[0].text[row.start : row.end]
                   for row in with_summary.mentions["attribution"])  # fmt: skip


def test_a_piece_of_an_article_is_not_held_against_its_summary() -> None:
    assert checks(("The blaze was put out.",), "A fire killed two welders. The mayor resigned.") == []


def test_the_seed_page_has_four_exchanged_two_invented_and_four_dropped_speakers(
    seed_results: Results,
) -> None:
    found = [row.check for row in seed_results.summary_checks]
    assert [
        found.count(check) for check in ("wrong_speaker", "added_attribution", "dropped_attribution")
    ] == [4, 2, 4]
    assert not any(
        "ena.et" in row.article_id and row.check != "agrees" for row in seed_results.summary_checks
    )
