"""The claim table: the same fact in several sources, in whose voice each gives it, and on what points they differ.

One row a claim, one cell a source, those that differ most first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from framing.compare.claims import Cell, ClaimMention, Drift, Ledger
from framing.compare.claims.voice import PLAIN_FACT as AS_A_FACT
from framing.compare.claims.voice import VoiceKind
from framing.extract.numbers import NumberMention
from framing.publish.page.voice_words import PLAIN_FACT, VoiceWords
from framing.publish.shared import words
from framing.publish.shared.parts import Number, clipped, joined
from framing.publish.shared.passages import PassageBook
from framing.publish.shared.words import GAP_HEAD, Gap
from framing.records.mention import Mention

FIRST_SHOWN = 8
MOST_COLUMNS = 10
MOST_TOLD = 5
LONGEST_VALUE = 90
NOT_NAMED = "not named"
_GAPS: tuple[Gap, ...] = ("perhaps", "omitted", "undated", "not_yet_reported")


class Difference(NamedTuple):
    """A point in which sources differ: what it is, and each value with the sources that have it."""

    label: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class VoicedPassages:
    """The passages of one source that state a claim in the same voice."""

    voice: VoiceWords
    number: Number

    @property
    def spoken(self) -> str:
        return words.SPOKEN[self.voice.glyph]


@dataclass(frozen=True, slots=True)
class SourceCell:
    """What a source has of a claim; without passages the `gap` says why it is empty, and `nearest` which of its
    sentences comes nearest, where one has anything in common with the claim."""

    source: str
    said: tuple[VoicedPassages, ...]
    gap: Gap | None
    nearest: str = ""

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
    alone: tuple[tuple[str, tuple[tuple[str, VoicedPassages], ...]], ...]
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


@dataclass(frozen=True, slots=True)
class _Told:
    """What cells are made from: how each passage states its claim, the source of each article, the passages."""

    voices: Mapping[str, VoiceWords]
    sources: Mapping[str, str]
    book: PassageBook

    def source(self, row: ClaimMention | Cell | Drift) -> str:
        return self.sources[row.article_id]


def claim_table(
    ledger: Ledger,
    voices: Mapping[str, VoiceWords],
    mentions: Mapping[str, Sequence[Mention]],
    sources: Mapping[str, str],
    book: PassageBook,
) -> ClaimTable:
    """The table of the compared articles; `sources` gives the source of each by its id."""
    names = tuple(dict.fromkeys(sources.values()))
    amounts = {row.mention_id: row for row in mentions.get("numbers", ()) if isinstance(row, NumberMention)}
    told = _Told(voices, sources, book)
    claims, cells = _by_claim(ledger.claims, sources), _by_claim(ledger.cells, sources)
    drift = _by_claim(ledger.drift, sources)
    shared = {name: claim for name, claim in claims.items() if len({told.source(row) for row in claim}) > 1}
    rows = sorted(
        (
            _row(claim, names, cells.get(name, ()), differences(drift.get(name, ()), amounts), told)
            for name, claim in shared.items()
        ),
        key=lambda row: -row.spread,
    )
    shown = [cell for row in rows for cell in row.cells]
    return ClaimTable(
        sources=names,
        rows=tuple(rows),
        alone=_alone((claim for name, claim in claims.items() if name not in shared), names, told),
        glyphs=_in_use(words.GLYPH, (said.voice.glyph for cell in shown for said in cell.said)),
        gaps=_in_use(words.GAP, (cell.gap for cell in shown)),
        undated=_undated(names, shown),
        too_large=bool(ledger.too_large),
    )


R = TypeVar("R", ClaimMention, Cell, Drift)


def _by_claim(rows: Iterable[R], sources: Mapping[str, str]) -> dict[str, list[R]]:
    """The rows of the compared articles by their claim."""
    found: dict[str, list[R]] = {}
    for row in rows:
        if row.article_id in sources:
            found.setdefault(row.claim_id, []).append(row)
    return found


K = TypeVar("K", bound=str)


def _in_use(known: Mapping[K, str], used: Iterable[object]) -> tuple[K, ...]:
    """What of a key is used, in its order."""
    found = set(used)
    return tuple(name for name in known if name in found)


def _undated(names: Sequence[str], cells: Iterable[SourceCell]) -> str:
    """The sources whose times do not tell what was known."""
    without = {cell.source for cell in cells if cell.gap == "undated"}
    undated = [name for name in names if name in without]
    return joined(undated) if len(undated) < len(names) else "any source"


def _row(
    claim: Sequence[ClaimMention],
    names: Sequence[str],
    cells: Sequence[Cell],
    differing: tuple[Difference, ...],
    told: _Told,
) -> ClaimRow:
    found = tuple(_cell(source, claim, cells, told) for source in names)
    return ClaimRow(
        id=claim[0].claim_id,
        gist=claim[0].gist,
        cells=found,
        cues=_cues([told.voices[row.mention_id] for row in claim]),
        differences=differing,
        silent=_silent(found),
        everywhere=told.book.number(f"All sources: {claim[0].gist}", [row.mention_id for row in claim]),
    )


def _cell(source: str, claim: Sequence[ClaimMention], cells: Iterable[Cell], told: _Told) -> SourceCell:
    own = [row for row in claim if told.source(row) == source]
    if not own:
        return _empty(source, [cell for cell in cells if told.source(cell) == source])
    by_voice: dict[VoiceWords, list[str]] = {}
    for row in own:
        by_voice.setdefault(told.voices[row.mention_id]._replace(speaker=""), []).append(row.mention_id)
    title = f"{source}: {claim[0].gist}"
    said = tuple(VoicedPassages(voice, told.book.number(title, found)) for voice, found in by_voice.items())
    return SourceCell(source, said, None)


def _empty(source: str, cells: Sequence[Cell]) -> SourceCell:
    """The cell of a source that does not state a claim."""
    gaps = {_gap(cell) for cell in cells}
    nearest = max(cells, key=lambda cell: cell.confidence or 0.0, default=None)
    text = " ".join(nearest.nearest_text.split()) if nearest is not None else ""
    return SourceCell(source, (), next((gap for gap in _GAPS if gap in gaps), "aside"), text)


def _gap(cell: Cell) -> Gap:
    if cell.status == "perhaps":
        return "perhaps"
    if cell.status == "not_yet_known":
        return "not_yet_reported"
    return "omitted" if cell.known == "yes" else "undated"


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
    claims: Iterable[Sequence[ClaimMention]], names: Iterable[str], told: _Told
) -> tuple[tuple[str, tuple[tuple[str, VoicedPassages], ...]], ...]:
    by_source: dict[str, list[tuple[str, VoicedPassages]]] = {name: [] for name in names}
    for claim in claims:
        source = told.source(claim[0])
        number = told.book.number(f"Only {source}: {claim[0].gist}", [row.mention_id for row in claim])
        by_source[source].append((claim[0].gist, VoicedPassages(told.voices[claim[0].mention_id], number)))
    return tuple((source, tuple(found)) for source, found in by_source.items() if found)


def differences(points: Sequence[Drift], amounts: Mapping[str, NumberMention]) -> tuple[Difference, ...]:
    """The points besides cue and attribution, which the line of cues and the cells show."""
    figures = _by_thing(point for point in points if point.drift == "number")
    exact = _by_thing(point for point in points if point.drift == "qualifier")
    doers = [point for point in points if point.drift == "agent"]
    exchanged = [point for point in points if point.drift == "word"]
    return (
        *(_difference(_figure_label(own, amounts, about), own) for about, own in figures.items()),
        *(_difference(_with("how exact", about), own) for about, own in exact.items()),
        *([_difference(_doer_label(doers), doers)] if doers else ()),
        *(
            _difference("words exchanged in copied sentences", exchanged[number : number + 2])
            for number in range(0, len(exchanged) - 1, 2)
        ),
    )


def _by_thing(points: Iterable[Drift]) -> dict[str, list[Drift]]:
    """Points by what they are about."""
    found: dict[str, list[Drift]] = {}
    for point in points:
        found.setdefault(point.about, []).append(point)
    return found


def _doer_label(points: Iterable[Drift]) -> str:
    some = any(not point.value for point in points)
    return "doer named by some only" if some else "doer named otherwise"


def _figure_label(points: Sequence[Drift], amounts: Mapping[str, NumberMention], about: str) -> str:
    if not all(p.comparable for p in points):
        return _with("figures that cannot be compared", about)
    units = {amounts[p.mention_id].unit for p in points if p.mention_id in amounts}
    return _with("figure in other units" if len(units) > 1 else "figure differs", about)


def _with(label: str, about: str) -> str:
    return f"{label} ({about})" if about else label


def _difference(label: str, points: Iterable[Drift]) -> Difference:
    by_value: dict[str, list[str]] = {}
    for point in points:
        value = clipped(point.value, LONGEST_VALUE) or NOT_NAMED
        sources = by_value.setdefault(value, [])
        if point.source not in sources:
            sources.append(point.source)
    return Difference(label, tuple((value, tuple(sources)) for value, sources in by_value.items()))
