"""Offsets of articles: into the text, and back into the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.records.article import Article, Paragraph, Removed, Span

LINE = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), min_size=1, max_size=30)


def article(paragraphs: list[Paragraph], text: str, removed: tuple[Removed, ...] = ()) -> Article:
    return Article(
        article_id="a",
        source="A",
        text=text,
        file="a.txt",
        sha256="",
        paragraphs=tuple(paragraphs),
        removed=removed,
    )


@given(st.lists(LINE, min_size=1, max_size=6), st.integers(0, 20))
def test_every_offset_of_a_paragraph_maps_to_the_same_character_of_the_file(
    lines: list[str], shift: int
) -> None:
    file = "#" * shift + "\n".join(lines)
    text = "\n\n".join(lines)
    paragraphs, at, file_at = [], 0, shift
    for line in lines:
        paragraphs.append(Paragraph(at, at + len(line), file_at))
        at, file_at = at + len(line) + 2, file_at + len(line) + 1
    a = article(paragraphs, text)
    for paragraph in paragraphs:
        for offset in range(paragraph.start, paragraph.end):
            file_offset = a.file_offset(offset)
            assert file_offset is not None
            assert file[file_offset] == text[offset]
        assert a.file_offset(paragraph.end, end=True) == a.file_offset(paragraph.end - 1, end=False) + 1  # type: ignore[operator]


def test_a_gap_between_paragraphs_has_no_place_in_the_file() -> None:
    a = article([Paragraph(0, 3, 0), Paragraph(5, 8, 4)], "One\n\nTwo")
    assert a.file_offset(3) is None
    assert a.file_offset(5) == 4


def test_text_without_a_file_has_no_file_offsets() -> None:
    assert article([Paragraph(0, 3, None)], "One").file_offset(0) is None


def test_kept_text_is_what_is_left_after_the_removed_spans() -> None:
    text = "LONDON — The mayor spoke. Advertisement\n\nSponsor Message"
    a = article(
        [Paragraph(0, 39, 0), Paragraph(41, 56, 41)],
        text,
        (Removed(26, 39, "sponsor"), Removed(0, 9, "dateline"), Removed(41, 56, "sponsor")),
    )
    ((paragraph, pieces),) = a.kept()
    assert paragraph == Paragraph(0, 39, 0)
    assert pieces == [Span(9, 26)]
