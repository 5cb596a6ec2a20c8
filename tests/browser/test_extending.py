"""The marks of a family from outside (that of docs/extending.md) behave as those of the toolkit."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from framing.pipeline import Options, analyse
from framing.publish.page import build
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.conftest import article_of
from tests.test_extending import BLOCKS, COURIER, HERALD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weather")
    (folder / "family.py").write_text(BLOCKS[0], encoding="utf-8")
    found = spec_from_file_location("weather_of_the_docs", folder / "family.py")
    assert found and found.loader
    module = sys.modules[found.name] = module_from_spec(found)
    found.loader.exec_module(module)
    made = [
        article_of(HERALD, article_id="a", source="Herald"),
        article_of(COURIER, article_id="b", source="Courier"),
    ]
    results = analyse(made, Options(conflict="none", families=(module.WEATHER,)))
    path = folder / "index.html"
    path.write_text(build(results, measured={}), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mark_opens_its_note_and_its_switch_takes_it_away(
    page_file: Path, open_page: Open, scheme: str
) -> None:
    page = open_page(page_file, color_scheme=scheme)
    page.locator("button.tg.kW").first.click()
    note = page.locator("#note")
    assert "Weather word: “flood”" in note.inner_text()
    note.get_by_role("button", name="No", exact=True).click()
    note.get_by_role("button", name="Correct it").click()
    assert note.get_by_label("Which weather").input_value() == "flood"
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator('.chip[data-kind="W"]').click()
    assert not page.locator("button.tg.kW").first.is_visible()
    page.locator(".col .line-W").first.click()
    assert not note.is_visible()


def test_a_student_can_label_words_with_its_letter(page_file: Path, open_page: Open) -> None:
    page = open_page(page_file)
    page.locator(".wide-only[data-view=annotate]").click()
    page.locator('.col [data-start]:not([data-start="0"]), .col .pp').first.focus()
    page.keyboard.press("Home")
    page.keyboard.press("w")
    assert page.locator(".own-tg.kW").count() >= 1
    assert "Weather word" in page.locator("#annotate-status").inner_text()
