"""Schema of the spelling lexicon: words spelled in two ways, by rule."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints, model_validator

from framing.lexicon.schema import Entry, Text

Piece = Annotated[str, StringConstraints(pattern=r"^[a-z-]*$")]


class SpellingFamily(Entry):
    """Words with a British and an American spelling: stem, what differs, ending; or pairs of whole words.

    Without `stems` every stem of two letters or more counts but `not_stems`. In `pairs` the British word
    comes first; an empty partner means that the other form is no sign of anything.
    """

    british: Piece = ""
    american: Piece = ""
    stems: tuple[Piece, ...] = ()
    not_stems: tuple[Piece, ...] = ()
    endings: tuple[Piece, ...] = ()
    pairs: tuple[tuple[Text, str], ...] = ()

    @model_validator(mode="after")
    def _a_rule_or_pairs(self) -> SpellingFamily:
        if bool(self.pairs) == bool(self.british and self.american and self.endings):
            raise ValueError("give british, american and endings, or pairs")
        return self
