"""Which edits does a reading of a quote come to, once its differences were put to the audio?"""

from align.compare.alignment import Reading
from align.compare.classify import classify
from align.compare.differences import Difference
from align.compare.evidence import Hearing, Weight, change_of, part_of, recording_of, weigh
from align.compare.offsets import chars_of, time_of, words_of
from align.compare.qualifiers import CutQualifier, find_cut_qualifier
from align.compare.styles import severity_of
from align.records import Category, Certainty, Edit, Op, Severity, Span
from align.thresholds import CONFIRMED, DISMISSED

_TIDIED = Weight(0.95, None)  # whether what was tidied was really said need not be asked
_CUT = {True: 0.92, False: 0.7}  # probability that a limiting clause was cut off, strong and weak ones


def find_edits(reading: Reading, hearing: Hearing) -> list[Edit]:
    """Return the edits of a quote; differences that the audio takes for mishearings are none."""
    categories = classify(reading, hearing.speech)
    changes = [change_of(item, reading, hearing) for item in reading.differences]
    edits = []
    for item, category in zip(reading.differences, categories, strict=True):
        is_tidy = severity_of(category, hearing.style) is Severity.NONE
        weight = _TIDIED if is_tidy else weigh(item, changes, reading, hearing)
        if weight.probability >= DISMISSED:
            edits.append(_edit(item, category, reading, hearing, weight))
    if cut := find_cut_qualifier(reading, hearing.speech):
        edits.append(_cut_off(cut, reading, hearing))
    return edits


def _edit(item: Difference, category: Category, reading: Reading, hearing: Hearing, weight: Weight) -> Edit:
    recording = recording_of(item, reading, hearing)
    words = words_of(item.spoken, hearing.speech.tokens, part_of(item, reading).spoken)
    start, end = time_of(words, hearing.transcripts[recording].words)
    severity = severity_of(category, hearing.style)
    is_certain = severity is Severity.NONE or (weight.evidence is not None and weight.probability >= CONFIRMED)
    return Edit(
        op=_op(item),
        category=category,
        severity=severity,
        certainty=Certainty.CONFIRMED if is_certain else Certainty.CHECK_BY_EAR,
        probability=weight.probability,
        chars=Span(*chars_of(item.printed, reading.printed)),
        recording=recording,
        words=words,
        start=start,
        end=end,
        evidence=weight.evidence,
    )


def _op(item: Difference) -> Op:
    if item.printed and item.spoken:
        return Op.SUBSTITUTE
    return Op.INSERT if item.printed else Op.DELETE


def _cut_off(cut: CutQualifier, reading: Reading, hearing: Hearing) -> Edit:
    """Return the edit for a limiting clause that print does not have."""
    tokens = hearing.speech.tokens
    recording = hearing.speech.recording_of(cut.spoken.start)
    words = Span(tokens[cut.spoken.start].start, tokens[cut.spoken.end - 1].end)
    start, end = time_of(words, hearing.transcripts[recording].words)
    gap = reading.printed[-1].end if cut.is_at_end else reading.printed[0].start
    sure = _CUT[cut.is_strong]
    return Edit(
        Op.DELETE, Category.QUALIFIER, severity_of(Category.QUALIFIER, hearing.style),
        Certainty.CONFIRMED if sure >= CONFIRMED else Certainty.CHECK_BY_EAR,
        sure, Span(gap, gap), recording, words, start, end,
    )  # fmt: skip
