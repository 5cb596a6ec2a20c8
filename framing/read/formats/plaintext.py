"""Plain text and Markdown files: where the title is, and whether a text is one article or an aggregator page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from framing.read.article_building import ArticleBuilder, ReadFile, Title, checked
from framing.read.cleaning.aggregator import AggregatorPage, AggregatorPart, part_name, split_page
from framing.read.cleaning.boilerplate import WHOLE_LINE, BoilerplateMark, BoilerplatePatterns
from framing.read.cleaning.broken_lines import whole_paragraphs
from framing.read.cleaning.line_features import TextLine, split_lines
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode_as
from framing.read.exports.documents import ExportText, articles_of_export
from framing.read.exports.recognition import SPLIT, export_of, several_articles
from framing.read.files import InputFile
from framing.read.formats.delimited import articles_of_table, is_table
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.article import Article
from framing.records.errors import InputError

SHORT_LINE = 40
"""Characters; a shorter line of boilerplate before the article is never its title."""

_TITLE = re.compile(r"\s*# +(?P<title>\S[^\n]*?)(?: +#+)? *(?:\n|$)")
_NEVER_TITLE = ("dateline", "byline", "caption", "consent", "copyright", "sponsor")


def read_text(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a plain-text file. Raises InputError where it holds none."""
    decoded = decode_as(options, file.data, item.name)
    if is_table(decoded.text, rules, options):
        return articles_of_table(item, decoded.text, file.sha256, rules, options).warned(decoded.warnings)
    return articles_of(ArticleBuilder(item, decoded.text, file.sha256, rules)).warned(decoded.warnings)


def read_markdown(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The article of a Markdown file: plain text under the title that a leading `#` marks."""
    decoded = decode_as(options, file.data, item.name)
    builder = ArticleBuilder(item, decoded.text, file.sha256, rules)
    match = _TITLE.match(decoded.text)
    if match is None or not decoded.text[match.end() :].strip():
        return articles_of(builder).warned(decoded.warnings)
    title = Title(match["title"], match.start("title"))
    return articles_of(builder, title, begin=match.end()).warned(decoded.warnings)


def articles_of(
    builder: ArticleBuilder,
    title: Title | None = None,
    *,
    begin: int = 0,
    hints: Mapping[int, str] | None = None,
    known: Sequence[BoilerplateMark] = (),
) -> ReadFile:
    """The articles of a text from the offset `begin`; a `title` that is not known is looked for in its lines.

    `hints` say of lines, by their start, what the layout of a document makes them; `known` are marks of lines that are
    known not to be the article.
    Raises InputError where the text holds no article, or many that nothing here can part.
    """
    rules = builder.rules
    every = split_lines(builder.text)
    export = export_of(ExportText(builder.text, every, hints or {}), rules.exports)
    if export is not None:
        return articles_of_export(builder, export, every)
    lines = [line for line in every if line.start >= begin]
    boilerplate = rules.boilerplate
    page = split_page(lines, boilerplate)
    if page is not None:
        return parts_of(builder, page)
    if seen := several_articles(lines, rules.exports, boilerplate):
        raise InputError(builder.source.name, f"holds many articles ({seen})", SPLIT)
    lines = whole_paragraphs(builder.text, lines)
    before: Sequence[TextLine] = ()
    if title is None:
        title_at = _title_index(lines, boilerplate)
        if title_at is not None:
            title = Title(lines[title_at].text, builder.place(lines[title_at].start))
            before, lines = lines[:title_at], lines[title_at + 1 :]
    article = builder.with_head(builder.article(builder.source.stem, title, lines, known), before)
    articles = checked([article], builder.rules, builder.source.name)
    return ReadFile(articles, tuple(builder.outside(before)))


def parts_of(builder: ArticleBuilder, page: AggregatorPage) -> ReadFile:
    """The articles of an aggregator page."""
    ids = part_ids(builder.source.stem, (part.source for part in page.parts))
    articles = [_part(builder, article_id, part) for article_id, part in zip(ids, page.parts, strict=True)]
    return ReadFile(
        checked(articles, builder.rules, builder.source.name), tuple(builder.outside(page.outside))
    )


def part_ids(stem: str, sources: Iterable[str]) -> list[str]:
    """Ids of a page's articles: the file's stem and the outlet's name, numbered where it comes again.

    >>> part_ids("page", ["Npr.org", "Npr.org", ""])
    ['page#npr.org', 'page#npr.org-2', 'page#3']
    """
    ids: dict[str, None] = {}
    for number, source in enumerate(sources, 1):
        base = f"{stem}#{part_name(source) or number}"
        found, again = base, 2
        while found in ids:
            found, again = f"{base}-{again}", again + 1
        ids[found] = None
    return list(ids)


def _part(builder: ArticleBuilder, article_id: str, part: AggregatorPart) -> Article:
    """The article of one part of an aggregator page."""
    known = [BoilerplateMark(line.start, line.end, "summary") for line in part.summary]
    known += [BoilerplateMark(part.toggle.start, part.toggle.end, "other")] if part.toggle else []
    known += [BoilerplateMark(part.closing.start, part.closing.end, "source_line")] if part.closing else []
    summary = "\n".join(line.text for line in part.summary)
    title = Title(part.title.text, builder.place(part.title.start)) if part.title else None
    return builder.article(article_id, title, part.body, known, label=part.source, summary=summary)


def _title_index(lines: Sequence[TextLine], boilerplate: BoilerplatePatterns) -> int | None:
    """The line that is the title: the first that is not boilerplate, if it could be one and text follows.

    The name of an outlet or a section before a headline is no title.
    """
    for index, line in enumerate(lines[:-1]):
        found = boilerplate.whole(line, *WHOLE_LINE)
        if found is not None and (len(line.text) < SHORT_LINE or found.reason in _NEVER_TITLE):
            continue
        if boilerplate.whole(line, "head") is not None and _is_long_headline(lines[index + 1]):
            continue
        return index if line.is_headline else None
    return None


def _is_long_headline(line: TextLine) -> bool:
    """Whether the line is a headline rather than a name or a crosshead, so that one before it is none."""
    return line.is_headline and len(line.text) >= SHORT_LINE
