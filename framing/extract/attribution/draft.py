"""An attribution in the making: spans as they are gathered, before speakers are resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from framing.extract.attribution.cues import CueUse
from framing.records.article import Span, merged
from framing.text.parse import Token
from framing.text.sentences import Sentence


@dataclass(eq=False)
class Draft:
    """One attribution while its slots are found. `use` is None for a quotation without a cue.

    `speaker_head` is the syntactic head of the speaker; `quoted` says that the content came from a
    quotation beside the tag, so that a further quotation may go on with it; `carried` that the speaker is
    whoever spoke before; `mark` is the colon of a headline, where that is the cue.
    """

    sentence: Sentence
    use: CueUse | None
    rule: str
    content: list[Span]
    speaker: list[Span] = field(default_factory=list)
    speaker_head: Token | None = None
    extra_cues: list[Span] = field(default_factory=list)
    secondary: str = ""
    quoted: bool = False
    carried: bool = False
    mark: Span | None = None

    @cached_property
    def _words(self) -> list[Span]:
        return token_spans(self.sentence, self.use.tokens) if self.use else []

    @property
    def cue(self) -> list[Span]:
        if self.use is None:
            return [self.mark] if self.mark else []
        return merged([*self._words, *self.extra_cues])

    @property
    def frame(self) -> str:
        """The frame that gave the content: the last part of the rule."""
        return self.rule.rsplit("/", 1)[-1]

    @property
    def tag(self) -> Span:
        """From the first to the last character of cue and speaker."""
        spans = [*self.cue, *self.speaker]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    @property
    def spans(self) -> list[Span]:
        return [*self.cue, *self.speaker, *self.content]


def token_spans(sentence: Sentence, tokens: Iterable[Token]) -> list[Span]:
    """Tokens as spans of the article: one for each run, runs joined over punctuation alone."""
    ordered = sorted(tokens, key=lambda t: t.i)
    runs: list[list[Token]] = []
    for token in ordered:
        if runs and all(t.is_punct for t in token.parse[runs[-1][-1].i + 1 : token.i]):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [sentence.span_of(run) for run in runs if any(not t.is_punct for t in run)]


def by_sentence(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Drafts by the place where their sentence starts."""
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(draft.sentence.start, []).append(draft)
    return groups
