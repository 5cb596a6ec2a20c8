"""The table of the words and phrases that mark a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from framing.compare.statistics.contrast_record import BASES, OTHERS
from framing.compare.words.keyness import (
    FEWEST_ARTICLES,
    LEVEL,
    LONGEST,
    PRIOR,
    Keyword,
    count_phrases,
    keywords,
)
from framing.compare.words.stretches import stretches
from framing.lexicon import Lexicons
from framing.lexicon.languages import WrittenLanguage
from framing.records.article import Article, Span
from framing.records.columns import Column, Table
from framing.records.errors import InputError

MOST_LISTED = 50
"""Phrases that `keywords.csv` of a comparison lists for a source; `of_rank` says how many there are."""
LANGUAGE = "en"

_LOG_ODDS = "Monroe, Colaresi and Quinn 2008, Political Analysis 16:372-403"
_RATIO = "Hardie 2014; Evert 2022, Measuring keyness, Digital Humanities 2022"


def _group(group: str) -> tuple[Column, ...]:
    return (
        Column(
            name=f"n_{group}", type="integer", definition=f"Times that group {group} has it.", unit="phrases"
        ),
        Column(
            name=f"of_{group}",
            type="integer",
            definition=f"Runs of as many words in group {group}.",
            unit="phrases",
        ),
        Column(
            name=f"articles_{group}",
            type="integer",
            definition=f"Articles of group {group} that have it.",
            unit="articles",
        ),
        Column(
            name=f"of_articles_{group}",
            type="integer",
            definition=f"Articles of group {group}.",
            unit="articles",
        ),
    )


def _low(name: str, what: str) -> Column:
    return Column(
        name=name,
        type="number",
        definition=f"The end nearer to 0 of the interval of the log ratio of {what}, at {LEVEL:.0%} over all phrases "
        "together; 0 where it takes in no difference.",
        unit="doublings",
        source=_RATIO,
    )


KEYWORDS = Table(
    "keywords",
    (
        Column(name="group_a", definition="The source that the phrase marks."),
        Column(name="group_b", definition=f"What it is compared with: a source, or {OTHERS}."),
        Column(
            name="basis",
            definition="All text, or only passages that no other article carries; outside quotation marks.",
            values=BASES,
        ),
        Column(
            name="phrase",
            definition=f"A run of one to {LONGEST} words in lower case, which at least {FEWEST_ARTICLES} articles have. "
            "Longer ones begin and end with a word that is no function word.",
        ),
        Column(
            name="rank",
            type="integer",
            definition="Place among the phrases of the group: by the smaller of the two lower ends, then by z.",
            range="1 or more",
        ),
        Column(
            name="of_rank",
            type="integer",
            definition=f"Phrases that mark the group; a comparison lists the first {MOST_LISTED}, `framing keywords` all.",
            unit="phrases",
        ),
        *_group("a"),
        *_group("b"),
        Column(
            name="z",
            type="number",
            definition=f"z of the weighted log-odds ratio; the prior has the rates of the run and the weight of "
            f"{PRIOR:,.0f} words.",
            source=_LOG_ODDS,
        ),
        Column(
            name="log_ratio",
            type="number",
            definition="Binary logarithm of the ratio of the two rates; half a case stands for none.",
            unit="doublings",
            source=_RATIO,
        ),
        _low("log_ratio_low", "the rates"),
        _low("articles_log_ratio_low", "the shares of articles that have it"),
        Column(
            name="marks",
            type="boolean",
            definition="Whether both lower ends are above 0: more often, and in more articles, beyond chance.",
        ),
    ),
)


@dataclass(frozen=True)
class KeywordComparison:
    """The phrases of one group of articles against another, first those that mark it; `basis` as in the table."""

    group_a: str
    group_b: str
    articles_a: int
    articles_b: int
    found: Sequence[Keyword]
    basis: str = "all_text"

    def rows(self, *, most: int | None = MOST_LISTED) -> Iterator[Mapping[str, Any]]:
        """Rows of `keywords.csv`: the first that mark the group; without a limit, every phrase."""
        marking = sum(keyword.marks for keyword in self.found)
        shown = self.found if most is None else self.found[: min(most, marking)]
        for rank, keyword in enumerate(shown, 1):
            yield {
                "group_a": self.group_a,
                "group_b": self.group_b,
                "basis": self.basis,
                "phrase": keyword.phrase,
                "rank": rank,
                "of_rank": marking,
                "n_a": keyword.n_a,
                "of_a": keyword.of_a,
                "articles_a": keyword.articles_a,
                "of_articles_a": self.articles_a,
                "n_b": keyword.n_b,
                "of_b": keyword.of_b,
                "articles_b": keyword.articles_b,
                "of_articles_b": self.articles_b,
                "z": round(keyword.z, 4),
                "log_ratio": round(keyword.log_ratio, 4),
                "log_ratio_low": round(keyword.log_ratio_low, 4),
                "articles_log_ratio_low": round(keyword.articles_log_ratio_low, 4),
                "marks": keyword.marks,
            }


def comparisons(
    articles: Sequence[Article],
    lexicons: Lexicons,
    *,
    pairs: Iterable[tuple[str, str]] = (),
    every: bool = True,
    quoted: bool = False,
    borrowed: Mapping[str, Sequence[Span]] | None = None,
) -> Iterator[KeywordComparison]:
    """The phrases of each pair of sources; without pairs, of each source that has several articles and the others.

    The second of a pair may be `OTHERS`. Unless `every` is true only the phrases that mark the first are
    given, which is quicker. Passages in `borrowed`, by article, are not counted: own words are compared then. Raises
    InputError for a source that no article has.
    """
    of_source = np.array([article.source for article in articles], dtype=object)
    wanted = list(pairs) or _pairs(of_source.tolist())
    _check_known(wanted, of_source.tolist())
    if not wanted:
        return
    taken = borrowed or {}
    basis = "own_words" if borrowed else "all_text"
    counts = count_phrases(
        [stretches(a, quoted=quoted, without=taken.get(a.article_id, ())) for a in articles],
        _function_words(lexicons),
    )
    for a, b in wanted:
        in_a = of_source == a
        in_b = ~in_a if b == OTHERS else of_source == b
        found = keywords(counts, in_a, in_b, every=every)
        yield KeywordComparison(a, b, int(in_a.sum()), int(in_b.sum()), found, basis)


def _pairs(of_source: Sequence[str]) -> list[tuple[str, str]]:
    """Each source that has several articles, with the only other one or with all others."""
    articles = Counter(of_source)
    if len(articles) < 2:
        return []
    other = dict(zip(articles, reversed(articles), strict=True)) if len(articles) == 2 else {}
    return [(name, other.get(name, OTHERS)) for name, number in articles.items() if number > 1]


def _check_known(pairs: Iterable[tuple[str, str]], sources: Iterable[str]) -> None:
    """Raise InputError for the first name of a pair that is no source."""
    known = list(dict.fromkeys(sources))
    for name in chain.from_iterable(pairs):
        if name != OTHERS and name not in known:
            some = ", ".join(known[:10]) + (" …" if len(known) > 10 else "")
            raise InputError(name, "is the source of no article", f"choose from {some}")


def _function_words(lexicons: Lexicons) -> frozenset[str]:
    languages = lexicons.of("languages", WrittenLanguage)
    return frozenset(word for entry in languages if entry.id == LANGUAGE for word in entry.function_words)
