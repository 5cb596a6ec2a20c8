"""Printed conversations: paragraphs that begin with their speaker and a colon.

"KRAVETS: We waited. / REPORTER: For how long?": a name before a colon opens a turn where the same text has
other turns, or where the turn is quoted as a whole ("From Mayor Kravets: “We waited.”"). One paragraph
with a colon alone is mostly a heading ("Weather: more rain"), and "Q" and "A" name nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from framing.extract.attribution.draft import Draft
from framing.records.article import Span
from framing.text.sentences import ParsedArticle

RULE = "transcript/turn"
_LABEL = re.compile(
    r"(?:From |[–—-] ?)?((?:[A-Z][\w.'’-]*)(?:[ \u00a0](?:[A-Z][\w.'’-]*|of|the|de|van|von|al|bin)){0,5})"
    r"(?: ?[(\[][^)\]\n]{1,60}[)\]])?(:)\s+(?=\S)"
)
_LEAST_TURNS = 3
_LEAST_NAME = 2
_OPENS = ("“", '"', "''", "«", "„", "‘")


def turns(parsed: ParsedArticle) -> list[Draft]:
    """Every turn of a printed conversation: its speaker, its colon, and what is said."""
    found = list(_labelled(parsed))
    text = parsed.article.text
    labels = Counter(text[slice(*draft.speaker[0])] for draft in found)
    talks = len(found) >= _LEAST_TURNS and max(labels.values()) > 1
    drafts = []
    for draft in found:
        label, words = text[slice(*draft.speaker[0])], text[slice(*draft.content[0])]
        quoted = words.startswith(_OPENS) and words.rstrip(".")[-1:] in "”\"'»’"
        if (talks and (labels[label] > 1 or len(label.split()) > 1 or label.isupper())) or quoted:
            drafts.append(draft)
    return drafts


def _labelled(parsed: ParsedArticle) -> Iterator[Draft]:
    for group in parsed.paragraphs():
        if group[0].region == "title":
            continue
        start, end = group[0].start, group[-1].end
        match = _LABEL.match(parsed.article.text, start, end)
        if match is not None and len(match.group(1)) > _LEAST_NAME:
            yield Draft(
                group[0],
                None,
                RULE,
                [Span(match.end(), end)],
                [Span(*match.span(1))],
                mark=Span(*match.span(2)),
            )
