"""The rows of one extractor in one article, corrected.

Of what several corrections say of one mark: a rejected mark is rejected whatever else is said of it, and of two
values for one cell the later row of the table stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from framing.corrections.record import CorrectionOutcome, Status
from framing.corrections.values import Change
from framing.extract.base import Context, Extractor
from framing.records.article import Article
from framing.records.mention import Mention

BY_A_PERSON = "corrected by a person"
REPLACED = "\ufffd"
_SPACE = re.compile(r"[\s\ufeff]+")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class CorrectedRows:
    """The rows that are left, with their corrections, those that were rejected, and what became of each correction."""

    rows: tuple[Mention, ...]
    rejected: tuple[Mention, ...]
    outcomes: tuple[CorrectionOutcome, ...]


def corrected_columns(outcomes: Iterable[CorrectionOutcome]) -> Mapping[str, tuple[str, ...]]:
    """The columns that a person corrected, by the mention_id of the row."""
    found: dict[str, list[str]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.status == "applied" and outcome.correction.column:
            found[outcome.mention_id].append(outcome.correction.column)
    return {mention_id: tuple(columns) for mention_id, columns in found.items()}


def corrected(
    rows: Sequence[Mention], changes: Iterable[Change], family: Extractor, article: Article, context: Context
) -> CorrectedRows:
    """The rows of a family with the changes that are about its table in this article, in the table's order."""
    outcomes: list[CorrectionOutcome] = []
    wanted = _found(rows, changes, article, outcomes)
    kept: list[Mention] = []
    rejected: list[Mention] = []
    for row in rows:
        asked = wanted.get(row.mention_id)
        if asked is None:
            kept.append(row)
        elif any(change.column is None for change in asked):
            rejected.append(row)
            *others, standing = sorted(asked, key=lambda change: change.column is None)
            outcomes.append(CorrectionOutcome(standing.correction, "applied"))
            outcomes += _replaced(others, standing)
        else:
            kept.append(_with_values(row, asked, family, context, outcomes))
    return CorrectedRows(tuple(_repointed(kept, rejected, family)), tuple(rejected), tuple(outcomes))


def _found(
    rows: Sequence[Mention], changes: Iterable[Change], article: Article, outcomes: list[CorrectionOutcome]
) -> Mapping[str, list[Change]]:
    """The changes by the mention_id of the row that each is about."""
    places: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for row in rows:
        places[row.start, row.end].append(row)
    wanted: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        asked = change.correction
        there = article.text[asked.start : asked.end]
        here = places.get((asked.start or 0, asked.end or 0), [])
        if len(here) > 1:
            here = [row for row in here if row.mention_id == asked.mention_id]
            problem = "several rows stand at these characters: give the mention_id of one"
        else:
            problem = f"{asked.table} has no row at these characters: the program does not find the mark"
        if not _same_text(there, asked.text):
            shown = _folded(there)[:_SHOWN]
            here, problem = (
                [],
                f"the characters there are “{shown}”: the text is another, correct the mark anew",
            )
        if here:
            wanted[here[0].mention_id].append(change)
        else:
            outcomes.append(CorrectionOutcome(asked, "not_found", problem))
    return wanted


def _same_text(there: str, given: str) -> bool:
    r"""Whether two texts are the same but for white space, the apostrophe that tables put before a formula, and
    characters that the page replaces because they steer the display.

    >>> _same_text("the\n cat", "the cat"), _same_text("=1", "'=1"), _same_text("a\u202eb", "a\ufffdb")
    (True, True, True)
    >>> _same_text("the cat", "a cat")
    False
    """
    words = _folded(there)
    return any(
        len(words) == len(said) and all(a == b or b == REPLACED for a, b in zip(words, said, strict=True))
        for said in (_folded(given), _folded(given.removeprefix("'")))
    )


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _with_values(
    row: Mention,
    asked: Sequence[Change],
    family: Extractor,
    context: Context,
    outcomes: list[CorrectionOutcome],
) -> Mention:
    by_column: dict[str, list[Change]] = defaultdict(list)
    for change in asked:
        if change.column is not None:
            by_column[change.column.name].append(change)
    values: dict[str, Any] = {}
    standing: list[Change] = []
    for name, changes in by_column.items():
        values[name] = changes[-1].value
        standing.append(changes[-1])
        outcomes += _replaced(changes[:-1], changes[-1])
    other = {name: value for name, value in values.items() if getattr(row, name) != value}
    try:
        result = family.settled(replace(row, **other), context) if other else row
    except ValueError as problem:
        outcomes += (CorrectionOutcome(change.correction, "refused", str(problem)) for change in standing)
        return row
    for change in standing:
        name = change.correction.column
        status: Status = "applied" if name in other else "agrees"
        outcomes.append(
            CorrectionOutcome(change.correction, status, was=getattr(row, name), mention_id=row.mention_id)
        )
    return replace(result, rule=f"{row.rule}; {BY_A_PERSON}: {', '.join(other)}") if other else row


def _replaced(changes: Iterable[Change], standing: Change) -> Iterator[CorrectionOutcome]:
    place = f"row {standing.correction.row} of {standing.correction.file}"
    says = f"rejects the mark: {place}" if standing.column is None else f"gives the value: {place}"
    return (
        CorrectionOutcome(change.correction, "replaced", f"another correction {says}") for change in changes
    )


def _repointed(rows: Sequence[Mention], rejected: Sequence[Mention], family: Extractor) -> Iterator[Mention]:
    """The rows; what names a rejected row of the family names what that row named, if anything."""
    gone = {row.mention_id: row for row in rejected}
    table = family.table.columns if family.table is not None and gone else ()
    columns = [column.name for column in table if column.row_of == family.name]
    for row in rows:
        moved: dict[str, Any] = {
            name: _left(row, name, gone) for name in columns if getattr(row, name) in gone
        }
        yield replace(row, **moved) if moved else row


def _left(row: Mention, name: str, gone: Mapping[str, Mention]) -> str:
    seen = {row.mention_id}
    named: str = getattr(row, name)
    while named in gone and named not in seen:
        seen.add(named)
        named = getattr(gone[named], name)
    return "" if named in seen else named
