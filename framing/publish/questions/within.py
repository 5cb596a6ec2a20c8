"""Two passages of one text that differ in how they tell: for a sheet on one article, or with little in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.numbers import NumberMention
from framing.extract.numbers.features import is_counted
from framing.extract.wording import WordingMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import quoted, several, somebody
from framing.publish.questions.question_records import Answer, Question
from framing.publish.shared.words import CUE_MEANING, HURT_KINDS, RUNGS, rung_of
from framing.records.article import Span
from framing.records.mention import Mention

A = TypeVar("A", bound=Mention)
B = TypeVar("B", bound=Mention)
FIRST = 4
"""Rows of each kind that are tried, so that one is found whose passage no other question cites."""
_RUNG = {rung.id: rung for rung in RUNGS}


def questions(material: Material) -> Iterator[Question]:
    """For each article: reporting words, quoted and retold words, doers, and figures that differ in kind."""
    worded = [row for row in material.rows("wording", WordingMention) if not row.inside_quote]
    for article_id in material.articles:
        cues = [
            r
            for r in material.rows("attribution", AttributionMention)
            if _in_body(r, article_id) and r.cue_text
        ]
        hurt = [r for r in material.rows("casualty", CasualtyMention) if _in_body(r, article_id)]
        figures = [
            r for r in material.rows("numbers", NumberMention) if _in_body(r, article_id) and is_counted(r)
        ]
        yield from _reporting_words(material, cues)
        yield from _quoted_and_retold(material, cues)
        yield from _doers(material, [r for r in hurt if r.kind in HURT_KINDS and r.factuality == "asserted"])
        yield from _figures(material, figures)
        yield from _words(material, [r for r in worded if _in_body(r, article_id)])


def _in_body(row: Mention, article_id: str) -> bool:
    return row.article_id == article_id and row.region != "title"


def _reporting_words(material: Material, rows: list[AttributionMention]) -> Iterator[Question]:
    plain = [r for r in rows if CUE_GROUPS.get(r.cue_class) == "plain" and r.speaker_text]
    coloured = [r for r in rows if CUE_GROUPS.get(r.cue_class) in ("doubt", "weight") and r.speaker_text]
    for pair in _apart(plain, coloured):
        one, other = pair
        first, second = (material.cite(r, (*r.speaker_spans, *r.cue_spans)) for r in pair)
        lemmas = {r.cue_lemma for r in rows if r.cue_lemma}
        yield Question(
            id="",
            kind="within",
            text=f"Both passages are from {first.source}. Find the reporting word in each. Which of the two words is plain, "
            "and what does the other one add?",
            passages=(first, second),
            answer=Answer(
                f"{quoted(one.cue_text)}: {CUE_MEANING[one.cue_class]} {quoted(other.cue_text)}: "
                f"{CUE_MEANING[other.cue_class]}",
                f"This text uses {several(len(lemmas), 'reporting word')} in {several(len(rows), 'reported statement')}.",
                "Ask for each passage who speaks. Do both sides get the same kind of word in this text?",
                "Writers also change words so as not to repeat themselves.",
            ),
            terms=("attribution", "doubt_word" if CUE_GROUPS[other.cue_class] == "doubt" else "weight_word"),
            topic=f"cues:{one.article_id}",
            weight=0.34,
        )


def _quoted_and_retold(material: Material, rows: list[AttributionMention]) -> Iterator[Question]:
    direct = [r for r in rows if r.directness == "direct" and r.speaker_text]
    indirect = [r for r in rows if r.directness == "indirect" and r.speaker_text]
    for pair in _apart(direct, indirect):
        first, second = (material.cite(r, (*r.speaker_spans, *r.cue_spans)) for r in pair)
        yield Question(
            id="",
            kind="within",
            text=f"Both passages are from {first.source}. In which of them do you read the speaker’s own words, and in which "
            "the reporter’s? What can get lost, or be added, when words are retold?",
            passages=(first, second),
            answer=Answer(
                f"The first passage quotes {somebody(pair[0].speaker_text)} word for word; the second retells what "
                f"{somebody(pair[1].speaker_text)} said.",
                f"In this text {len(direct)} of {len(rows)} reported statements stand wholly in quotation marks.",
                "Quotation marks promise that these very words were said.",
                "A quotation can be cut, too. The text does not show what was left out of it.",
            ),
            terms=("quotation", "attribution"),
            topic=f"quoted:{pair[0].article_id}",
            weight=0.28,
        )


def _doers(material: Material, rows: list[CasualtyMention]) -> Iterator[Question]:
    named = [r for r in rows if r.agent_text]
    bare = [r for r in rows if not r.agent_text and r.construction != "other" and r.victim_text]
    for pair in _apart(named, bare):
        one, other = pair
        first = material.cite(one, (*one.agent_spans, Span(one.trigger_start, one.trigger_end)))
        second = material.cite(other, (Span(other.trigger_start, other.trigger_end),))
        rung = _RUNG[rung_of(other.construction, other.agent_type)]
        yield Question(
            id="",
            kind="within",
            text=f"Both passages are from {first.source}. Ask each of them “by whom, or by what?” Which one answers? Where "
            "in the text could the other answer stand?",
            passages=(first, second),
            answer=Answer(
                f"The first names {quoted(one.agent_text)}. The second names no doer: {rung.label.lower()} {rung.example}.",
                f"In this text {len(named)} of {len(rows)} mentions of dead or hurt people name somebody or something as "
                "the doer.",
                "Compare whose people the sentences are about.",
                "The two passages may be about different events. A sentence without a doer is no proof that somebody is "
                "spared: the doer may stand in the sentence before, or may not be known.",
            ),
            terms=("doer",),
            topic=f"doers:{one.article_id}",
            weight=0.36,
        )


def _figures(material: Material, rows: list[NumberMention]) -> Iterator[Question]:
    counts = [r for r in rows if r.kind in ("people", "thing", "other", "money")]
    said = [r for r in counts if r.attribution_id and r.speaker_text]
    flat = [r for r in counts if not r.attribution_id]
    for pair in _apart(said, flat):
        first, second = (material.cite(r, (r.span,)) for r in pair)
        yield Question(
            id="",
            kind="within",
            text=f"Both passages are from {first.source}, and each has a number. For which of the two numbers does the text "
            "say where it comes from? Whom would you ask about the other one?",
            passages=(first, second),
            answer=Answer(
                f"{quoted(pair[0].quantity)} is given to {somebody(pair[0].speaker_text)}; {quoted(pair[1].quantity)} is "
                "given by the text itself.",
                f"In this text somebody is named for {sum(bool(r.attribution_id) for r in rows)} of {len(rows)} figures.",
                "Some numbers everybody can look up; others only one office can know.",
                "A number without a name need not be wrong, and one with a name need not be right.",
            ),
            terms=("attribution",),
            topic=f"figures:{pair[0].article_id}",
            weight=0.26,
        )


def _words(material: Material, rows: list[WordingMention]) -> Iterator[Question]:
    strong = [r for r in rows if r.category in ("loaded", "booster")]
    held = [r for r in rows if r.category == "hedge"]
    for pair in _apart(strong, held):
        first, second = (material.cite(r, (r.span,)) for r in pair)
        yield Question(
            id="",
            kind="within",
            text=f"Both passages are from {first.source}. One has a word that makes something sound greater or more "
            "certain, the other a word that holds back. Find both words. Read the passages without them: what changes?",
            passages=(first, second),
            answer=Answer(
                f"The first has {quoted(material.text(pair[0]))}, the second {quoted(material.text(pair[1]))}.",
                f"Outside quotation marks this text has {several(len(strong), 'word')} of the first kind that the lists "
                f"know, and {several(len(held), 'word')} of the second.",
                "A word that holds back can be a sign of care: the writer says how sure the text is.",
                "The lists are short; other words in the text may do the same.",
            ),
            terms=("loaded_word" if pair[0].category == "loaded" else "booster", "hedge"),
            topic=f"words:{pair[0].article_id}",
            weight=0.3,
        )


def _apart(ones: Sequence[A], others: Sequence[B]) -> Iterator[tuple[A, B]]:
    """The first rows of each kind in pairs, each pair in two sentences."""
    for one in ones[:FIRST]:
        for other in others[:FIRST]:
            if (one.article_id, one.sentence) != (other.article_id, other.sentence):
                yield one, other
