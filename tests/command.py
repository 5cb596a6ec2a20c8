"""The command line in tests: run in this process, where importing and loading a model costs nothing twice, or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from framing.cli import main
from tests.conftest import ROOT


class Done(NamedTuple):
    """What a command left: its exit code and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def framing(*arguments: str | Path, cwd: Path) -> Done:
    """A command run in a folder, in this process; a warning of Python's is an error, as in every test."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return Done(int(left.value.code or 0), out.getvalue(), err.getvalue())


def framing_process(*arguments: str | Path, cwd: Path) -> Done:
    """A command run in a folder by an interpreter of its own, with this checkout's code; Python's warnings are printed."""
    command = [sys.executable, "-m", "framing", *map(str, arguments)]
    environment = os.environ | {"PYTHONWARNINGS": "default", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


def error_line(done: Done) -> str:
    """The only line on standard error of a failed command."""
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.strip().splitlines()
    return line
