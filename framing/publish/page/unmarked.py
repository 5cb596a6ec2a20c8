"""Rows that the page shows as passages without a letter in the text: claims, and quantities.

A quantity is counted on a card; a statement of a claim stands in the claim table and is marked in the text
while its claim is lined up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from framing.compare.claims import ClaimMention
from framing.extract.numbers import NumberMention
from framing.extract.numbers.shown import says
from framing.publish.page.marks import Layer
from framing.publish.shared.passages import passage, place_words, where_words
from framing.records.article import Article, Span
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

_RANK_STATEMENT, _RANK_QUANTITY = 2, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """One row: `focus` is what its passage shows in bold, `label` says in a few words what it is."""

    mention: Mention
    letter: str
    source: str
    focus: tuple[Span, ...]
    label: str

    @property
    def id(self) -> str:
        return self.mention.mention_id

    @property
    def anchor(self) -> str:
        """The fragment that leads to its place in the text."""
        return f"m-{self.letter}-{self.id.rpartition(':')[2]}"


def quantity(item: Unmarked) -> NumberMention:
    """The row of a quantity."""
    assert isinstance(item.mention, NumberMention)
    return item.mention


def quantities(
    rows: Iterable[Mention], letters: Mapping[str, str], sources: Mapping[str, str]
) -> Iterator[Unmarked]:
    """The quantities of the articles that have a letter."""
    for row in rows:
        if isinstance(row, NumberMention) and row.article_id in letters:
            yield Unmarked(
                mention=row,
                letter=letters[row.article_id],
                source=sources[row.article_id],
                focus=(row.span,),
                label=says(row),
            )


def statements(
    rows: Iterable[ClaimMention],
    letters: Mapping[str, str],
    sources: Mapping[str, str],
    label: Mapping[str, str],
) -> Iterator[Unmarked]:
    """The passages of claims in the articles that have a letter; `label` gives the words of each."""
    for row in rows:
        if row.article_id in letters:
            yield Unmarked(
                mention=row,
                letter=letters[row.article_id],
                source=sources[row.article_id],
                focus=row.statement_spans or (row.span,),
                label=label[row.mention_id],
            )


def passage_record(item: Unmarked, article: Article, parsed: ParsedArticle, number: int) -> dict[str, Any]:
    """What the page's data holds of the row: its passage (keys as those of a mark's note)."""
    shown = passage(parsed, item.mention.span, item.focus)
    return {
        "k": "",
        "a": number,
        "g": item.anchor,
        "m": item.id,
        "c": item.label,
        "p": place_words(item.mention),
        "o": where_words(item.mention, article),
        "t": shown.text,
        "s": [list(span) for span in shown.spans],
    }


def layers_of(items: Iterable[Unmarked]) -> Iterator[Layer]:
    """Where the rows stand in the text: no mark, only a place to go to and words to light up."""
    for item in items:
        is_statement = isinstance(item.mention, ClaimMention)
        anchor = Markup('<span class="at" id="{}"></span>').format(item.anchor)
        for number, span in enumerate(item.focus):
            yield Layer(
                start=span.start,
                end=span.end,
                rank=_RANK_STATEMENT if is_statement else _RANK_QUANTITY,
                tag="span",
                classes="clm" if is_statement else "qty",
                mention_id=item.id,
                before=Markup("") if number else anchor,
            )
