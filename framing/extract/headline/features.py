"""The columns of an article's titles: shares that attribute, name a doer, are passive; tone beside the body's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from framing.extract.base import Scope, Value
from framing.extract.headline.record import SOURCE, HeadlineMention
from framing.records.columns import Column, count, every_row, ratio, share
from framing.records.mention import Mention
from framing.text.sentences import ParsedArticle

_PROPERTIES: dict[str, tuple[str, Callable[[HeadlineMention], bool]]] = {
    "attributed": ("that attribute what they say", lambda row: bool(row.attribution_id)),
    "with_actor": ("that name a doer", lambda row: bool(row.actor_spans)),
    "passive": ("in the passive", lambda row: row.voice.startswith("passive")),
    "passive_agentless": ("in the passive without a doer", lambda row: row.voice == "passive_agentless"),
}


def columns(scope: Scope) -> tuple[Column, ...]:
    """Titles, and the shares of them with each property."""
    declared: list[Column] = [
        count("titles", "Titles.", "titles", rows=every_row),
        count("title_words", "Words of the title.", "words"),
    ]
    for key, (what, test) in _PROPERTIES.items():
        declared.append(count(f"titles_{key}", f"Titles {what}.", "titles", source=SOURCE, rows=test))
        declared.append(
            share(f"titles_{key}_share", f"Share of titles {what}.", f"titles_{key}", "titles", source=SOURCE)
        )
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
