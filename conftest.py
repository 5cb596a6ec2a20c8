"""What tests and doctests share.

The spool of parses is a folder of the test run, never the user's own. Property tests draw the same examples on every
run, so that a change is judged by itself; `--hypothesis-profile=search` draws new ones.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from framing.engine.spool import PLACE

settings.register_profile("same", derandomize=True)
settings.register_profile("search", max_examples=2000)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _spool_of_the_test_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PLACE, str(tmp_path_factory.mktemp("spool")))
        yield
