"""From the rows of a run to its findings: proposed kind by kind, checked, ranked."""

from __future__ import annotations

from dataclasses import replace

from framing.compare.findings import (
    copy_edits,
    doers,
    figures,
    headline_acts,
    headline_bodies,
    names,
    never_quoted,
    summaries,
    voices,
)
from framing.compare.findings.checks import holds
from framing.compare.findings.event import EventArticles, FindingsRun, events
from framing.compare.findings.rank import ranked
from framing.compare.findings.record import Finding

_FINDERS = (
    voices,
    copy_edits,
    doers,
    names,
    headline_acts,
    figures,
    headline_bodies,
    summaries,
    never_quoted,
)


def findings_on(results: FindingsRun) -> tuple[Finding, ...]:
    """The findings of each event, best first, the events in the order of the run."""
    found = [finding for articles in events(results) for finding in ranked(proposed(articles))]
    return tuple(replace(finding, finding_id=f"f{number:03d}") for number, finding in enumerate(found, 1))


def proposed(articles: EventArticles) -> list[Finding]:
    """Every finding of an event that passes the checks."""
    return [
        finding for finder in _FINDERS for finding in finder.findings(articles) if holds(articles, finding)
    ]
