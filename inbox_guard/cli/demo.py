"""``demo``: the whole job on a made-up mailbox, nothing but loopback."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from inbox_guard.cli.voice import say
from inbox_guard.demo import run_demo


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(demo)


def demo(
    output: Annotated[
        Path | None, typer.Option(help="Folder for the report; default: a new temporary one.")
    ] = None,
) -> None:
    """Show the whole job on a made-up mailbox; needs no account and only loopback."""
    run_demo(say, datetime.now(UTC), output)
