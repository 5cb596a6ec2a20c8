"""The record of a finding: one contrast between two passages, said in a sentence, with the words that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from framing.compare.lesson.articles import CitedPassage
from framing.records.article import Span
from framing.records.columns import Column, Table

FindingKind = Literal[
    "voice",
    "contradiction",
    "doer",
    "word",
    "figure",
    "omission",
    "copy_edit",
    "headline_against_body",
    "summary_against_article",
    "never_quoted",
]
FINDING_KINDS: tuple[str, ...] = get_args(FindingKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One contrast of an event. `wording` is its sentence with `{a}` and `{b}` where the sources' labels go.

    `telling` is how much the contrast says, `confidence` how sure it is that both passages are about the same
    and are read rightly; `rows` are the ids of the evidence rows that it was found by.
    """

    finding_id: str = ""
    event: str
    kind: FindingKind
    wording: str
    source_a: str
    source_b: str
    passage_a: CitedPassage
    passage_b: CitedPassage
    telling: float
    confidence: float
    rows: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The finding in words, with the names of the sources."""
        return self.wording.format(a=self.source_a, b=self.source_b)

    @property
    def score(self) -> float:
        return round(self.telling * self.confidence, 4)

    @property
    def passages(self) -> tuple[CitedPassage, CitedPassage]:
        return self.passage_a, self.passage_b

    def row(self) -> Mapping[str, Any]:
        """The finding as a row of its table."""
        return {
            "finding_id": self.finding_id,
            "kind": self.kind,
            "sentence": self.sentence,
            **_side(self.passage_a, "a", self.source_a),
            **_side(self.passage_b, "b", self.source_b),
            "score": self.score,
            "confidence": self.confidence,
            "rows": self.rows,
            "event": self.event,
        }


def literal(text: str) -> str:
    """A piece of an article as it may stand in a wording."""
    return " ".join(text.split()).replace("{", "{{").replace("}", "}}")


def lit(passage: CitedPassage) -> str:
    """The words of a passage that are in focus, in text order."""
    return " … ".join(_cut(passage, span) for span in passage.focus)


def _cut(passage: CitedPassage, span: Span) -> str:
    return " ".join(passage.text[span.start - passage.start : span.end - passage.start].split())


def _side(passage: CitedPassage, side: str, source: str) -> Mapping[str, Any]:
    return {
        f"source_{side}": source,
        f"mention_{side}": passage.mention_id,
        f"word_{side}": lit(passage),
        f"word_{side}_spans": tuple(passage.focus),
        f"article_{side}": passage.article_id,
        f"start_{side}": passage.start,
        f"end_{side}": passage.end,
        f"text_{side}": passage.text,
    }


def _columns_of(side: str, which: str) -> tuple[Column, ...]:
    return (
        Column(name=f"source_{side}", definition=f"Label of the {which} source."),
        Column(
            name=f"mention_{side}",
            definition=f"Evidence row that the {which} passage is cited for.",
            missing_means="the passage is there to show that nothing of the kind stands in it",
            example="001:a07",
        ),
        Column(name=f"word_{side}", definition=f"The decisive words of the {which} passage, as written."),
        Column(
            name=f"word_{side}_spans",
            type="spans",
            definition="Where they stand, as offsets into the article's text.",
            unit="characters",
        ),
        Column(name=f"article_{side}", definition=f"The article of the {which} passage."),
        Column(
            name=f"start_{side}",
            type="integer",
            definition=f"First character of the {which} passage, as an offset into the article's text.",
            unit="characters",
        ),
        Column(
            name=f"end_{side}",
            type="integer",
            definition="Offset behind its last character (half-open).",
            unit="characters",
        ),
        Column(name=f"text_{side}", definition=f"The {which} passage as it stands in the article."),
    )


FINDINGS = Table(
    "findings",
    (
        Column(
            name="finding_id",
            definition="Name of the finding; the best of the run's first event is f001.",
            example="f001",
        ),
        Column(
            name="kind",
            definition="voice: stated flat by one source, given to somebody or doubted by another; contradiction: "
            "what both cannot be right about; doer: who is made to act; word: two words for one thing or act; "
            "figure: two figures of one thing; omission: told by one, in no sentence of another; copy_edit: a word "
            "exchanged in wording that both share; headline_against_body, summary_against_article: of one source; "
            "never_quoted: somebody who speaks in one source and is named, but never heard, in another.",
            values=FINDING_KINDS,
        ),
        Column(name="sentence", definition="The contrast in one sentence of at most 25 words.", quotes=True),
        *_columns_of("a", "first"),
        *_columns_of("b", "second"),
        Column(
            name="score",
            type="number",
            definition="How much the contrast tells, times how sure it is; the order of the table.",
            range="0 to 1",
        ),
        Column(
            name="confidence",
            type="number",
            definition="How sure it is that both passages are about the same and are read rightly.",
            range="0 to 1",
        ),
        Column(name="rows", type="list", definition="mention_id of the evidence rows behind it."),
        Column(
            name="event", definition="The event of both articles.", missing_means="the articles have no label"
        ),
    ),
)
