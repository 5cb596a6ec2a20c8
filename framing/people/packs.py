"""Which conflict pack a run uses: the one asked for, or the one the texts themselves call for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from framing.lexicon.check import check_file
from framing.lexicon.conflict import ConflictPack
from framing.people.sides import Sides
from framing.records.article import Article
from framing.records.errors import LexiconError

NONE = "none"
AUTO = "auto"
LEAST_NAMED = 2
SAMPLE = 200


def choose(
    wanted: str, packs: Mapping[str, ConflictPack], articles: Sequence[Article]
) -> tuple[Sides | None, str]:
    """The sides of a run and a sentence that says how they were chosen.

    `wanted` is a pack's id, `none`, or `auto`: the pack of which most articles name at least two sides
    at least twice each, where these are half of the articles or more (of the first 200); of two such
    packs the one whose sides are named more often.

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
    sides = {pack_id: Sides(pack) for pack_id, pack in packs.items()}
    named = {pack_id: [_named(of_pack, a) for a in sample] for pack_id, of_pack in sides.items()}
    fitting = {
        pack_id: (sum(n > 0 for n in counts), sum(counts), pack_id) for pack_id, counts in named.items()
    }
    best, (articles_fitting, _, _) = max(fitting.items(), key=lambda item: item[1], default=("", (0, 0, "")))
    if not articles_fitting or 2 * articles_fitting < len(sample):
        return None, "no conflict pack fits half of the articles"
    return sides[best], f"{articles_fitting} of {len(sample)} articles name both sides"


def from_file(path: Path) -> tuple[Sides | None, str]:
    """The sides of a pack of one's own; raises LexiconError when the file is no conflict pack."""
    pack = check_file(path).pack
    if pack is None:
        raise LexiconError(path.name, "is not a conflict pack", "start one with 'framing sides'")
    return Sides(pack), f"from the file {path.name}"


def _named(sides: Sides, article: Article) -> int:
    """How often an article names the sides of a pack; 0 unless it names two of them at least twice each."""
    named: Counter[str] = Counter()
    for _, pieces in article.kept():
        for start, end in pieces:
            named.update(match.side for match in sides.find(article.text[start:end]))
    counts = [named[side] for side in sides.ids]
    return sum(counts) if sum(count >= LEAST_NAMED for count in counts) >= 2 else 0
