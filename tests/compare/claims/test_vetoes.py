"""What keeps two statements apart, however alike they are, and what does not."""

from __future__ import annotations

import pytest

from framing.compare.claims.evidence import evidence_of
from framing.compare.claims.propositions import Proposition, propositions
from framing.compare.claims.statements import statements
from framing.compare.claims.terms import vocabulary
from framing.compare.claims.vetoes import VETOES, Veto, veto
from framing.lexicon import load
from framing.pipeline import Options, analyse
from tests.conftest import article_of


def propositions_of(*texts: str) -> list[Proposition]:
    """The propositions of articles of one sentence each, in their order."""
    articles = [article_of(text, article_id=f"a{n}", source=f"S{n}") for n, text in enumerate(texts)]
    results = analyse(articles, Options(conflict="none"))
    parsed = list(results.parsed.values())
    evidence = evidence_of(parsed, results.mentions, ())
    words = vocabulary(load())
    stated = [
        statement
        for name, one in results.parsed.items()
        for statement in statements(one, evidence.attributions.get(name, ()), words)
    ]
    return propositions(stated, results.parsed, evidence, words, load())


def vetoed(one: str, other: str) -> set[str]:
    """The vetoes between the statements of two sentences."""
    found = propositions_of(one, other)
    pairs = [(a, b) for a in found for b in found if a.statement.article_id < b.statement.article_id]
    assert pairs
    return {veto(a, b) for a, b in pairs} - {""}


@pytest.mark.parametrize("rule", VETOES, ids=lambda rule: rule.name)
def test_each_veto_keeps_its_example_apart(rule: Veto) -> None:
    assert rule.name in vetoed(*rule.example)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The miners accepted the offer of the firm.", "The offer of the firm was accepted by the miners."),
        ("Police said that 12 people drowned.", "The coast guard said that 14 people drowned."),
        ("The landslide killed 12 villagers.", "At least 15 villagers were killed by the landslide."),
        (
            "Mayor Ana Kern condemned the closing of the old pier.",
            "Ana Kern condemned the closing of the pier.",
        ),
        (
            "Norway expelled the ambassador of Chile.",
            "The ambassador of Chile was expelled by Norway in March.",
        ),
        ("The firm denied that the dam had leaked.", "The firm claimed that the dam had not leaked."),
        ("Another fire at the mill killed two men.", "In a separate fire at the mill two men were killed."),
        ("The fifth round of talks ended in Oslo.", "The 5th round of talks ended in Oslo."),
        ("The bridge was closed on 4 March.", "On March 4 the bridge was closed."),
    ],
)
def test_what_differs_without_being_another_claim(one: str, other: str) -> None:
    assert vetoed(one, other) == set()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("No miner was reported hurt in the blast at the northern pit.", True),
        ("The council did not accept the offer of the northern mine.", True),
        ("The lone “no” vote in the northern council was cast by the mayor.", False),
        ("The offer of the mine must be answered without delay by the council.", False),
        ("The blast at the pit was not only heard in the northern valley.", False),
    ],
)
def test_a_negator_counts_where_it_turns_the_clause(text: str, negated: bool) -> None:
    assert {found.negated for found in propositions_of(text, text)} == {negated}
