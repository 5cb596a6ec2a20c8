"""`python -m tests.fuzz [SECONDS] [SEED]`: trials until the time is up; what fails is kept and shown, and the exit code is 1.

A trial is told by the seed and its number: `python -m tests.fuzz 0 SEED NUMBER` repeats one.
"""

from __future__ import annotations

import shutil
import sys
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.fuzz.trial import attempt, lay_out

KEPT = Path("outputs/fuzz")


def trial(seed: int, number: int) -> str:
    """Make one trial; the last line of what went wrong, or nothing."""
    with TemporaryDirectory(prefix="framing-fuzz-") as held:
        folder = Path(held)
        whole = lay_out(folder, Random(f"{seed} {number}"))
        try:
            attempt(folder, whole=whole)
        except Exception as error:
            kept = KEPT / f"{seed}-{number}"
            shutil.copytree(folder, kept, dirs_exist_ok=True)
            print(f"--- trial {number} of seed {seed}, kept in {kept}", flush=True)
            traceback.print_exception(error, limit=-6)
            last = traceback.extract_tb(error.__traceback__)[-1]
            return f"{type(error).__name__} in {Path(last.filename).name}, {last.name}"
    return ""


def main() -> int:
    """Make trials and say what was found."""
    warnings.simplefilter("error")
    warnings.simplefilter("default", DeprecationWarning)
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    found: Counter[str] = Counter()
    until = time.monotonic() + seconds
    first = number
    while number == first or time.monotonic() < until:
        if wrong := trial(seed, number):
            found[wrong] += 1
        number += 1
    print(f"{number - first} trials with seed {seed}: {found.total()} failed")
    for wrong, times in found.most_common():
        print(f"{times:5} {wrong}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
