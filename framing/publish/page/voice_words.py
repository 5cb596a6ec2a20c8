"""The voice of a passage in words: the glyph of its cell, the attributing word beside it, its figures."""

from __future__ import annotations

from typing import NamedTuple

from framing.compare.claims import ClaimVoice
from framing.compare.claims.voice import VoiceKind
from framing.publish.shared import words
from framing.publish.shared.parts import clipped

LONGEST_CUE = 28
MOST_FIGURES = 2
OWN_VOICE, QUOTED = "own voice", "quoted"
PLAIN_FACT = "plain fact"
_ADDED: dict[VoiceKind, str] = {
    "weight": " (with weight)",
    "doubt": " (with doubt)",
    "unverified": " (not verified, says the text)",
}


class VoiceWords(NamedTuple):
    """What a cell shows of a voice: `word` is the attributing word as written, cues with one `lemma` are one."""

    glyph: VoiceKind
    word: str
    figure: str
    strength: int
    speaker: str
    lemma: str

    @property
    def label(self) -> str:
        """The voice in words, as it stands over a passage."""
        if self.glyph in ("own", "headline"):
            return words.SPOKEN[self.glyph]
        who = self.speaker[:1].upper() + self.speaker[1:] if self.speaker else "Nobody named"
        quoted = self.word if self.word == QUOTED else f"“{self.word}”"
        return f"{who}, {quoted}{_ADDED.get(self.glyph, '')}"


def voice_words(voice: ClaimVoice) -> VoiceWords:
    """A voice in words."""
    left = len(voice.figures) - MOST_FIGURES
    figure = ", ".join(voice.figures[:MOST_FIGURES]) + (f" and {left} more" if left > 0 else "")
    if voice.kind in ("own", "headline"):
        word = OWN_VOICE if voice.kind == "own" else "headline"
        return VoiceWords(voice.kind, word, figure, voice.strength, "", "")
    word = clipped(voice.cue, LONGEST_CUE).lower() or QUOTED
    return VoiceWords(voice.kind, word, figure, voice.strength, voice.speaker, voice.lemma or word)
