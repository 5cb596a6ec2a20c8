"""Questions on who did it: named in one sentence, a thing in another, not there in a third."""

from __future__ import annotations

from framing.compare.lesson.doers import DoerPair
from framing.compare.lesson.within import DoersWithin
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.shown import step_of
from framing.publish.questions.phrases import hurt, quoted
from framing.publish.questions.records import Answer, QuotedPassage, Worded
from framing.publish.shared.names import SourceNames

_TERM_OF = {"passive": "passive", "by": "passive_by", "noun": "noun_construction", "died": "died"}
_WHY = (
    "A sentence without a doer is no proof that somebody is spared: the doer may stand in the sentence before, may not "
    "have been known yet, or may have been left out for space."
)
_ASKED = {
    "named": "Ask each sentence “by whom, or by what?” Which one answers? Copy the words.",
    "people_or_thing": "Who or what does it in each sentence: people, or a thing such as a strike? Copy the words.",
    "side": "Which of the two says whose deed it was? Copy the word that tells you.",
    "grammar": "Find the word for it in each sentence. Is it a verb or a noun? Who or what stands before it, and "
    "what comes last?",
}


def doer(pair: DoerPair, first: QuotedPassage, second: QuotedPassage, names: SourceNames) -> Worded:
    """Two sentences on the same people."""
    one, other = pair.casualties
    clauses = [
        f"{names.source(source)} {pair.doers[source]} of {count}"
        for source, count in pair.mentions.items()
        if count
    ]
    return Worded(
        f"Both passages say that people were {hurt(one.kind)}. {_ASKED[pair.contrast]}",
        Answer(
            _difference(pair, first.source, second.source),
            f"Mentions of dead or hurt people whose sentence names a doer of any kind: {', '.join(clauses)}.",
            "Students can turn each sentence round, so that another word comes first, and compare.",
            _WHY,
        ),
        tuple(dict.fromkeys(("doer", *_terms(one), *_terms(other)))),
    )


def _difference(pair: DoerPair, first: str, second: str) -> str:
    one, other = pair.casualties
    doers = quoted(one.agent_text), quoted(other.agent_text)
    match pair.contrast:
        case "named":
            return f"{first} names {doers[0]}. The sentence in {second} names nobody and nothing."
        case "people_or_thing":
            return f"In {first} people do it: {doers[0]}. In {second} a thing does it: {doers[1]}."
        case "side":
            return f"{first} writes {doers[0]}, {second} {doers[1]}."
        case _:
            return f"{first}: {_grammar(one)}. {second}: {_grammar(other)}."


def _grammar(row: CasualtyMention) -> str:
    step = step_of(row)
    return f"{step.label.lower()} {step.example}"


def _terms(row: CasualtyMention) -> tuple[str, ...]:
    term = _TERM_OF.get(step_of(row).id)
    return (term,) if term else ()


def doers_within(
    pair: DoersWithin, first: QuotedPassage, second: QuotedPassage, names: SourceNames
) -> Worded:
    """Two sentences of one text."""
    named, bare = pair.casualties
    return Worded(
        f"Both passages are from {first.source}. Ask each of them “by whom, or by what?” Which one answers? Where "
        "in the text could the other answer stand?",
        Answer(
            f"The first names {quoted(named.agent_text)}. The second names no doer: {_grammar(bare)}.",
            f"In this text {pair.named} of {pair.mentions} mentions of dead or hurt people name somebody or something as "
            "the doer.",
            "Compare whose people the sentences are about.",
            "The two passages may be about different events. A sentence without a doer is no proof that somebody is "
            "spared: the doer may stand in the sentence before, or may not be known.",
        ),
        ("doer",),
    )
