"""Articles that fail among many leave every table as it is without them."""

from __future__ import annotations

import pytest

from benchmarks.poisoned import MARK, differing, made


@pytest.mark.slow
def test_poisoned_articles_leave_the_tables_as_they_are() -> None:
    good = [made(number) for number in range(12)]
    bad = [made(20 + n, mark=f"{MARK} was here.", end="endless" if n else "") for n in range(2)]
    assert differing(good, bad, limit=3.0) == []
