"""Which lines are boilerplate, and which look like it but are the article."""

import pytest

from framing.lexicon import Lexicons
from framing.read.cleaning.boilerplate import BoilerplatePatterns, mark
from framing.read.cleaning.line_features import split_lines
from framing.records.article import RemovedReason

OPENING = (
    "The harbour authority closed the northern pier on Monday after divers found cracks in its piles.\n\n"
)
CLOSING = (
    "\n\nEngineers will inspect the other piers before the ferry season begins, the authority said in a note."
)


@pytest.fixture(scope="session")
def boilerplate(lexicons: Lexicons) -> BoilerplatePatterns:
    return BoilerplatePatterns.of(lexicons)


def marked(text: str, boilerplate: BoilerplatePatterns, title: str = "") -> list[tuple[str, str]]:
    return [(m.reason, text[m.start : m.end]) for m in mark(split_lines(text), boilerplate, title)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("3 May 2024, 09:12 | Updated: 4 May 2024, 18:30", "dateline"),
        ("Published: May 3, 2024 at 9:12 AM EDT", "dateline"),
        ("Fri 3 May 2024 09.12 BST", "dateline"),
        ("2 hours ago", "dateline"),
        ("This article is more than 3 years old", "dateline"),
        ("By Ada Krone", "byline"),
        ("By Ada Krone and Tom Pohl, Associated Press", "byline"),
        ("By Ada Krone, Harbour Correspondent", "byline"),
        ("Ada Krone contributed to this report.", "byline"),
        (
            "Associated Press writers Ada Krone in Riga and Tom Pohl in Oslo contributed to this report.",
            "byline",
        ),
        ("(Reporting by Ada Krone in Riga; Editing by Tom Pohl)", "byline"),
        ("Photo: Tom Pohl", "caption"),
        ("Image source, Getty Images", "caption"),
        ("Workers look at the closed pier in Riga on Monday. Photograph: Tom Pohl/EPA", "caption"),
        ("Workers look at the closed pier in Riga on Monday. (AP Photo/Tom Pohl)", "caption"),
        ("FILE - A ferry leaves the pier in Riga in 2019.", "caption"),
        ("hide caption Tom Pohl/AFP via Getty Images", "caption"),
        ("Listen to this article", "audio_widget"),
        ("0:00 / 4:12", "audio_widget"),
        ("Loading audio...", "audio_widget"),
        ("Read more: Ferries to stay in port until June", "read_more"),
        ("Also read: Divers find wreck off Riga", "read_more"),
        ("Follow AP’s coverage of ports at https://example.org/hub/ports", "read_more"),
        ("Advertisement", "sponsor"),
        ("Story continues below advertisement", "sponsor"),
        ("Sign up for our morning newsletter", "sponsor"),
        ("By signing up, you agree to our Terms of Use and Privacy Policy", "consent"),
        ("Accept all cookies", "consent"),
        ("© 2024 The Riga Harbour Gazette. All rights reserved.", "copyright"),
        ("___", "other"),
        ("-", "other"),
        ("Share", "other"),
        ("https://example.org/a/b?c=1", "source_line"),
        ("Sign in to comment", "comment_form"),
        ("Do you know more? Write to desk@gazette.example", "comment_form"),
        ("Did you see it? Have you a picture? Call our newsdesk", "comment_form"),
    ],
)
def test_a_line_of_boilerplate_is_marked_as_a_whole(
    line: str, reason: RemovedReason, boilerplate: BoilerplatePatterns
) -> None:
    assert (reason, line) in marked(OPENING + line + CLOSING, boilerplate)


@pytest.mark.parametrize(
    "line",
    [
        "Cracks in the piles",
        "What happens next?",
        "Photographs seen by reporters show a crack as wide as a hand.",
        "Images shared by divers show the crack from below.",
        "Watch officers on the pier saw nothing, the note says.",
        "Readers have asked whether the ferries are safe.",
        "By Monday evening the pier was empty.",
        "The delay contributed to a shortage of fuel on the islands.",
        "“Source: my own eyes,” the diver said when asked how he knew.",
        "More than 40 ferries use the harbour each day.",
        "Follow-up inspections are planned for the autumn.",
        "Reuters and AFP were told of the cracks by two harbour officials.",
        "Listen to the divers, the mayor told the council.",
        "The deal was signed in the presence of reporters (among them one of the Associated Press) on the pier.",
        "Prices rose by 4% in March, 5% in April and 6% in May 2024.",
    ],
)
def test_a_sentence_or_crosshead_is_not(line: str, boilerplate: BoilerplatePatterns) -> None:
    assert marked(OPENING + line + CLOSING, boilerplate) == []


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("RIGA (AP) —", " The harbour closed its northern pier on Monday, officials said."),
        ("RIGA —", " The harbour closed its northern pier on Monday, officials said."),
        ("RIGA and TALLINN —", " Two harbours closed their piers on Monday, officials said."),
        ("RIGA, Latvia (Reuters) -", " The harbour closed its northern pier, officials said."),
        ("RIGA, May 6. /TASS/.", " The harbour closed its northern pier, officials said."),
        ("New Riga, May 6, 2024 (LETA) —", " The harbour closed its northern pier, officials said."),
        ("RIGA:", " The harbour closed its northern pier on Monday, officials said."),
    ],
)
def test_a_dateline_is_marked_without_the_sentence_behind_it(
    dateline: str, rest: str, boilerplate: BoilerplatePatterns
) -> None:
    assert marked(dateline + rest + CLOSING, boilerplate) == [("dateline", dateline)]


@pytest.mark.parametrize(
    "opening",
    [
        "NATO — which has no harbour in the gulf — sent divers on Monday, officials said.",
        "UPDATE: The harbour has closed a second pier since this was written, officials said.",
        "On May 6 – a holiday – the harbour was empty, officials said.",
        "The mayor – a diver himself – inspected the pier on Monday.",
    ],
)
def test_a_dash_or_colon_alone_makes_no_dateline(opening: str, boilerplate: BoilerplatePatterns) -> None:
    assert marked(opening + CLOSING, boilerplate) == []


def test_caption_beside_its_credit(boilerplate: BoilerplatePatterns) -> None:
    text = OPENING + "The northern pier, Riga\nPicture: Alamy" + CLOSING
    assert marked(text, boilerplate) == [
        ("caption", "The northern pier, Riga"),
        ("caption", "Picture: Alamy"),
    ]


def test_crosshead_before_a_caption_stays(boilerplate: BoilerplatePatterns) -> None:
    text = OPENING + "Old wood\n\nDivers at the pier on Monday. (AP Photo/Tom Pohl)" + CLOSING
    assert [reason for reason, _ in marked(text, boilerplate)] == ["caption"]


def test_headlines_behind_the_article(boilerplate: BoilerplatePatterns) -> None:
    listed = [
        "Most read",
        "Fire guts paper mill in Turku",
        "Smoke rises over the mill on Friday.",
        "Three dead as avalanche hits Tatra hut",
        "Bakery strike enters its third week",
    ]
    text = OPENING.strip() + CLOSING + "\n\n" + "\n\n".join(listed)
    assert marked(text, boilerplate) == [("unrelated_headlines", line) for line in listed]


def test_box_amid_the_article_ends_where_the_article_goes_on(boilerplate: BoilerplatePatterns) -> None:
    text = OPENING + "Related stories\n\nFire guts paper mill in Turku\n\nBakery strike goes on" + CLOSING
    assert [line for _, line in marked(text, boilerplate)] == [
        "Related stories",
        "Fire guts paper mill in Turku",
        "Bakery strike goes on",
    ]


def test_comment_form_ends_the_page_only_behind_the_article(boilerplate: BoilerplatePatterns) -> None:
    above = "3 Comments\n\n" + OPENING.strip() + CLOSING
    assert marked(above, boilerplate) == [("comment_form", "3 Comments")]
    below = OPENING.strip() + CLOSING + "\n\nLeave a Reply\n\nName\n\nI always said that pier was rotten."
    assert [reason for reason, _ in marked(below, boilerplate)] == ["comment_form"] * 3


def test_title_printed_again(boilerplate: BoilerplatePatterns) -> None:
    title = "Harbour shuts cracked pier"
    assert marked(title + "\n\n" + OPENING, boilerplate, title) == [("repeated_title", title)]


def test_live_blog_item_repeats_its_heading(boilerplate: BoilerplatePatterns) -> None:
    heading = "Second pier closed in Riga"
    text = f"Skip next section {heading}\n\n05/06/2024 May 6, 2024 {heading}\n\n" + OPENING
    assert marked(text, boilerplate) == [
        ("other", f"Skip next section {heading}"),
        ("dateline", "05/06/2024 May 6, 2024"),
        ("repeated_title", heading),
    ]


def test_sign_up_sentence_that_ran_into_a_paragraph(boilerplate: BoilerplatePatterns) -> None:
    text = (
        "By subscribing I accept the terms of use and privacy policy. The harbour closed a pier on Monday."
        + CLOSING
    )
    assert marked(text, boilerplate) == [
        ("consent", "By subscribing I accept the terms of use and privacy policy.")
    ]


def test_very_long_lines_take_linear_time(boilerplate: BoilerplatePatterns) -> None:
    for piece in ("a", "1", "- ", "(", "A. ", "by By ", "“", "May 1, "):
        lines = split_lines(piece * 100_000)
        assert mark(lines, boilerplate) is not None
        assert mark(split_lines((piece * 590).strip()), boilerplate) is not None


def test_speakers_of_a_transcript_are_no_datelines(boilerplate: BoilerplatePatterns) -> None:
    text = (
        "OZOLA: The northern pier has been shut since Monday morning, as you know.\n\nKRONE: And until when?"
    )
    assert marked(text, boilerplate) == []


def test_names_between_title_and_first_paragraph(boilerplate: BoilerplatePatterns) -> None:
    text = "Ada Krone\n\nHarbour correspondent\n\n" + OPENING + "Ilze Ozola" + CLOSING
    assert marked(text, boilerplate) == [("byline", "Ada Krone"), ("byline", "Harbour correspondent")]


def test_an_agency_signs_the_last_paragraph(boilerplate: BoilerplatePatterns) -> None:
    caption = "Divers at the northern pier in Riga on Monday. (AP)"
    text = OPENING + caption + CLOSING + " (AFP)"
    assert marked(text, boilerplate) == [("caption", caption), ("byline", " (AFP)")]
