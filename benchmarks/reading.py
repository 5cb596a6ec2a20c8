"""Speed of reading: `python -m benchmarks.reading [TABLE.csv] [FOLDER-OF-PAGES]`.

Prints megabytes of text cells read a processor second, with the share of it that each stage takes, and saved pages read a
processor minute. Processor time, which a busy machine stretches less than clock time. Without arguments it makes a table
and pages out of the seed articles. Nothing here is a test.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from html import escape
from pathlib import Path

from framing import lexicon
from framing.lexicon import Lexicons
from framing.read import ReadOptions, read, read_input
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.files import read_file
from framing.read.formats.delimited import read_table
from framing.read.inputs import Input
from framing.records.errors import InputError

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
COPIES = 5


def main(arguments: list[str]) -> None:
    """Print both speeds."""
    words = lexicon.load()
    with tempfile.TemporaryDirectory() as made:
        table = Path(arguments[0]) if arguments else _table(Path(made), words)
        pages = sorted(Path(arguments[1]).iterdir()) if len(arguments) > 1 else _pages(Path(made), words)
        _cells(table, words)
        _web_pages(pages, words)


def _cells(table: Path, words: Lexicons) -> None:
    rules = ReadingLexicons.of(words)
    item = Input(table, table.name, table.stem)
    started = time.process_time()
    found = read_table(item, read_file(table, table.name), rules, ReadOptions())
    rows = time.process_time() - started
    started = time.process_time()
    read([table], lexicons=words)
    whole = time.process_time() - started
    size = sum(len(article.text.encode()) for article in found.articles) / 1e6
    print(f"{len(found.articles):,} cells, {size:.1f} MB: {size / whole:.2f} MB a processor second")
    print(f"  of it {rows / whole:.0%} cells to articles, {1 - rows / whole:.0%} ids, labels and copies")


def _web_pages(pages: list[Path], words: Lexicons) -> None:
    rules = ReadingLexicons.of(words)
    started = time.process_time()
    number = 0
    for path in pages:
        try:
            number += len(read_input(Input(path, path.name, path.stem), rules, ReadOptions()).articles) > 0
        except InputError:
            continue
    minutes = (time.process_time() - started) / 60
    print(f"{len(pages):,} pages, {number:,} with an article: {len(pages) / minutes:,.0f} a processor minute")


def _table(folder: Path, words: Lexicons) -> Path:
    path = folder / "cells.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "source", "text"])
        for copy in range(COPIES):
            for article in read([SEEDS], lexicons=words).articles:
                writer.writerow([f"{copy}-{article.article_id}", article.source, article.text])
    return path


def _pages(folder: Path, words: Lexicons) -> list[Path]:
    made = []
    for number, article in enumerate(read([SEEDS], lexicons=words).articles):
        body = "".join(f"<p>{escape(line)}</p>" for line in article.text.split("\n") if line)
        path = folder / f"{number}.html"
        path.write_text(
            f"<html><body><article><h1>{escape(article.title)}</h1>{body}</article></body></html>",
            encoding="utf-8",
        )
        made.append(path)
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
