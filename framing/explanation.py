"""Why a sentence gave the rows it gave: `framing explain`.

The words with their heads, what the grammar says of each verb, every word of a lexicon with the rules tried, the one
that fits with its example and why the others do not, and the rows with their trail in plain words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from framing import lexicon
from framing.extract import Context, Extractor, extractors
from framing.extract.rules import OF_LEXICON, SEPARATOR, Attempt, construction
from framing.people import packs
from framing.people.sides import Sides
from framing.pipeline import Options, mentions_of
from framing.records.article import Article, Paragraph, Span
from framing.records.article_json import article_of
from framing.records.errors import InputError
from framing.records.mention import Mention
from framing.text.grammar import Clause, clause, is_verbal
from framing.text.headlines import headline_words
from framing.text.parser import Parser
from framing.text.sentences import ParsedArticle, Sentence

_RUN = "give the folder of a run, as framing compare writes it"


@dataclass(frozen=True)
class Explanation:
    """What was found in some sentences of an article, and why. `str` gives it as text, `data` as plain data."""

    parsed: ParsedArticle
    sentences: tuple[Sentence, ...]
    families: tuple[Extractor, ...]
    rows: Mapping[str, tuple[Mention, ...]]
    attempts: tuple[Attempt, ...]

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def __repr__(self) -> str:
        return f"<Explanation of {len(self.sentences)} sentences, {sum(map(len, self.rows.values()))} rows>"

    @cached_property
    def data(self) -> dict[str, Any]:
        """The explanation as JSON can hold it."""
        return {
            "sentences": [
                {
                    "text": s.text,
                    "tokens": [
                        {"i": t.i, "text": t.text, "pos": t.pos, "tag": t.tag, "dep": t.dep, "head": t.head.i}
                        for t in s.parse or ()
                    ],
                    "clauses": [_clause_data(c) for c in _clauses(s)],
                }
                for s in self.sentences
            ],
            "attempts": [self._attempt_data(attempt) for attempt in self.attempts],
            "rows": [
                self._row_data(family, row) for family in self.families for row in self.rows[family.name]
            ],
        }

    def json(self) -> str:
        return json.dumps(self.data, ensure_ascii=False, indent=1)

    def _attempt_data(self, attempt: Attempt) -> dict[str, Any]:
        return {
            "family": attempt.family,
            "word": attempt.word,
            "start": attempt.start,
            "entry": attempt.entry,
            "refused": attempt.refused,
            "rules": [
                {"table": table, "rule": rule.name, "example": rule.example, "refused": rule.refused}
                for table, rules in attempt.tried
                for rule in rules
            ],
        }

    def _row_data(self, family: Extractor, row: Mention) -> dict[str, Any]:
        text = self.parsed.article.text
        slots = {name: _plain(getattr(row, name)) for name in row.own_fields()}
        return {
            "table": family.table.name if family.table else family.name,
            "mention_id": row.mention_id,
            "text": text[row.start : row.end],
            "rule": row.rule,
            "construction": construction(row.rule),
            "trail": [
                {"entry": entry, "meaning": family.entries.get(entry, "")}
                for entry in row.rule.split(SEPARATOR)
            ],
            "slots": {name: value for name, value in slots.items() if value not in ("", None, [], False)},
        }

    def _lines(self) -> Iterator[str]:
        for sentence in self.data["sentences"]:
            yield sentence["text"]
            yield ""
            words = [t["text"] for t in sentence["tokens"]]
            for token in sentence["tokens"]:
                above = "" if token["head"] == token["i"] else f"of {words[token['head']]}"
                yield f"  {token['i']:3} {token['text']:16} {token['pos']:6} {token['dep']:10} {above}".rstrip()
            for each in sentence["clauses"]:
                yield f"  {_clause_line(each)}"
            yield ""
        for attempt in self.data["attempts"]:
            yield from _attempt_lines(attempt)
        for row in self.data["rows"]:
            yield from _row_lines(row)
        if not self.data["rows"]:
            yield "no rows"


def explain(text: str, options: Options | None = None, *, title: bool = False) -> Explanation:
    """Why a sentence, or a few, give the rows they give; `title` reads it as a headline.

    >>> rows = explain("The mayor denied the report.").data["rows"]
    >>> [row["construction"] for row in rows if row["table"] == "attributions"]
    ['noun-phrase']
    """
    if not text.strip():
        raise InputError("the sentence", "is empty", "give a sentence in quotation marks")
    options = options or Options()
    article = Article(
        article_id="sentence",
        source="sentence",
        text=text,
        title=text if title else "",
        file="",
        sha256="",
        paragraphs=(Paragraph(0, len(text), 0),),
        language="en",
    )
    words = lexicon.load(options.lexicons)
    if options.sides_file is not None:
        sides, _ = packs.from_file(options.sides_file)
    else:
        sides, _ = packs.choose(options.conflict, words.packs, [article])
    everything = frozenset(re.findall(r"[^\W_]+", text.lower()))
    return _explained(
        article,
        words,
        sides,
        Parser(everything, options.model, headline_words(words)),
    )


def explain_row(folder: Path, mention_id: str) -> Explanation:
    """Why a run has a row: the sentences that it stands in, found again in the run's own article.

    Raises InputError where the folder holds no run or the run no such row.
    """
    article = _article_with(folder, mention_id)
    whole = _explained(article, *_as_in_run(_manifest(folder)))
    found = [(name, row) for name, rows in whole.rows.items() for row in rows if row.mention_id == mention_id]
    if not found:
        raise InputError(
            mention_id,
            "is no row that is found in the articles of this run again",
            "give the mention_id of a row of one article, as attributions.csv has it",
        )
    name, row = found[0]
    sentences = tuple(s for s in whole.sentences if s.span.overlaps(row.span))
    return Explanation(
        whole.parsed,
        sentences,
        whole.families,
        {family.name: (row,) if family.name == name else () for family in whole.families},
        tuple(a for a in whole.attempts if any(s.start <= a.start < s.end for s in sentences)),
    )


def _as_in_run(manifest: Mapping[str, Any]) -> tuple[lexicon.Lexicons, Sides | None, Parser]:
    """Lexicons, sides and parser as a run had them."""
    parameters, pack = manifest["parameters"], manifest["conflict"]["pack"]
    words = lexicon.load(tuple(map(Path, parameters["lexicons"])))
    sides = Sides(words.packs[pack]) if pack in words.packs else None
    if parameters["sides_file"]:
        sides, _ = packs.from_file(Path(parameters["sides_file"]))
    triggers = frozenset(word for family in extractors() for word in family.triggers(words))
    return (
        words,
        sides,
        Parser(triggers, parameters["model"], headline_words(words)),
    )


def _explained(article: Article, words: lexicon.Lexicons, sides: Sides | None, parser: Parser) -> Explanation:
    families = extractors()
    (parsed,) = parser.parse([article])
    rows = mentions_of(parsed, families, words, sides).rows
    context = Context(words, sides, rows)
    return Explanation(
        parsed,
        parsed.sentences,
        tuple(families),
        {name: tuple(found) for name, found in rows.items()},
        tuple(attempt for family in families for attempt in family.explain(parsed, context)),
    )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return {key: manifest[key] for key in ("parameters", "conflict")}
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(str(folder), "holds no run", _RUN) from None


def _article_with(folder: Path, mention_id: str) -> Article:
    """The article that a row is in: mention ids begin with their article's id."""
    try:
        lines = (folder / "articles.jsonl").read_text(encoding="utf-8").split("\n")
        for line in lines:
            record = json.loads(line) if line else {"article_id": ""}
            if record["article_id"] and mention_id.startswith(f"{record['article_id']}:"):
                return article_of(record)
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(str(folder), "holds no run", _RUN) from None
    raise InputError(
        mention_id, "is of no article of this run", "give a mention_id as attributions.csv has it"
    )


def _clauses(sentence: Sentence) -> list[Clause]:
    return [
        clause(t) for t in sentence.parse or () if is_verbal(t) and t.dep not in ("aux", "auxpass", "prep")
    ]


def _clause_data(found: Clause) -> dict[str, Any]:
    return {
        "verb": found.verb.text,
        "voice": found.voice,
        "subject": found.subject and found.subject.text,
        "doer": found.doer and found.doer.text,
        "object": found.object and found.object.text,
        "negated": found.negated,
        "modal": found.modal and found.modal.text,
        "finite": found.finite,
    }


def _clause_line(found: Mapping[str, Any]) -> str:
    roles = ", ".join(f"{role} {found[role]}" for role in ("subject", "doer", "object") if found[role])
    marks = [name for name in ("negated",) if found[name]] + ([found["modal"]] if found["modal"] else [])
    said = "; ".join([found["voice"].replace("_", " "), *marks, *([roles] if roles else [])])
    return f"{found['verb']}: {said}"


def _attempt_lines(attempt: Mapping[str, Any]) -> Iterator[str]:
    outcome = f"no row: {attempt['refused']}" if attempt["refused"] else "a row"
    yield f"{attempt['family']}: “{attempt['word']}” ({attempt['entry']}): {outcome}"
    table = ""
    for rule in attempt["rules"]:
        if rule["refused"].startswith(OF_LEXICON):
            continue
        if rule["table"] != table:
            table = rule["table"]
            yield f"  {table}"
        fits = f"fits, as in: {rule['example']}" if not rule["refused"] else f"no, {rule['refused']}"
        yield f"    {rule['rule']}: {fits}"
    yield ""


def _row_lines(row: Mapping[str, Any]) -> Iterator[str]:
    yield f"{row['table']} {row['mention_id']}: {row['text']}"
    for step in row["trail"]:
        yield f"    {step['entry']}" + (f"  {step['meaning']}" if step["meaning"] else "")
    for name, value in row["slots"].items():
        yield f"        {name}: {value}"
    yield ""


def _plain(value: Any) -> Any:
    """A slot as JSON can hold it: spans as pairs."""
    if isinstance(value, tuple) and value and isinstance(value[0], Span):
        return [list(span) for span in value]
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
