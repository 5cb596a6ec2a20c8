"""HTML inside a cell: interfaces and databases keep a text as it stands on a page."""

from __future__ import annotations

import html
import re

from framing.read.cleaning.page_lines import visible_lines

_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|h[1-6]|li|ul|figure|blockquote)>|<br ?/?>|<p(?: [^>]*)?>", re.IGNORECASE
)
_ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|lt|gt|rsquo|lsquo|rdquo|ldquo|mdash|ndash|hellip|#x?[0-9a-f]{2,5});", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Whether a text is HTML, or plain text with its entities.

    >>> is_markup("<p>Pier shut.</p>"), is_markup("Tom &amp; Co."), is_markup("He wrote <sic> & left.")
    (True, True, False)
    """
    if "<" not in text and "&" not in text:
        return False
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def text_of_markup(text: str) -> str:
    r"""The text that a page would show of it, a paragraph a line.

    >>> text_of_markup("<p>Pier <b>shut</b>.</p><p>Nobody was told.</p>")
    'Pier shut.\nNobody was told.'
    """
    from lxml.etree import LxmlError, ParserError
    from lxml.html import document_fromstring

    if _TAG.search(text) is None:
        return html.unescape(text)
    try:
        return "\n".join(visible_lines(document_fromstring(f"<div>{text}</div>")))
    except (LxmlError, ParserError, ValueError):
        return text
