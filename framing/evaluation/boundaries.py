"""Boundaries: characters of boilerplate that are marked as removed, against the gold's marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from framing.evaluation.gold import ARTICLES, GoldRun, read_jsonl
from framing.evaluation.pairing import measured
from framing.measure.error import MeasuredError
from framing.records.article import Article, Span

GOLD_FILE = ARTICLES


def evaluate(run: GoldRun, name: str) -> MeasuredError:
    """Precision and recall of removed characters (spaces not counted) within the gold articles' stretches.

    What the run did not read as part of the article counts as removed.
    """
    rows = read_jsonl(run.folder / GOLD_FILE)
    tally: Counter[str] = Counter()
    for row in rows:
        text = run.texts[row["file"]]
        marked = {i for start, end, _ in row["boilerplate"] for i in _visible(text, start, end)}
        kept: set[int] = set()
        for article in run.articles(row["article_id"]):
            pieces = (piece for _, left in article.kept() for piece in left)
            kept |= _characters(article, pieces, text)
        removed = (_visible(text, row["start"], row["end"]) | marked) - kept
        tally["hits"] += len(marked & removed)
        tally["found"] += len(removed)
        tally["gold"] += len(marked)
    return measured(
        "boundaries", "removed", name, f"characters of boilerplate in {len(rows)} articles", tally
    )


def _characters(article: Article, pieces: Iterable[Span], text: str) -> set[int]:
    places: set[int] = set()
    for piece in pieces:
        start, end = article.file_offset(piece.start), article.file_offset(piece.end, end=True)
        if start is not None and end is not None:
            places |= _visible(text, start, end)
    return places


def _visible(text: str, start: int, end: int) -> set[int]:
    return {i for i in range(start, end) if not text[i].isspace()}
