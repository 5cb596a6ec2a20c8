"""What an extractor is: the functions and declarations that every feature family provides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypedDict, cast

from framing.extract.rules import Attempt
from framing.extract.shown import Shown
from framing.lexicon import Lexicons
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.records.columns import Column, Table
from framing.records.mention import MENTION_COLUMNS, Mention, Region
from framing.text.sentences import ParsedArticle

Value = int | float | str | None


@dataclass(frozen=True)
class Context:
    """What extractors may read besides the article: lexicons, sides, and the mentions found before theirs.

    `sides` is None where no conflict pack is in use; side slots are empty strings then. `rejected` are mentions
    found before that a person has rejected: they are not in `found`, and no row is made in their place.
    """

    lexicons: Lexicons
    sides: Sides | None
    found: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    rejected: Mapping[str, Sequence[Mention]] = field(default_factory=dict)


@dataclass(frozen=True)
class Scope:
    """What the feature columns of a run depend on: its sides and the mentions that occur in it.

    `sides` are the ids of the pack's sides, then third_party and unknown; empty without a pack.
    """

    sides: tuple[str, ...]
    mentions: Mapping[str, Sequence[Mention]]


def scope_of(sides: Sides | None, mentions: Mapping[str, Sequence[Mention]]) -> Scope:
    """The scope of a run with these sides and mentions."""
    return Scope((*sides.ids, THIRD_PARTY, UNKNOWN) if sides else (), mentions)


@dataclass(frozen=True, kw_only=True)
class Extractor:
    """One feature family.

    name      key of its mentions in `Context.found`
    table     its evidence table, or None when it only measures the text
    triggers  lower-case words, or `language.DIGITS`; a sentence that holds one is parsed
    extract   mentions of one article, in text order
    columns   declarations of its features for a run
    features  the values, for one article, of the columns that are no count of rows and no quotient: counts
              of rows are counted by their declaration, quotients divided later for articles and sources
    explain   what it made of each word of its lexicon in an article, and why
    entries   what the entries of its trails mean, those that name an entry of the lexicon apart
    settled   a row whose slots a person has corrected, with what follows from them in its other slots; raises
              ValueError, saying what to do, where the slots contradict each other
    shown     how its rows are shown on the page and corrected there; None where they stand in tables only
    """

    name: str
    table: Table | None
    columns: Callable[[Scope], tuple[Column, ...]]
    features: Callable[[Sequence[Mention], ParsedArticle, Scope], Mapping[str, Value]] = (
        lambda mentions, article, scope: {}
    )
    extract: Callable[[ParsedArticle, Context], Sequence[Mention]] = lambda article, context: ()
    triggers: Callable[[Lexicons], Iterable[str]] = lambda lexicons: ()
    explain: Callable[[ParsedArticle, Context], Sequence[Attempt]] = lambda article, context: ()
    entries: Mapping[str, str] = field(default_factory=dict)
    settled: Callable[[Any, Context], Mention] = lambda row, context: cast(Mention, row)
    shown: Shown | None = None


class ShownFamily(NamedTuple):
    """A family whose rows are shown: its name, its table, and how."""

    name: str
    table: Table
    shown: Shown


def shown_families(families: Iterable[Extractor]) -> tuple[ShownFamily, ...]:
    """The families whose rows are shown, in the order of their places; raises ValueError where two want one letter."""
    found = [
        ShownFamily(family.name, family.table, family.shown)
        for family in families
        if family.shown is not None and family.table is not None
    ]
    letters = [family.shown.letter for family in found if family.shown.letter]
    for letter in letters:
        if letters.count(letter) > 1:
            who = ", ".join(family.name for family in found if family.shown.letter == letter)
            raise ValueError(f"two families have marks with the letter {letter}: {who}")
    return tuple(sorted(found, key=lambda family: (family.shown.place, family.shown.letter)))


def marked_families(families: Iterable[Extractor]) -> tuple[ShownFamily, ...]:
    """The families whose rows have a mark in the text, in the order of their places."""
    return tuple(family for family in shown_families(families) if family.shown.letter)


def evidence_table(name: str, mention: type[Mention]) -> Table:
    """The table of a kind of mention: the shared columns and its own."""
    return Table(name, (*MENTION_COLUMNS, *mention.COLUMNS))


class Placed(TypedDict):
    """The fields that every mention shares."""

    article_id: str
    mention_id: str
    sentence: int
    paragraph: int
    region: Region
    start: int
    end: int
    rule: str


@dataclass
class Numbering:
    """Hands out the fields that all mentions share, numbering mentions per article in the order asked.

    Call it in text order: `Numbering(parsed, "a").place(start, end, rule)` gives the keyword arguments
    of a `Mention` at these offsets.
    """

    parsed: ParsedArticle
    letter: str
    count: int = 0

    def place(self, start: int, end: int, rule: str) -> Placed:
        self.count += 1
        sentence = self.parsed.sentence_at(start)
        article = self.parsed.article
        return {
            "article_id": article.article_id,
            "mention_id": f"{article.article_id}:{self.letter}{self.count:03d}",
            "sentence": sentence.number,
            "paragraph": sentence.paragraph,
            "region": sentence.region,
            "start": start,
            "end": end,
            "rule": rule,
        }
