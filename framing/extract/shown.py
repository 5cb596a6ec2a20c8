"""How the rows of a feature family are shown to a reader: their mark in the text, the note behind it, and the form
in which a person corrects them. A family declares it; pages, tables of answers and forms read the declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from framing.lexicon import Lexicons
from framing.records.article import Span
from framing.records.mention import Mention

Colour = Literal["teal", "violet", "amber", "ink", "blue", "rose", "olive", "brown"]
COLOURS: tuple[str, ...] = get_args(Colour)


class NoteContext(NamedTuple):
    """What the notes of a run may say besides the row: labels of sides (given ids, as a row has them), the
    lexicons, and all rows of the family."""

    side: Callable[[str], str]
    lexicons: Lexicons
    rows: Sequence[Mention]


class NoteWords(NamedTuple):
    """What a note says: the words it is about, what they are in a few words, why, and lines of label and value."""

    title: str
    says: str
    meaning: str = ""
    lines: tuple[tuple[str, str], ...] = ()


Note = Callable[[Any, str], NoteWords]
"""The note of a row; the second argument is the text of its article."""


class MarkedSlot(NamedTuple):
    """A column of spans that is set off inside a mark, with the classes of the style sheet for it."""

    column: str
    style: str | Callable[[Any], str]


class CorrectionField(NamedTuple):
    """One line of the form that corrects a row: `options` maps each value to its words; without any it is a side,
    a number or a text. The column must be declared as correctable."""

    column: str
    label: str
    options: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How the rows of a family are shown.

    letter    one capital letter: the badge of its marks; empty for rows that have no mark in the text
    place     where it stands among the kinds of mark; of equals the letter decides
    label     what it is called on switches and in tables
    heading   what stands over one of its notes
    colour    of badge and line
    note      makes the notes of a run
    focus     columns of spans that hold what the row is about; of a row without any it is the row itself
    badge     column of spans whose first one keeps the badge; without it the badge stands at the row's first word
    slots     columns of spans that are set off inside the mark; without any the whole row has a line of its colour
    style     the classes of the style sheet for the whole row, in the place of that line
    fields    the form that corrects a row
    annotate  what a person marks who looks for the same before seeing the marks
    example   some words with such a mark, for the legend
    """

    letter: str = ""
    place: int = 100
    label: str
    heading: str
    colour: Colour = "ink"
    note: Callable[[NoteContext], Note]
    focus: tuple[str, ...] = ()
    badge: str = ""
    slots: tuple[MarkedSlot, ...] = ()
    style: str = ""
    fields: tuple[CorrectionField, ...] = ()
    annotate: str = ""
    example: str = ""

    def __post_init__(self) -> None:
        if self.letter and not (len(self.letter) == 1 and "A" <= self.letter <= "Z"):
            raise ValueError(f"{self.label}: the letter of a mark is one of A to Z, not {self.letter!r}")
        if self.colour not in COLOURS:
            raise ValueError(f"{self.label}: {self.colour!r} is no colour: {', '.join(COLOURS)}")

    def focus_of(self, row: Mention) -> tuple[Span, ...]:
        """What a row is about, in text order."""
        return tuple(sorted(s for name in self.focus for s in getattr(row, name))) or (row.span,)

    def badge_of(self, row: Mention) -> Span:
        """The stretch before which the badge stands."""
        spans: Iterable[Span] = getattr(row, self.badge) if self.badge else ()
        return min(spans, default=row.span)

    def slots_of(self, row: Mention) -> Iterable[tuple[str, Span]]:
        """The stretches that are set off, each with its classes of the style sheet."""
        for slot in self.slots:
            style = slot.style if isinstance(slot.style, str) else slot.style(row)
            yield from ((style, span) for span in getattr(row, slot.column))
        if not self.slots:
            yield self.style or f"line line-{self.letter}", row.span


class NoteLine(NamedTuple):
    """A line of a plain note: the value of a column, put in words; of a column of sides their labels."""

    label: str
    column: str
    words: Mapping[str, str] = {}
    is_side: bool = False


def plain_note(
    column: str, words: Mapping[str, str] = {}, *, meaning: str = "", lines: Sequence[NoteLine] = ()
) -> Callable[[NoteContext], Note]:
    """Notes made from columns: what a row is says `column`, in words where `words` has them; then the lines."""

    def notes(context: NoteContext) -> Note:
        def value(row: Mention, line: NoteLine) -> str:
            found = getattr(row, line.column)
            return context.side(found) if line.is_side else _in_words(found, line.words)

        def note(row: Mention, text: str) -> NoteWords:
            said = ((line.label, value(row, line)) for line in lines)
            return NoteWords(
                title=text[row.start : row.end],
                says=_in_words(getattr(row, column), words),
                meaning=meaning,
                lines=tuple((label, shown) for label, shown in said if shown),
            )

        return note

    return notes


def _in_words(value: Any, words: Mapping[str, str]) -> str:
    """A value of a slot in words.

    >>> _in_words("storm", {"storm": "a storm"}), _in_words(("a", "b"), {}), _in_words(True, {}), _in_words(None, {})
    ('a storm', 'a, b', 'yes', '')
    """
    if isinstance(value, tuple):
        return ", ".join(_in_words(one, words) for one in value)
    if isinstance(value, bool):
        return words.get(str(value).lower(), "yes" if value else "")
    return "" if value is None else words.get(str(value), str(value))
