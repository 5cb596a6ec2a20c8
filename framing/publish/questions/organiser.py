"""The graphic organiser: one column a source; empty for students, with a few words of each text in the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from framing.compare.claims import ClaimMention
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.verification import VerificationMention
from framing.extract.wording import WordingMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.publish.questions.gaps import ABSENT, tells_much
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import LONGEST_QUOTED, clipped, quoted
from framing.publish.questions.question_records import Entry, Organiser
from framing.publish.shared.passages import place_words
from framing.publish.shared.words import HURT_KINDS
from framing.records.mention import Mention

MOST = 4
"""Entries in a cell of the key."""
LONGEST_GIST = 110
LONGEST_SOURCE = 60

Cell = Callable[[Material, str], Iterable[Entry]]


def organiser(material: Material) -> Organiser:
    """The organiser of the compared sources."""
    cells = tuple(
        tuple(tuple(list(cell(material, source))[:MOST]) for source in material.sources) for _, cell in ROWS
    )
    heads = tuple(clipped(source, LONGEST_SOURCE) for source in material.sources)
    return Organiser(heads, tuple(head for head, _ in ROWS), cells)


def _place(material: Material, row: Mention) -> str:
    """The place, with the article where a source has several."""
    name = material.names[row.article_id]
    place = place_words(row)
    return place if name == material.source(row) else f"{name}, {place}"


def _each_once(material: Material, rows: Iterable[Mention]) -> Iterator[Entry]:
    """The words of some rows, each form once, with how often it is there."""
    found = list(rows)
    counts = Counter(material.text(row).lower() for row in found)
    seen: set[str] = set()
    for row in found:
        words = material.text(row)
        if words.lower() not in seen:
            seen.add(words.lower())
            times = counts[words.lower()]
            again = f", {times} times" if times > 1 else ""
            yield Entry(quoted(words), f"{_place(material, row)}{again}")


def _words(material: Material, source: str) -> Iterator[Entry]:
    rank = {"loaded": 0, "euphemism": 0, "label": 1, "provenance_label": 1, "booster": 2}
    rows = [
        row
        for row in material.rows("wording", WordingMention)
        if material.source(row) == source and row.category in rank and not row.inside_quote
    ]
    rows.sort(key=lambda row: rank[row.category])
    yield from _each_once(material, rows)


def _speakers(material: Material, source: str) -> Iterator[Entry]:
    rows = [row for row in material.said if material.source(row) == source and row.speaker_text]
    by_name: dict[str, list[AttributionMention]] = {}
    for row in rows:
        by_name.setdefault(row.speaker_resolved or row.speaker_text, []).append(row)
    ranked = sorted(by_name.items(), key=lambda pair: -len(pair[1]))
    for name, said in ranked:
        direct = sum(row.directness != "indirect" for row in said)
        how = f"{len(said)} statements" if len(said) > 1 else "1 statement"
        marks = f", {direct} in quotation marks" if direct else ""
        yield Entry(clipped(name, LONGEST_QUOTED), f"{how}{marks}; first: {_place(material, said[0])}")


def _told(material: Material, source: str) -> Iterator[Entry]:
    alone = [
        row
        for row in material.results.ledger.claims
        if row.article_id in material.articles
        and row.scope == "single"
        and material.source(row) == source
        and (row.casualty_ids or row.number_ids or row.speaker_resolved)
        and all(material.nearest(row, other) < ABSENT for other in material.sources if other != source)
    ]
    if len(material.sources) > 1:
        for row in alone[: MOST // 2]:
            yield Entry(f"Only here: {clipped(row.gist, LONGEST_GIST)}", _place(material, row))
        yield from _missing(material, source)
    else:
        for row in alone[:MOST]:
            yield Entry(clipped(row.gist, LONGEST_GIST), _place(material, row))


def _missing(material: Material, source: str) -> Iterator[Entry]:
    """The claims that most other sources have and this one has not."""
    claims: Sequence[list[ClaimMention]] = sorted(
        (claim for claim in material.shared.values() if tells_much(claim)),
        key=lambda claim: -len({material.source(row) for row in claim}),
    )
    left = 0
    for claim in claims:
        cells = [cell for cell in material.cells.get(claim[0].claim_id, ()) if cell.source == source]
        if not cells or {cell.status for cell in cells} & {"stated", "not_yet_reported"}:
            continue
        if max(material.nearest(row, source) for row in claim) < ABSENT and left < MOST // 2:
            left += 1
            yield Entry(
                f"Not found here: {clipped(claim[0].gist, LONGEST_GIST)}", "it may not have been known yet"
            )


def _doers(material: Material, source: str) -> Iterator[Entry]:
    rows = [
        row
        for row in material.rows("casualty", CasualtyMention)
        if material.source(row) == source and row.kind in HURT_KINDS and row.factuality == "asserted"
    ]
    for row in sorted(rows, key=lambda row: not row.agent_text)[: MOST - 1]:
        doer = quoted(row.agent_text) if row.agent_text else "no doer in the sentence"
        yield Entry(f"{doer}: {quoted(material.text(row))}", _place(material, row))
    bare = [row for row in rows if not row.agent_text]
    if bare and rows and len(rows) >= MOST:
        yield Entry(f"no doer in the sentence: {quoted(material.text(bare[0]))}", _place(material, bare[0]))


def _tone(material: Material, source: str) -> Iterator[Entry]:
    """Words that add weight or doubt, or hold back: what tone can be read from. No judgement of it."""
    cues = [
        row
        for row in material.said
        if material.source(row) == source
        and CUE_GROUPS.get(row.cue_class) in ("doubt", "weight")
        and row.cue_spans
    ]
    hedges = [
        row
        for row in material.rows("wording", WordingMention)
        if material.source(row) == source and row.category in ("hedge", "booster") and not row.inside_quote
    ]
    checks = [
        row for row in material.rows("verification", VerificationMention) if material.source(row) == source
    ]
    seen: set[str] = set()
    for row in cues:
        word = row.cue_text.lower()
        if word not in seen:
            seen.add(word)
            adds = "adds doubt" if CUE_GROUPS[row.cue_class] == "doubt" else "adds weight"
            yield Entry(f"{quoted(word)} ({adds})", _place(material, row))
        if len(seen) == MOST // 2:
            break
    yield from _each_once(material, [*hedges, *checks])


ROWS: tuple[tuple[str, Cell], ...] = (
    ("Words that stand out", _words),
    ("Who is quoted", _speakers),
    ("What is told, what is left out", _told),
    ("Who did what", _doers),
    ("Tone", _tone),
)
"""What the organiser asks for, and what finds examples of it."""
