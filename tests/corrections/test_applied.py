"""Corrections of marks: what changes, what follows, what stays."""

from __future__ import annotations

from typing import Any

import pytest

from framing.extract import extractors
from framing.records.mention import Mention
from framing.results import Results
from tests.corrections.conftest import Run, about


def ids(results: Results) -> dict[str, tuple[int, int]]:
    return {row.mention_id: row.span for rows in results.mentions.values() for row in rows}


def row(results: Results, mention_id: str) -> Any:
    return next(m for rows in results.mentions.values() for m in rows if m.mention_id == mention_id)


def status(results: Results) -> list[str]:
    return [outcome.status for outcome in results.corrections]


def references(results: Results) -> dict[str, list[str]]:
    """What the rows name as other rows, by the family that they name."""
    named: dict[str, list[str]] = {}
    for family in extractors():
        for column in family.table.columns if family.table else ():
            if column.row_of:
                found = (getattr(m, column.name) for m in results.mentions[family.name])
                named.setdefault(column.row_of, []).extend(filter(None, found))
    return named


def test_every_count_follows_a_rejected_mark(run: Run) -> None:
    before = run()
    after = run(about(before, "attribution", 3, action="reject", reason="it is a denial"))
    assert status(after) == ["applied"]
    (old,), (new,) = before.article_rows, after.article_rows
    assert (old["attributions"], new["attributions"]) == (4, 3)
    assert (old["doubt_russia"], new["doubt_russia"]) == (1, 0)
    assert new["attributed_words"] < old["attributed_words"]
    assert after.source_rows[0]["attributions"] == 3


def test_what_stood_in_a_rejected_attribution_is_the_source_s_own_voice(run: Run) -> None:
    before = run()
    after = run(about(before, "attribution", 3, action="reject"))
    distance = row(after, "test:q003")
    assert (distance.attribution_id, distance.speaker_text, distance.speaker_side) == ("", "", "")
    assert after.article_rows[0]["numbers_own_voice"] == 1


def test_what_stood_in_two_attributions_is_left_to_the_other(run: Run) -> None:
    before = run()
    inner = run(about(before, "attribution", 2, action="reject"))
    assert row(inner, "test:c002").speaker_text == "The mayor"
    outer = run(about(before, "attribution", 1, action="reject"))
    assert row(outer, "test:c002").speaker_text == "doctors"
    assert row(outer, "test:a003").nested_in == ""
    assert outer.article_rows[0]["attributions_nested"] == 0


def test_a_figure_whose_first_unit_is_rejected_is_counted_itself(run: Run) -> None:
    before = run()
    after = run(about(before, "numbers", 2, action="reject"))
    assert row(after, "test:q004").restates == ""
    assert after.article_rows[0]["numbers"] == before.article_rows[0]["numbers"]


def test_a_rejected_statement_on_checking_is_carried_over_to_no_claim(run: Run) -> None:
    before = run()
    after = run(about(before, "verification", 0, action="reject"))
    assert row(before, "test:a004").verification == "unverified"
    assert row(after, "test:a004").verification == "none"


def test_a_rejection_makes_no_row_and_renames_none(run: Run) -> None:
    before = run()
    for family, rows in before.mentions.items():
        if all(f.table is None for f in extractors() if f.name == family):
            continue
        for number, rejected in enumerate(rows):
            after = run(about(before, family, number, action="reject"))
            assert status(after) == ["applied"]
            assert ids(after) == {k: v for k, v in ids(before).items() if k != rejected.mention_id}
            for named in references(after).values():
                assert set(named) <= set(ids(after))


def test_rows_of_the_seeds_name_rows_that_are_there(seed_results: Results) -> None:
    for family, named in references(seed_results).items():
        assert set(named) <= {m.mention_id for m in seed_results.mentions[family]}


def test_a_corrected_value_is_counted_and_carried_over(run: Run) -> None:
    before = run()
    after = run(about(before, "attribution", 1, action="correct", column="speaker_side", value="Ukraine"))
    assert after.article_rows[0]["attributions_by_ukraine"] == 2
    corrected = row(after, "test:a002")
    assert corrected.rule == f"{row(before, 'test:a002').rule}; corrected by a person: speaker_side"
    assert [(o.status, o.was) for o in after.corrections] == [("applied", "unknown")]


def test_a_casualty_takes_the_corrected_speaker_of_its_attribution(run: Run) -> None:
    before = run()
    after = run(about(before, "attribution", 2, action="correct", column="speaker_side", value="ukraine"))
    assert row(after, "test:c002").speaker_side == "ukraine"
    assert row(after, "test:q002").speaker_side == "ukraine"


def test_a_corrected_number_is_converted_anew(run: Run) -> None:
    before = run()
    given = [
        about(before, "numbers", 2, action="correct", column=name, value="4")
        for name in ("value_low", "value_high")
    ]
    after = run(*given)
    distance = row(after, "test:q003")
    assert (distance.value_low, distance.converted_low) == (4, pytest.approx(6.437376))
    assert distance.rule.endswith("; corrected by a person: value_low, value_high")


def test_a_row_as_the_program_made_it_is_settled(seed_results: Results) -> None:
    """Nothing follows from the slots of a row that the program has not drawn from them itself."""
    from framing.extract import Context

    context = Context(seed_results.lexicons, seed_results.sides)
    for family in extractors():
        for found in seed_results.mentions[family.name]:
            assert family.settled(found, context) == found


def test_a_casualty_without_a_doer_names_none(run: Run) -> None:
    before = run()
    after = run(about(before, "casualty", 0, action="correct", column="agent_type", value="none"))
    shelling = row(after, "test:c001")
    assert (shelling.agent_text, shelling.agent_side, shelling.cause_link) == ("", "", "none")


def test_what_the_program_says_itself_is_no_correction(run: Run) -> None:
    before = run()
    after = run(about(before, "casualty", 0, action="correct", column="kind", value="killed"))
    assert status(after) == ["agrees"]
    assert row(after, "test:c001") == row(before, "test:c001")


def test_of_two_values_the_later_row_stands_and_a_rejection_above_both(run: Run) -> None:
    before = run()
    first, second = (
        about(before, "attribution", 1, action="correct", column="speaker_side", value=side)
        for side in ("russia", "ukraine")
    )
    after = run(first, second)
    assert status(after) == ["replaced", "applied"]
    assert row(after, "test:a002").speaker_side == "ukraine"
    gone = run(about(before, "attribution", 1, action="reject"), first, second)
    assert status(gone) == ["applied", "replaced", "replaced"]
    assert "test:a002" not in ids(gone)


def test_a_mark_is_found_by_its_characters_whatever_its_name(run: Run) -> None:
    before = run()
    asked = about(before, "attribution", 1, action="reject") | {"mention_id": "test:a999"}
    asked["text"] = asked["text"].replace(" ", "  \n")
    assert status(run(asked)) == ["applied"]


def test_what_is_not_found_says_why(run: Run) -> None:
    before = run()
    mark = about(before, "attribution", 1, action="reject")
    after = run(
        mark | {"article_id": "other"},
        mark | {"text": "The mayor denied that"},
        mark | {"end": mark["start"] + 9, "text": "The mayor"},
        mark | {"start": 10**9, "end": 10**9 + 1},
    )
    assert status(after) == ["not_found"] * 4
    says = ["no article 'other'", "the text is another", "has no row at these", "the text is another"]
    for outcome, reason, warning in zip(after.corrections, says, after.warnings, strict=True):
        assert reason in outcome.note
        assert f"corrections.csv, row {outcome.correction.row}: {outcome.note}" in warning
    assert after.mentions == before.mentions


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"action": "delete"}, "write reject or correct"),
        ({"action": "correct"}, "no column is named"),
        ({"table": "claims"}, "'claims' is no table whose rows can be corrected"),
        ({"start": "1e3"}, "are no offsets"),
        ({"text": ""}, "the cell 'text' is empty"),
        ({"action": "correct", "column": "speaker_spans", "value": "1:4"}, "these can: speaker_resolved"),
        ({"action": "correct", "column": "speaker_side", "value": "mars"}, "one of ukraine, russia"),
        ({"action": "correct", "column": "speaker_side", "value": ""}, "one of ukraine, russia"),
        ({"action": "correct", "column": "cue_class", "value": "=1+1"}, "it is one of neutral"),
        ({"action": "correct", "column": "cue_class", "value": ""}, "cue_class cannot be empty"),
        ({"action": "correct", "column": "negated", "value": "maybe"}, "one of true, false"),
        ({"action": "correct", "column": "speaker_resolved", "value": "x" * 501}, "no plain text"),
        ({"action": "correct", "column": "speaker_resolved", "value": "a\x1b[2J"}, "no plain text"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(run: Run, change: dict[str, str], says: str) -> None:
    before = run()
    after = run(
        about(before, "attribution", 1, action="reject") | change,
        about(before, "casualty", 1, action="reject"),
    )
    assert status(after) == ["refused", "applied"]
    assert says in after.corrections[0].note
    assert len(after.warnings) == 1


def test_ends_that_are_exchanged_are_refused(run: Run) -> None:
    before = run()
    after = run(about(before, "casualty", 1, action="correct", column="count_low", value="40"))
    assert status(after) == ["refused"]
    assert "above count_high" in after.corrections[0].note
    assert row(after, "test:c002") == row(before, "test:c002")


def test_without_a_conflict_pack_nobody_has_a_side(run: Run) -> None:
    before = run(conflict="none")
    asked = about(before, "attribution", 1, action="correct", column="speaker_side", value="ukraine")
    after = run(asked, conflict="none")
    assert "no conflict pack is in use" in after.corrections[0].note


def test_columns_that_can_be_corrected_are_columns_of_their_rows() -> None:
    for family in extractors():
        for column in family.table.columns if family.table else ():
            if column.correctable:
                assert column.type not in ("spans", "list")
                assert column.correctable != "value" or column.values or column.type != "string"
                assert column.name not in {shared.name for shared in Mention.COLUMNS}
