"""Reports to write: built from a story in a small markup, so that print, speech and edits always fit together.

A quote is a tuple of parts (more than one if it is spliced). In a part, plain words were spoken as printed and
`{printed|spoken|category}` is an edit, either side of which may be empty; `?` before the category: to check by ear;
`-` instead of it: the audio took it for a mishearing.
"""

import re
from dataclasses import dataclass, field, replace

from align.compare.styles import SEVERITIES
from align.records import (
    Article,
    Block,
    Category,
    Certainty,
    Chunk,
    Edit,
    Interval,
    Kind,
    Model,
    Op,
    Passage,
    Quote,
    QuoteCheck,
    Recording,
    Report,
    ReportSettings,
    Segment,
    Severity,
    Span,
    Transcript,
    Verdict,
    Word,
    worst,
)

_MARKUP = re.compile(r"\{([^{}|]*)\|([^{}|]*)\|(\??)(\w+|-)\}")
_SECONDS_PER_WORD = 0.4


@dataclass(frozen=True)
class Said:
    """One quote of the story; `parts` as above, `verdict` and `severity` worked out from them if None."""

    parts: tuple[str, ...]
    speaker: str | None = None
    kind: Kind = Kind.SPEECH
    verdict: Verdict | None = None
    severity: Severity | None = None
    certainty: Certainty | None = None
    causes: tuple[str, ...] = ()
    between: str = " "


@dataclass(frozen=True)
class Piece:
    """A stretch of a part: printed and spoken words, which agree, or seem not to, if there is no category."""

    printed: str
    spoken: str
    category: Category | None = None
    certainty: Certainty = Certainty.CONFIRMED
    is_misheard: bool = False


@dataclass
class Story:
    """What is printed, in order, and what is said in each recording: text, or (number of a quote, of its part)."""

    printed: list[str | Said]
    spoken: dict[str, list[str | tuple[int, int]]]
    unheard: dict[str, tuple[Interval, ...]] = field(default_factory=dict)
    path: str = "article.txt"
    title: str = "A story"


def pieces(markup: str) -> list[Piece]:
    """Return the pieces of one part."""
    found, at = [], 0
    for match in _MARKUP.finditer(markup):
        if markup[at : match.start()]:
            found.append(Piece(markup[at : match.start()], markup[at : match.start()]))
        printed, spoken, doubt, category = match.groups()
        certainty = Certainty.CHECK_BY_EAR if doubt else Certainty.CONFIRMED
        named = None if category == "-" else Category(category)
        found.append(Piece(printed, spoken, named, certainty, is_misheard=named is None))
        at = match.end()
    return found + ([Piece(markup[at:], markup[at:])] if markup[at:] else [])


def build(story: Story) -> Report:
    """Return the report of a story."""
    quotes = [item for item in story.printed if isinstance(item, Said)]
    parsed = [[pieces(part) for part in quote.parts] for quote in quotes]
    text, chars = _print(story, parsed)
    transcripts, places = _speak(story, parsed)
    article = Article(story.path, "a" * 64, story.title, text, _paragraphs(text))
    checks = tuple(
        _check(article, transcripts, number, quote, parsed[number], chars[number], places)
        for number, quote in enumerate(quotes)
    )
    return Report(
        article, Model("openai-whisper", "base", "b" * 64), ReportSettings(language="en"), transcripts, checks
    )


def _paragraphs(text):
    return tuple(Block(Span(*match.span())) for match in re.finditer(r"\S(?:.*\S)?", text))


def _print(story, parsed):
    """Return the text, and the span of every piece of every part of every quote."""
    text, chars, number = "", [], 0
    for item in story.printed:
        if isinstance(item, str):
            text += item
            continue
        chars.append([])
        for count, part in enumerate(parsed[number]):
            text += item.between if count else ""
            chars[-1].append([])
            for piece in part:
                chars[-1][-1].append(Span(len(text), len(text) + len(piece.printed)))
                text += piece.printed
        number += 1
    return text, chars


def _speak(story, parsed):
    """Return the transcripts, and for every spoken part its recording and the span of every piece."""
    transcripts, places = [], {}
    for index, (path, items) in enumerate(story.spoken.items()):
        words, segments = [], []
        for item in items:
            first = len(words)
            if isinstance(item, str):
                words += _words(item, len(words))
            else:
                spans = []
                for piece in parsed[item[0]][item[1]]:
                    start = len(words)
                    words += _words(piece.spoken, start)
                    spans.append(Span(start, len(words)))
                places[item] = (index, spans)
            segments.append(_segment(words, first))
        recording = Recording(path, "c" * 64, len(words) * _SECONDS_PER_WORD + 1)
        unheard = story.unheard.get(path, ())
        transcripts.append(Transcript(recording, "en", tuple(words), tuple(segments), unheard))
    return tuple(transcripts), places


def _words(text, first):
    return [
        Word(f" {word}", (first + i) * _SECONDS_PER_WORD, (first + i + 0.9) * _SECONDS_PER_WORD, 0.9)
        for i, word in enumerate(text.split())
    ]


def _segment(words, first):
    start = first * _SECONDS_PER_WORD
    return Segment(start, words[-1].end if len(words) > first else start, Span(first, len(words)), -0.2, 0.01)


def _check(article, transcripts, number, said, parts, chars, places):
    passages, edits = [], []
    for part, (piece_list, spans) in enumerate(zip(parts, chars, strict=True)):
        if (number, part) not in places:
            continue
        recording, words = places[number, part]
        chunks = [
            chunk
            for piece in zip(piece_list, spans, words, strict=True)
            for chunk in _chunks(article, transcripts, recording, *piece)
        ]
        passages.append(_passage(transcripts, recording, words, spans, chunks))
        edits += passages[-1].edits
    severity = said.severity or worst([edit.severity for edit in edits])
    doubts = [edit for edit in edits if edit.certainty is Certainty.CHECK_BY_EAR and edit.severity is severity]
    return QuoteCheck(
        _quote(article, number, said, Span(chars[0][0].start, chars[-1][-1].end)),
        said.verdict or _verdict(passages, edits, severity),
        severity,
        said.certainty or (Certainty.CHECK_BY_EAR if doubts else Certainty.CONFIRMED),
        0.02 if severity is Severity.NONE else 0.97,
        tuple(passages),
        said.causes,
    )


def _quote(article, number, said, chars):
    text = article.text[chars.start : chars.end]
    before = article.text[: chars.start]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    speaker = said.speaker
    return Quote(number + 1, text, chars, None, None, line, column, speaker, speaker, "said", said.kind)


def _passage(transcripts, recording, words, chars, chunks):
    span = Span(words[0].start, words[-1].end)
    heard = transcripts[recording].words[span.start : span.end]
    return Passage(recording, span, Span(chars[0].start, chars[-1].end), heard[0].start, heard[-1].end, tuple(chunks))


def _chunks(article, transcripts, recording, piece, chars, words):
    """Yield one chunk for an edit, one for each word of what agrees."""
    if piece.category:
        edit = _edit(article, transcripts, recording, piece, chars, words)
        yield Chunk(edit.op, chars, words, edit)
        return
    if piece.is_misheard:
        yield Chunk(Op.SUBSTITUTE, chars, words)
        return
    at = chars.start
    for count, word in enumerate(re.finditer(r"\s*\S+(?:\s+$)?", piece.printed)):
        end = chars.start + word.end()
        yield Chunk(Op.EQUAL, Span(at, end), Span(words.start + count, words.start + count + 1))
        at = end
    if at < chars.end:
        yield Chunk(Op.EQUAL, Span(at, chars.end), Span(words.end, words.end))


def _edit(article, transcripts, recording, piece, chars, words):
    heard = transcripts[recording].words
    inside = heard[words.start : words.end]
    instant = heard[words.start - 1].end if words.start else 0.0
    op = Op.SUBSTITUTE if chars and words else Op.INSERT if chars else Op.DELETE
    return Edit(
        op,
        piece.category,
        SEVERITIES[piece.category],
        piece.certainty,
        0.97,
        piece.printed,
        transcripts[recording].said_plainly(words),
        chars,
        recording,
        words,
        inside[0].start if inside else instant,
        inside[-1].end if inside else instant,
        -9.5,
    )


def _verdict(passages, edits, severity):
    if not passages:
        return Verdict.NOT_FOUND
    if len(passages) > 1:
        return Verdict.SPLICED
    if severity is not Severity.NONE:
        return Verdict.ALTERED
    return Verdict.CLEANED if edits else Verdict.VERBATIM


COUNCIL = Story(
    title="Harbour bridge will cost the town £14m, leader says",
    path="bridge.txt",
    printed=[
        "Harbour bridge will cost the town £14m, leader says\n\nCouncil leader Ada Okonjo said: “",
        Said(
            (
                "We {will|may|modality} {|um,|filler}close the bridge {|for|repeat} for {40|fourteen|number} days "
                "this summer, and the traders have been told{| if the money comes from London|qualifier}",
            ),
            "Ada Okonjo",
        ),
        ".”\n\nShe added that it was “",
        Said(("no small matter",), "Ada Okonjo", Kind.FRAGMENT),
        "”.\n\n“",
        Said(("Nobody on this council {wants|wanted|inflection} a toll.",), "Ada Okonjo"),
        "” she said. “",
        Said(("The harbour is the town,", "and we cannot pay twice."), "Ada Okonjo", severity=Severity.MAJOR),
        "”\n\nThe engineer, Tom Reeve, told the meeting: “",
        Said(("{|Er, |filler}The north pier has moved by {nine|five|?number} millimetres since March.",), "Tom Reeve"),
        "” and: “",
        Said(("The rest of it is {sound.|sand.|-}",), "Tom Reeve"),
        "”\n\nA trader, Bill Marsh, said: “",
        Said(
            ("This will finish us.",),
            "Bill Marsh",
            causes=("Nothing attributed to Bill Marsh was found in these recordings.",),
        ),
        "” Ms Okonjo replied: “",
        Said(
            ("I would resign before I let that happen.",),
            "Ada Okonjo",
            severity=Severity.CRITICAL,
            certainty=Certainty.CHECK_BY_EAR,
            causes=("21 seconds of speech at 00:00:30 in council.mp3 could not be made out.",),
        ),
        "” The “",
        Said(("bridge tax",), None, Kind.SCARE, Verdict.UNCHECKED),
        "” was not discussed.\n",
    ],
    spoken={
        "council.mp3": [
            "Good evening. The leader has the floor.",
            (0, 0),
            "and I will say that it is",
            (1, 0),
            "for any of us.",
            (2, 0),
            (3, 0),
            "as my father used to say, and we paid for the last one, we paid for the one before it,",
            (3, 1),
        ],
        "site visit.mp3": ["Mind the step.", (4, 0), "I would not lose sleep.", (5, 0)],
    },
    unheard={"council.mp3": (Interval(28.0, 31.5),)},
)
"""An invented council meeting in which every verdict, severity and certainty occurs."""


def council() -> Report:
    """Return the report of the invented council meeting."""
    return build(COUNCIL)


def rename(report: Report, article: str, recordings: list[str]) -> Report:
    """Return the report with other file names."""
    renamed = tuple(
        replace(heard, recording=replace(heard.recording, path=path))
        for heard, path in zip(report.transcripts, recordings, strict=True)
    )
    return replace(report, article=replace(report.article, path=article), transcripts=renamed)
