"""Gold sets on disk, and a run over their texts with articles matched and offsets mapped to the files."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.pipeline import run
from framing.records.article import Article, Span
from framing.records.errors import GoldError
from framing.records.mention import Mention
from framing.results import Results

REMEDY = "give a gold set as in tests/gold"
ARTICLES = "articles.jsonl"


@dataclass(frozen=True)
class GoldRun:
    """A run over the texts of a gold folder. `gold_ids` gives the gold article of each article that has one."""

    folder: Path
    results: Results
    gold_ids: Mapping[str, str]
    texts: Mapping[str, str]

    def mentions(self, family: str, gold_id: str) -> list[Mention]:
        """The mentions of one family in the body of one gold article."""
        return [
            mention
            for mention in self.results.mentions[family]
            if self.gold_ids.get(mention.article_id) == gold_id and mention.region != "title"
        ]

    def in_file(self, mention: Mention, spans: Iterable[Span]) -> list[Span]:
        """Spans of a mention as offsets into the file."""
        article = next(a for a in self.results.articles if a.article_id == mention.article_id)
        return list(file_spans(article, spans))

    def articles(self, gold_id: str) -> list[Article]:
        """The articles of the run that match a gold article."""
        return [a for a in self.results.articles if self.gold_ids.get(a.article_id) == gold_id]


def file_spans(article: Article, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans of an article's text as offsets into its file; what has no place there is left out."""
    for span in spans:
        start, end = article.file_offset(span.start), article.file_offset(span.end, end=True)
        if start is not None and end is not None:
            yield Span(start, end)


def run_gold(folder: Path, texts: Path) -> GoldRun:
    """Run the toolkit over the texts that a gold folder annotates."""
    rows = read_jsonl(folder / ARTICLES)
    files = sorted({row["file"] for row in rows})
    for file in files:
        if not (texts / file).is_file():
            raise GoldError(file, f"is annotated but not in {texts}", "name the texts' folder with --texts")
    results = run([texts / file for file in files])
    return GoldRun(
        folder,
        results,
        {a.article_id: gold_id for a in results.articles if (gold_id := _most_overlapping(a, rows))},
        {file: (texts / file).read_text(encoding="utf-8-sig") for file in files},
    )


def _most_overlapping(article: Article, rows: Iterable[Mapping[str, Any]]) -> str:
    overlap: Counter[str] = Counter()
    for row in rows:
        if Path(row["file"]).name == Path(article.file).name:
            for start, end, file_start in article.paragraphs:
                if file_start is not None:
                    over = min(file_start + end - start, row["end"]) - max(file_start, row["start"])
                    overlap[row["article_id"]] += max(0, over)
    best = overlap.most_common(1)
    return best[0][0] if best and best[0][1] else ""


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file, plain or gzipped; raises GoldError when it is not one."""
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return [json.loads(line) for line in data.decode("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise GoldError(str(path), f"cannot be read ({error})", REMEDY) from None


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; raises GoldError when it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise GoldError(str(path), f"cannot be read ({error})", REMEDY) from None
