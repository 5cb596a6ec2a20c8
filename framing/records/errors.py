"""The one exception tree: every message names the place, the reason and the remedy in one line."""

from __future__ import annotations

LONGEST = 600
"""Characters of each part of a message: of a cell of a megabyte its beginning is shown."""


def one_line(text: str, longest: int = LONGEST) -> str:
    """A text for a message: one line, what no terminal should be sent left out, and cut where it is long.

    >>> one_line("two\\nlines \\x1b[31m"), one_line("x" * 9, longest=5)
    ('two lines [31m', 'xxxx…')
    """
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


class FramingError(Exception):
    """A mistake in what the user gave; shown as one line, never as a traceback.

    >>> str(FramingError("notes.txt", "is empty", "save the page again"))
    'notes.txt: is empty. Remedy: save the page again'
    >>> str(InputError("table.csv", "has no text", "fill the cell", row=7))
    'table.csv, row 7: has no text. Remedy: fill the cell'
    """

    def __init__(self, place: str, reason: str, remedy: str, *, row: int | None = None) -> None:
        self.place = one_line(place)
        self.reason = one_line(reason)
        self.remedy = one_line(remedy)
        self.row = row
        where = self.place if row is None else f"{self.place}, row {row}"
        super().__init__(f"{where}: {self.reason}. Remedy: {self.remedy}")


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
