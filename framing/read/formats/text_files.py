"""Plain text and Markdown files."""

from __future__ import annotations

import re

from framing.read.article_building import ArticleBuilder, ReadFile, Title
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode
from framing.read.files import InputFile
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions

_TITLE = re.compile(r"\s*# +(?P<title>\S[^\n]*?)(?: +#+)? *(?:\n|$)")


def read_text(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of a plain-text file. Raises InputError where it holds none."""
    decoded = decode(file.data, item.name, options.encoding)
    return articles_of(ArticleBuilder(item, decoded.text, file.sha256, rules)).warned(decoded.warnings)


def read_markdown(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The article of a Markdown file: plain text under the title that a leading `#` marks."""
    decoded = decode(file.data, item.name, options.encoding)
    builder = ArticleBuilder(item, decoded.text, file.sha256, rules)
    match = _TITLE.match(decoded.text)
    if match is None or not decoded.text[match.end() :].strip():
        return articles_of(builder).warned(decoded.warnings)
    title = Title(match["title"], match.start("title"))
    return articles_of(builder, title, begin=match.end()).warned(decoded.warnings)
