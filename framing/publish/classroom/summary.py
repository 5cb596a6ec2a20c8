"""The pooled answers as one page to project: no scripts, no network, students without names unless asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from jinja2 import Environment
from markupsafe import Markup

from framing.classroom.agreement_record import ALL, Agreement
from framing.classroom.coder import KINDS, MARKED, Coder
from framing.classroom.passages import CodedPassage, FoundBy
from framing.classroom.pool import Pool
from framing.classroom.written_run import WrittenRun
from framing.publish.shared.documents import asset, environment, harmless, style
from framing.publish.shared.mark_styles import mark_styles
from framing.publish.shared.parts import clipped
from framing.publish.shared.run_words import VERSION
from framing.publish.shared.words import TOO_FEW
from framing.records.article import Span

PACKAGE = "framing.publish.classroom"
LABELS = {family.shown.letter: family.shown.label for family in MARKED}
MOST_PASSAGES = 12
LONGEST_PASSAGE = 300
AROUND = 70
TOGETHER = "All labels together"

_ORDER: dict[FoundBy, tuple[str, str, Callable[[CodedPassage], float]]] = {
    "students": (
        "Most students, not the program",
        "More than half of the students marked these words. The program did not.",
        lambda one: -one.share,
    ),
    "program": (
        "The program, not most students",
        "The program marked these words. At most half of the students did.",
        lambda one: one.share,
    ),
    "divided": (
        "Students are divided",
        "Between a third and a half of the students marked these words, the program did not.",
        lambda one: -one.share,
    ),
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of mark: how far the students agree with each other, and each of them with the program."""

    kind: str
    label: str
    marked: str
    students: str
    program: str


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student beside the program."""

    name: str
    articles: int
    marks: int
    touching: int
    of_program: int
    touched: int
    alpha: str


@dataclass(frozen=True, slots=True)
class PassageItem:
    """A passage to talk about, with the words around it.

    `others` are counts of other labels on the same words, `who` names if they were asked for.
    """

    kind: str
    before: str
    text: str
    after: str
    source: str
    marked: int
    students: int
    others: str
    who: str


@dataclass(frozen=True, slots=True)
class PassageList:
    heading: str
    lede: str
    items: tuple[PassageItem, ...]
    more: int


def summary(
    run: WrittenRun,
    pooled: Pool,
    compared: Sequence[Agreement],
    found: Sequence[CodedPassage],
    *,
    named: bool,
) -> str:
    """The page as one HTML document."""
    coded = {article_id for coder in pooled.coders for article_id in coder.articles}
    html = (
        _environment()
        .get_template("answers.html.j2")
        .render(
            version=VERSION,
            style=Markup(_style()),
            students=len(pooled.coders),
            articles=len(coded),
            marks=sum(len(coder.marks) for coder in pooled.coders),
            skipped=len(pooled.skipped),
            kinds=_kind_rows(compared),
            each=_student_rows(pooled.coders, compared),
            lists=[_list(kind, found, run, named=named) for kind in _ORDER],
            both=sum(one.found_by == "both" for one in found),
            replies=_replies(pooled.coders),
        )
    )
    return harmless(html)


def _kind_rows(compared: Sequence[Agreement]) -> list[KindRow]:
    rows = []
    for kind in (*KINDS, ALL):
        students = [one for one in compared if one.among == "students" and one.kind == kind]
        with_program = [one for one in compared if one.among == "student_and_program" and one.kind == kind]
        marked = students or with_program
        rows.append(
            KindRow(
                kind="" if kind == ALL else kind,
                label=TOGETHER if kind == ALL else LABELS[kind],
                marked=f"{marked[0].marked:,} of {marked[0].words:,}",
                students=_figures(students[0]) if students else "one student only",
                program=_spread(with_program),
            )
        )
    return rows


def _figures(one: Agreement) -> str:
    if not one.enough or one.agreement is None:
        return TOO_FEW
    return f"{round(100 * one.agreement)} %, alpha {_alpha(one)}"


def _alpha(one: Agreement) -> str:
    if one.alpha is None:
        return TOO_FEW if not one.enough else "cannot be worked out"
    interval = (
        "" if one.ci_low is None or one.ci_high is None else f" ({one.ci_low:.2f} to {one.ci_high:.2f})"
    )
    return f"{one.alpha:.2f}{interval}".replace("-", "−")


def _spread(with_program: Sequence[Agreement]) -> str:
    alphas = sorted(one.alpha for one in with_program if one.alpha is not None)
    if not alphas:
        return TOO_FEW
    if len(alphas) == 1:
        return f"alpha {alphas[0]:.2f}".replace("-", "−")
    return f"alpha {alphas[0]:.2f} to {alphas[-1]:.2f}, middle {median(alphas):.2f}".replace("-", "−")


def _student_rows(coders: Sequence[Coder], compared: Sequence[Agreement]) -> list[StudentRow]:
    beside = {one.coder_a: one for one in compared if one.among == "student_and_program" and one.kind == ALL}
    return [
        StudentRow(
            name=coder.name,
            articles=len(coder.articles),
            marks=one.marks_a or 0,
            touching=one.marks_a_touching or 0,
            of_program=one.marks_b or 0,
            touched=one.marks_b_touching or 0,
            alpha=_alpha(one),
        )
        for coder in coders
        for one in (beside[coder.name],)
    ]


def _list(found_by: FoundBy, found: Sequence[CodedPassage], run: WrittenRun, *, named: bool) -> PassageList:
    heading, lede, order = _ORDER[found_by]
    chosen = sorted((one for one in found if one.found_by == found_by), key=order)
    items = tuple(_item(one, run, named=named) for one in chosen[:MOST_PASSAGES])
    return PassageList(heading, lede, items, len(chosen) - len(items))


def _item(one: CodedPassage, run: WrittenRun, *, named: bool) -> PassageItem:
    article = run.articles[one.article_id]
    own = KINDS.index(one.kind)
    others = [
        f"{LABELS[kind]}: {number}"
        for place, (kind, number) in enumerate(zip(KINDS, one.marked, strict=True))
        if number and place != own
    ]
    paragraph = next(p for p in article.paragraphs if p.start <= one.span.start < p.end)
    before, after = _around(article.text, Span(paragraph.start, paragraph.end), one.span)
    return PassageItem(
        kind=one.kind,
        before=before,
        text=clipped(article.text[one.span.start : one.span.end], LONGEST_PASSAGE),
        after=after,
        source=article.source,
        marked=one.marked[own],
        students=one.students,
        others=", ".join(others),
        who=", ".join(one.marked_by) if named else "",
    )


def _around(text: str, paragraph: Span, span: Span) -> tuple[str, str]:
    """Some words before and behind a span in its paragraph, cut at blanks.

    >>> text = "Nobody could say on Monday why the bridge across the wide river gave way."
    >>> _around(text, Span(0, 73), Span(35, 41))
    ('Nobody could say on Monday why the ', ' across the wide river gave way.')
    """
    first = max(paragraph.start, span.start - AROUND)
    last = max(span.end, min(paragraph.end, span.end + AROUND))
    before, after = text[first : span.start], text[span.end : last]
    if first > paragraph.start:
        before = f"… {before.partition(' ')[2]}"
    if last < paragraph.end:
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _replies(coders: Sequence[Coder]) -> Mapping[str, list[tuple[str, str]]]:
    by_question: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for coder in coders:
        for question, reply in coder.replies.items():
            by_question[coder.questions.get(question, question)].append((coder.name, reply))
    return dict(sorted(by_question.items()))


def _style() -> str:
    shared = "\n".join(style(name) for name in ("tokens", "dark", "page", "marks", "cards"))
    return shared + asset(PACKAGE, "static/answers.css") + mark_styles(MARKED)


@cache
def _environment() -> Environment:
    return environment(PACKAGE)
