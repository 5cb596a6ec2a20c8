"""Counts of names per article: each variant that occurs in the run, and its share of its concept's names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Final

from framing.extract.base import Scope
from framing.extract.naming.record import NameMention, counted, is_counted
from framing.records.columns import Column, count, share

OF_CONCEPT: Final = "names_of_concept"
OF_VARIANT: Final = "name_used"
BETWEEN: Final = " / "


def columns(scope: Scope) -> tuple[Column, ...]:
    """One count per concept and variant that occurs in the run, and its share of the concept's names."""
    declared: list[Column] = [
        count("names", "Uses of contested names in title and body.", "mentions", rows=is_counted)
    ]
    for concept, variants in _occurring(scope).items():
        total = count(
            f"name_{concept}",
            f"Uses of any listed name of {concept}.",
            "mentions",
            rows=partial(_names, concept, ""),
        )
        declared.append(replace(total, feature=OF_CONCEPT, group=concept))
        for variant in variants:
            declared += _of_variant(concept, variant, total.name)
    return tuple(declared)


def _of_variant(concept: str, variant: str, total: str) -> tuple[Column, Column]:
    """The uses of one name, and their share among those of its concept."""
    slug = f"{total}__{_slug(variant)}"
    group = f"{concept}{BETWEEN}{variant}"
    uses = count(
        slug, f"Uses of “{variant}” for {concept}.", "mentions", rows=partial(_names, concept, variant)
    )
    among = share(f"{slug}_share", f"Share of “{variant}” among the listed names of {concept}.", slug, total)
    return replace(uses, feature=OF_VARIANT, group=group), replace(among, feature=OF_VARIANT, group=group)


def _names(concept: str, variant: str, mention: NameMention) -> bool:
    return mention.concept == concept and (not variant or mention.variant == variant) and is_counted(mention)


def _occurring(scope: Scope) -> dict[str, list[str]]:
    pairs = sorted({(m.concept, m.variant) for m in counted(scope.mentions.get("naming", ()))})
    variants: dict[str, list[str]] = {}
    for concept, variant in pairs:
        variants.setdefault(concept, []).append(variant)
    return variants


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower()).strip("_")
