"""From a decoded text file to its articles: title, paragraphs, furniture, what the page says about them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from framing.article import TITLE_GAP, Article, Outside, Paragraph, Removed
from framing.errors import InputError
from framing.read.aggregator import Part, part_name, split_page
from framing.read.dates import published_updated
from framing.read.furniture import WHOLE_LINE, Furniture, Mark, mark
from framing.read.inputs import Input
from framing.read.languages import SAMPLE
from framing.read.lines import Line, split_lines
from framing.read.rules import Rules
from framing.read.textfile import Decoded

SHORT_LINE = 40
"""Characters; a shorter line of furniture before the article is never its title."""

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The articles of one file and what lies outside them."""

    articles: tuple[Article, ...]
    outside: tuple[Outside, ...]


def articles_of(source: Input, decoded: Decoded, rules: Rules) -> ReadFile:
    """The articles of a plain-text file.

    Raises InputError where the file holds no article text.
    """
    text = decoded.text
    maker = _Maker(source, text, hashlib.sha256(decoded.data).hexdigest(), rules)
    lines = split_lines(text)
    page = split_page(lines, rules.furniture)
    if page is None:
        title_at = _title_index(lines, rules.furniture)
        first = 0 if title_at is None else title_at + 1
        before = lines[: first - 1] if title_at is not None else []
        articles = [maker.article(source.stem, None if title_at is None else lines[title_at], lines[first:])]
        articles = [maker.with_head(article, before) for article in articles]
        outside = before
    else:
        ids = _part_ids(source.stem, page.parts)
        articles = [maker.part(article_id, part) for article_id, part in zip(ids, page.parts, strict=True)]
        outside = list(page.outside)
    articles = [article for article in articles if article.kept() and _own_words(article)]
    if not articles:
        raise InputError(source.name, "no article text found", "check that the file holds the article itself")
    return ReadFile(tuple(articles), tuple(maker.outside(outside)))


def _title_index(lines: Sequence[Line], furniture: Furniture) -> int | None:
    """The line that is the title: the first that is not furniture, if it could be one and text follows.

    The name of an outlet or a section before a headline is no title.
    """
    for index, line in enumerate(lines[:-1]):
        found = furniture.whole(line, *WHOLE_LINE)
        if found is not None and (len(line.text) < SHORT_LINE or found.reason in _NEVER_TITLE):
            continue
        if furniture.whole(line, "head") is not None and _is_long_headline(lines[index + 1]):
            continue
        return index if line.is_headline else None
    return None


def _is_long_headline(line: Line) -> bool:
    """Whether the line is a headline rather than a name or a crosshead, so that one before it is none."""
    return line.is_headline and len(line.text) >= SHORT_LINE


_NEVER_TITLE = ("dateline", "byline", "caption", "consent", "copyright", "sponsor")


def _part_ids(stem: str, parts: Iterable[Part]) -> list[str]:
    """Ids of a page's articles: the file's stem and the outlet's name, numbered where it comes again.

    >>> _part_ids("page", [Part("Npr.org", None, (), None, (), None)] * 2)
    ['page#npr.org', 'page#npr.org-2']
    """
    ids: dict[str, None] = {}
    for number, part in enumerate(parts, 1):
        base = f"{stem}#{part_name(part.source) or number}"
        found, again = base, 2
        while found in ids:
            found, again = f"{base}-{again}", again + 1
        ids[found] = None
    return list(ids)


def _own_words(article: Article) -> bool:
    return any(
        _LETTER.search(article.text, piece.start, piece.end)
        for paragraph, pieces in article.kept()
        for piece in pieces
        if not (article.has_title and paragraph.start == 0)
    )


@dataclass(frozen=True)
class _Maker:
    source: Input
    text: str
    sha256: str
    rules: Rules

    def part(self, article_id: str, part: Part) -> Article:
        """The article of one part of an aggregator page."""
        known = [Mark(line.start, line.end, "summary") for line in part.summary]
        known += [Mark(part.toggle.start, part.toggle.end, "other")] if part.toggle else []
        known += [Mark(part.closing.start, part.closing.end, "source_line")] if part.closing else []
        summary = "\n".join(line.text for line in part.summary)
        return self.article(article_id, part.title, part.body, known, label=part.source, summary=summary)

    def article(
        self,
        article_id: str,
        title: Line | None,
        lines: Sequence[Line],
        known: Sequence[Mark] = (),
        *,
        label: str = "",
        summary: str = "",
    ) -> Article:
        """An article of the file; `known` are marks of lines that its place on the page has settled."""
        head = title.text if title else ""
        settled = {m.start for m in known}
        marks = mark([line for line in lines if line.start not in settled], self.rules.furniture, head)
        marks = sorted([*known, *marks], key=lambda m: m.start)
        body_start = lines[0].start if lines else len(self.text)
        body_end = lines[-1].end if lines else body_start
        prefix = head + TITLE_GAP if head else ""
        shift = len(prefix) - body_start
        paragraphs = [Paragraph(0, len(head), title.start)] if title else []
        paragraphs += [Paragraph(line.start + shift, line.end + shift, line.start) for line in lines]
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
        return replace(
            article,
            byline=next((m.fields["byline"] for m in marks if "byline" in m.fields), ""),
            agency=self._agency(marks),
            published=published,
            updated=updated,
            language=self.rules.languages.identify(_sample(article)),
        )

    def with_head(self, article: Article, before: Sequence[Line]) -> Article:
        """The article with what the furniture before its title says about it, where it does not itself."""
        marks = mark(before, self.rules.furniture)
        published, updated = self._dates(marks)
        return replace(
            article,
            byline=article.byline or next((m.fields["byline"] for m in marks if "byline" in m.fields), ""),
            published=article.published or published,
            updated=article.updated or updated,
        )

    def outside(self, lines: Sequence[Line]) -> Iterator[Outside]:
        """The lines that belong to no article of the file."""
        for line in lines:
            found = self.rules.furniture.whole(line, *WHOLE_LINE)
            yield Outside(
                file=self.source.name,
                file_start=line.start,
                file_end=line.end,
                reason=found.reason if found else "other",
                text=line.text,
            )

    def _dates(self, marks: Iterable[Mark]) -> tuple[str, str]:
        published = updated = ""
        for m in marks:
            if m.reason == "dateline":
                first, last = published_updated(self.text[m.start : m.end])
                published, updated = published or first, updated or last
        return published, updated

    def _agency(self, marks: Iterable[Mark]) -> str:
        for m in marks:
            label = self.rules.agencies.get(m.fields.get("agency", "").casefold())
            if label:
                return label
        return ""


def _sample(article: Article) -> str:
    """The article's own words, as many as its language is told from."""
    sample = ""
    for _, pieces in article.kept():
        sample += "".join(article.text[piece.start : piece.end] for piece in pieces) + "\n"
        if len(sample) >= SAMPLE:
            break
    return sample
