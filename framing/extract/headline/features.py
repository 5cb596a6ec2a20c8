"""The columns of an article's titles: shares that attribute; of those that tell a deed, shares that name a doer or are
passive; tone beside the body's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from framing.extract.base import Scope, Value
from framing.extract.headline.record import SOURCE, HeadlineMention
from framing.records.columns import Column, count, every_row, ratio, share
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

_Test = Callable[[HeadlineMention], bool]


def _is_deed(row: HeadlineMention) -> bool:
    return row.clause == "deed"


_OF_TITLES: dict[str, tuple[str, _Test]] = {
    "attributed": ("that attribute what they say", lambda row: bool(row.attribution_id)),
    "deeds": ("that tell a deed", _is_deed),
}
_OF_DEEDS: dict[str, tuple[str, _Test]] = {
    "with_actor": ("that name the doer", lambda row: _is_deed(row) and bool(row.actor_spans)),
    "passive": ("in the passive", lambda row: _is_deed(row) and row.voice.startswith("passive")),
    "passive_agentless": (
        "in the passive without a doer",
        lambda row: _is_deed(row) and row.voice == "passive_agentless",
    ),
}
"""Properties of all titles, and of those that tell a deed: whoever only speaks has done nothing, and what happens of
itself has no doer."""


def columns(scope: Scope) -> tuple[Column, ...]:
    """Titles, and the shares of them with each property."""
    declared: list[Column] = [
        count("titles", "Titles.", "titles", rows=every_row),
        count("title_words", "Words of the title.", "words"),
    ]
    for properties, of, whole in (
        (_OF_TITLES, "titles", "titles"),
        (_OF_DEEDS, "titles_deeds", "titles with a deed"),
    ):
        for key, (what, test) in properties.items():
            name, text = f"titles_{key}", f"{whole} {what}."
            declared.append(count(name, text.capitalize(), "titles", source=SOURCE, rows=test))
            declared.append(share(f"{name}_share", f"Share of {text}", name, of, source=SOURCE))
    declared += [
        Column(
            name="title_tone_above_body",
            type="number",
            definition="Sum over titles of the title's tone minus the body's.",
            unit="compound score",
            range="any",
        ),
        count(
            "titles_with_body_tone",
            "Titles whose body has a tone of its own.",
            "titles",
            rows=lambda row: row.body_tone is not None,
        ),
        ratio(
            "title_tone_difference",
            "Mean of the title's tone minus the body's.",
            "title_tone_above_body",
            "titles_with_body_tone",
            unit="compound score",
            range="-2 to 2",
        ),
    ]
    return tuple(declared)


def features(mentions: Sequence[Mention], parsed: ParsedArticle, scope: Scope) -> Mapping[str, Value]:
    rows = [m for m in mentions if isinstance(m, HeadlineMention)]
    differences = [row.tone - row.body_tone for row in rows if row.body_tone is not None]
    return {
        "title_words": sum(row.words for row in rows),
        "title_tone_above_body": round(sum(differences), 4),
    }
