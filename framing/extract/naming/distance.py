"""Marks of distance: "the so-called …", "what Moscow calls …", and quotation marks around the name alone.

A name in a longer quotation is its speaker's and says nothing about the outlet's distance.
"""

from __future__ import annotations

import re
from functools import lru_cache

from framing.lexicon import Lexicons
from framing.lexicon.naming import NamePatterns
from framing.records.article import Span
from framing.text.sentences import ParsedArticle, plain

KIND = "name_patterns"
REACH = 70
MOST_OTHER_WORDS = 2
_WORDS = re.compile(r"\w+(?:['-]\w+)*")


def distancing(parsed: ParsedArticle, span: Span, lexicons: Lexicons) -> str:
    """`so_called`, `scare_quotes`, or empty."""
    sentence = parsed.sentence_at(span.start)
    before = plain(parsed.article.text[max(sentence.start, span.start - REACH) : span.start])
    if _distance(lexicons.of(KIND, NamePatterns)).search(before):
        return "so_called"
    return "scare_quotes" if _alone_in_marks(parsed, span) else ""


def _alone_in_marks(parsed: ParsedArticle, span: Span) -> bool:
    """Whether a quotation holds the name and at most two small words, and is no utterance of its own."""
    text = parsed.article.text
    for quotation in parsed.quotations:
        if not quotation.span.contains(span):
            continue
        before, after = text[quotation.start + 1 : span.start], text[span.end : quotation.end - 1]
        others = [*_WORDS.findall(before), *(w for w in _WORDS.findall(after) if w != "s")]
        if len(others) > MOST_OTHER_WORDS or any(word[0].isupper() for word in others):
            return False
        if re.search(r"[!?;:]", after):
            return False
        starts_sentence = quotation.start <= parsed.sentence_at(span.start).start
        return not (starts_sentence and after.endswith((",", ".")))
    return False


@lru_cache(maxsize=4)
def _distance(entries: tuple[NamePatterns, ...]) -> re.Pattern[str]:
    patterns = [
        pattern for entry in entries if entry.id == "holds_at_a_distance" for pattern in entry.patterns
    ]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)"
    return re.compile(
        rf"(?<!\w)(?:{joined})\W{{1,3}}(?:(?:the|a|an|its|his|her|their)\W{{1,3}})?\Z", re.IGNORECASE
    )
