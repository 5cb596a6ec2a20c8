"""Two names for the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from framing.extract.naming import NameMention
from framing.lexicon.naming import NameConcept
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import quoted
from framing.publish.questions.question_records import Answer, Question

MOSTLY = 2 / 3
"""Part of a source's uses that its name for the thing must have."""
SAME = 0.24
"""Least cosine of two sentences with common nouns ("soldiers", "troops"), which may mean other people."""
READABLE = 260


def questions(material: Material) -> Iterator[Question]:
    """One question for each thing that two sources name differently most of the time, in their own words."""
    concepts = {c.id: c for c in material.results.lexicons.of("names", NameConcept)}
    uses: dict[str, list[NameMention]] = {}
    for row in material.rows("naming", NameMention):
        if not row.exception and not row.inside_quote and not row.paired_with:
            uses.setdefault(row.concept, []).append(row)
    for name, rows in uses.items():
        kept = _favoured(material, rows)
        pairs = [(a, b) for a, b in material.pairs(kept) if a.variant != b.variant]
        if concepts[name].kind == "term":
            pairs = [(a, b) for a, b in pairs if material.alike(a, b) >= SAME]
        best = max(pairs, key=lambda pair: _worth(material, *pair), default=None)
        if best is not None:
            yield _question(material, concepts[name], rows, best)


def _favoured(material: Material, rows: Sequence[NameMention]) -> list[NameMention]:
    """The rows with the name that their source uses nearly always."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        counts.setdefault(material.source(row), Counter())[row.variant] += 1
    return [
        row
        for row in rows
        if counts[material.source(row)][row.variant] >= MOSTLY * counts[material.source(row)].total()
    ]


def _worth(material: Material, one: NameMention, other: NameMention) -> tuple[bool, float]:
    """What makes a pair good to show: in the body, short enough to be read at a glance, alike."""
    lengths = [material.parsed(r.article_id).sentence_at(r.start) for r in (one, other)]
    readable = all(s.end - s.start <= READABLE for s in lengths) and "title" not in (one.region, other.region)
    return readable, material.alike(one, other)


def _question(
    material: Material,
    concept: NameConcept,
    rows: Sequence[NameMention],
    pair: tuple[NameMention, NameMention],
) -> Question:
    first, second = (material.cite(row, (row.span,)) for row in pair)
    counts = []
    for variant in dict.fromkeys(row.variant for row in rows):
        by = Counter(material.source(row) for row in rows if row.variant == variant)
        counts.append(f"{quoted(variant)}: " + ", ".join(f"{name} {count}" for name, count in by.items()))
    signals = [f"{quoted(row.variant)}: {row.signals}." for row in pair if row.signals]
    uses = sum(material.source(row) in {material.source(p) for p in pair} for row in rows)
    return Question(
        id="",
        kind="name",
        text=f"These texts have two names for {concept.label}. Which name does each passage use? What might a reader "
        "think of with each of them?",
        passages=(first, second),
        answer=Answer(
            f"{first.source} writes {quoted(material.text(pair[0]))}, {second.source} writes "
            f"{quoted(material.text(pair[1]))}.",
            f"Uses outside quotation marks: {'; '.join(counts)}.",
            " ".join(signals),
            "Whether the writer chose the name or the style book of the newsroom did. Names inside quotation marks are "
            "the speaker’s and are not counted.",
        ),
        terms=("name_variant",),
        topic=f"name:{concept.id}",
        weight=min(0.9, 0.5 + 0.02 * uses + 0.2 * material.alike(*pair)),
    )
