"""What each entry of an attribution's trail means: a construction by its example, the rest in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from framing.extract.attribution.constructions import TABLES
from framing.extract.attribution.speakers import SPEAKER_TABLES
from framing.people.coreference import RESOLVED_BY

CUE = "cue:"
SECOND_CUE = "second-cue:"
"""Prefixes of entries that name a cue of the lexicon."""

OF_QUOTATIONS: Mapping[str, str] = {
    "tag-by-position": "[The bridge], records *show*, [was closed in May].",
    "quotation-before-tag": "[“The bridge is closed,”] the mayor *said*.",
    "quotation-completed": "The mayor *said* that [the bridge was “closed for good. Nobody may cross it”].",
    "quotation-beside-tag": "Joni Berg, a candidate in the party's vote on June 3, *announced* in an advert that [she grew up “milking cows on a farm.”]",
    "quotation-announced": "The mayor *said* in a letter on Friday: / [“The bridge is closed.”]",
    "quotation-in-clause": "The letter *accuses* [the board of greed and “contempt for the people of this town”].",
    "quotation-continues": "[“We are tired,”] the nurse *said*. [“Nobody sleeps here.”]",
    "quotation-without-cue": "The mayor was not [“in the least surprised by it”].",
    "quotation-signed": "[“It was long overdue.”] – Nadia Berg, Steelworkers' Union",
    "turn-of-conversation": "KRAVETS*:* [We waited for hours.] / REPORTER: For how long? / KRAVETS: Nine hours.",
    "colon-behind-speaker": "Ministry*:* [talks will resume on Monday]",
    "colon-before-speaker": "[Talks will resume on Monday]*:* ministry",
    "dash-before-speaker": "[Talks will resume on Monday] *—* senior diplomat",
    "tag-behind-clause": "[Two held after blaze], inquest *hears*",
    "say-with-phrase": "Ministry *says* [no decision yet on bridge]",
    "colon-behind-cue": "Officials *warn* city: [bridge could fall any day]",
}
"""Constructions that give quotations and colons their speakers; tables of rules have the others."""

OTHER: Mapping[str, str] = {
    "cut:before-next-attribution": "the content ends where the next attribution of the sentence begins",
    "cut:before-background": "the content ends where the narrator takes over (“…, although he again refused”)",
    "cut:at-its-own-sentence": "the quotation before it is a sentence of its own",
    "speaker:right-behind": "the noun phrase right behind the cue of a quotation",
    "speaker:right-before": "the noun phrase right before the cue, whatever the parse says",
    "speaker:clause-above": "whoever can speak in a clause above, since the subject cannot",
    "speaker:sentence-subject": "the subject of the sentence that the quoted words are a part of",
    "speaker:carried-over": "whoever spoke before",
    "speaker:signature": "the name behind the dash that follows the quotation",
    "speaker:before-colon": "what stands before the colon of the turn",
    "speaker:beside-colon": "what stands on the other side of the headline's colon",
    "speaker:beside-dash": "what stands behind the headline's dash",
    "side:pack": "the phrase, or whom it stands for, is listed in the conflict pack",
    "side:medium-told": "the side of the medium that an unnamed source spoke to",
    "side:medium-cites": "the side of the medium that cites an unnamed source",
    "side:passage": "the side whose speakers stand right before and behind",
}

ENTRIES: Mapping[str, str] = {
    **{rule.name: rule.example for table in TABLES.values() for rule in table},
    **OF_QUOTATIONS,
    **{f"speaker:{rule.name}": rule.example for table in SPEAKER_TABLES.values() for rule in table},
    **OTHER,
    **{f"resolved:{by}": words for by, words in RESOLVED_BY.items()},
}
"""Every entry of a trail but those that name a cue."""
