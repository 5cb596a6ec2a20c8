"""A notebook: a data frame of articles in, typed frames out, aligned to its index; a transformer of scikit-learn."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline

import framing
from framing.measure.core_profile import CORE
from framing.progress_bar import SECONDS, _LogLines, progress_bar
from framing.records.progress import silent

PRESS = pd.DataFrame(
    {
        "paper": ["Courier", "Herald", "Courier"],
        "body": [
            "The mayor said the dam had burst. “We wait,” she added.",
            None,
            "Two people were killed in the flood, officials claimed.",
        ],
        "day": ["2025-03-01", "2025-03-01", "2025-03-02"],
    },
    index=["x", "y", "z"],
)
NONE = framing.Options(conflict="none")


def test_the_features_of_a_frame_stand_under_its_index_with_fixed_types() -> None:
    found = framing.features(PRESS, text="body", source="paper", date="day", options=NONE)
    assert list(found.index) == ["x", "y", "z"]
    assert list(found.columns) == list(CORE)
    assert found.attributions.tolist()[::2] == [2, 1]
    assert found.loc["y"].isna().all()
    assert (found.words.dtype, found.attributed_share.dtype) == (pd.Int64Dtype(), pd.Float64Dtype())


def test_a_column_that_is_not_there_is_one_line() -> None:
    with pytest.raises(framing.FramingError, match="has no column 'text' for the text"):
        framing.features(PRESS)
    with pytest.raises(framing.FramingError, match="name one of paper, body, day"):
        framing.compare(PRESS, text="body", source="outlet")


def test_a_comparison_has_its_tables_as_attributes(tmp_path: Path) -> None:
    comparison = framing.compare(PRESS, text="body", source="paper", date="day", options=NONE, progress=False)
    assert comparison.attributions.cue_lemma.tolist() == ["say", "add", "claim"]
    assert comparison.articles.published_raw.tolist() == ["2025-03-01", "2025-03-02"]
    assert {"attributions", "features", "contrasts"} <= set(dir(comparison))
    assert len(repr(comparison)) < 1000
    assert "Courier" in comparison._repr_html_()
    with pytest.raises(AttributeError, match="choose one of articles"):
        _ = comparison.attribution
    comparison.write(tmp_path / "run")
    assert (tmp_path / "run" / "index.html").exists()


def test_completion_shows_the_public_names() -> None:
    assert "Any" not in dir(framing)
    assert {"features", "compare", "explain"} <= set(dir(framing))


def test_the_part_of_the_name_of_a_function_can_still_be_imported() -> None:
    import framing.compare.claims as claims

    assert callable(framing.compare)
    assert claims.__name__ == "framing.compare.claims"


def test_the_transformer_works_in_a_pipeline_and_in_a_search() -> None:
    texts = [
        "The mayor said the dam had burst.",
        "Rain fell.",
        "Officials claimed it would hold.",
        "It held.",
    ]
    transformer = clone(framing.FramingFeatures())
    rows = transformer.fit_transform(texts)
    assert rows.shape == (4, len(transformer.get_feature_names_out()))
    column = list(transformer.get_feature_names_out()).index("attributions")
    assert rows[:, column].tolist() == [1, 0, 1, 0]
    steps = make_pipeline(
        framing.FramingFeatures(), SimpleImputer(keep_empty_features=True), LogisticRegression()
    )
    search = GridSearchCV(steps, {"logisticregression__C": [0.1, 1.0]}, cv=2)
    search.fit(texts, [1, 0, 1, 0])
    assert search.predict(texts[:2]).shape == (2,)


def test_the_transformer_says_what_it_cannot_take() -> None:
    with pytest.raises(TypeError, match="a list of texts"):
        framing.FramingFeatures().fit("one text")
    with pytest.raises(TypeError, match="must be a text"):
        framing.FramingFeatures().transform([1, 2])  # type: ignore[list-item]
    assert np.isnan(framing.FramingFeatures().transform([""])).all()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_and_a_short_run_in_a_log_nothing() -> None:
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        with progress_bar(stream=stream) as progress:
            for done in range(1, 4):
                progress("articles", done, 3)
    assert "reading articles" in terminal.getvalue()
    assert log.getvalue() == ""
    with progress_bar(False, terminal) as progress:
        assert progress is silent


def test_a_log_gets_a_line_every_ten_seconds() -> None:
    log = io.StringIO()
    lines = _LogLines(log)
    lines.show("articles", 1, 40)
    lines.said -= SECONDS + 1
    lines.begun -= SECONDS
    lines.show("articles", 10, 40)
    lines.show("articles", 11, 40)
    assert log.getvalue().startswith("reading articles: 10 of 40, ")
    assert log.getvalue().count("\n") == 1


def test_short_texts_in_a_named_column_are_taken_as_they_are() -> None:
    """The remedy for rows that look like sentences is to name the column of the texts."""
    frame = pd.DataFrame(
        {"body": [f"Item {number}: the minister said the road was shut." for number in range(40)]}
    )
    assert framing.features(frame, text="body", progress=False)["attributions"].sum() == 40
