"""Counts of names per article: each variant that occurs in the run, and its share of its concept's names."""

from __future__ import annotations

import re
from functools import partial

from framing.extract.base import Scope
from framing.extract.naming.record import NameMention, counted, is_counted
from framing.records.columns import Column, count, share


def columns(scope: Scope) -> tuple[Column, ...]:
    """One count per concept and variant that occurs in the run, and its share of the concept's names."""
    declared: list[Column] = [
        count("names", "Uses of contested names in title and body.", "mentions", rows=is_counted)
    ]
    for concept, variants in _occurring(scope).items():
        total = f"name_{concept}"
        declared.append(
            count(
                total,
                f"Uses of any listed name of {concept}.",
                "mentions",
                rows=partial(_names, concept, ""),
            )
        )
        for variant in variants:
            slug = f"{total}__{_slug(variant)}"
            declared.append(
                count(
                    slug,
                    f"Uses of “{variant}” for {concept}.",
                    "mentions",
                    rows=partial(_names, concept, variant),
                )
            )
            declared.append(
                share(
                    f"{slug}_share",
                    f"Share of “{variant}” among the listed names of {concept}.",
                    slug,
                    total,
                )
            )
    return tuple(declared)


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
