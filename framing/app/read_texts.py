"""Texts that were read, on disk and back: what the reading process writes and a run starts from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from framing.app.edits import edited
from framing.app.folder import ARTICLES, LISTED, OUTSIDE
from framing.app.rows import StoredEdit
from framing.read import ReadInputs
from framing.read.article_building import ReadFile, own_text
from framing.read.cleaning.damage import stray_quotes
from framing.read.cleaning.duplicates import distinct_ids, flag_duplicates
from framing.read.mojibake import mojibake
from framing.records.article import Article, Outside, Skipped
from framing.records.article_json import article_of, article_record


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article that was read; `at` and `length` are its bytes in the file of articles."""

    title: str
    source: str
    published: str
    language: str
    words: int
    removed: int
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class TextListing:
    """What reading a text gave, without the articles themselves."""

    articles: tuple[ArticleSummary, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]


def keep(found: ReadFile, place: Path) -> None:
    """Write what was read from a text into its folder; the list is written last, so where it exists everything is complete."""
    (place / LISTED).unlink(missing_ok=True)
    summaries = []
    with (place / ARTICLES).open("wb") as file:
        for article in found.articles:
            line = json.dumps(article_record(article)).encode("ascii") + b"\n"
            summaries.append(_summary(article, file.tell(), len(line)))
            file.write(line)
    outside = [asdict(piece) for piece in found.outside]
    (place / OUTSIDE).write_text(json.dumps(outside), encoding="utf-8")
    listed = TextListing(tuple(summaries), found.skipped, found.warnings)
    half = place / f"{LISTED}.half"
    half.write_text(json.dumps(asdict(listed)), encoding="utf-8")
    half.replace(place / LISTED)


def listed(place: Path) -> TextListing:
    """What `keep` wrote about a text; empty where nothing was read."""
    try:
        record = json.loads((place / LISTED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return TextListing((), (), ())
    return TextListing(
        tuple(ArticleSummary(**summary) for summary in record["articles"]),
        tuple(Skipped(**item) for item in record["skipped"]),
        tuple(record["warnings"]),
    )


def kept_article(place: Path, summary: ArticleSummary) -> Article:
    """One article as it was read."""
    with (place / ARTICLES).open("rb") as file:
        file.seek(summary.at)
        return article_of(json.loads(file.read(summary.length)))


def gathered(
    places: Mapping[str, Path], edits: Mapping[tuple[str, int], StoredEdit], failed: Iterable[Skipped]
) -> ReadInputs:
    """All articles of some texts (id to folder) with what was corrected in them, as if read together."""
    articles: list[Article] = []
    outside: list[Outside] = []
    skipped = [*failed]
    warnings: list[str] = []
    for text, place in places.items():
        with (place / ARTICLES).open("rb") as file:
            for number, line in enumerate(file):
                articles.append(edited(article_of(json.loads(line)), edits.get((text, number))))
        outside += [Outside(**piece) for piece in json.loads((place / OUTSIDE).read_text(encoding="utf-8"))]
        found = listed(place)
        skipped += found.skipped
        warnings += found.warnings
    articles, notes = distinct_ids(articles)
    warnings += notes
    articles, notes = flag_duplicates(articles)
    warnings += [*notes, *stray_quotes(articles), *mojibake(articles)]
    return ReadInputs(tuple(articles), tuple(outside), tuple(skipped), tuple(warnings), {})


def _summary(article: Article, at: int, length: int) -> ArticleSummary:
    return ArticleSummary(
        title=article.title,
        source=article.source,
        published=article.published,
        language=article.language,
        words=len(own_text(article).split()),
        removed=len(article.removed),
        at=at,
        length=length,
    )
