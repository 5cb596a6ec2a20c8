"""Evidence: a mention is one counted thing with the characters it was counted from.

Every extractor defines its own frozen record on top of `Mention`; every number of the toolkit is a
group-by over such records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import ClassVar, Literal, get_args

from framing.records.article import Span
from framing.records.columns import Column

Region = Literal["title", "lead", "body"]
REGIONS: tuple[str, ...] = get_args(Region)

MENTION_COLUMNS = (
    Column(
        name="article_id",
        definition="The article the row was found in.",
        example="003_58c9597274ac7f2c#npr.org",
    ),
    Column(
        name="source", definition="Label of the article's source (an outlet), as given.", example="Npr.org"
    ),
    Column(
        name="mention_id",
        definition="Name of this evidence row; unique in the run and the same on every run.",
        example="001:a07",
    ),
    Column(
        name="sentence",
        type="integer",
        definition="Number of the sentence the row starts in, from 1 in the title and again from 1 in the body.",
        range="1 or more",
    ),
    Column(
        name="paragraph",
        type="integer",
        definition="Number of the paragraph the row starts in, from 1 in the title and again from 1 in the body; "
        "paragraphs that were removed whole are not counted.",
        range="1 or more",
    ),
    Column(
        name="region",
        definition="Where in the article: the title, the lead (first body paragraph) or the rest of the body.",
        values=REGIONS,
    ),
    Column(
        name="start",
        type="integer",
        definition="First character, as an offset into the article's text.",
        unit="characters",
    ),
    Column(
        name="end",
        type="integer",
        definition="Offset behind the last character (half-open).",
        unit="characters",
    ),
    Column(
        name="text",
        definition="The characters from start to end, as they stand in the article.",
        quotes=True,
    ),
    Column(
        name="file_start",
        type="integer",
        definition="First character, as an offset into the decoded input file.",
        unit="characters",
        missing_means="the text has no place in a file",
    ),
    Column(
        name="file_end",
        type="integer",
        definition="Offset behind the last character in the decoded input file.",
        unit="characters",
        missing_means="the text has no place in a file",
    ),
    Column(
        name="rule",
        definition="The trail of rules that made the row, in order, joined by “ > ”. An entry with a prefix names an "
        "entry of a lexicon, or says how a speaker, a side or a sense was found; the last one without a prefix is the "
        "construction that made the row.",
        example="cue:say.v > that-clause > speaker:subject > resolved:as-written",
        quotes=False,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The part of an evidence row that all tables share. See `MENTION_COLUMNS`."""

    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    LETTER: ClassVar[str] = "m"

    article_id: str
    mention_id: str
    sentence: int
    paragraph: int
    region: Region
    start: int
    end: int
    rule: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"{self.mention_id}: empty or negative span {self.start}:{self.end}")
        for name, values in _closed(type(self)):
            if (value := getattr(self, name)) and value not in values:
                raise ValueError(f"{self.mention_id}: {name} is {value!r}, not in {values}")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Names of the slots that this kind of mention adds."""
        shared = {field.name for field in fields(Mention)}
        return tuple(field.name for field in fields(cls) if field.name not in shared)


_CLOSED: dict[type[Mention], tuple[tuple[str, tuple[str, ...]], ...]] = {}


def _closed(kind: type[Mention]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The slots of a kind of mention that have a closed list of values, put together once."""
    if kind not in _CLOSED:
        _CLOSED[kind] = tuple((column.name, column.values) for column in kind.COLUMNS if column.values)
    return _CLOSED[kind]


def format_spans(spans: Iterable[Span]) -> str:
    """Spans as a cell: `start:end` joined by `;` in text order.

    >>> format_spans([Span(9, 12), Span(3, 5)])
    '3:5;9:12'
    """
    return ";".join(f"{start}:{end}" for start, end in sorted(spans))


def covering(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of them; raises ValueError when there is none.

    >>> covering([Span(9, 12), Span(3, 5)])
    Span(start=3, end=12)
    """
    all_spans = list(spans)
    return Span(min(s.start for s in all_spans), max(s.end for s in all_spans))
