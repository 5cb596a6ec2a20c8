"""What a user corrects in an article leaves every character of its text where it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.app.edits import edited, left_out, pieces
from framing.app.rows import StoredEdit
from framing.records.article import Article, Removed
from tests.conftest import article_of

LINES = ("By our reporter", "The pier is shut.", "Read more: the storm", "Nobody was hurt, the mayor said.")


def article(title: str = "Storm shuts pier") -> Article:
    made = article_of(*LINES, title=title)
    at = made.text.index("Read more")
    return Article(
        **{name: getattr(made, name) for name in made.__slots__}
        | {"removed": (Removed(at, at + 20, "read_more"),)}
    )


def gone(changed: Article) -> list[str]:
    return [changed.text[start:end] for start, end, _ in changed.removed]


@given(
    before=st.sampled_from(["", "Storm shuts pier"]),
    title=st.sampled_from([None, "", "Another", "The pier is shut.", "Storm shuts pier"]),
    chosen=st.sets(st.integers(0, 3)),
)
def test_pieces_chosen_are_left_out_under_any_headline(
    before: str, title: str | None, chosen: set[int]
) -> None:
    read = article(before)
    headed = edited(read, StoredEdit(title=title))
    shift = len(headed.text) - len(read.text)
    assert headed.text.endswith(read.text)
    shown = [piece for piece in pieces(headed, shift=shift) if piece.text in LINES]
    assert [piece.text for piece in shown] == list(LINES)
    assert all(read.text[piece.start : piece.end] == piece.text for piece in shown)
    out = left_out(headed, (shown[number].start for number in chosen), shift=shift)
    changed = edited(read, StoredEdit(title=title, removed=out))
    again = {
        text
        for start, end, reason in changed.removed
        if reason == "repeated_title"
        for text in [changed.text[start:end]]
    }
    assert set(gone(changed)) == {LINES[number] for number in chosen} | again
    kept = {changed.text[piece.start : piece.end] for _, spans in changed.kept() for piece in spans}
    assert kept.isdisjoint(set(gone(changed)) - {changed.title})


def test_a_piece_put_back_is_read_and_its_reason_stays_with_the_others() -> None:
    read = article()
    assert gone(edited(read, StoredEdit(removed=()))) == []
    start = read.text.index("Read more")
    byline = read.text.index("By our")
    out = left_out(read, [start, byline], shift=0)
    assert out == ((byline, byline + 15, "other"), (start, start + 20, "read_more"))


def test_a_headline_taken_away_becomes_the_first_line() -> None:
    changed = edited(article(), StoredEdit(title=""))
    assert not changed.has_title
    assert next(pieces(changed, shift=0)).text == "Storm shuts pier"
