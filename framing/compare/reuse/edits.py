"""Word for word: what was exchanged, added or left out in wording that two articles share, and what it touches.

Commas, quotation marks and the rest of punctuation are no words, so that a change of them is no edit. An edit that
only spells or inflects a word otherwise, or exchanges words without a meaning of their own, says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal, get_args

from framing.compare.passages import folded_words
from framing.compare.reuse.record import ReuseMention
from framing.compare.reuse.statements import meaningful
from framing.compare.reuse.wording import Match, PassageWords
from framing.compare.similarity import stem
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.naming import NameMention
from framing.extract.numbers import NumberMention
from framing.extract.wording import WordingMention
from framing.lexicon import Lexicons
from framing.records.article import Article, Span
from framing.records.columns import Column, Table
from framing.records.mention import Mention
from framing.text.numerals import find_numerals

Touched = Literal["cue", "doer", "figure", "name", "qualifier", "word", "spelling", "grammar"]
TOUCHED: tuple[Touched, ...] = get_args(Touched)
SILENT = ("spelling", "grammar")
"""What an edit touches that changes nothing of what is said."""
SAME_WORD = 0.8
"""Likeness of letters from which on two words are one, spelled or inflected otherwise."""
QUALIFIERS = ("hedge", "booster")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEdit:
    """Neighbouring words of one passage that stand in the place of neighbouring words of the other.

    Where words were only added, the other side is empty and `near` are the words that stand next to the place in
    both; `rows` are the evidence rows that the words belong to.
    """

    mention_id: str
    article_id: str
    other_article_id: str
    here: Span | None
    there: Span | None
    here_text: str
    there_text: str
    near: tuple[Span, Span] | None
    touches: Touched
    rows: tuple[str, ...]

    def row(self) -> Mapping[str, Any]:
        """The edit as a row of its table."""
        return {
            "mention_id": self.mention_id,
            "article_id": self.article_id,
            "other_article_id": self.other_article_id,
            "start": self.here.start if self.here else None,
            "end": self.here.end if self.here else None,
            "text": self.here_text,
            "other_start": self.there.start if self.there else None,
            "other_end": self.there.end if self.there else None,
            "other_text": self.there_text,
            "touches": self.touches,
            "rows": self.rows,
        }


EDITS = Table(
    "edits",
    (
        Column(name="mention_id", definition="The row of reuse.csv in which the words were exchanged."),
        Column(name="article_id", definition="The article that comes first in the run."),
        Column(name="other_article_id", definition="The other article."),
        Column(
            name="start",
            type="integer",
            definition="First character of its words, as an offset into its text.",
            unit="characters",
            missing_means="only the other article has words there",
        ),
        Column(
            name="end",
            type="integer",
            definition="Offset behind the last character of its words.",
            unit="characters",
            missing_means="only the other article has words there",
        ),
        Column(name="text", definition="Its words.", missing_means="only the other article has words there"),
        Column(
            name="other_start",
            type="integer",
            definition="First character of the other article's words.",
            unit="characters",
            missing_means="only the first article has words there",
        ),
        Column(
            name="other_end",
            type="integer",
            definition="Offset behind the last character of the other article's words.",
            unit="characters",
            missing_means="only the first article has words there",
        ),
        Column(
            name="other_text",
            definition="The other article's words.",
            missing_means="only the first article has words there",
        ),
        Column(
            name="touches",
            definition="What the words are: an attributing word (cue), who did it (doer), a number (figure), a "
            "contested or proper name (name), a word that holds back or adds weight (qualifier), any other word "
            "with a meaning of its own (word); the same word spelled or inflected otherwise (spelling), or words "
            "without a meaning of their own (grammar). Punctuation is no word.",
            values=TOUCHED,
        ),
        Column(
            name="rows",
            type="list",
            definition="mention_id of the evidence rows that the words belong to.",
            missing_means="none",
        ),
    ),
)


class EditFinder:
    """Finds the edits of shared wording, and what each touches by the evidence rows of the run."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        mentions: Mapping[str, Sequence[Mention]],
        lexicons: Lexicons,
    ) -> None:
        self._articles, self._lexicons = articles, lexicons
        self._rows: dict[str, list[Mention]] = {}
        for family in ("attribution", "casualty", "numbers", "naming", "wording"):
            for row in mentions.get(family, ()):
                self._rows.setdefault(row.article_id, []).append(row)

    def of(self, reuse: Sequence[ReuseMention]) -> Iterator[WordEdit]:
        """The edits of each row of shared wording, in text order."""
        for row in reuse:
            if row.shared == "wording" and row.kind != "verbatim":
                yield from self._of_row(row)

    def _of_row(self, row: ReuseMention) -> Iterator[WordEdit]:
        match = Match(
            _words(self._articles[row.article_id], row.span),
            _words(self._articles[row.other_article_id], row.other_span),
        )
        for first, last, other_first, other_last in _split(match):
            here = match.here.part(first, last) if first < last else None
            there = match.there.part(other_first, other_last) if other_first < other_last else None
            touches, rows = self._touches(row, here, there)
            yield WordEdit(
                mention_id=row.mention_id,
                article_id=row.article_id,
                other_article_id=row.other_article_id,
                here=here.span if here else None,
                there=there.span if there else None,
                here_text=here.text if here else "",
                there_text=there.text if there else "",
                near=_near(match, first, other_first),
                touches=touches,
                rows=rows,
            )

    def _touches(
        self, row: ReuseMention, here: PassageWords | None, there: PassageWords | None
    ) -> tuple[Touched, tuple[str, ...]]:
        """What the words of an edit are, and the evidence rows that they belong to."""
        found = [*self._of_rows(row.article_id, here), *self._of_rows(row.other_article_id, there)]
        rows = tuple(dict.fromkeys(mention.mention_id for _, mention in found))
        sides = [side for side in (here, there) if side is not None]
        if len(sides) == 2 and (
            _is_same_word(*(side.words for side in sides)) or self._is_same_figure(*sides)
        ):
            return "spelling", rows
        touched = {name for name, _ in found}
        first = next((name for name in TOUCHED if name in touched), None)
        return first or self._without_rows(sides), rows

    def _without_rows(self, sides: Sequence[PassageWords]) -> Touched:
        """What words are that belong to no evidence row."""
        if any(find_numerals(side.text, self._lexicons) for side in sides):
            return "figure"
        if not any(meaningful(side.words) for side in sides):
            return "grammar"
        proper = any(all(word[:1].isupper() for word in side.text.split()) for side in sides)
        return "name" if proper and len(sides) == 2 else "word"

    def _of_rows(self, article_id: str, side: PassageWords | None) -> Iterator[tuple[Touched, Mention]]:
        """The rows that some words belong to, with the slot that they are in."""
        if side is None:
            return
        for row in self._rows.get(article_id, ()):
            for name, spans in _slots(row, side):
                if any(span.overlaps(side.span) for span in spans):
                    yield name, row

    def _is_same_figure(self, here: PassageWords, there: PassageWords) -> bool:
        """Whether both sides are one number, in digits or in words."""
        one, other = (find_numerals(side.text, self._lexicons) for side in (here, there))
        return bool(one) and [(n.low, n.high) for n in one] == [(n.low, n.high) for n in other]


def _slots(row: Mention, side: PassageWords) -> Iterator[tuple[Touched, Sequence[Span]]]:
    """The slots of an evidence row that an edit may touch; of a quantity its number, or the words that hedge it."""
    match row:
        case AttributionMention():
            yield "cue", row.cue_spans
        case CasualtyMention():
            yield "doer", row.agent_spans
        case NumberMention():
            if any(word[:1].isdigit() for word in side.words):
                yield "figure", (row.span,)
            elif row.qualifier not in ("", "exact") and side.span.start <= row.start:
                yield "qualifier", (row.span,)
        case NameMention():
            yield "name", (row.span,)
        case WordingMention() if row.category in QUALIFIERS:
            yield "qualifier", (row.span,)
        case WordingMention():
            yield "word", (row.span,)


def _words(article: Article, span: Span) -> PassageWords:
    text = article.text[span.start : span.end]
    return PassageWords(span, text, folded_words(text)[0])


def _split(match: Match) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that do not agree, cut where a word of both is one word spelled or inflected otherwise."""
    for first, last, other_first, other_last in match.exchanged():
        i, k = first, other_first
        for x in range(first, last):
            y = next((y for y in range(k, other_last) if _is_one_word(match, x, y)), None)
            if y is None:
                continue
            if i < x or k < y:
                yield i, x, k, y
            yield x, x + 1, y, y + 1
            i, k = x + 1, y + 1
        if i < last or k < other_last:
            yield i, last, k, other_last


def _is_one_word(match: Match, x: int, y: int) -> bool:
    return _is_same_word(match.here.words[x : x + 1], match.there.words[y : y + 1])


def _near(match: Match, here: int, there: int) -> tuple[Span, Span] | None:
    """The words before the place of an edit, else those behind it."""
    if here and there:
        return match.here.places[here - 1], match.there.places[there - 1]
    return None


def _is_same_word(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the words of both sides are the same but for spelling, inflection and order of letters."""
    if not here or not there:
        return False
    one, other = ([stem(word) for word in meaningful(side)] for side in (here, there))
    if one and one == other:
        return True
    joined = "".join(here), "".join(there)
    alike = SequenceMatcher(None, *joined, autojunk=False).ratio() >= SAME_WORD
    return alike and joined[0][0] == joined[1][0] and not any(c.isdigit() for c in "".join(joined))
