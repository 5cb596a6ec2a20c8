"""The claim table: the same fact in several sources, and in whose voice each of them gives it."""

from framing.publish.page.claims.table import ClaimRow, ClaimTable, claim_table
from framing.publish.page.claims.voice import Voice, voices

__all__ = ["ClaimRow", "ClaimTable", "Voice", "claim_table", "voices"]
