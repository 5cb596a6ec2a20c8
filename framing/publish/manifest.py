"""The manifest: what a run was made from, so that it can be repeated to the byte."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from framing.classroom.pool import Pool
from framing.classroom.written_run import WrittenRun
from framing.compare.statistics.resampling import SEED
from framing.corrections.record import counts_of
from framing.read.inclusion import flow_of
from framing.records.article import Article
from framing.results import Results
from framing.text.spacy_adapter import weights_of

PACKAGES = ("framing", "spacy", "pandas", "scikit-learn", "plotly", "pydantic", "py3langid")


def manifest_text(results: Results, kind: str) -> str:
    """`manifest.json` of a run of the command `kind`; only `created` differs between equal runs."""
    manifest: dict[str, Any] = {
        "command": kind,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {"python": platform.python_version()} | {name: version(name) for name in PACKAGES},
        "model": results.model,
        "model_weights": weights_of(results.parameters.get("model"))._asdict(),
        "parameters": dict(results.parameters),
        "seed": SEED,
        "conflict": {
            "pack": results.sides.pack.id if results.sides else None,
            "chosen_by": results.sides_chosen_by,
        },
        "lexicons": dict(sorted(results.lexicons.hashes.items())),
        "inputs": _inputs(results.articles),
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
