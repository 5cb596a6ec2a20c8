"""What the number rules made of each number phrase of an article: the rules tried, and why it made no row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from framing.extract.base import Context
from framing.extract.numbers.ages import AGES_WITHOUT_UNIT, AgeCase
from framing.extract.numbers.measured import MEASURES, case_of, measure
from framing.extract.numbers.named import BY_GRAMMAR, NumberInParse, tokens_of, without_preposition
from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.scan import (
    NEVER,
    WITHOUT_UNIT,
    NumberCase,
    is_day,
    is_labelled,
    pieces,
    quantities,
    read,
)
from framing.extract.numbers.words import QuantityVocabulary, vocabulary
from framing.extract.rules import Attempt, Rule, Tried, in_words, tried
from framing.lexicon import Lexicons
from framing.text.sentences import ParsedArticle, Sentence, plain

PART = "the number is part of another quantity, or counts nothing that the sentence names"
Asked = tuple[str, Sequence[Rule[Any, Any]], tuple[Tried[Any], ...]]
EXCLUDING = (NEVER, WITHOUT_UNIT, BY_GRAMMAR)


def attempts(parsed: ParsedArticle, context: Context) -> list[Attempt]:
    """Every number phrase of an article, and every other quantity; by sentence, in text order."""
    words = vocabulary(context.lexicons)
    rows = [(row.start, row.end) for row in context.found.get("numbers", ())]
    found = (a for s in parsed.sentences for a in _of_sentence(s, context.lexicons, words))
    return [_with_outcome(attempt, rows) for attempt in found]


def _with_outcome(attempt: Attempt, rows: Sequence[tuple[int, int]]) -> Attempt:
    """The attempt without a reason where the number has a row."""
    has_row = any(start <= attempt.start < end for start, end in rows)
    return Attempt(
        attempt.family,
        attempt.word,
        attempt.start,
        attempt.entry,
        attempt.tried,
        "" if has_row else attempt.refused or PART,
    )


def _of_sentence(sentence: Sentence, lexicons: Lexicons, words: QuantityVocabulary) -> Iterator[Attempt]:
    text = plain(sentence.text)
    reading, money = read(text, lexicons, words)
    others = {quantity.number_start: quantity for quantity in quantities(text, lexicons, words)}
    dated = -1
    for phrase in pieces(reading, money, words):
        others.pop(phrase.number_start, None)
        quantity = measure(phrase, reading, money, words)
        number = NumberCase(phrase, reading, words, dated)
        asked: list[Asked] = [
            ("no quantity", NEVER, tuple(tried(NEVER, number))),
            ("measure", MEASURES, tuple(tried(MEASURES, case_of(phrase, reading, money, words)))),
        ]
        if not quantity.unit:
            age = AgeCase(quantity, phrase, phrase.after, reading, words)
            asked.append(("age", AGES_WITHOUT_UNIT, tuple(tried(AGES_WITHOUT_UNIT, age))))
            asked.append(("name, date or code", WITHOUT_UNIT, tuple(tried(WITHOUT_UNIT, number))))
            dated = phrase.after if is_labelled(number) or is_day(number) else dated
        yield _attempt(sentence, quantity, phrase.form, [*asked, *_by_grammar(sentence, quantity, words)])
    for quantity in others.values():
        yield _attempt(sentence, quantity, quantity.kind, list(_by_grammar(sentence, quantity, words)))


def _attempt(sentence: Sentence, quantity: Quantity, entry: str, asked: Sequence[Asked]) -> Attempt:
    return Attempt(
        "numbers",
        sentence.text[quantity.start : quantity.end],
        sentence.start + quantity.number_start,
        entry,
        tuple((name, outcomes) for name, _, outcomes in asked),
        _reason(asked),
    )


def _by_grammar(sentence: Sentence, quantity: Quantity, words: QuantityVocabulary) -> Iterator[Asked]:
    """What the grammar says of a number, where its sentence is parsed."""
    if sentence.parse is not None:
        quantity = without_preposition(quantity, sentence.parse)
        tokens = tokens_of(sentence.parse, quantity.number_start, quantity.number_end)
        if tokens:
            case = NumberInParse.of(quantity, tokens, words)
            yield "by the grammar", BY_GRAMMAR, tuple(tried(BY_GRAMMAR, case))


def _reason(asked: Sequence[Asked]) -> str:
    """What the first exclusion that holds says, in words; empty where none does."""
    for _, rules, outcomes in asked:
        if rules in EXCLUDING and outcomes and outcomes[-1].made is not None:
            rule = next(rule for rule in rules if rule.name == outcomes[-1].name)
            return ", and ".join(map(in_words, rule.when))
    return ""
