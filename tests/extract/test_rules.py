"""Every rule of every table has an example, and the example is made by the rule.

A family joins by its tables and by a function that runs one example: see `FAMILIES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import pytest

from framing import lexicon
from framing.extract import casualty
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.candidates import attempts
from framing.extract.casualty.triggers import NoCasualty, no_casualty
from framing.extract.casualty.vocabulary import vocabulary
from framing.extract.rules import SEPARATOR, Rule, construction
from framing.pipeline import Options, features_of
from framing.records.article import Span
from framing.records.mention import Mention
from framing.text.spacy_adapter import parse_of
from tests.conftest import article_of

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
    tables: Mapping[str, Sequence[Rule[Any, Any]]]
    check: Callable[[str, Rule[Any, Any], Example, Sequence[Mention]], None]


def check_casualty(table: str, rule: Rule[Any, Any], example: Example, made: Sequence[Mention]) -> None:
    """The row at the trigger was made by the rule; for an exclusion there is none, and the rule decided so."""
    at = example.at("*")
    triggers = {Span(m.trigger_start, m.trigger_end): m for m in made if isinstance(m, CasualtyMention)}
    if rule.make is no_casualty:
        assert not any(span.overlaps(at) for span in triggers), made
        assert rule.name in excluded_at(example.text, at)
        return
    row = triggers[at]
    assert (f"{table}{rule.name}" if table.endswith(":") else rule.name) in row.rule.split(SEPARATOR), (
        row.rule
    )
    assert table.endswith(":") or construction(row.rule) == rule.name
    assert [row.victim_text] == (example.words("[") or [""]), row.rule
    assert [row.agent_text] == (example.words("{") or [""]), row.rule


def excluded_at(text: str, at: Span) -> list[str]:
    """The exclusions that decided about the casualty word there."""
    words = lexicon.load()
    return [
        attempt.decided.name
        for attempt in attempts(parse_of(text), words, vocabulary(words))
        if attempt.decided is not None
        and isinstance(attempt.decided.made, NoCasualty)
        and attempt.tokens[0].idx < at.end
        and at.start < attempt.tokens[-1].idx + len(attempt.tokens[-1])
    ]


FAMILIES = (Family("casualty", casualty.TABLES, check_casualty),)


@cache
def rows_of(family: str) -> Mapping[str, Sequence[Mention]]:
    """The rows of all examples of a family, found in one run."""
    (tables,) = (one.tables for one in FAMILIES if one.name == family)
    texts = sorted({read(rule.example).text for rules in tables.values() for rule in rules})
    articles = [article_of(text, article_id=f"{number}") for number, text in enumerate(texts)]
    found = features_of(articles, Options(conflict="russia_ukraine")).mentions[family]
    by_id = {article_id: list(rows) for article_id, rows in groupby(found, key=attrgetter("article_id"))}
    return {text: by_id.get(f"{number}", []) for number, text in enumerate(texts)}


def every_rule() -> Iterator[Any]:
    for family in FAMILIES:
        for table, rules in family.tables.items():
            for rule in rules:
                yield pytest.param(family, table, rule, id=f"{family.name}-{table}-{rule.name}")


@pytest.mark.parametrize(("family", "table", "rule"), every_rule())
def test_the_rule_makes_its_example(family: Family, table: str, rule: Rule[Any, Any]) -> None:
    example = read(rule.example)
    family.check(table, rule, example, rows_of(family.name)[example.text])
