"""Twenty uploads at once, then a comparison: `python -m tests.app.load [MB] [ARTICLES] [SECONDS]`.

The comparison is stopped after so many seconds. Says how long the app took to answer other requests meanwhile, and how much memory it and its processes took.
No test: what it measures is the machine too.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import httpx

from tests.app.running import App, starting
from tests.conftest import SEEDS

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
    """Asks the app for its first page again and again, and for the memory of its processes, from a process of its own."""

    def __init__(self, app: App) -> None:
        context = get_context("spawn")
        self._heard, told = context.Pipe()
        arguments = (app.home, dict(app.client.cookies.items()), app.process.pid, told)
        self._process = context.Process(target=_watch, args=arguments)
        self._process.start()
        self._heard.recv()

    def end(self, what: str) -> None:
        self._heard.send("end")
        answers, memory = self._heard.recv()
        self._process.join()
        answers.sort()
        print(
            f"{what}: {len(answers)} answers, median {answers[len(answers) // 2]:.3f} s, "
            f"95 of 100 under {answers[int(len(answers) * 0.95)]:.3f} s, slowest {answers[-1]:.3f} s; most memory: "
            f"app {memory['app']} MB, one process {memory['process']} MB",
            flush=True,
        )


def _watch(home: str, cookies: dict[str, str], app: int, told: Connection) -> None:
    answers, memory = [], {"app": 0, "process": 0}
    with httpx.Client(cookies=cookies, timeout=60) as client:
        told.send("ready")
        while not told.poll(PAUSE):
            began = time.perf_counter()
            client.get(f"{home}/").raise_for_status()
            answers.append(time.perf_counter() - began)
            memory["app"] = max(memory["app"], _most(app))
            memory["process"] = max([memory["process"], *map(_most, _children(app))])
    told.send((answers, memory))


def _children(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(OSError):
            yield from map(int, (task / "children").read_text().split())


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
