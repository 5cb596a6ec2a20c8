"""Passives: where the grammatical subject is part of what is said, not who says it."""

from __future__ import annotations

from framing.extract.attribution.constructions.case import CueCase, construction, fact
from framing.extract.attribution.constructions.parentheticals import far_question
from framing.text.grammar import child, is_passive, noun_phrase
from framing.text.parse import Token

AFTER_PASSIVE = ("xcomp", "ccomp", "oprd", "prep", "attr", "advmod", "acomp", "npadvmod")
_HEADING_WORDS = 12
_OPENING = 4


def asked_first(verb: Token) -> bool:
    """Whether a cue is the participle that opens its sentence ("Asked whether …, she said …"), or one behind a comma
    or *when* ("…, she said, asked about …"): a passive."""
    if verb.tag not in ("VBN", "VBD"):
        return False
    if verb.dep == "advcl" and verb.i and (verb.nbor(-1).text == "," or verb.nbor(-1).lower == "when"):
        return child(verb, "nsubj", "nsubjpass", "dobj", "aux") is None
    if verb.i > _OPENING:
        return False
    before = [t for t in verb.parse[: verb.i] if not t.is_punct and t.lower not in ("when", "if", "once")]
    return not before and child(verb, "nsubj", "nsubjpass", "dobj") is None


# -- facts ------------------------------------------------------------------------------------------


@fact
def patient(case: CueCase) -> Token | None:
    """The subject of the passive, its own or that of the passive it is coordinated with."""
    own = child(case.verb, "nsubjpass", "nsubj")
    if own is None and case.verb.dep == "conj" and is_passive(case.verb.head):
        return child(case.verb.head, "nsubjpass")
    return own


@fact
def after(case: CueCase) -> list[Token]:
    """What belongs to the passive behind it."""
    return [c for c in case.right if c.dep in AFTER_PASSIVE]


# -- what a rule may ask ----------------------------------------------------------------------------


def has_no_subject(case: CueCase) -> bool:
    """The passive has no subject."""
    return patient(case) is None


def has_subject(case: CueCase) -> bool:
    """The passive has a subject that is no relative pronoun and no “there”."""
    subject = patient(case)
    return subject is not None and subject.tag not in ("WDT", "WP", "EX")


def subject_tells_what(case: CueCase) -> bool:
    """The subject is more than a pronoun, or something follows that says what it is about."""
    subject = patient(case)
    said_of_it = any(c.dep in ("xcomp", "oprd", "attr") or c.lower == "as" for c in after(case))
    return subject is not None and (subject.pos != "PRON" or said_of_it)


def has_clause(case: CueCase) -> bool:
    """A clause follows the passive."""
    return any(c.dep == "ccomp" for c in after(case))


def has_infinitive(case: CueCase) -> bool:
    """An infinitive follows the passive."""
    return any(c.dep == "xcomp" for c in after(case))


def has_role(case: CueCase) -> bool:
    """The passive is followed by “as …”."""
    return any(c.dep == "prep" and c.lower == "as" for c in after(case))


def has_name(case: CueCase) -> bool:
    """The passive is followed by what something is called."""
    return any(c.dep in ("oprd", "attr") for c in after(case))


def has_by_phrase(case: CueCase) -> bool:
    """A by-phrase names who."""
    return child(case.verb, "agent") is not None


def has_own_preposition(case: CueCase) -> bool:
    """“of …” or “for …” follows, and the cue takes it."""
    return any(c.dep == "prep" and c.lower in case.frames & {"of", "for"} for c in after(case))


def reports(case: CueCase) -> bool:
    """Somebody is named, or the cue reports rather than thinks or judges."""
    return has_by_phrase(case) or case.use.cue.cue_class not in ("cognitive", "evaluative")


def opens_sentence(case: CueCase) -> bool:
    """The participle opens its sentence."""
    verb = case.verb
    return verb.dep == "advcl" and not any(c.i < verb.i and not c.is_punct for c in verb.children)


def stands_behind_noun(case: CueCase) -> bool:
    """The participle stands behind its noun."""
    return case.verb.dep == "acl"


def is_heading(case: CueCase) -> bool:
    """A short line without a full stop, whose only verb is the participle."""
    verb, parse = case.verb, case.verb.parse
    ends_open = parse[-1].text not in (".", "!", "?", '"', ":") and len(parse) <= _HEADING_WORDS
    alone = verb.dep == "ROOT" and verb.tag in ("VBN", "VBD")
    return ends_open and alone and child(verb, "dobj", "ccomp", "xcomp") is None


# -- what a rule takes as content -------------------------------------------------------------------


def the_clause(case: CueCase) -> list[Token] | None:
    found = next((c for c in after(case) if c.dep == "ccomp"), None)
    return list(found.subtree) if found is not None else None


def subject_and_rest(case: CueCase) -> list[Token] | None:
    subject = patient(case)
    return [*subject.subtree, *_rest(case)] if subject is not None else None


def noun_and_rest(case: CueCase) -> list[Token]:
    return [*noun_phrase(case.verb.head), *_rest(case)]


def asked_about(case: CueCase) -> list[Token] | None:
    phrase = next((c for c in after(case) if c.dep == "prep" and c.lower in case.frames), None)
    if phrase is None:
        return None
    return [t for c in phrase.children if c.dep in ("pobj", "pcomp") for t in c.subtree]


def _rest(case: CueCase) -> list[Token]:
    return [t for c in after(case) for t in c.subtree]


def asks(case: CueCase) -> bool:
    """The cue asks: it takes questions and no statements."""
    return "wh" in case.frames and "that" not in case.frames


def subject_of_question(case: CueCase) -> list[Token] | None:
    """What stands behind “about”, wherever the parse hung it."""
    for c in case.right:
        for phrase in c.subtree if c.dep in ("prep", "agent", "npadvmod") else ():
            if phrase.lower == "about" and (phrase.head is case.verb or phrase.head.pos != "VERB"):
                return [
                    t for inner in phrase.children if inner.dep in ("pobj", "pcomp") for t in inner.subtree
                ]
    return None


PASSIVES = (
    construction(
        "asked-about",
        "passive",
        "The mayor was *asked* about [the loan].",
        subject_of_question,
        asks,
        needs="about",
    ),
    construction(
        "passive-clause",
        "passive_clause",
        "It was *reported* that [the dam had burst].",
        the_clause,
        has_clause,
        needs="that wh quotation",
    ),
    construction(
        "asked-question",
        "passive",
        "The mayor was *asked* by a caller [why prices had risen].",
        far_question,
        asks,
        needs="wh",
    ),
    construction(
        "opening-participle",
        "about_phrase",
        "*Viewed* by the police as [a threat], the group was banned.",
        asked_about,
        has_no_subject,
        opens_sentence,
    ),
    construction(
        "reduced-passive",
        "reduced_passive",
        "[The losses] *reported* [by officials] were small.",
        noun_and_rest,
        has_no_subject,
        stands_behind_noun,
        has_by_phrase,
        needs="noun",
    ),
    construction(
        "passive-infinitive",
        "passive",
        "[The troops] are *said* [to have left].",
        subject_and_rest,
        has_subject,
        has_infinitive,
        needs="that to_infinitive object_to_infinitive",
    ),
    construction(
        "passive-role",
        "passive",
        "[The pact] was *described* [as a gift].",
        subject_and_rest,
        has_subject,
        has_role,
        needs="as",
    ),
    construction(
        "passive-name",
        "passive",
        "[The pact] has been *called* [a disgrace] by the senator.",
        subject_and_rest,
        has_subject,
        has_name,
        has_by_phrase,
        needs="naming",
    ),
    construction(
        "passive-preposition",
        "passive",
        "[The mayor] was *accused* [of lying].",
        subject_and_rest,
        has_subject,
        subject_tells_what,
        has_own_preposition,
    ),
    construction(
        "passive-noun",
        "passive",
        "[Heavy losses] were *reported* [in the city].",
        subject_and_rest,
        has_subject,
        subject_tells_what,
        reports,
        needs="noun",
    ),
)

HEADINGS = (
    construction(
        "heading-passive",
        "heading",
        "[Heavy shelling] *reported* [near the port]",
        subject_and_rest,
        is_heading,
        has_subject,
        needs="noun",
    ),
)
