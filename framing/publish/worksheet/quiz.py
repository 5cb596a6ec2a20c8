"""Quiz questions with one right answer, certain by the rows: who gives a figure, which figure, who writes a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framing.extract.attribution import AttributionMention
from framing.extract.naming import NameMention
from framing.extract.numbers import NumberMention
from framing.extract.numbers.features import is_counted
from framing.lexicon.attribution import CUE_GROUPS
from framing.lexicon.naming import NameConcept
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import LONGEST_QUOTED, clipped, quoted
from framing.publish.questions.question_records import Choice
from framing.records.mention import Mention

MOST = 10
MOST_CHOICES = 4
MOST_OF_KIND = 3
_COUNTS = ("people", "thing", "other", "money")
STEM = 5
FEWEST_WORDS, MOST_LETTERS = 6, 260


def quiz(material: Material) -> tuple[Choice, ...]:
    """Up to ten questions, of each kind in turn; the right choice stands at no fixed place."""
    kinds = [
        list(kind)[:MOST_OF_KIND]
        for kind in (_speakers(material), _figures(material), _names(material), _cues(material))
    ]
    taken: list[Choice] = []
    for turn in range(MOST_OF_KIND):
        taken += [kind[turn] for kind in kinds if len(kind) > turn]
    return tuple(
        _placed(replace(choice, id=f"c{number}"), number) for number, choice in enumerate(taken[:MOST], 1)
    )


def _placed(choice: Choice, number: int) -> Choice:
    """The choices in alphabetical order, turned by the question's number, so that the place tells nothing."""
    right = choice.choices[choice.right]
    ordered = sorted(choice.choices, key=str.casefold)
    turn = number % len(ordered)
    ordered = [*ordered[turn:], *ordered[:turn]]
    return replace(choice, choices=tuple(ordered), right=ordered.index(right))


def _choice(
    material: Material, text: str, right: str, others: Iterable[str], row: Mention
) -> Iterator[Choice]:
    """A question, if there are others to choose from and the passage can be read."""
    known = {right.casefold()}
    wrong: list[str] = []
    for other in others:
        if other and other.casefold() not in known and not _overlap(other, right):
            known.add(other.casefold())
            wrong.append(other)
    passage = material.cite(row)
    if wrong and "|" not in passage.text and len(passage.text.split()) >= FEWEST_WORDS:
        yield Choice(id="", text=text, choices=(right, *wrong[: MOST_CHOICES - 1]), right=0, passage=passage)


def _overlap(one: str, other: str) -> bool:
    """Whether one of two answers holds the other, so that both could be right."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


def _speakers(material: Material) -> Iterator[Choice]:
    """Who is named for a figure."""
    rows = [r for r in material.rows("numbers", NumberMention) if is_counted(r) and r.region != "title"]
    said = {row.mention_id: row for row in material.said}
    asked: set[str] = set()
    for row in rows:
        cue = said.get(row.attribution_id)
        if cue is None or not _is_clear(cue) or row.article_id in asked or not row.counts_what:
            continue
        sentence = material.parsed(row.article_id).sentence_at(row.start).span
        if sum(o.article_id == row.article_id and o.span.overlaps(sentence) for o in material.said) > 1:
            continue
        if row.kind not in _COUNTS or not any(letter.isdecimal() for letter in row.quantity):
            continue
        others = [
            clipped(other.speaker_text, LONGEST_QUOTED)
            for other in material.said
            if _is_clear(other) and not _may_be_the_same(other, cue)
        ]
        asked.add(row.article_id)
        yield from _choice(
            material,
            f"{_in(material, row)}: to whom does the text give the number {quoted(material.text(row))}?",
            clipped(cue.speaker_text, LONGEST_QUOTED),
            others,
            row,
        )


def _may_be_the_same(one: AttributionMention, other: AttributionMention) -> bool:
    """Whether two speakers share the beginning of a word: "Ukraine's army" and "the Ukrainian army"."""
    first, second = (
        {
            word[:STEM]
            for word in f"{row.speaker_text} {row.speaker_resolved}".casefold().split()
            if len(word) > 3
        }
        for row in (one, other)
    )
    return bool(first & second)


def _is_clear(row: AttributionMention) -> bool:
    """Whether a speaker is named by name or office, with a plain reporting word."""
    return (
        row.speaker_type in ("named_person", "institution")
        and bool(set(row.speaker_text.split()) & set(row.speaker_resolved.split()))
        and any(letter.isupper() for letter in row.speaker_text)
        and CUE_GROUPS.get(row.cue_class) == "plain"
        and not row.nested_in
    )


def _figures(material: Material) -> Iterator[Choice]:
    """Which figure a source gives, where sources give several for the same thing."""
    for board in material.results.number_boards:
        if board.not_comparable or not board.counts_what:
            continue
        by_source: dict[str, list[NumberMention]] = {}
        for figure in board.figures:
            for row in figure.rows:
                by_source.setdefault(material.source(row), []).append(row)
        for source, own in by_source.items():
            body = [row for row in own if row.region != "title"]
            if len({row.quantity.casefold() for row in own}) == 1 and body:
                others = [
                    r.quantity
                    for s, found in by_source.items()
                    for r in found
                    if s != source and r.unit == own[0].unit and _exactly(r) != _exactly(own[0])
                ]
                blank = _blanked(material, body[0])
                yield from _choice(
                    material,
                    f"Which number does {source} write here? {blank}",
                    body[0].quantity,
                    others,
                    body[0],
                )
                break


def _exactly(row: NumberMention) -> tuple[float | None, float | None]:
    """The bounds of a figure: “over 60” and “more than 60” are one, “472” and “more than 470” are two."""
    return row.value_low, row.value_high


def _blanked(material: Material, row: NumberMention) -> str:
    """The passage with a blank in the place of the quantity."""
    passage = material.cite(row)
    start = row.start - passage.start
    end = start + len(row.quantity)
    before, after = passage.text[:start], passage.text[end:]
    return quoted(f"{before}_____{after}", longest=2 * MOST_LETTERS)


def _names(material: Material) -> Iterator[Choice]:
    """Which source writes a name that no other one writes."""
    labels = {concept.id: concept for concept in material.results.lexicons.of("names", NameConcept)}
    users: dict[tuple[str, str], dict[str, NameMention]] = {}
    for row in material.rows("naming", NameMention):
        if labels[row.concept].kind != "term":
            users.setdefault((row.concept, row.variant), {}).setdefault(material.source(row), row)
    several = {concept for concept, _ in users if sum(c == concept for c, _ in users) > 1}
    for (concept, variant), by_source in users.items():
        if concept in several and len(by_source) == 1:
            (source, row), *_ = by_source.items()
            others = [s for s in material.sources if s != source and not _has_word(material, s, row)]
            if row.exception or row.inside_quote:
                continue
            yield from _choice(
                material,
                f"Which source writes {quoted(variant)} for {labels[concept].label}?",
                source,
                others,
                row,
            )


def _has_word(material: Material, source: str, row: Mention) -> bool:
    """Whether the words of a row stand anywhere in the texts of a source."""
    words = material.text(row).casefold()
    return any(words in a.text.casefold() for a in material.articles.values() if a.source == source)


def _cues(material: Material) -> Iterator[Choice]:
    """The reporting word in the place of a blank, a doubt or weight word among plain ones."""
    asked: set[str] = set()
    for row in material.said:
        coloured = CUE_GROUPS.get(row.cue_class) in ("doubt", "weight")
        passage = material.cite(row)
        if (
            not coloured
            or len(row.cue_spans) != 1
            or row.article_id in asked
            or len(passage.text) > MOST_LETTERS
        ):
            continue
        if row.region == "title" or passage.text.count(row.cue_text) != 1 or not row.cue_text.endswith("d"):
            continue
        lemmas = list(
            dict.fromkeys(
                other.cue_text.lower()
                for other in material.said
                if other.cue_class in CUE_GROUPS
                and other.cue_lemma != row.cue_lemma
                and other.cue_text.isalpha()
                and other.cue_text.endswith("d")
            )
        )
        asked.add(row.article_id)
        blank = quoted(passage.text.replace(row.cue_text, "_____"), longest=2 * MOST_LETTERS)
        yield from _choice(
            material,
            f"Which reporting word does {passage.source} use here? {blank}",
            row.cue_text.lower(),
            lemmas,
            row,
        )


def _in(material: Material, row: Mention) -> str:
    passage = material.cite(row)
    return f"{passage.source}, {passage.place}"
