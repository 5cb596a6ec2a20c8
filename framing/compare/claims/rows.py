"""From aligned statements to the passages of a claim, and from these to evidence rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.compare.claims.align import Group
from framing.compare.claims.evidence import Evidence, within
from framing.compare.claims.gist import gist
from framing.compare.claims.kind import claim_type
from framing.compare.claims.record import ClaimMention, Scope
from framing.compare.claims.stance import attribution_of, stance_of
from framing.compare.claims.statements import ClaimPassage, Statement
from framing.records.article import Span
from framing.text.quotations import overlapping
from framing.text.sentences import ParsedArticle

QUOTED = 0.6
"""Part of a statement's characters in quotation marks from which on it is somebody's words."""
CARRYING = 0.8
"""A statement that carries the claim less than this part of its sentence's best one is not marked in it."""


def shared_passages(
    group: Group, statements: Sequence[Statement], parsed: Mapping[str, ParsedArticle]
) -> list[ClaimPassage]:
    """The passages of a claim that several articles state, in text order: one per sentence."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index in group.members:
        by_sentence[id(statements[index].sentence)].append(index)
    passages = []
    for indices in by_sentence.values():
        best = max(group.members[i] for i in indices)
        carrying = [statements[i] for i in indices if group.members[i] >= CARRYING * best]
        first = carrying[0]
        passages.append(ClaimPassage(parsed[first.article_id], first.sentence, tuple(carrying), best))
    return passages


def lone_passages(
    statements: Iterable[Statement], parsed: Mapping[str, ParsedArticle], evidence: Evidence
) -> Iterator[ClaimPassage]:
    """The sentences of some statements, as claims of one article, where a row of evidence stands in them."""
    by_sentence: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.sentence.region != "title":
            by_sentence[id(statement.sentence)].append(statement)
    for found in by_sentence.values():
        article, spans = found[0].article_id, [statement.span for statement in found]
        rows = (evidence.attributions, evidence.numbers, evidence.casualties)
        if any(within(kind.get(article, ()), spans) for kind in rows):
            yield ClaimPassage(parsed[article], found[0].sentence, tuple(found), None)


def claim_rows(
    claims: Sequence[Sequence[ClaimPassage]], evidence: Evidence, *, shared: int
) -> list[list[ClaimMention]]:
    """The evidence rows of all claims, numbered from k001 in the order given, those of several articles first.

    The first `shared` claims are those; mention_ids follow the text.
    """
    places = sorted(
        ((passage.article_id, passage.span, number), number, index)
        for number, passages in enumerate(claims)
        for index, passage in enumerate(passages)
    )
    counts: dict[str, int] = defaultdict(int)
    names: dict[tuple[int, int], str] = {}
    for (article, _, _), number, index in places:
        counts[article] += 1
        names[number, index] = f"{article}:{ClaimMention.LETTER}{counts[article]:03d}"
    return [
        [
            _row(
                passage,
                names[number, index],
                f"k{number + 1:03d}",
                passages,
                evidence,
                "shared" if number < shared else "single",
            )
            for index, passage in enumerate(passages)
        ]
        for number, passages in enumerate(claims)
    ]


def _row(
    passage: ClaimPassage,
    name: str,
    claim_id: str,
    claim: Sequence[ClaimPassage],
    evidence: Evidence,
    scope: Scope,
) -> ClaimMention:
    article, sentence, spans = passage.article_id, passage.sentence, passage.spans
    said = evidence.attributions.get(article, ())
    attribution = attribution_of(spans, said)
    quoted = all(_is_quoted(passage.parsed, span) for span in spans)
    return ClaimMention(
        article_id=article,
        mention_id=name,
        sentence=sentence.number,
        paragraph=sentence.paragraph,
        region=sentence.region,
        start=passage.span.start,
        end=passage.span.end,
        rule="claim:aligned" if scope == "shared" else "claim:alone",
        claim_id=claim_id,
        gist=gist(claim),
        claim_type=claim_type(claim, evidence),
        stance=stance_of(attribution, said, quoted=quoted),
        attribution_id=attribution.mention_id if attribution else "",
        cue_class=attribution.cue_class if attribution else "",
        similarity=passage.likeness,
        scope=scope,
        statement_spans=spans,
        cue_lemma=attribution.cue_lemma if attribution else "",
        speaker_text=attribution.speaker_text if attribution else "",
        speaker_resolved=attribution.speaker_resolved if attribution else "",
        speaker_side=attribution.speaker_side if attribution else "",
        number_ids=tuple(row.mention_id for row in within(evidence.numbers.get(article, ()), spans)),
        casualty_ids=tuple(row.mention_id for row in within(evidence.casualties.get(article, ()), spans)),
        drift=(),
    )


def _is_quoted(parsed: ParsedArticle, span: Span) -> bool:
    """Whether a statement is in quotation marks, but for the tag that may stand with it ("…," the mayor posted)."""
    inside = (min(span.end, q.end) - max(span.start, q.start) for q in overlapping(parsed.quotations, span))
    return parsed.inside_quotation(span) or sum(inside) >= QUOTED * (span.end - span.start)
