"""A word that judges, softens or says who stands behind, beside a passage that tells the same without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.compare.claims import ClaimMention
from framing.extract.wording import WordingMention
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import quoted
from framing.publish.questions.question_records import Answer, Question

SAME = 0.24
STEM = 5
_ASKED = {
    "loaded": (
        "Both passages speak of the same thing. One of them has a word that also tells the reader how to see it. Find "
        "it. Would a plainer word do?",
        "loaded_word",
        "Without the word the sentence would still tell what happened.",
    ),
    "euphemism": (
        "Both passages speak of the same thing. One of them has a word that softens it. Find it. Which plain word could "
        "stand in its place?",
        "euphemism",
        "The word names the thing from a distance.",
    ),
    "provenance_label": (
        "Both passages speak of the same thing. One of them adds words on who runs, backs or holds something. Which words? What do "
        "they do for the reader?",
        "provenance_label",
        "Such words tell who stands behind a speaker. They can inform, and they can make a reader doubt the speaker.",
    ),
}


def questions(material: Material) -> Iterator[Question]:
    """One question for each listed word, in the text's own words, that another passage of the claim is without."""
    words = [
        w for w in material.rows("wording", WordingMention) if w.category in _ASKED and not w.inside_quote
    ]
    for claim in material.shared.values():
        for word in words:
            holding = next((r for r in claim if _holds(r, word)), None)
            if holding is None:
                continue
            plain = [
                row
                for row in claim
                if material.source(row) != material.source(holding)
                and not any(_holds(row, other) for other in words if other.category == word.category)
                and material.alike(row, holding) >= SAME
                and not _has_stem(material, row, word)
            ]
            best = max(plain, key=lambda row: material.alike(row, holding), default=None)
            if best is not None:
                yield _question(material, word, best)


def _has_stem(material: Material, row: ClaimMention, word: WordingMention) -> bool:
    """Whether a passage has a word that begins like one of the listed words: "occupied" and "occupying"."""
    parts = [part[:STEM] for part in re.findall(r"\w+", material.text(word).casefold()) if len(part) >= STEM]
    return any(part in material.cite(row).text.casefold() for part in parts)


def _holds(row: ClaimMention, word: WordingMention) -> bool:
    return row.article_id == word.article_id and row.span.contains(word.span)


def _question(material: Material, word: WordingMention, plain: ClaimMention) -> Question:
    text, term, notice = _ASKED[word.category]
    first, second = material.cite(word, (word.span,)), material.cite(plain, plain.statement_spans)
    every = [
        w
        for w in material.rows("wording", WordingMention)
        if w.category == word.category and not w.inside_quote
    ]
    counts = ", ".join(
        f"{source} {sum(material.source(w) == source for w in every)}" for source in material.sources
    )
    return Question(
        id="",
        kind="wording",
        text=text,
        passages=(first, second),
        answer=Answer(
            f"{first.source} writes {quoted(material.text(word))}. The passage in {second.source} has no such word.",
            f"Words of this kind outside quotation marks: {counts}.",
            notice,
            "The list of such words is short and made by people; another reader may find other words. A word in a text "
            "does not show what its writer thinks.",
        ),
        terms=(term,),
        topic=plain.claim_id,
        weight=0.4 + 0.4 * material.alike(word, plain),
    )
