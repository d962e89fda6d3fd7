"""Is all of a recording there? What is cut off is refused; what only might be is said, and the work goes on."""

import re
from dataclasses import dataclass
from pathlib import Path

from align.speech.endings import Ending, ending_of
from align.speech.ffmpeg import LONGEST, SAMPLE_RATE, Decoded
from align.speech.headers import RiffLength, ends_with_whole_frame
from align.speech.probe import Probe

_MISSING_SECONDS = 1.0
_MISSING_SHARE = 0.01
"""How much less than its header promises a whole file may hold: encoder delay, rounded headers."""

_TORN = ("partial file", "File ended prematurely")
_TORN_PACKET = "corrupt input packet"
"""What ffmpeg says of a container whose end is gone, and of a packet that the file ends in."""

_LOSSY = ("mpegts", "mpeg")
"""Formats that are made to lose packets on the way, of which ffmpeg says the same."""

_SPOILT = (_TORN_PACKET, "Error submitting packet to decoder", "Error while decoding stream")
"""What ffmpeg says of a packet that it cannot decode, before it goes on with the next."""

_ERROR = re.compile(r"^(?!\[(null|out#1)).*\[error\]", re.MULTILINE)
"""What ffmpeg says of an error, but for the streams that it only counts the time from."""

_FEW = 3
"""Packets that may be spoilt without a word of it: a tenth of a second."""

_LOST = re.compile(r"discarding (\d+) audio samples")
_FILLED = re.compile(r"adding (\d+) audio samples of silence")
"""What ffmpeg says of sound that comes before its time is due, and of time in which none comes."""

_LOSS = 0.5
_GAP = 1.0
"""Seconds of sound and of silence from which either matters."""

_WITH_SILENCE = ("amr",)
"""How codecs begin whose frames for silence ffmpeg cannot decode."""

_NO_RECORDING = "is not a recording that ffmpeg can decode: convert it to wav, mp3 or m4a, or get it again."


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a file was decoded: what it says of itself; of each track log, samples, and seconds before its sound."""

    path: Path
    about: Probe
    length: RiffLength | None
    logs: tuple[Decoded, ...]
    samples: tuple[int, ...]
    leads: tuple[float, ...]

    @property
    def seconds(self) -> float:
        """How long the longest track is."""
        return max(self.samples, default=0) / SAMPLE_RATE

    @property
    def promised(self) -> float | None:
        """Seconds that the header promises, if it does."""
        if self.length and self.length.is_plain and self.length.present:
            return self.seconds * self.length.promised / self.length.present
        return self.about.promised

    @property
    def is_short(self) -> bool:
        """Whether less came out than the header promises; the sound of a film may end before its pictures do."""
        missing = (self.promised or 0.0) - self.seconds
        is_excused = (
            not self.length and self.about.has_more_than_sound and not any(_ERROR.search(log.log) for log in self.logs)
        )
        is_timed = all(log.is_timed for log in self.logs)  # the header of others promises what their timestamps do
        return missing > _MISSING_SECONDS + _MISSING_SHARE * self.seconds and is_timed and not is_excused

    @property
    def is_torn(self) -> bool:
        """Whether the file ends within something; of a wav, whose packets are cut anyhow, its length tells."""
        is_telling = self.about.format not in _LOSSY and self.length is None
        return self.says(*_TORN) or (is_telling and self.says(_TORN_PACKET)) or self.ending is Ending.TORN

    @property
    def ending(self) -> Ending:
        """How the file ends, by its last frames or pages."""
        return ending_of(self.path, self.about.format)

    @property
    def is_cut_out(self) -> bool:
        """Whether it is an mp3 that ends with a whole frame: the header may be that of a longer one."""
        return self.about.format == "mp3" and ends_with_whole_frame(self.path)

    def says(self, *signs: str) -> bool:
        """Whether ffmpeg said one of these of any track."""
        return any(sign in log.log for log in self.logs for sign in signs)


def is_losing(decoded: Decoded) -> bool:
    """Whether sound was left out because timestamps run backwards, as where files were joined, or run away."""
    lost = sum(map(int, _LOST.findall(decoded.log)))
    return decoded.is_timed and (lost > _LOSS * SAMPLE_RATE or decoded.is_cut)


def find_problem(decoding: Decoding) -> str | None:
    """Return why a file is refused, as the rest of a sentence that begins with its name; None if it is not."""
    about, seconds = decoding.about, decoding.seconds
    if about.is_refused:
        return "is a playlist or of another kind that is not read here: give the recording itself, as wav, mp3 or m4a."
    if not about.format:
        return _NO_RECORDING
    if not about.tracks:
        return "has no sound in it: give a recording of speech."
    if not about.is_readable:
        return f"has {about.tracks[0].rate} samples a second, too few for speech: get the recording again."
    if not seconds:
        return _NO_RECORDING
    if seconds >= LONGEST:
        return f"is longer than {LONGEST // 3600} hours, or says so: cut it into parts, or get it again."
    if decoding.is_short and not decoding.is_cut_out:
        return (
            f"is cut off or damaged: {seconds:.1f} s of {decoding.promised:.1f} s could be read, so get the whole file."
        )
    if decoding.is_torn or any(log.status for log in decoding.logs if log.channels):
        return f"is cut off or damaged: only {seconds:.1f} s could be read, so get the whole file."
    return None


def find_doubts(decoding: Decoding) -> tuple[str, ...]:
    """Return what may be missing or wrong in what was decoded, a sentence each."""
    doubts = []
    if decoding.length and decoding.length.is_untold:
        doubts.append("Its header does not say how long it is: if its end is missing, nobody can tell.")
    if decoding.ending is Ending.UNMARKED:
        doubts.append("Its last page is not marked as the last: its end may be missing.")
    if decoding.length and decoding.length.is_exceeded:
        doubts.append(f"Its header promises less than there is: all {decoding.seconds:.1f} s were read.")
    if decoding.is_short:
        doubts.append(
            f"Its header promises {decoding.promised:.1f} s, but {decoding.seconds:.1f} s are there:"
            " get the whole file, if this is not a part of it."
        )
    for number, (track, log) in enumerate(zip(decoding.about.tracks, decoding.logs, strict=True), 1):
        if not log.channels:
            doubts.append(
                f"Sound track {number} ({track.codec}) cannot be decoded: what is said only there is not heard."
            )
        elif _is_spoilt(log.log) and not track.codec.startswith(_WITH_SILENCE):
            doubts.append("Some of its sound is damaged: what is said there is not heard.")
        if not log.is_timed:
            doubts.append("Its timestamps make no sense, so its sound was laid end to end: times may be off.")
        elif (filled := sum(map(int, _FILLED.findall(log.log))) / track.rate - decoding.leads[number - 1]) >= _GAP:
            doubts.append(f"Sound is missing within it: {filled:.1f} s in all are heard as silence.")
    return tuple(dict.fromkeys(doubts))


def _is_spoilt(log: str) -> bool:
    """Whether so many packets were that a word may be lost."""
    spoilt = sum(log.count(sign) for sign in _SPOILT)
    return spoilt > _FEW
