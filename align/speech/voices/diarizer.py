"""Which voices does a recording have? Those that its file or transcript tells apart, or else those that can be heard.

A track or channel with a voice of its own is one voice, and the labels of a transcript are what they are. Only where
nobody has told the voices apart are they told by their sound, and what came of that is remembered.
"""

import json
from dataclasses import astuple, dataclass

from align.cache import Cache, key_of
from align.diarization import Diarization, Embeddings, Vectors, joined, labelled_voices
from align.errors import RecordingError
from align.records import Interval, Transcript, Turn
from align.speech.audio import Audio
from align.speech.voices.bandwidth import is_narrow
from align.speech.voices.clustering import LEAST_ALIKE, LEAST_ALIKE_NARROW
from align.speech.voices.encoder import load_encoder
from align.speech.voices.turns import find_turns
from align.speech.voices.windows import REVISION, embed_speech


@dataclass(frozen=True, slots=True)
class _Speech:
    """Where somebody speaks in a recording, and whether through a telephone."""

    parts: tuple[Interval, ...]
    is_narrow: bool


@dataclass(frozen=True, slots=True)
class CachedDiarizer:
    """Tells the voices of recordings apart; `memory` is where it remembers them."""

    memory: Cache

    def diarize(self, audio: Audio, transcript: Transcript) -> Diarization:
        """Return who speaks when in a recording whose transcript this is."""
        if audio.track:
            return Diarization((audio.track,), joined(Turn(word.start, word.end, 0) for word in transcript.words))
        labelled = labelled_voices(transcript)
        if len(labelled.labels) > 1:
            return labelled
        speech = self._speech(audio)
        embeddings = self._embeddings(audio, speech, transcript.recording.duration)
        return find_turns(speech.parts, embeddings, LEAST_ALIKE_NARROW if speech.is_narrow else LEAST_ALIKE)

    def direction(self, audio: Audio) -> Vectors:
        """Return the direction of all that is said in a recording of one voice; raises RecordingError if nothing is."""
        duration = audio.recording.duration
        mean = self._embeddings(audio, self._speech(audio), duration).mean([Interval(0.0, duration)])
        if mean is None:
            raise RecordingError(f"Nobody speaks in {audio.path}: give a clip of the voice alone.")
        return mean

    def _embeddings(self, audio: Audio, speech: _Speech, duration: float) -> Embeddings:
        """Return those of a recording that lasts so long: to ask it would decode a sound of which all is known."""
        return embed_speech(audio, speech.parts, load_encoder, self.memory, duration)

    def _speech(self, audio: Audio) -> _Speech:
        """Return where somebody speaks, from memory if it is known."""
        key = key_of(REVISION, audio.key, "speech and band")
        known = self.memory.get(key)
        if known is not None:
            parts, narrow = json.loads(known)
            return _Speech(tuple(Interval(*pair) for pair in parts), narrow)
        from align.speech.vad.detection import detect_speech  # loads torch

        parts = audio.once(detect_speech).speech()
        speech = _Speech(parts, is_narrow(audio, parts))
        self.memory.put({key: json.dumps(astuple(speech))})
        return speech
