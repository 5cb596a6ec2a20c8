"""Rich text (RTF), as Nexis, Factiva, ProQuest and old word processors write it: its paragraphs as plain text.

Only what shows is read: font tables, pictures, headers, fields' instructions and deleted text are passed over. Letters
come as Unicode escapes or as bytes in the code page that the file names.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from framing.read.article_building import ArticleBuilder, ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import normalised
from framing.read.files import InputFile
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError

DEEPEST = 1000
"""Groups within groups; a file with more is damaged."""

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_SIGNS = {
    "par": "\n",
    "sect": "\n",
    "page": "\n",
    "line": "\n",
    "row": "\n",
    "cell": "\n",
    "nestcell": "\n",
    "nestrow": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
_ESCAPED = {
    "\\": "\\",
    "{": "{",
    "}": "}",
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    "\n": "\n",
    "\r": "\n",
}
_UNSEEN = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "info",
        "pict",
        "object",
        "themedata",
        "colorschememapping",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "footnote",
        "annotation",
        "fldinst",
        "latentstyles",
        "datastore",
        "generator",
        "xmlnstbl",
        "mmathPr",
        "bkmkstart",
        "bkmkend",
        "nonshppict",
        "filetbl",
        "revtbl",
    ]
)
"""Destinations whose text does not show."""
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(frozen=True, slots=True)
class _RtfGroup:
    """What holds inside a pair of braces: whether text shows, and how many characters stand for an escape."""

    shown: bool = True
    deleted: bool = False
    stand_ins: int = 1


def read_rtf(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a rich-text file; their offsets have no place in the file.

    Raises InputError where it is damaged or holds no article.
    """
    text = rtf_text(file.data, options.encoding, item.name)
    return articles_of(ArticleBuilder(item, text, file.sha256, rules, placed=False))


def rtf_text(data: bytes, encoding: str = "", name: str = "") -> str:
    r"""The text that an RTF file shows, a line a paragraph.

    >>> rtf_text(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\b Pier shut\b0\par \u8220?Soon\'94, they said.}")
    'Pier shut\n“Soon”, they said.'
    """
    text = _paired(_RtfReader(data.decode("latin-1"), encoding, name).text())
    lines = (" ".join(line.replace("\u00ad", "").split()) for line in normalised(text).split("\n"))
    return "\n".join(lines).strip("\n")


class _RtfReader:
    """Goes through the tokens of a file and keeps what shows."""

    def __init__(self, source: str, encoding: str, name: str) -> None:
        self._source, self._name, self._asked = source, name, encoding
        self._page = encoding or "cp1252"
        self._groups = [_RtfGroup()]
        self._skipped = 0
        self._opening = False
        self._raw = bytearray()
        self._shown: list[str] = []

    def text(self) -> str:
        at = 0
        while match := _TOKEN.search(self._source, at):
            at = match.end()
            kind = str(match.lastgroup)
            if kind != "byte":
                self._flush()
            if kind == "brace":
                self._brace(match["brace"])
                continue
            if kind in ("word", "number"):
                at += self._word(match["word"], match["number"])
            elif kind == "sign":
                self._sign(match["sign"])
            elif kind == "byte":
                self._byte(match["byte"])
            else:
                self._plain(match["text"])
            self._opening = False
        self._flush()
        return "".join(self._shown)

    @property
    def _is_shown(self) -> bool:
        group = self._groups[-1]
        return group.shown and not group.deleted

    def _flush(self) -> None:
        """Decode the bytes that stand together: a letter may be made of two."""
        if self._raw:
            self._shown.append(bytes(self._raw).decode(self._page, errors="replace"))
            self._raw.clear()

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self._groups.append(self._groups[-1])
            if len(self._groups) > DEEPEST:
                raise InputError(self._name, "is damaged rich text (RTF)", "save it again, or as .docx")
        elif len(self._groups) > 1:
            self._groups.pop()
        self._skipped, self._opening = 0, brace == "{"

    def _word(self, word: str, number: str | None) -> int:
        """Take a control word; how many characters behind it are binary data."""
        self._page = self._page_of(word, number)
        self._groups[-1] = _after_word(self._groups[-1], word, number)
        self._skipped = 0
        if word == "u" and number:
            self._skipped = self._groups[-1].stand_ins
            if self._is_shown:
                self._shown.append(chr(int(number) % 65_536))
        elif word in _SIGNS and self._is_shown:
            self._shown.append(_SIGNS[word])
        return max(0, int(number or 0)) if word == "bin" else 0

    def _sign(self, sign: str) -> None:
        if sign == "*" and self._opening:
            self._groups[-1] = replace(self._groups[-1], shown=False)
        elif self._is_shown:
            self._shown.append(_ESCAPED.get(sign, ""))

    def _byte(self, byte: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._is_shown:
            self._raw.append(int(byte, 16))

    def _plain(self, value: str) -> None:
        text = value[self._skipped :]
        self._skipped = max(0, self._skipped - len(value))
        if self._is_shown and text:
            self._shown.append(
                text if text.isascii() else text.encode("latin-1").decode(self._page, "replace")
            )

    def _page_of(self, word: str, number: str | None) -> str:
        """The code page from here on."""
        if self._asked or word not in (*_CODE_PAGES, "ansicpg"):
            return self._page
        if word in _CODE_PAGES:
            return _CODE_PAGES[word]
        try:
            return codecs.lookup(f"cp{number}").name
        except LookupError:
            return self._page


def _after_word(group: _RtfGroup, word: str, number: str | None) -> _RtfGroup:
    """What holds in a group after a control word."""
    if word in _UNSEEN:
        return replace(group, shown=False)
    if word == "uc":
        return replace(group, stand_ins=int(number or 1))
    if word in ("deleted", "v"):
        return replace(group, deleted=number != "0")
    if word == "plain":
        return replace(group, deleted=False)
    return group


def _paired(text: str) -> str:
    """The text with characters that two escapes stand for put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
