"""What a quantity is told with: the words near it, and what befell those it counts.

A figure means what its sentence says of it. "Nine" beside "killed" and "nine" beside "arrested" are two
things, though both count people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from framing.compare.passages import folded_words
from framing.compare.similarity import stem
from framing.extract.casualty.record import CasualtyMention
from framing.extract.numbers import NumberMention
from framing.records.article import Span
from framing.text.sentences import ParsedArticle, Sentence

FEWEST_WORDS = 4
"""A toll whose sentence says less than this besides is placed by its paragraph."""

_WHERE = ("ADV", "ADP")
"""Parts of speech of the word behind a distance that says where something lies ("east of", "from")."""

Stems = frozenset[str]


class QuantityContext(NamedTuple):
    """What a quantity is told with: stems near it, the casualty that befell those it counts, if any, and
    the noun that names them, which the word of the casualty ("the dead") does not."""

    words: Stems
    fate: str
    noun: str


def quantity_contexts(
    rows: Iterable[NumberMention],
    parsed: Mapping[str, ParsedArticle],
    casualties: Iterable[CasualtyMention],
) -> dict[str, QuantityContext]:
    """The context of each row by mention_id: the stems of its sentence, without figures.

    Of a toll, and in a short sentence, those besides the phrase itself: of "Nine people were killed in the
    flood" the flood. A toll that stands alone in its sentence is placed by its paragraph.
    """
    tolls: dict[str, list[CasualtyMention]] = {}
    for casualty in casualties:
        tolls.setdefault(casualty.article_id, []).append(casualty)
    found = {}
    for row in rows:
        article = parsed[row.article_id]
        sentence = article.sentence_at(row.start)
        toll = next((c for c in tolls.get(row.article_id, ()) if _gives(row, c)), None)
        words = _stems([sentence])
        if toll is not None or len(words) <= FEWEST_WORDS:
            said = toll or row
            besides = frozenset(map(stem, folded_words(article.article.text[said.start : said.end])[0]))
            words -= besides
            if toll is not None and len(words) < FEWEST_WORDS:
                words = _stems(_paragraph(article, sentence)) - besides
        noun = _place_behind(row, article, sentence) or _named(row, toll)
        found[row.mention_id] = QuantityContext(words, toll.kind if toll else "", noun)
    return found


def _gives(row: NumberMention, toll: CasualtyMention) -> bool:
    """Whether a quantity is the number of a casualty's victims."""
    same = (row.value_low, row.value_high) == (toll.count_low, toll.count_high)
    return same and toll.start <= row.start < toll.end


def _named(row: NumberMention, toll: CasualtyMention | None) -> str:
    """The counted noun, where it is not itself the word for the casualty."""
    if toll is None:
        return row.counts_what
    word = Span(toll.trigger_start, toll.trigger_end)
    return "" if any(word.overlaps(span) for span in row.counts_spans) else row.counts_what


def _place_behind(row: NumberMention, article: ParsedArticle, sentence: Sentence) -> str:
    """What a distance that says where something lies is measured from: "east of Lima" of "90 miles east of Lima"."""
    if row.kind != "distance" or sentence.parse is None:
        return ""
    inside = [
        t for t in sentence.parse if row.start <= sentence.start + t.idx < row.start + len(row.quantity)
    ]
    unit = inside[-1] if inside else None
    if unit is None or unit.dep != "npadvmod" or unit.head.pos not in _WHERE or unit.head.i != unit.i + 1:
        return ""
    span = sentence.span_of([t for t in unit.head.subtree if t.i > unit.i])
    return article.article.text[span.start : span.end]


def _paragraph(article: ParsedArticle, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences of the paragraph of one of them; a title is a paragraph of its own."""
    place = (sentence.region == "title", sentence.paragraph)
    return (s for s in article.sentences if (s.region == "title", s.paragraph) == place)


def _stems(sentences: Iterable[Sentence]) -> Stems:
    words = (word for sentence in sentences for word in folded_words(sentence.text)[0])
    return frozenset(stem(word) for word in words if not word[0].isdecimal())
