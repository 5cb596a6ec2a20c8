"""The graphic organiser: one column a source; empty for students, with a few words of each text in the key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from framing.compare.lesson import SourceOutline
from framing.compare.lesson.outline import WordUse
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.publish.questions.phrases import LONGEST_QUOTED, clipped, quoted
from framing.publish.questions.records import Organiser, OrganiserEntry
from framing.publish.shared.names import SourceNames
from framing.publish.shared.passages import place_words
from framing.records.mention import Mention

LONGEST_GIST = 110
LONGEST_SOURCE = 60

OrganiserCell = Callable[[SourceOutline, SourceNames], Iterable[OrganiserEntry]]


def organiser(outlines: tuple[SourceOutline, ...], names: SourceNames) -> Organiser:
    """The organiser of the compared sources."""
    cells = tuple(tuple(tuple(cell(outline, names)) for outline in outlines) for cell in ROWS.values())
    heads = tuple(clipped(names.source(outline.source), LONGEST_SOURCE) for outline in outlines)
    return Organiser(heads, tuple(ROWS), cells)


def _place(row: Mention, names: SourceNames, source: str) -> str:
    """The place, with the article where a source has several."""
    name = names.of(row.article_id)
    place = place_words(row)
    return place if name == names.source(source) else f"{name}, {place}"


def _uses(uses: Iterable[WordUse], outline: SourceOutline, names: SourceNames) -> Iterator[OrganiserEntry]:
    for use in uses:
        again = f", {use.times} times" if use.times > 1 else ""
        yield OrganiserEntry(quoted(use.text), f"{_place(use.first, names, outline.source)}{again}")


def _words(outline: SourceOutline, names: SourceNames) -> Iterator[OrganiserEntry]:
    return _uses(outline.words, outline, names)


def _speakers(outline: SourceOutline, names: SourceNames) -> Iterator[OrganiserEntry]:
    for use in outline.speakers:
        how = f"{use.statements} statements" if use.statements > 1 else "1 statement"
        marks = f", {use.quoted} in quotation marks" if use.quoted else ""
        place = _place(use.first, names, outline.source)
        yield OrganiserEntry(clipped(use.name, LONGEST_QUOTED), f"{how}{marks}; first: {place}")


def _told(outline: SourceOutline, names: SourceNames) -> Iterator[OrganiserEntry]:
    only = "Only here: " if len(names.by_source) > 1 else ""
    for row in outline.only_here:
        yield OrganiserEntry(f"{only}{clipped(row.gist, LONGEST_GIST)}", _place(row, names, outline.source))
    for row in outline.not_here:
        yield OrganiserEntry(
            f"Not found here: {clipped(row.gist, LONGEST_GIST)}", "it may not have been known yet"
        )


def _doers(outline: SourceOutline, names: SourceNames) -> Iterator[OrganiserEntry]:
    for use in outline.doers:
        named = isinstance(use.first, CasualtyMention) and use.first.agent_text
        doer = quoted(named) if named else "no doer in the sentence"
        yield OrganiserEntry(f"{doer}: {quoted(use.text)}", _place(use.first, names, outline.source))


def _tone(outline: SourceOutline, names: SourceNames) -> Iterator[OrganiserEntry]:
    """Words that add weight or doubt, or hold back: what tone can be read from. No judgement of it."""
    for use in outline.cues:
        doubts = isinstance(use.first, AttributionMention) and CUE_GROUPS[use.first.cue_class] == "doubt"
        adds = "adds doubt" if doubts else "adds weight"
        yield OrganiserEntry(f"{quoted(use.text)} ({adds})", _place(use.first, names, outline.source))
    yield from _uses(outline.tone, outline, names)


ROWS: dict[str, OrganiserCell] = {
    "Words that stand out": _words,
    "Who is quoted": _speakers,
    "What is told, what is left out": _told,
    "Who did what": _doers,
    "Tone": _tone,
}
"""What the organiser asks for, and what finds examples of it."""
