"""What is left of a comparison when sentences that sources share nearly word for word are set aside."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.statistics.counted_share import CountedShare
from framing.publish.page.cards.card import CardMaterial, Measure
from framing.publish.shared.parts import FEW, SentencePart, SentenceParts, Together, fill, joined, listed


def in_own_words(material: CardMaterial, measure: Measure, *, first: str) -> Iterator[SentenceParts]:
    """A sentence on the sources with enough cases whose counts change; `first` has the slots `k` and `n`.

    Nothing is said where no source borrowed, or where what is borrowed holds none of the rows.
    """
    enough = [group for group in measure.groups if group.enough]
    changed = [(group, own) for group in enough if (own := _own(group, material.borrowed)).n < group.n]
    if not changed:
        return
    names = [group.name for group, _ in changed]
    others = joined(material.alike[names[0]]) if len(names) == 1 else "other texts"
    clauses: list[SentenceParts] = []
    for number, (group, own) in enumerate(changed):
        k, n = material.opener(measure)(own)
        few: tuple[SentencePart, ...] = () if own.enough else (" ", Together(("(", FEW, ")")))
        clauses.append((f"{group.name} ", *fill("{k} of {n}" if number else first, k=k, n=n), *few))
    rest = [group.name for group in enough if group.name not in names]
    same = f". Nothing changes for {joined(rest)}." if rest else "."
    verb = "shares" if len(names) == 1 else "share"
    yield (
        f"Without the sentences that {joined(names)} {verb} nearly word for word with {others}, ",
        *listed(clauses),
        same,
    )


def _own(group: CountedShare, borrowed: frozenset[str]) -> CountedShare:
    """The cases of a group that stand in no borrowed sentence."""
    return CountedShare(
        f"{group.name}, own words",
        tuple(name for name in group.having if name not in borrowed),
        tuple(name for name in group.cases if name not in borrowed),
    )
