"""What a summary says against what its article says: speakers exchanged, dropped or added, quotations changed.

Every attribution of the summary, and every sentence that attributes nothing, is looked for in the article.
Where several passages of the article may be meant, one that agrees is enough; what cannot be told with
certainty is not found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.claims.terms import ClaimVocabulary, vocabulary
from framing.compare.summaries.matching import PassageFinder, PassageMatch, covered
from framing.compare.summaries.people import ArticleSpeakers, Relation
from framing.compare.summaries.quoted import FEWEST, ArticleWords, has, pieces, same_words, unquoted
from framing.compare.summaries.record import Check, SummaryCheck
from framing.extract.attribution.record import AttributionMention
from framing.extract.base import Numbering
from framing.lexicon import Lexicons
from framing.records.article import Span
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle, Sentence

SURE = 0.75
"""Least share of a passage's terms that the article's passage must have before a fault is reported."""
TELLING = 4
"""Fewest terms of a passage before a fault is reported."""
WHOLE, MOST = 0.8, 0.6
"""Part of the words in common that stand in what the article attributes: nearly all, most."""
QUOTED_FLOOR = 0.4
"""Least share of a changed quotation's terms for the article's passage to be its original."""
REPORTING = frozenset({"neutral", "according_to", "certainty_factive", "emphasis", "doubt", "hedge_adverb"})
"""Cue classes that tell the reader where a statement is from; to promise or to demand is an act."""

Rows = Sequence[AttributionMention]
Mentions = Mapping[str, Sequence[Mention]]


@dataclass(frozen=True)
class _Verdict:
    check: Check
    rule: str
    match: PassageMatch | None = None
    speaker: str = ""


def summary_checks(
    summaries: Sequence[ParsedArticle],
    spoken: Mapping[str, Mentions],
    articles: Mapping[str, ParsedArticle],
    found: Mapping[str, Mentions],
    lexicons: Lexicons,
) -> list[SummaryCheck]:
    """The checks of all summaries. `spoken` holds the mentions of the summaries by article, `found` those of
    the articles.

    An article with fewer sentences than its summary is a piece of one: it is not checked.
    """
    if not summaries:
        return []
    words = vocabulary(lexicons)
    result: list[SummaryCheck] = []
    for summary in summaries:
        name = summary.article.article_id
        article = articles[name]
        if len(article.sentences) > len(summary.sentences):
            said, printed = _attributions(spoken[name]), _attributions(found[name])
            result += _SummaryChecker(summary, article, said, printed, lexicons, words).checks()
    return result


def _attributions(mentions: Mentions) -> Rows:
    return [row for rows in mentions.values() for row in rows if isinstance(row, AttributionMention)]


class _SummaryChecker:
    def __init__(
        self,
        summary: ParsedArticle,
        article: ParsedArticle,
        said: Rows,
        printed: Rows,
        lexicons: Lexicons,
        words: ClaimVocabulary,
    ) -> None:
        self._summary, self._article = summary, article
        self._said, self._printed = said, printed
        self._text = article.article.text
        self._finder = PassageFinder(article, words)
        self._people = ArticleSpeakers(self._text, printed, lexicons, words)
        self._words = ArticleWords(article)

    def checks(self) -> list[SummaryCheck]:
        """The rows of one summary in text order."""
        found = [
            (row.span, _shown(row), self._attributed(row))
            for row in self._said
            if row.speaker_text and row.content_spans
        ]
        for sentence in self._summary.sentences:
            rows = [row for row in self._said if row.span.overlaps(sentence.span)]
            if not any(row.speaker_text for row in rows):
                found.append((sentence.span, "", self._unattributed(sentence, hedged=bool(rows))))
        found += self._quotations()
        found.sort(key=lambda item: (item[0], item[2].rule))
        numbering = Numbering(self._summary, SummaryCheck.LETTER)
        return [
            SummaryCheck(
                **numbering.place(*span, verdict.rule),
                check=verdict.check,
                summary_speaker=speaker,
                article_speaker=verdict.speaker,
                article_start=verdict.match.span.start if verdict.match else None,
                article_end=verdict.match.span.end if verdict.match else None,
                article_text=self._text[slice(*verdict.match.span)] if verdict.match else "",
                similarity=verdict.match.share if verdict.match else None,
            )
            for span, speaker, verdict in found
        ]

    def _attributed(self, row: AttributionMention) -> _Verdict:
        """Whether the article has the same speaker for what the summary attributes to somebody."""
        quoted = same_words(self._article, self._text, row.content_spans, self._printed)
        terms = self._terms(row)
        size = sum(any(s.span.overlaps(c) for c in row.content_spans) for s in self._summary.sentences)
        matches = quoted or self._finder.best(terms, max(1, size))
        relations = [(match, self._relations(row, match)) for match in matches]
        for match, having in relations:
            if "same" in having:
                rows = self._covering(match, MOST)
                return self._dropped_reporter(row, match) or self._verdict(
                    "agrees", "found/same-speaker", match, rows
                )
        if not matches:
            return _Verdict("not_found", "not-found/words")
        for match, having in relations:
            if "unsure" in having or not (quoted or self._sure(match, terms)):
                return self._verdict("not_found", "not-found/speaker", match, self._covering(match, MOST))
        return self._of_another(row, matches[0])

    def _relations(self, row: AttributionMention, match: PassageMatch) -> set[Relation]:
        """How the speaker is related to those that the article's passage has."""
        return {self._people.relation(row, other) for other in self._covering(match, MOST)}

    def _of_another(self, row: AttributionMention, match: PassageMatch) -> _Verdict:
        """The verdict where the article surely has other speakers for it, or none."""
        rows = self._covering(match, MOST)
        if rows:
            return self._verdict("wrong_speaker", "speaker/other", match, rows)
        if self._may_speak(row, match):
            return self._verdict("not_found", "not-found/speaker", match, rows)
        return self._verdict("added_attribution", "speaker/of-own-words", match, rows)

    def _terms(self, row: AttributionMention) -> frozenset[str]:
        """The terms of what is said, without the tags of other attributions in it."""
        tags = [span for one in self._said for span in (*one.speaker_spans, *one.cue_spans)]
        return self._finder.terms(self._text, _without(row.content_spans, tags))

    def _dropped_reporter(self, row: AttributionMention, match: PassageMatch) -> _Verdict | None:
        """The verdict where the article has somebody else say that the same speaker says it."""
        name = _shown(row)
        inner = [one for one in self._covering(match, MOST) if self._people.relation(row, one) == "same"]
        outer = [one for one in self._printed if _reports(one) and any(_is_inside(i, [one]) for i in inner)]
        plain = any(_shown(one) == name and not _is_inside(one, outer) for one in inner)
        apart = [one for one in outer if _shown(one) != name]
        if plain or not apart or _is_inside(row, self._said) or match.share < SURE:
            return None
        return self._verdict("dropped_attribution", "reported/by-another", match, apart)

    def _unattributed(self, sentence: Sentence, *, hedged: bool) -> _Verdict:
        """Whether the article, too, states in its own voice what the summary states without a speaker."""
        terms = self._finder.terms(self._text, [sentence.span])
        matches = self._finder.best(terms)
        if not matches:
            return _Verdict("not_found", "not-found/words")
        best = matches[0]
        for match in matches:
            rows = [row for row in self._covering(match, WHOLE) if row.cue_class in REPORTING]
            if not rows:
                return _Verdict("agrees", "found/own-voice", match)
        rows = [row for row in self._covering(best, WHOLE) if row.cue_class in REPORTING]
        if hedged or not self._sure(best, terms) or self._continues_speaker(sentence, rows):
            return self._verdict("not_found", "not-found/speaker", best, rows)
        return self._verdict("dropped_attribution", "reported/flat", best, rows)

    def _quotations(self) -> Iterator[tuple[Span, str, _Verdict]]:
        for quotation in self._summary.quotations:
            quoted = pieces(self._text, quotation)
            if not quotation.closed or sum(map(len, quoted)) < FEWEST:
                continue
            saying = [r for r in self._said if any(quotation.span.overlaps(c) for c in r.content_spans)]
            speaker = _shown(saying[0]) if saying else ""
            if not has(self._words, quoted):
                terms = self._finder.terms(self._text, [quotation.span])
                near = next(iter(self._finder.best(terms, floor=QUOTED_FLOOR)), None)
                rows = self._covering(near, MOST) if near else []
                verdict = self._verdict("changed_quotation", "quotation/other-words", near, rows)
                yield quotation.span, speaker, verdict
            elif (place := unquoted(self._words, quoted)) is not None:
                match = PassageMatch((self._article.sentence_at(place.start),), 1.0, (place,))
                rows = self._covering(match, MOST)
                yield (
                    quotation.span,
                    speaker,
                    self._verdict("changed_quotation", "quotation/not-quoted", match, rows),
                )

    def _covering(self, match: PassageMatch, part: float) -> list[AttributionMention]:
        """The article's attributions that the words in common stand in, the outer ones first."""
        return [
            row
            for row in self._printed
            if row.speaker_text or row.speaker_resolved
            if covered(match.places, row.content_spans) >= part
        ]

    @staticmethod
    def _sure(match: PassageMatch, terms: frozenset[str]) -> bool:
        return match.share >= SURE and len(terms) >= TELLING

    def _continues_speaker(self, sentence: Sentence, rows: Rows) -> bool:
        """Whether the summary's sentence before names the speaker, whose words may continue here."""
        before = [row for row in self._said if row.sentence == sentence.number - 1]
        return any(self._people.relation(one, row) == "same" for one in before for row in rows)

    def _may_speak(self, row: AttributionMention, match: PassageMatch) -> bool:
        """Whether the article's paragraph names the speaker, or attributes something to the speaker there."""
        here = {sentence.paragraph for sentence in match.sentences}
        beside = [s for s in self._article.sentences if s.region != "title" and s.paragraph in here]
        named = self._people.words(row)
        near = self._finder.terms(self._text, [s.span for s in beside])
        return named <= near or any(
            self._people.relation(row, other) == "same"
            for other in self._printed
            for s in beside
            if other.span.overlaps(s.span)
        )

    @staticmethod
    def _verdict(check: Check, rule: str, match: PassageMatch | None = None, rows: Rows = ()) -> _Verdict:
        return _Verdict(check, rule, match, _shown(rows[0]) if rows else "")


def _shown(row: AttributionMention) -> str:
    """The speaker's name; as written where it is not known."""
    return row.speaker_resolved if not row.speaker_resolved.islower() else row.speaker_text


def _reports(row: AttributionMention) -> bool:
    """Whether an attribution names a speaker and says where the statement is from."""
    return bool(row.speaker_text) and row.cue_class in REPORTING


def _is_inside(row: AttributionMention, others: Rows) -> bool:
    """Whether the cue of an attribution stands in what one of the others attributes."""
    spans = [span for other in others for span in other.content_spans]
    return bool(row.cue_spans) and any(span.contains(row.cue_spans[0]) for span in spans)


def _without(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """Some spans without the holes in them."""
    result = []
    for span in spans:
        at = span.start
        for hole in sorted(holes):
            if hole.start >= at and hole.end <= span.end:
                result.append(Span(at, hole.start))
                at = hole.end
        result.append(Span(at, span.end))
    return [span for span in result if span.start < span.end]
