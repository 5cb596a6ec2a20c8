"""Length: how much text there is to compare.

Every rate of the other families has one of these counts as its denominator, so they come first.
Words are runs of letters and digits; titles are not counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.extract.base import Extractor, Scope, Value
from framing.records.columns import Column, count, ratio
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

COLUMNS = (
    count("words", "Words of the body.", "words"),
    count("sentences", "Sentences of the body.", "sentences"),
    count("paragraphs", "Paragraphs of the body.", "paragraphs"),
    ratio(
        "words_per_sentence",
        "Mean length of a sentence of the body.",
        "words",
        "sentences",
        unit="words per sentence",
    ),
)


def columns(scope: Scope) -> tuple[Column, ...]:
    return COLUMNS


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    body = [sentence for sentence in parsed.sentences if sentence.region != "title"]
    return {
        "words": parsed.words,
        "sentences": len(body),
        "paragraphs": len({sentence.paragraph for sentence in body}),
    }


LENGTH = Extractor(name="length", table=None, columns=columns, features=features)
