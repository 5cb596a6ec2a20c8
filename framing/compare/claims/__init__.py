"""Claims: the facts that articles share, and how each article vouches for them."""

from framing.compare.claims.ledger import Ledger, alignable, ledger
from framing.compare.claims.record import CLAIMS, DRIFT, LEDGER, Cell, ClaimMention, Drift
from framing.compare.claims.voice import ClaimVoice, claim_voices

__all__ = [
    "CLAIMS",
    "DRIFT",
    "LEDGER",
    "Cell",
    "ClaimMention",
    "ClaimVoice",
    "Drift",
    "Ledger",
    "alignable",
    "claim_voices",
    "ledger",
]
