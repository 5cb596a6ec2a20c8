"""Casualties: who is made to act, who to die, how many, and in which words.

One row per predicate that says that people died, were hurt, are missing, are held, or were lost, or that
none were. The row keeps voice, agency and lexical choice apart, since a text can hide the doer in any of
them: "police killed a man", "a man was killed by police", "a man was killed", "a man died", "the death of
a man" (Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, Quarterly Journal of Economics 140(2), 2025).

    words      the lexicons, compiled
    triggers   where casualty words stand
    frames     construction, victims and doer of each: by verbs, nouns, states
    victims    the victim phrase and its count
    causes     the phrase of the doer or cause
    sides      whose people, whose deed
    voice      who says so, how firmly
    statements frame, victims and cause together, coordination
    rows       from a statement to its row
    same_people what rows about the same people tell of each other
    features   the columns of an article: ladder (rungs of agency), identification (persons or numbers)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.casualty.features import columns, features
from framing.extract.casualty.record import CasualtyMention
from framing.extract.casualty.rows import Scene, row_of
from framing.extract.casualty.same_people import with_known_status
from framing.extract.casualty.shown import SHOWN
from framing.extract.casualty.sides import settle
from framing.extract.casualty.statements import statements_of
from framing.extract.casualty.voice import Attribution
from framing.extract.casualty.words import vocabulary
from framing.lexicon import Lexicons
from framing.lexicon.casualty import CasualtyWord
from framing.people.sides import UNKNOWN
from framing.text.numerals import find_numerals
from framing.text.sentences import ParsedArticle

__all__ = ["CASUALTY", "CasualtyMention", "extract", "triggers"]


def extract(parsed: ParsedArticle, context: Context) -> list[CasualtyMention]:
    """All casualty predicates of an article, in text order."""
    words = vocabulary(context.lexicons)
    attributions = cast(Sequence[Attribution], context.found.get("attribution", ()))
    numbering = Numbering(parsed, CasualtyMention.LETTER)
    rows: list[CasualtyMention] = []
    for index, sentence in enumerate(parsed.sentences):
        if sentence.parse is None:
            continue
        numerals = find_numerals(sentence.parse.text, context.lexicons)
        before = [s for s in parsed.sentences[:index] if s.paragraph == sentence.paragraph]
        here = [a for a in attributions if any(span.overlaps(sentence.span) for span in a.content_spans)]
        for statement in statements_of(sentence.parse, numerals, words):
            scene = Scene(sentence, before, tuple(rows), here, words, context.sides)
            rows.append(row_of(statement, scene, numbering))
    return with_known_status(settle(rows))


def settled(row: CasualtyMention, context: Context) -> CasualtyMention:
    """A corrected row: without a doer or cause it names nobody and ties nobody to the predicate.

    Raises ValueError where the ends of its number are exchanged, or a doer is given but no type of one.
    """
    if row.count_low is not None and row.count_high is not None and row.count_low > row.count_high:
        raise ValueError("count_low would be above count_high: correct both")
    if row.agent_type != "none":
        side = row.agent_side or (UNKNOWN if context.sides is not None else "")
        return replace(row, agent_side=side)
    if not row.agent_spans and (row.agent_text or row.agent_side):
        raise ValueError("agent_type is none, so there is no doer: correct it too")
    return replace(
        row, agent_spans=(), agent_text="", agent_side="", agent_side_explicit=None, cause_link="none"
    )


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Words that every sentence with a casualty word holds: these sentences are parsed."""
    for word in lexicons.of("casualties", CasualtyWord):
        if word.takes:
            yield from word.takes
        elif word.complement:
            yield from (phrase.split()[-1] for phrase in word.complement)
        else:
            yield from (form.lower().split()[0] for form in word.forms)


CASUALTY = Extractor(
    name="casualty",
    table=evidence_table("casualties", CasualtyMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
    features=features,
    settled=settled,
    shown=SHOWN,
)
