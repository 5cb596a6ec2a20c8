"""What reading takes from the lexicons, compiled once per run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.lexicon import Lexicons
from framing.lexicon.boilerplate import Agency
from framing.lexicon.schema import WordList
from framing.read.cleaning.boilerplate import BoilerplatePatterns
from framing.read.languages import Languages


@dataclass(frozen=True, repr=False)
class ReadingLexicons:
    """Patterns of boilerplate, languages to choose from, the label of each form of an agency's name, and names
    of inputs: usual columns by role, cells that mean "nothing", elements that hold an outlet's name. `exports` are the
    words by which the exports of press databases say what a line is, in lower case.
    """

    boilerplate: BoilerplatePatterns
    languages: Languages
    agencies: Mapping[str, str]
    columns: Mapping[str, tuple[str, ...]]
    missing: frozenset[str]
    outlet_marks: frozenset[str]
    exports: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, lexicons: Lexicons) -> ReadingLexicons:
        agencies = lexicons.of("agencies", Agency)
        return cls(
            BoilerplatePatterns.of(lexicons),
            Languages.of(lexicons),
            {form.casefold(): agency.label for agency in agencies for form in agency.forms},
            {entry.id: entry.words for entry in lexicons.of("inputs", WordList)},
            lexicons.words("inputs", "missing"),
            lexicons.words("inputs", "outlet_marks"),
            {
                entry.id: frozenset(word.casefold() for word in entry.words)
                for entry in lexicons.of("exports", WordList)
            },
        )
