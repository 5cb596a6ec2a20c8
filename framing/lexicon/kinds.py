"""Which schema the entries of each kind of lexicon follow."""

from __future__ import annotations

from framing.lexicon.furniture import FurnitureLine
from framing.lexicon.naming import NameConcept
from framing.lexicon.schema import Entry

KINDS: dict[str, type[Entry]] = {
    "furniture": FurnitureLine,
    "names": NameConcept,
}
