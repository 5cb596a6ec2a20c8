"""What one article may cost: a fault in it, or more processor time than its share, takes out this article only."""

from __future__ import annotations

from typing import NamedTuple

from framing.records.article import Article, Skipped
from framing.records.errors import FramingError
from framing.records.time_limit import TimeLimitError

SECONDS = 60.0
"""Processor seconds that an article may take in each step, for each `SHARE` characters begun."""
SHARE = 100_000


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


def seconds_for(article: Article, seconds: float) -> float:
    """How long an article may take, by its length."""
    return seconds * (1 + len(article.text) // SHARE)
