"""The same sentence in two sources: who wrote it, and what was changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from framing.compare.reuse import ReuseMention
from framing.publish.questions.material import Material
from framing.publish.questions.phrases import joined, quoted, several
from framing.publish.questions.question_records import Answer, Passage, Question
from framing.records.article import Span

FEWEST_WORDS = 10
MOST_CHANGED = 4
"""Words changed in a sentence that is asked about as the same one."""
WHOLE = 0.75
"""Part of the sentence that the shared words must be, in both texts."""

_WHO = (
    "Both may have it from a news agency, or one from the other; the texts alone do not show who wrote it first. Using "
    "an agency’s words is common and allowed."
)


def questions(material: Material) -> Iterator[Question]:
    """One question for each sentence that two sources have in the same words, or nearly."""
    rows = [row for row in material.results.reuse if _is_usable(material, row)]
    together = Counter(_pair(material, row) for row in rows)
    for row in rows:
        yield _question(material, row, together[_pair(material, row)])


def _pair(material: Material, row: ReuseMention) -> frozenset[str]:
    return frozenset((material.source(row), row.other_source))


def _is_usable(material: Material, row: ReuseMention) -> bool:
    if row.shared != "wording" or row.same_source or row.region == "title":
        return False
    if not {row.article_id, row.other_article_id} <= set(material.articles):
        return False
    if (
        min(
            _covered(material, row.article_id, row.span),
            _covered(material, row.other_article_id, row.other_span),
        )
        < WHOLE
    ):
        return False
    changed = " ".join((*row.words_only_here, *row.words_only_there)).split()
    return len(material.text(row).split()) >= FEWEST_WORDS and len(changed) <= 2 * MOST_CHANGED


def _covered(material: Material, article_id: str, span: Span) -> float:
    """How much of its sentence a passage is."""
    cited = material.cite_span(article_id, span, (), "")
    return (span.end - span.start) / max(1, cited.end - cited.start)


def _question(material: Material, row: ReuseMention, together: int) -> Question:
    here = material.cite(row, _places(material, row.article_id, row.span, row.words_only_here))
    there = _other(material, row)
    often = f"{here.source} and {there.source} share {several(together, 'passage')} word for word, or nearly."
    if not (row.words_only_here or row.words_only_there):
        text = (
            "These two sources have the same sentence. Who may have written it first? Look in both texts for the name "
            "of a news agency. What does it mean for “two sources say so”?"
        )
        differs = f"The sentence in {here.source} and in {there.source} has the same words."
        notice = "Two sources with the same sentence are one witness, not two."
    else:
        text = (
            "These two sentences are nearly the same. Find the words that differ. Does the change alter what the reader "
            "learns?"
        )
        differs = " ".join(
            f"Only {passage.source} has {joined(quoted(w) for w in words)}." if words else ""
            for passage, words in ((here, row.words_only_here), (there, row.words_only_there))
        ).strip()
        notice = "A changed word in a copied sentence was somebody’s decision: to shorten, to update, or to say it otherwise."
    changed = bool(row.words_only_here and row.words_only_there)
    return Question(
        id="",
        kind="copied",
        text=text,
        passages=(here, there),
        answer=Answer(differs, often, notice, _WHO),
        terms=("copied",),
        topic=f"copied:{row.mention_id}",
        weight=0.55 if changed else 0.4,
    )


def _other(material: Material, row: ReuseMention) -> Passage:
    """The passage of the other article, cited by the claim or the row that stands in it, if there is one."""
    near = next(
        (
            other
            for other in material.results.ledger.claims
            if other.article_id == row.other_article_id and other.span.overlaps(row.other_span)
        ),
        None,
    )
    focus = _places(material, row.other_article_id, row.other_span, row.words_only_there)
    return material.cite_span(row.other_article_id, row.other_span, focus, near.mention_id if near else "")


def _places(material: Material, article_id: str, span: Span, words: Sequence[str]) -> tuple[Span, ...]:
    """Where the changed words stand in a passage, as far as they are found in their order."""
    text = material.articles[article_id].text
    found, at = [], span.start
    for phrase in words:
        pattern = r"\b" + r"\W+".join(map(re.escape, phrase.split())) + r"\b"
        match = re.compile(pattern, re.IGNORECASE).search(text, at, span.end)
        if match:
            found.append(Span(*match.span()))
            at = match.end()
    return tuple(found)
