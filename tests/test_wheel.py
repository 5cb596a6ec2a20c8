"""The wheel as a user installs it: lexicons, templates and the example travel with it, nothing of the checkout is needed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_the_wheel_runs_in_a_bare_environment_outside_the_checkout(tmp_path: Path) -> None:
    """Installs the wheel with its declared dependencies, at the versions of constraints.txt."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("framing-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "bare")], check=True)
    python = tmp_path / "bare" / "bin" / "python"
    versions = tmp_path / "versions.txt"
    pinned = re.findall(r"^(\S+==[^\\\n]+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    versions.write_text("\n".join(line.strip() for line in pinned))
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--constraint", versions, wheel]
    subprocess.run(install, check=True, cwd=tmp_path, capture_output=True)
    framing = tmp_path / "bare" / "bin" / "framing"
    subprocess.run([framing, "example"], check=True, cwd=tmp_path, capture_output=True)
    done = subprocess.run(
        [framing, "compare", "school-fire", "--sides", "school-fire/sides.yaml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "5 articles" in done.stdout
    assert (tmp_path / "outputs" / "school-fire" / "index.html").stat().st_size > 100_000
    shutil.rmtree(tmp_path / "bare")
