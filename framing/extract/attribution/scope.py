"""How far attributions reach: where one ends and the next begins, which stands in which, and what statements on
checking cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from framing.extract.attribution.candidate import Candidate, by_sentence
from framing.extract.attribution.record import AttributionMention
from framing.extract.attribution.speakers import coordinated_with
from framing.extract.verification import VerificationMention
from framing.records.article import Span
from framing.text.grammar import child
from framing.text.parse import Token

_PERSONS = ("he", "she", "they")
_CONTRAST = ("while", "whereas", "although", "though")
_NEAR_PARAGRAPHS = 2
_REPORTED = ("clause", "set_off", "infinitive", "directed_infinitive", "noun_phrase")
_QUOTED = ("“", '"', "''", "‘", "«")
_MARKS = ('"', "''", "'")
_TENSELESS = frozenset(("MD",))
_LEAST = 12
"""Characters that a content keeps at least."""


def cut(candidates: Sequence[Candidate]) -> list[Candidate]:
    """End contents where the sentence goes over to another attribution beside it, not inside it.

    "She said it was over, adding that …" and "He said it was over, while others said …" are two
    attributions, even where the parse hangs the second on the first one's clause.
    """
    groups = by_sentence(candidates)
    begins = {start: list(_beginnings(together)) for start, together in groups.items()}
    return [_cut(candidate, begins[candidate.sentence.start]) for candidate in candidates]


def _beginnings(together: Sequence[Candidate]) -> Iterator[tuple[Candidate, int]]:
    """The candidates of a sentence whose clause begins beside another, with the place where it does."""
    heads = {c.use.head.i for c in together if c.use}
    for candidate in together:
        at = _clause_start(candidate, heads)
        if at is not None:
            yield candidate, at


def _cut(candidate: Candidate, begins: Sequence[tuple[Candidate, int]]) -> Candidate:
    if candidate.use is None:
        return candidate
    content, tag = candidate.content, candidate.tag
    for other, at in begins:
        if other is not candidate and tag.start < at and any(s.start < at < s.end for s in content):
            content = tuple(Span(s.start, min(s.end, at)) for s in content if s.start < at)
    return candidate.with_content(content, "cut:before-next-attribution")


def without_own_predicates(candidates: Sequence[Candidate]) -> list[Candidate]:
    """End contents where the speaker does something else: "called it “a gift” and left", "denies that it was a lie and
    goes on"; the parse hangs the second verb on a word of the content that cannot be coordinated with it."""
    return [_predicated(candidate) for candidate in candidates]


def _predicated(candidate: Candidate) -> Candidate:
    use = candidate.use
    if use is None or use.cue.pos != "verb":
        return candidate
    for verb in use.sentence.parse or ():
        at = candidate.sentence.start + verb.idx
        if any(s.start + _LEAST < at < s.end for s in candidate.content) and _goes_on(verb, use.head):
            first = next((t for t in reversed(verb.parse[: verb.i]) if t.dep == "cc"), verb)
            place = candidate.sentence.start + first.idx
            content = [Span(s.start, min(s.end, place)) for s in candidate.content if s.start < place]
            return candidate.with_content(content, "cut:before-own-predicate")
    return candidate


def _goes_on(verb: Token, cue: Token) -> bool:
    """Whether a finite verb without a subject goes on with the cue: its form is the cue's, and not that of the word it
    hangs on."""
    own = child(verb, "nsubj", "nsubjpass", "csubj", "expl", "mark", "aux", "auxpass")
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBZ", "VBP") or own is not None or verb.i < cue.i:
        return False
    above = verb.head
    forms = {above.tag, *(c.tag for c in above.children if c.dep in ("aux", "auxpass"))}
    if above.tag == "VBN" and forms & {"VBZ", "VBP"}:
        return False
    perfect = cue.tag == "VBN" and verb.tag == "VBD"
    return (
        (verb.tag == cue.tag or perfect)
        and above is not cue
        and verb.tag not in forms
        and not forms & _TENSELESS
    )


def without_background(candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """End reported contents where the narrator takes over: "…, although he again refused", ", which includes …"."""
    return [_foreground(candidate, text) for candidate in candidates]


def _foreground(candidate: Candidate, text: str) -> Candidate:
    use = candidate.use
    if use is None or use.cue.pos != "verb" or candidate.quoted or candidate.complement not in _REPORTED:
        return candidate
    last = candidate.content[-1] if candidate.content else None
    if last is None or last.start < candidate.tag.end or any(mark in text[slice(*last)] for mark in _QUOTED):
        return candidate
    for token in use.sentence.parse or ():
        at = candidate.sentence.start + token.idx
        ends = candidate.sentence.start + token.head.right_edge.idx + len(token.head.right_edge.text)
        if last.start + _LEAST < at < last.end <= ends + 1 and _opens_background(token, use.head):
            spans = [*candidate.content[:-1], Span(last.start, at)]
            return candidate.with_content(spans, "cut:before-background")
    return candidate


def _opens_background(token: Token, cue: Token) -> bool:
    """Whether a clause of the narrator's begins at a word: he or she did something else at the time, or is told of."""
    if token.lower == "when" and token.head.lower == "asked":
        return child(token.head, "nsubj", "nsubjpass") is None
    return _opens_own_clause(token, cue) or _opens_present_relative(token, cue)


def _before_is(token: Token, *marks: str) -> bool:
    return token.i > 0 and token.nbor(-1).text in marks


def _opens_own_clause(token: Token, cue: Token) -> bool:
    """Whether *although*, *while* or *as* opens a clause in the tense of the cue whose subject is a person's pronoun."""
    verb = token.head
    who = child(verb, "nsubj")
    if token.dep != "mark" or verb.dep != "advcl" or who is None or who.lower not in _PERSONS:
        return False
    same = cue.tag in (verb.tag, *(c.tag for c in verb.children if c.dep in ("aux", "auxpass")))
    set_off = token.lower in _CONTRAST and _before_is(token, ",", "—", "–")
    compares = token.i > 0 and token.nbor(-1).pos in ("ADV", "ADJ")
    return same and (set_off or (token.lower == "as" and not compares))


def _opens_present_relative(token: Token, cue: Token) -> bool:
    """Whether ", which" opens a clause in the present tense behind a report in the past."""
    verb = token.head
    if token.lower != "which" or token.dep not in ("nsubj", "nsubjpass") or verb.dep != "relcl":
        return False
    finite = [t.tag for t in (verb, *verb.children) if t.tag in ("VBZ", "VBP", "VBD")]
    return _before_is(token, ",") and cue.tag == "VBD" and finite[:1] in (["VBZ"], ["VBP"])


def _clause_start(candidate: Candidate, heads: Set[int]) -> int | None:
    """Where a trailing participle, a coordinated or a contrasting clause begins that holds a cue, else None."""
    use = candidate.use
    if use is None or use.cue.pos != "verb":
        return None
    coordinated = _coordinated(use.head, heads) if use.cue.cue_class != "cognitive" else None
    first = _trailing(use.head) or coordinated or _contrasting(use.head)
    return candidate.sentence.start + first.idx if first is not None else None


def _trailing(verb: Token) -> Token | None:
    """A participle set off by a comma or dash, a closing quotation mark apart."""
    if verb.tag != "VBG" or verb.dep != "advcl":
        return None
    at = verb.i - 1
    while at > 0 and verb.parse[at].text in ('"', "''", "'"):
        at -= 1
    return verb if at >= 0 and verb.parse[at].text in (",", "—", "–") else None


def _coordinated(verb: Token, heads: Set[int]) -> Token | None:
    """The conjunction before a verb of reporting that goes on with an earlier one."""
    if coordinated_with(verb, heads) is None:
        return None
    first = next((t for t in reversed(verb.parse[: verb.i]) if t.dep == "cc"), verb)
    return None if first.i and first.nbor(-1).text in _MARKS else first


def _contrasting(verb: Token) -> Token | None:
    """The *while* or *as* before a cue with a subject of its own."""
    who, mark = child(verb, "nsubj"), child(verb, "mark")
    if who is None or mark is None or mark.i == 0:
        return None
    beside = mark.lower in _CONTRAST or (mark.lower == "as" and who.lower in _PERSONS)
    return mark if beside else None


def holders(contents: Sequence[Sequence[Span]], places: Sequence[Span]) -> list[list[int]]:
    """For each place the numbers of the contents, other than its own, with a piece that contains it.

    >>> holders([[Span(0, 50)], [Span(20, 40)]], [Span(60, 64), Span(10, 14)])
    [[], [0]]
    """
    pieces = sorted((span.start, span.end, number) for number, spans in enumerate(contents) for span in spans)
    result: list[list[int]] = [[] for _ in places]
    current: list[tuple[int, int, int]] = []
    at = 0
    for number in sorted(range(len(places)), key=lambda n: places[n]):
        place = places[number]
        while at < len(pieces) and pieces[at][0] <= place.start:
            current.append(pieces[at])
            at += 1
        current = [piece for piece in current if piece[1] > place.start]
        result[number] = sorted({owner for _, end, owner in current if place.end <= end and owner != number})
    return result


def covered(statement: VerificationMention, rows: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The attributions, in text order, that a statement on checking is about.

    A statement in the sentence of a claim ("claimed, without providing evidence, that …") covers that
    claim. One that names sides covers what these sides are said to claim before it: where it speaks of
    "claims", the contents of cues of doubt, else the side's last contents. One on "neither" or "both" covers
    the last contents of the two speakers before it. Otherwise it covers the content right before it.
    """
    if statement.covers == "nothing":
        return []
    same = [row for row in rows if _same_sentence(row, statement)]
    if same:
        return ([row for row in same if _holds_cue(row, statement)] or same)[-1:]
    before = [row for row in rows if row.end <= statement.start and row.region != "title"]
    sides = set(statement.about_side.split(";")) - {"", "unknown"}
    if sides:
        return _claims_of(sides, before)
    near = [row for row in before if _is_near(row, statement)]
    return _last_of_two(near) if statement.covers == "both" else near[-1:]


def _is_near(row: AttributionMention, statement: VerificationMention) -> bool:
    return not row.nested_in and statement.paragraph - row.paragraph <= _NEAR_PARAGRAPHS


def _holds_cue(row: AttributionMention, statement: VerificationMention) -> bool:
    return any(statement.span.overlaps(cue) for cue in row.cue_spans)


def _last_of_two(rows: Sequence[AttributionMention]) -> list[AttributionMention]:
    """The last row of each of the two speakers who spoke last."""
    last = {row.speaker_resolved or row.speaker_text: row for row in rows}
    return sorted(last.values(), key=lambda row: row.start)[-2:]


def _claims_of(sides: Set[str], before: Sequence[AttributionMention]) -> list[AttributionMention]:
    """What sides are said to claim: with cues of doubt, else the last of each."""
    doubted = [row for row in before if row.speaker_side in sides and row.cue_class == "doubt"]
    if doubted:
        return doubted
    last = {row.speaker_side: row for row in before if row.speaker_side in sides}
    return sorted(last.values(), key=lambda row: row.start)


def _same_sentence(row: AttributionMention, statement: VerificationMention) -> bool:
    return (row.region, row.sentence) == (statement.region, statement.sentence) or (
        row.start <= statement.start and statement.end <= row.end
    )
