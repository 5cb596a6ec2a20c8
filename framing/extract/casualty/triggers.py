"""Where casualty words stand in a sentence: every reading the lexicon offers, the most specific first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from framing.extract.casualty.vocabulary import Form, Vocabulary
from framing.extract.rules import Rule, first
from framing.lexicon.casualty import CasualtyWord
from framing.text.grammar import child, children
from framing.text.parse import Parse, Token

MINOR = 3
"""Words of so few letters stay in lower case in headlines."""
REACH = 10
"""How many tokens behind a verb its complement may stand ("shot … dead")."""
LONGEST_TITLE = 8
"""The name of a work has at most so many longer words."""
LONGEST_EXCEPTION = 4
"""How many tokens before a trigger a fixed expression that holds it may begin."""


class NoCasualty:
    """What an exclusion makes: the word speaks of no casualty here."""

    def __repr__(self) -> str:
        return "no casualty"


NO_CASUALTY: Final = NoCasualty()


def no_casualty(case: object) -> NoCasualty:
    """No row."""
    return NO_CASUALTY


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reading of a casualty word: the tokens it consists of and the one the syntax hangs on."""

    word: CasualtyWord
    tokens: tuple[Token, ...]
    anchor: Token

    @property
    def start(self) -> int:
        return self.tokens[0].i

    @property
    def end(self) -> int:
        return self.tokens[-1].i + 1

    @property
    def offset(self) -> int:
        """Where the character behind the trigger stands in the sentence."""
        return self.tokens[-1].idx + len(self.tokens[-1].text)


class _TriggerSentence:
    """What is asked of a whole sentence, worked out once and only where a casualty word stands in it."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(token.lower for token in self.parse)

    @cached_property
    def is_headline(self) -> bool:
        """Whether most longer words are capitalised, so that a capital says nothing."""
        longer = [token for token in self.parse if token.is_alpha and len(token) > MINOR]
        return 2 * sum(token.text[0].isupper() for token in longer) > len(longer)


@dataclass(frozen=True)
class Occurrence:
    """A form of the lexicon where it stands in a sentence, before it is known to speak of casualties."""

    word: CasualtyWord
    tokens: tuple[Token, ...]
    sentence: _TriggerSentence
    vocabulary: Vocabulary

    @cached_property
    def companions(self) -> Sequence[Token] | None:
        """The object or complement that belongs to the trigger; None where the lexicon asks for one in vain."""
        if self.word.takes:
            return _objects(self.tokens[0], self.word)[:1] or None
        return _complement(self.tokens[-1], self.word) if self.word.complement else ()


def lacks_context(case: Occurrence) -> bool:
    """The sentence has none of the words that the entry asks for."""
    return bool(case.word.context) and case.sentence.words.isdisjoint(case.word.context)


def is_in_fixed_expression(case: Occurrence) -> bool:
    """The word is part of a fixed expression in which it says something else."""
    parse = case.sentence.parse
    before, last = case.tokens[0].i, case.tokens[-1].i
    return any(
        owner == case.word.id and _matches(parse, start, phrase) and start + len(phrase) > before
        for start in range(max(0, before - LONGEST_EXCEPTION), last + 1)
        for phrase, owner in case.vocabulary.exceptions.get(parse[start].lower, ())
    )


def is_in_name(case: Occurrence) -> bool:
    """The word is capitalised as part of a name, and the sentence is no headline."""
    token = case.tokens[0]
    if case.word.in_names or token.i == 0 or not token.is_title or case.sentence.is_headline:
        return False
    before = token.nbor(-1)
    opens = not before.is_alpha and not before.like_num
    return not opens or token.tag in ("NNP", "NNPS")


def is_in_quoted_title(case: Occurrence) -> bool:
    """The word is capitalised in the name of a work: "The Murder of Roger Ackroyd" between quotation marks."""
    token = case.tokens[0]
    longer = [t for t in _quoted_around(token) if t.is_alpha and len(t) > MINOR] if token.is_title else []
    return 1 < len(longer) <= LONGEST_TITLE and all(t.text[0].isupper() for t in longer)


def _quoted_around(token: Token) -> Sequence[Token]:
    """The words between the quotation marks around a token; none where it stands outside."""
    marks = [t.i for t in token.parse if t.text in ('"', "``", "''")]
    before, behind = [i for i in marks if i < token.i], [i for i in marks if i > token.i]
    outside = not behind or len(before) % 2 == 0
    return () if outside else token.parse[before[-1] + 1 : behind[0]]


def is_not_denied(case: Occurrence) -> bool:
    """The word says so only when negated, and it is not negated here."""
    return case.word.denied and not _is_denied(case.tokens[0])


def lacks_companion(case: Occurrence) -> bool:
    """The object or complement that the entry asks for is not there."""
    return case.companions is None


EXCLUSIONS: tuple[Rule[Occurrence, NoCasualty], ...] = (
    Rule("no-context", "The mayor *succumbed* to pressure.", no_casualty, (lacks_context,)),
    Rule(
        "fixed-expression",
        "The talks reached a *dead* end on Monday.",
        no_casualty,
        (is_in_fixed_expression,),
    ),
    Rule("part-of-a-name", "Representative *Lynch* declined to comment.", no_casualty, (is_in_name,)),
    Rule(
        "title-of-work",
        'She read "The *Murder* of Anna Cole" on the train.',
        no_casualty,
        (is_in_quoted_title,),
    ),
    Rule("not-denied", "Two miners *survived* the blast.", no_casualty, (is_not_denied,)),
    Rule("companion-missing", "Police *shot* at the tyres of the van.", no_casualty, (lacks_companion,)),
)
"""Why a word of the lexicon is no trigger where it stands."""


def find_triggers(parse: Parse, vocabulary: Vocabulary) -> Iterator[list[Trigger]]:
    """For each place in the sentence the readings that start there, longest and most specific first."""
    for occurrences in occurrences_in(parse, vocabulary):
        readings = [trigger_of(case) for case in occurrences if first(EXCLUSIONS, case) is None]
        if readings:
            yield sorted(readings, key=lambda r: (-len(r.tokens), r.word.victims == "any"))


def occurrences_in(parse: Parse, vocabulary: Vocabulary) -> Iterator[list[Occurrence]]:
    """For each place in the sentence the forms of the lexicon that start there."""
    sentence = _TriggerSentence(parse)
    for token in parse.tokens:
        found = [
            Occurrence(word, tuple(parse[token.i : token.i + len(phrase)]), sentence, vocabulary)
            for phrase, word in vocabulary.triggers.get(token.lower, ())
            if len(phrase) == 1 or _matches(parse, token.i, phrase)
        ]
        if found:
            yield found


def trigger_of(case: Occurrence) -> Trigger:
    """The trigger that an occurrence is."""
    tokens = case.tokens
    anchor = _noun(tokens) if case.word.grammar in ("event_noun", "toll", "remains") else tokens[0]
    whole = sorted({*tokens, *(case.companions or ())}, key=lambda token: token.i)
    return Trigger(case.word, tuple(whole), _verb(tokens, anchor))


def _matches(parse: Parse, start: int, phrase: Form) -> bool:
    end = start + len(phrase)
    return end <= len(parse) and all(
        token.lower == form for token, form in zip(parse[start:end], phrase, strict=True)
    )


def _is_denied(verb: Token) -> bool:
    """Whether a verb is negated, or its subject is nobody: "did not survive", "no passengers survived"."""
    nobody = any(
        who.lower in ("none", "nobody") or any(c.lower == "no" for c in who.children)
        for who in children(verb, "nsubj")
    )
    return nobody or child(verb, "neg") is not None


def _objects(verb: Token, word: CasualtyWord) -> list[Token]:
    """The objects of a verb, also behind its "of", that are nouns the word takes ("took the lives of")."""
    objects = children(verb, "dobj", "nsubjpass", *(("nsubj",) if verb.tag == "VBN" else ()))
    objects += [o for c in (verb, *objects) for p in c.children if p.lower == "of" for o in p.children]
    described = [verb.head] if verb.dep in ("acl", "relcl") else []
    return [one for one in (*objects, *described) if one.lower in word.takes]


def _complement(last: Token, word: CasualtyWord) -> Sequence[Token] | None:
    """The words that must follow in the clause ("shot … dead"), or None."""
    parse = last.parse
    for start in range(last.i + 1, min(last.i + 1 + REACH, len(parse))):
        if parse[start].text in ";:" or (parse[start].pos == "VERB" and parse[start].dep in ("ROOT", "conj")):
            return None
        for complement in word.complement:
            phrase = tuple(complement.split())
            if _matches(parse, start, phrase):
                return parse[start : start + len(phrase)]
    return None


def _verb(tokens: Sequence[Token], default: Token) -> Token:
    """The verb of a phrase such as "fatally shot", which its syntax hangs on."""
    if len(tokens) > 1:
        for token in tokens:
            if token.pos == "VERB" and token.tag != "NN":
                return token
    return default


def _noun(tokens: Sequence[Token]) -> Token:
    """The head noun of a phrase: "loss of life" hangs on "loss", "death toll" on "toll"."""
    return next((t for t in tokens if t.head not in tokens), tokens[-1])
