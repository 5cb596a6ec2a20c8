"""Attribution: who says what with which word, in sentences written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.extract.attribution import AttributionMention
from framing.lexicon import load
from framing.lexicon.attribution import Cue
from tests.conftest import Analyse, article_of

WAR = "Kyiv and Moscow spoke. Ukraine and Russia met. Ukrainian and Russian officials came."


def rows(analysed: Analyse, *paragraphs: str, title: str = "") -> list[AttributionMention]:
    found = analysed(*paragraphs, title=title).mentions["attribution"]
    return [m for m in found if isinstance(m, AttributionMention)]


def slots(analysed: Analyse, *paragraphs: str, title: str = "") -> list[tuple[str, str, str]]:
    text = article_of(*paragraphs, title=title).text
    return [
        (m.speaker_text, m.cue_text, " … ".join(text[s:e] for s, e in m.content_spans))
        for m in rows(analysed, *paragraphs, title=title)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor said that the bridge was closed.", ("The mayor", "said", "the bridge was closed")),
        ("The mayor said the bridge was closed.", ("The mayor", "said", "the bridge was closed")),
        ("The bridge was closed, the mayor said.", ("the mayor", "said", "The bridge was closed")),
        (
            "The bridge was closed, said Olena Kravets, head of the port authority.",
            ("Olena Kravets, head of the port authority", "said", "The bridge was closed"),
        ),
        ("“The bridge is closed,” Kravets said.", ("Kravets", "said", "“The bridge is closed,”")),
        ("He warned: “The bridge is closed.”", ("He", "warned", "“The bridge is closed.”")),
        (
            "According to the port authority, the bridge was closed.",
            ("the port authority", "According to", "the bridge was closed"),
        ),
        (
            "The bridge was closed, according to the port authority.",
            ("the port authority", "according to", "The bridge was closed"),
        ),
        ("The ministry accused the mayor of lying.", ("The ministry", "accused", "the mayor of lying")),
        ("The ministry denied the report.", ("The ministry", "denied", "the report")),
        ("The army claimed to have shot down a drone.", ("The army", "claimed", "to have shot down a drone")),
        (
            "The president urged the council to vote.",
            ("The president", "urged", "the council to vote"),
        ),
        ("Critics described the plan as a gift.", ("Critics", "described", "the plan as a gift")),
        ("The minister played down the losses.", ("The minister", "played down", "the losses")),
    ],
)
def test_one_attribution_with_its_slots(
    analysed: Analyse, sentence: str, expected: tuple[str, str, str]
) -> None:
    assert slots(analysed, sentence) == [expected]


def test_a_quotation_that_goes_on_after_the_tag_is_one_row(analysed: Analyse) -> None:
    found = slots(analysed, "“We are tired,” the nurse said. “Nobody sleeps here.”")
    assert found == [("the nurse", "said", "“We are tired,” … “Nobody sleeps here.”")]


def test_a_quotation_that_goes_on_in_the_sentence_is_one_row(analysed: Analyse) -> None:
    found = slots(analysed, "“We are tired,” the nurse said, “and nobody sleeps here.”")
    assert found == [("the nurse", "said", "“We are tired,” … “and nobody sleeps here.”")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "“It is late,” Thiel wrote in a letter explaining why he would stay, “but not too late.”",
            [
                ("Thiel", "wrote", "“It is late,” … “but not too late.”"),
                ("a letter", "explaining", "why he would stay"),
            ],
        ),
        (
            "Kravets apologized for the delay: “I should have asked earlier.”",
            [("Kravets", "apologized", "“I should have asked earlier.”")],
        ),
        (
            "He called it “shameful” and called on leaders “not to feed that fire.”",
            [
                ("He", "called", "it “shameful”"),
                ("He", "called on", "leaders “not to feed that fire.”"),
            ],
        ),
        (
            "The union denies that the strike was illegal and goes to great lengths to hide the figures.",
            [("The union", "denies", "the strike was illegal")],
        ),
        (
            "Kohl dismissed the charge by pointing out that she had left early.",
            [("Kohl", "dismissed", "the charge"), ("Kohl", "pointing out", "she had left early")],
        ),
        ("He's said he gets his ideas from her.", [("He", "said", "he gets his ideas from her")]),
        ("It's said that he gets his ideas from her.", [("", "said", "he gets his ideas from her")]),
        (
            "The move was confirmed as a first step by the deputy minister.",
            [("the deputy minister", "confirmed", "The move … as a first step")],
        ),
        (
            "“It has been seven years,” Kravets said, asked about the delay.",
            [("Kravets", "said", "“It has been seven years,”"), ("", "asked", "the delay")],
        ),
        ("Residents were asked about the bridge.", [("", "asked", "the bridge")]),
        (
            "A reporter asked the 2016 candidate if he had been preparing for the post.",
            [("A reporter", "asked", "if he had been preparing for the post")],
        ),
        (
            "The bickering began early, as Pena Nieto, contradicting Brand, said he had refused to pay.",
            [("Pena Nieto", "said", "he had refused to pay")],
        ),
        (
            "The report cheered Democrats hoping to retain the House.",
            [("Democrats", "hoping", "to retain the House")],
        ),
        ("Kohl won more votes from the older population backing the treaty.", []),
        (
            "The host was asked by a caller why prices rise in spring.",
            [("a caller", "asked", "why prices rise in spring")],
        ),
        (
            "Those who take on debt struggle, even with a “good” job, Brand said.",
            [("Brand", "said", "Those who take on debt struggle, even with a “good” job")],
        ),
        (
            "The Gazette, citing a local official, reported that the pier was shut.",
            [
                ("The Gazette", "reported", "the pier was shut"),
                ("a local official", "citing", "the pier was shut"),
            ],
        ),
        ("Kohl supports the pact.", [("Kohl", "supports", "the pact")]),
        ("The army supported the advance with tanks.", []),
        ("A blog, called the “Feed,” pumps out pieces every day.", []),
        ("There is no indication that the police have opened a case.", []),
        ("The baggage has weighed the club down in a year in which others rose.", []),
        ("What is he supposed to do when prices fall?", []),
        ("Brand's remarks about the nurses drew anger.", [("Brand's", "remarks", "the nurses")]),
        ("Remarks about the nurses drew anger.", []),
    ],
)
def test_where_contents_begin_and_end(
    analysed: Analyse, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert slots(analysed, sentence) == expected


def test_a_hyphen_is_part_of_a_name(analysed: Analyse) -> None:
    (row,) = rows(analysed, "Minister Jean-Marie Kohl said the talks had failed.")
    assert row.speaker_resolved == "Jean-Marie Kohl"


def test_a_verb_before_the_name_is_no_part_of_a_label(analysed: Analyse) -> None:
    ((speaker, _, content),) = slots(analysed, "Continued Stone: “So I think it is a real problem.”")
    assert (speaker, content) == ("Stone", "“So I think it is a real problem.”")


def test_a_trailing_participle_shares_the_speaker_and_ends_the_first_content(analysed: Analyse) -> None:
    found = slots(analysed, "The governor said the dam had held, adding that nobody was hurt.")
    assert found == [
        ("The governor", "said", "the dam had held"),
        ("The governor", "adding", "nobody was hurt"),
    ]


def test_a_relative_pronoun_and_its_antecedent_are_two_pieces(analysed: Analyse) -> None:
    (row,) = rows(analysed, "The fire was started by a pilot, who said that he had seen nothing.")
    assert row.speaker_text == "a pilot … who"
    assert len(row.speaker_spans) == 2


def test_a_passive_without_agent_has_no_speaker(analysed: Analyse) -> None:
    (row,) = rows(analysed, "Explosions were reported in the eastern district.")
    assert row.speaker_missing
    assert (row.speaker_text, row.speaker_type, row.cue_lemma) == ("", "crowd_or_unspecified", "report")


def test_an_evidential_adverb_has_no_speaker(analysed: Analyse) -> None:
    (row,) = rows(analysed, "The unit reportedly lost three vehicles.")
    assert (row.cue_class, row.speaker_missing) == ("hedge_adverb", True)


def test_adverb_and_according_to_on_one_content_are_one_row(analysed: Analyse) -> None:
    (row,) = rows(analysed, "The unit reportedly lost three vehicles, according to the general.")
    assert (row.cue_class, row.secondary_cue_class) == ("according_to", "hedge_adverb")
    assert len(row.cue_spans) == 2


def test_nested_rows_name_the_outer_one(analysed: Analyse) -> None:
    outer, inner = rows(analysed, "The spokesman said the general believes that the attack failed.")
    assert (outer.cue_lemma, inner.cue_lemma) == ("say", "believe")
    assert inner.nested_in == outer.mention_id
    assert outer.nested_in == ""


def test_what_somebody_said_was(analysed: Analyse) -> None:
    found = slots(analysed, "The convoy was hit in what the army said was the largest raid of the year.")
    assert found == [("the army", "said", "the largest raid of the year")]


def test_coordinated_cues_are_rows_of_their_own(analysed: Analyse) -> None:
    found = slots(analysed, "The ministry confirmed the strike but denied the losses.")
    assert found == [("The ministry", "confirmed", "the strike"), ("The ministry", "denied", "the losses")]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Zelenskyy: talks will begin on Monday", "Zelenskyy"),
        ("Talks will begin on Monday: ministry", "ministry"),
    ],
)
def test_a_headline_colon_attributes(analysed: Analyse, title: str, speaker: str) -> None:
    (row,) = rows(analysed, WAR, title=title)[:1]
    assert (row.region, row.speaker_text, row.cue_text) == ("title", speaker, ":")


def test_a_headline_colon_after_a_topic_does_not(analysed: Analyse) -> None:
    assert [
        r for r in rows(analysed, WAR, title="War in the east: what we know") if r.region == "title"
    ] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The law was pushed by the Centre for Sallow.",
        "She wrote a book.",
        "The patrol found a mine.",
        "He showed his passport at the gate.",
        "The talks were called off.",
        "They called a doctor.",
        "The incident highlighted the danger.",
        "The ministry did not disclose the location.",
        "They met to discuss the announcement.",
        "The bank will add two branches.",
        "He told nobody.",
        "The witness saw a plane.",
        "The union may demand a recount.",
        "The mayor would condemn the attack.",
    ],
)
def test_the_same_words_without_content_are_no_attribution(analysed: Analyse, sentence: str) -> None:
    assert rows(analysed, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("“It is over,” she wrote.", "write"),
        ("The inquiry found that the mine was old.", "find"),
        ("The video showed soldiers running.", "show"),
        ("They called him a traitor.", "call"),
        ("The general highlighted the danger.", "highlight"),
        ("The bank added that it would close.", "add"),
        ("The envoy was seen as a moderate.", "see"),
    ],
)
def test_and_with_content_they_are(analysed: Analyse, sentence: str, lemma: str) -> None:
    assert [row.cue_lemma for row in rows(analysed, sentence)] == [lemma]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("“It is over,” she said.", "direct"),
        ("She said it was “over and done”.", "mixed"),
        ("She said it was over.", "indirect"),
    ],
)
def test_directness(analysed: Analyse, sentence: str, kind: str) -> None:
    assert [row.directness for row in rows(analysed, sentence)] == [kind]


def test_negation(analysed: Analyse) -> None:
    (row,) = rows(analysed, "The minister did not say that the war was over.")
    assert row.negated
    (row,) = rows(analysed, "The minister said on Friday that the war was not over.")
    assert not row.negated


@pytest.mark.parametrize(
    ("sentence", "side", "kind"),
    [
        ("Zelenskyy said the line held.", "ukraine", "named_person"),
        ("Ukraine’s air force said the line held.", "ukraine", "institution"),
        ("The Kremlin said the line held.", "russia", "state_metonym"),
        ("Russian officials said the line held.", "russia", "anonymous_official"),
        ("One pro-Kremlin blogger said the line held.", "russia", "crowd_or_unspecified"),
        ("A Turkish diplomat said the line held.", "third_party", "anonymous_official"),
        ("Officials said the line held.", "unknown", "anonymous_official"),
        ("Ukrainian and Russian officials said the line held.", "unknown", "anonymous_official"),
        ("The US ambassador to Ukraine said the line held.", "third_party", "anonymous_official"),
    ],
)
def test_side_and_type_of_the_speaker(analysed: Analyse, sentence: str, side: str, kind: str) -> None:
    (row,) = [r for r in rows(analysed, WAR, sentence) if r.cue_lemma == "say"]
    assert (row.speaker_side, row.speaker_type) == (side, kind)


def test_without_a_conflict_there_are_no_sides(analysed: Analyse) -> None:
    results = analysed("The mayor said the bridge was closed.", conflict="none")
    assert [getattr(m, "speaker_side", None) for m in results.mentions["attribution"]] == [""]


def test_pronoun_surname_and_bare_noun_are_resolved(analysed: Analyse) -> None:
    found = rows(
        analysed,
        WAR,
        "Olena Kravets, a Ukrainian engineer, said the dam had held.",
        "She added that water was rising. Kravets warned that it would not last.",
        "Russia’s Defence Ministry said it had hit a depot. The ministry added that two tanks burned.",
    )
    said = [(r.speaker_text, r.speaker_resolved, r.speaker_side) for r in found]
    assert said == [
        ("Olena Kravets, a Ukrainian engineer", "Olena Kravets", "ukraine"),
        ("She", "Olena Kravets", "ukraine"),
        ("Kravets", "Olena Kravets", "ukraine"),
        ("Russia’s Defence Ministry", "Russian Defence Ministry", "russia"),
        ("The ministry", "Russian Defence Ministry", "russia"),
    ]


def test_a_blanket_statement_covers_the_claims_of_the_sides_it_names(analysed: Analyse) -> None:
    found = rows(
        analysed,
        "Ukraine claimed it had sunk a ship. Ukraine said the port was open.",
        "Russia claimed that nothing was hit.",
        "Neither the Ukrainian nor the Russian claims could be independently verified.",
    )
    assert [(r.cue_lemma, r.verification) for r in found] == [
        ("claim", "unverified"),
        ("say", "none"),
        ("claim", "unverified"),
    ]


def test_a_statement_in_the_sentence_covers_its_claim(analysed: Analyse) -> None:
    (row,) = rows(analysed, "The general claimed, without providing evidence, that the depot was empty.")
    assert row.verification == "unverified"


def test_features_divide_by_declared_counts(analysed: Analyse) -> None:
    results = analysed(
        "Ukraine claimed it had won. Russia said that it had won. Officials in Russia said nothing was lost."
    )
    row = results.article_rows[0]
    assert row["attributions"] == 3
    assert (row["attributions_by_ukraine"], row["attributions_by_russia"]) == (1, 2)
    assert (row["doubt_share_ukraine"], row["doubt_share_russia"]) == (1.0, 0.0)
    assert row["attributed_words"] <= row["words"]


def test_every_offset_slices_to_its_text(analysed: Analyse) -> None:
    paragraphs = (
        "“We are tired,” the nurse said, adding that “nobody sleeps”. Officials reportedly left.",
        "The mayor, who said he knew, wrote: “It is over.",
    )
    text = article_of(*paragraphs).text
    for row in rows(analysed, *paragraphs):
        assert row.cue_text == " … ".join(text[s:e] for s, e in row.cue_spans)
        assert row.speaker_text == " … ".join(text[s:e] for s, e in row.speaker_spans)
        assert all(row.start <= s < e <= row.end for s, e in (*row.cue_spans, *row.content_spans))


def test_stray_marks_swallow_nothing(analysed: Analyse) -> None:
    paragraph = '"We will never go, he said. “The talks failed, she added, "and they know it. ‘Nobody came.'
    found = rows(analysed, *[paragraph] * 40)
    assert found
    assert max(r.end - r.start for r in found) <= len(paragraph)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "he said", "Kim added", "that", ",", ".", "it rains", ":"]),
        max_size=16,
    )
)
def test_no_sequence_of_marks_and_tags_breaks_the_extractor(analysed: Analyse, parts: list[str]) -> None:
    rows(analysed, "A start. " + " ".join(parts) + " An end.")


def test_the_lexicon_is_large_sourced_and_one_class_per_lemma() -> None:
    cues = load().of("cues", Cue)
    assert len(cues) >= 250
    assert all(cue.source for cue in cues)
    assert all(cue.grammar for cue in cues if cue.pos in ("verb", "noun", "adjective"))
    verbs = [cue.lemma for cue in cues if cue.pos == "verb"]
    assert len(verbs) == len(set(verbs))


def test_the_future_of_headlines_is_a_whole_clause(analysed: Analyse) -> None:
    title = "Mayor confirms council to take part in talks"
    assert slots(analysed, "Rain fell.", title=title) == [
        ("Mayor", "confirms", "council to take part in talks")
    ]


def test_a_purpose_after_an_object_is_no_part_of_the_content(analysed: Analyse) -> None:
    found = slots(analysed, "The minister announces tax cuts to help families.")
    assert found == [("The minister", "announces", "tax cuts")]


def test_a_title_attributes_clauses_and_tells_deeds(analysed: Analyse) -> None:
    assert slots(analysed, "Rain fell.", title="Minister announces tax cuts to help families") == []
    assert slots(analysed, "Rain fell.", title="Union says minister has hidden letters") == [
        ("Union", "says", "minister has hidden letters")
    ]


@pytest.mark.parametrize(
    ("title", "speaker", "content"),
    [
        ("Pier to reopen in May — harbour board", "harbour board", "Pier to reopen in May"),
        ("Pier to reopen in May – Kravets", "Kravets", "Pier to reopen in May"),
        ("Officials warn city: bridge could fall any day", "Officials", "bridge could fall any day"),
        ("‘We waited for hours’: Mayor Olena Kravets", "Mayor Olena Kravets", "‘We waited for hours’"),
        (
            "Bridge “will be sold for good” - address by the mayor",
            "the mayor",
            "Bridge “will be sold for good”",
        ),
    ],
)
def test_marks_of_headlines_attribute(analysed: Analyse, title: str, speaker: str, content: str) -> None:
    assert [(s, c) for s, _, c in slots(analysed, "Rain fell.", title=title)] == [(speaker, content)]


@pytest.mark.parametrize(
    "title",
    [
        "Storm in the east: what we know",
        "Pier reopens in May: Live updates",
        "Pier reopens in May - The Guardian",
        "Fishing ban explained: boats target new grounds",
    ],
)
def test_other_marks_of_headlines_do_not(analysed: Analyse, title: str) -> None:
    assert slots(analysed, "Rain fell.", title=title) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mayor said on Tuesday, during a visit to the port, that the strike was over.",
            [("The mayor", "said", "the strike was over")],
        ),
        (
            "He said his recent visits had helped and said that others should follow.",
            [
                ("He", "said", "his recent visits had helped"),
                ("He", "said", "others should follow"),
            ],
        ),
        (
            "Aid groups called for the road to be opened.",
            [("Aid groups", "called for", "the road to be opened")],
        ),
        (
            "The driver was accused by the police of ignoring a red light.",
            [("the police", "accused", "The driver … of ignoring a red light")],
        ),
        (
            "He left because of what he called a witch hunt.",
            [("he", "called", "a witch hunt")],
        ),
        (
            "She said the aim was not to “punish” drivers but to “make the streets safe”.",
            [("She", "said", "the aim was not to “punish” drivers but to “make the streets safe”")],
        ),
        (
            "“The pump is old,” said Ivo Maric, citing the last report.",
            [
                ("Ivo Maric", "said", "“The pump is old,”"),
                ("Ivo Maric", "citing", "the last report"),
            ],
        ),
    ],
)
def test_clauses_that_stand_far_from_their_cue(
    analysed: Analyse, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert slots(analysed, sentence) == expected


@pytest.mark.parametrize(
    ("said", "not_said"),
    [
        ("The bank said who owned the account.", "The bank declined to say who owned the account."),
        ("The poster reads: “Keep the library open.”", "The boy reads “Robinson Crusoe” to his sister."),
        ("The landlord threatened to be difficult.", "The debate threatened to be difficult."),
        ("The mayor said the road is wide.", "That said, the road is wide."),
        ("There were reports of rain.", "There was a threat of rain."),
        ("The group made a request for tents.", "The office did not answer a request for comment."),
        ("The minister threatened sanctions.", "The bill threatens benefits."),
        ("The minister threatened a strike.", "The man threatened the clerk."),
        ("She spoke of a long winter.", "She was speaking at a school."),
        ("The paper backed away from its story.", "Two beams backed the wall."),
        ("The mayor warned of floods.", "The sirens warn early."),
        ("Officials see the pact as a gift.", "Officials see the pact."),
        ("The envoy knows that the dam is weak.", "The envoy knows the town."),
        ("The council plans to close the school.", "The council has plans."),
        ("The mayor said why the road was shut.", "He left without saying why the road was shut."),
        ("The board noted that the road was shut.", "It is worth noting that the road was shut."),
        ("Voters believed the plan was sound.", "If voters believe the plan is sound, it passes."),
        ("She found that the room was empty.", "She found herself surrounded."),
        (
            "The inquiry determined that the fire was set.",
            "It opened an inquiry to determine whether the fire was set.",
        ),
        ("For the farmers, the pact is a threat.", "For the farmers, the day began at six."),
        ("The plan, in the mayor's view, is dead.", "The mayor stood in view of the port."),
        ("The mayor rejected the union's claim.", "The pump rejected the coin."),
        ("The mayor discussed the toll plan.", "The mayor met the guild to discuss the toll plan."),
        ("The mayor wants a new bridge.", "The bridge wants a new roof."),
        ("The mayor pointed to falling prices.", "The arrows point to the gate."),
        ("The mayor credited the guild with the repair.", "The machine credits the account with interest."),
        ("The mayor apologized for the delay.", "The mayor did not apologize."),
        ("She persuaded the council to open the school.", "She persuaded the council."),
        ("The board lists the mill as a ruin.", "The ship listed in the storm."),
        (
            "He replied by saying that the road was shut.",
            "She was barred from saying that the road was shut.",
        ),
    ],
)
def test_the_same_word_said_and_not_said(analysed: Analyse, said: str, not_said: str) -> None:
    assert len(rows(analysed, said)) == 1
    assert rows(analysed, not_said) == []


def test_words_only_promised_in_a_content_are_no_row_but_finite_reports_are(analysed: Analyse) -> None:
    promised = rows(analysed, "The minister promised to tell the public that the well was dry.")
    reported = rows(analysed, "The minister said the mayor told the public that the well was dry.")
    assert [row.cue_lemma for row in promised] == ["promise"]
    assert [row.cue_lemma for row in reported] == ["say", "tell"]


def test_a_printed_conversation_is_one_row_a_turn(analysed: Analyse) -> None:
    turns = ("LIND: We think the pumps stopped.", "BECK: You say they stopped?", "LIND: At six.")
    assert slots(analysed, *turns) == [
        ("LIND", ":", "We think the pumps stopped."),
        ("BECK", ":", "You say they stopped?"),
        ("LIND", ":", "At six."),
    ]


def test_a_single_heading_with_a_colon_is_no_turn(analysed: Analyse) -> None:
    assert rows(analysed, "Weather: more rain in the north.", "The river rose.") == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=60))
def test_no_text_breaks_the_extractor(analysed: Analyse, odd: str) -> None:
    rows(analysed, f"{odd} he said that {odd} “{odd}", f"According to {odd}: {odd}, she added")


def test_speakers_are_counted_once_each(analysed: Analyse) -> None:
    text = "Dana Ruiz, a teacher, said the hall was empty. She added that it was dark. The mayor said the lights failed."
    (row,) = analysed(text).article_rows
    assert row["speakers"] == 2
    assert row["attributions_with_speaker"] == 3
    assert row["attributions_per_speaker"] == 1.5


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "He agreed to sell the farm to the bank in 2010, records show.",
            [("records", "show", "He agreed to sell the farm to the bank in 2010")],
        ),
        (
            "During the same week, agency records show, the plane flew eight hours.",
            [("agency records", "show", "During the same week … the plane flew eight hours")],
        ),
        (
            "The mayor said the plan could be “messy,” adding: “Life is messy.”",
            [
                ("The mayor", "said", "the plan could be “messy,”"),
                ("The mayor", "adding", "“Life is messy.”"),
            ],
        ),
        (
            "She held a briefing to announce that the dam was safe.",
            [("She", "announce", "the dam was safe")],
        ),
        (
            "The mayor left the fair early, citing the heat.",
            [("The mayor", "citing", "the heat")],
        ),
        (
            "The mayor cited the mill as proof of growth.",
            [("The mayor", "cited", "the mill as proof of growth")],
        ),
        (
            "The clerk denied the charges and sued the paper.",
            [("The clerk", "denied", "the charges")],
        ),
        (
            "The mayor pointed to the mill as a success.",
            [("The mayor", "pointed to", "the mill as a success")],
        ),
        ("About 4 in 10 say they want more trains.", [("About 4 in 10", "say", "they want more trains")]),
        (
            "He is leaving, she said, because the pay is low.",
            [("she", "said", "He is leaving … because the pay is low")],
        ),
        (
            "They passed a bill that critics called unfair.",
            [("critics", "called", "a bill … unfair")],
        ),
        ("In the mayor’s words, the plan is a gift.", [("the mayor’s", "In … words", "the plan is a gift")]),
        (
            "That said, the farm sells eggs, which is why officials say it will last.",
            [("officials", "say", "it will last")],
        ),
    ],
)
def test_speakers_and_contents_that_parses_tear_apart(
    analysed: Analyse, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert slots(analysed, sentence) == expected


def test_a_report_inside_a_quotation_is_nested_and_does_not_speak_on(analysed: Analyse) -> None:
    outer, inner, next_one = rows(
        analysed,
        "Olena Kravets said: “The minister told me that the bridge would open.” She added that it rained.",
    )
    assert inner.nested_in == outer.mention_id
    assert inner.speaker_text == "The minister"
    assert next_one.speaker_resolved == "Olena Kravets"


def test_an_intention_told_by_others_and_a_speech_act_that_is_only_named_are_no_rows(
    analysed: Analyse,
) -> None:
    found = slots(analysed, "The mayor said the women who accused him want to leave.")
    assert [cue for _, cue, _ in found] == ["said"]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Vladimir Putin said it was over. Donald Trump flew to Rome. He said it was late.", "Donald Trump"),
        (
            "Ms. Zakharova said it was over. Mr. Putin said it was not. She said it was late.",
            "Maria Zakharova",
        ),
        (
            "The Road Safety Board (RSB) said it was wet. The RSB said it was late.",
            "The Road Safety Board (RSB)",
        ),
        ("Experts said it was over. The expert said it was late.", "The expert"),
        (
            "The law was drawn up by the Sallow Centre, a group that says dams are bad. The group said it was late.",
            "the Sallow Centre",
        ),
        (
            "Elon Brandt fought the law after President Sipho Dube had defended it. “It is late,” he said.",
            "",
        ),
        (
            "The council backed the law after President Sipho Dube had defended it. “It is late,” he said.",
            "Sipho Dube",
        ),
        (
            "Mayor Ivo Brand said it was over. The work goes on, a council spokeswoman said. He said it was late.",
            "Ivo Brand",
        ),
        (
            "Mayor Ivo Brand said it was over. The work goes on, a council spokeswoman said. She said it was late.",
            "a council spokeswoman",
        ),
    ],
)
def test_pronouns_short_names_and_numbers_agree(analysed: Analyse, text: str, resolved: str) -> None:
    assert rows(analysed, WAR, text)[-1].speaker_resolved == resolved


def test_neither_and_both_cover_the_last_claims_of_two_speakers(analysed: Analyse) -> None:
    found = rows(
        analysed,
        "The army said it held the village. The rebels said they had taken it. Neither claim could be verified.",
    )
    assert [row.verification for row in found] == ["unverified", "unverified"]


def test_a_picture_that_was_verified_carries_it(analysed: Analyse) -> None:
    (row,) = rows(analysed, "Video verified by the agency showed a burning depot.")
    assert (row.cue_lemma, row.verification) == ("show", "verified")


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("A source told TASS that two men died.", "russia"),
        ("A source told the mayor that two men died.", "unknown"),
        ("A source at the port said TASS was wrong.", "unknown"),
    ],
)
def test_a_source_without_a_name_has_the_side_of_the_medium_it_spoke_to(
    analysed: Analyse, sentence: str, side: str
) -> None:
    found = [row for row in rows(analysed, WAR, sentence) if row.speaker_text.startswith("A source")]
    assert [row.speaker_side for row in found] == [side]
