"""Is a quote in another voice than its name's? Two judgements, and why they may be mistaken.

By clusters: the voice of the recording in which the name's quotes are likeliest is improbable for this one. By rivals:
the quote is less like the rest of its name's than like somebody else's. Where both agree nothing is left to the ear.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from align.compare.voices.names import Key
from align.compare.voices.rivals import is_unlike
from align.compare.voices.rooms import Room, Sample, is_question

_TELLING = 3
"""Quotes by which a name's voice is known; of two it can only be said that they differ."""

_IMPROBABLE = 0.1
"""Probability of its name's voice under which a quote is in another one; given with the method."""

_LEAST_SECONDS = 2.0
"""Seconds of sound by which a voice is surely told; given with the method."""

_MIXED = 1 / 3
"""Share of a name's quotes in other voices, from which on one name may stand for several people."""

LABELLED = "Who speaks there is what the transcript or track says: the sound of the quote was compared with no voice."
_HALF = "Its sound is between two voices: it may be {name} after all, speaking otherwise than in the other quotes."
_BLURRED = "That voice is hard to tell from {name}'s by its sound: who speaks may be mistaken."
_BRIEF = "There is too little sound around it to be sure of a voice."
_MIXED_NAME = "The quotes of {name} are in several voices: one name may stand for several people."
_TOLD = "Which voice is that of {name} was told by a clip, and never by how alike two recordings are."
_PAIR = "These two quotes of {name} are in two different voices: listen which of them is the right one."
_REPEATED = "Nothing else of {name} was found in this recording, and the presenter may be repeating what {name} said."
_TAKEN_FOR_ONE = "Voices that are hard to tell apart count as one here: it may be {name}'s own voice after all."
_RELATED = "Nothing else of {name} was found in this recording, and {owner} may be telling what {name} said."


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A quote that is in another voice than it should be, with the doubts that are left.

    `owner` is the name whose other quotes are in that voice, if any; `is_paired`: which of two is wrong is not known.
    """

    sample: Sample
    owner: Key | None
    doubts: tuple[str, ...]
    is_paired: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class NamedVoices:
    """The quotes found in a room, by name, and the voice of each name; `told` are those that somebody has told."""

    room: Room
    samples: Mapping[Key, Sequence[Sample]]
    voices: Mapping[Key, int]
    presenter: int | None
    told: frozenset[Key]

    def suspicions(self, key: Key) -> list[Suspicion]:
        """Return which quotes of a name are in another voice; where there is but one, nobody can tell."""
        samples = self.samples[key]
        if len(self.room.labels) < 2:
            return []
        elsewhere = [sample for sample in samples if self.is_elsewhere(key, sample)]
        if key in self.told and len(samples) - len(elsewhere) < _TELLING - 1:
            doubts = [_TOLD] if self.room.centres is not None else []
            return [self._suspicion(key, sample, *doubts) for sample in elsewhere]
        if len(samples) >= _TELLING:
            return [found for sample in samples if (found := self._among_many(key, sample))]
        if len(samples) == 1:
            return self._alone(key, *samples)
        return self._differing(key, elsewhere)

    def is_elsewhere(self, key: Key, sample: Sample) -> bool:
        """Whether a quote is in another voice than its name's: improbable by its sound, and in somebody else's turn."""
        return self._is_improbable(key, sample) and not self._may_be_one(key, sample.turn)

    def perhaps_one(self) -> set[tuple[Key, int, int]]:
        """Return the names whose quotes are in two voices that may be one, and those voices."""
        return {
            (key, min(self.voices[key], sample.turn), max(self.voices[key], sample.turn))
            for key, samples in self.samples.items()
            for sample in samples
            if self._is_spared(key, sample)
        }

    def _is_spared(self, key: Key, sample: Sample) -> bool:
        return self._is_improbable(key, sample) and self._may_be_one(key, sample.turn)

    def _is_improbable(self, key: Key, sample: Sample) -> bool:
        voice = self.voices[key]
        return bool(sample.probabilities[voice] < _IMPROBABLE) and sample.turn != voice

    def _may_be_one(self, key: Key, voice: int) -> bool:
        """Whether a voice may be that of a name, too: nobody else is quoted in either, and neither asks."""
        others = {self.presenter, *(self.voices[other] for other in self.samples if other != key)}
        return not others & {voice, self.voices[key]} and self.room.may_be_one(voice, self.voices[key])

    def own(self, key: Key) -> list[Sample]:
        """Return the quotes of a name that are in its voice."""
        return [sample for sample in self.samples[key] if not self.is_elsewhere(key, sample)]

    def owner(self, voice: int, but: Key | None = None) -> Key | None:
        """Return the name that has most quotes in a voice, those first that were told; a single quote names nobody."""
        others = (key for key in self.samples if key != but and self.voices[key] == voice)
        known = [key for key in others if key in self.told or len(self.own(key)) > 1]
        return max(known, key=lambda key: (key in self.told, len(self.own(key)), key), default=None)

    def name_of(self, voice: int) -> str | None:
        """Return whose voice it is; None if that is nobody's, or may be two people's.

        Somebody else's quote in it that nothing is held against says that two people were taken for one.
        """
        counts = {key: len(self.own(key)) for key in self.samples if self.voices[key] == voice and not key.quote}
        told = [key for key in counts if key in self.told]
        often = told or [key for key, count in counts.items() if count > 1] or list(counts)
        if len(often) != 1 or not all(self.suspicions(key) for key in counts if key not in often):
            return None
        (key,) = often
        is_named = told or counts[key] > 1 or not (self.samples[key][0].is_short or self.suspicions(key))
        return key.name if is_named else None

    def unchecked(self, voice: int) -> list[str]:
        """Return the people with quotes in a voice that nothing is held against, if they are two or more.

        They were taken for one, or the quotes of one stand under the name of another: which, nobody can tell.
        """
        keys = (key for key in self.samples if self.voices[key] == voice and not key.quote)
        quiet = sorted(key.name for key in keys if len(self.suspicions(key)) < len(self.samples[key]))
        return quiet if len(quiet) > 1 else []

    def _among_many(self, key: Key, sample: Sample) -> Suspicion | None:
        own = self.own(key)
        is_elsewhere = self.is_elsewhere(key, sample)
        is_strange = not self._is_spared(key, sample) and self._is_strange(key, sample, own)
        if not is_elsewhere and not is_strange:
            return None
        is_mixed = len(own) <= (1 - _MIXED) * len(self.samples[key]) - 1e-9
        doubts = {
            _HALF: is_elsewhere != is_strange and self.room.centres is not None,
            _BRIEF: sample.seconds < _LEAST_SECONDS,
            _MIXED_NAME: is_mixed,
        }
        return self._suspicion(key, sample, *(doubt for doubt, applies in doubts.items() if applies))

    def _is_strange(self, key: Key, sample: Sample, own: Sequence[Sample]) -> bool:
        centres = self.room.centres
        asking = self.presenter if self.presenter != self.voices[key] else None
        presenter = centres[asking] if centres is not None and asking is not None else None
        rivals = (self.own(other) for other in self.samples if self.voices[other] != self.voices[key])
        return is_unlike(sample, own, rivals, presenter)

    def _differing(self, key: Key, elsewhere: Sequence[Sample]) -> list[Suspicion]:
        """Return what is wrong with two quotes in different voices: one if its voice is somebody else's, or both."""
        known = [one for one in elsewhere if one.turn == self.presenter or self.owner(one.turn, key)]
        if known or not elsewhere:
            return [self._suspicion(key, sample, _PAIR) for sample in known]
        return [self._suspicion(key, sample, _PAIR, is_paired=True) for sample in self.samples[key]]

    def _alone(self, key: Key, sample: Sample) -> list[Suspicion]:
        """Return what is wrong with the only quote of a name: that its voice is known to be somebody else's."""
        if is_question(sample.text) or sample.probabilities[sample.turn] < 1 - _IMPROBABLE:
            return []
        doubts = [_TAKEN_FOR_ONE] if self.room.is_blurred else []
        if sample.turn == self.presenter:
            return [self._suspicion(key, sample, _REPEATED, *doubts)]
        return [self._suspicion(key, sample, _RELATED, *doubts)] if self.owner(sample.turn, key) else []

    def _suspicion(self, key: Key, sample: Sample, *doubts: str, is_paired: bool = False) -> Suspicion:
        owner = self.owner(sample.turn, key) if sample.turn != self.voices[key] or len(self.samples[key]) == 1 else None
        is_apart = self.room.are_apart(sample.turn, self.voices[key])
        general = {LABELLED: self.room.centres is None, _BLURRED: not is_apart}
        names = {"name": key.name, "owner": owner.name if owner else ""}
        doubts = (*doubts, *(doubt for doubt, applies in general.items() if applies))
        return Suspicion(sample, owner, tuple(doubt.format(**names) for doubt in doubts), is_paired)
