"""One article that fails, or takes too long, is left out; the rest is as if it had not been given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.extract.base import Context, Extractor
from framing.pipeline import Options, features_of
from framing.publish.run import feature_files
from framing.records.article import Removed
from framing.records.errors import InputError
from framing.records.mention import Mention
from framing.records.time_limit import TimeLimitError, time_limit
from framing.text.sentences import ParsedArticle
from tests.conftest import article_of

GOOD = [
    article_of(
        "Kyiv said two miners had died. The mayor called it a disgrace.", article_id="one", source="A"
    ),
    article_of("Kiev said three miners were hurt, the clerk added.", article_id="two", source="B"),
]
POISON = article_of("The poison is in this text, “he said.", article_id="poison", source="C")


def failing(parsed: ParsedArticle, context: Context) -> Sequence[Mention]:
    if "poison" in parsed.article.text:
        raise LookupError("no such sentence")
    return ()


def endless(parsed: ParsedArticle, context: Context) -> Sequence[Mention]:
    while "poison" in parsed.article.text:
        pass
    return ()


def family(extract: object) -> Extractor:
    return Extractor(name="weather", table=None, columns=lambda scope: (), extract=extract)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("extract", "reason"),
    [
        (failing, "weather failed on this article (LookupError: no such sentence)"),
        (endless, "weather took more than 0.5 seconds of processor time"),
    ],
)
def test_the_rest_is_the_same_as_without_the_article(extract: object, reason: str) -> None:
    options = Options(conflict="none", families=(family(extract),), limit_seconds=0.5, spool=False)
    with_it = features_of([GOOD[0], POISON, GOOD[1]], options)
    without = features_of(GOOD, options)
    assert [(item.file, item.reason) for item in with_it.skipped] == [("poison.txt", reason)]
    one, other = feature_files(with_it), feature_files(without)
    for name in one.keys() - {"manifest.json", "methods.md", "skipped.csv"}:
        assert one[name] == other[name], name


def test_where_all_articles_fail_nothing_can_be_analysed() -> None:
    with pytest.raises(InputError, match="weather failed"):
        features_of([POISON], Options(conflict="none", families=(family(failing),), spool=False))


def test_the_whole_error_is_shown_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    options = Options(conflict="none", families=(family(failing),), spool=False, debug=True)
    features_of([GOOD[0], POISON], options)
    assert "in failing" in capsys.readouterr().err


def test_a_limit_ends_what_runs_inside_it_and_nothing_else() -> None:
    with pytest.raises(TimeLimitError), time_limit(0.05):
        while True:
            pass
    with time_limit(0.05):
        pass
    for _ in range(2_000_000):
        pass


@pytest.mark.parametrize(
    "text", ["He " + "said that " * 1000, ("He " + "said that " * 200 + "it rained. ") * 5]
)
def test_speech_within_speech_does_not_cost_too_much(text: str) -> None:
    options = Options(conflict="none", spool=False, limit_seconds=15)  # a second, without a tracer
    assert features_of([GOOD[0]], options).skipped == ()
    assert features_of([article_of(text), GOOD[1]], options).skipped == ()


TEXT = 'The mayor said: "We will stay." ‘No,’ he added. “It failed,” they said, and 12 men died in Kyiv.'


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(1, 30)), max_size=4))
def test_removed_text_anywhere_is_no_fault(cuts: list[tuple[int, int]]) -> None:
    article = article_of(TEXT)
    spans = sorted((start, min(start + length, len(TEXT))) for start, length in cuts)
    apart = [s for at, s in enumerate(spans) if s[0] < s[1] and all(s[0] >= e for _, e in spans[:at])]
    removed = tuple(Removed(start, end, "other") for start, end in apart)
    cut = replace(article, removed=removed)
    found = features_of([cut, GOOD[0]], Options(conflict="none", spool=False))
    assert found.skipped == ()
