"""Propositions: what a statement says of whom, in slots that tell one fact from another with the same words.

The slots are read from the one grammar of the clause and from the rows of the other families: predicate, doer,
what is acted on, polarity, modality, who holds it and whether in quotation marks, tolls, years and months. They
say what two statements must not differ in to be one claim (`vetoes.py`); how alike the wording is says more about
whether they are (`support.py`).
"""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.claims.evidence import Evidence, within
from framing.compare.claims.stance import attribution_of
from framing.compare.claims.statements import Statement
from framing.compare.claims.terms import WHEN, ClaimVocabulary
from framing.compare.passages import folded_words
from framing.extract.attribution.record import AttributionMention
from framing.lexicon import Lexicons
from framing.lexicon.schema import WordList
from framing.text.grammar import DATES, SUBJECTS, child, children, clause, is_finite, is_infinitive, is_verbal
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle

RUN = 6
"""Words in a row that two articles hardly write by chance."""
POSITION_CUES = frozenset({"directive", "cognitive", "evaluative"})
RARE, FEW_SENTENCES = 0.06, 3
LEAD_SENTENCES = 2
"""Sentences of the body that belong to the lead, besides the title."""
_NO_CONTENT = ("@", "~", WHEN)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = tuple(name for name in calendar.month_name if name)
_DAY = re.compile(rf"\b(?:({'|'.join(_MONTHS)}) (\d\d?)|(\d\d?) ({'|'.join(_MONTHS)}))\b")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_NAMED = frozenset({"named_person", "institution", "state_metonym"})
_PERSONS = frozenset({"named_person", "anonymous_official"})
_OF_SPEAKER = frozenset({"i", "we"})
_OF_PERSON = frozenset({"he", "she"})
_OF_BODY = frozenset({"it", "they"})
_QUOTES = frozenset("\"“”'‘’")
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
    that are not named, `further` that it is one more occurrence of what was told before, `hypothetical` that it is only supposed. `holder` are the terms of whoever it is attributed to, if named; `is_position` that it is their stand, not a fact
    that they report; `quoted` that it is in their words. `days` and `weekdays` are those it names, `ordinals` what it numbers in its order. `is_aim` says that it only tells
    what for, `governor` what it hangs on. `runs` are its word sequences of `RUN` words, `content` its
    terms but names, times and verbs of wide meaning, `rare_names` the terms of names that few sentences of the event have;
    `telling` counts content and names, a quotation not as a whole. `is_clause` says whether it has a verb, `is_lead` whether it stands in title or lead.
    """

    statement: Statement
    predicate: Terms
    doers: Terms
    objects: Terms
    many: bool
    further: bool
    hypothetical: bool
    negated: bool
    modal: str
    holder: Terms
    is_position: bool
    quoted: bool
    tolls: tuple[Toll, ...]
    years: Terms
    months: Terms
    days: Terms
    weekdays: Terms
    ordinals: frozenset[tuple[str, int]]
    is_aim: bool
    governor: str
    runs: frozenset[tuple[str, ...]]
    content: Terms
    rare_names: Terms
    telling: int
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

    def listed(name: str) -> Terms:
        return lexicons.words("grammar", name)

    classes = _Classes(
        negators=listed("negators"),
        implicatives=listed("negative_implicatives"),
        denials=listed("denials"),
        limiting=listed("limiting_adverbs"),
        several=listed("plural_quantifiers"),
        light=listed("light_verbs"),
        further=listed("another_occurrence"),
        conditions=listed("conditions"),
        ordinals=_ordinal_words(lexicons),
    )
    rare = _rare(statements)
    return [
        _of(statement, parsed[statement.article_id], evidence, words, classes, rare)
        for statement in statements
    ]


def _rare(statements: Sequence[Statement]) -> Terms:
    """The terms that few sentences of the event have: a name among them tells what a sentence is about."""
    sentences: dict[int, set[str]] = defaultdict(set)
    for statement in statements:
        sentences[id(statement.sentence)].update(statement.around, statement.frame, statement.own)
    frequency = Counter(term for terms in sentences.values() for term in terms)
    most = max(FEW_SENTENCES, RARE * len(sentences))
    return frozenset(term for term, times in frequency.items() if times <= most)


@dataclass(frozen=True, slots=True)
class _Classes:
    """Closed classes of words that the slots are read with."""

    negators: Terms
    implicatives: Terms
    denials: Terms
    limiting: Terms
    several: Terms
    light: Terms
    further: Terms
    conditions: Terms
    ordinals: Mapping[str, int]


def _of(
    statement: Statement,
    parsed: ParsedArticle,
    evidence: Evidence,
    words: ClaimVocabulary,
    classes: _Classes,
    rare: Terms,
) -> Proposition:
    article, span, head = statement.article_id, statement.span, statement.head
    said = attribution_of([span], evidence.attributions.get(article, ()))
    text = parsed.article.text[span.start : span.end]
    doer, acted_on = _doer(head), _acted_on(head)
    names = _named_in(statement, words)
    terms = frozenset((*statement.own, *statement.frame))
    content = frozenset(term for term in terms - names - classes.light if not term.startswith(_NO_CONTENT))
    return Proposition(
        statement=statement,
        predicate=frozenset(words.of_tokens(_predicate(head))) if head else frozenset(),
        doers=_doers(doer, said, words),
        objects=_names(acted_on, words),
        many=_are_several(doer, said, classes.several),
        further=_is_further(statement, classes.further),
        hypothetical=_is_hypothetical(head, classes.conditions),
        negated=_is_negated(statement, said, classes),
        modal=_modal(head),
        holder=_holder(said, words),
        is_position=said is not None and (said.cue_class in POSITION_CUES),
        quoted=said is not None and (said.directness == "direct" or parsed.inside_quotation(span)),
        tolls=tuple(_tolls(statement, evidence)),
        years=frozenset(_YEAR.findall(text)),
        months=frozenset(month for month in _MONTHS if month in text),
        days=frozenset(_days(text)),
        weekdays=frozenset(day for day in calendar.day_name if day in text),
        ordinals=frozenset(_ordinals(statement.tokens, words, classes.ordinals)),
        is_aim=_is_aim(head),
        governor=head.head.lemma if head is not None else "",
        runs=frozenset(_telling_runs(text, names, words)),
        content=content,
        rare_names=names & rare & terms,
        telling=sum(" " not in term for term in content | names & terms),
        is_clause=head is not None and is_verbal(head),
        is_lead=statement.sentence.region == "title" or statement.sentence.number <= LEAD_SENTENCES,
    )


def _is_negated(statement: Statement, said: AttributionMention | None, classes: _Classes) -> bool:
    """Whether a statement says that something is not so; to deny that it is not so says that it is."""
    head = statement.head
    if head is None:
        return False
    told = (
        [c for c in head.children if c.dep in ("acl", "ccomp") and is_verbal(c)]
        if not is_verbal(head)
        else []
    )
    near = [head, *told, *(c for c in head.children if c.dep in ("xcomp", "acomp", "attr", "neg"))]
    subject = clause(head).subject if is_verbal(head) else None
    nouns = [c for word in near for c in word.children if c.dep in _ARGUMENTS] + (
        [subject] if subject else []
    )
    turns = (
        any(_turns(c, classes) for word in (*near, *nouns) for c in (word, *word.children)),
        head.lemma in classes.implicatives,
        said is not None and (said.cue_lemma in classes.denials) != said.negated,
    )
    return sum(turns) % 2 == 1


def _turns(word: Token, classes: _Classes) -> bool:
    """Whether a word makes its clause say the opposite: not "*not* only", a "*no*" that is quoted, "*without* delay"."""
    if word.lower not in classes.negators or word.dep == "prep":
        return False
    around = [t for t in word.parse if abs(t.i - word.i) == 1]
    quoted = len(around) == 2 and all(t.text in _QUOTES for t in around)
    return not quoted and not any(t.i > word.i and t.lower in classes.limiting for t in around)


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


def _days(text: str) -> Iterator[str]:
    """The days of the year that a text names."""
    for month, day, first_day, first_month in _DAY.findall(text):
        yield f"{month or first_month} {day or first_day}"


def _ordinals(
    tokens: Sequence[Token], words: ClaimVocabulary, known: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """What is numbered in its order, and its number: "the *fifth round*", "the *5th round*"."""
    for token in tokens:
        digits = _ORDINAL.fullmatch(token.lower)
        number = int(digits.group(1)) if digits else known.get(token.lower, 0)
        if number and token.head.pos in ("NOUN", "PROPN"):
            yield from ((term, number) for term in words.of_tokens([token.head]))


def _is_aim(head: Token | None) -> bool:
    """Whether a clause without a subject only tells what for ("to end the strike", "trying to end the strike")."""
    if head is None or not is_verbal(head) or child(head, *SUBJECTS, "expl") is not None:
        return False
    return (is_infinitive(head) or head.tag == "VBG") and not is_finite(head)


def _is_speaker(doer: Token, said: AttributionMention) -> bool:
    """Whether a pronoun takes up who says so: "the mayor said *she* would go", "*we* will go", the mayor said."""
    if doer.pos != "PRON":
        return False
    in_quotation = said.directness == "direct"
    if doer.lower in _OF_SPEAKER:
        return in_quotation
    persons = said.speaker_type in _PERSONS
    return not in_quotation and doer.lower in (_OF_PERSON if persons else _OF_BODY)


def _ordinal_words(lexicons: Lexicons) -> Mapping[str, int]:
    """The number of each ordinal word; the lexicon lists them in their order."""
    listed = [entry.words for entry in lexicons.of("grammar", WordList) if entry.id == "ordinals"]
    return {word: number for words in listed for number, word in enumerate(words, 1)}


def _doers(doer: Token | None, said: AttributionMention | None, words: ClaimVocabulary) -> Terms:
    """The terms of the doer where it is a name, or a pronoun that takes up the speaker."""
    if doer is not None and said is not None and _is_speaker(doer, said):
        return _holder(said, words)
    return _names(doer, words)


def _are_several(doer: Token | None, said: AttributionMention | None, several: Terms) -> bool:
    """Whether the doer is several that are not named, the speakers where a pronoun takes them up."""
    if doer is None:
        return False
    if said is not None and _is_speaker(doer, said):
        return not several.isdisjoint(said.speaker_text.lower().split()[:2])
    return _is_many(doer, several)


def _is_further(statement: Statement, further: Terms) -> bool:
    """Whether a statement tells of one more of what was told before ("*another* fire", "*separately*, a fire")."""
    if statement.head is None:
        return False
    near = list(_where_occurrences_are_told(statement.head))
    said = [c for word in near for c in (word, *word.children) if c.lower in further]
    return any(c.dep in ("det", "amod", "advmod") for c in said)


def _where_occurrences_are_told(head: Token) -> Iterator[Token]:
    """The verb of a statement, its subject and adverbs, and the phrases before it or before its sentence's verb."""
    verb = head if is_verbal(head) else next((t for t in head.ancestors if is_verbal(t)), head)
    root = next((t for t in (verb, *verb.ancestors) if t.dep == "ROOT"), verb)
    yield from (verb, *children(verb, "nsubj", "nsubjpass", "advmod"))
    for above in (verb, root):
        yield from (o for c in children(above, "prep") if c.i < above.i for o in c.children)


def _is_hypothetical(head: Token | None, conditions: Terms) -> bool:
    """Whether a clause only supposes what it says ("if the firm had paid")."""
    if head is None:
        return False
    above = head.head if head.dep == "conj" else head
    return any(c.lower in conditions for word in (head, above) for c in children(word, "mark"))


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


def _telling_runs(text: str, names: Terms, words: ClaimVocabulary) -> Iterator[tuple[str, ...]]:
    """The word sequences of a text that say anything besides a name ("the … Act of …" does not)."""
    folded = folded_words(text)[0]
    for run in (folded[at : at + RUN] for at in range(len(folded) - RUN + 1)):
        terms = frozenset(words.of_text(" ".join(run))) - names
        if any(not term.startswith(_NO_CONTENT) for term in terms):
            yield run
