"""Plain sentences made from the counts: templates, never a language model.

They say "gives to", "writes", "names"; they know no intent and no adverbs of degree. Where a group has
fewer than the minimum of cases, both counts stand there and the remark that they are too few.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from framing.compare.statistics.counted_share import CountedShare
from framing.publish.shared.parts import (
    FEW,
    Number,
    SentencePart,
    SentenceParts,
    fill,
    in_words,
    listed,
    of_counts,
)

MOST_NAMED = 4

Opener = Callable[[CountedShare], tuple[Number, Number]]


def shares(groups: Sequence[CountedShare], numbers: Opener, *, first: str, rest: str) -> list[SentenceParts]:
    """Sentences that set the same share of several sources side by side, the largest first.

    `first` is the template of the first source, `rest` of the others; both have the slots `source`, `k`
    and `n`. More than four sources: the two ends are named, the others stand in the table.
    """
    counted = [group for group in groups if group.n]
    enough = sorted((g for g in counted if g.enough), key=lambda g: (-g.share, -g.n, g.name))
    few = [group for group in counted if not group.enough]
    said: list[SentenceParts] = []
    if len(enough) > MOST_NAMED:
        top, low = enough[0], enough[-1]
        others = in_words(len(enough) - 2)
        said.append(
            (
                "The largest share: ",
                *_one(first, top, numbers),
                ". The smallest: ",
                *_one(rest, low, numbers),
                f". The other {others} sources with enough cases lie between.",
            )
        )
    elif len(enough) > 1:
        rests = [_one(rest, group, numbers) for group in enough[1:]]
        said.append((*_one(first, enough[0], numbers), "; ", *listed(rests, last=", and "), "."))
    elif enough:
        said.append((*_one(first, enough[0], numbers), "."))
    if few:
        said.append(_too_few(few, numbers, first=first, rest=rest, follows=bool(enough)))
    return said


def _too_few(
    few: Sequence[CountedShare], numbers: Opener, *, first: str, rest: str, follows: bool
) -> SentenceParts:
    """Both counts of each source; what they count is said unless the sentence follows one that says it."""
    named = few[:MOST_NAMED]
    if follows:
        clauses = [of_counts(group.name, *numbers(group)) for group in named]
    else:
        clauses = [_one(rest if number else first, group, numbers) for number, group in enumerate(named)]
    left = len(few) - len(named)
    if left:
        clauses.append(
            (f"{in_words(left)} more {'source stands' if left == 1 else 'sources stand'} in the table",)
        )
    return (*listed(clauses), ": ", FEW)


def two_sides(
    source: str, sides: Sequence[tuple[str, CountedShare, Opener]], *, first: str, rest: str
) -> SentenceParts:
    """The same construction for one side and for the other; both templates have the slots `side`, `k`, `n`."""
    said: list[SentencePart] = []
    for number, (side, group, numbers) in enumerate(sides):
        template = rest if number else first
        said.extend(fill(template, source=source, side=side, **_counts(group, numbers)))
    return (*said, ".") if all(group.enough for _, group, _ in sides) else (*said, ": ", FEW)


def _one(template: str, group: CountedShare, numbers: Opener) -> SentenceParts:
    return fill(template, **_slots(group, numbers))


def _slots(group: CountedShare, numbers: Opener) -> dict[str, SentenceParts]:
    return {"source": (group.name,), **_counts(group, numbers)}


def _counts(group: CountedShare, numbers: Opener) -> dict[str, SentenceParts]:
    k, n = numbers(group)
    return {"k": (k,), "n": (n,)}
