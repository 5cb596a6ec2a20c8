"""Texts of our own on a landslide that three papers report, and hostile copies of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from framing.pipeline import Options, analyse
from framing.records.article import Article
from framing.results import Results
from tests.conftest import article_of

HERALD = (
    "A landslide at the quarry of Berg killed 14 miners on Friday, the prefect of the province said.",
    "The prefect confirmed that the company had been warned about the slope in March.",
    "A company truck struck the gate of the quarry and injured three guards in the morning.",
    "“We warned them again and again,” said Nora Lind, a teacher whose brother was killed.",
    "Rescue dogs came from the coast. The road to the village stays closed for a week.",
)
COURIER = (
    "At least 17 miners were killed in a landslide at the quarry of Berg on Friday, according to the regional hospital.",
    "The company had been warned about the slope in March.",
    "Three guards were injured at the gate of the quarry in the morning.",
    "The prime minister claimed that the quarry would open again before the winter.",
    "The union held a vigil in the church of Berg, where the families of the dead had gathered.",
)
WIRE = (
    "A landslide at the quarry of Berg killed 14 miners on Friday, the prefect of the province announced.",
    "The company claimed that it had not been warned about the slope in March.",
    "The prime minister said that the quarry would open again before the winter.",
    "A brutal wind kept the helicopters on the ground for hours.",
)
TITLES = ("Landslide kills 14 miners, prefect says", "Miners killed at Berg", "Fourteen dead in quarry")


def stories(
    *texts: Sequence[str], sources: Sequence[str] = (), titles: Sequence[str] = TITLES
) -> list[Article]:
    """One article of each text, in the sources named."""
    names = sources or ("Herald", "Courier", "Wire")
    made = [
        article_of(*text, article_id=f"a{n}", source=names[n], title=titles[n])
        for n, text in enumerate(texts)
    ]
    return [replace(article, event="berg-landslide-2025-06") for article in made]


@cache
def results(*texts: Sequence[str], sources: Sequence[str] = (), titles: Sequence[str] = TITLES) -> Results:
    """The comparison of some texts, without a conflict pack."""
    return analyse(stories(*texts, sources=sources, titles=titles), Options(conflict="none"))
