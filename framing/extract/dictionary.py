"""Words of a dictionary of the user's own (`--dictionary`), by category; nothing without one.

A word counts wherever it stands as a whole word, whatever its case, in each category that lists it; of two phrases of one
category at one place the longer counts. Nothing is left out for its sense: what a count means is for the user to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import ClassVar, Final, NamedTuple

from framing.extract.base import Context, Extractor, Numbering, Scope, evidence_table
from framing.extract.rules import joined
from framing.lexicon.dictionary import ANY_END, KIND, DictionaryEntry
from framing.records.article import Span
from framing.records.columns import Column, count, ratio, share
from framing.records.mention import Mention
from framing.text.phrases import PhraseIndex
from framing.text.sentences import ParsedArticle, Sentence, plain

LISTED: Final = "whole-word"
BEGINS: Final = "beginning-of-word"
_UNSAFE: Final = re.compile(r"\W+")
_WORD: Final = re.compile(r"\w[\w'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryMention(Mention):
    """One use of a word of the user's dictionary."""

    LETTER: ClassVar[str] = "d"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="category",
            definition="The category of the user's dictionary.",
            example="sea",
            correctable="text",
        ),
        Column(name="form", definition="The word or phrase as the dictionary lists it.", example="harbour*"),
        Column(
            name="inside_quote",
            type="boolean",
            definition="Whether the word stands in quotation marks, so that it is the speaker's.",
            example="false",
            correctable="value",
        ),
    )

    category: str
    form: str
    inside_quote: bool


class _Category(NamedTuple):
    """A category, its phrases by their lower case, and its beginnings of words."""

    name: str
    forms: Mapping[str, str]
    phrases: PhraseIndex
    beginnings: tuple[str, ...]


class _ListedWord(NamedTuple):
    """Where a listed word stands, in which category, as which form, and how it was found."""

    span: Span
    category: str
    form: str
    construction: str


def extract(parsed: ParsedArticle, context: Context) -> list[DictionaryMention]:
    """All words of the user's dictionary in an article, in text order."""
    categories = _compiled(context.lexicons.of(KIND, DictionaryEntry))
    if not categories:
        return []
    text = plain(parsed.article.text)
    numbering = Numbering(parsed, DictionaryMention.LETTER)
    return [
        DictionaryMention(
            **numbering.place(*word.span, joined((f"category:{word.category}", word.construction))),
            category=word.category,
            form=word.form,
            inside_quote=parsed.inside_quotation(word.span),
        )
        for sentence in parsed.sentences
        for word in sorted(_words(categories, text, sentence))
    ]


@lru_cache(maxsize=4)
def _compiled(entries: Sequence[DictionaryEntry]) -> tuple[_Category, ...]:
    made = []
    for entry in entries:
        forms = {plain(form).lower(): form for form in entry.forms}
        whole = {form: given for form, given in forms.items() if not form.endswith(ANY_END)}
        beginnings = sorted(
            (f.removesuffix(ANY_END) for f in forms.keys() - whole.keys()), key=len, reverse=True
        )
        made.append(_Category(entry.id, forms, PhraseIndex(whole, any_case=True), tuple(beginnings)))
    return tuple(made)


def _words(categories: Sequence[_Category], text: str, sentence: Sentence) -> Iterator[_ListedWord]:
    """The listed words of a sentence, by category; within one they do not overlap."""
    start, end = sentence.span
    for category in categories:
        taken: list[Span] = []
        for first, last, phrase in category.phrases.find(text, start, end):
            taken.append(Span(first, last))
            yield _ListedWord(taken[-1], category.name, category.forms[phrase], LISTED)
        if category.beginnings:
            for match in _WORD.finditer(text, start, end):
                word, span = match.group().lower(), Span(*match.span())
                if word.startswith(category.beginnings) and not any(span.overlaps(other) for other in taken):
                    form = next(b for b in category.beginnings if word.startswith(b)) + ANY_END
                    yield _ListedWord(span, category.name, category.forms[form], BEGINS)


def columns(scope: Scope) -> tuple[Column, ...]:
    """Per category that occurs: uses, uses over words, and the share of them in quotation marks."""
    declared: list[Column] = []
    taken: set[str] = set()
    for category in sorted({row.category for row in _rows(scope)}):
        slug = _slug(category, taken)
        uses = count(
            slug,
            f"Words of the user's category “{category}” in title and body.",
            "mentions",
            rows=partial(_is, category),
        )
        quoted = count(
            f"{slug}_quoted",
            f"Words of the user's category “{category}” inside quotation marks.",
            "mentions",
            rows=partial(_is_quoted, category),
        )
        per_word = ratio(
            f"{slug}_per_word",
            f"Words of the user's category “{category}” in title and body, over the words of the body.",
            slug,
            "words",
            unit="mentions per word",
        )
        among = share(
            f"{slug}_quoted_share",
            f"Share of the words of the user's category “{category}” that stand in quotation marks.",
            quoted.name,
            slug,
        )
        for column, feature in (
            (uses, "dictionary_uses"),
            (per_word, "dictionary"),
            (quoted, "dictionary_quoted_uses"),
            (among, "dictionary_quoted"),
        ):
            declared.append(replace(column, feature=feature, group=category))
    return tuple(declared)


def _rows(scope: Scope) -> Iterator[DictionaryMention]:
    return (row for row in scope.mentions.get(KIND, ()) if isinstance(row, DictionaryMention))


def _slug(category: str, taken: set[str]) -> str:
    """The beginning of a category's column names, which no other category has."""
    word = _UNSAFE.sub("_", category.lower()).strip("_") or "category"
    base = f"dictionary_{word}"
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}_{number}", number + 1
    taken.add(slug)
    return slug


def _is(category: str, row: DictionaryMention) -> bool:
    return row.category == category


def _is_quoted(category: str, row: DictionaryMention) -> bool:
    return row.category == category and row.inside_quote


ENTRIES: Mapping[str, str] = {
    LISTED: "a word or phrase of the user's dictionary, as it is listed",
    BEGINS: "a word that begins as the user's dictionary says (`harbour*`)",
}
"""Every entry of a trail, those that name a category apart."""

DICTIONARY = Extractor(
    name=KIND,
    table=evidence_table(KIND, DictionaryMention),
    extract=extract,
    columns=columns,
    entries=ENTRIES,
)
