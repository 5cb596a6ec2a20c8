"""Who a cue attributes to: the noun phrase in the cue's sentence, by the first rule that finds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from framing.extract.attribution.candidate import token_spans
from framing.extract.attribution.constructions import CueCase
from framing.extract.attribution.constructions.passives import asked_first
from framing.extract.attribution.cues import CueUse
from framing.extract.rules import Rule, first
from framing.records.article import Span, merged
from framing.text.grammar import (
    DATES,
    NOMINAL,
    agent,
    antecedent,
    child,
    doer,
    is_passive,
    is_verbal,
    noun_phrase,
    trails,
)
from framing.text.parse import Token

_MOST_WORDS = 30
_MOST_IN_COMMAS = 15
_MISREAD = ("dobj", "attr", "npadvmod", "dep", "oprd", "appos")
_INSIDE_PHRASE = ("compound", "det", "amod", "poss", "nummod", "nmod", "quantmod", "predet", "advmod")
_BEHIND_PASSIVE = ("prep", "oprd", "attr", "dobj")
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_HEADS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_HEAD_TAGS = ("VBG", "NN", "JJS", "JJR", "RBS", "RBR")
_NOBODY = ("it", "there", "this", "that")
_PERSONS = (
    "he",
    "she",
    "they",
    "i",
    "we",
    "who",
    "him",
    "her",
    "them",
    "those",
    "these",
    "all",
    "both",
    "one",
)


@dataclass(frozen=True)
class SpeakerLexicon:
    """What tells who can speak: types by head noun, and the verbs whose subject speaks the noun that is
    their object ("issued a warning")."""

    types: Mapping[str, str]
    support: frozenset[str]


class SpeakerPhrase(NamedTuple):
    """The speaker's phrase: the rule that found it, its spans (a relative pronoun and its antecedent are two), its head."""

    rule: str
    spans: list[Span]
    head: Token


class SpeakerCase:
    """A cue whose speaker is looked for; `inside` are the positions of the content's tokens."""

    def __init__(self, cue: CueCase, content: Sequence[Token], lexicon: SpeakerLexicon) -> None:
        self.cue = cue
        self.verb = cue.verb
        self.use = cue.use
        self.lexicon = lexicon
        self.inside = {t.i for t in content}

    def outside(self, noun: Token | None) -> Token | None:
        """A noun that is no part of the content."""
        return noun if noun is not None and noun.i not in self.inside else None


def kind_of(noun: Token, types: Mapping[str, str]) -> str | None:
    """Speaker type of a head noun by the lexicon, or None."""
    return types.get(noun.lemma.lower()) or types.get(noun.lower)


def can_speak(noun: Token, types: Mapping[str, str]) -> bool:
    """Whether a noun can head the name of a speaker: a name, a person's pronoun, a number of people, or a noun for
    people, bodies, documents."""
    if noun.pos in ("PROPN", "NUM") or noun.text[:1].isupper() or noun.lower in _PERSONS:
        return True
    return kind_of(noun, types) is not None


def speaker_of(cue: CueCase, content: Sequence[Token], lexicon: SpeakerLexicon) -> SpeakerPhrase | None:
    """The speaker of a cue with this content; None where the sentence names nobody."""
    case = SpeakerCase(cue, content, lexicon)
    found = first(speaker_table(cue), case, cue.frames)
    if found is None:
        return None
    rule, head = found
    if rule != "told-by" and cue.use.cue.pos == "verb" and is_told_that(case):
        return None
    if cue.use.cue.pos == "verb" and (other := _able_above(case, head)) is not None:
        rule, head = "clause-above", other
    return None if head in cue.use.tokens else _phrase_of(case, rule, head)


def _phrase_of(case: SpeakerCase, rule: str, head: Token) -> SpeakerPhrase | None:
    """The phrase of a head; a relative pronoun comes with its antecedent."""
    use = case.use
    if head.tag in ("WP", "WDT") or head.lower in ("that", "who", "which"):
        noun = antecedent(head)
        if noun is head or case.outside(noun) is None or case.outside(head) is None:
            return None
        return SpeakerPhrase(rule, merged([*_spans(use, noun), *token_spans(use.sentence, [head])]), noun)
    named = head.dep == "nsubj" and head.text[:1].isupper()
    if head.pos not in _HEADS and head.tag not in _HEAD_TAGS and not named:
        return None
    return SpeakerPhrase(rule, _spans(use, head), head)


def _spans(use: CueUse, head: Token) -> list[Span]:
    cue = {t.i for t in use.tokens}
    tokens = [t for t in noun_phrase(head) if t.i not in cue][:_MOST_WORDS]
    breaks = [n for n, t in enumerate(tokens) if t.text in ("…", "...") and t.i < head.i]
    tokens = tokens[breaks[-1] + 1 :] if breaks else tokens
    return token_spans(use.sentence, tokens)[:1]


def _able_above(case: SpeakerCase, found: Token) -> Token | None:
    """Whoever can speak in the clauses above, where only a shared subject was found that cannot.

    "held a briefing to brag that …", "the aim is clear, but conceded that …": the parse hangs the cue on a
    noun or clause beside it.
    """
    types = case.lexicon.types
    at = _first_of_coordinated(case.verb)
    if at.dep == "relcl" or (at.dep == "acl" and at.tag == "VBG"):
        return None
    if found.head is case.verb or can_speak(found, types) or found.tag in ("WP", "WDT"):
        return None
    for above in case.verb.ancestors:
        who = case.outside(child(above, "nsubj"))
        if who is not None and who.i < case.verb.i and can_speak(who, types):
            return who
    return None


# -- verbs: where the parse is right ----------------------------------------------------------------


def the_agent(case: SpeakerCase) -> Token | None:
    return agent(case.verb)


def subject_of_coordinated_report(case: SpeakerCase) -> Token | None:
    reporting = coordinated_with(case.verb, case.cue.heads)
    return doer(reporting) if reporting is not None else None


def coordinated_with(verb: Token, heads: Set[int]) -> Token | None:
    """The reporting verb that a cue is coordinated with, where the parse hung it on the reported clause.

    "He said the talks had failed and said that …": two verbs of reporting in one form belong together.
    """
    at = verb.head
    while at.dep == "conj" and at.i not in heads and at.head is not at:
        at = at.head
    alike = at.i in heads and at.tag == verb.tag
    if verb.dep != "conj" or alike or child(verb, "nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    above = at.head
    if at.dep != "ccomp" or above.i not in heads or above.i > at.i or above.tag != verb.tag:
        return None
    return above


def cites(case: SpeakerCase) -> bool:
    """The cue's object is the source (“citing two officials”)."""
    return case.verb.tag == "VBG"


def the_cited(case: SpeakerCase) -> Token | None:
    return case.outside(case.cue.object)


def is_as_saying(case: SpeakerCase) -> bool:
    """The cue stands behind “as” (“quoted the mayor as saying”)."""
    return case.verb.dep == "pcomp" and case.verb.head.lower == "as"


def the_quoted(case: SpeakerCase) -> Token | None:
    return child(case.verb.head.head, "dobj")


def is_behind_issued_noun(case: SpeakerCase) -> bool:
    """The cue describes the object of a verb (“issued a statement saying”)."""
    at = _first_of_coordinated(case.verb)
    issued = at.head.pos == "NOUN" and kind_of(at.head, case.lexicon.types) in (None, "document", "media")
    describes = at.dep == "acl" and at.tag == "VBG" and at.head.dep == "dobj"
    return issued and describes and "evidence" not in case.cue.frames


def the_issuer(case: SpeakerCase) -> Token | None:
    return doer(_first_of_coordinated(case.verb).head.head)


def _first_of_coordinated(verb: Token) -> Token:
    return verb.head if verb.dep == "conj" and verb.head.tag == verb.tag else verb


def trails_report(case: SpeakerCase) -> bool:
    """The cue is a participle at the end of a report (“said the talks failed, adding that …”)."""
    return trails(case.verb)


def subject_of_report_above(case: SpeakerCase) -> Token | None:
    for above in case.verb.ancestors:
        reports = above.i in case.cue.heads and above.i < case.verb.i and above.tag in _FINITE
        if reports and child(above, "nsubj") is not None:
            return doer(above)
    return None


def subject_before_participle(case: SpeakerCase) -> Token | None:
    """The noun phrase before a participle in commas, whatever the parse hung where: "as Nieto, contradicting
    Brand, said …"; of the participle itself and of the finite verb behind it."""
    parse = case.verb.parse
    comma = _comma_before_participle(case.verb)
    if comma is None:
        return None
    last = parse[comma - 1]
    if last.pos not in ("NOUN", "PROPN"):
        return None
    head = _head_of_phrase_at(last, parse[comma])
    edge = head.left_edge.i
    begins = (
        edge == 0
        or parse[edge - 1].dep == "cc"
        or (parse[edge - 1].tag == "IN" and parse[edge - 1].dep == "mark")
    )
    return case.outside(head) if begins and can_speak(head, case.lexicon.types) else None


def _comma_before_participle(verb: Token) -> int | None:
    """Where a participle in commas begins: before the verb, if it is one, or before the finite verb that it precedes."""
    parse, comma = verb.parse, verb.i - 1
    if comma < 1 or parse[comma].text != ",":
        return None
    if verb.tag == "VBG":
        return comma if _ends_before_verb(verb) else None
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    first = max(comma - _MOST_IN_COMMAS, 1)
    opening = next((t.i for t in reversed(parse[first:comma]) if t.text == ","), 0)
    return opening if opening and parse[opening + 1].tag == "VBG" else None


def _ends_before_verb(participle: Token) -> bool:
    """Whether the next comma behind a participle stands before a finite verb."""
    parse = participle.parse
    closing = next((t for t in parse[participle.i : participle.i + _MOST_IN_COMMAS] if t.text == ","), None)
    return closing is not None and closing.i + 1 < len(parse) and closing.nbor(1).tag in _FINITE


def subject_of_clause_before(case: SpeakerCase) -> Token | None:
    """The subject of the clause before a finite cue that the parse took for its content ("Kim rose, then said …").

    The cue has its content behind it and no subject of its own.
    """
    verb = case.verb
    if verb.tag not in _FINITE or child(verb, "nsubj", "csubj", "nsubjpass", "auxpass") is not None:
        return None
    clauses = [c for c in verb.children if c.dep == "ccomp"]
    if len(clauses) < 2 or not clauses[0].i < verb.i < clauses[-1].i:
        return None
    inside = list(clauses[0].subtree)
    if any(t.text in ('"', "''") for t in inside) or sum(t.dep == "nsubj" for t in inside) > 1:
        return None
    if verb.nbor(-1).text in (")", "]") or verb.nbor(-1).pos in NOMINAL:
        return None
    return case.outside(child(clauses[0], "nsubj"))


def is_passive_cue(case: SpeakerCase) -> bool:
    """The cue is passive."""
    return is_passive(case.verb)


def is_told_that(case: SpeakerCase) -> bool:
    """“told that”, without anybody told behind it: its subject is whoever was told."""
    verb = case.verb
    following = verb.nbor(1) if verb.i + 1 < len(verb.parse) else verb
    return (
        verb.lemma == "tell"
        and verb.tag in ("VBN", "VBD")
        and following.lower == "that"
        and following.dep == "mark"
    )


def whoever_told(case: SpeakerCase) -> Token | None:
    """The by-phrase of the passive that “told that” is coordinated with, wherever the parse hung it."""
    above = case.verb.head if case.verb.dep == "conj" else case.verb
    for word in above.subtree:
        who = child(word, "pobj") if word.lower == "by" and word.i < case.verb.i else None
        if who is not None and can_speak(who, case.lexicon.types):
            return case.outside(who)
    return None


def is_misread_participle(case: SpeakerCase) -> bool:
    """The parse took a past tense for a participle behind the subject, and the subject for the whole sentence."""
    verb, noun = case.verb, case.verb.head
    torn = (
        verb.tag == "VBN" and verb.dep == "acl" and noun.dep == "ROOT" and can_speak(noun, case.lexicon.types)
    )
    return torn and child(verb, "ccomp") is not None and child(verb, "agent", "dobj", "auxpass") is None


def noun_described(case: SpeakerCase) -> Token | None:
    return case.outside(case.verb.head)


def the_doer(case: SpeakerCase) -> Token | None:
    """The doer, unless it stands behind the cue and a comma: "alongside its calls for action, the guild said …"."""
    who, last = case.outside(doer(case.verb)), case.use.last
    if who is not None and who.i > last.i and any(t.text == "," for t in who.parse[last.i : who.left_edge.i]):
        return None
    return who


# -- verbs: where the parse is wrong ----------------------------------------------------------------


def is_no_agentless_passive(case: SpeakerCase) -> bool:
    """The cue is no passive without a by-phrase."""
    return doer(case.verb) is not None or not is_passive(case.verb)


def agent_inside(case: SpeakerCase) -> Token | None:
    """The by-phrase of a passive that the parse hung on a word behind it ("confirmed as a first step by the army")."""
    for c in case.verb.children:
        for word in c.subtree if c.i > case.verb.i and c.dep in _BEHIND_PASSIVE else ():
            who = child(word, "pobj") if word.lower == "by" else None
            if who is not None and can_speak(who, case.lexicon.types) and not is_verbal(word.head):
                return who
    return None


def number_before(case: SpeakerCase) -> Token | None:
    """A number of people that the parse took for a modifier of the cue ("About 4 in 10 say …")."""
    verb = case.verb
    left = [c for c in verb.children if c.i < verb.i and c.dep in ("nummod", "amod", "nmod", "det")]
    return left[-1] if left and left[-1].i == verb.i - 1 and verb.tag in _FINITE else None


def noun_before_cue(case: SpeakerCase) -> Token | None:
    return _before(case.verb, case.inside)


def misread_behind(case: SpeakerCase) -> Token | None:
    """A speaker behind its cue that the parse took for an object (“…,” warned Kim)."""
    return _misread(case, case.use.last, case.verb)


def misread_behind_report(case: SpeakerCase) -> Token | None:
    above = case.verb.head
    participle = case.verb.tag == "VBG" and case.verb.dep == "advcl"
    return _misread(case, above, above) if participle and above.i in case.cue.heads else None


def _misread(case: SpeakerCase, last: Token, verb: Token) -> Token | None:
    for c in verb.children:
        if c.i > last.i and c.dep in _MISREAD and c.i not in case.inside:
            return c if c.pos in NOMINAL and c.text not in DATES else None
    return None


def subject_of_any_clause_above(case: SpeakerCase) -> Token | None:
    """The subject of the nearest clause above a cue that stands behind it ("Kim made a point of saying …")."""
    for above in case.verb.ancestors:
        who = case.outside(child(above, "nsubj")) if is_verbal(above) else None
        if who is not None and who.i < case.verb.i:
            return who if who.lower not in _NOBODY else None
    return None


def after_cue(use: CueUse) -> SpeakerPhrase | None:
    """The speaker that stands right behind a cue after a quotation (“…,” said Kim)."""
    at = use.last.i + 1
    parse = use.head.parse
    if at >= len(parse) or (parse[at].pos not in (*_HEADS, "DET") and parse[at].dep != "amod"):
        return None
    head = parse[at]
    while head.dep in _INSIDE_PHRASE and head.head.i > head.i:
        head = head.head
    return SpeakerPhrase("right-behind", _spans(use, head), head) if head.pos in NOMINAL else None


def speaker_before(use: CueUse) -> SpeakerPhrase | None:
    """The speaker that stands right before a cue, where the parse sees another subject."""
    head = _before(use.head, set()) or _before(use.head.head, set())
    return SpeakerPhrase("right-before", _spans(use, head), head) if head is not None else None


def _before(verb: Token, inside: Set[int]) -> Token | None:
    """The noun phrase right before a finite verb that the parse left without a subject."""
    if verb.tag not in _FINITE:
        return None
    parse, at = verb.parse, _last_before(verb)
    if at > 0 and parse[at].text == "," and (apposed := _apposed(verb, parse[at - 1])) is not None:
        return None if apposed.i in inside else apposed
    if at < 0 or parse[at].pos not in NOMINAL:
        return None
    head = _out_of_clauses(_head_of_phrase_at(parse[at], verb))
    starts = head.left_edge.i
    if at in inside and (starts == 0 or parse[starts - 1].text != ","):
        return None
    return head if head.pos in NOMINAL and head.lower not in ("it", "there") else None


def _last_before(verb: Token) -> int:
    """Place of the last word before a verb, adverbs, auxiliaries and days apart; -1 where there is none."""
    at = verb.i - 1
    while at >= 0 and (verb.parse[at].pos in ("ADV", "AUX") or verb.parse[at].text in DATES):
        at -= 1
    return at


def _head_of_phrase_at(word: Token, verb: Token) -> Token:
    """The head of the noun phrase that a word before a verb ends."""
    head = word
    while head.dep in (*_INSIDE_PHRASE, "pobj", "prep") and head.head.i < verb.i and head.head is not head:
        if head.head.pos not in (*NOMINAL, "ADP"):
            break
        head = head.head
    return head


def _out_of_clauses(noun: Token) -> Token:
    """The antecedent of the relative clause that a noun ends ("an official who knew the plan")."""
    for above in noun.ancestors:
        if above.dep == "relcl" and above.head.i < noun.i and above.head.pos in NOMINAL:
            return above.head
    return noun


def _apposed(verb: Token, last: Token) -> Token | None:
    """The noun before a description in commas that a verb's parse lost ("Kim, the club's head, said")."""
    at = last
    for _ in range(_MOST_WORDS):
        if at.dep == "appos" or at.head is at or at.head.i >= verb.i:
            break
        at = at.head
    name = at.head
    if at.dep != "appos" or name.pos not in ("PROPN", "NOUN") or at.left_edge.nbor(-1).text != ",":
        return None
    return name


# -- nouns, adjectives, prepositions ----------------------------------------------------------------


def the_owner(case: SpeakerCase) -> Token | None:
    return child(case.verb, "poss")


def in_phrase_of_noun(case: SpeakerCase) -> Token | None:
    for c in case.verb.children:
        if c.dep == "prep" and c.lower in ("by", "from", "of"):
            who = case.outside(child(c, "pobj"))
            if who is not None:
                return who
    return None


def is_object_of_support_verb(case: SpeakerCase) -> bool:
    """The noun is the object of a verb that adds nothing (“issued a warning”)."""
    noun, verb = case.verb, case.verb.head
    return noun.dep == "dobj" and verb.lemma.lower() in case.lexicon.support and not is_passive(verb)


def doer_of_verb_above(case: SpeakerCase) -> Token | None:
    return doer(case.verb.head)


def is_behind_copula(case: SpeakerCase) -> bool:
    """The adjective hangs on the verb that says how somebody is."""
    return case.verb.dep in ("acomp", "attr", "conj", "oprd")


def doer_of_word(case: SpeakerCase) -> Token | None:
    return doer(case.verb)


def wants_owner(case: SpeakerCase) -> bool:
    """The cue has a place for an owner (“in one's words”)."""
    return case.use.cue.rest[:1] == ("one's",)


def wants_no_owner(case: SpeakerCase) -> bool:
    """The cue has no place for an owner."""
    return not wants_owner(case)


def owner_in_cue(case: SpeakerCase) -> Token | None:
    return child(case.use.last, "poss")


def object_of_preposition(case: SpeakerCase) -> Token | None:
    return child(case.use.last, "pobj") or child(case.use.last, "pcomp")


def _rule(
    name: str,
    example: str,
    make: Callable[[SpeakerCase], Token | None],
    *when: Callable[[SpeakerCase], bool],
    needs: str = "",
) -> Rule[SpeakerCase, Token]:
    return Rule(name, example, make, when, frozenset(needs.split()))


OF_OPENING_PARTICIPLES = (
    _rule(
        "by-phrase",
        "*Asked* by {a reporter} whether the pier would close, she smiled.",
        the_agent,
    ),
)
OF_VERBS = (
    _rule(
        "told-by",
        "Residents were ordered to leave by {soldiers} and *told* that their homes would be searched.",
        whoever_told,
        is_told_that,
    ),
    _rule(
        "report-coordinated",
        "{He} said the talks had failed and *said* that the pier would close.",
        subject_of_coordinated_report,
    ),
    _rule(
        "cited",
        "The pier will close, *citing* {two officials}.",
        the_cited,
        cites,
        needs="source_object",
    ),
    _rule(
        "before-participle",
        "The bickering began early, as {Pena Nieto}, contradicting Brand, *said* he had refused to pay.",
        subject_before_participle,
    ),
    _rule(
        "quoted-as",
        "The agency quoted {the mayor} as *saying* that the pier would close.",
        the_quoted,
        is_as_saying,
    ),
    _rule(
        "issuer",
        "{The port authority} issued a statement *saying* that the pier would close.",
        the_issuer,
        is_behind_issued_noun,
    ),
    _rule(
        "report-above",
        "{The governor} said the dam had held, *adding* that nobody was hurt.",
        subject_of_report_above,
        trails_report,
    ),
    _rule(
        "clause-before",
        "{The chairman} rose, then *said* the meeting was over.",
        subject_of_clause_before,
    ),
    _rule(
        "misread-participle",
        "{Two officers, Ivo Brand and Luca Rossi}, *found* in 2014 that the harbour was deep.",
        noun_described,
        is_misread_participle,
    ),
    _rule(
        "by-phrase",
        "The strike was *confirmed* by {the army}.",
        the_doer,
        is_passive_cue,
    ),
    _rule(
        "by-phrase-inside",
        "The strike was *confirmed* as a first step by {the army}.",
        agent_inside,
        is_passive_cue,
    ),
    _rule(
        "subject",
        "{The mayor} *said* the dam had burst.",
        the_doer,
    ),
    _rule(
        "number-before",
        "{About 4 in 10} *say* they want more trains.",
        number_before,
        is_no_agentless_passive,
    ),
    _rule(
        "inverted",
        "“The pier is closed”, *warned* {the harbour master}.",
        misread_behind,
        is_no_agentless_passive,
    ),
    _rule(
        "before",
        "{Connolly} *said* he was frustrated with how the board ran the port.",
        noun_before_cue,
        is_no_agentless_passive,
    ),
    _rule(
        "inverted-report",
        "“The pier is shut”, warned {the harbour master}, *calling* the plan “a gift.”",
        misread_behind_report,
        is_no_agentless_passive,
    ),
    _rule(
        "any-clause-above",
        "{Kravets} made a point of *saying* that the pier would reopen.",
        subject_of_any_clause_above,
        is_no_agentless_passive,
    ),
)
OF_NOUNS = (
    _rule("owner", "{The mayor's} *claim* that the dam was safe was false.", the_owner),
    _rule("phrase-of-noun", "A *claim* by {the mayor} that the dam was safe was false.", in_phrase_of_noun),
    _rule(
        "support-verb",
        "{The mayor} made a *promise* to rebuild the pier.",
        doer_of_verb_above,
        is_object_of_support_verb,
    ),
)
OF_ADJECTIVES = (
    _rule(
        "copula",
        "{The coach} is *confident* that the team will win.",
        doer_of_verb_above,
        is_behind_copula,
    ),
    _rule("adjective", "*Confident* that the team will win, {the coach} smiled.", doer_of_word),
)
OF_PREPOSITIONS = (
    _rule(
        "owner-in-cue",
        "The pact is, *in* {the mayor's} *words*, a gift.",
        owner_in_cue,
        wants_owner,
    ),
    _rule(
        "object",
        "*According to* {the port authority}, the bridge was closed.",
        object_of_preposition,
        wants_no_owner,
    ),
)
SPEAKER_TABLES = {
    "opening participles": OF_OPENING_PARTICIPLES,
    "verbs": OF_VERBS,
    "nouns": OF_NOUNS,
    "adjectives": OF_ADJECTIVES,
    "prepositions": OF_PREPOSITIONS,
}
"""Where speakers stand, by the kind of cue."""


def speaker_table(cue: CueCase) -> Sequence[Rule[SpeakerCase, Token]]:
    """The rules that find the speaker of a cue."""
    match cue.use.cue.pos:
        case "verb":
            return OF_OPENING_PARTICIPLES if asked_first(cue.verb) else OF_VERBS
        case "noun":
            return OF_NOUNS
        case "adjective":
            return OF_ADJECTIVES
        case "preposition":
            return OF_PREPOSITIONS
        case "adverb":
            return ()
