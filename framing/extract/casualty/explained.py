"""What the casualty rules made of each word of their lexicon in an article: the rules tried, and why it made no row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from framing.extract.base import Context
from framing.extract.casualty.candidates import SAID_OF_OTHERS, TriggerReading, candidates_of
from framing.extract.casualty.case import Frame
from framing.extract.casualty.constructions import BY_GRAMMAR
from framing.extract.casualty.passes import is_of_bodies
from framing.extract.casualty.triggers import (
    EXCLUSIONS,
    NoCasualty,
    Occurrence,
    Trigger,
    occurrences_in,
    trigger_of,
)
from framing.extract.casualty.vocabulary import Vocabulary, vocabulary
from framing.extract.casualty.voice import ONLY_MEANT
from framing.extract.rules import Attempt, Rule, Tried, in_words, tried
from framing.lexicon import Lexicons
from framing.text.numerals import Numeral, find_numerals
from framing.text.sentences import ParsedArticle, Sentence

NO_RULE = "no construction of the word fits"
TAKEN = "another reading of these words has the row"
FIGURE = "the word is often a figure of speech, and no number, weapon or other casualty is beside it"

Asked = tuple[str, Sequence[Rule[Any, Any]], tuple[Tried[Any], ...]]
"""A table by its name, its rules, and what became of those that were tried."""


def attempts(parsed: ParsedArticle, context: Context) -> list[Attempt]:
    """Every word of the casualty lexicon in the parsed sentences of an article, in text order."""
    words = vocabulary(context.lexicons)
    return [
        attempt
        for sentence in parsed.sentences
        for attempt in _of_sentence(sentence, context.lexicons, words)
    ]


def _of_sentence(sentence: Sentence, lexicons: Lexicons, words: Vocabulary) -> Iterator[Attempt]:
    if sentence.parse is None:
        return
    numerals = find_numerals(sentence.parse.text, lexicons)
    made = {(c.trigger.word.id, c.trigger.start): c for c in candidates_of(sentence, lexicons, words)}
    used = frozenset(token.i for candidate in made.values() for token in candidate.trigger.tokens)
    for occurrences in occurrences_in(sentence.parse, words):
        for occurrence in occurrences:
            asked = list(_asked(occurrence, numerals, words, used))
            candidate = made.get((occurrence.word.id, trigger_of(occurrence).start))
            has_row = candidate is not None and is_of_bodies(candidate)
            reason = _refused(asked) if candidate is None else FIGURE
            yield Attempt(
                "casualty",
                " ".join(token.text for token in occurrence.tokens),
                sentence.start + occurrence.tokens[0].idx,
                occurrence.word.id,
                tuple((name, outcomes) for name, _, outcomes in asked),
                "" if has_row else reason,
            )


def _asked(
    occurrence: Occurrence, numerals: Sequence[Numeral], words: Vocabulary, used: frozenset[int]
) -> Iterator[Asked]:
    """The tables that are asked about a word, up to the one that decides."""
    excluded = tuple(tried(EXCLUSIONS, occurrence))
    yield "no trigger", EXCLUSIONS, excluded
    if not _decides(excluded):
        yield from _asked_as(trigger_of(occurrence), numerals, words, used)


def _asked_as(
    trigger: Trigger, numerals: Sequence[Numeral], words: Vocabulary, used: frozenset[int]
) -> Iterator[Asked]:
    grammar = trigger.word.grammar
    case = BY_GRAMMAR[grammar].of(trigger, numerals, words)
    meant = tuple(tried(ONLY_MEANT, case))
    yield "only meant", ONLY_MEANT, meant
    if _decides(meant):
        return
    rules = BY_GRAMMAR[grammar].rules
    constructions = tuple(tried(rules, case))
    yield f"construction, {grammar}", rules, constructions
    frame = constructions[-1].made
    if isinstance(frame, Frame):
        before = frozenset(i for i in used if i < trigger.start)
        yield "said of others", SAID_OF_OTHERS, tuple(tried(SAID_OF_OTHERS, TriggerReading(frame, before)))


def _decides(outcomes: Sequence[Tried[Any]]) -> bool:
    return bool(outcomes) and outcomes[-1].made is not None


def _refused(asked: Iterable[Asked]) -> str:
    """Why no row was made: what the exclusion that decided says, in words."""
    made = False
    for _, rules, outcomes in asked:
        for outcome in outcomes:
            made = made or outcome.made is not None
            if isinstance(outcome.made, NoCasualty):
                rule = next(rule for rule in rules if rule.name == outcome.name)
                return ", and ".join(map(in_words, rule.when)) or rule.name.replace("-", " ")
    return TAKEN if made else NO_RULE
