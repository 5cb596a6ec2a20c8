"""Apps that the tests of a module share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.running import App, Start, starting


@pytest.fixture(scope="module")
def start() -> Iterator[Start]:
    with starting() as start:
        yield start


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `app`."""
    return tmp_path_factory.mktemp("serve") / "state"


@pytest.fixture(scope="module")
def app(start: Start, state: Path) -> App:
    """An app that the tests of a module share."""
    return start(state)
