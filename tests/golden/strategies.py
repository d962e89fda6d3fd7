"""Hypothesis strategies: any report, with print, speech and edits that fit together and text from the worst places."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st

from align.records import Category, Certainty, Misattribution, Report, Severity, Voice
from tests.golden.samples import Said, Story, build
from tests.golden.voices import with_turns, with_voices

few = settings(max_examples=settings.default.max_examples // 8, deadline=None)
"""Whole reports are slow to draw; each holds many quotes."""

NASTY = (
    "-->",
    "--->",
    "<b>",
    "</script>",
    "&amp;",
    "{\\an8}",
    "\\N",
    "%0A",
    "=1+1",
    "`*_#|",
    "\u202e",
    "\x1b[31m",
    "\x9b2J",
    "\x1b]8;;http://evil.example\x07",
    "\u2066",
    "\u200b",
    "a\u2028b",
    "a\x85b",
    "＝1+1",
    "－1",
    "＠x",
    "﹢1",
    "https://evil.example/x",
    "www.evil.example",
    "evil.example",
    "a@evil.example",
    "[x](http://evil.example)",
    "![x](//evil.example/x.png)",
    "$x$",
    "{0}",
    "123.",
    "::error::x",
    "“",
    "'",
    '"',
)

_plain = st.text(st.characters(exclude_categories=["Cs", "Z", "C"], exclude_characters="{}|"), min_size=1, max_size=8)
_word = st.one_of(_plain, st.sampled_from([word.translate({123: None, 125: None, 124: None}) for word in NASTY]))
words = st.lists(_word, min_size=1, max_size=6).map(" ".join)
_side = st.lists(_word, max_size=3).map(" ".join)
_edit = st.builds("{{{}|{}|{}{}}}".format, _side, _side, st.sampled_from(["", "?"]), st.sampled_from(Category))
voices = st.lists(
    st.builds(Voice, words, st.none() | words, st.booleans()), min_size=3, max_size=3, unique_by=lambda one: one.label
).map(tuple)
_misattribution = st.builds(
    Misattribution, words, words, st.just(0), st.sampled_from([Severity.MAJOR, Severity.CRITICAL]),
    st.sampled_from(Certainty), st.floats(0, 1), st.none() | words,
)  # fmt: skip


def _is_edit(markup: str) -> bool:
    return not markup.startswith("{||")


_part = st.builds(
    lambda first, rest: " ".join([first, *rest]),
    words,
    st.lists(st.one_of(words, _edit.filter(_is_edit)), max_size=5),
)
_said = st.builds(
    Said,
    st.lists(_part, min_size=1, max_size=2).map(tuple),
    st.one_of(st.none(), words),
    between=st.sampled_from([" ", " … ", "\n\n"]),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report of a few quotes in up to two recordings, some of them not found."""
    quotes = draw(st.lists(_said, min_size=1, max_size=4))
    printed: list[str | Said] = []
    for quote in quotes:
        printed += [draw(words) + " “", quote, "”\n\n"]
    spoken: dict[str, list[str | tuple[int, int]]] = {"a.mp3": [draw(words)], "b <i>.mp3": [draw(words)]}
    places = [(i, part) for i, quote in enumerate(quotes) for part in range(len(quote.parts))]
    for place in draw(st.permutations(places)):
        path = draw(st.sampled_from([None, *spoken]))
        if path:
            spoken[path] += [place, draw(words)]
    report = build(Story(printed, spoken))
    return draw(voiced(report)) if draw(st.booleans()) else report


def voiced(report: Report) -> st.SearchStrategy[Report]:
    """Draw voices for all recordings of a report, and who is heard instead of the speakers of some quotes."""
    return st.builds(
        lambda found, whose, wrong: with_voices(
            replace(report, transcripts=tuple(with_turns(one, found, whose) for one in report.transcripts)), wrong
        ),
        voices,
        st.lists(st.just(0), min_size=1) | st.lists(st.integers(0, 2), min_size=1, max_size=5),
        st.dictionaries(st.integers(1, 4), _misattribution, max_size=2),
    )
