"""The event card, the source cards and what else the page says about the run itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.extract.base import Extractor, shown_families
from framing.measure.error import MeasuredError
from framing.publish.page.title import shared_heading
from framing.publish.shared.parts import in_words, plural
from framing.publish.shared.run_words import event_title
from framing.read.inclusion import flow_of
from framing.results import Results

FOUND_BY_COMPARING = {"Passages of one claim": "claims", "Copied sentences": "reuse"}
"""Tables of rows without a mark that no single article shows, by what the page calls the rows."""


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """The measured error of one kind of mark, or of rows without one (`kind` is None); `right` and `found`
    are of 100, None where not measured."""

    kind: str | None
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


def letters(names: Sequence[str]) -> dict[str, str]:
    """A, B … Z, AA, AB … by the ids of articles: letters stand for them in fragments, so that no outlet is named.

    >>> letters([str(number) for number in range(28)])["27"]
    'AB'
    """
    return {name: _letter(number) for number, name in enumerate(names, 1)}


def _letter(number: int) -> str:
    before, last = divmod(number - 1, 26)
    return (_letter(before) if before else "") + chr(ord("A") + last)


def overview(results: Results, sources: Sequence[str], is_large: bool) -> Overview:
    """Title, counts and sides: no claim about the event in our own voice."""
    event = results.main_event
    compared = len(results.articles) - len(results.set_aside)
    texts = f"{in_words(compared)} {'article' if compared == 1 else 'articles'}"
    by_sources = f"{in_words(len(sources))} {'source' if len(sources) == 1 else 'sources'}"
    heading = event_title(event) if event else shared_heading(results)
    return Overview(
        kicker=_kicker(event, texts, by_sources, heading),
        heading=heading or f"{texts.capitalize()}, {by_sources}",
        lede=f"This page shows {_told(results, compared, texts)}: who is quoted, who is said to have done what, "
        "and what things are called.",
        facts=tuple(_facts(results, sources, is_large)),
    )


def _kicker(event: str, texts: str, by_sources: str, heading: str) -> str:
    """What stands over the heading: how many texts, and where the heading's words are from."""
    if event:
        return f"One event, {texts}"
    if not heading:
        return "Side by side"
    return f"{texts.capitalize()}, {by_sources}; the words that most of them begin with"


def _told(results: Results, compared: int, texts: str) -> str:
    if compared == 1:
        return "how one article tells the story"
    one = results.main_event or len({article.event for article in results.articles}) < 2
    return f"how {texts} tell {'the story' if one else 'their stories'}"


def _facts(results: Results, sources: Sequence[str], is_large: bool) -> Iterator[tuple[str, str]]:
    """What was read and how, as label and value; only what there is."""
    articles, aside = len(results.articles), len(results.set_aside)
    unscored = articles - len(results.readable)
    files = len({article.file for article in results.articles})
    yield "Read", f"{plural(files, 'file')}, {plural(articles, 'article')}"
    if unscored:
        yield "Listed, not scored", plural(unscored, "article")
    if aside:
        yield "Left out of the comparisons", f"{plural(aside, 'article')} about another event"
    total = len({article.source for article in results.articles})
    if is_large and len(sources) < total:
        yield "Compared here", f"the {len(sources)} sources with the most articles, of {total:,}"
    if is_large:
        yield "Texts", "not on this page: too many to read side by side"
    if results.skipped:
        yield "Not read", plural(len(results.skipped), "input")
    flow = flow_of(results.articles, results.skipped)
    if flow.number("found") > flow.number("scored") or flow.copies:
        yield "From input to analysis", flow.line
    sides = " and ".join(map(results.sides.label, results.sides.ids)) if results.sides else "not told apart"
    yield "Sides", f"{sides} ({results.sides_chosen_by})"


def error_rows(families: Iterable[Extractor], measured: Mapping[str, MeasuredError]) -> tuple[ErrorRow, ...]:
    """The measured error of each kind of mark and of what has no mark, by the table that its rows stand in."""
    named = [
        (family.shown.letter, family.shown.label, family.table.name) for family in shown_families(families)
    ]
    named += (("", label, table) for label, table in FOUND_BY_COMPARING.items())
    return tuple(_error_row(letter or None, label, measured.get(table)) for letter, label, table in named)


def _error_row(kind: str | None, label: str, error: MeasuredError | None) -> ErrorRow:
    if error is None:
        return ErrorRow(kind, label, None, None, "")
    return ErrorRow(kind, label, _of_100(error.precision), _of_100(error.recall), error.measured_on)


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
