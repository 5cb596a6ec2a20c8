"""Wording: loaded words, hedges, boosters, euphemisms, labels and provenance labels.

Each is a word that a writer chose where a plainer one would have named the same thing, or a mark of
how sure the writer is. Words of the topic (war, killed, civilian) are not among them: they say what a
text is about. A word inside quotation marks is the speaker's, and counted apart.

Published sources: Hyland 2005, Metadiscourse (hedges and boosters); Recasens, Danescu-Niculescu-Mizil
and Jurafsky 2013, Linguistic Models for Analyzing and Detecting Biased Language (why slant words must
be told from topic words); style guides per entry in `lexicons/wording.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import ClassVar, NamedTuple, get_args

from framing.extract.base import Context, Extractor, Numbering, Scope, evidence_table
from framing.extract.rules import joined
from framing.lexicon import Lexicons
from framing.lexicon.wording import NAME, Category, WordingEntry
from framing.people.sides import Sides
from framing.records.article import Span
from framing.records.columns import Column, count, ratio
from framing.records.mention import Mention
from framing.text.grammar import noun_chunks
from framing.text.literals import PatternGate
from framing.text.phrases import PhraseIndex
from framing.text.sentences import ParsedArticle, Sentence, plain

KIND = "wording"
CATEGORIES: tuple[str, ...] = get_args(Category)
ABOUT = ("label", "provenance_label", "loaded", "euphemism")
LISTED, HANGS_ON_NAME, SAID_BY_NAME = "listed-word", "hangs-on-name", "said-by-name"
_OF_NOUN = ("acl", "relcl", "amod")
"""How a participle hangs on the noun that it is said of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingMention(Mention):
    """One use of a listed word."""

    LETTER: ClassVar[str] = "w"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="category",
            definition="What kind of wording it is.",
            values=CATEGORIES,
            example="hedge",
            correctable="value",
        ),
        Column(name="entry", definition="The entry of the wording lexicon, by its id.", example="militant"),
        Column(
            name="about_side",
            definition="The side that the noun phrase with the word belongs to (“the Kiev regime”).",
            missing_means="no side is named in the phrase, or no conflict pack is in use",
            correctable="side",
        ),
        Column(
            name="inside_quote",
            type="boolean",
            definition="Whether the word stands in quotation marks, so that it is the speaker's.",
            correctable="value",
        ),
    )

    category: str
    entry: str
    about_side: str
    inside_quote: bool


class _WordingMatcher(NamedTuple):
    """Words in lower case with their entries; what hangs on a name ("Russian-backed"), and what stands before one
    ("run by Hamas")."""

    forms: Mapping[str, WordingEntry]
    suffixes: Mapping[str, WordingEntry]
    before_names: Mapping[str, WordingEntry]
    words: PhraseIndex
    attached: re.Pattern[str]
    said_by: re.Pattern[str]
    gate: PatternGate


class _ListedUse(NamedTuple):
    """A listed word in the article, its entry, and how it was found."""

    span: Span
    entry: WordingEntry
    construction: str


def extract(parsed: ParsedArticle, context: Context) -> list[WordingMention]:
    """All listed words of an article, in text order; the longest form wins."""
    matcher = _compiled(context.lexicons.of(KIND, WordingEntry))
    text = plain(parsed.article.text)
    numbering = Numbering(parsed, WordingMention.LETTER)
    mentions = []
    for sentence in parsed.sentences:
        bodies = context.lexicons.words("grammar", "labelled_bodies")
        said_by = list(_said_by_name(matcher, text, sentence, bodies))
        listed = (use for use in _listed(matcher, text, sentence) if not _overlaps(use, said_by))
        for span, entry, construction in sorted((*listed, *said_by), key=lambda use: use.span):
            if _excepted(entry, text, span) or _is_name(entry, text, span, sentence):
                continue
            side = _about(parsed, context.sides, span) if entry.category in ABOUT else ""
            trail = (f"wording:{entry.id}", construction, *(("side:named",) if side else ()))
            mentions.append(
                WordingMention(
                    **numbering.place(*span, joined(trail)),
                    category=entry.category,
                    entry=entry.id,
                    about_side=side,
                    inside_quote=parsed.inside_quotation(span),
                )
            )
    return mentions


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Labels and loaded words: their noun phrase is needed to see whom they are about."""
    for entry in lexicons.of(KIND, WordingEntry):
        if entry.category in ABOUT:
            for form in entry.forms:
                yield form.strip("-").lower().split()[0].split("-")[-1]


@lru_cache(maxsize=4)
def _compiled(entries: tuple[WordingEntry, ...]) -> _WordingMatcher:
    forms: dict[str, WordingEntry] = {}
    suffixes: dict[str, WordingEntry] = {}
    before_names: dict[str, WordingEntry] = {}
    for entry in entries:
        for form in entry.forms:
            if form.startswith("-"):
                suffixes[plain(form).lower()] = entry
            elif form.endswith(NAME):
                before_names[plain(form.removesuffix(NAME)).strip().lower()] = entry
            else:
                forms[plain(form).lower()] = entry
    tails = "|".join(re.escape(form) for form in sorted(suffixes, key=len, reverse=True)) or "(?!)"
    attached = re.compile(rf"(?<![\w-])(?-i:[A-Z][\w']*)(?:{tails})(?![\w-])", re.IGNORECASE)
    heads = "|".join(re.escape(form) for form in sorted(before_names, key=len, reverse=True)) or "(?!)"
    said_by = re.compile(
        rf"(?<![\w-])(?P<said>{heads})\s(?:the\s)?(?-i:[A-Z][\w'-]*(?:\s[A-Z\d][\w'-]*){{0,5}})",
        re.IGNORECASE,
    )
    return _WordingMatcher(
        forms,
        suffixes,
        before_names,
        PhraseIndex(forms, any_case=True),
        attached,
        said_by,
        PatternGate([attached]),
    )


def _listed(matcher: _WordingMatcher, text: str, sentence: Sentence) -> Iterator[_ListedUse]:
    """The listed words of a sentence, without overlaps; at one place what hangs on a name wins."""
    within = sentence.span
    at = within.start
    hang_on_names = matcher.gate.open(text[within.start : within.end])
    while hang_on_names and (match := matcher.attached.search(text, at, within.end)) is not None:
        start, end, word = next(matcher.words.find(text, at, within.end), (match.end(), match.end(), ""))
        if start < match.start():
            yield _ListedUse(Span(start, end), matcher.forms[word], LISTED)
            at = end
            continue
        whole = matcher.forms.get(match.group().lower())
        entry = whole or _hanging(matcher, match.group())
        yield _ListedUse(Span(*match.span()), entry, LISTED if whole else HANGS_ON_NAME)
        at = match.end()
    for start, end, word in matcher.words.find(text, at, within.end):
        yield _ListedUse(Span(start, end), matcher.forms[word], LISTED)


def _said_by_name(
    matcher: _WordingMatcher, text: str, sentence: Sentence, bodies: Collection[str]
) -> Iterator[_ListedUse]:
    """What a body is said to be by a participle and a name behind it: "a ministry run by Hamas"."""
    if sentence.parse is None:
        return
    for match in matcher.said_by.finditer(text, sentence.start, sentence.end):
        token = next((t for t in sentence.parse if t.idx == match.start() - sentence.start), None)
        if token is not None and token.dep in _OF_NOUN and token.head.lemma.lower() in bodies:
            entry = matcher.before_names[match["said"].lower()]
            yield _ListedUse(Span(*match.span()), entry, SAID_BY_NAME)


def _overlaps(use: _ListedUse, others: Iterable[_ListedUse]) -> bool:
    return any(use.span.overlaps(other.span) for other in others)


def _hanging(matcher: _WordingMatcher, string: str) -> WordingEntry:
    """The entry of what hangs on a name; the longest form."""
    tails = (suffix for suffix in matcher.suffixes if string.lower().endswith(suffix))
    return matcher.suffixes[max(tails, key=len)]


def _excepted(entry: WordingEntry, text: str, span: Span) -> bool:
    """Whether the word is part of one of the entry's fixed expressions."""
    for phrase in entry.not_in:
        reach = len(phrase)
        for match in _whole(phrase).finditer(text, max(0, span.start - reach), span.end + reach):
            if Span(match.start(), match.end()).overlaps(span):
                return True
    return False


def _is_name(entry: WordingEntry, text: str, span: Span, sentence: Sentence) -> bool:
    """Whether a word of judgement is written as part of a name inside a sentence: "the Boston Massacre"."""
    if entry.category not in ("loaded", "label") or sentence.region == "title":
        return False
    word = text[span.start : span.end].split()[-1]
    before = text[sentence.start : span.start].rstrip()
    return (
        word[0].isupper() and not word.isupper() and before[-1:].isalnum() and before.split()[-1][0].isupper()
    )


@lru_cache(maxsize=1024)
def _whole(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(plain(phrase))}(?!\w)", re.IGNORECASE)


def _about(parsed: ParsedArticle, sides: Sides | None, span: Span) -> str:
    """The side of the smallest noun phrase that holds the word, if one is named there."""
    if sides is None:
        return ""
    sentence = parsed.sentence_at(span.start)
    if sentence.parse is None:
        return ""
    start, end = span.start - sentence.start, span.end - sentence.start
    for noun in noun_chunks(sentence.parse):
        first, last = noun.left_edge.idx, noun.idx + len(noun.text)
        if first < end and start < last:
            tail = [t for t in noun.subtree if t.i < noun.i + 5 and t.dep in ("pobj", "compound")]
            last = max([last, *(t.idx + len(t.text) for t in tail)])
            match = sides.of_phrase(sentence.text[first:last])
            return match.side if match else ""
    return ""


def columns(scope: Scope) -> tuple[Column, ...]:
    """Per category: uses in the outlet's own words and in quotation marks, and uses per 1,000 words."""
    declared: list[Column] = []
    for category in CATEGORIES:
        what = category.replace("_", " ")
        own = f"wording_{category}"
        declared += [
            count(
                own,
                f"Words of the category {what} in title and body, outside quotation marks.",
                "mentions",
                rows=partial(_is, category, False),
            ),
            count(
                f"{own}_quoted",
                f"Words of the category {what} inside quotation marks.",
                "mentions",
                rows=partial(_is, category, True),
            ),
            ratio(
                f"{own}_per_word",
                f"Words of the category {what} outside quotation marks, over the words of the body.",
                own,
                "words",
                unit="mentions per word",
            ),
        ]
    for side in scope.sides:
        labels = f"provenance_labels_{side}"
        declared += [
            count(
                labels,
                f"Provenance labels (“-backed”, “-run”) put on {side}, outside quotation marks.",
                "mentions",
                measure="provenance_labels",
                side=side,
                rows=partial(_labels, side),
            ),
            ratio(
                f"provenance_labels_per_attribution_{side}",
                f"Provenance labels put on {side}, over the attributions to {side}: how often who vouches for "
                "something is told where it stands.",
                labels,
                f"attributions_by_{side}",
                unit="mentions per attribution",
                measure="provenance_labels_per_attribution",
                side=side,
            ),
        ]
    return tuple(declared)


def _labels(side: str, row: WordingMention) -> bool:
    return _is("provenance_label", False, row) and row.about_side == side


def _is(category: str, inside_quote: bool, row: WordingMention) -> bool:
    return row.category == category and row.inside_quote == inside_quote


ENTRIES: Mapping[str, str] = {
    LISTED: "The *regime* fell.",
    HANGS_ON_NAME: "The *Kremlin-backed* party won.",
    SAID_BY_NAME: "A militia *backed by Moscow* took the town.",
    "side:named": "the words of the noun phrase name the side",
}
"""Every entry of a trail, those that name an entry of the lexicon apart."""

WORDING = Extractor(
    name="wording",
    table=evidence_table("wording", WordingMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
    entries=ENTRIES,
)
