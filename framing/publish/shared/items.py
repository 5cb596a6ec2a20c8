"""The evidence as the page shows it: every mention with its badge and what its note says.

One `Item` per evidence row with a mark; how it is shown is what its family declares. Marks, notes, numbers,
charts and tables all read these items.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from framing.extract.attribution import AttributionMention
from framing.extract.base import marked_families
from framing.extract.casualty import CasualtyMention
from framing.extract.naming import NameMention
from framing.extract.shown import NoteContext
from framing.people.sides import Sides
from framing.publish.shared.parts import clipped
from framing.records.article import Span
from framing.records.mention import Mention
from framing.results import Results

LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One evidence row on the page.

    `kind` is the letter of its family, `place` where this stands among the kinds. `badge` is the stretch that
    the badge stands before, kept on one line with it if `together`; `focus` is what a passage shows in bold;
    `slots` are the stretches set off inside the mark, each with its classes of the style sheet. The rest is
    what the mark's note says: heading, class, meaning, and rows of label and value.
    """

    mention: Mention
    kind: str
    place: int
    table: str
    letter: str
    source: str
    slots: tuple[tuple[str, Span], ...]
    badge: Span
    together: bool
    focus: tuple[Span, ...]
    heading: str
    label: str
    meaning: str
    details: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        return self.mention.mention_id

    @property
    def anchor(self) -> str:
        """The fragment that leads to the mark; letters, not outlets, stand in it."""
        return f"m-{self.letter}-{self.id.rpartition(':')[2]}"

    @property
    def badge_label(self) -> str:
        return f"{self.heading}. {self.label}. Open note."


def attribution(item: Item) -> AttributionMention:
    """The row of an item of kind A."""
    assert isinstance(item.mention, AttributionMention)
    return item.mention


def casualty(item: Item) -> CasualtyMention:
    """The row of an item of kind C."""
    assert isinstance(item.mention, CasualtyMention)
    return item.mention


def name(item: Item) -> NameMention:
    """The row of an item of kind N."""
    assert isinstance(item.mention, NameMention)
    return item.mention


def items(results: Results, letters: Mapping[str, str]) -> list[Item]:
    """All evidence rows of the run that have a mark as items, in the order of articles and text."""
    articles = {article.article_id: article for article in results.articles}
    side = side_labels(results.sides)
    found = []
    for place, (family, table, shown) in enumerate(marked_families(results.families)):
        rows = results.mentions.get(family, ())
        note = shown.note(NoteContext(side, results.lexicons, rows))
        for row in rows:
            article = articles[row.article_id]
            said = note(row, article.text)
            found.append(
                Item(
                    mention=row,
                    kind=shown.letter,
                    place=place,
                    table=table.name,
                    letter=letters[row.article_id],
                    source=article.source,
                    slots=tuple(shown.slots_of(row)),
                    badge=shown.badge_of(row),
                    together=bool(shown.badge),
                    focus=shown.focus_of(row),
                    heading=f"{shown.heading}: “{clipped(said.title, LONGEST_LABEL)}”",
                    label=said.says,
                    meaning=said.meaning,
                    details=said.lines,
                )
            )
    order = {article_id: number for number, article_id in enumerate(letters)}
    return sorted(found, key=lambda item: (order[item.mention.article_id], item.mention.start, item.kind))


def side_labels(sides: Sides | None) -> Callable[[str], str]:
    """The labels of some sides, given their ids as a row has them; nothing where there are no sides."""
    return lambda ids: ", ".join(sides.label(side) for side in ids.split(";") if side) if sides else ""
