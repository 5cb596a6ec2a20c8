"""What runs in a process of its own, so that it can be stopped, cannot slow the app, and gives its memory back.

`python -m framing.app.work` takes one task as a line of JSON and says what it does, a line of JSON each. The
process ends when the app does, however the app ends: it holds the other end of the pipe.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from threading import Thread
from typing import Any

from framing.app.folder import CONTENT
from framing.app.rows import StoredEdit
from framing.records.article import Skipped
from framing.records.errors import FramingError, InputError
from framing.records.progress import Stage

MOST_MEMORY = 6_000_000_000
"""Bytes of memory that a process may take, where the system can limit it."""
SHARES: Mapping[Stage, tuple[float, float]] = {
    "cutting": (0.02, 0.1),
    "sentences": (0.1, 0.45),
    "articles": (0.45, 0.65),
    "comparing": (0.65, 0.85),
    "writing": (0.85, 1.0),
}
"""How much of a run each stage is, for a bar that moves evenly."""

WORKSHEET_FORMATS = ("html", "docx", "pdf", "qti", "csv")

Tell = Callable[[Mapping[str, Any]], None]
Task = Mapping[str, Any]


def read_texts(task: Task, tell: Tell) -> None:
    """Read texts, each by itself: one that cannot be read does not stop the others."""
    from framing import lexicon
    from framing.app.read_texts import keep
    from framing.read import ReadOptions, read_input
    from framing.read.address import address_stem
    from framing.read.cleaning.reading_lexicons import ReadingLexicons
    from framing.read.formats.columns import ColumnsError
    from framing.read.formats.kinds import stem_of
    from framing.read.inputs import Input

    rules = ReadingLexicons.of(lexicon.load())
    for text in task["texts"]:
        tell({"begins": text["id"]})
        place, name, address = Path(text["place"]), text["name"], text["address"]
        item = Input(place / CONTENT, name, address_stem(address) if address else stem_of(name), address)
        try:
            keep(read_input(item, rules, ReadOptions(columns=text["columns"])), place)
        except InputError as error:
            names = error.names if isinstance(error, ColumnsError) else ()
            tell({"failed": text["id"], "reason": error.reason, "remedy": error.remedy, "names": names})
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError) as error:
            reason = f"cannot be read ({type(error).__name__})"
            tell({"failed": text["id"], "reason": reason, "remedy": "paste its text instead", "names": ()})
        else:
            tell({"read": text["id"]})


def find_actors(task: Task, tell: Tell) -> None:
    """List who is named in the texts."""
    from framing.people.discover import find_actors as found_in

    reading = _reading(task)
    actors = found_in([article for article in reading.articles if article.language in ("", "en")])
    text = json.dumps([asdict(actor) for actor in actors])
    out = Path(task["out"])
    half = out.with_suffix(".half")
    half.write_text(text, encoding="utf-8")
    half.replace(out)


def compare(task: Task, tell: Tell) -> None:
    """Compare the texts; write the worksheet, where there is something to ask about, then the result."""
    from framing.pipeline import Options, analyse
    from framing.publish.folder import write_folder
    from framing.publish.run import comparison_files
    from framing.publish.worksheet.formats import worksheet_files

    reached = 0.0

    def progress(stage: Stage, done: int, of: int) -> None:
        nonlocal reached
        first, last = SHARES[stage]
        reached = max(reached, first + (last - first) * (done / of if of else 1))
        tell({"stage": stage, "done": done, "of": of, "reached": round(reached, 3)})

    reading = _reading(task)
    articles = reading.articles
    if task["event"] and not any(article.event for article in articles):
        articles = tuple(replace(article, event=task["event"]) for article in articles)
    options = Options(
        conflict=task["conflict"],
        sides_file=Path(task["pack"]) if task["pack"] else None,
        corrections=Path(task["corrections"]) if task["corrections"] else None,
        spool=False,
    )
    results = analyse(articles, options, progress=progress)
    results = replace(
        results,
        outside=reading.outside,
        skipped=(*reading.skipped, *results.skipped),
        warnings=(*results.warnings, *reading.warnings),
        parameters={"paths": task["names"], **results.parameters},
    )
    progress("writing", 0, 2)
    try:
        write_folder(Path(task["worksheet"]), worksheet_files(results, WORKSHEET_FORMATS))
    except InputError as error:
        Path(task["no_worksheet"]).write_text(f"{error.reason}. {error.remedy}", encoding="utf-8")
    progress("writing", 1, 2)
    write_folder(Path(task["result"]), comparison_files(results))


TASKS: Mapping[str, Callable[[Task, Tell], None]] = {
    "read": read_texts,
    "actors": find_actors,
    "compare": compare,
}


def _reading(task: Task) -> Any:
    from framing.app.read_texts import gathered

    places = {text["id"]: Path(text["place"]) for text in task["texts"]}
    edits = {
        (edit.pop("text"), edit.pop("number")): StoredEdit(**edit)
        for edit in map(dict[str, Any], task["edits"])
    }
    return gathered(places, edits, [Skipped(**item) for item in task["failed"]])


def main() -> None:
    """Do the task that comes on standard input."""
    said = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)

    def tell(message: Mapping[str, Any]) -> None:
        said.write(json.dumps(message) + "\n")
        said.flush()

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    task = json.loads(sys.stdin.buffer.readline())
    Thread(target=_end_with_the_app, daemon=True).start()
    _limit_resources()
    try:
        TASKS[task["do"]](task, tell)
    except FramingError as error:
        tell({"error": str(error)})
    except MemoryError:
        tell(
            {
                "error": "the texts need more memory than a run may take. Remedy: compare fewer or shorter texts"
            }
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        tell({"error": f"a file cannot be written or read ({reason}). Remedy: free some space"})
    else:
        tell({"ended": True})


def _end_with_the_app() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


def _limit_resources() -> None:
    """Run at low priority and with a limit on memory, where the system has them."""
    if hasattr(os, "nice"):
        os.nice(5)
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
