"""Quotations without a cue: whose words a quoted fragment is that no reporting word introduces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.extract.attribution.draft import Draft, token_spans
from framing.people.speaker_nouns import SpeakerWords
from framing.text.grammar import child, doer, noun_phrase
from framing.text.parse import Token
from framing.text.quotations import Quotation
from framing.text.sentences import ParsedArticle

_PERSONS = ("he", "she", "they")


def without_cue(
    parsed: ParsedArticle, floating: Sequence[tuple[Quotation, Draft | None]], words: SpeakerWords
) -> Iterator[Draft]:
    """Quoted fragments without a cue: spoken by the subject of the sentence that they are a part of, or,
    where the sentence's verb stands in them, by whoever spoke before.

    A quotation that begins in upper case may be a title or a slogan and is left alone.
    """
    for quotation, before in floating:
        sentence = parsed.sentence_at(quotation.start)
        quoted = parsed.article.text[slice(*quotation.span)].strip("\"“”'‘’«»„ ")
        if sentence.parse is None or not quoted[:1].islower():
            continue
        inside = [t for t in sentence.parse if quotation.start <= sentence.start + t.idx < quotation.end]
        root = next((t for t in sentence.parse if t.dep == "ROOT"), None)
        draft = Draft(sentence, None, "quotation/no-cue", [quotation.span])
        if root is not None and root not in inside:
            who = doer(root) or child(root, "nsubjpass")
            if who is None or who in inside or not _speaks(who, words):
                continue
            draft.speaker, draft.speaker_head = token_spans(sentence, noun_phrase(who))[:1], who
        elif before is None or not before.speaker:
            continue
        else:
            draft.carried = True
        yield draft


def _speaks(noun: Token, words: SpeakerWords) -> bool:
    """Whether a noun can be a speaker: a name, a person's pronoun, or a noun for people, bodies, documents."""
    if noun.pos == "PROPN" or noun.lower in _PERSONS:
        return True
    return noun.pos == "NOUN" and (noun.lemma.lower() in words.types or noun.lower in words.types)
