"""Passages that articles have in common: copied, copied with changes, or said in other words."""

from framing.compare.reuse.borrowed import borrowed_spans
from framing.compare.reuse.edits import EDITS, EditFinder, WordEdit
from framing.compare.reuse.record import REUSE, ReuseMention
from framing.compare.reuse.retellings import RETELLINGS, Retelling, retellings
from framing.compare.reuse.search import reuse, searched_for_wording_only
from framing.compare.reuse.shares import OWN_WORDS, OwnWords, own_words

__all__ = [
    "EDITS",
    "OWN_WORDS",
    "RETELLINGS",
    "REUSE",
    "EditFinder",
    "OwnWords",
    "Retelling",
    "ReuseMention",
    "WordEdit",
    "borrowed_spans",
    "own_words",
    "retellings",
    "reuse",
    "searched_for_wording_only",
]
