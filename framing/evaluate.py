"""Measures the extractors against hand annotation.

A gold set is a folder as in `tests/gold/seeds` (file offsets; one file per measure), or a JSON Lines
file with `text` and `attributions` per line. Gold rows and found rows are paired one to one
(maximum bipartite matching); precision is the share of found rows with a partner, recall that of
gold rows.

    attribution  cues share a word, speakers share a word (or both are empty), and the contents have a
                 word Dice of at least 0.5 (Dice 1945, Ecology 26:297-302)
    casualties   the trigger spans overlap
    naming       same article, concept and variant (counts are compared)
    boundaries   characters of furniture marked as removed
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from framing.article import Article, Paragraph, Span
from framing.engine import Options, analyse, run
from framing.errors import GoldError
from framing.measure.error import MeasuredError
from framing.mention import Mention
from framing.results import Results

G = TypeVar("G")
Words = frozenset[int]
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
LEAST_DICE = 0.5
COUNTED_REGIONS = ("body", "standfirst", "heading")


@dataclass(frozen=True)
class _Run:
    """A run over the texts of a gold folder, its articles matched to the gold articles by file and overlap."""

    results: Results
    gold_id: Mapping[str, str]
    texts: Mapping[str, str]

    def article(self, mention: Mention) -> Article:
        return next(a for a in self.results.articles if a.article_id == mention.article_id)


def evaluate(measure: str, gold: Path, *, texts: Path | None, name: str | None) -> list[MeasuredError]:
    """Measure one family, or `all`, on a gold set.

    Raises GoldError when the gold set or its texts cannot be read, or the measure is unknown.
    """
    if measure != "all" and measure not in MEASURES:
        raise GoldError(measure, "is not a measure", f"choose from all, {', '.join(MEASURES)}")
    if not gold.exists():
        raise GoldError(str(gold), "does not exist", "give the folder or file of the hand annotation")
    title = name or gold.name.split(".")[0]
    if gold.is_file():
        if measure not in ("all", "attribution"):
            raise GoldError(gold.name, f"holds no gold for {measure}", "give a folder like tests/gold/seeds")
        return [_attribution_of_lines(gold, title)]
    wanted = [measure] if measure != "all" else [m for m in MEASURES if (gold / GOLD_FILES[m]).exists()]
    folder = texts or gold
    results = run([folder / file for file in sorted({a["file"] for a in _jsonl(gold / "articles.jsonl")})])
    matched = _matched(results, gold, folder)
    return [MEASURES[m](gold, title, matched) for m in wanted]


def _attribution(gold: Path, title: str, run: _Run) -> MeasuredError:
    rows = [
        row
        for row in _jsonl(gold / GOLD_FILES["attribution"])
        if row["kind"] == "attribution" and row["region"] in COUNTED_REGIONS
    ]
    covered = {row["article_id"] for row in rows}
    found: dict[str, list[tuple[Mention, Article]]] = defaultdict(list)
    for mention in run.results.mentions["attribution"]:
        gold_id = run.gold_id.get(mention.article_id, "")
        if gold_id in covered and mention.region != "title":
            found[gold_id].append((mention, run.article(mention)))
    tally: Counter[str] = Counter()
    for gold_id in sorted(covered):
        of_article = [row for row in rows if row["article_id"] == gold_id]
        text = run.texts[of_article[0]["file"]]
        gold_slots = [_slots(text, [row["cue"], row["source"], row["content"]]) for row in of_article]
        found_slots = [
            _slots(
                text,
                [
                    _in_file(article, getattr(m, slot))
                    for slot in ("cue_spans", "speaker_spans", "content_spans")
                ],
            )
            for m, article in found[gold_id]
        ]
        pairs = _pairs(gold_slots, found_slots, _same_attribution)
        certain = [(g, f) for g, f in pairs if of_article[g]["confidence"] != "low"]
        tally["hits"] += len(certain)
        tally["found"] += len(found_slots) - len(pairs) + len(certain)
        tally["gold"] += sum(row["confidence"] != "low" for row in of_article)
        for g, f in certain:
            row, mention = of_article[g], found[gold_id][f][0]
            classes = {row["cue_class"], row["secondary_cue_class"]}
            classes |= set((row["alt_cue_class"] or "").replace(",", " ").split())
            tally["cue_class"] += mention.cue_class in classes
            tally["speaker_side"] += mention.speaker_side == row["source_side"]
            tally["directness"] += mention.directness == row["directness"]
    unit = f"attributions in {len(covered)} articles"
    slots = ("cue_class", "speaker_side", "directness")
    return _measured("attribution", "attributions", title, unit, tally, slots)


def _attribution_of_lines(gold: Path, title: str) -> MeasuredError:
    records = _jsonl(gold)
    articles = [_line_article(record, gold.name) for record in records]
    results = analyse(articles, Options(conflict="none"))
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in results.mentions["attribution"]:
        found[mention.article_id].append(mention)
    tally: Counter[str] = Counter()
    for record in records:
        text = record["text"]
        gold_slots = [_slots(text, [r["cue"], r["source"], r["content"]]) for r in record["attributions"]]
        found_slots = [
            _slots(text, [getattr(m, slot) for slot in ("cue_spans", "speaker_spans", "content_spans")])
            for m in found[record["id"]]
        ]
        tally["hits"] += len(_pairs(gold_slots, found_slots, _same_attribution))
        tally["found"] += len(found_slots)
        tally["gold"] += len(gold_slots)
    unit = f"attributions in {len(records)} articles"
    return _measured("attribution", "attributions", title, unit, tally, ())


def _casualties(gold: Path, title: str, run: _Run) -> MeasuredError:
    rows = [
        row
        for row in _jsonl(gold / GOLD_FILES["casualties"])
        if not row["boilerplate"] and not row["in_summary"]
    ]
    covered = {row["article"] for row in rows}
    tally: Counter[str] = Counter()
    for gold_id in sorted(covered):
        of_article = [row for row in rows if row["article"] == gold_id]
        found = [
            m
            for m in run.results.mentions["casualty"]
            if run.gold_id.get(m.article_id) == gold_id and m.region != "title"
        ]
        gold_spans = [Span(row["trigger_start"], row["trigger_end"]) for row in of_article]
        found_spans = [
            _in_file(run.article(m), [Span(m.trigger_start, m.trigger_end)])[0]
            for m in found
        ]
        pairs = _pairs(gold_spans, found_spans, Span.overlaps)
        counted = [(g, f) for g, f in pairs if not of_article[g]["optional"]]
        tally["hits"] += len(counted)
        tally["found"] += len(found) - len(pairs) + len(counted)
        tally["gold"] += sum(not row["optional"] for row in of_article)
        for g, f in counted:
            row, mention = of_article[g], found[f]
            for slot in ("kind", "construction", "victim_side", "count_low", "count_high"):
                tally[slot] += getattr(mention, slot) == row[slot]
            for slot, gold_slot in (
                ("victim_text", "victim_text"),
                ("agent_text", "agent_text"),
                ("speaker_text", "attributed_to_text"),
            ):
                tally[slot] += _share_a_word(row[gold_slot] or "", getattr(mention, slot))
    unit = f"casualty mentions in {len(covered)} articles"
    slots = (
        "kind",
        "construction",
        "count_low",
        "count_high",
        "victim_text",
        "victim_side",
        "agent_text",
        "speaker_text",
    )
    return _measured("casualties", "casualties", title, unit, tally, slots)


def _naming(gold: Path, title: str, run: _Run) -> MeasuredError:
    wanted: Counter[tuple[str, str, str]] = Counter()
    for row in _table(gold / GOLD_FILES["naming"]):
        if row["kind"] in ("place", "name", "territory"):
            wanted[row["article"], row["concept"], plain_marks(row["variant"])] += int(row["count"])
    covered = {key[:2] for key in wanted}
    found: Counter[tuple[str, str, str]] = Counter()
    for mention in run.results.mentions["naming"]:
        concept, variant = mention.concept, mention.variant
        gold_id = run.gold_id.get(mention.article_id, "")
        if (gold_id, concept) in covered and not mention.exception:
            found[gold_id, concept, plain_marks(variant)] += 1
    hits = sum((wanted & found).values())
    tally = Counter(hits=hits, found=sum(found.values()), gold=sum(wanted.values()))
    articles = {article for article, _ in covered}
    return _measured("naming", "names", title, f"names in {len(articles)} articles", tally, ())


def _boundaries(gold: Path, title: str, run: _Run) -> MeasuredError:
    articles = _jsonl(gold / "articles.jsonl")
    tally: Counter[str] = Counter()
    for row in articles:
        text = run.texts[row["file"]]
        marked: set[int] = set()
        for start, end, _ in row["boilerplate"]:
            marked |= _visible(text, start, end)
        removed: set[int] = set()
        read: set[int] = set()
        for article in run.results.articles:
            if run.gold_id.get(article.article_id) == row["article_id"]:
                read |= _characters(article, [Span(p.start, p.end) for p in article.paragraphs], text)
                removed |= _characters(article, [Span(s, e) for s, e, _ in article.removed], text)
        relevant = _visible(text, row["start"], row["end"]) | marked
        tally["hits"] += len(marked & (removed | (relevant - read)))
        tally["found"] += len(relevant & (removed | (relevant - read)))
        tally["gold"] += len(marked)
    unit = f"characters of furniture in {len(articles)} articles"
    return _measured("boundaries", "removed", title, unit, tally, ())


MEASURES: Mapping[str, Callable[[Path, str, _Run], MeasuredError]] = {
    "boundaries": _boundaries,
    "naming": _naming,
    "attribution": _attribution,
    "casualties": _casualties,
}
GOLD_FILES = {
    "boundaries": "articles.jsonl",
    "naming": "spelling.csv",
    "attribution": "attributions.jsonl",
    "casualties": "casualties.jsonl",
}


def plain_marks(text: str) -> str:
    """Gold and run may differ in the kind of apostrophe only."""
    return text.replace("’", "'")


def _measured(
    measure: str, table: str, gold: str, unit: str, tally: Counter[str], slots: Sequence[str]
) -> MeasuredError:
    hits = tally["hits"]
    precision = hits / tally["found"] if tally["found"] else 0.0
    recall = hits / tally["gold"] if tally["gold"] else 0.0
    both = precision + recall
    return MeasuredError(
        measure=measure,
        table=table,
        gold=gold,
        size=tally["gold"],
        unit=unit,
        precision=round(precision, 3),
        recall=round(recall, 3),
        f1=round(2 * precision * recall / both, 3) if both else 0.0,
        agreement={slot: round(tally[slot] / hits, 3) for slot in slots} if hits else {},
    )


def _pairs(gold: Sequence[G], found: Sequence[G], same: Callable[[G, G], bool]) -> list[tuple[int, int]]:
    """Maximum one-to-one pairing of gold and found rows that count as the same."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    if not gold or not found:
        return []
    edges = np.array([[same(g, f) for f in found] for g in gold], dtype=np.int8)
    partner = maximum_bipartite_matching(csr_matrix(edges), perm_type="column")
    return [(g, int(f)) for g, f in enumerate(partner) if f >= 0]


def _same_attribution(gold: Sequence[Words], found: Sequence[Words]) -> bool:
    (gold_cue, gold_speaker, gold_content), (cue, speaker, content) = gold, found
    for ours, theirs in ((cue, gold_cue), (speaker, gold_speaker)):
        if not (ours & theirs if ours and theirs else not ours and not theirs):
            return False
    if not content or not gold_content:
        return False
    return 2 * len(content & gold_content) / (len(content) + len(gold_content)) >= LEAST_DICE


def _slots(text: str, slots: Iterable[Iterable[Sequence[int]]]) -> list[Words]:
    return [
        frozenset(start + m.start() for start, end in spans for m in _WORD.finditer(text[start:end]))
        for spans in slots
    ]


def _share_a_word(gold: str, found: str) -> bool:
    ours, theirs = ({w.lower() for w in _WORD.findall(text)} for text in (found, gold))
    return bool(ours & theirs) if ours and theirs else not ours and not theirs


def _in_file(article: Article, spans: Iterable[Span]) -> list[Span]:
    found = []
    for span in spans:
        start, end = article.file_offset(span.start), article.file_offset(span.end, end=True)
        if start is not None and end is not None:
            found.append(Span(start, end))
    return found


def _characters(article: Article, spans: Iterable[Span], text: str) -> set[int]:
    places: set[int] = set()
    for span in spans:
        for paragraph in article.paragraphs:
            start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
            if start < end and paragraph.file_start is not None:
                shift = paragraph.file_start - paragraph.start
                places |= _visible(text, start + shift, end + shift)
    return places


def _visible(text: str, start: int, end: int) -> set[int]:
    return {i for i in range(start, end) if not text[i].isspace()}


def _matched(results: Results, gold: Path, folder: Path) -> _Run:
    rows = _jsonl(gold / "articles.jsonl")
    texts = {row["file"]: (folder / row["file"]).read_text(encoding="utf-8-sig") for row in rows}
    gold_id: dict[str, str] = {}
    for article in results.articles:
        overlap: Counter[str] = Counter()
        for row in rows:
            if Path(row["file"]).name == Path(article.file).name:
                for start, end, file_start in article.paragraphs:
                    at = file_start or 0
                    over = min(at + end - start, row["end"]) - max(at, row["start"])
                    overlap[row["article_id"]] += max(0, over)
        best = overlap.most_common(1)
        if best and best[0][1]:
            gold_id[article.article_id] = best[0][0]
    return _Run(results, gold_id, texts)


def _line_article(record: Mapping[str, Any], file: str) -> Article:
    text = record["text"]
    lines = [Paragraph(m.start(), m.end(), m.start()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    title = text[lines[0].start : lines[0].end] if lines else ""
    return Article(
        article_id=record["id"],
        source=record.get("publisher", record["id"]),
        text=text,
        file=file,
        sha256="",
        paragraphs=tuple(lines),
        title=title,
        language="en",
    )


def _jsonl(path: Path) -> list[dict[str, Any]]:
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return [json.loads(line) for line in data.decode("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise GoldError(str(path), f"cannot be read ({error})", "give a gold set as in tests/gold") from None


def _table(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise GoldError(str(path), f"cannot be read ({error})", "give a gold set as in tests/gold") from None
