"""Mojibake is said, and put right only where the user asks for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.lexicon import Lexicons
from framing.read import ReadInputs, ReadOptions, read

RIGHT = "“The mayor’s café is shut,” Zoë Müller said.\n\n“It’s the rain,” she said; the pier was closed."
WRONG = RIGHT.replace("”", "'").encode("utf-8").decode("cp1252")


def read_one(folder: Path, lexicons: Lexicons, name: str, text: str, *, repair: bool = False) -> ReadInputs:
    (folder / name).write_text(text, encoding="utf-8")
    return read([folder / name], lexicons=lexicons, options=ReadOptions(repair_encoding=repair))


@pytest.mark.parametrize(("name", "text"), [("a.txt", WRONG), ("a.json", json.dumps([{"text": WRONG}]))])
def test_a_text_decoded_wrongly_stands_as_it_is_until_asked(
    tmp_path: Path, lexicons: Lexicons, name: str, text: str
) -> None:
    plain = read_one(tmp_path, lexicons, name, text)
    assert plain.articles[0].text == WRONG
    assert any("--repair-encoding puts them right" in warning for warning in plain.warnings)
    mended = read_one(tmp_path, lexicons, name, text, repair=True)
    assert mended.articles[0].text == RIGHT.replace("”", "'")
    assert not any("encoding" in warning for warning in mended.warnings)


@pytest.mark.parametrize(
    "text", ["« Voilà », dit-il à « Zoë ».", "Straße «weiß»", "ÂNGELO, MÃE E ÁGUA", "ČAŠ Ž’s", "Râ’s al Ghâ"]
)
def test_letters_of_other_languages_are_none(tmp_path: Path, lexicons: Lexicons, text: str) -> None:
    found = read_one(
        tmp_path, lexicons, "a.txt", f"{text} {text} and so on, said the mayor of the town.\n" * 3
    )
    assert not any("encoding" in warning for warning in found.warnings)
    assert read_one(tmp_path, lexicons, "a.txt", text * 20, repair=True).articles[0].text == text * 20
