"""Passages that articles have in common: copied, copied with changes, or said in other words."""

from framing.compare.reuse.borrowed import borrowed_spans
from framing.compare.reuse.record import REUSE, ReuseMention
from framing.compare.reuse.search import reuse

__all__ = ["REUSE", "ReuseMention", "borrowed_spans", "reuse"]
