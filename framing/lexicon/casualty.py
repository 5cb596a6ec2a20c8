"""Schemas of the casualty lexicons: words of death and harm, words for people, words for causes."""

from __future__ import annotations

from typing import Literal

from framing.lexicon.schema import Entry, Phrases, Text

Kind = Literal["killed", "injured", "missing", "captured", "unspecified_loss", "none_reported"]
LexicalChoice = Literal["neutral", "euphemistic", "dehumanising", "emotive", "legal"]
Status = Literal["combatant", "civilian", "unknown"]
Grammar = Literal[
    "transitive",
    "loss",
    "intransitive",
    "event_noun",
    "people_noun",
    "toll",
    "state",
    "event_adjective",
    "attribute",
    "remains",
]


class CasualtyWord(Entry):
    """A word or fixed phrase that says that people died, were hurt, are missing or held.

    `grammar` says where the victims stand:
      transitive       the object, or the subject of the passive (kill)
      loss             the object; the subject is bereft, no doer (lost 200 men)
      intransitive     the subject (die)
      event_noun       an of-phrase, a possessor, an adjective or number before it (death, casualty)
      people_noun      the noun itself (hostage)
      toll             a number said of it (the death toll rose to 34)
      state            the noun it describes (dead, missing)
      event_adjective  not said: it describes the event (deadly strike)
      attribute        the noun behind it, or itself behind an article (the fallen)
      remains          the noun itself where it is found, or the people behind "of" (nine bodies)
    `victims` is what the victim phrase must be: `any` (a name, a bare number, a word for people),
    `people` (a word for people), `soldiers`, `kin`; on nouns `any` asks for none at all.
    `takes` are nouns one of which must be the object (claim … lives), `complement` words one of which
    must follow in the clause (shot … dead); both belong to the trigger. `violent` words count only where
    the doer, if one is named, can hurt in body (tariffs hurt farmers). `context` asks for one of these
    words in the sentence. `bodily` words count only where the sentence shows harm in body: a number, a word for
    combatants, an event or instrument as cause, or another casualty word beside. `not_of` are victim nouns
    of which the word says something else (captured delegates). `denied` words say so only when negated (did
    not survive). `in_names` words count in names too (the Ashford Massacre). `exceptions` are fixed
    expressions in which the word says something else.
    """

    lemma: Text
    forms: Phrases
    grammar: Grammar
    kind: Kind
    lexical_choice: LexicalChoice = "neutral"
    victims: Literal["any", "people", "soldiers", "kin", "required"] = "any"
    takes: tuple[Text, ...] = ()
    complement: tuple[Text, ...] = ()
    violent: bool = False
    bodily: bool = False
    not_of: tuple[Text, ...] = ()
    denied: bool = False
    in_names: bool = False
    context: tuple[Text, ...] = ()
    exceptions: tuple[Text, ...] = ()


class PeopleWords(Entry):
    """Nouns and pronouns for people. Forms of nouns are singular; plurals that are no plain -s are listed.

    `number` is how many a form stands for when no number is said: `one`, `many` (a plural or collective).
    A `quantity` ("dozens") stands for people where nothing else is counted, a `share` ("the majority")
    never: both count what follows "of". A name that is or ends in
    a `no_person` word (Friday), or begins with a `place_part` (East Harbor), is no person's; a `team` is beaten only.
    """

    forms: Phrases
    status: Status = "unknown"
    role: Literal[
        "noun",
        "pronoun",
        "collective",
        "quantity",
        "share",
        "kin",
        "child",
        "occupation",
        "no_person",
        "place_part",
        "team",
    ] = "noun"
    number: Literal["one", "many"] = "one"
    lexical_choice: LexicalChoice = "neutral"


class CauseWords(Entry):
    """Words that carry what caused a casualty, and how the cause is tied to it.

    `event`, `instrument`     nouns of what happened, of what did it (strike; missile); lemmas
    `part_of_event`           nouns that count or begin an event (exchange of gunfire, start of the war)
    `actor`                   nouns of bodies that act (government)
    `emotive`                 words that colour an event or a victim (horrific)
    `causal_verb`             subject is the cause, object or complement the casualty (lead, result)
    `linking_verb`            in the passive, subject is the cause (was blamed for 13 deaths)
    `holding_verb`            subject has the hostages that are its object (hold)
    `suffering_verb`          subject is the victim, object the casualty (suffer, sustain)
    `deed`                    verbs whose subject strikes: what hangs on them is its deed (pounded with a strike)
    `mishap`                  verbs of things that go wrong (collapse, crash)
    `near_miss`               adverbs by which it did not come to it (nearly)
    `resultative_verb`        leaves people dead (leave)
    `adjunct`                 prepositions that tie an event to a casualty (in, during, from)
    `sequence`                prepositions and conjunctions that only give an order in time (after)
    `actual`                  verbs whose infinitive has happened (continue to kill)
    `condition`, `habit`, `doubt`, `intent`  words by which a casualty is conditional, generic, doubted, intended
    `presupposing`            cues whose content takes a casualty for granted (blamed her for the deaths)
    `measure_of_loss`         words beside which "losses" are not people (billion, election)
    `military`                words beside which "losses" are people (troops)
    `finding`                 verbs whose object are bodies (recover)
    `warfare`                 events and instruments by which one side of a war hits the other (shelling)
    `harm_place`, `direction` prepositions that say where people came to harm, and that say whence or whither
    `owns_loss`               verbs whose subject's losses their object is (suffer, hide)
    `outcome`                 nouns that stand between a cause and "as a … of" (result)
    `exchange`                what people held are exchanged by (swap)
    `advance`                 acts of war in which those die who make them (offensive)
    `foreign`                 words for people from elsewhere
    `first_person`            pronouns for the speaker's own people (our)
    `group_pronoun`           pronouns that stand for a body or a people (its)
    `counts_own`              words for those who count the dead of the place they serve (hospital)
    `before_number`           words right before the number of a toll (topped, past)
    `beyond_number`           those of them that say it is more (topped)
    `other_event`             words of an event that is another than the last one (separate)
    `beside_place`            words of which "of" and a place say that it was not there (north)
    """

    role: Literal[
        "event",
        "instrument",
        "part_of_event",
        "actor",
        "emotive",
        "causal_verb",
        "linking_verb",
        "holding_verb",
        "suffering_verb",
        "deed",
        "near_miss",
        "mishap",
        "resultative_verb",
        "adjunct",
        "sequence",
        "actual",
        "condition",
        "habit",
        "doubt",
        "intent",
        "presupposing",
        "measure_of_loss",
        "military",
        "finding",
        "warfare",
        "harm_place",
        "direction",
        "owns_loss",
        "outcome",
        "exchange",
        "advance",
        "foreign",
        "first_person",
        "group_pronoun",
        "counts_own",
        "before_number",
        "beyond_number",
        "other_event",
        "beside_place",
    ]
    forms: Phrases
    lexical_choice: LexicalChoice = "neutral"
