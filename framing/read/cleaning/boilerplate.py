"""Marks the lines and stretches of a text that are not the article.

The wording is data (`lexicons/boilerplate.yaml`); this module handles its context: a caption beside its
credit, the headlines under "Most read", a comment form behind the article, a title printed twice.
Nothing is deleted. Work per line is bounded: whole-line patterns look at lines of at most
`LINE_LIMIT` characters, since a longer one is running text.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import (
    Agency,
    BoilerplateLine,
    BoilerplatePart,
    Scope,
    agency_pattern,
    expand,
)
from framing.read.cleaning.line_features import TextLine
from framing.records.article import RemovedReason
from framing.records.errors import LexiconError
from framing.text.literals import PatternGate, held_in

LINE_LIMIT = 600
HEAD_LIMIT = 200
"""Characters at the start or end of a line in which a dateline or a closing credit may stand."""
LEAD_LINES = 4
"""Unmarked lines, from the first, at whose start a dateline is looked for."""
WHOLE_LINE: tuple[Scope, ...] = ("to_end", "line", "credit", "headlines")
"""Scopes whose patterns are whole lines, in the order in which they are tried."""
TAILS = 5
"""Marked lines before a dated line whose ends its heading may repeat."""
MOST_REPEATED = 3
"""Times that pages show a paragraph: in its place, as a pull quote, in a summary."""
LEAST_REPEATED = 60
"""Characters; a shorter line may stand in an article twice."""
PAY_WALL = "a sign-in or subscription page"
"""The label of the walls that ask to pay."""
MOST_KNOWN = 1_000
"""Lines of which is kept which strings they hold."""
WALL_LIMIT = 12_000
"""Characters; a longer text is no consent or error page."""
SHORT_WALL = 2_000
"""Characters; under a title that only such pages have, a text up to this length is one of them."""

_SENTENCES = re.compile(r"(?<=[.!?:;])\s+|\n+")
_LOOSE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class BoilerplateMark:
    """A stretch of the file (offsets into it) that is not the article.

    `fields` holds what the wording itself tells: `byline`, `date`, `agency`, `source`.
    """

    start: int
    end: int
    reason: RemovedReason
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScopedGate:
    """The rules of some scopes, and the gate before them."""

    rules: tuple[tuple[RemovedReason, re.Pattern[str]], ...]
    gate: PatternGate


@dataclass(frozen=True)
class BoilerplatePatterns:
    """The compiled patterns of the boilerplate lexicon, by scope, in the order of the file."""

    rules: Mapping[Scope, tuple[tuple[RemovedReason, re.Pattern[str]], ...]]
    walls: tuple[tuple[str, re.Pattern[str]], ...]
    _gates: dict[tuple[Scope, ...], ScopedGate] = field(default_factory=dict, repr=False, compare=False)
    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, lexicons: Lexicons) -> BoilerplatePatterns:
        """Compile the entries of the lexicons.

        Raises LexiconError where a pattern names a part that does not exist or does not compile.
        """
        parts = {
            part.id: "(?:" + "|".join(part.patterns) + ")"
            for part in lexicons.of("boilerplate_parts", BoilerplatePart)
        }
        parts["agency"] = agency_pattern(lexicons.of("agencies", Agency))
        rules: dict[Scope, list[tuple[RemovedReason, re.Pattern[str]]]] = {}
        walls: list[tuple[str, re.Pattern[str]]] = []
        for entry in lexicons.of("boilerplate", BoilerplateLine):
            for pattern in entry.patterns:
                try:
                    compiled = re.compile(expand(pattern, parts), re.IGNORECASE)
                except (KeyError, re.error) as error:
                    raise LexiconError(
                        "boilerplate.yaml", f"entry {entry.id!r}: {pattern!r}: {error}", "mend the pattern"
                    ) from None
                if entry.scope == "wall":
                    walls.append((entry.label, compiled))
                else:
                    rules.setdefault(entry.scope, []).append((entry.reason, compiled))
        return cls({scope: tuple(found) for scope, found in rules.items()}, tuple(walls))

    def whole(self, line: TextLine, *scopes: Scope) -> BoilerplateMark | None:
        """The mark of a line that is boilerplate as a whole, or None."""
        if len(line.text) > LINE_LIMIT:
            return None
        for reason, pattern in self._possible(line.flat, scopes):
            match = pattern.fullmatch(line.flat)
            if match:
                return BoilerplateMark(line.start, line.end, reason, _fields(match))
        return None

    def _possible(
        self, text: str, scopes: tuple[Scope, ...]
    ) -> Iterator[tuple[RemovedReason, re.Pattern[str]]]:
        """The rules of some scopes, in order, that may match somewhere in a text."""
        gate = self._gates.get(scopes)
        if gate is None:
            rules = tuple(rule for scope in scopes for rule in self.rules.get(scope, ()))
            gate = self._gates[scopes] = ScopedGate(rules, PatternGate(pattern for _, pattern in rules))
        return (gate.rules[at] for at in gate.gate.open_for(self._held(text)))

    def _held(self, text: str) -> frozenset[str]:
        """The strings of all patterns that a text holds; a line is asked for by one scope after another."""
        held = self._known.get(text)
        if held is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            held = self._known[text] = held_in(text, self._strings)
        return held

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        every = (pattern for rules in self.rules.values() for _, pattern in rules)
        return tuple(sorted(PatternGate(every).strings))

    def at_start(self, line: TextLine, scope: Scope) -> BoilerplateMark | None:
        """The mark of what stands before the first words of a line, or None."""
        head = line.text[:HEAD_LIMIT]
        for reason, pattern in self.rules.get(scope, ()):
            match = pattern.match(head)
            if match and match.end():
                end = match.start() + len(match.group().rstrip())
                return BoilerplateMark(line.start, line.start + end, reason, _fields(match))
        return None

    def inside(self, line: TextLine) -> Iterator[BoilerplateMark]:
        """The marks of stretches within a line."""
        for reason, pattern in self._possible(line.text, ("span",)):
            for match in pattern.finditer(line.text):
                yield BoilerplateMark(
                    line.start + match.start(), line.start + match.end(), reason, _fields(match)
                )

    def at_end(self, line: TextLine) -> BoilerplateMark | None:
        """The mark of what stands behind the last words of a line, or None."""
        offset = max(0, len(line.text) - HEAD_LIMIT)
        for reason, pattern in self.rules.get("line_end", ()):
            match = pattern.search(line.text, offset)
            if match:
                return BoilerplateMark(line.start + match.start(), line.end, reason, _fields(match))
        return None

    def asks_to_pay(self, text: str) -> bool:
        """Whether a line of a text asks to subscribe or to sign in for the rest of it."""
        lines = text.split("\n")
        return any(
            label == PAY_WALL and pattern.search(line[:LINE_LIMIT])
            for line in lines
            for label, pattern in self.walls
        )

    def wall(self, text: str, title: str = "") -> str:
        """What kind of page a text is that was saved instead of the article; empty where it is an article.

        It takes half of the characters to stand in sentences of such a page, or a title that is nothing else
        over a short text.
        """
        if len(text) > WALL_LIMIT:
            return ""
        if len(text) <= SHORT_WALL:
            named = (label for label, pattern in self.walls if pattern.fullmatch(title))
            if label := next(named, ""):
                return label
        hits: Counter[str] = Counter()
        sentences = _SENTENCES.split(text)
        for sentence in sentences:
            found = (label for label, pattern in self.walls if pattern.search(sentence[:LINE_LIMIT]))
            if label := next(found, ""):
                hits[label] += len(sentence)
        enough = 2 * hits.total() >= sum(map(len, sentences)) > 0
        return hits.most_common(1)[0][0] if enough and hits else ""


def _fields(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value}


def mark(
    lines: Sequence[TextLine], boilerplate: BoilerplatePatterns, title: str = ""
) -> list[BoilerplateMark]:
    """The boilerplate among the lines of one article, in text order and without overlaps.

    `title` is the article's title, so that its repetitions can be told; the title's own line is not
    among `lines`.
    """
    found: list[BoilerplateMark | None] = [boilerplate.whole(line, *WHOLE_LINE) for line in lines]
    _mark_repeated_titles(lines, found, title)
    _mark_repeated_passages(lines, found)
    _keep_last_paragraph(lines, found, boilerplate)
    _mark_captions(lines, found, boilerplate)
    _mark_head(lines, found, boilerplate)
    _mark_headline_lists(lines, found, boilerplate)
    _mark_ends(lines, found, boilerplate)
    marks = [m for m in found if m]
    marks += _partial_marks(lines, found, boilerplate)
    return sorted(marks, key=lambda m: m.start)


def _mark_repeated_titles(lines: Sequence[TextLine], found: list[BoilerplateMark | None], title: str) -> None:
    wanted = bare_words(title)
    for index, line in enumerate(lines):
        if (
            found[index] is None
            and wanted
            and len(line.text) <= LINE_LIMIT
            and bare_words(line.text) == wanted
        ):
            found[index] = BoilerplateMark(line.start, line.end, "repeated_title")


def _mark_repeated_passages(lines: Sequence[TextLine], found: list[BoilerplateMark | None]) -> None:
    """Mark a paragraph that stands in the article again, whole or as a part of another, as a pull quote does.

    The longer one is kept; of two that are the same, the first. What stands more often is the text's own refrain.
    """
    kept = [at for at, line in enumerate(lines) if found[at] is None and len(line.text) >= LEAST_REPEATED]
    bare = {at: bare_words(lines[at].text) for at in kept}
    everything = "\n".join(bare.values())
    times = Counter(bare.values())
    seen: set[str] = set()
    for at in kept:
        words = bare[at]
        if times[words] > MOST_REPEATED:
            continue
        again = everything.count(words) > 1
        if again and (words in seen or any(words in bare[n] and words != bare[n] for n in kept if n != at)):
            found[at] = BoilerplateMark(lines[at].start, lines[at].end, "other")
        seen.add(words)


def _mark_captions(
    lines: Sequence[TextLine], found: list[BoilerplateMark | None], boilerplate: BoilerplatePatterns
) -> None:
    """Mark the caption that stands beside its credit, in the same block of lines."""
    separated = _has_blank_lines(lines)
    for index, line in enumerate(lines):
        mark = found[index]
        if mark is None or mark.reason != "caption" or index == 0 or found[index - 1] is not None:
            continue
        before = lines[index - 1]
        bare = boilerplate.whole(line, "credit") is not None
        if not (line.follows if separated else bare):
            continue
        if (not before.is_sentence and before.is_headline) or (
            separated and bare and len(before.text) <= LINE_LIMIT
        ):
            found[index - 1] = BoilerplateMark(before.start, before.end, "caption")


def _keep_last_paragraph(
    lines: Sequence[TextLine], found: list[BoilerplateMark | None], boilerplate: BoilerplatePatterns
) -> None:
    """Keep a last paragraph that an agency signs: elsewhere "… (AP)" closes a caption, here a dispatch."""
    for index in range(len(lines) - 1, 0, -1):
        mark = found[index]
        if mark is None and lines[index].is_running_text:
            return
        if mark is not None and mark.reason == "caption" and boilerplate.at_end(lines[index]) is not None:
            found[index] = None
            return


def _mark_head(
    lines: Sequence[TextLine], found: list[BoilerplateMark | None], boilerplate: BoilerplatePatterns
) -> None:
    """Mark names and outlets between the title and the first paragraph, if there is a paragraph."""
    first = next((at for at, line in enumerate(lines) if found[at] is None and line.is_running_text), 0)
    for index in range(first):
        found[index] = found[index] or boilerplate.whole(lines[index], "head")


def _has_blank_lines(lines: Sequence[TextLine]) -> bool:
    """Whether blank lines separate the paragraphs, so that lines without one between them belong together."""
    return sum(not line.follows for line in lines[1:]) * 2 > len(lines) - 1


def _mark_headline_lists(
    lines: Sequence[TextLine], found: list[BoilerplateMark | None], boilerplate: BoilerplatePatterns
) -> None:
    """Mark the headlines and picture texts under a heading such as "Most read".

    Each following line counts for the list (a headline) or against it (a paragraph); the list ends where the
    sum is highest, so that a box inside an article ends where the article continues.
    """
    listed = 0
    for index, heading in enumerate(lines):
        if index < listed or found[index] is None or boilerplate.whole(heading, "headlines") is None:
            continue
        total, best, end = 0.0, 0.0, index + 1
        for at in range(index + 1, len(lines)):
            total += _weight_in_list(lines[at], found[at])
            if total >= best and total > 0:
                best, end = total, at + 1
            if total < max(0.0, best - 1.5):
                break
        listed = end
        for at in range(index + 1, end):
            found[at] = BoilerplateMark(lines[at].start, lines[at].end, "unrelated_headlines")


def _weight_in_list(line: TextLine, mark: BoilerplateMark | None) -> float:
    if mark is not None:
        return 0.25
    if not line.is_sentence and len(line.text) <= LINE_LIMIT and not line.text.endswith(":"):
        return 1.0
    return -0.5 if len(line.text) <= 160 else -1.0


def _mark_ends(
    lines: Sequence[TextLine], found: list[BoilerplateMark | None], boilerplate: BoilerplatePatterns
) -> None:
    """Mark everything behind a heading that ends the page, if there was an article before it.

    A link to the comments stands above many articles too, so most paragraphs must come before it.
    """
    paragraphs = [mark is None and line.is_running_text for line, mark in zip(lines, found, strict=True)]
    before, total = 0, sum(paragraphs)
    for index, line in enumerate(lines):
        mark = found[index]
        before += paragraphs[index]
        if mark is None or not before or 2 * before < total or boilerplate.whole(line, "to_end") is None:
            continue
        for at in range(index + 1, len(lines)):
            found[at] = found[at] or BoilerplateMark(lines[at].start, lines[at].end, mark.reason)
        return


def _partial_marks(
    lines: Sequence[TextLine], found: Sequence[BoilerplateMark | None], boilerplate: BoilerplatePatterns
) -> Iterator[BoilerplateMark]:
    unmarked, lead_found = 0, False
    tails: deque[str] = deque(maxlen=TAILS)
    for line, mark in zip(lines, found, strict=True):
        if mark is not None:
            tails.append(bare_words(line.text))
            continue
        unmarked += 1
        opening = boilerplate.at_start(line, "line_start")
        if opening is None and unmarked <= LEAD_LINES and not lead_found:
            opening = boilerplate.at_start(line, "lead")
            if opening is None and unmarked == 1 and not _is_transcript(lines, boilerplate):
                opening = boilerplate.at_start(line, "opening")
            lead_found = opening is not None
        repeated = _repeated_heading(line, opening, tails) if opening else None
        yield from (one for one in (opening, repeated) if one)
        if repeated is None:
            yield from _behind_opening(line, opening.end if opening else line.start, boilerplate)


def _repeated_heading(
    line: TextLine, opening: BoilerplateMark, tails: Iterable[str]
) -> BoilerplateMark | None:
    """The mark of what follows the opening of a line, where marked lines before it end in the same words."""
    rest = line.text[opening.end - line.start :].strip()
    tail = bare_words(rest)
    if tail and any(earlier.endswith(tail) for earlier in tails):
        return BoilerplateMark(line.end - len(rest), line.end, "repeated_title")
    return None


def _behind_opening(
    line: TextLine, start: int, boilerplate: BoilerplatePatterns
) -> Iterator[BoilerplateMark]:
    """The marks at the end of a line and within it, from `start` on and without overlaps."""
    end = line.end
    closing = boilerplate.at_end(line)
    if closing is not None and closing.start > start:
        yield closing
        end = closing.start
    for inner in boilerplate.inside(line):
        if start <= inner.start and inner.end <= end:
            yield inner
            start = inner.end


def _is_transcript(lines: Sequence[TextLine], boilerplate: BoilerplatePatterns) -> bool:
    """Whether several lines open as a dateline with a colon does: then these are the names of speakers."""
    return sum(boilerplate.at_start(line, "opening") is not None for line in lines) > 1


def bare_words(text: str) -> str:
    """The words of a line without case and punctuation, to tell whether two lines say the same.

    >>> bare_words("Talks — to RESUME!") == bare_words("talks to resume")
    True
    """
    return _LOOSE.sub(" ", text).strip().casefold()
