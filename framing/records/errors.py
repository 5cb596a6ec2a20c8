"""The one exception tree: every message names the place, the reason and the remedy in one line."""

from __future__ import annotations


class FramingError(Exception):
    """A mistake in what the user gave; shown as one line, never as a traceback.

    >>> str(FramingError("notes.txt", "is empty", "save the page again"))
    'notes.txt: is empty. Remedy: save the page again'
    >>> str(InputError("table.csv", "has no text", "fill the cell", row=7))
    'table.csv, row 7: has no text. Remedy: fill the cell'
    """

    def __init__(self, place: str, reason: str, remedy: str, *, row: int | None = None) -> None:
        self.place = place
        self.reason = reason
        self.remedy = remedy
        self.row = row
        where = place if row is None else f"{place}, row {row}"
        super().__init__(f"{where}: {reason}. Remedy: {remedy}")


class InputError(FramingError):
    """An input that cannot be read or holds no article."""


class LabelsError(FramingError):
    """A `labels.csv` or `--source` that cannot be used."""


class CorrectionsError(FramingError):
    """A `corrections.csv` that cannot be used as a whole."""


class LexiconError(FramingError):
    """A lexicon or conflict pack that does not follow its schema."""


class OutputError(FramingError):
    """A place that cannot be written to, or must not be overwritten."""


class GoldError(FramingError):
    """A gold set that cannot be read or does not fit the texts."""


class AnswersError(FramingError):
    """A file of saved answers that cannot be read or does not fit the run."""
