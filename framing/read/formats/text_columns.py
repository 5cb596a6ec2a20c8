"""Where the texts of a table stand: one column, several columns of paragraphs, or rows of sentences to be joined.

A table without texts is refused with what it holds instead, or read by its headlines where it has some, which is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from framing.read.formats.columns import ColumnMap, ColumnsError, further, listed, map_columns, plain_name
from framing.read.formats.input_rows import InputRow
from framing.records.errors import InputError

Usual = Mapping[str, Sequence[str]]

SAMPLE = 200
"""Rows from which the make of a table is told."""
LONG_CELL = 250
"""Characters; a column whose cells are mostly longer holds texts."""
FEW_WORDS = 45
"""Words; a text cell with more is no single sentence."""
ROWS_AN_ID = 3
"""Rows of each id, on average, that make a table of sentences likely."""
LEAST_PIECES = 9
"""Rows with a text; fewer show nothing."""
TOKEN = "token"
"""The name of a column of single words."""
ONE_A_ROW = "holds one sentence or paragraph a row, not one article"
ONE_ARTICLE = (
    "add a column doc_id that says which article a row is of and one that numbers its rows (sentence_id), or name it with "
    "--id-column; if each row is a whole text, name the column with --text-column"
)
JOINED = "text (joined)"
"""The name of the column that texts put together stand in."""

_NUMBERED = re.compile(r"(?P<stem>.*[^\d_])_?(?P<number>\d{1,3})")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table whose columns are known; `warnings` say what was made of it."""

    columns: ColumnMap
    rows: tuple[InputRow, ...]
    warnings: tuple[str, ...] = ()


def table_of(
    names: Sequence[str], rows: Sequence[InputRow], asked: Mapping[str, str], usual: Usual, place: str
) -> KnownTable:
    """The table with the column of its texts, put together where it has to be.

    Raises InputError where it holds no texts or it cannot be told which column they are in.
    """
    empty = {name for name in names if not any(row.text(name) for row in rows[:SAMPLE])}
    columns = map_columns(names, asked, usual, place, empty)
    numbered = [] if "text" in asked else paragraph_columns(names, usual)
    if numbered:
        return _of_paragraphs(names, columns, rows, numbered)
    if "text" not in columns.roles:
        columns = _with_pieces(names, columns, usual)
    if "text" in columns.roles:
        return _of_texts(names, columns, rows, usual, place, asked)
    return _without_texts(names, columns, rows, usual, place)


def paragraph_columns(names: Sequence[str], usual: Usual) -> list[str]:
    """Several columns of paragraphs, in order: a usual name of texts or paragraphs with numbers behind it.

    >>> paragraph_columns(["id", "Paragraph 2", "Paragraph 1"], {"piece": ["paragraph"]})
    ['Paragraph 1', 'Paragraph 2']
    """
    stems = {*usual.get("text", ()), *usual.get("piece", ())}
    found: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        match = _NUMBERED.fullmatch(plain_name(name))
        if match and match["stem"].rstrip("_") in stems:
            found.setdefault(match["stem"], []).append((int(match["number"]), name))
    several = [sorted(columns) for columns in found.values() if len(columns) > 1]
    return [name for _, name in max(several, key=len)] if several else []


def _of_paragraphs(
    names: Sequence[str], columns: ColumnMap, rows: Sequence[InputRow], numbered: Sequence[str]
) -> KnownTable:
    joined = tuple(
        row
        if row.problem
        else replace(
            row, cells={**row.cells, JOINED: "\n".join(text for name in numbered if (text := row.text(name)))}
        )
        for row in rows
    )
    roles = {**{role: name for role, name in columns.roles.items() if name not in numbered}, "text": JOINED}
    note = f"the columns {numbered[0]!r} to {numbered[-1]!r} are read as the paragraphs of one text"
    return KnownTable(ColumnMap(roles, further(names, [*roles.values(), *numbered])), joined, (note,))


def _with_pieces(names: Sequence[str], columns: ColumnMap, usual: Usual) -> ColumnMap:
    """The columns with that of the sentences as the text, where there is one."""
    plain = {plain_name(name): name for name in reversed(names)}
    piece = next((plain[name] for name in usual.get("piece", ()) if name in plain), None)
    if piece is None:
        return columns
    roles = {**columns.roles, "text": piece}
    return ColumnMap(roles, further(names, roles.values()))


def _of_texts(
    names: Sequence[str],
    columns: ColumnMap,
    rows: Sequence[InputRow],
    usual: Usual,
    place: str,
    asked: Mapping[str, str],
) -> KnownTable:
    text = columns.roles["text"]
    sample = _values(text, rows[:SAMPLE])
    if sum(map(bool, map(_ADDRESS.fullmatch, sample))) > len(sample) / 2:
        raise _addresses(place, f"column {text!r} holds addresses")
    is_piece = plain_name(text) in usual.get("piece", ()) and "text" not in asked
    if is_piece and any(plain_name(name) == TOKEN for name in names):
        raise InputError(
            place, "holds one word a row, not texts", "give the texts from which the table was made"
        )
    ids = _ids(columns, rows)
    numbered = next((name for name in names if plain_name(name) in usual.get("piece_number", ())), None)
    if (is_piece or numbered) and len(set(ids)) < len(ids):
        return _joined(names, columns, rows, numbered)
    if is_piece or ("text" not in asked and _are_pieces(sample, ids)):
        raise InputError(place, ONE_A_ROW, ONE_ARTICLE)
    return KnownTable(columns, tuple(rows))


def _ids(columns: ColumnMap, rows: Sequence[InputRow]) -> list[str]:
    name = columns.roles.get("id")
    return _values(name, rows) if name else []


def _values(column: str, rows: Sequence[InputRow]) -> list[str]:
    """The cells of a column that hold something."""
    return [value for row in rows if (value := row.text(column))]


def _are_pieces(sample: Sequence[str], ids: Sequence[str]) -> bool:
    """Whether the texts look like sentences: short, and several of each id."""
    many = len(sample) >= LEAST_PIECES and len(ids) >= ROWS_AN_ID * len(set(ids))
    return many and median(len(value.split()) for value in sample) <= FEW_WORDS


def _joined(
    names: Sequence[str], columns: ColumnMap, rows: Sequence[InputRow], numbered: str | None
) -> KnownTable:
    """The rows of one id as one text, in their order."""
    text, key = columns.roles["text"], columns.roles["id"]
    gap = "\n" if "para" in plain_name(numbered or text) or "absatz" in plain_name(numbered or text) else " "
    groups: dict[str, list[InputRow]] = {}
    problems: list[InputRow] = []
    for row in rows:
        if row.problem or not row.text(key):
            problems.append(row)
        else:
            groups.setdefault(row.text(key), []).append(row)
    joined = [
        replace(
            group[0],
            cells={**group[0].cells, JOINED: gap.join(value for row in group if (value := row.text(text)))},
        )
        for group in groups.values()
    ]
    roles = {**columns.roles, "text": JOINED}
    taken = [*roles.values(), text, *([numbered] if numbered else [])]
    note = f"{len(rows) - len(problems):,} rows of one sentence or paragraph each are joined to {len(groups):,} articles by {key!r}"
    ordered = sorted([*joined, *problems], key=lambda row: row.number)
    return KnownTable(ColumnMap(roles, further(names, taken)), tuple(ordered), (note,))


def _without_texts(
    names: Sequence[str], columns: ColumnMap, rows: Sequence[InputRow], usual: Usual, place: str
) -> KnownTable:
    plain = {plain_name(name): name for name in reversed(names)}
    long = [name for name in names if name and _is_long(name, rows)]
    summary = next((plain[name] for name in usual.get("summary", ()) if name in plain), None)
    if summary is not None and (not long or summary in long):
        roles = {**columns.roles, "text": summary}
        note = (
            f"the texts are those of the column {summary!r}, which often holds a summary or a first paragraph: "
            "see whether they are whole articles"
        )
        return KnownTable(ColumnMap(roles, further(names, roles.values())), tuple(rows), (note,))
    if long:
        raise ColumnsError(
            place,
            f"has no column of texts that is known, but {long[0]!r} holds long texts (columns: {listed(names)})",
            f"name it with --text-column {long[0]!r}",
            names,
        )
    if "title" in columns.roles:
        held = "titles and addresses" if "url" in columns.roles else "titles"
        note = (
            f"holds {held} and no texts: only the headlines are read; for the articles fetch the texts, for example "
            "by giving the addresses themselves"
        )
        return KnownTable(ColumnMap({**columns.roles, "text": ""}, columns.extra), tuple(rows), (note,))
    if "url" in columns.roles:
        raise _addresses(place, "holds addresses and no texts")
    raise ColumnsError(
        place,
        f"has no column of texts that is known (columns: {listed(names)})",
        "name it with --text-column",
        names,
    )


def _addresses(place: str, what: str) -> InputError:
    reason = what if "no texts" in what else f"{what} and no texts"
    return InputError(
        place, reason, "fetch the texts first: save the pages, or give the addresses themselves as inputs"
    )


def _is_long(name: str, rows: Sequence[InputRow]) -> bool:
    lengths = [len(value) for row in rows[:SAMPLE] if (value := row.text(name))]
    return bool(lengths) and median(lengths) >= LONG_CELL
