"""A run made again from its manifest: the same inputs, checked first, the same options, the same files.

What is equal byte for byte is said by the hashes of the old manifest; only the manifest itself differs, by its time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from framing.pipeline import Options
from framing.provenance import digest_of
from framing.publish.folder import MANIFEST, TOOL
from framing.publish.manifest import versions
from framing.publish.output import OutputOptions
from framing.publish.run import COMPARISON_RUN, FEATURE_RUN
from framing.read import ReadOptions, tables_beside
from framing.read.address import as_address
from framing.read.inputs import CORRECTIONS_NAME, LABELS_NAME, find_inputs
from framing.records.errors import InputError

REMEDY: Final = "give manifest.json of a run of framing compare or framing features"
CHANGED: Final = "bring back the files as they were, or make a new run"


@dataclass(frozen=True, slots=True)
class Rerun:
    """What a manifest says was run, and the hashes of the files that it made."""

    kind: str
    paths: tuple[str, ...]
    options: Options
    output: OutputOptions
    versions: Mapping[str, str]
    hashes: Mapping[str, str]

    @property
    def other_versions(self) -> list[str]:
        """Packages that are of another version by now, a line each."""
        now = versions()
        return [
            f"{name} is {now.get(name, 'not installed')}, the run was made with {was}"
            for name, was in self.versions.items()
            if now.get(name) != was
        ]

    def different(self, folder: Path) -> list[str]:
        """The files of a folder that are not byte for byte those of the run."""
        return [name for name, was in self.hashes.items() if digest_of(folder / name) != was]


def rerun_of(path: Path) -> Rerun:
    """What to run again; raises InputError where it is no manifest, or an input is not what was read."""
    manifest = _manifest(path / MANIFEST if path.is_dir() else path)
    parameters = manifest["parameters"]
    paths = tuple(parameters["paths"])
    _check_inputs(paths, manifest)
    return Rerun(
        manifest["command"],
        paths,
        options_of(parameters),
        _output_of(manifest["output"]),
        manifest["versions"],
        manifest["sha256"],
    )


def options_of(parameters: Mapping[str, Any]) -> Options:
    """The options that a manifest lists; raises InputError where families came from Python, which no file holds."""
    if parameters["families"]:
        named = ", ".join(parameters["families"])
        raise InputError(
            MANIFEST, f"the run had families handed in by Python ({named})", "run that program again"
        )
    return Options(
        sources=parameters["sources"],
        conflict=parameters["conflict"],
        sides_file=_path(parameters["sides_file"]),
        lexicons=tuple(map(Path, parameters["lexicons"])),
        model=parameters["model"],
        reading=ReadOptions.of(parameters),
        event=parameters["event"],
        corrections=_path(parameters["corrections"]),
        limit_seconds=parameters["limit_seconds"],
    )


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None


def _output_of(given: Mapping[str, Any]) -> OutputOptions:
    return OutputOptions(
        also=tuple(given["also"]), excel=given["excel"], text=given["text"], wide=given["wide"]
    )


def _manifest(path: Path) -> dict[str, Any]:
    """A manifest of a run over files, with all that a rerun needs."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("tool") != TOOL:
        raise InputError(str(path), "is no manifest of this program", REMEDY)
    needed = ("parameters", "output", "versions", "sha256", "inputs", "other_inputs", "beside")
    if found.get("command") not in (COMPARISON_RUN, FEATURE_RUN) or not all(
        isinstance(found.get(key), dict) for key in needed
    ):
        raise InputError(str(path), "is of another command or an older version", REMEDY)
    if not found["parameters"].get("paths"):
        raise InputError(str(path), "does not say which files were read", REMEDY)
    return found


def _check_inputs(paths: Sequence[str], manifest: Mapping[str, Any]) -> None:
    """Raise InputError where an input is missing, changed or new, or a file that was read besides."""
    fetched = [path for path in paths if as_address(path)]
    if fetched:
        raise InputError(
            fetched[0], "is an address: what it gives cannot be checked", "save the page, and run on that"
        )
    inputs, missing, _ = find_inputs(paths)
    if missing:
        remedy = "go to the folder that the run was made from"
        raise InputError(missing[0].file, missing[0].reason, remedy)
    known = {**manifest["inputs"], **manifest["other_inputs"]}
    for item in inputs:
        if item.name not in known:
            raise InputError(item.name, "was not there when the run was made", CHANGED)
        if known[item.name] != digest_of(item.path):
            raise InputError(item.name, "is not the file that was read", CHANGED)
    for name in known.keys() - {item.name for item in inputs}:
        raise InputError(name, "was read for the run and is not there", CHANGED)
    for name, was in manifest["beside"].items():
        if digest_of(Path(name)) != was:
            raise InputError(name, "is not the file that was read", CHANGED)
    for name in (LABELS_NAME, CORRECTIONS_NAME):
        for path in tables_beside(name, paths, inputs):
            if path.as_posix() not in manifest["beside"]:
                raise InputError(path.as_posix(), "was not there when the run was made", CHANGED)
