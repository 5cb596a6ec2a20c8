"""When memory is freed: between batches of articles, not within them.

The tokens of a parse point at each other, and only Python's garbage collector can free such a web. It looks for one
whenever some hundreds of objects have been made, and walks over everything that is alive to find nothing: a seventh of
the time of a run. So it rests while a batch is worked on, and looks once when the batch is let go, at what is new.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def freed_between(batches: Iterable[T]) -> Iterator[T]:
    """The same batches; garbage is looked for behind each of them, and as before when they are through.

    What was alive before is not looked at: a run of one short article must not walk over all that a notebook holds.

    >>> [gc.isenabled() for batch in freed_between("ab")], gc.isenabled()
    ([False, False], True)
    """
    was_enabled = gc.isenabled()
    try:
        for batch in batches:
            gc.freeze()
            gc.disable()
            yield batch
            gc.collect()
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()
