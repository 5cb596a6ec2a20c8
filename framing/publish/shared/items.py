"""The evidence as the page shows it: every mention with its badge and what its note says.

One `Item` per evidence row. Marks, notes, numbers, charts and tables all read these items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.casualty.shown import step_of
from framing.extract.naming import NameMention
from framing.extract.verification import VerificationMention
from framing.lexicon import Lexicons
from framing.lexicon.attribution import CUE_GROUPS
from framing.lexicon.naming import NameConcept
from framing.people.sides import Sides
from framing.publish.shared import words
from framing.publish.shared.parts import clipped
from framing.publish.shared.words import KIND_WORDS, Kind
from framing.records.article import Span
from framing.records.mention import Mention
from framing.results import Results

LONGEST_LABEL = 80


class Slot(NamedTuple):
    """A stretch of a mention with its role: speaker, cue, content, loss, name or check."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One evidence row on the page.

    `badge` is the stretch that the letter badge stands before; `focus` is what a passage shows in bold.
    `group` is a style class of the mark (`g-weight`, `nobody` …). `note` is what the mark's note says:
    heading, class, meaning, and rows of label and value.
    """

    mention: Mention
    kind: Kind
    letter: str
    source: str
    slots: tuple[Slot, ...]
    badge: Span
    focus: tuple[Span, ...]
    group: str
    heading: str
    label: str
    meaning: str
    details: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        return self.mention.mention_id

    @property
    def anchor(self) -> str:
        """The fragment that leads to the mark; letters, not outlets, stand in it."""
        return f"m-{self.letter}-{self.id.rpartition(':')[2]}"

    @property
    def badge_label(self) -> str:
        return f"{self.heading}. {self.label}. Open note."


def attribution(item: Item) -> AttributionMention:
    """The row of an item of kind A."""
    assert isinstance(item.mention, AttributionMention)
    return item.mention


def casualty(item: Item) -> CasualtyMention:
    """The row of an item of kind C."""
    assert isinstance(item.mention, CasualtyMention)
    return item.mention


def name(item: Item) -> NameMention:
    """The row of an item of kind N."""
    assert isinstance(item.mention, NameMention)
    return item.mention


class Concept(NamedTuple):
    """A thing with several names: its label and the names used for it in these texts."""

    label: str
    variants: tuple[str, ...]


class _Maker(NamedTuple):
    """What turning a row into an item needs besides the row."""

    text: str
    letter: str
    source: str
    side: Callable[[str], str]
    concepts: Mapping[str, Concept]


def items(results: Results, letters: Mapping[str, str]) -> list[Item]:
    """All evidence rows of the run as items, in the order of articles and text."""
    concepts = concepts_of(results.lexicons, results.mentions.get("naming", ()))
    articles = {article.article_id: article for article in results.articles}
    side = _side_labels(results.sides)
    found = []
    for family in ("attribution", "casualty", "naming", "verification"):
        for mention in results.mentions.get(family, ()):
            article = articles[mention.article_id]
            letter = letters[article.article_id]
            found.append(_item(mention, _Maker(article.text, letter, article.source, side, concepts)))
    order = {article_id: number for number, article_id in enumerate(letters)}
    return sorted(found, key=lambda item: (order[item.mention.article_id], item.mention.start, item.kind))


def _item(mention: Mention, maker: _Maker) -> Item:
    match mention:
        case AttributionMention():
            return _attribution(mention, maker)
        case CasualtyMention():
            return _casualty(mention, maker)
        case NameMention():
            return _name(mention, maker)
        case VerificationMention():
            return _check(mention, maker)
    raise TypeError(f"no mark for {type(mention).__name__}")


def concepts_of(lexicons: Lexicons, mentions: Iterable[Mention]) -> dict[str, Concept]:
    """The concepts that these mentions name, with the variants that occur, in the lexicon's order."""
    used: dict[str, set[str]] = {}
    for mention in mentions:
        if isinstance(mention, NameMention) and not mention.exception:
            used.setdefault(mention.concept, set()).add(mention.variant)
    return {
        concept.id: Concept(
            concept.label, tuple(v.label for v in concept.variants if v.label in used[concept.id])
        )
        for concept in lexicons.of("names", NameConcept)
        if concept.id in used
    }


def _side_labels(sides: Sides | None) -> Callable[[str], str]:
    return lambda ids: ", ".join(sides.label(side) for side in ids.split(";") if side) if sides else ""


def _attribution(row: AttributionMention, maker: _Maker) -> Item:
    cue = row.cue_text or "no reporting word"
    group = CUE_GROUPS.get(row.secondary_cue_class) or CUE_GROUPS.get(row.cue_class, "other")
    who = row.speaker_text or "nobody named"
    if row.speaker_resolved and row.speaker_resolved != row.speaker_text:
        who = f"{who} ({row.speaker_resolved})"
    meaning = words.CUE_MEANING.get(row.cue_class, words.NO_CUE_MEANING)
    if row.cue_lemma:
        meaning = f"“{row.cue_lemma}” is on the list of reporting words. {meaning}"
    spoken = tuple(Slot("content", span) for span in row.content_spans)
    return Item(
        mention=row,
        kind="A",
        letter=maker.letter,
        source=maker.source,
        slots=(
            *(Slot("speaker", span) for span in row.speaker_spans),
            *(Slot("cue", span) for span in row.cue_spans),
            *spoken,
        ),
        badge=min(row.cue_spans, default=row.span),
        focus=tuple(sorted((*row.speaker_spans, *row.cue_spans))) or (row.span,),
        group=f"g-{group}" if row.speaker_spans else f"g-{group} nobody",
        heading=_heading("A", cue),
        label=words.CUE_CLASS.get(row.cue_class, words.NO_CUE),
        meaning=meaning,
        details=_details(
            ("Who", who),
            ("Side", maker.side(row.speaker_side)),
            ("Kind of speaker", words.SPEAKER_TYPE.get(row.speaker_type, "")),
            ("What", " … ".join(maker.text[s.start : s.end] for s in row.content_spans)),
            ("How", words.DIRECTNESS.get(row.directness, "")),
            ("Not", "the text says that it was not said, or not so" if row.negated else ""),
            ("Checked", words.VERIFICATION.get(row.verification, "")),
        ),
    )


def _casualty(row: CasualtyMention, maker: _Maker) -> Item:
    step = step_of(row)
    said_by = f"{row.speaker_text} (“{row.attribution_cue}”)" if row.speaker_text else row.attribution_cue
    return Item(
        mention=row,
        kind="C",
        letter=maker.letter,
        source=maker.source,
        slots=(Slot("loss", row.span),),
        badge=row.span,
        focus=(row.span,),
        group="",
        heading=_heading("C", maker.text[row.start : row.end]),
        label=words.LOSS_KIND[row.kind],
        meaning=f"Grammar: {step.label} {step.example}.",
        details=_details(
            ("Who was hurt", row.victim_text or "not said"),
            ("Their side", maker.side(row.victim_side)),
            ("They are", words.STATUS.get(row.victim_status, "")),
            ("Figure", row.count_text),
            ("Who or what did it", row.agent_text or "not said in the sentence"),
            ("Doer’s side", maker.side(row.agent_side) if row.agent_text else ""),
            ("Who says so", said_by or "the source itself"),
            ("Told", words.FACTUALITY.get(row.factuality, "")),
            ("Choice of word", words.WORD_CHOICE.get(row.lexical_choice, "")),
        ),
    )


def _name(row: NameMention, maker: _Maker) -> Item:
    concept = maker.concepts.get(row.concept)
    label = concept.label if concept else row.concept
    others = [v for v in concept.variants if v != row.variant] if concept else []
    if row.exception:
        meaning = f"A fixed expression ({row.exception}): it is marked, but not counted."
    else:
        meaning = f"“{row.variant}”: {row.signals}."
    return Item(
        mention=row,
        kind="N",
        letter=maker.letter,
        source=maker.source,
        slots=(Slot("name", row.span),),
        badge=row.span,
        focus=(row.span,),
        group="",
        heading=_heading("N", maker.text[row.start : row.end]),
        label=label[:1].upper() + label[1:],
        meaning=meaning,
        details=_details(
            ("Also on this page", ", ".join(f"“{v}”" for v in others)),
            ("Stands for", words.NAME_SENSE.get(row.sense, "")),
            ("Printed beside it", f"“{row.paired_with}”" if row.paired_with else ""),
            ("Whose word", "inside quotation marks: the speaker’s" if row.inside_quote else ""),
        ),
    )


def _check(row: VerificationMention, maker: _Maker) -> Item:
    return Item(
        mention=row,
        kind="H",
        letter=maker.letter,
        source=maker.source,
        slots=(Slot("check", row.span),),
        badge=row.span,
        focus=(row.span,),
        group="",
        heading=_heading("H", maker.text[row.start : row.end]),
        label=words.VERIFICATION.get(row.verification, "A word about checking"),
        meaning="The text tells the reader how far something could be checked.",
        details=_details(
            ("Who checked, or could not", row.by_text), ("About words of", maker.side(row.about_side))
        ),
    )


def _heading(kind: Kind, found: str) -> str:
    return f"{KIND_WORDS[kind].note}: “{clipped(found, LONGEST_LABEL)}”"


def _details(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in pairs if value)
