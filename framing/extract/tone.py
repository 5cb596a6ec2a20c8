"""Tone: the valence of words, sentence by sentence, the outlet's voice apart from quoted voice.

VADER scores a sentence between -1 and 1 from a lexicon and a few rules (negation, intensity). It was
made for short texts, so it is used on sentences only. Tone follows the topic: a report on deaths is
negative whoever writes it. Compare it between sources on one event, never between events.

Published source: Hutto and Gilbert 2014, VADER, Proceedings of ICWSM 8:216-225.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, ClassVar

from framing.extract.base import Context, Extractor, Numbering, Scope, Value, evidence_table
from framing.extract.rules import joined
from framing.people.sides import THIRD_PARTY, UNKNOWN
from framing.records.article import Span
from framing.records.columns import Column, count, ratio
from framing.records.mention import Mention
from framing.text.quotations import overlapping
from framing.text.sentences import ParsedArticle, Sentence

SOURCE = "Hutto and Gilbert 2014, Proceedings of ICWSM 8:216-225"
VOICES = ("own", "quoted")
CONSTRUCTIONS: Mapping[str, str] = {"own": "sentence-without-quotations", "quoted": "quoted-stretch"}
"""The construction of a row, by whose words it scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneMention(Mention):
    """The tone of one sentence, or of the quoted part of one."""

    LETTER: ClassVar[str] = "t"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="voice",
            definition="Whose words: the outlet's own, or quoted (what stands in quotation marks).",
            values=VOICES,
        ),
        Column(
            name="tone",
            type="number",
            definition="VADER compound score of these words.",
            unit="compound score",
            range="-1 to 1",
            source=SOURCE,
        ),
        Column(
            name="about_sides",
            type="list",
            definition="The sides of the conflict that these words name.",
            missing_means="no side is named, or no conflict pack is in use",
        ),
    )

    voice: str
    tone: float
    about_sides: tuple[str, ...]


def extract(parsed: ParsedArticle, context: Context) -> list[ToneMention]:
    """One row per sentence in the outlet's voice, and one per quoted stretch of a sentence."""
    numbering = Numbering(parsed, ToneMention.LETTER)
    text = parsed.article.text
    mentions = []
    for sentence in parsed.sentences:
        for voice, span, words in _voices(parsed, sentence):
            named = {m.side for m in context.sides.find(words)} if context.sides else set()
            mentions.append(
                ToneMention(
                    **numbering.place(*span, joined(("scale:vader", CONSTRUCTIONS[voice]))),
                    voice=voice,
                    tone=compound(words if voice == "own" else text[span.start : span.end]),
                    about_sides=tuple(
                        side for side in (context.sides.ids if context.sides else ()) if side in named
                    ),
                )
            )
    return mentions


@cache
def _analyzer() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def compound(sentence: str) -> float:
    """VADER's compound score.

    >>> compound("VADER is smart, handsome, and funny!")
    0.8439
    """
    return float(_analyzer().polarity_scores(sentence)["compound"])


def _voices(parsed: ParsedArticle, sentence: Sentence) -> list[tuple[str, Span, str]]:
    """The sentence without its quoted stretches, and each of these."""
    text = parsed.article.text
    quoted = [
        Span(max(q.start, sentence.start), min(q.end, sentence.end))
        for q in overlapping(parsed.quotations, sentence.span)
    ]
    own, at = [], sentence.start
    for span in quoted:
        own.append(text[at : span.start])
        at = span.end
    own.append(text[at : sentence.end])
    words = " ".join(own).strip()
    found = [("quoted", span, text[span.start : span.end]) for span in quoted]
    if any(c.isalnum() for c in words):
        found.insert(0, ("own", sentence.span, words))
    return found


def columns(scope: Scope) -> tuple[Column, ...]:
    """Mean tone of each voice, and of own-voice sentences that name one side only."""
    declared: list[Column] = []
    for name, (what, side, test) in _pools(scope).items():
        measure = f"tone_{name.removesuffix(f'_{side}')}"
        declared += [
            count(
                f"tone_{name}_sentences",
                f"Scored sentences or quoted stretches: {what}.",
                "sentences",
                measure=f"{measure}_sentences",
                side=side,
                rows=test,
            ),
            Column(
                name=f"tone_{name}_sum",
                type="number",
                definition=f"Sum of the compound scores: {what}.",
                unit="compound score",
                range="any",
                source=SOURCE,
            ),
            ratio(
                f"tone_{name}",
                f"Mean VADER compound score: {what}.",
                f"tone_{name}_sum",
                f"tone_{name}_sentences",
                unit="compound score",
                range="-1 to 1",
                source=SOURCE,
                measure=measure,
                side=side,
            ),
        ]
    return tuple(declared)


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    """The sum of each pool's scores; the sentences are counts of rows."""
    rows = [m for m in mentions if isinstance(m, ToneMention)]
    return {
        f"tone_{name}_sum": round(sum(row.tone for row in rows if test(row)), 4)
        for name, (_, _, test) in _pools(scope).items()
    }


Pool = tuple[str, str, Callable[[ToneMention], bool]]
"""What is scored, the side it names where that is one, and which rows are."""


def _pools(scope: Scope) -> dict[str, Pool]:
    pools: dict[str, Pool] = {
        "own": ("the outlet's own words in the body", "", partial(_in_body, "own")),
        "quoted": ("quoted words in the body", "", partial(_in_body, "quoted")),
        "title": ("the title", "", lambda row: row.region == "title"),
    }
    for side in scope.sides:
        if side not in (THIRD_PARTY, UNKNOWN):
            what = f"the outlet's own words in sentences that name {side} and no other side"
            pools[f"own_{side}"] = (what, side, partial(_names_only, side))
    return pools


def _in_body(voice: str, row: ToneMention) -> bool:
    return row.region != "title" and row.voice == voice


def _names_only(side: str, row: ToneMention) -> bool:
    return _in_body("own", row) and row.about_sides == (side,)


ENTRIES: Mapping[str, str] = {
    "scale:vader": "scored by VADER",
    CONSTRUCTIONS["own"]: "*The plan is a disaster for the town.*",
    CONSTRUCTIONS["quoted"]: "He spoke of *“a disaster for the town”*.",
}
"""Every entry of a trail."""

TONE = Extractor(
    name="tone",
    table=evidence_table("tone", ToneMention),
    extract=extract,
    columns=columns,
    features=features,
    entries=ENTRIES,
)
