"""What the page calls things of the comparison and of reading; what the rows of a family are called the family says.

Plain words, neutral verbs. A label here names an entry of a closed vocabulary (see the tables'
columns); sentences made from them stand in `framing.publish.shared.sentences` and the templates.
"""

from __future__ import annotations

from typing import Literal

from framing.compare.claims.voice import VoiceKind
from framing.compare.findings.record import FindingKind

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
Gap = Literal["perhaps", "omitted", "undated", "not_yet_reported", "aside"]
GAP: dict[Gap, str] = {
    "perhaps": "perhaps there in other words",
    "omitted": "not mentioned, though an earlier text has it",
    "undated": "not mentioned; no time tells whether it was known",
    "not_yet_reported": "not yet known",
    "aside": "not looked at here",
}
GAP_HEAD: dict[Gap, str] = {
    "perhaps": "Perhaps there in other words",
    "omitted": "Not mentioned, though an earlier text has it",
    "undated": "Not mentioned",
    "not_yet_reported": "Not yet known",
    "aside": "Not looked at",
}

FINDING: dict[FindingKind, str] = {
    "voice": "Who says so",
    "contradiction": "Not both",
    "doer": "Who did it",
    "word": "Another word",
    "figure": "Another figure",
    "omission": "Told, and not told",
    "copy_edit": "The same wording, one word changed",
    "headline_against_body": "Headline and text",
    "summary_against_article": "Summary and text",
    "never_quoted": "Heard, and only named",
}

NOT_SHOWN = "not shown"
TOO_FEW = "too few to compare"
