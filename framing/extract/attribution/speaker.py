"""Who a cue attributes to: the noun phrase in the cue's sentence."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.draft import token_spans
from framing.extract.attribution.voices import can_speak
from framing.records.article import Span, merged
from framing.text.grammar import DATES, agent, child, doer, is_passive, noun_phrase, trails
from framing.text.parse import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_MOST_WORDS = 30
_OPENING = 4
_MISREAD = ("dobj", "attr", "npadvmod", "dep", "oprd", "appos")
_INSIDE_PHRASE = ("compound", "det", "amod", "poss", "nummod", "nmod", "quantmod", "predet", "advmod")


_FINITE = ("VBD", "VBZ", "VBP", "VBN")


@dataclass(frozen=True)
class Voices:
    """What tells who can speak: types by head noun, and the verbs whose subject speaks the noun that is
    their object ("issued a warning")."""

    types: Mapping[str, str]
    support: frozenset[str]


def speaker_of(
    use: CueUse, content: list[Token], voices: Voices, heads: Set[int] = frozenset()
) -> tuple[list[Span], Token | None]:
    """Spans and head of the speaker's noun phrase; a relative pronoun comes with its antecedent.

    `heads` are the positions of the sentence's cue words. Empty where the sentence names nobody.
    """
    inside = {t.i for t in content}
    head = _head(use, inside, voices, heads)
    if head is None or head in use.tokens:
        return [], None
    if head.tag in ("WP", "WDT") or head.lower in ("that", "who", "which"):
        antecedent = _antecedent(head)
        if antecedent is None or antecedent.i in inside or head.i in inside:
            return [], None
        return merged([*_spans(use, antecedent), *token_spans(use.sentence, [head])]), antecedent
    named = head.dep == "nsubj" and head.text[:1].isupper()
    if head.pos not in _NOMINAL and head.tag not in ("VBG", "NN", "JJS", "JJR", "RBS", "RBR") and not named:
        return [], None
    return _spans(use, head), head


def _spans(use: CueUse, head: Token) -> list[Span]:
    cue = {t.i for t in use.tokens}
    tokens = [t for t in noun_phrase(head) if t.i not in cue][:_MOST_WORDS]
    return token_spans(use.sentence, tokens)[:1]


def _antecedent(pronoun: Token) -> Token | None:
    at = pronoun
    for _ in range(6):
        if at.dep == "relcl":
            return _no_date(at.head)
        if at.head == at:
            return None
        at = at.head
    return None


def _no_date(noun: Token) -> Token:
    """The noun that a relative clause behind a date belongs to ("released the *files* in July, which show …")."""
    if noun.text not in DATES or noun.dep != "pobj":
        return noun
    above = noun.head.head
    target = child(above, "dobj", "nsubjpass", "nsubj") if above.pos == "VERB" else above
    return target if target is not None and target.pos in ("NOUN", "PROPN") else noun


def _head(use: CueUse, inside: set[int], voices: Voices, heads: Set[int]) -> Token | None:
    match use.cue.pos:
        case "verb":
            found = _of_verb(use, inside, heads)
            return _able(found, use.head, inside, voices)
        case "noun":
            return _of_noun(use.head, inside, voices.support)
        case "adjective":
            return (
                doer(use.head.head) if use.head.dep in ("acomp", "attr", "conj", "oprd") else doer(use.head)
            )
        case "preposition":
            return _of_preposition(use)
        case "adverb":
            return None


def _of_verb(use: CueUse, inside: set[int], heads: Set[int]) -> Token | None:
    verb = use.head
    if asked_first(verb):
        return agent(verb)
    if (reporting := coordinated_with(verb, heads)) is not None:
        return doer(reporting)
    if "source_object" in use.cue.grammar and verb.tag == "VBG":
        target = child(verb, "dobj")
        if target is None or target.i not in inside:
            return target
    if (
        verb.dep == "pcomp"
        and verb.head.lower == "as"
        and (quoted := child(verb.head.head, "dobj")) is not None
    ):
        return quoted
    first = verb.head if verb.dep == "conj" and verb.head.tag == verb.tag else verb
    if first.dep == "acl" and first.tag == "VBG" and "evidence" not in use.cue.grammar:
        issuer = doer(first.head.head) if first.head.dep == "dobj" else None
        if issuer is not None:
            return issuer
    if trails(verb) and (reporting := _reporting_above(verb, heads)) is not None:
        return doer(reporting)
    if (before := _clause_before(verb)) is not None and before.i not in inside:
        return before
    found = doer(verb)
    if found is not None and found.tag == "VBG" and (beside := _before(verb, inside)) is not None:
        return beside
    if found is not None and found.i not in inside:
        return found
    if found is None and is_passive(verb):
        return None
    above = verb.head if verb.tag == "VBG" and verb.dep == "advcl" else None
    return (
        _number_before(verb)
        or (_before(verb, inside) if "object_to_infinitive" in use.cue.grammar else None)
        or _inverted(use.last, verb, inside)
        or _before(verb, inside)
        or (_inverted(above, above, inside) if above is not None and above.i in heads else None)
        or _higher(verb, inside)
    )


def _able(found: Token | None, verb: Token, inside: set[int], voices: Voices) -> Token | None:
    """A speaker, or whoever can speak in the clauses above where only a shared subject was found that cannot.

    "held a briefing to brag that …", "the aim is clear, but conceded that …": the parse hangs the cue on a
    noun or clause beside it.
    """
    if found is None or found.head == verb or can_speak(found, voices.types) or found.tag in ("WP", "WDT"):
        return found
    for above in verb.ancestors:
        who = child(above, "nsubj")
        if who is not None and who.i < verb.i and who.i not in inside and can_speak(who, voices.types):
            return who
    return found


def _reporting_above(verb: Token, heads: Set[int]) -> Token | None:
    """The reporting verb that a trailing participle goes on with ("said the talks failed, adding that …")."""
    for above in verb.ancestors:
        if (
            above.i in heads
            and above.i < verb.i
            and above.tag in _FINITE
            and child(above, "nsubj") is not None
        ):
            return above
    return None


def _clause_before(verb: Token) -> Token | None:
    """The subject of the clause before a finite cue that the parse took for its content ("Kim rose, then said …").

    The cue has its content behind it and no subject of its own.
    """
    if verb.tag not in _FINITE or child(verb, "nsubj", "csubj", "nsubjpass", "auxpass") is not None:
        return None
    clauses = [c for c in verb.children if c.dep == "ccomp"]
    if len(clauses) < 2 or not clauses[0].i < verb.i < clauses[-1].i:
        return None
    if any(t.text in ('"', "''") for t in clauses[0].subtree):
        return None
    return child(clauses[0], "nsubj")


def _number_before(verb: Token) -> Token | None:
    """A number of people that the parse took for a modifier of the cue ("About 4 in 10 say …")."""
    left = [c for c in verb.children if c.i < verb.i and c.dep in ("nummod", "amod", "nmod", "det")]
    return left[-1] if left and left[-1].i == verb.i - 1 and verb.tag in _FINITE else None


def _higher(verb: Token, inside: set[int]) -> Token | None:
    """The subject of the nearest clause above a cue that stands behind it ("Kim made a point of saying …")."""
    for above in verb.ancestors:
        who = child(above, "nsubj") if above.pos in ("VERB", "AUX") else None
        if who is not None and who.i < verb.i and who.i not in inside:
            return who if who.lower not in ("it", "there", "this", "that") else None
    return None


def coordinated_with(verb: Token, heads: Set[int]) -> Token | None:
    """The reporting verb that a cue is coordinated with, where the parse hung it on the reported clause.

    "He said the talks had failed and said that …": two verbs of reporting in one form belong together.
    """
    first = verb.head
    while first.dep == "conj" and first.i not in heads and first.head != first:
        first = first.head
    alike = first.i in heads and first.tag == verb.tag
    if verb.dep != "conj" or alike or child(verb, "nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    above = first.head
    if first.dep != "ccomp" or above.i not in heads or above.i > first.i or above.tag != verb.tag:
        return None
    return above


def asked_first(verb: Token) -> bool:
    """Whether a cue is the participle that opens its sentence ("Asked whether …, she said …"), a passive."""
    if verb.i > _OPENING or verb.tag not in ("VBN", "VBD"):
        return False
    before = [t for t in verb.parse[: verb.i] if not t.is_punct and t.lower not in ("when", "if", "once")]
    return not before and child(verb, "nsubj", "nsubjpass", "dobj") is None


def _inverted(last: Token, verb: Token, inside: set[int]) -> Token | None:
    """A speaker behind its cue that the parse took for an object (“…,” warned Kim)."""
    for c in verb.children:
        if c.i > last.i and c.dep in _MISREAD and c.i not in inside:
            return c if c.pos in ("PROPN", "NOUN", "PRON") and c.text not in DATES else None
    return None


def after_cue(use: CueUse) -> tuple[list[Span], Token | None]:
    """The speaker that stands right behind a cue after a quotation (“…,” said Kim)."""
    at = use.last.i + 1
    parse = use.head.parse
    if at >= len(parse) or (parse[at].pos not in (*_NOMINAL, "DET") and parse[at].dep != "amod"):
        return [], None
    head = parse[at]
    while head.dep in _INSIDE_PHRASE and head.head.i > head.i:
        head = head.head
    return (_spans(use, head), head) if head.pos in ("PROPN", "NOUN", "PRON") else ([], None)


def speaker_before(use: CueUse) -> tuple[list[Span], Token | None]:
    """The speaker that stands right before a cue, where the parse sees another subject."""
    head = _before(use.head, set()) or _before(use.head.head, set())
    return (_spans(use, head), head) if head is not None else ([], None)


def _before(verb: Token, inside: set[int]) -> Token | None:
    """The noun phrase right before a finite verb that the parse left without a subject."""
    if verb.tag not in _FINITE:
        return None
    at = verb.i - 1
    while at >= 0 and (verb.parse[at].pos in ("ADV", "AUX") or verb.parse[at].text in DATES):
        at -= 1
    if at > 0 and verb.parse[at].text == "," and (apposed := _apposed(verb, verb.parse[at - 1])) is not None:
        return None if apposed.i in inside else apposed
    if at < 0 or verb.parse[at].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    head = verb.parse[at]
    while head.dep in (*_INSIDE_PHRASE, "pobj", "prep") and head.head.i < verb.i and head.head != head:
        if head.head.pos not in ("PROPN", "NOUN", "PRON", "ADP"):
            break
        head = head.head
    head = _out_of_clauses(head)
    first = head.left_edge.i
    if at in inside and (first == 0 or verb.parse[first - 1].text != ","):
        return None
    return head if head.pos in ("PROPN", "NOUN", "PRON") and head.lower not in ("it", "there") else None


def _out_of_clauses(noun: Token) -> Token:
    """The antecedent of the relative clause that a noun ends ("an official who knew the plan")."""
    for above in noun.ancestors:
        if above.dep == "relcl" and above.head.i < noun.i and above.head.pos in ("NOUN", "PROPN", "PRON"):
            return above.head
    return noun


def _apposed(verb: Token, last: Token) -> Token | None:
    """The noun before a description in commas that a verb's parse lost ("Kim, the club's head, said")."""
    at: Token = last
    for _ in range(_MOST_WORDS):
        if at.dep == "appos" or at.head == at or at.head.i >= verb.i:
            break
        at = at.head
    name = at.head
    if at.dep != "appos" or name.pos not in ("PROPN", "NOUN") or at.left_edge.nbor(-1).text != ",":
        return None
    return name


def _of_noun(noun: Token, inside: set[int], support: frozenset[str]) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for c in noun.children:
        if c.dep == "prep" and c.lower in ("by", "from", "of"):
            who = child(c, "pobj")
            if who is not None and who.i not in inside:
                return who
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma.lower() in support and not is_passive(verb):
        return doer(verb)
    return None


def _of_preposition(use: CueUse) -> Token | None:
    if use.cue.rest[:1] == ("one's",):
        return child(use.last, "poss")
    for c in use.last.children:
        if c.dep == "pobj":
            return c
    return next((c for c in use.last.children if c.dep == "pcomp"), None)
