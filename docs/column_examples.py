"""Writes `framing/column_examples.json`: a value of every column of every table, from runs over made-up articles.

The first run is over those of `framing example`; the others are over articles made for what it has none of. A column that
declares an example of its own keeps it.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from framing.example import SIDES, folder
from framing.measure.examples import PLACE, shortened
from framing.pipeline import Options, analyse, run
from framing.publish.run import comparison_files
from framing.records.article import Article, Paragraph, Removed
from framing.results import Results

DICTIONARY = "category,word\nfire,burn*\nfire,fire\n"
NEWS = (
    "Fourteen goats were stolen from a shed near Brill on Tuesday night, the district police said.",
    "The owner, Ansel Rook, had left the door open because the latch was broken, he told officers.",
    "Tracks of a lorry led to the quarry, where they ended in the mud beside the old loading ramp.",
)
NAMES = (
    "The so-called Donetsk People's Republic held Krasnoarmeysk (Pokrovsk). Kyiv rejected the offer, a spokesman said. "
    "Reportedly the road of 7,000 km (4,300 miles) was shut, according to the ministry. The loss could not be verified."
)
SUMMARY = "Driver Pavel Lind said the sirens had stayed silent. The minister said the quay was closed."
HARBOUR = (
    "“We heard two bangs and then the whole quay was burning,” crane driver Pavel Lind told reporters. He said the sirens "
    "had stayed silent.",
    "Port director Maja Kross said the quay was closed. The inquiry will last until the autumn.",
)


def examples() -> dict[str, dict[str, str]]:
    """By table and column, the first value that is not empty, of the first run that has one."""
    found: dict[str, dict[str, str]] = {}
    for results in (_of_the_example(), _of_a_table(), analyse(_with_a_summary(), Options(conflict="none"))):
        for name, text in comparison_files(results).items():
            if name.endswith(".csv") and name != "codebook.csv":
                table = found.setdefault(name.removesuffix(".csv"), {})
                for column, value in _values(text).items():
                    table.setdefault(column, value)
    return found


def _values(text: str) -> Mapping[str, str]:
    rows = list(csv.DictReader(io.StringIO(text)))
    names = list(rows[0]) if rows else []
    first = {name: next((row[name] for row in rows if row[name]), "") for name in names}
    return {name: shortened(value) for name, value in first.items() if value}


def _of_the_example() -> Results:
    with tempfile.TemporaryDirectory() as place:
        mine = Path(place) / "mine.csv"
        mine.write_text(DICTIONARY, encoding="utf-8")
        return run([folder()], Options(sides_file=folder() / SIDES, lexicons=(mine,), spool=False))


def _of_a_table() -> Results:
    """A table with columns of its own, copies, a row without text, a short notice told often, and a correction."""
    news = "\n\n".join(NEWS)
    rows = [
        ("n1", "Brill News Agency", "2025-05-01T08:00:00Z", "front", news),
        ("n2", "Vale Post", "2025-05-02T08:00:00Z", "local", news.replace("said.", "confirmed.", 1)),
        ("n3", "Hill Courier", "2025-05-03T08:00:00Z", "local", f"{news.replace('shed', 'barn')}\n\n(AP)"),
        ("n4", "Hill Courier", "2025-05-03T09:00:00Z", "world", NAMES),
        ("n5", "Hill Courier", "2025-05-03T10:00:00Z", "world", ""),
    ]
    for number in range(40):
        paper, thing = (("Vale Post", "ferry"), ("Hill Courier", "tram"))[number % 2]
        text = f"Item {number}: the old {thing} was late, and the {thing} stood at stop {number}. Then the {thing} left."
        rows.append((f"s{number}", paper, "2025-05-04", "notes", text))
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "press.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("id", "source", "date", "desk", "text"), *rows])
        asked = Path(place) / "corrections.csv"
        said = NAMES.index("Kyiv")
        with asked.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(
                (
                    "article_id",
                    "table",
                    "start",
                    "end",
                    "text",
                    "action",
                    "column",
                    "value",
                    "mention_id",
                    "reason",
                    "by",
                    "when",
                )
            )
            table.writerow(
                (
                    "n4",
                    "names",
                    said,
                    said + 4,
                    "Kyiv",
                    "correct",
                    "sense",
                    "place",
                    "n4:n003",
                    "of the city",
                    "AB",
                    "2025-05-05",
                )
            )
            table.writerow(("n4", "names", 0, 3, "The", "reject", "", "", "", "no name", "AB", "2025-05-05"))
        return run([path], Options(conflict="russia_ukraine", spool=False))


def _with_a_summary() -> list[Article]:
    """An article of an aggregator's page with its summary."""
    pieces = ("Fire at the port", SUMMARY, *HARBOUR)
    text = "\n\n".join(pieces)
    starts = [text.index(piece) for piece in pieces]
    paragraphs = tuple(Paragraph(at, at + len(piece), at) for at, piece in zip(starts, pieces, strict=True))
    removed = (Removed(paragraphs[1].start, paragraphs[1].end, "summary"),)
    return [
        Article(
            article_id="port",
            source="Tarn Mail",
            title=pieces[0],
            text=text,
            summary=SUMMARY,
            file="port.txt",
            sha256="0" * 64,
            paragraphs=paragraphs,
            removed=removed,
            agency="AP",
            language="en",
        )
    ]


def main() -> None:
    """Write the file."""
    text = json.dumps(examples(), indent=1, ensure_ascii=False, sort_keys=True)
    PLACE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
