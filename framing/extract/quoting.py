"""Quoting: how much of the text is somebody else's words, in quotation marks.

The more of a text stands in quotation marks, the less the outlet says in its own voice. A mark without
a partner quotes nothing and is counted apart.

Published source: Bell 1991, The Language of News Media, ch. 10 (direct speech in news).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.extract.base import Extractor, Scope, Value
from framing.records.columns import Column, count, share
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle, count_words

SOURCE = "Bell 1991, The Language of News Media, ch. 10"

COLUMNS = (
    count("quotations", "Quoted stretches of the body.", "quotations", source=SOURCE),
    count("quoted_words", "Words of the body in quotation marks.", "words", source=SOURCE),
    share(
        "quoted_words_share",
        "Share of the body's words in quotation marks.",
        "quoted_words",
        "words",
        source=SOURCE,
    ),
    count("unclosed_quotations", "Opening quotation marks of the body without a closing one.", "marks"),
)


def columns(scope: Scope) -> tuple[Column, ...]:
    return COLUMNS


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    text = parsed.article.text
    body_start = next((s.start for s in parsed.sentences if s.region != "title"), len(text))
    quotations = [q for q in parsed.quotations if q.start >= body_start]
    closed = [q for q in quotations if q.closed]
    return {
        "quotations": len(closed),
        "quoted_words": sum(count_words(text[q.start : q.end]) for q in closed),
        "unclosed_quotations": len(quotations) - len(closed),
    }


QUOTING = Extractor(name="quoting", table=None, columns=columns, features=features)
