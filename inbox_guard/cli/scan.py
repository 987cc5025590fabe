"""``scan``: read, judge, record. Connects to nobody but the mail server."""

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, for_each_account, front, interruptible
from inbox_guard.cli.rows import show, summary
from inbox_guard.cli.voice import complain, say
from inbox_guard.config import Account
from inbox_guard.jobs.cleanup import Wish, planned
from inbox_guard.jobs.listing import Listed, beside
from inbox_guard.jobs.sweep import Swept


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(scan)


def scan(context: typer.Context) -> None:
    """Read, judge and record what is new. Touches nothing, contacts nobody but the mail server."""
    asked = front(context)
    settings = asked.settings()
    rows: list[Listed] = []
    with interruptible() as stopping:
        world = asked.world(stopping)

        def read(account: Account) -> EXIT:
            rules = house.rules(settings, account)
            with house.doors(settings, account, held, world) as doors:
                found = planned(rules, doors, Wish(move_to=account.move_to))
            told(account.name, found.swept, quiet=asked.quiet or asked.json)
            rows.extend(beside(found.plans, held, house.lens(settings, account), world.clock))
            return EXIT.DONE

        with house.ledger(settings, world) as held:
            status = for_each_account(asked.accounts(settings), read, stopping)
    show(rows, json=asked.json)
    if not asked.json and (rows or status is not EXIT.MAILBOX):
        say(summary(rows))
    raise typer.Exit(status)


def told(account: str, swept: Swept, *, quiet: bool) -> None:
    """Say how much was read, folder by folder, on stderr."""
    if quiet:
        return
    for folder in swept.folders:
        complain(
            f"{account}: {folder.folder}: {folder.on_server} on the server, "
            f"{folder.read} read now, {folder.new} new"
        )
    if swept.quarantined:
        complain(f"{account}: {swept.quarantined} could not be read and are in quarantine")
