"""Quotation marks of every kind, and stray ones that quote nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.records.article import Span
from framing.text.quotations import Quotation, find_quotations


def paragraphs_of(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs_of(text)) if not q.orphan]


def orphans(text: str) -> list[Quotation]:
    return [q for q in find_quotations(text, paragraphs_of(text)) if q.orphan]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "we are ready" twice.', ['"we are ready"']),
        ("She said “we are ready” twice.", ["“we are ready”"]),
        ("''We are ready,'' she said. ''Now.''", ["''We are ready,''", "''Now.''"]),
        ("``We are ready,'' she said.", ["``We are ready,''"]),
        ("''They said 'we are ready,''' she said.", ["''They said 'we are ready,'''"]),
        ("“Are we ready?“ she asked.", ["“Are we ready?“"]),
        ("«We are ready», she said.", ["«We are ready»"]),
        ("„We are ready“, she said.", ["„We are ready“"]),
        (
            "‘We’re ready,’ she said. ‘It’s the soldiers’ choice.’",
            ["‘We’re ready,’", "‘It’s the soldiers’ choice.’"],
        ),
        ("Officer 'caught stealing fuel' is sacked", ["'caught stealing fuel'"]),
        ("He told me 'I heard “never” twice' and left.", ["“never”"]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' morale isn't low.",
        "It was the '90s: rock 'n' roll and 5'10\" singers.",
        'Shells of 6" and 8" calibre fell.',
        "O’Brien’s dogs weren’t the neighbours’.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_stray_mark_quotes_nothing_and_later_quotations_are_found() -> None:
    text = 'The mayor said "we will stay. Nobody asked him.\nShe answered “no” at once.'
    assert quoted(text) == ["“no”"]
    assert [text[q.start] for q in orphans(text)] == ['"']


def test_a_quotation_goes_on_over_paragraphs_until_one_closes() -> None:
    text = "“First we waited.\n“Then we left,” she said."
    assert quoted(text) == ["“First we waited.", "“Then we left,”"]
    assert [q.closed for q in find_quotations(text, paragraphs_of(text))] == [False, True]


def test_paragraphs_that_all_open_and_never_close_quote_nothing() -> None:
    assert quoted("“First we waited.\n“Then we left, she said.") == []


@pytest.mark.parametrize(
    "line", ['"We stay, he said. “It failed, "they know. ‘None. ', "'We ones' x ", '"a b ‘c ']
)
def test_many_stray_marks_take_linear_time(line: str) -> None:
    text = line * 20_000
    started = time.perf_counter()
    find_quotations(text, [Span(0, len(text))])
    assert time.perf_counter() - started < 5


@given(st.text(alphabet="ab \n.,\"'“”‘’„«»`s9", max_size=200))
def test_quotations_lie_in_paragraphs_in_order_without_overlap(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs)
    ends = 0
    for quotation in found:
        assert ends <= quotation.start < quotation.end
        assert any(paragraph.contains(quotation.span) for paragraph in paragraphs)
        ends = quotation.end
