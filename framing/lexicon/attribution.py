"""Schemas of the attribution lexicons: cue words, nouns that speakers go by, verification phrases."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal, get_args

from framing.lexicon.schema import Entry, Patterns, Phrases, Text

CueClass = Literal[
    "neutral",
    "according_to",
    "certainty_factive",
    "emphasis",
    "doubt",
    "hedge_adverb",
    "evaluative",
    "directive",
    "cognitive",
    "other",
]
CUE_CLASSES: tuple[str, ...] = get_args(CueClass)

CueGroup = Literal["plain", "weight", "doubt", "other"]
CUE_GROUPS: dict[str, CueGroup] = {
    "neutral": "plain",
    "according_to": "plain",
    "certainty_factive": "weight",
    "emphasis": "weight",
    "doubt": "doubt",
    "hedge_adverb": "doubt",
}
"""What a cue adds to the content, by its class: nothing, weight, or doubt; the other classes do something else."""

SpeakerType = Literal[
    "named_person",
    "institution",
    "anonymous_official",
    "state_metonym",
    "document",
    "media",
    "crowd_or_unspecified",
]
SPEAKER_TYPES: tuple[str, ...] = get_args(SpeakerType)

PartOfSpeech = Literal["verb", "noun", "adverb", "preposition", "adjective"]

Frame = Literal[
    "that",
    "wh",
    "quotation",
    "to_infinitive",
    "object_to_infinitive",
    "noun",
    "gerund",
    "stance",
    "as",
    "naming",
    "source_object",
    "judgement",
    "evidence",
    "about",
    "against",
    "at",
    "for",
    "of",
    "on",
    "over",
    "to",
    "with",
]


class Cue(Entry):
    """An attributing word. `id` is the lemma and its part of speech (`play down.v`, `claim.n`).

    `grammar` names the complements with which the word attributes: a that-clause (with or without
    *that*), a wh-clause, a quotation, a to-infinitive (*claims to have won*), an object and
    to-infinitive (*urged them to stop*), a noun phrase (*confirmed the attack*), a gerund (*denied
    shooting*), *as* (*described it as a success*), a naming object (*called it a success*) or a
    preposition. `evidence` is a noun phrase where the subject is a document or picture (*the video
    showed the convoy*, but not *he showed his passport*), `source_object` an object that is the source
    itself (*citing two officials*), `judgement` a clause that says how something is (*for the farmers, the
    pact is a threat*). *one's* in a lemma stands for an owner (*in one's words*). `forms` gives the inflected forms where they are irregular.

    >>> Cue(id="play down.v", pos="verb", cue_class="evaluative", grammar=("noun",), source=("x",)).inflected
    ('play', 'plays', 'played', 'playing')
    """

    pos: PartOfSpeech
    cue_class: CueClass
    grammar: tuple[Frame, ...] = ()
    forms: tuple[Text, ...] = ()

    @cached_property
    def lemma(self) -> str:
        return self.id.rsplit(".", 1)[0]

    @cached_property
    def head(self) -> str:
        """The word of the lemma that is inflected and looked for: its first one."""
        return self.lemma.split()[0]

    @cached_property
    def rest(self) -> tuple[str, ...]:
        """The words that must follow it (particle, preposition, fixed noun)."""
        return tuple(self.lemma.split()[1:])

    @cached_property
    def inflected(self) -> tuple[str, ...]:
        """Every form of the first word, the lemma first."""
        if self.pos == "verb":
            return (self.head, *(self.forms or inflect_verb(self.head)))
        if self.pos == "noun":
            return (self.head, *(self.forms or (plural(self.head),)))
        return (self.head,)


class SpeakerNouns(Entry):
    """Nouns that tell what kind of speaker a phrase without a listed actor names.

    `speaker_type` is the type of a phrase with such a head ("the ministry", "a statement").
    """

    speaker_type: SpeakerType
    nouns: Phrases


class VerificationPhrase(Entry):
    """Patterns (Python regular expressions, ignoring case) that say how far a claim has been checked.

    `covers` is "claims" where the phrase speaks about claims made elsewhere in the text, and "nothing"
    where it only says that something is not known. `subject` says who stands before its verb: who checked, or who
    made the claim ("gave no evidence").
    """

    verification: Literal["unverified", "disputed", "verified"]
    patterns: Patterns
    triggers: tuple[Text, ...] = ()
    covers: Literal["claims", "nothing"] = "claims"
    subject: Literal["checker", "claimant"] = "checker"


def inflect_verb(base: str) -> tuple[str, ...]:
    """Third person, past and -ing form of a regular verb.

    >>> inflect_verb("stress"), inflect_verb("quip"), inflect_verb("imply")
    (('stresses', 'stressed', 'stressing'), ('quips', 'quipped', 'quipping'), ('implies', 'implied', 'implying'))
    """
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = base + base[-1] if _doubles(base) else base
    return third, stem + "ed", stem + "ing"


def plural(noun: str) -> str:
    """The regular plural.

    >>> plural("testimony"), plural("hypothesis"), plural("claim")
    ('testimonies', 'hypotheses', 'claims')
    """
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def _doubles(base: str) -> bool:
    """One syllable that ends in one vowel and one consonant doubles the consonant (quip, quipped)."""
    vowels = "aeiou"
    word = base.replace("qu", "kw")
    syllables = len(re.findall(rf"[{vowels}]+", word))
    return syllables == 1 and re.search(rf"[^{vowels}][{vowels}][^{vowels}wxy]$", word) is not None
