"""Whether a cue with content and speaker is an attribution: somebody has said it, and can have."""

from __future__ import annotations

from collections.abc import Mapping, Set

from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.draft import Draft
from framing.extract.attribution.passives import marked_as
from framing.extract.attribution.speaker import asked_first
from framing.extract.attribution.voices import can_speak
from framing.text.grammar import child, is_passive
from framing.text.parse import Token

_NOBODY = ("you", "this", "that", "nobody", "anyone", "anybody", "whoever", "something", "nothing")
_OPEN = ("if", "whether", "unless")
_TALKED_OF = ("without", "than", "about", "from")
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


def plausible(draft: Draft, types: Mapping[str, str], withholding: Set[str] = frozenset()) -> bool:
    """Whether the speaker can be one where the content is only a noun phrase.

    "The minister highlighted the danger" attributes, "the incident highlighted the danger" does not;
    with a that-clause or a quotation anything may speak. An `evidence` frame wants a document. What
    somebody would announce, did not disclose or met to discuss has not been said, nor what somebody
    declined to say (`withholding` are the verbs of that), and a generic "you" says nothing.
    """
    frame, head, use = draft.frame, draft.speaker_head, draft.use
    if head is not None and (head.lower in _NOBODY or _no_one(head)):
        return False
    if use is None:
        return True
    if "judgement" in use.cue.grammar:
        return head is not None and can_speak(head, types)
    if use.cue.pos in ("verb", "adjective") and _open(use.head, head):
        return False
    kind = None if head is None else types.get(head.lemma.lower()) or types.get(head.lower)
    if "evidence" in use.cue.grammar and "quotation" in use.cue.grammar:
        return kind == "document" or (head is not None and head.tag in ("WDT", "WP"))
    if use.cue.cue_class == "certainty_factive" and frame in ("that", "wh") and _not_yet(use.head):
        return False
    if use.cue.pos == "noun" and not _owned_or_said(draft):
        return False
    if use.cue.pos == "verb" and _withheld(use.head, withholding):
        return False
    if (
        frame == "to_infinitive"
        and head is not None
        and head.pos == "NOUN"
        and kind is None
        and _to_be(use.head)
    ):
        return False
    if frame not in _LOOSE:
        return True
    if head is None or _unrealised(use.head):
        return False
    if use.cue.cue_class == "neutral" and use.head.dep == "acl" and use.cue.pos == "verb":
        return False
    if frame == "evidence":
        return kind == "document"
    if frame == "noun" and "to_infinitive" in use.cue.grammar:
        return kind != "document" and not _at_somebody(use.head, types) and can_speak(head, types)
    if frame == "source-object":
        return kind != "document"
    return head.pos in ("PROPN", "PRON") or head.text[:1].isupper() or kind is not None


def _no_one(head: Token) -> bool:
    return head.lower == "one" and any(c.lower == "no" for c in head.children)


def unspoken(draft: Draft) -> bool:
    """Whether an active verb is left without a speaker: nobody is said to have said it."""
    use = draft.use
    if use is None or use.cue.pos != "verb" or draft.speaker or (draft.quoted and use.head.tag != "VB"):
        return False
    if draft.frame in ("heading-passive", "passive", "passive-that"):
        return False
    return not (is_passive(use.head) or asked_first(use.head) or marked_as(use.head))


def _open(verb: Token, speaker: Token | None) -> bool:
    """Whether a clause leaves open that something was said: conditions, questions, "it is worth noting",
    "without saying", "talk about saying"."""
    open_clause = any(c.dep == "mark" and c.lower in _OPEN for c in verb.children)
    if open_clause and (verb.dep == "ccomp" or not _past(verb)):
        return True
    if speaker is not None and speaker.lower == "it" and verb.tag in ("VB", "VBG") and verb.dep != "conj":
        return speaker.head != verb
    return verb.dep == "pcomp" and verb.head.lower in _TALKED_OF


def _at_somebody(verb: Token, types: Mapping[str, str]) -> bool:
    """Whether the object of a promise or threat is a person, not what is promised ("threatened the clerk")."""
    target = child(verb, "dobj")
    return target is not None and (
        target.pos in ("PROPN", "PRON") or types.get(target.lemma.lower()) is not None
    )


def _past(verb: Token) -> bool:
    return any(t.tag == "VBD" for t in (verb, *(c for c in verb.children if c.dep in ("aux", "auxpass"))))


def _to_be(verb: Token) -> bool:
    """Whether a verb's infinitive is *to be*: with a thing as subject a forecast ("promises to be long")."""
    inner = child(verb, "xcomp")
    return inner is not None and inner.lemma.lower() == "be"


def _not_yet(verb: Token) -> bool:
    """Whether finding out is only meant ("to determine whether …", "must prove that …")."""
    return verb.tag == "VB" and any(c.lower == "to" or c.tag == "MD" for c in verb.children if c.dep == "aux")


def _owned_or_said(draft: Draft) -> bool:
    """Whether a noun attributes its complement.

    With a that-clause any word for something said does; "the threat of rain", "a demand for steel" do not
    unless they have an owner or are nouns for what has been said ("reports of", "accusations of"). A belief
    always is somebody's; a worry ("concern about …") may be everybody's.
    """
    use, frame = draft.use, draft.frame
    if use is None or {"about", "over"} & set(use.cue.grammar):
        return True
    if frame in ("noun-that", "quotation") and use.cue.cue_class != "cognitive":
        return True
    return bool(draft.speaker) or use.cue.cue_class in ("neutral", "doubt", "evaluative")


def only_meant(draft: Draft) -> bool:
    """Whether a verb in another's content names words that are promised, possible, denied or in general.

    "She vowed to declare it a success", "he says critics would call it a mistake": nobody has said it yet,
    so it is no attribution of its own. Nor is an intention that others tell of ("he says they want to
    leave"): the words are the teller's. Nor is a speech act that only tells who is meant. Finite reports in
    reports are.
    """
    use = draft.use
    if use is None or draft.frame == "source-object":
        return False
    verb = use.head
    if _named_only(draft):
        return True
    if use.cue.pos != "verb" or is_passive(verb):
        return False
    if draft.frame in ("to_infinitive", "noun") and use.cue.cue_class == "cognitive":
        return True
    participle = verb.tag == "VBG" and verb.dep != "advcl" and child(verb, "aux") is None
    return verb.tag == "VB" or participle or any(c.dep == "neg" or c.tag == "MD" for c in verb.children)


def told_within(use: CueUse) -> bool:
    """Whether a cue in somebody's quoted words reports what a third person said ("“The minister told me that …”").

    Only finite past reports with a that-clause do: in speech most of these words are ways of talking.
    """
    verb = use.head
    past = verb.tag == "VBD" and not any(c.dep in ("aux", "neg") for c in verb.children)
    clause = any(c.dep == "ccomp" and c.i > verb.i for c in verb.children)
    reports = use.cue.pos == "verb" and use.cue.cue_class != "cognitive" and "that" in use.cue.grammar
    return past and clause and reports and child(verb, "nsubj") is not None


def names_speaker(head: Token, types: Mapping[str, str]) -> bool:
    """Whether a speaker is named, or told by office or body."""
    return head.pos == "PROPN" or types.get(head.lemma.lower()) in (
        "anonymous_official",
        "institution",
        "media",
    )


def _named_only(draft: Draft) -> bool:
    """Whether a speech act is only named, to tell of whom or what one speaks ("the women who accused him",
    "the calls for a vote")."""
    use = draft.use
    if use is None or draft.quoted:
        return False
    if use.cue.pos == "noun":
        return draft.frame in ("noun-of", "noun-for", "noun-about", "noun-over")
    aside = use.head.dep in ("relcl", "acl", "advcl", "pcomp", "csubj")
    return use.cue.pos == "verb" and aside and draft.frame in (*_LOOSE, "reduced-passive")


def _withheld(verb: Token, withholding: Set[str]) -> bool:
    """Whether a cue is what somebody declined or failed to do."""
    return verb.dep == "xcomp" and verb.head.lemma.lower() in withholding


def _unrealised(verb: Token) -> bool:
    """Whether a verb names a speech act that is intended, possible or denied, not one that was made."""
    if any(c.dep == "neg" or c.tag == "MD" for c in verb.children):
        return True
    purpose = verb.dep in ("advcl", "acl", "relcl") and verb.tag == "VB"
    return purpose and any(c.lower == "to" and c.dep == "aux" for c in verb.children)
