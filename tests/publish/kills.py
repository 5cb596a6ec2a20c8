"""Runs that are killed at random moments: `python -m tests.publish.kills [TIMES] [SEED]`.

A folder holds the result of two articles; runs over three are written into it and killed without a word. Whatever the
moment, the folder must hold the one result or the other, whole, and after the next run nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from framing.publish.swap import STAGING

TEXTS = {
    "one.txt": "Two miners die\n\nTwo miners died on Monday, the mayor of Lund said. He called it a disgrace.\n",
    "two.txt": "Mine shut\n\nAt least two people were killed in the mine, according to the clerk, who blamed the owners.\n",
    "three.txt": "Owners reject blame\n\nThe owners denied that they had known of the gas. Three miners were hurt.\n",
}


def command(folder: Path, articles: int) -> list[str]:
    """A comparison of the first so many texts, written to the folder's run."""
    names = [str(folder / name) for name in list(TEXTS)[:articles]]
    return [sys.executable, "-m", "framing", "compare", *names, "--out", str(folder / "run")]


def state(run: Path) -> dict[str, str]:
    """Hashes of all that lies in a run's folder; the manifest, which has the time, as the hashes it lists."""
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in run.iterdir()}
    manifest = json.loads((run / "manifest.json").read_text(encoding="utf-8"))
    return found | {"manifest.json": json.dumps([manifest["sha256"], manifest["files"]])}


def killed(times: int, seed: int) -> list[str]:
    """What went wrong when a run was killed so many times; nothing is right."""
    chance, wrong = Random(seed), []
    with TemporaryDirectory(prefix="framing-kills-") as held:
        folder = Path(held)
        for name, text in TEXTS.items():
            (folder / name).write_text(text * 3, encoding="utf-8")
        run, whole = folder / "run", {}
        for articles in (3, 2):
            began = time.monotonic()
            subprocess.run(command(folder, articles), capture_output=True, check=True)
            seconds = time.monotonic() - began
            whole[articles] = state(run)
        for number in range(times):
            process = subprocess.Popen(
                command(folder, 3), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            if number % 2:
                moment = f"{_killed_anywhere(process, chance.uniform(0, seconds)):.2f} s after its start"
            else:
                moment = f"{_killed_writing(process, run, chance.uniform(0, WRITING)):.3f} s into its writing"
            subprocess.run([sys.executable, "-c", RECOVER, str(run)], check=True)
            after = state(run)
            print(f"killed {moment}: {'new' if after == whole[3] else 'old'}", flush=True)
            if after not in whole.values():
                wrong.append(f"killed {moment}: {sorted(after)}")
            subprocess.run(command(folder, 2), capture_output=True, check=True)
            if state(run) != whole[2]:
                wrong.append(f"left when killed {moment}: {sorted(path.name for path in run.iterdir())}")
    return wrong


def _killed_anywhere(process: subprocess.Popen[bytes], after: float) -> float:
    time.sleep(after)
    process.kill()
    process.wait()
    return after


def _killed_writing(process: subprocess.Popen[bytes], run: Path, after: float) -> float:
    """Kill a process so many seconds after it has begun to write."""
    while process.poll() is None and not any(run.glob(f"{STAGING}*")):
        time.sleep(0.001)
    return _killed_anywhere(process, after)


WRITING = 0.2
"""Seconds from a run's first new file to its last, about."""
RECOVER = "import sys, pathlib; from framing.publish.folder import check_target; check_target(pathlib.Path(sys.argv[1]))"
"""What the next run does before any work."""


if __name__ == "__main__":
    found = killed(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20, int(sys.argv[2]) if len(sys.argv) > 2 else 1
    )
    print(*found, f"{len(found)} went wrong", sep="\n")
    sys.exit(bool(found))
