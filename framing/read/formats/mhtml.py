"""Web pages saved as one file, by most browsers as MHTML, by Safari as a web archive: the page inside, read as HTML."""

from __future__ import annotations

import email
import email.policy
import plistlib
from xml.parsers.expat import ExpatError

from framing.read.article_building import ReadFile
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.encoding import decode_as
from framing.read.files import InputFile
from framing.read.formats.webpage import articles_of_page
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError


def read_mhtml(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of the first HTML part.

    Raises InputError where there is none, or it holds no article.
    """
    message = email.message_from_bytes(file.data.lstrip(), policy=email.policy.default)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes):
        raise InputError(item.name, "holds no web page", "save the page as “web page, HTML only”")
    decoded = decode_as(options, data, item.name, part.get_content_charset() or "")
    url = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    address = url if url.startswith(("http://", "https://")) else ""
    return articles_of_page(item, decoded.text, file.sha256, rules, address).warned(decoded.warnings)


def read_webarchive(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of the page in a web archive of Safari.

    Raises InputError where there is none, or it holds no article.
    """
    try:
        main = plistlib.loads(file.data).get("WebMainResource", {})
        data = main.get("WebResourceData")
    except (ValueError, AttributeError, OverflowError, RecursionError, ExpatError):
        data = None
    if not isinstance(data, bytes):
        raise InputError(item.name, "holds no web page", "save the page as “page source” (HTML)")
    decoded = decode_as(options, data, item.name, str(main.get("WebResourceTextEncodingName") or ""))
    url = str(main.get("WebResourceURL") or "")
    address = url if url.startswith(("http://", "https://")) else ""
    return articles_of_page(item, decoded.text, file.sha256, rules, address).warned(decoded.warnings)
