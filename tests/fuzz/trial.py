"""One trial: damaged files in a folder, read or compared whole, and what must be so afterwards whatever they hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from framing import lexicon
from framing.lexicon.check import check_own_file
from framing.pipeline import Options, run
from framing.publish.run import comparison_files
from framing.read import read
from framing.records.article import Article
from framing.records.errors import FramingError
from framing.records.time_limit import TimeLimitError, time_limit
from tests.fuzz.mutation import mutated
from tests.fuzz.samples import COMPANIONS, INPUTS, TEXT, good

READ_SECONDS, COMPARE_SECONDS = 10.0, 60.0
"""Processor time of a trial, after which it hangs."""
LONGEST_MESSAGE = 1500
"""Characters of a message: what a file holds is shown in part."""
COMPARED = 0.12
"""How many of the trials are whole comparisons."""


def lay_out(folder: Path, chance: Random) -> bool:
    """Write the files of a trial; whether they are to be compared or only read."""
    whole = chance.random() < COMPARED
    for stem in ("a", "b") if whole else ("a",):
        suffix = chance.choice([*INPUTS])
        (folder / f"{stem}.{suffix}").write_bytes(mutated(good(suffix), suffix, chance))
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    if chance.random() < 0.5:
        name = chance.choice([*COMPANIONS])
        (folder / name).write_bytes(mutated(COMPANIONS[name], "", chance))
    return whole


def attempt(folder: Path, *, whole: bool) -> None:
    """Read or compare the folder; only a mistake that is said in one line may stop it.

    Raises AssertionError, or whatever error the program should not have raised.
    """
    try:
        if whole:
            _compared(folder)
        else:
            with time_limit(READ_SECONDS):
                _read(folder)
    except FramingError as error:
        _check_message(str(error))
    except TimeLimitError as error:
        raise AssertionError(f"took more than {error}") from None


def _read(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        check_own_file(path)
    found = read([folder], lexicons=lexicon.load())
    for article in found.articles:
        _check_article(article)
    for skipped in found.skipped:
        _check_message(f"{skipped.file}: {skipped.reason}. Remedy: {skipped.remedy}")
    for warning in found.warnings:
        _check_message(warning)


def _compared(folder: Path) -> None:
    """Articles have limits of their own inside, and limits do not nest: what hangs here is skipped by the run itself."""
    sides, words = folder / "sides.yaml", folder / "wording.yaml"
    options = Options(
        sides_file=sides if sides.exists() else None,
        lexicons=(words,) if words.exists() else (),
        spool=False,
        limit_seconds=COMPARE_SECONDS,
    )
    results = run([folder], options)
    faults = [
        item.reason for item in results.skipped if "failed on" in item.reason or "took more" in item.reason
    ]
    assert not faults, faults
    for name, content in comparison_files(results).items():
        content.encode("utf-8")
        if name.endswith(".csv"):
            _check_table(name, content)
        elif name.endswith((".jsonl", ".json")):
            for line in content.strip("\n").split("\n") if name.endswith("l") else [content]:
                json.loads(line)
        elif name == "index.html":
            assert content.rstrip().endswith("</html>")


def _check_table(name: str, content: str) -> None:
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1, f"{name} is ragged"


def _check_article(article: Article) -> None:
    article.text.encode("utf-8")
    assert article.text.strip(), "an article without text"
    end = 0
    for paragraph in article.paragraphs:
        assert end <= paragraph.start < paragraph.end <= len(article.text), paragraph
        end = paragraph.end
    for removed in article.removed:
        assert 0 <= removed.start < removed.end <= len(article.text), removed
    for text in _facts(article):
        text.encode("utf-8")
        assert "\n" not in text and "\x00" not in text, repr(text[:80])


def _facts(article: Article) -> Iterator[str]:
    yield from (article.article_id, article.source, article.title, article.published, article.url)


def _check_message(text: str) -> None:
    assert "\n" not in text and "\r" not in text, f"a message of several lines: {text[:200]!r}"
    assert len(text) <= LONGEST_MESSAGE, f"a message of {len(text)} characters: {text[:200]!r}"
    text.encode("utf-8")
