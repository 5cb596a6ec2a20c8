"""The file that the page saves: whose answers, to which page, the marks and the replies to questions.

Such a file comes from other people's computers and is not trusted: its size is limited, its form is checked,
and every mark must name the very characters that stand at its place in the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from framing.classroom.coder import KINDS
from framing.records.article import Article
from framing.records.errors import AnswersError
from framing.records.plain_file import plain_bytes

FORMAT = "framing-answers"
VERSION = 1
MAX_BYTES = 2_000_000
MAX_MARKS = 5_000
MAX_ARTICLES = 200
MAX_REPLIES = 500
LONGEST_NAME = 80
LONGEST_REPLY = 20_000
LONGEST_QUESTION = 2_000
LONGEST_ID = 300
_REPLACED = "\ufffd"
"""What a page shows for a character that a page must not hold."""
_SAVE_AGAIN = "save it again from the page"

Id = Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"no kind of mark: these are {', '.join(KINDS)}")
    return kind


class _SavedModel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SavedMark(_SavedModel):
    """One mark: offsets into the article's text, half-open, in Unicode code points, and the characters."""

    article_id: Id
    kind: Annotated[str, AfterValidator(_known)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    text: str


class Answers(_SavedModel):
    """A saved file.

    `page` is `page_digest` of the run. `coder` is what the student typed, perhaps nothing. `file_id` is drawn at
    random when a student begins and stays through saving and loading; of several saves of one student the
    last `saved` counts. `read` are the articles that the student says to have read to the end: these, and
    those with a mark, are coded; all others are missing. `replies` maps the id of a question to an answer,
    `questions` to its wording.
    """

    format: Literal["framing-answers"]
    version: Literal[1]
    page: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    coder: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    file_id: Id
    saved: AwareDatetime
    read: Annotated[list[Id], Field(max_length=MAX_ARTICLES)] = []
    marks: Annotated[list[SavedMark], Field(max_length=MAX_MARKS)] = []
    questions: Annotated[
        dict[Id, Annotated[str, Field(max_length=LONGEST_QUESTION)]], Field(max_length=MAX_REPLIES)
    ] = {}
    replies: Annotated[
        dict[Id, Annotated[str, Field(max_length=LONGEST_REPLY)]], Field(max_length=MAX_REPLIES)
    ] = {}


def page_digest(articles: Iterable[Article]) -> str:
    """What tells the page of one run from another: a hash of the articles' ids and texts, in order."""
    digest = hashlib.sha256()
    for article in articles:
        text = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        digest.update(json.dumps([article.article_id, text]).encode())
    return digest.hexdigest()


def read_answers(path: Path, page: str, articles: Mapping[str, Article]) -> Answers:
    """Read a saved file of the page with this digest.

    Raises AnswersError when the file cannot be read, has another form, belongs to another page, or holds a
    mark that does not fit the texts.
    """
    name = path.name
    content = plain_bytes(path, name, MAX_BYTES, AnswersError)
    try:
        answers = Answers.model_validate_json(content)
    except ValidationError as error:
        raise AnswersError(
            name, f"is not a file of answers: {_first_of(error)}", "give the files that the page saved"
        ) from None
    if answers.page != page:
        raise AnswersError(name, "holds answers to another page", "give the run that its page belongs to")
    for article_id in answers.read:
        if article_id not in articles:
            raise AnswersError(name, f"names article {article_id!r}, which the run has not", _SAVE_AGAIN)
    for number, mark in enumerate(answers.marks, 1):
        if reason := _misfit(mark, articles):
            raise AnswersError(name, f"mark {number} {reason}", _SAVE_AGAIN)
    return answers


def _first_of(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    message = " ".join(first["msg"].split())
    return f"{where[:LONGEST_NAME]}: {message}" if where else message


def _misfit(mark: SavedMark, articles: Mapping[str, Article]) -> str:
    article = articles.get(mark.article_id)
    if article is None:
        return f"is in article {mark.article_id!r}, which the run has not"
    if not mark.start < mark.end <= len(article.text):
        return f"has no place in its text: {mark.start}:{mark.end} of {len(article.text)} characters"
    if not any(p.start <= mark.start and mark.end <= p.end for p in article.paragraphs):
        return "does not stand in one paragraph"
    if not _same(article.text[mark.start : mark.end], mark.text):
        return "does not name the characters that stand at its place"
    return ""


def _same(text: str, shown: str) -> bool:
    """Whether a page that shows `shown` holds `text`.

    >>> _same("a\\x07b", "a\\ufffdb"), _same("said", "says")
    (True, False)
    """
    return len(text) == len(shown) and all(a == b or b == _REPLACED for a, b in zip(text, shown, strict=True))
