"""Who retells whom, and word for word what was exchanged."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from framing import lexicon
from framing.compare.claims.terms import vocabulary
from framing.compare.reuse import EditFinder, Retelling, WordEdit, retellings, reuse
from framing.pipeline import analyse
from framing.records.article import Article
from framing.text.parser import Parser
from tests.conftest import article_of

TEXT = (
    "Fourteen goats were stolen from a shed near Brill on Tuesday night, the district police said.",
    "The owner, Ansel Rook, had left the door open because the latch was broken, he told officers.",
    "Tracks of a lorry led to the quarry, where they ended in the mud beside the old loading ramp.",
)


@cache
def _parser() -> Parser:
    return Parser(frozenset())


def article(name: str, *sentences: str, published: str = "", source: str = "") -> Article:
    made = article_of(*sentences, article_id=name, source=source or f"{name.title()} Post")
    return replace(made, published=published)


def retold(*articles: Article) -> tuple[Retelling, ...]:
    parsed, words = _parser().parse(articles), lexicon.load()
    return retellings(parsed, reuse(parsed, words, vocabulary(words)), words)


def edits(old: str, new: str) -> list[tuple[str, str, str]]:
    results = analyse((article("one", *TEXT), article("two", *(s.replace(old, new) for s in TEXT))))
    return [(edit.here_text, edit.there_text, edit.touches) for edit in results.edits]


def test_an_article_with_nearly_all_words_of_another_retells_it() -> None:
    changed = (TEXT[0].replace("said", "confirmed"), *TEXT[1:])
    here, there = retold(article("one", *TEXT), article("two", *changed))
    assert (here.article_id, there.article_id, here.relation) == ("one", "two", "retelling")
    assert there.verbatim_words + there.rewritten_words + there.new_words == there.words
    assert there.rewritten_words == 1 and there.retold_share == 1 and there.first == there.chain == ""


def test_dates_tell_who_was_first_and_chains_are_followed() -> None:
    days = ("2031-03-01", "2031-03-02", "2031-03-03")
    rows = retold(*(article(name, *TEXT, published=day) for name, day in zip("abc", days, strict=True)))
    assert {(row.article_id, row.first, row.chain) for row in rows if row.article_id != "a"} == {
        ("b", "a", "a"),
        ("b", "b", ""),
        ("c", "a", "a"),
        ("c", "b", "a"),
    }
    assert all(row.told_by == "dates" for row in rows)


def test_a_credit_tells_who_was_first() -> None:
    rows = retold(
        article("wire", *TEXT, source="Reuters"), article("two", *TEXT, "Reuters contributed to this report.")
    )
    assert {(row.first, row.told_by) for row in rows} == {("wire", "credit")}


def test_versions_of_one_source_are_told_from_retellings() -> None:
    rows = retold(article("one", *TEXT, source="Post"), article("two", *TEXT, source="Post"))
    assert {row.relation for row in rows} == {"version"}


def test_a_shared_sentence_or_short_items_are_no_retelling() -> None:
    others = tuple(
        f"The {word} committee met in the town hall of Brill for an hour and parted."
        for word in ("budget", "road", "school", "water", "harvest")
    )
    assert not retold(article("one", *TEXT), article("two", TEXT[0], *others))
    assert not retold(article("one", TEXT[0]), article("two", TEXT[0]))


def test_what_an_edit_touches() -> None:
    assert edits("police said", "police confirmed") == [("said", "confirmed", "cue")]
    assert edits("Fourteen goats", "Forty goats") == [("Fourteen", "Forty", "figure")]
    assert edits("the old loading ramp", "the new loading ramp") == [("old", "new", "word")]
    assert edits("Ansel Rook", "Jonas Pike") == [("Ansel Rook", "Jonas Pike", "name")]


def test_commas_are_no_edit_and_spellings_and_small_words_say_so() -> None:
    assert edits("quarry, where", "quarry where") == []
    assert edits("Fourteen goats", "14 goats") == [("Fourteen", "14", "spelling")]
    assert edits("a lorry", "the lorry") == [("a", "the", "grammar")]


def test_an_edit_row_stands_at_its_words() -> None:
    ours, theirs = article("one", *TEXT), article("two", *(s.replace(" old ", " new ") for s in TEXT))
    results = analyse((ours, theirs))
    (edit,) = EditFinder({"one": ours, "two": theirs}, results.mentions, results.lexicons).of(results.reuse)
    assert isinstance(edit, WordEdit) and edit.here and edit.there
    assert ours.text[edit.here.start : edit.here.end] == "old"
    assert theirs.text[edit.there.start : edit.there.end] == "new"
