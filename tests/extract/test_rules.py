"""Every rule of every table has an example, and the example is made by the rule.

A family joins by its tables and by a function that runs one example: see `FAMILIES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import pytest

from framing.explanation import explain
from framing.extract import extractors
from framing.extract.base import Extractor
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.entries import CONSTRUCTIONS, EXCLUDING, PARTS
from framing.extract.casualty.triggers import no_casualty
from framing.extract.headline import TITLES, HeadlineMention
from framing.extract.numbers import NumberMention
from framing.extract.numbers import entries as numbers
from framing.extract.numbers.scan import no_quantity
from framing.extract.rules import PREFIX, SEPARATOR, Rule, construction
from framing.extract.verification import VerificationMention
from framing.extract.verification.claimant import CLAIMANTS
from framing.pipeline import Options, features_of
from framing.records.article import Span
from framing.records.mention import MENTION_COLUMNS, Mention
from framing.results import Results
from tests.conftest import article_of

OF_RULES = ("about", "by", "counts", "distance", "exception", "paired", "sense")
"""Prefixes whose entries are rules or words of this project, not of a lexicon."""
ENDS = {"*": "*", "]": "[", "}": "{"}


class Example(NamedTuple):
    """The sentence of a rule without its marks, and where they stood by their first sign."""

    text: str
    marked: Mapping[str, Sequence[Span]]

    def words(self, mark: str) -> list[str]:
        """The marked characters."""
        return [self.text[span.start : span.end] for span in self.marked.get(mark, ())]

    def at(self, mark: str) -> Span:
        """Where the only mark of its kind stands."""
        (span,) = self.marked[mark]
        return span


def read(marked: str) -> Example:
    """An example: *…* around what the rule is about, [ … ] around what it makes, { … } around a doer."""
    text: list[str] = []
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {}
    for sign in marked:
        start = ENDS.get(sign, "")
        if start and start in opened:
            spans.setdefault(start, []).append(Span(opened.pop(start), len(text)))
        elif sign in ENDS.values():
            opened[sign] = len(text)
        else:
            text.append(sign)
    assert not opened, marked
    return Example("".join(text), spans)


class Family(NamedTuple):
    """A family's tables, by the prefix of their names in a trail, and what checks one example by its rows."""

    name: str
    tables: Sequence[tuple[str, Sequence[Rule[Any, Any]]]]
    check: Callable[[str, Rule[Any, Any], Example, Sequence[Mention]], None]


def check_casualty(prefix: str, rule: Rule[Any, Any], example: Example, made: Sequence[Mention]) -> None:
    """The row at the trigger was made by the rule; for an exclusion there is none, and the rule decided so."""
    at = example.at("*")
    triggers = {Span(m.trigger_start, m.trigger_end): m for m in made if isinstance(m, CasualtyMention)}
    if rule.make is no_casualty:
        assert not any(span.overlaps(at) for span in triggers), made
        assert rule.name in decided_at(example.text, at)
        return
    row = triggers[at]
    assert f"{prefix}{rule.name}" in row.rule.split(SEPARATOR), row.rule
    assert prefix or construction(row.rule) == rule.name
    assert [row.victim_text] == (example.words("[") or [""]), row.rule
    assert [row.agent_text] == (example.words("{") or [""]), row.rule


def decided_at(text: str, at: Span) -> list[str]:
    """The rules that decided about the casualty words there."""
    tables = [
        outcomes
        for attempt in explain(text).attempts
        if attempt.family == "casualty" and at.start <= attempt.start < at.end and attempt.refused
        for _, outcomes in attempt.tried
    ]
    return [outcomes[-1].name for outcomes in tables if outcomes[-1].made is not None]


def check_number(prefix: str, rule: Rule[Any, Any], example: Example, made: Sequence[Mention]) -> None:
    """The row in brackets was made by the rule, and counts what stands in braces; an excluded number has none."""
    rows = {m.quantity: m for m in made if isinstance(m, NumberMention)}
    if rule.make is no_quantity:
        (word,) = example.words("*")
        assert not any(word in quantity for quantity in rows)
        refused = [a for a in explain(example.text).attempts if a.family == "numbers" and a.refused]
        outcomes = [
            tried[-1] for a in refused for _, tried in a.tried if tried and tried[-1].made is not None
        ]
        assert rule.name in [outcome.name for outcome in outcomes]
        return
    (words,) = example.words("[")
    row = rows[words]
    assert f"{prefix}{rule.name}" in row.rule.split(SEPARATOR), row.rule
    assert prefix or construction(row.rule) == rule.name
    assert [row.counts_what] == (example.words("{") or [""]), row.rule


def check_headline(prefix: str, rule: Rule[Any, Any], example: Example, made: Sequence[Mention]) -> None:
    """The title's row was made by the rule, and its doer stands in braces."""
    (row,) = (m for m in made if isinstance(m, HeadlineMention))
    assert construction(row.rule) == rule.name
    assert [row.actor_text] == (example.words("{") or [""]), row.rule


def check_verification(prefix: str, rule: Rule[Any, Any], example: Example, made: Sequence[Mention]) -> None:
    """The row between asterisks is about the side that stands in braces, found by the rule."""
    (row,) = (m for m in made if isinstance(m, VerificationMention))
    assert row.span == example.at("*")
    assert f"{prefix}{rule.name}" in row.rule.split(SEPARATOR), row.rule
    assert row.about_side == {"Moscow": "russia", "Russian": "russia"}[example.words("{")[0]]


FAMILIES = (
    Family(
        "casualty",
        [
            *(("", rules) for rules in (*EXCLUDING.values(), *CONSTRUCTIONS.values())),
            *((f"{prefix}:", rules) for prefix, tables in PARTS.items() for rules in tables),
        ],
        check_casualty,
    ),
    Family(
        "numbers",
        [
            *(("", rules) for rules in (*numbers.CONSTRUCTIONS, *numbers.EXCLUDING.values())),
            *((f"{prefix}:", rules) for prefix, tables in numbers.PARTS.items() for rules in tables),
        ],
        check_number,
    ),
    Family("headline", [("", TITLES)], check_headline),
    Family("verification", [("about:", CLAIMANTS)], check_verification),
)


@cache
def rows_of(family: str) -> Mapping[str, Sequence[Mention]]:
    """The rows of all examples of a family, found in one run."""
    (tables,) = (one.tables for one in FAMILIES if one.name == family)
    texts = sorted({read(rule.example).text for _, rules in tables for rule in rules})
    articles = [
        article_of("Rain fell.", title=text, article_id=f"{number}")
        if family == "headline"
        else article_of(text, article_id=f"{number}")
        for number, text in enumerate(texts)
    ]
    found = features_of(articles, Options(conflict="russia_ukraine")).mentions[family]
    by_id = {article_id: list(rows) for article_id, rows in groupby(found, key=attrgetter("article_id"))}
    return {text: by_id.get(f"{number}", []) for number, text in enumerate(texts)}


RULES = sorted(
    {
        (family.name, prefix, rule.name, rule.example): (family, prefix, rule)
        for family in FAMILIES
        for prefix, rules in family.tables
        for rule in rules
    }.items(),
    key=itemgetter(0),
)


@pytest.mark.parametrize(
    ("family", "prefix", "rule"), [case for _, case in RULES], ids=[f"{k[0]}-{k[1]}{k[2]}" for k, _ in RULES]
)
def test_the_rule_makes_its_example(family: Family, prefix: str, rule: Rule[Any, Any]) -> None:
    example = read(rule.example)
    family.check(prefix, rule, example, rows_of(family.name)[example.text])


@pytest.mark.parametrize(
    "family",
    [one for one in extractors() if one.table is not None and one.name != "dictionary"],
    ids=lambda one: one.name,
)
def test_every_trail_names_a_construction_that_is_explained(seed_results: Results, family: Extractor) -> None:
    rows = seed_results.mentions.get(family.name, ())
    assert rows
    for row in rows:
        assert construction(row.rule) in family.entries, row.rule
        named = [e for e in row.rule.split(SEPARATOR)[1:] if PREFIX in e and e.split(PREFIX)[0] in OF_RULES]
        assert set(named) <= family.entries.keys(), row.rule


def test_the_trail_that_the_codebook_shows_is_one_that_a_row_has() -> None:
    (rule,) = (column for column in MENTION_COLUMNS if column.name == "rule")
    mayor = article_of("The mayor said the dam had burst.")
    (row,) = features_of([mayor], Options(conflict="none")).mentions["attribution"]
    assert row.rule == rule.example
