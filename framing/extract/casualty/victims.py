"""The victim phrase: who is counted, how many, and what makes them persons.

Counts follow the coding scheme: sums in one phrase are added up ("12 pupils and a driver"), a part
("including 3 children") is not, and what is coordinated but no person is materiel and never counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from framing.extract.casualty.case import Case, Frame, entry, next_of
from framing.extract.casualty.constructions.nouns import behind_toll, is_year, toll_number
from framing.extract.casualty.people import core, is_people, is_relative, people_entries
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule, first
from framing.lexicon.casualty import PeopleWords
from framing.text.grammar import SUBJECTS, children, counted_noun, left_edge
from framing.text.numerals import NOTHING, Numeral, total
from framing.text.parse import Token

HUMANISING = ("name", "age", "occupation", "family", "children", "personal_detail")
NAMES_NOBODY = ("people", "lives")
"""Victim nouns that do not say that soldiers are soldiers."""
_AGE = re.compile(
    r"\b(?:aged?\s+\d{1,3}|\d{1,3}[- ](?:year|month|week|day)s?[- ]old|,\s\d{1,2}\s?,|\(\d{1,2}\))"
)
_AGE_REACH = 14
"""How many characters behind the phrase an age may end."""
_CLAUSES = ("relcl", "acl", "advcl")


@dataclass(frozen=True, slots=True)
class Victims:
    """Tokens of the victim phrase (empty where nobody is mentioned) and what it says.

    `parts` are the heads of the coordinated people; `count` bounds how many they are.
    """

    tokens: tuple[Token, ...] = ()
    parts: tuple[Token, ...] = ()
    count: Numeral = NOTHING
    status: str = "unknown"
    children: bool = False
    humanising: tuple[str, ...] = ()
    lexical_choice: str = "neutral"
    materiel: bool = False
    trail: tuple[str, ...] = ()

    @property
    def is_nobody(self) -> bool:
        """Whether the phrase counts none ("nobody", "no miners")."""
        return _is_zero(self.count)


def victims_of(frame: Frame, triggers: Iterable[Token]) -> Victims:
    """The victims of a frame; `triggers` are all casualty words of its sentence."""
    if frame.case.word.grammar == "toll":
        return _of_toll(frame.case)
    if frame.victim is None:
        found = _of_modifiers(frame)
    else:
        found = _of_phrase(frame, frame.victim, frozenset(token.i for token in triggers))
    if found.status == "unknown":
        found = replace(found, status=_status_by_sentence(frame, found))
    said = _number_said(frame.case) if found.count.qualifier == "none" else None
    if said is None:
        return found
    number = tuple(t for t in frame.anchor.parse if said.start <= t.idx < said.end)
    return replace(
        found,
        count=said,
        tokens=found.tokens or number,
        parts=found.parts or number[-1:],
        trail=(*found.trail, "count:number-of"),
    )


def _status_by_sentence(frame: Frame, victims: Victims) -> str:
    """The status of people whose own phrase says none: losses of an army are soldiers, and who comes to harm on a
    *passenger* train is a passenger."""
    case = frame.case
    named = frame.victim is None or core(frame.victim, case.vocabulary).lower not in NAMES_NOBODY
    if case.word.victims == "soldiers" and named:
        return "combatant"
    riders = (
        t for t in frame.anchor.parse if t.dep == "compound" and case.vocabulary.cause("instrument", t.head)
    )
    carried = any(e.status == "civilian" for t in riders for e in case.vocabulary.person(t))
    return "civilian" if carried and victims.tokens else "unknown"


def _number_said(case: Case) -> Numeral | None:
    """The number that a sentence gives to "the number of people killed": "… has risen to 28"."""
    for noun in (case.anchor, *case.anchor.ancestors):
        above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
        if above is not None and above.lemma == "number":
            return toll_number(case) or _number_behind_verb(case)
    return None


def _number_behind_verb(case: Case) -> Numeral | None:
    verbs = {t.i for t in case.anchor.parse if t.pos in ("VERB", "AUX")}
    starts = {t.idx for t in case.anchor.parse if t.i - 1 in verbs and t.i > case.trigger.end}
    return next_of(n for n in case.numerals if n.start in starts)


# -- a phrase with a noun of its own ----------------------------------------------------------------


def _of_phrase(frame: Frame, head: Token, taken: frozenset[int]) -> Victims:
    case = frame.case
    parts, materiel = _parts(frame, head, taken - {head.i})
    phrases = [(part, _Extent.of(part, taken - {part.i}, case.numerals)) for part in parts]
    phrases = [(part, extent) for part, extent in phrases if extent.first <= extent.last]
    if not phrases:
        return Victims(materiel=materiel)
    parse = head.parse
    edge, end = min(e.first for _, e in phrases), max(e.last for _, e in phrases)
    trail, count = _counted(frame, phrases)
    return _described(parse[edge : end + 1], parts, count, materiel, case.vocabulary, trail)


def _parts(frame: Frame, head: Token, taken: frozenset[int]) -> tuple[list[Token], bool]:
    """The coordinated victims, and whether things are coordinated with them."""
    vocabulary = frame.case.vocabulary
    beside = children(head.head, *SUBJECTS) if head.dep in SUBJECTS else []
    before = [one for one in beside if one.i < head.i and children(one, "cc")]
    parts = [*(before or _named_before(frame, head)), head]
    materiel = any(not is_people(one, vocabulary, "people") for one in _beside_verb(head))
    for other in _coordinated(head, taken, {token.i for token in frame.trigger.tokens}):
        if is_people(other, vocabulary, "any") and other.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            parts.append(other)
        elif other.pos == "NOUN" and vocabulary.cause("event", other) is None:
            materiel = True
    return parts, materiel


def _named_before(frame: Frame, head: Token) -> list[Token]:
    """Those named before the last name that a plural clause stands behind: "Anna Holm and Ida Lund, who were killed"."""
    verb = frame.anchor
    plural = any(aux.lower in ("were", "are", "have") for aux in children(verb, "aux", "auxpass"))
    clause = verb.head == head or any(a.head == head and a.dep == "relcl" for a in verb.ancestors)
    if not (plural and clause and head.tag == "NNP" and head.dep == "conj"):
        return []
    return [one for one in head.conjuncts if one.i < head.i and one.tag == "NNP"]


def _coordinated(head: Token, taken: frozenset[int], own: set[int]) -> Iterator[Token]:
    """What is coordinated with the victims, no casualty word between or inside; also with their names."""
    named = [c for a in children(head, "appos") for c in a.conjuncts if c.pos == "PROPN" and c.i > a.i]
    others = taken - own
    for other in (*head.conjuncts, *named):
        if other.i < head.i or any(i in taken for i in range(head.i, other.i + 1)):
            continue
        if _opens_clause(other, others):
            return
        if not any(t.i in others for t in other.subtree):
            yield other


def _opens_clause(noun: Token, others: frozenset[int]) -> bool:
    """Whether another casualty word behind a comma and "and" has this noun for its subject, not the verb before."""
    edge = noun.left_edge
    joined = edge.i > 1 and edge.nbor(-1).dep == "cc" and edge.nbor(-2).text == ","
    verbs = (noun.parse[i] for i in others if i > noun.i)
    return joined and any(v.pos == "VERB" and v.dep == "conj" and not children(v, *SUBJECTS) for v in verbs)


def _beside_verb(head: Token) -> Iterator[Token]:
    """What hangs on the verb beside the victims: "eliminated 280 troops, along with three vehicles"."""
    verb = next((a for a in head.ancestors if a.pos == "VERB"), head)
    for companion in children(verb, "prep", "advmod"):
        if companion.lower in ("along", "together") and companion.i > head.i:
            for preposition in children(companion, "prep"):
                if preposition.lower == "with":
                    yield from children(preposition, "pobj")


@dataclass(frozen=True, slots=True)
class _Extent:
    """The first and last token of a noun phrase."""

    first: int
    last: int

    @classmethod
    def of(cls, part: Token, taken: frozenset[int], numerals: Sequence[Numeral]) -> _Extent:
        """A noun with its number, and what counts or names it further; other casualty words cut it."""
        extent = cls(left_edge(part), _last_complement(part, taken))
        for numeral in numerals:
            extent = extent._with_number(part, numeral)
        return (
            extent._cut(part, taken, numerals)
            ._with_inclusion(part, taken)
            ._with_some(part, numerals)
            ._with_more(part)
        )

    def _with_number(self, part: Token, numeral: Numeral) -> _Extent:
        """The whole of a number phrase that begins before the phrase or ends behind it."""
        parse, left, right = part.parse, self.first, self.last
        end = parse[right].idx + len(parse[right])
        if numeral.start < parse[left].idx <= numeral.end + 1 and numeral.end <= end:
            while left > 0 and parse[left - 1].idx >= numeral.start:
                left -= 1
        if numeral.start < end < numeral.end:
            while right + 1 < len(parse) and parse[right + 1].idx < numeral.end:
                right += 1
        return _Extent(left, right)

    def _cut(self, part: Token, taken: frozenset[int], numerals: Sequence[Numeral]) -> _Extent:
        """Without other casualty words: behind the noun all of the rest, before it what stands before them.

        What is counted before another casualty word stays ("12 dead and wounded men"), unless "and" stands between.
        """
        parse, left = part.parse, self.first
        stops = [i for i in taken if part.i < i <= self.last]
        for cut in sorted(i for i in taken if left <= i < part.i):
            counted = any(parse[left].idx <= n.start < parse[cut].idx for n in numerals)
            if not counted or parse[cut - 1].dep == "cc":
                left = cut + 1
        return _Extent(left, min(stops) - 1 if stops else self.last)

    def _with_inclusion(self, part: Token, taken: frozenset[int]) -> _Extent:
        """With ", including …" behind it; without punctuation before it."""
        parse, left, right = part.parse, self.first, self.last
        following = [token.lower for token in parse[right + 1 : right + 3]]
        if following == [",", "including"] and right + 2 not in taken:
            right = max(right, _right_end(parse[right + 2], taken))
        while left < part.i and parse[left].is_punct:
            left += 1
        return _Extent(left, right)

    def _with_some(self, part: Token, numerals: Sequence[Numeral]) -> _Extent:
        """With ", among them five children" behind it, which a parse may cut behind "them"."""
        words = [token.lower for token in part.parse[part.i + 1 : part.i + 4]]
        opens = part.i + 4
        if words != [",", "among", "them"] or opens >= len(part.parse):
            return self
        number = next((n for n in numerals if n.start == part.parse[opens].idx), None)
        return self if number is None else _Extent(self.first, counted_noun(part.parse, number).i)

    def _with_more(self, part: Token) -> _Extent:
        """With the "more" of "20 more", "20 people more"."""
        parse, right = part.parse, self.last
        more = right + 1 < len(parse) and parse[right + 1].lower == "more"
        return _Extent(self.first, right + 1) if more and parse[right].pos in ("NUM", "NOUN") else self


def _last_complement(part: Token, taken: frozenset[int]) -> int:
    """The last token of what counts or names a noun behind it: "of the crew", "from Sallow", a name."""
    last = part.i
    for one in part.rights:
        counts = one.dep == "prep" and one.lower in ("of", "including", "from", "among")
        if counts or (one.dep == "appos" and one.pos == "PROPN"):
            end = _right_end(one, taken)
            last = max(last, end if end > one.i or one.dep == "appos" else last)
    return last


def _right_end(token: Token, taken: frozenset[int]) -> int:
    """Last token of a phrase, cut before a relative clause or another casualty word."""
    end = token.i
    for inner in token.subtree:
        if inner.i < token.i:
            continue
        if inner.i in taken or _is_in_clause(inner, token):
            break
        end = max(end, inner.i)
    while end > token.i and token.parse[end].is_punct and token.parse[end].text not in ")\"'":
        end -= 1
    return end


def _is_in_clause(inner: Token, top: Token) -> bool:
    """Whether a token stands in a clause below another token."""
    if inner.dep in _CLAUSES:
        return True
    return any(a.dep in _CLAUSES and a in top.subtree for a in inner.ancestors)


# -- how many ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _VictimPart:
    """One coordinated part of a victim phrase, whose characters begin at `start`."""

    noun: Token
    start: int
    case: Case


def written_number(part: _VictimPart) -> Numeral | None:
    """The number of the phrase."""
    return next_of(n for n in part.case.numerals if part.start <= n.start <= part.noun.idx)


def is_collective(part: _VictimPart) -> bool:
    """The noun is a collective: "a crew of 22"."""
    roles = part.case.vocabulary.person(core(part.noun, part.case.vocabulary))
    return any(entry.role == "collective" for entry in roles)


def number_of_members(part: _VictimPart) -> Numeral | None:
    """The number behind "of"."""
    members = [p.idx + len("of ") for p in children(part.noun, "prep") if p.lower == "of"]
    return next_of(n for n in part.case.numerals if n.start in members)


def is_one(part: _VictimPart) -> bool:
    """The phrase is a pronoun, a name or a noun in the singular."""
    vocabulary = part.case.vocabulary
    noun = core(part.noun, vocabulary)
    if any(entry.number == "many" for entry in people_entries(part.noun, vocabulary)):
        return False
    if any(entry.role == "pronoun" and entry.number == "one" for entry in vocabulary.person(noun)):
        return True
    if noun.pos != "ADJ" and any(entry.role == "quantity" for entry in vocabulary.person(noun)):
        return False
    singular = noun.tag in ("NN", "NNP") and noun.pos in ("PROPN", "NOUN", "ADJ")
    return singular or any(c.lower in ("a", "an") for c in children(part.noun, "det"))


def one(part: _VictimPart) -> Numeral:
    """One person."""
    return _unwritten(part, 1)


def _unwritten(part: _VictimPart, count: int) -> Numeral:
    return Numeral(part.noun.idx, part.noun.idx, count, count, "exact")


COUNTS: tuple[Rule[_VictimPart, Numeral], ...] = (
    Rule("number", "{The blast} *killed* [twelve miners].", written_number),
    Rule("number-of-members", "{The storm} *killed* [a crew of 22].", number_of_members, (is_collective,)),
    Rule("singular", "{The blast} *killed* [a miner].", one, (is_one,)),
)
"""How many one part of a victim phrase stands for."""


@dataclass(frozen=True, slots=True)
class _VictimPhrase:
    """A whole victim phrase with what its first part counts."""

    frame: Frame
    count: Numeral


def none_survived(phrase: _VictimPhrase) -> bool:
    """The word is denied of nobody: "no passengers survived" does not say how many died."""
    return phrase.frame.case.word.denied and (is_neither(phrase) or _is_zero(phrase.count))


def is_neither(phrase: _VictimPhrase) -> bool:
    """The noun has "neither" before it."""
    victim = phrase.frame.victim
    return victim is not None and any(c.lower == "neither" for c in victim.children)


def is_class(phrase: _VictimPhrase) -> bool:
    """The victims are a noun before another: "a prisoner swap"."""
    victim = phrase.frame.victim
    return victim is not None and victim.dep == "compound" and phrase.frame.case.word.grammar == "people_noun"


def not_said(phrase: _VictimPhrase) -> Numeral:
    """No number."""
    return NOTHING


def nobody(phrase: _VictimPhrase) -> Numeral:
    """Nobody."""
    return Numeral(0, 0, 0, 0, "exact")


COUNTS_OF_WHOLE: tuple[Rule[_VictimPhrase, Numeral], ...] = (
    Rule("unsaid", "[No passengers] *survived*.", not_said, (none_survived,)),
    Rule("neither", "[Neither man] was *hurt*.", nobody, (is_neither,)),
    Rule("class", "They agreed on a [*prisoner*] swap.", not_said, (is_class,)),
)
"""Where a whole phrase says how many, whatever its parts say."""


def _counted(frame: Frame, phrases: Sequence[tuple[Token, _Extent]]) -> tuple[tuple[str, ...], Numeral]:
    """How many a phrase of coordinated parts stands for; parts of which no number is said do not open the sum."""
    case, parse = frame.case, frame.anchor.parse
    found = [first(COUNTS, _VictimPart(part, parse[extent.first].idx, case)) for part, extent in phrases]
    counts = [NOTHING if one is None else one[1] for one in found]
    whole = first(COUNTS_OF_WHOLE, _VictimPhrase(frame, counts[0]))
    if whole is not None:
        return entry("count", whole), whole[1]
    summed = counts[:1] + [n for n in counts[1:] if n.qualifier != "none" or counts[0].low is None]
    rules = entry("count", found[0]) or entry("count", next_of(one for one in found if one is not None))
    return (*rules, "count:sum") if len(summed) > 1 else rules, total(summed)


# -- words before a noun ----------------------------------------------------------------------------


def _of_modifiers(frame: Frame) -> Victims:
    """Words before a noun that count and colour its victims: "three civilian deaths"."""
    noun = frame.anchor
    rules, number = _number_before(noun, frame.case)
    if number is not None and _is_zero(number):
        return Victims(count=number, trail=rules)
    at = {m.i for m in frame.modifiers}
    if number is not None:
        at |= {t.i for t in noun.parse if number.start <= t.idx < number.end}
    coloured = tuple(m for m in frame.modifiers if not m.like_num)
    if not at or (not coloured and number is None):
        return Victims()
    tokens = noun.parse[min(at) : max(at) + 1]
    parts = coloured[-1:] or tokens[-1:]
    return _described(tokens, parts, number or NOTHING, False, frame.case.vocabulary, rules)


def _number_before(noun: Token, case: Case) -> tuple[tuple[str, ...], Numeral | None]:
    """The number in the noun phrase before a casualty noun, or right before the phrase; a year is none."""
    start = noun.parse[left_edge(noun)].idx
    text = noun.parse.text
    inside = [n for n in case.numerals if start - 1 <= n.start and start <= n.end <= noun.idx]
    found = inside or [n for n in case.numerals if n.end <= start and not text[n.end : start].strip()]
    years = {t.idx for t in noun.parse if is_year(t)} if noun.tag != "NNS" else set()
    number = next_of(n for n in found if n.start not in years)
    if number is not None:
        return ("count:number",), number
    if _denied_before(noun):
        return ("count:none",), Numeral(noun.idx, noun.idx, 0, 0, "exact")
    return (), None


def _denied_before(noun: Token) -> bool:
    """Whether "no" before another noun holds for this one: "no damage or casualties", "no reports of injuries"."""
    while noun.dep == "conj" or (noun.dep == "pobj" and noun.head.lower == "of"):
        noun = noun.head if noun.dep == "conj" else noun.head.head
        if any(c.lower == "no" for c in children(noun, "det")):
            return True
    return False


# -- tolls ------------------------------------------------------------------------------------------


def next_number(case: Case) -> Numeral | None:
    """The next number behind the noun."""
    return next_of(behind_toll(case))


def number_before_toll(case: Case) -> Numeral | None:
    """The number right before the noun."""
    start = case.trigger.tokens[0].idx
    before = [n for n in case.numerals if n.end <= start][-1:]
    return next_of(n for n in before if not case.anchor.parse.text[n.end : start].strip())


TOLL_NUMBERS: tuple[Rule[Case, Numeral], ...] = (
    Rule("number-of-toll", "The *death toll* rose from 25 to [34].", toll_number),
    Rule("number-behind-toll", "The *death toll* is [34].", next_number),
    Rule("number-before-toll", "They named a [34] *death toll*.", number_before_toll),
)
"""Which number is said of a toll."""


def _of_toll(case: Case) -> Victims:
    """The number said of a toll, with the people it counts, or who before the noun says whose toll it is."""
    found = first(TOLL_NUMBERS, case)
    if found is None:
        lefts = [c for c in case.anchor.lefts if c not in case.trigger.tokens]
        coloured = tuple(c for c in lefts if case.vocabulary.person(c))[-1:]
        return _described(coloured, coloured, NOTHING, False, case.vocabulary) if coloured else Victims()
    number = _beyond(found[1], case)
    parse = case.anchor.parse
    tokens = tuple(t for t in parse if number.start <= t.idx < number.end)
    last, head = tokens[-1], tokens[-1].head
    if last.dep == "nummod" and head.i > last.i and is_people(head, case.vocabulary, "people"):
        tokens = parse[tokens[0].i : head.i + 1]
    return _described(tokens, tokens[-1:], number, False, case.vocabulary, entry("count", found))


def _beyond(number: Numeral, case: Case) -> Numeral:
    """A number that a toll has gone past, which says that it is more: "topped 52,000"."""
    before = case.anchor.parse.text[: number.start].split()[-1:]
    words = case.vocabulary.causes.get("beyond_number", {})
    if number.qualifier != "exact" or not before or before[0].lower() not in words:
        return number
    return replace(number, high=None, qualifier="more_than")


# -- who they are -----------------------------------------------------------------------------------


def _described(
    tokens: tuple[Token, ...],
    parts: Sequence[Token],
    count: Numeral,
    materiel: bool,
    vocabulary: Vocabulary,
    trail: tuple[str, ...] = (),
) -> Victims:
    entries = [e for part in parts for e in people_entries(part, vocabulary)]
    inner = [e for token in tokens for e in _entries_inside(token, parts, vocabulary)]
    has_children = any(e.role == "child" for e in inner)
    choices = (e.lexical_choice for e in (*entries, *inner) if e.lexical_choice != "neutral")
    return Victims(
        tokens,
        tuple(parts),
        count,
        _status(entries) or _status(inner) or _status_before(parts, vocabulary) or "unknown",
        has_children,
        _humanising(tokens, parts, inner, vocabulary),
        next(choices, "neutral"),
        materiel,
        trail,
    )


def _entries_inside(token: Token, parts: Sequence[Token], vocabulary: Vocabulary) -> list[PeopleWords]:
    """What the lexicon says of a word of the phrase about the victims, not about somebody beside them."""
    if token.pos not in ("NOUN", "ADJ", "PROPN"):
        return []
    return [e for e in vocabulary.person(token) if token in parts or not _of_another(token, e.role)]


def _status(entries: Iterable[PeopleWords]) -> str:
    """The status that words for people say, empty where they say none."""
    statuses = {entry.status for entry in entries if entry.status != "unknown"}
    return "mixed" if len(statuses) > 1 else "".join(statuses)


def _status_before(parts: Sequence[Token], vocabulary: Vocabulary) -> str:
    """The status of those that "19 of them" or "two of whom" stands for: the people named last before."""
    whole = core(parts[0], vocabulary) if parts else None
    if whole is None or whole.lower not in ("them", "whom") or whole is parts[0]:
        return ""
    for token in reversed(whole.parse[: parts[0].i]):
        status = _status(vocabulary.person(token)) if token.pos == "NOUN" else ""
        if status:
            return status
    return ""


def _of_another(word: Token, role: str) -> bool:
    """Whether a word describes somebody beside the victim: a child trafficker, the rabbi's son."""
    trade = word.dep == "compound" and word.head.pos == "NOUN" and role == "child"
    return trade or (word.dep == "poss" and role in ("child", "occupation"))


def _humanising(
    tokens: tuple[Token, ...],
    parts: Sequence[Token],
    entries: Sequence[PeopleWords],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    """What makes the victims persons: name, age, occupation, family, children."""
    roles = {entry.role for entry in entries}
    names = (*parts, *(c for part in parts for c in children(part, "appos")))
    text, start = tokens[0].parse.text, tokens[0].idx
    end = tokens[-1].idx + len(tokens[-1]) + _AGE_REACH
    found = {
        "name": any(_is_name(token) for token in names),
        "age": _AGE.search(text[start:end]) is not None,
        "occupation": "occupation" in roles and any(p.tag in ("NN", "NNP") for p in parts),
        "family": any(is_relative(token, vocabulary) for token in tokens),
        "children": "child" in roles,
    }
    return tuple(key for key in HUMANISING if found.get(key))


def _is_name(token: Token) -> bool:
    return token.tag == "NNP" and token.text[:1].isupper() and token.text[-1:].islower()


def _is_zero(count: Numeral) -> bool:
    return (count.low, count.high) == (0, 0)
