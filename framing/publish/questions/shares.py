"""How often: a share that is far from another source's, with one case from each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from framing.compare.statistics.contrast_record import Contrast
from framing.compare.statistics.rows_behind import rows_behind
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.numbers import NumberMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.measure.features import counted_rows
from framing.publish.questions.material import Material
from framing.publish.questions.question_records import Answer, Question
from framing.publish.shared.words import TOO_FEW
from framing.records.article import Span
from framing.records.mention import Mention

FEWEST = 5
"""Cases that both sources need for their counts to be set side by side."""
APART = 0.3
"""Least difference of two shares that is asked about."""
MIDDLE = 140
"""Characters of a passage that is good to show."""


class _Words(NamedTuple):
    """A measure in words: the cases and what is counted of them, what one such case is, and the term for it."""

    cases: str
    one: str
    term: str


_MEASURES = {
    "attributed_number_share": _Words(
        "figures are given to somebody", "a figure that is given to somebody", "attribution"
    ),
    "named_actor_share": _Words(
        "mentions of dead or hurt people name people or a unit as the doer",
        "a sentence that names who did it",
        "doer",
    ),
    "attributions_doubt_share": _Words(
        "reported statements carry a doubt word", "a statement with a doubt word", "doubt_word"
    ),
    "attributions_quoted_share": _Words(
        "reported statements are quoted word for word, at least in part",
        "a statement in the speaker’s own words",
        "quotation",
    ),
    "attributions_anonymous_share": _Words(
        "reported statements come from officials without a name",
        "a statement by an official without a name",
        "unnamed_speaker",
    ),
    "victims_identified_share": _Words(
        "mentions of victims tell more about them than a number (a name, age, work, family)",
        "a sentence that tells more about the victims than a number",
        "victim_as_person",
    ),
}
"""The measures that can be asked about in class, by their name in `contrasts.csv`."""


def questions(material: Material) -> Iterator[Question]:
    """One question for each measure: the two sources that lie furthest apart."""
    best: dict[str, Contrast] = {}
    for contrast in material.results.contrasts:
        if _is_usable(material, contrast) and abs(_apart(contrast)) >= APART:
            held = best.get(contrast.measure)
            if held is None or _size(contrast) > _size(held):
                best[contrast.measure] = contrast
    for contrast in best.values():
        question = _question(material, contrast)
        if question is not None:
            yield question


def _is_usable(material: Material, contrast: Contrast) -> bool:
    return (
        contrast.measure in _MEASURES
        and contrast.kind == "sources"
        and contrast.basis == "all_text"
        and contrast.source_a in material.sources
        and contrast.source_b in material.sources
        and min(contrast.of_a, contrast.of_b) >= FEWEST
    )


def _apart(contrast: Contrast) -> float:
    return (contrast.rate_a or 0.0) - (contrast.rate_b or 0.0)


def _size(contrast: Contrast) -> tuple[bool, float, int]:
    return contrast.enough, abs(_apart(contrast)), min(contrast.of_a, contrast.of_b)


def _question(material: Material, contrast: Contrast) -> Question | None:
    """One case of the source with the greater share, and one of the other source that is none."""
    behind = rows_behind(material.results, contrast)
    more, less = ("a", "b") if _apart(contrast) > 0 else ("b", "a")
    if behind is None:
        return None
    having = _shown(material, behind[0] if more == "a" else behind[1])
    without = _shown(material, _without(material, contrast, less))
    if (
        having is None
        or without is None
        or not (_is_clear(material, having) and _is_clear(material, without))
    ):
        return None
    words = _MEASURES[contrast.measure]
    first, second = (material.cite(row, _focus(material, row)) for row in (having, without))
    sides = [
        (getattr(contrast, f"source_{s}"), getattr(contrast, f"n_{s}"), getattr(contrast, f"of_{s}"))
        for s in (more, less)
    ]
    (one, k, n), (other, few_k, few_n) = sides
    counts = f"In {one}, {k} of {n} {words.cases}; in {other}, {few_k} of {few_n}."
    few = (
        "" if contrast.enough else f" That is {TOO_FEW}: one sentence more or less would change the picture."
    )
    return Question(
        id="",
        kind="share",
        text=f"{counts}{' These are ' + TOO_FEW + '.' if few else ''} The first passage is {words.one}, the second is "
        "not. Find one more of each kind. Does the difference matter for a reader?",
        passages=(first, second),
        answer=Answer(
            counts,
            f"Counted over the whole texts.{few}",
            "The same event can be told with many or with few such sentences.",
            f"One or a few articles do not show how {other} writes on other days.",
        ),
        terms=(words.term,),
        topic=f"share:{contrast.measure}",
        weight=min(1.0, 0.25 + 0.6 * abs(_apart(contrast)) - (0.0 if contrast.enough else 0.1)),
    )


def _focus(material: Material, row: Mention) -> tuple[Span, ...]:
    """What shows the case: the reporting words of a statement, a figure with whom it is given to, else the row."""
    if isinstance(row, NumberMention):
        said = material.by_id.get(row.attribution_id)
        return (row.span, *_reporting(said)) if isinstance(said, AttributionMention) else (row.span,)
    return _reporting(row) if isinstance(row, AttributionMention) else (row.span,)


def _reporting(row: AttributionMention) -> tuple[Span, ...]:
    return (*row.speaker_spans, *row.cue_spans) or (row.span,)


def _without(material: Material, contrast: Contrast, side: str) -> list[Mention]:
    """The cases of a group that do not have the property."""
    columns = {column.name: column for column in material.results.feature_columns}
    share = columns[getattr(contrast, f"feature_{side}")]
    cases, having = columns[share.denominator], columns[share.numerator]
    source = getattr(contrast, f"source_{side}")
    rows = [
        row
        for row in material.results.mentions.get(cases.family, ())
        if row.article_id in material.articles and material.source(row) == source
    ]
    held = {row.mention_id for row in counted_rows(having, {having.family: rows})}
    return [row for row in counted_rows(cases, {cases.family: rows}) if row.mention_id not in held]


def _shown(material: Material, rows: Iterable[Mention]) -> Mention | None:
    """The row to be shown: in the body, said with a plain word if it is given to somebody, neither short nor long."""
    return min(
        (row for row in rows if row.region != "title"),
        key=lambda row: (
            not _is_clear(material, row),
            abs(len(material.cite(row).text) - MIDDLE) // 80,
            row.start,
        ),
        default=None,
    )


def _is_clear(material: Material, row: Mention) -> bool:
    """Whether a case shows at a glance: a figure in digits, given with a word of saying if to somebody; a doer that
    is people, or none; a speaker with such a word."""
    if isinstance(row, CasualtyMention):
        return not row.agent_text or row.agent_type == "actor"
    if isinstance(row, AttributionMention):
        return bool(row.speaker_text) and row.cue_class in CUE_GROUPS
    if not isinstance(row, NumberMention):
        return True
    if row.kind not in ("people", "thing", "other", "money") or not any(map(str.isdecimal, row.quantity)):
        return False
    if not row.attribution_id:
        return True
    said = material.by_id.get(row.attribution_id)
    return isinstance(said, AttributionMention) and bool(said.speaker_text) and said.cue_class in CUE_GROUPS
