"""Claims: the facts that articles share, and how each article vouches for them."""

from framing.compare.claims.ledger import Ledger, alignable, ledger
from framing.compare.claims.record import CLAIMS, DRIFT, LEDGER, Cell, ClaimMention, Drift

__all__ = ["CLAIMS", "DRIFT", "LEDGER", "Cell", "ClaimMention", "Drift", "Ledger", "alignable", "ledger"]
