"""How well a reading of a headline hangs together, told by its parse."""

from __future__ import annotations

from collections.abc import Mapping

from framing.text.headlines.readings import HeadlineReading
from framing.text.headlines.segments import Segment
from framing.text.headlines.words import HeadlineWords, VerbForms
from framing.text.parse import Parse, Token

LEAST = 2.4
"""Score below which a reading is no sentence."""
_LATE = 0.02
"""What each word before the verb takes from a reading's score: headlines have their verb early."""
_MISSED = 1.5
_OBJECTS = ("dobj", "ccomp", "xcomp", "attr", "aux", "auxpass", "prt", "acomp", "oprd")
_AUXILIARIES = ("aux", "auxpass", "prt")
_DETERMINERS = ("DT", "PRP$", "PRP", "CD", "``", "$")


def scored(
    segment: Segment, parses: Mapping[str, Parse], forms: VerbForms, known: HeadlineWords
) -> list[tuple[float, HeadlineReading]]:
    """The readings of a segment that may be taken, the best first; the plain one always."""
    found = []
    for number, reading in enumerate(segment.readings):
        parse = parses[reading.text]
        if reading.kind == "plain":
            score = _plain_score(segment, parse, forms, known)
        else:
            score = _score(segment, reading, parse, forms, known) - _LATE * reading.verb
        if number == 0 or score >= LEAST:
            found.append((score, reading))
    return sorted(found, key=lambda one: -one[0])


def _plain_score(segment: Segment, parse: Parse, forms: VerbForms, known: HeadlineWords) -> float:
    """How well the headline as it stands hangs together."""
    root = next((t for t in parse if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("VERB", "AUX"):
        return 0.0
    if root.i and root.text[0].isupper() and not segment.title_case:
        return 0.0
    if parse[0].lower in known.questions:
        return LEAST
    score = _hangs_together(root, parse, forms, known) - _LATE * root.i
    missed = len(_missed_likely(segment, segment.readings[0], parse, root))
    return score - _MISSED * (missed + 2 * _is_behind_only_comma(root)) + _form_bonus(root, forms, known)


def _is_behind_only_comma(root: Token) -> bool:
    """Whether a main verb stands right behind the first comma, where second predicates stand."""
    commas = [t.i for t in root.parse[: root.i] if t.text == ","]
    return commas == [root.i - 1]


def _form_bonus(root: Token, forms: VerbForms, known: HeadlineWords) -> float:
    """What the form of a main verb adds to the score of a headline as it stands: it is finite, or seems to be."""
    if _is_shortened(root, forms, known):
        return -2.0
    if root.tag == "VBG" and not any(c.dep == "aux" for c in root.children):
        return -_progressive_penalty(root, forms)
    return 1.0


def _missed_likely(segment: Segment, reading: HeadlineReading, parse: Parse, verb: Token) -> list[int]:
    """The likely verbs before the verb of a reading that its parse takes for something else."""
    tags = {token.idx: token.pos for token in parse}
    return [
        start
        for start, piece in zip(reading.starts, reading.pieces, strict=True)
        if piece.word is not None
        and piece.word.start in segment.likely
        and start < verb.idx
        and tags.get(start) not in ("VERB", "AUX")
    ]


def _is_shortened(root: Token, forms: VerbForms, known: HeadlineWords) -> bool:
    """Whether a past tense stands where a passive does that has lost its auxiliary."""
    if root.tag not in ("VBD", "VBN"):
        return False
    passive = root.lower if root.lower in known.invariable else forms.participle_of(root.lower)
    with_object = root.i + 1 < len(root.parse) and root.nbor().lower == "with"
    if with_object and passive in known.active_before_with:
        return False
    if passive and passive not in known.intransitive and _lacks_object(root, known):
        return True
    bare = not any(c.dep in ("aux", "auxpass", "dobj") for c in root.children)
    follows = root.i + 1 < len(root.parse) and root.nbor().lower == "to"
    return bare and follows and root.lower in known.before_infinitive


def _lacks_object(verb: Token, known: HeadlineWords) -> bool:
    """Whether what follows a past tense is no object, so that it may be a passive without its auxiliary."""
    last = verb.i + 1 == len(verb.parse)
    if not last and verb.nbor().lower in known.states:
        return not any(c.dep in _AUXILIARIES for c in verb.children)
    follows = not last and verb.nbor().lower in known.follows_passive and verb.nbor().lower != "to"
    if any(c.dep in (_AUXILIARIES if follows else _OBJECTS) for c in verb.children):
        return False
    return last or verb.nbor().lower in known.follows_passive or verb.nbor().is_punct


def _progressive_penalty(verb: Token, forms: VerbForms) -> float:
    """A participle is seldom the main verb, least of all behind a word that may be a finite one ("VP stresses keeping …")."""
    return 2.0 if any(_may_be_main(t, forms) for t in verb.parse[1 : verb.i]) else 0.5


def _may_be_main(token: Token, forms: VerbForms) -> bool:
    """Whether a word before a participle may be the main verb: a verb to the parser, or by its form."""
    if token.pos == "AUX" or token.tag == "POS":
        return False
    form, verb = token.lower, forms.verb_of(token.lower)
    third = form.endswith("s") and verb not in (None, form)
    plural = verb == form and token.nbor(-1).lower.endswith("s")
    return third or plural or (token.pos == "VERB" and token.dep != "amod")


def _score(
    segment: Segment, reading: HeadlineReading, parse: Parse, forms: VerbForms, known: HeadlineWords
) -> float:
    """How well a reading hangs together: its verb is the main verb with all before it for its subject."""
    verb = next((t for t in parse if t.idx == reading.verb_start), None)
    if verb is None:
        return 0.0
    if reading.kind == "state":
        return _state_score(verb, parse, forms, known)
    if verb.pos not in ("VERB", "AUX"):
        return 0.0
    score = _hangs_together(verb, parse, forms, known)
    score -= _MISSED * len(_missed_likely(segment, reading, parse, verb))
    own = reading.pieces[reading.verb].word
    form = own.lower if own is not None else verb.lower
    score -= _tense_penalty(reading, verb, form, forms)
    if own is not None and (own.start in segment.likely or reading.is_coordinated):
        return score
    if reading.kind in ("future", "progressive") or not forms.is_noun(form) or form in known.verbs:
        return score
    return score - _noun_penalty(reading, form, verb, forms)


def _tense_penalty(reading: HeadlineReading, verb: Token, form: str, forms: VerbForms) -> float:
    """What a future or a progressive loses: another participle may be the main verb, or the last word a noun."""
    if reading.kind == "future":
        return _MISSED if _is_behind_participle(verb, forms) else 0.0
    if reading.kind != "progressive":
        return 0.0
    final = reading.verb + 1 == len(reading.pieces) and forms.is_noun(form)
    return _progressive_penalty(verb, forms) + (_MISSED if final else 0.0)


def _is_behind_participle(verb: Token, forms: VerbForms) -> bool:
    """Whether a participle before a future may be the main verb: "West pushing Kiev *to prolong* the war"."""
    return any(
        t.tag == "VBG" and t.i and t.nbor(-1).pos in ("PROPN", "NOUN") and forms.verb_of(t.lower) is not None
        for t in verb.parse[1 : verb.i]
    )


def _noun_penalty(reading: HeadlineReading, form: str, verb: Token, forms: VerbForms) -> float:
    """A form that is also a noun is less surely a verb, unless a noun phrase begins right behind it."""
    following = (
        reading.pieces[reading.verb + 1].text.lower() if reading.verb + 1 < len(reading.pieces) else ""
    )
    plural_noun = reading.kind == "present" and form.endswith("s") and forms.verb_of(following) == following
    if plural_noun or (_is_lone_adjective(verb, forms) and not any(c.dep == "dobj" for c in verb.children)):
        return 2.0
    if not following[:1].isalnum() and form.endswith("s"):
        return 2.0
    opens = verb.i + 1 < len(verb.parse) and verb.nbor().tag in _DETERMINERS
    return -0.5 if opens and any(c.dep in _OBJECTS for c in verb.children) else 1.0


def _state_score(adjective: Token, parse: Parse, forms: VerbForms, known: HeadlineWords) -> float:
    """How well "X was dead in Y" hangs together, whose verb was put in before the adjective."""
    verb = adjective.head
    if adjective.dep not in ("acomp", "attr", "oprd") or verb.lower != "was" or verb.i != adjective.i - 1:
        return 0.0
    return _hangs_together(verb, parse, forms, known)


def _is_lone_adjective(verb: Token, forms: VerbForms) -> bool:
    """Whether the subject is a single word that may be an adjective of what was taken for the verb ("Israeli strikes")."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    return subject is not None and not subject.children and forms.is_adjective(subject.lower)


def _hangs_together(verb: Token, parse: Parse, forms: VerbForms, known: HeadlineWords) -> float:
    """How well a parse hangs together around a verb: all before it is its subject, and every word has a place."""
    if not (verb.dep == "ROOT" or (verb.dep == "ccomp" and verb.head.dep == "ROOT")):
        return 0.0
    subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < verb.i]
    if not subjects:
        return 0.0
    loose = sum(map(_is_loose, parse)) + sum(t.dep == "ROOT" for t in parse) - 1
    missed = sum(_is_missed_verb(t, forms, known) for t in parse[: verb.i])
    return 4.0 * _covered(subjects[-1], verb, parse) - loose - _MISSED * missed


def _covered(subject: Token, verb: Token, parse: Parse) -> float:
    """The share of the words before a verb that belong to its subject, or to an adverbial before it."""
    first = verb.head.i + 1 if verb.dep == "ccomp" and verb.head.i < verb.i else 0
    before = [t for t in parse[first : verb.i] if t.pos not in ("AUX", "ADV", "PART", "PUNCT")]
    inside = {t.i for t in subject.subtree}
    for c in verb.children:
        if _is_adverbial_before(c, subject):
            inside |= {t.i for t in c.subtree}
    return sum(t.i in inside for t in before) / max(len(before), 1)


def _is_adverbial_before(token: Token, subject: Token) -> bool:
    """Whether a phrase or clause stands before a subject, with a comma between them."""
    adverbial = token.dep == "prep" or (token.dep == "advcl" and token.pos == "VERB")
    return adverbial and token.right_edge.i < subject.left_edge.i and token.right_edge.nbor().text == ","


def _is_loose(token: Token) -> bool:
    """Whether the parser found no place for a word."""
    return token.dep == "dep" or (token.dep == "punct" and token.text.isalpha())


def _is_missed_verb(token: Token, forms: VerbForms, known: HeadlineWords) -> bool:
    """Whether a word that can be nothing but a verb was taken for something else."""
    third_person = token.lower.endswith("s") and forms.verb_of(token.lower) not in (None, token.lower)
    return (
        token.pos not in ("VERB", "AUX")
        and third_person
        and (token.lower in known.verbs or not forms.is_noun(token.lower))
    )
