"""Time and peak memory of finding borrowed copy: `python -m benchmarks.reuse PATH...`.

Reads any inputs, cuts them into sentences and looks for what articles have in common, without parsing and
without the other tables. Prints processor seconds, which a busy machine stretches less than clock time, and
the greatest memory the process has held. Nothing here is a test.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

from framing import lexicon
from framing.compare.claims.terms import vocabulary
from framing.compare.reuse import borrowed_spans, own_words, reuse
from framing.read import read
from framing.text.sentences import Reader

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


class _Unparsed(Reader):
    """Cuts into sentences and parses none but titles."""

    def needs_parse(self, text: str) -> bool:
        return False


def main(paths: list[Path | str]) -> None:
    """Print sizes, seconds by step, and peak memory."""
    words = lexicon.load()
    articles = read(paths, lexicons=words).articles
    started = time.process_time()
    parsed = _Unparsed(frozenset()).parse(articles)
    sentences = sum(len(one.sentences) for one in parsed)
    _say(f"{len(parsed):,} articles, {sentences:,} sentences, cut and titles parsed", started)
    started = time.process_time()
    rows = reuse(parsed, words, vocabulary(words))
    _say(f"{len(rows):,} rows of reuse", started)
    started = time.process_time()
    shares = list(own_words(parsed, rows, borrowed_spans(rows), words))
    _say(f"{len(shares):,} rows of own words", started)
    for (kind, shared), count in sorted(Counter((row.kind, row.shared) for row in rows).items()):
        print(f"  {kind:14} {shared:10} {count:7,}")


def _say(what: str, started: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what}: {time.process_time() - started:.1f} s, peak {peak:,.0f} MB", flush=True)


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]] or [SEEDS])
