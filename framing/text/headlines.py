"""Headlines as sentences: the grammar of headlines undone before the parser sees them, and done again behind it.

Headlines leave out auxiliaries and articles, put the present for the past and the infinitive for the future
(Mårdh 1980, Headlinese; Biber, Johansson, Leech, Conrad and Finegan 1999). A parser of running text takes "Mayor
confronts council" for a noun phrase. So every word that may be the verb is tried as one, with the auxiliary that a
sentence would have: "Mayor *will confront* council", "Twelve *were* killed in blast", "Council *will* sell pier".
The reading whose parse hangs together best is kept, the words that were put in are taken out again, and the parse
has the words and offsets of the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from framing.lexicon import Lexicons
from framing.lexicon.attribution import SpeakerNouns, plural
from framing.text.parse import Columns, Parse, Token

Kind = Literal["plain", "present", "past", "future", "progressive", "passive"]
_WORD = re.compile(r"\w[\w'’.&-]*\w|\w|[^\w\s]")
_BEFORE_NOUNS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "no",
        "some",
        "any",
        "every",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "over",
        "under",
        "between",
        "into",
        "near",
        "against",
        "amid",
    ]
)
_PLURALS = frozenset(["people", "men", "women", "children", "police", "troops", "militia", "media"])
_FOLLOWS_PASSIVE = frozenset(
    [
        "in",
        "by",
        "after",
        "as",
        "over",
        "for",
        "at",
        "on",
        "during",
        "amid",
        "from",
        "near",
        "to",
        "with",
        "under",
        "before",
        "ahead",
        "against",
        "outside",
        "inside",
        "into",
        "since",
        "while",
        "following",
    ]
)
_SMALL = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "and",
        "or",
        "but",
        "if",
        "not",
        "no",
        "over",
        "after",
        "before",
        "up",
        "out",
        "off",
        "about",
        "into",
        "than",
        "that",
        "who",
        "which",
        "what",
        "how",
        "why",
        "when",
        "it",
        "its",
        "his",
        "her",
        "their",
        "he",
        "she",
        "they",
    ]
)
_SHORT = 3
_LEAST = 3.0
"""Score below which a reading is no sentence."""


class VerbForms(Protocol):
    """What the parser's model knows of the forms of words."""

    def verb_of(self, form: str) -> str | None: ...
    def participle_of(self, form: str) -> str | None: ...
    def is_noun(self, form: str) -> bool: ...
    def is_adjective(self, form: str) -> bool: ...


class HeadlineWord(NamedTuple):
    """A word or mark of a headline with its place."""

    text: str
    start: int
    end: int
    original: str
    """As it stands in the headline, whatever its capitals."""

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class HeadlineReading:
    """A headline as a sentence: `pieces` are its words, with the place in the headline, or None where it has no such
    word; `verb` is the piece that is tried as the verb of the main clause."""

    kind: Kind
    pieces: tuple[tuple[str, HeadlineWord | None], ...]
    verb: int

    @property
    def text(self) -> str:
        return " ".join(text for text, _ in self.pieces)


def words_of(title: str) -> list[HeadlineWord]:
    """The words and marks of a headline."""
    return [HeadlineWord(m.group(), m.start(), m.end(), m.group()) for m in _WORD.finditer(title)]


def _uncapitalised(words: Sequence[HeadlineWord], forms: VerbForms) -> list[HeadlineWord]:
    """The words of a headline in title case with those in lower case that can be no name: verbs, small words."""
    longer = [word for word in words if len(word.text) > _SHORT and word.text[0].isalpha()]
    if 2 * sum(word.text[0].isupper() for word in longer) <= len(longer):
        return list(words)
    return [
        word._replace(text=word.lower) if number and _is_no_name(word, forms) else word
        for number, word in enumerate(words)
    ]


def _is_no_name(word: HeadlineWord, forms: VerbForms) -> bool:
    if word.text.isupper() and len(word.text) > 1:
        return False
    return word.lower in _SMALL or (forms.verb_of(word.lower) is not None and not forms.is_noun(word.lower))


def readings(
    words: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords
) -> Iterator[HeadlineReading]:
    """The sentences that a headline may stand for, one for each word that may be its verb."""
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        if word.text[0].isalpha() and before.lower not in _BEFORE_NOUNS and word.lower not in known.beings:
            yield from _unfinished(words, at, forms)
            yield from _in_the_past(words, at, forms, known)


def _unfinished(words: Sequence[HeadlineWord], at: int, forms: VerbForms) -> Iterator[HeadlineReading]:
    """A word as the present, the future or the progressive of a verb."""
    form = words[at].lower
    lemma = forms.verb_of(form)
    if form == "to" and at + 1 < len(words) and forms.verb_of(words[at + 1].lower):
        yield _replaced("future", words, at, ("will",), at + 1)
    elif lemma is None:
        return
    elif (form.endswith("s") and form != lemma) or (form == lemma and _may_be_plural(words[:at])):
        yield _replaced("present", words, at, ("will", lemma), at)
    elif form.endswith("ing"):
        yield _replaced("progressive", words, at, ("was", form), at)


def _in_the_past(
    words: Sequence[HeadlineWord], at: int, forms: VerbForms, known: HeadlineWords
) -> Iterator[HeadlineReading]:
    """A word as the past of a verb, or as a passive where it has no object and its verb may have one."""
    past = forms.participle_of(words[at].lower)
    if past and not _has_no_object(words, at, known):
        yield _replaced("past", words, at, ("did", past), at)
    elif past and past not in known.intransitive:
        yield _replaced("passive", words, at, ("was", words[at].lower), at)


def _replaced(
    kind: Kind, words: Sequence[HeadlineWord], at: int, by: Sequence[str], verb: int
) -> HeadlineReading:
    """The reading in which one word stands for others, the last of them itself."""
    pieces: list[tuple[str, HeadlineWord | None]] = []
    place = 0
    for number, word in enumerate(words):
        if number == at:
            pieces += [(text, None) for text in by[:-1]]
            pieces.append((by[-1], word))
        else:
            pieces.append((word.lower if number == verb else word.text, word))
        if number == verb:
            place = len(pieces) - 1
    return HeadlineReading(kind, tuple(pieces), place)


def _may_be_plural(before: Sequence[HeadlineWord]) -> bool:
    """Whether a subject may be plural: its last word is, or it is coordinated."""
    last = before[-1].lower
    return (
        (last.endswith("s") and not last.endswith(("'s", "’s", "ss")))
        or last in _PLURALS
        or any(word.lower in ("and", "&") for word in before)
    )


def _has_no_object(words: Sequence[HeadlineWord], at: int, known: HeadlineWords) -> bool:
    """Whether no noun phrase follows a participle, so that it may be a passive."""
    if at + 1 == len(words):
        return True
    following = words[at + 1]
    if following.lower == "to" and at + 2 < len(words) and words[at].lower in known.before_infinitive:
        return True
    return not following.text[0].isalnum() or following.lower in _FOLLOWS_PASSIVE


class HeadlineWords(NamedTuple):
    """What the lexicons say of headlines: what is no part of the sentence, verbs that have no passive, and nouns for
    people and bodies, which are no verbs ("troops", "officials"), forms that are always verbs, and participles that are
    passives before an infinitive."""

    labels: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    beings: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    before_infinitive: frozenset[str] = frozenset()


def headline_words(lexicons: Lexicons) -> HeadlineWords:
    """What the lexicons say of headlines."""
    nouns = [noun for entry in lexicons.of("speakers", SpeakerNouns) for noun in entry.nouns]
    return HeadlineWords(
        lexicons.words("headlines", "labels"),
        lexicons.words("headlines", "intransitive"),
        frozenset(nouns) | frozenset(map(plural, nouns)),
        lexicons.words("headlines", "verbs"),
        lexicons.words("headlines", "passive_before_infinitive"),
    )


class Segment(NamedTuple):
    """A stretch of a headline between colons, dashes and semicolons: its words, and the sentences it may stand for."""

    words: tuple[HeadlineWord, ...]
    label: bool
    readings: tuple[HeadlineReading, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline to be parsed: parse `texts`, then ask for `parse`."""

    title: str
    segments: tuple[Segment, ...]

    @property
    def texts(self) -> list[str]:
        """Everything that is to be parsed for it."""
        return [reading.text for segment in self.segments for reading in segment.readings]

    def parse(self, parses: Mapping[str, Parse], forms: VerbForms, words: HeadlineWords) -> Parse:
        """The parse of the headline, from those of its `texts`.

        The main clause is that of the first segment that is a sentence; what stands in others hangs on it as `meta`.
        """
        best = [_best(segment, parses, forms, words) for segment in self.segments]
        sentences = [n for n, (score, _) in enumerate(best) if score >= _LEAST and not self.segments[n].label]
        rest = [n for n, segment in enumerate(self.segments) if not segment.label] or [0]
        main = sentences[0] if sentences else max(rest, key=lambda n: len(self.segments[n].words))
        return _together(self.title, [columns for _, columns in best], main)


def headline_of(title: str, forms: VerbForms, words: HeadlineWords) -> Headline:
    """A headline in its segments, each with the sentences that it may stand for, the plain one first."""
    every = _uncapitalised(words_of(title), forms)
    segments: list[list[HeadlineWord]] = [[]]
    for number, word in enumerate(every):
        segments[-1].append(word)
        if _ends_segment(title, word) and number + 1 < len(every):
            segments.append([])
    return Headline(title, tuple(_segment(part, forms, words) for part in segments))


def _ends_segment(title: str, word: HeadlineWord) -> bool:
    """Whether a mark ends a stretch of a headline: a colon, semicolon or bar, or a dash with a blank before it."""
    if word.text in ";|":
        return True
    behind = title[word.end : word.end + 1] == " "
    if word.text == ":":
        return behind
    return word.text in "-–—" and behind and title[word.start - 1 : word.start] == " "


def _segment(part: Sequence[HeadlineWord], forms: VerbForms, words: HeadlineWords) -> Segment:
    bare = " ".join(word.lower for word in part if word.text[0].isalnum())
    label = bare in words.labels or bare.rsplit(" ", 1)[-1] == "explained"
    plain = HeadlineReading("plain", tuple((word.text, word) for word in part), 0)
    tried = () if label else tuple(readings(part, forms, words))
    return Segment(tuple(part), label, (plain, *tried))


def _best(
    segment: Segment, parses: Mapping[str, Parse], forms: VerbForms, words: HeadlineWords
) -> tuple[float, Columns]:
    """Score and columns of the reading of a segment that hangs together best."""
    plain, *others = segment.readings
    best, found = _plain_score(parses[plain.text], forms, words), None
    for reading in others:
        score = _score(reading, parses[reading.text], forms, words)
        if score > best and score >= _LEAST and (columns := _restored(reading, parses[reading.text])):
            best, found = score, columns
    return best, found or _restored(plain, parses[plain.text]) or _unparsed(segment)


def _unparsed(segment: Segment) -> Columns:
    """The words of a segment that the parser cuts in a way that cannot be led back: no grammar, one word the root."""
    size = len(segment.words)
    return Columns(
        "",
        [word.start for word in segment.words],
        [word.text for word in segment.words],
        [word.lower for word in segment.words],
        ["X"] * size,
        ["XX"] * size,
        ["ROOT", *["dep"] * (size - 1)],
        [0] * size,
        [0] * size,
    )


def _together(title: str, parts: Sequence[Columns], main: int) -> Parse:
    """The parse of a headline from those of its segments."""
    offsets = [sum(len(part.words) for part in parts[:n]) for n in range(len(parts))]
    root = offsets[main] + next((i for i, dep in enumerate(parts[main].deps) if dep == "ROOT"), 0)
    rows: list[tuple[int, str, str, str, str, str, int, int]] = []
    for offset, part in zip(offsets, parts, strict=True):
        for start, word, lemma, pos, tag, dep, head, flags in zip(*part[1:], strict=True):
            loose = dep == "ROOT" and len(rows) != root
            above = root if loose else offset + head
            rows.append((start, word, lemma, pos, tag, "meta" if loose else dep, above, flags))
    return Parse(Columns(title, *map(list, zip(*rows, strict=True))))


def _plain_score(parse: Parse, forms: VerbForms, words: HeadlineWords) -> float:
    """How well the headline as it stands hangs together."""
    root = next((t for t in parse if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("VERB", "AUX"):
        return 0.0
    passive = forms.participle_of(root.lower)
    shortened = root.tag in ("VBD", "VBN") and passive and _lacks_object(root)
    shortened = shortened and passive not in words.intransitive
    shortened = shortened or (root.tag in ("VBD", "VBN") and _is_passive_before_infinitive(root, words))
    return _hangs_together(root, parse, forms, words) + (-2.0 if shortened else 1.0)


def _is_passive_before_infinitive(verb: Token, words: HeadlineWords) -> bool:
    """Whether a participle without auxiliary stands right before *to*."""
    bare = not any(c.dep in ("aux", "auxpass", "dobj") for c in verb.children)
    follows = verb.i + 1 < len(verb.parse) and verb.nbor().lower == "to"
    return bare and follows and verb.lower in words.before_infinitive


def _lacks_object(verb: Token) -> bool:
    """Whether what follows a past tense is no object, so that it may be a passive without its auxiliary."""
    if any(
        c.dep in ("dobj", "ccomp", "xcomp", "attr", "aux", "auxpass", "prt", "acomp", "oprd")
        for c in verb.children
    ):
        return False
    return verb.i + 1 == len(verb.parse) or verb.nbor().lower in _FOLLOWS_PASSIVE or verb.nbor().is_punct


def _score(reading: HeadlineReading, parse: Parse, forms: VerbForms, words: HeadlineWords) -> float:
    """How well a reading hangs together: its verb is the main verb with all before it for its subject."""
    offset = sum(len(text) + 1 for text, _ in reading.pieces[: reading.verb])
    verb = next((t for t in parse if t.idx == offset), None)
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return 0.0
    score = _hangs_together(verb, parse, forms, words)
    own = reading.pieces[reading.verb][1]
    form = own.lower if own is not None else verb.lower
    if reading.kind == "future" or not forms.is_noun(form) or form in words.verbs:
        return score
    following = reading.pieces[reading.verb + 1][0].lower() if reading.verb + 1 < len(reading.pieces) else ""
    plural_noun = reading.kind == "present" and form.endswith("s") and forms.verb_of(following) == following
    return score - (2.0 if plural_noun or _is_lone_adjective(verb, forms) else 1.0)


def _is_lone_adjective(verb: Token, forms: VerbForms) -> bool:
    """Whether the subject is a single word that may be an adjective of what was taken for the verb ("Israeli strikes")."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    return subject is not None and not subject.children and forms.is_adjective(subject.lower)


def _hangs_together(verb: Token, parse: Parse, forms: VerbForms, words: HeadlineWords) -> float:
    """How well a parse hangs together around a verb: all before it is its subject, and every word has a place."""
    if not (verb.dep == "ROOT" or (verb.dep == "ccomp" and verb.head.dep == "ROOT")):
        return 0.0
    subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < verb.i]
    if not subjects:
        return 0.0
    loose = sum(map(_is_loose, parse)) + sum(t.dep == "ROOT" for t in parse) - 1
    missed = sum(_is_missed_verb(t, forms, words) for t in parse[: verb.i])
    return 4.0 * _covered(subjects[-1], verb, parse) - loose - 1.5 * missed


def _covered(subject: Token, verb: Token, parse: Parse) -> float:
    """The share of the words before a verb that belong to its subject."""
    first = verb.head.i + 1 if verb.dep == "ccomp" and verb.head.i < verb.i else 0
    before = [t for t in parse[first : verb.i] if t.pos not in ("AUX", "ADV", "PART", "PUNCT")]
    inside = {t.i for t in subject.subtree}
    return sum(t.i in inside for t in before) / max(len(before), 1)


def _is_loose(token: Token) -> bool:
    """Whether the parser found no place for a word."""
    return token.dep == "dep" or (token.dep == "punct" and token.text.isalpha())


def _is_missed_verb(token: Token, forms: VerbForms, words: HeadlineWords) -> bool:
    """Whether a word that can be nothing but a verb was taken for something else."""
    third_person = token.lower.endswith("s") and forms.verb_of(token.lower) not in (None, token.lower)
    return (
        token.pos not in ("VERB", "AUX")
        and third_person
        and (token.lower in words.verbs or not forms.is_noun(token.lower))
    )


def _restored(reading: HeadlineReading, parse: Parse) -> Columns | None:
    """The parse of a reading with the words of the headline, those that were put in left out.

    None where the parser cut the words in a way that cannot be led back.
    """
    places = list(_places(reading, parse))
    if len(places) != len(parse):
        return None
    kept = [(token, *place) for token, place in zip(parse, places, strict=True) if place is not None]
    number = {token.i: n for n, (token, _, _) in enumerate(kept)}
    if not kept or any(token.head.i not in number for token, _, _ in kept):
        return None
    rows = [
        (start, text, t.lemma, t.pos, _tag(t, reading), t.dep, number[t.head.i], t.flags)
        for t, start, text in kept
    ]
    return Columns("", *map(list, zip(*rows, strict=True)))


def _places(reading: HeadlineReading, parse: Parse) -> Iterator[tuple[int, str] | None]:
    """For each token its offset and its text in the headline, None where it was put in; ends early where a token
    holds more than one word."""
    at = 0
    pieces = iter(reading.pieces)
    text, word = next(pieces)
    for token in parse:
        while token.idx >= at + len(text):
            at += len(text) + 1
            text, word = next(pieces)
        inside = token.idx - at
        if inside + len(token.text) > len(text):
            return
        if word is None:
            yield None
        elif len(token.text) == len(text):
            yield word.start, word.original
        else:
            yield word.start + inside, word.original[inside : inside + len(token.text)]


def _tag(token: Token, reading: HeadlineReading) -> str:
    """The tag of a word as it stands in the headline: the present that stood for "will" is finite again."""
    offset = sum(len(text) + 1 for text, _ in reading.pieces[: reading.verb])
    if token.idx != offset:
        return token.tag
    return {"present": "VBZ", "past": "VBD"}.get(reading.kind, token.tag)
