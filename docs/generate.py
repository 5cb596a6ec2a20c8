"""Writes the generated parts of README and docs: between `<!-- name -->` and `<!-- /name -->`.

Figures come from the record of `framing evaluate`, the kinds of lexicons from their schemas, what can be
corrected from the declared columns. With `--check` nothing is written, and the exit code says whether anything
would change.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from framing.extract import extractors
from framing.lexicon import load
from framing.lexicon.kinds import KINDS
from framing.measure.error import load_record

ROOT = Path(__file__).resolve().parent.parent


def measured() -> str:
    """The record of measured error as a table: unseen text first, and the worst of each first."""
    lines = [
        "| table | precision | recall | F1 | agreement of matched rows | gold set |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for error in sorted(load_record(), key=lambda error: error.rank):
        slots = ", ".join(f"{slot} {share:.2f}" for slot, share in error.agreement.items()) or "–"
        slots += f"; false alarms on hard negatives: {error.alarms}" if error.alarms else ""
        lines.append(
            f"| `{error.table}.csv` ({error.measure}) | {error.precision:.2f} | {error.recall:.2f} | "
            f"{error.f1:.2f} | {slots} | {error.measured_on} |"
        )
    return "\n".join(lines)


def polnear() -> str:
    """The measurements on PolNeAR, for the page of what attribution still misses."""
    lines = ["| part of the rows | precision | recall | F1 | gold set |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {error.measure} | {error.precision:.2f} | {error.recall:.2f} | {error.f1:.2f} | {error.measured_on} |"
        for error in load_record()
        if error.gold.startswith("PolNeAR")
    ]
    return "\n".join(lines)


def casualties() -> str:
    """The measurements of casualties, for the page of what they still miss."""
    lines = [
        "| gold set | precision | recall | agreement of matched rows | false alarms on hard negatives |",
        "| --- | --- | --- | --- | --- |",
    ]
    for error in load_record():
        if error.table == "casualties":
            slots = ", ".join(f"{slot} {share:.2f}" for slot, share in error.agreement.items())
            lines.append(
                f"| {error.measured_on} | {error.precision:.2f} | {error.recall:.2f} | {slots} | {error.alarms or '–'} |"
            )
    return "\n".join(lines)


def kinds() -> str:
    """The kinds of lexicons, what an entry of each is, its keys, and how many are shipped."""
    shipped = load().by_kind
    lines = [
        "| kind | an entry is | keys beside `id`, `source`, `note` | shipped |",
        "| --- | --- | --- | --- |",
    ]
    for kind, model in sorted(KINDS.items()):
        doc = (model.__doc__ or "").strip().split("\n\n")[0].split("\n")
        about = " ".join(line.strip() for line in doc)
        keys = [
            f"`{name}`" + ("" if field.is_required() else "?")
            for name, field in model.model_fields.items()
            if name not in ("id", "source", "note")
        ]
        lines.append(f"| `{kind}` | {about} | {', '.join(keys)} | {len(shipped.get(kind, ()))} |")
    return "\n".join([*lines, "", "A key with `?` may be left out."])


def correctable() -> str:
    """The columns of each table that a person may correct, and to what."""
    says = {"side": "a side", "text": "text"}
    lines = ["| table | columns that can be corrected |", "| --- | --- |"]
    for family in extractors():
        if family.table is None:
            continue
        columns = [
            f"`{column.name}`" + (f" ({says[column.correctable]})" if column.correctable in says else "")
            for column in family.table.columns
            if column.correctable
        ]
        lines.append(f"| `{family.table.name}` | {', '.join(columns) or '– (rejecting only)'} |")
    return "\n".join(lines)


def rules() -> str:
    """What the entries of each family's trails mean: a construction by its example, the rest in words."""
    lines: list[str] = []
    for family in extractors():
        if not family.entries or family.table is None:
            continue
        lines += [f"## `{family.table.name}`", "", "| entry | example, or what it means |", "| --- | --- |"]
        lines += [f"| `{entry}` | {meaning} |" for entry, meaning in family.entries.items()]
        lines.append("")
    return "\n".join(lines).rstrip()


PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "measured": ("README.md", measured),
    "polnear": ("docs/errors-attribution.md", polnear),
    "casualties": ("docs/errors-casualties.md", casualties),
    "kinds": ("docs/lexicons.md", kinds),
    "rules": ("docs/rules.md", rules),
    "correctable": ("docs/corrections.md", correctable),
}


def generated(name: str) -> tuple[Path, str, str]:
    """Path, present text and generated text of the file that holds a part."""
    file, make = PARTS[name]
    path = ROOT / file
    text = path.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not block.search(text):
        raise SystemExit(f"{file}: no place for {name!r}")
    body = make()
    return path, text, block.sub(lambda match: f"{match[1]}{body}\n{match[2]}", text)


def main() -> int:
    stale = []
    for name in PARTS:
        path, old, new = generated(name)
        if old != new:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    if "--check" in sys.argv and stale:
        print(f"stale: {', '.join(stale)}; run 'make figures'")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
