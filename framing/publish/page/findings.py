"""The findings on the page: a sentence and two quotations each, with links to both places in the texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from framing.compare.findings import Finding
from framing.compare.lesson import CitedPassage
from framing.publish.page.marks import Layer
from framing.publish.questions.records import QuotedPassage
from framing.publish.shared.names import SourceNames
from framing.publish.shared.passages import place_words
from framing.publish.shared.words import FINDING

FIRST = 3
"""Findings that stand open; the rest is one press away."""
_RANK_FINDING = 0


@dataclass(frozen=True, slots=True)
class FindingQuote:
    """One quotation of a finding: its passage, where it stands in words, and the anchor of the place in its text."""

    passage: QuotedPassage
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as the template gets it."""

    id: str
    kind: str
    sentence: str
    quotes: tuple[FindingQuote, ...]


def finding_views(
    findings: Iterable[Finding], names: SourceNames, letters: Mapping[str, str], *, texts: bool
) -> tuple[FindingView, ...]:
    """The findings on the compared articles; without `texts` on the page there is nothing to link to."""
    return tuple(
        FindingView(
            finding.finding_id,
            FINDING[finding.kind],
            finding.sentence,
            tuple(
                FindingQuote(
                    QuotedPassage.of(passage, names),
                    _place(finding, passage),
                    _anchor(finding, side, letters[passage.article_id]) if texts else "",
                )
                for side, passage in zip("ab", finding.passages, strict=True)
            ),
        )
        for finding in findings
        if all(passage.article_id in names.by_article for passage in finding.passages)
    )


def finding_layers(findings: Sequence[Finding]) -> dict[str, list[Layer]]:
    """By article, the words that findings light, each with the anchor that a link on the page leads to."""
    layers: dict[str, list[Layer]] = {}
    for finding in findings:
        for side, passage in zip("ab", finding.passages, strict=True):
            if _is_summary(finding, passage):
                continue
            for number, span in enumerate(passage.focus):
                before = Markup('<span class="fa" id="{}"></span>').format(_id(finding, side))
                layer = Layer(
                    start=span.start,
                    end=span.end,
                    rank=_RANK_FINDING,
                    tag="span",
                    classes="fnd",
                    before=before if number == 0 else Markup(""),
                )
                layers.setdefault(passage.article_id, []).append(layer)
    return layers


def _id(finding: Finding, side: str) -> str:
    return f"{finding.finding_id}-{side}"


def _is_summary(finding: Finding, passage: CitedPassage) -> bool:
    """Whether a passage stands in an automatic summary, which is no part of the text."""
    return finding.kind == "summary_against_article" and passage is finding.passage_a


def _place(finding: Finding, passage: CitedPassage) -> str:
    return "automatic summary" if _is_summary(finding, passage) else place_words(passage)


def _anchor(finding: Finding, side: str, letter: str) -> str:
    if finding.kind == "summary_against_article" and side == "a":
        return f"text-{letter}"
    return _id(finding, side)
