"""Tables: declared, sliceable, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from framing.publish.run import comparison_files
from framing.publish.tables import csv_text
from framing.records.columns import Column, Table
from framing.results import Results
from tests.conftest import SEEDS

EVIDENCE = ("attributions", "verification", "casualties", "numbers", "names", "wording", "tone", "headlines")


@pytest.fixture(scope="module")
def files(seed_files: dict[str, str]) -> dict[str, str]:
    return seed_files


def rows(files: dict[str, str], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"])))


def test_every_column_of_every_table_is_in_the_codebook(files: dict[str, str]) -> None:
    declared = {(row["table"], row["column"]) for row in rows(files, "codebook")}
    for name in files:
        if name.endswith(".csv"):
            table = name.removesuffix(".csv")
            header = next(csv.reader(io.StringIO(files[name])))
            assert {(table, column) for column in header} <= declared
    tables = {name.removesuffix(".csv") for name in files if name.endswith(".csv")}
    assert {table for table, _ in declared} == tables


def test_no_table_has_two_columns_of_one_name(files: dict[str, str]) -> None:
    for name in files:
        if name.endswith(".csv"):
            header = next(csv.reader(io.StringIO(files[name])))
            assert len(header) == len(set(header)), name


def test_no_two_contrasts_compare_the_same_groups(files: dict[str, str]) -> None:
    keys = [
        tuple(row[name] for name in ("measure", "group_a", "group_b", "basis"))
        for row in rows(files, "contrasts")
    ]
    assert len(keys) == len(set(keys))
    assert all(a != b for _, a, b, _ in keys)


def test_every_definition_in_the_codebook_is_a_sentence(files: dict[str, str]) -> None:
    for row in rows(files, "codebook"):
        assert row["definition"].endswith("."), row
        assert row["type"], row


@pytest.mark.parametrize("table", EVIDENCE)
def test_every_offset_slices_to_the_text_recorded_beside_it(files: dict[str, str], table: str) -> None:
    articles = {a["article_id"]: a for a in map(json.loads, files["articles.jsonl"].splitlines())}
    inputs = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    found = rows(files, table)
    assert found
    for row in found:
        article = articles[row["article_id"]]
        assert article["text"][int(row["start"]) : int(row["end"])] == row["text"]
        for spans_name in (name for name in row if name.endswith("_spans")):
            text_name = spans_name.replace("_spans", "_text")
            pieces = [tuple(map(int, piece.split(":"))) for piece in row[spans_name].split(";") if piece]
            for start, end in pieces:
                assert 0 <= start < end <= len(article["text"])
            if text_name in row and pieces:
                sliced = " … ".join(article["text"][start:end] for start, end in pieces)
                assert sliced.split() == row[text_name].split(), (row["mention_id"], spans_name)
        file = inputs[Path(article["file"]).name]
        if row["region"] == "title" or "\n" not in row["text"]:
            assert file[int(row["file_start"]) : int(row["file_end"])] == row["text"]


def test_every_removed_stretch_slices_to_its_text_in_the_file(files: dict[str, str]) -> None:
    inputs = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    for row in rows(files, "removed"):
        file = inputs[Path(row["file"]).name]
        piece = file[int(row["file_start"]) : int(row["file_end"])]
        assert piece.split() == row["text"].removeprefix("'").split()


def test_mention_ids_are_unique_in_the_run(files: dict[str, str]) -> None:
    ids = [row["mention_id"] for table in EVIDENCE for row in rows(files, table)]
    assert len(ids) == len(set(ids))


def test_contract_columns_stand_in_their_order(files: dict[str, str]) -> None:
    shared = "article_id,source,mention_id,sentence,paragraph,region,start,end,text,file_start,file_end,rule"
    expected = {
        "attributions": f"{shared},speaker_spans,speaker_text,speaker_resolved,speaker_side,speaker_type,"
        "cue_spans,cue_text,cue_lemma,cue_class,secondary_cue_class,content_spans,directness,negated,"
        "verification,speaker_missing,nested_in",
        "verification": f"{shared},verification,about_side,by_text",
        "casualties": f"{shared},trigger_start,trigger_end,kind,count_low,count_high,count_qualifier,count_text,"
        "victim_spans,victim_text,victim_side,victim_side_explicit,victim_status,children,humanising,"
        "agent_spans,agent_text,agent_type,agent_side,agent_side_explicit,cause_link,construction,"
        "predicate_lemma,lexical_choice,factuality,materiel_coordination,attribution_id,attribution_cue,"
        "speaker_text,speaker_side",
        "wording": f"{shared},category,entry,about_side,inside_quote",
        "names": f"{shared},concept,variant,signals,exception,inside_quote,sense,paired_with",
        "contrasts": "measure,group_a,group_b,basis,n_a,of_a,rate_a,n_b,of_b,rate_b,difference,ci_low,ci_high,"
        "p,p_adjusted,test,enough",
        "codebook": "table,column,definition,type,unit,numerator,denominator,range,missing_means,example,source,"
        "measured_precision,measured_recall,measured_on",
        "removed": "article_id,source,reason,start,end,file_start,file_end,text",
        "skipped": "file,row,reason,remedy",
        "articles": "article_id,source,event,published,published_raw,title,byline,agency,url,language,file,sha256,"
        "words,sentences,paragraphs",
        "sources": "source,articles",
    }
    for table, columns in expected.items():
        header = files[f"{table}.csv"].split("\n", 1)[0]
        assert header.split(",")[: len(columns.split(","))] == columns.split(","), table


def test_written_twice_the_bytes_are_the_same_but_for_the_time_of_creation(
    files: dict[str, str], seed_results: Results
) -> None:
    first, second = dict(files), dict(comparison_files(seed_results))
    manifests = [json.loads(written.pop("manifest.json")) for written in (first, second)]
    assert first == second
    for manifest in manifests:
        manifest.pop("created")
    assert manifests[0] == manifests[1]


def test_a_cell_that_a_spreadsheet_would_run_is_written_as_text() -> None:
    table = Table("t", (Column(name="x", definition="X."),))
    written = csv_text(table, [{"x": '=HYPERLINK("http://example.org")'}, {"x": "-5"}, {"x": "+ five"}])
    assert list(csv.reader(io.StringIO(written))) == [
        ["x"],
        ['\'=HYPERLINK("http://example.org")'],
        ["-5"],
        ["'+ five"],
    ]
