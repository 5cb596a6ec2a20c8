"""Articles by their address: the only place that uses the network, and only for an address given as input."""

from __future__ import annotations

import re
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from framing.read.files import MOST_UNPACKED
from framing.records.errors import InputError

SECONDS = 30
AGENT = "Mozilla/5.0 (compatible; framing)"

_ADDRESS = re.compile(r"(?P<scheme>https?):/{1,2}(?P<rest>[^/\s].*)", re.IGNORECASE)
_KINDS = (
    ("application/pdf", ".pdf"),
    ("application/json", ".json"),
    ("text/csv", ".csv"),
    ("text/plain", ".txt"),
)


def as_address(given: Path | str) -> str:
    """The web address that an input is, or nothing; a path has lost one of its two slashes.

    >>> as_address(Path("https://news.example/a?b=1")), as_address("fire/a.txt")
    ('https://news.example/a?b=1', '')
    """
    match = _ADDRESS.fullmatch(str(given))
    return f"{match['scheme'].lower()}://{match['rest']}" if match else ""


def address_stem(address: str) -> str:
    """The start of the ids of an address's articles: host and path.

    >>> address_stem("https://www.news.example/world/pier-shut.html?x=1")
    'news.example/world/pier-shut'
    """
    parts = urlsplit(address)
    path = re.sub(r"\.x?html?$", "", parts.path.strip("/"), flags=re.IGNORECASE)
    return "/".join(piece for piece in (parts.netloc.removeprefix("www."), path) if piece)


def file_name(address: str) -> str:
    """An address as the name of a folder.

    >>> file_name("https://www.news.example/world/pier-shut.html")
    'news.example-world-pier-shut'
    """
    return re.sub(r"[^\w.-]+", "-", address_stem(address)).strip("-.")[:100] or "page"


def fetch(address: str) -> tuple[bytes, str]:
    """What stands at an address, and the suffix of its kind.

    Raises InputError where it cannot be fetched, with the reason in one line.
    """
    paste = "save the page in a browser and give the file"
    try:
        with urlopen(Request(address, headers={"User-Agent": AGENT}), timeout=SECONDS) as answer:
            data: bytes = answer.read(MOST_UNPACKED + 1)
            kind = answer.headers.get_content_type()
    except HTTPError as error:
        raise InputError(address, f"answers {error.code} ({error.reason})", paste) from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(address, f"cannot be fetched ({reason})", f"check the network, or {paste}") from None
    if len(data) > MOST_UNPACKED:
        raise InputError(address, f"is larger than {MOST_UNPACKED // 1_000_000} MB", paste)
    return data, next((suffix for name, suffix in _KINDS if name == kind), ".html")
