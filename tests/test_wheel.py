"""The wheel as a user installs it: lexicons, templates and the example travel with it, nothing of the checkout is needed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
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
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--no-compile"]
    install += ["--constraint", versions, wheel]
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
    serves(tmp_path / "bare" / "bin" / "framing", tmp_path / "app")
    shutil.rmtree(tmp_path / "bare")


def serves(framing: Path, folder: Path) -> None:
    """The local app starts and has its templates and style sheets."""
    command: list[str | Path] = [framing, "serve", "--no-browser", "--folder", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder.parent) as running:
        assert running.stdout is not None
        origin = re.findall(r"http://127.0.0.1:\d+", running.stdout.readline())[0]
        with pytest.raises(HTTPError) as refused:
            urlopen(origin)
        assert b"Open framing from its window" in refused.value.read()
        with urlopen(f"{origin}/static/tokens.css") as answer:
            assert b"--paper" in answer.read()
        running.kill()
