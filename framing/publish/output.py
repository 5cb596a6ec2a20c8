"""What a run is written as, besides the CSV tables that every run has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final, Literal, get_args

from framing.records.errors import OutputError

Form = Literal["parquet", "sqlite", "xlsx"]
FORMS: Final[tuple[str, ...]] = get_args(Form)
CSV: Final = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputOptions:
    """`also` are the forms in which the tables are written besides CSV. `excel` makes CSV that Excel opens as it is;
    without `text` nothing is written that holds more than ten words of a text in a row, and no page. `wide` adds a table with every
    feature as a column.
    """

    also: tuple[str, ...] = ()
    excel: bool = False
    text: bool = True
    wide: bool = False

    @property
    def parameters(self) -> dict[str, Any]:
        """The choices as the manifest lists them."""
        return {"also": list(self.also), "excel": self.excel, "text": self.text, "wide": self.wide}


def output_forms(given: Iterable[str]) -> tuple[str, ...]:
    """The forms besides CSV that were asked for, each `FORM,FORM…`; raises OutputError for one that is not known or
    whose library is not installed.

    >>> output_forms(["csv,xlsx", "sqlite"])
    ('sqlite', 'xlsx')
    """
    asked = {form.strip().lower() for forms in given for form in forms.split(",")} - {CSV, ""}
    for form in sorted(asked - set(FORMS)):
        raise OutputError(f"--to {form}", "is no form of tables", f"choose from {', '.join((CSV, *FORMS))}")
    if "parquet" in asked and find_spec("pyarrow") is None:
        raise OutputError("--to parquet", "needs pyarrow", "install it with: pip install 'framing[parquet]'")
    return tuple(form for form in FORMS if form in asked)
