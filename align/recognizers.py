"""Who hears each recording, who hears again, who is asked about differences, who tells voices apart?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from align.compare.evidence import AudioScorer
from align.compare.second_hearing import SecondHearing
from align.records import Answer, Interval, Likelihoods, Model, Question, Transcript, Word
from align.speech.audio import SILENCE, Audio
from align.speech.protocols import Diarizer, Recognizer


@dataclass(frozen=True, slots=True)
class Recognizers:
    """Who transcribes each recording; and who is asked about differences, if not the same: the verifier.

    `given` are the numbers of the recordings whose transcripts are somebody else's.
    """

    each: tuple[Recognizer, ...]
    verifier: Recognizer | None = None
    given: frozenset[int] = frozenset()

    @property
    def model(self) -> Model:
        """Which model transcribes, and which verifies."""
        return replace(self.each[0].model, verifier=self.verifier.model.name if self.verifier else None)

    @property
    def scorer(self) -> Recognizer:
        """Who is asked about differences."""
        return self.verifier or self.each[0]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who tells voices apart, and clips of voices whose names are known."""

    diarizer: Diarizer
    clips: Mapping[str, Audio] = field(default_factory=dict)


def audio_scorer(scorer: Recognizer, recordings: Sequence[Audio], transcripts: Sequence[Transcript]) -> AudioScorer:
    """Return the function that puts a question to the audio, and to silence; who cannot listen answers nothing."""

    def ask(question: Question) -> Answer | None:
        clip = recordings[question.recording].clip(question.clip)
        language = transcripts[question.recording].language
        wordings, heard = (*question.heard, *question.printed), len(question.heard)
        scores = [scorer.log_likelihoods(sound, wordings, language) for sound in (clip, SILENCE)]
        return Answer(*(Likelihoods(one[:heard], one[heard:]) for one in scores)) if scores[0] else None

    return ask


def second_hearing(
    recognizers: Recognizers, recordings: Sequence[Audio], transcripts: Sequence[Transcript]
) -> SecondHearing:
    """Return the function that says what is heard in a place of a recording whose transcript was given."""

    def hear(recording: int, place: Interval) -> tuple[Word, ...] | None:
        if recording not in recognizers.given:
            return None
        language = transcripts[recording].language
        return recognizers.scorer.transcribe_place(recordings[recording], place, language)

    return hear
