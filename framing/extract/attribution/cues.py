"""Finding cues: which words of a sentence are attributing words of the lexicon.

A form alone decides little ("a report", "found a mine"); here only the part of speech and the words
that must follow (a particle, "according *to*") are checked. Whether the grammar of the sentence gives
the word a content is decided in `framing.extract.attribution.content`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from framing.lexicon import Lexicons
from framing.lexicon.attribution import Cue
from framing.text.parse import Token
from framing.text.sentences import Sentence

KIND = "cues"
_TAGS = {
    "verb": ("VB", "MD"),
    "noun": ("NN",),
    "adverb": ("RB",),
    "preposition": ("VBG", "IN", "RB"),
    "adjective": ("JJ", "RB", "VBN"),
}
_MOST_BETWEEN = 4
_BEFORE_VALUE = 9
"""Words between a verb and its particle, and between *put* and *at* with what is counted."""


@dataclass(frozen=True, eq=False)
class CueUse:
    """A cue of the lexicon in a sentence: `head` is its first word, `tokens` all of its words."""

    cue: Cue
    sentence: Sentence
    head: Token
    tokens: tuple[Token, ...]

    @property
    def last(self) -> Token:
        return self.tokens[-1]


@lru_cache(maxsize=4)
def _by_form(cues: tuple[Cue, ...]) -> Mapping[str, tuple[Cue, ...]]:
    forms: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda cue: (-len(cue.rest), cue.id)):
        for form in cue.inflected:
            entries = forms.setdefault(form, [])
            if cue not in entries:
                entries.append(cue)
    return {form: tuple(entries) for form, entries in forms.items()}


def cue_forms(lexicons: Lexicons) -> Mapping[str, tuple[Cue, ...]]:
    """Every inflected form of a cue's first word, with the entries it may belong to, longest first."""
    return _by_form(lexicons.of(KIND, Cue))


def find_cues(sentence: Sentence, forms: Mapping[str, tuple[Cue, ...]]) -> Iterator[CueUse]:
    """The cue words of a parsed sentence in text order, at most one entry for each first word."""
    if sentence.parse is None:
        return
    for token in sentence.parse:
        for cue in forms.get(token.lower, ()):
            if (use := _match(cue, token, sentence)) is not None:
                yield use
                break


def _match(cue: Cue, token: Token, sentence: Sentence) -> CueUse | None:
    if _opens_contrast(token):
        return None
    if not token.tag.startswith(_TAGS[cue.pos]) and not _tag_verb(cue, token):
        return None
    if not cue.rest:
        return CueUse(cue, sentence, token, (token,))
    if cue.rest[0] == "one's":
        return _owned(cue, token, sentence)
    rest: list[Token] = []
    wanted = list(cue.rest)
    between = 0 if cue.pos != "verb" else _BEFORE_VALUE if "at" in cue.grammar else _MOST_BETWEEN
    limit = token.i + len(wanted) + between
    for following in token.parse[token.i + 1 : limit + 1]:
        if following.lower == wanted[0]:
            if following.i > token.i + 1 + len(rest) and not _may_part(token, following):
                return None
            rest.append(following)
            wanted.pop(0)
            if not wanted:
                return CueUse(cue, sentence, token, (token, *rest))
    return None


def _may_part(verb: Token, particle: Token) -> bool:
    """Whether words between a verb and its particle leave them together: "played the losses *down*", not "called a
    strike *for* Monday" or "weighed the club down *in* a year", where the preposition has nothing to do with the object
    before it, nor "pushed by the Centre *for* Sallow", where it is part of a name."""
    between = any(c.dep == "dobj" and verb.i < c.i < particle.i for c in verb.children)
    loose = particle.dep == "prep" and particle.lower in ("for", "in")
    inside = any(c.dep == "agent" and verb.i < c.i < particle.i for c in verb.children)
    return verb in particle.ancestors and not inside and not (between and loose)


def _tag_verb(cue: Cue, token: Token) -> bool:
    """Whether a verb form that the tagger took for a noun or adjective stands where verbs stand:
    between a comma or quotation mark and a name (“…,” adds Kim)."""
    if cue.pos != "verb" or token.lower == cue.head or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.text in ('"', ",", "'") and token.i + 1 < len(token.parse) and token.nbor(1).pos == "PROPN"


def _owned(cue: Cue, token: Token, sentence: Sentence) -> CueUse | None:
    """A preposition and its noun with an owner between them ("in the mayor's words")."""
    for noun in token.children:
        if noun.dep == "pobj" and noun.lower == cue.rest[-1] and any(c.dep == "poss" for c in noun.children):
            return CueUse(cue, sentence, token, (token, noun))
    return None


def _opens_contrast(token: Token) -> bool:
    """Whether a participle is that of "That said, …" or "All told, …", which says nothing."""
    return (
        token.i == 1
        and (token.nbor(-1).lower, token.lower) in (("that", "said"), ("this", "said"), ("all", "told"))
        and len(token.parse) > 2
        and token.nbor(1).text == ","
    )
