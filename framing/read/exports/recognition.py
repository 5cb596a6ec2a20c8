"""Which press database a text was exported from, and texts that are many articles of no known make.

A file that is many articles is never read as one: where nothing here can part it, it is refused with what was seen.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from framing.read.cleaning.boilerplate import BoilerplatePatterns
from framing.read.cleaning.line_features import TextLine
from framing.read.exports.documents import Export, ExportText
from framing.read.exports.europresse import europresse_export
from framing.read.exports.factiva import factiva_export
from framing.read.exports.nexis import NUMBERED, nexis_export
from framing.read.exports.proquest import proquest_export

Words = Mapping[str, frozenset[str]]

EXPORTS: tuple[Callable[[ExportText, Words], Export | None], ...] = (
    europresse_export,
    proquest_export,
    factiva_export,
    nexis_export,
)
LEAST_REPEATS = 3
"""Times that the same labels, notices or datelines come again in a text of many articles."""
APART = 400
"""Characters of text between two of them, at least, in the middle."""
SPLIT = "give one article a file, or a table with one article a row; or export it anew in a format that is read (docs/inputs.md)"

_RULE = re.compile(r"[_=*-]{20,}|(?:\* ?){5,}")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\)).{0,20}(?:19|20)\d\d", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w -]{1,24}):(?:\s|$)")


def export_of(page: ExportText, words: Words) -> Export | None:
    """The export that a text is, or None where it is none."""
    return next((found for read in EXPORTS if (found := read(page, words)) is not None), None)


def several_articles(lines: Sequence[TextLine], words: Words, boilerplate: BoilerplatePatterns) -> str:
    """What shows that a text is many articles; empty where nothing does."""
    folded = [" ".join(line.text.split()).casefold() for line in lines]
    numbered = sum(NUMBERED.fullmatch(line) is not None for line in folded)
    if numbered > 1:
        return f"{numbered} lines that number documents"
    ends = sum(line in words["nexis_end"] for line in folded)
    if ends > 1:
        return f"“End of Document” {ends} times"
    return _repeated(lines, folded, boilerplate)


def _repeated(lines: Sequence[TextLine], folded: Sequence[str], boilerplate: BoilerplatePatterns) -> str:
    rules = [line for line in lines if _RULE.fullmatch(line.text)]
    if _are_apart(rules):
        return f"{len(rules)} rules that part articles"
    notices = [line for line, text in zip(lines, folded, strict=True) if _COPYRIGHT.match(text)]
    if _are_apart(notices):
        return f"{len(notices)} notices of copyright"
    datelines = [line for line in lines if line.is_running_text and boilerplate.at_start(line, "lead")]
    if _are_apart(datelines):
        return f"{len(datelines)} datelines"
    return _field_blocks(lines)


def _field_blocks(lines: Sequence[TextLine]) -> str:
    """The labels that come again and again together, as the fields of a record do."""
    places: dict[str, list[TextLine]] = {}
    for line in lines:
        match = _LABEL.match(line.text)
        if match:
            places.setdefault(match["label"].casefold(), []).append(line)
    again = {label: found for label, found in places.items() if _are_apart(found)}
    times = Counter(len(found) for found in again.values())
    number, labels = max(times.items(), key=lambda pair: pair[1], default=(0, 0))
    if labels < LEAST_REPEATS:
        return ""
    named = ", ".join(label for label, found in again.items() if len(found) == number)
    return f"{number} blocks of the same fields ({named[:80]})"


def _are_apart(found: Sequence[TextLine]) -> bool:
    """Whether there are several of a line, and in the middle as much text between them as an article has."""
    if len(found) < LEAST_REPEATS:
        return False
    gaps = sorted(after.start - before.end for before, after in itertools.pairwise(found))
    return gaps[len(gaps) // 2] >= APART
