"""Nested and overlapping spans become well-formed elements that hold exactly their words."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from framing.publish.page.marks import Layer, render
from framing.records.article import Span

TEXT = "The ministry <said> on Monday that “two” people & a dog were killed."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda span: span[0] < span[1])


class Reader(HTMLParser):
    """Collects the text and the words of every mark, and fails on tags that are not well nested."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.marked: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(dict(attrs).get("data-mention") or "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for mention_id in self.open:
            self.marked[mention_id] = self.marked.get(mention_id, "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert reader.open == []
    return reader


def layers(spans: list[tuple[int, int]]) -> list[Layer]:
    return [
        Layer(start=start, end=end, rank=number % 3, tag="mark", mention_id=f"m{number}")
        for number, (start, end) in enumerate(spans)
    ]


@given(st.lists(SPANS, max_size=8))
def test_text_and_marks_survive_any_overlap(spans: list[tuple[int, int]]) -> None:
    reader = read(render(TEXT, Span(0, len(TEXT)), layers(spans)))
    assert reader.text == TEXT
    assert reader.marked == {f"m{n}": TEXT[start:end] for n, (start, end) in enumerate(spans)}


def test_a_mark_that_sticks_out_of_another_goes_on_behind_it() -> None:
    html = render("abcdef", Span(0, 6), layers([(0, 4), (2, 6)]))
    assert html == (
        '<mark data-mention="m0">ab<mark data-mention="m1">cd</mark></mark><mark data-mention="m1">ef</mark>'
    )


def test_the_ends_of_a_cut_layer_keep_their_classes() -> None:
    cut = Layer(start=1, end=5, rank=9, tag="span", classes="con", first="first", last="last")
    html = render("abcdef", Span(0, 6), [*layers([(0, 3)]), cut])
    assert '<span class="con first">bc</span></mark><span class="con last">de</span>' in html


def test_layers_of_other_paragraphs_are_left_out() -> None:
    assert render("one\n\ntwo", Span(5, 8), layers([(0, 3)])) == "two"
