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
from framing.people.roles import Roles
from framing.people.sides import UNKNOWN, ActorMatch, Sides
from framing.people.speaker_nouns import outlet_names, speaker_words
from framing.text.parse import Token
from framing.text.sentences import plain

CROWD = "crowd_or_unspecified"
_PERSONS = ("named_person", "anonymous_official")
_HE_OR_SHE = ("he", "she", "him", "her", "his")
_PRONOUNS = (*_HE_OR_SHE, "it", "they", "them", "i", "we")
_BODIES = ("institution", "state_metonym", "media", "document")
_AFTER_COMMA = re.compile(r",\s+((?:[A-Z][\w'’.-]+\s?){2,5})$")
_BARE = 2
_NEAR = 600
_FAR = 1500
_FULL = re.compile(r"\b(?=([A-Z][\w'’-]+)\s+(?:[A-Z]\.\s+)?([\w'’-]+)\b([^.;\n]{0,90}))")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")
_MEMORY = 300
_MENTIONS = 20
_OPENING = 100
_SENTENCE_START = re.compile(r"(?:[.!?][\"”’')]*\s+|\n+)")
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her)\b")
_NAME = re.compile(r"[.!?;\n]|(?<=\s)[A-Z][a-z]")
_GENDERED = re.compile(r"(wo)?m[ae]n$")


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
    "name-behind-description": "the name that follows the description",
    "pronoun-topic": "the person that the sentence before is about",
    "pronoun-last-speaker": "the last speaker that agrees with the pronoun",
    "pronoun-last-person": "the last person of the pack named shortly before",
    "pronoun-open": "nobody that the pronoun could stand for was found",
}
"""By what a speaker was resolved, in plain words."""

NOBODY = Speaker("", UNKNOWN, CROWD)


class _Named(NamedTuple):
    """An entry of the register: where it was named, with which head noun."""

    start: int
    head: str
    words: frozenset[str]
    speaker: Speaker
    many: bool = False


@dataclass
class Resolver:
    """Resolves the speakers of one article; ask in text order, since every answer is remembered."""

    text: str
    lexicons: Lexicons
    sides: Sides | None
    _register: list[_Named] = field(default_factory=list)
    _genders: dict[str, str] = field(default_factory=dict)
    _documents: list[tuple[int, str, Speaker]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._words = speaker_words(self.lexicons)
        self._outlets = outlet_names(self.lexicons)

    @cached_property
    def _roles(self) -> Roles:
        people = ("anonymous_official", CROWD, "named_person")
        return Roles(self.text, {noun for noun, kind in self._words.types.items() if kind in people})

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
        self._note_document(head, speaker, start)
        return speaker

    def _note_document(self, head: Token, speaker: Speaker, start: int) -> None:
        """Remember whose a document is: "the lawmakers said in a statement"."""
        if not speaker.name or speaker.type == "document":
            return
        for preposition in head.head.children:
            for noun in preposition.children if preposition.lower in ("in", "through", "via") else ():
                if noun.dep == "pobj" and self._words.types.get(noun.lemma.lower()) == "document":
                    self._documents.append((start, noun.lemma.lower(), speaker))

    def resolve_name(self, phrase: str, start: int) -> Speaker:
        """The speaker that a phrase names where there is no parse of it, as in a headline."""
        match = self.sides.of_phrase(phrase) if self.sides else None
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
            return self._pronoun(head.lower, start)
        match = self._decisive(head, phrase)
        kind = self._type(head, phrase, match)
        side = self._side(phrase, match)
        if kind == "anonymous_official" and (named := _AFTER_COMMA.search(phrase)) is not None:
            return self._apposed(named.group(1), side)
        if kind == "named_person":
            return self._person(head, phrase, start, match, side)
        if match is not None and match.kind == "actor" and self._covers(match, head, phrase):
            return Speaker(match.canonical, side, kind, "listed-actor")
        known = self._known_before(head, phrase, kind, side, start)
        if known is not None:
            return known
        same = match is not None and match.kind == "actor" and match.type == kind == "institution"
        name = match.canonical if match is not None and same else phrase
        return Speaker(name, side, kind, "listed-actor" if same else "as-written")

    def _known_before(self, head: Token, phrase: str, kind: str, side: str, start: int) -> Speaker | None:
        """Who an abbreviation or "the ministry" stands for, where the article has named it before."""
        if kind == "institution" and (named := self._abbreviated(phrase, start)) is not None:
            return named._replace(by="abbreviation")
        definite = phrase.lower().startswith(("the ", "this ", "that ", "these ", "those "))
        bare = definite and not re.search(r"\s[A-Z][a-z]", phrase)
        if not bare or side not in ("", UNKNOWN) or head.pos != "NOUN":
            return None
        holder = self._holder(head, kind, start)
        if holder is not None:
            return holder
        antecedent = self._antecedent(head, kind, start)
        return antecedent._replace(by="definite-noun") if antecedent is not None else None

    def _holder(self, head: Token, kind: str, start: int) -> Speaker | None:
        """Whoever the article calls by an office ("the governor"); None where another person has spoken since."""
        if kind not in ("anonymous_official", CROWD) or head.tag != "NN":
            return None
        modifiers = [c.text for c in head.children if c.dep in ("amod", "compound") and c.i < head.i]
        name = self._roles.holder(head.lemma.lower(), modifiers, start)
        if name is None:
            return None
        surname = name.split()[-1]
        last = next((n for n in self._back(start) if n.speaker.type == "named_person"), None)
        other = last is not None and last.speaker.name.split()[-1] != surname
        if last is not None and other and last.start > self._roles.last_named(surname, start):
            return None
        return self._known_person(name, start)._replace(by="office")

    def _known_person(self, name: str, start: int) -> Speaker:
        """A person named elsewhere in the text, as the pack or the article knows them."""
        match = self.sides.of_phrase(name) if self.sides else None
        if match is not None and match.type == "named_person":
            return Speaker(match.canonical, match.side, "named_person")
        surname = name.split()[-1]
        for named in self._back(start):
            if named.speaker.type == "named_person" and named.speaker.name.split()[-1] == surname:
                return named.speaker
        introduced = self._introduction(surname, start)
        side = introduced[1] if introduced is not None else UNKNOWN if self.sides else ""
        return Speaker(name, side, "named_person")

    def _apposed(self, name: str, side: str) -> Speaker:
        """The person whose name follows a description ("the head of the agency, Olena Kravets")."""
        words = name.split()
        while len(words) > 1 and words[0] in self._words.titles:
            words.pop(0)
        match = self.sides.of_phrase(name) if self.sides else None
        if match is not None and match.type == "named_person":
            return Speaker(match.canonical, match.side, "named_person", "name-behind-description")
        return Speaker(" ".join(words), side, "named_person", "name-behind-description")

    def _pronoun(self, pronoun: str, start: int) -> Speaker:
        if pronoun in _HE_OR_SHE:
            return self._he_or_she(pronoun, start)
        many = pronoun in ("they", "them")
        for named in self._back(start):
            kind = named.speaker.type
            fits = named.many or kind in _BODIES if many else not named.many and kind in _BODIES
            if fits and not (many and kind == "document"):
                return named.speaker._replace(by="pronoun-last-speaker")
        return Speaker("", UNKNOWN if self.sides else "", CROWD, "pronoun-open")

    def _he_or_she(self, pronoun: str, start: int) -> Speaker:
        """The person that a pronoun stands for: whom the sentence before is about, who spoke last, who was named last."""
        topic = self._topic(pronoun, start)
        if topic is not None:
            return topic._replace(by="pronoun-topic")
        for named in self._back(start):
            person = named.speaker.type in _PERSONS and not named.many
            if person and not self._of_other_gender(named.speaker.name, pronoun):
                return named.speaker._replace(by="pronoun-last-speaker")
        introduced = self._last_person(start)
        if introduced is not None:
            return introduced._replace(by="pronoun-last-person")
        return Speaker("", UNKNOWN if self.sides else "", "named_person", "pronoun-open")

    def _topic(self, pronoun: str, start: int) -> Speaker | None:
        """The person of the pack that begins the sentence before a pronoun, where another one spoke last."""
        if self.sides is None:
            return None
        last = next((n.start for n in self._back(start) if n.speaker.type == "named_person"), None)
        if last is None:
            return None
        begins = [m.end() for m in _SENTENCE_START.finditer(self.text, last, start)]
        for at in reversed(begins[:-1] if begins and not self.text[begins[-1] : start].strip() else begins):
            match = next(iter(self.sides.find(self.text[at : min(at + _OPENING, start)])), None)
            if (
                match is not None
                and match.type == "named_person"
                and not self._of_other_gender(match.canonical, pronoun)
            ):
                before = self.text[at : at + match.start].split()
                if all(word in self._words.titles or word[:1].isupper() for word in before):
                    return Speaker(match.canonical, match.side, "named_person")
        return None

    def _of_other_gender(self, name: str, pronoun: str) -> bool:
        """Whether the article speaks of a person as *she* where the pronoun is *he*, or the other way round.

        Of those without a name only the noun tells: "its spokeswoman".
        """
        surname = name.split()[-1]
        if surname.islower():
            noun = _GENDERED.search(surname)
            return noun is not None and (noun.group(1) is None) == (pronoun in ("she", "her"))
        if surname not in self._genders:
            near = [
                found.group(0)
                for mention in islice(re.finditer(re.escape(surname), self.text), _MENTIONS)
                if (found := _PRONOUN.search(self.text, mention.end(), mention.end() + _OPENING)) is not None
                and not _NAME.search(self.text, mention.end(), found.start())
            ]
            titles = re.findall(
                rf"\b(Mr|Sir|Mrs|Ms|Miss|Dame)\b\.? (?:[A-Z][\w'’-]+ )?{re.escape(surname)}", self.text
            )
            male = sum(word in ("he", "his", "him", "Mr", "Sir") for word in (*near, *titles))
            female = len(near) + len(titles) - male
            self._genders[surname] = "" if male == female else "m" if male > female else "f"
        return self._genders[surname] == ("f" if pronoun in ("he", "him", "his") else "m")

    def _last_person(self, start: int) -> Speaker | None:
        """The last person of the pack named shortly before."""
        if self.sides is None:
            return None
        window = self.text[max(0, start - 400) : start]
        found = [m for m in self.sides.find(window) if m.kind == "actor" and m.type == "named_person"]
        return Speaker(found[-1].canonical, found[-1].side, "named_person") if found else None

    def _decisive(self, head: Token, phrase: str) -> ActorMatch | None:
        """The actor that the head belongs to, else what decides the side of the phrase."""
        if self.sides is None:
            return None
        for match in self.sides.find(phrase):
            if match.kind != "marker" and self._covers(match, head, phrase):
                return match
        return self.sides.of_phrase(phrase)

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
        return "institution" if name.isupper() and len(name) > 1 else "named_person"

    def _is_group(self, head: Token) -> bool:
        """Whether a capitalised plural names a group ("Democrats"): nobody of the article has that surname."""
        alone = len(self._name(head).split()) == 1
        return alone and self._introduction(head.text, len(self.text)) is None

    def _name(self, head: Token) -> str:
        """The run of capitalised words around a head, without titles."""
        words = [head]
        at = head.i
        while at > 0 and head.parse[at - 1].pos == "PROPN":
            at -= 1
            words.insert(0, head.parse[at])
        kept = [w.text for w in words]
        while kept and kept[0] in self._words.titles and len(kept) > 1:
            kept.pop(0)
        return " ".join(kept) if kept != [head.text] or head.text not in self._words.titles else ""

    def _person(self, head: Token, phrase: str, start: int, match: ActorMatch | None, side: str) -> Speaker:
        if match is not None and match.type == "named_person" and self._covers(match, head, phrase):
            return Speaker(match.canonical, match.side, "named_person", "listed-actor")
        name = self._name(head) or head.text
        surname = name.split()[-1]
        for named in self._back(start):
            if named.speaker.type == "named_person" and named.speaker.name.split()[-1] == surname:
                known = named.speaker._replace(by="named-before")
                has_side = known.side not in ("", UNKNOWN) or side == UNKNOWN
                return known if has_side else known._replace(side=side)
        introduced = self._introduction(surname, start)
        if introduced is not None:
            full, at_side = introduced
            name = full if len(full.split()) > len(name.split()) else name
            side = side if side not in ("", UNKNOWN) else at_side
        return Speaker(name, side, "named_person", "introduction" if introduced is not None else "as-written")

    def _introduction(self, surname: str, start: int) -> tuple[str, str] | None:
        """Full name and side of a surname, from the place where the article first names it in full."""
        for found in self._full_names.get(surname, ()):
            if found.group(1) in self._words.titles or (self.sides and self._is_marker(found.group(1))):
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

    def _antecedent(self, head: Token, kind: str, start: int) -> Speaker | None:
        """Who "the ministry", "the official" or "the statement" is."""
        noun = head.lemma.lower()
        same = self._called_so(noun, head.tag in ("NNS", "NNPS"), start)
        if same is not None:
            return same._replace(type=kind if kind == "document" else same.type)
        if kind == "document":
            author = next((who for _, word, who in reversed(self._documents) if word == noun), None)
            return author._replace(type="document") if author is not None else None
        if kind in ("institution", "media") and (body := self._body(head, noun, kind, start)) is not None:
            return body
        return self._listed_before(noun, start)

    def _called_so(self, noun: str, many: bool, start: int) -> Speaker | None:
        """The last speaker whose phrase has a noun for its head, or the last body with it in its name."""
        for named in self._back(start):
            body = named.speaker.type in _BODIES and noun in named.words
            if (body or noun == named.head.lower()) and (many or not named.many):
                return named.speaker
        return None

    def _body(self, head: Token, noun: str, kind: str, start: int) -> Speaker | None:
        """The body that a noun stands for: one named so, or, for "the agency", the last one."""
        if kind == "institution" and (named := self._body_named(noun, start)) is not None:
            return named
        generic = kind == "media" or noun in self.lexicons.words("grammar", "generic_bodies")
        bare = len(list(head.subtree)) <= _BARE
        return self._last_of((kind,), start, reach=_NEAR) if generic and bare else None

    def _body_named(self, noun: str, start: int) -> Speaker | None:
        """The body whose name ends in a noun, named last before ("the Israeli military" … "the military").

        None where two such bodies were named shortly before.
        """
        pattern = rf"((?:[A-Z][\w'’.-]*\s)+){re.escape(noun)}\b"
        found = list(re.finditer(pattern, self.text[max(0, start - _FAR) : start], re.IGNORECASE))
        names = [
            m for m in found if m[1].split()[-1][:1].isupper() and m[1].strip() not in ("The", "A", "An")
        ]
        if not names:
            return None
        last = names[-1]
        near = {m[1].lower().removeprefix("the ") for m in names if last.start() - m.start() < _NEAR}
        if len(near) > 1:
            return None
        name = last[0].removeprefix("The ").strip()
        match = self.sides.of_phrase(name) if self.sides else None
        side = match.side if match is not None else UNKNOWN if self.sides else ""
        return Speaker(match.canonical if match and match.kind == "actor" else name, side, "institution")

    def _last_of(self, types: Sequence[str], start: int, reach: int | None = None) -> Speaker | None:
        """The last speaker of one of some types, within a reach of characters."""
        for named in self._back(start):
            if named.speaker.type in types and (reach is None or start - named.start <= reach):
                return named.speaker
        return None

    def _listed_before(self, noun: str, start: int) -> Speaker | None:
        """The last actor of the pack named before whose name has a noun in it."""
        if self.sides is None:
            return None
        found = [
            m
            for m in self.sides.find(self.text[max(0, start - _FAR) : start])
            if m.kind == "actor" and noun in m.canonical.lower().split()
        ]
        return Speaker(found[-1].canonical, found[-1].side, found[-1].type) if found else None


def _is_name(head: Token, kind: str | None) -> bool:
    """Whether a head is a name: tagged as one, or capitalised inside its sentence and no noun for a speaker.

    A noun for a speaker in lower case ("the defense secretary") is none, whatever its tag.
    """
    if head.text.islower() and kind is not None:
        return False
    return head.pos == "PROPN" or (head.text[:1].isupper() and head.i > 0 and kind is None)
