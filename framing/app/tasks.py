"""Tasks for the worker processes: the texts, what was corrected in them, and where the files go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from framing.app.folder import Folder
from framing.app.rows import StoredRun, StoredText
from framing.app.store import Store
from framing.read.inputs import CORRECTIONS_NAME, SIDES_NAME
from framing.records.article import Skipped

OWN = "own"
"""The sides of a comparison are those of its own pack."""

Task = Mapping[str, Any]


def reading(folder: Folder, texts: Sequence[StoredText]) -> Task:
    """Read these texts."""
    told = [_place(folder, text) | {"name": text.name, "address": text.address} for text in texts]
    return {"do": "read", "texts": told}


def naming(store: Store, folder: Folder, comparison: str) -> Task:
    """List who is named in the texts of a comparison."""
    return {"do": "actors", "out": str(folder.actors(comparison)), **_texts(store, folder, comparison)}


def comparing(store: Store, folder: Folder, run: StoredRun) -> Task:
    """Compare the texts of a run's comparison; the files that this needs are written beside the result."""
    comparison = store.comparison(run.comparison)
    assert comparison is not None
    place = folder.run(run.id)
    place.mkdir(parents=True, exist_ok=True)
    own = comparison.conflict == OWN
    if own:
        (place / SIDES_NAME).write_text(comparison.pack, encoding="utf-8")
    if comparison.corrections:
        (place / CORRECTIONS_NAME).write_text(comparison.corrections, encoding="utf-8", newline="")
    return {
        "do": "compare",
        "names": [text.name for text in store.texts(run.comparison)],
        "event": comparison.title,
        "conflict": "none" if own else comparison.conflict,
        "pack": str(place / SIDES_NAME) if own else "",
        "corrections": str(place / CORRECTIONS_NAME) if comparison.corrections else "",
        "result": str(folder.result(run.id)),
        "worksheet": str(folder.worksheet(run.id)),
        "no_worksheet": str(folder.no_worksheet(run.id)),
        **_texts(store, folder, run.comparison),
    }


def _texts(store: Store, folder: Folder, comparison: str) -> Task:
    texts = store.texts(comparison)
    edits = store.edits(comparison)
    return {
        "texts": [_place(folder, text) for text in texts if text.state == "read"],
        "edits": [{"text": text, "number": n} | asdict(edit) for (text, n), edit in edits.items()],
        "failed": [
            asdict(Skipped(file=text.name, reason=text.reason, remedy=text.remedy))
            for text in texts
            if text.state == "failed"
        ],
    }


def _place(folder: Folder, text: StoredText) -> dict[str, Any]:
    return {"id": text.id, "place": str(folder.text(text.id)), "columns": dict(text.columns)}
