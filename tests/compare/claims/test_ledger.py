"""The claim ledger on an event of our own: who states it flat, who attributes it, who leaves it out."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from framing.compare.claims import Cell, ClaimMention, Drift
from framing.pipeline import Options, analyse
from framing.results import Results
from tests.compare.claims.ferry import FERRY, POST, TIMES, WIRE
from tests.conftest import article_of


@pytest.fixture(scope="module")
def results() -> Results:
    return analyse(FERRY, Options(conflict="none"))


def about(results: Results, *words: str) -> list[ClaimMention]:
    """The passages of the shared claim whose gist holds all words."""
    rows = [row for row in results.ledger.claims if row.scope == "shared"]
    (claim,) = {row.claim_id for row in rows if all(word in row.gist.lower() for word in words)}
    return [row for row in rows if row.claim_id == claim]


def cells(results: Results, claim: list[ClaimMention]) -> dict[str, Cell]:
    return {cell.article_id: cell for cell in results.ledger.cells if cell.claim_id == claim[0].claim_id}


def drift(results: Results, claim: list[ClaimMention], kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in results.ledger.drift:
        if row.claim_id == claim[0].claim_id and row.drift == kind:
            found.setdefault(row.article_id, []).append(row.value)
    return found


def test_one_fact_in_other_words_is_one_claim(results: Results) -> None:
    drowned = about(results, "drowned")
    assert {row.article_id for row in drowned} == {"post", "times", "wire"}
    recorder = about(results, "recorder")
    assert {row.article_id for row in recorder} == {"post", "times"}


def test_stance_tells_who_states_it_flat_and_who_doubts(results: Results) -> None:
    drowned = {row.article_id: row.stance for row in about(results, "drowned") if row.region != "title"}
    assert drowned == {"post": "attributed", "times": "own_voice", "wire": "endorsed"}
    overloaded = {row.article_id: row for row in about(results, "overloaded")}
    assert overloaded["times"].stance == "distanced"
    assert overloaded["times"].cue_lemma == "claim"


def test_a_passage_is_a_sentence_of_its_article_and_marks_its_statement(results: Results) -> None:
    texts = {article.article_id: article.text for article in results.articles}
    for row in results.ledger.claims:
        passage = texts[row.article_id][row.start : row.end]
        assert passage == passage.strip()
        assert 0 < len(passage) <= 600
        for span in row.statement_spans:
            assert row.start <= span.start < span.end <= row.end


def test_what_only_one_article_states_is_kept_apart(results: Results) -> None:
    single = {row.article_id: row.gist for row in results.ledger.claims if row.scope == "single"}
    assert "life jackets" in single["times"]
    assert "90 kilometres" in single["wire"]
    assert not any("carnival" in row.gist for row in results.ledger.claims), "no evidence row stands in it"


def test_only_what_could_have_been_known_is_omitted(results: Results) -> None:
    recorder = cells(results, about(results, "recorder"))
    assert (recorder["wire"].status, recorder["wire"].known) == ("not_yet_known", "no")
    undated = analyse([POST, TIMES, replace(WIRE, published="")], Options(conflict="none"))
    assert cells(undated, about(undated, "recorder"))["wire"].known == "unknown"
    late = analyse([POST, TIMES, replace(WIRE, published="2024-03-09")], Options(conflict="none"))
    assert cells(late, about(late, "recorder"))["wire"].known == "yes"


def test_drift_names_what_differs_and_where_it_was_read(results: Results) -> None:
    drowned = about(results, "drowned")
    assert drift(results, drowned, "cue") == {"post": ["say"], "wire": ["confirm"]}
    assert "own_voice" in drift(results, drowned, "attribution")["times"]
    hedged = drift(results, drowned, "qualifier")
    assert hedged["times"] != hedged["wire"]
    assert {"cue", "attribution", "qualifier"} <= set(drowned[0].drift)


def test_drift_points_to_rows_that_exist(results: Results) -> None:
    known = {row.mention_id for rows in results.mentions.values() for row in rows}
    known |= {row.mention_id for row in (*results.ledger.claims, *results.reuse)}
    assert {row.mention_id for row in results.ledger.drift} <= known
    for row in results.ledger.claims:
        assert {row.attribution_id, *row.number_ids, *row.casualty_ids} - {""} <= known


def test_the_order_of_articles_changes_names_but_not_claims() -> None:
    def claims(articles: tuple[object, ...]) -> set[frozenset[tuple[str, int]]]:
        found: dict[str, set[tuple[str, int]]] = {}
        for row in analyse(articles, Options(conflict="none")).ledger.claims:  # type: ignore[arg-type]
            found.setdefault(row.claim_id, set()).add((row.article_id, row.start))
        return {frozenset(places) for places in found.values()}

    assert claims((POST, TIMES, WIRE)) == claims((WIRE, POST, TIMES))


def test_one_article_has_no_ledger() -> None:
    assert analyse([POST], Options(conflict="none")).ledger.claims == ()


def test_articles_on_other_events_are_not_aligned() -> None:
    apart = [replace(POST, event="ferry"), replace(TIMES, event="inquiry"), replace(WIRE, event="storm")]
    assert not any(row.scope == "shared" for row in analyse(apart, Options(conflict="none")).ledger.claims)


def test_a_drift_row_is_a_row_of_its_table() -> None:
    from framing.compare.claims import CLAIMS, DRIFT, LEDGER

    row = Drift(
        claim_id="k001",
        gist="g",
        drift="cue",
        about="",
        article_id="a",
        source="A",
        value="say",
        comparable=True,
        mention_id="a:a001",
    )
    assert tuple(row.row()) == DRIFT.names
    assert set(LEDGER.names) == set(Cell.__dataclass_fields__)
    assert set(ClaimMention.own_fields()) <= set(CLAIMS.names)


def test_an_event_too_large_to_be_aligned_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["framing.compare.claims.ledger"], "MOST_SENTENCES", 3)
    large = analyse(FERRY, Options(conflict="none"))
    assert large.ledger.claims == ()
    assert any("too many articles for the claim table" in warning for warning in large.warnings)


def test_quoted_words_with_their_tag_are_nobodys_own_voice() -> None:
    words = "“We will not sell a single acre of this valley,”"
    one = article_of(f"{words} the farmer jotted on a wall.", article_id="one", source="One")
    other = article_of(f"On a wall stands: {words}", article_id="other", source="Other")
    rows = analyse([one, other], Options(conflict="none")).ledger.claims
    assert {row.stance for row in rows if row.scope == "shared"} == {"attributed"}
