"""Numbers that the grammar shows to be no quantities: names (Task Force 12, Terminal 2), the pronoun one."""

from __future__ import annotations

from dataclasses import replace

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.lexicon.numerals import Qualifier
from framing.text.parse import Parse, Token

PREPOSITIONS = ("over", "under", "above", "about", "around")


def tokens_of(parse: Parse, start: int, end: int) -> list[Token]:
    """The tokens of a parse that touch some characters of its sentence."""
    return [token for token in parse if token.idx < end and start < token.idx + len(token.text)]


def is_no_quantity(quantity: Quantity, number: list[Token], words: QuantityVocabulary) -> bool:
    """Whether a number is a name, a year, a pronoun or a fixed phrase; `number` are its tokens."""
    if not number:
        return False
    if quantity.unit:
        return quantity.qualifier == "exact" and number[0].lower in ("a", "an") and quantity.low == 1
    text = " ".join(token.lower for token in number).lstrip("-")
    if quantity.low == quantity.high == 1 and text == "one":
        return _is_pronoun(quantity, number[-1], words)
    return quantity.qualifier == "exact" and (_is_label(number) or _is_year(number))


def _is_pronoun(quantity: Quantity, one: Token, words: QuantityVocabulary) -> bool:
    """ "One" without a noun of its own, behind a determiner, or in a phrase such as "one day"."""
    before = one.nbor(-1).lower if one.i else ""
    behind = one.nbor(1) if one.i + 1 < len(one.parse) else None
    if behind is None or before in words.classes["determiners_of_one"]:
        return True
    if quantity.qualifier != "exact":
        return False
    if behind.lower in words.classes["no_count_after_one"]:
        return True
    return one.dep != "nummod" or one.head.i < one.i


def _is_year(number: list[Token]) -> bool:
    """A bare number from 1900 to 2099 that no noun follows: "this is 2008 in replay"."""
    year = number[0]
    if len(number) > 1 or len(year.text) != 4 or not year.text.isdecimal():
        return False
    return 1900 <= int(year.text) < 2100 and not (year.dep == "nummod" and year.head.i > year.i)


def _is_label(number: list[Token]) -> bool:
    """A number behind the noun it names: Terminal 2, Task Force 12, courtroom 9, Resolution 2231."""
    first, last = number[0], number[-1]
    if not first.i or not first.text[:1].isdecimal() or "," in first.text:
        return False
    noun = first.nbor(-1)
    if noun.pos not in ("NOUN", "PROPN") or noun.is_punct:
        return False
    behind = last.nbor(1) if last.i + 1 < len(last.parse) else None
    counts = last.head.i > last.i and last.dep in ("nummod", "quantmod", "compound", "amod")
    if behind is not None and behind.tag in ("NNS", "NNPS") and (counts or noun.dep != "compound"):
        return False
    if noun.tag in ("NNS", "NNPS") and noun.pos == "NOUN":
        return False
    if noun.pos == "PROPN":
        return not counts or last.head.tag not in ("NNS", "NNPS", "NN")
    return last.head == noun and last.dep in ("nummod", "appos", "npadvmod")


def without_preposition(quantity: Quantity, parse: Parse) -> Quantity:
    """A quantity whose "over" is a preposition ("over two days", "drones over eight regions") without that bound."""
    if quantity.qualifier not in ("more_than", "up_to", "about"):
        return quantity
    first = next((token for token in parse if token.idx == quantity.start), None)
    if first is None or first.lower not in PREPOSITIONS or quantity.start == quantity.number_start:
        return quantity
    if first.dep != "prep" or first.head.pos not in ("VERB", "AUX", "NOUN"):
        return quantity
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    said: Qualifier = "exact" if low == high else "about"
    start = first.nbor(1).idx if first.i + 1 < len(parse) else quantity.number_start
    return replace(quantity, start=start, low=low, high=high, qualifier=said)
