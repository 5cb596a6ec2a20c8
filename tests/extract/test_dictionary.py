"""Dictionaries of a user's own: read from a table or YAML, counted by category, and only where they are given."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from framing.extract.dictionary import ENTRIES, DictionaryMention
from framing.lexicon.check import check_own_file, warnings
from framing.pipeline import Options, features_of
from framing.publish.run import feature_files
from framing.records.errors import LexiconError
from tests.conftest import article_of

TABLE = "Category;Word\nsea;harbour*\nsea;port\nsea;port of call\nland;road\nland;harbour road\n"
YAML = "sea: [harbour*, port, port of call]\nland: [road, harbour road]\n"
WHOLE = "kind: dictionary\nabout: Of the coast.\nreferences: {own: Own}\nentries:\n- {id: sea, source: [own], forms: [port]}\n"
ARTICLE = article_of(
    "The Harbours are shut. The report on the port of call came by the harbour road.",
    "“The port is open,” she said.",
    title="Port shut",
)


def given(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "text"), [("mine.csv", TABLE), ("mine.yaml", YAML)])
def test_words_are_counted_in_each_category_that_lists_them(tmp_path: Path, name: str, text: str) -> None:
    options = Options(conflict="none", lexicons=(given(tmp_path, name, text),))
    results = features_of([ARTICLE], options)
    rows = [
        (
            row.category,
            row.form,
            ARTICLE.text[row.start : row.end],
            row.inside_quote,
            row.rule.split(" > ")[1],
        )
        for row in results.mentions["dictionary"]
        if isinstance(row, DictionaryMention)
    ]
    assert sorted(rows) == [
        ("land", "harbour road", "harbour road", False, "whole-word"),
        ("sea", "harbour*", "Harbours", False, "beginning-of-word"),
        ("sea", "harbour*", "harbour", False, "beginning-of-word"),
        ("sea", "port", "Port", False, "whole-word"),
        ("sea", "port", "port", True, "whole-word"),
        ("sea", "port of call", "port of call", False, "whole-word"),
    ]
    assert {rule for *_, rule in rows} == ENTRIES.keys()
    assert results.warnings == ("dictionary: no source is given for sea, land: a paper has to say",)
    long = csv.DictReader(io.StringIO(feature_files(results)["features.csv"]))
    counted = {
        (row["feature"], row["group"]): (row["n"], row["of"])
        for row in long
        if "dictionary" in row["feature"]
    }
    words = results.article_rows[0]["words"]
    assert counted == {
        ("dictionary", "sea"): ("5", str(words)),
        ("dictionary", "land"): ("1", str(words)),
        ("dictionary_quoted", "sea"): ("1", "5"),
    }


def test_a_dictionary_with_its_source_gives_no_warning(tmp_path: Path) -> None:
    path = given(tmp_path, "whole.yaml", WHOLE)
    assert not features_of([ARTICLE], Options(conflict="none", lexicons=(path,))).warnings
    assert not list(warnings(check_own_file(path), ()))
    (asked,) = warnings(check_own_file(given(tmp_path, "mine.csv", TABLE)), ())
    assert asked.startswith("no source is given for sea, land")


def test_without_a_dictionary_there_are_no_rows_and_the_same_table() -> None:
    results = features_of([ARTICLE], Options(conflict="none"))
    assert results.mentions["dictionary"] == ()
    assert feature_files(results)["dictionary.csv"].count("\n") == 1


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("no.csv", "word,kind\nport,sea\n", "has no columns 'category' and 'word'"),
        ("gap.csv", "category,word\nsea,\n", "row 2: has no category or no word"),
        ("star.yaml", "sea: [har*bour]\n", "a star stands only at the end of a single word"),
        ("star.csv", "category,word\nsea,*\n", "holds no word"),
        ("odd.yaml", "sea: harbour\n", "kind None is not one of"),
    ],
)
def test_what_is_no_dictionary_is_one_line(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(LexiconError) as raised:
        check_own_file(given(tmp_path, name, text))
    assert says in str(raised.value) and "\n" not in str(raised.value)
