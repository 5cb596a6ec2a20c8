"""Attribution: who is said to say, show or believe what, and with which word.

Each row is one source, one cue, one content. The cue carries the text's stance: *said* reports,
*confirmed* vouches, *claimed* keeps a distance, and the choice between them for the two sides of a
conflict is what the attribution comparison shows. Indirect speech, "according to", evidential adverbs,
agentless passives and nouns count as well as quotations, since most attribution in news is indirect.

Published source: Hyland 2005 and Thompson & Ye 1991 for the classes, Quirk et al. 1985 for the
constructions; the definition of an attribution (source, cue, content) follows Pareti 2012 and
Newell, Margolin & Ruths 2018.
"""

from framing.extract.attribution.entries import ENTRIES
from framing.extract.attribution.explained import attempts
from framing.extract.attribution.features import columns, features
from framing.extract.attribution.passes import extract, triggers
from framing.extract.attribution.record import AttributionMention
from framing.extract.attribution.shown import SHOWN
from framing.extract.base import Extractor, evidence_table

__all__ = ["ATTRIBUTION", "AttributionMention"]

ATTRIBUTION = Extractor(
    name="attribution",
    table=evidence_table("attributions", AttributionMention),
    columns=columns,
    features=features,
    extract=extract,
    triggers=triggers,
    explain=attempts,
    entries=ENTRIES,
    shown=SHOWN,
)
