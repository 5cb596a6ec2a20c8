"""Whose people the victims are, and whose deed it was: a ladder of evidence, "unknown" at its foot.

Words of the phrase come first, then pronouns that stand for a side, then the opponent of the side that struck, then
the places that the sentence ties to the casualty, then what the article said of the same event before. What
speaks for two sides speaks for none. An unknown side beats a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.extract.casualty.candidates import NO_SIDE, CasualtyCandidate, KnownSide
from framing.extract.casualty.places import PlaceSearch, side_of_scene
from framing.extract.casualty.vocabulary import Vocabulary
from framing.extract.rules import Rule
from framing.people.sides import THIRD_PARTY, UNKNOWN, Sides
from framing.text.grammar import SUBJECTS, child, children, is_passive, is_verbal, left_edge, subject
from framing.text.numerals import Numeral
from framing.text.parse import Token
from framing.text.sentences import Sentence

LEAST_SHARED = 5
"""The least number by which two rows are of the same people: two dead are too often two others."""
ENEMY_WORDS = ("euphemistic", "dehumanising")
"""Lexical choices of verbs that an army uses of its enemy: eliminated, destroyed."""


@dataclass(frozen=True)
class SideCase:
    """A casualty whose sides are asked for.

    `before` are the few sentences before it, nearest last, `earlier` the candidates before it in the article.
    """

    candidate: CasualtyCandidate
    sides: Sides
    before: Sequence[Sentence]
    earlier: Sequence[CasualtyCandidate]
    quoted: str = ""
    """The side of those who speak in the sentences before, where they are of one."""

    @property
    def vocabulary(self) -> Vocabulary:
        return self.candidate.vocabulary

    @property
    def held(self) -> bool:
        """Whether the victims are held: they are where the other side is, so that its places say nothing."""
        return self.candidate.trigger.word.kind == "captured"

    @property
    def are_fighters(self) -> bool:
        """Whether the victims bear arms: they die where the other side is."""
        return self.candidate.victims.status == "combatant"

    @property
    def doer(self) -> KnownSide:
        return self.candidate.doer_side

    @property
    def speaker(self) -> str:
        """The side of who says so, empty where nobody of a side does."""
        side = self.candidate.voice.side
        return side if side in self.sides.ids else ""

    def other(self, side: str) -> str:
        """The other side of a pack with two sides; empty where there is none."""
        others = [one for one in self.sides.ids if one != side]
        return others[0] if side in self.sides.ids and len(others) == 1 else ""

    @cached_property
    def opponent(self) -> KnownSide | None:
        """The other side, where the side of the doer is known."""
        return _implied(self.other(self.doer.side))

    @cached_property
    def tied_places(self) -> set[str]:
        """The sides of the places that the grammar ties to the casualty."""
        return PlaceSearch(self.candidate, self.sides).tied()

    @cached_property
    def verb_above_cause(self) -> Token | None:
        head = self.candidate.cause.head
        return None if head is None else next((a for a in head.ancestors if is_verbal(a)), None)

    def of_phrase(self, tokens: Sequence[Token]) -> KnownSide | None:
        """The side that words name; of a place that both sides claim that of who speaks."""
        match = self.sides.of_phrase(_text(tokens)) if tokens else None
        if match is not None and match.canonical in self.sides.contested:
            return KnownSide(self.speaker, True) if self.speaker else None
        return None if match is None else KnownSide(match.side, True)

    def of_common_noun(self, tokens: Sequence[Token]) -> KnownSide | None:
        """The side that common nouns of the conflict mean, where no third party is named beside."""
        side = self.sides.of_common_noun(_text(tokens)) if tokens else UNKNOWN
        abroad = THIRD_PARTY in self.tied_places
        return None if side == UNKNOWN or abroad else KnownSide(side, True)

    def of_pronoun(self, pronoun: Token) -> KnownSide | None:
        """The side that a pronoun stands for: the speaker's for "our", the subject's above for "its"."""
        if self.vocabulary.cause("first_person", pronoun) is not None:
            own_voice = not self.candidate.voice.attribution_id
            return _implied(self.speaker or (self.quoted if own_voice else ""))
        if self.vocabulary.cause("group_pronoun", pronoun) is None:
            return None
        for who in _subjects_above(pronoun):
            if who.pos == "PRON":
                return None
            match = self.sides.of_phrase(who.parse.text_of(who.left_edge, who.right_edge))
            if match is not None:
                return KnownSide(match.side, True)
            if self._is_speaker(who):
                return _implied(self.candidate.voice.side if self.candidate.voice.side != UNKNOWN else "")
            if who.pos in ("NOUN", "PROPN"):
                return None
        return None

    def _is_speaker(self, who: Token) -> bool:
        at = self.candidate.sentence.start + who.idx
        return any(span.start <= at < span.end for span in self.candidate.voice.speaker_spans)


def _subjects_above(pronoun: Token) -> Iterator[Token]:
    """The subjects that a pronoun may stand for: of its own clause for a possessor, then of those above."""
    for above in pronoun.ancestors:
        if is_verbal(above):
            own = child(above, *SUBJECTS)
            if own is not None and own.i < pronoun.i and pronoun not in own.subtree:
                yield own


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens)


def _implied(side: str) -> KnownSide | None:
    """A side that no word of the phrase gives."""
    return KnownSide(side, False) if side else None


# -- whose deed -------------------------------------------------------------------------------------


def doer_named(case: SideCase) -> KnownSide | None:
    """Words of the phrase up to its noun name the side; of an actor all words of the phrase.

    In "a Russian strike on a Ukrainian base" only the words before the noun say whose strike it is.
    """
    return case.of_phrase(_words_of_doer(case))


def _words_of_doer(case: SideCase) -> tuple[Token, ...]:
    cause = case.candidate.cause
    if cause.head is None:
        return ()
    if cause.link == "modified_noun":
        return cause.head.parse[left_edge(cause.head) : cause.head.i + 1]
    if cause.type != "actor":
        return tuple(t for t in cause.tokens if t.i <= cause.head.i)
    start = min([cause.tokens[0].i, *(c.left_edge.i for c in cause.head.conjuncts if c.i < cause.head.i)])
    end = next((t.i for t in cause.tokens if _says_where(t, cause.head, case)), cause.tokens[-1].i + 1)
    return cause.head.parse[start:end]


def _says_where(word: Token, head: Token, case: SideCase) -> bool:
    """Whether a preposition behind an actor says where they were, not whose they are: "the occupiers in Kyiv"."""
    return word.i > head.i and word.dep == "prep" and case.vocabulary.cause("harm_place", word) is not None


def doer_behind_by(case: SideCase) -> KnownSide | None:
    """Who stands behind "by" in the phrase of an event: "a strike by the navy on the port"."""
    return case.of_phrase(by_words(_words_of_event(case)))


def _words_of_event(case: SideCase) -> tuple[Token, ...]:
    """The whole phrase of the cause, also where only its noun is the cause of an adjective: "deadly attack on …"."""
    cause = case.candidate.cause
    if cause.head is None or cause.link != "modified_noun":
        return cause.tokens
    return tuple(cause.head.subtree)


def by_words(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words behind "by" in a phrase, up to the next preposition but "of"."""
    at = next((n for n, token in enumerate(tokens) if token.lower == "by"), None)
    if at is None:
        return ()
    behind = tokens[at + 1 :]
    stop = next((n for n, t in enumerate(behind) if t.pos == "ADP" and t.lower != "of"), len(behind))
    return tuple(behind[:stop])


def doer_by_pronoun(case: SideCase) -> KnownSide | None:
    """A pronoun of the phrase stands for the side: "it said it had killed", "its drones"."""
    head = case.candidate.cause.head
    if head is None:
        return None
    pronouns = (head, *children(head, "poss"))
    return next((found for p in pronouns if (found := case.of_pronoun(p)) is not None), None)


def doer_by_common_noun(case: SideCase) -> KnownSide | None:
    """A common noun of the conflict means the side."""
    return case.of_common_noun(_words_of_doer(case))


def is_used_in_deed(case: SideCase) -> bool:
    """The event or instrument hangs behind an active verb of striking."""
    cause, verb = case.candidate.cause, case.verb_above_cause
    if cause.head is None or verb is None or cause.type == "actor" or verb.i >= cause.head.i:
        return False
    return case.vocabulary.cause("deed", verb) is not None and not is_passive(verb)


def user(case: SideCase) -> KnownSide | None:
    """The side of the subject of that verb; a place that acts is no side."""
    verb = case.verb_above_cause
    who = None if verb is None else subject(verb)
    if who is None or who == case.candidate.cause.head:
        return None
    return _side_of_actor(who, case)


def _side_of_actor(who: Token, case: SideCase) -> KnownSide | None:
    match = case.sides.of_phrase(who.parse.text_of(who.left_edge, who.right_edge))
    return KnownSide(match.side, True) if match is not None and match.kind != "place" else None


def names_no_doer(case: SideCase) -> bool:
    """The sentence names no cause."""
    return case.candidate.cause.head is None


def striker_above(case: SideCase) -> KnownSide | None:
    """Who strikes in the clause that the casualty follows from: "shelled the town, which led to deaths"."""
    at = case.candidate.frame.anchor
    for above in at.ancestors:
        if is_verbal(above) and case.vocabulary.cause("deed", above) is not None and not is_passive(above):
            who = subject(above)
            own = who is None or who in case.candidate.frame.trigger.tokens
            return None if own or who is None else _side_of_actor(who, case)
        if above.dep == "ccomp":
            return None
    return None


def is_known_event(case: SideCase) -> bool:
    """The cause is an event that was told of before: "the attack", "that strike"."""
    return is_same_event(case.candidate)


def is_same_event(candidate: CasualtyCandidate) -> bool:
    """Whether the cause of a casualty is an event with "the" or the like, and nothing names another."""
    cause = candidate.cause
    if cause.head is None or cause.type == "actor" or not cause.tokens:
        return False
    opening = cause.tokens[0].lower
    return opening in ("the", "this", "that", "these", "those") and not any(
        candidate.vocabulary.cause("other_event", token) is not None for token in cause.tokens
    )


def doer_of_event_before(case: SideCase) -> KnownSide | None:
    """Whose deed the last event was that the sentences before tell of."""
    near = [c for c in case.earlier if any(c.sentence is s for s in (*case.before, case.candidate.sentence))]
    for earlier in reversed(near):
        if earlier.cause.head is not None and earlier.cause.type != "actor":
            same = _is_same_kind(case.candidate, earlier)
            return _known(KnownSide(earlier.doer_side.side, False)) if same else None
    return None


def _is_same_kind(one: CasualtyCandidate, other: CasualtyCandidate) -> bool:
    """Whether two causes are the same noun, or both acts of war."""
    if one.cause.head is None or other.cause.head is None:
        return False
    both = (one.cause.head, other.cause.head)
    same = one.cause.head.lemma.lower() == other.cause.head.lemma.lower()
    return same or all(one.vocabulary.cause("warfare", head) is not None for head in both)


DOER_SIDES: tuple[Rule[SideCase, KnownSide], ...] = (
    Rule("named", "{A Russian strike} *killed* [four soldiers].", doer_named),
    Rule("by-phrase", "[Two men] *died* in {a strike by the Russian air force on Sumy}.", doer_behind_by),
    Rule("pronoun", "Kyiv said {its drones} had *killed* [two guards].", doer_by_pronoun),
    Rule("common-noun", "{The occupiers} *killed* [two farmers].", doer_by_common_noun),
    Rule(
        "user-of-means",
        "Russian forces hit the town with {drones}, and [two men] *died*.",
        user,
        (is_used_in_deed,),
    ),
    Rule(
        "striker-above",
        "Russian troops shelled the market, which led to the *deaths* of [two men].",
        striker_above,
        (names_no_doer,),
    ),
    Rule(
        "event-before",
        "Two men died in a Russian strike on Sumy. {The strike} also *injured* [a woman].",
        doer_of_event_before,
        (is_known_event,),
    ),
)
"""Whose deed it was, by the words for the doer."""


def is_warfare(case: SideCase) -> bool:
    """The pack is of a war, and the cause is what one side does to the other: shelling, a missile.

    Fighters who die in an offensive may be those who made it, and abroad anybody may strike.
    """
    cause = case.candidate.cause
    if cause.head is None or not case.sides.pack.war or cause.type == "actor":
        return False
    if case.are_fighters and case.vocabulary.cause("advance", cause.head) is not None:
        return False
    if THIRD_PARTY in case.tied_places:
        return False
    return any(
        case.vocabulary.cause("warfare", token) is not None for token in _near_head(cause.tokens, cause.head)
    )


def _near_head(tokens: Sequence[Token], head: Token) -> list[Token]:
    """The words of a cause up to its noun, and the noun inside "a series of strikes"."""
    return [t for t in tokens if t.i <= head.i] + [
        noun for p in children(head, "prep") if p.lower == "of" for noun in children(p, "pobj")
    ]


def opponent_of_victims(case: SideCase) -> KnownSide | None:
    """The other side than that of the victims."""
    return _implied(case.other(case.candidate.victim_side.side))


def opponent_of_target(case: SideCase) -> KnownSide | None:
    """The other side than that of the place that was struck."""
    places = case.tied_places
    return _implied(case.other(next(iter(places)))) if len(places) == 1 else None


OPPONENTS: tuple[Rule[SideCase, KnownSide], ...] = (
    Rule(
        "opponent-of-victims",
        "{A missile} *killed* [two Ukrainian nurses].",
        opponent_of_victims,
        (is_warfare,),
    ),
    Rule(
        "opponent-of-place",
        "[Two Red Cross drivers] *died* in {a missile attack on Sumy}.",
        opponent_of_target,
        (is_warfare,),
    ),
)
"""Whose deed an act of war was of which nobody says who did it, by whom it hit."""


# -- whose people -----------------------------------------------------------------------------------


def victims_named(case: SideCase) -> KnownSide | None:
    """Words of the victim phrase name the side; nobody's where it names two."""
    tokens = case.candidate.victims.tokens
    if not tokens:
        return None
    named = case.of_phrase(tokens)
    parts = [case.of_phrase(_without_others(part)) for part in case.candidate.victims.parts]
    if len({part.side for part in parts if part is not None}) > 1:
        return NO_SIDE
    if named is None and len({m.side for m in case.sides.find(_text(tokens)) if m.kind != "place"}) > 1:
        return NO_SIDE
    return named


def _without_others(noun: Token) -> list[Token]:
    """The words of a coordinated noun's phrase without those of the nouns behind it."""
    others = {t.i for c in children(noun, "conj", "cc") for t in c.subtree}
    return [t for t in noun.subtree if t.i not in others]


def by_pronoun(case: SideCase) -> KnownSide | None:
    """A pronoun of the phrase: "our people", "three of its soldiers", "us"."""
    victims = case.candidate.victims
    for token in victims.tokens:
        if token.dep == "poss" or case.vocabulary.cause("first_person", token) is not None:
            found = case.of_pronoun(token)
            if found is not None:
                return found
    return None


def is_loss(case: SideCase) -> bool:
    """The word is a loss that its subject takes."""
    frame = case.candidate.frame
    if frame.case.word.grammar == "loss":
        return True
    own = any(case.vocabulary.cause("group_pronoun", c) is not None for c in children(frame.anchor, "poss"))
    owns = frame.anchor.dep == "dobj" and case.vocabulary.cause("owns_loss", frame.anchor.head) is not None
    return own or owns


def bereft(case: SideCase) -> KnownSide | None:
    """The side of who suffers the loss."""
    frame = case.candidate.frame
    verb = frame.anchor if frame.case.word.grammar == "loss" else frame.anchor.head
    own = next((c for c in frame.anchor.lefts if c.dep == "poss"), None)
    if own is not None:
        return case.of_pronoun(own) or case.of_phrase((own,))
    who = subject(verb) if is_verbal(verb) else None
    if who is None:
        return None
    return case.of_pronoun(who) if who.pos == "PRON" else _side_of_actor(who, case)


def owner_of_loss(case: SideCase) -> KnownSide | None:
    """Who stands before a casualty noun: "Ukraine's losses", "Russian casualties"; or behind it: "losses on the army"."""
    frame = case.candidate.frame
    if frame.construction != "nominalised":
        return None
    before = [t for c in frame.anchor.lefts if c.dep in ("poss", "amod", "compound") for t in c.subtree]
    behind = [
        t
        for p in children(frame.anchor, "prep")
        if p.lower in ("on", "of", "among", "to", "for")
        for t in p.subtree
    ]
    return case.of_phrase(sorted(before, key=lambda t: t.i)) or case.of_phrase(
        sorted(behind, key=lambda t: t.i)
    )


def died_for(case: SideCase) -> KnownSide | None:
    """Whom they died for: "all who died for Ukraine"."""
    frame = case.candidate.frame
    behind = (t for p in children(frame.anchor, "prep") if p.lower == "for" for t in p.subtree)
    match = case.of_phrase(tuple(behind)) if frame.construction == "intransitive" else None
    return match if match is not None and match.side in case.sides.ids else None


def is_exchanged(case: SideCase) -> bool:
    """The people held are what an exchange is about, and their phrase names no side."""
    if not case.held or victims_named(case) is not None:
        return False
    anchor = case.candidate.frame.anchor
    near = (anchor.head, anchor.head.head, *(p.head for p in (anchor.head,) if p.pos == "ADP"))
    return any(case.vocabulary.cause("exchange", word) is not None for word in near)


def of_both(case: SideCase) -> KnownSide:
    """Nobody's, since they are of both."""
    return NO_SIDE


def is_foreign(case: SideCase) -> bool:
    """The phrase has foreigners, alone or beside others."""
    return any(case.vocabulary.cause("foreign", token) is not None for token in case.candidate.victims.tokens)


def third_party(case: SideCase) -> KnownSide:
    """Foreigners alone are third parties; with others beside nobody's."""
    named = case.of_phrase(case.candidate.victims.tokens)
    return KnownSide(THIRD_PARTY, True) if named is None or named.side == THIRD_PARTY else NO_SIDE


def by_common_noun(case: SideCase) -> KnownSide | None:
    """A common noun of the conflict means the side: "hostages", "the occupiers"."""
    tokens = case.candidate.victims.tokens
    if case.doer.side in case.sides.ids and case.of_common_noun(tokens) == KnownSide(case.doer.side, True):
        return None
    return case.of_common_noun(tokens)


def is_enemy_word(case: SideCase) -> bool:
    """Who says so uses a word that armies have for their enemies, and nobody else did it."""
    word = case.candidate.trigger.word
    harsh = word.lexical_choice in ENEMY_WORDS and word.grammar == "transitive" and not word.takes
    return harsh and case.doer.side == UNKNOWN and bool(case.speaker) and case.sides.pack.war


def opponent_of_speaker(case: SideCase) -> KnownSide | None:
    """The other side than the speaker's."""
    return _implied(case.other(case.speaker))


def doer_is_known(case: SideCase) -> bool:
    """The side of the doer is known."""
    return case.doer.side in case.sides.ids


def opponent(case: SideCase) -> KnownSide | None:
    """The other side of a pack with two sides; nobody's where the place of people without arms says otherwise."""
    if case.opponent is None or case.held or case.are_fighters:
        return case.opponent
    if THIRD_PARTY in case.tied_places:
        return KnownSide(THIRD_PARTY, True)
    known = case.tied_places - {UNKNOWN}
    if known and case.opponent.side not in known:
        return NO_SIDE
    return KnownSide(case.opponent.side, bool(known))


def target(case: SideCase) -> KnownSide | None:
    """Words behind the noun of the event name its target: "a strike on a Ukrainian base"."""
    cause = case.candidate.cause
    if cause.head is None or cause.type == "actor" or case.held:
        return None
    words = _words_of_event(case)
    aside = set(by_words(words))
    found = case.of_phrase(
        [t for t in words if t.i > cause.head.i and t not in aside and not _is_bound_for(t)]
    )
    return found if found is not None and found.side != case.doer.side else None


def _is_bound_for(place: Token) -> bool:
    """Whether a place is only where something goes: "a Gaza-bound ship"."""
    return [t.lower for t in place.parse[place.i + 1 : place.i + 3]] == ["-", "bound"]


def are_where_they_live(case: SideCase) -> bool:
    """The victims are neither fighters nor held, so that the place speaks for them."""
    return not case.held and not case.are_fighters


def side_of_tied_place(case: SideCase) -> KnownSide | None:
    """The one side of the places that the grammar ties to the casualty; nobody's where there are two."""
    if not case.tied_places:
        return None
    known = case.tied_places - {UNKNOWN}
    return KnownSide(next(iter(known)), True) if len(known) == 1 else NO_SIDE


def continues(case: SideCase) -> bool:
    """The predicate goes on with the one before."""
    return case.candidate.continues


def side_of_row_before(case: SideCase) -> KnownSide | None:
    """The side of the victims of the predicate before."""
    return _known(case.earlier[-1].victim_side) if case.earlier else None


def tells_of_own_people(case: SideCase) -> bool:
    """Nobody is known to have done it, and who tells of none, of combatants or of people held means their own.

    Hospitals, rescuers and governors count the dead of the place they serve, whoever they are.
    """
    candidate = case.candidate
    unhurt = candidate.negated and candidate.cause.type != "actor"
    own = unhurt or case.held or case.are_fighters or _counts_own(candidate)
    return own and case.doer.side == UNKNOWN


def _counts_own(candidate: CasualtyCandidate) -> bool:
    spoken = candidate.voice.speaker.replace("-", " ").lower().split()
    words = candidate.vocabulary.causes.get("counts_own", {})
    return any(word in words or word.rstrip("s") in words for word in spoken)


def side_of_speaker(case: SideCase) -> KnownSide | None:
    """The side of who says so."""
    return _implied(case.speaker)


def side_of_same_toll(case: SideCase) -> KnownSide | None:
    """The side of an earlier statement of the same kind with the same number."""
    same = same_toll(case.candidate.trigger.word.kind, case.candidate.victims.count, case.earlier)
    return _known(KnownSide(same[-1].victim_side.side, False)) if same else None


def may_be_scene(case: SideCase) -> bool:
    """Somebody came to harm who is neither held nor a fighter, by nobody else than the sentences before say."""
    known = case.candidate.cause.head is None or is_known_event(case) or case.candidate.cause.type != "actor"
    fits = case.sides.pack.war and not case.candidate.negated and are_where_they_live(case)
    return known and fits and not _is_in_general(case.candidate)


def _is_in_general(candidate: CasualtyCandidate) -> bool:
    """Whether a noun is of no casualties in particular: "avoid civilian casualties", "the contract killing"."""
    noun = candidate.frame.anchor
    bare = candidate.frame.construction == "nominalised" and not candidate.count_text
    return bare and (noun.tag in ("NN", "NNP") or child(noun, "det", "poss", "prep") is None)


def side_of_last_scene(case: SideCase) -> KnownSide | None:
    """The one side that the sentences right before name as victims or as place, where the own one names no other."""
    side = side_of_scene(case.candidate, case.before, case.earlier, case.sides)
    if side in (UNKNOWN, case.doer.side) or PlaceSearch(case.candidate, case.sides).names_other(side):
        return None
    return KnownSide(side, False)


VICTIM_SIDES: tuple[Rule[SideCase, KnownSide], ...] = (
    Rule("exchanged", "Both sides agreed to exchange [*prisoners*].", of_both, (is_exchanged,)),
    Rule("foreigners", "{The blast} *killed* [two foreign tourists].", third_party, (is_foreign,)),
    Rule("named", "{A strike} *killed* [17 Ukrainian soldiers].", victims_named),
    Rule("pronoun", "Moscow said [nine of its sailors] had *died*.", by_pronoun),
    Rule("bereft", "Russia has *lost* [900 men].", bereft, (is_loss,)),
    Rule("owner-of-loss", "{Our defenders} inflicted *losses* on Russian troops.", owner_of_loss),
    Rule("common-noun", "[Two occupiers] were *killed*.", by_common_noun),
    Rule("died-for", "[Four men] *died* for Ukraine.", died_for),
    Rule(
        "enemy-of-speaker",
        "The Russian army said [40 soldiers] had been *eliminated*.",
        opponent_of_speaker,
        (is_enemy_word,),
    ),
    Rule("opponent-of-doer", "{A Russian strike} *killed* [four soldiers].", opponent, (doer_is_known,)),
    Rule("target-of-event", "[Two men] *died* in {an attack on Kharkiv}.", target),
    Rule(
        "place-of-harm",
        "{Shells} hit a market in Kharkiv and *killed* [two men].",
        side_of_tied_place,
        (are_where_they_live,),
    ),
    Rule(
        "coordinated",
        "Twelve Ukrainian soldiers were killed and [sixty others] *injured* in {a blast}.",
        side_of_row_before,
        (continues,),
    ),
    Rule(
        "speakers-own",
        "Ukraine's army said [12 soldiers] were *killed*.",
        side_of_speaker,
        (tells_of_own_people,),
    ),
    Rule(
        "same-toll",
        "A strike killed 17 Ukrainian soldiers. The funeral of [the 17 men] *killed* was held at noon.",
        side_of_same_toll,
    ),
    Rule(
        "scene-before",
        "Shells fell on Kharkiv. [Civilians] were *killed*.",
        side_of_last_scene,
        (may_be_scene,),
    ),
)
"""Whose people the victims are, by the words of the sentence, then by what stands before it."""


def same_toll(kind: str, count: Numeral, earlier: Sequence[CasualtyCandidate]) -> list[CasualtyCandidate]:
    """The earlier candidates of a kind with the same number, nearest last."""
    bound = count.low if count.low is not None else count.high
    if bound is None or bound < LEAST_SHARED:
        return []
    return [o for o in earlier if o.kind == kind and bound in (o.count.low, o.count.high)]


def _known(side: KnownSide) -> KnownSide | None:
    return None if side.side == UNKNOWN else side
