"""Exports of press databases: cut into articles, with title, newspaper, date and author; metadata never scored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from framing.lexicon import Lexicons
from framing.read import ReadInputs, read
from framing.records.article import Article
from tests.read.conftest import kept_text
from tests.read.test_documents import write_pdf

NEXIS = """Download Request: Selected Items: 1-2
Time Of Request: Friday, March 06, 2026  16:51:31


                               1 of 2 DOCUMENTS


                       Copyright 2026 Harbour Press Ltd
                              All Rights Reserved
                          The Harbour Echo (Eastport)

                             March 5, 2026 Thursday
                                 Final Edition

SECTION: NEWS; Pg. 4

LENGTH: 34 words

HEADLINE: Ferry pier shut after
inspection

BYLINE: By Nora Lind

BODY:

The port authority said on Wednesday that the old pier had been closed for
repairs. Passengers were taken to the northern quay.

POLICE: two officers kept the road clear.

GRAPHIC: Photo of the pier

LANGUAGE: ENGLISH

LOAD-DATE: March 6, 2026

                               2 of 2 DOCUMENTS


                                 Eastport Mail

                             March 6, 2026 Friday

Pier repairs to take months

BYLINE: Tom Reed

LENGTH: 21 words

Repairs will take four months, the authority told the council. Traders said they
had not been asked.

LOAD-DATE: March 7, 2026

PUBLICATION-TYPE: Newspaper


                       Copyright 2026 Eastport Mail
                              All Rights Reserved
"""
NEXIS_UNI = (
    ("", "Date and Time: Friday, 6 March 2026 16:51:00 CET"),
    ("", "Job Number: 1234"),
    ("", "Documents (2)"),
    ("", "1. Ferry pier shut after inspection"),
    ("", "Client/Matter: -None-"),
    ("", "2. Pier repairs to take months"),
    ("", "Client/Matter: -None-"),
    ("", "Ferry pier shut after inspection"),
    ("", "The Harbour Echo (Eastport)"),
    ("", "March 5, 2026 Thursday"),
    ("", "Copyright 2026 Harbour Press Ltd All Rights Reserved"),
    ("", "Section: NEWS; Pg. 4"),
    ("", "Length: 34 words"),
    ("", "Byline: Nora Lind"),
    ("", "Body"),
    ("", "The port authority said on Wednesday that the old pier had been closed for repairs."),
    ("", "Classification"),
    ("", "Subject: PORTS (90%)"),
    ("", "End of Document"),
    ("Heading 1", "Pier repairs to take months"),
    ("", "Eastport Mail"),
    ("", "March 6, 2026 Friday"),
    ("", "Length: 21 words"),
    ("", "Body"),
    ("", "Repairs will take four months, the authority told the council."),
    ("", "Load-Date: March 7, 2026"),
    ("", "End of Document"),
)
FACTIVA = """SE   News
HD   Ferry pier shut after inspection
BY   By Nora Lind
WC   34 words
PD   5 March 2026
SN   The Harbour Echo
SC   HAREC
LA   English
CY   Copyright 2026 Harbour Press

LP   The port authority said on Wednesday that the old pier had been closed.

TD   Passengers were taken to the northern quay.

     Traders said they had not been asked.

NS   gport : Ports
AN   Document HAREC00020260305em35000a1

SE   News
HD   Pier repairs to take months
WC   21 words
PD   6 March 2026
SN   Eastport Mail
LA   English

LP   Repairs will take four months, the authority told the council.

AN   Document EASTM00020260306em36000b2
"""
FACTIVA_PAGE = """<html><body><h1>Dow Jones Factiva</h1>
<div class="article enArticle"><div>Nachrichten</div><div id="hd"><span class="enHeadline">Ferry pier shut after
inspection</span></div><div class="author">Von Nora Lind</div><div>34 Wörter</div><div>5 März 2026</div><div>07:10</div>
<div>The Harbour Echo</div><div>HAREC</div><div>Englisch</div><div>(c) 2026 Harbour Press</div>
<p class="articleParagraph enarticleParagraph">The port authority said that the old pier had been closed.</p>
<p class="articleParagraph enarticleParagraph">Passengers were taken to the northern quay.</p>
<p>Dokument HAREC00020260305em35000a1</p></div>
<div class="article enArticle"><div><span class="enHeadline">Pier repairs to take months</span></div>
<div>21 Wörter</div><div>6 März 2026</div><div>Eastport Mail</div><div>EASTM</div><div>Englisch</div>
<div>Copyright 2026. All rights reserved.</div>
<p class="articleParagraph enarticleParagraph">Repairs will take four months, the authority told the council.</p>
<p>Dokument EASTM00020260306em36000b2</p></div></body></html>"""
PROQUEST = """____________________________________________________________

Report Information from ProQuest
March 06 2026
____________________________________________________________

Document 1 of 2

Ferry pier shut after inspection

Author: Lind, Nora.

Publication info: The Harbour Echo ; Eastport [Eastport]. 05 Mar 2026: 4.

ProQuest document link: https://www.proquest.com/docview/1

Abstract: The pier was closed.

Full text: The port authority said on Wednesday that the old pier had been closed for repairs.
Passengers were taken to the northern quay.

Location: Eastport

Publication title: The Harbour Echo; Eastport

Publication date: Mar 5, 2026

Document URL: https://www.proquest.com/docview/1

Copyright: Copyright Harbour Press Mar 5, 2026

Database: Global Newsstream

____________________________________________________________

Document 2 of 2

Pier repairs to take months

Full text: Repairs will take four months, the authority told the council.

Publication title: Eastport Mail

Publication date: Mar 6, 2026

Database: Global Newsstream

____________________________________________________________

Contact us at: http://www.proquest.com/contact
"""
RIS = """TY  - NEWS
T1  - Ferry pier shut after inspection
AU  - Lind, Nora
Y1  - 2026/03/05/
JF  - The Harbour Echo
N2  - The port authority said on Wednesday that the old pier had been closed for repairs.
UR  - https://www.proquest.com/docview/1
ER  -

TY  - NEWS
T1  - Pier repairs to take months
Y1  - 2026/03/06/
JF  - Eastport Mail
N2  - Repairs will take four months, the authority told the council.
ER  -
"""
EUROPRESSE = """<html><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">The Harbour Echo, no. 412</span></div>
<span class="DocHeader">Ports, jeudi 5 mars 2026, p. 4</span>
<div class="titreArticle"><p class="titreArticleVisu">Ferry pier shut after inspection</p></div>
<div class="docAuthors">Nora Lind</div></header>
<section><div class="docOcurrContainer"><p>The port authority said on Wednesday that the old pier had been closed.</p>
<p>Passengers were taken to the northern quay.</p></div></section>
<footer>© 2026 Harbour Press. Tous droits réservés.<br>Numéro de document : news·20260305·HE·0412</footer></article>
<article><span class="DocPublicationName">Eastport Mail</span><br><span class="DocHeader">vendredi 6 mars 2026</span><br>
<span class="TitreArticleVisu">Pier repairs to take months</span><br>
<p>Repairs will take four months, the authority told the council.</p><b>© 2026 Eastport Mail</b></article></body></html>"""
RTF_HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Courier;}}\f0 "


def read_as(tmp_path: Path, lexicons: Lexicons, name: str, text: str) -> ReadInputs:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read([path], lexicons=lexicons)


def word_file(path: Path, paragraphs: Sequence[tuple[str, str]]) -> Path:
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    document.save(str(path))
    return path


def check(articles: Sequence[Article], *, byline: str = "Nora Lind", first: str = "The Harbour Echo") -> None:
    """Two articles with what the fields say, and no word of the fields among their own."""
    assert [a.title for a in articles] == ["Ferry pier shut after inspection", "Pier repairs to take months"]
    assert [a.published[:10] for a in articles] == ["2026-03-05", "2026-03-06"]
    assert [a.source for a in articles] == [first, "Eastport Mail"]
    assert articles[0].byline == byline
    for article, opening in zip(articles, ("The port authority", "Repairs will take"), strict=True):
        own = kept_text(article)[1:]
        assert own[0].startswith(opening)
        words = " ".join(own).lower()
        assert not any(
            word in words for word in ("copyright", "length", "words", "edition", "document", "subject")
        )


def test_nexis_as_text(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_as(tmp_path, lexicons, "press.txt", NEXIS)
    check(reading.articles, first="The Harbour Echo (Eastport)")
    first, second = reading.articles
    assert [p.replace("\n", " ") for p in kept_text(first)[1:]] == [
        "The port authority said on Wednesday that the old pier had been closed for repairs. Passengers were taken to "
        "the northern quay.",
        "POLICE: two officers kept the road clear.",
    ]
    assert (first.article_id, second.article_id) == ("press#1", "press#2")
    assert second.byline == "Tom Reed"
    assert (second.published_raw, second.published) == ("March 6, 2026 Friday", "2026-03-06")
    outside = {piece.text for piece in reading.outside}
    assert {"LENGTH: 34 words", "GRAPHIC: Photo of the pier", "2 of 2 DOCUMENTS"} <= outside


def test_offsets_of_an_export_are_those_of_the_file(tmp_path: Path, lexicons: Lexicons) -> None:
    for article in read_as(tmp_path, lexicons, "press.txt", NEXIS).articles:
        for paragraph in article.paragraphs[1:]:
            assert paragraph.file_start is not None
            length = paragraph.end - paragraph.start
            assert NEXIS[paragraph.file_start :][:length] == article.text[paragraph.start : paragraph.end]


def test_nexis_as_rich_text_and_as_a_page(tmp_path: Path, lexicons: Lexicons) -> None:
    lines = [" ".join(block.split()) if "DOCUMENTS" in block else block for block in NEXIS.split("\n\n")]
    rich = r"\par \par ".join(block.replace("\n", r"\par ") for block in lines)
    check(
        read_as(tmp_path, lexicons, "press.rtf", RTF_HEAD + rich + "}").articles,
        first="The Harbour Echo (Eastport)",
    )
    page = "".join(f"<div><p>{block.replace(chr(10), '<br>')}</p></div>" for block in lines)
    check(
        read_as(tmp_path, lexicons, "press.html", f"<html><body>{page}</body></html>").articles,
        first="The Harbour Echo (Eastport)",
    )


def test_nexis_uni_as_word_document(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read([word_file(tmp_path / "press.docx", NEXIS_UNI)], lexicons=lexicons)
    check(reading.articles, first="The Harbour Echo (Eastport)")
    assert "Client/Matter: -None-" in {piece.text for piece in reading.outside}


def test_a_single_document_keeps_the_name_of_its_file(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read([word_file(tmp_path / "one.docx", NEXIS_UNI[7:19])], lexicons=lexicons)
    (article,) = reading.articles
    assert (article.article_id, article.source) == ("one", "The Harbour Echo (Eastport)")
    assert kept_text(article)[1:] == [
        "The port authority said on Wednesday that the old pier had been closed for repairs."
    ]


def test_factiva_with_field_codes(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_as(tmp_path, lexicons, "press.txt", FACTIVA)
    check(reading.articles)
    assert len(kept_text(reading.articles[0])) == 4
    codes_apart = FACTIVA.replace("   ", "\n")
    check(read_as(tmp_path, lexicons, "apart.txt", codes_apart).articles)


def test_factiva_as_displayed(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_as(tmp_path, lexicons, "press.html", FACTIVA_PAGE)
    check(reading.articles)
    assert reading.articles[0].published == "2026-03-05T07:10"


def test_factiva_as_rich_text(tmp_path: Path, lexicons: Lexicons) -> None:
    lines = """News|Ferry pier shut after inspection|By Nora Lind|34 words|5 March 2026|The Harbour Echo|HAREC|English|
    Copyright 2026 Harbour Press|The port authority said that the old pier had been closed.|
    Document HAREC00020260305em35000a1|Pier repairs to take months|21 words|6 March 2026|Eastport Mail|EASTM|English|
    (c) 2026 Eastport Mail|Repairs will take four months, the authority told the council.|
    Document EASTM00020260306em36000b2"""
    rich = RTF_HEAD + r"\par ".join(line.strip() for line in lines.split("|")) + "}"
    check(read_as(tmp_path, lexicons, "press.rtf", rich).articles)


def test_proquest_as_text(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_as(tmp_path, lexicons, "press.txt", PROQUEST)
    check(reading.articles, byline="Lind, Nora.")
    assert reading.articles[0].url == "https://www.proquest.com/docview/1"
    assert "The pier was closed." not in reading.articles[0].text


def test_ris(tmp_path: Path, lexicons: Lexicons) -> None:
    reading = read_as(tmp_path, lexicons, "press.ris", RIS)
    check(reading.articles, byline="Lind, Nora")
    assert "abstracts" in reading.warnings[0]
    bare = "\n".join(line for line in RIS.split("\n") if not line.startswith("N2"))
    refused = read_as(tmp_path, lexicons, "bare.ris", bare)
    assert "references without texts" in refused.skipped[0].reason


def test_europresse(tmp_path: Path, lexicons: Lexicons) -> None:
    check(read_as(tmp_path, lexicons, "press.html", EUROPRESSE).articles)


@pytest.mark.parametrize(
    ("between", "seen"),
    [
        ("End of item\n\n____________________________________________________________", "rules"),
        ("Copyright 2026 Harbour Press", "copyright"),
        ("Headline: Pier\n\nPaper: Echo\n\nDay: 5 March", "same fields"),
    ],
)
def test_many_articles_of_no_known_make_are_refused(
    tmp_path: Path, lexicons: Lexicons, between: str, seen: str
) -> None:
    story = "The port authority said that the old pier had been closed for repairs this week. " * 8
    text = "\n\n".join(f"{between}\n\n{story}" for _ in range(4))
    reading = read_as(tmp_path, lexicons, "all.txt", text)
    assert reading.articles == ()
    assert "many articles" in reading.skipped[0].reason
    assert seen in reading.skipped[0].reason


def test_one_article_with_rules_and_a_notice_is_read(tmp_path: Path, lexicons: Lexicons) -> None:
    story = "The port authority said that the old pier had been closed for repairs this week. " * 4
    text = f"Ferry pier shut\n\n{story}\n\n* * * * * *\n\n{story}Again.\n\nCopyright 2026 Harbour Press"
    assert len(read_as(tmp_path, lexicons, "one.txt", text).articles) == 1


def test_the_pdf_of_an_export_is_refused_with_the_way_out(tmp_path: Path, lexicons: Lexicons) -> None:
    write_pdf(tmp_path / "press.pdf", [[line[:90] for line in NEXIS.split("\n")]])
    reading = read([tmp_path / "press.pdf"], lexicons=lexicons)
    assert reading.articles == ()
    assert "PDF of an export of Nexis" in reading.skipped[0].reason
