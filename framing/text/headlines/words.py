"""The words of a headline with their places, title case undone, and what the lexicons say of words of headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from framing.lexicon import Lexicons
from framing.lexicon.attribution import Cue, SpeakerNouns, plural
from framing.lexicon.casualty import CauseWords, PeopleWords
from framing.lexicon.schema import WordList

_WORD = re.compile(r"\d[\d.,]*\d\w*|\w[\w'’.&-]*\w|\w|[^\w\s]")
_ALPHABETIC = re.compile(r"[^\W\d_]+")
_SHORT = 3
_PEOPLE = ("anonymous_official", "institution", "crowd_or_unspecified", "named_person")
QUOTES = "\"'"


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
    """As it stands in the headline, whatever its capitals and marks."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


class HeadlineWords(NamedTuple):
    """What the lexicons say of words of headlines; each field is a list of `lexicons/headlines.yaml`, or made of several.

    `beings` are nouns for people and bodies, which are no verbs ("troops", "officials"), `speakers` nouns for whoever
    or whatever says something, `reports` verbs that attribute a clause, `titles` those before names that end in a point.
    `common` are nouns for people, bodies, places, weapons and events, `persons` those of them for people and things, which
    are no parts of names.
    """

    labels: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    beings: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    before_infinitive: frozenset[str] = frozenset()
    invariable: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    follows_passive: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    active_before_with: frozenset[str] = frozenset()
    list_nouns: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()


def headline_words(lexicons: Lexicons) -> HeadlineWords:
    """What the lexicons say of words of headlines."""
    entries = lexicons.of("speakers", SpeakerNouns)
    cues = lexicons.of("cues", Cue)

    def listed(entry: str) -> frozenset[str]:
        return lexicons.words("headlines", entry)

    return HeadlineWords(
        labels=listed("labels"),
        intransitive=listed("intransitive"),
        beings=_with_plurals(noun for e in entries if e.speaker_type in _PEOPLE for noun in e.nouns),
        speakers=_with_plurals(noun for e in entries for noun in e.nouns),
        reports=frozenset(c.head for c in cues if c.pos == "verb" and not c.rest and "that" in c.grammar)
        | listed("reports_in_tags"),
        verbs=listed("verbs"),
        before_infinitive=listed("passive_before_infinitive"),
        invariable=listed("invariable_participles"),
        states=listed("states"),
        abbreviations=listed("abbreviations"),
        before_nouns=listed("before_nouns"),
        follows_passive=listed("behind_passives"),
        plurals=listed("plurals"),
        small=listed("function_words"),
        recipients=listed("with_recipient"),
        questions=listed("question_words"),
        determiners=listed("determiners"),
        active_before_with=listed("active_before_with"),
        list_nouns=listed("list_nouns"),
        inverted=listed("inverted_in_tags"),
        superlatives=listed("superlatives"),
        given_names=listed("given_names"),
        titles=frozenset(
            word.lower() for e in lexicons.of("titles", WordList) for word in e.words if word.endswith(".")
        ),
        common=_with_plurals((*_persons(lexicons), *_bodies_and_places(lexicons))),
        persons=_with_plurals(_persons(lexicons)),
    )


def _persons(lexicons: Lexicons) -> Iterator[str]:
    """Nouns of one word for people, for events and for weapons."""
    for people in lexicons.of("people", PeopleWords):
        if people.role in ("noun", "collective", "kin", "child", "occupation"):
            yield from (form for form in people.forms if form.isalpha())
    for causes in lexicons.of("causes", CauseWords):
        if causes.role in ("event", "instrument"):
            yield from (form for form in causes.forms if form.isalpha())


def _bodies_and_places(lexicons: Lexicons) -> Iterator[str]:
    """Nouns of one word for bodies, places and whoever speaks."""
    for people in lexicons.of("people", PeopleWords):
        if people.role == "no_person":
            yield from (form for form in people.forms if form.isalpha())
    for causes in lexicons.of("causes", CauseWords):
        if causes.role == "actor":
            yield from (form for form in causes.forms if form.isalpha())
    for speakers in lexicons.of("speakers", SpeakerNouns):
        yield from (noun for noun in speakers.nouns if noun.isalpha())


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    singular = frozenset(nouns)
    men = frozenset(noun[:-2] + "en" for noun in singular if noun.endswith("man"))
    return singular | frozenset(map(plural, singular)) | men


def words_of(title: str, known: HeadlineWords) -> list[HeadlineWord]:
    """The words and marks of a headline; single quotation marks are double ones, abbreviations keep their point.

    >>> [word.text for word in words_of("Gov. Lee to 'act'", HeadlineWords(abbreviations=frozenset(["gov"])))]
    ['Gov.', 'Lee', 'to', '"', 'act', '"']
    """
    words: list[HeadlineWord] = []
    for match in _WORD.finditer(title):
        text, start, end = match.group(), *match.span()
        before = words[-1] if words else None
        if text == "'" and before and before.end == start and _is_possessive(before, words):
            words[-1] = HeadlineWord(before.text + text, before.start, end, before.original + text)
        elif text == "." and before and before.end == start and _is_abbreviation(before, known):
            words[-1] = HeadlineWord(before.text + ".", before.start, end, before.original + ".")
        else:
            words.append(HeadlineWord('"' if text in QUOTES else text, start, end, text))
    return words


def _is_possessive(word: HeadlineWord, words: Sequence[HeadlineWord]) -> bool:
    """Whether an apostrophe behind a word is no quotation mark: the word ends in s, and no mark is open."""
    return word.lower.endswith("s") and not sum(one.text == '"' for one in words) % 2


def _is_abbreviation(word: HeadlineWord, known: HeadlineWords) -> bool:
    return word.is_word and (
        word.lower in known.abbreviations
        or (len(word.text) == 1 and word.text.isupper())
        or re.fullmatch(r"(?:\w\.)+\w", word.text) is not None
    )


class TitleInArticle(NamedTuple):
    """A title, and those of its words that the body of its article writes in lower case and capitalised; none where
    the title is not in title case."""

    text: str
    common: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the title's parse is kept under."""
        return "\n".join((self.text, " ".join(self.common), " ".join(self.names)))


def title_in(title: str, body: Iterable[str]) -> TitleInArticle:
    """A title with what the sentences of its body say of the capitals of its words.

    >>> title_in("Mayor Banks Opens Bridge", ["On Monday mayor Ada Banks praised the bridge."])
    TitleInArticle(text='Mayor Banks Opens Bridge', common=('bridge', 'mayor'), names=('banks',))
    """
    words = _ALPHABETIC.findall(title)
    if not _mostly_capitalised(words):
        return TitleInArticle(title)
    wanted = {word.lower() for word in words}
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in body:
        for word in _ALPHABETIC.findall(sentence)[1:]:
            if word.lower() in wanted:
                (capital if word[0].isupper() else small)[word.lower()] += 1
    common = sorted(word for word in wanted if small[word] > capital[word])
    names = sorted(word for word in wanted if capital[word] and not small[word])
    return TitleInArticle(title, tuple(common), tuple(names))


def is_title_case(words: Sequence[HeadlineWord]) -> bool:
    """Whether more than half of the longer words of a headline are capitalised."""
    return _mostly_capitalised([word.text for word in words])


def _mostly_capitalised(words: Iterable[str]) -> bool:
    longer = [word for word in words if len(word) > _SHORT and word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


def uncapitalised(
    words: Sequence[HeadlineWord], forms: VerbForms, known: HeadlineWords, title: TitleInArticle
) -> list[HeadlineWord]:
    """The words of a headline in title case with those in lower case that are no names.

    For words of which the body says nothing those are no names that can only be verbs or small words.
    """
    if not is_title_case(words):
        return list(words)
    return [
        word._replace(text=word.lower)
        if number
        and not _is_capital(word)
        and not is_surname(words, number, known)
        and (
            _is_no_name(word, forms, known, title)
            or _is_infinitive(words, number, forms, known)
            or _is_trailing_participle(words, number, forms)
        )
        else word
        for number, word in enumerate(words)
    ]


def _is_infinitive(words: Sequence[HeadlineWord], at: int, forms: VerbForms, known: HeadlineWords) -> bool:
    """Whether a word between "to" and another word may be an infinitive and is no body ("to Veto Bill")."""
    word, last = words[at], at + 1 == len(words)
    if words[at - 1].lower != "to" or last or words[at + 1].lower in known.follows_passive:
        return False
    return forms.verb_of(word.lower) == word.lower and word.lower not in known.beings


def _is_trailing_participle(words: Sequence[HeadlineWord], at: int, forms: VerbForms) -> bool:
    """Whether a word behind a comma is a participle with more behind it (", Killing 8")."""
    word = words[at]
    form = word.lower.endswith("ing") and forms.verb_of(word.lower) is not None
    return form and words[at - 1].text == "," and at + 1 < len(words) and words[at + 1].text != ","


def is_surname(words: Sequence[HeadlineWord], at: int, known: HeadlineWords) -> bool:
    """Whether a word between a given name and a comma is a name ("Ada Banks, founder of …")."""
    return words[at - 1].lower in known.given_names and at + 1 < len(words) and words[at + 1].text == ","


def _is_capital(word: HeadlineWord) -> bool:
    return word.text.isupper() and len(word.text) > 1


def _is_no_name(word: HeadlineWord, forms: VerbForms, known: HeadlineWords, title: TitleInArticle) -> bool:
    if word.lower in known.small or word.lower in title.common:
        return True
    verb = forms.verb_of(word.lower)
    unlikely = verb is None or word.lower in known.beings
    if unlikely and word.lower in known.persons and word.lower not in title.names:
        return True
    return verb is not None and not forms.is_noun(word.lower) and word.lower not in title.names
