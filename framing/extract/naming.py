"""Naming: what people, places and territories are called where more than one name is in use.

Choosing Kyiv or Kiev, Myanmar or Burma is a choice that style guides argue about; the lexicon gives
for each variant what choosing it is said to signal, and the authority for that. Fixed expressions
("chicken Kiev") are found and kept in the table with the exception that applies, but not counted.
Metonyms ("Kyiv said") are told from places, since a government that speaks is not a spot on the map.

Published source of the approach: style-guide comparison as in the naming survey's authorities, cited
per entry in `lexicons/names*.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import ClassVar, NamedTuple

from framing.article import Span
from framing.columns import Column, count, share
from framing.extract.base import Context, Extractor, Numbering, Scope, evidence_table
from framing.folding import fold
from framing.language import ParsedArticle, plain
from framing.lexicon import Lexicons
from framing.lexicon.naming import NameConcept
from framing.mention import Mention

KIND = "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention(Mention):
    """One use of a contested name."""

    LETTER: ClassVar[str] = "n"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="concept",
            definition="What is named: the id of the concept in the naming lexicon.",
            example="capital_kyiv",
        ),
        Column(
            name="variant",
            definition="The name used, as the lexicon lists it (without 's).",
            example="Kiev",
        ),
        Column(
            name="signals",
            definition="What choosing this variant is said to signal, by the authorities the lexicon cites.",
        ),
        Column(
            name="exception",
            definition="The fixed expression that makes this another thing's name; such rows are not counted.",
            missing_means="no exception applies: the row is counted",
            example="the dish",
        ),
        Column(
            name="inside_quote",
            type="boolean",
            definition="Whether the name stands in quotation marks, so that it is the speaker's word.",
        ),
        Column(
            name="sense",
            definition="Whether a place name stands for the place or for the government that sits there.",
            values=("place", "government"),
            missing_means="the concept is no seat of government, or its sense is unclear",
        ),
        Column(
            name="paired_with",
            definition="The other variant printed beside it, as in “Krasnoarmeysk (Pokrovsk)”.",
            missing_means="the name stands alone",
        ),
    )

    concept: str
    variant: str
    signals: str
    exception: str
    inside_quote: bool
    sense: str
    paired_with: str


class _Form(NamedTuple):
    concept: NameConcept
    variant: int


class _Matcher(NamedTuple):
    """`forms` lists for a matched string what it names, with the place in it: the whole string, and
    names of other concepts inside it ("Vladimir Zelensky" is a given name and a surname)."""

    pattern: re.Pattern[str]
    forms: Mapping[str, tuple[tuple[int, int, _Form], ...]]
    exceptions: tuple[tuple[str, str, re.Pattern[str]], ...]


def extract(parsed: ParsedArticle, context: Context) -> list[NameMention]:
    """All contested names of an article, in text order; fixed expressions carry their exception."""
    matcher = _compiled(context.lexicons.of(KIND, NameConcept))
    locatives = context.lexicons.words("grammar", "locative_prepositions")
    numbering = Numbering(parsed, NameMention.LETTER)
    found: list[tuple[Span, _Form]] = []
    exceptions: list[tuple[str, str, Span]] = []
    for sentence in parsed.sentences:
        folded = fold(plain(sentence.text))
        for match in matcher.pattern.finditer(folded.text):
            for start, end, form in matcher.forms[match.group()]:
                span = folded.span(match.start() + start, match.start() + end)
                found.append((_shifted(span, sentence.start), form))
        for concept, name, pattern in matcher.exceptions:
            for match in pattern.finditer(folded.text):
                span = _shifted(folded.span(*match.span()), sentence.start)
                exceptions.append((concept, name, span))
    text = parsed.article.text
    mentions = []
    for index, (span, form) in enumerate(found):
        variant = form.concept.variants[form.variant]
        exception = next(
            (name for concept, name, at in exceptions if concept == form.concept.id and at.overlaps(span)), ""
        )
        mentions.append(
            NameMention(
                **numbering.place(*span, f"name:{form.concept.id}/{variant.label}"),
                concept=form.concept.id,
                variant=variant.label,
                signals=variant.signals,
                exception=exception,
                inside_quote=parsed.inside_quotation(span),
                sense="" if exception else _sense(parsed, form.concept, span, locatives),
                paired_with=_paired(text, found, index),
            )
        )
    return mentions


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Names of seats of government: their sentences are parsed to tell place from government."""
    for concept in lexicons.of(KIND, NameConcept):
        if concept.government:
            for variant in concept.variants:
                for form in variant.forms:
                    yield from form.lower().split()


@lru_cache(maxsize=4)
def _compiled(concepts: tuple[NameConcept, ...]) -> _Matcher:
    forms: dict[str, list[_Form]] = {}
    exceptions = []
    for concept in concepts:
        for number, variant in enumerate(concept.variants):
            for form in variant.forms:
                forms.setdefault(plain(form), []).append(_Form(concept, number))
        for exception in concept.exceptions:
            phrases = "|".join(re.escape(plain(phrase)) for phrase in exception.phrases)
            exceptions.append((concept.id, exception.name, re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)))
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    placed = {form: _placed(form, forms) for form in forms}
    return _Matcher(pattern, placed, tuple(exceptions))


def _placed(string: str, forms: Mapping[str, list[_Form]]) -> tuple[tuple[int, int, _Form], ...]:
    found = [(0, len(string), form) for form in forms[string]]
    taken = {form.concept.id for form in forms[string]}
    for other in sorted(forms, key=len, reverse=True):
        if other == string or other not in string:
            continue
        match = re.search(rf"(?<!\w){re.escape(other)}(?!\w)", string)
        if match:
            found += [(*match.span(), form) for form in forms[other] if form.concept.id not in taken]
            taken |= {form.concept.id for form in forms[other]}
    return tuple(sorted(found, key=lambda place: place[:2]))


def _sense(parsed: ParsedArticle, concept: NameConcept, span: Span, locatives: frozenset[str]) -> str:
    """Government where the name is the doer of a verb, place where a preposition of place governs it."""
    sentence = parsed.sentence_at(span.start)
    if not concept.government or sentence.doc is None:
        return ""
    offset = span.start - sentence.start
    token = next((t for t in sentence.doc if t.idx <= offset < t.idx + len(t.text)), None)
    if token is None:
        return ""
    if token.dep_ in ("nsubj", "agent"):
        return "government"
    return "place" if token.dep_ == "pobj" and token.head.lower_ in locatives else ""


def _paired(text: str, found: Sequence[tuple[Span, _Form]], index: int) -> str:
    """The neighbouring variant of the same concept when one of the two stands in brackets after the other."""
    span, form = found[index]
    for other_index in (index - 1, index + 1):
        if not 0 <= other_index < len(found):
            continue
        other_span, other = found[other_index]
        if other.concept.id != form.concept.id or other.variant == form.variant:
            continue
        first, second = sorted((span, other_span))
        if text[first.end : second.start].strip() in ("(", "/", "(or", "or"):
            return other.concept.variants[other.variant].label
    return ""


def is_counted(mention: NameMention) -> bool:
    """Whether no exception takes the name out of the counts."""
    return not mention.exception


def counted(mentions: Sequence[Mention]) -> list[NameMention]:
    """The name mentions that no exception takes out of the counts."""
    return [m for m in mentions if isinstance(m, NameMention) and is_counted(m)]


def _names(concept: str, variant: str, mention: NameMention) -> bool:
    return mention.concept == concept and (not variant or mention.variant == variant) and is_counted(mention)


def columns(scope: Scope) -> tuple[Column, ...]:
    """One count per concept and variant that occurs in the run, and its share of the concept's names."""
    declared: list[Column] = [
        count("names", "Uses of contested names in title and body.", "mentions", rows=is_counted)
    ]
    for concept, variants in _occurring(scope).items():
        total = f"name_{concept}"
        declared.append(
            count(
                total,
                f"Uses of any listed name of {concept}.",
                "mentions",
                rows=partial(_names, concept, ""),
            )
        )
        for variant in variants:
            slug = f"{total}__{_slug(variant)}"
            declared.append(
                count(
                    slug,
                    f"Uses of “{variant}” for {concept}.",
                    "mentions",
                    rows=partial(_names, concept, variant),
                )
            )
            declared.append(
                share(
                    f"{slug}_share",
                    f"Share of “{variant}” among the listed names of {concept}.",
                    slug,
                    total,
                )
            )
    return tuple(declared)


def _occurring(scope: Scope) -> dict[str, list[str]]:
    pairs = sorted({(m.concept, m.variant) for m in counted(scope.mentions.get("naming", ()))})
    variants: dict[str, list[str]] = {}
    for concept, variant in pairs:
        variants.setdefault(concept, []).append(variant)
    return variants


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower()).strip("_")


NAMING = Extractor(
    name="naming",
    table=evidence_table("names", NameMention),
    triggers=triggers,
    extract=extract,
    columns=columns,
)
