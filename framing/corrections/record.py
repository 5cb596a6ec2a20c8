"""What became of each row of `corrections.csv`, and the table of a run that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from framing.read.corrections import ACTIONS, Correction
from framing.records.columns import Column, Table
from framing.records.errors import one_line

Status = Literal["applied", "agrees", "replaced", "not_found", "refused"]
STATUSES: tuple[str, ...] = get_args(Status)
_WORDS = {
    "agrees": "already as the program says",
    "replaced": "replaced by another",
    "not_found": "not found",
    "refused": "refused",
}
MOST_WARNED = 20
"""Corrections without effect that a run warns of one by one; the table lists all."""

CORRECTIONS = Table(
    "corrections",
    (
        Column(
            name="status",
            definition="What became of the correction: applied; the program itself says so by now (agrees); another "
            "row of the table stands above it (replaced); the mark is not there (not_found); it cannot be used "
            "(refused).",
            values=STATUSES,
        ),
        Column(
            name="note",
            definition="Why it was not applied, and what to do about it.",
            quotes=False,
            missing_means="it was applied, or agrees with the program",
        ),
        Column(name="article_id", definition="The article of the mark."),
        Column(
            name="table",
            definition="The evidence table of the mark, without .csv.",
            example="attributions",
        ),
        Column(
            name="start",
            type="integer",
            definition="First character of the mark, as an offset into the article's text.",
            unit="characters",
            missing_means="the cell given is no offset",
        ),
        Column(
            name="end",
            type="integer",
            definition="Offset behind its last character.",
            unit="characters",
            missing_means="the cell given is no offset",
        ),
        Column(
            name="text",
            definition="The characters from start to end; the mark is found only where they stand, white space apart.",
            quotes=True,
        ),
        Column(
            name="action",
            definition="reject: the mark is no case, and its row is left out of everything; correct: one value of it "
            "is another.",
            range=" | ".join(ACTIONS),
        ),
        Column(
            name="column",
            definition="The column that is corrected.",
            missing_means="the mark is rejected",
            example="speaker_side",
        ),
        Column(
            name="value",
            definition="The value that the person gives.",
            missing_means="the mark is rejected, or the value is corrected to missing",
        ),
        Column(
            name="mention_id",
            definition="The row's name where the correction was made; needed only where several rows of the table "
            "have the same characters.",
            missing_means="not given",
        ),
        Column(name="reason", definition="Why, in the person's words.", missing_means="not given"),
        Column(name="by", definition="Who made the correction.", missing_means="not given"),
        Column(name="when", definition="When it was made.", missing_means="not given"),
        Column(
            name="was",
            definition="What the program said.",
            missing_means="the mark is rejected, its value was missing, or the correction was not applied",
        ),
        Column(name="file", definition="The table that the correction stands in."),
        Column(name="row", type="integer", definition="Its row there; the header is row 1."),
    ),
)


@dataclass(frozen=True, slots=True)
class CorrectionOutcome:
    """What became of one correction; `was` is the program's value where it was corrected, `mention_id` the row it is of."""

    correction: Correction
    status: Status
    note: str = ""
    was: Any = None
    mention_id: str = ""


def not_in_run(correction: Correction) -> CorrectionOutcome:
    """The outcome of a correction of an article that is not in the run, or not scored."""
    note = f"no article {correction.article_id!r} is scored in this run: see the ids in articles.csv"
    return CorrectionOutcome(correction, "not_found", note)


def outcome_rows(outcomes: Iterable[CorrectionOutcome]) -> Iterator[Mapping[str, Any]]:
    """The rows of the table `corrections`."""
    for outcome in outcomes:
        given = {name: getattr(outcome.correction, name, None) for name in CORRECTIONS.names}
        yield given | {"status": outcome.status, "note": outcome.note, "was": outcome.was}


def counts_of(outcomes: Iterable[CorrectionOutcome]) -> dict[str, int]:
    """How many corrections have each status, all statuses named."""
    found: Counter[str] = Counter(outcome.status for outcome in outcomes)
    return {status: found.get(status, 0) for status in STATUSES}


def in_words(outcomes: Sequence[CorrectionOutcome]) -> str:
    """How many corrections were applied, and what became of the others.

    >>> one = Correction(article_id="a", table="tone", start=0, end=1, text="A", action="reject", file="c.csv", row=2)
    >>> in_words([CorrectionOutcome(one, "applied"), CorrectionOutcome(one, "not_found"), CorrectionOutcome(one, "not_found")])
    '1 human correction applied, 2 not found'
    """
    counts = counts_of(outcomes)
    applied = counts.pop("applied")
    others = [f"{count:,} {_WORDS[status]}" for status, count in counts.items() if count]
    return ", ".join([f"{applied:,} human correction{'' if applied == 1 else 's'} applied", *others])


def warnings_of(outcomes: Sequence[CorrectionOutcome]) -> list[str]:
    """The corrections that were not found or refused: some by name, the rest by number."""
    failed = [outcome for outcome in outcomes if outcome.status in ("not_found", "refused")]
    named = [one_line(f"{o.correction.file}, row {o.correction.row}: {o.note}") for o in failed[:MOST_WARNED]]
    more = len(failed) - len(named)
    return [*named, f"{more:,} more corrections have no effect: corrections.csv says why"] if more else named
