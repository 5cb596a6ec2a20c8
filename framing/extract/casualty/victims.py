"""The victim phrase: who is counted, how many, and what makes them persons.

Counts follow the coding scheme: sums in one phrase are added up ("12 pupils and a driver"), a part
("including 3 children") is not, and what is coordinated but no person is materiel and never counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.extract.casualty.frame import Frame
from framing.extract.casualty.nouns import TOLL_REACH, is_year, toll_number
from framing.extract.casualty.people import core, is_people, is_relative, people_entries
from framing.extract.casualty.words import Vocabulary
from framing.text.grammar import SUBJECTS, children, left_edge
from framing.text.numerals import NOTHING, Numeral, total
from framing.text.parse import Parse, Token

HUMANISING = ("name", "age", "occupation", "family", "children", "personal_detail")
_AGE = re.compile(
    r"\b(?:aged?\s+\d{1,3}|\d{1,3}[- ](?:year|month|week|day)s?[- ]old|,\s\d{1,2}\s?,|\(\d{1,2}\))"
)


@dataclass(frozen=True)
class Victims:
    """Tokens of the victim phrase (empty where nobody is mentioned) and what it says.

    `parts` are the heads of the coordinated people; `count` bounds how many they are.
    """

    tokens: tuple[Token, ...]
    parts: tuple[Token, ...]
    count: Numeral
    status: str
    children: bool
    humanising: tuple[str, ...]
    lexical_choice: str
    materiel: bool


def victims_of(
    frame: Frame, numerals: Sequence[Numeral], triggers: Iterable[Token], vocabulary: Vocabulary
) -> Victims:
    """The victims of a frame. `numerals` are those of the sentence, `triggers` all casualty words in it."""
    taken = {token.i for token in triggers}
    if frame.trigger.word.grammar == "toll":
        return _of_toll(frame, numerals, vocabulary)
    if frame.victim is None:
        found = _of_modifiers(frame, numerals, vocabulary)
    else:
        found = _of_phrase(frame, numerals, taken, vocabulary)
    said = _number_said(frame, numerals, vocabulary) if found.count.qualifier == "none" else None
    if said is None:
        return found
    number = tuple(t for t in frame.trigger.anchor.parse if said.start <= t.idx < said.end)
    return replace(found, count=said, tokens=found.tokens or number, parts=found.parts or number[-1:])


def _of_phrase(frame: Frame, numerals: Sequence[Numeral], taken: set[int], vocabulary: Vocabulary) -> Victims:
    """The victims of a phrase with a noun of its own."""
    assert frame.victim is not None
    parts, materiel = _parts(frame, taken - {frame.victim.i}, vocabulary)
    phrases = {part: _phrase(part, taken - {part.i}, numerals) for part in parts}
    indices = sorted({i for phrase in phrases.values() for i in phrase})
    if not indices:
        return _nobody(materiel)
    parse = frame.victim.parse
    tokens = tuple(parse[indices[0] : indices[-1] + 1])
    counts = [_count(part, parse[at[0]].idx, numerals, vocabulary) for part, at in phrases.items() if at]
    if frame.trigger.word.grammar == "people_noun" and frame.victim.dep == "compound":
        counts = [NOTHING]
    if any(child.lower == "neither" for child in frame.victim.children):
        counts = [Numeral(0, 0, 0, 0, "exact")]
    if frame.trigger.word.denied and (counts[0].low, counts[0].high) == (0, 0):
        counts = [NOTHING]
    count = total(counts[:1] + [n for n in counts[1:] if n.qualifier != "none" or counts[0].low is None])
    described = _described(tokens, parts, count, materiel, vocabulary)
    named = core(frame.victim, vocabulary).lower not in ("people", "lives")
    if frame.trigger.word.victims == "soldiers" and described.status == "unknown" and named:
        return replace(described, status="combatant")
    return described


def _number_said(frame: Frame, numerals: Sequence[Numeral], vocabulary: Vocabulary) -> Numeral | None:
    """The number that a sentence gives to "the number of people killed": "… has risen to 28"."""
    for noun in (frame.trigger.anchor, *frame.trigger.anchor.ancestors):
        above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
        if above is not None and above.lemma == "number":
            verbs = {t.i for t in noun.parse if t.pos in ("VERB", "AUX")}
            starts = {t.idx for t in noun.parse if t.i - 1 in verbs and t.i > frame.trigger.end}
            said = next((n for n in numerals if n.start in starts), None)
            return toll_number(frame.trigger, numerals) or said
    return None


def _nobody(materiel: bool = False) -> Victims:
    return Victims((), (), NOTHING, "unknown", False, (), "neutral", materiel)


def _parts(frame: Frame, taken: set[int], vocabulary: Vocabulary) -> tuple[list[Token], bool]:
    """The coordinated victims, and whether things are coordinated with them."""
    head = frame.victim
    assert head is not None
    others = taken - {token.i for token in frame.trigger.tokens}
    beside = children(head.head, *SUBJECTS) if head.dep in SUBJECTS else []
    parts = [one for one in beside if one.i < head.i and children(one, "cc")] + [head]
    materiel = False
    named = [c for a in children(head, "appos") for c in a.conjuncts if c.pos == "PROPN" and c.i > a.i]
    for other in (*head.conjuncts, *named):
        between = range(min(head.i, other.i), max(head.i, other.i) + 1)
        if any(i in taken for i in between) or any(t.i in others for t in other.subtree):
            continue
        if other.i < head.i:
            continue
        if is_people(other, vocabulary, "any") and other.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            parts.append(other)
        elif other.pos == "NOUN" and vocabulary.cause("event", other) is None:
            materiel = True
    companions = _verb_companions(head)
    return parts, materiel or any(not is_people(t, vocabulary, "people") for t in companions)


def _verb_companions(head: Token) -> list[Token]:
    """What hangs on the verb beside the victims: "eliminated 280 troops, along with three vehicles"."""
    found: list[Token] = []
    verb = next((a for a in head.ancestors if a.pos == "VERB"), head)
    for child in verb.children:
        if (
            child.lower in ("along", "together", "with")
            and child.i > head.i
            and child.dep in ("prep", "advmod")
        ):
            for preposition in (child, *children(child, "prep")):
                if preposition.lower == "with" and (child.lower != "with"):
                    found.extend(children(preposition, "pobj"))
    return found


def _phrase(part: Token, taken: set[int], numerals: Sequence[Numeral]) -> list[int]:
    """Indices of a noun phrase: left edge with its number, the noun, and what counts or names it further."""
    first, last = left_edge(part), part.i
    for child in part.rights:
        if child.dep == "prep" and child.lower in ("of", "including", "from", "among"):
            last = max(last, _right_end(child, taken))
        elif child.dep == "conj" or (child.dep in ("nummod", "amod") and child.i not in taken):
            continue
        elif child.dep == "appos" and child.pos == "PROPN":
            last = max(last, _right_end(child, taken))
    parse = part.parse
    for numeral in numerals:
        end = parse[last].idx + len(parse[last])
        if numeral.start < parse[first].idx <= numeral.end + 1 and numeral.end <= end:
            while first > 0 and parse[first - 1].idx >= numeral.start:
                first -= 1
        if numeral.start < end < numeral.end:
            while last + 1 < len(parse) and parse[last + 1].idx < numeral.end:
                last += 1
    stops = [i for i in taken if part.i < i <= last]
    last = min(stops) - 1 if stops else last
    for cut in sorted(i for i in taken if first <= i < part.i):
        counted = any(parse[first].idx <= n.start < parse[cut].idx for n in numerals)
        if not counted or parse[cut - 1].dep == "cc":
            first = cut + 1
    following = [token.lower for token in parse[last + 1 : last + 3]]
    if following == [",", "including"] and last + 2 not in taken:
        last = max(last, _right_end(parse[last + 2], taken))
    while first < part.i and parse[first].is_punct:
        first += 1
    if last + 1 < len(parse) and parse[last + 1].lower == "more" and parse[last].pos in ("NUM", "NOUN"):
        last += 1
    return list(range(first, last + 1))


def _right_end(token: Token, taken: set[int]) -> int:
    """Last token of a phrase, cut before a relative clause or another casualty word."""
    end = token.i
    for inner in token.subtree:
        if inner.i < token.i:
            continue
        cut = inner.dep in ("relcl", "acl", "advcl") or inner.i in taken
        if cut or any(a.dep in ("relcl", "acl", "advcl") and a in token.subtree for a in inner.ancestors):
            break
        end = max(end, inner.i)
    while end > token.i and token.parse[end].is_punct and token.parse[end].text not in ")\"'":
        end -= 1
    return end


def _count(part: Token, start: int, numerals: Sequence[Numeral], vocabulary: Vocabulary) -> Numeral:
    """How many one coordinated part, whose phrase begins at `start`, stands for."""
    noun = core(part, vocabulary)
    for numeral in numerals:
        if start <= numeral.start <= part.idx:
            return numeral
    members = [p.idx + len("of ") for p in children(part, "prep") if p.lower == "of"]
    if any(entry.role == "collective" for entry in vocabulary.person(noun)):
        for numeral in numerals:
            if numeral.start in members:
                return numeral
    if any(child.lower == "no" for child in children(part, "det")):
        return Numeral(part.idx, part.idx, 0, 0, "exact")
    entries = people_entries(part, vocabulary)
    many = any(entry.number == "many" for entry in entries)
    singular = noun.tag in ("NN", "NNP") and not many
    pronoun = any(entry.role == "pronoun" and entry.number == "one" for entry in vocabulary.person(noun))
    article = not many and any(child.lower in ("a", "an") for child in children(part, "det"))
    if pronoun or article or (singular and (noun.pos == "PROPN" or _is_somebody(noun))):
        return Numeral(part.idx, part.idx, 1, 1, "exact")
    return NOTHING


def _is_somebody(noun: Token) -> bool:
    """A singular with an article, a possessor, a name, or bare as in headlines."""
    return noun.pos in ("NOUN", "ADJ")


def _of_modifiers(frame: Frame, numerals: Sequence[Numeral], vocabulary: Vocabulary) -> Victims:
    """Words before a noun that count and colour its victims: "three civilian deaths"."""
    noun = frame.trigger.anchor
    parse = noun.parse
    first = left_edge(noun)
    start = parse[first].idx
    found = [n for n in numerals if start <= n.end and n.start >= start - 1 and n.end <= noun.idx]
    found = found or [n for n in numerals if n.end <= start and not parse.text[n.end : start].strip()]
    years = {t.idx for t in parse if is_year(t)}
    found = [n for n in found if n.start not in years or noun.tag == "NNS"]
    if not found and _denied_before(noun):
        found = [Numeral(noun.idx, noun.idx, 0, 0, "exact")]
    if not frame.modifiers and not found:
        return _nobody()
    if found and found[0].high == 0 and found[0].low == 0:
        return Victims((), (), found[0], "unknown", False, (), "neutral", False)
    indices = {m.i for m in frame.modifiers}
    for numeral in found[:1]:
        indices |= {t.i for t in parse if numeral.start <= t.idx < numeral.end}
    coloured = [m for m in frame.modifiers if not m.like_num]
    tokens = tuple(parse[min(indices) : max(indices) + 1])
    if not coloured and not found:
        return _nobody()
    parts = tuple(coloured[-1:]) or tokens[-1:]
    return _described(tokens, parts, found[0] if found else NOTHING, False, vocabulary)


def _denied_before(noun: Token) -> bool:
    """Whether "no" before another noun holds for this one: "no damage or casualties", "no reports of injuries"."""
    while noun.dep == "conj" or (noun.dep == "pobj" and noun.head.lower == "of"):
        noun = noun.head if noun.dep == "conj" else noun.head.head
        if any(child.lower == "no" for child in children(noun, "det")):
            return True
    return False


def _of_toll(frame: Frame, numerals: Sequence[Numeral], vocabulary: Vocabulary) -> Victims:
    """The number said of a toll: the last one of "from 25 to 34", else the next behind the noun."""
    noun = frame.trigger.tokens[-1]
    parse = noun.parse
    behind = [n for n in numerals if 0 < n.start - noun.idx < TOLL_REACH]
    before = [n for n in numerals if n.end <= frame.trigger.tokens[0].idx]
    chosen = toll_number(frame.trigger, numerals) or next(iter(behind), None)
    if chosen is None and before and not parse.text[before[-1].end : frame.trigger.tokens[0].idx].strip():
        chosen = before[-1]
    if chosen is None:
        lefts = [c for c in frame.trigger.anchor.lefts if c not in frame.trigger.tokens]
        coloured = [c for c in lefts if vocabulary.person(c)][-1:]
        return _described(tuple(coloured), coloured, NOTHING, False, vocabulary) if coloured else _nobody()
    tokens = [t for t in parse if chosen.start <= t.idx < chosen.end]
    head = tokens[-1].head
    if tokens[-1].dep == "nummod" and is_people(head, vocabulary, "people") and head.i > tokens[-1].i:
        tokens = list(parse[tokens[0].i : head.i + 1])
    return _described(tuple(tokens), (tokens[-1],), chosen, False, vocabulary)


def _described(
    tokens: tuple[Token, ...], parts: Sequence[Token], count: Numeral, materiel: bool, vocabulary: Vocabulary
) -> Victims:
    entries = [e for part in parts for e in people_entries(part, vocabulary)]
    inner = [
        e
        for token in tokens
        for e in vocabulary.person(token)
        if token.pos in ("NOUN", "ADJ", "PROPN") and (token in parts or not _of_another(token, e.role))
    ]
    statuses = {e.status for e in (entries if any(e.status != "unknown" for e in entries) else inner)}
    statuses.discard("unknown")
    status = "unknown" if not statuses else "mixed" if len(statuses) > 1 else statuses.pop()
    has_children = any(e.role == "child" for e in inner)
    choices = [e.lexical_choice for e in (*entries, *inner) if e.lexical_choice != "neutral"]
    return Victims(
        tokens,
        tuple(parts),
        count,
        status,
        has_children,
        _humanising(tokens, parts, inner, has_children, vocabulary),
        choices[0] if choices else "neutral",
        materiel,
    )


def _of_another(word: Token, role: str) -> bool:
    """Whether a word describes somebody beside the victim: a child trafficker, the rabbi's son."""
    trade = word.dep == "compound" and word.head.pos == "NOUN" and role == "child"
    return trade or (word.dep == "poss" and role in ("child", "occupation"))


def _humanising(
    tokens: tuple[Token, ...],
    parts: Sequence[Token],
    entries: Sequence[object],
    has_children: bool,
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    """What makes the victims persons: name, age, occupation, family, children."""
    parse: Parse = tokens[0].parse
    roles = {getattr(entry, "role", "") for entry in entries}
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    around = parse.text[start : min(end + 14, len(parse.text))]
    named = any(_is_name(part) for part in parts) or any(
        _is_name(child) for part in parts for child in children(part, "appos")
    )
    found = {
        "name": named,
        "age": bool(_AGE.search(around)),
        "occupation": "occupation" in roles and any(p.tag in ("NN", "NNP") for p in parts),
        "family": any(is_relative(token, vocabulary) for token in tokens),
        "children": has_children,
    }
    return tuple(key for key in HUMANISING if found.get(key))


def _is_name(token: Token) -> bool:
    return token.tag == "NNP" and token.text[:1].isupper() and token.text[-1:].islower()
