"""The files: a student's copy without answers, a key with them, and hostile texts in every format."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import docx
import pypdf
import pytest

from framing.publish.worksheet.formats import worksheet_files
from framing.publish.worksheet.html import POLICY
from framing.publish.worksheet.qti import PACKAGE, QTI
from tests.publish.worksheet.stories import COURIER, HERALD, WIRE, results

FORMATS = ("html", "docx", "pdf", "qti", "csv")
Files = dict[str, str | bytes]

HOSTILE_SOURCES = (
    '=HYPERLINK("http://x")',
    "</style><script>alert(1)</script> & \u202eevil\u202c",
    "]]> " + "W" * 400,
)
HOSTILE = (
    "The prefect said that 14 miners <script>alert(1)</script> were killed at the quarry of Berg on Friday.",
    "The company ]]> claimed that it had been \x00\x0b\x1f warned about the slope in March.",
    "“Он сказал,” said Łukasz Ζωή محمد خان 中国 \U0001f600, a guard. " + "x" * 3000 + " was injured.",
    "=cmd|' /C calc'!A0 said that the prefect confirmed it. +1 +2 -3 @SUM(A1) was reported by the union.",
)
HOSTILE_TITLES = (
    "<script>alert('t')</script> =1+1",
    "\x00\x1b[31m ]]> " + "T" * 5000,
    "\u202eabc\u2066 & <b>",
)


@pytest.fixture(scope="module")
def files() -> Files:
    return worksheet_files(results(HERALD, COURIER, WIRE), FORMATS)


@pytest.fixture(scope="module")
def hostile() -> Files:
    return worksheet_files(
        results(HOSTILE, (*COURIER, *HOSTILE), WIRE, sources=HOSTILE_SOURCES, titles=HOSTILE_TITLES), FORMATS
    )


def words_of(files: Files, name: str) -> str:
    content = files[name]
    if name.endswith(".html"):
        return _Words.of(str(content))
    if name.endswith(".docx"):
        assert isinstance(content, bytes)
        word = docx.Document(io.BytesIO(content))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return " ".join(" ".join([*(p.text for p in word.paragraphs), *cells]).split())
    assert isinstance(content, bytes)
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.found.append(data)

    @classmethod
    def of(cls, page: str) -> str:
        parser = cls()
        parser.feed(page)
        return " ".join(" ".join(parser.found).split())


def test_each_format_has_its_files(files: Files) -> None:
    assert set(files) == {
        *(f"{who}.{kind}" for who in ("student", "key") for kind in ("html", "docx", "pdf", "csv")),
        "key-qti.zip",
        "manifest.json",
    }


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_the_students_copy_has_the_questions_and_no_answers(files: Files, kind: str) -> None:
    student, key = words_of(files, f"student.{kind}"), words_of(files, f"key.{kind}")
    for told in ("Before you read", "Question 1", "Words that stand out", "Before you go", "Name"):
        assert told in student
    for told in ("What differs", "I can answer with words", "Rubric", "Mastery", "What cannot be concluded"):
        assert told in key
        assert told not in student
    assert "The company had been warned about the slope in March." in student


def test_the_pages_load_nothing_and_run_nothing(files: Files) -> None:
    for name in ("student.html", "key.html"):
        page = str(files[name])
        assert POLICY.replace("'", "&#39;") in page
        assert not re.search(r"<script|<img|<link|@import|url\(", page)


def test_the_pdf_has_title_language_bookmarks_and_page_numbers(files: Files) -> None:
    content = files["student.pdf"]
    assert isinstance(content, bytes)
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.metadata and reader.metadata.title == "Berg landslide, June 2025"
    assert str(reader.root_object["/Lang"]) == "en"
    assert len(reader.outline) >= 1
    assert f"page 1 of {len(reader.pages)}" in reader.pages[0].extract_text()
    assert b"DejaVuSansCondensed" in content


def test_equal_sheets_make_equal_files(files: Files) -> None:
    again = worksheet_files(results(HERALD, COURIER, WIRE), ("html", "pdf", "qti", "csv"))
    for name in ("student.html", "key.pdf", "key-qti.zip", "key.csv"):
        assert again[name] == files[name], name


def quiz_of(files: Files) -> tuple[ElementTree.Element, ElementTree.Element]:
    content = files["key-qti.zip"]
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
        (resource,) = manifest.iter(f"{{{PACKAGE}}}resource")
        assert resource.get("type") == "imsqti_xmlv1p2"
        (file,) = resource.iter(f"{{{PACKAGE}}}file")
        assert file.get("href") == resource.get("href")
        assert set(package.namelist()) == {"imsmanifest.xml", resource.get("href")}
        return manifest, ElementTree.fromstring(package.read(str(file.get("href"))))


@pytest.mark.parametrize("made", ["files", "hostile"])
def test_the_qti_package_follows_the_standard(made: str, request: pytest.FixtureRequest) -> None:
    manifest, quiz = quiz_of(request.getfixturevalue(made))
    assert manifest.tag == f"{{{PACKAGE}}}manifest"
    assert quiz.tag == f"{{{QTI}}}questestinterop"
    within = {"q": QTI}
    items = quiz.findall("q:assessment/q:section/q:item", within)
    assert items
    idents = [e.get("ident") for tag in ("item", "response_label") for e in quiz.iter(f"{{{QTI}}}{tag}")]
    assert len(set(idents)) == len(idents)
    for ident in idents:
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", ident or "")
    for item in items:
        labels = [label.get("ident") for label in item.iter(f"{{{QTI}}}response_label")]
        (right,) = item.iter(f"{{{QTI}}}varequal")
        assert right.text in labels
        assert right.get("respident") == item.find(".//q:response_lid", within).get("ident")  # type: ignore[union-attr]
        feedback = {e.get("ident") for e in item.iter(f"{{{QTI}}}itemfeedback")}
        assert {e.get("linkrefid") for e in item.iter(f"{{{QTI}}}displayfeedback")} <= feedback
        order = [child.tag.partition("}")[2] for child in item]
        assert order == ["itemmetadata", "presentation", "resprocessing", "itemfeedback"]


def test_the_csv_for_students_has_no_answers(files: Files) -> None:
    student = list(csv.DictReader(io.StringIO(str(files["student.csv"]))))
    key = list(csv.DictReader(io.StringIO(str(files["key.csv"]))))
    assert [row["question"] for row in student] == [row["question"] for row in key]
    assert "right" not in student[0]
    for row in key:
        assert row[f"choice_{row['right'].lower()}"] == row["right_choice"]


def test_hostile_texts_are_words_in_every_format(hostile: Files) -> None:
    for name in ("student.html", "key.html"):
        page = str(hostile[name])
        parser = _Words()
        parser.feed(page)
        assert "script" not in parser.tags
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", page)
        page.encode("utf-8")
    for name in ("student.docx", "key.docx", "student.pdf", "key.pdf"):
        assert "Question 1" in words_of(hostile, name)
    for name in ("student.csv", "key.csv"):
        for row in csv.reader(io.StringIO(str(hostile[name]))):
            assert not any(re.match(r"[=+\-@]\D", cell) for cell in row)


def test_other_scripts_are_in_the_pdf_and_what_is_not_has_a_sign() -> None:
    made = results(HERALD, COURIER, WIRE, titles=("Łódź quarry", "Ζωή in Berg", "Київ 中 news"))
    shown = words_of(worksheet_files(made, ["pdf"]), "student.pdf")
    for name in ("Łódź", "Ζωή", "Київ", "\u25a1"):
        assert name in shown
