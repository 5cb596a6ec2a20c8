"""What a quantity counts or measures: the noun it stands with, or the subject of its clause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.text.grammar import DATES, child, doer
from framing.text.parse import Token

BEFORE_NOUN = ("nummod", "quantmod", "compound", "amod", "det", "nmod", "npadvmod", "punct", "advmod", "poss")
NOUN_PARTS = ("compound", "amod", "nmod", "nummod", "punct", "npadvmod")
NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
TIME_PREPOSITIONS = ("in", "for", "over", "within", "after", "during", "since", "before", "until", "about")
TIME_ADVERBS = ("ago", "later", "earlier", "before", "after", "next", "last")
RESULT_PREPOSITIONS = ("at", "to", "by", "from")
_MOST_STEPS = 6


@dataclass(frozen=True)
class Place:
    """Where a quantity stands in its parse: its tokens, those of its number, and those of all quantities."""

    tokens: list[Token]
    number: list[Token]
    taken: Collection[int]

    @property
    def last(self) -> Token:
        return self.tokens[-1]


def counted_by(quantity: Quantity, place: Place, words: QuantityVocabulary) -> Token | None:
    """The noun that a quantity is about, or None where its sentence does not say it with a noun."""
    noun = _found(quantity, place, words)
    named = noun is not None and noun.i not in place.taken and any(c.isalpha() for c in noun.text)
    return noun if named else None


def _found(quantity: Quantity, place: Place, words: QuantityVocabulary) -> Token | None:
    if quantity.kind == "age":
        return _aged(quantity, place, words)
    if quantity.kind == "time_of_day":
        return _timed(place, words)
    if quantity.unit and quantity.rule != "fraction":
        return _measured(quantity, place, words)
    noun = _counted(place, words)
    return _above(place.last, quantity, place, words) if noun is None and quantity.unit else noun


def _timed(place: Place, words: QuantityVocabulary) -> Token | None:
    """The noun that a time of day describes, or the subject of its clause."""
    noun = _noun_behind(place.last)
    if noun is not None and noun.pos in NOUNS and noun.i == place.last.i + 1 and not _is_time(noun, words):
        return noun
    verb = next((t for t in place.last.ancestors if t.pos in VERBS or t.dep in ("acl", "relcl")), None)
    return _of_verb(verb, "", words) if verb is not None else None


def _counted(place: Place, words: QuantityVocabulary) -> Token | None:
    """The noun of a count or share: behind it, behind its "of", before it where it is said of that noun."""
    last = place.last
    behind = _following(last)
    if behind is not None and behind.lower == "out":
        behind = _following(behind)
    if behind is not None and behind.lower == "of":
        return _real(child(behind, "pobj") or _noun_behind(last), words)
    if behind is not None and behind.text in ("-", "‑") and (noun := _following(behind)) is not None:
        return _noun_behind(noun) if noun.lower == "strong" else noun
    noun = _noun_behind(last)
    if noun is None or noun.i in place.taken:
        return _said_of(last, words)
    return _real(noun, words)


def _noun_behind(last: Token) -> Token | None:
    """The head of the noun phrase that a number or an adjective opens."""
    noun = last
    for _ in range(_MOST_STEPS):
        if noun.dep not in BEFORE_NOUN or noun.head.i <= noun.i:
            break
        noun = noun.head
    if noun is not last and noun.pos in (*NOUNS, "ADJ", "PRON"):
        return noun
    return _run_behind(last)


def _run_behind(last: Token) -> Token | None:
    """The last noun of an unbroken run of adjectives and nouns behind a number, where the parse has none."""
    found = None
    at = _following(last)
    while at is not None and at.pos in (*NOUNS, "ADJ") and at.i - last.i <= _MOST_STEPS:
        found = at if at.pos in NOUNS else found
        at = _following(at)
    return found


def _said_of(last: Token, words: QuantityVocabulary) -> Token | None:
    """The noun before a bare number: a crew of 22, the toll rose to 47, the number — 472."""
    top = last
    while top.dep in ("nummod", "quantmod", "compound") and top.head.pos in ("NUM", "SYM"):
        top = top.head
    if top.dep == "appos" and top.head.pos in NOUNS:
        return _real(top.head, words)
    if top.dep == "pobj":
        above = top.head.head
        if top.head.lower == "of" and above.pos in NOUNS:
            return _real(above, words)
        if top.head.lower in RESULT_PREPOSITIONS and above.pos in VERBS:
            return _counting_subject(above, words)
    if top.dep in ("attr", "dobj", "npadvmod", "acomp") and top.head.pos in VERBS:
        return _counting_subject(top.head, words)
    return None


def _counting_subject(verb: Token, words: QuantityVocabulary) -> Token | None:
    """The subject of a verb that gives a number, where the subject is a count or toll."""
    noun = child(verb, "nsubj", "nsubjpass") or doer(verb)
    if noun is None or noun.pos not in NOUNS:
        return None
    counts = noun.lemma.lower() in words.classes["counting_nouns"] or verb.lemma == "be"
    return _real(noun, words) if counts else None


def _aged(quantity: Quantity, place: Place, words: QuantityVocabulary) -> Token | None:
    """Whose age it is: the noun behind "34-year-old", or before "aged 34", ", 34," and "under 30"."""
    noun = _noun_behind(place.last) if quantity.rule == "age:old" else None
    if noun is not None:
        return _real(noun, words)
    first = place.tokens[0].i
    for at in range(first - 1, max(first - 9, -1), -1):
        token = place.last.parse[at]
        if token.pos in NOUNS and token.lower not in words.classes["age_cues"]:
            return token
        if token.pos in VERBS and token.lower not in words.classes["age_cues"]:
            own = child(token, "nsubj", "nsubjpass")
            return own if own is not None and own.pos in NOUNS else None
    return None


def _measured(quantity: Quantity, place: Place, words: QuantityVocabulary) -> Token | None:
    """The noun that a measure is about: a 30-km front, 3% of GDP, $5m in aid, the cost is $5m."""
    last = place.last
    worth = _before(place.tokens[0])
    if worth is not None and worth.lower == "worth":
        noun = _before(worth)
        noun = _before(noun) if noun is not None and noun.text == "," else noun
        if noun is not None and noun.pos in NOUNS:
            return _real(noun, words)
    unit = next(
        (t for t in reversed(place.tokens) if t.pos in (*NOUNS, "NUM", "SYM") and t.text != "-"), last
    )
    noun = _noun_behind(last)
    if noun is not None and noun.pos in NOUNS and _is_attribute(last, noun) and not _is_time(noun, words):
        return _real(noun, words)
    return _inside(quantity, place, words) or _above(unit, quantity, place, words)


def _is_attribute(last: Token, noun: Token) -> bool:
    """Whether a noun goes on right behind a measure as its head: no preposition or comma between."""
    between = list(last.parse[last.i + 1 : noun.i])
    return all(t.pos in (*NOUNS, "ADJ", "PART") or t.text in ("-", '"') or t.tag == "VBN" for t in between)


def _is_time(noun: Token, words: QuantityVocabulary) -> bool:
    return noun.lemma.lower() in words.classes["time_nouns"] or noun.text in DATES


def _inside(quantity: Quantity, place: Place, words: QuantityVocabulary) -> Token | None:
    """The noun of a phrase behind the measure: "of" any; "in" and "for" of money; a sentence "in" prison."""
    last = place.last
    behind = _following(last)
    prepositions = [behind] if behind is not None and behind.pos == "ADP" else []
    prepositions += [c for t in place.tokens for c in t.children if c.dep == "prep" and c.i > last.i]
    for preposition in prepositions:
        noun = child(preposition, "pobj")
        if noun is None or noun.pos not in NOUNS or noun.i in place.taken or _is_time(noun, words):
            continue
        bare = not any(c.dep in ("det", "poss", "nummod") for c in noun.children) and noun.pos == "NOUN"
        if preposition.lower == "of" or (
            preposition.lower == "in" and bare and quantity.kind in ("money", "duration")
        ):
            return _real(noun, words)
        if quantity.kind == "money" and preposition.lower == "for":
            return _real(noun, words)
    return None


def _above(unit: Token, quantity: Quantity, place: Place, words: QuantityVocabulary) -> Token | None:
    """The noun or clause that a measure hangs on; a mere stretch of time ("in two days") is about nothing."""
    at, preposition = unit, ""
    behind = _following(place.last)
    if quantity.kind == "duration" and behind is not None and behind.lower in TIME_ADVERBS:
        return None
    for _ in range(2 * _MOST_STEPS):
        if at.head is at:
            return None
        at = at.head
        if at.lower in TIME_ADVERBS and quantity.kind == "duration":
            return None
        if at.pos in ("ADP", "SCONJ"):
            preposition = at.lower
            if preposition in TIME_PREPOSITIONS and quantity.kind == "duration":
                return None
        if at.i in place.taken:
            continue
        if at.lower == "worth":
            continue
        if at.pos in NOUNS and not _is_time(at, words):
            return _real(at, words)
        if at.pos in VERBS:
            return _of_verb(at, preposition, words)
    return None


def _of_verb(verb: Token, preposition: str, words: QuantityVocabulary) -> Token | None:
    """What a verb with a measure is about: "put the damage at $2bn" the damage, else the subject."""
    noun = child(verb, "dobj") if preposition in RESULT_PREPOSITIONS else None
    if noun is None or noun.pos not in NOUNS:
        noun = child(verb, "nsubj", "nsubjpass") or doer(verb)
    if noun is None and verb.dep in ("acl", "relcl"):
        noun = verb.head
    return _real(noun, words)


def _real(noun: Token | None, words: QuantityVocabulary) -> Token | None:
    """The noun itself; of a noun that counts ("the number of drones") what it counts; never a pronoun."""
    for _ in range(_MOST_STEPS):
        if noun is None:
            return None
        if noun.tag in ("WDT", "WP") or (noun.lower == "that" and noun.pos == "PRON"):
            noun = next((verb.head for verb in noun.ancestors if verb.dep == "relcl"), None)
            continue
        of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
        inner = child(of, "pobj") if of is not None else None
        counts = noun.pos == "NUM" or noun.lemma.lower() in words.classes["counting_nouns"]
        if not counts or inner is None:
            break
        noun = inner
    if noun is None or noun.pos in ("PRON", "NUM", "DET", "SYM", "PUNCT") or noun.tag == "EX":
        return None
    return noun


def phrase_of(noun: Token, after: int, taken: Collection[int]) -> list[Token]:
    """A noun with the adjectives and nouns right before it, behind the token `after`; no article, no number."""
    first = noun.i
    while first - 1 > after:
        before = noun.parse[first - 1]
        inside = before.dep in NOUN_PARTS and (before.head == noun or before.head.i > before.i)
        if not inside or before.i in taken or before.pos in ("NUM", "DET", "ADP", "AUX"):
            break
        if before.is_space or (before.is_punct and before.text not in ("-", "'", ".")):
            break
        first -= 1
    while first < noun.i and not noun.parse[first].text[:1].isalnum():
        first += 1
    return list(noun.parse[first : noun.i + 1])


def _following(token: Token) -> Token | None:
    return token.parse[token.i + 1] if token.i + 1 < len(token.parse) else None


def _before(token: Token) -> Token | None:
    return token.parse[token.i - 1] if token.i else None
