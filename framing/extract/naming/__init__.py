"""Naming: what people, places and territories are called where more than one name is in use.

Choosing Kyiv or Kiev, Myanmar or Burma is a choice that style guides argue about; the lexicon gives
for each variant what choosing it is said to signal, and the authority for that. Fixed expressions
("chicken Kiev") are found and kept in the table with the exception that applies, but not counted.
Metonyms ("Kyiv said") are told from places, since a government that speaks is not a spot on the map.
Names in pairs ("Krasnoarmeysk (Pokrovsk)"), marks of distance ("the so-called …") and what the style
guide asked for on the day of publication are recorded with each name.

Published source of the approach: style-guide comparison as in the naming survey's authorities, cited
per entry in `lexicons/names*.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.naming.distance import distancing
from framing.extract.naming.features import columns
from framing.extract.naming.guides import guide_status
from framing.extract.naming.matcher import KIND, find
from framing.extract.naming.pairs import paired
from framing.extract.naming.record import NameMention, counted, is_counted
from framing.extract.naming.sense import sense
from framing.extract.naming.shown import SHOWN
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.text.sentences import ParsedArticle

__all__ = ["NAMING", "NameMention", "counted", "is_counted"]


def extract(parsed: ParsedArticle, context: Context) -> list[NameMention]:
    """All contested names of an article, in text order; fixed expressions carry their exception."""
    words = context.lexicons
    numbering = Numbering(parsed, NameMention.LETTER)
    found = find(parsed, words)
    pairs = paired(parsed.article.text, found, words)
    mentions = []
    for index, (span, concept, variant, exception) in enumerate(found):
        uses_government = concept.government and not exception
        other, order = pairs.get(index, ("", ""))
        mentions.append(
            NameMention(
                **numbering.place(*span, f"name:{concept.id}/{variant.label}"),
                concept=concept.id,
                variant=variant.label,
                signals=variant.signals,
                exception=exception,
                inside_quote=parsed.inside_quotation(span),
                sense=sense(parsed.sentence_at(span.start), span, words) if uses_government else "",
                paired_with=other,
                pair_order=order,
                distancing="" if exception else distancing(parsed, span, words),
                guide_status="" if exception else guide_status(variant, parsed.article.published),
            )
        )
    return mentions


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Names of seats of government: their sentences are parsed to tell place from government."""
    for concept in lexicons.of(KIND, NameConcept):
        if concept.government:
            for variant in concept.variants:
                for form in variant.forms:
                    yield from form.lower().split()


NAMING = Extractor(
    name="naming",
    table=evidence_table("names", NameMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
    shown=SHOWN,
)
