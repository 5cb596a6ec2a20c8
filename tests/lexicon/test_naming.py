"""Schema of contested names: what a lexicon file may say of a variant, and what is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.lexicon.check import check_file
from framing.records.errors import LexiconError

ENTRY = """
kind: names
about: Test.
references: {{gazette: Official gazette}}
entries:
  - id: town
    kind: place
    label: a town
    source: [gazette]
    variants:
      - forms: [Oldham]
        signals: the older name
        {extra}
"""


def written(folder: Path, extra: str) -> Path:
    path = folder / "town.yaml"
    path.write_text(ENTRY.format(extra=extra), encoding="utf-8")
    return path


def test_a_variant_may_have_a_dated_guide_and_company(tmp_path: Path) -> None:
    extra = "guide: gazette\n        periods: [{until: 2020-01-01}]\n        only_with: [river]"
    assert len(check_file(written(tmp_path, extra)).entries) == 1


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("guide: gazette", "guide and periods go together"),
        ("periods: [{since: 2020-01-01}]", "guide and periods go together"),
        ("guide: other\n        periods: [{since: 2020-01-01}]", "is not in source"),
        ("guide: gazette\n        periods: [{since: 2020-01-01, until: 2019-01-01}]", "since before until"),
        ("guide: gazette\n        periods: [{since: soon}]", "date"),
    ],
)
def test_what_a_variant_cannot_say_is_refused_with_the_reason(
    tmp_path: Path, extra: str, reason: str
) -> None:
    with pytest.raises(LexiconError, match=reason):
        check_file(written(tmp_path, extra))


def test_an_exception_needs_something_to_find(tmp_path: Path) -> None:
    extra = "only_with: [river]\n    exceptions: [{name: another thing}]"
    with pytest.raises(LexiconError, match="neither phrases nor patterns"):
        check_file(written(tmp_path, extra))
