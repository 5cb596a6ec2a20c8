"""Who a cue attributes to: the noun phrase in the cue's sentence."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from framing.article import Span
from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.draft import Draft, merged, token_spans
from framing.extract.clause import DATES, agent, child, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_MOST_WORDS = 30
_MISREAD = ("dobj", "attr", "npadvmod", "dep", "oprd", "appos")
_INSIDE_PHRASE = ("compound", "det", "amod", "poss", "nummod", "nmod", "quantmod", "predet", "advmod")
_LOOSE = (
    "noun",
    "evidence",
    "gerund",
    "source-object",
    "of",
    "about",
    "on",
    "with",
    "for",
    "over",
    "against",
)


def speaker_of(
    use: CueUse, content: list[Token], support: frozenset[str], heads: Set[int] = frozenset()
) -> tuple[list[Span], Token | None]:
    """Spans and head of the speaker's noun phrase; a relative pronoun comes with its antecedent.

    `support` are verbs whose subject speaks the noun that is their object ("issued a warning"), `heads`
    the positions of the sentence's cue words. Empty where the sentence names nobody.
    """
    inside = {t.i for t in content}
    head = _head(use, inside, support, heads)
    if head is None or head in use.tokens:
        return [], None
    if head.tag_ in ("WP", "WDT") or head.lower_ in ("that", "who", "which"):
        antecedent = _antecedent(head)
        if antecedent is None or antecedent.i in inside or head.i in inside:
            return [], None
        return merged([*_spans(use, antecedent), *token_spans(use.sentence, [head])]), antecedent
    if head.pos_ not in _NOMINAL and head.tag_ not in ("VBG", "NN", "JJS", "JJR", "RBS", "RBR"):
        return [], None
    return _spans(use, head), head


def plausible(draft: Draft, types: Mapping[str, str]) -> bool:
    """Whether the speaker can be one where the content is only a noun phrase.

    "The minister highlighted the danger" attributes, "the incident highlighted the danger" does not;
    with a that-clause or a quotation anything may speak. An `evidence` frame wants a document. What
    somebody would announce, did not disclose or met to discuss has not been said, and a generic "you"
    says nothing.
    """
    frame, head, use = draft.frame, draft.speaker_head, draft.use
    if head is not None and head.lower_ == "you":
        return False
    if use is None:
        return True
    kind = None if head is None else types.get(head.lemma_.lower()) or types.get(head.lower_)
    if "evidence" in use.cue.grammar and "quotation" in use.cue.grammar:
        return kind == "document" or (head is not None and head.tag_ in ("WDT", "WP"))
    if use.cue.pos == "noun" and not _owned_or_said(draft):
        return False
    if frame not in _LOOSE:
        return True
    if head is None or _unrealised(use.head):
        return False
    if use.cue.cue_class == "neutral" and use.head.dep_ == "acl" and use.cue.pos == "verb":
        return False
    if frame == "evidence":
        return kind == "document"
    if frame == "source-object":
        return kind != "document"
    return head.pos_ in ("PROPN", "PRON") or head.text[:1].isupper() or kind is not None


def _owned_or_said(draft: Draft) -> bool:
    """Whether a noun attributes its complement.

    With a that-clause any does; "the threat of rain", "a demand for steel" do not unless they have an
    owner or are nouns for what has been said ("reports of", "accusations of"), and what comment is
    requested for has not been said.
    """
    use, frame = draft.use, draft.frame
    if use is None or frame in ("noun-that", "quotation"):
        return True
    if (
        frame == "noun-for"
        and len(draft.content) == 1
        and len(
            use.sentence.text[
                draft.content[0].start - use.sentence.start : draft.content[0].end - use.sentence.start
            ].split()
        )
        == 1
    ):
        return False
    return bool(draft.speaker) or use.cue.cue_class in ("neutral", "doubt", "evaluative")


def _unrealised(verb: Token) -> bool:
    """Whether a verb names a speech act that is intended, possible or denied, not one that was made."""
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return True
    purpose = verb.dep_ in ("advcl", "acl", "relcl") and verb.tag_ == "VB"
    return purpose and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _spans(use: CueUse, head: Token) -> list[Span]:
    cue = {t.i for t in use.tokens}
    tokens = [t for t in noun_phrase(head) if t.i not in cue][:_MOST_WORDS]
    return token_spans(use.sentence, tokens)[:1]


def _antecedent(pronoun: Token) -> Token | None:
    at = pronoun
    for _ in range(6):
        if at.dep_ == "relcl":
            return at.head
        if at.head is at:
            return None
        at = at.head
    return None


def _head(use: CueUse, inside: set[int], support: frozenset[str], heads: Set[int]) -> Token | None:
    match use.cue.pos:
        case "verb":
            return _of_verb(use, inside, heads)
        case "noun":
            return _of_noun(use.head, inside, support)
        case "adjective":
            return (
                subject(use.head.head)
                if use.head.dep_ in ("acomp", "attr", "conj", "oprd")
                else subject(use.head)
            )
        case "preposition":
            return _of_preposition(use)
        case "adverb":
            return None


def _of_verb(use: CueUse, inside: set[int], heads: Set[int]) -> Token | None:
    verb = use.head
    if asked_first(verb):
        return agent(verb)
    if (reporting := coordinated_with(verb, heads)) is not None:
        return subject(reporting)
    if "source_object" in use.cue.grammar and verb.tag_ == "VBG":
        return child(verb, "dobj")
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and (quoted := child(verb.head.head, "dobj")) is not None
    ):
        return quoted
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and "evidence" not in use.cue.grammar:
        issuer = subject(verb.head.head) if verb.head.dep_ == "dobj" else None
        if issuer is not None:
            return issuer
    found = subject(verb)
    if found is not None and found.i not in inside:
        return found
    if found is None and is_passive(verb):
        return None
    above = verb.head if verb.tag_ == "VBG" and verb.dep_ == "advcl" else None
    return (
        _inverted(use.last, verb, inside)
        or _before(verb, inside)
        or (_inverted(above, above, inside) if above is not None and above.i in heads else None)
    )


def coordinated_with(verb: Token, heads: Set[int]) -> Token | None:
    """The reporting verb that a cue is coordinated with, where the parse hung it on the reported clause.

    "He said the talks had failed and said that …": two verbs of reporting in one form belong together.
    """
    first = verb.head
    alike = first.i in heads and first.tag_ == verb.tag_
    if verb.dep_ != "conj" or alike or child(verb, "nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    above = first.head
    if first.dep_ != "ccomp" or above.i not in heads or above.i > first.i or above.tag_ != verb.tag_:
        return None
    return above


def asked_first(verb: Token) -> bool:
    """Whether a cue is the participle that opens its sentence ("Asked whether …, she said …"), a passive."""
    before = [t for t in verb.doc[: verb.i] if not t.is_punct and t.lower_ not in ("when", "if", "once")]
    return verb.tag_ in ("VBN", "VBD") and not before and child(verb, "nsubj", "nsubjpass", "dobj") is None


def _inverted(last: Token, verb: Token, inside: set[int]) -> Token | None:
    """A speaker behind its cue that the parse took for an object (“…,” warned Kim)."""
    for c in verb.children:
        if c.i > last.i and c.dep_ in _MISREAD and c.i not in inside:
            return c if c.pos_ in ("PROPN", "NOUN", "PRON") and c.text not in DATES else None
    return None


def after_cue(use: CueUse) -> tuple[list[Span], Token | None]:
    """The speaker that stands right behind a cue after a quotation (“…,” said Kim)."""
    at = use.last.i + 1
    doc = use.head.doc
    if at >= len(doc) or doc[at].pos_ not in (*_NOMINAL, "DET"):
        return [], None
    head = doc[at]
    while head.dep_ in _INSIDE_PHRASE and head.head.i > head.i:
        head = head.head
    return (_spans(use, head), head) if head.pos_ in ("PROPN", "NOUN", "PRON") else ([], None)


def speaker_before(use: CueUse) -> tuple[list[Span], Token | None]:
    """The speaker that stands right before a cue, where the parse sees another subject."""
    head = _before(use.head, set()) or _before(use.head.head, set())
    return (_spans(use, head), head) if head is not None else ([], None)


def _before(verb: Token, inside: set[int]) -> Token | None:
    """The noun phrase right before a finite verb that the parse left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    at = verb.i - 1
    while at >= 0 and (verb.doc[at].pos_ in ("ADV", "AUX") or verb.doc[at].text in DATES):
        at -= 1
    if at > 0 and verb.doc[at].text == "," and (apposed := _apposed(verb, verb.doc[at - 1])) is not None:
        return None if apposed.i in inside else apposed
    if at < 0 or verb.doc[at].pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    head = verb.doc[at]
    while head.dep_ in (*_INSIDE_PHRASE, "pobj", "prep") and head.head.i < verb.i and head.head is not head:
        if head.head.pos_ not in ("PROPN", "NOUN", "PRON", "ADP"):
            break
        head = head.head
    first = head.left_edge.i
    if at in inside and (first == 0 or verb.doc[first - 1].text != ","):
        return None
    return head if head.pos_ in ("PROPN", "NOUN", "PRON") and head.lower_ not in ("it", "there") else None


def _apposed(verb: Token, last: Token) -> Token | None:
    """The noun before a description in commas that a verb's parse lost ("Kim, the club's head, said")."""
    at: Token = last
    for _ in range(_MOST_WORDS):
        if at.dep_ == "appos" or at.head is at or at.head.i >= verb.i:
            break
        at = at.head
    name = at.head
    if at.dep_ != "appos" or name.pos_ not in ("PROPN", "NOUN") or at.left_edge.nbor(-1).text != ",":
        return None
    return name


def _of_noun(noun: Token, inside: set[int], support: frozenset[str]) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for c in noun.children:
        if c.dep_ == "prep" and c.lower_ in ("by", "from", "of"):
            who = child(c, "pobj")
            if who is not None and who.i not in inside:
                return who
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in support and not is_passive(verb):
        return subject(verb)
    return None


def _of_preposition(use: CueUse) -> Token | None:
    for c in use.last.children:
        if c.dep_ == "pobj":
            return c
    return next((c for c in use.last.children if c.dep_ == "pcomp"), None)
