"""`methods.md`: a paragraph for the methods section of a paper, written from the run itself.

Every figure in it stands in the manifest, in the tables or in the record of measured error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Final

from framing.measure.core_profile import PROFILE_VERSION
from framing.measure.error import MeasuredError
from framing.results import Results

CITE: Final = (
    "framing authors (2026). framing: compare how news sources frame the same events (version {version}) "
    "[Computer software]."
)
UNMEASURED: Final = "No error has been measured for the other tables."


def methods_text(results: Results, measured: Mapping[str, MeasuredError]) -> str:
    """The paragraph, the measured error of the tables that have rows, and how to cite."""
    return (
        "\n\n".join(
            (
                "# Methods",
                _what_was_read(results),
                _how(results),
                "Measured error of the tables, on the gold set named:",
                "\n".join(_errors(results, measured)),
                f"{UNMEASURED} Rates of small numbers are given with their counts; read `codebook.csv` for every column.",
                f"Cite as: {CITE.format(version=version('framing'))}",
            )
        )
        + "\n"
    )


def _what_was_read(results: Results) -> str:
    """How many articles came in, and what was left out of the figures."""
    scored = len(results.parsed)
    words = sum(row["words"] or 0 for row in results.article_rows)
    days = sorted({article.published[:10] for article in results.articles if article.published})
    when = f", published from {days[0]} to {days[-1]}" if len(days) > 1 else ""
    read = len(results.articles)
    said = (
        f"{read:,} articles of {len({a.source for a in results.articles}):,} sources were read{when}; "
        f"{scored:,} of them, in English, were scored ({words:,} words)."
    )
    aside = [
        (len(results.skipped), "inputs or rows could not be read and are listed in `skipped.csv`"),
        (sum(bool(a.duplicate_of) for a in results.articles), "articles are copies of an earlier one"),
        (
            sum(len(a.removed) for a in results.articles),
            "stretches are no part of an article (`removed.csv`)",
        ),
    ]
    return " ".join((said, *(f"{number:,} {what}." for number, what in aside if number)))


def _how(results: Results) -> str:
    """With what the features were found."""
    sides = results.sides.pack.id if results.sides else "none"
    corrected = sum(outcome.status == "applied" for outcome in results.corrections)
    by_hand = f" {corrected:,} rows were corrected by hand (`corrections.csv`)." if corrected else ""
    return (
        f"Features were extracted with framing {version('framing')} (core profile {PROFILE_VERSION}), with rules over "
        f"dependency parses of spaCy {version('spacy')} (model {results.model}) and its lexicons, whose hashes stand in "
        f"`manifest.json`; conflict pack: {sides}. Every figure counts rows of an evidence table whose characters are "
        f"given as offsets into `articles.jsonl`.{by_hand}"
    )


def _errors(results: Results, measured: Mapping[str, MeasuredError]) -> Iterable[str]:
    """A line for each evidence table that has rows and a measured error."""
    for family in results.families:
        error = measured.get(family.table.name) if family.table is not None else None
        if error is not None and results.mentions.get(family.name):
            yield (
                f"- `{error.table}.csv` ({error.measure}): precision {error.precision:.2f}, recall {error.recall:.2f} "
                f"on {error.measured_on}"
            )
