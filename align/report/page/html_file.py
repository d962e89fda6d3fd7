"""A template, a style and a script as one file of HTML, in which no text from outside does anything.

Jinja escapes every value and ends what reverses the writing in it, and a Content-Security-Policy with the digests of
our own style and script lets nothing else run.
"""

import base64
import hashlib

from align._version import __version__
from align.report.view.sanitize import close_directions, without_commands


def render_html(template: str, *, style: str, script: str, **values: object) -> str:
    """Return the page that a template makes of `values`, which has `version`, `policy`, `style` and `script`, too."""
    from jinja2 import Environment, StrictUndefined  # costs as much as the rest of the command line together

    jinja = Environment(
        autoescape=True, finalize=_closed, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return jinja.from_string(template).render(
        version=__version__, style=style, script=script, policy=_content_policy(style, script), **values
    )


def _content_policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy under which only this style and script, and sounds in the page, can be used."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; media-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _closed(value: object) -> object:
    """Return what a template is about to write; no text from outside commands, or reverses what follows it."""
    return close_directions(without_commands(value)) if type(value) is str else value


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
