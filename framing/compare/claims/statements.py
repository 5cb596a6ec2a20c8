"""Statements: what one clause says, the unit in which articles are aligned.

A sentence often states two things ("Kiev said a strike killed twelve, and confirmed that talks go on"). It
is cut at its clauses: main and coordinate clauses, clauses that report, relative and participial ones. A
clause with too little of its own stays with the clause it hangs on. The tag that attributes ("the ministry
said") is no statement; who says so is read from the attribution rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.claims.terms import ClaimVocabulary
from framing.compare.passages import LONGEST, folded_words
from framing.extract.attribution.record import AttributionMention
from framing.records.article import Span
from framing.text.grammar import is_verbal
from framing.text.parse import Parse, Token
from framing.text.quotations import overlapping
from framing.text.sentences import ParsedArticle, Sentence

FEWEST_TERMS = 3
"""A clause with fewer terms of its own stays with the clause it hangs on."""
FEWEST_QUOTED = 5
"""Words of the shortest quotation that is known by its wording, whatever words they are."""
_CLAUSES = frozenset({"relcl", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INFINITE_TAGS = frozenset({"VB", "VBN"})
_STOPS = (".", "!", "?", "…", '"', "”", "’", "'")


@dataclass(frozen=True, eq=False)
class Statement:
    """One clause of a sentence.

    `span` are its characters; `own` its terms, `frame` those of what it hangs on (its understood subject,
    the noun it describes), `around` all terms of its sentence but the attributing words. `tokens` are the words it
    is made of and `head` the one they hang on; none where the sentence was not parsed.
    """

    article_id: str
    source: str
    sentence: Sentence
    span: Span
    own: tuple[str, ...]
    frame: tuple[str, ...]
    around: tuple[str, ...]
    tokens: tuple[Token, ...] = ()
    head: Token | None = None


@dataclass(frozen=True, eq=False)
class ClaimPassage:
    """A sentence with the statements in it that state one claim, and the likeness of the best of them."""

    parsed: ParsedArticle
    sentence: Sentence
    statements: tuple[Statement, ...]
    likeness: float | None

    @property
    def article_id(self) -> str:
        return self.parsed.article.article_id

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(statement.span for statement in self.statements)

    @property
    def span(self) -> Span:
        """The sentence without outer white space, or the statement where the sentence is too long to be read."""
        text = self.sentence.text
        start = self.sentence.start + len(text) - len(text.lstrip())
        whole = Span(start, start + len(text.strip()))
        if whole.end - whole.start <= LONGEST:
            return whole
        first = self.spans[0]
        return Span(first.start, min(first.end, first.start + LONGEST))


def statements(
    parsed: ParsedArticle, attributions: Iterable[AttributionMention], vocabulary: ClaimVocabulary
) -> Iterator[Statement]:
    """The statements of an article in text order, titles too."""
    rows = list(attributions)
    for sentence in parsed.sentences:
        here = [row for row in rows if row.span.overlaps(sentence.span)]
        if not _is_crosshead(sentence):
            yield from _of_sentence(parsed, sentence, here, vocabulary)


def _is_crosshead(sentence: Sentence) -> bool:
    """Whether a sentence of the body only names what follows: it has no verb and no final stop."""
    if sentence.parse is None or sentence.region == "title" or sentence.text.rstrip().endswith(_STOPS):
        return False
    return not any(token.pos in ("VERB", "AUX") for token in sentence.parse)


def _of_sentence(
    parsed: ParsedArticle, sentence: Sentence, rows: Sequence[AttributionMention], vocabulary: ClaimVocabulary
) -> Iterator[Statement]:
    article = parsed.article
    if sentence.parse is None:
        terms = tuple(vocabulary.of_text(sentence.text))
        if len(terms) >= FEWEST_TERMS:
            yield Statement(article.article_id, article.source, sentence, sentence.span, terms, (), terms)
        return
    tags = _tags_of(sentence, rows)
    quoted = list(_quoted(parsed, sentence))
    untagged = vocabulary.of_tokens(t for t in sentence.parse if t.i not in tags.cues)
    around = (*untagged, *(words for _, words in quoted))
    for head, tokens, frame in _clauses(sentence.parse, vocabulary):
        body = tags.stated(head, tokens)
        phrases = [words for at, words in quoted if body and at.overlaps(sentence.span_of(body))]
        own = (*vocabulary.of_tokens(body), *phrases)
        if len(own) >= FEWEST_TERMS - 1:
            understood = tuple(vocabulary.of_tokens(t for t in frame if t.i not in tags.cues))
            span = sentence.span_of(body)
            yield Statement(
                article.article_id,
                article.source,
                sentence,
                span,
                own,
                understood,
                around,
                tuple(body),
                _top(body, head),
            )


def _top(body: Sequence[Token], head: Token) -> Token:
    """The word that what is stated hangs on: not the reporting verb, which states nothing."""
    if head in body:
        return head
    tops = [token for token in body if token.head not in body]
    return next((token for token in tops if is_verbal(token)), tops[0])


def _tags_of(sentence: Sentence, rows: Sequence[AttributionMention]) -> _Tags:
    return _Tags(
        cues=_inside(sentence, [span for row in rows for span in row.cue_spans]),
        speakers=_inside(sentence, [span for row in rows for span in row.speaker_spans]),
        contents=_inside(sentence, [span for row in rows for span in row.content_spans]),
    )


@dataclass(frozen=True, slots=True)
class _Tags:
    """The numbers of the tokens of a sentence that attribute, and of those that are attributed."""

    cues: frozenset[int]
    speakers: frozenset[int]
    contents: frozenset[int]

    def stated(self, head: Token, tokens: Sequence[Token]) -> list[Token]:
        """The words of a clause that state something: without the tag, which is no statement."""
        said = self.contents if head.i in self.cues else frozenset(t.i for t in tokens)
        left = said - self.cues - self.speakers
        return [t for t in tokens if t.i in left and not (t.is_punct or t.is_space)]


def _quoted(parsed: ParsedArticle, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """What a sentence quotes at length, as one term each: the same words in another article are the same claim."""
    for quotation in overlapping(parsed.quotations, sentence.span):
        at = Span(max(quotation.start, sentence.start), min(quotation.end, sentence.end))
        words = folded_words(parsed.article.text[at.start : at.end])[0]
        if len(words) >= FEWEST_QUOTED:
            yield at, " ".join(words)


def _inside(sentence: Sentence, spans: Sequence[Span]) -> frozenset[int]:
    """The numbers of the tokens that begin in some spans of the article."""
    return frozenset(
        token.i
        for token in sentence.parse or ()
        if any(span.start <= sentence.start + token.idx < span.end for span in spans)
    )


def _clauses(parse: Parse, vocabulary: ClaimVocabulary) -> Iterator[tuple[Token, list[Token], list[Token]]]:
    """The head and the tokens of each clause in text order, with the tokens of what it hangs on."""
    heads = {token.i for token in parse if _is_clause(token)}
    while True:
        owner = _owners(parse, heads)
        own: dict[int, list[Token]] = defaultdict(list)
        for token in parse:
            own[owner[token.i]].append(token)
        small = [
            head
            for head in heads
            if parse[head].dep != "ROOT" and len(vocabulary.of_tokens(own[head])) < FEWEST_TERMS
        ]
        if not small:
            break
        heads.discard(max(small, key=lambda head: (_depth(parse[head]), head)))
    for head in sorted(own):
        yield parse[head], own[head], _frame(parse[head], owner)


def _is_clause(token: Token) -> bool:
    """Whether a token heads a clause that states something of its own."""
    if token.dep == "ROOT":
        return True
    if token.lower == "including" and token.dep == "prep":
        return True
    if token.pos not in ("VERB", "AUX"):
        return False
    if token.dep in _CLAUSES:
        return True
    if token.dep == "advcl":
        finite = any(child.dep in ("aux", "auxpass") and child.lower != "to" for child in token.children)
        return finite or token.tag not in _INFINITE_TAGS
    return token.dep == "conj" and token.head.pos in ("VERB", "AUX")


def _owners(parse: Parse, heads: set[int]) -> dict[int, int]:
    """The clause head that each token belongs to: the nearest one above it."""
    owner: dict[int, int] = {}
    for token in parse:
        path = []
        at = token
        while at.i not in owner and at.i not in heads and at.head.i != at.i:
            path.append(at.i)
            at = at.head
        head = owner.get(at.i, at.i)
        for index in (*path, token.i):
            owner[index] = head
    return owner


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _frame(head: Token, owner: Mapping[int, int]) -> list[Token]:
    """What a clause hangs on: the noun it describes, or the subject it shares with the clause above."""
    if head.dep == "relcl":
        return [t for t in head.head.subtree if owner[t.i] == owner[head.head.i]]
    if head.dep == "ROOT" or any(child.dep in _SUBJECTS for child in head.children):
        return []
    above = head.parse[owner[head.head.i]]
    return [
        t
        for child in above.children
        if child.dep in _SUBJECTS
        for t in child.subtree
        if owner[t.i] == above.i
    ]
