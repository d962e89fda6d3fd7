"""Which edits does a quote come to, once its differences were put to the audio?"""

from collections.abc import Mapping, Sequence

from align.compare.alignment import Part, QuoteAlignment
from align.compare.categories import categorize
from align.compare.certainty import certainty_of_edit, is_dismissed
from align.compare.chunks import op_of
from align.compare.doubts import doubt_about
from align.compare.evidence import Case, Context, Evidence, gather_evidence, is_seconded, word_edits
from align.compare.hypotheses import WordEdit
from align.compare.offsets import chars_of, time_of, words_of
from align.compare.qualifiers import CutQualifier
from align.compare.styles import severity_of
from align.records import Category, Certainty, Edit, Span
from align.thresholds import CUT_OFF, CUT_OFF_PERHAPS


def find_edits(aligned: QuoteAlignment, context: Context) -> tuple[tuple[Edit | None, ...], ...]:
    """Return for each part an edit for each of its differences; None where the audio takes it for a mishearing."""
    categories = iter(categorize(aligned, context.speech))
    in_words = [word_edits(part, aligned.printed, context) for part in aligned.parts]
    near = _by_recording(aligned.parts, in_words)
    found = []
    for part, edits in zip(aligned.parts, in_words, strict=True):
        cases = (
            Case(item, edit, next(categories), near[part.recording], part.recording)
            for item, edit in zip(part.edits, edits, strict=True)
        )
        found.append(tuple(_judge_case(case, part, aligned, context) for case in cases))
    return tuple(found)


def _by_recording(parts: Sequence[Part], in_words: Sequence[Sequence[WordEdit]]) -> Mapping[int, Sequence[WordEdit]]:
    """Return the differences of all parts in each recording, in order of its words."""
    near: dict[int, list[WordEdit]] = {}
    for part, edits in zip(parts, in_words, strict=True):
        near.setdefault(part.recording, []).extend(edits)
    return {recording: sorted(edits, key=lambda edit: edit.words) for recording, edits in near.items()}


def _judge_case(case: Case, part: Part, aligned: QuoteAlignment, context: Context) -> Edit | None:
    evidence = gather_evidence(case, aligned.printed, context)
    if is_dismissed(case.category, evidence) or is_seconded(evidence, context):
        return None
    words = words_of(case.item.spoken, context.speech.tokens, part.spoken)
    chars = Span(*chars_of(case.item.printed, aligned.printed))
    return _edit(case.category, evidence, (chars, part.recording, words), context)


def cut_off(cut: CutQualifier, aligned: QuoteAlignment, context: Context) -> Edit:
    """Return the edit for a limiting clause that print does not have."""
    tokens = context.speech.tokens
    gap = aligned.printed[-1].end if cut.is_at_end else aligned.printed[0].start
    words = Span(tokens[cut.spoken.start].start, tokens[cut.spoken.end - 1].end)
    evidence = Evidence(CUT_OFF if cut.is_strong else CUT_OFF_PERHAPS, is_needless=True)
    recording = context.speech.recording_of(cut.spoken.start)
    return _edit(Category.QUALIFIER, evidence, (Span(gap, gap), recording, words), context)


def _edit(category: Category, evidence: Evidence, place: tuple[Span, int, Span], context: Context) -> Edit:
    """Return the edit at a place: characters of the article, recording, words of its transcript."""
    chars, recording, words = place
    transcript = context.transcripts[recording]
    start, end = time_of(words, transcript.words)
    severity = severity_of(category, context.style)
    certainty = certainty_of_edit(severity, evidence, context)
    printed, spoken = context.article.text[chars.start : chars.end], transcript.said_plainly(words)
    is_doubted = certainty is Certainty.CHECK_BY_EAR and context.may_confirm  # else there is a reason for them all
    doubt = doubt_about(category, evidence, spoken, printed) if is_doubted else None
    return Edit(
        op_of(chars, words), category, severity, certainty, evidence.probability, printed, spoken, chars, recording,
        words, start, end, evidence.ratio, doubt,
    )  # fmt: skip
