"""An aggregator's summary against its own article: who is made to say what."""

from framing.compare.summaries.checks import summary_checks
from framing.compare.summaries.record import SUMMARY_CHECKS, SummaryCheck
from framing.compare.summaries.summary_text import summary_texts

__all__ = ["SUMMARY_CHECKS", "SummaryCheck", "summary_checks", "summary_texts"]
