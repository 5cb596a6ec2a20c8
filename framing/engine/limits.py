"""What one article may cost: a fault in it, or more processor time than its share, takes out this article only."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from framing.records.article import Article, Skipped
from framing.records.errors import FramingError

SECONDS = 60.0
"""Processor seconds that an article may take in each step, for each `SHARE` characters begun."""
SHARE = 100_000


class TimeLimitError(Exception):
    """An article took more processor time than it may."""


class FamilyError(Exception):
    """A family of features failed on an article; the cause is the error itself."""

    def __init__(self, family: str, cause: Exception) -> None:
        super().__init__(f"{family}: {type(cause).__name__}: {cause}")
        self.family = family
        self.cause = cause


class ArticleFault(NamedTuple):
    """An article that was taken out of a run, the step or family that failed, and how."""

    article: Article
    step: str
    error: Exception

    def skipped(self) -> Skipped:
        """The fault as `skipped.csv` lists it."""
        if isinstance(self.error, TimeLimitError):
            reason = f"{self.step} took more than {self.error}"
            remedy = "shorten the text, or give more time with --limit-seconds"
        else:
            reason = f"{self.step} failed on this article ({type(self.error).__name__}: {self.error})"
            remedy = "run it alone with --debug and report what it shows"
        return Skipped(
            file=self.article.file, row=self.article.row, reason=" ".join(reason.split()), remedy=remedy
        )


def fault_of(article: Article, step: str, error: Exception) -> ArticleFault:
    """The fault that an error is; raises it again where it is a mistake of the user in something else."""
    if isinstance(error, FamilyError):
        step, error = error.family, error.cause
    if isinstance(error, FramingError):
        raise error
    return ArticleFault(article, step, error)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError in what is done inside once it has taken so much processor time; 0 is no limit.

    Where the system has no such clock, and in a thread that is not the main one, nothing is limited.
    """
    main = threading.current_thread() is threading.main_thread()
    if not seconds or not main or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise TimeLimitError(f"{seconds:g} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds_for(article: Article, seconds: float) -> float:
    """How long an article may take, by its length."""
    return seconds * (1 + len(article.text) // SHARE)
