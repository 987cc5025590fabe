"""``check``: settings, login, folders and roles, authserv-id, ledger; says what to mend."""

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, Front, front
from inbox_guard.cli.voice import emit, say
from inbox_guard.config import Account, Settings
from inbox_guard.errors import InboxGuardError
from inbox_guard.jobs.check import Finding, look


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(check)


def check(context: typer.Context) -> None:
    """Check settings, login, folders and ledger, and say what to mend."""
    asked = front(context)
    settings = asked.settings()
    for found in settings.found:
        secret = found.key.endswith("_PASSWORD")
        shown = "(hidden)" if secret else found.text
        _tell(asked, Finding("setting", found.key, f"{shown}  [{found.where}]"))
    _tell(asked, Finding("time zone", settings.timezone, ""))
    world = house.World()
    worst = EXIT.DONE
    for account in asked.accounts(settings):
        worst = max(worst, _account(asked, settings, account, world))
    raise typer.Exit(worst)


def _account(asked: Front, settings: Settings, account: Account, world: house.World) -> EXIT:
    try:
        with (
            house.ledger(settings, world) as held,
            house.doors(settings, account, held, world) as doors,
        ):
            _tell(asked, Finding("ledger", settings.ledger, "opens, and its schema is up to date"))
            for finding in look(house.rules(settings, account), doors):
                _tell(asked, finding)
    except InboxGuardError as error:
        _tell(asked, Finding("mend", account.name, str(error)))
        return EXIT.of(error)
    return EXIT.DONE


def _tell(asked: Front, finding: Finding) -> None:
    if asked.json:
        emit({"check": finding.what, "name": finding.name, "says": finding.says})
    else:
        say(f"{finding.what:12} {finding.name}  {finding.says}".rstrip())
