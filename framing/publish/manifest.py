"""The manifest: what a run was made from, so that it can be repeated to the byte."""

from __future__ import annotations

import json
import platform
import re
import subprocess
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import distribution, requires, version
from pathlib import Path
from typing import Any, Final

from framing.classroom.pool import Pool
from framing.classroom.written_run import WrittenRun
from framing.compare.statistics.resampling import SEED
from framing.corrections.record import counts_of
from framing.publish.output import OutputOptions
from framing.read.inclusion import flow_of
from framing.records.article import Article
from framing.results import Results
from framing.text.spacy_adapter import weights_of

TOOL: Final = "framing"
_NAME = re.compile(r"[\w.-]+")


def manifest_text(results: Results, kind: str, output: OutputOptions | None = None) -> str:
    """`manifest.json` of a run of the command `kind`; only `created` differs between equal runs."""
    manifest: dict[str, Any] = {
        "command": kind,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": versions(),
        "commit": commit(),
        "model": results.model,
        "model_weights": weights_of(results.parameters.get("model"))._asdict(),
        "parameters": dict(results.parameters),
        "output": output.parameters if output else {},
        "seed": SEED,
        "conflict": {
            "pack": results.sides.pack.id if results.sides else None,
            "chosen_by": results.sides_chosen_by,
        },
        "lexicons": dict(sorted(results.lexicons.hashes.items())),
        "inputs": _inputs(results.articles),
        "other_inputs": dict(results.provenance.other_inputs),
        "beside": dict(results.provenance.beside),
        "columns": {
            file: [asdict(choice) for choice in choices]
            for file, choices in results.provenance.columns.items()
        },
        "counts": {
            "articles": len(results.articles),
            "scored": len(results.parsed),
            "sources": len(results.source_rows),
            "skipped": len(results.skipped),
        }
        | {name: len(mentions) for name, mentions in results.mentions.items()},
        "inclusion_flow": flow_of(results.articles, results.skipped).as_json(),
        "corrections": {
            "files": sorted({outcome.correction.file for outcome in results.corrections}),
            **counts_of(results.corrections),
        },
        "warnings": list(results.warnings),
    }
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


def versions() -> dict[str, str]:
    """The versions of Python, of this program and of every package that it needs: all that can decide a number."""
    needed = (line for line in requires(TOOL) or () if "extra ==" not in line)
    names = sorted({match[0].lower() for line in needed if (match := _NAME.match(line))})
    return {"python": platform.python_version(), TOOL: version(TOOL)} | {
        name: version(name) for name in names
    }


@cache
def commit() -> str | None:
    """The commit that the program is of, with "+changed" where its files were changed since; None where it is not known."""
    if (given := distribution(TOOL).read_text("direct_url.json")) is not None:
        found: str | None = json.loads(given).get("vcs_info", {}).get("commit_id")
        if found:
            return found
    root = Path(__file__).resolve().parent.parent.parent
    if not (root / ".git").exists() or not (root / "pyproject.toml").is_file():
        return None
    head = _git(root, "rev-parse", "HEAD")
    changed = head and _git(root, "status", "--porcelain", "--", TOOL, "lexicons")
    return f"{head}+changed" if changed else head


def _git(root: Path, *arguments: str) -> str | None:
    """What git says of a folder; None where there is no git, or it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True, timeout=10
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None


def answers_manifest(run: WrittenRun, pooled: Pool, *, named: bool) -> str:
    """`manifest.json` of pooled answers; only `created` differs between equal merges."""
    manifest: dict[str, Any] = {
        "command": "merge-answers",
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {"python": platform.python_version(), "framing": version("framing")},
        "page": run.page,
        "parameters": {"names": named},
        "seed": SEED,
        "counts": {
            "articles": len(run.articles),
            "students": len(pooled.coders),
            "skipped": len(pooled.skipped),
            "replaced": len(pooled.replaced),
        },
    }
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


def _inputs(articles: tuple[Article, ...]) -> Mapping[str, str]:
    return {article.file: article.sha256 for article in articles}
