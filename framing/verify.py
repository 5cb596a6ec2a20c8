"""Check a written run: its files, its offsets, its counts; what a reviewer does before believing a table.

Nothing is analysed anew. With the reader's own copies of the inputs their hashes are compared as well; where the run was
written without texts, the copies are read and the hashes of text and rows held against them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from framing import lexicon
from framing.publish.folder import MANIFEST, TOOL
from framing.publish.without_text import PREFIX, hidden, shown_name
from framing.read import ReadOptions, read
from framing.records.errors import InputError

MOST_NAMED: Final = 3
"""Faults of one kind that are named; the others are counted."""
ROUNDING: Final = 1e-6
NOT_A_RUN: Final = "give the folder of a run, as framing compare or framing features writes it"
ARTICLES: Final = "articles.jsonl"
EVIDENCE: Final = ("article_id", "mention_id", "start", "end", "text", "region", "rule")

Row = Mapping[str, str]
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class RunCheck:
    """One thing that was checked: how many times, and where it does not hold."""

    name: str
    checked: int
    faults: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The line that the command prints."""
        if not self.faults:
            return f"good: {self.name} ({self.checked:,})"
        named = "; ".join(self.faults[:MOST_NAMED])
        more = f"; and {len(self.faults) - MOST_NAMED:,} more" if len(self.faults) > MOST_NAMED else ""
        return f"wrong: {self.name}: {len(self.faults):,} of {self.checked:,}: {named}{more}"


def verify(folder: Path, inputs: Path | None = None) -> list[RunCheck]:
    """Check a run's folder; `inputs` is a folder with the files that were read.

    Raises InputError where the folder is no run, or one of its files cannot be read.
    """
    manifest = manifest_of(folder)
    records = _records(folder)
    texts = {name: record["text"] for name, record in records.items() if record["text"] is not None}
    checks = []
    if without_text(manifest) and inputs:
        texts = _texts_of_copies(manifest, inputs)
        checks.append(_texts_unchanged(records, texts))
    tables = {name: _rows(folder / name) for name in manifest["files"] if name.endswith(".csv")}
    evidence = {name: rows for name, rows in tables.items() if rows and set(EVIDENCE) <= set(rows[0])}
    checks += [
        _files_unchanged(folder, manifest),
        *([_offsets_hold(evidence, texts)] if texts else []),
        _names_unique(evidence),
        _articles_known(tables, records),
        _rates_hold(tables),
        _counts_agree(manifest, tables),
    ]
    return [*checks, _inputs_unchanged(manifest, inputs)] if inputs else checks


def without_text(manifest: Mapping[str, Any]) -> bool:
    """Whether the run was written without texts."""
    return manifest.get("output", {}).get("text") is False


def manifest_of(folder: Path) -> dict[str, Any]:
    """What the manifest of a run says; raises InputError where the folder is no run."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("tool") != TOOL or not isinstance(found.get("files"), list):
        raise InputError(str(folder), "is no run of this program", NOT_A_RUN)
    return found


def _records(folder: Path) -> dict[str, dict[str, Any]]:
    """The record of each article of the run."""
    try:
        lines = (folder / ARTICLES).read_text(encoding="utf-8").split("\n")
        records = [json.loads(line) for line in lines if line]
        return {record["article_id"]: record for record in records if "text" in record}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(folder / ARTICLES), f"cannot be read ({error})", NOT_A_RUN) from None


def _rows(path: Path) -> list[Row]:
    try:
        return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    except (OSError, ValueError, csv.Error) as error:
        raise InputError(str(path), f"cannot be read ({error})", NOT_A_RUN) from None


def _files_unchanged(folder: Path, manifest: Mapping[str, Any]) -> RunCheck:
    """Whether each file is as the run wrote it."""
    hashes: Mapping[str, str] = manifest.get("sha256", {})
    faults = [
        f"{name} {'was changed' if (folder / name).is_file() else 'is missing'}"
        for name, digest in hashes.items()
        if not (folder / name).is_file() or _digest(folder / name) != digest
    ]
    return RunCheck("files are as they were written", len(hashes), tuple(faults))


def _offsets_hold(evidence: Mapping[str, Sequence[Row]], texts: Mapping[str, str]) -> RunCheck:
    """Whether the characters between the offsets of a row are those of its text."""
    faults = []
    for name, row in _each(evidence):
        text = texts.get(_id(row))
        if text is not None:
            there = text[int(row["start"] or 0) : int(row["end"] or 0)]
            if row["text"] not in (there, f"'{there}", hidden(there)):
                faults.append(f"{name} {row['mention_id']}")
    return RunCheck("offsets give the text of the row", sum(map(len, evidence.values())), tuple(faults))


def _names_unique(evidence: Mapping[str, Sequence[Row]]) -> RunCheck:
    """Whether no two evidence rows have one name."""
    seen: set[tuple[str, str]] = set()
    faults = []
    for name, row in _each(evidence):
        key = (name, row["mention_id"])
        if key in seen:
            faults.append(f"{name} {row['mention_id']}")
        seen.add(key)
    return RunCheck("every row has a name of its own", sum(map(len, evidence.values())), tuple(faults))


def _articles_known(tables: Mapping[str, Sequence[Row]], texts: Mapping[str, object]) -> RunCheck:
    """Whether every article that a table names is in the run."""
    named = [row for name, row in _each(tables) if row.get("article_id") and name != "corrections.csv"]
    faults = tuple(_id(row) for row in named if _id(row) not in texts and row["article_id"] not in texts)
    return RunCheck("articles are those of articles.jsonl", len(named), faults)


def _rates_hold(tables: Mapping[str, Sequence[Row]]) -> RunCheck:
    """Whether every rate is its numerator by its denominator."""
    rated = [
        (name, row)
        for name, row in _each({n: tables.get(n, ()) for n in ("features.csv", "source_features.csv")})
        if row["of"]
    ]
    faults = tuple(
        f"{name} {row.get('article_id') or row['source']} {row['feature']}"
        for name, row in rated
        if abs(float(row["n"]) / float(row["of"]) - float(row["rate"])) > ROUNDING
    )
    return RunCheck("rates are n by of", len(rated), faults)


def _counts_agree(manifest: Mapping[str, Any], tables: Mapping[str, Sequence[Row]]) -> RunCheck:
    """Whether tables have as many rows as the manifest says, and sources the sums of their articles."""
    counts = manifest.get("counts", {})
    articles = tables.get("articles.csv", ())
    pairs = [
        ("articles.csv", counts.get("articles"), len(articles)),
        ("skipped.csv", counts.get("skipped"), len(tables.get("skipped.csv", ()))),
        *(
            (f"sources.csv {row['source']} words", row["words"], _words_of(articles, row["source"]))
            for row in tables.get("sources.csv", ())
        ),
    ]
    faults = tuple(
        f"{what}: {said} said, {found} found"
        for what, said, found in pairs
        if str(said or 0) != str(found or 0)
    )
    return RunCheck("counts agree", len(pairs), faults)


def _words_of(articles: Iterable[Row], source: str) -> int:
    return sum(int(row["words"] or 0) for row in articles if row["source"] == source)


def _inputs_unchanged(manifest: Mapping[str, Any], inputs: Path) -> RunCheck:
    """Whether the reader's copies of the inputs are what was read."""
    named: Mapping[str, str] = {name: digest for name, digest in manifest.get("inputs", {}).items() if digest}
    faults = []
    there: set[str] = set()
    for name, digest in named.items():
        copy = next((path for path in (inputs / name, inputs / Path(name).name) if path.is_file()), None)
        if copy is None and name.startswith(PREFIX):
            there = there or {_digest(path) for path in inputs.rglob("*") if path.is_file()}
            if digest not in there:
                faults.append(f"{name} is not there")
        elif copy is None:
            faults.append(f"{name} is not there")
        elif _digest(copy) != digest:
            faults.append(f"{name} is another file")
    return RunCheck("inputs are what was read", len(named), tuple(faults))


def _texts_of_copies(manifest: Mapping[str, Any], inputs: Path) -> dict[str, str]:
    """The texts of the reader's copies by the ids that the run gives their articles."""
    options = replace(ReadOptions.of(manifest.get("parameters", {})), labels=None)
    found = read([inputs], lexicons=lexicon.load(), options=options).articles
    return {shown_name(article.article_id): article.text for article in found}


def _texts_unchanged(records: Mapping[str, Mapping[str, Any]], texts: Mapping[str, str]) -> RunCheck:
    """Whether the reader's copies hold the texts that were read."""
    faults = tuple(
        f"{name} {'is another text' if name in texts else 'is not there'}"
        for name, record in records.items()
        if hidden(texts.get(name, "")) != record.get("text_hash")
    )
    return RunCheck("texts are those that were read", len(records), faults)


def _id(row: Row) -> str:
    """The id of a row's article, without the apostrophe that tables put before a formula."""
    return row["article_id"].removeprefix("'")


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _each(tables: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Row]]:
    for name, rows in tables.items():
        for row in rows:
            yield name, row
