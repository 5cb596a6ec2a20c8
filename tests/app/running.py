"""The app as it runs for a user: a process of its own, real requests on loopback."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx

CHRONICLE = (
    "Fire destroys wing of school\n\nA fire destroyed one wing of the school on Tuesday. Two pupils were treated "
    'for smoke, the county said.\n\n"Everyone was out within four minutes," said the head teacher, Anne Okafor.\n'
)
COURIER = (
    "Parents angry after blaze\n\nAt least three children were hurt at the school on Tuesday, parents said.\n\n"
    "Head teacher Anne Okafor claimed that everyone had left within four minutes.\n"
)
TOKEN = re.compile(r'name="token" value="([^"]+)"')
LONGEST = 180.0
"""Seconds that a test waits for the app to finish something."""

Files = list[tuple[str, tuple[str, bytes]]]


def files(**texts: str | bytes) -> Files:
    """Files of a form; `a_txt="…"` is a file a.txt."""
    return [
        ("files", (name.replace("_", "."), text.encode() if isinstance(text, str) else text))
        for name, text in texts.items()
    ]


@dataclass
class App:
    """A running app, and a browser's session with it."""

    process: subprocess.Popen[str]
    address: str
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.root = parts.path.rpartition("/")[0]
        self.home = self.origin + self.root
        self.client = httpx.Client(base_url=self.origin, timeout=LONGEST)
        self.client.get(self.address)
        self.token = TOKEN.findall(self.get("/").text)[0]

    def get(self, path: str, **options: object) -> httpx.Response:
        return self.client.get(self.below(path), **options)  # type: ignore[arg-type]

    def below(self, path: str) -> str:
        """An address of the app, which begins with its own secret part."""
        return path if path.startswith((self.root, "/static/")) else self.root + path

    def within(self, address: str) -> str:
        """An address without that part: another app on the same folder has another."""
        return address.removeprefix(self.root)

    def post(
        self, path: str, data: Mapping[str, object] | None = None, files: Files | None = None
    ) -> httpx.Response:
        """A form of the app, as its own pages send it."""
        form = {"token": self.token, **(data or {})}
        return self.client.post(self.below(path), data=form, files=files, headers={"Origin": self.origin})

    def compare(self, **texts: str | bytes) -> str:
        """The address of a new comparison of some files, when they are read."""
        place = self.within(self.post("/comparisons", files=files(**texts)).headers["location"])
        self.wait(f"{place}/progress")
        return place

    def run(self, comparison: str) -> str:
        """The address of a new run of a comparison, which has begun."""
        return self.within(self.post(f"{comparison}/runs").headers["location"])

    def wait(self, progress: str) -> None:
        """Wait until a piece of work has ended."""
        self.until(lambda: not self.get(progress).json()["working"])

    def until(self, reached: Callable[[], bool], seconds: float = LONGEST) -> None:
        """Wait until something is so."""
        last = time.monotonic() + seconds
        while not reached():
            assert time.monotonic() < last, "the app does not get on"
            time.sleep(0.1)

    def comparisons(self) -> set[str]:
        """The addresses of all comparisons."""
        return set(re.findall(r'h3><a href="[^"]*(/comparisons/\w+)"', self.get("/").text))

    def next_address(self) -> str:
        """The address for another browser, which is printed after the first one was opened."""
        return self.said(3)[-1].rpartition(" ")[2]

    def said(self, lines: int = 1) -> list[str]:
        """The next lines that the app prints."""
        assert self.process.stdout is not None
        return [self.process.stdout.readline().strip() for _ in range(lines)]

    def end(self) -> None:
        """End the app at once, as a power cut would."""
        self.client.close()
        self.process.kill()
        self.process.wait()


Start = Callable[..., App]


@contextmanager
def starting() -> Iterator[Start]:
    """What starts apps, each with a folder; `before` runs in the new process first. All end with it."""
    running: list[App] = []

    def start(folder: Path, *arguments: str, before: Callable[[], None] | None = None) -> App:
        command = [
            sys.executable,
            "-m",
            "framing",
            "serve",
            "--no-browser",
            "--folder",
            str(folder),
            *arguments,
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=before
        )
        assert process.stdout is not None
        found = re.search(r"http://\S+", first := process.stdout.readline())
        assert found, first + process.stdout.read()
        running.append(App(process, found[0]))
        return running[-1]

    try:
        yield start
    finally:
        for app in running:
            with suppress(OSError, subprocess.TimeoutExpired):
                app.process.send_signal(signal.SIGINT)
                app.process.wait(timeout=10)
            with suppress(OSError):
                app.end()
            if app.process.stdout is not None:
                app.process.stdout.close()
