"""Lines and the shallow features that tell a headline from a sentence."""

import pytest

from framing.read.cleaning.line_features import TextLine, split_lines


def line(text: str) -> TextLine:
    return TextLine(0, len(text), text, follows=False)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Ministers meet in Oslo as storm nears the coast", True),
        ("Is the bridge safe?", True),
        ("Ferry service resumes at 6 a.m.", True),
        ("The ferry service resumed on Monday after two days of storms.", False),
        ("The ferry sank. Nobody was hurt. A search goes on", False),
        ("___", False),
        ("- Kyiv", False),
    ],
)
def test_headline_shape(text: str, headline: bool) -> None:
    assert line(text).is_headline is headline


def test_offsets_leave_out_blanks_and_count_code_points() -> None:
    text = "Žižkov\n\n  🚢 sails \nnow"
    assert [text[part.start : part.end] for part in split_lines(text)] == ["Žižkov", "🚢 sails", "now"]
