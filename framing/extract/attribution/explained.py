"""What attribution made of each cue of an article: the rules tried, and why a cue made no row."""

from __future__ import annotations

from framing.extract.attribution.constructions import CueCase, content_of, table_name, table_of
from framing.extract.attribution.cues import CueUse, cue_forms, find_cues
from framing.extract.attribution.exclusions import REASONS
from framing.extract.attribution.passes import extract, speaker_lexicon
from framing.extract.attribution.speakers import SpeakerCase, speaker_table
from framing.extract.base import Context
from framing.extract.rules import Attempt, tried
from framing.text.sentences import ParsedArticle


def attempts(parsed: ParsedArticle, context: Context) -> list[Attempt]:
    """Every cue word of an article, in text order."""
    refused: dict[int, str] = {}

    def told(use: CueUse, why: str) -> None:
        refused[_place(use)] = REASONS[why]

    extract(parsed, context, told)
    forms, lexicon = cue_forms(context.lexicons), speaker_lexicon(context.lexicons)
    found = []
    for sentence in parsed.sentences:
        uses = list(find_cues(sentence, forms))
        heads = frozenset(use.head.i for use in uses)
        for use in uses:
            case = CueCase(use, heads)
            content = content_of(case)
            speaker = SpeakerCase(case, content.tokens if content else (), lexicon)
            constructions = tuple(tried(table_of(case), case, case.frames))
            speakers = tuple(tried(speaker_table(case), speaker, case.frames)) if content else ()
            found.append(
                Attempt(
                    "attribution",
                    " … ".join(token.text for token in use.tokens),
                    _place(use),
                    use.cue.id,
                    ((table_name(case), constructions), ("speakers", speakers)),
                    refused.get(_place(use), ""),
                )
            )
    return found


def _place(use: CueUse) -> int:
    return use.sentence.start + use.head.idx
