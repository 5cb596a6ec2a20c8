"""The record of one choice of house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from framing.records.article import Span
from framing.records.columns import Column
from framing.records.mention import Mention

CHOICES: Mapping[str, tuple[str, ...]] = {
    "spelling": ("british", "american"),
    "date": ("day_month", "month_day"),
    "time": ("plain_pm", "dotted_pm", "capital_pm", "hours_24"),
    "name": ("courtesy_title", "office_title", "bare_surname"),
}


class Find(NamedTuple):
    """A choice in a sentence, before it becomes a row."""

    span: Span
    matter: str
    choice: str
    family: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleMention(Mention):
    """One choice of house style."""

    LETTER: ClassVar[str] = "y"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="matter",
            definition="What the style is about: a spelling, the form of a date or time, or what stands before a "
            "surname.",
            values=tuple(CHOICES),
            example="spelling",
        ),
        Column(
            name="choice",
            definition="The choice: British or American spelling; day or month first; pm, p.m., PM or 24 hours; Mr "
            "or Ms, an office (President Putin) or nothing before a surname.",
            values=tuple(choice for choices in CHOICES.values() for choice in choices),
            example="british",
        ),
        Column(
            name="family",
            definition="The entry of the spelling lexicon that the word belongs to.",
            missing_means="the matter is not spelling",
            example="our_or",
        ),
    )

    matter: str
    choice: str
    family: str
