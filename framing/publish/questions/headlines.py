"""Headlines: two of them side by side, and a headline beside its own text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framing.compare.claims import ClaimMention
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.headline import HeadlineMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.publish.questions.material import Material, is_given
from framing.publish.questions.phrases import quoted, somebody
from framing.publish.questions.question_records import Answer, Passage, Question

SAME = 0.24
SURE = 0.5
"""Least likeness of headline and passage with their claim."""
_EDITOR = (
    "Headlines are short, and often somebody other than the reporter writes them. A headline does not show what "
    "the reporter thinks."
)


def questions(material: Material) -> Iterator[Question]:
    """The two headlines that differ most; a headline that states flat what its text attributes."""
    rows = material.rows("headline", HeadlineMention)
    said = {row.mention_id: row for row in material.said if row.cue_class in CUE_GROUPS}
    doers = {
        row.article_id: row.agent_text
        for row in material.rows("casualty", CasualtyMention)
        if row.region == "title" and row.agent_text
    }
    for one, other in material.pairs(rows):
        yield _two(material, one, other, said, doers)
    for claim in material.shared.values():
        for title in (row for row in claim if row.region == "title" and row.stance == "own_voice"):
            for row in claim:
                cue = said.get(row.attribution_id)
                same = row.article_id == title.article_id and material.alike(title, row) >= SAME
                sure = min(title.similarity or 0.0, row.similarity or 0.0) >= SURE
                if same and sure and cue and is_given(row, cue):
                    yield _flat(material, title, row, cue)


def _two(
    material: Material,
    one: HeadlineMention,
    other: HeadlineMention,
    said: Mapping[str, AttributionMention],
    doers: Mapping[str, str],
) -> Question:
    first, second = (material.cite_span(row.article_id, row.span, (), row.mention_id) for row in (one, other))
    points = (bool(said.get(one.attribution_id)) != bool(said.get(other.attribution_id))) + (
        bool(doers.get(one.article_id)) != bool(doers.get(other.article_id))
    )
    told = [_described(p, row, said, doers) for p, row in ((first, one), (second, other))]
    count = sum(row.attribution_id in said for row in material.rows("headline", HeadlineMention))
    return Question(
        id="",
        kind="headline",
        text="Compare the two headlines, word by word. Who or what acts in each? Does it tell who says so? What comes "
        "first, and what is not there?",
        passages=(first, second),
        answer=Answer(
            " ".join(told),
            f"In {count} of {len(material.rows('headline', HeadlineMention))} headlines somebody was found who says so.",
            "What stands first is what a hurried reader takes away.",
            _EDITOR,
        ),
        terms=("doer", "attribution"),
        topic="headlines",
        weight=0.45 + 0.12 * points + 0.15 * (1 - material.alike(one, other)),
    )


def _described(
    passage: Passage,
    row: HeadlineMention,
    said: Mapping[str, AttributionMention],
    doers: Mapping[str, str],
) -> str:
    cue, doer = said.get(row.attribution_id), doers.get(row.article_id)
    told = f"The headline of {passage.source}"
    by = f"{told} gives it to {somebody(cue.speaker_text)}." if cue else f"{told}: nobody found who says so."
    return by + (f" Its doer: {quoted(doer)}." if doer else "")


def _flat(material: Material, title: ClaimMention, row: ClaimMention, cue: AttributionMention) -> Question:
    first = material.cite(title, title.statement_spans)
    second = material.cite(row, (*cue.speaker_spans, *cue.cue_spans))
    return Question(
        id="",
        kind="headline",
        text="The first passage is the headline, the second stands in the same text. Who says it in the headline? Who "
        "says it in the text?",
        passages=(first, second),
        answer=Answer(
            f"The headline of {first.source} gives it as a fact. In the text it is given to {somebody(cue.speaker_text)}.",
            "",
            "Many people read the headline only.",
            _EDITOR,
        ),
        terms=("own_voice", "attribution"),
        topic=title.claim_id,
        weight=0.6 + 0.2 * material.alike(title, row),
    )
