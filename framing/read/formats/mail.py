"""E-mails saved as files (EML), such as newsletters: the message's text under its subject."""

from __future__ import annotations

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from framing.read.article_building import ArticleBuilder, InputMetadata, ReadFile, Title
from framing.read.cleaning.page_lines import visible_lines
from framing.read.cleaning.reading_lexicons import ReadingLexicons
from framing.read.dates import written_date
from framing.read.encoding import decode_as, normalised
from framing.read.files import InputFile
from framing.read.formats.plaintext import articles_of
from framing.read.inputs import Input
from framing.read.options import ReadOptions
from framing.records.errors import InputError


def read_mail(item: Input, file: InputFile, rules: ReadingLexicons, options: ReadOptions) -> ReadFile:
    """The articles of an e-mail: its plain text, else its HTML; the sender's name is the source.

    Raises InputError where it has no text.
    """
    message = email.message_from_bytes(file.data.lstrip(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    try:
        part = message.get_body(("plain", "html"))
        data = part.get_payload(decode=True) if part is not None else None
    except (MessageError, LookupError, ValueError, AttributeError):
        part = data = None
    if part is None or not isinstance(data, bytes) or not data.strip():
        raise InputError(item.name, "is an e-mail without text", "save the article's text instead")
    decoded = decode_as(options, data, item.name, part.get_content_charset() or "")
    text = decoded.text
    if part.get_content_type() == "text/html":
        text = _visible(text)
    dated = str(message.get("Date") or "")
    given = InputMetadata(
        source=parseaddr(str(message.get("From") or ""))[0],
        published=written_date(dated),
        published_raw=dated,
    )
    subject = " ".join(normalised(str(message.get("Subject") or "")).split())
    builder = ArticleBuilder(item, text, file.sha256, rules, placed=False, given=given)
    found = articles_of(builder, Title(subject) if subject else None)
    return found.warned(
        [*decoded.warnings, f"{item.name}: an e-mail; a newsletter may hold several articles"]
    )


def _visible(html: str) -> str:
    from lxml.html import document_fromstring

    return "\n\n".join(visible_lines(document_fromstring(html)))
