"""Starts the app on this machine, opens it in a browser, and ends it with all its work."""

from __future__ import annotations

import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import platformdirs
import uvicorn

from framing.app.application import make_app
from framing.app.connections import BoundedConnection
from framing.app.folder import Folder
from framing.app.jobs import LOG, Jobs
from framing.app.security import Session
from framing.app.state import AppState
from framing.app.store import Store
from framing.records.errors import FramingError

HOST = "127.0.0.1"
MOST_REQUESTS = 200
"""Requests at the same time, connections that wait for one included; each further one is told to come again."""
SECONDS_TO_END = 3
PRIVATE = 0o077
"""What the app and its processes write is for their user alone."""


def default_folder() -> Path:
    """Where the app keeps its state unless told otherwise: the user's data folder of the system."""
    return Path(platformdirs.user_data_dir("framing", appauthor=False))


def serve(folder: Path, port: int, *, browser: bool, say: Callable[[str], None]) -> None:
    """Run the app until it is ended; port 0 is any that is free.

    Raises FramingError where the port or the folder cannot be used.
    """
    os.umask(PRIVATE)
    place = Folder(folder.resolve())
    place.make()
    listening = _listening(port)
    with listening, place.lock():
        session = Session(listening.getsockname()[1], lambda address: say(f"For another browser: {address}"))
        store = Store(place.database)
        place.sweep(store)
        (place.root / LOG).write_bytes(b"")
        jobs = Jobs(store, place)
        jobs.resume()
        say(f"framing runs at {session.address}")
        say(f"Its folder: {place.root}")
        say("Open the address in a browser if it does not open by itself. To end: Ctrl+C.")
        if browser:
            threading.Thread(target=webbrowser.open, args=[session.address], daemon=True).start()
        try:
            _until_ended(AppState(store, place, jobs, session), listening)
        finally:
            jobs.close()
            store.close()
    say("Ended. Finished runs are kept.")


def _until_ended(state: AppState, listening: socket.socket) -> None:
    config = uvicorn.Config(
        make_app(state),
        http=BoundedConnection,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_REQUESTS,
        timeout_graceful_shutdown=SECONDS_TO_END,
    )
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        return


def _listening(port: int) -> socket.socket:
    """A socket that only this machine can reach, and on Windows no other program can take over."""
    try:
        if sys.platform != "win32":
            return socket.create_server((HOST, port))
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        listening.bind((HOST, port))
        listening.listen()
        return listening
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FramingError(
            f"port {port}", f"cannot be used ({reason})", "leave --port out, or give another"
        ) from None
