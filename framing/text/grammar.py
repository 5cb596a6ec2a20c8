"""The grammar of a clause: voice, subject, by-phrase, and the extent of a noun phrase.

Plain functions over a spaCy dependency parse (labels of the English models, after ClearNLP).
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator

from framing.text.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMB = ("conj", "xcomp", "advcl", "parataxis", "ccomp", "pcomp", "acomp", "prep", "dep", "oprd", "attr")
_NOUN_ROLES = ("oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT")
_MOST_STEPS = 6
_SET_OFF = (",", "-", "–", "—")
_PASSED = ("while", '"', "''", "'")
DATES = frozenset((*calendar.day_name, *calendar.month_name))


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these dependency labels."""
    return next((c for c in token.children if c.dep in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb is a passive: with an auxiliary, or a past participle after a noun or as a clause."""
    if child(verb, "auxpass") is not None or child(verb, "nsubjpass") is not None:
        return True
    if verb.tag != "VBN" or child(verb, "nsubj") is not None:
        return False
    if any(c.dep == "aux" for c in verb.children):
        return False
    if verb.dep == "conj" and verb.head.tag == "VBN":
        return is_passive(verb.head)
    return verb.dep in ("acl", "advcl", "relcl", "ROOT")


def agent(verb: Token) -> Token | None:
    """The noun of the by-phrase of a passive."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def subject(verb: Token) -> Token | None:
    """The noun that does what the verb says: its own subject, or the one it shares.

    A coordinated verb, an infinitive and a participle clause share the subject of the verb above them;
    a participle after a noun ("a statement saying") has that noun. None for passives without a
    by-phrase and where no subject is found.
    """
    at = verb
    if trails(verb):
        at = _main_verb(verb)
    for _ in range(_MOST_STEPS):
        if is_passive(at) and at == verb:
            if verb.dep == "conj" and agent(verb) is None:
                return agent(verb.head)
            return agent(at)
        own = _own_subject(at)
        if own is None and at != verb:
            own = child(at, "nsubjpass")
        if own is not None and own.text not in DATES:
            if own.dep == "csubj":
                return child(own, "nsubj") if own.tag == "VBG" else None
            if own.pos == "PRON" and at.dep == "ccomp" and at != verb and _resumes(verb):
                return subject(at.head) or own
            return own
        if at.dep == "xcomp" and (controller := child(at.head, "dobj")) is not None:
            return controller
        if at.dep == "acl" and at.tag in ("VBG", "VBN"):
            return at.head
        if at.dep == "acl" and at.head.dep == "dobj":
            at = at.head.head
            continue
        if at.dep in ("relcl", "acl") and _is_infinitive(at):
            at = _above_noun(at.head)
            continue
        if at.dep == "relcl":
            return at.head
        if at.dep not in _CLIMB or at.head == at:
            return None
        at = at.head
        if at.pos in ("NOUN", "PROPN", "PRON") and at.dep in ("nsubj", "nsubjpass"):
            return at
    return None


def _own_subject(verb: Token) -> Token | None:
    """The subject of a verb: of several before it, the nearest ("Voters, Kim suggested, …")."""
    found = [c for c in verb.children if c.dep in ("nsubj", "csubj")]
    before = [c for c in found if c.i < verb.i]
    return before[-1] if before else found[0] if found else None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def _above_noun(noun: Token) -> Token:
    """The verb that governs a noun, through prepositions and other nouns."""
    at = noun
    while at.pos in ("NOUN", "PROPN", "PRON", "ADP", "ADJ") and at.head != at:
        at = at.head
    return at


def _resumes(verb: Token) -> bool:
    """Whether a coordinated verb is set off from a reported clause ("It said it had begun — but denied …")."""
    first = verb.i - 1
    while first > 0 and verb.parse[first].pos in ("ADV", "AUX"):
        first -= 1
    return (
        verb.dep == "conj" and first > 0 and verb.parse[first].dep == "cc" and verb.parse[first - 1].is_punct
    )


def trails(verb: Token) -> bool:
    """Whether a participle clause is set off at the end of its sentence (“…, adding that …”)."""
    first = verb.i
    while first > 0 and (
        verb.parse[first - 1].pos in ("ADV", "PART") or verb.parse[first - 1].text in _PASSED
    ):
        first -= 1
    return verb.tag == "VBG" and verb.dep == "advcl" and first > 0 and verb.parse[first - 1].text in _SET_OFF


def _main_verb(verb: Token) -> Token:
    """The verb of the main clause, above the reported clause that the parse hung a participle on."""
    at = verb.head
    for _ in range(_MOST_STEPS):
        if at.dep in ("ccomp", "acl", "relcl") and at.head.i < at.i:
            at = at.head
            while at.pos in ("NOUN", "PROPN", "PRON") and at.head != at and at.head.i < at.i:
                at = at.head
        else:
            break
    return at


def noun_phrase(noun: Token) -> list[Token]:
    """The tokens of a noun phrase with its apposition, without relative and participle clauses behind it.

    A head that is a participle clause's noun ("officials citing …") keeps what stands before the clause.
    """
    left_out: set[int] = set()
    for word in noun.subtree:
        if word == noun or word.dep not in ("relcl", "acl", "advcl", "parataxis", "ccomp", "dep", "punct"):
            continue
        if word.dep == "punct":
            continue
        if word.dep == "acl" and word.head == noun and word.tag == "VBN" and len(list(word.subtree)) <= 5:
            continue
        left_out.update(t.i for t in word.subtree)
    return connected(noun, (t for t in noun.subtree if t.i not in left_out))


def noun_chunks(parse: Parse) -> Iterator[Token]:
    """The heads of the noun phrases of a sentence that stand in no other: each begins at its `left_edge`.

    >>> from framing.text.spacy_adapter import parse_of
    >>> [noun.text for noun in noun_chunks(parse_of("The old dam near the town burst."))]
    ['dam', 'town']
    """
    last = -1
    for word in parse:
        if word.pos not in ("NOUN", "PROPN", "PRON") or word.left_edge.i <= last:
            continue
        first = word
        while first.dep == "conj" and (first is word or first.head.i < first.i):
            first = first.head
        if first.dep in _NOUN_ROLES:
            last = word.i
            yield word


def connected(noun: Token, tokens: Iterable[Token]) -> list[Token]:
    """The run of tokens around `noun` without gap, stripped of punctuation and conjunctions at its ends."""
    by_index = {t.i: t for t in tokens}
    first = last = noun.i
    while first - 1 in by_index:
        first -= 1
    while last + 1 in by_index:
        last += 1
    return stripped([by_index[i] for i in range(first, last + 1)])


def stripped(tokens: list[Token]) -> list[Token]:
    """Tokens without punctuation and conjunctions at either end; quotation marks and brackets stay."""
    keep = ('"', "'", "''", "``", "(", ")", "[", "]", "$", "%", "#", "£", "€")
    start, end = 0, len(tokens)
    while start < end and _edge(tokens[start], keep):
        start += 1
    while end > start and _edge(tokens[end - 1], keep):
        end -= 1
    return tokens[start:end]


def _edge(token: Token, keep: tuple[str, ...]) -> bool:
    if token.text in keep:
        return False
    return token.is_punct or token.is_space or token.dep == "cc" or token.text in ("-", "–", "—")
