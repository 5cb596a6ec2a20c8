"""All that a feature family from outside imports, and the check that it can be used; see `docs/extending.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import pairwise

from framing.extract import extractors
from framing.extract.base import (
    Context,
    Extractor,
    Numbering,
    Scope,
    evidence_table,
    scope_of,
    shown_families,
)
from framing.extract.shown import (
    CorrectionField,
    MarkedSlot,
    NoteContext,
    NoteLine,
    NoteWords,
    Shown,
    plain_note,
)
from framing.lexicon import Lexicons, load
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.records.article import Article, Span
from framing.records.columns import Column, Table, count, every_row, ratio, share
from framing.records.mention import Mention
from framing.text import grammar
from framing.text.parse import Parse, Token
from framing.text.parser import DIGITS, Parser
from framing.text.sentences import ParsedArticle, Sentence

__all__ = [
    "DIGITS",
    "THIRD_PARTY",
    "UNKNOWN",
    "Article",
    "Column",
    "Context",
    "CorrectionField",
    "Extractor",
    "Lexicons",
    "MarkedSlot",
    "Mention",
    "NoteContext",
    "NoteLine",
    "NoteWords",
    "Numbering",
    "Parse",
    "ParsedArticle",
    "Scope",
    "Sentence",
    "Shown",
    "Sides",
    "Span",
    "Table",
    "Token",
    "check_family",
    "count",
    "every_row",
    "evidence_table",
    "grammar",
    "plain_note",
    "ratio",
    "share",
]


def check_family(family: Extractor, articles: Sequence[Article]) -> list[str]:
    """What keeps a family from being used, a line each; nothing where all is well.

    Its declarations are held against each other and against those of the installed families, then its rows
    are looked for in the articles, which should hold some.
    """
    others = [one for one in extractors() if one is not family]
    lexicons = load()
    rows: list[Mention] = []
    for one in Parser(frozenset(family.triggers(lexicons))).parse(articles):
        found = family.extract(one, Context(lexicons, None))
        family.features(found, one, scope_of(None, {family.name: found}))
        rows += found
    return [
        *_wrong_names(family, others),
        *_wrong_rows(family, rows),
        *(_wrong_form(family.table, family.shown) if family.table and family.shown else ()),
        *(_wrong_marks(family, others, rows, articles) if family.shown else ()),
    ]


def _wrong_names(family: Extractor, others: Sequence[Extractor]) -> Iterator[str]:
    if family.name in {one.name for one in others}:
        yield f"another family is called {family.name}"
    if family.table and family.table.name in {one.table.name for one in others if one.table}:
        yield f"another family has a table {family.table.name}"
    names = [column.name for column in family.columns(Scope((), {}))]
    names += [column.name for one in others for column in one.columns(Scope((), {}))]
    yield from (f"the feature {name} is declared twice" for name in set(names) if names.count(name) > 1)


def _wrong_rows(family: Extractor, rows: Sequence[Mention]) -> Iterator[str]:
    if family.table and not rows:
        yield "no row is found in the articles given"
    if len({row.mention_id for row in rows}) < len(rows):
        yield "two rows have one mention_id: number them with Numbering"
    if any(_is_before(other, one) for one, other in pairwise(rows)):
        yield "the rows of an article are not in the order of its text"
    declared = {column.name for column in family.table.columns} if family.table else set()
    slots = {field.name for row in rows for field in fields(row)}
    yield from (f"{name} is a slot of the rows, but no column of the table" for name in slots - declared)
    for letter in {type(row).LETTER for row in rows if len(type(row).LETTER) < 2}:
        yield f"the LETTER {letter!r} is too short: one letter numbers rows that come with the toolkit"


def _is_before(one: Mention, other: Mention) -> bool:
    return one.article_id == other.article_id and one.start < other.start


def _wrong_form(table: Table, shown: Shown) -> Iterator[str]:
    columns = {column.name: column for column in table.columns}
    for name in (*shown.focus, *(slot.column for slot in shown.slots)):
        if name not in columns or columns[name].type != "spans":
            yield f"{name} is no column of spans"
    for field in shown.fields:
        column = columns.get(field.column)
        if column is None or not column.correctable:
            yield f"{field.column} has a line in the form, but is no column that can be corrected"
        elif field.options and not set(field.options) >= set(column.values):
            yield f"the form has no words for some values of {field.column}"


def _wrong_marks(
    family: Extractor, others: Sequence[Extractor], rows: Sequence[Mention], articles: Sequence[Article]
) -> Iterator[str]:
    try:
        shown_families([*others, family])
    except ValueError as problem:
        yield str(problem)
    if family.shown is None or family.table is None:
        yield "rows are shown, but there is no table of them"
        return
    note = family.shown.note(NoteContext(lambda side: side, load(), rows))
    texts = {article.article_id: article.text for article in articles}
    for row in rows:
        if not note(row, texts[row.article_id]).says:
            yield f"{row.mention_id} has a note that does not say what it is"
