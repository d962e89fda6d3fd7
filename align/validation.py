"""Can it be done as it is asked? What does not fit together is refused before anything is heard."""

from pathlib import Path

from align.errors import ArticleError, OptionError
from align.models import NOBODY, Models
from align.outputs import Inputs, Outputs

SOUND_ENDINGS = frozenset(".wav .mp3 .m4a .aac .flac .ogg .oga .opus .wma .mp4 .mkv .mov .webm .avi .aiff .amr".split())
"""Endings of what is no article, if somebody swaps the two."""


def check_request(
    inputs: Inputs, models: Models, outputs: Outputs, track: int | None, is_archived: bool, has_voices: bool
) -> None:
    """Raise if there is nothing to hear or read, if both seem to be swapped, or if an output could not be written.

    `is_archived`: the recordings are to be found in an archive. `has_voices`: voices are told apart.
    """
    _check_article(inputs)
    if is_archived:
        _check_archived(inputs, track)
    else:
        _check_recordings(inputs, models, outputs, track)
    _check_voices(inputs, outputs, has_voices)
    outputs.check()


def _check_article(inputs: Inputs) -> None:
    if Path(inputs.article).suffix.lower() in SOUND_ENDINGS:
        hint = "the arguments seem to be swapped" if inputs.recordings else "there is no article"
        raise ArticleError(f"{inputs.article} is a recording, but the last argument must be the article: {hint}.")
    if inputs.article in inputs.transcripts:
        raise OptionError(f"{inputs.article} is article and transcript in one: it would be compared with itself.")


def _check_archived(inputs: Inputs, track: int | None) -> None:
    if inputs.recordings or inputs.transcripts or track is not None:
        raise OptionError("With --archive the recordings are found: give the article alone, and no --track.")
    if inputs.voices:
        raise OptionError("--voice chooses among the voices of a recording that is given, and with --archive none is.")


def _check_recordings(inputs: Inputs, models: Models, outputs: Outputs, track: int | None) -> None:
    recordings, transcripts = len(inputs.recordings), len(inputs.transcripts)
    if track is not None and transcripts:
        raise OptionError("--track chooses what is heard, but a transcript is of all that is: leave one of them out.")
    if not recordings and not transcripts:
        raise OptionError("Give at least one recording before the article: align check RECORDING... ARTICLE.")
    if not recordings and (outputs.clips or models.verifier):
        raise OptionError("--clips and --verifier need sound: give the recording of each transcript, too.")
    if transcripts and models.second_opinion not in (None, NOBODY):
        raise OptionError("--second-opinion doubts what we heard ourselves, and a transcript is given: leave one out.")
    if recordings and transcripts and recordings != transcripts:
        raise OptionError(
            f"Recordings and transcripts differ in number ({recordings} and {transcripts}): give"
            " --transcript once for each recording, in their order."
        )
    if inputs.voices and not recordings:
        raise OptionError("--voice needs sound to hold a clip against: give the recording of each transcript, too.")


def _check_voices(inputs: Inputs, outputs: Outputs, has_voices: bool) -> None:
    """Raise OptionError if clips of voices would be good for nothing, or an output empty, as nobody is told apart."""
    from align.report import wants_turns

    if inputs.voices and not has_voices:
        raise OptionError("--voice says whose voice is whose, and --no-voices that nobody asks: leave one of them out.")
    if not has_voices and wants_turns(outputs.files):
        raise OptionError("An .rttm says who speaks when, and --no-voices that nobody asks: leave one of them out.")
