"""What does a file say of itself? Its sound tracks, its length, its clock: read in what ffmpeg says of it."""

import re
from dataclasses import dataclass
from functools import cached_property

_LOWEST_RATE = 2000
"""Samples a second, under which no word can be made out."""

_DURATION = re.compile(r"^\[info\]   Duration: (\d+):(\d\d):(\d\d\.\d+)(?:, start: (-?\d+\.\d+))?", re.MULTILINE)
_ESTIMATED = re.compile(r"Estimating duration from bitrate|using bitrate for duration")
_STREAM = re.compile(r"^\[info\] +Stream #0:(\d+)\S*: (\w+): (.*)$", re.MULTILINE)
_SOUND = re.compile(r"(?P<codec>\w+).*?, (?P<rate>\d+) Hz, (?P<layout>[^,]+)")
_FORMAT = re.compile(r"^\[info\] Input #0, (.+), from ", re.MULTILINE)
_TIMECODE = re.compile(r"^\[info\] +timecode +: +(\d\d:\d\d:\d\d[:;.]\d\d)\s*$", re.MULTILINE)
_TIME_REFERENCE = re.compile(r"^\[info\] +time_reference +: +(\d+)\s*$", re.MULTILINE)
_FRAME_RATE = re.compile(r", (\d+(?:\.\d+)?) fps")


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """A sound track of a file: ffmpeg's name of its codec, samples a second, and of its layout, such as `5.1(side)`."""

    codec: str
    rate: int
    layout: str

    @property
    def fixed_layout(self) -> str | None:
        """The layout, if it has a name by which ffmpeg can hold a track to it."""
        return self.layout if re.fullmatch(r"mono|stereo|[\d.]+(\(\w+\))?", self.layout) else None


@dataclass(frozen=True)
class Probe:
    """What ffmpeg said of a file when it opened it."""

    log: str

    @property
    def is_refused(self) -> bool:
        """Whether it is of a format that is not read."""
        return "Format not on whitelist" in self.log

    @cached_property
    def format(self) -> str:
        """What ffmpeg calls the format; empty if it knows none."""
        found = _FORMAT.search(self.log)
        return found[1] if found else ""

    @cached_property
    def tracks(self) -> tuple[SoundTrack, ...]:
        """The sound tracks, in the file's order; one whose sound nobody can tell has a rate of 0."""
        found = map(_SOUND.match, self._streams("Audio"))
        return tuple(
            SoundTrack(one["codec"], int(one["rate"]), one["layout"]) if one else SoundTrack("unknown", 0, "")
            for one in found
        )

    @property
    def is_readable(self) -> bool:
        """Whether a track may hold speech: of a file with one sample a second, a little would become hours."""
        return any(track.rate >= _LOWEST_RATE for track in self.tracks)

    @property
    def has_more_than_sound(self) -> bool:
        """Whether something else runs beside the sound, such as pictures, and may be longer than it."""
        return bool(self._streams("Video", "Subtitle", "Data"))

    @cached_property
    def promised(self) -> float | None:
        """Seconds of sound that the header promises; None if it does not, or if that is only an estimate.

        Some formats count from the start of the file, some from 0, where the file starts later: the lesser is taken.
        """
        found = _DURATION.search(self.log)
        if not found or _ESTIMATED.search(self.log):
            return None
        start = float(found[4] or 0)
        return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) - max(0.0, start)

    @property
    def timecode(self) -> str | None:
        """What the file's own clock shows at its start: `HH:MM:SS:FF`, or `HH:MM:SS.mmm` where it counts samples."""
        if found := _TIMECODE.search(self.log):
            return found[1]
        found = _TIME_REFERENCE.search(self.log)
        if not found or not int(found[1]) or not self.tracks or not self.tracks[0].rate:
            return None
        minutes, seconds = divmod(int(found[1]) / self.tracks[0].rate, 60)
        return f"{int(minutes // 60):02}:{int(minutes % 60):02}:{seconds:06.3f}"

    @property
    def frame_rate(self) -> float | None:
        """Pictures a second; None if there are none."""
        found = map(_FRAME_RATE.search, self._streams("Video"))
        return next((float(one[1]) for one in found if one), None)

    def _streams(self, *kinds: str) -> list[str]:
        """Return what is said of the streams of these kinds, in the file's order; a cover is no stream of pictures."""
        found = {int(number): about for number, kind, about in _STREAM.findall(self.log) if kind in kinds}
        return [found[number] for number in sorted(found) if "attached pic" not in found[number]]
