"""The record of one use of a contested name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from framing.records.columns import Column
from framing.records.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention(Mention):
    """One use of a contested name."""

    LETTER: ClassVar[str] = "n"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="concept",
            definition="What is named: the id of the concept in the naming lexicon.",
            example="capital_kyiv",
        ),
        Column(
            name="variant",
            definition="The name used, as the lexicon lists it (without 's).",
            example="Kiev",
        ),
        Column(
            name="signals",
            definition="What choosing this variant is said to signal, by the authorities the lexicon cites.",
            quotes=False,
        ),
        Column(
            name="exception",
            definition="The fixed expression that makes this another thing's name; such rows are not counted.",
            missing_means="no exception applies: the row is counted",
            example="the dish",
        ),
        Column(
            name="inside_quote",
            type="boolean",
            definition="Whether the name stands in quotation marks, so that it is the speaker's word.",
            correctable="value",
        ),
        Column(
            name="sense",
            definition="Whether a place name stands for the place or for the government that sits there.",
            values=("place", "government"),
            missing_means="the concept is no seat of government, or its sense is unclear",
            correctable="value",
        ),
        Column(
            name="paired_with",
            definition="The other variant printed beside it, as in “Krasnoarmeysk (Pokrovsk)”.",
            missing_means="the name stands alone",
        ),
        Column(
            name="pair_order",
            definition="Which of the two paired names this is, in the order of the text.",
            values=("first", "second"),
            missing_means="the name stands alone",
        ),
        Column(
            name="distancing",
            definition="How the text holds the name at arm's length: “so-called”, “self-proclaimed” or “what … "
            "calls” before it, or quotation marks around the name alone.",
            values=("so_called", "scare_quotes"),
            missing_means="nothing of the kind is there",
            correctable="value",
        ),
        Column(
            name="guide_status",
            definition="Whether the guide that the lexicon cites for the variant asked for it on the article's day "
            "of publication, had given it up, or had not yet taken it up.",
            values=("current", "superseded", "not_yet"),
            missing_means="the article has no date, or the lexicon cites no guide with dates for the variant",
            example="superseded",
        ),
    )

    concept: str
    variant: str
    signals: str
    exception: str
    inside_quote: bool
    sense: str
    paired_with: str
    pair_order: str
    distancing: str
    guide_status: str


def is_counted(mention: NameMention) -> bool:
    """Whether no exception takes the name out of the counts."""
    return not mention.exception


def counted(mentions: Sequence[Mention]) -> list[NameMention]:
    """The name mentions that no exception takes out of the counts."""
    return [m for m in mentions if isinstance(m, NameMention) and is_counted(m)]
