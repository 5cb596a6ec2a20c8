"""Mojibake: UTF-8 that some program took for another encoding, and saved so ("â€™" for "’").

Such a text is read as it stands, with a warning; it is put right only where the user asks for it, since the offsets of all
tables are then those of the text that was put right. ftfy knows which encodings are mistaken for which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from framing.records.article import Article

_LEAD = re.compile("[ÂÃÄÅÎÏÐÑØÙâðŸž][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""The first bytes of characters of two or three bytes, taken for letters, before what the next byte is taken for."""


def repaired(text: str) -> str:
    """The text with its mojibake put right; any other text is unchanged.

    >>> repaired("The mayorâ€™s plan for the cafÃ©"), repaired("The mayor’s plan for the café")
    ('The mayor’s plan for the café', 'The mayor’s plan for the café')
    """
    if _LEAD.search(text) is None:
        return text
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if _LEAD.search(line) else line for line in text.split("\n"))


def mojibake(articles: Iterable[Article]) -> list[str]:
    """A warning for each article whose text looks like mojibake, with the first word that does."""
    return [
        f"{article.article_id}: {number} words look as if UTF-8 had been read in another encoding ({word!r} for {right!r}); "
        "--repair-encoding puts them right"
        for article in articles
        for number, word, right in _damaged(article.text)
    ]


def _damaged(text: str) -> Iterable[tuple[int, str, str]]:
    """How many words are mojibake, the first of them and what it should be; nothing where none is."""
    if _LEAD.search(text) is None:
        return
    pairs = [
        (word, right)
        for line in text.split("\n")
        if _LEAD.search(line) and (whole := repaired(line)) != line
        for word, right in zip(line.split(" "), whole.split(" "), strict=False)
        if word != right
    ]
    if pairs:
        word, right = pairs[0]
        yield len(pairs), word[:40], right[:40]
