"""Rules as things with a name, an example and an order, and the trail that they leave on a row.

A family's constructions are tables of `Rule`s. They are read top to bottom; the first whose questions are all
answered yes and that gives something has made the row. Each example is run as a test. The column `rule` of an
evidence row is its trail: what was found and by which rules, in order, joined by " > ". An entry with a prefix
(`cue:say`, `speaker:inverted`, `side:pack`) says who or what; an entry without one is a construction, and the last of
these is the one that made the row's content or trigger. Nothing ever reads a trail to decide something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

SEPARATOR = " > "
PREFIX = ":"
OF_LEXICON = "the lexicon entry takes none of:"
"""How a refusal begins that the lexicon decides."""

Case = TypeVar("Case")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case, Made]):
    """One construction.

    `example` is a sentence of our own in which the rule fires; what it makes stands in [brackets], the word it is
    about between *asterisks*. `needs` are the properties of which the lexicon entry must have one (none: any entry).
    `when` are questions to the case, each a named function; `make` gives what the rule makes, or None.
    """

    name: str
    example: str
    make: Callable[[Case], Made | None]
    when: tuple[Callable[[Case], bool], ...] = ()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tried(Generic[Made]):
    """What became of one rule in one case: what it made, or why it refused."""

    name: str
    example: str
    made: Made | None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a family made of one word of its lexicon, for `framing explain`.

    `start` is the offset of the word in the article, `entry` the lexicon's entry. `tried` has for each table of rules,
    by its name, what became of its rules up to the first that fits. `refused` says in plain words why the word made no
    row; it is empty where it made one.
    """

    family: str
    word: str
    start: int
    entry: str
    tried: tuple[tuple[str, tuple[Tried[Any], ...]], ...]
    refused: str = ""


def first(
    rules: Sequence[Rule[Case, Made]], case: Case, has: frozenset[str] = frozenset()
) -> tuple[str, Made] | None:
    """Name and product of the first rule that fits a case; `has` are the properties of its lexicon entry."""
    for rule in rules:
        if rule.needs and not rule.needs & has:
            continue
        for question in rule.when:
            if not question(case):
                break
        else:
            made = rule.make(case)
            if made is not None:
                return rule.name, made
    return None


def tried(
    rules: Sequence[Rule[Case, Made]], case: Case, has: frozenset[str] = frozenset()
) -> Iterator[Tried[Made]]:
    """What becomes of the rules in a case, up to the first that fits: for `framing explain`."""
    for rule in rules:
        refused = _refusal(rule, case, has)
        made = None if refused else rule.make(case)
        yield Tried(
            rule.name, rule.example, made, refused or ("" if made is not None else "it gives nothing")
        )
        if made is not None:
            return


def _refusal(rule: Rule[Case, Made], case: Case, has: frozenset[str]) -> str:
    """Why a rule does not fit a case; empty where it may."""
    if rule.needs and not rule.needs & has:
        return f"{OF_LEXICON} {', '.join(sorted(rule.needs))}"
    for question in rule.when:
        if not question(case):
            return f"not so: {in_words(question)}"
    return ""


def in_words(question: Callable[..., object]) -> str:
    """What a question asks: the first line of its docstring, else its name.

    >>> def has_subject(verb: str) -> bool:
    ...     return bool(verb)
    >>> in_words(has_subject)
    'has subject'
    """
    said = (question.__doc__ or "").strip().split("\n")[0].rstrip(".")
    return said[:1].lower() + said[1:] or getattr(question, "__name__", "question").strip("_").replace(
        "_", " "
    )


def joined(trail: Sequence[str]) -> str:
    """A trail as the cell of the column `rule`.

    >>> joined(("cue:say", "that-clause", "speaker:subject"))
    'cue:say > that-clause > speaker:subject'
    """
    return SEPARATOR.join(trail)


def with_entry(rule: str, entry: str) -> str:
    """A cell of the column `rule` with one more entry.

    >>> with_entry("cue:say > that-clause", "side:pack")
    'cue:say > that-clause > side:pack'
    """
    return joined((rule, entry))


def construction(rule: str) -> str:
    """The construction of a cell of the column `rule`: its last entry without a prefix; empty where it has none.

    >>> construction("cue:say > that-clause > quotation-continues > speaker:inverted")
    'quotation-continues'
    """
    return next((entry for entry in reversed(rule.split(SEPARATOR)) if PREFIX not in entry), "")
