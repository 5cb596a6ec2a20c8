"""From parsed sentences to attribution rows: the order in which the rules run."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from framing.extract.attribution.content import content_of
from framing.extract.attribution.cues import CueUse, cue_forms, find_cues
from framing.extract.attribution.draft import Draft, by_sentence, token_spans
from framing.extract.attribution.exclusions import names_speaker, only_meant, plausible, told_within, unspoken
from framing.extract.attribution.features import columns, features
from framing.extract.attribution.headline import headline_drafts
from framing.extract.attribution.nesting import holders
from framing.extract.attribution.quotations import attach
from framing.extract.attribution.quotations_without_cue import without_cue
from framing.extract.attribution.record import AttributionMention
from framing.extract.attribution.scope import covered
from framing.extract.attribution.scope_of_content import cut
from framing.extract.attribution.side_of_medium import vouched
from framing.extract.attribution.side_of_passage import enclosed
from framing.extract.attribution.spans import directness, trimmed
from framing.extract.attribution.speaker import Voices, asked_first, speaker_before, speaker_of
from framing.extract.attribution.tags_by_position import Tag, tags
from framing.extract.attribution.transcript import turns
from framing.extract.attribution.verbs import cited
from framing.extract.attribution.voices import can_speak
from framing.extract.base import Context, Extractor, Numbering, evidence_table
from framing.extract.verification import VerificationMention
from framing.lexicon import Lexicons
from framing.lexicon.attribution import Cue
from framing.people.coreference import Resolver
from framing.people.speaker_nouns import speaker_words
from framing.records.article import Span, merged
from framing.records.mention import covering
from framing.text.grammar import stripped
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle


def extract(parsed: ParsedArticle, context: Context) -> list[AttributionMention]:
    """All attributions of an article, in text order."""
    forms = cue_forms(context.lexicons)
    withholding = context.lexicons.words("support_verbs", "withhold")
    words = speaker_words(context.lexicons)
    voices = Voices(words.types, context.lexicons.words("support_verbs", "support"))
    spoken = turns(parsed)
    said = [span for turn in spoken for span in turn.content]
    drafts = [draft for draft in _drafts(parsed, forms, voices) if plausible(draft, words.types, withholding)]
    drafts = _without(drafts, said)
    drafts = [draft for draft in drafts if not _checks(draft, context)]
    groups = by_sentence(drafts)
    drafts = [draft for draft in drafts if not _object_of_cue(draft, groups[draft.sentence.start])]
    cut(drafts)
    floating = attach(parsed, drafts)
    drafts = [draft for draft in drafts if draft.content and not unspoken(draft)]
    drafts = _joined(drafts)
    drafts.extend(_without(list(without_cue(parsed, floating, words)), said))
    drafts.extend(spoken)
    drafts.extend(headline_drafts(parsed, context.sides, words, drafts))
    text = parsed.article.text
    for draft in drafts:
        draft.content = trimmed(text, draft.content)
    drafts = [draft for draft in drafts if draft.content]
    held = holders([draft.content for draft in drafts], [_place(draft) for draft in drafts])
    drafts = [draft for draft, outer in zip(drafts, held, strict=True) if not (outer and only_meant(draft))]
    drafts.sort(key=lambda d: (covering(d.spans), d.rule))
    return _rows(parsed, context, drafts)


def _without(drafts: Sequence[Draft], said: Sequence[Span]) -> list[Draft]:
    """The drafts that do not stand in what a printed conversation, in text order, has given to its speakers."""
    ends = [span.end for span in said]
    kept = []
    for draft in drafts:
        place = draft.tag if draft.cue else draft.content[0]
        at = bisect_left(ends, place.end)
        if at == len(said) or not said[at].contains(place):
            kept.append(draft)
    return kept


def _place(draft: Draft) -> Span:
    """Where a draft stands: its first cue word, or its content where it has none."""
    return draft.cue[0] if draft.cue else draft.content[0]


def _checks(draft: Draft, context: Context) -> bool:
    """Whether a cue is itself a statement on checking ("claims could not be verified"): no attribution."""
    return draft.frame in ("passive", "reduced-passive", "noun") and any(
        cue.overlaps(statement.span)
        for rows in (context.found, context.rejected)
        for statement in rows.get("verification", ())
        for cue in draft.cue
    )


def _object_of_cue(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a noun is the object of a cue verb ("voiced concern that …"): one attribution, the verb's."""
    use = draft.use
    if use is None or use.cue.pos != "noun" or use.head.dep != "dobj":
        return False
    return any(
        d.use is not None
        and d.use.head.i == use.head.head.i
        and d.frame == "noun"
        and d.sentence is draft.sentence
        for d in drafts
    )


def triggers(lexicons: Lexicons) -> Iterator[str]:
    """Every inflected form of every cue's first word; of longer prepositions the last word, which is rarer."""
    for form, cues in cue_forms(lexicons).items():
        for cue in cues:
            if cue.pos != "preposition":
                yield form
            elif "judgement" not in cue.grammar:
                yield max(cue.lemma.split(), key=len)


def _drafts(parsed: ParsedArticle, forms: Mapping[str, tuple[Cue, ...]], voices: Voices) -> Iterator[Draft]:
    for sentence in parsed.sentences:
        uses = list(find_cues(sentence, forms))
        heads = {use.head.i for use in uses}
        set_off = {tag.use.head.i: tag for tag in tags(sentence, forms)}
        for use in uses:
            draft = _draft(parsed, use, heads, voices)
            tag = set_off.pop(use.head.i, None)
            if tag is not None and use.cue.id == tag.use.cue.id:
                draft = _by_place(parsed, tag, draft, voices)
            if draft is not None:
                yield draft
        for tag in set_off.values():
            if (draft := _by_place(parsed, tag, None, voices)) is not None:
                yield draft


def _by_place(parsed: ParsedArticle, tag: Tag, draft: Draft | None, voices: Voices) -> Draft | None:
    """A tag found by its place, where the parse gave its cue no content or no speaker."""
    if draft is not None and draft.content and draft.speaker:
        return draft
    sentence = tag.use.sentence
    speaker = token_spans(sentence, tag.speaker)
    if parsed.inside_quotation(speaker[0]) or not can_speak(_head_of(tag.speaker), voices.types):
        return draft
    spans = token_spans(sentence, stripped(tag.content))
    return Draft(sentence, tag.use, f"cue:{tag.use.cue.id}/tag", spans, speaker[:1], _head_of(tag.speaker))


def _head_of(tokens: Sequence[Token]) -> Token:
    """The head of a noun phrase told by its place: its last noun before a preposition or participle."""
    end = next((n for n, t in enumerate(tokens) if n and t.tag in ("IN", "VBN", "VBG")), len(tokens))
    return next((t for t in reversed(tokens[:end]) if t.pos in ("NOUN", "PROPN", "PRON")), tokens[end - 1])


def _draft(parsed: ParsedArticle, use: CueUse, heads: Set[int], voices: Voices) -> Draft | None:
    """A cue with its content and speaker; without content only where a quotation may still be found."""
    sentence = use.sentence
    at = sentence.span_of(use.tokens)
    quoted = parsed.inside_quotation(at)
    if use.head.dep in ("amod", "compound") or (quoted and not told_within(use)):
        return None
    content = content_of(use, heads)
    quotes = "quotation" in use.cue.grammar and use.cue.pos == "verb" and not asked_first(use.head)
    if content is None and not quotes:
        return None
    tokens = content.tokens if content is not None else []
    speaker, head = speaker_of(use, tokens, voices, heads)
    if (
        content is not None
        and content.frame == "source-object"
        and not (head and can_speak(head, voices.types))
    ):
        # "He left, citing the cost": what is cited is no source but what the subject points to.
        content = cited(use)
        tokens = content.tokens if content is not None else []
        speaker, head = speaker_of(use, tokens, voices, heads)
    if quoted:
        if content is None or head is None or not names_speaker(head, voices.types):
            return None
    elif speaker and parsed.inside_quotation(speaker[0]):
        speaker, head = speaker_before(use)
    frame = content.frame if content is not None else "quotation"
    spans = _minus(token_spans(sentence, tokens), speaker)
    return Draft(sentence, use, f"cue:{use.cue.id}/{frame}", spans, speaker, head)


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """An evidential adverb and “according to” on the same content are one attribution with two cues."""
    kept: list[Draft] = []
    adverbs = by_sentence(d for d in drafts if d.use is not None and d.use.cue.pos == "adverb")
    absorbed: set[int] = set()
    for draft in drafts:
        if draft.use is None or draft.use.cue.pos != "preposition":
            continue
        for adverb in adverbs.get(draft.sentence.start, ()):
            if id(adverb) in absorbed:
                continue
            if any(a.overlaps(b) for a in adverb.content for b in draft.content):
                absorbed.add(id(adverb))
                draft.extra_cues.extend(adverb.cue)
                draft.secondary = "hedge_adverb"
                draft.content = _minus(draft.content, adverb.cue)
    for draft in drafts:
        if id(draft) not in absorbed:
            kept.append(draft)
    return kept


def _minus(spans: Sequence[Span], holes: Iterable[Span]) -> list[Span]:
    result = list(spans)
    for hole in holes:
        pieces: list[Span] = []
        for span in result:
            if not span.overlaps(hole):
                pieces.append(span)
                continue
            pieces.extend(
                p for p in (Span(span.start, hole.start), Span(hole.end, span.end)) if p.start < p.end
            )
        result = pieces
    return merged(result)


def _negated(use: CueUse | None) -> bool:
    return use is not None and any(c.dep == "neg" for c in use.head.children)


def _rows(parsed: ParsedArticle, context: Context, drafts: Sequence[Draft]) -> list[AttributionMention]:
    text = parsed.article.text
    resolver = Resolver(text, context.lexicons, context.sides)
    numbering = Numbering(parsed, AttributionMention.LETTER)
    rows: list[AttributionMention] = []
    for draft in drafts:
        cover = covering(draft.spans)
        placed = numbering.place(*cover, draft.rule)
        speaker_text = _text(text, draft.speaker)
        if draft.speaker and draft.speaker_head is not None:
            who = resolver.resolve(draft.speaker_head, text[slice(*draft.speaker[0])], draft.speaker[0].start)
            if parsed.inside_quotation(draft.speaker[0]):
                resolver.forget_last()
        elif draft.speaker:
            who = resolver.resolve_name(speaker_text, draft.speaker[0].start)
        else:
            before = resolver.last(cover.start) if draft.carried else None
            who = before or resolver.nobody()
        use = draft.use
        rows.append(
            AttributionMention(
                **placed,
                speaker_spans=tuple(draft.speaker),
                speaker_text=speaker_text,
                speaker_resolved=who.name,
                speaker_side=who.side,
                speaker_type=who.type,
                cue_spans=tuple(draft.cue),
                cue_text=_text(text, draft.cue),
                cue_lemma=use.cue.lemma if use else _text(text, draft.cue),
                cue_class=use.cue.cue_class if use else "neutral" if draft.mark else "other",
                secondary_cue_class=draft.secondary,
                content_spans=tuple(draft.content),
                directness=directness(text, draft.content, parsed.quotations),
                negated=_negated(use),
                verification="none",
                speaker_missing=not draft.speaker,
                nested_in="",
            )
        )
    rows = vouched(_nested(rows), text, context.sides)
    return _verified(enclosed(rows, context.sides.ids if context.sides else ()), context)


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


ATTRIBUTION = Extractor(
    name="attribution",
    table=evidence_table("attributions", AttributionMention),
    columns=columns,
    features=features,
    extract=extract,
    triggers=triggers,
)
