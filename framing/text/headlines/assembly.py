"""One parse of a headline, from those of its stretches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.text.grammar import NOMINAL
from framing.text.headlines.readings import plain_reading
from framing.text.headlines.restoring import Row, restored, unparsed
from framing.text.headlines.scoring import LEAST, scored
from framing.text.headlines.segments import ReportTag, Segment, segments_of
from framing.text.headlines.words import (
    HeadlineWord,
    HeadlineWords,
    TitleInArticle,
    VerbForms,
    uncapitalised,
    words_of,
)
from framing.text.parse import ALPHABETIC, PUNCTUATION, Columns, Parse


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline to be parsed: parse `texts`, then ask for `parse`."""

    title: TitleInArticle
    segments: tuple[Segment, ...]

    @property
    def texts(self) -> list[str]:
        """Everything that is to be parsed for it."""
        return [text for segment in self.segments for text in segment.texts]

    def parse(self, parses: Mapping[str, Parse], forms: VerbForms, known: HeadlineWords) -> Parse:
        """The parse of the headline, from those of its `texts`.

        The main clause is that of the first segment that is a sentence; what stands in others hangs on it as `meta`. A
        tag that reports is the verb above the main clause, as in any sentence.
        """
        parts = [_part(segment, parses, forms, known) for segment in self.segments]
        sentences = [n for n, part in enumerate(parts) if part.score >= LEAST and not self.segments[n].label]
        rest = [n for n, segment in enumerate(self.segments) if not segment.label and segment.words] or [0]
        main = sentences[0] if sentences else max(rest, key=lambda n: len(self.segments[n].words))
        tags = [_tag_rows(segment.tag, parses, forms) if segment.tag else None for segment in self.segments]
        return _together(self.title.text, [part.columns for part in parts], tags, main)


def headline_of(title: TitleInArticle, forms: VerbForms, known: HeadlineWords) -> Headline:
    """A headline in its segments, each with the sentences that it may stand for, the plain one first."""
    words = uncapitalised(words_of(title.text, known), forms, known, title)
    return Headline(title, tuple(segments_of(title.text, words, forms, known)))


class _Part(NamedTuple):
    """The columns of the reading of a segment that hangs together best, and how well it does."""

    score: float
    columns: Columns | None


def _part(segment: Segment, parses: Mapping[str, Parse], forms: VerbForms, known: HeadlineWords) -> _Part:
    if not segment.words:
        return _Part(0.0, None)
    for score, reading in scored(segment, parses, forms, known):
        if columns := restored(reading, parses[reading.text]):
            return _Part(score, columns)
    return _Part(0.0, unparsed(segment.words))


def _phrase_rows(
    words: Sequence[HeadlineWord], dep: str, parses: Mapping[str, Parse], verb: int
) -> list[Row]:
    """The rows of a phrase of a tag, its root hanging on the verb; heads count from the phrase's first row."""
    if not words:
        return []
    plain = plain_reading(words)
    columns = restored(plain, parses[plain.text]) or unparsed(words)
    rows = list(zip(*columns[1:], strict=True))
    kept = next((n for n, row in enumerate(rows) if row[5] == "ROOT"), 0)
    own = rows[kept]
    if dep == "nsubj" and (own[3] not in NOMINAL or own[4].startswith("W")):
        own = (*own[:3], "NOUN", "NN", *own[5:])
    label = dep if own[3] in NOMINAL else "punct" if own[3] == "PUNCT" else "prep"
    rows[kept] = (*own[:5], label, verb, own[7])
    return rows


def _tag_rows(tag: ReportTag, parses: Mapping[str, Parse], forms: VerbForms) -> list[Row]:
    """The rows of a tag, heads counted from its first row; its verb is the `ROOT`."""
    who = _phrase_rows(tag.speaker, "nsubj", parses, -1)
    rest = _phrase_rows(tag.rest, "dobj", parses, -1)
    lower = tag.verb.original.lower()
    lemma = forms.verb_of(lower) or lower
    finite = "VBP" if lower == lemma else "VBZ" if lower.endswith("s") else "VBD"
    verb: Row = (tag.verb.start, tag.verb.original, lemma, "VERB", finite, "ROOT", -1, ALPHABETIC)
    marks: list[Row] = [
        (
            word.start,
            word.original,
            word.original,
            "PUNCT",
            "," if word.text == "," else "''",
            "punct",
            -1,
            PUNCTUATION,
        )
        for word in tag.marks
    ]
    parts = [[verb], who, rest] if tag.inverted else [who, [verb], rest]
    at = len(marks) + (0 if tag.inverted else len(who))
    rows: list[Row] = [(*row[:6], at, row[7]) for row in marks]
    for part in parts:
        offset = len(rows)
        rows += [(*row[:6], at if row[6] < 0 else offset + row[6], row[7]) for row in part]
    return rows


def _together(
    title: str, parts: Sequence[Columns | None], tags: Sequence[list[Row] | None], main: int
) -> Parse:
    """The parse of a headline from the parts of its segments and their tags, rows in text order."""
    rows: list[Row] = []
    roots: dict[int, int] = {}
    tagged: list[int] = []
    for number, (part, tag) in enumerate(zip(parts, tags, strict=True)):
        if part is not None:
            roots[number] = _added(rows, list(zip(*part[1:], strict=True)))
        if tag is not None:
            tagged.append(_added(rows, tag))
    top = tagged[-1] if tagged else roots[main]
    said = roots.get(main) if tagged else None
    hung = [_hung(row, at, top, said) for at, row in enumerate(rows)]
    order = sorted(range(len(hung)), key=lambda at: hung[at][0])
    place = {at: n for n, at in enumerate(order)}
    placed = [(*hung[at][:6], place[hung[at][6]], hung[at][7]) for at in order]
    return Parse(Columns(title, *map(list, zip(*placed, strict=True))))


def _added(rows: list[Row], part: Sequence[Row]) -> int:
    """Put the rows of a part behind those that are there; where its root has come to stand."""
    offset = len(rows)
    rows += [(*row[:6], offset + row[6], row[7]) for row in part]
    return offset + next((n for n, row in enumerate(part) if row[5] == "ROOT"), 0)


def _hung(row: Row, at: int, top: int, said: int | None) -> Row:
    """A root in its place: the top of the headline, or below it, as what is said where a tag is the top."""
    if row[5] != "ROOT":
        return row
    dep = "ROOT" if at == top else "ccomp" if at == said else "meta"
    return (*row[:5], dep, at if at == top else top, row[7])
