"""The record of a passage that two articles have in common, and the table of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from framing.extract.base import evidence_table
from framing.records.article import Span
from framing.records.columns import Column
from framing.records.mention import Mention

Kind = Literal["verbatim", "near_verbatim", "paraphrase"]
Shared = Literal["wording", "quotation", "statement"]

RATIO_SOURCE = "Ratcliff and Metzener 1988, Dr. Dobb's Journal 13(7):46-51"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseMention(Mention):
    """One passage that two articles have in common; each pair of passages stands once.

    The row belongs to the article that comes first in the run. It says that the wording agrees, not who
    took it from whom: both may have it from an agency.
    """

    LETTER: ClassVar[str] = "r"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(name="other_article_id", definition="The other article that carries the passage."),
        Column(
            name="other_start",
            type="integer",
            definition="First character in the other article, as an offset into its text.",
            unit="characters",
        ),
        Column(
            name="other_end",
            type="integer",
            definition="Offset behind the last character in the other article.",
            unit="characters",
        ),
        Column(
            name="kind",
            definition="verbatim: identical but for quotation marks, spaces and the final stop; near_verbatim: "
            "at least 0.7 of the words in the same order; paraphrase: the same statement otherwise, or the same "
            "quotation in sentences that share no more than it.",
            values=("verbatim", "near_verbatim", "paraphrase"),
        ),
        Column(
            name="similarity",
            type="number",
            definition="Share of words of both passages that agree in order.",
            range="0 to 1",
            source=RATIO_SOURCE,
        ),
        Column(name="other_source", definition="Label of the other article's source.", example="Npr.org"),
        Column(
            name="same_source",
            type="boolean",
            definition="Whether both articles are of one source, so that nothing is borrowed.",
        ),
        Column(name="other_text", definition="The passage of the other article.", quotes=True),
        Column(
            name="shared",
            definition="What the passages share: the wording; only a quotation, which is the speaker's wording; "
            "or only the statement, in other words. Only shared wording counts as borrowed.",
            values=("wording", "quotation", "statement"),
        ),
        Column(
            name="words_only_here",
            type="list",
            definition="Words that the other passage lacks, in text order; neighbours stand together.",
            missing_means="none",
            example="said",
        ),
        Column(
            name="words_only_there",
            type="list",
            definition="Words that only the other passage has, in text order; neighbours stand together.",
            missing_means="none",
            example="revealed",
        ),
        Column(
            name="direction",
            definition="Which article was published first, where the dates tell.",
            values=("here_first", "there_first"),
            missing_means="a date is missing, or the dates do not tell",
        ),
    )

    other_article_id: str
    other_start: int
    other_end: int
    kind: Kind
    similarity: float
    other_source: str
    same_source: bool
    other_text: str
    shared: Shared
    words_only_here: tuple[str, ...]
    words_only_there: tuple[str, ...]
    direction: str

    @property
    def other_span(self) -> Span:
        return Span(self.other_start, self.other_end)


REUSE = evidence_table("reuse", ReuseMention)
