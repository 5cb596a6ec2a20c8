"""Answers as the page saves them, made from the words that a student marks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.classroom.answer_file import FORMAT, VERSION, page_digest
from framing.records.article import Article

Marked = tuple[str, str]
"""A kind, and the words of an article that are marked: their first occurrence."""


def saved(
    articles: Sequence[Article],
    marked: Mapping[str, Sequence[Marked]],
    *,
    coder: str = "",
    file_id: str = "",
    **other: Any,
) -> dict[str, Any]:
    """What the page saves for marks given by article id; further fields replace those made here."""
    texts = {article.article_id: article.text for article in articles}
    marks = []
    for article_id, chosen in marked.items():
        for kind, words in chosen:
            start = texts[article_id].index(words)
            end = start + len(words)
            marks.append({"article_id": article_id, "kind": kind, "start": start, "end": end, "text": words})
    return {
        "format": FORMAT,
        "version": VERSION,
        "page": page_digest(articles),
        "coder": coder,
        "file_id": file_id or f"id of {coder}",
        "saved": "2026-03-02T10:00:00Z",
        "read": list(marked),
        "marks": marks,
        "replies": {},
    } | other


def write_answers(path: Path, answers: Mapping[str, Any]) -> Path:
    path.write_text(json.dumps(answers), encoding="utf-8")
    return path
