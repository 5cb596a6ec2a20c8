"""Which column of a table holds what: the one asked for, else the first usual name that the table has."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from framing.records.errors import InputError

ROLES = ("text", "title", "source", "date", "id", "url", "event", "updated", "byline")

_OTHER = re.compile(r"[\W_]+")


class ColumnsError(InputError):
    """A table of which it is not known which column holds what; `names` are its columns."""

    def __init__(self, place: str, reason: str, remedy: str, names: Sequence[str]) -> None:
        super().__init__(place, reason, remedy)
        self.names = tuple(name for name in names if name)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Role to column name, for the roles that the table has, and the further columns."""

    roles: Mapping[str, str]
    extra: tuple[str, ...]


def plain_name(name: str) -> str:
    """A name as the lists of usual names spell it.

    >>> plain_name(" Publish Date")
    'publish_date'
    """
    return _OTHER.sub("_", name.casefold()).strip("_")


def map_columns(
    names: Sequence[str],
    asked: Mapping[str, str],
    usual: Mapping[str, Sequence[str]],
    place: str,
    empty: Collection[str] = (),
) -> ColumnMap:
    """The roles of a table's columns, as far as they are asked for or have usual names.

    Names of values inside a record are paths with points (`source.name`); they fill roles and are no further columns.
    Columns that are `empty` fill a role where no other does.
    Raises ColumnsError where a column asked for is not there.

    >>> map_columns(["ID", "Headline", "body", "desk"], {}, {"text": ["body"], "title": ["headline"]}, "t.csv")
    ColumnMap(roles={'text': 'body', 'title': 'Headline'}, extra=('ID', 'desk'))
    """
    roles = {role: _asked_for(asked[role], names, place) for role in ROLES if role in asked}
    plain = {plain_name(name): name for name in reversed(names) if name not in roles.values()}
    for role in ROLES:
        known = [plain[name] for name in usual.get(role, ()) if name in plain]
        if known and role not in roles:
            roles[role] = next((name for name in known if name not in empty), known[0])
    return ColumnMap(roles, further(names, roles.values()))


def further(names: Sequence[str], taken: Collection[str]) -> tuple[str, ...]:
    """The columns that fill no role: neither themselves nor with a value inside."""
    inside = {name for name in names if "." in name and name.partition(".")[0] in names}
    used = {*taken, *(name.partition(".")[0] for name in taken if name in inside)}
    return tuple(name for name in dict.fromkeys(names) if name and name not in used and name not in inside)


def _asked_for(wanted: str, names: Sequence[str], place: str) -> str:
    """The column of this name, else the first that is spelled alike; raises ColumnsError where there is none."""
    alike = [name for name in names if plain_name(name) == plain_name(wanted)]
    if wanted in names or alike:
        return wanted if wanted in names else alike[0]
    raise ColumnsError(place, f"has no column {wanted!r}", f"its columns are: {listed(names)}", names)


def listed(names: Sequence[str]) -> str:
    return ", ".join(name for name in names[:20] if name) or "none"
