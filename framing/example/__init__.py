"""A made-up event for trying the toolkit: five articles on one fire, their labels, and two sides."""

from __future__ import annotations

import shutil
from pathlib import Path

from framing.records.errors import OutputError

NAME = "school-fire"
SIDES = "sides.yaml"


def folder() -> Path:
    """The folder of the example as it is installed; its articles, `labels.csv` and the sides for `--sides`.

    >>> sorted(path.suffix for path in folder().iterdir())
    ['.csv', '.html', '.html', '.html', '.txt', '.txt', '.txt', '.yaml']
    """
    return Path(__file__).resolve().parent / NAME


def copy_to(target: Path) -> None:
    """Copy the example into a new folder; raises OutputError where there is something already."""
    try:
        shutil.copytree(folder(), target)
    except FileExistsError:
        raise OutputError(str(target), "exists already", "name another folder: framing example DIR") from None
    except OSError as error:
        reason = error.strerror or "no room, or no permission"
        raise OutputError(str(target), f"cannot be written ({reason})", "name another folder") from None
