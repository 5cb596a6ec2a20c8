"""The rows of the claim table: one a claim, one cell a source, those that differ most first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.claims import Cell, ClaimMention, Ledger
from framing.compare.claims.voice import PLAIN_FACT as AS_A_FACT
from framing.compare.claims.voice import VoiceKind
from framing.extract.numbers import NumberMention
from framing.publish.page.claims.differences import Difference, differences
from framing.publish.page.claims.voice_words import PLAIN_FACT, VoiceWords
from framing.publish.shared import words
from framing.publish.shared.parts import Number, joined
from framing.publish.shared.passages import Book
from framing.publish.shared.words import GAP_HEAD, Gap
from framing.records.mention import Mention

FIRST_SHOWN = 8
MOST_COLUMNS = 10
MOST_TOLD = 5
_GAPS: tuple[Gap, ...] = ("omitted", "undated", "not_yet_reported")


@dataclass(frozen=True, slots=True)
class Said:
    """The passages of one source that state a claim in the same voice."""

    voice: VoiceWords
    number: Number

    @property
    def spoken(self) -> str:
        return words.SPOKEN[self.voice.glyph]


@dataclass(frozen=True, slots=True)
class SourceCell:
    """What a source has of a claim; without passages the `gap` says why it is empty."""

    source: str
    said: tuple[Said, ...]
    gap: Gap | None

    @property
    def only_headline(self) -> bool:
        return len(self.said) == 1 and self.said[0].voice.glyph == "headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim. `cues` are its attributing words, from plain to strong, those of a level together."""

    id: str
    gist: str
    cells: tuple[SourceCell, ...]
    cues: tuple[tuple[str, ...], ...]
    differences: tuple[Difference, ...]
    silent: tuple[tuple[str, str], ...]
    everywhere: Number

    @property
    def sources(self) -> int:
        return sum(bool(cell.said) for cell in self.cells)

    @property
    def points(self) -> tuple[str, ...]:
        """The names of what the sources differ in, each once."""
        return tuple(dict.fromkeys(difference.label.split(" (")[0] for difference in self.differences))

    @property
    def spread(self) -> int:
        """How much the sources differ: voices, cues and other points, by how many sources there are."""
        glyphs = {said.voice.glyph for cell in self.cells for said in cell.said}
        cues = {word for level in self.cues for word in level}
        return (len(glyphs) + len(cues) + len(self.points)) * self.sources


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTable:
    """All of the claim table. `alone` lists, by source, the claims that only one source has."""

    sources: tuple[str, ...]
    rows: tuple[ClaimRow, ...]
    alone: tuple[tuple[str, tuple[tuple[str, Said], ...]], ...]
    glyphs: tuple[VoiceKind, ...]
    gaps: tuple[Gap, ...]
    undated: str
    too_large: bool

    @property
    def first(self) -> tuple[ClaimRow, ...]:
        return self.rows[:FIRST_SHOWN]

    @property
    def many(self) -> bool:
        """Whether there are too many sources for a table, so that claims are lists at any width."""
        return len(self.sources) > MOST_COLUMNS

    @property
    def most_told(self) -> tuple[ClaimRow, ...]:
        """The claims that most sources have."""
        return tuple(sorted(self.rows, key=lambda row: -row.sources)[:MOST_TOLD])

    @property
    def single(self) -> int:
        return sum(len(found) for _, found in self.alone)


def claim_table(
    ledger: Ledger,
    voices: Mapping[str, VoiceWords],
    mentions: Mapping[str, Sequence[Mention]],
    sources: Mapping[str, str],
    book: Book,
) -> ClaimTable:
    """The table of the compared articles; `sources` gives the source of each by its id."""
    names = tuple(dict.fromkeys(sources.values()))
    amounts = {row.mention_id: row for row in mentions.get("numbers", ()) if isinstance(row, NumberMention)}
    claims: dict[str, list[ClaimMention]] = {}
    for row in ledger.claims:
        if row.article_id in sources:
            claims.setdefault(row.claim_id, []).append(row)
    shared: list[list[ClaimMention]] = []
    alone: list[list[ClaimMention]] = []
    for claim in claims.values():
        (shared if len({sources[row.article_id] for row in claim}) > 1 else alone).append(claim)
    cells: dict[str, list[Cell]] = {}
    for cell in ledger.cells:
        if cell.article_id in sources:
            cells.setdefault(cell.claim_id, []).append(cell)
    rows = []
    for claim in shared:
        name = claim[0].claim_id
        found = tuple(_cell(source, claim, cells.get(name, ()), voices, sources, book) for source in names)
        drift = [p for p in ledger.drift if p.claim_id == name and p.article_id in sources]
        rows.append(
            ClaimRow(
                id=name,
                gist=claim[0].gist,
                cells=found,
                cues=_cues([voices[row.mention_id] for row in claim]),
                differences=differences(drift, amounts),
                silent=_silent(found),
                everywhere=book.number(f"All sources: {claim[0].gist}", [row.mention_id for row in claim]),
            )
        )
    rows.sort(key=lambda row: -row.spread)
    used = {said.voice.glyph for row in rows for cell in row.cells for said in cell.said}
    gaps = {cell.gap for row in rows for cell in row.cells}
    undated = [n for n in names if any(c.source == n and c.gap == "undated" for r in rows for c in r.cells)]
    return ClaimTable(
        sources=names,
        rows=tuple(rows),
        alone=_alone(alone, names, voices, sources, book),
        glyphs=tuple(glyph for glyph in words.GLYPH if glyph in used),
        gaps=tuple(gap for gap in words.GAP if gap in gaps),
        undated=joined(undated) if len(undated) < len(names) else "any source",
        too_large=bool(ledger.too_large),
    )


def _cell(
    source: str,
    claim: Sequence[ClaimMention],
    cells: Iterable[Cell],
    voices: Mapping[str, VoiceWords],
    sources: Mapping[str, str],
    book: Book,
) -> SourceCell:
    own = [row for row in claim if sources[row.article_id] == source]
    if not own:
        statuses = {cell.status for cell in cells if sources[cell.article_id] == source}
        return SourceCell(source, (), next((gap for gap in _GAPS if gap in statuses), "aside"))
    by_voice: dict[VoiceWords, list[str]] = {}
    for row in own:
        by_voice.setdefault(voices[row.mention_id]._replace(speaker=""), []).append(row.mention_id)
    title = f"{source}: {claim[0].gist}"
    said = tuple(Said(voice, book.number(title, found)) for voice, found in by_voice.items())
    return SourceCell(source, said, None)


def _cues(said: Iterable[VoiceWords]) -> tuple[tuple[str, ...], ...]:
    """The attributing words level by level, plain fact last; nothing where all say it in the same way."""
    levels: dict[int, dict[str, str]] = {}
    for voice in sorted(said, key=lambda voice: voice.strength):
        word = PLAIN_FACT if voice.strength == AS_A_FACT else voice.word
        if voice.glyph == "unverified":
            word = f"{word}, not verified"
        levels.setdefault(voice.strength, {}).setdefault(voice.lemma, word)
    found = tuple(tuple(level.values()) for level in levels.values())
    return found if sum(map(len, found)) > 1 else ()


def _silent(cells: Iterable[SourceCell]) -> tuple[tuple[str, str], ...]:
    """The sources that do not have the claim, by the reason."""
    by_gap: dict[Gap, list[str]] = {}
    for cell in cells:
        if cell.gap:
            by_gap.setdefault(cell.gap, []).append(cell.source)
    return tuple((GAP_HEAD[gap], ", ".join(names)) for gap, names in by_gap.items())


def _alone(
    claims: Iterable[Sequence[ClaimMention]],
    names: Iterable[str],
    voices: Mapping[str, VoiceWords],
    sources: Mapping[str, str],
    book: Book,
) -> tuple[tuple[str, tuple[tuple[str, Said], ...]], ...]:
    by_source: dict[str, list[tuple[str, Said]]] = {name: [] for name in names}
    for claim in claims:
        source = sources[claim[0].article_id]
        found = [row.mention_id for row in claim]
        number = book.number(f"Only {source}: {claim[0].gist}", found)
        by_source[source].append((claim[0].gist, Said(voices[claim[0].mention_id], number)))
    return tuple((source, tuple(found)) for source, found in by_source.items() if found)
