"""The contrasts of an event, ranked: what a reader should see first, in a sentence and two quotations each.

One module for each kind of contrast proposes; `checks.py` looks every slot up in the texts once more; `rank.py`
takes at most ten an event. Where nothing is sure nothing is given out.
"""

from __future__ import annotations

from framing.compare.findings.all_kinds import findings_on
from framing.compare.findings.event import too_many_for_findings
from framing.compare.findings.record import FINDING_KINDS, FINDINGS, Finding

__all__ = ["FINDINGS", "FINDING_KINDS", "Finding", "findings_on", "too_many_for_findings"]
