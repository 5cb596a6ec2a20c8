"""Dictionaries of a user's own: categories with words, as content analysis has them.

A file is a lexicon of the kind `dictionary`; or only categories with their words, in YAML (`category: [word, …]`) or as a
table with the columns `category` and `word`. No entry needs a source: a warning says that there is none.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import AfterValidator

from framing.lexicon.schema import Entry, Phrases, Text
from framing.records.errors import LexiconError

KIND: Final = "dictionary"
TABLE_SUFFIXES: Final = (".csv", ".tsv")
ANY_END: Final = "*"
"""Stands at the end of a word for any ending."""
REMEDY: Final = "write rows of category and word, as docs/lexicons.md shows"
csv.field_size_limit(2**31 - 1)


def _form(form: str) -> str:
    """The form itself; raises ValueError where it holds no word, or a star anywhere but at the end of a single word."""
    word = form.removesuffix(ANY_END)
    if not any(character.isalnum() for character in word):
        raise ValueError(f"{form!r} holds no word")
    if ANY_END in word or (word != form and len(word.split()) > 1):
        raise ValueError(f"{form!r}: a star stands only at the end of a single word")
    return form


class DictionaryEntry(Entry):
    """A category of a dictionary of one's own: `forms` are words and phrases, `terror*` any word that begins so."""

    source: tuple[Text, ...] = ()
    forms: Annotated[Phrases, AfterValidator(lambda forms: tuple(map(_form, forms)))]


def is_plain(document: dict[str, Any]) -> bool:
    """Whether a YAML document is only categories with their words."""
    return "kind" not in document and all(isinstance(words, list) for words in document.values())


def plain_rows(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Categories with their words as entries.

    >>> plain_rows({"sea": ["harbour", "port"]})
    [{'id': 'sea', 'forms': ['harbour', 'port']}]
    """
    return [{"id": category, "forms": words} for category, words in document.items()]


def table_rows(path: Path) -> list[dict[str, Any]]:
    """The entries of a table of categories and words; raises LexiconError where it is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LexiconError(path.name, "is not UTF-8 text", "save it as UTF-8") from None
    except OSError as error:
        raise LexiconError(path.name, f"cannot be read ({error.strerror})", "check the path") from None
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise LexiconError(path.name, f"is no table ({error})", REMEDY) from None
    names = [name.strip().lower() for name in rows[0]] if rows else []
    if not {"category", "word"} <= set(names):
        raise LexiconError(path.name, "has no columns 'category' and 'word'", REMEDY)
    of, word = names.index("category"), names.index("word")
    found: dict[str, list[str]] = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) <= max(of, word) or not row[of].strip() or not row[word].strip():
            raise LexiconError(path.name, "has no category or no word", REMEDY, row=number)
        found.setdefault(row[of].strip(), []).append(row[word].strip())
    return plain_rows(found)


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that the header has most often of those in use."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)
