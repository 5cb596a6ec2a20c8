"""An article as readable blocks: its headline and paragraphs with marks, and what was removed.

The text that the page shows, block by block, is the article's text, character for character: letters
of badges, paragraph numbers and brackets are drawn by the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from framing.publish.page.marks import NOTHING, Layer, render
from framing.publish.shared import words
from framing.publish.shared.items import Item
from framing.publish.shared.passages import removed_key
from framing.records.article import Article, Paragraph, Removed, Span
from framing.text.sentences import count_words

FOLD_PARAGRAPHS = 3
FOLD_WORDS = 110
TALL = 5000
LONGEST_UNBROKEN = 30
LONGEST_CROSSHEAD = 60
_WORD = re.compile(r"\S+")
_RANK_REMOVED, _RANK_MARK, _RANK_BADGE, _RANK_ROLE = 0, 10, 20, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A paragraph (`number` is its number in the body), a crosshead, or a removed stretch.

    `start` is the offset of its first character in the article's text. A removed block has a `reason` and
    plain paragraphs in `removed`; its `anchor` leads to it.
    """

    html: Markup = NOTHING
    start: int = 0
    number: int | None = None
    crosshead: bool = False
    reason: str = ""
    removed: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ReadableText:
    """An article's headline with marks, and its blocks before and behind the fold.

    A `tall` one is long even before the fold and is cut by its height.
    """

    headline: Markup
    open: tuple[TextBlock, ...]
    folded: tuple[TextBlock, ...]
    paragraphs: int
    tall: bool

    @property
    def is_folded(self) -> bool:
        return bool(self.folded) or self.tall


def readable_text(
    article: Article, letter: str, items: Sequence[Item], others: Iterable[Layer] = ()
) -> ReadableText:
    """The blocks of an article with the marks of its items, and with other layers."""
    layers = [*others, *(layer for item in items for layer in layers_of(item, article.text))]
    cuts = sorted(article.removed)
    layers += [_removed_layer(letter, number, cut) for number, cut in enumerate(cuts, 1)]
    kept = {paragraph.start: paragraph for paragraph, _ in article.kept()}
    headline = NOTHING
    blocks: list[TextBlock] = []
    number = 0
    for index, paragraph in enumerate(article.paragraphs):
        if article.has_title and index == 0:
            headline = _html(article.text, paragraph, layers)
        elif paragraph.start in kept:
            number += 1
            blocks.append(_paragraph(article.text, paragraph, number, layers))
        else:
            _append_removed(blocks, article.text, letter, paragraph, cuts)
    at = fold_at(blocks)
    tall = sum(len(block.html.striptags()) for block in blocks[:at]) > TALL
    return ReadableText(headline, tuple(blocks[:at]), tuple(blocks[at:]), number, tall)


def fold_at(blocks: Sequence[TextBlock]) -> int:
    """How many blocks stand before the fold: about three paragraphs, fewer where they are long.

    An article that would only have a paragraph or two behind the fold is not folded.
    """
    seen = read = 0
    for index, block in enumerate(blocks):
        if block.number is None:
            continue
        if seen >= FOLD_PARAGRAPHS or (seen >= 2 and read >= FOLD_WORDS):
            rest = sum(b.number is not None for b in blocks[index:])
            return index if rest > 2 else len(blocks)
        seen += 1
        read += count_words(block.html.striptags())
    return len(blocks)


def layers_of(item: Item, text: str) -> Iterator[Layer]:
    """The layers of one item: the mark over the whole mention, its roles, and its badge."""
    mention = item.mention
    yield Layer(
        start=mention.start,
        end=mention.end,
        rank=_RANK_MARK + item.place,
        tag="mark",
        classes=f"k{item.kind}",
        mention_id=item.id,
    )
    first = item.badge
    if not item.together or first.end - first.start > LONGEST_UNBROKEN:
        first = _first_word(text, item.badge)
    badge = Markup(
        '<button type="button" class="tg k{}" id="{}" aria-label="{}" aria-haspopup="dialog"></button>'
    ).format(item.kind, item.anchor, item.badge_label)
    yield Layer(
        start=first.start,
        end=first.end,
        rank=_RANK_BADGE + item.place,
        tag="span",
        classes="nb" if first.end - first.start <= LONGEST_UNBROKEN else "",
        before=badge,
    )
    for style, span in item.slots:
        yield Layer(
            start=span.start,
            end=span.end,
            rank=_RANK_ROLE,
            tag="span",
            classes=style,
            first="first",
            last="last",
        )


def _first_word(text: str, span: Span) -> Span:
    match = _WORD.search(text, span.start, span.end)
    return Span(*match.span()) if match else span


def _removed_layer(letter: str, number: int, cut: Removed) -> Layer:
    return Layer(
        start=cut.start,
        end=cut.end,
        rank=_RANK_REMOVED,
        tag="span",
        classes="rmi",
        before=Markup('<span class="rml" id="{}" data-reason="{}"></span>').format(
            removed_key(letter, number), words.REMOVED_REASON[cut.reason]
        ),
    )


def _html(text: str, paragraph: Paragraph, layers: Iterable[Layer]) -> Markup:
    return render(text, Span(paragraph.start, paragraph.end), layers)


def _paragraph(text: str, paragraph: Paragraph, number: int, layers: Sequence[Layer]) -> TextBlock:
    inside = [layer for layer in layers if layer.start < paragraph.end and paragraph.start < layer.end]
    return TextBlock(
        html=_html(text, paragraph, inside),
        start=paragraph.start,
        number=number,
        crosshead=number > 1 and looks_like_crosshead(text[paragraph.start : paragraph.end]),
    )


def looks_like_crosshead(text: str) -> bool:
    """Whether a paragraph is set as a heading between paragraphs: a short line without a final mark.

    >>> looks_like_crosshead("Escalation along the border"), looks_like_crosshead("“It is over.”")
    (True, False)
    """
    line = text.strip()
    return 0 < len(line) <= LONGEST_CROSSHEAD and (line[-1].isalnum() or line[-1] == "?")


def _append_removed(
    blocks: list[TextBlock], text: str, letter: str, paragraph: Paragraph, cuts: Sequence[Removed]
) -> None:
    """Add the removed stretches of a paragraph of which nothing is kept; one that goes on is one block."""
    for number, cut in enumerate(cuts, 1):
        piece = text[max(cut.start, paragraph.start) : min(cut.end, paragraph.end)].strip()
        if not piece:
            continue
        anchor = removed_key(letter, number)
        before: tuple[str, ...] = ()
        if blocks and blocks[-1].anchor == anchor:
            before = blocks.pop().removed
        reason = words.REMOVED_REASON[cut.reason]
        blocks.append(TextBlock(reason=reason, removed=(*before, piece), anchor=anchor))
