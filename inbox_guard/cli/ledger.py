"""``ledger backup|check|upgrade``: the database itself."""

from pathlib import Path
from typing import Annotated

import typer

from inbox_guard.app import World
from inbox_guard.cli.front import EXIT, front
from inbox_guard.cli.voice import emit, say
from inbox_guard.ledger import ledger as database

app = typer.Typer(help="Back up, check or upgrade the ledger.", no_args_is_help=True)


@app.command()
def backup(
    context: typer.Context,
    to: Annotated[
        Path | None, typer.Argument(help="Where to; default: the folder backups beside the ledger.")
    ] = None,
) -> None:
    """Copy the ledger while it is in use."""
    asked = front(context)
    path = database.backup(asked.ledger_place(), to, World().clock())
    if asked.json:
        emit({"backup": str(path)})
    else:
        say(str(path))


@app.command()
def check(context: typer.Context) -> None:
    """Look for damage; exit status 4 when there is some."""
    asked = front(context)
    problems = database.check(asked.ledger_place())
    if asked.json:
        emit({"ledger": asked.ledger_place(), "problems": list(problems)})
    else:
        say("\n".join(problems) if problems else f"{asked.ledger_place()} is sound.")
    raise typer.Exit(EXIT.LEDGER if problems else EXIT.DONE)


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the ledger's schema up to date, with a backup first."""
    asked = front(context)
    revision = database.upgrade(asked.ledger_place(), World().clock())
    if asked.json:
        emit({"ledger": asked.ledger_place(), "schema": revision})
    else:
        say(f"The ledger's schema is {revision}.")
