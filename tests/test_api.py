"""The public API: what a notebook uses."""

from __future__ import annotations

from pathlib import Path

import framing
from framing.results import Results
from tests.conftest import article_of


def test_articles_in_memory_are_analysed_and_their_tables_are_data_frames() -> None:
    results = framing.analyse([article_of("Kyiv said the talks had ended. “We wait,” Moscow said.")])
    tables = framing.tables(results)
    assert list(tables["attributions"].cue_lemma) == ["say", "say"]
    assert tables["names"].variant.tolist() == ["Kyiv"]
    assert tables["articles"].words.tolist() == [10]


def test_missing_is_na_and_the_words_na_and_nan_stay_words(seed_results: Results) -> None:
    tables = framing.tables(seed_results)
    assert tables["articles"].title.isna().sum() == 1
    assert tables["casualties"].count_high.isna().any()


def test_writing_makes_the_folder(tmp_path: Path) -> None:
    framing.write(framing.analyse([article_of("Talks ended in Kyiv.")]), tmp_path / "run")
    assert (tmp_path / "run" / "index.html").exists()


def test_every_public_name_is_there() -> None:
    for name in framing.__all__:
        assert getattr(framing, name) is not None
