"""Attribution by span and by directness, and what is missed: the tables that `framing evaluate` prints.

Overlap: cues share a word; speakers share a word; contents overlap by half (Dice). Exact: the same words.
A span is compared where the cues share a word; rows without the slot are left out of its figures, as in the
scorer of PolNeAR (Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from framing.evaluation.attribution import GoldText, found_slots, slots_of
from framing.evaluation.pairing import LEAST_DICE, Words, dice, pairs, touch
from framing.extract.attribution import AttributionMention
from framing.extract.attribution.candidate import directness
from framing.lexicon import load
from framing.lexicon.attribution import Cue
from framing.records.article import Span
from framing.text.quotations import find_quotations

Slots = Sequence[Words]
CUE, SPEAKER, CONTENT = range(3)
_TESTS: tuple[tuple[str, int, Callable[[Slots, Slots], bool]], ...] = (
    ("cue, overlap", CUE, lambda g, f: bool(g[CUE] & f[CUE])),
    ("cue, exact", CUE, lambda g, f: bool(g[CUE]) and g[CUE] == f[CUE]),
    ("speaker, overlap", SPEAKER, lambda g, f: bool(g[CUE] & f[CUE] and g[SPEAKER] & f[SPEAKER])),
    (
        "speaker, exact",
        SPEAKER,
        lambda g, f: bool(g[CUE] & f[CUE] and g[SPEAKER]) and g[SPEAKER] == f[SPEAKER],
    ),
    (
        "content, overlap",
        CONTENT,
        lambda g, f: bool(g[CUE] & f[CUE]) and dice(g[CONTENT], f[CONTENT]) >= LEAST_DICE,
    ),
    (
        "content, exact",
        CONTENT,
        lambda g, f: bool(g[CUE] & f[CUE] and g[CONTENT]) and g[CONTENT] == f[CONTENT],
    ),
)


def span_table(lines: Sequence[GoldText]) -> str:
    """Precision, recall and F1 of cue, speaker and content, and of whole rows by directness, as Markdown."""
    rows = ["| what | precision | recall | F1 | rows |", "| --- | --- | --- | --- | --- |"]
    slots = [(slots_of(line.text, line.gold), found_slots(line.text, line.found)) for line in lines]
    for name, slot, test in _TESTS:
        hits = sum(len(pairs(gold, found, test)) for gold, found in slots)
        gold_size = sum(bool(g[slot]) for gold, _ in slots for g in gold)
        rows.append(_row(name, hits, sum(bool(f[slot]) for _, found in slots for f in found), gold_size))
    tallies: dict[str, Counter[str]] = {kind: Counter() for kind in ("direct", "mixed", "indirect")}
    for line in lines:
        kinds = _directness(line)
        for kind in kinds:
            tallies[kind]["gold"] += 1
        for number, mention in enumerate(line.found):
            row_of = line.gold_of.get(number)
            kind = mention.directness if row_of is None else kinds[row_of]
            tallies[kind]["found"] += 1
            tallies[kind]["hits"] += row_of is not None
    rows += [_row(f"whole row, {kind}", t["hits"], t["found"], t["gold"]) for kind, t in tallies.items()]
    return "\n".join(rows)


def miss_table(lines: Sequence[GoldText]) -> str:
    """Gold rows that were not found and rows found that are not gold, by what they are, as Markdown."""
    forms = _forms()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for line in lines:
        gold, found = slots_of(line.text, line.gold), found_slots(line.text, line.found)
        same_cue = _with_the_same_cue(line, gold, found)
        for f, mention in enumerate(line.found):
            if f not in line.gold_of:
                g = same_cue.get(f)
                wrong[_what(mention) if g is None else _difference(gold[g], found[f])] += 1
        known = {*line.gold_of.values(), *same_cue.values()}
        missed.update(_phenomenon(line.text, row, forms) for g, row in enumerate(line.gold) if g not in known)
    return f"{_counts('not found', missed)}\n\n{_counts('found, and not in the gold', wrong)}"


def _forms() -> frozenset[str]:
    """The inflected cues of one word, prepositions left out."""
    cues = [cue for cue in load().of("cues", Cue) if not cue.rest and cue.pos != "preposition"]
    return frozenset(form for cue in cues for form in cue.inflected)


def _with_the_same_cue(line: GoldText, gold: Sequence[Slots], found: Sequence[Slots]) -> dict[int, int]:
    """Of the rows without a counterpart, those found for a gold row that share a word of the cue with one."""
    matched = set(line.gold_of.values())
    open_gold = [g for g in range(len(gold)) if g not in matched]
    open_found = [f for f in range(len(found)) if f not in line.gold_of]
    paired = pairs(
        [gold[g] for g in open_gold], [found[f] for f in open_found], lambda a, b: bool(a[CUE] & b[CUE])
    )
    return {open_found[f]: open_gold[g] for g, f in paired}


def _counts(title: str, tally: Counter[str]) -> str:
    """A table of how often, the most frequent first, as Markdown."""
    rows = [f"| {what} | {number} |" for what, number in tally.most_common()]
    return "\n".join([f"| {title} | rows |", "| --- | --- |", *rows])


def _row(name: str, hits: int, found: int, gold: int) -> str:
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {gold} |"


def _directness(line: GoldText) -> list[str]:
    starts = [0]
    while (at := line.text.find("\n", starts[-1])) >= 0:
        starts.append(at + 1)
    spans = [Span(s, e) for s, e in zip(starts, [*(s - 1 for s in starts[1:]), len(line.text)], strict=True)]
    quotations = find_quotations(line.text, spans)
    return [directness(line.text, [Span(s, e) for s, e in row["content"]], quotations) for row in line.gold]


def _what(mention: AttributionMention) -> str:
    if mention.nested_in:
        return "inside the content of another row"
    return "a quotation without a cue" if not mention.cue_spans else "no gold row has this cue"


def _difference(gold: Slots, found: Slots) -> str:
    speaker, content = touch(gold[SPEAKER], found[SPEAKER]), dice(gold[CONTENT], found[CONTENT]) >= LEAST_DICE
    if speaker:
        return "the content overlaps by less than half"
    return "the speaker is another one, or missing" if content else "both speaker and content differ"


def _phenomenon(text: str, row: Mapping[str, Sequence[Sequence[int]]], forms: frozenset[str]) -> str:
    """What a gold row without a counterpart is: the first of these that fits.

    `forms` are the inflected cues of one word, prepositions left out.
    """
    cue = " ".join(text[s:e] for s, e in row["cue"]).lower()
    words = cue.split()
    if not any(word.strip(".,") in forms for word in words):
        return (
            "no word of the cue is in the lexicon" if any(c.isalpha() for c in cue) else "a mark is the cue"
        )
    if "not" in words or "n't" in cue or "never" in words:
        return "denied: what somebody did not say"
    if not row["source"]:
        return "no speaker in the gold"
    if row["content"] and text[: row["content"][0][0]].count("\n") == 0:
        return "in the headline"
    if len(row["content"]) > 1:
        return "content in pieces"
    return "a word of the lexicon in another construction"
