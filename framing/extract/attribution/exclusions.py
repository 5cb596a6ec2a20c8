"""What is thrown out: cues with a content that are no attribution, since nobody has said it, or can have.

Tables of exclusions, each with a sentence in which it holds for the word between *asterisks*.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from framing.extract.attribution.candidate import LOOSE, Candidate
from framing.extract.attribution.constructions.parentheticals import marked_as
from framing.extract.attribution.constructions.passives import asked_first
from framing.extract.attribution.constructions.verbs import as_phrase
from framing.extract.attribution.cues import CueUse
from framing.extract.attribution.speakers import can_speak, kind_of
from framing.text.grammar import child, is_infinitive, is_negated, is_passive
from framing.text.parse import Token

_NOBODY = ("you", "this", "that", "nobody", "anyone", "anybody", "whoever", "something", "nothing")
_OPEN = ("if", "whether", "unless")
_TALKED_OF = ("without", "than", "about", "from")
_NAMED = ("anonymous_official", "institution", "media")


class Judged:
    """A candidate with what the exclusions ask about it; `use` is its cue, `verb` the cue's first word."""

    def __init__(
        self, candidate: Candidate, use: CueUse, types: Mapping[str, str], withholding: Set[str]
    ) -> None:
        self.candidate = candidate
        self.use = use
        self.types = types
        self.withholding = withholding
        self.verb = use.head
        self.pos = use.cue.pos
        self.cue_class = use.cue.cue_class
        self.frames = use.cue.grammar
        self.complement = candidate.complement
        self.head = candidate.speaker_head
        self.kind = None if self.head is None else kind_of(self.head, types)

    @property
    def speaks(self) -> bool:
        """Whether the speaker's head can head a speaker."""
        return self.head is not None and can_speak(self.head, self.types)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A reason why a candidate is no attribution, with a sentence in which it holds."""

    name: str
    example: str
    holds: Callable[[Judged], bool]


def why_not(
    candidate: Candidate, types: Mapping[str, str], withholding: Set[str] = frozenset()
) -> Exclusion | None:
    """The first exclusion that holds for a candidate with its content and speaker, or None.

    `withholding` are verbs of not saying ("declined to say").
    """
    head = candidate.speaker_head
    if head is not None and (head.lower in _NOBODY or is_no_one(head)):
        return NOBODY
    if candidate.use is None:
        return None
    judged = Judged(candidate, candidate.use, types, withholding)
    tables: list[Sequence[Exclusion]] = [ALWAYS]
    if not is_shown(judged):
        tables += [OF_CLAUSES, *([OF_PHRASES] if candidate.complement in LOOSE else [])]
    return next((e for table in tables for e in table if e.holds(judged)), None)


# -- whoever it is, whatever it is ------------------------------------------------------------------


def is_no_one(head: Token) -> bool:
    return head.lower == "one" and any(c.lower == "no" for c in head.children)


def is_shown(judged: Judged) -> bool:
    """Whether the cue shows rather than says: only documents and pictures do."""
    return "evidence" in judged.frames and "quotation" in judged.frames


def judge_cannot_speak(judged: Judged) -> bool:
    return "judgement" in judged.frames and not judged.speaks


def is_left_open(judged: Judged) -> bool:
    """Whether a clause leaves open that something was said: conditions, questions, "it is worth noting",
    "without saying", "talk about saying"."""
    if judged.pos not in ("verb", "adjective"):
        return False
    verb, speaker = judged.verb, judged.head
    if any(c.dep == "mark" and c.lower in _OPEN for c in verb.children) and (
        verb.dep == "ccomp" or not _is_past(verb)
    ):
        return True
    if speaker is not None and speaker.lower == "it" and verb.tag in ("VB", "VBG") and verb.dep != "conj":
        return speaker.head is not verb
    return verb.dep == "pcomp" and verb.head.lower in _TALKED_OF


def _is_past(verb: Token) -> bool:
    return any(t.tag == "VBD" for t in (verb, *(c for c in verb.children if c.dep in ("aux", "auxpass"))))


def is_shown_by_nobody(judged: Judged) -> bool:
    relative = judged.head is not None and judged.head.tag in ("WDT", "WP")
    return is_shown(judged) and judged.kind != "document" and not relative


def is_quoted_as_saying(judged: Judged) -> bool:
    """Whether the words are those of whom the cue quotes: "quoted him as saying" is one attribution, that of *saying*."""
    if "source_object" not in judged.frames:
        return False
    role = as_phrase(judged.verb, child(judged.verb, "dobj"))
    said = child(role, "pcomp") if role is not None else None
    return said is not None and said.tag == "VBG"


# -- clauses ----------------------------------------------------------------------------------------


def is_yet_to_be_found(judged: Judged) -> bool:
    """Whether finding out is only meant ("to determine whether …", "must prove that …")."""
    factive = judged.cue_class == "certainty_factive" and judged.complement in ("clause", "question")
    meant = any(c.lower == "to" or c.tag == "MD" for c in judged.verb.children if c.dep == "aux")
    return factive and judged.verb.tag == "VB" and meant


def is_nobodys_noun(judged: Judged) -> bool:
    """Whether a noun does not attribute its complement.

    With a that-clause any word for something said does; "the threat of rain", "a demand for steel" do not
    unless they have an owner or are nouns for what has been said ("reports of", "accusations of"). A belief
    always is somebody's; a worry ("concern about …") may be everybody's.
    """
    if judged.pos != "noun":
        return False
    if any(c.lower == "no" and c.dep == "det" for c in judged.verb.children):
        return True
    if {"about", "over"} & set(judged.frames):
        return judged.cue_class == "neutral" and not judged.candidate.speaker
    if judged.complement in ("noun_clause", "quotation") and judged.cue_class != "cognitive":
        return False
    return not judged.candidate.speaker and judged.cue_class not in ("neutral", "doubt", "evaluative")


def is_withheld(judged: Judged) -> bool:
    verb = judged.verb
    return judged.pos == "verb" and verb.dep == "xcomp" and verb.head.lemma.lower() in judged.withholding


def is_forecast(judged: Judged) -> bool:
    """Whether a thing "promises to be long"."""
    thing = judged.head is not None and judged.head.pos == "NOUN" and judged.kind is None
    inner = child(judged.verb, "xcomp")
    to_be = inner is not None and inner.lemma.lower() == "be"
    return judged.complement == "infinitive" and thing and to_be


# -- noun phrases, gerunds and the like -------------------------------------------------------------


def has_no_speaker(judged: Judged) -> bool:
    return judged.head is None


def is_not_done(judged: Judged) -> bool:
    """Whether a verb names a speech act that is intended, possible or denied, not one that was made."""
    verb = judged.verb
    if is_negated(verb) or any(c.tag == "MD" for c in verb.children):
        return True
    return verb.dep in ("advcl", "acl", "relcl") and verb.tag == "VB" and is_infinitive(verb)


def describes_a_noun(judged: Judged) -> bool:
    return judged.cue_class == "neutral" and judged.verb.dep == "acl" and judged.pos == "verb"


def is_shown_by_no_document(judged: Judged) -> bool:
    return judged.complement == "evidence" and judged.kind != "document"


def _is_promise(judged: Judged) -> bool:
    return judged.complement == "noun_phrase" and "to_infinitive" in judged.frames


def is_done_to_somebody(judged: Judged) -> bool:
    """Whether the object of a promise or threat is a person, not what is promised ("threatened the clerk")."""
    target = child(judged.verb, "dobj")
    person = target is not None and (
        target.pos in ("PROPN", "PRON") or judged.types.get(target.lemma.lower()) is not None
    )
    return _is_promise(judged) and (person or judged.kind == "document" or not judged.speaks)


def is_cited_by_document(judged: Judged) -> bool:
    return judged.complement == "citing" and judged.kind == "document"


def is_said_by_a_thing(judged: Judged) -> bool:
    head = judged.head
    if head is None or judged.complement in ("evidence", "citing") or _is_promise(judged):
        return False
    return head.pos not in ("PROPN", "PRON") and not head.text[:1].isupper() and judged.kind is None


NOBODY = Exclusion("nobody", "Nobody *said* that the dam was safe.", lambda judged: True)
ALWAYS = (
    Exclusion("judge-cannot-speak", "*For* the bridge, the storm is a threat.", judge_cannot_speak),
    Exclusion(
        "quoted-as-saying",
        "The paper *quoted* the mayor as saying that the pier would close.",
        is_quoted_as_saying,
    ),
    Exclusion("left-open", "Kravets will resign if she *says* that the dam was safe.", is_left_open),
    Exclusion("shown-by-nobody", "The chairman *reads* the paper every day.", is_shown_by_nobody),
)
OF_CLAUSES = (
    Exclusion(
        "yet-to-be-found", "Divers went down to *determine* whether the dam was safe.", is_yet_to_be_found
    ),
    Exclusion("nobodys-noun", "The *threat* of rain ended the game.", is_nobodys_noun),
    Exclusion("withheld", "The mayor declined to *say* whether the dam was safe.", is_withheld),
    Exclusion("forecast", "The winter *promises* to be long.", is_forecast),
)
OF_PHRASES = (
    Exclusion("no-speaker", "*Criticising* the plan costs nothing.", has_no_speaker),
    Exclusion("not-done", "The mayor did not *disclose* the price.", is_not_done),
    Exclusion("describes-noun", "The letter *mentioning* the price was lost.", describes_a_noun),
    Exclusion("shown-by-no-document", "He *shows* the way.", is_shown_by_no_document),
    Exclusion("done-to-somebody", "The man *threatened* the clerk.", is_done_to_somebody),
    Exclusion("cited-by-document", "The statement ended the matter, *citing* the law.", is_cited_by_document),
    Exclusion("said-by-a-thing", "The incident *highlighted* the danger.", is_said_by_a_thing),
)


# -- asked of a cue before its content is looked for -----------------------------------------------


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
    return head.pos == "PROPN" or types.get(head.lemma.lower()) in _NAMED


# -- asked once quotations have found their cues ----------------------------------------------------


def is_unspoken(candidate: Candidate) -> bool:
    """Whether an active verb is left without a speaker: nobody is said to have said it."""
    use = candidate.use
    if use is None or use.cue.pos != "verb" or candidate.speaker:
        return False
    if candidate.quoted and use.head.tag != "VB":
        return False
    if candidate.complement in ("heading", "passive", "passive_clause"):
        return False
    return not (is_passive(use.head) or asked_first(use.head) or marked_as(use.head))


def is_only_meant(candidate: Candidate) -> str:
    """Why a verb in another's content is none of its own: what it names is promised, possible, denied, general, or
    only tells who is meant; empty where it is. Finite reports in reports are attributions."""
    use = candidate.use
    if use is None or candidate.complement == "citing":
        return ""
    if _is_named_only(candidate, use):
        return "named-only"
    if candidate.complement == "noun_infinitive" and use.cue.cue_class == "cognitive":
        return "intention-told-by-others"
    if use.cue.pos != "verb" or is_passive(use.head):
        return ""
    if candidate.complement in ("infinitive", "noun_phrase") and use.cue.cue_class == "cognitive":
        return "intention-told-by-others"
    return "" if _is_finite_report(use.head) else "not-said-yet"


def _is_finite_report(verb: Token) -> bool:
    as_saying = verb.dep == "pcomp" and verb.head.lower == "as"
    participle = verb.tag == "VBG" and verb.dep != "advcl" and child(verb, "aux") is None and not as_saying
    return (
        verb.tag != "VB"
        and not participle
        and not any(c.dep == "neg" or c.tag == "MD" for c in verb.children)
    )


def _is_named_only(candidate: Candidate, use: CueUse) -> bool:
    """Whether a speech act is only named, to tell of whom or what one speaks ("the women who accused him",
    "the calls for a vote")."""
    if candidate.quoted:
        return False
    if use.cue.pos == "noun":
        return candidate.complement == "phrase_of_noun"
    aside = use.head.dep in ("relcl", "acl", "advcl", "pcomp", "csubj")
    return use.cue.pos == "verb" and aside and candidate.complement in (*LOOSE, "reduced_passive")


EXCLUSIONS: Sequence[Exclusion] = (NOBODY, *ALWAYS, *OF_CLAUSES, *OF_PHRASES)

REASONS: dict[str, str] = {
    "nobody": "the subject is nobody in particular",
    "judge-cannot-speak": "what is said to judge cannot speak",
    "quoted-as-saying": "the words are those of whom it quotes",
    "left-open": "the sentence leaves open whether it was said",
    "shown-by-nobody": "only documents and pictures show, and this is neither",
    "yet-to-be-found": "it is yet to be found out",
    "nobodys-noun": "the noun has no owner, so nobody has said it",
    "withheld": "it is what somebody declined or failed to say",
    "forecast": "a thing promises or threatens to be something",
    "no-speaker": "a noun phrase alone is said by nobody here",
    "not-done": "it was meant, possible or denied, not done",
    "describes-noun": "it only describes a noun",
    "shown-by-no-document": "only documents and pictures show, and this is neither",
    "done-to-somebody": "it was done to somebody, not said",
    "cited-by-document": "a document cites, nobody speaks",
    "said-by-a-thing": "its subject is a thing, which cannot speak",
    "inside-quotation": "it stands in somebody's quoted words",
    "nobody-named-inside-quotation": "it stands in somebody's quoted words and names no speaker",
    "no-construction": "no construction gives it a content",
    "no-content": "no content and no quotation belongs to it",
    "nobody-speaks": "nobody is said to have said it",
    "inside-turn": "it stands in a turn of a printed conversation",
    "statement-on-checking": "it is itself a statement on checking",
    "object-of-cue": "it is the object of another cue, whose attribution this is",
    "deed-of-title": "the title tells what somebody did, not what somebody said",
    "named-only": "the speech act is only named, to tell of whom or what one speaks",
    "intention-told-by-others": "it is an intention that others tell of",
    "not-said-yet": "it is promised, possible, denied or general",
}
"""Why a cue makes no row, in plain words."""
