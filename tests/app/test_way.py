"""The way of a user through the app, form by form."""

from __future__ import annotations

import csv
import io
import re
import socket
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from framing.example import folder
from tests.app.running import CHRONICLE, COURIER, App, files

ARTICLE = re.compile(r'href="[^"]*(/comparisons/\w+/texts/\w+/articles/\d+)"')


def table(app: App, run: str, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(app.get(f"{run}/tables.zip").content)) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8"))))


def test_every_form_and_link_stays_below_the_sessions_own_path(app: App) -> None:
    comparison = app.compare(a_txt=CHRONICLE, b_txt=COURIER)
    article = ARTICLE.findall(app.get(comparison).text)[0]
    run = app.run(comparison)
    app.wait(f"{run}/progress")
    pages = ["/", comparison, article, f"{comparison}/sides", f"{comparison}/delete", run, f"{run}/delete"]
    for place in pages:
        leads = re.findall(r'(?:action|href)="(/[^"]*)"', app.get(place).text)
        outside = [lead for lead in leads if not lead.startswith((f"{app.root}/", "/static/"))]
        assert outside == [], place


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
    app.post(f"{comparison}/name", {"title": "Fire at Millbrook school"})
    again = app.run(comparison)
    app.wait(f"{again}/progress")
    assert not [row for row in table(app, again, "removed") if row["article_id"] == "b"]
    assert "<h1>Fire at Millbrook school</h1>" in app.get(f"{again}/page").text


def test_what_lies_beside_articles_is_taken_for_what_it_is(app: App) -> None:
    sides = (folder() / "sides.yaml").read_bytes()
    labels = "file;source;published;event\na.txt;The Chronicle;2026-03-10;Fire\n"
    corrections = "article_id,table,start,end,text,action\na,attributions,1,5,fire,reject\n"
    uploads = [
        ("files", ("a.txt", CHRONICLE.encode())),
        ("files", ("Labels.csv", labels.encode())),
        ("files", ("sides.yaml", sides)),
        ("files", ("corrections.csv", corrections.encode())),
        ("files", ("README.txt", b"Not an article.")),
    ]
    place = app.post("/comparisons", files=uploads).headers["location"]
    app.wait(f"{place}/progress")
    shown = app.get(place).text
    assert "1 article of 1 source" in shown and "The Chronicle" in shown and "2026-03-10" in shown
    assert "named by you" in shown and "1 correction of marks given by you" in shown
    assert "README" not in shown
    app.post(f"{place}/corrections/forget")
    assert "given by you" not in app.get(place).text
    refused = app.post(f"{place}/texts", files=files(sides_yaml="kind: wording"))
    assert refused.status_code == 422
    refused = app.post(f"{place}/texts", files=files(corrections_csv="a,b\n1,2\n"))
    assert refused.status_code == 422 and "corrections.csv" in refused.text
    for table_of_labels, said in (
        (b"file,published\na.txt,last week\n", "row 2, published &#39;last week&#39; is not an ISO date"),
        (b"file,source\n" + b"x" * 300_000 + b",A\n", "row 2, file holds 300,000 characters"),
        (b"file,source\na.txt,A\x00B\n", "holds a control character"),
        (b"name,outlet\na.txt,A\n", "unknown column"),
        (b"\xff\xfe\x00", "cannot be read as UTF-8 text"),
    ):
        refused = app.post(f"{place}/texts", files=files(labels_csv=table_of_labels))
        assert refused.status_code == 422 and said in refused.text, refused.text


def test_a_pasted_text_has_its_source_headline_and_date(app: App) -> None:
    given = {
        "pasted": COURIER.replace("\n", "\r\n"),
        "source": "Courier",
        "title": "Blaze",
        "published": "2026-03-10",
    }
    place = app.post("/comparisons", data=dict(given)).headers["location"]
    app.wait(f"{place}/progress")
    shown = app.get(place).text
    assert "Blaze" in shown and "<dd>Courier</dd>" in shown and "2026-03-10" in shown
    wrong = app.post(f"{place}/texts", data=given | {"published": "last week"})
    assert wrong.status_code == 422 and "write it as" in wrong.text
    assert app.post(f"{place}/texts", data=given | {"pasted": " "}).status_code == 422
    assert app.post(f"{place}/texts").status_code == 422


def test_an_address_is_fetched_once_and_only_when_it_is_given(app: App) -> None:
    asked: list[str] = []
    page = f"<html><body><article><h1>Fire at school</h1><p>{CHRONICLE * 3}</p></article></body></html>"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/news/fire.html"
        place = app.post("/comparisons", data={"address": address, "source": "Gazette"}).headers["location"]
        app.wait(f"{place}/progress")
        shown = app.get(place).text
        server.shutdown()
    assert asked == ["/news/fire.html"]
    assert "Gazette" in shown and "1 article of 1 source" in shown


def test_sides_named_by_the_user_are_those_of_the_run(app: App) -> None:
    place = app.compare(
        a_txt=CHRONICLE + "\nThe fire chief, Peter Lund, said that Peter Lund knew no cause.\n"
    )
    app.post(f"{place}/sides/look")
    app.wait(f"{place}/sides/progress")
    shown = app.get(f"{place}/sides").text
    names = re.findall(r'Side of ([^<]+)</label><select id="(actor_\d+)"', shown)
    teacher = next(field for name, field in names if name == "Anne Okafor")
    data = {"side_1": "School", "side_2": "Parents", teacher: "1"}
    assert "one has nobody" in app.post(f"{place}/sides/name", data=dict(data)).text
    other = next(field for _, field in names if field != teacher)
    app.post(f"{place}/sides/name", data=data | {other: "2"})
    assert "named by you" in app.get(place).text
    assert "School and Parents" in app.get(f"{place}/sides").text
    app.post(f"{place}/sides", data={"conflict": "none"})
    assert "Now: <b>none</b>" in app.get(place).text
    assert app.post(f"{place}/sides", data={"conflict": "nonsense"}).status_code == 422


def test_more_words_than_a_run_can_do_are_refused_at_once(app: App) -> None:
    place = app.compare(**{f"{n}_txt": f"Report {n}\n\n" + "The rain fell on. " * 12_000 for n in range(22)})
    refused = app.post(f"{place}/runs")
    assert refused.status_code == 422 and "the app compares 1,000,000 at most" in refused.text


def test_twenty_uploads_at_once_all_arrive(app: App) -> None:
    place = app.compare(a_txt=CHRONICLE)
    bundles = [[("files", (f"{n}.txt", f"Report {n}\n\n{COURIER}".encode()))] for n in range(20)]
    with ThreadPoolExecutor(len(bundles)) as pool:
        answers = list(pool.map(lambda bundle: app.post(f"{place}/texts", files=bundle), bundles))
    assert {answer.status_code for answer in answers} == {303}
    app.wait(f"{place}/progress")
    assert "21 articles of 21 sources" in app.get(place).text


def test_uploads_that_hang_keep_nobody_else_waiting(app: App) -> None:
    address = urlsplit(app.origin)
    assert address.port is not None
    cookies = "; ".join(f"{name}={value}" for name, value in app.client.cookies.items())
    head = (
        f"POST {app.root}/comparisons HTTP/1.1\r\nHost: {address.netloc}\r\nOrigin: {app.origin}\r\nCookie: {cookies}\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n"
    )
    with ExitStack() as stack:
        for _ in range(8):
            hanging = stack.enter_context(socket.create_connection(("127.0.0.1", address.port)))
            hanging.sendall(head.encode())
        assert app.get("/").status_code == 200
        assert app.post("/comparisons", data={"address": "nowhere"}).status_code == 422
