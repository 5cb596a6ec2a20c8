"""What stands out in each source: its words, whom it quotes, what it tells alone or leaves out, its doers, its tone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.compare.claims import ClaimMention
from framing.compare.lesson.articles import LessonArticles
from framing.compare.lesson.gaps import ABSENT, is_absent, tells_much
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.shown import HURT_KINDS
from framing.extract.verification import VerificationMention
from framing.extract.wording import WordingMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.records.mention import Mention

MOST = 4
"""Things of one kind that are listed of a source."""
_RANK = {"loaded": 0, "euphemism": 0, "label": 1, "provenance_label": 1, "booster": 2}


@dataclass(frozen=True, slots=True)
class WordUse:
    """Words of a source as written, where they stand first, and how often they are there."""

    text: str
    first: Mention
    times: int


@dataclass(frozen=True, slots=True)
class SpeakerUse:
    """A speaker of a source, the first of its statements, how many there are and how many are quoted."""

    name: str
    first: AttributionMention
    statements: int
    quoted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOutline:
    """What stands out in one source, a few rows of each kind.

    `only_here` are claims that no other source was found to have (all told ones where there is one source);
    `not_here` are claims of several others that it was not found to have. `cues` add weight or doubt, `tone`
    are further words that make more of something or hold back, and statements on checking.
    """

    source: str
    words: tuple[WordUse, ...]
    speakers: tuple[SpeakerUse, ...]
    only_here: tuple[ClaimMention, ...]
    not_here: tuple[ClaimMention, ...]
    doers: tuple[WordUse, ...]
    cues: tuple[WordUse, ...]
    tone: tuple[WordUse, ...]


def outlines(articles: LessonArticles) -> tuple[SourceOutline, ...]:
    """The outline of each compared source, in the order of the run."""
    return tuple(_outline(articles, source) for source in articles.sources)


def _outline(articles: LessonArticles, source: str) -> SourceOutline:
    alone = _alone(articles, source)
    compared = len(articles.sources) > 1
    cues = _cues(articles, source)
    return SourceOutline(
        source=source,
        words=_words(articles, source),
        speakers=_speakers(articles, source),
        only_here=tuple(alone[: MOST // 2] if compared else alone[:MOST]),
        not_here=_not_here(articles, source) if compared else (),
        doers=tuple(_doers(articles, source)),
        cues=cues,
        tone=_tone(articles, source)[: MOST - len(cues)],
    )


def _each_once(articles: LessonArticles, rows: Iterable[Mention]) -> Iterator[WordUse]:
    """The words of some rows, each form once, with how often it is there."""
    found = [(articles.text(row), row) for row in rows]
    counts = Counter(text.lower() for text, _ in found)
    seen: set[str] = set()
    for text, row in found:
        if text.lower() not in seen:
            seen.add(text.lower())
            yield WordUse(text, row, counts[text.lower()])


def _words(articles: LessonArticles, source: str) -> tuple[WordUse, ...]:
    rows = [row for row in _own_wording(articles, source) if row.category in _RANK]
    rows.sort(key=lambda row: _RANK[row.category])
    return tuple(_each_once(articles, rows))[:MOST]


def _own_wording(articles: LessonArticles, source: str) -> list[WordingMention]:
    rows = articles.rows("wording", WordingMention)
    return [row for row in rows if articles.source(row) == source and not row.inside_quote]


def _speakers(articles: LessonArticles, source: str) -> tuple[SpeakerUse, ...]:
    by_name: dict[str, list[AttributionMention]] = {}
    for row in articles.said:
        if articles.source(row) == source and row.speaker_text:
            by_name.setdefault(row.speaker_resolved or row.speaker_text, []).append(row)
    ranked = sorted(by_name.items(), key=lambda pair: -len(pair[1]))
    return tuple(
        SpeakerUse(name, said[0], len(said), sum(row.directness != "indirect" for row in said))
        for name, said in ranked[:MOST]
    )


def _alone(articles: LessonArticles, source: str) -> list[ClaimMention]:
    """What a source tells with a speaker, a figure or victims, and no other source was found to tell."""
    others = [other for other in articles.sources if other != source]
    return [
        row
        for row in articles.claims
        if row.scope == "single"
        and articles.source(row) == source
        and (row.casualty_ids or row.number_ids or row.speaker_resolved)
        and all(articles.nearest(row, other) < ABSENT for other in others)
    ]


def _not_here(articles: LessonArticles, source: str) -> tuple[ClaimMention, ...]:
    """The claims that most other sources have and this one has not; each by its first passage."""
    claims: Sequence[list[ClaimMention]] = sorted(
        (claim for claim in articles.shared.values() if tells_much(claim)),
        key=lambda claim: -len({articles.source(row) for row in claim}),
    )
    missing = (
        claim[0]
        for claim in claims
        if _may_be_missing(articles, claim[0].claim_id, source) and is_absent(articles, claim, source)
    )
    return tuple(row for row, _ in zip(missing, range(MOST // 2), strict=False))


def _may_be_missing(articles: LessonArticles, claim_id: str, source: str) -> bool:
    statuses = {cell.status for cell in articles.cells.get(claim_id, ()) if cell.source == source}
    return bool(statuses) and statuses <= {"absent"}


def _doers(articles: LessonArticles, source: str) -> Iterator[WordUse]:
    """Mentions of dead or hurt people, those that name a doer first, and one without where there are many."""
    rows = [
        row
        for row in articles.rows("casualty", CasualtyMention)
        if articles.source(row) == source and row.kind in HURT_KINDS and row.factuality == "asserted"
    ]
    bare = [row for row in rows if not row.agent_text]
    shown = sorted(rows, key=lambda row: not row.agent_text)[: MOST - 1]
    shown += bare[:1] if len(rows) >= MOST else []
    yield from (WordUse(articles.text(row), row, 1) for row in shown)


def _cues(articles: LessonArticles, source: str) -> tuple[WordUse, ...]:
    """The first reporting words that add weight or doubt, each once."""
    first: dict[str, AttributionMention] = {}
    for row in articles.said:
        adds = CUE_GROUPS.get(row.cue_class) in ("doubt", "weight")
        if adds and articles.source(row) == source and row.cue_spans:
            first.setdefault(row.cue_text.lower(), row)
    return tuple(WordUse(word, row, 1) for word, row in list(first.items())[: MOST // 2])


def _tone(articles: LessonArticles, source: str) -> tuple[WordUse, ...]:
    """Words that make more of something or hold back, then statements on checking."""
    rows: list[Mention] = [
        row for row in _own_wording(articles, source) if row.category in ("hedge", "booster")
    ]
    checks = articles.rows("verification", VerificationMention)
    rows += (row for row in checks if articles.source(row) == source)
    return tuple(_each_once(articles, rows))
