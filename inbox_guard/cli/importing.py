"""``import``: outside evidence, all offline: mail that lies in a file, and files exported elsewhere."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, front, interruptible
from inbox_guard.cli.scan import told
from inbox_guard.cli.voice import complain, emit, say
from inbox_guard.config import Account, Settings
from inbox_guard.core.address import Owner
from inbox_guard.errors import LedgerBusy, SettingsError
from inbox_guard.jobs.bringing import Brought, bring_in
from inbox_guard.jobs.cleanup import Wish, planned
from inbox_guard.jobs.household import policy
from inbox_guard.jobs.judging import judge_senders

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


@app.command()
def contacts(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="vCard, or the CSV of Google or Outlook.")],
) -> None:
    """Learn whom you know, from an address book."""
    _bring(context, "contacts", path)


@app.command()
def aliases(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(help="SimpleLogin, addy.io, Firefox Relay, or a CSV alias,for.")
    ],
) -> None:
    """Learn for whom each of your aliases was made."""
    _bring(context, "aliases", path)


@app.command()
def passwords(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(help="Bitwarden, 1Password, KeePass, LastPass, or a browser's CSV.")
    ],
) -> None:
    """Learn where you have accounts. No password is kept, or even looked at."""
    _bring(context, "passwords", path)


@app.command()
def linkedin(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(help="LinkedIn's export: its zip, its folder, or one CSV of it.")
    ],
) -> None:
    """Learn whom you are connected with, whom you invited and whom you wrote to."""
    _bring(context, "linkedin", path)


@app.command()
def purchases(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="CSV (domain, date, what), or Amazon's history.")],
) -> None:
    """Learn where you bought something."""
    _bring(context, "purchases", path)


@app.command()
def breaches(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="JSON like haveibeenpwned.com's, or a CSV.")],
) -> None:
    """Learn which breaches held an address of yours."""
    _bring(context, "breaches", path)


def _bring(context: typer.Context, kind: str, path: Path) -> None:
    asked = front(context)
    settings = asked.settings()
    meant = asked.accounts(settings)
    owner = Owner(tuple(address for account in meant for address in account.owner.addresses))
    world = house.World()
    with house.ledger_for_a_word(settings.ledger, world) as held:
        found = bring_in(kind, path, owner, held, asked.account or None, world.clock())
    judged = bool(found.new) and _judged_again(settings, meant, world)
    if not asked.quiet:
        for lost in found.examples:
            place = f"{lost.file}, line {lost.line}" if lost.line else lost.file
            complain(f"{place}: {lost.expected}")
    if asked.json:
        emit(
            {
                "kind": kind,
                "rows": found.entries,
                "facts": found.facts,
                "new": found.new,
                "not_understood": found.lost,
                "judged": judged,
            }
        )
    else:
        say(_told(found, judged=judged))


def _judged_again(settings: Settings, accounts: Iterable[Account], world: house.World) -> bool:
    """Judge by what is known now, without asking the mailbox; False where a daemon holds the ledger."""
    try:
        with house.ledger(settings, world) as held:
            for account in accounts:
                rules = house.rules(settings, account)
                with house.doors(settings, account, held, world) as doors:
                    judge_senders(rules, doors, policy(rules, doors, rules.mode, rules.move_to))
    except LedgerBusy:
        return False
    return True


def _told(found: Brought, *, judged: bool) -> str:
    rows = f"{found.entries} row{'' if found.entries == 1 else 's'} read"
    facts = f"{found.facts} fact{'' if found.facts == 1 else 's'} found, {found.new} new"
    lost = f", {found.lost} not understood" if found.lost else ""
    then = (
        " Senders were judged again."
        if judged
        else " Senders are judged again at the daemon's next sweep."
    )
    return f"{rows}{lost}; {facts}.{then if found.new else ''}"
