"""From the lines of a text to an article: boilerplate marked, dates and byline extracted from it, language identified.

Every kind of input ends here. `ArticleBuilder` knows the text and whether its offsets mean anything in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from framing.read.cleaning.boilerplate import WHOLE_LINE, BoilerplateMark, mark
from framing.read.cleaning.line_features import TextLine
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.dates import published_updated
from framing.read.inputs import Input
from framing.read.languages import SAMPLE
from framing.records.article import TITLE_GAP, Article, Outside, Paragraph, Removed, Skipped
from framing.records.errors import InputError

MOST_WORDS = 50_000
"""Words; no news article is as long, and what is said of a text is looked for in all of it at once."""

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Which column of a table has a role, and why it was taken."""

    role: str
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one input gave: articles, what lies outside them, rows not read, warnings.

    `made_by` names the database whose export it is, `columns` say where a table has what.
    """

    articles: tuple[Article, ...]
    outside: tuple[Outside, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    made_by: str = ""
    columns: tuple[ColumnChoice, ...] = ()

    def warned(self, warnings: Iterable[str]) -> ReadFile:
        """The same with warnings before its own."""
        return replace(self, warnings=(*warnings, *self.warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class InputMetadata:
    """What an input says about an article apart from its text; it takes precedence over what the text shows."""

    source: str = ""
    byline: str = ""
    published: str = ""
    published_raw: str = ""
    updated: str = ""
    url: str = ""
    event: str = ""
    row: int | None = None
    extra: tuple[tuple[str, str], ...] = ()

    def on(self, article: Article) -> Article:
        """The article with these values where there are any."""
        return replace(
            article,
            source=self.source or article.source,
            byline=self.byline or article.byline,
            published=self.published or article.published,
            published_raw=self.published_raw or article.published_raw,
            updated=self.updated or article.updated,
            url=self.url or article.url,
            event=self.event or article.event,
            row=self.row,
            extra=self.extra,
        )


@dataclass(frozen=True, slots=True)
class Title:
    """A title and its offset in the decoded file, if it has one."""

    text: str
    start: int | None = None


@dataclass(frozen=True)
class ArticleBuilder:
    """Makes the articles of one text. `placed`: offsets into the text are offsets into the decoded file."""

    source: Input
    text: str
    sha256: str
    rules: ReadingLexicons
    placed: bool = True
    given: InputMetadata = field(default=InputMetadata())

    def article(
        self,
        article_id: str,
        title: Title | None,
        lines: Sequence[TextLine],
        known: Sequence[BoilerplateMark] = (),
        *,
        label: str = "",
        summary: str = "",
    ) -> Article:
        """An article of the text; `known` are marks of lines that its place on the page has settled, those of a line
        that became its title apart.

        Raises InputError where it is longer than any article.
        """
        self._check_length(lines)
        head = title.text if title else ""
        marks = self._marks(lines, known, head)
        body_start, body_end = self._body(lines)
        prefix = head + TITLE_GAP if head and lines else head
        shift = len(prefix) - body_start
        paragraphs = [Paragraph(0, len(head), title.start)] if title and head else []
        paragraphs += [
            Paragraph(line.start + shift, line.end + shift, self.place(line.start)) for line in lines
        ]
        article = Article(
            article_id=article_id,
            source=label or self.source.stem,
            text=prefix + self.text[body_start:body_end],
            file=self.source.name,
            sha256=self.sha256,
            paragraphs=tuple(paragraphs),
            title=head,
            summary=summary,
            removed=tuple(Removed(m.start + shift, m.end + shift, m.reason) for m in marks),
        )
        published, updated = self._dates(marks)
        article = replace(
            article,
            byline=_byline(marks),
            agency=self._agency(marks),
            published=published,
            updated=updated,
            language=self.rules.languages.identify(_sample(article)),
        )
        return self.given.on(article)

    def _check_length(self, lines: Iterable[TextLine]) -> None:
        words = sum(len(line.text.split()) for line in lines)
        if words > MOST_WORDS:
            raise InputError(
                self.source.name,
                f"holds a text of {words:,} words; an article has at most {MOST_WORDS:,}",
                "split it into articles",
            )

    def _body(self, lines: Sequence[TextLine]) -> tuple[int, int]:
        """Where the lines begin and end in the text; its end where there are none."""
        return (lines[0].start, lines[-1].end) if lines else (len(self.text), len(self.text))

    def _marks(
        self, lines: Sequence[TextLine], known: Sequence[BoilerplateMark], title: str
    ) -> list[BoilerplateMark]:
        """The boilerplate among the lines, with what is known of it, in text order."""
        settled = {m.start for m in known}
        marks = mark([line for line in lines if line.start not in settled], self.rules.boilerplate, title)
        start, _ = self._body(lines)
        return sorted([*(m for m in known if m.start >= start), *marks], key=lambda m: m.start)

    def with_head(self, article: Article, before: Sequence[TextLine]) -> Article:
        """The article with what the boilerplate before its title says about it, where it does not itself."""
        marks = mark(before, self.rules.boilerplate)
        published, updated = self._dates(marks)
        return replace(
            article,
            byline=article.byline or _byline(marks),
            published=article.published or published,
            updated=article.updated or updated,
        )

    def outside(self, lines: Sequence[TextLine]) -> Iterator[Outside]:
        """The lines that belong to no article of the file."""
        for line in lines:
            found = self.rules.boilerplate.whole(line, *WHOLE_LINE)
            yield Outside(
                file=self.source.name,
                file_start=self.place(line.start),
                file_end=self.place(line.end),
                reason=found.reason if found else "other",
                text=line.text,
            )

    def place(self, offset: int) -> int | None:
        """The offset in the decoded file of an offset in the text."""
        return offset if self.placed else None

    def _dates(self, marks: Iterable[BoilerplateMark]) -> tuple[str, str]:
        published = updated = ""
        for m in marks:
            if m.reason == "dateline":
                first, last = published_updated(self.text[m.start : m.end])
                published, updated = published or first, updated or last
        return published, updated

    def _agency(self, marks: Iterable[BoilerplateMark]) -> str:
        for m in marks:
            label = self.rules.agencies.get(m.fields.get("agency", "").casefold())
            if label:
                return label
        return ""


def _byline(marks: Iterable[BoilerplateMark]) -> str:
    return next((m.fields["byline"] for m in marks if "byline" in m.fields), "")


def checked(articles: Iterable[Article], rules: ReadingLexicons, name: str) -> tuple[Article, ...]:
    """The articles that have words of their own.

    Raises InputError where there is none, with what the page looks like instead.
    """
    result, wall = [], ""
    for article in articles:
        if has_own_words(article):
            found = rules.boilerplate.wall(own_text(article), article.title)
            wall = wall or found
            if not found:
                result.append(article)
    if result:
        return tuple(result)
    if wall:
        raise InputError(
            name, f"looks like {wall}, not an article", "save the page again once the article shows"
        )
    raise InputError(name, "no article text found", "check that the file holds the article itself")


def has_own_words(article: Article) -> bool:
    """Whether anything but title and boilerplate is left of the article."""
    return any(
        _LETTER.search(article.text, piece.start, piece.end)
        for paragraph, pieces in article.kept()
        for piece in pieces
        if not (article.has_title and paragraph.start == 0)
    )


def own_text(article: Article) -> str:
    """The article's own words without its title, a line a paragraph."""
    return "\n".join(
        "".join(article.text[piece.start : piece.end] for piece in pieces)
        for paragraph, pieces in article.kept()
        if not (article.has_title and paragraph.start == 0)
    )


def _sample(article: Article) -> str:
    """The article's own words, as many as its language is told from."""
    sample = ""
    for _, pieces in article.kept():
        sample += "".join(article.text[piece.start : piece.end] for piece in pieces) + "\n"
        if len(sample) >= SAMPLE:
            break
    return sample
