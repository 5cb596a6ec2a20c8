"""From parsed sentences to attribution rows: how candidates are found, and the passes they go through in order.

A candidate is a cue with content and speaker. Each pass takes all candidates of an article and gives them back, some
changed, some gone; `PASSES` is the order. Then speakers are resolved in text order, and rows are made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from framing.extract.attribution.candidate import (
    Candidate,
    Complement,
    by_sentence,
    directness,
    token_spans,
    trimmed,
    without,
)
from framing.extract.attribution.constructions import Content, CueCase, content_of, pointed_to
from framing.extract.attribution.constructions.passives import asked_first
from framing.extract.attribution.constructions.tags_by_position import PositionTag, tags_by_position
from framing.extract.attribution.cues import CueUse, cue_forms, find_cues
from framing.extract.attribution.exclusions import (
    is_only_meant,
    is_unspoken,
    names_speaker,
    told_within,
    why_not,
)
from framing.extract.attribution.headline_marks import headline_marks, headline_speakers, headline_verbs
from framing.extract.attribution.quotations import attach, signed, turns, without_cue
from framing.extract.attribution.record import AttributionMention
from framing.extract.attribution.scope import (
    covered,
    cut,
    holders,
    without_background,
    without_own_predicates,
)
from framing.extract.attribution.side_inference import side_of_citing_medium, side_of_passage
from framing.extract.attribution.speakers import (
    SpeakerLexicon,
    SpeakerPhrase,
    after_cue,
    can_speak,
    speaker_before,
    speaker_of,
)
from framing.extract.base import Context, Numbering
from framing.extract.rules import joined
from framing.extract.verification import VerificationMention
from framing.lexicon import Lexicons
from framing.lexicon.attribution import Cue
from framing.people.coreference import Resolver, Speaker
from framing.people.speaker_nouns import SpeakerWords, speaker_words
from framing.records.article import Span, merged
from framing.records.mention import covering
from framing.text.grammar import is_infinitive, is_passive, is_verbal, stripped
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle

_DEEDS_OF_TITLES: tuple[Complement, ...] = (
    "noun_phrase",
    "evidence",
    "gerund",
    "about_phrase",
    "other_phrase",
    "infinitive",
    "directed_infinitive",
    "passive",
    "reduced_passive",
    "heading",
)
Listener = Callable[[CueUse, str], None]
"""Told of each cue that becomes no row, and why."""


def nobody_listens(use: CueUse, why: str) -> None:
    """Nobody wants to know why a cue became no row."""


@dataclass(frozen=True)
class ArticleCase:
    """What the passes know of an article."""

    parsed: ParsedArticle
    context: Context
    told: Listener = field(default=nobody_listens)

    @cached_property
    def forms(self) -> Mapping[str, tuple[Cue, ...]]:
        return cue_forms(self.context.lexicons)

    @cached_property
    def words(self) -> SpeakerWords:
        return speaker_words(self.context.lexicons)

    @cached_property
    def lexicon(self) -> SpeakerLexicon:
        return speaker_lexicon(self.context.lexicons)

    @cached_property
    def withholding(self) -> frozenset[str]:
        return self.context.lexicons.words("support_verbs", "withhold")

    @cached_property
    def turns(self) -> list[Candidate]:
        """The turns of printed conversations in text order; what is said in them is given to their speakers."""
        verbs = {f for f, cues in self.forms.items() if any("quotation" in cue.grammar for cue in cues)}
        return turns(self.parsed, verbs)


def extract(
    parsed: ParsedArticle, context: Context, told: Listener = nobody_listens
) -> list[AttributionMention]:
    """All attributions of an article, in text order."""
    article = ArticleCase(parsed, context, told)
    candidates = list(found(article))
    for run in PASSES:
        candidates = run(candidates, article)
    return _rows(candidates, article)


def speaker_lexicon(lexicons: Lexicons) -> SpeakerLexicon:
    """What tells who can speak."""
    return SpeakerLexicon(speaker_words(lexicons).types, lexicons.words("support_verbs", "support"))


# -- finding candidates -----------------------------------------------------------------------------


def found(article: ArticleCase) -> Iterator[Candidate]:
    """Every cue with its content and speaker; without content only where a quotation may still be found."""
    for sentence in article.parsed.sentences:
        uses = list(find_cues(sentence, article.forms))
        heads = frozenset(use.head.i for use in uses)
        tags = {tag.use.head.i: tag for tag in tags_by_position(sentence, article.forms)}
        for use in uses:
            candidate = _by_grammar(use, heads, article)
            tag = tags.pop(use.head.i, None)
            if tag is not None and use.cue.id == tag.use.cue.id:
                candidate = _by_position(tag, candidate, article)
            if candidate is not None:
                yield candidate
        for tag in tags.values():
            if (candidate := _by_position(tag, None, article)) is not None:
                yield candidate


def _by_grammar(use: CueUse, heads: frozenset[int], article: ArticleCase) -> Candidate | None:
    """A cue with the content and speaker that the grammar of its sentence gives it."""
    refusal = _refusal(use, article.parsed)
    if refusal:
        article.told(use, refusal)
        return None
    case = CueCase(use, heads)
    content, speaker = _content_and_speaker(case, article)
    if content is None and not _may_quote(use):
        article.told(use, "no-construction")
        return None
    if article.parsed.inside_quotation(use.sentence.span_of(use.tokens)):
        if content is None or speaker is None or not names_speaker(speaker.head, article.words.types):
            article.told(use, "nobody-named-inside-quotation")
            return None
    else:
        content, speaker = _behind_quotation(use, content, speaker, article)
    return _candidate(use, content, speaker)


def _behind_quotation(
    use: CueUse, content: Content | None, speaker: SpeakerPhrase | None, article: ArticleCase
) -> tuple[Content | None, SpeakerPhrase | None]:
    """Content and speaker of a cue outside quotation marks, where its subject stands in them or is missing: behind a
    quotation whoever stands behind the cue, else whoever stands before it."""
    if speaker is not None and not (speaker.spans and article.parsed.inside_quotation(speaker.spans[0])):
        return content, speaker
    behind = after_cue(use) if _may_quote(use) else None
    if behind is not None and _speaks(behind.head, article) and _stands_behind_quotation(use, article):
        return None, behind
    return content, speaker_before(use) if speaker is not None else None


def _stands_behind_quotation(use: CueUse, article: ArticleCase) -> bool:
    """Whether a closing quotation mark stands right before a cue."""
    start = use.sentence.start + use.head.idx
    before = article.parsed.article.text[:start].rstrip()
    return any(q.end == len(before) for q in article.parsed.quotations)


def _content_and_speaker(case: CueCase, article: ArticleCase) -> tuple[Content | None, SpeakerPhrase | None]:
    content = content_of(case)
    speaker = speaker_of(case, content.tokens if content else (), article.lexicon)
    if (
        content is not None
        and content.complement == "citing"
        and (_is_circumstance(case.verb) or not _speaks(speaker and speaker.head, article))
    ):
        # "He left, citing the cost": what is cited is no source but what the subject points to.
        content = pointed_to(case)
        speaker = speaker_of(case, content.tokens if content else (), article.lexicon)
    return content, speaker


def _is_circumstance(participle: Token) -> bool:
    """Whether a participle in commas stands between a conjunction or a subject and its verb: "and, citing the cost, left"."""
    before = participle.nbor(-2) if participle.i > 1 and participle.nbor(-1).text == "," else None
    return before is not None and before.dep == "cc"


def _candidate(use: CueUse, content: Content | None, speaker: SpeakerPhrase | None) -> Candidate:
    own = speaker.spans if speaker else []
    spans = without(token_spans(use.sentence, content.tokens), _with_by(use, speaker)) if content else []
    return Candidate(
        sentence=use.sentence,
        use=use,
        complement=content.complement if content else "quotation",
        content=tuple(spans),
        trail=(
            f"cue:{use.cue.id}",
            *((content.rule,) if content else ()),
            *((f"speaker:{speaker.rule}",) if speaker else ()),
        ),
        speaker=tuple(own),
        speaker_head=speaker.head if speaker else None,
    )


def _with_by(use: CueUse, speaker: SpeakerPhrase | None) -> list[Span]:
    """A speaker's spans, with the *by* before them."""
    if speaker is None:
        return []
    above = speaker.head.head
    before = token_spans(use.sentence, [above]) if above.lower == "by" and above.i < speaker.head.i else []
    return merged([*before, *speaker.spans])


def _refusal(use: CueUse, parsed: ParsedArticle) -> str:
    """Why a word is no cue where it stands; empty where it may be one."""
    if use.head.dep in ("amod", "compound"):
        return "describes-noun"
    if parsed.inside_quotation(use.sentence.span_of(use.tokens)) and not told_within(use):
        return "inside-quotation"
    return ""


def _may_quote(use: CueUse) -> bool:
    """Whether a cue without content may get a quotation for it."""
    return use.cue.pos == "verb" and "quotation" in use.cue.grammar and not asked_first(use.head)


def _speaks(head: Token | None, article: ArticleCase) -> bool:
    return head is not None and can_speak(head, article.words.types)


def _by_position(tag: PositionTag, candidate: Candidate | None, article: ArticleCase) -> Candidate | None:
    """A tag found by its place, where the parse gave its cue no content or no speaker."""
    if candidate is not None and candidate.content and candidate.speaker:
        return candidate
    sentence = tag.use.sentence
    speaker, head = token_spans(sentence, tag.speaker), _head_of(tag.speaker)
    if article.parsed.inside_quotation(speaker[0]) or not _speaks(head, article):
        return candidate
    return Candidate(
        sentence=sentence,
        use=tag.use,
        complement="set_off",
        content=tuple(token_spans(sentence, stripped(tag.content))),
        trail=(f"cue:{tag.use.cue.id}", "tag-by-position", "speaker:right-before"),
        speaker=tuple(speaker[:1]),
        speaker_head=head,
    )


def _head_of(tokens: Sequence[Token]) -> Token:
    """The head of a noun phrase told by its place: its last noun before a preposition or participle."""
    end = next((n for n, t in enumerate(tokens) if n and t.tag in ("IN", "VBN", "VBG")), len(tokens))
    return next((t for t in reversed(tokens[:end]) if t.pos in ("NOUN", "PROPN", "PRON")), tokens[end - 1])


# -- the passes -------------------------------------------------------------------------------------


def _kept(
    candidates: Sequence[Candidate], article: ArticleCase, why: Callable[[Candidate], str]
) -> list[Candidate]:
    """The candidates for which there is no reason against; the others are told."""
    kept = []
    for candidate in candidates:
        reason = why(candidate)
        if not reason:
            kept.append(candidate)
        elif candidate.use is not None:
            article.told(candidate.use, reason)
    return kept


def without_exclusions(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Nobody has said it, or can have."""

    def why(candidate: Candidate) -> str:
        exclusion = why_not(candidate, article.words.types, article.withholding)
        return exclusion.name if exclusion is not None else ""

    return _kept(candidates, article, why)


def without_turns(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """What a printed conversation has given to its speakers is nobody else's."""
    said = [span for turn in article.turns for span in turn.content]
    ends = [span.end for span in said]

    def why(candidate: Candidate) -> str:
        place = candidate.tag if candidate.cue else candidate.content[0]
        at = bisect_left(ends, place.end)
        return "inside-turn" if at < len(said) and said[at].contains(place) else ""

    return _kept(candidates, article, why)


def without_checks(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """A cue that is itself a statement on checking ("claims could not be verified") is no attribution."""
    statements = [
        statement.span
        for rows in (article.context.found, article.context.rejected)
        for statement in rows.get("verification", ())
    ]

    def why(candidate: Candidate) -> str:
        if candidate.complement not in ("passive", "reduced_passive", "noun_phrase"):
            return ""
        checks = any(cue.overlaps(statement) for statement in statements for cue in candidate.cue)
        return "statement-on-checking" if checks else ""

    return _kept(candidates, article, why)


def without_objects_of_cues(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """A noun that is the object of a cue verb ("voiced concern that …"): one attribution, the verb's."""
    verbs = {
        (candidate.sentence.start, candidate.use.head.i)
        for candidate in candidates
        if candidate.use is not None and candidate.complement == "noun_phrase"
    }

    def why(candidate: Candidate) -> str:
        use = candidate.use
        if use is None or use.cue.pos != "noun" or use.head.dep != "dobj":
            return ""
        return "object-of-cue" if (candidate.sentence.start, use.head.head.i) in verbs else ""

    return _kept(candidates, article, why)


def cut_at_next(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Contents end where the next attribution of the sentence begins."""
    return cut(candidates)


def cut_at_own_predicates(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Contents end where the sentence goes on with what the speaker did."""
    return without_own_predicates(candidates)


def without_background_clauses(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Reported contents end where the narrator goes on about the speaker or a thing named."""
    return without_background(candidates, article.parsed.article.text)


def with_quotations(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Quotations are given to cues; those left over may have a speaker without a cue."""
    attached, floating = attach(article.parsed, candidates)
    return [*attached, *without_turns(list(without_cue(article.parsed, floating, article.words)), article)]


def without_unspoken(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """A cue without content has said nothing, an active verb without a speaker nobody."""

    def why(candidate: Candidate) -> str:
        if not candidate.content:
            return "no-content"
        return "nobody-speaks" if is_unspoken(candidate) else ""

    return _kept(candidates, article, why)


def with_adverbs_joined(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """An evidential adverb and “according to” on the same content are one attribution with two cues."""
    adverbs = by_sentence(c for c in candidates if c.use is not None and c.use.cue.pos == "adverb")
    absorbed: set[int] = set()
    result = []
    for candidate in candidates:
        if candidate.use is not None and candidate.use.cue.pos == "preposition":
            for adverb in adverbs.get(candidate.sentence.start, ()):
                overlap = any(a.overlaps(b) for a in adverb.content for b in candidate.content)
                if overlap and id(adverb) not in absorbed:
                    absorbed.add(id(adverb))
                    candidate = _with_second_cue(candidate, adverb)
        result.append(candidate)
    return [candidate for candidate in result if id(candidate) not in absorbed]


def _with_second_cue(candidate: Candidate, adverb: Candidate) -> Candidate:
    return replace(
        candidate,
        extra_cues=(*candidate.extra_cues, *adverb.cue),
        secondary="hedge_adverb",
        content=tuple(without(candidate.content, adverb.cue)),
        trail=(*candidate.trail, f"second-{adverb.trail[0]}"),
    )


def with_turns(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Turns of printed conversations, and quotations that are signed."""
    signatures = list(signed(article.parsed))
    given = {candidate.content for candidate in signatures}
    kept = [c for c in candidates if c.use is not None or c.content not in given]
    return [*kept, *article.turns, *signatures]


def with_headline_marks(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Attributions of the title by a dash or colon; a cue that a mark gives its content is not counted twice."""
    text, context = article.parsed.article.text, article.context
    surnames = frozenset(
        text[slice(*span)].split()[-1] for candidate in candidates for span in candidate.speaker[:1]
    )
    known = headline_speakers(
        context.lexicons, context.sides, article.words, article.parsed.article.source, surnames
    )
    marked = list(headline_marks(article.parsed, known, article.forms, article.lexicon))
    cues = {(c.sentence.start, c.use.head.i) for c in marked if c.use is not None}
    kept = [c for c in candidates if c.use is None or (c.sentence.start, c.use.head.i) not in cues]
    return [*kept, *marked]


def with_headline_verbs(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Attributions of the title by its main verb, where the constructions of running text gave it no content."""
    taken = {c.use.head.i for c in candidates if c.use is not None and c.sentence.region == "title"}
    no_report = article.context.lexicons.words("headlines", "no_report")
    return [*candidates, *headline_verbs(article.parsed, article.forms, taken, no_report)]


def without_deeds_of_titles(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """In a title a cue attributes only a clause or a quotation: "Mayor announces deal" tells what the mayor did."""

    infinitive_nouns = article.context.lexicons.words("headlines", "infinitive_nouns")

    def why(candidate: Candidate) -> str:
        deed = candidate.sentence.region == "title" and candidate.complement in _DEEDS_OF_TITLES
        spoken = (
            candidate.quoted or _is_unowned_belief(candidate) or _says_a_clause(candidate, infinitive_nouns)
        )
        return "deed-of-title" if deed and not spoken else ""

    return _kept(candidates, article, why)


def _is_unowned_belief(candidate: Candidate) -> bool:
    """Whether a passive tells what nobody named says or believes: "Mayor expected to resign"."""
    use = candidate.use
    if use is None or candidate.speaker or use.cue.cue_class == "directive":
        return False
    return is_passive(use.head) and any(c.dep == "xcomp" and is_infinitive(c) for c in use.head.children)


def _says_a_clause(candidate: Candidate, infinitive_nouns: frozenset[str]) -> bool:
    """Whether a content holds a verb that is no infinitive but of the perfect ("to have won"), or says what is to be
    ("confirms council to meet", not "announces deal to end strike")."""
    sentence, use = candidate.sentence, candidate.use
    if (
        candidate.complement == "directed_infinitive"
        and use
        and "object_to_infinitive" not in use.cue.grammar
    ):
        return not any(c.dep == "dobj" and c.lemma in infinitive_nouns for c in use.head.children)
    gerund = candidate.complement == "about_phrase"
    return any(
        is_verbal(token)
        and (not is_infinitive(token) or token.tag == "VBN")
        and token.dep != "amod"
        and not (gerund and token.dep == "pcomp")
        for token in sentence.parse or ()
        if any(s.start <= sentence.start + token.idx < s.end for s in candidate.content)
    )


def with_trimmed_contents(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """Contents without commas at their ends."""
    text = article.parsed.article.text
    trim = (replace(c, content=tuple(trimmed(text, c.content))) for c in candidates)
    return [candidate for candidate in trim if candidate.content]


def without_only_meant(candidates: Sequence[Candidate], article: ArticleCase) -> list[Candidate]:
    """What stands in another's content and is only promised, possible, denied or named is the other's."""
    held = holders([c.content for c in candidates], [c.place for c in candidates])
    inner = {id(candidate) for candidate, outer in zip(candidates, held, strict=True) if outer}
    return _kept(candidates, article, lambda c: is_only_meant(c) if id(c) in inner else "")


PASSES: tuple[Callable[[Sequence[Candidate], ArticleCase], list[Candidate]], ...] = (
    without_exclusions,
    without_turns,
    without_checks,
    without_objects_of_cues,
    cut_at_next,
    cut_at_own_predicates,
    with_quotations,
    without_background_clauses,
    without_unspoken,
    with_adverbs_joined,
    with_turns,
    with_headline_marks,
    with_headline_verbs,
    without_deeds_of_titles,
    with_trimmed_contents,
    without_only_meant,
)
"""What candidates go through, in order."""


# -- rows -------------------------------------------------------------------------------------------


def _rows(candidates: Sequence[Candidate], article: ArticleCase) -> list[AttributionMention]:
    parsed, context = article.parsed, article.context
    resolver = Resolver(parsed, context.lexicons, context.sides, _spoken(candidates, article.words))
    numbering = Numbering(parsed, AttributionMention.LETTER)
    ordered = sorted(candidates, key=lambda candidate: (covering(candidate.spans), candidate.trail))
    rows = [_row(candidate, _resolved(candidate, parsed, resolver), numbering) for candidate in ordered]
    rows = side_of_citing_medium(_nested(rows), parsed.article.text, context.sides)
    return _verified(side_of_passage(rows, context.sides.ids if context.sides else ()), context)


def _spoken(candidates: Sequence[Candidate], words: SpeakerWords) -> frozenset[str]:
    """Capitalised heads of speakers that no list of nouns knows: surnames, if nothing else speaks against it."""
    heads = (c.speaker_head for c in candidates)
    names = (h for h in heads if h is not None and h.tag == "NNP" and h.lower not in words.types)
    return frozenset(h.text for h in names if h.text[:1].isupper() and not h.text.isupper())


def _resolved(candidate: Candidate, parsed: ParsedArticle, resolver: Resolver) -> Speaker:
    """Who the speaker of a candidate is."""
    text = parsed.article.text
    if candidate.speaker and candidate.speaker_head is not None:
        first = candidate.speaker[0]
        speaker = resolver.resolve(candidate.speaker_head, text[slice(*first)], first.start)
        if parsed.inside_quotation(first):
            resolver.forget_last()
        return speaker
    if candidate.speaker:
        return resolver.resolve_name(_text(text, candidate.speaker), candidate.speaker[0].start)
    before = resolver.last(covering(candidate.spans).start) if candidate.carried else None
    return before or resolver.nobody()


def _row(candidate: Candidate, speaker: Speaker, numbering: Numbering) -> AttributionMention:
    parsed, use = numbering.parsed, candidate.use
    text = parsed.article.text
    by = (f"resolved:{speaker.by}",) if speaker.by else ()
    side = ("side:pack",) if speaker.side not in ("", "unknown") else ()
    placed = numbering.place(*covering(candidate.spans), joined((*candidate.trail, *by, *side)))
    return AttributionMention(
        **placed,
        speaker_spans=candidate.speaker,
        speaker_text=_text(text, candidate.speaker),
        speaker_resolved=speaker.name,
        speaker_side=speaker.side,
        speaker_type=speaker.type,
        cue_spans=candidate.cue,
        cue_text=_text(text, candidate.cue),
        cue_lemma=use.cue.lemma if use else _text(text, candidate.cue),
        cue_class=use.cue.cue_class if use else "neutral" if candidate.mark else "other",
        secondary_cue_class=candidate.secondary,
        content_spans=candidate.content,
        directness=directness(text, candidate.content, parsed.quotations),
        negated=use is not None and any(c.dep == "neg" for c in use.head.children),
        verification="none",
        speaker_missing=not candidate.speaker,
        nested_in="",
    )


def _nested(rows: Sequence[AttributionMention]) -> list[AttributionMention]:
    """Rows that stand in the content of another name the smallest such row."""
    contents = [row.content_spans for row in rows]
    held = holders(contents, [(*row.cue_spans, *row.content_spans[:1])[0] for row in rows])
    sizes = [sum(e - s for s, e in spans) for spans in contents]
    return [
        replace(row, nested_in=rows[min(outer, key=lambda n: sizes[n])].mention_id) if outer else row
        for row, outer in zip(rows, held, strict=True)
    ]


def _verified(rows: list[AttributionMention], context: Context) -> list[AttributionMention]:
    """Rows with the status that the article's verification statements give them."""
    status: dict[str, str] = {}
    for statement in context.found.get("verification", ()):
        if isinstance(statement, VerificationMention):
            for row in covered(statement, rows):
                status.setdefault(row.mention_id, statement.verification)
    return [
        replace(row, verification=status[row.mention_id]) if row.mention_id in status else row for row in rows
    ]


def _text(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Every inflected form of every cue's first word; of longer prepositions the last word, which is rarer."""
    for form, cues in cue_forms(lexicons).items():
        for cue in cues:
            if cue.pos != "preposition":
                yield form
            elif "judgement" not in cue.grammar:
                yield max(cue.lemma.split(), key=len)
