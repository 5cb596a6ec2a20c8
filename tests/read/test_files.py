"""Compressed files and the limits of size."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.read import read
from framing.read.files import check_zip, file_of
from framing.records.errors import InputError

TEXT = b"The harbour authority closed the northern pier on Monday, officials said."


def test_gzip_is_seen_by_content_whatever_the_name(tmp_path: Path, lexicons: Lexicons) -> None:
    (tmp_path / "packed.txt").write_bytes(gzip.compress(TEXT, mtime=0))
    (tmp_path / "plain.txt.gz").write_bytes(TEXT)
    (tmp_path / "both.txt.gz").write_bytes(gzip.compress(TEXT, mtime=0) + gzip.compress(b" It is shut."))
    reading = read([tmp_path], lexicons=lexicons)
    assert [article.article_id for article in reading.articles] == ["both", "packed", "plain"]
    assert reading.articles[0].text.endswith("It is shut.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(gzip.compress(TEXT, mtime=0), mtime=0), "compressed twice"),
        (gzip.compress(b"a" * 70_000_000, mtime=0), "unpacks to more than 64 MB"),
        (gzip.compress(TEXT, mtime=0)[:-12], "incomplete gzip"),
        (b"\x1f\x8b\x08" + b"\xff" * 40, "damaged gzip"),
        (gzip.compress(b"  ", mtime=0), "the file is empty"),
    ],
)
def test_what_is_not_unpacked(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        file_of(data, "a.gz")


def test_documents_that_unpack_to_too_much_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 70_000_000)
    with pytest.raises(InputError, match="unpacks to more than 64 MB"):
        check_zip(buffer.getvalue(), "a.docx")
