"""Characters of inputs that no document may hold: controls, marks that turn the direction of what follows."""

from __future__ import annotations

_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NONE = (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_SUBSTITUTE = dict.fromkeys((*_CONTROLS, *_DIRECTIONS, *_NONE), "\ufffd")


def harmless(text: str) -> str:
    """The text with a visible substitute for each such character; XML, too, can hold what is left.

    >>> harmless("a\\x00b\\u202ec")
    'a\ufffdb\ufffdc'
    """
    return text.translate(_SUBSTITUTE)
