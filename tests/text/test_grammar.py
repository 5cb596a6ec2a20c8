"""The one grammar of the clause: each case is one on which two earlier grammars disagreed, with the right answer."""

from __future__ import annotations

import pytest

from framing.text.grammar import (
    Voice,
    antecedent,
    clause,
    doer,
    is_passive,
    noun_chunks,
    noun_phrase,
    object_of,
    subject,
    voice,
)
from framing.text.parse import Token
from framing.text.spacy_adapter import parse_of


def word(sentence: str, text: str) -> Token:
    return next(t for t in parse_of(sentence) if t.text == text)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The bridge was destroyed on Monday.", "destroyed", "passive"),
        ("Two guards got hurt in the riot.", "hurt", "get_passive"),
        ("The plan rejected by both parties is dead.", "rejected", "reduced_passive"),
        ("Courted by most of the parties, the mayor stayed silent.", "Courted", "reduced_passive"),
        ("The talks were hosted and facilitated by Oman.", "facilitated", "passive"),
        ("Shells have destroyed the bridge.", "destroyed", "active"),
        ("She had closed the school and reopened it later.", "reopened", "active"),
    ],
)
def test_voice(sentence: str, verb: str, expected: Voice) -> None:
    assert voice(word(sentence, verb)) == expected


def test_a_reduced_passive_is_a_passive_unless_asked_for_without() -> None:
    verb = word("The men killed in the raid were farmers.", "killed")
    assert is_passive(verb)
    assert not is_passive(verb, reduced=False)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        # the relative pronoun stands for its noun
        ("The terrorist group that runs the port fired first.", "runs", "group"),
        ("The mayor released the files in July, which show the cost.", "show", "files"),
        # whom a verb directs does what the infinitive says, but not what somebody uses or promises
        ("The judge ordered the driver to pay a fine.", "pay", "driver"),
        ("The only state that has used such bombs to destroy a city is here.", "destroy", "state"),
        ("The council promised voters to build a school.", "build", "council"),
        # behind a preposition the one who is charged
        ("The court charged the guard with hiding the keys.", "hiding", "guard"),
        ("The minister thanked his supporters for coming.", "coming", "supporters"),
        ("The company won by lowering prices.", "lowering", "company"),
        # nobody, where the preposition hangs on a noun
        ("The practice of calling witnesses at night ended.", "calling", None),
        # what a noun is for is done by whoever has it
        ("The legion did not have permission to use the emblem.", "use", "legion"),
        # an attribute
        ("The blocked road was cleared by the displaced farmers.", "displaced", "farmers"),
        # a participle behind a report belongs to what is reported
        ("Officials said a blast hit the market, killing two.", "killing", "blast"),
        # ... and "it was" points to what it was
        ("It was a landslide, killing two people.", "killing", "landslide"),
        # coordination below a directing verb
        ("She urged voters to slow down and spend more time at home.", "spend", "voters"),
        ("The army said it had begun a search, but denied any losses.", "denied", "army"),
    ],
)
def test_subject(sentence: str, verb: str, expected: str | None) -> None:
    found = subject(word(sentence, verb))
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The bridge was destroyed by shells.", "destroyed", "shells"),
        ("The bridge was destroyed on Monday.", "destroyed", None),
        ("The law was drafted and rejected by the senate.", "drafted", None),
        ("The shells that hit the bridge came from the hills.", "hit", "that"),
        ("The mayor said a blast hit the market, adding that two people died.", "adding", "mayor"),
    ],
)
def test_doer(sentence: str, verb: str, expected: str | None) -> None:
    found = doer(word(sentence, verb))
    assert (found and found.text) == expected


def test_a_clause_puts_the_answers_together() -> None:
    found = clause(word("The guards who fled may not have harmed the children.", "harmed"))
    assert (found.voice, str(found.subject), str(found.object), str(found.modal), found.negated) == (
        "active",
        "guards",
        "children",
        "may",
        True,
    )
    assert found.finite and not found.infinitive


def test_answers_are_worked_out_once_a_sentence() -> None:
    verb = word("Rain fell.", "fell")
    assert clause(verb) is clause(verb)


def test_an_antecedent_is_the_noun_itself_where_there_is_no_pronoun() -> None:
    noun = word("The dam burst.", "dam")
    assert antecedent(noun) is noun
    assert object_of(noun.head) is None


def test_noun_phrases_end_before_their_clauses() -> None:
    noun = word("The old mayor of the port, who left, returned.", "mayor")
    assert [t.text for t in noun_phrase(noun)] == ["The", "old", "mayor", "of", "the", "port"]
    assert [t.text for t in noun_chunks(noun.parse)] == ["mayor", "port", "who"]
