"""Casualties: who is made to act, who to die, how many, and in which words.

One row per predicate that says that people died, were hurt, are missing, are held, or were lost, or that
none were. The row keeps voice, agency and lexical choice apart, since a text can hide the doer in any of
them: "police killed a man", "a man was killed by police", "a man was killed", "a man died", "the death of
a man" (Moreno-Medina, Ouss, Bayer and Ba, Officer-Involved, Quarterly Journal of Economics 140(2), 2025).

    vocabulary      the lexicons, compiled
    people          whether a noun is people, and which
    triggers        where casualty words stand
    case            a casualty word in its sentence; the frame that a construction makes of it
    constructions   tables of constructions: verbs, nouns, states
    victims         the victim phrase and its count
    causes          the phrase of the doer or cause
    candidates      the statements of a sentence
    voice, sides    who says so, how firmly; whose people, whose deed
    passes          what is done to the candidates of an article, in order; their rows
    entries         what the entries of a trail mean; `explained`: the rules tried, for framing explain
    features        the columns of an article, with the rungs of agency; `identification`: persons or numbers

The trail of a row (`rule`) names the trigger, the construction, and by which rules victims, count, doer, sides and
voice were found: `trigger:kill > passive-by-auxiliary > victim:subject > doer:by-phrase`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.casualty.candidates import candidates_of
from framing.extract.casualty.entries import ENTRIES
from framing.extract.casualty.explained import attempts
from framing.extract.casualty.features import columns, features
from framing.extract.casualty.passes import PASSES, Surroundings, rows_of
from framing.extract.casualty.record import CasualtyMention
from framing.extract.casualty.shown import SHOWN
from framing.extract.casualty.vocabulary import vocabulary
from framing.extract.casualty.voice import Attribution
from framing.lexicon import Lexicons
from framing.lexicon.casualty import CasualtyWord
from framing.people.sides import UNKNOWN
from framing.text.sentences import ParsedArticle

__all__ = ["CASUALTY", "CasualtyMention", "extract", "triggers"]


def extract(parsed: ParsedArticle, context: Context) -> list[CasualtyMention]:
    """All casualty predicates of an article, in text order."""
    words = vocabulary(context.lexicons)
    attributions = cast(Sequence[Attribution], context.found.get("attribution", ()))
    around = Surroundings(parsed, attributions, context.sides)
    candidates = [c for s in parsed.sentences for c in candidates_of(s, context.lexicons, words)]
    for apply in PASSES:
        candidates = apply(candidates, around)
    return list(rows_of(candidates, around, Numbering(parsed, CasualtyMention.LETTER)))


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
    explain=attempts,
    entries=ENTRIES,
    settled=settled,
    shown=SHOWN,
)
