"""Active verbs: their clauses, infinitives, objects and prepositional phrases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from framing.extract.attribution.constructions.case import CueCase, construction, fact
from framing.extract.attribution.constructions.parentheticals import AS_CLAUSES, FAR_CLAUSES, REST, TAGS
from framing.extract.attribution.constructions.passives import HEADINGS
from framing.text.grammar import FINITE, child, is_infinitive, is_passive, is_verbal, noun_phrase
from framing.text.parse import Token

_COMPLEMENTS = ("dobj", "oprd", "ccomp", "xcomp", "attr", "dative", "acomp")
_REASONS = frozenset(("because", "if", "unless", "until", "since", "so"))
_MARKS = ('"', "''", "'")
_OBJECTIVE = ("me", "him", "her", "us", "them")
_BEHIND_OBJECT = (
    "of",
    "against",
    "over",
    "about",
    "for",
    "with",
    "to",
    "on",
    "from",
    "by",
    "between",
    "as",
)
_ABOUT = ("of", "about", "on", "with", "for", "over", "against")

ClauseKind = Literal["that", "wh", "object_to_infinitive", "naming"]
_TAKEN_BY: dict[ClauseKind, frozenset[str]] = {
    "that": frozenset(("that", "quotation")),
    "wh": frozenset(("wh", "that", "quotation")),
    "object_to_infinitive": frozenset(("object_to_infinitive",)),
    "naming": frozenset(("naming", "quotation")),
}
"""Which complements a cue must take for a clause of each kind to be its content."""


# -- clauses ----------------------------------------------------------------------------------------


def clause_kind(clause: Token) -> ClauseKind:
    """Which kind of complement a clause is: an infinitive with its subject, a question, verbless, or a statement."""
    if is_infinitive(clause):
        return "object_to_infinitive"
    first = min(clause.subtree, key=lambda t: t.i)
    if first.tag in ("WDT", "WP", "WP$", "WRB") or first.lower in ("whether", "if"):
        return "wh"
    return "that" if is_verbal(clause) else "naming"


@fact
def complement_clause(case: CueCase) -> Token | None:
    """The first clause that can be what the cue takes: behind it, or before it where nothing else is its object."""
    clauses = [c for c in case.verb.children if c.dep == "ccomp"]
    behind = [c for c in clauses if c.i > case.verb.i]
    if not behind and _has_other_object(case):
        clauses = [c for c in clauses if _in_quotes(c)]
    return next((c for c in behind or clauses if _fits(case, c)), None)


def _has_other_object(case: CueCase) -> bool:
    """Whether the cue has an object or a prepositional phrase of its own behind it."""
    told = case.frames & {"object_to_infinitive", "of"}
    return any(
        (c.dep == "dobj" and not told) or (c.dep == "prep" and c.lower in case.frames) for c in case.right
    )


def _fits(case: CueCase, clause: Token) -> bool:
    kind = clause_kind(clause)
    if not _TAKEN_BY[kind] & case.frames:
        return False
    if kind != "that" or _in_quotes(clause):
        return True
    return "that" in case.frames and not _is_verbless(clause, shown="evidence" in case.frames)


def _is_verbless(clause: Token, *, shown: bool) -> bool:
    """Whether a clause is an object with what it was doing or like ("found *himself surrounded*").

    Pictures show somebody doing something (`shown`).
    """
    who = child(clause, "nsubj", "nsubjpass")
    if who is None or who.tag != "PRP":
        return False
    if who.lower.endswith(("self", "selves")):
        return True
    verbs = [clause, *(c for c in clause.children if c.dep in ("aux", "auxpass"))]
    finite = any(v.tag in (*FINITE, "VB") for v in verbs)
    return not shown and who.lower in _OBJECTIVE and not finite


def _in_quotes(clause: Token) -> bool:
    """Whether a quotation mark opens at a clause or in it."""
    first = clause.left_edge
    return any(t.text in _MARKS for t in (first.nbor(-1) if first.i else first, *clause.subtree))


def has_free_relative(case: CueCase) -> bool:
    """It is “what … said was”, and a predicate follows."""
    return complement_clause(case) is not None and _predicate_of_what(case) is not None


def has_statement(case: CueCase) -> bool:
    """A statement is its complement."""
    return _has(case, "that")


def has_question(case: CueCase) -> bool:
    """A question is its complement."""
    return _has(case, "wh")


def has_infinitive_clause(case: CueCase) -> bool:
    """An infinitive with a subject of its own is its complement."""
    return _has(case, "object_to_infinitive")


def has_verbless_clause(case: CueCase) -> bool:
    """Something and what it is called is its complement."""
    return _has(case, "naming")


def _has(case: CueCase, kind: ClauseKind) -> bool:
    clause = complement_clause(case)
    return clause is not None and clause_kind(clause) == kind


def the_clause(case: CueCase) -> list[Token] | None:
    clause = complement_clause(case)
    if clause is None:
        return None
    later = [t for c in case.right if _is_reported_later(c, clause) for t in c.subtree]
    return [*_moved_before(case, clause), *clause.subtree, *_reasons(case.verb, clause), *later]


def _is_reported_later(verb: Token, clause: Token) -> bool:
    """Whether a verb that the parse coordinated with the cue tells of what is to come, so that it is reported too.

    "She hoped to get it back and *would* go on": the clause behind *and* has no subject and a modal.
    """
    modal = any(c.tag == "MD" for c in verb.children)
    alone = child(verb, "nsubj", "nsubjpass", "expl") is None
    return verb.dep == "conj" and verb.i > clause.right_edge.i and modal and alone


def the_predicate(case: CueCase) -> list[Token] | None:
    predicate = _predicate_of_what(case)
    return list(predicate.subtree) if predicate is not None else None


@fact
def _predicate_of_what(case: CueCase) -> Token | None:
    """The predicate of "what the army said was *the largest raid*", which alone is attributed."""
    clause = complement_clause(case)
    if clause is None:
        return None
    if any(t.lower == "what" and t.i < case.verb.i for t in (*clause.children, *case.verb.children)):
        return next(
            (c for c in clause.children if c.dep in ("attr", "acomp") and c.i > case.use.last.i), None
        )
    return None


def _reasons(verb: Token, content: Token) -> list[Token]:
    """A clause of reason or condition behind the content, which the parse hung on the cue.

    Times stay outside: they are as often those of the saying ("said they would leave, after talks …").
    """
    last = max(t.i for t in content.subtree)
    for c in verb.children:
        beside = c.dep == "advcl" and c.left_edge.i in (last + 1, last + 2)
        if beside and _REASONS & {t.lower for t in c.children if t.dep in ("mark", "advmod")}:
            return list(c.subtree)
    return []


def _moved_before(case: CueCase, clause: Token) -> list[Token]:
    """A noun phrase between cue and clause that belongs to it ("explained *the refusal* was a mistake").

    Verbs that take whom they tell as an object are left alone.
    """
    target = child(case.verb, "dobj")
    if target is None or case.frames & {"object_to_infinitive", "of"}:
        return []
    starts = case.use.last.i < target.i and target.left_edge.i == case.use.last.i + 1
    adjacent = starts and target.right_edge.i + 1 == clause.left_edge.i
    return list(target.subtree) if adjacent and child(clause, "nsubj", "nsubjpass") is None else []


# -- infinitives and gerunds ------------------------------------------------------------------------


@fact
def _inner(case: CueCase) -> Token | None:
    """The first verb that the cue governs, behind it."""
    inner = child(case.verb, "xcomp")
    return inner if inner is not None and inner.i > case.verb.i else None


def governs_infinitive(case: CueCase) -> bool:
    """The cue governs an infinitive with “to”."""
    inner = _inner(case)
    return inner is not None and is_infinitive(inner)


def governs_gerund(case: CueCase) -> bool:
    """The cue governs a verb in -ing."""
    inner = _inner(case)
    return inner is not None and inner.tag == "VBG"


def has_object(case: CueCase) -> bool:
    """The cue has an object."""
    return case.object is not None


def has_no_object(case: CueCase) -> bool:
    """The cue has no object."""
    return case.object is None


def object_and_infinitive(case: CueCase) -> list[Token] | None:
    inner, target = _inner(case), case.object
    if inner is None or target is None:
        return None
    return [*target.subtree, *inner.subtree, *_reasons(case.verb, inner)]


def the_infinitive(case: CueCase) -> list[Token] | None:
    inner = _inner(case)
    return [*inner.subtree, *_reasons(case.verb, inner)] if inner is not None else None


def the_gerund(case: CueCase) -> list[Token] | None:
    inner = _inner(case)
    return list(inner.subtree) if inner is not None else None


def clause_through_noun(case: CueCase) -> list[Token] | None:
    """A that-clause that the parse hung on a noun between ("said in a statement that …")."""
    for phrase in case.right:
        nouns = phrase.children if phrase.dep == "prep" else ()
        for noun in nouns:
            clause = child(noun, "acl", "ccomp") if noun.dep == "pobj" else None
            if clause is not None and min(t.i for t in clause.subtree) > noun.i and child(clause, "mark"):
                return list(clause.subtree)
    return None


# -- objects ----------------------------------------------------------------------------------------


def object_and_role(case: CueCase) -> list[Token] | None:
    target = next((c for c in case.right if c.dep == "dobj"), None)
    role = as_phrase(case.verb, target)
    return [*(target.subtree if target is not None else ()), *role.subtree] if role is not None else None


def as_phrase(verb: Token, target: Token | None) -> Token | None:
    """The *as* behind a verb, which hangs on it or on its object."""
    for place in (verb, target) if target is not None else (verb,):
        for c in place.children:
            if c.lower == "as" and c.dep == "prep" and c.i > verb.i:
                return c
    return None


@fact
def _named(case: CueCase) -> list[Token]:
    """The complements of a naming verb."""
    return [c for c in case.right if c.dep in _COMPLEMENTS and not is_infinitive(c)]


def thing_and_name(case: CueCase) -> list[Token] | None:
    named = _named(case)
    if len(named) < 2:
        return None
    return [*(t for c in named for t in c.subtree), *_reasons(case.verb, named[-1])]


def name_behind_what(case: CueCase) -> list[Token] | None:
    named = _named(case)
    free = any(c.lower == "what" and c.i < case.verb.i for c in case.verb.children)
    return list(named[0].subtree) if named and free else None


def noun_and_name(case: CueCase) -> list[Token] | None:
    named = _named(case)
    if not named or named[0].dep == "dobj" or not _is_contact_clause(case.verb):
        return None
    inside = {t.i for t in case.verb.subtree}
    return [*(t for t in noun_phrase(case.verb.head) if t.i not in inside), *named[0].subtree]


def _is_contact_clause(verb: Token) -> bool:
    """Whether a verb's object is the noun that its clause stands behind ("a bill that critics called unfair")."""
    who = child(verb, "nsubj")
    relative = any(c.tag in ("WP", "WDT") and c.lower != "that" for c in verb.children)
    return verb.dep == "relcl" and who is not None and who.tag not in ("WP", "WDT") and not relative


def thing_with_name_behind(case: CueCase) -> list[Token] | None:
    """A noun phrase that ends in its new name: in quotation marks, or an adjective behind the noun.

    "called the pact “a gift”", "called the dispute unusual": the parse takes both for one phrase.
    """
    named = _named(case)
    if not named:
        return None
    noun, phrase = named[0], list(named[0].subtree)
    last = next((t for t in reversed(phrase) if not t.is_punct), noun)
    if last.pos == "ADJ" and last.i > noun.i and last.head is noun and last.dep == "amod":
        return phrase
    return _up_to_quotation(noun, phrase)


def _up_to_quotation(noun: Token, phrase: Sequence[Token]) -> list[Token] | None:
    """A noun phrase with the quoted words that stand at its end."""
    marks = [t.i for t in noun.parse if t.text in ('"', "''") and t.i > phrase[0].i]
    if len(marks) < 2 or marks[0] > phrase[-1].i + 1 or marks[0] <= noun.left_edge.i:
        return None
    if all(t.pos == "DET" for t in noun.parse[phrase[0].i : marks[0]]):
        return None
    closing = marks[3] if len(marks) > 3 and marks[2] <= phrase[-1].i + 1 else marks[1]
    return [t for t in noun.parse if phrase[0].i <= t.i <= closing]


def the_thing(case: CueCase) -> list[Token] | None:
    """The object, if it says more than a pronoun, and what is said about it behind it."""
    target = next((c for c in case.right if c.dep == "dobj"), None)
    if target is None or not _is_contentful(target):
        return None
    any_preposition = "noun" not in case.frames
    about = (c for c in case.right if c.i > target.i and _is_about(c, target, any_preposition))
    return [*_without_verbs(target), *(t for c in about for t in c.subtree)]


def _is_about(phrase: Token, target: Token, any_preposition: bool) -> bool:
    """Whether a phrase behind an object belongs to what is said."""
    if phrase.dep == "prep":
        if phrase.lower == "by" and child(phrase, "pcomp") is not None:
            return False
        return any_preposition or phrase.lower in _BEHIND_OBJECT
    clause = phrase.dep in ("ccomp", "xcomp") and phrase.left_edge.i == target.right_edge.i + 1
    return clause or phrase.dep in ("acl", "relcl")


def _without_verbs(noun: Token) -> list[Token]:
    """A noun phrase without a finite verb that the parse coordinated with it ("denied the charge and sued"), and
    without how it was said ("rejected the charge by calling it a lie")."""
    verbs = [c for c in noun.children if c.dep == "conj" and c.tag in ("VBD", "VBZ", "VBP")]
    how = [t for t in noun.subtree if t.lower == "by" and child(t, "pcomp") is not None]
    ends = [*(c.left_edge.i for c in verbs if child(c, "nsubj") is None), *(t.i for t in how)]
    return [t for t in noun.subtree if not ends or t.i < min(ends)]


def _is_contentful(noun: Token) -> bool:
    """A noun phrase that can be a content: no reflexive, and no bare pronoun but a demonstrative."""
    return noun.pos != "PRON" or noun.tag in ("DT", "WP", "NN") or len(list(noun.subtree)) > 1


def takes_a_stand(case: CueCase) -> bool:
    """The cue has an object, and nothing says with what means ("supported the advance with tanks" is a deed)."""
    return case.object is not None and not any(c.dep == "prep" and c.lower == "with" for c in case.right)


def takes_no_nouns(case: CueCase) -> bool:
    """The cue takes noun phrases only as evidence."""
    return "noun" not in case.frames


@fact
def _phrase(case: CueCase) -> Token | None:
    """The first prepositional phrase that the cue takes."""
    for c in case.right:
        taken = c.dep == "prep" and c.lower in case.frames and c.lower != "as"
        if taken and any(p.dep in ("pobj", "pcomp") for p in c.children):
            return c
    return None


def has_about_phrase(case: CueCase) -> bool:
    """It is followed by “of”, “about”, “on”, “with”, “for”, “over” or “against”, which it takes."""
    phrase = _phrase(case)
    return phrase is not None and phrase.lower in _ABOUT


def in_the_phrase(case: CueCase) -> list[Token] | None:
    phrase = _phrase(case)
    if phrase is None:
        return None
    target = next((c for c in case.right if c.dep == "dobj"), None)
    beside = target.subtree if target is not None and phrase.lower == "to" else ()
    return [*beside, *(t for c in phrase.children if c.dep in ("pobj", "pcomp") for t in c.subtree)]


# -- citing -----------------------------------------------------------------------------------------


def is_beside_clause(case: CueCase) -> bool:
    """The participle stands beside a clause and has an object."""
    return case.verb.dep in ("advcl", "acl", "prep") and case.object is not None


def is_beside_attribution(case: CueCase) -> bool:
    """The clause it stands beside attributes already: its speaker points to something."""
    above = _verb_above(case.verb)
    clause = child(above, "ccomp")
    return above.i in case.heads and (clause is None or clause.i < above.i)


def clause_reported_above(case: CueCase) -> list[Token] | None:
    above = _verb_above(case.verb)
    clause = child(above, "ccomp")
    return list(clause.subtree) if clause is not None and clause.i > above.i else None


def clause_above(case: CueCase) -> list[Token]:
    inside = {t.i for t in case.verb.subtree}
    return [t for t in _verb_above(case.verb).subtree if t.i not in inside]


def the_object(case: CueCase) -> list[Token] | None:
    """The object, without the finite verb behind a comma that the parse took for its participle."""
    if case.object is None:
        return None
    ends = (
        c.i - 1
        for c in case.object.children
        if c.dep == "acl" and c.tag in ("VBN", "VBD") and c.nbor(-1).text == ","
    )
    end = min(ends, default=case.object.right_edge.i + 1)
    return [t for t in case.object.subtree if t.i < end]


def _verb_above(verb: Token) -> Token:
    above = verb.head
    while not is_verbal(above) and above.head is not above:
        above = above.head
    return above


# -- cues of several words --------------------------------------------------------------------------


@fact
def _behind_cue(case: CueCase) -> list[Token]:
    """The complements behind the last word of a cue of several words."""
    last = case.use.last
    found = [
        c
        for word in (case.verb, *case.use.tokens[1:])
        for c in word.children
        if c.i > last.i and c.dep in (*_COMPLEMENTS, "pobj", "pcomp", "prep", "acl", "relcl")
    ]
    if "object_to_infinitive" in case.frames and last.lower == "for":
        found += [c for c in case.verb.children if c.i > last.i and _is_for_infinitive(c, last)]
    if case.object is not None and case.object.i > last.i:
        found.append(case.object)
    return found


def _is_for_infinitive(clause: Token, preposition: Token) -> bool:
    """Whether a clause is "the council to resign" behind *for*, which the parse took for its subordinator."""
    begins = preposition.i in (clause.left_edge.i, clause.left_edge.i - 1)
    return clause.dep == "advcl" and is_infinitive(clause) and begins


def is_passive_with_subject(verb: Token) -> bool:
    """Whether a verb is passive and has a subject of its own."""
    return is_passive(verb) and child(verb, "nsubjpass") is not None


def takes_clauses(case: CueCase) -> bool:
    """The cue takes clauses, or “claims” is a part of it."""
    return bool(case.frames & {"that", "wh"}) or "claims" in case.use.cue.rest


def passive_subject(case: CueCase) -> list[Token] | None:
    subject = child(case.verb, "nsubjpass")
    return list(subject.subtree) if subject is not None else None


def clause_behind_cue(case: CueCase) -> list[Token] | None:
    clause = next((c for c in _behind_cue(case) if c.dep in ("ccomp", "acl", "relcl")), None)
    return list(clause.subtree) if clause is not None else None


def role_behind_cue(case: CueCase) -> list[Token] | None:
    target = next((c for c in _behind_cue(case) if c.dep in ("pobj", "dobj")), None)
    role = as_phrase(case.verb, target) if target is not None else None
    return [*target.subtree, *role.subtree] if target is not None and role is not None else None


def infinitive_behind_cue(case: CueCase) -> list[Token] | None:
    found = _behind_cue(case)
    clausal = any(c.dep in ("xcomp", "ccomp", "advcl") for c in found)
    return [t for c in found for t in c.subtree] if clausal else None


def thing_behind_cue(case: CueCase) -> list[Token] | None:
    """The noun behind the cue, or between its words ("*played* the losses *down*")."""
    inside, last = case.object, case.use.last
    if inside is not None and inside.i < last.i and inside not in case.use.tokens:
        return list(inside.subtree)
    things: Sequence[Token] = [c for c in _behind_cue(case) if c.dep in ("dobj", "pobj", "pcomp")]
    return [t for c in things for t in c.subtree]


def value_put_at(case: CueCase) -> list[Token] | None:
    """What is counted and the figure it is put at, with both words of the cue around the first."""
    counted, last = case.object, case.use.last
    figure = child(last, "pobj")
    if counted is None or counted.i > last.i or figure is None:
        return None
    number = any(t.like_num or t.is_currency for t in figure.subtree)
    return [*counted.subtree, *figure.subtree] if number else None


CLAUSES = (
    construction(
        "what-clause",
        "clause",
        "The convoy was hit in what the army *said* was [the largest raid of the year].",
        the_predicate,
        has_free_relative,
        needs="that",
    ),
    construction("that-clause", "clause", "The mayor *said* [the dam had burst].", the_clause, has_statement),
    construction(
        "wh-clause", "question", "She *asked* [whether the bridge was safe].", the_clause, has_question
    ),
    construction(
        "infinitive-clause",
        "directed_infinitive",
        "Both parties *want* [the council to release the letters].",
        the_clause,
        has_infinitive_clause,
    ),
    construction(
        "verbless-clause",
        "name",
        "Some *thought* [the plan a mistake].",
        the_clause,
        has_verbless_clause,
    ),
)
INFINITIVES = (
    construction(
        "object-and-infinitive",
        "directed_infinitive",
        "The judge *ordered* [the company to pay a fine].",
        object_and_infinitive,
        governs_infinitive,
        has_object,
        needs="object_to_infinitive that",
    ),
    construction(
        "infinitive",
        "infinitive",
        "The army *claimed* [to have shot down a drone].",
        the_infinitive,
        governs_infinitive,
        has_no_object,
        needs="to_infinitive",
    ),
    construction(
        "gerund",
        "gerund",
        "The guard *denied* [taking the keys].",
        the_gerund,
        governs_gerund,
        needs="gerund",
    ),
    construction(
        "gerund-as-noun",
        "gerund",
        "The board *criticised* [closing the school].",
        the_gerund,
        governs_gerund,
        has_no_object,
        needs="noun",
    ),
    construction(
        "clause-through-noun",
        "clause",
        "The minister *said* in a statement that [the pier would be rebuilt].",
        clause_through_noun,
        needs="that",
    ),
)
OBJECTS = (
    construction(
        "object-and-role",
        "role",
        "Critics *described* [the plan as a gift].",
        object_and_role,
        needs="as",
    ),
    construction(
        "thing-and-name",
        "name",
        "The senator *called* [the vote a farce].",
        thing_and_name,
        needs="naming",
    ),
    construction(
        "name-behind-what",
        "name",
        "They ended what the senator *called* [a farce].",
        name_behind_what,
        needs="naming",
    ),
    construction(
        "noun-and-name",
        "name",
        "It was [a bill] that critics *called* [unfair].",
        noun_and_name,
        needs="naming",
    ),
    construction(
        "name-behind-noun",
        "name",
        "The senator *considered* [the pact “a gift”].",
        thing_with_name_behind,
        needs="naming",
    ),
    construction(
        "noun-phrase",
        "noun_phrase",
        "The ministry *denied* [the report].",
        the_thing,
        needs="noun",
    ),
    construction(
        "stance",
        "noun_phrase",
        "The union *opposes* [the plan for a second bridge].",
        the_thing,
        takes_a_stand,
        needs="stance",
    ),
    construction(
        "evidence",
        "evidence",
        "The video *showed* [the convoy on the bridge].",
        the_thing,
        takes_no_nouns,
        needs="evidence",
    ),
    construction(
        "about-phrase",
        "about_phrase",
        "The nurses *complained* about [the long shifts].",
        in_the_phrase,
        has_about_phrase,
    ),
    construction(
        "other-phrase",
        "other_phrase",
        "The clerk *admitted* to [a mistake].",
        in_the_phrase,
    ),
)
ACTIVE = (*CLAUSES, *INFINITIVES, *OBJECTS, *FAR_CLAUSES, *AS_CLAUSES, *TAGS, *HEADINGS, *REST)

CITING = (
    construction(
        "pointing-to",
        "noun_phrase",
        "He said the pier would close, *citing* [the cost].",
        the_object,
        is_beside_clause,
        is_beside_attribution,
    ),
    construction(
        "citing-below-report",
        "citing",
        "*Citing* two officials, the paper reported [the pier will close].",
        clause_reported_above,
        is_beside_clause,
    ),
    construction(
        "citing",
        "citing",
        "[The pier will close in May], *citing* two officials.",
        clause_above,
        is_beside_clause,
    ),
)
POINTING = (
    construction(
        "pointing-to",
        "noun_phrase",
        "He left the board, *citing* [the cost].",
        the_object,
    ),
)
PASSIVE_OF_SEVERAL_WORDS = (
    construction(
        "passive-of-several-words",
        "noun_phrase",
        "[The losses] were *played down* by the minister.",
        passive_subject,
        needs="noun",
    ),
)
SEVERAL_WORDS = (
    construction(
        "value-put-at",
        "name",
        "The union *put* [the number of jobs] *at* [900].",
        value_put_at,
        needs="at",
    ),
    construction(
        "clause-behind-cue",
        "clause",
        "The army *made clear* that [the bridge would stay shut].",
        clause_behind_cue,
        takes_clauses,
    ),
    construction(
        "role-behind-cue",
        "role",
        "The board *referred to* [the fire as an accident].",
        role_behind_cue,
        needs="as",
    ),
    construction(
        "infinitive-behind-cue",
        "directed_infinitive",
        "The union *called for* [the director to resign].",
        infinitive_behind_cue,
        needs="object_to_infinitive",
    ),
    construction(
        "noun-behind-cue",
        "noun_phrase",
        "The minister *played down* [the losses].",
        thing_behind_cue,
        needs="noun",
    ),
    *FAR_CLAUSES,
    *AS_CLAUSES,
    *TAGS,
    *REST,
)
