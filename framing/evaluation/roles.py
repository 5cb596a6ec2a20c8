"""Roles on real text: voice and doer of headlines, sides of victims and doers, whom a speaker's words stand for.

A gold set is a folder of `headlines.jsonl`, `sides.jsonl` and `speakers.jsonl`; any of them may be missing. For each slot
precision is the share of right ones among those that the program filled, recall that among all gold ones: a row that
is not there, and a slot left empty, count against recall only, a wrong one against both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from framing.evaluation.gold import REMEDY, read_jsonl
from framing.evaluation.pairing import measured
from framing.extract.attribution import AttributionMention
from framing.extract.casualty import CasualtyMention
from framing.extract.headline import HeadlineMention
from framing.measure.error import MeasuredError
from framing.people.packs import NONE
from framing.people.sides import UNKNOWN
from framing.pipeline import Options, features_of
from framing.records.article import TITLE_GAP, Article, Paragraph
from framing.records.errors import GoldError
from framing.records.mention import Mention

BODY: Final = "The page below gives the details of the day in their order."
"""The body of an article of which the gold has the title only: it gives no help."""
SMALL: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "that", "this"))
LEAST_COMMON: Final = 0.5
"""Words that two phrases must have in common (Dice) to be the same one."""

Record = Mapping[str, Any]
Tally = dict[str, Counter[str]]


def evaluate_folder(gold: Path, name: str) -> list[MeasuredError]:
    """The figures of every slot that the folder has gold for; raises GoldError where it has none."""
    tally: Tally = defaultdict(Counter)
    tables: dict[str, tuple[str, str]] = {}
    for file, (family, score, slots) in FILES.items():
        if (gold / file).exists():
            records = read_jsonl(gold / file)
            found = _found(records, family, file)
            for record in records:
                score(record, found[record["id"]], tally)
            tables |= {slot: (slots[slot], f"{UNITS[file]} in {len(records)} texts") for slot in slots}
    if not tables:
        raise GoldError(str(gold), f"holds none of {', '.join(FILES)}", REMEDY)
    return [
        measured(f"roles, {slot}", table, name, unit, tally[slot]) for slot, (table, unit) in tables.items()
    ]


def _found(records: Sequence[Record], family: str, file: str) -> Mapping[str, list[Mention]]:
    """The rows of a family in each text, by its id."""
    by_pack: dict[str, list[Article]] = defaultdict(list)
    for record in records:
        by_pack[record.get("pack") or NONE].append(_article(record, file))
    found: dict[str, list[Mention]] = defaultdict(list)
    for pack, articles in by_pack.items():
        for mention in features_of(articles, Options(conflict=pack)).mentions[family]:
            found[mention.article_id].append(mention)
    return found


def _article(record: Record, file: str) -> Article:
    """A title with a body that says nothing, or a sentence behind a paragraph of those before it."""
    title = record.get("title", "")
    before = " ".join(_before(record))
    pieces = [piece for piece in (title, BODY if title else before, record.get("sentence", "")) if piece]
    text = TITLE_GAP.join(pieces)
    spans: list[Paragraph] = []
    for piece in pieces:
        start = spans[-1].end + len(TITLE_GAP) if spans else 0
        spans.append(Paragraph(start, start + len(piece), None))
    return Article(
        article_id=record["id"],
        source=record["id"],
        text=text,
        title=title,
        file=file,
        sha256="",
        paragraphs=tuple(spans),
        language="en",
    )


def _before(record: Record) -> Sequence[str]:
    return record.get("before") or record.get("context") or ()


def _shift(record: Record) -> int:
    """Where the sentence begins in the article's text."""
    before = " ".join(_before(record))
    return len(before) + len(TITLE_GAP) if before else 0


def _score_headline(record: Record, found: Sequence[Mention], tally: Tally) -> None:
    row = next((mention for mention in found if isinstance(mention, HeadlineMention)), None)
    voice, doer = (row.voice, row.actor_text) if row else ("", "")
    _count(tally["headline voice"], voice, _accepted(record, "voice"), str.__eq__)
    _count(tally["headline doer"], doer, _accepted(record, "doer"), same_phrase)


def _score_side(record: Record, found: Sequence[Mention], tally: Tally) -> None:
    start = _shift(record) + record["trigger_start"]
    end = start + len(record["trigger"])
    row = next(
        (
            mention
            for mention in found
            if isinstance(mention, CasualtyMention)
            and mention.trigger_start < end
            and start < mention.trigger_end
        ),
        None,
    )
    if record["victim_side"] != "*":
        side = row.victim_side if row else ""
        _count(
            tally["victim side"],
            "" if side == UNKNOWN else side,
            _accepted(record, "victim_side"),
            str.__eq__,
        )
    doer, side = (row.agent_text, row.agent_side) if row else ("", "")
    _count(tally["doer"], doer, _accepted(record, "doer"), same_phrase)
    _count(tally["doer side"], "" if side == UNKNOWN else side, _accepted(record, "doer_side"), str.__eq__)


def _score_speaker(record: Record, found: Sequence[Mention], tally: Tally) -> None:
    start = _shift(record) + record["speaker_start"]
    end = start + len(record["speaker_text"])
    row = next(
        (
            mention
            for mention in found
            if isinstance(mention, AttributionMention)
            and any(span.start < end and start < span.end for span in mention.speaker_spans)
        ),
        None,
    )
    given = row.speaker_resolved if row else ""
    if given.lower() == record["speaker_text"].lower() and given not in _accepted(record, "resolved"):
        given = ""
    _count(tally["speaker"], given, _accepted(record, "resolved"), same_name)


def _accepted(record: Record, slot: str) -> tuple[str, ...]:
    """The right values of a slot, the first reading first; `unknown` and `*` are no value."""
    values = (record[slot], *record.get(f"{slot}_alt", ()))
    return tuple("" if value in (UNKNOWN, "*") else value for value in values)


def _count(
    tally: Counter[str], given: str, accepted: Sequence[str], same: Callable[[str, str], bool]
) -> None:
    """Count one slot: an empty one is right where the gold has nothing, and counts only where it has something."""
    right = bool(given) and any(same(value, given) for value in accepted if value)
    needed = bool(accepted[0]) and (bool(given) or "" not in accepted)
    tally["found"] += bool(given) and (right or "" not in accepted[1:])
    tally["gold"] += needed
    tally["hits"] += right and needed


def same_phrase(gold: str, given: str) -> bool:
    """Whether two phrases have half of their words in common, articles and possessives apart.

    >>> same_phrase("the Israeli army", "Israeli army"), same_phrase("a court in northern Lyon", "Lyon")
    (True, False)
    """
    ours, theirs = set(_words(gold)), set(_words(given))
    return 2 * len(ours & theirs) >= LEAST_COMMON * max(1, len(ours) + len(theirs))


def same_name(gold: str, given: str) -> bool:
    """Whether two names may be one person's: the last word of one is in the other, and no first name speaks against it.

    >>> same_name("Ana Prado", "Prado"), same_name("Ana Prado", "Luis Prado"), same_name("the council", "council")
    (True, False, True)
    """
    ours, theirs = _words(gold), _words(given)
    if not ours or not theirs or not (ours[-1] in theirs or theirs[-1] in ours):
        return False
    return len(ours) == 1 or len(theirs) == 1 or len(set(ours) & set(theirs)) > 1


def _words(text: str) -> list[str]:
    return list(_content_words(text.replace("’", "'").split()))


def _content_words(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        plain = word.lower().removesuffix("'s").strip(".,'\"“”")
        if plain and plain not in SMALL:
            yield plain


FILES: Final[
    Mapping[str, tuple[str, Callable[[Record, Sequence[Mention], Tally], None], Mapping[str, str]]]
] = {
    "headlines.jsonl": (
        "headline",
        _score_headline,
        {"headline voice": "headlines", "headline doer": "headlines"},
    ),
    "sides.jsonl": (
        "casualty",
        _score_side,
        {"victim side": "casualties", "doer": "casualties", "doer side": "casualties"},
    ),
    "speakers.jsonl": ("attribution", _score_speaker, {"speaker": "attributions"}),
}
"""By file: the family whose rows are looked at, how a record is counted, and the table of each slot."""
COLUMNS: Final = {
    "headline voice": "voice",
    "headline doer": "actor_text",
    "victim side": "victim_side",
    "doer": "agent_text",
    "doer side": "agent_side",
    "speaker": "speaker_resolved",
}
"""The column that each slot stands in."""
UNITS: Final = {"headlines.jsonl": "titles", "sides.jsonl": "casualty mentions", "speakers.jsonl": "speakers"}
