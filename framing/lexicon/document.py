"""Reading a lexicon file safely: plain YAML in, strings out, every complaint with file and line.

All scalars stay strings (`no` is the word "no"), so YAML's surprises cannot change an entry; the
schemas turn them into numbers and truth values where they ask for these. Anchors, aliases, tags and
duplicate keys are refused: a lexicon needs none of them, and each can hide or lose words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from framing.records.errors import LexiconError
from framing.records.plain_file import plain_bytes

MAX_BYTES = 4_000_000
DEEPEST = 50
"""Levels of a document; a parser in C is not to be trusted with a hundred thousand."""
_PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser in C where PyYAML was built with it: four times as fast, the same documents."""
_WORD_FORMS = "write it as in docs/lexicons.md"


def _plain(text: str) -> Any:
    """The document of a text: mappings, lists and strings, without what could hide or multiply words.

    Raises yaml.YAMLError for anchors, aliases, tags, keys that stand twice, and more than `DEEPEST` levels.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_PARSER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _complaint(f"more than {DEEPEST} levels, one in the other", event)
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _complaint("anchors and aliases are not used in lexicons", event)
        if tag:
            raise _complaint(f"tag {tag} is not used in lexicons", event)
    return _value(yaml.compose(text, Loader=_PARSER))


def _complaint(problem: str, place: yaml.Event | yaml.Node) -> yaml.MarkedYAMLError:
    mark: Any = place.start_mark
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)


def _value(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value if node is not None else None
    seen: dict[str, int] = {}
    for key_node, _ in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in seen:
            raise _complaint(f"key {key!r} stands twice, on lines {seen[key]} and {line}", key_node)
        seen[key] = line
    return {str(key.value): _value(value) for key, value in node.value}


def read_yaml(path: Path) -> dict[str, Any]:
    """Parse one lexicon file into a mapping of strings, lists and mappings.

    Raises LexiconError naming file, line and remedy when the file is unreadable or not a mapping.
    """
    name = path.name
    data = plain_bytes(path, name, MAX_BYTES, LexiconError)
    try:
        document = _plain(data.decode("utf-8-sig"))
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
