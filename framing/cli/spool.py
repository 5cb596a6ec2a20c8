"""The command that shows and deletes what is kept from one run to the next."""

from __future__ import annotations

from typing import Annotated

import typer

from framing.cli.output import say


def spool(
    clear: Annotated[bool, typer.Option("--clear", help="Delete it.")] = False,
) -> None:
    """Show where parses are kept for the next run, how many and how large; or delete them.

    framing spool
    """
    from framing.engine.spool import MOST_BYTES, PLACE, clear_spool, contents, spool_path
    from framing.records.errors import OutputError

    path = spool_path()
    if path is None:
        say(f"The spool is switched off: {PLACE} is empty")
        return
    found = contents(path)
    if clear:
        try:
            clear_spool(path)
        except OSError as error:
            raise OutputError(
                str(path), f"cannot be deleted ({error.strerror})", "delete it by hand"
            ) from None
    megabytes = f"{found.size / 1_000_000:.1f} MB"
    say(f"{'Deleted' if clear else 'Spool'}: {path}")
    say(f"{found.entries:,} parses and cut paragraphs, {megabytes} of at most {MOST_BYTES // 1_000_000:,} MB")
