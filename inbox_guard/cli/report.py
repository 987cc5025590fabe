"""``report``: the monthly report, on the terminal, in files, or sent."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, Front, front
from inbox_guard.cli.voice import complain, say
from inbox_guard.config import Account, Settings
from inbox_guard.core.ports import Report
from inbox_guard.errors import SettingsError
from inbox_guard.jobs.monthly import Delivery, Reading, deliver, last_full_month, rendered

FORMATS = ("html", "text", "json", "csv")
SUFFIX = {"html": "html", "text": "txt", "json": "json", "csv": "csv"}


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(report)


def report(
    context: typer.Context,
    month: Annotated[str, typer.Option(help="YYYY-MM; default: the last full month.")] = "",
    formats: Annotated[
        str, typer.Option("--format", help="html, text, json, csv; several with commas.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option(help="A file; with several formats, a folder.")
    ] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Mail it, or put it into the mailbox.")
    ] = False,
) -> None:
    """Tell who mailed you without your permission in a month."""
    asked = front(context)
    settings = asked.settings()
    accounts = asked.accounts(settings)
    world = house.World()
    wanted = _month(month) if month else last_full_month(world.clock(), settings.timezone)
    chosen = _formats(formats, asked)
    if send:
        say(_send(settings, accounts[0], wanted, house.reading(settings, accounts), world))
        raise typer.Exit(EXIT.DONE)
    with house.reading_ledger(settings.ledger, world) as held:
        made = rendered(
            held,
            house.reporter(),
            wanted,
            house.reading(settings, accounts),
            chosen,
            world.clock(),
        )
    _put(made, output, asked)


def _month(text: str) -> date:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if not found:
        raise SettingsError(f"--month {text!r} is no month; write it like 2026-10")
    return date(int(found[1]), int(found[2]), 1)


def _formats(text: str, asked: Front) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            raise SettingsError(f"--format {name!r} is none of {', '.join(FORMATS)}")
    return names or (("json",) if asked.json else ("text",))


def _put(made: Report, output: Path | None, asked: Front) -> None:
    if output is None:
        for _, content in made.files:
            sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    if len(made.files) == 1 and not output.is_dir():
        _write(output, made.files[0][1], asked)
        return
    for name, content in made.files:
        _write(output / f"inbox-guard-{made.month:%Y-%m}.{SUFFIX[name]}", content, asked)


def _write(path: Path, content: bytes, asked: Front) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise SettingsError(f"--output {path}: {error.strerror or error}") from error
    if not asked.quiet:
        complain(f"wrote {path.resolve()}")


def _send(
    settings: Settings, account: Account, month: date, reading: Reading, world: house.World
) -> str:
    sender = next((address for address in account.owner.addresses if address[0] != "@"), "")
    if not sender:
        raise SettingsError("GUARD_ADDRESSES names no full address to send the report from")
    with (
        house.ledger(settings, world) as held,
        house.doors(settings, account, held, world) as doors,
    ):
        delivery = Delivery(sender, settings.report_to, doors.mailbox, doors.outbox)
        where = deliver(held, house.reporter(), month, reading, delivery, world.clock())
    return f"The report of {month:%Y-%m} went to {where}."
