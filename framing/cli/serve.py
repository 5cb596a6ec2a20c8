"""The local app."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.output import say


def serve(
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder", metavar="DIR", help="Where texts and runs are kept; your data folder if left out."
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Port on this machine; any that is free if left out."),
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the address, open nothing.")
    ] = False,
) -> None:
    """Open the local app: add texts, compare them, get the page, without a terminal.

    framing serve
    """
    from framing.app.server import default_folder
    from framing.app.server import serve as run

    run(folder or default_folder(), port, browser=not no_browser, say=say)
