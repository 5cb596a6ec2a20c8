"""How long attribution takes beside the parse: `python -m benchmarks.attribution [COPIES]`.

Runs on the seed articles, repeated under other ids. Prints ratios, which change little from machine to machine, and
words per second, which do. Nothing here is a test.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from framing import lexicon
from framing.extract import Context, extractors
from framing.read import read
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle, Reader

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FAMILIES = ("verification", "attribution")


def main(copies: int) -> None:
    """Print seconds of parsing and of extraction, their ratio, and words per second."""
    words = lexicon.load()
    families = [family for family in extractors() if family.name in FAMILIES]
    triggers = frozenset(word for family in families for word in family.triggers(words))
    articles = read([SEEDS], lexicons=words).articles
    reader = Reader(triggers)
    reader.parse(articles[:1])
    started = time.perf_counter()
    parsed = reader.parse(articles)
    parsing = time.perf_counter() - started
    again = [
        ParsedArticle(replace(p.article, article_id=f"{p.article.article_id}-{number}"), p.sentences)
        for number in range(copies)
        for p in parsed
    ]
    started = time.perf_counter()
    rows = 0
    for article in again:
        found: dict[str, tuple[Mention, ...]] = {}
        for family in families:
            found[family.name] = tuple(family.extract(article, Context(words, None, found)))
        rows += len(found["attribution"])
    extracting = (time.perf_counter() - started) / copies
    size = sum(article.words for article in parsed)
    print(
        f"{len(parsed)} articles, {size} words, {rows // copies} attributions, extraction repeated {copies} times"
    )
    print(f"extraction / parse time   {extracting / parsing:.3f}")
    print(f"words per second, parse   {size / parsing:,.0f}")
    print(f"words per second, rules   {size / extracting:,.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
