"""Passages that articles have in common: what is copied, what is restated, what only a quotation shares."""

from __future__ import annotations

from functools import cache

from framing import lexicon
from framing.compare.claims.terms import vocabulary
from framing.compare.reuse import ReuseMention, borrowed_spans, reuse
from framing.compare.reuse.direction import direction
from framing.records.article import Article, Span
from framing.text.parser import Parser
from tests.conftest import article_of

HARBOUR = (
    "The ferry Albatross ran aground off Skerry Point on Tuesday with 84 people on board.",
    "Divers found a crack in the hull of the ferry on Wednesday, the harbour master said.",
    "The mayor thanked the crew for keeping calm through the night.",
    "Ferry traffic on the route will be suspended until the end of the week.",
)


@cache
def _parser() -> Parser:
    return Parser(frozenset())


def article(name: str, *sentences: str, **given: str) -> Article:
    return article_of(*sentences, article_id=name, source=f"{name} News", **given)


def found(*articles: Article) -> list[ReuseMention]:
    words = lexicon.load()
    return reuse(_parser().parse(articles), words, vocabulary(words))


def rival(*sentences: str) -> Article:
    return article("b", "Snow is expected in the hills by the weekend.", *sentences)


def test_a_sentence_copied_but_for_its_quotation_marks_is_verbatim() -> None:
    ours = article("a", 'Divers found a "deep" crack in the hull of the ferry, the harbour master said.')
    theirs = rival("Divers found a “deep” crack in the hull of the ferry, the harbour master said")
    (row,) = found(ours, theirs)
    assert (row.article_id, row.other_article_id, row.kind, row.shared) == ("a", "b", "verbatim", "wording")
    assert (row.similarity, row.words_only_here, row.words_only_there) == (1, (), ())
    assert theirs.text[row.other_start : row.other_end] == row.other_text == theirs.text.split("\n\n")[1]


def test_changed_words_are_listed_as_they_stand() -> None:
    ours = article("a", "The ministry said that three rebels had been killed near the town of Orsk.")
    theirs = rival("The ministry revealed that three terrorists had been killed near the town of Orsk.")
    (row,) = found(ours, theirs)
    assert row.kind == "near_verbatim"
    assert row.words_only_here == ("said", "rebels")
    assert row.words_only_there == ("revealed", "terrorists")


def test_the_same_statement_in_other_words_is_a_paraphrase_and_not_borrowed() -> None:
    ours = article("a", *HARBOUR)
    theirs = rival("With 84 people aboard, the ferry Albatross has run aground on Tuesday near Skerry Point.")
    (row,) = found(ours, theirs)
    assert (row.kind, row.shared) == ("paraphrase", "statement")
    assert borrowed_spans([row]) == {}


def test_two_statements_on_the_same_ferry_are_not_reuse() -> None:
    ours = article("a", *HARBOUR)
    theirs = rival("The ferry Albatross was built in Gdansk and carries tourists to Skerry Point in summer.")
    assert found(ours, theirs) == []


def test_figures_that_cannot_be_the_same_make_another_statement() -> None:
    ours = article(
        "a", "Rescuers said 54 miners had been killed by the explosion in the Karst pit.", *HARBOUR
    )
    theirs = rival("Since spring, explosions in the Karst pit have killed 3,900 miners, rescuers said.")
    assert found(ours, theirs) == []


def test_a_shared_quotation_is_the_speakers_wording() -> None:
    ours = article("a", "“We will not rest until the last of the missing has been found,” said Mayor Ruiz.")
    theirs = rival("Mayor Ruiz promised: “We will not rest until the last of the missing has been found.”")
    (row,) = found(ours, theirs)
    assert (row.kind, row.shared) == ("paraphrase", "quotation")
    assert borrowed_spans([row]) == {}


def test_a_sentence_copied_into_a_longer_one_is_found_with_its_place() -> None:
    ours = article("a", "The company fined last year for blocked exits had promised to repair all of them.")
    theirs = rival(
        "After the fire prosecutors opened an inquiry, since the company fined last year for blocked exits had "
        "promised to repair all of them but never applied for a permit, as two inspectors told the council."
    )
    (row,) = found(ours, theirs)
    assert row.kind == "near_verbatim" and row.rule == "wording:run"
    assert (
        row.other_text == "the company fined last year for blocked exits had promised to repair all of them"
    )


def test_two_sentences_made_one_are_one_passage() -> None:
    ours = article(
        "a", "The bridge at Luka was swept away by the river. The road to Pernik is cut by landslides."
    )
    theirs = rival(
        "The bridge at Luka was swept away by the river and the road to Pernik is cut by landslides."
    )
    (row,) = found(ours, theirs)
    assert row.rule == "wording:joined"
    assert ours.text[row.start : row.end] == ours.text


def test_short_formulas_are_nobodys_copy() -> None:
    formulas = ("All rights reserved.", "The ministry did not respond to a request for comment.")
    assert found(article("a", *formulas), rival(*formulas)) == []


def test_a_short_sentence_is_copied_where_longer_ones_are() -> None:
    short = "The ministry did not respond to a request for comment."
    rows = found(article("a", HARBOUR[1], short), rival(HARBOUR[1], short))
    assert [row.kind for row in rows] == ["verbatim", "verbatim"]


def test_each_pair_stands_once_and_both_sides_count_as_borrowed() -> None:
    ours, theirs = article("a", *HARBOUR), rival(HARBOUR[1])
    (row,) = found(ours, theirs)
    borrowed = borrowed_spans([row])
    assert borrowed == {"a": (row.span,), "b": (Span(row.other_start, row.other_end),)}
    assert ours.text[slice(*borrowed["a"][0])] == theirs.text[slice(*borrowed["b"][0])] == HARBOUR[1]


def test_an_outlet_borrows_nothing_from_itself() -> None:
    ours = article_of(HARBOUR[1], article_id="a", source="Gulf Courier")
    update = article_of(HARBOUR[1], article_id="b", source="Gulf Courier")
    (row,) = found(ours, update)
    assert row.same_source
    assert borrowed_spans([row]) == {}


def test_titles_are_compared_with_titles() -> None:
    ours = article("a", *HARBOUR, title="Ferry runs aground off Skerry Point")
    theirs = article("b", "Snow fell in the hills.", title="Ferry runs aground off Skerry Point")
    (row,) = found(ours, theirs)
    assert (row.region, row.kind) == ("title", "verbatim")


def test_dates_tell_the_direction_only_where_they_do() -> None:
    assert direction("2026-03-01", "2026-03-02") == "here_first"
    assert direction("2026-03-02T09:00", "2026-03-02T10:00") == ""
    assert direction("2026-03-02T09:00+00:00", "2026-03-02T10:00+02:00") == "there_first"
    assert direction("", "2026-03-02") == ""


def test_very_many_passages_are_searched_for_wording_by_sketches() -> None:
    ours = article("a", *HARBOUR)
    theirs = rival(
        HARBOUR[1], "With 84 people aboard, the ferry Albatross has run aground near Skerry Point."
    )
    rows = reuse(_parser().parse([ours, theirs]), lexicon.load(), vocabulary(lexicon.load()), most_compared=3)
    assert [(row.kind, ours.text[row.start : row.end]) for row in rows] == [("verbatim", HARBOUR[1])]


def test_a_text_that_says_the_same_over_and_over_has_no_more_rows_than_its_sentences_bear() -> None:
    again = [f"The council met on day {number} of the month to hear what they said." for number in range(40)]
    rows = found(article("a", *again), article("b", *again))
    assert {row.start for row in rows if row.kind == "verbatim"} == {row.start for row in rows}
    assert len(rows) < 40 * 25


def parsed_whole(*articles: Article) -> list[ReuseMention]:
    words = lexicon.load()
    return reuse(Parser(frozenset({"shelled"})).parse(articles), words, vocabulary(words))


FEUD = ("Rain fell on the pass.", "The mayor sold his goat at the fair.")


def test_active_and_passive_with_other_words_are_one_statement() -> None:
    ours = article("a", "Orban Teller will head the Sellian delegation at the grain talks in Porto.", *FEUD)
    theirs = rival("The Sellian team in Porto will be headed by Teller when the grain negotiations begin.")
    (row,) = found(ours, theirs)
    assert (row.kind, row.shared) == ("paraphrase", "statement")


def test_words_that_news_takes_for_one_another_make_a_statement() -> None:
    ours = article("a", "Seven dockers were injured when a crane collapsed at the shipyard in Tolm.", *FEUD)
    theirs = rival("A crane gave way at the Tolm shipyard, wounding seven dockers.")
    assert [row.shared for row in found(ours, theirs)] == ["statement"]


def test_doer_and_object_exchanged_are_two_statements() -> None:
    ours = article("a", "Rebel gunners shelled government troops near the dam at Ostra.", *FEUD)
    theirs = rival("Government troops shelled rebel gunners near the dam at Ostra on Sunday evening.")
    assert not [row for row in parsed_whole(ours, theirs) if row.shared == "statement"]
