"""What a quantity counts or measures: the noun it stands with, or the subject of its clause."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.extract.numbers.quantity import Quantity
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import Rule, first
from framing.text.grammar import DATES, child, doer, is_passive
from framing.text.parse import Token

BEFORE_NOUN = ("nummod", "quantmod", "compound", "amod", "det", "nmod", "npadvmod", "punct", "advmod", "poss")
NOUN_PARTS = ("compound", "amod", "nmod", "nummod", "punct", "npadvmod")
NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
TIME_PREPOSITIONS = ("in", "for", "over", "within", "after", "during", "since", "before", "until", "about")
TIME_ADVERBS = ("ago", "later", "earlier", "before", "after", "next", "last")
RESULT_PREPOSITIONS = ("at", "to", "by", "from")
HYPHENS = ("-", "‑")
HANDED_OVER = ("money", "mass", "volume", "area", "energy")
"""Kinds of measures that somebody gives, takes or makes: the subject of such a verb is not what is measured."""
_MOST_STEPS = 6
_AGE_REACH = 8
"""How many tokens before an age the noun may stand whose age it is."""


@dataclass(frozen=True)
class CountCase:
    """A quantity in its parse: its tokens, those of its number, and those of all quantities."""

    quantity: Quantity
    tokens: Sequence[Token]
    number: Sequence[Token]
    taken: Collection[int]
    words: QuantityVocabulary

    @property
    def last(self) -> Token:
        return self.tokens[-1]

    @cached_property
    def behind(self) -> Token | None:
        """The word behind the quantity, "out" of "out of" apart."""
        behind = _following(self.last)
        return _following(behind) if behind is not None and behind.lower == "out" else behind

    @cached_property
    def noun_behind(self) -> Token | None:
        """The head of the noun phrase that the quantity opens."""
        return _noun_behind(self.last)

    @cached_property
    def top(self) -> Token:
        """The last word of the number phrase, above the numbers that it is part of."""
        top = self.last
        while top.dep in ("nummod", "quantmod", "compound") and top.head.pos in ("NUM", "SYM"):
            top = top.head
        return top

    @property
    def is_time(self) -> bool:
        """Whether the quantity is a stretch of time."""
        return self.quantity.kind == "duration"

    def is_class(self, name: str, word: Token) -> bool:
        return word.lower in self.words.classes[name]


def counted_by(case: CountCase) -> tuple[str, Token] | None:
    """The noun that a quantity is about, or None where its sentence does not say it with a noun."""
    found = _found(case)
    if found is None or found[1].i in case.taken or not any(c.isalpha() for c in found[1].text):
        return None
    return found


def _found(case: CountCase) -> tuple[str, Token] | None:
    quantity = case.quantity
    if quantity.kind == "age":
        return first(OF_AGE, case)
    if quantity.kind == "time_of_day":
        return first(OF_TIME, case)
    if quantity.unit and quantity.form != "fraction":
        return first(OF_MEASURE, case)
    found = first(OF_LONE_NUMBER if stands_alone(case) else OF_COUNT, case)
    return first(OF_FRACTION, case) if found is None and quantity.unit else found


# -- whose age --------------------------------------------------------------------------------------


def is_age_before_noun(case: CountCase) -> bool:
    """The age is an adjective: "34-year-old"."""
    return case.quantity.form == "age_before_noun" and case.noun_behind is not None


def is_no_age_before_noun(case: CountCase) -> bool:
    """The age is no adjective of a noun."""
    return not is_age_before_noun(case)


def noun_behind(case: CountCase) -> Token | None:
    """The noun behind the quantity."""
    return _real(case.noun_behind, case.words)


def person_before(case: CountCase) -> Token | None:
    """The nearest noun before the age, or the subject of a verb that stands nearer."""
    at = case.tokens[0].i
    for token in reversed(case.last.parse[max(at - _AGE_REACH, 0) : at]):
        if token.lower in case.words.classes["age_cues"]:
            continue
        if token.pos in NOUNS:
            return token
        if token.pos in VERBS:
            own = child(token, "nsubj", "nsubjpass")
            return own if own is not None and own.pos in NOUNS else None
    return None


OF_AGE: tuple[Rule[CountCase, Token], ...] = (
    Rule("noun-behind", "A [34-year-old] {man} was held.", noun_behind, (is_age_before_noun,)),
    Rule("person-before", "{Okello}, [24], signed a contract.", person_before, (is_no_age_before_noun,)),
)
"""Whose age it is."""


# -- what happened at a time ------------------------------------------------------------------------


def touching_noun(case: CountCase) -> Token | None:
    """The noun right behind the time: "the 8 p.m. news"."""
    noun = case.noun_behind
    touches = noun is not None and noun.pos in NOUNS and noun.i == case.last.i + 1
    return noun if touches and noun is not None and not _is_time(noun, case.words) else None


def subject_of_clause(case: CountCase) -> Token | None:
    """The subject of the clause."""
    verb = next((t for t in case.last.ancestors if t.pos in VERBS or t.dep in ("acl", "relcl")), None)
    return None if verb is None else _of_verb(verb, "", case.words)


OF_TIME: tuple[Rule[CountCase, Token], ...] = (
    Rule("touching-noun", "He missed the [8 p.m.] {news}.", touching_noun),
    Rule("subject-of-clause", "The {talks} began at [4.30pm].", subject_of_clause),
)
"""What a time of day is the time of."""


# -- what is counted --------------------------------------------------------------------------------


def has_of_behind(case: CountCase) -> bool:
    """ "Of" stands behind the number."""
    return case.behind is not None and case.behind.lower == "of"


def has_hyphen_behind(case: CountCase) -> bool:
    """A hyphen joins the number to a word."""
    return case.behind is not None and case.behind.text in HYPHENS and _following(case.behind) is not None


def opens_noun_phrase(case: CountCase) -> bool:
    """A noun phrase begins with the number, without "of" or hyphen."""
    joined = has_of_behind(case) or has_hyphen_behind(case)
    return not joined and case.noun_behind is not None and case.noun_behind.i not in case.taken


def stands_alone(case: CountCase) -> bool:
    """No noun stands behind the number."""
    return not has_of_behind(case) and not has_hyphen_behind(case) and not opens_noun_phrase(case)


def in_of_phrase(case: CountCase) -> Token | None:
    """The noun behind "of"."""
    assert case.behind is not None
    return _real(child(case.behind, "pobj") or case.noun_behind, case.words)


def behind_hyphen(case: CountCase) -> Token | None:
    """The word behind the hyphen; of "300-strong" the noun behind it."""
    noun = None if case.behind is None else _following(case.behind)
    return _noun_behind(noun) if noun is not None and noun.lower == "strong" else noun


def in_apposition(case: CountCase) -> Token | None:
    """The noun that the number stands in apposition to: "the number — 472"."""
    top = case.top
    return _real(top.head, case.words) if top.dep == "appos" and top.head.pos in NOUNS else None


def container(case: CountCase) -> Token | None:
    """The noun before "of": "a crew of 22"."""
    top = case.top
    of = top.dep == "pobj" and top.head.lower == "of" and top.head.head.pos in NOUNS
    return _real(top.head.head, case.words) if of else None


def subject_of_result(case: CountCase) -> Token | None:
    """The subject of a verb of change: "the toll rose to 47"."""
    top = case.top
    result = top.dep == "pobj" and top.head.lower in RESULT_PREPOSITIONS and top.head.head.pos in VERBS
    return _counting_subject(top.head.head, case.words) if result else None


def subject_of_predicate(case: CountCase) -> Token | None:
    """The subject of which the number is said: "the number is 472"."""
    top = case.top
    said = top.dep in ("attr", "dobj", "npadvmod", "acomp") and top.head.pos in VERBS
    return _counting_subject(top.head, case.words) if said else None


OF_COUNT: tuple[Rule[CountCase, Token], ...] = (
    Rule("of-phrase", "[Dozens] of {villagers} fled.", in_of_phrase, (has_of_behind,)),
    Rule("behind-hyphen", "The [12]-{member} panel met.", behind_hyphen, (has_hyphen_behind,)),
    Rule("noun-behind", "[Twelve] {miners} dug.", noun_behind, (opens_noun_phrase,)),
)
"""The noun of a count behind it, or behind its "of"."""

OF_LONE_NUMBER: tuple[Rule[CountCase, Token], ...] = (
    Rule("apposition", "The {tally} — [472] — was final.", in_apposition),
    Rule("container", "A {crew} of [22] left the ship.", container),
    Rule("subject-of-result", "The {toll} rose to [47].", subject_of_result),
    Rule("subject-of-predicate", "The {tally} is [472].", subject_of_predicate),
)
"""The noun before a number that stands alone and is said of it."""


# -- what is measured -------------------------------------------------------------------------------


def noun_before_worth(case: CountCase) -> Token | None:
    """The noun before "worth", a comma between them allowed."""
    worth = _before(case.tokens[0])
    if worth is None or worth.lower != "worth":
        return None
    noun = _before(worth)
    noun = _before(noun) if noun is not None and noun.text == "," else noun
    return _real(noun, case.words) if noun is not None and noun.pos in NOUNS else None


def noun_with_attribute(case: CountCase) -> Token | None:
    """The noun right behind, whose attribute the measure is: "a 30-km front"."""
    noun = case.noun_behind
    if noun is None or noun.pos not in NOUNS or _is_time(noun, case.words):
        return None
    return _real(noun, case.words) if _is_attribute(case.last, noun) else None


def in_phrase_behind(case: CountCase) -> Token | None:
    """The noun behind "of", of money also "in" and "for", of a sentence "in": 3% of GDP, $5m in aid."""
    for preposition in _prepositions(case):
        noun = child(preposition, "pobj")
        if noun is None or noun.pos not in NOUNS or noun.i in case.taken or _is_time(noun, case.words):
            continue
        if _says_of_what(preposition.lower, noun, case):
            return _real(noun, case.words)
    return None


def governor(case: CountCase) -> Token | None:
    """The noun or clause that the measure hangs on; a mere stretch of time ("in two days") is about nothing."""
    unit = next(
        (t for t in reversed(case.tokens) if t.pos in (*NOUNS, "NUM", "SYM") and t.text != "-"), case.last
    )
    return _above(unit, case)


def governor_of_share(case: CountCase) -> Token | None:
    """The noun or clause that the share hangs on."""
    return _above(case.last, case)


OF_MEASURE: tuple[Rule[CountCase, Token], ...] = (
    Rule("worth", "They seized {cocaine} worth [$2 million].", noun_before_worth),
    Rule("attribute", "The [1,000-kilometer] {front line} has moved.", noun_with_attribute),
    Rule("phrase-behind", "Spending reached [3%] of {GDP}.", in_phrase_behind),
    Rule("governor", "The {crash} cost [about $5 million].", governor),
)
"""What a measure is about."""

OF_FRACTION: tuple[Rule[CountCase, Token], ...] = (
    Rule("governor-of-share", "{Exports} fell by [a third].", governor_of_share),
)
"""What a share in words is about, where no noun is counted by it."""


# -- helpers ----------------------------------------------------------------------------------------


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


def _counting_subject(verb: Token, words: QuantityVocabulary) -> Token | None:
    """The subject of a verb that gives a number, where the subject is a count or toll."""
    noun = child(verb, "nsubj", "nsubjpass") or doer(verb)
    if noun is None or noun.pos not in NOUNS:
        return None
    counts = noun.lemma.lower() in words.classes["counting_nouns"] or verb.lemma == "be"
    return _real(noun, words) if counts else None


def _is_attribute(last: Token, noun: Token) -> bool:
    """Whether a noun goes on right behind a measure as its head: no preposition or comma between."""
    between = last.parse[last.i + 1 : noun.i]
    return all(t.pos in (*NOUNS, "ADJ", "PART") or t.text in ("-", '"') or t.tag == "VBN" for t in between)


def _is_time(noun: Token, words: QuantityVocabulary) -> bool:
    return noun.lemma.lower() in words.classes["time_nouns"] or noun.text in DATES


def _prepositions(case: CountCase) -> Iterator[Token]:
    """The prepositions right behind a measure and those that hang on it."""
    behind = _following(case.last)
    if behind is not None and behind.pos == "ADP":
        yield behind
    for token in case.tokens:
        yield from (c for c in token.children if c.dep == "prep" and c.i > case.last.i)


def _says_of_what(preposition: str, noun: Token, case: CountCase) -> bool:
    """Whether a preposition leads from a measure to what it measures."""
    if preposition == "in":
        bare = noun.pos == "NOUN" and not any(c.dep in ("det", "poss", "nummod") for c in noun.children)
        return bare and case.quantity.kind in ("money", "duration")
    return preposition == "of" or (preposition == "for" and case.quantity.kind == "money")


def _above(unit: Token, case: CountCase) -> Token | None:
    """The noun or clause that a measure hangs on."""
    behind = _following(case.last)
    if case.is_time and behind is not None and behind.lower in TIME_ADVERBS:
        return None
    preposition = ""
    for at in _upwards(unit):
        if case.is_time and at.lower in TIME_ADVERBS:
            return None
        if at.pos in ("ADP", "SCONJ"):
            preposition = at.lower
            if case.is_time and preposition in TIME_PREPOSITIONS:
                return None
        elif at.i not in case.taken and at.lower != "worth":
            if at.pos in NOUNS and not _is_time(at, case.words):
                return _real(at, case.words)
            if at.pos in VERBS:
                return _measured_by(at, preposition, case)
    return None


def _upwards(token: Token) -> Iterator[Token]:
    """The tokens above, the nearest first, up to some steps."""
    for _, at in zip(range(2 * _MOST_STEPS), token.ancestors, strict=False):
        yield at


def _measured_by(verb: Token, preposition: str, case: CountCase) -> Token | None:
    """What a verb says a measure of; never who gives, pays, seizes or reports it."""
    kind, lemma = case.quantity.kind, verb.lemma.lower()
    put = child(verb, "dobj") if preposition in (*RESULT_PREPOSITIONS, "for") else None
    if put is not None and put.i not in case.taken:
        return _real(put, case.words)
    passive = bool(preposition) and is_passive(verb)
    handed = kind in HANDED_OVER and lemma not in case.words.classes["verbs_of_measure"]
    given = kind == "share" and lemma in case.words.classes["verbs_of_giving"]
    return None if (handed or given) and not passive else _of_verb(verb, preposition, case.words)


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
        inner = _counted_inside(noun, words)
        if inner is None:
            break
        noun = inner
    if noun is None or noun.pos in ("PRON", "NUM", "DET", "SYM", "PUNCT") or noun.tag == "EX":
        return None
    return noun


def _counted_inside(noun: Token, words: QuantityVocabulary) -> Token | None:
    """What a noun that counts counts: the noun behind its "of"."""
    if noun.pos != "NUM" and noun.lemma.lower() not in words.classes["counting_nouns"]:
        return None
    of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    return child(of, "pobj") if of is not None else None


def phrase_of(noun: Token, after: int, taken: Collection[int]) -> list[Token]:
    """A noun with the adjectives and nouns right before it, behind the token `after`; no article, no number."""
    first = noun.i
    while first - 1 > after and _is_part(noun.parse[first - 1], noun, taken):
        first -= 1
    while first < noun.i and not noun.parse[first].text[:1].isalnum():
        first += 1
    return list(noun.parse[first : noun.i + 1])


def _is_part(before: Token, noun: Token, taken: Collection[int]) -> bool:
    """Whether a token before a noun belongs to its name."""
    inside = before.dep in NOUN_PARTS and (before.head == noun or before.head.i > before.i)
    if not inside or before.i in taken or before.pos in ("NUM", "DET", "ADP", "AUX"):
        return False
    return not before.is_space and (not before.is_punct or before.text in ("-", "'", "."))


def _following(token: Token) -> Token | None:
    return token.parse[token.i + 1] if token.i + 1 < len(token.parse) else None


def _before(token: Token) -> Token | None:
    return token.parse[token.i - 1] if token.i else None
