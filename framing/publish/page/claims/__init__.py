"""The claim table: the same fact in several sources, and in whose voice each of them gives it."""

from framing.publish.page.claims.table import ClaimRow, ClaimTable, claim_table
from framing.publish.page.claims.voice_words import VoiceWords, voice_words

__all__ = ["ClaimRow", "ClaimTable", "VoiceWords", "claim_table", "voice_words"]
