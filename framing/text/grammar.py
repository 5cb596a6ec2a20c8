"""The grammar of the clause, once for all extractors: voice, subject, doer, object, negation, phrases.

Plain functions over a dependency parse (labels of ClearNLP, as the English models give them). Where two families
need different answers, the difference is a named option, not a second function. `clause` puts the answers for one
verb together; what costs is worked out once a sentence and kept with its parse.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Literal, Protocol, TypeVar

from framing.text.parse import Parse, Token

Voice = Literal["active", "passive", "get_passive", "reduced_passive"]
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
PASSIVE = ("auxpass", "nsubjpass", "csubjpass")
RELATIVES = ("WDT", "WP")
NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = ("VBD", "VBZ", "VBP", "MD")
CLAUSES = ("advcl", "xcomp", "ccomp", "oprd", "pcomp", "acomp", "dep")
DATES = frozenset((*calendar.day_name, *calendar.month_name))
EXPLETIVES = ("it", "there", "this", "that", "what")
CHARGES = ("of", "for", "with", "from")
"""Prepositions behind which the object acts: "charged the guard with killing two men"."""
_SHARING = ("conj", "xcomp", "advcl", "parataxis", "ccomp", "pcomp", "acomp", "prep", "dep", "oprd", "attr")
"""Labels of verbs that share the subject of the word above them."""
_SUBJECT_CONTROL = ("promise", "spend", "use")
"""Verbs whose subject, not their object, does what their infinitive says: "used the boat to flee"."""
_NOUN_ROLES = ("oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT")
_MOST_STEPS = 6
_SET_OFF = (",", "-", "–", "—")
_PASSED = ("while", '"', "''", "'")
_MARKS = ('"', "'", "''", "``", "(", ")", "[", "]", "$", "%", "#", "£", "€")


class CountedSpan(Protocol):
    """A number phrase by its place in the sentence."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Clause:
    """What the grammar says of one verb; None where the sentence does not have it."""

    verb: Token
    voice: Voice
    subject: Token | None
    doer: Token | None
    object: Token | None
    negated: bool
    modal: Token | None
    finite: bool
    infinitive: bool


T = TypeVar("T")


def _once(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """The function with its answers kept in the parse that they are about."""
    name = function.__name__

    @wraps(function)
    def kept(token: Token) -> T:
        memo = token.parse.memo
        key = (name, token.i)
        if key not in memo:
            memo[key] = function(token)
        answer: T = memo[key]
        return answer

    return kept


# -- children ---------------------------------------------------------------------------------------


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these dependency labels."""
    for c in token.children:
        if c.dep in deps:
            return c
    return None


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of these dependency labels, in text order."""
    return [c for c in token.children if c.dep in deps]


def is_verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


# -- voice, mood, polarity --------------------------------------------------------------------------


@_once
def voice(verb: Token) -> Voice:
    """The voice of a verb.

    Passive with an auxiliary ("was hit", also with that of the verb it is coordinated with), with *get* ("got
    hit"), or reduced: a past participle behind a noun or as a clause of its own, without auxiliary and subject.

    >>> from framing.text.spacy_adapter import parse_of
    >>> sentence = parse_of("The bridge was hit by shells, a plan rejected by both sides, and men got hurt.")
    >>> [(t.text, voice(t)) for t in sentence if t.text in ("hit", "rejected", "hurt")]
    [('hit', 'passive'), ('rejected', 'reduced_passive'), ('hurt', 'get_passive')]
    """
    auxiliary = child(verb, "auxpass")
    if auxiliary is not None and _is_has(auxiliary, verb):
        return "active"
    if auxiliary is not None:
        return "get_passive" if auxiliary.lemma == "get" else "passive"
    if child(verb, "nsubjpass", "csubjpass") is not None:
        return "passive"
    if verb.tag != "VBN" or child(verb, "nsubj", "aux") is not None:
        return "active"
    if verb.dep == "conj":
        shares = verb.head.tag == "VBN" and child(verb, "dobj") is None
        return voice(verb.head) if shares else "active"
    return "reduced_passive" if verb.dep in ("acl", "advcl", "relcl", "ROOT") else "active"


def _is_has(auxiliary: Token, verb: Token) -> bool:
    """Whether *'s* before a participle is *has*: somebody's said, with a clause behind ("he's said that …"); not
    "it's said that …", nor "she's told that …", which has an object besides."""
    who = child(verb, "nsubjpass", "nsubj")
    short = auxiliary.text.lower() in ("'s", "’s") and verb.lemma != "tell"
    return short and who is not None and who.lower not in EXPLETIVES and child(verb, "ccomp") is not None


def is_passive(verb: Token, *, reduced: bool = True) -> bool:
    """Whether a verb is passive; without `reduced` only by an auxiliary, its own or a shared one."""
    return voice(verb) in ("passive", "get_passive", *(("reduced_passive",) if reduced else ()))


def agent(verb: Token) -> Token | None:
    """The noun of the by-phrase of a passive."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with *to*."""
    return any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether a verb is finite by its own form or that of an auxiliary."""
    return verb.tag in FINITE or any(c.tag in FINITE for c in verb.children if c.dep in ("aux", "auxpass"))


def is_negated(verb: Token) -> bool:
    return child(verb, "neg") is not None


def modal(verb: Token) -> Token | None:
    """The modal auxiliary of a verb ("may have", "will")."""
    return next((c for c in verb.children if c.tag == "MD" and c.dep == "aux"), None)


@_once
def clause(verb: Token) -> Clause:
    """What the grammar says of a verb.

    >>> from framing.text.spacy_adapter import parse_of
    >>> found = clause(parse_of("The men were not killed by the storm.")[4])
    >>> found.voice, str(found.subject), str(found.doer), found.negated
    ('passive', 'men', 'storm', True)
    """
    return Clause(
        verb,
        voice(verb),
        subject(verb),
        doer(verb),
        object_of(verb),
        is_negated(verb),
        modal(verb),
        is_finite(verb),
        is_infinitive(verb),
    )


# -- subjects ---------------------------------------------------------------------------------------


@_once
def doer(verb: Token) -> Token | None:
    """The noun that does what a verb says: the agent of a passive, else the subject; of a relative clause the pronoun.

    A passive that is coordinated with another shares its agent. None for passives without a by-phrase.
    """
    if is_passive(verb):
        own = agent(verb)
        return own if own is not None or verb.dep != "conj" else agent(verb.head)
    return _subject(verb, of_speaker=True)


def subject(verb: Token, *, of_speaker: bool = False) -> Token | None:
    """The subject of a verb: its own, that of the clause it shares one with, or the noun it describes.

    A coordinated verb, an infinitive and a participle clause share the subject of the verb above them, or its
    object where that is whom it directs or charges ("told him to go"); a participle behind a noun has that noun. A
    relative pronoun is replaced by its antecedent. A participle behind a report belongs to what is reported ("officials
    said a blast hit the market, killing two"), with `of_speaker` to whoever reports ("…, adding that two died").

    >>> from framing.text.spacy_adapter import parse_of
    >>> sentence = parse_of("The guard, who was charged with hiding it, told the driver to wait.")
    >>> [(t.text, str(subject(t))) for t in sentence if t.text in ("charged", "hiding", "wait")]
    [('charged', 'guard'), ('hiding', 'guard'), ('wait', 'driver')]
    """
    found = _subject(verb, of_speaker=of_speaker)
    return antecedent(found) if found is not None else None


def _subject(verb: Token, *, of_speaker: bool) -> Token | None:
    """The subject of a verb, relative pronouns as they stand."""
    at = _main_verb(verb) if of_speaker and trails(verb) else verb
    for _ in range(_MOST_STEPS):
        own = _own_subject(at)
        if at is not verb:
            own = _of_clause_above(verb, at, own, of_speaker=of_speaker)
        if own is not None and own.dep == "csubj":
            return child(own, "nsubj") or own
        if own is not None and own.text not in DATES:
            return own
        noun, above = _shared(at, of_speaker=of_speaker)
        if noun is not None or above is None:
            return noun
        at = above
        if at.pos in NOMINAL and at.dep in ("nsubj", "nsubjpass"):
            return at
    return None


def _of_clause_above(verb: Token, above: Token, own: Token | None, *, of_speaker: bool) -> Token | None:
    """What a verb shares of the clause above it, whose own subject is given, if it has one.

    Not "it" of "It said it had begun — but denied …", and for "it was a blast, killing two" the blast.
    """
    if above.lemma == "be" and (own is None or own.lower in EXPLETIVES or own.dep == "csubj"):
        return child(above, "attr") or own
    if own is not None and own.pos == "PRON" and above.dep == "ccomp" and _resumes(verb):
        return _subject(above.head, of_speaker=of_speaker) or own
    return own


def _own_subject(verb: Token) -> Token | None:
    """The subject that hangs on a verb: of several before it the nearest ("Voters, Kim suggested, …")."""
    found = children(verb, *SUBJECTS)
    before = [c for c in found if c.i < verb.i]
    return before[-1] if before else found[0] if found else None


def _shared(verb: Token, *, of_speaker: bool) -> tuple[Token | None, Token | None]:
    """Whose subject a verb without one shares: a noun that is it, or the word above to ask."""
    head = verb.head
    if head is verb:
        return None, None
    match verb.dep:
        case "amod":
            return head, None
        case "acl" | "relcl":
            return _described(verb)
        case "xcomp":
            return child(head, "dobj") if head.lemma not in _SUBJECT_CONTROL else None, head
        case "pcomp" if head.pos in ("ADP", "SCONJ"):
            return _charged(verb), None if head.head.pos in NOMINAL else head.head
        case "advcl" if not of_speaker:
            reported = [c for c in children(head, "ccomp") if c.i < verb.i and c is not verb]
            return None, reported[-1] if reported else head
    return None, head if verb.dep in _SHARING else None


def _described(verb: Token) -> tuple[Token | None, Token | None]:
    """The noun that a clause stands behind, or the verb above it where the clause says what the noun is for.

    "a man holding a sign": the man; "gave permission to use it": whoever was given it.
    """
    noun = verb.head
    if verb.dep == "acl" and verb.tag in ("VBG", "VBN"):
        return noun, None
    if verb.dep == "acl" and noun.dep == "dobj":
        return None, noun.head
    if is_infinitive(verb) and verb.tag == "VB":
        return None, _above_noun(noun)
    return noun, None


def _charged(verb: Token) -> Token | None:
    """The object of a verb that says what it did: "accused *the guard* of hiding it"."""
    accused = child(verb.head.head, "dobj") if verb.head.lower in CHARGES else None
    return accused if accused is not None and accused.i < verb.i else None


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


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for, or the token itself.

    >>> from framing.text.spacy_adapter import parse_of
    >>> parse = parse_of("The blast that killed three miners was heard for miles.")
    >>> antecedent(parse[2]).text
    'blast'
    """
    if token.tag in RELATIVES or (token.lower == "that" and token.dep in SUBJECTS):
        for verb in (token.head, *token.head.ancestors):
            if verb.dep in ("relcl", "acl"):
                return _undated(verb.head)
    return token


def _undated(noun: Token) -> Token:
    """The noun that a clause behind a date belongs to ("released the *files* in July, which show …")."""
    dated = noun.text in DATES or (noun.pos == "NUM" and noun.head.lower == "in")
    if not dated or noun.dep != "pobj":
        return noun
    above = noun.head.head
    target: Token | None = above
    if above.pos == "VERB":
        target = child(above, "dobj") or child(above, "nsubjpass") or child(above, "nsubj")
    return target if target is not None and target.pos in ("NOUN", "PROPN") else noun


# -- objects ----------------------------------------------------------------------------------------


def object_of(verb: Token, numerals: Sequence[CountedSpan] = ()) -> Token | None:
    """The noun of the number phrase right behind the verb, or else its direct object.

    The number comes first, since a parse of "killed seven and injured dozens" easily skips it.
    """
    if verb.i + 1 < len(verb.parse):
        behind = verb.nbor(1).idx
        for numeral in numerals:
            if numeral.start == behind:
                return counted_noun(verb.parse, numeral)
    own = [c for c in children(verb, "dobj") if c.i > verb.i and c.tag not in RELATIVES]
    return own[0] if own else None


def counted_noun(parse: Parse, numeral: CountedSpan) -> Token:
    """The noun a number phrase counts, or its last word where no noun follows."""
    last = [token for token in parse if numeral.start <= token.idx < numeral.end][-1]
    while last.dep in ("nummod", "quantmod", "compound", "amod", "det") and last.head.i > last.i:
        last = last.head
    counted = child(last, "pobj") if last.lower == "of" else None
    return last if counted is None else counted


# -- phrases ----------------------------------------------------------------------------------------


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
    start, end = 0, len(tokens)
    while start < end and _edge(tokens[start]):
        start += 1
    while end > start and _edge(tokens[end - 1]):
        end -= 1
    return tokens[start:end]


def _edge(token: Token) -> bool:
    if token.text in _MARKS:
        return False
    return token.is_punct or token.is_space or token.dep == "cc" or token.text in ("-", "–", "—")


def left_edge(noun: Token) -> int:
    """Index of the first token of a noun phrase: its determiners, numbers, adjectives and compounds."""
    edge = noun.i
    for child in noun.lefts:
        if child.dep in ("relcl", "acl", "cc", "conj", "preconj", "advcl", "mark", "nsubj", "cop", "aux"):
            continue
        if child.dep == "punct" and child.text not in ('"', "'", "-", "(", "''"):
            continue
        edge = min(edge, child.left_edge.i)
    return edge


def phrase_head(noun: Token) -> Token:
    """The noun that a phrase ending in this noun is about: "explosion" for "explosion at a factory"."""
    while noun.head.i < noun.i:
        above = noun.head.head if noun.dep == "pobj" else noun.head
        if noun.dep not in ("pobj", "compound", "conj") or above.pos not in ("NOUN", "PROPN", "NUM"):
            break
        noun = above
    return noun


def noun_before(token: Token) -> Token | None:
    """The head of the noun phrase that ends right before a token, adverbs and auxiliaries apart."""
    for at in range(token.i - 1, max(token.i - 6, -1), -1):
        before = token.parse[at]
        if before.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            while (
                before.head.i < token.i and before.head.i > before.i and before.dep in ("nummod", "compound")
            ):
                before = before.head
            while before.dep == "conj" and before.head.i + 1 < before.i and _listed(before.head):
                before = before.head
            if before.dep == "pobj" and before.head.lower == "of" and before.head.head.pos in ("NOUN", "NUM"):
                return before.head.head
            return before
        if before.pos not in ("ADV", "AUX", "PART") and before.lower not in ("reported", "feared", "found"):
            return None
    return None


def _listed(noun: Token) -> bool:
    """Whether a list goes on right behind a noun, so that what is said later is said of it too."""
    following = noun.nbor(1)
    return following.dep == "cc" or following.text == ","


def prepositions(token: Token) -> Iterator[tuple[Token, Token]]:
    """The prepositions that hang on a word, each with its object noun."""
    for preposition in children(token, "prep", "agent", "dative"):
        for noun in children(preposition, "pobj"):
            yield preposition, noun
        for inner, noun in prepositions(preposition):
            yield inner, noun


def clause_root(token: Token) -> Token:
    """The nearest verb above a word, or the top of its sentence."""
    for ancestor in token.ancestors:
        if is_verbal(ancestor):
            return ancestor
    return token.root
