"""``senders``: who is in the ledger. Reads beside a running daemon."""

from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import front
from inbox_guard.cli.rows import show, summary
from inbox_guard.cli.voice import say
from inbox_guard.core.vocabulary import Kind, Standing
from inbox_guard.jobs.listing import listed


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(senders)


def senders(
    context: typer.Context,
    standing: Annotated[Standing | None, typer.Option(help="Only these.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="Only these.")] = None,
) -> None:
    """Show who is in the ledger, what we know of them and what would follow."""
    asked = front(context)
    settings = asked.settings()
    world = house.World()
    with house.reading_ledger(settings.ledger, world) as held:
        rows = [
            row
            for account in asked.accounts(settings)
            for row in listed(held, house.lens(settings, account), world.clock)
            if standing in (None, row.verdict.standing) and kind in (None, row.verdict.kind)
        ]
    show(rows, json=asked.json)
    if not asked.json:
        say(summary(rows))
