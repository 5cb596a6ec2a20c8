"""What makes two statements alike: quotations and figures in other spellings."""

from __future__ import annotations

from framing.compare.claims import ClaimMention
from framing.compare.claims.align import align
from framing.compare.claims.propositions import Proposition
from framing.compare.claims.statements import Statement
from framing.pipeline import Options, analyse
from framing.records.article import Article, Span
from tests.conftest import article_of

FILLER = (
    "The village lies on a lake in the north of the country.",
    "Its school was painted blue last summer by a group of volunteers.",
    "Snow is forecast for the second half of the week.",
    "A bakery opened near the church in May.",
)


def shared(*articles: Article) -> list[ClaimMention]:
    return [row for row in analyse(articles, Options(conflict="none")).ledger.claims if row.scope == "shared"]


def test_the_same_quotation_is_one_claim_though_its_words_are_everyday_words() -> None:
    one = article_of(
        "“We warned them again and again,” Nora Lind said.", *FILLER[:2], article_id="one", source="One"
    )
    other = article_of(
        *FILLER[2:],
        "Lind told the crowd: “We warned them again and again.”",
        article_id="other",
        source="Other",
    )
    rows = shared(one, other)
    assert [row.article_id for row in rows] == ["one", "other"]
    assert len({row.claim_id for row in rows}) == 1


def test_a_number_in_two_words_is_the_figure() -> None:
    one = article_of(
        "Thirty-eight passengers were treated on the quay.", *FILLER[:2], article_id="one", source="One"
    )
    other = article_of(*FILLER[2:], "Doctors treated 38 passengers.", article_id="other", source="Other")
    assert [row.article_id for row in shared(one, other)] == ["one", "other"]


def test_words_of_one_clause_only_are_weighed_too() -> None:
    text = article_of("Nora Lind said that the ferry sank, and that nobody knew why.", article_id="one")
    sentence = analyse([text], Options(conflict="none")).parsed["one"].sentences[0]
    clauses = [
        Statement("one", "One", sentence, Span(20, 34), ("ferry", "sink"), (), ("ferry", "sink", "know")),
        Statement("one", "One", sentence, Span(36, 60), ("nobody",), ("why",), ("ferry", "sink", "know")),
    ]
    none: frozenset[str] = frozenset()
    terms = ("predicate", "doers", "objects", "holder", "content", "rare_names")
    when = ("years", "months", "days", "weekdays")
    empty = dict.fromkeys((*terms, *when), none)
    stated = [
        Proposition(
            statement=clause,
            **empty,
            many=False,
            further=False,
            hypothetical=False,
            ordinals=frozenset(),
            is_aim=False,
            governor="",
            telling=1,
            negated=False,
            modal="",
            is_position=False,
            quoted=False,
            tolls=(),
            runs=frozenset(),
            is_clause=True,
            is_lead=False,
        )
        for clause in clauses
    ]
    assert align(stated) == []
