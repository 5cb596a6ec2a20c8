"""The rows of the claim ledger: passages of claims, the ledger's cells, and drift, with their declarations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal, get_args

from framing.extract.base import evidence_table
from framing.lexicon.attribution import CUE_CLASSES
from framing.records.article import Span
from framing.records.columns import Column, Table
from framing.records.mention import Mention

Stance = Literal["own_voice", "attributed", "distanced", "endorsed", "unverified"]
ClaimType = Literal["event", "number", "position", "quote"]
Scope = Literal["shared", "single"]
Status = Literal["states", "perhaps", "absent", "not_yet_known"]
Known = Literal["yes", "no", "unknown", ""]
DriftKind = Literal["cue", "attribution", "number", "qualifier", "agent", "word"]

STANCES: tuple[str, ...] = get_args(Stance)
CLAIM_TYPES: tuple[str, ...] = get_args(ClaimType)
DRIFT_KINDS: tuple[str, ...] = get_args(DriftKind)

_CLAIM_ID = Column(
    name="claim_id",
    definition="Name of the claim; the same in claims, ledger and drift, and the same on every run.",
    example="k012",
)
_GIST = Column(
    name="gist",
    definition="The claim in words of the articles: the statement that carries most of what they share.",
    quotes=True,
)
_CLAIM_TYPE = Column(
    name="claim_type",
    definition="quote: the articles quote the same words; number: what they share is a figure; position: what "
    "somebody wants, plans or thinks; event: all other.",
    values=CLAIM_TYPES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention(Mention):
    """One passage of one article that states a claim: a sentence, with the part of it that does."""

    LETTER: ClassVar[str] = "k"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        _CLAIM_ID,
        _GIST,
        _CLAIM_TYPE,
        Column(
            name="stance",
            definition="How the article vouches for it: in its own voice, attributed to somebody, attributed "
            "with doubt (distanced), with a word that vouches (endorsed), or with a note that it is unverified.",
            values=STANCES,
            source="Hyland 2005; Thompson & Ye 1991",
        ),
        Column(
            name="attribution_id",
            definition="Row of the attribution that the passage stands in.",
            missing_means="the article's own voice",
            example="001:a04",
        ),
        Column(
            name="cue_class",
            definition="Class of that attribution's cue.",
            values=CUE_CLASSES,
            missing_means="the article's own voice",
        ),
        Column(
            name="similarity",
            type="number",
            definition="Support of the passage by the passage of another article that supports it most: how strongly "
            "their wording says that they are one claim.",
            range="0 to 1",
            missing_means="a claim of one article",
            source="Hatzivassiloglou et al. 1999",
        ),
        Column(
            name="scope",
            definition="Whether at least two articles state the claim, or only this one.",
            values=get_args(Scope),
        ),
        Column(
            name="statement_spans",
            type="spans",
            definition="The clauses of the passage that state the claim.",
            unit="characters",
        ),
        Column(
            name="cue_lemma",
            definition="Lemma of the attributing word.",
            missing_means="the article's own voice, or a quotation without a cue",
            example="confirm",
        ),
        Column(
            name="speaker_text",
            definition="Who it is attributed to, as written.",
            missing_means="the article's own voice, or nobody is named",
        ),
        Column(
            name="speaker_resolved",
            definition="The named speaker that this stands for.",
            missing_means="the article's own voice, or nobody is known",
        ),
        Column(
            name="speaker_side",
            definition="The side of the speaker.",
            range="id of a side | third_party | unknown",
            missing_means="the article's own voice, or no conflict pack in use",
        ),
        Column(
            name="number_ids",
            type="list",
            definition="Rows of numbers that stand in the clauses.",
            missing_means="no quantities",
        ),
        Column(
            name="casualty_ids",
            type="list",
            definition="Rows of casualties that stand in the clauses.",
            missing_means="no casualties",
        ),
        Column(
            name="drift",
            type="list",
            definition="In what the articles of the claim differ; the table drift says how.",
            range=" | ".join(DRIFT_KINDS),
            missing_means="they do not differ, or only one article has it",
        ),
    )

    claim_id: str
    gist: str
    claim_type: ClaimType
    stance: Stance
    attribution_id: str
    cue_class: str
    similarity: float | None
    scope: Scope
    statement_spans: tuple[Span, ...]
    cue_lemma: str
    speaker_text: str
    speaker_resolved: str
    speaker_side: str
    number_ids: tuple[str, ...]
    casualty_ids: tuple[str, ...]
    drift: tuple[DriftKind, ...]


CLAIMS = evidence_table("claims", ClaimMention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of the ledger: a shared claim in an article of its event, or that it is not there.

    `nearest` are the characters of the sentence that comes nearest in an article that does not state the claim.
    """

    claim_id: str
    gist: str
    claim_type: ClaimType
    articles: int
    article_id: str
    source: str
    status: Status
    known: Known
    confidence: float | None
    nearest: tuple[Span, ...]
    nearest_text: str
    stances: tuple[Stance, ...]
    cue_lemmas: tuple[str, ...]
    speakers: tuple[str, ...]
    passages: tuple[str, ...]

    def row(self) -> Mapping[str, Any]:
        return asdict(self)


LEDGER = Table(
    "ledger",
    (
        _CLAIM_ID,
        _GIST,
        _CLAIM_TYPE,
        Column(
            name="articles", type="integer", definition="Articles that state the claim.", range="2 or more"
        ),
        Column(name="article_id", definition="An article on the event."),
        Column(name="source", definition="Label of the article's source."),
        Column(
            name="status",
            definition="states; perhaps: a sentence of it may state the claim, counted nowhere; absent: no sentence of it "
            "comes near; not_yet_known: absent, and published before the first article that has it.",
            values=get_args(Status),
        ),
        Column(
            name="known",
            definition="Whether an article without the claim could have known it: yes, published after one that has "
            "it; no, published before the first; unknown, the dates do not tell.",
            values=("yes", "no", "unknown"),
            missing_means="it states the claim",
        ),
        Column(
            name="confidence",
            type="number",
            definition="Support of the passage that states it best, or of the sentence that comes nearest, by the "
            "passages of other articles.",
            range="0 to 1",
            missing_means="no sentence has anything in common with the claim",
        ),
        Column(
            name="nearest",
            type="spans",
            definition="The sentence that comes nearest to the claim.",
            unit="characters",
            missing_means="it states the claim, or no sentence has anything in common with it",
        ),
        Column(
            name="nearest_text",
            definition="The characters of that sentence.",
            quotes=True,
            missing_means="it states the claim, or no sentence has anything in common with it",
        ),
        Column(
            name="stances",
            type="list",
            definition="Stances of the passages, in text order, each once.",
            range=" | ".join(STANCES),
            missing_means="not stated",
        ),
        Column(
            name="cue_lemmas",
            type="list",
            definition="Attributing words of the passages, each once.",
            missing_means="not stated, or in the article's own voice",
        ),
        Column(
            name="speakers",
            type="list",
            definition="Who the passages are attributed to, each once.",
            missing_means="not stated, in the article's own voice, or nobody is named",
        ),
        Column(
            name="passages",
            type="list",
            definition="mention_id of the passages in the table claims.",
            missing_means="not stated",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What one article says on a point in which the articles of a claim differ."""

    claim_id: str
    gist: str
    drift: DriftKind
    about: str
    article_id: str
    source: str
    value: str
    comparable: bool
    mention_id: str

    def row(self) -> Mapping[str, Any]:
        return asdict(self)


DRIFT = Table(
    "drift",
    (
        _CLAIM_ID,
        _GIST,
        Column(
            name="drift",
            definition="cue: another attributing word; attribution: stated flat by one and attributed by another; "
            "number: another figure; qualifier: the same figure hedged otherwise; agent: the doer named, or named "
            "otherwise, by some only; word: words exchanged in wording that two articles share.",
            values=DRIFT_KINDS,
        ),
        Column(
            name="about",
            definition="What the figure counts, who the victims are, or the other article of shared wording.",
            missing_means="the claim as a whole",
        ),
        Column(name="article_id", definition="The article."),
        Column(name="source", definition="Label of the article's source."),
        Column(
            name="value",
            definition="What it has: the cue, the stance, the quantity as written, the doer, the words.",
            missing_means="nothing: no cue, or no doer is named",
        ),
        Column(
            name="comparable",
            type="boolean",
            definition="Whether the values can be held against each other; false where unit, rate, currency or "
            "reference differ.",
        ),
        Column(name="mention_id", definition="The evidence row that the value was read from."),
    ),
)
