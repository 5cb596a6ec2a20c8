"""Which conflict pack a run uses: the one asked for, or the one the texts themselves call for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from framing.actors import Sides
from framing.article import Article
from framing.errors import LexiconError
from framing.lexicon.conflict import ConflictPack

NONE = "none"
AUTO = "auto"
LEAST_NAMED = 2
SAMPLE = 200


def choose(
    wanted: str, packs: Mapping[str, ConflictPack], articles: Sequence[Article]
) -> tuple[Sides | None, str]:
    """The sides of a run and a sentence that says how they were chosen.

    `wanted` is a pack's id, `none`, or `auto`: the pack of which most articles name at least two sides
    at least twice each, where these are half of the articles or more (of the first 200).

    Raises LexiconError for an id that no pack has.
    """
    if wanted == NONE:
        return None, "no conflict pack was asked for"
    if wanted != AUTO:
        if wanted not in packs:
            known = ", ".join(sorted([*packs, AUTO, NONE]))
            raise LexiconError(f"--conflict {wanted}", "is not a known conflict pack", f"choose from {known}")
        return Sides(packs[wanted]), "asked for with --conflict"
    sample = [article for article in articles if article.language in ("", "en")][:SAMPLE]
    fitting = {pack_id: sum(_fits(Sides(pack), a) for a in sample) for pack_id, pack in packs.items()}
    best = max(fitting, key=lambda pack_id: (fitting[pack_id], pack_id), default="")
    if not best or not fitting[best] or 2 * fitting[best] < len(sample):
        return None, "no conflict pack fits half of the articles"
    return Sides(packs[best]), f"{fitting[best]} of {len(sample)} articles name both sides"


def _fits(sides: Sides, article: Article) -> bool:
    named: Counter[str] = Counter()
    for _, pieces in article.kept():
        for start, end in pieces:
            named.update(match.side for match in sides.find(article.text[start:end]))
    return sum(named[side] >= LEAST_NAMED for side in sides.ids) >= 2
