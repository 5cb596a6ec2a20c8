"""The sentences that a stretch of a headline may stand for, one for each word that may be its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from framing.text.headlines.words import HeadlineWord, HeadlineWords, VerbForms, is_surname

Kind = Literal["plain", "present", "past", "future", "progressive", "passive", "state"]
_LONGEST_LISTED = 4
_LONGEST_SCARE = 5
_SHORT_START = 3


class Piece(NamedTuple):
    """A word of a reading: its text there, and the word of the headline that it stands for, None where it has none."""

    text: str
    word: HeadlineWord | None
    glued: bool = False
    """Whether no blank stands before it."""


@dataclass(frozen=True)
class HeadlineReading:
    """A headline as a sentence: `pieces` are its words, `verb` is the piece that is tried as the verb of the main
    clause."""

    kind: Kind
    pieces: tuple[Piece, ...]
    verb: int
    left_out: tuple[HeadlineWord, ...] = ()
    """Marks of the headline that the sentence goes without."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each piece in the text of the reading."""
        starts: list[int] = []
        at = 0
        for number, piece in enumerate(self.pieces):
            at += bool(number) and not piece.glued
            starts.append(at)
            at += len(piece.text)
        return tuple(starts)

    @cached_property
    def text(self) -> str:
        return "".join(
            ("" if piece.glued or not number else " ") + piece.text
            for number, piece in enumerate(self.pieces)
        )

    @property
    def is_coordinated(self) -> bool:
        """Whether a second predicate stands behind what is a comma in the headline."""
        return any(
            piece.text == "and" and piece.word is not None and piece.word.text == ","
            for piece in self.pieces[self.verb :]
        )

    @property
    def verb_start(self) -> int:
        return self.starts[self.verb]


def plain_reading(words: Sequence[HeadlineWord]) -> HeadlineReading:
    """The words as they stand."""
    kept, marks = _without_scare_quotes(words)
    return HeadlineReading("plain", tuple(_pieces(kept)), 0, marks)


def _without_scare_quotes(
    words: Sequence[HeadlineWord],
) -> tuple[list[HeadlineWord], tuple[HeadlineWord, ...]]:
    """The words without quotation marks around a few of them, and these marks: "troops fire 'warning shots'"."""
    places = [number for number, word in enumerate(words) if word.text == '"']
    out: set[int] = set()
    for first, last in zip(places[::2], places[1::2], strict=False):
        if last - first - 1 <= _LONGEST_SCARE:
            out |= {first, last}
    if len(places) % 2 and len(words) - places[-1] <= _LONGEST_SCARE:
        out.add(places[-1])
    kept = [word for number, word in enumerate(words) if number not in out]
    return kept, tuple(words[number] for number in sorted(out))


def _pieces(words: Sequence[HeadlineWord]) -> list[Piece]:
    """The words as pieces; quotation marks and commas stand as close to them as in the headline."""
    pieces: list[Piece] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        close = before is not None and before.end == word.start
        glued = close and before is not None and (word.text in '",' or before.text == '"')
        pieces.append(Piece(word.text, word, glued))
    return pieces


def readings(
    every: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords, title_case: bool
) -> Iterator[HeadlineReading]:
    """The sentences that a stretch may stand for, one for each word that may be its verb; a question stands for itself."""
    words, marks = _without_scare_quotes(every)
    if words[0].lower in known.questions:
        return
    for reading in _tried(words, forms, known, title_case):
        yield replace(reading, left_out=marks)


def _tried(
    words: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords, title_case: bool
) -> Iterator[HeadlineReading]:
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        if not word.text[0].isalpha() or before.lower in known.before_nouns or word.lower in known.beings:
            continue
        if before.text == "," and sum(one.text == "," for one in words[:at]) == 1:
            continue
        if word.text[0].isupper() and (not title_case or is_surname(words, at, known)):
            continue
        yield from _unfinished(words, at, forms, known)
        yield from _in_the_past(words, at, forms, known)
        shot = forms.participle_of(before.lower) is not None
        if word.lower in known.states and is_final(words, at, known) and not shot:
            yield _replaced("state", words, at, ("was", word.lower), at, known)


def _unfinished(
    words: Sequence[HeadlineWord], at: int, forms: VerbForms, known: HeadlineWords
) -> Iterator[HeadlineReading]:
    """A word as the present, the future or the progressive of a verb."""
    form = words[at].lower
    lemma = forms.verb_of(form)
    if form == "to":
        yield from _in_the_future(words, at, forms, known)
    elif lemma is None:
        return
    elif (form.endswith("s") and form != lemma) or (form == lemma and may_be_plural(words[:at], known)):
        present = _replaced("present", words, at, ("will", lemma), at, known)
        yield _coordinated(present, form != lemma, forms, known)
    elif form.endswith("ing") and form not in known.follows_passive:
        yield _replaced("progressive", words, at, ("was", form), at, known)


def _in_the_future(
    words: Sequence[HeadlineWord], to: int, forms: VerbForms, known: HeadlineWords
) -> Iterator[HeadlineReading]:
    """An infinitive as the future, unless it hangs on what stands before it."""
    if to + 1 == len(words) or not forms.verb_of(words[to + 1].lower):
        return
    before = words[to - 1].lower
    third = before.endswith("s") and forms.verb_of(before) and not forms.is_noun(before)
    if not (third or before in known.before_infinitive or _is_list(words, to, known)):
        yield _replaced("future", words, to, ("will",), to + 1, known)


def _is_list(words: Sequence[HeadlineWord], to: int, known: HeadlineWords) -> bool:
    """Whether an infinitive says what listed things are for ("Five ways to save", "The best boots to buy")."""
    return words[to - 1].lower in known.list_nouns or any(
        word.lower in known.superlatives for word in words[:_SHORT_START]
    )


def likely_verbs(
    words: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords, title_case: bool
) -> frozenset[int]:
    """Where words stand that may be verbs and have a noun phrase right behind them, or a noun before and behind."""
    return frozenset(
        words[at].start
        for at in range(1, len(words) - 1)
        if words[at - 1].is_word
        and words[at - 1].lower not in known.before_nouns
        and (
            _stands_between_nouns(words, at, forms, known)
            or (
                _is_third_person(words[at], forms, known, title_case)
                and _opens_phrase(words, at, known, title_case)
            )
            or _counts_behind_plural(words, at, forms, known)
        )
    )


def _counts_behind_plural(
    words: Sequence[HeadlineWord], at: int, forms: VerbForms, known: HeadlineWords
) -> bool:
    """Whether the base form of a verb stands between a plural and a figure ("Defences down 34 drones")."""
    lemma = forms.verb_of(words[at].lower)
    plural = words[at - 1].lower.endswith("s") and forms.is_noun(words[at - 1].lower)
    base = lemma == words[at].lower and words[at].lower not in known.beings
    return base and plural and words[at + 1].text[0].isdigit()


def _stands_between_nouns(
    words: Sequence[HeadlineWord], at: int, forms: VerbForms, known: HeadlineWords
) -> bool:
    """Whether a word with the form of a verb stands between nouns that may be its subject and its object.

    "Court orders mayor to pay", "Gunmen storm hotel": whoever does it and to whom are nouns for people, bodies,
    weapons, events or places, and the form of the verb fits the number of the first; "police fire chief" is left alone.
    """
    before, word, behind = words[at - 1].lower, words[at].lower, words[at + 1].lower
    if before not in known.common or behind not in known.common or word in known.beings:
        return False
    lemma, many = forms.verb_of(word), before in known.plurals or before.endswith(("men", "women", "people"))
    plural = many or (before.endswith("s") and not before.endswith("ss"))
    third = word.endswith("s") and word != lemma
    return lemma is not None and ((word == lemma and word not in known.common) if plural else third)


def _is_third_person(word: HeadlineWord, forms: VerbForms, known: HeadlineWords, title_case: bool) -> bool:
    """Whether a word has the form of a verb in the third person, and is no name."""
    form = word.lower
    if not form.endswith("s") or form in known.beings or (word.text[0].isupper() and not title_case):
        return False
    return forms.verb_of(form) not in (None, form)


def _opens_phrase(words: Sequence[HeadlineWord], at: int, known: HeadlineWords, title_case: bool) -> bool:
    """Whether a noun phrase or a quotation begins behind a word, an aside between commas apart."""
    behind = words[at + 1] if words[at + 1].text != "," else _behind_aside(words, at + 1)
    if behind.text == '"':
        return behind.start > words[at].end
    name = behind.text[0].isupper() and not title_case
    return name or behind.text[0].isdigit() or behind.lower in known.determiners


def _behind_aside(words: Sequence[HeadlineWord], comma: int) -> HeadlineWord:
    """The word behind an aside between commas ("claims, without proof, *that* …"); the comma where there is none."""
    closing = next((n for n in range(comma + 1, len(words) - 1) if words[n].text == ","), None)
    if closing is None or closing - comma - 1 > _LONGEST_LISTED:
        return words[comma]
    return words[closing + 1]


def _in_the_past(
    words: Sequence[HeadlineWord], at: int, forms: VerbForms, known: HeadlineWords
) -> Iterator[HeadlineReading]:
    """A word as the past of a verb, or as a passive where it has no object and its verb may have one."""
    form = words[at].lower
    past = form if form in known.invariable else forms.participle_of(form)
    if past is None:
        return
    if words[at - 1].lower == "not" and at > 1:
        yield _replaced("passive", words, at - 1, ("was", "not"), at, known)
    elif not _has_no_object(words, at, known):
        yield _replaced("past", words, at, ("did", past), at, known)
    elif past not in known.intransitive and not _has_object_behind_with(words, at, past, known):
        yield _replaced("passive", words, at, ("was", form), at, known)


def _has_object_behind_with(words: Sequence[HeadlineWord], at: int, verb: str, known: HeadlineWords) -> bool:
    return at + 1 < len(words) and words[at + 1].lower == "with" and verb in known.active_before_with


def _replaced(
    kind: Kind,
    words: Sequence[HeadlineWord],
    at: int,
    by: Sequence[str],
    verb: int,
    known: HeadlineWords,
) -> HeadlineReading:
    """The reading in which one word stands for others, the last of them itself."""
    pieces: list[Piece] = []
    place = 0
    for number, piece in enumerate(_pieces(words)):
        if number == at:
            pieces += [Piece(text, None) for text in by[:-1]]
            pieces.append(Piece(by[-1], piece.word))
        elif number == verb:
            pieces.append(piece._replace(text=piece.text.lower()))
        else:
            pieces.append(piece)
        if number == verb:
            place = len(pieces) - 1
    return HeadlineReading(kind, tuple(_listed(pieces, place, known)), place)


def _listed(pieces: Sequence[Piece], verb: int, known: HeadlineWords) -> Iterator[Piece]:
    """The pieces with "and" for the only comma before a verb, where a short phrase stands on both its sides."""
    commas = [n for n, piece in enumerate(pieces[:verb]) if piece.text == ","]
    plural = len(commas) == 1 and max(commas[0], verb - commas[0] - 1) <= _LONGEST_LISTED
    own = pieces[verb].word
    adverbial = pieces[0].text.lower() in known.follows_passive | known.before_nouns
    base = own is not None and own.lower == pieces[verb].text and not adverbial
    for number, piece in enumerate(pieces):
        joins = plural and base and number == commas[0]
        yield piece._replace(text="and", glued=False) if joins else piece


def _coordinated(
    reading: HeadlineReading, singular: bool, forms: VerbForms, known: HeadlineWords
) -> HeadlineReading:
    """The reading with "and" for a comma before a second predicate: "Mayor will cave to council *and agree* to vote"."""
    pieces = list(reading.pieces)
    for at in range(reading.verb + 1, len(pieces) - 1):
        lemma = _second_predicate(pieces, at, singular, forms, known)
        if lemma is None:
            continue
        if pieces[at].text == ",":
            pieces[at] = pieces[at]._replace(text="and", glued=False)
        pieces[at + 1] = pieces[at + 1]._replace(text=lemma, glued=False)
    return HeadlineReading(reading.kind, tuple(pieces), reading.verb)


def _second_predicate(
    pieces: Sequence[Piece], at: int, singular: bool, forms: VerbForms, known: HeadlineWords
) -> str | None:
    """The verb of the word behind a comma or "and", where it has the form of the first one and may be no noun."""
    if pieces[at].text.lower() not in (",", "and", "but", "then"):
        return None
    form = pieces[at + 1].text.lower()
    lemma = forms.verb_of(form)
    if lemma is None or form in known.beings or (form != lemma) != singular:
        return None
    if singular and not form.endswith("s"):
        return None
    behind = pieces[at + 2].text.lower() if at + 2 < len(pieces) else ""
    noun = forms.is_noun(form) and form not in known.verbs
    return lemma if not noun or (behind[:1].isalnum() and behind not in known.small) else None


def may_be_plural(before: Sequence[HeadlineWord], known: HeadlineWords) -> bool:
    """Whether a subject may be plural: its last word is, or it is coordinated."""
    last = before[-1].lower
    return (
        (last.endswith("s") and not last.endswith(("'s", "’s", "ss")))
        or last in known.plurals
        or any(word.lower in ("and", "&", ",") for word in before)
    )


def _has_no_object(words: Sequence[HeadlineWord], at: int, known: HeadlineWords) -> bool:
    """Whether no noun phrase follows a participle, so that it may be a passive."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.lower == "to" and words[at].lower in known.before_infinitive:
        return True
    if following and following.lower in known.states and is_final(words, at + 1, known):
        return True
    return is_final(words, at, known)


def is_final(words: Sequence[HeadlineWord], at: int, known: HeadlineWords) -> bool:
    """Whether a word ends its stretch, or a mark or a preposition stands behind it, closing marks apart."""
    end = words[at].end
    behind = at + 1
    while behind < len(words) and words[behind].text == '"' and words[behind].start == end:
        end, behind = words[behind].end, behind + 1
    if behind == len(words):
        return True
    following = words[behind]
    return not (following.is_word or following.text in '"$£€') or following.lower in known.follows_passive
