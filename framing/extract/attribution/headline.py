"""Headlines that attribute with a colon: "Kravets: talks will resume", "Talks will resume: ministry".

Most colons of headlines do not ("War in the east: what we know"), so one of the two sides has to be a
listed actor who can speak, or a noun for an official, a body or a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from framing.extract.attribution.draft import Draft
from framing.people.sides import Sides
from framing.people.speaker_nouns import SpeakerWords
from framing.records.article import Span
from framing.text.sentences import ParsedArticle

_COLON = re.compile(r":\s")
_MOST_WORDS = 4
_SPEAKS = ("named_person", "institution", "anonymous_official", "document")


def headline_drafts(
    parsed: ParsedArticle, sides: Sides | None, words: SpeakerWords, body: Sequence[Draft]
) -> Iterator[Draft]:
    """Attributions by colon in the title; `body` are the drafts that show who speaks in the article."""
    text = parsed.article.text
    surnames = {text[slice(*span)].split()[-1] for draft in body for span in draft.speaker[:1]}
    for sentence in parsed.sentences:
        if sentence.region != "title":
            return
        for match in list(_COLON.finditer(sentence.text))[:1]:
            left = Span(sentence.start, sentence.start + match.start())
            right = Span(sentence.start + match.end(), sentence.end)
            mark = Span(left.end, left.end + 1)
            for who, what in ((left, right), (right, left)):
                phrase = text[slice(*who)]
                if (_speaks(phrase, sides, words) or _named(phrase, surnames)) and len(
                    text[slice(*what)].split()
                ) > _MOST_WORDS:
                    yield Draft(sentence, None, "headline/colon", [what], [who], mark=mark)
                    break


def _named(phrase: str, surnames: Set[str]) -> bool:
    """Whether a phrase is a name of somebody who speaks in the article."""
    parts = phrase.split()
    return 0 < len(parts) <= _MOST_WORDS and parts[-1] in surnames and all(p[:1].isupper() for p in parts)


def _speaks(phrase: str, sides: Sides | None, words: SpeakerWords) -> bool:
    parts = phrase.split()
    if not parts or len(parts) > _MOST_WORDS:
        return False
    match = sides.of_phrase(phrase) if sides else None
    if match is not None and match.kind == "actor" and match.end == len(phrase):
        return match.type in _SPEAKS
    return words.types.get(parts[-1].lower()) in _SPEAKS
