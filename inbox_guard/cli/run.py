"""``run``: the daemon."""

import typer

from inbox_guard.cli.front import EXIT, front, interruptible
from inbox_guard.daemon import serve


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(run)


def run(context: typer.Context) -> None:
    """Watch the mailboxes until told to stop (SIGTERM or Ctrl-C finish the step at hand)."""
    asked = front(context)
    settings = asked.settings()
    with interruptible() as stopping:
        serve(settings, asked.accounts(settings), asked.world(stopping))
    raise typer.Exit(EXIT.DONE)
