"""What is left when something ends in the midst of its work: the app, a run, the disk's free space."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from framing.app.folder import CONTENT, Folder
from framing.app.jobs import Jobs
from framing.app.store import Store, new_id
from tests.app.running import CHRONICLE, COURIER, LONGEST, App, Start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")

SMALL = 600_000
"""Bytes that a file may have on the full disk of these tests: room for texts, none for a page."""


@pytest.fixture(scope="module")
def finished(start: Start, state: Path) -> tuple[str, str]:
    """A comparison and its finished run, in the folder of an app that was then killed."""
    app = start(state)
    comparison = app.compare(a_txt=CHRONICLE, b_txt=COURIER)
    run = app.run(comparison)
    app.wait(f"{run}/progress")
    app.post(f"{comparison}/name", {"title": "The fire"})
    app.end()
    return comparison, run


def _no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def _workers(app: App) -> list[int]:
    """The processes that work for an app.

    One that is only about to become its program is none yet: whoever stops it then also stops the app, which waits for it.
    """
    tasks = Path(f"/proc/{app.process.pid}/task").iterdir()
    children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    return [child for child in children if _is_at_work(child)]


def _is_at_work(process: int) -> bool:
    with suppress(OSError):
        return b"framing.app.work" in Path(f"/proc/{process}/cmdline").read_bytes()
    return False


def _held(app: App, number: int) -> list[int]:
    """So many processes that work for an app, stopped so that they are still at work however long the rest takes."""
    app.until(lambda: len(_workers(app)) == number)
    for worker in (workers := _workers(app)):
        os.kill(worker, signal.SIGSTOP)
    return workers


def _let_go(workers: Iterable[int]) -> None:
    for worker in workers:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGCONT)


def test_a_killed_app_keeps_what_was_finished_and_says_what_was_not(
    start: Start, state: Path, finished: tuple[str, str]
) -> None:
    comparison, run = finished
    app = start(state)
    assert "The fire" in app.get("/").text
    page = app.get(f"{run}/page")
    assert (page.status_code == 200 and page.text.endswith("</html>\n")) or "</html>" in page.text[-20:]
    cut_off = app.run(comparison)
    workers = _held(app, 1)
    app.end()
    _let_go(workers)
    app = start(state)
    app.until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    assert "framing serve ended while it ran" in app.get(cut_off).text
    assert "Run again" in app.get(cut_off).text
    assert app.get(f"{run}/page").content == page.content
    app.post(f"{cut_off}/delete")
    assert app.get(cut_off).status_code == 404
    app.end()


def test_two_runs_at_once_of_which_one_is_stopped_and_one_is_killed(
    start: Start, state: Path, finished: tuple[str, str]
) -> None:
    comparison, run = finished
    app = start(state)
    first = app.run(comparison)
    (worker,) = _held(app, 1)
    second = app.run(comparison)
    _held(app, 2)
    waiting = app.run(comparison)
    assert app.get(f"{waiting}/progress").json()["words"] == "Waits for its turn"
    app.post(f"{waiting}/stop")
    os.kill(worker, signal.SIGKILL)
    app.wait(f"{first}/progress")
    assert "the work ended before it was done" in app.get(first).text
    app.post(f"{second}/stop")
    for stopped in (second, waiting):
        app.wait(f"{stopped}/progress")
        assert "This run was stopped" in app.get(stopped).text
        assert app.get(f"{stopped}/page").status_code == 404
    assert app.get(f"{run}/page").status_code == 200
    app.end()


def test_ctrl_c_ends_it_in_one_line_and_stops_what_runs(
    start: Start, state: Path, finished: tuple[str, str]
) -> None:
    comparison, _ = finished
    app = start(state)
    run = app.run(comparison)
    _held(app, 1)
    app.process.send_signal(signal.SIGINT)
    assert app.process.wait(timeout=LONGEST) == 0
    assert app.process.stdout is not None
    assert app.process.stdout.read().splitlines()[-1] == "Ended. Finished runs are kept."
    app = start(state)
    assert "stopped" in app.get(run).text
    app.end()


def test_two_runs_at_once_both_finish(start: Start, state: Path, finished: tuple[str, str]) -> None:
    comparison, _ = finished
    app = start(state)
    runs = [app.run(comparison)]
    _held(app, 1)
    runs.append(app.run(comparison))
    _let_go(_held(app, 2))
    for run in runs:
        app.wait(f"{run}/progress")
    first, second = (app.get(f"{run}/page") for run in runs)
    assert first.status_code == second.status_code == 200
    app.end()


def test_a_full_disk_fails_the_run_and_leaves_what_was_finished(
    start: Start, state: Path, finished: tuple[str, str]
) -> None:
    comparison, run = finished
    app = start(state, before=_no_room)
    large = [("files", ("large.txt", b"word " * SMALL))]
    answer = app.post(f"{comparison}/texts", files=large)
    assert answer.status_code in (422, 507) and "free some space" in answer.text
    failed = app.run(comparison)
    app.wait(f"{failed}/progress")
    shown = app.get(failed).text
    assert "cannot be written" in shown and "free some space" in shown
    assert app.get(f"{run}/page").status_code == 200
    assert not list((state / "runs").glob("*/.*"))
    assert len(list((state / "texts").iterdir())) == 2
    app.end()


def test_a_process_gets_no_more_memory_than_it_may_take() -> None:
    code = (
        "from framing.app import work\n"
        "work.MOST_MEMORY = 300_000_000\n"
        "work._limit_resources()\n"
        "bytearray(250_000_000)\n"
        "try:\n"
        "    bytearray(350_000_000)\n"
        "except MemoryError:\n"
        "    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "refused"


def test_a_text_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.make()
    store = Store(folder.database)
    comparison = store.add_comparison()
    for name in ("a.txt", "b.txt"):
        text = new_id()
        folder.text(text).mkdir()
        (folder.text(text) / CONTENT).write_text(CHRONICLE, encoding="utf-8")
        store.add_text(comparison, name, text_id=text)
    jobs = Jobs(store, folder, read_seconds=0)
    jobs.read(comparison)
    while jobs.step(("reading", comparison)):
        time.sleep(0.1)
    jobs.close()
    assert {text.reason for text in store.texts(comparison, "failed")} <= {
        "took longer than 120 seconds to read"
    }
    assert not store.texts(comparison, "waiting")
    store.close()


def test_a_run_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.make()
    store = Store(folder.database)
    run = store.add_run(store.add_comparison())
    jobs = Jobs(store, folder, run_seconds=0)
    jobs.run(run)
    while jobs.step(("run", run)):
        time.sleep(0.1)
    jobs.close()
    ended = store.run(run)
    assert ended is not None and ended.state == "failed" and "took longer than 0 minutes" in ended.note
    store.close()


def test_what_an_interrupted_app_left_behind_is_swept_away(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.make()
    store = Store(folder.database)
    comparison = store.add_comparison()
    run = store.add_run(comparison)
    kept = [folder.result(run) / "manifest.json", folder.actors(comparison)]
    left = [folder.text(new_id()) / CONTENT, folder.run(run) / ".result-x" / "a.csv", folder.actors(new_id())]
    left.append(folder.run(run) / ".half-of-tables.zip")
    for path in (*kept, *left):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    folder.sweep(store)
    store.close()
    assert [path.exists() for path in (*kept, *left)] == [True, True, False, False, False, False]
