"""An event of our own: a ferry sinks off Lomea. Three outlets report it, one before the others."""

from __future__ import annotations

from dataclasses import replace

from framing.records.article import Article
from tests.conftest import article_of

POST = replace(
    article_of(
        "A ferry with 60 workers on board sank off Lomea on Sunday, and at least 19 passengers drowned, the coast "
        "guard said.",
        "The operator, Blue Line, denied that the Marisol was overloaded.",
        "Divers recovered the data recorder of the Marisol on Monday.",
        "The mayor of Lomea cancelled the spring carnival.",
        title="Ferry sinks off Lomea, 19 dead",
        article_id="post",
        source="Harbour Post",
    ),
    published="2024-03-04T18:00:00",
)
TIMES = replace(
    article_of(
        "Nineteen passengers drowned when a ferry sank off Lomea on Sunday.",
        "Blue Line, which operates the Marisol, claimed that the ferry had not been overloaded.",
        "The data recorder of the Marisol was recovered by divers on Monday, Blue Line confirmed.",
        "Survivors told the paper that the crew had no life jackets for children.",
        article_id="times",
        source="Lomea Times",
    ),
    published="2024-03-05",
)
WIRE = replace(
    article_of(
        "The coast guard confirmed that more than 19 passengers drowned after a ferry sank off Lomea on Sunday.",
        "Winds of 90 kilometres an hour had been forecast for the coast.",
        article_id="wire",
        source="National Wire",
    ),
    published="2024-03-03T20:00:00",
)
FERRY: tuple[Article, ...] = (POST, TIMES, WIRE)
