"""What a run tells of how far it is."""

from __future__ import annotations

from framing.pipeline import Options, analyse
from framing.records.progress import Stage
from tests.conftest import article_of

FIRE = "The school burned down at night, the fire chief said. Two pupils were injured."
RAIN = "Rain put the fire out by morning, the mayor said. No pupil was hurt."


def test_a_run_tells_its_stages_in_their_order() -> None:
    heard: list[tuple[Stage, int, int]] = []
    articles = [
        article_of(FIRE, article_id="a", source="A"),
        article_of(RAIN, article_id="b", source="B"),
    ]
    analyse(articles, Options(conflict="none"), progress=lambda *step: heard.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in heard)) == [
        "cutting",
        "sentences",
        "articles",
        "comparing",
    ]
    assert ("cutting", 2, 2) in heard
    assert ("sentences", 4, 4) in heard
    assert [step for step in heard if step[0] == "articles"] == [("articles", 1, 2), ("articles", 2, 2)]
    stage, done, of = heard[-1]
    assert (stage, done) == ("comparing", of - 1)
