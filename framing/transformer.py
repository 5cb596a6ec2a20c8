"""The core profile as a scikit-learn transformer, for pipelines of a classifier or a cluster analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from framing.measure.core_profile import CORE
from framing.notebook import features
from framing.pipeline import Options


class FramingFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Texts to the measures of the core profile, a column each; nothing is learnt from the texts.

    `conflict` is the id of a conflict pack, or "none": it is never chosen from the texts, so that a row does not
    depend on the others. `transform` takes n strings and gives an array of n rows and as many columns as the profile,
    of floats; what is missing (a share of nothing, a text that is empty or not English) is NaN, so put an imputer
    behind it. Raises TypeError where an entry is no text.

    >>> rows = FramingFeatures().fit_transform(["The mayor said the dam had burst.", "Nobody came."])
    >>> dict(zip(FramingFeatures().get_feature_names_out(), rows[0]))["attributions"]
    np.float64(1.0)
    """

    def __init__(self, conflict: str = "none") -> None:
        self.conflict = conflict

    def fit(self, X: Iterable[str], y: object = None) -> Self:
        """Nothing is learnt; raises TypeError where an entry is no text."""
        _texts(X)
        return self

    def transform(self, X: Iterable[str]) -> NDArray[np.float64]:
        """The measures of each text."""
        texts = _texts(X)
        if not any(text.strip() for text in texts):
            return np.full((len(texts), len(CORE)), np.nan)
        found = features(
            pd.DataFrame({"text": texts}), options=Options(conflict=self.conflict), progress=False
        )
        return found.to_numpy(dtype=float, na_value=np.nan)

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """The names of the columns."""
        return np.array(CORE, dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = False
        return tags


def _texts(X: Iterable[str]) -> list[str]:
    if isinstance(X, str):
        raise TypeError("a list of texts is needed, not one text")
    texts = list(X)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("every entry must be a text: give a list of strings, or a column of a data frame")
    return texts
