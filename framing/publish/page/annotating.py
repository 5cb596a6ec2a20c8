"""What "Annotate first" needs of the run: which page this is, the words of each text, the program's marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from framing.classroom.units import words_of
from framing.publish.shared.items import Item
from framing.records.article import Article


def text_data(article: Article, items: Sequence[Item]) -> Mapping[str, Any]:
    """The words of a text and the program's marks in it.

    `words` holds for each word the characters since the end of the word before it, then its own: the same
    words as `framing merge-answers` counts. `marks` holds for each mark its kind, and start and end of each of
    its pieces.
    """
    words: list[int] = []
    at = 0
    for start, end in words_of(article).spans:
        words += (start - at, end - start)
        at = end
    marks = [
        [item.kind, *(offset for span in item.focus for offset in span)]
        for item in items
        if item.mention.article_id == article.article_id
    ]
    return {"words": words, "marks": marks}
