"""The stretches of a headline between marks, and the tags that say who says so (", officials say", "— Kremlin says")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from framing.text.grammar import DATES
from framing.text.headlines.readings import (
    HeadlineReading,
    likely_verbs,
    may_be_plural,
    plain_reading,
    readings,
)
from framing.text.headlines.words import HeadlineWord, HeadlineWords, VerbForms, is_title_case, words_of

_DASHES = "-–—"
_LONGEST_SPEAKER = 9
_LONGEST_REST = 3
_PRONOUNS = ("he", "she", "it", "they", "we", "i", "you")
_PASSED = (",", '"')
_SUBORDINATORS = ("if", "when", "despite", "because", "although", "though", "until", "once")


class ReportTag(NamedTuple):
    """A tag in words: the comma and marks before it, who says so, the verb, and what stands behind."""

    marks: tuple[HeadlineWord, ...]
    speaker: tuple[HeadlineWord, ...]
    verb: HeadlineWord
    rest: tuple[HeadlineWord, ...]

    @property
    def words(self) -> tuple[HeadlineWord, ...]:
        return (*self.marks, *self.speaker, self.verb, *self.rest)

    @property
    def inverted(self) -> bool:
        return bool(self.speaker) and self.verb.start < self.speaker[0].start

    @property
    def texts(self) -> list[str]:
        """The phrases that are to be parsed for it."""
        return [plain_reading(part).text for part in (self.speaker, self.rest) if part]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a headline between colons, dashes and semicolons: its words, the sentences that they may stand for,
    and the tag that ends it."""

    words: tuple[HeadlineWord, ...]
    label: bool
    readings: tuple[HeadlineReading, ...]
    tag: ReportTag | None
    title_case: bool = False
    likely: frozenset[int] = frozenset()
    """Where words stand that are verbs by what follows them."""

    @property
    def texts(self) -> list[str]:
        """Everything that is to be parsed for it."""
        return [*(reading.text for reading in self.readings), *(self.tag.texts if self.tag else ())]


def segments_of(
    title: str, words: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords
) -> Iterator[Segment]:
    """The stretches of a headline in order."""
    part: list[HeadlineWord] = []
    behind_dash, title_case = False, is_title_case(words_of(title, known))
    for number, word in enumerate(words):
        part.append(word)
        if number + 1 == len(words) or _ends_segment(title, word, words[number + 1]):
            yield _segment(part, behind_dash, title_case, forms, known)
            part, behind_dash = [], word.text in _DASHES


def _ends_segment(title: str, word: HeadlineWord, following: HeadlineWord) -> bool:
    """Whether a mark ends a stretch: a semicolon or bar, a dash between blanks, a colon or full stop before one."""
    if word.text in ";|":
        return True
    behind = title[word.end : word.end + 1].isspace()
    if word.text in ":.?!":
        return behind and (word.text == ":" or following.text[0].isupper() or following.text == '"')
    return word.text in _DASHES and behind and title[word.start - 1 : word.start].isspace()


def _segment(
    part: Sequence[HeadlineWord], behind_dash: bool, title_case: bool, forms: VerbForms, known: HeadlineWords
) -> Segment:
    bare = " ".join(word.lower for word in part if word.is_word)
    if bare in known.labels or bare.rsplit(" ", 1)[-1] == "explained":
        return Segment(tuple(part), True, (plain_reading(part),), None)
    tag = report_tag(part, behind_dash, forms, known) or _middle_tag(part, forms, known)
    outside = {word.start for word in tag.words} if tag else set()
    said = tuple(word for word in part if word.start not in outside)
    tried = (plain_reading(said), *readings(said, forms, known, title_case)) if said else ()
    likely = likely_verbs(said, forms, known, title_case)
    return Segment(said, False, tried, tag, title_case, likely)


def report_tag(
    part: Sequence[HeadlineWord], behind_dash: bool, forms: VerbForms, known: HeadlineWords
) -> ReportTag | None:
    """The tag at the end of a stretch: behind its last comma, or all of it where a dash stands before it."""
    commas = [number for number, word in enumerate(part) if word.text == ","]
    first = commas[-1] if commas else 0
    if not commas and not behind_dash:
        return None
    at = first
    while at < len(part) and part[at].text in _PASSED:
        at += 1
    end = len(part)
    while end > at and part[end - 1].text in _DASHES + ".":
        end -= 1
    quoted = at - first > 1
    marks, tag = tuple(part[first:at]), part[at:end]
    found = _behind_speaker(tag, quoted, forms, known) or _before_speaker(tag, forms, known)
    if found is None or (first and not _can_be_said(part[:first], known)):
        return None
    speaker, verb, rest = found
    return ReportTag(marks, tuple(speaker), verb, (*rest, *part[end:]))


def _middle_tag(part: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords) -> ReportTag | None:
    """A tag between two commas with nothing but a speaker and a verb: "Bridge unsafe, mayor says, but stays open"."""
    commas = [number for number, word in enumerate(part) if word.text == ","]
    for first, last in pairwise(commas):
        found = _behind_speaker(part[first + 1 : last], False, forms, known) if last - first > 2 else None
        if found is not None and not found[2] and _can_be_said(part[:first], known):
            return ReportTag((part[first],), tuple(found[0]), found[1], (part[last],))
    return None


_Found = tuple[Sequence[HeadlineWord], HeadlineWord, Sequence[HeadlineWord]]


def _behind_speaker(
    tag: Sequence[HeadlineWord], quoted: bool, forms: VerbForms, known: HeadlineWords
) -> _Found | None:
    """Who says so before the verb: "officials say", "Holt tells council", behind a quotation with more behind it."""
    for at in range(1, min(len(tag), _LONGEST_SPEAKER)):
        if not _reports(tag[at], forms, known) or not _is_phrase(tag[:at], known):
            continue
        if at == 1 and _is_second_predicate(tag[0], forms, known):
            continue
        if tag[at].lower == forms.verb_of(tag[at].lower) and not may_be_plural(tag[:at], known):
            continue
        rest = tag[at + 1 :]
        if _is_aside(tag[at], rest, forms, known) or (quoted and rest[0].lower in known.follows_passive):
            return tag[:at], tag[at], rest
    return None


def _is_second_predicate(word: HeadlineWord, forms: VerbForms, known: HeadlineWords) -> bool:
    """Whether a word behind a comma may be a verb in the third person and is nobody ("…, promises report")."""
    third = word.lower.endswith("s") and forms.verb_of(word.lower) not in (None, word.lower)
    return third and word.lower not in known.speakers


def _is_aside(
    verb: HeadlineWord, rest: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords
) -> bool:
    """Whether what stands behind the verb of a tag says when, where or to whom."""
    if not rest:
        return True
    if len(rest) > _LONGEST_REST or any(_is_finite(word, forms, known) for word in rest):
        return False
    told = forms.verb_of(verb.lower) in known.recipients
    return told or rest[0].lower in known.follows_passive or rest[0].text in DATES


def _before_speaker(tag: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords) -> _Found | None:
    """Who says so behind the verb: "says Holt", "warns report"."""
    if len(tag) < 2 or len(tag) > _LONGEST_SPEAKER or forms.verb_of(tag[0].lower) not in known.inverted:
        return None
    who = tag[1:]
    capitals = forms.verb_of(tag[0].lower) == "say" and all(word.text[0].isupper() for word in who)
    named = capitals and (not is_title_case(tag[:1]) or len(who) <= _LONGEST_REST)
    bounds = [n for n, word in enumerate(who) if n and word.lower in known.before_nouns]
    listed = who[bounds[0] - 1 if bounds else -1].lower in known.speakers
    if not _is_phrase(who, known) or not (named or listed):
        return None
    return who, tag[0], ()


def _reports(word: HeadlineWord, forms: VerbForms, known: HeadlineWords) -> bool:
    """Whether a word is a finite form of a verb that reports."""
    return not word.lower.endswith("ing") and forms.verb_of(word.lower) in known.reports


def _is_phrase(words: Sequence[HeadlineWord], known: HeadlineWords) -> bool:
    """Whether words may be a noun phrase for somebody: no auxiliary, no infinitive, no clause, no mark."""
    allowed = known.before_nouns | {"and", "his", "her"}
    small = (word for word in words if word.lower in known.small and not is_abbreviated(word))
    marks = any(not word.is_word and word.text not in "&-/%" for word in words)
    return (
        not marks
        and words[0].lower not in ("as", "after", "and", "but")
        and all(word.lower in allowed or (word.lower in _PRONOUNS and len(words) == 1) for word in small)
    )


def is_abbreviated(word: HeadlineWord) -> bool:
    """Whether a word in capitals is a name that looks like a small word ("WHO")."""
    return word.original.isupper() and len(word.original) > 2


def _is_finite(word: HeadlineWord, forms: VerbForms, known: HeadlineWords) -> bool:
    """Whether a word is an auxiliary, a subordinator or can be nothing but a verb."""
    third = word.lower.endswith("s") and not forms.is_noun(word.lower) and forms.verb_of(word.lower)
    subordinate = word.lower in known.small and word.lower not in known.before_nouns
    return bool(third) or subordinate


def _can_be_said(before: Sequence[HeadlineWord], known: HeadlineWords) -> bool:
    """Whether what stands before a tag is no subordinate clause: "As talks stall, envoys say little" has no tag."""
    first, second = before[0].lower, before[1].text if len(before) > 1 else ""
    counts = second.lower() in ("least", "most") or second[:1].isdigit()
    adverbial = first in known.follows_passive or first in _SUBORDINATORS
    return len(before) > 1 and (counts or not adverbial)
