"""``import``: outside evidence, all offline. The first kind: mail that lies in a file."""

from pathlib import Path
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, front, interruptible
from inbox_guard.cli.scan import told
from inbox_guard.cli.voice import emit, say
from inbox_guard.errors import SettingsError
from inbox_guard.jobs.cleanup import Wish, planned

app = typer.Typer(help="Bring in outside evidence, all offline.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Bring in outside evidence, all offline."""


@app.command()
def mbox(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="An mbox file (Google Takeout) or a Maildir.")],
) -> None:
    """Read an mbox file or a Maildir into the ledger, as history of an account."""
    asked = front(context)
    settings = asked.settings()
    if not path.exists():
        raise SettingsError(f"{path}: there is no such file or folder")
    account = asked.accounts(settings)[0]
    with interruptible() as stopping:
        world = asked.world(stopping)
        with (
            house.ledger(settings, world) as held,
            house.archive(settings, account, path, held, world) as doors,
        ):
            found = planned(house.rules(settings, account), doors, Wish())
        interrupted = stopping()
    told(account.name, found.swept, quiet=asked.quiet or asked.json)
    if asked.json:
        emit({"read": found.swept.read, "new": found.swept.new, "senders": len(found.plans)})
    else:
        say(f"{found.swept.read} messages read, {found.swept.new} new to the ledger.")
    raise typer.Exit(EXIT.INTERRUPTED if interrupted else EXIT.DONE)
