"""Finding contested names in a sentence, and the fixed expressions in which they name something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept, NamePatterns, NamingException, Variant
from framing.records.article import Span
from framing.text.normalise import Folded, fold
from framing.text.sentences import ParsedArticle, Sentence, plain

KIND = "names"
PATTERNS = "name_patterns"
PART_OF_A_NAME = "part of a fixed name"
A_TITLE = "a title"
WHOLE, INSIDE = "listed-name", "name-in-longer-name"
REACH = 60
"""Characters on either side of a name that can belong to a fixed expression with it."""
_WORD = re.compile(r"\w+")


class Form(NamedTuple):
    concept: NameConcept
    variant: Variant


class NameMatch(NamedTuple):
    """A name in the article, and the exception that takes it out of the counts, if any."""

    span: Span
    concept: NameConcept
    variant: Variant
    exception: str
    found_by: tuple[str, ...]
    """The entries of the trail that say how it was found."""


class _NameMatcher(NamedTuple):
    """`by_word` lists for a first word the strings that begin with it, the longest first; terms stand in
    lower case in `terms_by_word`. `forms` gives for a string what it names and where in it: the whole
    string, and names of other concepts inside it ("Vladimir Zelensky" is a given name and a surname)."""

    by_word: Mapping[str, tuple[str, ...]]
    terms_by_word: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[tuple[int, int, Form], ...]]

    def may_hold(self, text: str) -> bool:
        """Whether a string may begin at some word of a text."""
        if not self.by_word.keys().isdisjoint(_WORD.findall(text)):
            return True
        return not self.terms_by_word.keys().isdisjoint(_WORD.findall(text.lower()))


class _Place(NamedTuple):
    """Where a name stands, what it names, and whether it is the whole of the listed string there."""

    start: int
    end: int
    form: Form
    whole: bool


class _Around(NamedTuple):
    """Patterns of fixed names and of titles that hold for every place."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    work: re.Pattern[str]


def find(parsed: ParsedArticle, lexicons: Lexicons) -> list[NameMatch]:
    """All contested names of an article in text order; the longest name wins."""
    matcher = _matcher(lexicons.of(KIND, NameConcept))
    around = _around(lexicons.of(PATTERNS, NamePatterns))
    gate = _NameGate(parsed.article.text)
    found: list[NameMatch] = []
    for sentence in parsed.sentences:
        folded = fold(plain(sentence.text))
        if not matcher.may_hold(folded.text):
            continue
        for start, end, form, whole in _in_text(folded.text, matcher, gate):
            span = _shifted(folded.span(start, end), sentence.start)
            exceptions = {
                "exception:fixed-expression": _exception(folded, start, end, form.concept.exceptions),
                "exception:part-of-name": _fixed_name(folded.text, start, end, form, around),
                "exception:title-of-work": _title(parsed, sentence, span, around),
            }
            by, exception = next(((by, name) for by, name in exceptions.items() if name), ("", ""))
            trail = (WHOLE if whole else INSIDE, *((by,) if by else ()))
            found.append(NameMatch(span, form.concept, form.variant, exception, trail))
    return found


class _NameGate:
    """Whether the article holds the words that a concept or variant needs beside it, and none that it bars."""

    def __init__(self, text: str) -> None:
        self._text = plain(text)
        self._known: dict[tuple[str, ...], bool] = {}

    def lets(self, form: Form) -> bool:
        concept, variant = form
        needed = all(not words or self._has(words) for words in (concept.only_with, variant.only_with))
        return needed and not (variant.not_with and self._has(variant.not_with))

    def _has(self, words: tuple[str, ...]) -> bool:
        if words not in self._known:
            self._known[words] = bool(_any_of(words).search(self._text))
        return self._known[words]


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(plain(word)) for word in words)})(?!\w)")


def _in_text(text: str, matcher: _NameMatcher, gate: _NameGate) -> Iterator[_Place]:
    """Where names stand and what they name."""
    at = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < at:
            continue
        for string, shown in sorted(_strings_at(text, word, matcher), key=lambda pair: -len(pair[0])):
            end = start + len(shown)
            if end < len(text) and (text[end].isalnum() or text[end] == "_"):
                continue
            compound = _ends_compound(text, start)
            open_forms = [
                place
                for place in matcher.forms[string]
                if gate.lets(place[2]) and not (compound and place[2].concept.kind == "term")
            ]
            if open_forms:
                for first, last, form in open_forms:
                    yield _Place(start + first, start + last, form, (first, last) == (0, len(string)))
                at = end
                break


def _strings_at(text: str, word: re.Match[str], matcher: _NameMatcher) -> Iterator[tuple[str, str]]:
    """The listed strings that begin at a word, each with the characters that stand there."""
    start = word.start()
    yield from ((s, s) for s in matcher.by_word.get(word.group(), ()) if text.startswith(s, start))
    for string in matcher.terms_by_word.get(word.group().lower(), ()):
        shown = text[start : start + len(string)]
        if shown.lower() == string:
            yield string, shown


def _ends_compound(text: str, start: int) -> bool:
    """Whether a hyphen joins a word to what stands before it: "eco-terrorists" are no "terrorists"."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _exception(folded: Folded, start: int, end: int, exceptions: Iterable[NamingException]) -> str:
    """The name of the fixed expression that overlaps the name."""
    for exception in exceptions:
        pattern = _fixed_expression(exception)
        for match in pattern.finditer(folded.text, max(0, start - REACH), end + REACH):
            if match.start() < end and start < match.end():
                return exception.name
    return ""


def _fixed_name(text: str, start: int, end: int, form: Form, around: _Around) -> str:
    """Whether a place stands in the name of a body, a newspaper or a team."""
    if form.concept.kind != "place":
        return ""
    inside = around.after.match(text, end) or around.before.search(text[max(0, start - REACH) : start])
    return PART_OF_A_NAME if inside else ""


def _title(parsed: ParsedArticle, sentence: Sentence, span: Span, around: _Around) -> str:
    """Whether the name stands in the quoted title of a book, a film and the like."""
    for quotation in parsed.quotations:
        if quotation.closed and quotation.span.contains(span):
            before = parsed.article.text[max(sentence.start, quotation.start - REACH) : quotation.start]
            words = _WORD.findall(parsed.article.text[quotation.start : quotation.end])
            capitals = all(word[0].isupper() for word in words if len(word) > 4)
            return A_TITLE if capitals and around.work.search(before) else ""
    return ""


@lru_cache(maxsize=4)
def _matcher(concepts: tuple[NameConcept, ...]) -> _NameMatcher:
    forms: dict[str, list[Form]] = {}
    terms: dict[str, list[Form]] = {}
    for concept in concepts:
        for variant in concept.variants:
            for form in variant.forms:
                if concept.kind == "term":
                    terms.setdefault(plain(form).lower(), []).append(Form(concept, variant))
                else:
                    forms.setdefault(plain(form), []).append(Form(concept, variant))
    both = {form: [*forms.get(form, ()), *terms.get(form, ())] for form in (*forms, *terms)}
    placed = {form: _placed(form, both) for form in both}
    return _NameMatcher(_by_first_word(forms), _by_first_word(terms), placed)


@lru_cache(maxsize=1024)
def _fixed_expression(exception: NamingException) -> re.Pattern[str]:
    phrases = "|".join(re.escape(plain(phrase)) for phrase in exception.phrases)
    parts = [*([f"(?i:{phrases})"] if phrases else []), *exception.patterns]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _by_first_word(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form in forms:
        match = _WORD.match(form)
        if match:
            found.setdefault(match.group(), []).append(form)
    return {word: tuple(strings) for word, strings in found.items()}


def _placed(string: str, forms: Mapping[str, list[Form]]) -> tuple[tuple[int, int, Form], ...]:
    found = [(0, len(string), form) for form in forms[string]]
    taken = {form.concept.id for form in forms[string]}
    for other in sorted(forms, key=len, reverse=True):
        if other == string or other not in string:
            continue
        match = re.search(rf"(?<!\w){re.escape(other)}(?!\w)", string)
        if match:
            names = [f for f in forms[other] if f.concept.kind != "term" and f.concept.id not in taken]
            found += [(*match.span(), form) for form in names]
            taken |= {form.concept.id for form in names}
    return tuple(sorted(found, key=lambda place: place[:2]))


@lru_cache(maxsize=4)
def _around(entries: tuple[NamePatterns, ...]) -> _Around:
    def joined(entry_id: str) -> str:
        patterns = [pattern for entry in entries if entry.id == entry_id for pattern in entry.patterns]
        return "|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)"

    return _Around(
        re.compile(joined("fixed_name_after")),
        re.compile(rf"(?<!\w)(?:{joined('fixed_name_before')})\Z"),
        re.compile(rf"(?<!\w)(?:{joined('title_of_a_work')})\W*\Z", re.IGNORECASE),
    )
