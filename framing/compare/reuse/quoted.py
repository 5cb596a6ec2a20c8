"""Shared words in quotation marks: they are the speaker's, not one outlet's copy of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from framing.compare.reuse.record import Shared
from framing.compare.reuse.wording import Match
from framing.records.article import Span
from framing.text.sentences import ParsedArticle

OWN = 5
"""Least shared words outside quotation marks that make a passage more than a shared quotation …"""
OWN_SHARE = 1 / 4
"""… and their least share of the quoted ones."""
LEAST_QUOTED = 8
"""Words of the shortest shared quotation that is told from a phrase anybody uses."""


class Quoted:
    """Tells what two passages share by the quotation marks around it."""

    def __init__(self, parsed: Mapping[str, ParsedArticle]) -> None:
        self._parsed = parsed
        self._found: dict[str, list[Span]] = {}

    def shared(self, article_id: str, other_id: str, match: Match) -> Shared | None:
        """Wording, only a quotation, or None where a quotation too short to tell is all.

        A word is quoted where either article has it in quotation marks.
        """
        quoted = own = 0
        for here, there in match.same():
            marked = self._inside(article_id, match.here.places[here]) or self._inside(
                other_id, match.there.places[there]
            )
            quoted += marked
            own += not marked
        if not quoted or own >= max(OWN, OWN_SHARE * quoted):
            return "wording"
        return "quotation" if quoted + own >= LEAST_QUOTED else None

    def _inside(self, article_id: str, place: Span) -> bool:
        spans = self._spans(article_id)
        at = bisect_right(spans, place.start, key=lambda span: span.start) - 1
        return at >= 0 and spans[at].contains(place)

    def _spans(self, article_id: str) -> list[Span]:
        if article_id not in self._found:
            quotations = self._parsed[article_id].quotations
            self._found[article_id] = [quotation.span for quotation in quotations]
        return self._found[article_id]
