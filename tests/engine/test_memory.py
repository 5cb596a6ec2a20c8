"""Memory is freed between batches, and garbage collection is as it was afterwards."""

from __future__ import annotations

import gc
import weakref

import pytest

from framing.engine.memory import freed_between


class Web:
    """Something that only the garbage collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_batch_leaves_is_gone_when_the_next_one_begins() -> None:
    left: list[weakref.ref[Web]] = []
    for _ in freed_between(range(3)):
        assert not gc.isenabled()
        assert all(web() is None for web in left)
        left.append(weakref.ref(Web()))
    assert gc.isenabled()
    assert all(web() is None for web in left)


def test_an_error_or_an_early_end_leaves_collection_as_it_was() -> None:
    with pytest.raises(ZeroDivisionError):
        for number in freed_between(range(3)):
            assert number / number
    batches = freed_between(range(3))
    next(batches)
    del batches
    assert gc.isenabled()


def test_collection_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        assert list(freed_between("ab")) == ["a", "b"]
        assert not gc.isenabled()
    finally:
        gc.enable()
