"""The way of a user through the app, form by form."""

from __future__ import annotations

import csv
import io
import re
import zipfile

from tests.web.running import CHRONICLE, COURIER, App

ARTICLE = re.compile(r'href="(/comparisons/\w+/texts/\w+/articles/\d+)"')


def table(app: App, run: str, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(app.get(f"{run}/tables.zip").content)) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8"))))


def test_files_are_read_corrected_compared_and_compared_again(app: App) -> None:
    comparison = app.compare(a_txt=CHRONICLE, b_txt=COURIER, photo_jpg=b"\xff\xd8\xff\xe0 not a text")
    shown = app.get(comparison).text
    assert "2 articles of 2 sources" in shown
    assert "photo.jpg" in shown and "looks like an image (JPEG)" in shown
    first, second = dict.fromkeys(ARTICLE.findall(shown))
    app.post(
        f"{first}/facts", {"source": "The Chronicle", "title": "Fire at school", "published": "2026-03-10"}
    )
    pieces = re.findall(
        r'name="out" value="(\d+)"(?: checked)?><span class="said">([^<]+)', app.get(second).text
    )
    last = next(start for start, text in pieces if text.startswith("Head teacher"))
    app.post(f"{second}/pieces", {"out": [last]})
    run = app.run(comparison)
    app.wait(f"{run}/progress")
    assert "2 articles of 2 sources" in app.get(run).text
    articles = {row["article_id"]: row for row in table(app, run, "articles")}
    assert articles["a"]["source"] == "The Chronicle"
    assert articles["a"]["title"] == "Fire at school"
    assert articles["a"]["published"] == "2026-03-10"
    assert [row["text"] for row in table(app, run, "removed") if row["article_id"] == "b"] == [
        "Head teacher Anne Okafor claimed that everyone had left within four minutes."
    ]
    assert "photo.jpg" in {row["file"] for row in table(app, run, "skipped")}
    page = app.get(f"{run}/page")
    assert "The Chronicle" in page.text
    app.post(f"{second}/pieces", {"out": []})
    again = app.run(comparison)
    app.wait(f"{again}/progress")
    assert not [row for row in table(app, again, "removed") if row["article_id"] == "b"]
