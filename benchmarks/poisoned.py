"""Articles that fail among many: `python -m benchmarks.poisoned [ARTICLES] [POISONED] [PATH]`.

Runs the comparison with and without poisoned articles, on which a family of features raises an error or never ends,
and compares every table. The articles are made from the sentences of the seeds, or read from PATH.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from framing import lexicon
from framing.extract.base import Context, Extractor
from framing.pipeline import Options, analyse
from framing.publish.run import comparison_files
from framing.read import read
from framing.records.article import Article
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle
from tests.app.load import article
from tests.conftest import article_of

MARK = "Xyzzy"
LIMIT = 5.0
SAID_OF_THE_RUN = frozenset(("skipped.csv", "manifest.json", "methods.md", "index.html"))
"""Files that say what was skipped, or when the run was made."""


def poisoned(parsed: ParsedArticle, context: Context) -> Sequence[Mention]:
    """Fail on every other marked article, and never end on the others."""
    if MARK in parsed.article.text:
        while parsed.article.article_id.endswith("endless"):
            pass
        raise LookupError("no such sentence")
    return ()


def differing(good: Sequence[Article], bad: Sequence[Article], limit: float) -> list[str]:
    """The files that are not the same with the bad articles among the good ones, and whether all bad ones are listed."""
    family = Extractor(name="poisoned", table=None, columns=lambda scope: (), extract=poisoned)
    options = Options(families=(family,), limit_seconds=limit)
    step = max(1, len(good) // max(1, len(bad)))
    mixed = list(good)
    for number, article_ in enumerate(bad):
        mixed.insert(number * (step + 1), article_)
    with_them, without = analyse(mixed, options), analyse(good, options)
    one, other = comparison_files(with_them), comparison_files(without)
    wrong = [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]
    listed = {item.file for item in with_them.skipped} == {article_.file for article_ in bad}
    return [name for name in wrong if name not in SAID_OF_THE_RUN] + ([] if listed else ["skipped.csv"])


def made(number: int, *, mark: str = "", end: str = "") -> Article:
    """An article of one of thirty sources."""
    title, _, body = article(number, 1500).decode().partition("\n\n")
    paragraphs = [*body.strip().split("\n\n"), mark] if mark else body.strip().split("\n\n")
    made_ = article_of(
        *paragraphs, title=title, article_id=f"a{number:05}{end}", source=f"Source {number % 30}"
    )
    return replace(made_, event=f"event {number % 40}")


def main() -> int:
    """Compare the runs and say what differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    bad = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    if len(sys.argv) > 3:
        good = list(read([Path(sys.argv[3])], lexicons=lexicon.load()).articles[:count])
    else:
        good = [made(number) for number in range(count)]
    poison = [made(count + n, mark=f"{MARK} was here.", end="endless" if n % 2 else "") for n in range(bad)]
    began = time.perf_counter()
    wrong = differing(good, poison, LIMIT)
    print(f"{len(good)} articles, {bad} poisoned, {time.perf_counter() - began:.0f} s for both runs")
    print("differs:", ", ".join(wrong) if wrong else "nothing")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
