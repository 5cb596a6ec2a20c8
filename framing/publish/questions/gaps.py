"""What one text tells and another leaves out: missing is not omitted, it may not have been known yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.compare.claims import ClaimMention
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import joined, several
from framing.publish.questions.question_records import Answer, Question

SAME = 0.34
SURE = 0.5
ABSENT = 0.2
"""Greatest cosine with any sentence of a text that is said not to have a statement."""
FEWEST_WORDS = 8
LONGEST = 300
FIRST = 8
"""How many statements of one source alone are looked at."""

_KNOWN = {
    "omitted": "{source} was published after another text that has it, so it could have been known.",
    "undated": "The times of publication do not tell whether it was known when {source} was written.",
}
_CHECK = "The program found no passage like it; let students check by reading."
_CAUTION = (
    "A gap is not a choice by itself: the fact may not have been known yet, or there may have been no space. "
)


def questions(material: Material) -> Iterator[Question]:
    """Statements of two texts that a third lacks; of two texts, what each alone tells."""
    yield from _left_out(material)
    yield from _only_one(material)


def _left_out(material: Material) -> Iterator[Question]:
    for name, claim in material.shared.items():
        rows = [row for row in claim if _is_solid(material, row)]
        pairs = [(material.alike(a, b), a, b) for a, b in material.pairs(rows)]
        best = max((pair for pair in pairs if pair[0] >= SAME), key=lambda pair: pair[0], default=None)
        if best is None or not tells_much(claim):
            continue
        lacking = _lacking(material, name, claim)
        if lacking:
            source, status = lacking[0]
            yield _question(material, claim, best[1], best[2], source, status, [s for s, _ in lacking])


def tells_much(claim: Sequence[ClaimMention]) -> bool:
    """Whether a claim is about people hurt, about a figure, or somebody's words: no line that frames a page."""
    return any(row.attribution_id or row.number_ids or row.casualty_ids for row in claim)


def _is_solid(material: Material, row: ClaimMention) -> bool:
    """Whether a passage states the claim well, and in enough words to be looked for elsewhere."""
    enough = len(material.text(row).split()) >= FEWEST_WORDS
    return enough and row.region != "title" and (row.similarity or 0.0) >= SURE


def _lacking(material: Material, name: str, claim: list[ClaimMention]) -> list[tuple[str, str]]:
    """The sources without the claim that could have had it, those that surely could first."""
    statuses: dict[str, set[str]] = {}
    for cell in material.cells.get(name, ()):
        statuses.setdefault(cell.source, set()).add(cell.status)
    found = []
    for source, kinds in statuses.items():
        status = "omitted" if "omitted" in kinds else "undated"
        if kinds <= {"omitted", "undated"} and max(material.nearest(row, source) for row in claim) < ABSENT:
            found.append((source, status))
    return sorted(found, key=lambda pair: pair[1] != "omitted")


def _question(
    material: Material,
    claim: list[ClaimMention],
    one: ClaimMention,
    other: ClaimMention,
    source: str,
    status: str,
    lacking: list[str],
) -> Question:
    first, second = (material.cite(row, row.statement_spans) for row in (one, other))
    having = list(dict.fromkeys(material.source(row) for row in claim))
    return Question(
        id="",
        kind="gap",
        text=f"Both passages tell the same thing. Look for it in {source}. Is it there? Write down one thing that a reader of "
        f"{source} does not learn, and one reason why it may be missing.",
        passages=(first, second),
        answer=Answer(
            f"{first.source} and {second.source} have it. {source} does not. {_CHECK}",
            f"{several(len(having), 'source').capitalize()} tell it: {joined(having)}. Not found in: {joined(lacking)}.",
            _KNOWN[status].format(source=source),
            _CAUTION + "It does not show that anybody wanted to keep it from the reader.",
        ),
        terms=("claim",),
        topic=claim[0].claim_id,
        weight=min(1.0, 0.35 + 0.08 * len(having) + (0.1 if status == "omitted" else 0.0)),
    )


def _only_one(material: Material) -> Iterator[Question]:
    """For each pair of sources, the statement that each alone has and that carries most."""
    best: dict[str, list[tuple[float, ClaimMention]]] = {}
    for row in material.results.ledger.claims:
        if row.scope == "single" and row.article_id in material.articles:
            weight = _carries(material, row)
            if weight:
                best.setdefault(material.source(row), []).append((weight, row))
    sources = [source for source in material.sources if source in best]
    for number, one in enumerate(sources):
        for other in sources[number + 1 :]:
            pair = _absent(material, best[one], other), _absent(material, best[other], one)
            if pair[0] is not None and pair[1] is not None:
                yield _each_alone(material, pair[0], pair[1])


def _carries(material: Material, row: ClaimMention) -> float:
    """How much a statement tells: a named speaker, figures, near the start of the text.

    Tolls are left out: other texts have them too, as other figures.
    """
    words = len(material.text(row).split())
    if words < FEWEST_WORDS or row.end - row.start > LONGEST or row.casualty_ids:
        return 0.0
    told = 0.3 * bool(row.speaker_resolved) + 0.2 * bool(row.number_ids)
    length = len(material.articles[row.article_id].text)
    return told + 0.4 * (1 - row.start / length)


def _absent(material: Material, rows: list[tuple[float, ClaimMention]], other: str) -> ClaimMention | None:
    ranked = sorted(rows, key=lambda pair: (-pair[0], pair[1].mention_id))[:FIRST]
    return next((row for _, row in ranked if material.nearest(row, other) < ABSENT), None)


def _each_alone(material: Material, one: ClaimMention, other: ClaimMention) -> Question:
    first, second = (material.cite(row, row.statement_spans) for row in (one, other))
    return Question(
        id="",
        kind="gap",
        text=f"{first.source} tells the first of these and {second.source} does not; {second.source} tells the second "
        f"and {first.source} does not. What does each add to the story? What would somebody who read only one of the two "
        "not know?",
        passages=(first, second),
        answer=Answer(
            f"{first.source} tells the first, {second.source} the second. {_CHECK}",
            "",
            "Each text makes its own choice of what belongs to the story. Students can say which passage they would keep "
            "if there were room for one, and why.",
            _CAUTION + "Texts of other hours and other lengths tell other things.",
        ),
        terms=("claim",),
        topic=f"alone:{first.article_id}:{second.article_id}",
        weight=0.38,
    )
