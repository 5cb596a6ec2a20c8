"""The event card, the source cards and what else the page says about the run itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from framing.measure.error import MeasuredError
from framing.publish.page.text import Reading
from framing.publish.shared import words
from framing.publish.shared.parts import Number, in_words, plural
from framing.publish.shared.run_words import event_title
from framing.publish.shared.words import KIND_WORDS, Kind
from framing.records.article import Article
from framing.results import Results

KIND_TABLES: dict[Kind, str] = {
    "A": "attributions",
    "C": "casualties",
    "N": "names",
    "H": "verification",
}


UNMARKED_TABLES = {"Figures": "numbers", "Passages of one claim": "claims", "Copied sentences": "reuse"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as the templates get it.

    `reading` is None where it was not scored; `why_not` says why. `aside` says why an article that can be
    read is left out of the comparisons.
    """

    id: str
    letter: str
    name: str
    source: str
    title: str
    writer: str
    time: str
    words: str
    length: str
    event: str
    file: str
    marks: tuple[tuple[Kind, Number], ...]
    removed: Number
    has_summary: bool
    checked: Number
    summary: str
    reading: Reading | None
    why_not: str
    aside: str


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """The measured error of one kind of mark, or of rows without one (`kind` is None); `right` and `found`
    are of 100, None where not measured."""

    kind: Kind | None
    label: str
    right: int | None
    found: int | None
    tested_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The event card."""

    kicker: str
    heading: str
    lede: str
    facts: tuple[tuple[str, str], ...]


def writer(article: Article) -> str:
    """Who wrote it, as far as the page showed it."""
    shown = [part for part in (article.byline, article.agency and f"agency: {article.agency}") if part]
    return "; ".join(shown) or words.NOT_SHOWN


def time_shown(article: Article) -> str:
    if not article.published:
        return words.NOT_SHOWN
    updated = f"; updated {shown_time(article.updated)}" if article.updated else ""
    return shown_time(article.published) + updated


def shown_time(value: str) -> str:
    """A date of the tables in words; what is no ISO date stands as it is.

    >>> shown_time("2025-06-01T14:17:00"), shown_time("2025-06-01"), shown_time("last week")
    ('1 June 2025, 14:17', '1 June 2025', 'last week')
    """
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{time.day} {time:%B %Y}"
    return f"{day}, {time:%H:%M}" if "T" in value or ":" in value else day


def letters(count: int) -> list[str]:
    """A, B … Z, AA, AB …: letters stand for articles in fragments, so that no outlet is named there.

    >>> letters(28)[-2:]
    ['AA', 'AB']
    """
    return [_letter(number) for number in range(1, count + 1)]


def _letter(number: int) -> str:
    before, last = divmod(number - 1, 26)
    return (_letter(before) if before else "") + chr(ord("A") + last)


def overview(results: Results, scored: int, sources: Sequence[str], is_large: bool) -> Overview:
    """Title, counts and sides: no claim about the event in our own voice."""
    articles = len(results.articles)
    event = results.main_event
    compared = articles - len(results.set_aside)
    texts = f"{in_words(compared)} {'article' if compared == 1 else 'articles'}"
    by_sources = f"{in_words(len(sources))} {'source' if len(sources) == 1 else 'sources'}"
    heading = event_title(event) if event else f"{texts.capitalize()}, {by_sources}"
    files = len({article.file for article in results.articles})
    facts = [("Read", f"{plural(files, 'file')}, {plural(articles, 'article')}")]
    if scored < articles:
        facts.append(("Listed, not scored", plural(articles - scored, "article")))
    if compared < articles:
        facts.append(
            ("Left out of the comparisons", f"{plural(articles - compared, 'article')} about another event")
        )
    total = len({article.source for article in results.articles})
    if is_large and len(sources) < total:
        facts.append(("Compared here", f"the {len(sources)} sources with the most articles, of {total:,}"))
    if is_large:
        facts.append(("Texts", "not on this page: too many to read side by side"))
    if results.skipped:
        facts.append(("Not read", plural(len(results.skipped), "input")))
    if results.sides:
        sides = " and ".join(results.sides.label(side) for side in results.sides.ids)
        facts.append(("Sides", f"{sides} ({results.sides_chosen_by})"))
    else:
        facts.append(("Sides", f"not told apart ({results.sides_chosen_by})"))
    story = "the story" if len({a.event for a in results.articles}) < 2 or event else "their stories"
    told = "how one article tells the story" if compared == 1 else f"how {texts} tell {story}"
    lede = (
        f"This page shows {told}: who is quoted, who is said to have done what, and what things are called."
    )
    kicker = f"One event, {texts}" if event else "Side by side"
    return Overview(kicker=kicker, heading=heading, lede=lede, facts=tuple(facts))


def error_rows(measured: Mapping[str, MeasuredError]) -> tuple[ErrorRow, ...]:
    """The measured error of each kind of mark and of what has no mark, by the table that its rows stand in."""
    named: list[tuple[Kind | None, str, str]] = [
        *((kind, KIND_WORDS[kind].label, table) for kind, table in KIND_TABLES.items()),
        *((None, label, table) for label, table in UNMARKED_TABLES.items()),
    ]
    rows = []
    for kind, label, table in named:
        error = measured.get(table)
        rows.append(
            ErrorRow(
                kind,
                label,
                _of_100(error.precision) if error else None,
                _of_100(error.recall) if error else None,
                error.measured_on if error else "",
            )
        )
    return tuple(rows)


def claims_error(measured: Mapping[str, MeasuredError]) -> str:
    """How well claims are aligned, as measured; empty where nobody did."""
    error = measured.get("claims")
    if error is None:
        return ""
    return (
        f"Of 100 pairs of passages in one row, {_of_100(error.precision)} state the same claim; of 100 passages "
        f"that state a claim of several texts, {_of_100(error.recall)} stand in its row. "
        f"Tested on: {error.measured_on}."
    )


def _of_100(share: float) -> int:
    """A recorded share as a number of 100, halves up as in the README's two decimals.

    >>> _of_100(0.765), _of_100(0.539)
    (77, 54)
    """
    return int(100 * share + 0.5)
