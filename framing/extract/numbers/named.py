"""Numbers that the grammar shows to be no quantities: names (Task Force 12, Terminal 2), the pronoun one."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.scan import no_quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule
from framing.lexicon.numerals import Qualifier
from framing.text.parse import Parse, Token

PREPOSITIONS = ("over", "under", "above", "about", "around")
YEARS = range(1900, 2100)


class NumberInParse(NamedTuple):
    """A quantity and the tokens of its number; `is_one` where it is the word "one" without a unit."""

    quantity: Quantity
    number: list[Token]
    is_one: bool
    words: QuantityVocabulary

    @classmethod
    def of(cls, quantity: Quantity, number: list[Token], words: QuantityVocabulary) -> NumberInParse:
        exactly_one = not quantity.unit and quantity.low == quantity.high == 1 and len(number) == 1
        return cls(quantity, number, exactly_one and number[0].lower.lstrip("-") == "one", words)

    @property
    def first(self) -> Token:
        return self.number[0]

    @property
    def last(self) -> Token:
        return self.number[-1]

    @property
    def behind(self) -> Token | None:
        """The token behind the number."""
        return self.last.nbor(1) if self.last.i + 1 < len(self.last.parse) else None

    @property
    def is_bare(self) -> bool:
        """Whether the number is exact and without a unit, and not "one"."""
        return not self.quantity.unit and self.quantity.qualifier == "exact" and not self.is_one


def is_article(case: NumberInParse) -> bool:
    """An article alone counts the unit: "a week"."""
    quantity = case.quantity
    exact = bool(quantity.unit) and quantity.qualifier == "exact"
    return exact and case.first.lower in ("a", "an") and quantity.low == 1


def is_pronoun_at_end(case: NumberInParse) -> bool:
    """ "One" has nothing behind it, or a determiner before it."""
    one = case.last
    before = one.nbor(-1).lower if one.i else ""
    return case.is_one and (case.behind is None or before in case.words.classes["determiners_of_one"])


def is_fixed_phrase(case: NumberInParse) -> bool:
    """ "One" stands in a phrase such as "one day", or without a noun of its own."""
    one, behind = case.last, case.behind
    if not case.is_one or behind is None or case.quantity.qualifier != "exact":
        return False
    fixed = behind.lower in case.words.classes["no_count_after_one"]
    return fixed or one.dep != "nummod" or one.head.i < one.i


def is_label(case: NumberInParse) -> bool:
    """The number stands behind the noun that it names: "Terminal 2", "Task Force 12"."""
    first, last = case.first, case.last
    if not case.is_bare or not first.i or not first.text[:1].isdecimal() or "," in first.text:
        return False
    noun = first.nbor(-1)
    if noun.pos not in ("NOUN", "PROPN") or noun.is_punct or _counts_plural(case, noun):
        return False
    if noun.pos == "PROPN":
        return not _counts_noun(last) or last.head.tag not in ("NNS", "NNPS", "NN")
    return last.head == noun and last.dep in ("nummod", "appos", "npadvmod")


def is_verb(case: NumberInParse) -> bool:
    """The word is a verb: "he scores"."""
    return len(case.number) == 1 and case.first.pos == "VERB" and case.first.tag in ("VBZ", "VBP")


def is_number_to_ring(case: NumberInParse) -> bool:
    """The number is one that is rung in need, or a date by which an event is known: 911."""
    return case.is_bare and case.first.text in case.words.classes["numbers_as_names"]


def is_year(case: NumberInParse) -> bool:
    """The number is one from 1900 to 2099 that no noun follows: "this is 2008 in replay"."""
    year = case.first
    if not case.is_bare or len(case.number) > 1 or len(year.text) != 4 or not year.text.isdecimal():
        return False
    return int(year.text) in YEARS and not (year.dep == "nummod" and year.head.i > year.i)


BY_GRAMMAR: tuple[Rule[NumberInParse, bool], ...] = (
    Rule("article", "The war lasted over *a* decade.", no_quantity, (is_article,)),
    Rule("pronoun-one", "They chose this *one*.", no_quantity, (is_pronoun_at_end,)),
    Rule("phrase-with-one", "It was *one* of the worst storms.", no_quantity, (is_fixed_phrase,)),
    Rule("label", "The courtroom *9* was locked.", no_quantity, (is_label,)),
    Rule("verb", "She *scores* a goal at last.", no_quantity, (is_verb,)),
    Rule("number-as-name", "They rang *911* at night.", no_quantity, (is_number_to_ring,)),
    Rule("year-by-grammar", "This is *2008* in replay.", no_quantity, (is_year,)),
)
"""Numbers that the grammar shows to be names, years, pronouns or fixed phrases."""


def tokens_of(parse: Parse, start: int, end: int) -> list[Token]:
    """The tokens of a parse that touch some characters of its sentence."""
    return [token for token in parse.tokens if token.idx < end and start < token.idx + len(token.text)]


def without_preposition(quantity: Quantity, parse: Parse) -> Quantity:
    """A quantity whose "over" is a preposition ("over two days", "drones over eight regions") without that bound."""
    if quantity.qualifier not in ("more_than", "up_to", "about") or quantity.start == quantity.number_start:
        return quantity
    first = next((token for token in parse if token.idx == quantity.start), None)
    if first is None or first.lower not in PREPOSITIONS:
        return quantity
    if first.dep != "prep" or first.head.pos not in ("VERB", "AUX", "NOUN"):
        return quantity
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    said: Qualifier = "exact" if low == high else "about"
    start = first.nbor(1).idx if first.i + 1 < len(parse) else quantity.number_start
    return replace(quantity, start=start, low=low, high=high, qualifier=said).after("bound:preposition")


def _counts_plural(case: NumberInParse, noun: Token) -> bool:
    """Whether the number counts a plural behind it, or stands behind a plural of its own."""
    behind = case.behind
    if (
        behind is not None
        and behind.tag in ("NNS", "NNPS")
        and (_counts_noun(case.last) or noun.dep != "compound")
    ):
        return True
    return noun.tag in ("NNS", "NNPS") and noun.pos == "NOUN"


def _counts_noun(last: Token) -> bool:
    return last.head.i > last.i and last.dep in ("nummod", "quantmod", "compound", "amod")
