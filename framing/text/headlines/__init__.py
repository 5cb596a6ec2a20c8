"""Headlines as sentences: the grammar of headlines undone before the parser sees them, and done again behind it.

Headlines leave out auxiliaries and articles, put the present for the past, the infinitive for the future and a comma
for "and" (Mårdh 1980, Headlinese; Biber, Johansson, Leech, Conrad and Finegan 1999). A parser of running text takes
"Mayor confronts council" for a noun phrase. So a headline is cut into its stretches, with the tag that says who says so
(", officials say") set apart, and in each stretch every word that may be the verb is tried as one, with the auxiliary
that a sentence would have: "Mayor *will confront* council", "Twelve *were* killed in blast", "Council *will* sell pier".
The reading whose parse hangs together best is kept, the words that were put in are taken out again, and the parse
has the words and offsets of the headline.

    words       the words of a headline, title case undone; what the lexicons say of them
    segments    its stretches between marks, and the tags that report
    readings    the sentences that a stretch may stand for
    scoring     which of them hangs together best
    restoring   the words that were put in taken out again
    assembly    one parse of all stretches
"""

from framing.text.headlines.assembly import Headline, headline_of
from framing.text.headlines.words import HeadlineWords, TitleInArticle, VerbForms, headline_words, title_in

REVISION = 5
"""Goes up when the parses of titles come out otherwise, so that those of before are not taken for those of now."""

__all__ = [
    "REVISION",
    "Headline",
    "HeadlineWords",
    "TitleInArticle",
    "VerbForms",
    "headline_of",
    "headline_words",
    "title_in",
]
