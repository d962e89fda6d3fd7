"""Under whose name do the words of each voice stand? Voices get names, and quotes in the wrong one are found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

import numpy as np

from align.compare.certainty import certainty_of_speaker, find_general_doubts, worst_of
from align.compare.evidence import Context
from align.compare.voices.names import Key, canonical_names, is_person, is_pronoun, name_voices
from align.compare.voices.presenter import find_presenter
from align.compare.voices.rooms import Room, Sample, find_rooms
from align.compare.voices.suspicion import NamedVoices, Suspicion
from align.diarization import Diarization, Vectors
from align.records import Certainty, Misattribution, Quote, QuoteCheck, Report, Severity, Transcript, Verdict, Voice
from align.thresholds import PERHAPS_WRONG_SPEAKER, SHORT, WRONG_SPEAKER

_UNSURE = 0.8
"""Confidence in who is quoted, under which it may be the reading that is wrong: every third speaker is."""

_DISTINCT = 0.1
"""Cosine by which a clip must be nearer to one voice of a recording than to any other to be that of the same person."""

_MOST_LISTED = 5
"""Voices that are named one by one."""

_FEW_WORDS = "So few words may have been said by {name}, too."
_UNUSED = "The clip of {name} was not used: none of the voices that are told apart by their sound is clearly that one."
_PERHAPS_ONE = "{} and {} are so alike that they may be one person's: quotes of {} are in both, and none is reported."
_BLURRED = (
    "{} are hard to tell apart by their sound: who of them speaks may be mistaken, and under whose name a quote in one "
    "of these voices stands has to be checked by ear."
)
_TAKEN_FOR_ONE = (
    "Voices that are hard to tell apart by their sound count as one here: if several people speak in it, under whose "
    "name a quote stands has to be checked by ear."
)
_ONE_VOICE = (
    "The quotes of {} are in one voice, {}: people may have been taken for one, and whether these quotes stand under "
    "the right names is not known."
)
_UNSURE_NAME = "The article does not say plainly whose words these are."


def attribute(
    report: Report, diarizations: Sequence[Diarization], clips: Mapping[str, Vectors], context: Context
) -> Report:
    """Return the report with the voices of its recordings, whose they are, and which quotes are in the wrong one.

    `clips` are the directions of voices whose names are known; of one that is nobody's here the article's warnings say
    so. Quotes that were not found stay what they are.
    """
    checks = list(report.checks)
    transcripts = list(report.transcripts)
    rooms = find_rooms(transcripts, diarizations)
    for room in rooms:
        samples = dict(_samples(room, checks))
        named = _named(room, samples, report, clips)
        for place, sample in samples.items():
            checks[place] = replace(checks[place], voice=sample.voice)
        for key in named.samples:
            for found in named.suspicions(key):
                place = found.sample.place
                checks[place] = _blamed(checks[place], key, found, named, context)
        for recording in room.recordings:
            transcripts[recording] = _with_turns(transcripts[recording], recording, named)
    used = {name for room in rooms for name in _told(room, clips)}
    unused = tuple(_UNUSED.format(name=name) for name in clips if name not in used)
    article = replace(report.article, warnings=(*report.article.warnings, *unused))
    return replace(report, article=article, transcripts=tuple(transcripts), checks=tuple(checks))


def tell_apart(transcripts: Sequence[Transcript], diarizations: Sequence[Diarization]) -> tuple[Transcript, ...]:
    """Return the transcripts with who speaks when in them, as far as that is told without an article."""
    heard = list(transcripts)
    for room in find_rooms(transcripts, diarizations):
        nobody = NamedVoices(room, {}, {}, find_presenter(room, transcripts), frozenset())
        for recording in room.recordings:
            heard[recording] = _with_turns(heard[recording], recording, nobody)
    return tuple(heard)


def _samples(room: Room, checks: Sequence[QuoteCheck]) -> Iterator[tuple[int, Sample]]:
    """Yield what every quote that was found in a room sounds like, by the place of its check."""
    for place, check in enumerate(checks):
        if check.passages and check.passages[0].recording in room.recordings:
            sample = room.sample(place, check)
            if sample:
                yield place, sample


def _named(room: Room, samples: Mapping[int, Sample], report: Report, clips: Mapping[str, Vectors]) -> NamedVoices:
    """Return whose voices are in a room, of all quotes that are not reported by another speaker."""
    presenter = find_presenter(room, report.transcripts)
    quotes = {place: report.checks[place].quote for place in samples}
    fullest = canonical_names([*(quote.speaker for quote in quotes.values() if quote.speaker), *room.labels, *clips])
    groups: dict[Key, list[Sample]] = defaultdict(list)
    for place, quote in quotes.items():
        if quote.speaker and quote.inside is None and not is_pronoun(quote.speaker):
            name = fullest[quote.speaker]
            groups[Key(name, 0 if is_person(name) else quote.id)].append(samples[place])
    told = {Key(fullest[name], 0): voice for name, voice in _told(room, clips).items()}
    known = {key: told[key] for key in groups if key in told}
    voices = name_voices(groups, len(room.labels), presenter, known)
    return NamedVoices(room, groups, voices, presenter, frozenset(known))


def _told(room: Room, clips: Mapping[str, Vectors]) -> dict[str, int]:
    """Return the voices that are known by name: by a transcript's label, or because a clip is nearest to them."""
    if room.centres is None:
        return {label: voice for voice, label in enumerate(room.labels)}
    told = {}
    for name, clip in clips.items():
        likenesses = room.centres @ clip
        second, best = np.sort(likenesses)[-2:] if len(likenesses) > 1 else (1.0, 1.0)
        if best - second >= _DISTINCT:
            told[name] = int(likenesses.argmax())
    return told


def _blamed(check: QuoteCheck, key: Key, found: Suspicion, named: NamedVoices, context: Context) -> QuoteCheck:
    """Return what is said of a quote in the wrong voice."""
    doubts = (*find_general_doubts(context), *found.doubts, *_doubts(check.quote, key.name))
    certainty = certainty_of_speaker(doubts, context)
    wrong = Misattribution(
        check.quote.speaker or key.name,
        _heard(found, key, named),
        found.sample.voice,
        Severity.CRITICAL if found.sample.turn == named.presenter else Severity.MAJOR,
        certainty,
        WRONG_SPEAKER if certainty is Certainty.CONFIRMED else PERHAPS_WRONG_SPEAKER,
        doubts[0] if doubts else None,
    )
    return blame(check, wrong, doubts)


def _doubts(quote: Quote, name: str) -> Iterator[str]:
    """Yield why print itself leaves room for doubt."""
    if quote.speaker_confidence is not None and quote.speaker_confidence < _UNSURE:
        yield _UNSURE_NAME
    if len(quote.text.split()) <= SHORT:
        yield _FEW_WORDS.format(name=name)


def _heard(found: Suspicion, key: Key, named: NamedVoices) -> str:
    """Return whose voice a quote is in, for a reader."""
    voice = found.sample.turn
    if voice == named.presenter:
        return "the presenter's voice"
    if found.owner:
        others = len(named.own(found.owner))
        return f"the voice of {found.owner.name}'s other quote{'s' if others > 1 else ''}"
    if named.room.centres is None:
        return f"the voice labelled {named.room.labels[voice]}"
    if key in named.told and not named.own(key):
        return f"another voice than that of the clip of {key.name}"
    if voice == named.voices[key] and not found.is_paired:
        return f"hardly the voice of {key.name}'s other quotes"
    return f"another voice than {key.name}'s other quote{'s' if len(named.samples[key]) > 2 else ''}"


def _with_turns(transcript: Transcript, recording: int, named: NamedVoices) -> Transcript:
    told = named.room.diarizations[named.room.recordings.index(recording)]
    voices = tuple(
        Voice(label, named.name_of(voice), is_presenter=voice == named.presenter)
        for voice, label in enumerate(told.labels, named.room.first_voice(recording))
    )
    return replace(transcript, voices=voices, turns=told.turns, warnings=(*transcript.warnings, *_warnings(named)))


def _warnings(named: NamedVoices) -> Iterator[str]:
    """Yield what could not be told of the voices of a room."""
    room, labels = named.room, named.room.labels
    if room.is_blurred:
        yield _TAKEN_FOR_ONE
    for voice, label in enumerate(labels):
        if people := named.unchecked(voice):
            yield _ONE_VOICE.format(_listed(people), label)
    perhaps_one = sorted(named.perhaps_one())
    said = {(one, two) for _, one, two in perhaps_one}
    pairs = [pair for pair in combinations(range(len(labels)), 2) if not room.are_apart(*pair) and pair not in said]
    if pairs:
        yield _BLURRED.format(_listed([labels[voice] for voice in sorted({*chain(*pairs)})]))
    for key, one, two in perhaps_one:
        yield _PERHAPS_ONE.format(labels[one], labels[two], key.name)


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[: _MOST_LISTED - 1])} and {len(names) - _MOST_LISTED + 1} other voices"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def blame(check: QuoteCheck, wrong: Misattribution, doubts: Sequence[str] = ()) -> QuoteCheck:
    """Return what is said of a quote that stands under the wrong name, too: the worst of all that is wrong with it."""
    is_right = check.verdict in (Verdict.VERBATIM, Verdict.CLEANED)
    severity, certainty = worst_of((check.severity, check.certainty), (wrong.severity, wrong.certainty))
    return replace(
        check,
        verdict=Verdict.WRONG_SPEAKER if is_right else check.verdict,
        severity=severity,
        certainty=certainty,
        probability=1 - (1 - check.probability) * (1 - wrong.probability),
        causes=tuple(dict.fromkeys([*doubts, *check.causes])) if certainty is Certainty.CHECK_BY_EAR else (),
        misattribution=wrong,
    )
