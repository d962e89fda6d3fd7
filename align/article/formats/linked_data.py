"""What does a page say of itself in JSON-LD (schema.org)? The body of its article, for pages that a script draws."""

import json
import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

_SHORTEST_BODY = 80  # characters
_MARKUP = re.compile(r"</?[a-z][^<>]{0,500}>|&(?:#\d{2,6}|[a-z]{2,8});", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"(?:</(?:p|div|h\d|li|blockquote)>|<br\s*/?>)\s*", re.IGNORECASE)
_MOST_NESTED = 20  # levels


def article_body(page: HtmlElement) -> str:
    """Return the longest body of an article that the page has as JSON-LD, a line for each paragraph; "" if none."""
    scripts = page.xpath('//script[contains(@type, "ld+json")]')
    bodies = (body for script in scripts for body in _bodies(_parsed(script.text or ""), 0))
    body = max(bodies, key=len, default="")
    return _plain(body) if len(body) >= _SHORTEST_BODY else ""


def _parsed(script: str) -> object:
    start = script.find("{") if "[" not in script[: script.find("{") + 1] else script.find("[")
    try:
        parsed: object = json.JSONDecoder(strict=False).raw_decode(script, max(0, start))[0]
    except (ValueError, RecursionError):
        return None
    return parsed


def _bodies(node: object, depth: int) -> Iterator[str]:
    if depth > _MOST_NESTED:
        return
    if isinstance(node, list):
        for part in node:
            yield from _bodies(part, depth + 1)
    elif isinstance(node, dict):
        body = node.get("articleBody")
        if isinstance(body, str):
            yield body
        for part in node.values():
            yield from _bodies(part, depth + 1)


def _plain(body: str) -> str:
    if _MARKUP.search(body):
        try:
            lines = _PARAGRAPH_END.sub("\n", body)
            body = str(html.fromstring(f"<div>{lines}</div>").text_content())
        except (ParserError, ValueError):
            return ""
    return "\n".join(filter(None, (" ".join(line.split()) for line in body.splitlines())))
