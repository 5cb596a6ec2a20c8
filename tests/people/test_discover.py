"""Actors found in texts, and the starter file made from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.lexicon.check import check_file
from framing.people.discover import find_actors, starter_pack
from framing.pipeline import Options, run
from framing.records.errors import InputError
from tests.conftest import article_of

BLAZE = (
    "The Millbrook School Board said on Tuesday that faulty wiring by Hartwell Electric caused the fire.",
    "Hartwell Electric denied the claim. “Our work was inspected,” spokeswoman Dana Ruiz said. Ruiz said that "
    "Hartwell Electric had warned the Millbrook School Board. Officials in Ohio will look into it.",
)


def test_actors_are_counted_with_their_forms_and_passages() -> None:
    found = {actor.name: actor for actor in find_actors([article_of(*BLAZE)])}
    electric = found["Hartwell Electric"]
    assert (electric.kind, electric.mentions, electric.articles) == ("institution", 3, 1)
    assert "Hartwell Electric" in electric.passages[0]
    assert found["Dana Ruiz"].forms == ("Dana Ruiz", "Ruiz")


def test_a_demonym_and_a_possessive_count_for_their_country() -> None:
    text = "France's minister met a French delegation. The French left. Paris will decide."
    (country,) = [actor for actor in find_actors([article_of(text)]) if actor.kind == "country"]
    assert country.name == "France"
    assert country.mentions >= 3


def test_the_starter_file_is_a_good_pack_that_a_run_can_use(tmp_path: Path) -> None:
    path = tmp_path / "sides.yaml"
    path.write_text(starter_pack(find_actors([article_of(*BLAZE)]), "blaze"), encoding="utf-8")
    pack = check_file(path).pack
    assert pack is not None
    assert {side.label for side in pack.sides} == {"Hartwell Electric", "Millbrook School Board"}
    (tmp_path / "blaze.txt").write_text("Blaze\n\n" + "\n\n".join(BLAZE), encoding="utf-8")
    results = run([tmp_path / "blaze.txt"], Options(sides_file=path))
    (row,) = results.article_rows
    assert row["attributions_by_hartwell_electric"] >= 1
    assert results.sides_chosen_by == "from the file sides.yaml"


def test_names_with_quotation_marks_cannot_break_the_starter_file(tmp_path: Path) -> None:
    actors = find_actors([article_of(*BLAZE)])
    path = tmp_path / "sides.yaml"
    path.write_text(starter_pack(actors, 'bl"aze: [\n'), encoding="utf-8")
    assert check_file(path).pack is not None


def test_fewer_than_two_actors_are_no_sides() -> None:
    with pytest.raises(InputError, match="fewer than two actors"):
        starter_pack([], "nothing")
