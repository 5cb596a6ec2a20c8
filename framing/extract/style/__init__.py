"""House style: British or American spelling, the form of dates and times, titles before names.

Style tells where a copy comes from, not where it stands: an American agency report keeps its spelling in
a British paper. So these columns are never compared as framing (`contrasted=False`). A spelling in a
capitalised name is its bearer's (Department of Defense, Labour) and not counted.

Published source: Peters 2004, The Cambridge Guide to English Usage; style guides per entry in
`lexicons/spelling.yaml` and `lexicons/style.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from framing.extract.base import Context, Extractor, Numbering, Scope, evidence_table
from framing.extract.rules import joined
from framing.extract.style.record import CHOICES, Find, StyleMention
from framing.extract.style.spelling import spellings
from framing.extract.style.titles import KIND, names, surnames
from framing.lexicon import Lexicons
from framing.records.article import Span
from framing.records.columns import Column, count, share
from framing.text.sentences import ParsedArticle, plain

__all__ = ["STYLE", "StyleMention"]

_TIME = re.compile(
    r"\b(?:\d{1,2}(?:[.:]\d\d)? ?(?:(?P<plain_pm>[ap]m)|(?P<dotted_pm>[ap]\.m\.)|(?P<capital_pm>[AP]M))"
    r"|(?P<hours_24>(?:[01]\d|2[0-3]):[0-5]\d)(?![:\d]| ?[ap]\.?m| ?[AP]M))(?!\w)"
)


def extract(parsed: ParsedArticle, context: Context) -> list[StyleMention]:
    """All choices of house style of an article, in text order."""
    words = context.lexicons
    known = surnames(parsed, words)
    numbering = Numbering(parsed, StyleMention.LETTER)
    mentions = []
    for sentence in parsed.sentences:
        text = plain(sentence.text)
        found = [*spellings(text, words), *_dates(text, words), *_times(text), *names(text, known, words)]
        for span, matter, choice, family in sorted(found):
            start, end = sentence.start + span.start, sentence.start + span.end
            place = numbering.place(start, end, joined((f"style:{family or matter}", CONSTRUCTIONS[matter])))
            mentions.append(StyleMention(**place, matter=matter, choice=choice, family=family))
    return mentions


def _dates(text: str, lexicons: Lexicons) -> Iterator[Find]:
    for match in _date(lexicons.words(KIND, "months")).finditer(text):
        yield Find(Span(*match.span()), "date", match.lastgroup or "month_day")


def _times(text: str) -> Iterator[Find]:
    for match in _TIME.finditer(text):
        yield Find(Span(*match.span()), "time", match.lastgroup or "hours_24")


@lru_cache(maxsize=4)
def _date(months: frozenset[str]) -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True)) or "(?!)"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?<![\w.])(?:(?P<day_month>{day}(?: of)? (?:{month})(?!\w| \d{{1,2}}(?!\d)))"
        rf"|(?P<month_day>(?:{month}) {day}(?![\w:]|\.\d)))"
    )


def columns(scope: Scope) -> tuple[Column, ...]:
    """Counts of each choice and its share of its matter; none of them is compared."""
    declared: list[Column] = []
    for matter, choices in CHOICES.items():
        total = f"style_{matter}"
        declared.append(
            count(total, f"Choices of house style: {matter}.", "mentions", rows=partial(_is, matter, ""))
        )
        for choice in choices:
            name = f"{total}_{choice}"
            declared += [
                count(name, f"Of these: {choice}.", "mentions", rows=partial(_is, matter, choice)),
                share(
                    f"{name}_share",
                    f"Share of {choice} among the choices of {matter}; style, never compared as framing.",
                    name,
                    total,
                    contrasted=False,
                ),
            ]
    return tuple(declared)


def _is(matter: str, choice: str, row: StyleMention) -> bool:
    return row.matter == matter and (not choice or row.choice == choice)


CONSTRUCTIONS: Mapping[str, str] = {
    "spelling": "word-with-two-spellings",
    "date": "day-and-month",
    "time": "time-of-day",
    "name": "surname-with-title-or-bare",
}
"""The construction of a row, by what the style is about."""

ENTRIES: Mapping[str, str] = {
    CONSTRUCTIONS["spelling"]: "The *colour* faded.",
    CONSTRUCTIONS["date"]: "They met on *3 June*.",
    CONSTRUCTIONS["time"]: "They met at *4pm*.",
    CONSTRUCTIONS["name"]: "*President Okello* spoke; later *Okello* left.",
}
"""Every entry of a trail, those that name an entry of the lexicon apart."""

STYLE = Extractor(
    name="style",
    table=evidence_table("style", StyleMention),
    extract=extract,
    columns=columns,
    entries=ENTRIES,
)
