"""What the page calls things: one place for every label that a reader sees.

Plain words, neutral verbs. A label here names an entry of a closed vocabulary (see the tables'
columns); sentences made from them stand in `framing.publish.shared.sentences` and the templates.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from framing.classroom.coder import KINDS as KINDS
from framing.classroom.coder import Kind as Kind
from framing.compare.claims.voice import VoiceKind


class KindWords(NamedTuple):
    """A kind of mark: its label on the switches and the heading of its notes."""

    label: str
    note: str


KIND_WORDS: dict[Kind, KindWords] = {
    "A": KindWords("Who says so", "Who says so"),
    "C": KindWords("Killed, hurt, held", "Killed, hurt, held"),
    "N": KindWords("Names", "Name"),
    "H": KindWords("Doubt, checking", "Doubt or checking"),
}

CUE_CLASS = {
    "neutral": "Plain word",
    "according_to": "“According to”",
    "certainty_factive": "Adds weight",
    "emphasis": "Adds weight",
    "doubt": "Adds doubt",
    "hedge_adverb": "Adds doubt",
    "evaluative": "Praises or blames",
    "directive": "Asks or orders",
    "cognitive": "Thinks or expects",
    "other": "Another reporting word",
}
CUE_MEANING = {
    "neutral": "It reports the words and takes no view of them.",
    "according_to": "It names the speaker and takes no view of the words.",
    "certainty_factive": "It treats what follows as true, or as already known.",
    "emphasis": "It tells the reader that the speaker insisted.",
    "doubt": "It leaves open whether what follows is true.",
    "hedge_adverb": "It says that somebody reports this, and leaves open whether it is true.",
    "evaluative": "It reports praise or blame.",
    "directive": "It reports that somebody asked for something.",
    "cognitive": "It reports what somebody thinks, hopes or expects.",
    "other": "It reports words in another way.",
}
NO_CUE = "Quoted, no reporting word"
NO_CUE_MEANING = "The words stand in quotation marks; the text names no act of saying."
DIRECTNESS = {
    "direct": "word for word, in quotation marks",
    "mixed": "partly quoted, partly retold",
    "indirect": "retold, no quotation marks",
}
SPEAKER_TYPE = {
    "named_person": "Named people",
    "institution": "Institutions",
    "state_metonym": "A capital or country as speaker",
    "anonymous_official": "Unnamed officials",
    "media": "News media",
    "document": "Documents, images",
    "crowd_or_unspecified": "Nobody in particular",
}
VERIFICATION = {
    "unverified": "The text says that nobody could check it",
    "disputed": "The text says that it is disputed",
    "verified": "The text says that it was checked",
}

LOSS_KIND = {
    "killed": "Killed",
    "injured": "Hurt",
    "missing": "Missing",
    "captured": "Held",
    "unspecified_loss": "Losses: dead and hurt not told apart",
    "none_reported": "Nobody killed or hurt, says the text",
}
FATE = {
    "killed": "killed",
    "injured": "hurt",
    "missing": "missing",
    "captured": "held",
    "unspecified_loss": "killed or hurt",
    "none_reported": "not hurt, says the text",
}
STATUS = {"combatant": "soldiers", "civilian": "civilians", "mixed": "soldiers and civilians"}
FACTUALITY = {
    "asserted": "as a fact",
    "attributed_doubt": "with a doubt word",
    "conditional": "as a possibility",
    "negated": "as something that did not happen",
    "generic": "in general, no single event",
}
WORD_CHOICE = {
    "euphemistic": "a softer word",
    "dehumanising": "a word for things or animals",
    "emotive": "a strong word",
    "legal": "a word from the law",
}


NAME_SENSE = {"place": "the place", "government": "the government that sits there"}

REMOVED_REASON = {
    "dateline": "date and place line",
    "caption": "picture caption",
    "byline": "byline",
    "audio_widget": "audio player",
    "read_more": "“read more” link",
    "unrelated_headlines": "other headlines",
    "summary": "automatic summary, not the source’s own words",
    "sponsor": "sponsor line",
    "source_line": "source line",
    "copyright": "copyright line",
    "comment_form": "comment form",
    "repeated_title": "title printed again",
    "consent": "cookie or consent notice",
    "other": "part of the page, not of the article",
}

QUALIFIER = {
    "exact": "this number",
    "at_least": "at least",
    "more_than": "more than",
    "up_to": "up to",
    "about": "about",
    "dozens": "dozens, hundreds …",
    "vague": "no number",
}
NOT_COMPARABLE = {
    "currency": "not comparable: other currencies",
    "rate": "not comparable: one is a rate, or the rates are of different things",
    "kind": "not comparable: different kinds of quantity, such as a share beside a count",
    "scale": "not comparable: the unit or scale is not the same, or not said",
    "reference": "not comparable: measured on different things",
}

FAR_APART = "far apart: may count different things"
TEST = {
    "fisher_exact": "Fisher’s exact test on single rows",
    "binomial_exact": "sign test on single rows",
    "article_permutation": "permutation test on whole articles",
    "side_permutation": "permutation test of the sides within articles",
}

GLYPH: dict[VoiceKind, str] = {
    "own": "the source says it itself",
    "said": "said by somebody else",
    "weight": "… with weight (“confirmed”)",
    "doubt": "… with doubt (“claimed”)",
    "unverified": "… and marked as not verified",
    "nobody": "said, but nobody named",
    "headline": "in the headline",
}
SPOKEN: dict[VoiceKind, str] = {
    "own": "The source says it itself",
    "said": "Said by somebody else",
    "weight": "Said by somebody else, with weight",
    "doubt": "Said by somebody else, with doubt",
    "unverified": "Said by somebody else, and marked as not verified",
    "nobody": "Said, but nobody named",
    "headline": "In the headline",
}
Gap = Literal["omitted", "undated", "not_yet_reported", "aside"]
GAP: dict[Gap, str] = {
    "omitted": "not mentioned, though an earlier text has it",
    "undated": "not mentioned; no time tells whether it was known",
    "not_yet_reported": "not yet known",
    "aside": "not looked at here",
}
GAP_HEAD: dict[Gap, str] = {
    "omitted": "Not mentioned, though an earlier text has it",
    "undated": "Not mentioned",
    "not_yet_reported": "Not yet known",
    "aside": "Not looked at",
}

NOT_SHOWN = "not shown"
TOO_FEW = "too few to compare"
