"""``connections``: every connection that left the house, to whom and what for. Reads beside a running daemon."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import front
from inbox_guard.cli.rows import utc
from inbox_guard.cli.voice import JsonValue, emit, say, table
from inbox_guard.core.outgoing import Connected, Way


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(connections)


def connections(
    context: typer.Context,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only those made since this day."),
    ] = None,
) -> None:
    """List every connection that was made: when, to whom, and by whose word."""
    asked = front(context)
    settings = asked.settings()
    begin = since.replace(tzinfo=UTC) if since else datetime.fromtimestamp(0, UTC)
    with house.reading_ledger(settings.ledger, house.World()) as held:
        made = [
            one
            for account in asked.accounts(settings)
            for one in held.connections(account.name, begin)
        ]
    if asked.json:
        for one in made:
            emit(_json(one))
        return
    if made:
        table(
            ("when (UTC)", "to", "address", "for"),
            [
                (
                    f"{one.at:%Y-%m-%d %H:%M:%S}",
                    f"{one.outgoing.host}:{one.outgoing.port}",
                    one.outgoing.number or "–",
                    _purpose(one),
                )
                for one in made
            ],
        )
    say(f"{len(made)} connections")


_SAYS = {
    Way.MAILBOX: "your mailbox",
    Way.OUTBOX: "your outgoing mail",
    Way.WEB: "a way out",
    Way.BROWSER: "a page in the browser",
    Way.KEY: "DNS: the key of a signature",
}


def _purpose(one: Connected) -> str:
    says = _SAYS[one.outgoing.way]
    if not one.outgoing.attempt:
        return says
    return f"{says}, attempt {one.outgoing.attempt} at {one.sender}, by {one.rule}"


def _json(one: Connected) -> dict[str, JsonValue]:
    return {
        "account": one.account,
        "at": utc(one.at),
        "way": one.outgoing.way.value,
        "host": one.outgoing.host,
        "port": one.outgoing.port,
        "address": one.outgoing.number,
        "attempt": one.outgoing.attempt or None,
        "sender": one.sender or None,
        "rule": one.rule,
    }
