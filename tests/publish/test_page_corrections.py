"""What the page lets a person correct is what the records declare, each choice in plain words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from framing.corrections.record import CorrectionOutcome
from framing.corrections.values import value_of
from framing.publish.page import build
from framing.publish.page.corrections import MOST_ROWS, correction_forms
from framing.read.corrections import Correction
from framing.results import Results


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_every_field_is_a_column_that_can_be_corrected_and_every_choice_a_value(
    seed_results: Results,
) -> None:
    for table, form in correction_forms(seed_results.families, seed_results.sides).items():
        for field, column in form.fields:
            assert column.correctable, f"{table}.{field.column}"
            closed = {"true", "false"} if column.type == "boolean" else set(column.values)
            assert set(field.options) >= closed, f"{table}.{field.column}"
            for value in field.options:
                value_of(column, value, seed_results.sides)


def test_without_sides_no_form_asks_for_one(seed_results: Results) -> None:
    forms = correction_forms(seed_results.families, None)
    names = {column.name for form in forms.values() for _, column in form.fields}
    assert not any(name.endswith("_side") for name in names)


def test_marks_carry_their_key_and_their_values(seed_html: str, seed_results: Results) -> None:
    data = data_of(seed_html)
    texts = [article.text for article in seed_results.articles]
    marks = [passage for passage in data["passages"] if "e" in passage]
    assert {mark["e"]["f"] for mark in marks} == set(
        correction_forms(seed_results.families, seed_results.sides)
    )
    for mark in marks:
        key = mark["e"]
        assert texts[mark["a"]][key["b"] : key["e"]] == key["x"]
        assert len(key["v"]) == len(data["corrections"]["forms"][key["f"]])


def test_more_corrections_than_a_page_holds_are_said_and_left_to_the_file(seed_results: Results) -> None:
    row = Correction(
        article_id="x", table="tone", start=0, end=1, text="x", action="reject", file="c.csv", row=2
    )
    many = replace(seed_results, corrections=(CorrectionOutcome(row, "not_found"),) * (MOST_ROWS + 1))
    page = build(many, measured={})
    assert data_of(page)["corrections"]["rows"] == []
    assert "A page holds no list of 2,001 corrections" in page
    assert "0 human corrections applied, 2,001 not found" in page
