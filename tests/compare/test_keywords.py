"""Words that mark a source: in many of its articles, beyond chance, and in its own voice."""

from __future__ import annotations

import numpy as np
import pytest

from framing import lexicon
from framing.compare.statistics.contrast_record import OTHERS
from framing.compare.words.keyness import count_phrases, keywords
from framing.compare.words.keywords import MOST_LISTED, comparisons
from framing.compare.words.stretches import stretches
from framing.records.article import Article, Span
from framing.records.errors import InputError
from tests.conftest import article_of

COMMON = (
    "The council met in the town hall on Monday. Residents asked about the new bridge over the river. "
    "Work on the bridge will begin in spring, the mayor said, and cost two million."
)
RIOT = "Violent rioters blocked the old road."
PROTEST = "Peaceful protesters blocked the old road."


def paper(source: str, number: int, text: str) -> Article:
    return article_of(f"{COMMON} {text}", article_id=f"{source}{number}", source=source)


def two_papers(articles: int = 40) -> list[Article]:
    return [paper(source, n, text) for source, text in (("A", RIOT), ("B", PROTEST)) for n in range(articles)]


def marking(articles: list[Article], source: str, *, quoted: bool = False) -> set[str]:
    return {
        keyword.phrase
        for comparison in comparisons(articles, lexicon.load(), quoted=quoted)
        if comparison.group_a == source
        for keyword in comparison.found
        if keyword.marks
    }


def test_words_of_one_source_mark_it_and_shared_words_do_not() -> None:
    articles = two_papers()
    assert marking(articles, "A") == {
        "violent",
        "rioters",
        "violent rioters",
        "rioters blocked",
        "violent rioters blocked",
    }
    assert "peaceful protesters" in marking(articles, "B")
    assert not {"bridge", "blocked", "road", "the old road"} & (
        marking(articles, "A") | marking(articles, "B")
    )


def test_counts_are_those_of_the_articles() -> None:
    articles = [*two_papers(), paper("A", 90, f"{RIOT} {RIOT}")]
    (first, _) = comparisons(articles, lexicon.load())
    found = {keyword.phrase: keyword for keyword in first.found}
    assert (first.group_a, first.group_b, first.articles_a, first.articles_b) == ("A", "B", 41, 40)
    assert (found["rioters"].n_a, found["rioters"].articles_a, found["rioters"].n_b) == (42, 41, 0)
    assert (found["road"].n_a, found["road"].n_b) == (42, 40)


def test_a_word_of_one_article_does_not_mark_a_source() -> None:
    burst = " ".join(["The zeppelin, a zeppelin, that zeppelin rose."] * 60)
    articles = [
        *two_papers(),
        paper("A", 90, burst),
        *(paper("B", 91 + n, "A zeppelin rose.") for n in range(2)),
    ]
    (first, _) = comparisons(articles, lexicon.load())
    (zeppelin,) = [keyword for keyword in first.found if keyword.phrase == "zeppelin"]
    assert zeppelin.n_a == 180 and zeppelin.log_ratio_low > 0
    assert not zeppelin.marks


def test_what_stands_in_quotation_marks_is_the_speakers_unless_asked_for() -> None:
    quoted = [paper("A", n, f"The mayor said: “{RIOT}”") for n in range(40)]
    articles = [*quoted, *(paper("B", n, PROTEST) for n in range(40))]
    assert not marking(articles, "A")
    assert "violent rioters" in marking(articles, "A", quoted=True)


def test_borrowed_passages_are_not_counted() -> None:
    articles = two_papers()
    borrowed = {
        a.article_id: (Span(a.text.index("Violent"), len(a.text)),) for a in articles if "Violent" in a.text
    }
    found = list(comparisons(articles, lexicon.load(), borrowed=borrowed))
    assert not any(keyword.n_a for keyword in found[0].found if keyword.phrase == "rioters")


def test_phrases_do_not_reach_over_what_interrupts_them() -> None:
    (words,) = [stretches(article_of("Talks failed; the “so-called” army, he said, left Kyiv's gates."))]
    assert words == [("talks", "failed"), ("the",), ("army",), ("he", "said"), ("left", "kyiv", "gates")]


def test_a_phrase_neither_begins_nor_ends_with_a_function_word() -> None:
    counts = count_phrases([stretches(a) for a in two_papers(3)], frozenset({"the", "on", "of", "in"}))
    phrases = set(counts.phrases)
    assert {"the", "council met", "met in the"} & phrases == {"the", "council met"}
    assert "met in the town" not in phrases and "town hall" in phrases


@pytest.mark.parametrize("seed", range(4))
def test_shuffled_labels_mark_nothing(seed: int) -> None:
    rng = np.random.default_rng(seed)
    vocabulary = [f"word{n}" for n in range(300)]
    weights = 1.0 / np.arange(1, 301)
    texts = []
    for _ in range(60):
        topic = rng.integers(0, 300)
        weights_here = weights.copy()
        weights_here[topic : topic + 5] *= 30
        words = rng.choice(vocabulary, 150, p=weights_here / weights_here.sum())
        texts.append(" ".join(words))
    counts = count_phrases([stretches(article_of(text)) for text in texts], frozenset())
    in_a = rng.permutation(60) < 30
    assert [
        k.phrase for k in (*keywords(counts, in_a, ~in_a), *keywords(counts, ~in_a, in_a)) if k.marks
    ] == []


def test_of_many_sources_each_is_compared_with_the_others_and_the_cut_is_visible() -> None:
    names = [f"{first}{second}" for first in "bcdfgh" for second in "aeiouy"]
    own = " ".join(f"{name}x{name}, {name}z{name}," for name in names)
    articles = [*(paper("A", n, own) for n in range(40)), *two_papers(40)[40:], paper("C", 1, PROTEST)]
    rows = [row for found in comparisons(articles, lexicon.load()) for row in found.rows()]
    of_a = [row for row in rows if row["group_a"] == "A"]
    assert len(of_a) == MOST_LISTED < of_a[0]["of_rank"]
    assert {row["group_b"] for row in rows} == {OTHERS}
    assert "C" not in {row["group_a"] for row in rows}
    assert all(row["marks"] for row in rows)


def test_a_source_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="is the source of no article"):
        list(comparisons(two_papers(2), lexicon.load(), pairs=[("A", "Gazette")]))
