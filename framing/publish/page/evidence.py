"""The evidence as the page shows it: every mention with its badge, its note and its passage.

One `Item` per evidence row. Marks, notes, numbers, charts and tables all read these items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from framing.actors import Sides
from framing.article import Article, Removed, Span
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.naming import NameMention
from framing.extract.verification import VerificationMention
from framing.language import ParsedArticle
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.mention import Mention
from framing.publish.page import words
from framing.publish.page.parts import Number
from framing.publish.page.words import KIND_WORDS, Kind
from framing.results import Results

LONGEST_PASSAGE = 900
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
    group = words.CUE_GROUPS.get(row.secondary_cue_class) or words.CUE_GROUPS.get(row.cue_class, "other")
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
    rung = next(r for r in words.RUNGS if r.id == words.rung_of(row.construction, row.agent_type))
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
        meaning=f"Grammar: {rung.label} {rung.example}.",
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


def clipped(text: str, longest: int) -> str:
    """The text on one line, cut with an ellipsis where it is longer.

    >>> clipped("the group\\n of forces", 12)
    'the group o…'
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


class Passage(NamedTuple):
    """The sentences around some spans, and where the spans stand in them."""

    text: str
    spans: tuple[Span, ...]


def passage(parsed: ParsedArticle, covering: Span, focus: Iterable[Span]) -> Passage:
    """The whole sentences that a mention stands in; a very long passage is cut around its focus."""
    text = parsed.article.text
    inside = sorted(focus)
    start = min(parsed.sentence_at(covering.start).start, covering.start)
    end = max(_end_of_sentence(parsed, covering.end - 1), covering.end)
    before = after = ""
    if end - start > LONGEST_PASSAGE:
        middle = (inside[0].start + inside[-1].end) // 2
        if start < middle - LONGEST_PASSAGE // 2:
            start, before = middle - LONGEST_PASSAGE // 2, "… "
        if end > start + LONGEST_PASSAGE:
            end, after = start + LONGEST_PASSAGE, " …"
    shift = len(before) - start
    spans = tuple(
        Span(max(s.start, start) + shift, min(s.end, end) + shift)
        for s in inside
        if s.start < end and s.end > start
    )
    return Passage(f"{before}{text[start:end]}{after}", spans)


def _end_of_sentence(parsed: ParsedArticle, offset: int) -> int:
    try:
        return parsed.sentence_at(offset).end
    except LookupError:
        return offset + 1


@dataclass
class Book:
    """Every passage of the page and every list of passages that a number opens.

    The lists name passages by their place in `passages`; two numbers counted from the same rows share
    one list.
    """

    passages: list[dict[str, Any]] = field(default_factory=list)
    lists: list[list[int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict, repr=False)
    _known: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict, repr=False)

    def add(self, key: str, record: dict[str, Any]) -> None:
        self._places[key] = len(self.passages)
        self.passages.append(record)

    def place(self, key: str) -> int:
        return self._places[key]

    def number(self, title: str, keys: Sequence[str]) -> Number:
        """A count that opens its passages under a title."""
        wanted = tuple(keys)
        if (title, wanted) not in self._known:
            self._known[title, wanted] = len(self.lists)
            self.lists.append([self._places[key] for key in wanted])
            self.titles.append(title)
        return Number(len(wanted), self._known[title, wanted])


def note_record(item: Item, article: Article, parsed: ParsedArticle, number: int) -> dict[str, Any]:
    """What the page's data holds of an item: its note and its passage (short keys: there are many)."""
    mention = item.mention
    shown = passage(parsed, mention.span, item.focus)
    return {
        "k": item.kind,
        "a": number,
        "g": item.anchor,
        "m": item.id,
        "h": item.heading,
        "c": item.label,
        "w": item.meaning,
        "d": [list(pair) for pair in item.details],
        "p": place_words(mention),
        "o": where_words(mention, article),
        "r": mention.rule,
        "t": shown.text,
        "s": [list(span) for span in shown.spans],
    }


def place_words(mention: Mention) -> str:
    return "headline" if mention.region == "title" else f"paragraph {mention.paragraph}"


def where_words(mention: Mention, article: Article) -> str:
    """The characters of a row in its text, and in its file where it is one."""
    start, end = article.file_offset(mention.start), article.file_offset(mention.end, end=True)
    where = f"characters {mention.start:,}–{mention.end:,}"
    if start is not None and end is not None:
        where += f" ({start:,}–{end:,} in the file)"
    return where


def removed_key(letter: str, number: int) -> str:
    return f"r-{letter}-{number}"


def removed_records(article: Article, letter: str, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the page's data holds of the removed stretches of an article."""
    for place, cut in enumerate(sorted(article.removed), 1):
        key = removed_key(letter, place)
        yield key, _removed_record(article, cut, key, number)


def _removed_record(article: Article, cut: Removed, key: str, number: int) -> dict[str, Any]:
    return {
        "k": "",
        "a": number,
        "g": key,
        "m": key,
        "c": f"removed: {words.REMOVED_REASON[cut.reason]}",
        "p": f"characters {cut.start:,}–{cut.end:,}",
        "t": clipped(article.text[cut.start : cut.end], LONGEST_PASSAGE),
        "s": [],
    }
