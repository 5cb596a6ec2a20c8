"""Finds what articles have in common: shared wording first, then statements made in other words.

Passages are looked for within an event; articles without an event label belong together. Titles are compared
with titles. Where an event has more than `MOST_COMPARED` passages only shared wording is looked for.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from framing.compare.passages import LONGEST, SentencePassage, passages
from framing.compare.reuse.copies import copy_candidates
from framing.compare.reuse.direction import direction
from framing.compare.reuse.quoted import Quoted
from framing.compare.reuse.record import Kind, ReuseMention, Shared
from framing.compare.reuse.roles import exchange_roles
from framing.compare.reuse.statements import Terms, same_statements
from framing.compare.reuse.wording import NEAR, RUN, Match, words_of
from framing.compare.similarity import CandidatePair, by_event, candidates, word_vectors
from framing.lexicon import Lexicons
from framing.text.sentences import ParsedArticle

MOST_COMPARED = 5_000
"""Passages of an event, up to which all are compared with all."""
LEAST_WORDS = 5
"""Words of the shortest passage that is compared."""
WORTH_A_LOOK = 0.25
"""Least cosine at which wording is compared word by word."""
MOST_ALIKE = 10
"""Passages of one other article that the wording of a passage is compared with."""


@dataclass(frozen=True, slots=True)
class _SharedStretch:
    """A match with the passages it starts in, and how it was found."""

    one: SentencePassage
    other: SentencePassage
    match: Match
    kind: Kind
    shared: Shared
    rule: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it starts in both texts."""
        return self.match.here.span.start, self.match.there.span.start


def reuse(
    parsed: Sequence[ParsedArticle],
    lexicons: Lexicons,
    vocabulary: Terms,
    *,
    most_compared: int = MOST_COMPARED,
) -> list[ReuseMention]:
    """The passages that two articles of an event have in common, in the order of the articles and their texts.

    `vocabulary` says which words are taken for one another.

    Up to `most_compared` passages of an event are compared with each other; of more, only shared wording is
    found, by sketches.
    """
    found: dict[str, list[_SharedStretch]] = {}
    finder = _Finder(parsed, lexicons, vocabulary)
    for group in by_event(passages(parsed)).values():
        for titles in (True, False):
            compared = [p for p in group if (p.region == "title") == titles and len(p.words) >= LEAST_WORDS]
            for each in finder.find(compared, small=len(group) <= most_compared):
                found.setdefault(each.one.article_id, []).append(each)
    return [
        mention for one in parsed for mention in _rows(found.get(one.article.article_id, []), finder.rank)
    ]


def searched_for_wording_only(parsed: Sequence[ParsedArticle]) -> list[str]:
    """The events, by label, that have too many passages for anything but shared wording to be looked for."""
    return [event for event, group in by_event(passages(parsed)).items() if len(group) > MOST_COMPARED]


def _rows(found: list[_SharedStretch], rank: Mapping[str, int]) -> Iterator[ReuseMention]:
    found.sort(key=lambda each: (each.match.here.span, rank[each.other.article_id], each.match.there.span))
    for number, each in enumerate(found, 1):
        one, other, match = each.one, each.other, each.match
        yield ReuseMention(
            article_id=one.article_id,
            mention_id=f"{one.article_id}:{ReuseMention.LETTER}{number:03d}",
            sentence=one.sentence,
            paragraph=one.paragraph,
            region=one.region,
            start=match.here.span.start,
            end=match.here.span.end,
            rule=each.rule,
            other_article_id=other.article_id,
            other_start=match.there.span.start,
            other_end=match.there.span.end,
            kind=each.kind,
            similarity=match.ratio,
            other_source=other.source,
            same_source=one.source == other.source,
            other_text=match.there.text,
            shared=each.shared,
            words_only_here=match.only_here(),
            words_only_there=match.only_there(),
            direction=direction(one.published, other.published),
        )


class _Finder:
    """Compares passages of the articles of a run."""

    def __init__(self, parsed: Iterable[ParsedArticle], lexicons: Lexicons, vocabulary: Terms) -> None:
        self.lexicons, self.vocabulary = lexicons, vocabulary
        self.parsed = {one.article.article_id: one for one in parsed}
        self.rank = {article_id: number for number, article_id in enumerate(self.parsed)}
        self.quoted = Quoted(self.parsed)

    def find(self, compared: Sequence[SentencePassage], *, small: bool) -> Iterator[_SharedStretch]:
        """What the passages of one event have in common; only shared wording where it is not small."""
        if small:
            likely = _nearest(candidates(compared, word_vectors(compared), WORTH_A_LOOK), compared)
        else:
            likely = list(copy_candidates(compared))
        likely.sort(key=lambda pair: (self._articles(compared, pair), pair))
        copied: dict[tuple[str, str], list[_SharedStretch]] = {}
        for key, pairs in groupby(likely, key=lambda pair: self._articles(compared, pair)):
            copied[key] = self._same_wording(compared, list(pairs))
            yield from copied[key]
        if small:
            yield from self._same_statements(compared, copied)

    @staticmethod
    def _articles(compared: Sequence[SentencePassage], pair: tuple[int, int]) -> tuple[str, str]:
        return compared[pair[0]].article_id, compared[pair[1]].article_id

    def _same_wording(
        self, compared: Sequence[SentencePassage], pairs: Sequence[tuple[int, int]]
    ) -> list[_SharedStretch]:
        """Shared wording of two articles; what lies in a better match is left out.

        Short sentences that any two articles may have in common ("He did not answer a request for comment")
        are copied only where the articles share something longer too.
        """
        together = set(pairs)
        matches = [match for one, other in pairs for match in self._matches(compared, one, other, together)]
        matches.sort(key=lambda each: (-each.match.ratio * len(each.match.here.words), each.place))
        kept: list[_SharedStretch] = []
        for each in matches:
            span = each.match.here.span
            first = bisect_left(kept, span.start - LONGEST, key=_here)
            last = bisect_left(kept, span.end, key=_here)
            if not any(_overlap(each.match, better.match) for better in kept[first:last]):
                insort(kept, each, key=_here)
        copied = [each for each in kept if each.shared == "wording"]
        telling = any(each.one.region == "title" or each.match.agreeing >= RUN for each in copied)
        return [each for each in kept if telling or each.shared != "wording"]

    def _matches(
        self, compared: Sequence[SentencePassage], one: int, other: int, pairs: set[tuple[int, int]]
    ) -> Iterator[_SharedStretch]:
        """Whole passages alike, two passages alike one of the other article, or a long run in both."""
        here, there = compared[one], compared[other]
        match = self._match([here], [there])
        if match.may_reach(NEAR) and match.ratio >= NEAR:
            yield from self._judged(here, there, match, "wording:whole")
            return
        for second in ((one + 1, other), (one, other + 1)):
            if second in pairs:
                joined = self._joined(compared[one : second[0] + 1], compared[other : second[1] + 1])
                if joined is not None:
                    yield from self._judged(here, there, joined, "wording:joined")
        run = match.longest_run()
        if run is not None:
            yield from self._judged(here, there, run, "wording:run")

    def _joined(self, here: Sequence[SentencePassage], there: Sequence[SentencePassage]) -> Match | None:
        """Two passages in a row beside one of the other article, where together they are nearer to it."""
        match = self._match(here, there)
        for side, passages_of in ((match.here, here), (match.there, there)):
            gap = side.text[passages_of[0].end - side.span.start : passages_of[-1].start - side.span.start]
            if gap.strip() or len(side.text) > LONGEST:
                return None
        if not match.may_reach(NEAR) or match.ratio < NEAR:
            return None
        alone = (self._match([one], [other]).ratio for one in here for other in there)
        return match if match.ratio > max(alone) else None

    def _match(self, here: Sequence[SentencePassage], there: Sequence[SentencePassage]) -> Match:
        texts = (self.parsed[side[0].article_id].article.text for side in (here, there))
        return Match(words_of(next(texts), *here), words_of(next(texts), *there))

    def _judged(
        self, one: SentencePassage, other: SentencePassage, match: Match, rule: str
    ) -> Iterator[_SharedStretch]:
        shared = self.quoted.shared(one.article_id, other.article_id, match)
        if shared == "wording":
            yield _SharedStretch(one, other, match, match.kind, shared, rule)
        elif shared == "quotation":
            yield _SharedStretch(one, other, match, "paraphrase", shared, "quotation")

    def _same_statements(
        self, compared: Sequence[SentencePassage], copied: Mapping[tuple[str, str], Sequence[_SharedStretch]]
    ) -> Iterator[_SharedStretch]:
        """Statements in other words, where neither passage has its wording from the other article."""
        for pair in same_statements(compared, self.lexicons, self.vocabulary):
            one, other = compared[pair.one], compared[pair.other]
            if self._exchanged(one, other):
                continue
            wording = copied.get((one.article_id, other.article_id), ())
            match = self._match([one], [other])
            if match.ratio < NEAR and not any(_touches(one, other, each.match) for each in wording):
                yield _SharedStretch(one, other, match, "paraphrase", "statement", "statement")

    def _exchanged(self, one: SentencePassage, other: SentencePassage) -> bool:
        """Whether doer and object of an act that both tell of are exchanged."""
        here, there = (self.parsed[side.article_id].sentence_at(side.start).parse for side in (one, other))
        return here is not None and there is not None and exchange_roles(here, there, self.vocabulary)


def _nearest(found: Iterable[CandidatePair], compared: Sequence[SentencePassage]) -> list[tuple[int, int]]:
    """The pairs in which one passage is among the most alike to the other of its article: a text that says the same
    over and over has no more of them."""
    alike: dict[tuple[int, str], list[CandidatePair]] = {}
    for pair in found:
        alike.setdefault((pair.one, compared[pair.other].article_id), []).append(pair)
        alike.setdefault((pair.other, compared[pair.one].article_id), []).append(pair)
    kept = {
        (pair.one, pair.other)
        for pairs in alike.values()
        for pair in nlargest(MOST_ALIKE, pairs, key=lambda pair: pair.cosine)
    }
    return sorted(kept)


def _comparable(passage: SentencePassage) -> bool:
    return len(passage.words) >= LEAST_WORDS and passage.end - passage.start <= LONGEST


def _here(found: _SharedStretch) -> int:
    return found.match.here.span.start


def _overlap(one: Match, other: Match) -> bool:
    return one.here.span.overlaps(other.here.span) and one.there.span.overlaps(other.there.span)


def _touches(one: SentencePassage, other: SentencePassage, match: Match) -> bool:
    """Whether a passage lies whole in a match, or both overlap it."""
    return (
        match.here.span.contains(one.span)
        or match.there.span.contains(other.span)
        or (match.here.span.overlaps(one.span) and match.there.span.overlaps(other.span))
    )
