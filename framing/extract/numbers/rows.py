"""From the quantities of a sentence to rows: what they count, their converted values, who is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from framing.extract.attribution.record import AttributionMention
from framing.extract.base import Numbering
from framing.extract.casualty import CasualtyMention
from framing.extract.numbers.convert import converted
from framing.extract.numbers.counted import CountCase, counted_by, phrase_of
from framing.extract.numbers.named import BY_GRAMMAR, NumberInParse, tokens_of, without_preposition
from framing.extract.numbers.quantity import Kind, Quantity
from framing.extract.numbers.record import NumberMention
from framing.extract.numbers.words import QuantityVocabulary
from framing.extract.rules import first, joined
from framing.records.article import Span
from framing.text.parse import Token
from framing.text.sentences import Sentence

_RESTATED = re.compile(r"(?:\s*-?\w+){0,2}\s*(?:\(|,?\s*or)\s*(?:about|some|around|roughly|nearly)?\s*")
_GAP = re.compile(r"[\s\-‑]*")


@dataclass(frozen=True)
class Scene:
    """What the rows of a sentence are read from besides its quantities."""

    sentence: Sentence
    attributions: Sequence[AttributionMention]
    casualties: Sequence[CasualtyMention]
    words: QuantityVocabulary


@dataclass(frozen=True)
class _Counted:
    """A quantity with the noun it counts: its characters in the sentence, and whether it is about people."""

    quantity: Quantity
    noun: tuple[int, int] | None
    kind: Kind
    trail: tuple[str, ...] = ()


def rows_of(found: Sequence[Quantity], scene: Scene, numbering: Numbering) -> Iterator[NumberMention]:
    """The rows of one sentence, in text order; what the grammar shows to be no quantity is left out."""
    last: tuple[_Counted, NumberMention] | None = None
    parse = scene.sentence.parse
    taken = frozenset(t.i for q in found for t in tokens_of(parse, q.start, q.end)) if parse else frozenset()
    for quantity in found:
        counted = _counted(quantity, scene, last[0] if last else None, taken)
        if counted is None:
            continue
        restates = _restated(counted, last, scene.sentence.text)
        if restates and last:
            counted = replace(counted, noun=last[0].noun, trail=(*counted.trail, "counts:restated"))
        row = _row(counted, restates, scene, numbering)
        last = (counted, row)
        yield row


def _counted(
    quantity: Quantity, scene: Scene, last: _Counted | None, taken: frozenset[int]
) -> _Counted | None:
    """The quantity with its noun, or None where it is none."""
    parse, words = scene.sentence.parse, scene.words
    if parse is None:
        return _Counted(quantity, None, quantity.kind)
    quantity = without_preposition(quantity, parse)
    tokens = tokens_of(parse, quantity.start, quantity.end)
    number = tokens_of(parse, quantity.number_start, quantity.number_end)
    if not tokens or (number and first(BY_GRAMMAR, NumberInParse.of(quantity, number, words)) is not None):
        return None
    case = CountCase(quantity, tokens, number, taken, words)
    found = counted_by(case)
    if quantity.kind == "thing":
        return _thing(case, found, scene, last)
    return _Counted(quantity, _span(case, found), quantity.kind, _trail(found))


def _thing(
    case: CountCase, found: tuple[str, Token] | None, scene: Scene, last: _Counted | None
) -> _Counted | None:
    """A count: of people or things by its noun, or by what was counted before it; None where it counts nothing."""
    quantity, noun = case.quantity, found[1] if found is not None else None
    if noun is None and quantity.low is None and quantity.high is None:
        return None
    if noun is None and _is_of_people(quantity, case, scene):
        before = last if last is not None and last.kind == "people" else None
        rules = ("counts:people", *(("counts:noun-before",) if before is not None else ()))
        return _Counted(quantity, before.noun if before is not None else None, "people", rules)
    goes_on = noun is None or noun.lower in scene.words.classes["less_or_more"]
    if goes_on and last is not None and _goes_on(last, quantity, scene.sentence.text):
        return _Counted(quantity, last.noun, last.kind, ("counts:as-before",))
    return _Counted(quantity, _span(case, found), _kind(quantity, noun, scene), _trail(found))


def _trail(found: tuple[str, Token] | None) -> tuple[str, ...]:
    return () if found is None else (f"counts:{found[0]}",)


def _span(case: CountCase, found: tuple[str, Token] | None) -> tuple[int, int] | None:
    """The characters of the counted noun with what stands before it."""
    if found is None:
        return None
    noun = found[1]
    phrase = phrase_of(noun, case.last.i if noun.i > case.last.i else -1, case.taken)
    return phrase[0].idx, noun.idx + len(noun.text)


def _kind(quantity: Quantity, noun: Token | None, scene: Scene) -> Kind:
    """Whether a count is of people: by its noun, or as the victims of a casualty."""
    if _are_victims(quantity, scene) or (noun is not None and _are_people(noun, scene.words)):
        return "people"
    return "thing" if _is_whole(quantity) else "other"


def _are_victims(quantity: Quantity, scene: Scene) -> bool:
    at = Span(scene.sentence.start + quantity.start, scene.sentence.start + quantity.end)
    return any(span.overlaps(at) for row in scene.casualties for span in row.victim_spans)


def _is_of_people(quantity: Quantity, case: CountCase, scene: Scene) -> bool:
    """Whether a count without a noun is of people: victims, what is done to people, "20 who"."""
    if _are_victims(quantity, scene):
        return True
    head = case.last.head
    words = (head, *(child for child in head.children if child.dep in ("acomp", "oprd")))
    if any(word.lemma.lower() in scene.words.classes["done_to_people"] for word in words):
        return True
    return case.last.i + 1 < len(case.last.parse) and case.last.nbor(1).lower == "who"


def _goes_on(last: _Counted, quantity: Quantity, text: str) -> bool:
    """Whether a bare count goes on with what was counted before it in the sentence."""
    return (
        not last.quantity.unit
        and last.noun is not None
        and ";" not in text[last.quantity.end : quantity.start]
    )


def _are_people(noun: Token, words: QuantityVocabulary) -> bool:
    written, lemma = noun.lower, noun.lemma.lower()
    if written in words.groups:
        return True
    if lemma in words.classes["not_people"]:
        return False
    return lemma in words.people or written in words.people or written.removesuffix("s") in words.people


def _is_whole(quantity: Quantity) -> bool:
    return all(bound is None or bound == int(bound) for bound in (quantity.low, quantity.high))


def _restated(counted: _Counted, last: tuple[_Counted, NumberMention] | None, text: str) -> str:
    """The row before, where this quantity gives it again in another unit."""
    if last is None or not counted.quantity.unit:
        return ""
    before = last[0].quantity
    same = before.kind == counted.quantity.kind and before.unit != counted.quantity.unit
    between = text[before.end : counted.quantity.start]
    return last[1].mention_id if same and _RESTATED.fullmatch(between) else ""


def _row(counted: _Counted, restates: str, scene: Scene, numbering: Numbering) -> NumberMention:
    quantity, sentence = counted.quantity, scene.sentence
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    noun = counted.noun
    behind = noun is not None and noun[0] >= quantity.end
    if noun is not None and behind and _GAP.fullmatch(sentence.text[quantity.end : noun[0]]):
        end = sentence.start + noun[1]
    low, high, unit = _converted(quantity.unit, quantity.low, quantity.high, scene.words)
    voice = _voice(Span(start, sentence.start + quantity.end), scene)
    says = ("says:attribution",) if voice else ()
    trail = (f"quantity:{counted.kind}", *quantity.trail, *counted.trail, *says)
    return NumberMention(
        **numbering.place(start, end, joined(trail)),
        quantity=sentence.text[quantity.start : quantity.end],
        unit=quantity.unit,
        value_low=_tidy(quantity.low),
        value_high=_tidy(quantity.high),
        qualifier=quantity.qualifier,
        converted_value=low if low is not None else high,
        converted_unit=unit,
        counts_what=sentence.text[noun[0] : noun[1]] if noun else "",
        attribution_id=voice.mention_id if voice else "",
        kind=counted.kind,
        per=quantity.per,
        converted_low=low,
        converted_high=high,
        restates=restates,
        counts_spans=(Span(sentence.start + noun[0], sentence.start + noun[1]),) if noun else (),
        speaker_text=voice.speaker_text if voice else "",
        speaker_side=voice.speaker_side if voice else "",
    )


def settled(row: NumberMention, words: QuantityVocabulary) -> NumberMention:
    """A corrected row with its values converted anew; raises ValueError where its ends are exchanged."""
    if row.value_low is not None and row.value_high is not None and row.value_low > row.value_high:
        raise ValueError("value_low would be above value_high: correct both")
    low, high, unit = _converted(row.unit, row.value_low, row.value_high, words)
    return replace(
        row,
        converted_value=low if low is not None else high,
        converted_unit=unit,
        converted_low=low,
        converted_high=high,
    )


def _converted(
    unit_id: str, low: float | None, high: float | None, words: QuantityVocabulary
) -> tuple[float | None, float | None, str]:
    """Both bounds in the unit of their kind, and that unit; nothing where there is none."""
    unit = words.units.get(unit_id)
    if unit is None or (low is None and high is None):
        return None, None, ""
    if unit.kind == "money":
        return _tidy(low), _tidy(high), unit.id
    if not unit.into:
        return None, None, ""
    into = words.units[unit.into]
    low, high = (None if bound is None else _tidy(converted(bound, unit, into)) for bound in (low, high))
    return low, high, into.id


def _tidy(value: float | None) -> float | None:
    """A whole number as an integer, so that tables print 7000 and not 7000.0."""
    return value if value is None or value != int(value) else int(value)


def _voice(at: Span, scene: Scene) -> AttributionMention | None:
    """The innermost attribution whose content holds the quantity; one with a speaker before one without."""
    covering = [a for a in scene.attributions if any(span.overlaps(at) for span in a.content_spans)]
    return min(
        covering,
        key=lambda a: (not a.speaker_text, sum(s.end - s.start for s in a.content_spans)),
        default=None,
    )
