"""Docs: generated parts are fresh, links lead somewhere, and the commands in the README exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from framing.pipeline import Options, features_of
from tests.conftest import ROOT, article_of

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_generated_parts_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_link_and_picture_leads_to_a_file() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_make_targets_of_the_docs_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for target in re.findall(r"`?make (\w+)", page.read_text(encoding="utf-8")):
            if target not in ("them", "it"):
                assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{page.name}: make {target}"


def test_the_map_of_the_code_names_files_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE):
        for file in re.findall(r"`([\w/]+(?:\.py|/))`", name):
            assert (ROOT / "framing" / file).exists(), file


def test_the_map_of_the_code_says_what_is_in_a_folder() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for places, says in re.findall(r"^\| (`\w+/`) \| (.*) \|$", text, re.MULTILINE):
        folder = ROOT / "framing" / places.strip("`")
        for name in re.findall(r"`([\w/]+(?:\.py|/))`", says):
            assert (folder / name).exists(), f"{places}: {name}"


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    for name in re.findall(r'"([\w-]+)', block):
        assert name.lower() in reasons, name


def test_the_version_is_the_same_everywhere() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    version = re.findall(r'^version = "(.+)"$', project, re.MULTILINE)
    assert re.findall(r"^version: (.+)$", citation, re.MULTILINE) == version
    assert re.findall(r"^## ([\d.]+)", changes, re.MULTILINE)[:1] == version


def test_the_first_changes_of_contributing_work(tmp_path: Path) -> None:
    """Its lexicon entries are good and not shipped yet, and give the rows that its sentences lack."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    entries = re.findall(r"```yaml\n +(- \{.+\})\n", text)
    assert len(entries) == 2
    for kind, entry in zip(("cues", "wording"), entries, strict=True):
        shipped = (ROOT / "lexicons" / f"{kind}.yaml").read_text(encoding="utf-8").split("entries:\n")[0]
        (tmp_path / f"{kind}.yaml").write_text(f"{shipped}entries:\n  {entry}\n", encoding="utf-8")
    article = article_of(
        "The mayor groused that the road was shut. The mill announced a headcount reduction."
    )
    before, after = (
        features_of([article], Options(conflict="none", lexicons=folders)) for folders in ((), (tmp_path,))
    )
    for family in ("attribution", "wording"):
        assert (len(before.mentions[family]), len(after.mentions[family])) == (0, 1)
