"""Changes to a file's bytes: what disks, mail programs, spreadsheets and people with bad intentions do to them."""

from __future__ import annotations

import io
import zipfile
from random import Random

from tests.fuzz.samples import packed

ZIPPED = frozenset(("docx", "odt", "epub", "xlsx"))
"""Kinds of which mostly a member is changed and packed again: other changes are only ever found as bad checksums."""
MOST_BYTES = 400_000
HOSTILE = tuple(
    piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
    for piece in (
        b"",
        b"\x00",
        b"\xff\xfe",
        b"\xc3",
        b"\x1a",
        b"\\ud800",
        b"\\u0000",
        "\ud83d",
        "\u2028",
        "\u2029",
        "\x85",
        "\u202e",
        "\u200b" * 50,
        "\ufeff",
        "\u0301" * 200,
        "😀\u200d👩\u200d🚀",
        "“",
        "”",
        "‘",
        "«",
        '"',
        '""',
        "'",
        "said that " * 200,
        "“he said “",
        "said said said, according to according to",
        "12,000,000,000,000,000,000,000,000 killed",
        "0/0",
        "1e400",
        "-1",
        "NaN",
        "null",
        "true",
        "9" * 400,
        "9" * 5000,
        "million " * 100,
        "\u00b2",
        "½ million",
        "km² per m/s²",
        "x" * 70_000,
        "A. " * 500,
        "((((" * 300,
        "[" * 2000,
        "{" * 2000,
        "<p>" * 2000,
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "&a;&#0;&#xD800;&#1114112;",
        "]]>",
        "<!--",
        "<script>",
        "</script>",
        "{{7*7}}",
        "=HYPERLINK(1)",
        "+1",
        "@x",
        "../../../x",
        "C:\\con",
        "\r",
        "\r\r\n",
        "\n" * 200,
        "\t" * 100,
        "," * 300,
        ";",
        "|",
        "&a *a !!python/object:x",
        "? - : -",
        "- " * 2000,
        "%s%n%x",
        "(?:a+)+$",
        "\\",
        "9999-99-99",
        "0000-00-00T00:00",
        "1970-01-01T00:00:00+99:99",
        "--b",
        "Content-Type: text/html; charset=x-none",
        "Content-Transfer-Encoding: base64",
        "\\u999999999?",
        "\\uc0\\bin999999",
        "endstream",
        "/Length -1",
        "<</Kids[1 0 R]>>",
        "Dr. Mr. Gen. U.S. ",
        "ЛОНДОН (Рейтер) — ",
        "لندن",
        "記者",
        "ﬁrst oﬃcial",
        "ß" * 50,
        "İ" * 50,
    )
)


def mutated(data: bytes, suffix: str, chance: Random) -> bytes:
    """A file with one to four changes, or as many as a file can bear."""
    if suffix in ZIPPED and chance.random() < 0.9:
        return _repacked(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = _changed(data, chance)
    return data[:MOST_BYTES]


def _repacked(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    if chance.random() < 0.1:
        del members[name]
    else:
        members[name] = mutated(members[name], "", chance)
    return packed(members)


def _changed(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((1, 1, 2, 8, 60, 400)))
    piece = data[at:to]
    kind = chance.randrange(7)
    if kind <= 1:
        return data[:at] + chance.choice(HOSTILE) + data[at:]
    if kind == 2:
        return data[:at] + chance.choice(HOSTILE) + data[to:]
    if kind == 3:
        return data[:at] + data[to:]
    if kind == 4:
        return data[:to] + piece * chance.choice((1, 2, 30)) + data[to:]
    if kind == 5:
        elsewhere = chance.randrange(len(data) + 1)
        return data[:elsewhere] + piece + data[elsewhere:]
    return data[:at] + bytes(byte ^ 1 << chance.randrange(8) for byte in piece[:3]) + data[at + 3 :]
