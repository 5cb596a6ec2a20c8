"""What every finding must pass before it is given out: each slot is looked up in the texts once more."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, lit
from framing.compare.lesson.articles import CitedPassage
from framing.text.sentences import count_words

LONGEST = 25
"""Words of the longest sentence."""
FEWEST_WORDS = 3
"""Words of the shortest passage that is quoted."""
OF_ONE_SOURCE = ("headline_against_body", "summary_against_article")
_QUOTED = re.compile("“([^”]*)”")
_LABELS = re.compile(r"\{[ab]\}")
_MENU = ("|", "»", "›")
_NO_BEGINNING = ("-", "–", "—", ",", ";", ":", ")")

Check = Callable[[EventArticles, Finding], bool]


def is_short(articles: EventArticles, finding: Finding) -> bool:
    """The sentence has at most `LONGEST` words, the sources' names included."""
    return count_words(finding.sentence) <= LONGEST


def names_its_sources(articles: EventArticles, finding: Finding) -> bool:
    """The sentence names the sources of both passages."""
    needed = 1 if finding.source_a == finding.source_b else 2
    return len(set(_LABELS.findall(finding.wording))) >= needed


def has_the_right_sources(articles: EventArticles, finding: Finding) -> bool:
    """Two sources, or one where a text is held against itself; and the passages are theirs."""
    of_one = finding.kind in OF_ONE_SOURCE
    return (finding.source_a == finding.source_b) == of_one and all(
        articles.articles[passage.article_id].source == source
        for passage, source in zip(finding.passages, (finding.source_a, finding.source_b), strict=True)
    )


def stands_in_the_texts(articles: EventArticles, finding: Finding) -> bool:
    """Both passages, and the words in focus, are where the offsets say."""
    return all(_stands(articles, passage) for passage in finding.passages)


def quotes_lit_words(articles: EventArticles, finding: Finding) -> bool:
    """What the sentence has in quotation marks is in focus in one of the passages."""
    shown = [_folded(lit(passage)) for passage in finding.passages]
    wording = finding.wording.replace("{{", "{").replace("}}", "}")
    return all(any(_folded(words) in text for text in shown) for words in _QUOTED.findall(wording))


def can_be_read(articles: EventArticles, finding: Finding) -> bool:
    """The passages are two different ones, and neither is a scrap or a line of a menu."""
    one, other = finding.passages
    differ = (one.article_id, one.start) != (other.article_id, other.start)
    return differ and all(
        len(passage.text.split()) >= FEWEST_WORDS
        and not any(mark in passage.text for mark in _MENU)
        and not passage.text.startswith(_NO_BEGINNING)
        for passage in finding.passages
    )


def is_lit(articles: EventArticles, finding: Finding) -> bool:
    """Both passages have a word in focus."""
    return all(passage.focus for passage in finding.passages)


CHECKS: tuple[Check, ...] = (
    is_short,
    names_its_sources,
    has_the_right_sources,
    stands_in_the_texts,
    is_lit,
    quotes_lit_words,
    can_be_read,
)


def holds(articles: EventArticles, finding: Finding) -> bool:
    """Whether a finding passes every check."""
    return all(check(articles, finding) for check in CHECKS)


def _stands(articles: EventArticles, passage: CitedPassage) -> bool:
    text = articles.articles[passage.article_id].text
    inside = all(passage.start <= span.start < span.end <= passage.end for span in passage.focus)
    return text[passage.start : passage.end] == passage.text and inside


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
