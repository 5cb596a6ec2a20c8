"""The work that requests ask for: a few processes at a time, each watched by a thread, any of them stopped at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from framing.app.folder import Folder
from framing.app.read_texts import listed
from framing.app.rows import StoredText
from framing.app.store import Store
from framing.app.tasks import comparing, naming, reading

AT_ONCE = 2
"""Processes that work at the same time; further work waits in the order in which it was asked for."""
READ_SECONDS = 120
"""A text that takes longer to read is given up."""
RUN_SECONDS = 3600
"""A run that takes longer is given up."""
TOO_LONG = (f"took longer than {READ_SECONDS} seconds to read", "paste its text instead")
BROKE_OFF = ("could not be read to its end", "paste its text instead")

UNEXPECTED = "the work ended before it was done; log.txt in its folder may say why"

READING, ACTORS = "reading", "actors"
LOG = "log.txt"
WINDOWS_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
)
"""On Windows: no console window, and a low priority."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """Where a piece of work is: its stage, pieces done of how many, and the share of the whole, 0 to 1."""

    stage: str = "waiting"
    done: int = 0
    of: int = 0
    reached: float = 0.0


Key = tuple[str, str]
"""What is worked on: `reading` or `actors` with the id of a comparison, `run` with that of a run."""


@dataclass
class Jobs:
    """All work of one app."""

    store: Store
    folder: Folder
    read_seconds: float = READ_SECONDS
    run_seconds: float = RUN_SECONDS
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "framing"))
    _lock: Lock = field(default_factory=Lock)
    _steps: dict[Key, JobProgress] = field(default_factory=dict)
    _processes: dict[Key, subprocess.Popen[bytes]] = field(default_factory=dict)
    _stopped: set[Key] = field(default_factory=set)
    _closed: bool = False

    def resume(self) -> None:
        """Take up what an earlier app left: texts not yet read are read, runs that were cut off are stopped."""
        for run in self.store.unfinished_runs():
            if self.folder.has_result(run.id):
                self.store.end_run(run.id, "finished")
            else:
                self.store.end_run(run.id, "stopped", "framing serve ended while it ran")
        for comparison in self.store.comparisons():
            if self.store.texts(comparison.id, "waiting"):
                self.read(comparison.id)

    def step(self, key: Key) -> JobProgress | None:
        """Where a piece of work is; None where nothing is done or waits."""
        with self._lock:
            return self._steps.get(key)

    def read(self, comparison: str) -> None:
        """Read the texts of a comparison that wait."""
        self._start((READING, comparison), self._read)

    def find_actors(self, comparison: str) -> None:
        """Find who is named in the texts of a comparison."""
        self._start((ACTORS, comparison), self._find_actors)

    def run(self, run: str) -> None:
        """Start a run that waits."""
        self._start(("run", run), self._run)

    def stop(self, key: Key) -> None:
        """Stop a piece of work, or take it out of the queue."""
        with self._lock:
            if key not in self._steps:
                return
            self._stopped.add(key)
            process = self._processes.get(key)
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End all work and wait until it has ended."""
        with self._lock:
            self._closed = True
            keys = list(self._steps)
        for key in keys:
            self.stop(key)
        self._pool.shutdown(cancel_futures=True)

    def _start(self, key: Key, work: Callable[[Key], None]) -> None:
        with self._lock:
            if key in self._steps or self._closed:
                return
            self._steps[key] = JobProgress()
        future: Future[None] = self._pool.submit(work, key)
        future.add_done_callback(lambda done: self._end(key, done))

    def _end(self, key: Key, done: Future[None]) -> None:
        with self._lock:
            self._steps.pop(key, None)
            self._stopped.discard(key)
            closed = self._closed
        failed = closed or done.cancelled() or done.exception() is not None
        if key[0] == READING and not failed and self.store.texts(key[1], "waiting"):
            self.read(key[1])

    def _read(self, key: Key) -> None:
        while (waiting := self.store.texts(key[1], "waiting")) and not self._is_stopped(key):
            self._read_these(key, waiting)

    def _read_these(self, key: Key, waiting: Sequence[StoredText]) -> None:
        settled, current, late = 0, "", False
        timer: Timer | None = None

        def give_up() -> None:
            nonlocal late
            late = True
            self._kill(key)

        for message in self._attend(key, reading(self.folder, waiting), self.folder.root / LOG):
            if timer is not None:
                timer.cancel()
            match message:
                case {"begins": text}:
                    current = text
                    timer = Timer(self.read_seconds, give_up)
                    timer.daemon = True
                    timer.start()
                case {"read": text}:
                    self._was_read(text)
                    settled, current = settled + 1, ""
                case {"failed": text, "reason": reason, "remedy": remedy, "names": names}:
                    self.store.settle_text(text, "failed", reason, remedy, names)
                    settled, current = settled + 1, ""
            self._tell(key, JobProgress("reading", settled, len(waiting), settled / len(waiting)))
        if timer is not None:
            timer.cancel()
        if not self._is_stopped(key) and (current or not settled):
            self.store.settle_text(current or waiting[0].id, "failed", *(TOO_LONG if late else BROKE_OFF))

    def _was_read(self, text: str) -> None:
        if len(listed(self.folder.text(text)).articles) != 1:
            self.store.drop_edits(text)
        self.store.settle_text(text, "read")

    def _find_actors(self, key: Key) -> None:
        out = self.folder.actors(key[1])
        task = naming(self.store, self.folder, key[1])
        self._tell(key, JobProgress("looking"))
        error = ""
        for message in self._attend(key, task, self.folder.root / LOG):
            error = message.get("error", error)
        if not out.exists() and not self._is_stopped(key):
            out.write_text(json.dumps({"error": error or UNEXPECTED}), encoding="utf-8")

    def _run(self, key: Key) -> None:
        run = self.store.run(key[1])
        if run is None:
            return
        error, late = "", False

        def give_up() -> None:
            nonlocal late
            late = True
            self.stop(key)

        if not self._is_stopped(key):
            self.store.begin_run(run.id)
            self._tell(key, JobProgress("starting"))
            timer = Timer(self.run_seconds, give_up)
            timer.daemon = True
            timer.start()
            try:
                for message in self._attend(
                    key, comparing(self.store, self.folder, run), self.folder.run(run.id) / LOG
                ):
                    error = message.get("error", error)
                    if "stage" in message:
                        self._tell(key, JobProgress(**message))
            except OSError as failure:
                error = f"a file cannot be written ({failure.strerror}). Remedy: free some space"
            finally:
                timer.cancel()
        if self.folder.has_result(run.id):
            self.store.end_run(run.id, "finished")
        elif late:
            words = f"it took longer than {self.run_seconds / 60:.0f} minutes. Remedy: compare fewer texts"
            self.store.end_run(run.id, "failed", words)
        elif self._is_stopped(key):
            self.store.end_run(run.id, "stopped")
        else:
            self.store.end_run(run.id, "failed", error or UNEXPECTED)

    def _attend(self, key: Key, task: Mapping[str, Any], log: Path) -> Iterator[dict[str, Any]]:
        """The messages of a process while it does a task; the process has ended when they end."""
        with log.open("ab") as errors:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "framing.app.work"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                creationflags=WINDOWS_FLAGS,
            )
        with process:
            assert process.stdin is not None and process.stdout is not None
            with self._lock:
                self._processes[key] = process
                stopped = key in self._stopped
            try:
                if not stopped:
                    with suppress(OSError):
                        process.stdin.write(json.dumps(task).encode("utf-8") + b"\n")
                        process.stdin.flush()
                    yield from (json.loads(line) for line in process.stdout if line.endswith(b"\n"))
            finally:
                with self._lock:
                    del self._processes[key]
                process.kill()

    def _tell(self, key: Key, step: JobProgress) -> None:
        with self._lock:
            self._steps[key] = step

    def _is_stopped(self, key: Key) -> bool:
        with self._lock:
            return key in self._stopped

    def _kill(self, key: Key) -> None:
        with self._lock:
            process = self._processes.get(key)
        if process is not None:
            process.kill()
