"""The attribution columns of an article: how much is attributed, with which cues, and to which side.

Cue classes are also divided by the attributions to each side, since the comparison that matters is
whether the same outlet lets one side *say* and the other *claim* (Hyland 2005; Thompson & Ye 1991).
Rows of titles count; attributed words are counted in the body, as words are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from framing.extract.attribution.record import DIRECTNESS, AttributionMention
from framing.extract.base import Scope, Value
from framing.lexicon.attribution import CUE_CLASSES
from framing.records.article import Span, merged
from framing.records.columns import Column, count, every_row, ratio, share
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle, count_words

_CLASSES = "Hyland 2005; Thompson & Ye 1991"
_SOURCES = "Sigal 1973; Bell 1991"

Test = Callable[[AttributionMention], bool]


def is_quoted(row: AttributionMention) -> bool:
    """Whether the content stands in quotation marks, wholly or in part."""
    return row.directness != "indirect"


def is_anonymous(row: AttributionMention) -> bool:
    """Whether the speaker is an official or source without a name."""
    return row.speaker_type == "anonymous_official" and not row.speaker_missing


_OVERALL: tuple[tuple[str, str, str, Test], ...] = (
    ("quoted", "with quotation marks in the content", _CLASSES, is_quoted),
    ("speaker_missing", "that name no speaker", "van Leeuwen 2008", lambda row: row.speaker_missing),
    ("anonymous", "to officials and sources without a name", _SOURCES, is_anonymous),
    ("unverified", "whose content the text says is not verified", "Kovach & Rosenstiel 2021",
     lambda row: row.verification == "unverified"),
    ("nested", "inside the content of another", "Quirk et al. 1985", lambda row: bool(row.nested_in)),
)  # fmt: skip

_BY_SIDE: tuple[tuple[str, str, Test], ...] = (
    ("doubt", "with a cue of doubt (claim, allege)", lambda row: row.cue_class == "doubt"),
    ("factive", "with a cue that vouches for the content (confirm, reveal)",
     lambda row: row.cue_class == "certainty_factive"),
    ("neutral", "with a neutral cue (say, report)", lambda row: row.cue_class in ("neutral", "according_to")),
    ("emphasis", "with a cue of emphasis (stress, reiterate)", lambda row: row.cue_class == "emphasis"),
    ("evaluative", "with a cue that judges the act of saying (accuse, boast)",
     lambda row: row.cue_class == "evaluative"),
    ("directive", "with a cue that wants something (urge, demand)",
     lambda row: row.cue_class == "directive"),
    ("quoted", "with quotation marks in the content", is_quoted),
    ("anonymous", "to officials and sources without a name", is_anonymous),
    ("unverified", "whose content the text says is not verified",
     lambda row: row.verification == "unverified"),
)  # fmt: skip


def columns(scope: Scope) -> tuple[Column, ...]:
    """Counts and shares over all attributions, by cue class, and the same measures for each side."""
    declared: list[Column] = [
        count("attributions", "Attributions in title and body.", "mentions", rows=every_row)
    ]
    for cue_class in CUE_CLASSES:
        name = f"attributions_{cue_class}"
        declared.append(
            count(
                name,
                f"Attributions with a cue of the class {cue_class}.",
                "mentions",
                source=_CLASSES,
                rows=partial(_has_class, cue_class),
            )
        )
        declared.append(
            share(
                f"{name}_share",
                f"Share of cues of the class {cue_class}.",
                name,
                "attributions",
                source=_CLASSES,
            )
        )
    for kind in DIRECTNESS:
        declared.append(
            count(
                f"attributions_{kind}",
                f"Attributions whose content is {kind} speech.",
                "mentions",
                rows=partial(_is_direct, kind),
            )
        )
    for key, what, source, test in _OVERALL:
        name = f"attributions_{key}"
        declared.append(count(name, f"Attributions {what}.", "mentions", source=source, rows=test))
        declared.append(
            share(f"{name}_share", f"Share of attributions {what}.", name, "attributions", source=source)
        )
    declared.append(count("attributed_words", "Words of the body inside contents of attributions.", "words"))
    declared.append(
        share(
            "attributed_words_share",
            "Share of the body's words that are attributed.",
            "attributed_words",
            "words",
        )
    )
    declared += [
        count(
            "speakers",
            "Different speakers that attributions name, by their resolved names; a source's count is the sum "
            "over its articles.",
            "speakers",
            source=_SOURCES,
        ),
        ratio(
            "attributions_per_speaker",
            "Attributions that name a speaker, over the different speakers: how often the same voice returns.",
            "attributions_with_speaker",
            "speakers",
            unit="mentions per speaker",
            source=_SOURCES,
        ),
        count(
            "attributions_with_speaker",
            "Attributions that name a speaker.",
            "mentions",
            rows=lambda row: bool(row.speaker_resolved),
        ),
    ]
    for side in scope.sides:
        declared.extend(_side_columns(side))
    return tuple(declared)


def _side_columns(side: str) -> list[Column]:
    total = f"attributions_by_{side}"
    declared = [
        count(
            total,
            f"Attributions to {side}.",
            "mentions",
            measure="attributions_by",
            side=side,
            rows=partial(_speaks_for, side, every_row),
        ),
        share(
            f"{total}_share",
            f"Share of attributions that go to {side}.",
            total,
            "attributions",
            measure="attributions_by_share",
            side=side,
        ),
    ]
    for key, what, test in _BY_SIDE:
        name = f"{key}_{side}"
        declared.append(
            count(
                name,
                f"Attributions to {side} {what}.",
                "mentions",
                source=_CLASSES,
                measure=key,
                side=side,
                rows=partial(_speaks_for, side, test),
            )
        )
        declared.append(
            share(
                f"{key}_share_{side}",
                f"Share of attributions to {side} {what}.",
                name,
                total,
                source=_CLASSES,
                measure=f"{key}_share",
                side=side,
            )
        )
    return declared


def _has_class(cue_class: str, row: AttributionMention) -> bool:
    return row.cue_class == cue_class


def _is_direct(kind: str, row: AttributionMention) -> bool:
    return row.directness == kind


def _speaks_for(side: str, test: Test, row: AttributionMention) -> bool:
    return row.speaker_side == side and test(row)


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    """Attributed words and different speakers; the rest are counts of rows."""
    rows = [m for m in mentions if isinstance(m, AttributionMention)]
    return {
        "attributed_words": _attributed_words(rows, parsed),
        "speakers": len({row.speaker_resolved for row in rows if row.speaker_resolved}),
    }


def _attributed_words(rows: Sequence[AttributionMention], parsed: ParsedArticle) -> int:
    """Words of the body's sentences inside content, each counted once."""
    contents = merged([span for row in rows for span in row.content_spans])
    text = parsed.article.text
    total = 0
    for sentence in parsed.sentences:
        if sentence.region != "title":
            inside = [
                Span(max(c.start, sentence.start), min(c.end, sentence.end))
                for c in contents
                if c.overlaps(sentence.span)
            ]
            total += min(sum(count_words(text[s.start : s.end]) for s in inside), count_words(sentence.text))
    return total
