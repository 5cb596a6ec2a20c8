"""Word: the same doer, the same object, two headlines – and another word for what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.extract.headline import HeadlineMention
from framing.lexicon.schema import WordList
from framing.records.article import Span
from framing.text.grammar import (
    child,
    is_infinitive,
    is_negated,
    is_passive,
    is_verbal,
    modal,
    noun_phrase,
    prepositions,
)
from framing.text.parse import Token
from framing.text.sentences import Sentence

MOST_WORDS = 4
"""Words between a doer and an object that are lit."""
MOST_DAYS = 2
"""Days between two headlines on one act."""
FORCES = frozenset({"=army", "=soldier", "~victim_noun", "~israeli_army"})
"""Terms for the armed force of a country and for its members."""
TELLING = 0.7
CONFIDENCE = 0.9


ActShape = Literal["object", "preposition", "object and preposition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineAct:
    """A verb of a headline with the doer before it and the object behind it."""

    row: HeadlineMention
    doer: Token
    verb: Token
    target: Token
    shown: Span
    written: str
    who: str
    shape: ActShape
    doer_terms: frozenset[str]
    target_terms: frozenset[str]


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for two headlines with the same doer and object that have another verb."""
    acts = [act for row in articles.rows("headline", HeadlineMention) for act in _acts(articles, row)]
    for number, one in enumerate(acts):
        for other in acts[number + 1 :]:
            if articles.source(one.row) != articles.source(other.row) and _differ(articles, one, other):
                yield _finding(articles, one, other)


def _acts(articles: EventArticles, row: HeadlineMention) -> Iterator[HeadlineAct]:
    """The active clauses of a title, without those that only say who says so."""
    title = articles.title(row.article_id)
    if title is None or title.parse is None:
        return
    cues = [span for said in articles.said_in(row.article_id) for span in said.cue_spans]
    for verb in title.parse:
        doer = child(verb, "nsubj")
        place = title.span_of([verb])
        if doer is None or not _is_plain_act(articles, verb) or any(place.overlaps(cue) for cue in cues):
            continue
        for target, last, shape in _targets(verb):
            act = _act(articles, row, title, (doer, verb, target), last, shape)
            if act is not None:
                yield act


def _is_plain_act(articles: EventArticles, verb: Token) -> bool:
    """Whether a verb says what is done: not what will or may be, is not, or is suffered; "makes" says it with its object."""
    if not is_verbal(verb) or is_passive(verb) or is_negated(verb) or is_infinitive(verb):
        return False
    light = articles.results.lexicons.of("support_verbs", WordList)
    return modal(verb) is None and not any(verb.lemma in entry.words for entry in light)


def _targets(verb: Token) -> Iterator[tuple[Token, Token, ActShape]]:
    """What the act is done to, with the last word before it that belongs to the act: the object of the verb, or the noun
    behind a preposition, which belongs to the act where there is no object."""
    direct = child(verb, "dobj")
    if direct is not None:
        yield direct, verb, "object"
    for preposition, noun in prepositions(verb):
        if direct is not None and verb.i < direct.i < preposition.i:
            yield noun, direct, "object and preposition"
        elif preposition.i > verb.i:
            yield noun, preposition, "preposition"


def _act(
    articles: EventArticles,
    row: HeadlineMention,
    title: Sentence,
    words: tuple[Token, Token, Token],
    last: Token,
    shape: ActShape,
) -> HeadlineAct | None:
    doer, verb, target = words
    phrase = [token for token in noun_phrase(target) if not token.is_punct]
    told = list(verb.parse)[verb.i : last.i + 1]
    if not phrase or not doer.i < verb.i <= last.i < target.i or len(told) > MOST_WORDS:
        return None
    if any(token.is_punct or token.like_num for token in told):
        return None
    shown, who = title.span_of(told), title.span_of(noun_phrase(doer))
    text = articles.articles[row.article_id].text
    return HeadlineAct(
        row=row,
        doer=doer,
        verb=verb,
        target=target,
        shown=shown,
        written=text[shown.start : shown.end],
        who=text[who.start : who.end],
        shape=shape,
        doer_terms=articles.terms(noun_phrase(doer)),
        target_terms=articles.terms(phrase),
    )


def _differ(articles: EventArticles, one: HeadlineAct, other: HeadlineAct) -> bool:
    """Whether two acts are surely one, told with different words."""
    words = articles.terms([one.verb]), articles.terms([other.verb])
    return (
        one.verb.lemma != other.verb.lemma
        and not words[0] & words[1]
        and {one.shape, other.shape} != {"object", "object and preposition"}
        and _is_same_doer(articles, one, other)
        and _is_same_target(articles, one, other)
        and articles.are_near_in_time(one.row, other.row, MOST_DAYS)
    )


def _is_same_doer(articles: EventArticles, one: HeadlineAct, other: HeadlineAct) -> bool:
    """The same name, or people of one country that are one kind of people, or both its armed force."""
    here, there = one.doer_terms, other.doer_terms
    if one.doer.lower == other.doer.lower:
        return one.doer.text[:1].isupper() and (here <= there or there <= here)
    countries = {term for term in here & there if term.startswith("@")}
    return bool(countries) and bool(here & FORCES) and bool(there & FORCES)


def _is_same_target(articles: EventArticles, one: HeadlineAct, other: HeadlineAct) -> bool:
    """The same noun, or two nouns for a person with a name or a country in common."""
    common = one.target_terms & other.target_terms
    heads = articles.terms([one.target]), articles.terms([other.target])
    people = all(_is_person(articles, act.target) for act in (one, other))
    return bool(common) and (bool(heads[0] & heads[1]) or people)


def _is_person(articles: EventArticles, noun: Token) -> bool:
    offices = {word for entry in articles.results.lexicons.of("roles", WordList) for word in entry.words}
    return noun.pos == "PROPN" or noun.lemma.lower() in offices


def _finding(articles: EventArticles, one: HeadlineAct, other: HeadlineAct) -> Finding:
    who = literal(min((one.who, other.who), key=len))
    a, b = literal(one.written), literal(other.written)
    return articles.finding(
        articles.cite(one.row, (one.shown,)),
        articles.cite(other.row, (other.shown,)),
        kind="word",
        wording=f"{who}: “{a}” in {{a}}’s headline, “{b}” in {{b}}’s.",
        telling=TELLING,
        confidence=CONFIDENCE,
        rows=(one.row.mention_id, other.row.mention_id),
    )
