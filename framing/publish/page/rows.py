"""The rows of a run as the page shows them: what every part of it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.extract.shown import Shown
from framing.publish.page.corrections import CorrectionForm
from framing.publish.page.unmarked import Unmarked
from framing.publish.page.voice_words import VoiceWords
from framing.publish.shared.items import Item
from framing.publish.shared.passages import PassageBook
from framing.results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """Rows with marks and without, and where their passages are kept.

    `letters` gives each article's letter by its id, `voices` how each passage of a claim states it, by
    mention_id; `kinds` are the kinds of mark, `forms` the forms that correct rows, by table.
    """

    results: Results
    letters: Mapping[str, str]
    items: tuple[Item, ...]
    unmarked: tuple[Unmarked, ...]
    voices: Mapping[str, VoiceWords]
    kinds: tuple[Shown, ...]
    forms: Mapping[str, CorrectionForm]
    book: PassageBook
