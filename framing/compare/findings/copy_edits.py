"""Copy edit: a sentence that two sources share, in which one word stands for another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from framing.compare.findings.event import EventArticles
from framing.compare.findings.record import Finding, literal
from framing.compare.reuse import ReuseMention, WordEdit
from framing.compare.reuse.edits import SILENT
from framing.lexicon.attribution import CUE_GROUPS
from framing.records.article import Span
from framing.text.parse import Token

MOST_EDITS = 4
"""Edits that change what is said, in a sentence whose wording is still the same one."""
MOST_WORDS = 3
"""Words of either side of an edit that is given out."""
MOST_DAYS = 7
"""Days between two articles of which one has the other's sentence; later on it is a form that is filled in anew."""
NEAR = 0.7
"""Least share of the words that agree."""
CONTESTED = "~"
"""How the terms of contested names begin: two names for one thing are the contrast itself."""
SAME_NAME = 0.5
"""Likeness of letters from which on two names may be one."""
CONFIDENCE = 0.96
TELLING: Mapping[str, float] = {
    "name": 0.8,
    "cue": 0.85,
    "doer": 0.85,
    "qualifier": 0.75,
    "figure": 0.7,
    "word": 0.38,
}
LISTED = 0.95
"""How telling it is where a word that is listed as loaded or as a contested name was exchanged."""
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")


def findings(articles: EventArticles) -> Iterator[Finding]:
    """One finding for each exchanged word of copied sentences; where the same one recurs, the first."""
    rows = {row.mention_id: row for row in articles.results.reuse if _is_copied(articles, row)}
    edits: dict[str, list[WordEdit]] = {}
    for edit in articles.edits:
        row = rows.get(edit.mention_id)
        if row is not None and edit.touches not in SILENT and _is_soon(articles, row):
            edits.setdefault(edit.mention_id, []).append(edit)
    seen: set[tuple[str, str]] = set()
    for name, found in edits.items():
        for edit in found if len(found) <= MOST_EDITS else []:
            words = (edit.here_text.casefold(), edit.there_text.casefold())
            if words not in seen and _is_exchange(articles, edit):
                seen.add(words)
                yield _finding(articles, rows[name], edit)


def _is_copied(articles: EventArticles, row: ReuseMention) -> bool:
    both = {row.article_id, row.other_article_id} <= set(articles.articles)
    return both and row.shared == "wording" and not row.same_source and row.similarity >= NEAR


def _is_soon(articles: EventArticles, row: ReuseMention) -> bool:
    return articles.published_within(row.article_id, row.other_article_id, MOST_DAYS)


def _is_exchange(articles: EventArticles, edit: WordEdit) -> bool:
    """Whether a word of one class stands for another one of that class, with another meaning."""
    if edit.here is None or edit.there is None or not _is_short(edit):
        return False
    here = _content(articles, edit.article_id, edit.here)
    there = _content(articles, edit.other_article_id, edit.there)
    written = {*edit.here_text.split(), *edit.there_text.split()}
    if not here or not there or written & articles.titles_of_people:
        return False
    if edit.touches == "name" and not _is_listed(edit) and _is_spelling(edit):
        return False
    alike = {_word_class(token) for token in here} & {_word_class(token) for token in there}
    common = {t for t in articles.terms(here) & articles.terms(there) if not t.startswith(CONTESTED)}
    return bool(alike) and not common


def _is_short(edit: WordEdit) -> bool:
    return max(len(edit.here_text.split()), len(edit.there_text.split())) <= MOST_WORDS


def _content(articles: EventArticles, article_id: str, span: Span) -> list[Token]:
    """The words of a stretch that have a meaning of their own."""
    sentence = articles.parsed[article_id].sentence_at(span.start)
    if sentence.parse is None:
        return []
    return [
        token
        for token in sentence.parse
        if token.pos in CONTENT and span.start <= sentence.start + token.idx < span.end
    ]


def _is_spelling(edit: WordEdit) -> bool:
    """Whether two names are likely one, transliterated otherwise."""
    names = edit.here_text.casefold(), edit.there_text.casefold()
    return SequenceMatcher(None, *names, autojunk=False).ratio() >= SAME_NAME


def _is_listed(edit: WordEdit) -> bool:
    """Whether a loaded word or a contested name was exchanged."""
    return any(name.rpartition(":")[2][:1] in ("w", "n") for name in edit.rows)


def _word_class(token: Token) -> str:
    return "NOUN" if token.pos == "PROPN" else token.pos


def _finding(articles: EventArticles, row: ReuseMention, edit: WordEdit) -> Finding:
    assert edit.here is not None and edit.there is not None
    a, b = literal(edit.here_text), literal(edit.there_text)
    wording = f"In wording that both share, {{a}} has “{a}” and {{b}} “{b}”."
    if row.direction == "here_first":
        wording = f"{{b}} has {{a}}’s sentence, with “{b}” in the place of “{a}”."
    elif row.direction == "there_first":
        wording = f"{{a}} has {{b}}’s sentence, with “{a}” in the place of “{b}”."
    elif (part := articles.retold.get((edit.other_article_id, edit.article_id))) is not None:
        wording = f"{{b}} tells {part:.0%} of its text as {{a}} does, but has “{b}” in the place of “{a}”."
    return articles.finding(
        articles.cite_span(edit.article_id, edit.here, (edit.here,), row.mention_id),
        articles.cite_span(edit.other_article_id, edit.there, (edit.there,), row.mention_id),
        kind="copy_edit",
        wording=wording,
        telling=_telling(articles, edit),
        confidence=CONFIDENCE,
        rows=(row.mention_id, *edit.rows),
    )


def _telling(articles: EventArticles, edit: WordEdit) -> float:
    """How much an exchange says: most where a loaded word or a contested name is one of the two; little where two
    attributing words are of one class."""
    if _is_listed(edit):
        return LISTED
    cues = [row for row in articles.said if row.mention_id in edit.rows]
    if edit.touches == "cue" and len({CUE_GROUPS.get(row.cue_class, "other") for row in cues}) < 2:
        return TELLING["word"]
    return TELLING[edit.touches]
