"""Never quoted: somebody who speaks in one source and is named in another, where nobody lets them speak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.compare.similarity import stem
from framing.extract.attribution import AttributionMention
from framing.records.article import Span
from framing.text.sentences import Sentence

FEWEST_SAID = 3
"""Quoted statements that make somebody a speaker of a source."""
FEWEST_NAMED = 2
"""Sentences of the other source that name them."""
CONFIDENCE = 0.85
TELLING = 0.6
_MARKS = re.compile('["“”‘’«»]')


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each person quoted by a source and only named by another one."""
    for name, said in _speakers(articles).items():
        quoted = {source: rows for source, rows in said.items() if len(rows) >= FEWEST_SAID}
        for source, rows in quoted.items():
            for other in articles.sources:
                if other not in said:
                    named = _silent(articles, name, other)
                    if named is not None:
                        yield _finding(articles, name, rows, named, source)


def _speakers(articles: EventArticles) -> dict[str, dict[str, list[AttributionMention]]]:
    """The statements of each person by source."""
    found: dict[str, dict[str, list[AttributionMention]]] = {}
    for row in articles.said:
        name = row.speaker_resolved
        if row.speaker_type == "named_person" and len(name.split()) in (2, 3) and row.cue_spans:
            found.setdefault(name, {}).setdefault(articles.source(row), []).append(row)
    return found


def _silent(articles: EventArticles, name: str, source: str) -> tuple[str, Span] | None:
    """Where a source first names somebody, if it does so often and never beside anything said."""
    surname = re.compile(rf"\b{re.escape(name.split()[-1])}(?!\w)")
    first: tuple[str, Span] | None = None
    times = 0
    for article_id, parsed in articles.parsed.items():
        if parsed.article.source != source:
            continue
        for number, sentence in enumerate(parsed.sentences):
            match = surname.search(sentence.text)
            if match is None:
                continue
            around = parsed.sentences[max(0, number - 1) : number + 2]
            if any(_tells(articles, article_id, near) for near in around):
                return None
            times += 1
            place = Span(sentence.start + match.start(), sentence.start + match.end())
            first = first or (article_id, place)
    return first if times >= FEWEST_NAMED else None


def _tells(articles: EventArticles, article_id: str, sentence: Sentence) -> bool:
    """Whether anybody may be heard in a sentence: marks, an attribution, or a word that reports."""
    if _MARKS.search(sentence.text):
        return True
    if any(row.span.overlaps(sentence.span) for row in articles.said_in(article_id)):
        return True
    return sentence.parse is None or any(stem(token.lower) in articles.cue_stems for token in sentence.parse)


def _finding(
    articles: EventArticles, name: str, rows: list[AttributionMention], named: tuple[str, Span], source: str
) -> Finding:
    article_id, place = named
    best = next((row for row in rows if row.directness != "indirect" and row.speaker_spans), rows[0])
    surname = literal(name.split()[-1])
    return articles.finding(
        articles.cite(best, best.speaker_spans or best.cue_spans),
        articles.cite_span(article_id, place, (place,), ""),
        kind="never_quoted",
        wording=f"{{a}} gives {surname} the word {len(rows)} times; {{b}} names “{surname}”, but never lets anybody hear them.",
        telling=TELLING,
        confidence=CONFIDENCE,
        rows=tuple(row.mention_id for row in rows),
    )
