"""The answers of a class: every file that can be used as one coder, and what could not be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.classroom.answer_file import Answers, read_answers
from framing.classroom.coder import PROGRAM, Coder, Mark
from framing.classroom.written_run import WrittenRun
from framing.records.article import Skipped, Span
from framing.records.errors import AnswersError


@dataclass(frozen=True, slots=True)
class Pool:
    """The coders of a class, the files that were skipped, and the saves that a later one replaces."""

    coders: tuple[Coder, ...]
    skipped: tuple[Skipped, ...]
    replaced: tuple[str, ...]


def pool(paths: Iterable[Path], run: WrittenRun, *, names: bool = False) -> Pool:
    """Read files of answers, and the `.json` files in folders.

    Coders are called "Student 1" and so on, in an order that says nothing about their names; with `names` by
    what they typed, or else by the name of their file.
    """
    skipped: list[Skipped] = []
    last: dict[tuple[str, str], tuple[Answers, Path]] = {}
    replaced: list[str] = []
    for path in _files(paths, skipped):
        try:
            answers = read_answers(path, run.page, run.articles)
        except AnswersError as error:
            skipped.append(Skipped(file=str(path), reason=error.reason, remedy=error.remedy))
            continue
        key = (answers.file_id, answers.coder)
        if key in last:
            earlier = min(last[key], (answers, path), key=lambda one: one[0].saved)
            replaced.append(str(earlier[1]))
            if earlier[0] is answers:
                continue
        last[key] = (answers, path)
    coded = [last[key] for key in sorted(last)]
    labels = _names(coded) if names else [f"Student {number}" for number in range(1, len(coded) + 1)]
    coders = (_coder(answers, label) for (answers, _), label in zip(coded, labels, strict=True))
    return Pool(tuple(coders), tuple(skipped), tuple(replaced))


def _files(paths: Iterable[Path], skipped: list[Skipped]) -> list[Path]:
    found: dict[Path, Path] = {}
    for path in paths:
        inside = sorted(path.glob("*.json")) if path.is_dir() else [path]
        if not inside:
            skipped.append(
                Skipped(
                    file=str(path), reason="holds no .json file", remedy="give the files that the page saved"
                )
            )
        for file in inside:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _names(coded: Sequence[tuple[Answers, Path]]) -> list[str]:
    used = {PROGRAM}
    names = []
    for answers, path in coded:
        name = wanted = " ".join(answers.coder.split()) or path.stem
        number = 1
        while name in used:
            number += 1
            name = f"{wanted} ({number})"
        used.add(name)
        names.append(name)
    return names


def _coder(answers: Answers, name: str) -> Coder:
    marks = [Mark(mark.article_id, mark.kind, (Span(mark.start, mark.end),)) for mark in answers.marks]
    return Coder(
        name=name,
        articles=frozenset(answers.read) | {mark.article_id for mark in marks},
        marks=tuple(dict.fromkeys(marks)),
        replies={question: reply for question, reply in answers.replies.items() if reply.strip()},
        questions=answers.questions,
    )
