"""How far a run is, for whoever waits: a bar with rate and time left on a terminal or in a notebook, lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TextIO

from framing.records.progress import Progress, Stage, silent

if TYPE_CHECKING:
    from tqdm import tqdm

SECONDS: Final = 10.0
"""Seconds between two lines in a log."""
SAID: Final[dict[Stage, str]] = {
    "cutting": "cutting into sentences",
    "sentences": "parsing sentences",
    "articles": "reading articles",
    "comparing": "comparing",
    "writing": "writing",
}


@contextmanager
def progress_bar(wanted: bool = True, stream: TextIO | None = None) -> Iterator[Progress]:
    """Something to tell how far a run is; it shows nothing where it is not wanted.

    In a notebook and on a terminal a bar, elsewhere a line every ten seconds, on standard error.
    """
    stream = stream or sys.stderr
    if not wanted:
        yield silent
    elif stream.isatty() or "ipykernel" in sys.modules:
        bars = _Bars(stream)
        try:
            yield bars.show
        finally:
            bars.close()
    else:
        yield _LogLines(stream).show


@dataclass
class _Bars:
    """One bar at a time, that of the stage."""

    stream: TextIO
    stage: Stage | None = None
    bar: tqdm[Any] | None = None

    def show(self, stage: Stage, done: int, of: int) -> None:
        if stage != self.stage:
            self.close()
            self.stage, self.bar = stage, self._made(stage, of)
        if self.bar is not None:
            self.bar.update(done - self.bar.n)

    def _made(self, stage: Stage, of: int) -> tqdm[Any]:
        if "ipykernel" in sys.modules:
            from tqdm.auto import tqdm as bar
        else:
            from tqdm import tqdm as bar
        return bar(total=of, desc=SAID[stage], file=self.stream, leave=False, mininterval=0.3)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.close()
            self.bar = None


@dataclass
class _LogLines:
    """A line at most every ten seconds, so that a short run writes none."""

    stream: TextIO
    begun: float = field(default_factory=time.monotonic)
    said: float = field(default_factory=time.monotonic)
    stage: Stage | None = None

    def show(self, stage: Stage, done: int, of: int) -> None:
        now = time.monotonic()
        if stage != self.stage:
            self.stage, self.begun = stage, now
        if now - self.said >= SECONDS and done < of:
            self.said = now
            print(_line(stage, done, of, now - self.begun), file=self.stream, flush=True)


def _line(stage: Stage, done: int, of: int, seconds: float) -> str:
    """How far a stage is.

    >>> _line("articles", 20, 80, 10.0)
    'reading articles: 20 of 80, 2.0 a second, 30 s left'
    """
    rate = done / seconds if seconds else 0.0
    left = f", {rate:.1f} a second, {(of - done) / rate:.0f} s left" if rate else ""
    return f"{SAID[stage]}: {done:,} of {of:,}{left}"
