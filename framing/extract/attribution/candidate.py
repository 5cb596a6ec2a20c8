"""An attribution in the making: a frozen record that each pass may replace, never change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from framing.extract.attribution.cues import CueUse
from framing.records.article import Span, merged
from framing.text.parse import Token
from framing.text.quotations import Quotation, overlapping
from framing.text.sentences import Sentence

Complement = Literal[
    "clause",
    "question",
    "infinitive",
    "directed_infinitive",
    "gerund",
    "noun_phrase",
    "evidence",
    "about_phrase",
    "other_phrase",
    "role",
    "name",
    "citing",
    "passive",
    "passive_clause",
    "reduced_passive",
    "heading",
    "set_off",
    "as_clause",
    "noun_clause",
    "noun_infinitive",
    "phrase_of_noun",
    "adjective_clause",
    "adjective_phrase",
    "adverb",
    "beside",
    "quotation",
    "colon",
    "turn",
]
"""What kind of complement a content is, whichever rule found it: what later passes go by."""
LOOSE: tuple[Complement, ...] = ("noun_phrase", "evidence", "gerund", "citing", "about_phrase")
"""Complements that are no clause: somebody must be able to have said them."""
_TRIM = " \t\n,;:"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One attribution while its slots are found. `use` is None for a quotation without a cue.

    `trail` names the rules so far. `speaker_head` is the syntactic head of the speaker; `quoted` says that the content
    came from a quotation beside the tag, so that a further quotation may go on with it; `carried` that the speaker is
    whoever spoke before; `mark` is a colon, where that is the cue.
    """

    sentence: Sentence
    use: CueUse | None
    complement: Complement
    content: tuple[Span, ...]
    trail: tuple[str, ...]
    speaker: tuple[Span, ...] = ()
    speaker_head: Token | None = None
    extra_cues: tuple[Span, ...] = ()
    secondary: str = ""
    quoted: bool = False
    carried: bool = False
    mark: Span | None = None

    @cached_property
    def cue(self) -> tuple[Span, ...]:
        """The spans of the cue; of a colon its place; none where there is no cue."""
        if self.use is None:
            return (self.mark,) if self.mark else ()
        return tuple(merged([*token_spans(self.sentence, self.use.tokens), *self.extra_cues]))

    @cached_property
    def tag(self) -> Span:
        """From the first to the last character of cue and speaker."""
        spans = [*self.cue, *self.speaker]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    @property
    def spans(self) -> list[Span]:
        return [*self.cue, *self.speaker, *self.content]

    @property
    def place(self) -> Span:
        """Where it stands: its first cue word, or its content where it has none."""
        return self.cue[0] if self.cue else self.content[0]

    def with_content(self, spans: Iterable[Span], entry: str, **changes: Any) -> Candidate:
        """The candidate with another content and one more entry in its trail; itself where nothing changes."""
        content = tuple(spans)
        if content == self.content:
            return replace(self, **changes) if changes else self
        return replace(self, content=content, trail=(*self.trail, entry), **changes)


def token_spans(sentence: Sentence, tokens: Iterable[Token]) -> list[Span]:
    """Tokens as spans of the article: one for each run, runs joined over punctuation alone."""
    ordered = sorted(tokens, key=lambda t: t.i)
    runs: list[list[Token]] = []
    for token in ordered:
        if runs and all(t.is_punct for t in token.parse[runs[-1][-1].i + 1 : token.i]):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [sentence.span_of(run) for run in runs if any(not t.is_punct for t in run)]


def by_sentence(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    """Candidates by the place where their sentence starts."""
    groups: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.sentence.start, []).append(candidate)
    return groups


def without(spans: Sequence[Span], holes: Iterable[Span]) -> list[Span]:
    """Spans with other spans cut out of them.

    >>> without([Span(0, 9)], [Span(3, 5)])
    [Span(start=0, end=3), Span(start=5, end=9)]
    """
    result = list(spans)
    for hole in holes:
        result = [piece for span in result for piece in _cut_out(span, hole)]
    return merged(result)


def _cut_out(span: Span, hole: Span) -> Iterator[Span]:
    if not span.overlaps(hole):
        yield span
        return
    if span.start < hole.start:
        yield Span(span.start, hole.start)
    if hole.end < span.end:
        yield Span(hole.end, span.end)


def trimmed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans without spaces and commas at their ends; a closing mark keeps the comma before it."""
    for start, end in spans:
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        if start < end:
            yield Span(start, end)


def directness(text: str, spans: Sequence[Span], quotations: Sequence[Quotation]) -> str:
    """`direct` where all content stands in quotation marks, `mixed` where some does, else `indirect`."""
    quoted = [_quoted_part(text, span, quotations) for span in spans]
    if quoted and all(part == "all" for part in quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def _quoted_part(text: str, span: Span, quotations: Sequence[Quotation]) -> Literal["", "some", "all"]:
    """How much of a span stands in quotation marks."""
    bare = _letters(text, span)
    near = overlapping(quotations, span)
    if text[span.start] in '“"' and any(q.orphan and q.start == span.start for q in near):
        return "all"
    holding = [q for q in near if not q.orphan and q.span.overlaps(bare)]
    if any(q.start <= bare.start and bare.end <= q.end for q in holding):
        return "all"
    return "some" if holding else ""


def _letters(text: str, span: Span) -> Span:
    """A span without the marks at its ends."""
    start, end = span
    while end > start + 1 and not text[end - 1].isalnum():
        end -= 1
    while start < end - 1 and not text[start].isalnum():
        start += 1
    return Span(start, end)
