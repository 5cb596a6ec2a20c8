"""Who is named in an article: people with their full names, where each stands in its sentences, and men and women.

A run of capitalised words is a person where a title stands before it, where it begins with a given name, where the text
gives it an office or where it speaks; after that its surname alone is that person too. What is not known to be a person
is none: an outlet, a ministry or a city is never taken up by *he* or *she*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

from framing.lexicon import Lexicons
from framing.people.countries import country_of
from framing.people.roles import Roles
from framing.people.sides import Sides
from framing.people.speaker_nouns import SpeakerWords
from framing.records.article import Span
from framing.text.grammar import DATES, SUBJECTS
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle, Sentence

Gender = Literal["m", "f", ""]
MAIN, EMBEDDED, ELSEWHERE = 0, 1, 2
"""Where a person stands: as subject of a main clause, as subject of another clause, or elsewhere."""
_PARTICLE = r"(?:al|bin|ibn|de|da|di|du|del|der|van|von|el|la|le|ter|ben)"
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w'’-]*\.?)"
_RUN = re.compile(rf"{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])*{_WORD})*")
_OWNER = re.compile(r"['’]s?\.?$")
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
_OPENING = re.compile(r"(?:An?|The|His|Her|Its|Their|One)(?: [\w-]+){1,5}")
_MOST_WORDS = 4
_INSIDE_NAME = ("compound", "flat", "nmod", "amod", "poss")
_MOST_MENTIONS = 20
_TIMES = 2
_NEAR = 100
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her)\b")
_NAME = re.compile(r"[.!?;\n]|(?<=\s)[A-Z][a-z]")
_MASCULINE = ("he", "his", "him")


class PersonMention(NamedTuple):
    """A person where a text names one, or tells of one by a noun ("a spokeswoman"): then `noun` is that noun."""

    start: int
    end: int
    name: str
    sentence: int
    rank: int
    quoted: bool
    noun: str = ""


def surname_of(name: str) -> str:
    """The last word of a name, a suffix apart.

    >>> surname_of("Amos Bell Jr.")
    'Bell'
    """
    words = [word for word in name.split() if word.strip(".,") not in _SUFFIXES]
    return (words or name.split() or [""])[-1].rstrip(".,")


def given_name_of(name: str) -> str:
    """The first word of a name of several words; empty where it is an initial."""
    words = name.split()
    return words[0] if len(words) > 1 and len(words[0].strip(".")) > 1 else ""


def may_be_one(name: str, other: str) -> bool:
    """Whether two names with one surname may be one person's: no two different given names.

    >>> may_be_one("Asa Berg", "Berg"), may_be_one("Asa Berg", "Nadia Berg"), may_be_one("Mike Berg", "Michael Berg")
    (True, False, True)
    """
    one, two = given_name_of(name).lower(), given_name_of(other).lower()
    if not one or not two or one == two:
        return True
    within = one in name.lower().split() and one in other.lower().split()
    return within or one[:2] == two[:2] or two in name.lower().split() or one in other.lower().split()


@dataclass(frozen=True)
class Persons:
    """The people of an article; `spoken` are capitalised heads of speakers, which are people where nothing else is known."""

    parsed: ParsedArticle
    lexicons: Lexicons
    sides: Sides | None
    words: SpeakerWords
    roles: Roles
    spoken: Set[str]
    _genders: dict[str, Gender] = field(default_factory=dict)

    # -- who there is -------------------------------------------------------------------------------

    @cached_property
    def full_names(self) -> Mapping[str, list[str]]:
        """The names of people by surname, the one first named first."""
        found: dict[str, list[str]] = {}
        for _, name in self._named:
            names = found.setdefault(surname_of(name), [])
            if name not in names:
                names.append(name)
        return found

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """Every full name of a person with its place."""
        return [
            (match.start() + match.group().rfind(name), name)
            for match in _RUN.finditer(self.parsed.article.text)
            for words in self._between_full_stops(match.group().split())
            if (name := self._person_of(words)) is not None
        ]

    def _person_of(self, words: Sequence[str]) -> str | None:
        """The name in a run of capitalised words, where it is a person's."""
        titles = [n for n, word in enumerate(words[:-1]) if self.is_title(word)]
        if titles:
            rest = words[titles[-1] + 1 :]
        else:
            first = next((n for n, word in enumerate(words[:-1]) if self.gender_of_given(word)), None)
            rest = words[first:] if first is not None else []
        name = _OWNER.sub("", " ".join(rest[:_MOST_WORDS]))
        if rest and self._may_name_person(name):
            return name
        return self._of_known_surname(words) if not rest else None

    def named_by(self, phrase: str) -> str | None:
        """The person whom a capitalised phrase without a parse names; a surname alone by its full name."""
        words = phrase.replace("\u00a0", " ").split()
        if not all(word[:1].isupper() for word in words):
            return None
        if len(words) == 1:
            names = self.names_of(phrase) if phrase in self.surnames else []
            return names[0] if len(names) == 1 else None
        return self._person_of(words)

    def _of_known_surname(self, words: Sequence[str]) -> str | None:
        """The name in a run that ends in the surname of somebody who speaks or holds an office, its given name unknown."""
        last = _OWNER.sub("", words[-1])
        given = [word for word in words[-_MOST_WORDS:-1] if self._may_be_given(word)]
        if last not in self._surnames_told or not given or len(given) != len(words[-_MOST_WORDS:-1]):
            return None
        return " ".join((*given, last))

    def _may_be_given(self, word: str) -> bool:
        """Whether a capitalised word before a surname may be a given name: no title, country, day or common word."""
        listed = country_of(word) is not None or self.words.types.get(word.lower()) is not None
        both = word.lower() in self.lexicons.words("grammar", "dual")
        return not (
            listed or both or self.is_title(word) or word in DATES or word.isupper() or self._is_common(word)
        )

    def is_title(self, word: str) -> bool:
        """Whether a capitalised word before a name is a title or an office ("Economist")."""
        return word in self.words.titles or word.lower() in self.words.offices

    def _between_full_stops(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The pieces of a run between full stops that end a sentence; those of initials and titles end none."""
        piece: list[str] = []
        for word in words:
            if word in DATES and piece:
                yield piece
                piece = []
            short = len(word.strip(".")) == 1 or "." in word[:-1] or word in self.words.titles
            ends = word.endswith(".") and not short and not self.is_title(word.rstrip("."))
            piece.append(word.rstrip(".") if ends else word)
            if ends:
                yield piece
                piece = []
        if piece:
            yield piece

    def _may_name_person(self, name: str) -> bool:
        last = surname_of(name)
        lower = last.lower()
        listed = self.words.types.get(lower)
        body = listed in ("institution", "media", "document") or (
            listed is not None and not given_name_of(name)
        )
        elsewhere = country_of(last) is not None or last in DATES or last in self.words.titles
        other = last.isupper() or _OWNER.search(last) is not None
        return len(last) > 1 and not other and not body and not elsewhere

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Surnames that are a person's in this article."""
        listed = {surname_of(name) for name in self._listed}
        return frozenset({*self.full_names, *listed, *self._surnames_told} - {""})

    @cached_property
    def _surnames_told(self) -> frozenset[str]:
        """Surnames of those who hold an office or speak."""
        held = {surname_of(holder.name) for holder in self.roles.holders}
        spoken = {word for word in self.spoken if not self._is_common(word)}
        return frozenset(surname for surname in (*held, *spoken) if self._may_name_person(surname))

    def _is_common(self, word: str) -> bool:
        """Whether a capitalised word also stands in lower case, so that it is no name ("Then")."""
        return re.search(rf"\b{re.escape(word.lower())}\b", self.parsed.article.text) is not None

    @cached_property
    def _listed(self) -> list[str]:
        """Names of people of the conflict pack that stand in the text."""
        found = self.sides.find(self.parsed.article.text) if self.sides else ()
        return list(dict.fromkeys(m.canonical for m in found if m.type == "named_person"))

    def names_of(self, surname: str) -> list[str]:
        """The different people of a surname, by their fullest names."""
        people: list[str] = []
        for name in self.full_names.get(surname, ()):
            at = next((n for n, other in enumerate(people) if may_be_one(name, other)), None)
            if at is None:
                people.append(name)
            elif len(name.split()) > len(people[at].split()):
                people[at] = name
        given = [name for name in people if given_name_of(name)]
        return given or people

    # -- where they stand ---------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> list[PersonMention]:
        """The people of the article in text order."""
        found: list[PersonMention] = []
        for number, sentence in enumerate(self.parsed.sentences):
            if sentence.region != "title":
                found += self._in_sentence(number, sentence)
        return sorted(found)

    def _in_sentence(self, number: int, sentence: Sentence) -> Iterator[PersonMention]:
        tokens = {sentence.start + t.idx: t for t in sentence.parse or ()}
        for match in re.finditer(r"[A-Z][\w’'-]*", sentence.text):
            surname = _OWNER.sub("", match.group())
            if surname not in self.surnames or self._goes_on(sentence.text, match.end()):
                continue
            start = sentence.start + match.start()
            token = tokens.get(start)
            rank = ELSEWHERE if surname != match.group() else _rank(token, sentence, match.start())
            yield self._mention(start, start + len(surname), self.name_at(start, surname), number, rank)
        if sentence.parse is None and (opening := self._opening(number, sentence)) is not None:
            yield opening
        for token in tokens.values():
            if token.dep in SUBJECTS and token.tag == "NN" and self._is_person_noun(token):
                start = sentence.start + token.left_edge.idx
                phrase = sentence.text[token.left_edge.idx : token.idx + len(token.text)]
                yield self._mention(
                    start, start + len(phrase), phrase, number, _of_clause(token.head), token.lemma.lower()
                )

    def _mention(
        self, start: int, end: int, name: str, number: int, rank: int, noun: str = ""
    ) -> PersonMention:
        quoted = self.parsed.inside_quotation(Span(start, end))
        return PersonMention(start, end, name, number, rank, quoted, noun)

    def _opening(self, number: int, sentence: Sentence) -> PersonMention | None:
        """The noun for a person that opens a sentence without a parse ("A senior diplomat flew home")."""
        found = _OPENING.match(sentence.text)
        words = found.group().split() if found is not None else []
        at = next((n for n, word in enumerate(words) if n and word.lower() in self.words.offices), None)
        if at is None or (at + 1 < len(words) and words[at + 1].lower() in self.words.types):
            return None
        phrase = " ".join(words[: at + 1])
        return self._mention(
            sentence.start, sentence.start + len(phrase), phrase, number, MAIN, words[at].lower()
        )

    def _is_person_noun(self, token: Token) -> bool:
        office = token.lemma.lower() in self.words.offices
        person = office or token.lemma.lower() in ("man", "woman", "boy", "girl")
        return person and not any(c.dep == "appos" for c in token.children)

    @staticmethod
    def _goes_on(text: str, end: int) -> bool:
        """Whether a capitalised word goes on as the name of something else ("Trump Tower", "the Biden administration")."""
        following = re.match(r"[ \u00a0]([A-Za-z]+)", text[end : end + 20])
        if following is None:
            return False
        word = following.group(1)
        return word[:1].isupper() and word not in DATES

    def name_at(self, start: int, surname: str) -> str:
        """The full name of whoever is called by a surname at a place: of several people the one named in full last."""
        names = self.names_of(surname)
        if len(names) < 2:
            return names[0] if names else surname
        at = bisect_left(self._named, (start + 1, ""))
        last = next(
            (
                name
                for _, name in reversed(self._named[:at])
                if surname_of(name) == surname and given_name_of(name)
            ),
            None,
        )
        return next((name for name in names if last and may_be_one(name, last)), surname)

    # -- men and women ------------------------------------------------------------------------------

    def gender_of_given(self, word: str) -> Gender:
        """The gender that a given name tells; empty where it tells none."""
        bare = word.rstrip(".")
        if bare in self._words("names_of_men") or bare in self._words("names_of_men_elsewhere"):
            return "m"
        women = bare in self._words("names_of_women") or bare in self._words("names_of_women_elsewhere")
        return "f" if women else ""

    def _words(self, entry: str) -> frozenset[str]:
        return self.lexicons.words("genders", entry)

    def gender(self, name: str, noun: str = "") -> Gender:
        """Whether a person is a man or a woman: by the noun, the title, the given name, else by the pronouns near the surname."""
        if noun:
            return (
                "m"
                if noun in self._words("nouns_for_men")
                else "f"
                if noun in self._words("nouns_for_women")
                else ""
            )
        if name not in self._genders:
            self._genders[name] = (
                self._gender_by_title(name) or self._gender_by_names(name) or self._gender_by_pronouns(name)
            )
        return self._genders[name]

    def _gender_by_title(self, name: str) -> Gender:
        own = given_name_of(name)
        pattern = rf"\b([A-Z][a-z]+)\.? (?:{re.escape(own)} )?{re.escape(surname_of(name))}\b"
        titles = Counter(re.findall(pattern, self.parsed.article.text))
        men = sum(n for title, n in titles.items() if title in self._words("titles_of_men"))
        women = sum(n for title, n in titles.items() if title in self._words("titles_of_women"))
        return "" if men == women else "m" if men > women else "f"

    def _gender_by_names(self, name: str) -> Gender:
        full = name if given_name_of(name) else next(iter(self.names_of(surname_of(name))), name)
        return self.gender_of_given(given_name_of(full))

    def _gender_by_pronouns(self, name: str) -> Gender:
        text = self.parsed.article.text
        mentions = islice(re.finditer(rf"\b{re.escape(surname_of(name))}\b", text), _MOST_MENTIONS)
        behind = [(m, _PRONOUN.search(text, m.end(), m.end() + _NEAR)) for m in mentions]
        near = [p.group() for m, p in behind if p is not None and not _NAME.search(text, m.end(), p.start())]
        men = sum(word in _MASCULINE for word in near)
        women = len(near) - men
        return "m" if men > _TIMES * women else "f" if women > _TIMES * men else ""


def _rank(token: Token | None, sentence: Sentence, at: int) -> int:
    """Where a name stands in its sentence; the name that opens one is its subject, whatever the parse."""
    before = sentence.text[:at].split()
    opens = len(before) <= _MOST_WORDS and all(word[:1].isupper() and "," not in word for word in before)
    if token is None:
        return MAIN if opens and sentence.parse is None else ELSEWHERE
    at_head = token
    while at_head.dep in (*_INSIDE_NAME, "appos") and at_head.head is not at_head:
        if at_head.dep != "appos" and (at_head.dep == "poss" or at_head.head.pos != "PROPN"):
            return ELSEWHERE
        at_head = at_head.head
    if at_head.dep in SUBJECTS:
        return _of_clause(at_head.head)
    return MAIN if opens and at_head is token else ELSEWHERE


def _of_clause(verb: Token) -> int:
    """The rank of the subject of a verb."""
    above = verb
    while above.dep == "conj" and above.head is not above:
        above = above.head
    return MAIN if above.dep == "ROOT" else EMBEDDED


def agreeing(mentions: Iterable[PersonMention], persons: Persons, gender: Gender) -> list[PersonMention]:
    """The mentions that a pronoun or noun of a gender may stand for."""
    return [m for m in mentions if not gender or persons.gender(m.name, m.noun) in ("", gender)]


def of_sentences(mentions: Sequence[PersonMention], first: int, last: int) -> list[PersonMention]:
    """The mentions of some sentences, by number, outside quotation marks."""
    return [m for m in mentions if first <= m.sentence <= last and not m.quoted]
