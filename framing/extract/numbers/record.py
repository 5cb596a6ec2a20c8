"""The evidence row of a quantity and the declarations of its slots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, get_args

from framing.extract.numbers.quantity import Kind
from framing.lexicon.numerals import Qualifier
from framing.records.article import Span
from framing.records.columns import Column
from framing.records.mention import Mention

KINDS: tuple[str, ...] = get_args(Kind)
QUALIFIERS: tuple[str, ...] = tuple(q for q in get_args(Qualifier) if q != "none")

WAR_VICTIMS = "AlShebli, Salvador Casara and Maass, Media Coverage of War Victims, arXiv 2510.06453, 2025"
SI = "BIPM, SI Brochure, 9th edition, 2019; NIST Special Publication 811, 2008"
NO_BOUND = "the phrase leaves this end open, or gives no number (several)"
NOT_CONVERTED = "counts, times of day, a scale that is not said, or no number"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention(Mention):
    """One quantity. `start:end` holds number, unit, and the counted noun where it stands right behind."""

    LETTER: ClassVar[str] = "q"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="quantity",
            definition="The quantity as written: qualifier, number and unit.",
            example="more than 7,000 kilometers",
        ),
        Column(
            name="unit",
            definition="The unit or currency, as the unit lexicon names it; hour_of_day for times of day.",
            missing_means="things or people are counted",
            example="kilometre",
        ),
        Column(
            name="value_low",
            type="number",
            definition="Least value that the phrase can mean, large-number words resolved; words for shares in "
            "percent, times of day in hours since midnight. 24 is the least that “dozens” can mean.",
            unit="see unit",
            missing_means=NO_BOUND,
            example="7000",
            correctable="value",
        ),
        Column(
            name="value_high",
            type="number",
            definition="Greatest value that the phrase can mean.",
            unit="see unit",
            missing_means=NO_BOUND,
            correctable="value",
        ),
        Column(
            name="qualifier",
            definition="How the number is hedged; `dozens` is any plural number noun, `vague` has no number.",
            values=QUALIFIERS,
            source=WAR_VICTIMS,
            correctable="value",
        ),
        Column(
            name="converted_value",
            type="number",
            definition="The lower end, or the upper where there is none, in the one unit of its kind.",
            unit="see converted_unit",
            missing_means=NOT_CONVERTED,
            source=SI,
            example="7000",
        ),
        Column(
            name="converted_unit",
            definition="The unit of the converted value: months for calendar durations, hours for others; a "
            "currency is never changed for another.",
            missing_means=NOT_CONVERTED,
            example="kilometre",
        ),
        Column(
            name="counts_what",
            definition="The noun that is counted or measured: that of the phrase, or the subject of its clause.",
            missing_means="the sentence does not say, or says it with a pronoun",
            example="Russian warplanes",
            correctable="text",
        ),
        Column(
            name="attribution_id",
            definition="Row of the attribution whose content holds the quantity.",
            missing_means="the source's own voice",
            row_of="attribution",
        ),
        Column(
            name="kind",
            definition="What sort of quantity it is.",
            values=KINDS,
            correctable="value",
        ),
        Column(
            name="per",
            definition="The noun of a rate: barrel in “$50 a barrel”.",
            missing_means="no rate",
            example="barrel",
        ),
        Column(
            name="converted_low",
            type="number",
            definition="The lower end in the converted unit.",
            unit="see converted_unit",
            missing_means=f"{NOT_CONVERTED}, or an open end",
        ),
        Column(
            name="converted_high",
            type="number",
            definition="The upper end in the converted unit.",
            unit="see converted_unit",
            missing_means=f"{NOT_CONVERTED}, or an open end",
        ),
        Column(
            name="restates",
            definition="Row of the quantity before it that this one gives in another unit: “7,000 km (4,300 miles)”.",
            missing_means="a quantity of its own",
            row_of="numbers",
        ),
        Column(
            name="counts_spans",
            type="spans",
            definition="Where the counted noun stands.",
            missing_means="none is named",
        ),
        Column(
            name="speaker_text",
            definition="Who is cited for it, in the attribution.",
            missing_means="the source's own voice, or nobody is named",
        ),
        Column(
            name="speaker_side",
            definition="The side of who is cited.",
            missing_means="the source's own voice, or no conflict pack is in use",
        ),
    )

    quantity: str
    unit: str
    value_low: float | None
    value_high: float | None
    qualifier: str
    converted_value: float | None
    converted_unit: str
    counts_what: str
    attribution_id: str
    kind: str
    per: str
    converted_low: float | None
    converted_high: float | None
    restates: str
    counts_spans: tuple[Span, ...]
    speaker_text: str
    speaker_side: str
