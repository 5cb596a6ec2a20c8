"""The evidence rows of a run by article, as the ledger looks them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from framing.compare.quantity_context import QuantityContext, quantity_contexts
from framing.compare.reuse import ReuseMention
from framing.extract.attribution.record import AttributionMention
from framing.extract.casualty.record import CasualtyMention
from framing.extract.numbers import NumberMention
from framing.extract.verification import VerificationMention
from framing.records.article import Span
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

M = TypeVar("M", bound=Mention)


@dataclass(frozen=True)
class Evidence:
    """Attributions, casualties, numbers and checks by article, some by mention_id as well; `changed` are copied
    sentences in which words were exchanged, by the article that stands first."""

    attributions: Mapping[str, Sequence[AttributionMention]]
    numbers: Mapping[str, Sequence[NumberMention]]
    casualties: Mapping[str, Sequence[CasualtyMention]]
    checks: Mapping[str, Sequence[VerificationMention]]
    number: Mapping[str, NumberMention]
    casualty: Mapping[str, CasualtyMention]
    near: Mapping[str, QuantityContext]
    changed: Mapping[str, Sequence[ReuseMention]]
    sources: Mapping[str, str]


def evidence_of(
    parsed: Sequence[ParsedArticle], mentions: Mapping[str, Sequence[Mention]], reuse: Sequence[ReuseMention]
) -> Evidence:
    """The evidence of some articles from the mentions of a run."""
    sources = {p.article.article_id: p.article.source for p in parsed}
    numbers = list(_of(NumberMention, mentions, sources))
    casualties = list(_of(CasualtyMention, mentions, sources))
    return Evidence(
        attributions=_by_article(_of(AttributionMention, mentions, sources)),
        numbers=_by_article(numbers),
        casualties=_by_article(casualties),
        checks=_by_article(_of(VerificationMention, mentions, sources)),
        number={row.mention_id: row for row in numbers},
        casualty={row.mention_id: row for row in casualties},
        near=quantity_contexts(numbers, {p.article.article_id: p for p in parsed}, casualties),
        changed=_by_article(row for row in reuse if row.other_article_id in sources and _is_changed(row)),
        sources=sources,
    )


def within(rows: Iterable[M], spans: Sequence[Span]) -> tuple[M, ...]:
    """The rows that touch one of some spans."""
    return tuple(row for row in rows if any(span.overlaps(row.span) for span in spans))


def _is_changed(row: ReuseMention) -> bool:
    """Whether the wording of two sources is the same but for words exchanged."""
    return (
        row.kind == "near_verbatim"
        and not row.same_source
        and bool(row.words_only_here and row.words_only_there)
    )


def _of(kind: type[M], mentions: Mapping[str, Sequence[Mention]], articles: Mapping[str, str]) -> Iterator[M]:
    for rows in mentions.values():
        yield from (row for row in rows if isinstance(row, kind) and row.article_id in articles)


def _by_article(rows: Iterable[M]) -> Mapping[str, Sequence[M]]:
    found: dict[str, list[M]] = defaultdict(list)
    for row in rows:
        found[row.article_id].append(row)
    return found
