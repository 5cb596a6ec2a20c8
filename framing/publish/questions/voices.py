"""One claim in different voices: who says so, with which word, or the text itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.compare.claims import ClaimMention
from framing.extract.attribution import AttributionMention
from framing.lexicon.attribution import CUE_GROUPS
from framing.publish.questions.material import Material, is_given
from framing.publish.questions.phrases import joined, quoted, several, somebody
from framing.publish.questions.question_records import Answer, Question
from framing.publish.shared.words import CUE_MEANING

SAME = 0.24
"""Least cosine of two sentences that are asked about as telling the same."""
SURE = 0.5
CLOSE = 0.52
"""Least mean of both: below it two passages may well tell different things of the same people."""
"""Least likeness of a passage with its claim."""
_ASKED = {"plain", "weight", "doubt"}
_NO_ONE = ("crowd_or_unspecified", "anonymous_official")

_NOT_TRUTH = "Neither wording shows whether it is true, nor why the writer chose it: an agency text, house style or lack of space can all be the reason."


def questions(material: Material) -> Iterator[Question]:
    """Own voice beside attributed words; plain words beside weight or doubt; a named speaker beside none."""
    cues = {row.mention_id: row for row in material.rows("attribution", AttributionMention)}
    for claim in material.shared.values():
        for one, other in material.pairs([row for row in claim if _is_solid(row)]):
            alike = material.alike(one, other)
            if alike < SAME:
                continue
            size = min(one.similarity or 0.0, other.similarity or 0.0) * 0.5 + alike * 0.5
            if size < CLOSE:
                continue
            first, second = cues.get(one.attribution_id), cues.get(other.attribution_id)
            if (first is None) != (second is None):
                flat, said = (one, other) if first is None else (other, one)
                cue = first or second
                if cue and cue.cue_text and is_given(said, cue) and material.is_own_words(flat):
                    yield _voice(material, claim, flat, said, cue, size)
            elif first is not None and second is not None:
                if _group(first) != _group(second) and {_group(first), _group(second)} <= _ASKED:
                    yield _cue(material, claim, (one, first), (other, second), size)
                elif _is_named(first) and _is_vague(second):
                    yield _speaker(material, (one, other), first, second, size)
                elif _is_named(second) and _is_vague(first):
                    yield _speaker(material, (other, one), second, first, size)


def _is_solid(row: ClaimMention) -> bool:
    return row.region != "title" and (row.similarity or 0.0) >= SURE


def _group(row: AttributionMention) -> str:
    return CUE_GROUPS.get(row.secondary_cue_class) or CUE_GROUPS.get(row.cue_class, "other")


def _is_named(row: AttributionMention) -> bool:
    return bool(row.speaker_text) and row.speaker_type in ("named_person", "institution")


def _is_vague(row: AttributionMention) -> bool:
    """Whether nobody is named: no speaker at all, or one without a name of any kind."""
    named = any(letter.isupper() for letter in row.speaker_resolved or row.speaker_text)
    described = row.speaker_type in _NO_ONE and not named and len(row.speaker_text.split()) > 1
    return row.cue_class in CUE_GROUPS and (row.speaker_missing or described)


def _voice(
    material: Material,
    claim: Sequence[ClaimMention],
    flat: ClaimMention,
    said: ClaimMention,
    cue: AttributionMention,
    size: float,
) -> Question:
    told = material.cite(flat, flat.statement_spans)
    given = material.cite(said, (*cue.speaker_spans, *cue.cue_spans))
    voices = {row.article_id: row.stance for row in reversed(claim)}
    own = [material.names[a] for a in material.order if voices.get(a) == "own_voice"]
    by = [material.names[a] for a in material.order if a in voices and voices[a] != "own_voice"]
    word = f" with the word {quoted(cue.cue_text)}" if cue.cue_text else ""
    return Question(
        id="",
        kind="voice",
        text="Both passages tell the same thing. Which one says who told the reporter, and which one gives it "
        "as a fact of its own? Copy the words that show it.",
        passages=(told, given),
        answer=Answer(
            f"{told.source} states it in its own voice and names no speaker. {given.source} gives it to "
            f"{somebody(cue.speaker_text)}{word}.",
            f"{several(len(voices), 'text').capitalize()} {'has' if len(voices) == 1 else 'have'} this statement. "
            f"In their own voice: {joined(own)}. Given to somebody: {joined(by)}.",
            f"A reader of {given.source} can ask how the speaker knows. A reader of {told.source} meets a plain fact.",
            _NOT_TRUTH,
        ),
        terms=("own_voice", "attribution"),
        topic=claim[0].claim_id,
        weight=0.4 + 0.5 * size,
    )


def _cue(
    material: Material,
    claim: Sequence[ClaimMention],
    one: tuple[ClaimMention, AttributionMention],
    other: tuple[ClaimMention, AttributionMention],
    size: float,
) -> Question:
    first, second = (material.cite(row, (*cue.speaker_spans, *cue.cue_spans)) for row, cue in (one, other))
    words = [quoted(cue.cue_text) for _, cue in (one, other)]
    meanings = [
        f"{word}: {CUE_MEANING[cue.cue_class]}" for word, (_, cue) in zip(words, (one, other), strict=True)
    ]
    used = {row.cue_lemma for row in claim if row.cue_lemma}
    groups = {_group(cue) for _, cue in (one, other)}
    terms = [name for name, group in (("doubt_word", "doubt"), ("weight_word", "weight")) if group in groups]
    return Question(
        id="",
        kind="cue",
        text="In both passages somebody reports the same thing. Find the reporting word in each. What does each "
        "word tell the reader about how sure to be?",
        passages=(first, second),
        answer=Answer(
            f"{first.source} writes {words[0]}, {second.source} writes {words[1]}. " + " ".join(meanings),
            f"The texts with this statement use {several(len(used), 'reporting word')}: "
            f"{joined(quoted(word) for word in sorted(used))} (base forms).",
            "The same statement can sound settled or open, by one word.",
            _NOT_TRUTH,
        ),
        terms=("attribution", *terms),
        topic=claim[0].claim_id,
        weight=0.4 + 0.5 * size,
    )


def _speaker(
    material: Material,
    rows: tuple[ClaimMention, ClaimMention],
    named: AttributionMention,
    vague: AttributionMention,
    size: float,
) -> Question:
    clear = material.cite(rows[0], (*named.speaker_spans, *named.cue_spans))
    open_ = material.cite(rows[1], (*vague.speaker_spans, *vague.cue_spans))
    return Question(
        id="",
        kind="speaker",
        text="Both passages report the same thing. Who says it in each of them? For which of the two could you look "
        "the speaker up?",
        passages=(clear, open_),
        answer=Answer(
            f"{clear.source} names {quoted(named.speaker_text)}. {open_.source} gives it to "
            f"{somebody(vague.speaker_text)}.",
            "",
            "A named person or office can be looked up and asked; “officials” or “it was reported” cannot.",
            "A speaker without a name may have good reasons to stay unnamed, and the reporter may know who it is.",
        ),
        terms=("attribution", "unnamed_speaker"),
        topic=rows[0].claim_id,
        weight=0.3 + 0.5 * size,
    )
