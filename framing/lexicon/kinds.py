"""Which schema the entries of each kind of lexicon follow."""

from __future__ import annotations

from framing.lexicon.attribution import Cue, SpeakerNouns, VerificationPhrase
from framing.lexicon.boilerplate import Agency, BoilerplateLine, BoilerplatePart, CreditLine
from framing.lexicon.casualty import CasualtyWord, CauseWords, PeopleWords
from framing.lexicon.dictionary import KIND as DICTIONARY
from framing.lexicon.dictionary import DictionaryEntry
from framing.lexicon.glossary import GlossaryTerm
from framing.lexicon.languages import WrittenLanguage
from framing.lexicon.naming import NameConcept, NamePatterns
from framing.lexicon.numerals import NumeralWords
from framing.lexicon.outlets import Outlet, SelfReference
from framing.lexicon.schema import Entry, WordList
from framing.lexicon.spelling import SpellingFamily
from framing.lexicon.transliteration import TransliterationRule
from framing.lexicon.units import UnitWord
from framing.lexicon.wording import TopicWords, WordingEntry

KINDS: dict[str, type[Entry]] = {
    "agencies": Agency,
    "credits": CreditLine,
    "cues": Cue,
    "equivalents": WordList,
    "exports": WordList,
    "boilerplate": BoilerplateLine,
    "boilerplate_parts": BoilerplatePart,
    DICTIONARY: DictionaryEntry,
    "genders": WordList,
    "given_names": WordList,
    "glossary": GlossaryTerm,
    "grammar": WordList,
    "headlines": WordList,
    "inputs": WordList,
    "casualties": CasualtyWord,
    "causes": CauseWords,
    "people": PeopleWords,
    "numerals": NumeralWords,
    "offices": WordList,
    "languages": WrittenLanguage,
    "outlets": Outlet,
    "metonyms": WordList,
    "name_patterns": NamePatterns,
    "names": NameConcept,
    "quantities": WordList,
    "roles": WordList,
    "self_reference": SelfReference,
    "speakers": SpeakerNouns,
    "spelling": SpellingFamily,
    "style": WordList,
    "support_verbs": WordList,
    "titles": WordList,
    "topic_words": TopicWords,
    "transliteration": TransliterationRule,
    "units": UnitWord,
    "verification": VerificationPhrase,
    "wording": WordingEntry,
}
