"""Who a speaker is: full names behind surnames, pronouns, "the ministry" and "the statement".

Speakers are resolved in text order against a register of who has been named so far. The rules are
those of recency and agreement: "he" is the last person who spoke, "it" the last institution, "the
ministry" the last ministry. An antecedent that is not found stays unresolved: unknown beats wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from framing.lexicon import Lexicons
from framing.lexicon.schema import WordList
from framing.people.bodies import REACH, Bodies
from framing.people.countries import countries_by_word, country_of
from framing.people.documents import Documents
from framing.people.persons import (
    MAIN,
    Gender,
    PersonMention,
    Persons,
    given_name_of,
    may_be_one,
    surname_of,
)
from framing.people.roles import Roles
from framing.people.salience import Salience
from framing.people.sides import UNKNOWN, ActorMatch, Sides
from framing.people.speaker_nouns import outlet_names, speaker_words
from framing.text.grammar import noun_phrase
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle, plain

CROWD = "crowd_or_unspecified"
_PERSONS = ("named_person", "anonymous_official")
_PERSON_NOUNS = ("anonymous_official", CROWD)
_HE_OR_SHE = ("he", "she", "him", "her", "his")
_GENDERS: Mapping[str, Gender] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_ITSELF = ("i", "we", "me", "us")
_PRONOUNS = (*_HE_OR_SHE, "it", "they", "them", *_ITSELF)
_BODIES = ("institution", "state_metonym", "media", "document")
_DEFINITE = ("the ", "this ", "that ", "these ", "those ")
_AFTER_COMMA = re.compile(r",\s+((?:[A-Z][\w'’.-]+\s?){2,5})$")
_PREPOSITIONS = ("of", "for", "to", "by", "with", "from", "in", "at", "and", "that", "who")
_CAPITALISED = re.compile(r"\s(?:[A-Z][a-z]|U\.?[SKN]\b)")
_BARE = 2
_NEAR = 600
_FAR = 1500
_LONG = 2500
"""Characters after which somebody who spoke is no longer meant: for a body near it, for a body, for a person."""
_BOTH = 400
_SOON = 2
"""Sentences within which *they* takes up who spoke."""
_FULL = re.compile(r"\b(?=([A-Z][\w'’-]+)\s+(?:[A-Z]\.\s+)?([\w'’-]+)\b([^.;\n]{0,90}))")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")
_MEMORY = 300
_OPENING = 100


class Speaker(NamedTuple):
    """A resolved speaker: name, side (empty without a conflict pack), type, and by what it was resolved."""

    name: str
    side: str
    type: str
    by: str = ""


RESOLVED_BY: Mapping[str, str] = {
    "listed-actor": "an actor of the conflict pack",
    "as-written": "the phrase as it stands, without title",
    "named-before": "the person of that surname who spoke before",
    "introduction": "the place where the article first gives the full name",
    "abbreviation": "the body whose short name was given in brackets",
    "office": "the one whom the article gives that office",
    "definite-noun": "the last speaker that the noun fits",
    "definite-topic": "the person that the words before are about, whom the noun fits",
    "only-force": "the force of the only side of the pack that has one so called",
    "author": "whoever wrote the document",
    "name-behind-description": "the name that follows the description",
    "pronoun-subject-above": "the subject of the clause above",
    "pronoun-topic": "the person that the sentence before is about",
    "pronoun-last-speaker": "the last speaker that agrees with the pronoun",
    "pronoun-only-person": "the only person named shortly before",
    "pronoun-open": "nobody that the pronoun could stand for was found",
}
"""By what a speaker was resolved, in plain words."""


def _name_before(head: Token) -> Token | None:
    """The name that an indefinite description explains: "the Sallow Centre, *a group* that opposes the dam"."""
    name = head.head
    described = head.dep == "appos" and head.pos == "NOUN" and name.i < head.i and name.tag in ("NNP", "NNPS")
    indefinite = any(c.lower in ("a", "an") and c.dep == "det" for c in head.children)
    return name if described and indefinite and name.dep != "appos" else None


NOBODY = Speaker("", UNKNOWN, CROWD)


class _Named(NamedTuple):
    """An entry of the register: where it was named, with which head noun."""

    start: int
    head: str
    words: frozenset[str]
    speaker: Speaker
    many: bool = False


def _is_joined(mark: Token) -> bool:
    """Whether a hyphen joins two parts of a name: "Jean-Marie Kohl"."""
    return (
        mark.text == "-" and mark.i > 0 and mark.nbor(-1).pos == "PROPN" and mark.nbor(-1).text[:1].isupper()
    )


@dataclass
class Resolver:
    """Resolves the speakers of one article; ask in text order, since every answer is remembered."""

    parsed: ParsedArticle
    lexicons: Lexicons
    sides: Sides | None
    spoken: frozenset[str] = frozenset()
    """Capitalised heads of the speakers of the article."""
    _register: list[_Named] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.parsed.article.text
        self._words = speaker_words(self.lexicons)
        self._outlets = outlet_names(self.lexicons)

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self.text, self._words.offices)

    @cached_property
    def _persons(self) -> Persons:
        spoken = frozenset(word for word in self.spoken if word.lower() not in self._outlets)
        return Persons(self.parsed, self.lexicons, self.sides, self._words, self._roles, spoken)

    @cached_property
    def _salience(self) -> Salience:
        return Salience(self._persons)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self.parsed, self.lexicons, self._words.types)

    @cached_property
    def _documents(self) -> Documents:
        return Documents(self.parsed, self.lexicons, self._words.types)

    def nobody(self) -> Speaker:
        """The speaker of an attribution that names none."""
        return NOBODY if self.sides else NOBODY._replace(side="")

    def last(self, before: int) -> Speaker | None:
        """Who spoke last before an offset."""
        return next((n.speaker for n in self._back(before)), None)

    def forget_last(self) -> None:
        """Take the last speaker out of the register: whoever is named in a quotation is not who speaks on."""
        if self._register:
            self._register.pop()

    def resolve(self, head: Token, phrase: str, start: int) -> Speaker:
        """The speaker that a noun phrase with this head, at this offset, stands for."""
        speaker = self._resolve(head, _OWNER.sub("", phrase), start)
        if speaker.name and head.pos != "PRON":
            words = frozenset(w.lower() for w in re.findall(r"\w+", phrase))
            many = head.tag in ("NNS", "NNPS") and speaker.type not in ("named_person", "institution")
            self._register.append(_Named(start, self._key(head), words, speaker, many))
        elif speaker.name:
            many = " and " in phrase
            self._register.append(_Named(start, "", frozenset(), speaker, many))
        return speaker

    def resolve_name(self, phrase: str, start: int) -> Speaker:
        """The speaker that a phrase names where there is no parse of it, as in a headline."""
        match = self.sides.of_phrase(phrase) if self.sides else None
        person = self._persons.named_by(phrase)
        if person is not None and (match is None or match.kind != "actor"):
            speaker = self._known_person(person, start)._replace(by="as-written")
            self._register.append(_Named(start, surname_of(person), frozenset(), speaker))
            return speaker
        kind = self._words.types.get(phrase.split()[-1].lower(), CROWD)
        side = match.side if match else UNKNOWN if self.sides else ""
        if match is not None and match.kind == "actor":
            speaker = Speaker(match.canonical, side, match.type, "listed-actor")
        else:
            speaker = Speaker(phrase, side, kind, "as-written")
        self._register.append(_Named(start, phrase.split()[-1], frozenset(phrase.lower().split()), speaker))
        return speaker

    def _back(self, before: int) -> Iterator[_Named]:
        recent = islice(reversed(self._register), _MEMORY)
        return (named for named in recent if named.start < before)

    @staticmethod
    def _key(head: Token) -> str:
        return head.text if head.pos == "PROPN" else head.lemma.lower()

    def _resolve(self, head: Token, phrase: str, start: int) -> Speaker:
        if head.pos == "PRON" and head.lower in _PRONOUNS:
            return self._pronoun(head, start)
        explained = _name_before(head)
        if explained is not None:
            return self._explained(head, explained, start)
        match = self._decisive(head, phrase)
        kind = self._type(head, phrase, match)
        side = self._side(phrase, match)
        if kind in _PERSON_NOUNS and (described := self._named_behind(head, phrase, kind)) is not None:
            return self._apposed(described, side)
        if kind == "named_person":
            return self._person(head, phrase, start, match, side)
        if match is not None and match.kind == "actor" and self._covers(match, head, phrase):
            return Speaker(match.canonical, side, kind, "listed-actor")
        known = self._known_before(head, phrase, kind, side, start)
        return known if known is not None else self._as_written(phrase, match, kind, side)

    def _explained(self, head: Token, name: Token, start: int) -> Speaker:
        """Who the name is that an apposition explains."""
        first = name.left_edge.idx
        words = head.parse.text[first : head.left_edge.idx].rstrip(" ,–—(")
        return self._resolve(name, words, start - head.left_edge.idx + first)

    @staticmethod
    def _as_written(phrase: str, match: ActorMatch | None, kind: str, side: str) -> Speaker:
        """A phrase by itself; an institution of the list by its usual name."""
        same = match is not None and match.kind == "actor" and match.type == kind == "institution"
        name = match.canonical if match is not None and same else phrase
        return Speaker(name, side, kind, "listed-actor" if same else "as-written")

    def _known_before(self, head: Token, phrase: str, kind: str, side: str, start: int) -> Speaker | None:
        """Who an abbreviation or "the ministry" stands for, where the article has named it before."""
        if kind == "institution" and (named := self._abbreviated(phrase, start)) is not None:
            return named._replace(by="abbreviation")
        noun = head.pos == "NOUN" or head.text.islower()
        if not noun or not phrase.lower().startswith(_DEFINITE):
            return None
        listed = self._words.types.get(head.lemma.lower()) in _PERSON_NOUNS
        one = listed and kind in _PERSON_NOUNS and head.tag in ("NN", "NNP")
        if one and (holder := self._holder(head, start, side)) is not None:
            return holder
        if _CAPITALISED.search(phrase) or side not in ("", UNKNOWN):
            return None
        if one:
            return self._person_called(head, start)
        antecedent = self._antecedent(head, phrase, kind, start)
        if antecedent is None or antecedent.by:
            return antecedent
        return antecedent._replace(by="definite-noun")

    def _holder(self, head: Token, start: int, side: str) -> Speaker | None:
        """Whoever the article calls by an office ("the governor"); None where another person has spoken since, of whom
        the article does not say what that one is."""
        name = self._office_holder(head, start, side)
        if name is None:
            return None
        last = next((n for n in self._back(start) if n.speaker.type == "named_person"), None)
        if last is not None and self._may_be_meant_instead(last, surname_of(name), start):
            return None
        if self._is_about_another(name, head.lemma.lower(), start):
            return None
        return self._known_person(name, start)._replace(by="office")

    def _office_holder(self, head: Token, start: int, side: str) -> str | None:
        """The name of whoever holds an office with all its modifiers, a country's by what is known of it."""
        noun = head.lemma.lower()
        modifiers = [c.text for c in head.children if c.dep in ("amod", "compound", "nmod") and c.i < head.i]
        modifiers += [t.text for c in head.children if c.dep == "prep" for t in c.subtree if t.pos == "PROPN"]
        name = self._roles.holder(noun, modifiers, start)
        if name is not None or not any(word[:1].isupper() for word in modifiers):
            return name
        name = self._roles.holder(noun, [word for word in modifiers if word.islower()], start)
        return name if name is not None and self._is_of_country(name, noun, side) else None

    def _is_about_another(self, name: str, noun: str, start: int) -> bool:
        """Whether the words before are about another person, who may hold the office too: the article does not say."""
        topic = self._salience.topic(start, "")
        if topic is None or topic.noun or surname_of(topic.name) == surname_of(name):
            return False
        offices = self._roles.offices(surname_of(topic.name))
        return not offices or noun in offices

    def _may_be_meant_instead(self, last: _Named, surname: str, start: int) -> bool:
        """Whether somebody of another surname, whose office is unknown, has spoken since a surname last stood."""
        other = surname_of(last.speaker.name)
        since = other != surname and last.start > self._roles.last_named(surname, start)
        return since and not self._roles.offices(other)

    def _is_of_country(self, name: str, noun: str, side: str) -> bool:
        """Whether the holder of an office may be that of a country named with it ("the US president").

        By the pack, or where the text gives the office to nobody else and to its holder no other country.
        """
        if side not in ("", UNKNOWN):
            return self._known_person(name, len(self.text)).side == side
        held = [holder for holder in self._roles.holders if holder.noun == noun]
        others = {surname_of(holder.name) for holder in held} - {surname_of(name)}
        return not others and not any(word in countries_by_word() for h in held for word in h.words)

    def _person_called(self, head: Token, start: int) -> Speaker | None:
        """Whom "the expert" takes up: whoever was called so without a name, else the person spoken of, whom it fits."""
        noun = head.lemma.lower()
        called = self._called_so(noun, False, start) or self._told_of(noun, start)
        bare = (
            called is not None
            and called.name.lower().startswith(_DEFINITE)
            and len(called.name.split()) <= _BARE
        )
        if called is not None and not bare:
            return called._replace(by="definite-noun")
        if noun in self.lexicons.words("offices", "anonymous"):
            return None
        if any(c.lower in self.lexicons.words("offices", "another") for c in head.children):
            return None
        found = self._spoken_of(head, start, self._persons.gender("", noun))
        if found is None or found.type != "named_person" or not self._may_be_called(noun, found.name):
            return None
        return found._replace(by="definite-topic") if self._is_last_named(found.name, noun, start) else None

    def _is_last_named(self, name: str, noun: str, start: int) -> bool:
        """Whether nobody else whom the noun fits was named since a person last was, outside quoted words."""
        for mention in reversed(self._persons.mentions):
            if mention.start >= start or mention.quoted or mention.noun:
                continue
            if surname_of(mention.name) == surname_of(name):
                return True
            if self._may_be_called(noun, mention.name):
                return False
        return True

    def _told_of(self, noun: str, start: int) -> Speaker | None:
        """Somebody without a name who was newly told of by a noun ("A senior diplomat")."""
        for mention in reversed(self._persons.mentions):
            new = mention.noun == noun and not mention.name.lower().startswith(_DEFINITE)
            if new and mention.start < start and start - mention.start < _FAR and not mention.quoted:
                return self._mentioned(mention, "")
        return None

    def _may_be_called(self, noun: str, name: str) -> bool:
        """Whether a noun fits a person, by the offices that the article gives to this one and to others."""
        offices = self._roles.offices(surname_of(name))
        if noun in offices:
            return True
        if any(holder.noun == noun for holder in self._roles.holders):
            return False
        if not offices:
            return noun != "official"
        kinds = {kind for office in offices for kind in self._kinds_of(office)}
        return bool(kinds & {*self._kinds_of(noun), *self.lexicons.words("offices", noun)})

    def _kinds_of(self, office: str) -> frozenset[str]:
        """The kinds of office that a noun names."""
        return frozenset(entry.id for entry in self.lexicons.of("roles", WordList) if office in entry.words)

    def _known_person(self, name: str, start: int) -> Speaker:
        """A person named elsewhere in the text, as the pack or the article knows them."""
        match = self.sides.of_phrase(name) if self.sides else None
        if match is not None and match.type == "named_person" and self._is_listed(name, match):
            return Speaker(match.canonical, match.side, "named_person")
        surname = surname_of(name)
        known = self._spoke_before(name, start)
        if known is not None:
            return known
        introduced = self._introduction(surname, start)
        side = introduced[1] if introduced is not None else UNKNOWN if self.sides else ""
        full = max(
            (name, *self._persons.names_of(surname)),
            key=lambda one: (may_be_one(one, name), len(one.split())),
        )
        return Speaker(full, side, "named_person")

    def _is_listed(self, name: str, match: ActorMatch) -> bool:
        """Whether a name is that of a listed person, not of a namesake whom the article introduces."""
        if surname_of(name) not in match.canonical.split() and surname_of(match.canonical) != surname_of(
            name
        ):
            return given_name_of(name) == "" or may_be_one(name, match.canonical)
        if given_name_of(name):
            return may_be_one(name, match.canonical)
        people = self._persons.names_of(surname_of(name))
        return not people or any(may_be_one(person, match.canonical) for person in people)

    def _named_behind(self, head: Token, phrase: str, kind: str) -> str | None:
        """The full name that ends a description ("the head of the agency, Olena Kravets", "party chief Nadia Berg")."""
        named = _AFTER_COMMA.search(phrase) if kind == "anonymous_official" else None
        return named.group(1) if named is not None else self._name_at_end(head, phrase)

    def _name_at_end(self, head: Token, phrase: str) -> str | None:
        """The full name at the end of a phrase, where no preposition stands between its noun and the name."""
        bare = re.split(r"[,(]", phrase)[0].rstrip()
        at = bare.find(head.text)
        names = [n for names in self._persons.full_names.values() for n in names if given_name_of(n)]
        name = next((n for n in names if bare.endswith(n)), None)
        if name is None or at < 0 or head.tag == "NNS":
            return None
        between = bare[at : len(bare) - len(name)].split()
        return name if between and self._leads_to_name(between) else None

    def _leads_to_name(self, between: Sequence[str]) -> bool:
        """Whether words before a name are its description: no preposition, but in a title with its country."""
        if between[1:2] == ["of"] and between[0] in self._words.titles:
            return not any(self._persons.is_title(word) or word.islower() for word in between[2:])
        return not any(word in _PREPOSITIONS for word in between)

    def _apposed(self, name: str, side: str) -> Speaker:
        """The person whose name follows a description ("the head of the agency, Olena Kravets")."""
        words = name.split()
        while len(words) > 1 and words[0] in self._words.titles:
            words.pop(0)
        match = self.sides.of_phrase(name) if self.sides else None
        if match is not None and match.type == "named_person":
            return Speaker(match.canonical, match.side, "named_person", "name-behind-description")
        return Speaker(" ".join(words), side, "named_person", "name-behind-description")

    def _pronoun(self, head: Token, start: int) -> Speaker:
        pronoun = head.lower
        nobody = Speaker("", UNKNOWN if self.sides else "", CROWD, "pronoun-open")
        if pronoun in _HE_OR_SHE:
            found = self._spoken_of(head, start, _GENDERS[pronoun])
            return found or nobody._replace(type="named_person")
        if pronoun in _ITSELF:
            return nobody
        many = pronoun in ("they", "them")
        for named in self._back(start):
            kind = named.speaker.type
            fits = named.many or kind in _BODIES if many else not named.many and kind in _BODIES
            if start - named.start > _FAR or (many and self._sentences_since(named, start) > _SOON):
                break
            if fits and not (many and kind == "document"):
                return named.speaker._replace(by="pronoun-last-speaker")
        return nobody

    def _sentences_since(self, named: _Named, start: int) -> int:
        """How many sentences lie between somebody named and a place."""
        return self._salience.sentence_of(start) - self._salience.sentence_of(named.start)

    def _spoken_of(self, head: Token, start: int, gender: Gender) -> Speaker | None:
        """The person that a pronoun or noun takes up: the subject of a clause above, the topic of the sentences before,
        whoever spoke last, the only one named; None where it is not clear."""
        above = self._salience.above(head, start, gender) if head.pos == "PRON" else None
        if above is not None:
            return self._mentioned(above, "pronoun-subject-above")
        topic = self._salience.topic(start, gender)
        last = self._last_agreeing(start, gender)
        if topic is not None and (last is None or self._is_nearer(topic, last)):
            return self._mentioned(topic, "pronoun-topic") if self._is_told_of(topic) else None
        if last is not None:
            return last.speaker._replace(by="pronoun-last-speaker")
        only = self._salience.only_one(start, gender)
        return self._mentioned(only, "pronoun-only-person") if only is not None else None

    def _last_agreeing(self, start: int, gender: Gender) -> _Named | None:
        """The last person who spoke and may be of a gender."""
        for named in self._back(start):
            if start - named.start > _LONG:
                return None
            if named.speaker.type in _PERSONS and not named.many:
                noun = "" if named.speaker.type == "named_person" else named.head.lower()
                if not gender or self._persons.gender(named.speaker.name, noun) in ("", gender):
                    return named
        return None

    def _is_nearer(self, topic: PersonMention, last: _Named) -> bool:
        """Whether the topic stands in a later sentence than who spoke last, or is its main subject."""
        if topic.start <= last.start < topic.end:
            return False
        spoke = self._salience.sentence_of(last.start)
        return topic.sentence > spoke or (topic.sentence == spoke and topic.rank == MAIN)

    def _is_told_of(self, topic: PersonMention) -> bool:
        """Whether a topic is a name, the holder of an office, or somebody newly told of, not "the driver" in passing."""
        return (
            not topic.noun
            or not topic.name.lower().startswith(_DEFINITE)
            or self._office_of(topic) is not None
        )

    def _office_of(self, mention: PersonMention) -> str | None:
        """The name of whoever holds the office that a mention tells of, if it is a bare one."""
        words = mention.name.split()[1:-1]
        return self._roles.holder(mention.noun, words, mention.start)

    def _mentioned(self, mention: PersonMention, by: str) -> Speaker:
        """The speaker that a mention of a person makes."""
        if not mention.noun:
            return self._known_person(mention.name, mention.start)._replace(by=by)
        holder = self._office_of(mention)
        if holder is not None:
            return self._known_person(holder, mention.start)._replace(by=by)
        kind = self._words.types.get(mention.noun, CROWD)
        side = self.sides.side_of(mention.name) if self.sides else ""
        return Speaker(mention.name, side, kind, by)

    def _decisive(self, head: Token, phrase: str) -> ActorMatch | None:
        """The actor that the head belongs to, else what decides the side of the phrase."""
        if self.sides is None:
            return None
        for match in self.sides.find(phrase):
            covers = match.kind != "marker" and self._covers(match, head, phrase)
            if covers and (
                match.type != "named_person" or self._is_listed(self._name(head) or head.text, match)
            ):
                return match
        deciding = self.sides.of_phrase(phrase)
        return None if deciding and self._is_namesake(deciding, head, phrase) else deciding

    def _is_namesake(self, match: ActorMatch, head: Token, phrase: str) -> bool:
        """Whether the form of a listed person is a part of another person's name ("Abbas" in "Abbas Karimi")."""
        if match.type != "named_person":
            return False
        goes_on = re.match(r"[ \u00a0][A-Z]", phrase[match.end : match.end + 2]) is not None
        return goes_on or self._covers(match, head, phrase)

    @staticmethod
    def _covers(match: ActorMatch, head: Token, phrase: str) -> bool:
        return head.text in plain(phrase)[match.start : match.end].split() or (
            plain(phrase)[match.start : match.end].endswith(head.text)
        )

    def _side(self, phrase: str, match: ActorMatch | None) -> str:
        if self.sides is None:
            return ""
        if match is None:
            return UNKNOWN
        return match.side if match.kind == "actor" else self.sides.side_of(phrase)

    def _type(self, head: Token, phrase: str, match: ActorMatch | None) -> str:
        types = self._words.types
        covered = match is not None and self._covers(match, head, phrase)
        if match is not None and match.kind == "actor" and covered:
            return match.type
        kind = types.get(head.lemma.lower()) or types.get(head.lower)
        if head.tag == "NNPS" and match is None and kind is None and self._is_group(head):
            return CROWD
        if not _is_name(head, kind):
            return kind or CROWD
        if covered:
            return CROWD if head.tag == "NNPS" or head.lower.endswith("ians") else "state_metonym"
        return self._type_of_name(head, kind)

    def _type_of_name(self, head: Token, kind: str | None) -> str:
        """The type of a capitalised head that no pack knows; `kind` is that of its noun, where it is one."""
        name = self._name(head)
        if name.lower() in self._outlets:
            return "media"
        if kind in ("institution", "media", "document") or (kind is not None and not name):
            return kind
        if name.isupper() and len(name) > 1:
            return "institution"
        return "state_metonym" if self._is_state(name) else "named_person"

    def _is_state(self, name: str) -> bool:
        """Whether a name is a country's or its capital's, and nobody's surname in the article."""
        bare = name.replace(".", "").removeprefix("the ").casefold()
        country = countries_by_word().get(bare) or countries_by_word().get(f"new {bare}")
        return (
            country is not None
            and country.demonym.casefold() != bare
            and name not in self._persons.full_names
        )

    def _is_group(self, head: Token) -> bool:
        """Whether a capitalised plural names a group ("Democrats"): nobody of the article has that surname."""
        alone = len(self._name(head).split()) == 1
        return alone and self._introduction(head.text, len(self.text)) is None

    def _name(self, head: Token) -> str:
        """The run of capitalised words around a head, without titles."""
        parse, at = head.parse, head.i
        while at > 0 and (parse[at - 1].pos == "PROPN" or _is_joined(parse[at - 1])):
            at -= 1
        kept = parse.text[parse[at].idx : head.idx + len(head.text)].split()
        titles = [n for n, word in enumerate(kept[:-1]) if self._persons.is_title(word)]
        if titles and all(self._leads(word) for word in kept[: titles[-1]]):
            kept = kept[titles[-1] + 1 :]
        return " ".join(kept) if kept != [head.text] or head.text not in self._words.titles else ""

    def _leads(self, word: str) -> bool:
        """Whether a word may stand before a title ("Dallas Police Chief …") and is no given name ("Ann King Jr.")."""
        return self._persons.is_title(word) or not self._persons.gender_of_given(word)

    def _person(self, head: Token, phrase: str, start: int, match: ActorMatch | None, side: str) -> Speaker:
        if match is not None and match.type == "named_person" and self._covers(match, head, phrase):
            return Speaker(match.canonical, match.side, "named_person", "listed-actor")
        name = self._name(head) or head.text
        surname = surname_of(name)
        namesakes = self._persons.names_of(surname)
        if len(namesakes) > 1:
            name = self._one_of(namesakes, name, phrase, start)
        if len(namesakes) < 2 or given_name_of(name):
            known = self._spoke_before(name, start)
            if known is not None:
                has_side = known.side not in ("", UNKNOWN) or side == UNKNOWN
                return known if has_side else known._replace(side=side)
        return self._introduced(name, side, start, alone=len(namesakes) < 2)

    def _introduced(self, name: str, side: str, start: int, *, alone: bool) -> Speaker:
        """A person by the full name that the article gives, with the side that it tells there."""
        introduced = self._introduction(surname_of(name), start) if alone else None
        if introduced is None or not may_be_one(introduced[0], name):
            return Speaker(name, side, "named_person", "as-written")
        full, at_side = introduced
        name = full if len(full.split()) > len(name.split()) else name
        return Speaker(name, side if side not in ("", UNKNOWN) else at_side, "named_person", "introduction")

    def _spoke_before(self, name: str, start: int) -> Speaker | None:
        """Whoever of that name has spoken before."""
        for named in self._back(start):
            known = named.speaker
            same = known.type == "named_person" and surname_of(known.name) == surname_of(name)
            if same and may_be_one(known.name, name):
                return known._replace(by="named-before")
        return None

    def _one_of(self, namesakes: Sequence[str], name: str, phrase: str, start: int) -> str:
        """Which of the people of one surname is meant: by the given name, the title, else whoever was named last in
        full; the surname alone where two have just been named."""
        if given_name_of(name):
            return name
        title = phrase.split()[0]
        men = title in self.lexicons.words("genders", "titles_of_men")
        women = title in self.lexicons.words("genders", "titles_of_women")
        gender = "m" if men else "f" if women else ""
        fits = [one for one in namesakes if not gender or self._persons.gender(one) in ("", gender)]
        if len(fits) == 1:
            return fits[0]
        named = [one for one in fits if self.text.find(one, max(0, start - _BOTH), start) >= 0]
        if len(named) == 1:
            return named[0]
        return name if named else self._persons.name_at(start, surname_of(name))

    def _introduction(self, surname: str, start: int) -> tuple[str, str] | None:
        """Full name and side of a surname, from the place where the article first names it in full."""
        for found in self._full_names.get(surname, ()):
            if not self._may_be_given(found.group(1), surname):
                continue
            if found.end(2) > start:
                return f"{found.group(1)} {surname}", UNKNOWN if self.sides else ""
            around = re.split(r"[.;\n]\s", self.text[max(0, found.start() - 50) : found.end(1)])[-1]
            side = self.sides.side_of(around) if self.sides else ""
            behind = self.text[found.end(2) : min(found.end(3), start)]
            if side == UNKNOWN and self.sides and behind.startswith((",", " (")):
                side = self.sides.side_of(behind)
            return f"{found.group(1)} {surname}", side
        return None

    @cached_property
    def _full_names(self) -> Mapping[str, list[re.Match[str]]]:
        """Pairs of a capitalised word and what follows it, by the second word, in text order."""
        pairs: dict[str, list[re.Match[str]]] = {}
        for match in _FULL.finditer(self.text):
            pairs.setdefault(match.group(2), []).append(match)
        return pairs

    def _may_be_given(self, word: str, surname: str) -> bool:
        """Whether a capitalised word before a surname is a given name: no title, no word for a country, no word that only
        opens a sentence ("When Berg …")."""
        if word in self._words.titles or self._is_marker(word) or country_of(word) is not None:
            return False
        if any(word in name.split() for name in self._persons.names_of(surname)):
            return True
        if word.lower() in self.lexicons.words("grammar", "dual"):
            return False
        return re.search(rf"\b{re.escape(word.lower())}\b", self.text) is None

    def _is_marker(self, word: str) -> bool:
        """Whether a word ties a name to a country ("Israeli"), so that it is no given name."""
        match = self.sides.of_phrase(word) if self.sides else None
        return match is not None and match.kind != "actor"

    def _abbreviated(self, phrase: str, start: int) -> Speaker | None:
        """The body whose short name was given in brackets before ("the Road Safety Board (RSB)" … "the RSB")."""
        short = phrase.split()[-1] if phrase.split() else ""
        if not (short.isupper() and len(short) > 1):
            return None
        at = self.text.find(f"({short})", 0, start)
        if at < 0:
            return None
        for named in self._register:
            if named.start <= at <= named.start + _OPENING:
                return named.speaker
        match = self.sides.of_phrase(self.text[max(0, at - _OPENING // 2) : at]) if self.sides else None
        return Speaker(match.canonical, match.side, match.type) if match and match.kind == "actor" else None

    def _antecedent(self, head: Token, phrase: str, kind: str, start: int) -> Speaker | None:
        """Who "the ministry", "the officials" or "the statement" is."""
        noun = head.lemma.lower()
        if kind == "document":
            return self._author(noun, start)
        same = self._called_so(noun, head.tag in ("NNS", "NNPS"), start)
        if same is not None:
            return same
        if kind in ("institution", "media"):
            body = self._body(head, noun, kind, start)
            return body or self._listed_before(noun, start) or self._only_force(noun, phrase, start)
        return self._listed_before(noun, start)

    def _author(self, noun: str, start: int) -> Speaker | None:
        """Whoever wrote the document that a noun takes up, as a document."""
        authored = self._documents.author(noun, start)
        if authored is None:
            return None
        sentence = self.parsed.sentences[authored.sentence]
        span = sentence.span_of(noun_phrase(authored.author))
        who = self._resolve(authored.author, self.text[slice(*span)], span.start)
        return who._replace(type="document", by="author") if who.name else None

    def _called_so(self, noun: str, many: bool, start: int) -> Speaker | None:
        """The last speaker whose phrase has a noun for its head, or the last body with it in its name."""
        for named in self._back(start):
            body = named.speaker.type in _BODIES and noun in named.speaker.name.lower().split()
            document = named.speaker.type == "document"
            if not document and (body or noun == named.head.lower()) and (many or not named.many):
                return named.speaker
        return None

    def _body(self, head: Token, noun: str, kind: str, start: int) -> Speaker | None:
        """The body that a noun stands for: one named so, or, for "the agency", the last one."""
        if kind == "institution" and (named := self._body_named(noun, start)) is not None:
            return named
        generic = kind == "media" or noun in self.lexicons.words("grammar", "generic_bodies")
        if len(list(head.subtree)) > _BARE or not generic:
            return None
        last = next((n for n in self._back(start) if n.speaker.type == kind), None)
        if last is not None and start - last.start <= (REACH if kind == "institution" else _NEAR):
            return self._last_body(last, noun, start)
        called = self._bodies.called(noun, start)
        return self._as_body(called) if called is not None else None

    def _last_body(self, last: _Named, noun: str, start: int) -> Speaker | None:
        """The body that spoke last, by its full name, where no other one that the noun fits was named since."""
        name = re.sub("^[Tt]he ", "", last.speaker.name)
        near = self._bodies.since(last.start - 1, start)
        full = next((body.name for body in near if name in body.name), None)
        others = [
            b for b in near if name not in b.name and b.name not in name and self._bodies.fits(noun, b.name)
        ]
        if others or not self._bodies.fits(noun, full or name):
            return None
        return self._as_body(full) if full is not None and len(full) > len(name) else last.speaker

    def _as_body(self, name: str) -> Speaker:
        """A body by its name, as the pack knows it."""
        match = self.sides.of_phrase(name) if self.sides else None
        side = match.side if match is not None else UNKNOWN if self.sides else ""
        listed = match is not None and match.kind == "actor" and match.type == "institution"
        return Speaker(match.canonical if match and listed else name, side, "institution")

    def _only_force(self, noun: str, phrase: str, start: int) -> Speaker | None:
        """ "the military" by its words, with the side of the only one of the pack that has a body so called and has been
        named shortly before."""
        if self.sides is None:
            return None
        sides = self.sides.with_actor_called(noun)
        before = [m for m in self.sides.find(self.text[max(0, start - _FAR) : start]) if m.kind != "place"]
        named = any(m.side in sides for m in before)
        if len(sides) != 1 or not named:
            return None
        return Speaker(phrase, next(iter(sides)), "institution", "only-force")

    def _body_named(self, noun: str, start: int) -> Speaker | None:
        """The body whose name ends in a noun, named last before ("the Israeli military" … "the military").

        None where two such bodies were named shortly before.
        """
        pattern = rf"((?:[A-Z][\w'’.-]*\s)+)(?i:{re.escape(noun)})\b"
        found = list(re.finditer(pattern, self.text[max(0, start - _FAR) : start]))
        names = [
            m for m in found if m[1].split()[-1][:1].isupper() and m[1].strip() not in ("The", "A", "An")
        ]
        if not names:
            return None
        last = names[-1]
        near = {m[1].lower().removeprefix("the ") for m in names if last.start() - m.start() < _NEAR}
        if len(near) > 1:
            return None
        return self._as_body(last[0].removeprefix("The ").strip())

    def _listed_before(self, noun: str, start: int) -> Speaker | None:
        """The actor of the pack so called ("IDF" is called "the Israeli military") that was named last before.

        None where two such actors were named shortly before.
        """
        if self.sides is None:
            return None
        at = max(0, start - _FAR)
        found = [
            m
            for m in self.sides.find(self.text[at:start])
            if m.kind == "actor" and m.type != "named_person" and noun in self.sides.nouns_of(m.canonical)
        ]
        near = {m.canonical for m in found if found[-1].start - m.start < _NEAR}
        return Speaker(found[-1].canonical, found[-1].side, found[-1].type) if len(near) == 1 else None


def _is_name(head: Token, kind: str | None) -> bool:
    """Whether a head is a name: tagged as one, or capitalised inside its sentence and no noun for a speaker.

    A noun for a speaker in lower case ("the defense secretary") is none, whatever its tag.
    """
    if head.text.islower() and kind is not None:
        return False
    return head.pos == "PROPN" or (head.text[:1].isupper() and head.i > 0 and kind is None)
