"""Which schema the entries of each kind of lexicon follow."""

from __future__ import annotations

from framing.lexicon.furniture import Agency, FurnitureLine, FurniturePart
from framing.lexicon.naming import NameConcept
from framing.lexicon.schema import Entry

KINDS: dict[str, type[Entry]] = {
    "agencies": Agency,
    "furniture": FurnitureLine,
    "furniture_parts": FurniturePart,
    "names": NameConcept,
}
