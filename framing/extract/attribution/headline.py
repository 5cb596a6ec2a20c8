"""Headlines that attribute with a colon: "Kravets: talks will resume", "Talks will resume: ministry".

Most colons of headlines do not ("War in the east: what we know"), so one of the two sides has to be a
listed actor who can speak, or a noun for an official, a body or a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.actors import Sides
from framing.article import Span
from framing.coreference import SpeakerWords
from framing.extract.attribution.draft import Draft
from framing.language import ParsedArticle

_COLON = re.compile(r":\s")
_MOST_WORDS = 4
_SPEAKS = ("named_person", "institution", "anonymous_official", "document")


def headline_drafts(parsed: ParsedArticle, sides: Sides | None, words: SpeakerWords) -> Iterator[Draft]:
    """Attributions by colon in the title."""
    for sentence in parsed.sentences:
        if sentence.region != "title":
            return
        for match in list(_COLON.finditer(sentence.text))[:1]:
            left = Span(sentence.start, sentence.start + match.start())
            right = Span(sentence.start + match.end(), sentence.end)
            text = parsed.article.text
            mark = Span(left.end, left.end + 1)
            for who, what in ((left, right), (right, left)):
                if _speaks(text[slice(*who)], sides, words) and len(text[slice(*what)].split()) > _MOST_WORDS:
                    yield Draft(sentence, None, "headline/colon", [what], [who], mark=mark)
                    break


def _speaks(phrase: str, sides: Sides | None, words: SpeakerWords) -> bool:
    parts = phrase.split()
    if not parts or len(parts) > _MOST_WORDS:
        return False
    match = sides.of_phrase(phrase) if sides else None
    if match is not None and match.kind == "actor" and match.end == len(phrase):
        return match.type in _SPEAKS
    return words.types.get(parts[-1].lower()) in _SPEAKS
