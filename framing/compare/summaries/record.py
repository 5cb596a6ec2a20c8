"""The row of a summary check and the declarations of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from framing.extract.base import evidence_table
from framing.records.columns import Column
from framing.records.mention import Mention

Check = Literal[
    "wrong_speaker", "dropped_attribution", "added_attribution", "changed_quotation", "not_found", "agrees"
]
CHECKS: tuple[str, ...] = get_args(Check)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCheck(Mention):
    """A passage of an article's automatic summary, against the article. Sentences, paragraphs and regions
    are those of the summary, read as a text of its own."""

    LETTER: ClassVar[str] = "u"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="check",
            definition="wrong_speaker: the summary names a different speaker than the article; "
            "dropped_attribution: the article attributes it, the summary states it as fact; added_attribution: "
            "the summary names a speaker for the article's own words; changed_quotation: quotation marks around "
            "words that the article does not have, or not in quotation marks; not_found: no passage of the "
            "article, or no speaker, that can be told with certainty; agrees: none of these.",
            values=CHECKS,
        ),
        Column(
            name="summary_speaker",
            definition="Who the summary attributes it to.",
            missing_means="the summary states it as fact",
        ),
        Column(
            name="article_speaker",
            definition="Who the article attributes it to.",
            missing_means="the article's own voice, or no passage found",
        ),
        Column(
            name="article_start",
            type="integer",
            definition="First character of the article's passage, as an offset into the article's text.",
            unit="characters",
            missing_means="no passage found",
        ),
        Column(
            name="article_end",
            type="integer",
            definition="Offset behind the last character of the article's passage.",
            unit="characters",
            missing_means="no passage found",
        ),
        Column(
            name="article_text",
            definition="The article's passage.",
            quotes=True,
            missing_means="no passage found",
        ),
        Column(
            name="similarity",
            type="number",
            definition="Share of the summary passage's terms, rare ones counting more, that the article's passage "
            "has.",
            range="0 to 1",
            missing_means="no passage found",
            source="Salton & Buckley 1988 (weights)",
        ),
    )

    check: Check
    summary_speaker: str
    article_speaker: str
    article_start: int | None
    article_end: int | None
    article_text: str
    similarity: float | None


SUMMARY_CHECKS = evidence_table("summary_checks", SummaryCheck)
