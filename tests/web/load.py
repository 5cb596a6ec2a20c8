"""Twenty uploads at once, then a comparison: `python -m tests.web.load [MB] [ARTICLES] [SECONDS]`.

The comparison is stopped after so many seconds. Says how long the app took to answer other requests meanwhile, and how much memory it and its processes took.
No test: what it measures is the machine too.
"""

from __future__ import annotations

import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread

import httpx

from tests.conftest import SEEDS
from tests.web.running import App, starting

UPLOADS = 20
PAUSE = 0.05


def article(number: int, size: int) -> bytes:
    """A text of about so many bytes: sentences made of a beginning and an end of two sentences of the seeds."""
    chance = Random(number)
    sentences = [
        sentence.split()
        for path in sorted(SEEDS.glob("*.txt"))
        for sentence in re.findall(r"[A-Z][^.!?\n]{40,200}[.!?]", path.read_text(encoding="utf-8"))
    ]
    text = f"Report {number} on the talks\n\n"
    while len(text) < size:
        first, last = chance.sample(sentences, 2)
        text += " ".join([*first[: len(first) // 2], *last[len(last) // 2 :]]) + "\n\n"
    return text.encode()


class Watch:
    """Asks the app for its first page again and again, and for the memory of its processes."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._ended = Event()
        self._thread = Thread(target=self._ask)
        self.answers: list[float] = []
        self.memory = {"app": 0, "process": 0}
        self._thread.start()

    def end(self, what: str) -> None:
        self._ended.set()
        self._thread.join()
        slowest = sorted(self.answers)
        print(
            f"{what}: {len(slowest)} answers, median {slowest[len(slowest) // 2]:.3f} s, "
            f"95 of 100 under {slowest[int(len(slowest) * 0.95)]:.3f} s, slowest {slowest[-1]:.3f} s; most memory: "
            f"app {self.memory['app']} MB, one process {self.memory['process']} MB"
        )

    def _ask(self) -> None:
        with httpx.Client(cookies=self._app.client.cookies, timeout=60) as client:
            while not self._ended.wait(PAUSE):
                began = time.perf_counter()
                client.get(f"{self._app.origin}/").raise_for_status()
                self.answers.append(time.perf_counter() - began)
                self._look()

    def _look(self) -> None:
        own = self._app.process.pid
        self.memory["app"] = max(self.memory["app"], _most(own))
        for task in Path(f"/proc/{own}/task").iterdir():
            for child in (task / "children").read_text().split():
                self.memory["process"] = max(self.memory["process"], _most(int(child)))


def _most(process: int) -> int:
    """The most memory that a process has taken, in MB; 0 where it has ended."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) // 1000 if found else 0


def main() -> None:
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 3600
    each = [article(number, megabytes * 1_000_000 // articles) for number in range(articles)]
    bundles = [
        [("files", (f"{n}-{first}.txt", text)) for n, text in enumerate(each[first::UPLOADS])]
        for first in range(UPLOADS)
    ]
    with TemporaryDirectory() as folder, starting() as start:
        app = start(Path(folder))
        comparison = app.post("/comparisons", files=bundles[0][:1]).headers["location"]
        watch = Watch(app)
        with ThreadPoolExecutor(UPLOADS) as pool:
            began = time.perf_counter()
            list(pool.map(lambda bundle: app.post(f"{comparison}/texts", files=bundle), bundles))
        watch.end(f"{UPLOADS} uploads, {megabytes} MB, {time.perf_counter() - began:.1f} s")
        watch, began = Watch(app), time.perf_counter()
        app.until(lambda: not app.get(f"{comparison}/progress").json()["working"], seconds=3600)
        watch.end(f"reading {articles} articles, {time.perf_counter() - began:.0f} s")
        watch, began, run = Watch(app), time.perf_counter(), app.run(comparison)
        while (state := app.get(f"{run}/progress").json())[
            "working"
        ] and time.perf_counter() - began < seconds:
            said = state["words"]
            time.sleep(1)
        watch.end(f"comparing {articles} articles, {time.perf_counter() - began:.0f} s, up to: {said}")
        app.post(f"{run}/stop")
        app.wait(f"{run}/progress")
        print(*re.findall(r'class="lede"[^>]*>([^<]+)', app.get(run).text))


if __name__ == "__main__":
    main()
