"""XML with times: TTML and DFXP (broadcasters, streaming), YouTube's, and others that mark paragraphs the same way."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_clock, read_number, read_seconds
from align.speech.transcripts.readers.cue_text import TimedText, read_cue
from align.speech.transcripts.rough import Content, RoughTranscript

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = re.compile(r"\s*(?:<\?xml|<tt[\s:>]|<transcript[\s>]|<timedtext[\s>])")
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|ms|f|t)")  # TTML's offset-time: a number and what it counts
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


def sniff(content: Content) -> bool:
    """Whether this is XML with paragraphs that have times."""
    return bool(_XML.match(content.text)) and bool(
        re.search(r"<(?:\w+:)?(?:p|text)\s[^>]*\b(?:begin|t|start)=", content.text)
    )


def read(content: Content) -> RoughTranscript:
    """Return what the paragraphs say; raises ValueError if the XML is broken or defines entities."""
    from lxml import etree

    if "<!ENTITY" in content.text:
        raise ValueError("entities are not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    try:
        root = etree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", content.text).strip().encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    cues = [cue for element in root.iter("{*}p", "{*}text") if (cue := _cue(element, _rates(root)))]
    return RoughTranscript([read_cue(cue) for cue in cues], language_code(root.get(_LANGUAGE)))


def _rates(root: "_Element") -> dict[str, float]:
    """Return how many seconds each unit of an offset lasts."""
    given = {str(name).rpartition("}")[2]: value for name, value in root.attrib.items()}
    frames = read_number(given.get("frameRate")) or 30.0  # TTML's default
    factor = [read_number(part) or 1.0 for part in str(given.get("frameRateMultiplier", "1 1")).split()]
    ticks = read_number(given.get("tickRate")) or 1.0
    return {**_SECONDS, "f": 1 / frames * (factor[1] / factor[0] if len(factor) > 1 else 1.0), "t": 1 / ticks}


def _cue(element: "_Element", rates: dict[str, float]) -> TimedText | None:
    """Return a paragraph with its times as TTML, or as YouTube's two shapes (milliseconds, seconds), have them."""
    text = "".join(_texts(element, rates)).strip()
    start, end, length = (_time(element.get(name), rates) for name in ("begin", "end", "dur"))
    if element.get("t") is not None:
        start, length = (read_seconds(element.get(name), 0.001) for name in ("t", "d"))
    elif element.get("start") is not None:
        start = read_number(element.get("start"))
        length = read_number(element.get("dur"))
    if end is None and start is not None and length is not None:
        end = start + length
    return TimedText(start, end, text) if text else None


def _texts(element: "_Element", rates: dict[str, float]) -> Iterator[str]:
    """Yield the text of an element, line breaks as such, white space of the file's layout as one space."""
    yield " ".join((element.text or "").split(" ")).replace("\n", " ")
    for inner in element:
        if not isinstance(inner.tag, str):
            yield inner.tail or ""
            continue
        name = inner.tag.rpartition("}")[2]
        yield "\n" if name == "br" else "".join(_texts(inner, rates)) if name != "metadata" else ""
        yield (inner.tail or "").replace("\n", " ")


def _time(value: str | None, rates: dict[str, float]) -> float | None:
    if value is None:
        return None
    offset = _OFFSET.fullmatch(value.strip())
    if offset:
        return float(offset[1]) * rates[offset[2]]
    clock = re.fullmatch(r"(\d+:\d+:\d+):(\d+(?:\.\d+)?)", value.strip())  # with frames
    whole = read_clock(clock[1]) if clock else None
    if clock and whole is not None:
        return whole + float(clock[2]) * rates["f"]
    return read_clock(value)
