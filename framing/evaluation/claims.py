"""Claims: found claims against gold claims, by the passages that state them.

A found passage stands for a gold one when it covers half of it at least. Recall is over the passages of gold
claims that at least two articles state: each counts as found when it stands in the found claim that most
passages of its gold claim stand in. Precision is over pairs of passages of different articles in one found
claim, both of which stand for gold passages: right when they state a gold claim in common, one of them in part
perhaps.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from framing.compare.claims import ClaimMention
from framing.evaluation.gold import GoldRun, file_spans, read_jsonl
from framing.evaluation.pairing import measured
from framing.measure.error import MeasuredError
from framing.records.article import Span

GOLD_FILE = "claims.jsonl"
WIDE = 4
"""Articles of a claim that counts as widely shared."""


@dataclass(frozen=True)
class _FilePlace:
    """A passage in its file."""

    article: str
    span: Span

    def covers(self, other: _FilePlace) -> bool:
        """Whether this passage covers half of another one at least."""
        over = min(self.span.end, other.span.end) - max(self.span.start, other.span.start)
        return self.article == other.article and 2 * max(0, over) >= other.span.end - other.span.start


@dataclass(frozen=True)
class _GoldPassage:
    """A gold passage with its claim, whether the article states it in its own voice, and whether in full."""

    claim: str
    place: _FilePlace
    own_voice: bool
    full: bool


@dataclass(frozen=True)
class _FoundPassage:
    """A passage of a found claim: its place in the file, and its row."""

    place: _FilePlace
    row: ClaimMention


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """The measured error of the claim ledger. `stance` is how often a found passage is rightly told to be in
    the article's own voice or not; `wide` the recall over claims that at least four articles state."""
    members = list(_gold(run))
    found = _found(run)
    tally: Counter[str] = Counter()
    _count_passages(tally, members, found)
    _count_pairs(tally, members, found)
    articles = len({member.place.article for member in members})
    error = measured(
        "claims", "claims", name, f"passages of shared claims in {articles} articles", tally, ("stance",)
    )
    if not tally["wide_gold"]:
        return error
    wide = round(tally["wide_hits"] / tally["wide_gold"], 3)
    return replace(error, agreement={**error.agreement, "wide": wide})


def _count_passages(
    tally: Counter[str], members: Sequence[_GoldPassage], found: Mapping[str, Sequence[_FoundPassage]]
) -> None:
    """Count the passages of shared gold claims, and those in the found claim that most of them stand in."""
    for claim in dict.fromkeys(member.claim for member in members):
        own = [m for m in members if m.claim == claim and m.full and _shared(m, members)]
        in_claims = [_claims_at(member.place, found) for member in own]
        votes = Counter(key for claims in in_claims for key in claims)
        best = votes.most_common(1)[0][0] if votes else ""
        is_wide = len({member.place.article for member in own}) >= WIDE
        for member, claims in zip(own, in_claims, strict=True):
            hit = best in claims
            tally.update(gold=1, hits=hit, wide_gold=is_wide, wide_hits=is_wide and hit)
            if hit:
                tally["stance"] += (claims[best].stance == "own_voice") == member.own_voice


def _claims_at(place: _FilePlace, found: Mapping[str, Sequence[_FoundPassage]]) -> dict[str, ClaimMention]:
    """The found claims that a gold passage stands in, each with the row that covers it."""
    return {
        claim: passage.row
        for claim, passages in found.items()
        for passage in passages
        if passage.place.covers(place)
    }


def _count_pairs(
    tally: Counter[str], members: Sequence[_GoldPassage], found: Mapping[str, Sequence[_FoundPassage]]
) -> None:
    """Count the pairs of passages of one found claim that stand for gold passages of different articles."""
    for passages in found.values():
        claims_of = [
            (passage.place.article, {m.claim for m in members if passage.place.covers(m.place)})
            for passage in passages
        ]
        known = [(article, claims) for article, claims in claims_of if claims]
        for (article, claims), (other, theirs) in combinations(known, 2):
            if article != other:
                tally["found"] += 1
                tally["right"] += bool(claims & theirs)


def _gold(run: GoldRun) -> Iterator[_GoldPassage]:
    rows: Sequence[Mapping[str, Any]] = read_jsonl(run.folder / GOLD_FILE)
    for row in rows:
        for member in row["members"]:
            if row["scope"] == "shared":
                place = _FilePlace(member["article_id"], Span(member["start"], member["end"]))
                full = member.get("match", "full") == "full"
                yield _GoldPassage(row["claim_id"], place, not member["cue_lemma"], full)


def _shared(member: _GoldPassage, members: Sequence[_GoldPassage]) -> bool:
    return any(
        other.full and other.claim == member.claim and other.place.article != member.place.article
        for other in members
    )


def _found(run: GoldRun) -> dict[str, list[_FoundPassage]]:
    """The passages of each found claim in the bodies of articles that the gold covers."""
    articles = {article.article_id: article for article in run.results.articles}
    found: dict[str, list[_FoundPassage]] = defaultdict(list)
    for row in run.results.ledger.claims:
        gold = run.gold_ids.get(row.article_id)
        spans = list(file_spans(articles[row.article_id], [row.span]))
        if gold and spans and row.region != "title":
            found[row.claim_id].append(_FoundPassage(_FilePlace(gold, spans[0]), row))
    return found
