"""The places in an archive where words are said, on a terminal and as JSON; and what is in an archive."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from align.records import ArchivedRecording, Match, Searched, SearchResult
from align.report.formats.json_report import Json, dump, place_json, searched_json
from align.report.formats.text import details_of, verdict_of
from align.report.view.sanitize import printable
from align.report.view.times import clock, clock_of

_INDENT = 2


def print_places(result: SearchResult, console: Console) -> None:
    """Show the places, likeliest first, then in how much it was looked."""
    width = min(console.width, 100)
    parts: list[RenderableType] = [_place(number, match, width) for number, match in enumerate(result.matches, 1)]
    for part in (*parts, *(Text(printable(warning)) for warning in result.warnings)):
        console.print(part, width=width)
        console.print()
    console.print(Text(summary_of(result)), width=width)


def summary_of(result: SearchResult) -> str:
    """Return how many places there are, and in how much it was looked."""
    count = len(result.matches)
    what = "Nothing like it is said" if not count else "1 place" if count == 1 else f"{count} places"
    return f"{what} in {printable(result.searched.name)}."


def render_places(result: SearchResult) -> str:
    """Return the contract's JSON of `align find`."""
    return dump(
        {
            "schema_version": 1,
            "text": result.text,
            "archive": searched_json(result.searched),
            "places": [_json(match) for match in result.matches],
            "warnings": result.warnings,
        }
    )


def render_listing(recordings: Sequence[ArchivedRecording], searched: Searched) -> str:
    """Return a line for each recording of an archive, and one that sums up."""
    lines = [f"{clock(one.duration)}  {one.language:3}  {_kind(one)}  {printable(one.name)}" for one in recordings]
    return "".join(f"{line}\n" for line in [*lines, f"{printable(searched.name)}"])


def _kind(recording: ArchivedRecording) -> str:
    return "given" if recording.is_given else "heard"


def _place(number: int, match: Match, width: int) -> RenderableType:
    head = Text.assemble((f"{number}", "bold"), "  ", verdict_of(match.check))
    details = details_of(match.report, match.check, width)
    return Group(head, _source(match), *(Padding(part, (0, 0, 0, _INDENT)) for part in details))


def _source(match: Match) -> Text:
    times = (
        f"{clock_of(match.report, part)} in {printable(match.report.transcripts[part.recording].recording.name)}"
        for part in match.check.passages
    )
    return Text(", ".join([printable(", ".join(match.speakers) or "Nobody named"), *times]), "dim")


def _json(match: Match) -> dict[str, Json]:
    return {
        "speakers": match.speakers,
        "coverage": round(match.coverage, 4),
        "is_heard": match.report.is_heard,
        **place_json(match.report, match.check),
    }
