"""Saved files of answers: what is taken, and what is refused with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from framing.classroom.answer_file import MAX_BYTES, page_digest, read_answers
from framing.records.errors import AnswersError
from tests.classroom.making import saved, write_answers
from tests.conftest import article_of

FERRY = article_of(
    "Divers found the ferry on Sunday 🚢.", "Its captain said “nobody” was missing.", article_id="a"
)
ROAD = article_of("The road was closed.", article_id="b")
PAGE = [FERRY, ROAD]


def read(path: Path) -> Any:
    return read_answers(path, page_digest(PAGE), {a.article_id: a for a in PAGE})


def test_offsets_count_code_points(tmp_path: Path) -> None:
    made = saved(PAGE, {"a": [("A", "captain said")]}, coder="Ada", replies={"q1": "Because."})
    (mark,) = read(write_answers(tmp_path / "ada.json", made)).marks
    assert FERRY.text[mark.start : mark.end] == "captain said"


def test_a_character_that_pages_replace_fits_its_text(tmp_path: Path) -> None:
    bell = article_of("The bell\x07 rang.", article_id="a")
    made = saved([bell], {"a": [("N", "bell")]})
    made["marks"][0] |= {"end": made["marks"][0]["start"] + 5, "text": "bell\ufffd"}
    path = write_answers(tmp_path / "bell.json", made)
    assert read_answers(path, page_digest([bell]), {"a": bell}).marks[0].text == "bell\ufffd"


def test_the_digest_goes_by_ids_texts_and_order() -> None:
    other_text = article_of("The road was open.", article_id="b")
    other_id = article_of("The road was closed.", article_id="c")
    digests = {
        page_digest(page) for page in (PAGE, [ROAD, FERRY], [FERRY], [FERRY, other_text], [FERRY, other_id])
    }
    assert len(digests) == 5


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"page": "0" * 64}, "another page"),
        ({"format": "something"}, "format"),
        ({"version": 2}, "version"),
        ({"extra": 1}, "extra"),
        ({"coder": "x" * 100}, "coder"),
        ({"saved": "yesterday"}, "saved"),
        ({"read": ["nowhere"]}, "nowhere"),
        ({"replies": {"q1": 3}}, "replies.q1"),
        ({"replies": {"q1": "x" * 20_001}}, "replies.q1"),
        (
            {"marks": [{"article_id": "a", "kind": "X", "start": 0, "end": 6, "text": "Divers"}]},
            "marks.0.kind",
        ),
        ({"marks": [{"article_id": "z", "kind": "A", "start": 0, "end": 6, "text": "Divers"}]}, "mark 1"),
        ({"marks": [{"article_id": "a", "kind": "A", "start": 0, "end": 6, "text": "divers"}]}, "mark 1"),
        ({"marks": [{"article_id": "a", "kind": "A", "start": 6, "end": 6, "text": ""}]}, "mark 1"),
        ({"marks": [{"article_id": "a", "kind": "A", "start": -6, "end": 6, "text": ""}]}, "marks.0.start"),
        ({"marks": [{"article_id": "b", "kind": "A", "start": 0, "end": 99, "text": "x" * 99}]}, "mark 1"),
        ({"marks": [{"article_id": "a", "kind": "A", "start": 0.5, "end": 6, "text": "Divers"}]}, "start"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    path = write_answers(tmp_path / "made.json", saved(PAGE, {"a": [("N", "ferry")]}) | change)
    with pytest.raises(AnswersError) as refused:
        read(path)
    line = str(refused.value)
    assert line.startswith("made.json: ") and reason in line and "\n" not in line


def test_a_mark_stands_in_one_paragraph(tmp_path: Path) -> None:
    both = saved(PAGE, {"a": [("N", "Sunday 🚢.\n\nIts captain")]})
    with pytest.raises(AnswersError, match="mark 1 does not stand in one paragraph"):
        read(write_answers(tmp_path / "both.json", both))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"coder": "\\ud800"}',
        b"\xff\xfe{",
        b" " * (MAX_BYTES + 1),
    ],
)
def test_what_is_no_such_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hostile.json"
    path.write_bytes(content)
    with pytest.raises(AnswersError, match=r"hostile\.json: .* Remedy: "):
        read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnswersError, match=r"gone\.json: does not exist"):
        read(tmp_path / "gone.json")
