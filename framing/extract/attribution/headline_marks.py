"""Marks of headlines that attribute: "Talks will resume — Kremlin", "Kravets: talks will resume", "Ministry warns city: …".

News agencies and papers each have a mark of their own, so a mark that is not read takes a whole outlet's attributed
titles for its own voice. Most colons and dashes attribute nothing ("War in the east: what we know", "… - Live"): what
stands on one side has to be somebody who can speak, and what stands on the other a sentence or a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal, NamedTuple

from framing.extract.attribution.candidate import Candidate, Complement
from framing.extract.attribution.constructions import CueCase
from framing.extract.attribution.cues import CueUse, find_cues
from framing.extract.attribution.speakers import SpeakerLexicon, speaker_of
from framing.lexicon import Lexicons
from framing.lexicon.attribution import Cue
from framing.lexicon.schema import WordList
from framing.people.countries import countries_by_word
from framing.people.sides import Sides
from framing.people.speaker_nouns import SpeakerWords, outlet_names
from framing.records.article import Span
from framing.text.grammar import NOMINAL, child, is_passive, is_verbal, noun_phrase
from framing.text.parse import Token
from framing.text.sentences import ParsedArticle, Sentence

_MARK = re.compile(r"(?P<dash>\s[—–-]\s)|(?P<colon>:)\s")
_QUOTES = "\"'“”‘’«»"
_MOST_WORDS = 8
_LEAST_SAID = 3
_LONGEST_NAME = 3
_SPEAKS = ("named_person", "institution", "anonymous_official", "document", "media", "crowd_or_unspecified")
_ON_LEFT = ("named_person", "institution", "anonymous_official", "document")


class Split(NamedTuple):
    """A headline in two at a mark."""

    left: Span
    mark: Span
    right: Span
    kind: Literal["dash", "colon"]


@dataclass(frozen=True)
class HeadlineSpeakers:
    """What tells whether a phrase beside a mark can speak.

    `surnames` are those of who speaks in the article; `speech` nouns for what somebody says ("address by …").
    """

    sides: Sides | None
    words: SpeakerWords
    surnames: Set[str]
    given_names: Set[str]
    titles: Set[str]
    labels: Set[str]
    speech: Set[str]
    circumstances: Set[str]
    with_to: Set[str]
    reports: Set[str]
    own_words: Set[str]
    outlets: Set[str]
    source: str
    in_short: Set[str]

    def named(self, phrase: str) -> bool:
        """Whether a phrase is a listed actor, somebody who speaks in the article, or a full name."""
        short = phrase.lower() in self.in_short or phrase.lower() in self.outlets
        if phrase.isupper() and short and not self.is_own(phrase):
            return True
        match = self.sides.of_phrase(phrase) if self.sides else None
        if match is not None and match.kind == "actor" and match.end == len(phrase):
            return match.type in _SPEAKS
        return self._is_name(phrase.split())

    def _is_name(self, parts: Sequence[str]) -> bool:
        """Whether words are a surname of the article's, or a full name that begins with a given name."""
        if not parts or not all(part[:1].isupper() for part in parts):
            return False
        names = [part for part in parts if part.strip(".").lower() not in self.titles]
        return parts[-1] in self.surnames or (len(names) > 1 and names[0].lower() in self.given_names)

    def listed(self, phrase: str, types: Sequence[str]) -> bool:
        """Whether the head of a phrase is a noun for a speaker of one of some types."""
        head = re.split(r"\s(?:of|at|in|for|on|from)\s", phrase)[0].split()
        if head and head[-1].lower() in self.in_short:
            return "anonymous_official" in types
        return bool(head) and self.words.types.get(head[-1].lower()) in types

    def is_own(self, phrase: str) -> bool:
        """Whether a phrase is the name of the outlet itself, or one of an outlet that may be its label."""
        bare = phrase.lower().strip(" .")
        return bare == self.source or (
            bare in self.outlets and (not phrase.isupper() or bare in self.source.split())
        )


def headline_speakers(
    lexicons: Lexicons, sides: Sides | None, words: SpeakerWords, source: str, surnames: Set[str]
) -> HeadlineSpeakers:
    """What tells who can speak beside a mark, in an article of a source."""
    return HeadlineSpeakers(
        sides,
        words,
        surnames,
        lexicons.words("headlines", "given_names") | _transliterated(lexicons),
        frozenset(title.lower() for title in words.titles) | lexicons.words("headlines", "abbreviations"),
        lexicons.words("headlines", "labels"),
        lexicons.words("headlines", "speech"),
        lexicons.words("headlines", "circumstances_of_speech"),
        lexicons.words("headlines", "offices_with_to"),
        lexicons.words("headlines", "reports_behind_colon"),
        lexicons.words("headlines", "own_words"),
        outlet_names(lexicons) | {source.lower()},
        source.lower(),
        lexicons.words("headlines", "speakers_in_short"),
    )


def _transliterated(lexicons: Lexicons) -> frozenset[str]:
    """The given names that have several forms."""
    return frozenset(word for entry in lexicons.of("given_names", WordList) for word in entry.words)


def headline_marks(
    parsed: ParsedArticle,
    known: HeadlineSpeakers,
    forms: Mapping[str, tuple[Cue, ...]],
    lexicon: SpeakerLexicon,
) -> Iterator[Candidate]:
    """Attributions by a mark in the title, at most one."""
    for sentence in parsed.sentences:
        if sentence.region != "title":
            return
        for split in _splits(sentence):
            last = parsed.article.text[slice(*split.left)].lower().split()[-1:]
            if known.labels & set(last):
                continue
            found = _led_in_by_cue(parsed, sentence, split, forms, lexicon) or _beside(
                parsed, sentence, split, known
            )
            if found is not None:
                yield found
                break


def _splits(sentence: Sentence) -> list[Split]:
    """The headline at its last dash, its last and its first colon."""
    marks = list(_MARK.finditer(sentence.text))
    dashes = [m for m in marks if m["dash"]]
    colons = [m for m in marks if m["colon"]]
    at = sentence.start
    return [
        Split(
            Span(at, at + m.start()),
            Span(at + m.start(), at + m.start() + len(m.group().rstrip())),
            Span(at + m.end(), sentence.end),
            "dash" if m["dash"] else "colon",
        )
        for m in dict.fromkeys((*dashes[-1:], *colons[-1:], *colons[:1]))
    ]


def _beside(
    parsed: ParsedArticle, sentence: Sentence, split: Split, known: HeadlineSpeakers
) -> Candidate | None:
    """The attribution to whoever stands on one side of a mark."""
    text = parsed.article.text
    right = text[slice(*split.right)].strip()
    left = text[slice(*split.left)].strip()
    if _speaks_behind(sentence, split, right, left, known):
        sure = split.kind == "dash" and _is_sure(right, known)
        if _is_said(sentence, split.left, text) or (sure and _may_be_told(left, text, split)):
            entry = f"{split.kind}-before-speaker"
            speaker = _speaker(split.right, right, known)
            if speaker == split.right:
                speaker = Span(speaker.start, speaker.start + len(_before_circumstance(right, known)[0]))
            return _candidate(sentence, split, speaker, split.left, entry)
    who = _speaker_before(sentence, split, left, right, known)
    if who is not None:
        return _candidate(sentence, split, who, split.right, f"{split.kind}-behind-speaker")
    return None


def _is_sure(phrase: str, known: HeadlineSpeakers) -> bool:
    return known.named(phrase) or known.listed(phrase, _SPEAKS)


def _may_be_told(said: str, text: str, split: Split) -> bool:
    """Whether a phrase without a verb may be what a listed speaker tells ("No change to fares — operator")."""
    return len(said.split()) > _LEAST_SAID and said.split()[-1].lower() != "live"


def _candidate(sentence: Sentence, split: Split, who: Span, what: Span, entry: str) -> Candidate:
    mark = sentence.text[split.mark.start - sentence.start : split.mark.end - sentence.start]
    start = split.mark.start + len(mark) - len(mark.lstrip())
    kind: Complement = "colon"
    return Candidate(
        sentence=sentence,
        use=None,
        complement=kind,
        content=(what,),
        trail=(entry, f"speaker:beside-{split.kind}"),
        speaker=(who,),
        mark=Span(start, split.mark.end),
    )


def _speaker(span: Span, phrase: str, known: HeadlineSpeakers) -> Span:
    """Whose speech it is, where the phrase names the speech: "address by *the president* to the assembly"."""
    match = re.match(r"(\w+) (?:by|of|with) ", phrase)
    if match is None or match[1].lower() not in known.speech:
        return span
    end = re.search(r" (?:to|at|on|for|during|in) ", phrase[match.end() :])
    return Span(span.start + match.end(), span.start + (match.end() + end.start() if end else len(phrase)))


def _speaks_behind(sentence: Sentence, split: Split, phrase: str, said: str, known: HeadlineSpeakers) -> bool:
    """Whether what stands behind a mark is who says what stands before it."""
    if _speaker(split.right, phrase, known) != split.right or phrase.lower() in known.reports:
        return True
    if not _is_short(sentence, split.right, phrase, known):
        return False
    if _is_sure(phrase, known):
        return True
    if split.kind == "dash" and phrase.isupper():
        return True
    names = all(t.pos in ("PROPN", "PUNCT") or t.text.istitle() for t in _inside(sentence, split.right))
    return _is_name(phrase) and (names or not _is_title_case(said))


def _speaker_before(
    sentence: Sentence, split: Split, phrase: str, said: str, known: HeadlineSpeakers
) -> Span | None:
    """Who says what stands behind a colon: the phrase before it, or what stands there before "on", "at" or "to"."""
    if split.kind == "dash" or not _is_short(sentence, split.left, phrase, known):
        return None
    core, circumstance = _before_circumstance(phrase, known)
    if not _is_short(sentence, split.left, core, known):
        return None
    if known.named(core) or known.listed(core, _SPEAKS if circumstance == "to" else _ON_LEFT):
        place = circumstance == "in" and not known.named(core)
        speaks = not place and _listed_says(sentence, split, said, circumstance)
    else:
        speaks = _name_says(sentence, split, core, said, circumstance, known)
    return Span(split.left.start, split.left.start + len(core)) if speaks else None


def _listed_says(sentence: Sentence, split: Split, said: str, circumstance: str) -> bool:
    """Whether a listed speaker or a full name says what stands behind its colon: a clause, or words in quotation marks;
    a question only where it begins with a mark or is put to somebody."""
    quoted = said[:1] in _QUOTES
    if said.endswith("?") and not quoted and circumstance != "to":
        return False
    return quoted or _is_said(sentence, split.right, sentence.text, sentence.start) or _holds_quotation(said)


def _name_says(
    sentence: Sentence, split: Split, core: str, said: str, circumstance: str, known: HeadlineSpeakers
) -> bool:
    """Whether what may be a surname says what stands behind its colon: a quotation, or what is worded as somebody's own
    words."""
    if not _is_name(core):
        return False
    if said[:1] in _QUOTES:
        return True
    if not _may_be_person(sentence, split.left, core):
        return False
    inner = bool(circumstance) and _holds_quotation(said)
    return inner or circumstance == "to" or _is_own_words(sentence, split.right, known)


def _before_circumstance(phrase: str, known: HeadlineSpeakers) -> tuple[str, str]:
    """A phrase before its first preposition, and that preposition: "Holt on the strike" is "Holt" and "on"."""
    words = phrase.split()
    for at in range(1, len(words)):
        own = words[at].lower() == "to" and words[at - 1].lower() in known.with_to
        if words[at].lower() in known.circumstances and not own:
            return " ".join(words[:at]), words[at].lower()
    return phrase, ""


def _may_be_person(sentence: Sentence, span: Span, phrase: str) -> bool:
    """Whether one or two words before a colon may be a person's name: proper nouns to the parser, no abbreviation."""
    words = phrase.split()
    inside = _inside(sentence, Span(span.start, span.start + len(phrase)))
    return len(words) <= _LONGEST_NAME and not phrase.isupper() and all(t.pos == "PROPN" for t in inside)


def _is_own_words(sentence: Sentence, span: Span, known: HeadlineSpeakers) -> bool:
    """Whether a clause is worded as somebody's own words ("we", "must", "if")."""
    tokens = _inside(sentence, span)
    verbs = any(t.pos in ("VERB", "AUX") for t in tokens)
    return verbs and any(t.lower in known.own_words for t in tokens)


def _holds_quotation(text: str) -> bool:
    """Whether a few words stand in quotation marks."""
    return bool(re.search(r"(?:^|\s)[\"'“‘«][^\"'”’»]+[\"'”’»]", text))


def _is_short(sentence: Sentence, span: Span, phrase: str, known: HeadlineSpeakers) -> bool:
    """Whether a phrase may name somebody: a few words without a verb, no label, no outlet, nothing in quotation marks."""
    bare = phrase.lower().strip(" .")
    if not bare or len(phrase.split()) > _MOST_WORDS or phrase[0] in _QUOTES:
        return False
    if bare in known.labels or known.is_own(phrase):
        return False
    return not any(t.pos in ("VERB", "AUX") and t.dep != "amod" for t in _inside(sentence, span))


def _is_said(sentence: Sentence, span: Span, text: str, offset: int = 0) -> bool:
    """Whether a stretch can be what somebody says: a clause or a quotation of some words."""
    words = text[span.start - offset : span.end - offset].split()
    quoted = words[:1] and words[0][0] in _QUOTES
    return len(words) > _LEAST_SAID and bool(
        quoted or any(t.pos in ("VERB", "AUX") for t in _inside(sentence, span))
    )


def _is_name(phrase: str) -> bool:
    """Whether a phrase reads like the name of a person or body: its last word is capitalised, and it is no country."""
    parts = phrase.split()
    return bool(parts) and parts[-1][:1].isupper() and phrase.casefold() not in countries_by_word()


def _is_title_case(text: str) -> bool:
    longer = [word for word in text.split() if len(word) > _LEAST_SAID and word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


def _inside(sentence: Sentence, span: Span) -> list[Token]:
    return [t for t in sentence.parse or () if span.start <= sentence.start + t.idx < span.end]


def _led_in_by_cue(
    parsed: ParsedArticle,
    sentence: Sentence,
    split: Split,
    forms: Mapping[str, tuple[Cue, ...]],
    lexicon: SpeakerLexicon,
) -> Candidate | None:
    """A reporting verb before a colon, with what stands behind it for its content ("Officials warn city: bridge unsafe")."""
    if split.kind == "dash" or not _is_said(sentence, split.right, parsed.article.text):
        return None
    for use in find_cues(sentence, forms):
        who = speaker_of(CueCase(use), (), lexicon) if _awaits_content(use, sentence, split) else None
        if who is not None and who.spans and who.spans[0].end <= split.left.end:
            return Candidate(
                sentence=sentence,
                use=use,
                complement="clause",
                content=(split.right,),
                trail=(f"cue:{use.cue.id}", "colon-behind-cue", f"speaker:{who.rule}"),
                speaker=tuple(who.spans),
                speaker_head=who.head,
            )
    return None


def _awaits_content(use: CueUse, sentence: Sentence, split: Split) -> bool:
    """Whether a cue before a colon is the active main verb of its clause and has no clause of its own."""
    verb = use.head
    reports = use.cue.pos == "verb" and {"that", "quotation"} & set(use.cue.grammar)
    main = verb.dep in ("ROOT", "meta") and sentence.start + verb.idx < split.left.end
    own = child(verb, "ccomp", "xcomp") is not None
    return bool(reports) and main and not own and not is_passive(verb)


# -- verbs that the constructions of running text do not know ------------------------------------------


def headline_verbs(
    parsed: ParsedArticle, forms: Mapping[str, tuple[Cue, ...]], taken: Set[int], no_report: Set[str]
) -> Iterator[Candidate]:
    """The attribution of a title by its main verb, where no candidate has it: a tag ("…, inquest hears"), or "say" with
    a phrase ("Holt says no decision yet"). `taken` are the places of cues."""
    title = next((s for s in parsed.sentences if s.region == "title"), None)
    main = _main_verb(title) if title is not None else None
    if title is None or main is None or main[0].i in taken:
        return
    top, who = main
    said = _said_before_tag(top, who)
    if said is not None:
        before = title.span_of(token for token in said.subtree if token.i < top.i)
        yield _by_verb(title, top, who, before, forms, "tag-behind-clause")
    elif top.lemma == "say" and top.i > who.i and (told := _told_phrase(title, top, no_report)):
        yield _by_verb(title, top, who, told, forms, "say-with-phrase")


def _main_verb(title: Sentence) -> tuple[Token, Token] | None:
    """The active main verb of a title and its subject, where it has one that may be somebody."""
    top = next((t for t in title.parse or () if t.dep == "ROOT"), None)
    if top is None or not is_verbal(top) or is_passive(top):
        return None
    who = child(top, "nsubj")
    return (top, who) if who is not None and who.pos in NOMINAL else None


def _said_before_tag(verb: Token, who: Token) -> Token | None:
    """The root of what stands before the verb of a tag and its speaker."""
    said = [c for c in verb.children if c.dep == "ccomp" and c.i < min(verb.i, who.left_edge.i)]
    return said[-1] if said else None


def _told_phrase(title: Sentence, verb: Token, no_report: Set[str]) -> Span | None:
    """The words behind "says", where they are a phrase of some words that tells something ("says no decision yet")."""
    behind = []
    for token in verb.parse[verb.i + 1 :]:
        if token.text in (";", "|", ":", "—", "–"):
            break
        behind.append(token)
    words = [t for t in behind if not t.is_punct]
    if len(words) < _LEAST_SAID or words[0].pos == "ADP":
        return None
    only_said = words[0].lower in no_report and (
        words[1].pos in ("ADP", "PART", "SCONJ") or words[0].lower != "no"
    )
    return None if only_said else title.span_of(behind)


def _by_verb(
    title: Sentence,
    verb: Token,
    who: Token,
    content: Span,
    forms: Mapping[str, tuple[Cue, ...]],
    entry: str,
) -> Candidate:
    cue = next((c for c in forms.get(verb.lower, ()) if c.pos == "verb" and not c.rest), None)
    place = title.span_of([verb])
    return Candidate(
        sentence=title,
        use=CueUse(cue, title, verb, (verb,)) if cue else None,
        complement="clause",
        content=(content,),
        trail=(*((f"cue:{cue.id}",) if cue else ()), entry, "speaker:subject"),
        speaker=(title.span_of(noun_phrase(who)),),
        speaker_head=who,
        mark=None if cue else place,
    )
