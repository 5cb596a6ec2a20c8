"""Readability: how hard the body is to read, by two standard formulas.

Flesch reading ease and the Flesch–Kincaid grade rest on words per sentence and syllables per word.
Syllables come from textstat with the CMU pronouncing dictionary (and hyphenation for words that it
lacks); another syllable engine moves the scores by about 12 points, so scores of different tools must
not be put in one table.

Published sources: Flesch 1948, Journal of Applied Psychology 32:221-233; Kincaid, Fishburne, Rogers
and Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.extract.base import Extractor, Scope, Value
from framing.records.columns import Column, count
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle
from framing.text.syllables import syllables

ENGINE = "textstat with the CMU pronouncing dictionary"

COLUMNS = (
    count("syllables", f"Syllables of the body, by {ENGINE}.", "syllables"),
    Column(
        name="flesch_reading_ease",
        type="number",
        definition=f"Flesch reading ease of the body: higher is easier; syllables by {ENGINE}. Pooled as the "
        "mean weighted by words.",
        unit="points",
        range="usually 0 to 100",
        missing_means="no words",
        weight="words",
        source="Flesch 1948, Journal of Applied Psychology 32:221-233",
    ),
    Column(
        name="flesch_kincaid_grade",
        type="number",
        definition=f"Flesch–Kincaid grade of the body: years of US schooling; syllables by {ENGINE}. Pooled as "
        "the mean weighted by words.",
        unit="school years",
        range="usually 0 to 20",
        missing_means="no words",
        weight="words",
        source="Kincaid et al. 1975, Research Branch Report 8-75",
    ),
)


def reading_ease(words: int, sentences: int, syllables: int) -> float:
    """Flesch reading ease.

    >>> round(reading_ease(words=100, sentences=5, syllables=150), 1)
    59.6
    """
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def grade(words: int, sentences: int, syllables: int) -> float:
    """Flesch–Kincaid grade.

    >>> round(grade(words=100, sentences=5, syllables=150), 2)
    9.91
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def columns(scope: Scope) -> tuple[Column, ...]:
    return COLUMNS


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    body = [sentence for sentence in parsed.sentences if sentence.region != "title"]
    if not parsed.words:
        return {"syllables": 0, "flesch_reading_ease": None, "flesch_kincaid_grade": None}
    total = sum(syllables(sentence.text) for sentence in body)
    return {
        "syllables": total,
        "flesch_reading_ease": round(reading_ease(parsed.words, len(body), total), 3),
        "flesch_kincaid_grade": round(grade(parsed.words, len(body), total), 3),
    }


READABILITY = Extractor(name="readability", table=None, columns=columns, features=features)
