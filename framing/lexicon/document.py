"""Reading a lexicon file safely: plain YAML in, strings out, every complaint with file and line.

All scalars stay strings (`no` is the word "no"), so YAML's surprises cannot change an entry; the
schemas turn them into numbers and truth values where they ask for these. Anchors, aliases, tags and
duplicate keys are refused: a lexicon needs none of them, and each can hide or lose words.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from framing.errors import LexiconError

MAX_BYTES = 4_000_000
_WORD_FORMS = "write it as in docs/lexicons.md"


class _Loader(yaml.BaseLoader):
    """BaseLoader (strings only) that refuses what could hide or multiply words."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(
                problem="anchors and aliases are not used in lexicons", problem_mark=event.start_mark
            )
        if getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(
                problem=f"tag {event.tag} is not used in lexicons", problem_mark=event.start_mark
            )
        node: yaml.Node | None = super().compose_node(parent, index)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[str, int] = {}
        for key_node, _ in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"key {key!r} stands twice, on lines {seen[key]} and {line}",
                    problem_mark=key_node.start_mark,
                )
            seen[key] = line
        return super().construct_mapping(node, deep=deep)


def read_yaml(path: Path) -> dict[str, Any]:
    """Parse one lexicon file into a mapping of strings, lists and mappings.

    Raises LexiconError naming file, line and remedy when the file is unreadable or not a mapping.
    """
    name = path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(
            name, f"cannot be read ({error.strerror})", "check the path and its permissions"
        ) from None
    if len(data) > MAX_BYTES:
        raise LexiconError(name, f"is larger than {MAX_BYTES:,} bytes", "split it into several files")
    try:
        document = yaml.load(data.decode("utf-8-sig"), Loader=_Loader)
    except UnicodeDecodeError:
        raise LexiconError(name, "is not UTF-8 text", "save it as UTF-8") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise LexiconError(name, _one_line(error), _WORD_FORMS) from None
    if not isinstance(document, dict):
        raise LexiconError(
            name, "is not a mapping with 'kind', 'about', 'references' and 'entries'", _WORD_FORMS
        )
    return document


def _one_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return re.sub(r"\s+", " ", where + problem)
