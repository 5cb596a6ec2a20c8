"""An aggregator's automatic summary against its own article: where it names another speaker, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from framing.compare.summaries import SummaryCheck
from framing.publish.page.marks import Layer
from framing.publish.shared.parts import clipped
from framing.publish.shared.passages import LONGEST_PASSAGE, where_words
from framing.records.article import Article

AGREES = ("agrees", "not_found")
_RANK = 3


def differing(checks: Iterable[SummaryCheck]) -> dict[str, list[SummaryCheck]]:
    """By article, the passages of its summary that do not say what the article says."""
    found: dict[str, list[SummaryCheck]] = {}
    for check in checks:
        if check.check not in AGREES:
            found.setdefault(check.article_id, []).append(check)
    return found


def check_words(check: SummaryCheck) -> str:
    """What the summary does otherwise, in words."""
    in_summary = f"the summary gives it to {check.summary_speaker}"
    match check.check:
        case "wrong_speaker":
            return f"{in_summary}, the text to {check.article_speaker}"
        case "added_attribution":
            return f"{in_summary}; the text says it itself"
        case "dropped_attribution":
            instead = f"; {in_summary}" if check.summary_speaker else "; the summary states it as a fact"
            return f"the text gives it to {check.article_speaker}{instead}"
    return "the summary has other words between quotation marks"


def anchor(check: SummaryCheck, letter: str) -> str:
    return f"m-{letter}-{check.mention_id.rpartition(':')[2]}"


def check_record(check: SummaryCheck, article: Article, letter: str, number: int) -> dict[str, Any]:
    """What the page's data holds of a check: the summary's words, and the text's words beside them (`u`)."""
    return {
        "k": "",
        "a": number,
        "g": anchor(check, letter),
        "m": check.mention_id,
        "c": check_words(check),
        "p": "automatic summary",
        "o": where_words(check, article),
        "t": clipped(article.text[check.start : check.end], LONGEST_PASSAGE),
        "s": [],
        "u": clipped(check.article_text, LONGEST_PASSAGE),
    }


def check_layers(checks: Iterable[SummaryCheck], letter: str) -> Iterator[Layer]:
    """The passages of an article that its summary is held against: no mark, only a place to go to."""
    for check in checks:
        if check.article_start is not None and check.article_end is not None:
            yield Layer(
                start=check.article_start,
                end=check.article_end,
                rank=_RANK,
                tag="span",
                classes="chk",
                mention_id=check.mention_id,
                before=Markup('<span class="at" id="{}"></span>').format(anchor(check, letter)),
            )
