"""Folding: names are found through invisible characters and split accents, at their places in the text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from framing.extract.naming import NameMention
from framing.text.normalise import fold
from tests.conftest import Analyse

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXT)
def test_every_folded_character_leads_to_its_own_stretch_of_the_text(text: str) -> None:
    folded = fold(text)
    last = (0, 0)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        letters = unicodedata.normalize("NFKD", text[start])
        assert start < end <= len(text)
        assert last[1] <= start or ((start, end) == last and len(letters) > 1)
        assert unicodedata.normalize("NFKD", folded.text[index])[0] in letters
        last = (start, end)


def test_names_are_found_through_invisible_characters(analysed: Analyse) -> None:
    text = "Zel\u200bensk\u200dyy met him. Zelen\u00adskyy left for Tu\u0308rkiye."
    found = [m for m in analysed(text).mentions["naming"] if isinstance(m, NameMention)]
    assert [m.variant for m in found] == ["Zelenskyy", "Zelenskyy", "Türkiye"]
    assert text[found[0].start : found[0].end] == "Zel\u200bensk\u200dyy"
    assert text[found[2].start : found[2].end] == "Tu\u0308rkiye"
