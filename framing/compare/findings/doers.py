"""Doer: one sentence names who killed, another on the same dead names nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.extract.casualty import CasualtyMention
from framing.records.article import Span
from framing.text.parse import Token

SAME = 0.3
"""Least cosine of two sentences on the same dead."""
FEWEST = 2
"""Least count of people that tells who they are: one man killed may be any man."""
KINDS = ("killed", "injured")
SILENT = ("passive_agentless", "intransitive", "nominalised")
CONFIDENCE = 0.88
TELLING = 0.8
_WEIGHT: Mapping[str, float] = {"title": 1.0, "lead": 0.95, "body": 0.85}


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for two sentences on as many dead, of which one names the doer."""
    rows = [row for row in articles.rows("casualty", CasualtyMention) if _is_sure(row)]
    for pair in articles.pairs(rows):
        one, other = sorted(pair, key=lambda row: not row.agent_text)
        if _names(one) and _is_silent(articles, other) and _same_people(articles, one, other):
            yield _finding(articles, one, other)


def _is_sure(row: CasualtyMention) -> bool:
    known = row.count_low is not None and row.count_low >= FEWEST and row.count_qualifier != "dozens"
    return row.kind in KINDS and row.factuality == "asserted" and known and bool(row.victim_spans)


def _names(row: CasualtyMention) -> bool:
    """Whether people, a state or its strike did it, tied to the deed by grammar."""
    return row.agent_type == "actor" and row.cause_link in ("subject", "by_phrase") and bool(row.agent_spans)


def _is_silent(articles: EventArticles, row: CasualtyMention) -> bool:
    """Whether a sentence says of no one and nothing that it did it."""
    if row.agent_text or row.construction not in SILENT:
        return False
    sentence = articles.sentence(row)
    if sentence.parse is None:
        return False
    return not any(_may_act(articles, token) for token in sentence.parse)


def _may_act(articles: EventArticles, token: Token) -> bool:
    """Whether a word may be a deed that kills: a strike, a fire, a crash."""
    return bool(articles.terms([token]) & {"=attack", "=shoot", "=explode", "=burn", "=crash", "=collapse"})


def _same_people(articles: EventArticles, one: CasualtyMention, other: CasualtyMention) -> bool:
    same = (one.kind, one.count_low) == (other.kind, other.count_low)
    return same and articles.alike(one, other) >= SAME


def _finding(articles: EventArticles, one: CasualtyMention, other: CasualtyMention) -> Finding:
    doer, silent = articles.cite(one, one.agent_spans), Span(other.trigger_start, other.trigger_end)
    a = literal(one.agent_text)
    b = literal(articles.articles[other.article_id].text[silent.start : silent.end])
    return articles.finding(
        doer,
        articles.cite(other, (silent,)),
        kind="doer",
        wording=f"{{a}} says who did it (“{a}”); {{b}}’s sentence has “{b}” and no doer.",
        telling=TELLING * min(_WEIGHT[one.region], _WEIGHT[other.region]),
        confidence=CONFIDENCE,
        rows=(one.mention_id, other.mention_id),
    )
