"""Where casualty words stand in a sentence: every reading the lexicon offers, the most specific first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.extract.casualty.words import Vocabulary
from framing.lexicon.casualty import CasualtyWord
from framing.text.parse import Parse, Token

MINOR = 3
"""Words of so few letters stay in lower case in headlines."""
REACH = 10
"""How many tokens behind a verb its complement may stand ("shot … dead")."""


@dataclass(frozen=True)
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


def find_triggers(parse: Parse, vocabulary: Vocabulary) -> Iterator[list[Trigger]]:
    """For each place in the sentence the readings that start there, longest and most specific first."""
    lowered = {token.lower for token in parse}
    headline = _is_headline(parse)
    for token in parse:
        readings = []
        for phrase, word in vocabulary.triggers.get(token.lower, ()):
            if not _matches(parse, token.i, phrase) or (word.context and lowered.isdisjoint(word.context)):
                continue
            tokens = list(parse[token.i : token.i + len(phrase)])
            if _excepted(parse, tokens, word, vocabulary) or (not headline and _in_name(token, word)):
                continue
            if word.denied and not _is_denied(token):
                continue
            extra = _companions(tokens, word)
            if extra is not None:
                anchor = tokens[0] if word.grammar not in ("event_noun", "toll") else _noun(tokens)
                ordered = sorted({*tokens, *extra}, key=lambda t: t.i)
                readings.append(Trigger(word, tuple(ordered), _verb(tokens, anchor)))
        if readings:
            yield sorted(readings, key=lambda r: (-len(r.tokens), r.word.victims == "any"))


def _matches(parse: Parse, start: int, phrase: tuple[str, ...]) -> bool:
    end = start + len(phrase)
    return end <= len(parse) and all(
        token.lower == form for token, form in zip(parse[start:end], phrase, strict=True)
    )


def _is_denied(verb: Token) -> bool:
    """Whether a verb is negated, or its subject is nobody: "did not survive", "no passengers survived"."""
    subjects = [c for c in verb.children if c.dep == "nsubj"]
    none = any(s.lower == "none" or any(c.lower == "no" for c in s.children) for s in subjects)
    return none or any(c.dep == "neg" for c in verb.children)


def _is_headline(parse: Parse) -> bool:
    """Whether most longer words are capitalised, so that a capital says nothing."""
    longer = [token for token in parse if token.is_alpha and len(token) > MINOR]
    return 2 * sum(token.text[0].isupper() for token in longer) > len(longer)


def _in_name(token: Token, word: CasualtyWord) -> bool:
    """Whether a trigger is part of a name: "the Wounded Deer Fund", "Representative Slaughter"."""
    if word.in_names or token.i == 0 or not token.is_title:
        return False
    opens = not token.nbor(-1).is_alpha and not token.nbor(-1).like_num
    return not opens or token.tag in ("NNP", "NNPS")


def _excepted(parse: Parse, tokens: list[Token], word: CasualtyWord, vocabulary: Vocabulary) -> bool:
    """Whether a fixed expression of the word's exceptions covers the trigger."""
    first, last = tokens[0].i, tokens[-1].i
    for start in range(max(0, first - 4), last + 1):
        for phrase, owner in vocabulary.exceptions.get(parse[start].lower, ()):
            if owner == word.id and _matches(parse, start, phrase) and start + len(phrase) > first:
                return True
    return False


def _companions(tokens: list[Token], word: CasualtyWord) -> list[Token] | None:
    """The object or complement that belongs to the trigger; None where the lexicon asks for one in vain."""
    verb = tokens[0]
    if word.takes:
        objects = [c for c in verb.children if c.dep in ("dobj", "nsubjpass")]
        objects += [o for c in (verb, *objects) for p in c.children if p.lower == "of" for o in p.children]
        objects = [c for c in objects if c.lower in word.takes]
        if verb.dep in ("acl", "relcl") and verb.head.lower in word.takes:
            objects.append(verb.head)
        return objects[:1] or None
    if not word.complement:
        return []
    parse = verb.parse
    for start in range(tokens[-1].i + 1, min(tokens[-1].i + 1 + REACH, len(parse))):
        if parse[start].text in ";:" or (parse[start].pos == "VERB" and parse[start].dep in ("ROOT", "conj")):
            break
        for complement in word.complement:
            phrase = tuple(complement.split())
            if _matches(parse, start, phrase):
                return list(parse[start : start + len(phrase)])
    return None


def _verb(tokens: list[Token], default: Token) -> Token:
    """The verb of a phrase such as "fatally shot", which its syntax hangs on."""
    if len(tokens) > 1:
        for token in tokens:
            if token.pos == "VERB" and token.tag != "NN":
                return token
    return default


def _noun(tokens: list[Token]) -> Token:
    """The head noun of a phrase: "loss of life" hangs on "loss", "death toll" on "toll"."""
    return next((t for t in tokens if t.head not in tokens), tokens[-1])
