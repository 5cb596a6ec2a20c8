"""Propositions: what a statement says of whom, in slots that tell one fact from another with the same words.

The slots are read from the one grammar of the clause and from the rows of the other families: predicate, doer,
what is acted on, polarity, modality, who holds it and whether in quotation marks, tolls, years and months. They
say what two statements must not differ in to be one claim (`vetoes.py`); how alike the wording is says more about
whether they are (`support.py`).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.claims.evidence import Evidence, within
from framing.compare.claims.stance import attribution_of
from framing.compare.claims.statements import Statement
from framing.compare.claims.terms import WHEN, ClaimVocabulary
from framing.compare.passages import folded_words
from framing.extract.attribution.record import AttributionMention
from framing.lexicon import Lexicons
from framing.text.grammar import DATES, clause, is_verbal
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle

RUN = 6
"""Words in a row that two articles hardly write by chance."""
POSITION_CUES = frozenset({"directive", "cognitive", "evaluative"})
LEAD_SENTENCES = 2
"""Sentences of the body that belong to the lead, besides the title."""
_NO_CONTENT = ("@", "~", WHEN)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = frozenset(name for name in calendar.month_name if name)
_NAMED = frozenset({"named_person", "institution", "state_metonym"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl", "pobj"})

Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Toll:
    """How many came to harm, and how: what a casualty row of the statement counts."""

    kind: str
    low: int
    high: int


@dataclass(frozen=True, eq=False, slots=True)
class Proposition:
    """A statement in slots. Terms are those of `ClaimVocabulary`; a slot that the grammar does not give is empty.

    `doers` and `objects` are the names of doer and object where they are names; `many` says that the doer is several
    that are not named. `holder` are the terms of whoever it is attributed to, if named; `is_position` that it is their stand, not a fact
    that they report; `quoted` that it is in their words. `runs` are its word sequences of `RUN` words, `content` its
    terms but names, times and verbs of wide meaning. `is_clause` says whether it has a verb, `is_lead` whether it stands in title or lead.
    """

    statement: Statement
    predicate: Terms
    doers: Terms
    objects: Terms
    many: bool
    negated: bool
    modal: str
    holder: Terms
    is_position: bool
    quoted: bool
    tolls: tuple[Toll, ...]
    years: Terms
    months: Terms
    runs: frozenset[tuple[str, ...]]
    content: Terms
    is_clause: bool
    is_lead: bool


def propositions(
    statements: Sequence[Statement],
    parsed: Mapping[str, ParsedArticle],
    evidence: Evidence,
    words: ClaimVocabulary,
    lexicons: Lexicons,
) -> list[Proposition]:
    """The proposition of each statement."""
    classes = _Classes(
        *(
            lexicons.words("grammar", name)
            for name in ("negators", "negative_implicatives", "denials", "plural_quantifiers", "light_verbs")
        )
    )
    return [
        _of(statement, parsed[statement.article_id], evidence, words, classes) for statement in statements
    ]


@dataclass(frozen=True, slots=True)
class _Classes:
    """Closed classes of words that the slots are read with."""

    negators: Terms
    implicatives: Terms
    denials: Terms
    several: Terms
    light: Terms


def _of(
    statement: Statement,
    parsed: ParsedArticle,
    evidence: Evidence,
    words: ClaimVocabulary,
    classes: _Classes,
) -> Proposition:
    article, span, head = statement.article_id, statement.span, statement.head
    said = attribution_of([span], evidence.attributions.get(article, ()))
    text = parsed.article.text[span.start : span.end]
    doer, acted_on = _doer(head), _acted_on(head)
    names = _named_in(statement, words)
    return Proposition(
        statement=statement,
        predicate=frozenset(words.of_tokens(_predicate(head))) if head else frozenset(),
        doers=_names(doer, words),
        objects=_names(acted_on, words),
        many=doer is not None and _is_many(doer, classes.several),
        negated=_is_negated(statement, said, classes),
        modal=_modal(head),
        holder=_holder(said, words),
        is_position=said is not None and (said.cue_class in POSITION_CUES),
        quoted=said is not None and (said.directness == "direct" or parsed.inside_quotation(span)),
        tolls=tuple(_tolls(statement, evidence)),
        years=frozenset(_YEAR.findall(text)),
        months=frozenset(month for month in _MONTHS if month in text),
        runs=frozenset(_runs(text)),
        content=frozenset(
            t
            for t in (*statement.own, *statement.frame)
            if not t.startswith(_NO_CONTENT) and t not in classes.light and t not in names
        ),
        is_clause=head is not None and is_verbal(head),
        is_lead=statement.sentence.region == "title" or statement.sentence.number <= LEAD_SENTENCES,
    )


def _is_negated(statement: Statement, said: AttributionMention | None, classes: _Classes) -> bool:
    """Whether a statement says that something is not so; to deny that it is not so says that it is."""
    head = statement.head
    if head is None:
        return False
    near = [head, *(c for c in head.children if c.dep in ("xcomp", "acomp", "attr", "neg"))]
    nouns = [c for word in near for c in word.children if c.dep in _ARGUMENTS]
    turns = (
        any(c.lower in classes.negators for word in (*near, *nouns) for c in (word, *word.children)),
        head.lemma in classes.implicatives,
        said is not None and (said.cue_lemma in classes.denials) != said.negated,
    )
    return sum(turns) % 2 == 1


def _holder(said: AttributionMention | None, words: ClaimVocabulary) -> Terms:
    """The terms of whoever a statement is attributed to, full name where it is known; none for the unnamed."""
    if said is None or said.speaker_type not in _NAMED:
        return frozenset()
    return frozenset(words.of_text(said.speaker_resolved or said.speaker_text))


def _doer(head: Token | None) -> Token | None:
    return clause(head).doer if head is not None and is_verbal(head) else None


def _acted_on(head: Token | None) -> Token | None:
    """What a clause is about besides its doer: its object, or the subject of a passive."""
    if head is None or not is_verbal(head):
        return None
    found = clause(head)
    return found.object if found.voice == "active" else found.subject


def _predicate(head: Token) -> Iterator[Token]:
    """The words that say what happens: the verb with its particle, complement and infinitive; a noun by itself."""
    yield head
    if is_verbal(head):
        yield from (c for c in head.children if c.dep in ("prt", "acomp", "attr", "xcomp"))


def _names(noun: Token | None, words: ClaimVocabulary) -> Terms:
    """The terms of a noun phrase that is a name; none where a name only describes it ("the head of …")."""
    if noun is None or noun.pos != "PROPN" or noun.text in DATES:
        return frozenset()
    parts = [noun, *(c for c in noun.children if c.dep in ("compound", "conj", "flat"))]
    return frozenset(words.of_tokens(sorted(parts, key=lambda token: token.i)))


def _named_in(statement: Statement, words: ClaimVocabulary) -> Terms:
    """The terms of the names of a statement's sentence, with the titles and offices that are part of them."""
    return frozenset(words.of_tokens(t for t in statement.sentence.parse or () if t.pos == "PROPN"))


def _is_many(noun: Token, several: Terms) -> bool:
    return noun.lower in several or any(c.lower in several for c in noun.children)


def _modal(head: Token | None) -> str:
    if head is None or not is_verbal(head):
        return ""
    found = clause(head).modal
    return found.lemma if found is not None else ""


def _tolls(statement: Statement, evidence: Evidence) -> Iterator[Toll]:
    for row in within(evidence.casualties.get(statement.article_id, ()), [statement.span]):
        low, high = row.count_low, row.count_high
        if low is not None or high is not None:
            yield Toll(
                row.kind, low if low is not None else high or 0, high if high is not None else low or 0
            )


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = folded_words(text)[0]
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))
