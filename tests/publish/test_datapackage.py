"""The descriptor of a run's tables and the paragraph on methods say what the files hold."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from framing.publish.folder import write_folder
from framing.publish.output import OutputOptions
from framing.publish.run import FEATURE_RUN, feature_files, run_files
from framing.results import Results


@pytest.fixture(scope="module")
def files(seed_results: Results) -> dict[str, str]:
    return feature_files(seed_results)


def test_every_table_is_described_with_its_columns_in_order(files: dict[str, str]) -> None:
    resources = json.loads(files["datapackage.json"])["resources"]
    assert {one["path"] for one in resources} == {name for name in files if name.endswith(".csv")}
    for one in resources:
        assert re.fullmatch(r"[a-z0-9-]+", one["name"])
        header = next(csv.reader(io.StringIO(files[one["path"]])))
        assert [field["name"] for field in one["schema"]["fields"]] == header


def test_every_cell_is_of_the_type_and_in_the_list_that_is_declared(files: dict[str, str]) -> None:
    reads: dict[str, Callable[[str], object]] = {
        "integer": int,
        "number": float,
        "string": str,
        "boolean": {"true": True, "false": False}.__getitem__,
    }
    for one in json.loads(files["datapackage.json"])["resources"]:
        fields = {field["name"]: field for field in one["schema"]["fields"]}
        for row in csv.DictReader(io.StringIO(files[one["path"]])):
            for name, value in row.items():
                if value:
                    reads[fields[name]["type"]](value)
                    allowed = fields[name].get("constraints", {}).get("enum")
                    assert allowed is None or value in allowed, (one["path"], name, value)


def test_the_methods_name_what_was_read_and_with_what(files: dict[str, str], seed_results: Results) -> None:
    text = files["methods.md"]
    assert f"{len(seed_results.articles)} articles of 9 sources were read" in text
    assert f"framing {version('framing')}" in text and "russia_ukraine" in text
    assert "`attributions.csv` (attribution): precision" in text
    assert "Cite as:" in text


def test_every_column_has_an_example_of_its_type(seed_files: dict[str, str]) -> None:
    reads: dict[str, Callable[[str], object]] = {"integer": int, "number": float}
    for row in csv.DictReader(io.StringIO(seed_files["codebook.csv"])):
        assert row["example"], (row["table"], row["column"])
        reads.get(row["type"], str)(row["example"])
        allowed = row["range"].split(" | ")
        if len(allowed) > 1 and row["type"] == "string" and "id of a side" not in allowed:
            assert row["example"] in allowed, (row["table"], row["column"], row["example"])


def test_a_table_of_which_nothing_is_known_takes_its_examples_from_the_run(fire_results: Results) -> None:
    book = csv.DictReader(io.StringIO(feature_files(fire_results, wide=True)["codebook.csv"]))
    wide = {row["column"]: row["example"] for row in book if row["table"] == "wide"}
    assert wide["words"] and wide["casualties_killed"]


@pytest.mark.parametrize("excel", [False, True])
def test_a_program_that_knows_only_the_standard_reads_every_table(
    fire_results: Results, tmp_path: Path, excel: bool
) -> None:
    write_folder(tmp_path, run_files(fire_results, FEATURE_RUN, OutputOptions(excel=excel, wide=True)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import validate

        report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:10]
    assert len(report.tasks) > 15
