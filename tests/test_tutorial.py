"""The tutorial notebook: its cells run in order, and the contrast that it is about is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

TUTORIAL = ROOT / "docs" / "tutorial"


def test_the_cells_run_in_order_and_find_the_contrast(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(TUTORIAL / "pier-nexis.txt", tmp_path)
    monkeypatch.chdir(tmp_path)
    notebook = json.loads((TUTORIAL / "tutorial.ipynb").read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None, "clear its output"
            exec(compile("".join(cell["source"]), f"cell {number}", "exec"), names)
    doubt = names["doubt"]
    assert (doubt["group_a"], doubt["group_b"]) == ("The Harbour Echo (Eastport)", "Eastport Mail")
    assert doubt["rate_a"] == 0 and doubt["rate_b"] > 0.3
    assert doubt["ci_high"] < 0 and doubt["p_adjusted"] < 0.01 and doubt["enough"]
    assert "24 articles of 2 sources were read, published from 2026-03-02 to 2026-03-14" in names["methods"]
    assert set(names["doubted"]["source"]) == {"Eastport Mail"}
