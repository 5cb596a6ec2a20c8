"""Drift: on what point the articles that state one claim differ.

Cues ("said" here, "confirmed" there), attribution that is gone (attributed in one, bare fact in another),
figures and their qualifiers ("472", "more than 470"; "at least 12", "12"), the doer ("a Russian missile
strike", "a missile strike"), and words exchanged in wording that two articles otherwise share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.compare.claims.evidence import Evidence
from framing.compare.claims.record import ClaimMention, Drift, DriftKind
from framing.compare.number_boards import NumberBoard, number_boards
from framing.extract.casualty.record import CasualtyMention

OWN_VOICE = "own_voice"


@dataclass(frozen=True, slots=True)
class _Value:
    """What one article has, and where it was read."""

    article_id: str
    value: str
    mention_id: str


def drift_of(claim: Sequence[ClaimMention], evidence: Evidence) -> list[Drift]:
    """The points on which the articles of one claim differ; empty where they agree."""
    found = [*_cues(claim), *_attribution(claim), *_figures(claim, evidence), *_doers(claim, evidence)]
    return [
        Drift(
            claim_id=claim[0].claim_id,
            gist=claim[0].gist,
            drift=kind,
            about=about,
            article_id=value.article_id,
            source=evidence.sources[value.article_id],
            value=value.value,
            comparable=comparable,
            mention_id=value.mention_id,
        )
        for kind, about, values, comparable in [*found, *_words(claim, evidence)]
        for value in values
    ]


Point = tuple[DriftKind, str, list[_Value], bool]


def _cues(claim: Sequence[ClaimMention]) -> Iterator[Point]:
    values = _once(claim, lambda row: row.cue_lemma, lambda row: row.attribution_id or row.mention_id)
    named = [value for value in values if value.value]
    if len({value.value for value in named}) > 1 and len({value.article_id for value in named}) > 1:
        yield "cue", "", named, True


def _attribution(claim: Sequence[ClaimMention]) -> Iterator[Point]:
    values = _once(claim, lambda row: row.stance, lambda row: row.mention_id)
    flat = {value.article_id for value in values if value.value == OWN_VOICE}
    attributing = {value.article_id for value in values if value.value != OWN_VOICE}
    if flat and attributing and len(flat | attributing) > 1:
        yield "attribution", "", values, True


def _once(
    claim: Iterable[ClaimMention], value: Callable[[ClaimMention], str], place: Callable[[ClaimMention], str]
) -> list[_Value]:
    """The values of the passages, each once per article."""
    found = {
        (row.article_id, value(row)): _Value(row.article_id, value(row), place(row))
        for row in reversed(list(claim))
    }
    return list(reversed(found.values()))


def _figures(claim: Sequence[ClaimMention], evidence: Evidence) -> Iterator[Point]:
    rows = [evidence.number[name] for row in claim for name in row.number_ids]
    near = {row.mention_id: evidence.near[row.mention_id] for row in rows}
    for board in number_boards(list(dict.fromkeys(rows)), near):
        values = [
            _Value(figure.article_id, row.quantity, row.mention_id)
            for figure in board.figures
            for row in figure.rows
        ]
        if _other_figures(board):
            yield "number", board.counts_what, values, not board.not_comparable
        elif len({row.qualifier for figure in board.figures for row in figure.rows}) > 1:
            yield "qualifier", board.counts_what, values, True


def _other_figures(board: NumberBoard) -> bool:
    """Whether the articles give other numbers, whatever their qualifiers."""
    said = {tuple({f.low, f.high} - {None}) for f in board.figures}
    return (
        bool(board.not_comparable)
        or len({tuple(sorted(v for v in pair if v is not None)) for pair in said}) > 1
    )


def _doers(claim: Sequence[ClaimMention], evidence: Evidence) -> Iterator[Point]:
    rows = [evidence.casualty[name] for row in claim for name in row.casualty_ids]
    by_kind: dict[str, list[CasualtyMention]] = {}
    for row in dict.fromkeys(rows):
        by_kind.setdefault(row.kind, []).append(row)
    for kind, group in by_kind.items():
        values = {
            row.article_id: _Value(row.article_id, row.agent_text, row.mention_id) for row in reversed(group)
        }
        sides = {(bool(row.agent_text), row.agent_side if row.agent_side_explicit else "") for row in group}
        if len(values) > 1 and len(sides) > 1:
            yield "agent", kind, list(reversed(values.values())), True


def _words(claim: Sequence[ClaimMention], evidence: Evidence) -> Iterator[Point]:
    """Words exchanged between two passages of the claim whose wording is otherwise the same."""
    articles = dict.fromkeys(p.article_id for p in claim)
    for row in (row for article_id in articles for row in evidence.changed.get(article_id, ())):
        here = any(p.article_id == row.article_id and p.span.overlaps(row.span) for p in claim)
        there = any(p.article_id == row.other_article_id and p.span.overlaps(row.other_span) for p in claim)
        if here and there:
            yield (
                "word",
                row.other_source,
                [
                    _Value(row.article_id, "; ".join(row.words_only_here), row.mention_id),
                    _Value(row.other_article_id, "; ".join(row.words_only_there), row.mention_id),
                ],
                True,
            )
