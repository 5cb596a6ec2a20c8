"""Verification: what the text says on how far claims have been checked.

"Neither claim could be independently verified", "without providing evidence", "video verified by the
agency": such statements are the outlet's own, and a reader who is to weigh two claims needs to know
which of them carry one. Rows are found before attributions, which take over their scope.

Published source: Kovach & Rosenstiel 2021 on verification as the discipline of journalism; the phrases
follow the accuracy rules of the BBC Editorial Guidelines and the Reuters Handbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import ClassVar, NamedTuple

from framing.extract.base import Context, Extractor, Numbering, Scope, evidence_table
from framing.extract.rules import first, joined
from framing.extract.shown import CorrectionField, NoteLine, Shown, plain_note
from framing.extract.verification.claimant import CLAIMANTS, StatementCase
from framing.lexicon import Lexicons
from framing.lexicon.attribution import Cue, VerificationPhrase
from framing.people.sides import UNKNOWN, Sides
from framing.records.article import Span
from framing.records.columns import Column, count, every_row
from framing.records.mention import Mention
from framing.text.grammar import agent, antecedent, doer, is_passive, noun_phrase
from framing.text.literals import PatternGate
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle, Sentence, plain

KIND = "verification"
SAID_OF_CHECKING = {
    "unverified": "The text says that nobody could check it",
    "disputed": "The text says that it is disputed",
    "verified": "The text says that it was checked",
}
"""What a statement on checking says, in a reader's words."""
_STATEMENTS = {
    "unverified": "Could not be checked",
    "disputed": "Disputed",
    "verified": "Checked",
    "none": "None of these",
}
STATUS = ("unverified", "disputed", "verified")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationMention(Mention):
    """One statement about the checking of claims."""

    LETTER: ClassVar[str] = "v"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(
            name="verification",
            definition="What the statement says: not verified, disputed, verified.",
            values=("none", *STATUS),
            source="Kovach & Rosenstiel 2021",
            correctable="value",
        ),
        Column(
            name="about_side",
            type="list",
            definition="Whose claims it is about: the side of who makes the claim, never of whom it is about; of "
            "“neither claim”, all sides that the sentence names.",
            range="ids of sides | third_party | unknown",
            missing_means="no conflict pack in use",
            example="ukraine;russia",
        ),
        Column(
            name="by_text",
            definition="Who checked, or could not check, as written.",
            missing_means="not said",
            example="The agency",
        ),
        Column(
            name="covers",
            definition="Whether it speaks about a claim made in the text, about two of different speakers (“neither "
            "claim”), or only says that something is not known.",
            values=("claims", "both", "nothing"),
            correctable="value",
        ),
    )

    verification: str
    about_side: str
    by_text: str
    covers: str


class _FoundStatement(NamedTuple):
    span: Span
    phrase: VerificationPhrase


class _StatementMatcher(NamedTuple):
    """Each pattern with its phrase, those of one phrase together, and what tells which can match at all."""

    patterns: tuple[tuple[VerificationPhrase, re.Pattern[str]], ...]
    gate: PatternGate


@lru_cache(maxsize=4)
def _compiled(phrases: tuple[VerificationPhrase, ...]) -> _StatementMatcher:
    patterns = tuple((p, re.compile(x, re.IGNORECASE)) for p in phrases for x in p.patterns)
    return _StatementMatcher(patterns, PatternGate(pattern for _, pattern in patterns))


@lru_cache(maxsize=4)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)


def extract(parsed: ParsedArticle, context: Context) -> list[VerificationMention]:
    """All verification statements of an article outside quotation marks, in text order."""
    matcher = _compiled(context.lexicons.of(KIND, VerificationPhrase))
    two = _any_of(context.lexicons.words("grammar", "dual"))
    numbering = Numbering(parsed, VerificationMention.LETTER)
    rows = []
    for sentence in parsed.sentences:
        for span, phrase in _statements(sentence, matcher):
            if parsed.inside_quotation(span):
                continue
            by = _by(sentence, span) if phrase.subject == "checker" else None
            covers = "both" if phrase.covers == "claims" and two.search(sentence.text) else phrase.covers
            about, found_by = _about(_StatementInSentence(sentence, span, phrase, covers), by, context)
            trail = (
                f"verification:{phrase.id}",
                "words-on-checking",
                *(("by:subject",) if by else ()),
                *found_by,
            )
            rows.append(
                VerificationMention(
                    **numbering.place(*span, joined(trail)),
                    verification=phrase.verification,
                    about_side=about,
                    by_text=parsed.article.text[by.start : by.end] if by else "",
                    covers=covers,
                )
            )
    return rows


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """The words of checking: their sentences are parsed to find who checked."""
    for phrase in lexicons.of(KIND, VerificationPhrase):
        yield from phrase.triggers


def _statements(sentence: Sentence, matcher: _StatementMatcher) -> list[_FoundStatement]:
    """Statements of a sentence without overlaps; of two on the same words the first entry wins."""
    text = plain(sentence.text)
    found: list[_FoundStatement] = []
    for at in matcher.gate.open(text):
        phrase, pattern = matcher.patterns[at]
        for match in pattern.finditer(text):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if not any(span.overlaps(other.span) for other in found):
                found.append(_FoundStatement(span, phrase))
    return sorted(found)


def _by(sentence: Sentence, span: Span) -> Span | None:
    """The noun phrase of whoever checked: the by-phrase of a passive, or the active verb's subject."""
    if sentence.parse is None:
        return None
    inside = [t for t in sentence.parse if span.start <= sentence.start + t.idx < span.end]
    words = [t for pos in ("ADJ", "VERB") for t in inside if t.pos == pos]
    who = _checker(words[-1]) if words else None
    by = sentence.span_of(noun_phrase(who)) if who is not None and noun_phrase(who) else None
    return None if by is None or by.overlaps(span) else by


def _checker(verb: Token) -> Token | None:
    if verb.pos == "VERB" and is_passive(verb):
        return agent(verb)
    who = doer(verb) if verb.pos == "VERB" else doer(verb.head) if verb.dep == "acomp" else None
    if who is not None and who.tag in ("WDT", "WP"):
        who = antecedent(who)
    return who if who is not None and who.lower not in ("it", "there") and who.i < verb.i else None


class _StatementInSentence(NamedTuple):
    """A statement on checking in its sentence."""

    sentence: Sentence
    span: Span
    phrase: VerificationPhrase
    covers: str


def _about(said: _StatementInSentence, by: Span | None, context: Context) -> tuple[str, tuple[str, ...]]:
    """The sides whose claims a statement is about, and the entries of the trail that say how they were found."""
    sides = context.sides
    if sides is None:
        return "", ()
    claimant = None if said.covers == "both" else _claimant(said, context)
    if claimant is not None:
        name, words = claimant
        named = _sides_in(words, sides)
        return ";".join(named) or UNKNOWN, ((f"about:{name}",) if named else ())
    sentence = said.sentence
    named = {}
    for match in sides.find(sentence.text):
        at = Span(sentence.start + match.start, sentence.start + match.end)
        if (by is None or not by.overlaps(at)) and match.kind != "place" and match.side in sides.ids:
            named[match.side] = None
    if said.covers != "both" and len(named) > 1:
        return UNKNOWN, ()
    return ";".join(named) or UNKNOWN, (("about:named",) if named else ())


def _claimant(said: _StatementInSentence, context: Context) -> tuple[str, str] | None:
    """Who makes the claim, as written, and the rule that found who it is."""
    parse = said.sentence.parse
    if parse is None:
        return None
    start, end = said.span.start - said.sentence.start, said.span.end - said.sentence.start
    tokens = [token for token in parse.tokens if token.idx < end and start < token.idx + len(token.text)]
    if not tokens:
        return None
    verbs = _verbs_of_saying(context.lexicons.of("cues", Cue))
    claims = context.lexicons.words("grammar", "claim_nouns")
    found = first(CLAIMANTS, StatementCase(said.phrase, tokens, verbs, claims))
    return None if found is None else (found[0], " ".join(token.text for token in found[1]))


@lru_cache(maxsize=4)
def _verbs_of_saying(cues: tuple[Cue, ...]) -> frozenset[str]:
    return frozenset(cue.head for cue in cues if cue.pos == "verb")


def _sides_in(words: str, sides: Sides) -> dict[str, None]:
    """The sides that some words name, a place too: "Gaza's ministry" is not Israel's."""
    return {match.side: None for match in sides.find(words) if match.side in sides.ids}


def columns(scope: Scope) -> tuple[Column, ...]:
    source = "Kovach & Rosenstiel 2021"
    return (
        count(
            "verification_statements",
            "Statements on the checking of claims.",
            "mentions",
            source=source,
            rows=every_row,
        ),
        *(
            count(
                f"verification_{status}",
                f"Statements that claims are {status}.",
                "mentions",
                source=source,
                rows=partial(_says, status),
            )
            for status in STATUS
        ),
    )


def _says(status: str, row: VerificationMention) -> bool:
    return row.verification == status


SHOWN = Shown(
    letter="H",
    place=4,
    label="Doubt, checking",
    heading="Doubt or checking",
    colour="ink",
    note=plain_note(
        "verification",
        {"none": "A word about checking", **SAID_OF_CHECKING},
        meaning="The text tells the reader how far something could be checked.",
        lines=(
            NoteLine("Who checked, or could not", "by_text"),
            NoteLine("About words of", "about_side", is_side=True),
        ),
    ),
    style="hdg",
    fields=(CorrectionField("verification", "What the text says", _STATEMENTS),),
    annotate="words on whether something was, or could be, checked: “could not be verified”.",
)

ENTRIES: Mapping[str, str] = {
    "words-on-checking": "The claim *could not be verified*.",
    "by:subject": "the subject or the by-phrase of the words on checking: who checked, or could not",
    **{f"about:{rule.name}": rule.example for rule in CLAIMANTS},
    "about:named": "the sides that the sentence names, where nobody is found who claims",
}
"""Every entry of a trail, those that name an entry of the lexicon apart."""

VERIFICATION = Extractor(
    name="verification",
    table=evidence_table("verification", VerificationMention),
    columns=columns,
    extract=extract,
    triggers=triggers,
    entries=ENTRIES,
    shown=SHOWN,
)
