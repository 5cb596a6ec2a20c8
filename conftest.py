"""What tests and doctests share: the spool of parses is a folder of the test run, never the user's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from framing.engine.spool import PLACE


@pytest.fixture(scope="session", autouse=True)
def _spool_of_the_test_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PLACE, str(tmp_path_factory.mktemp("spool")))
        yield
