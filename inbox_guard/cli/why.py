"""``why``: every reason for a verdict; or what single files are, judged by themselves."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.explain import tell_file, tell_message, tell_sender
from inbox_guard.cli.front import EXIT, Front, front
from inbox_guard.cli.voice import complain
from inbox_guard.config import environment
from inbox_guard.core.word import covered, covers
from inbox_guard.jobs.files import judge_file
from inbox_guard.jobs.listing import Listed, listed


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(why)


def why(
    context: typer.Context,
    what: Annotated[
        list[str],
        typer.Argument(help="A sender, a Message-ID, or files and folders of messages."),
    ],
) -> None:
    """Say why: a sender's verdict, a message's kind; or judge files by themselves."""
    asked = front(context)
    if all(Path(one).exists() for one in what):
        _files(asked, [Path(one) for one in what])
        return
    found = False
    settings = asked.settings()
    world = house.World()
    with house.reading_ledger(settings.ledger, world) as held:
        everybody = [
            row
            for account in asked.accounts(settings)
            for row in listed(held, house.lens(settings, account), world.clock)
        ]
        for one in what:
            rows = [row for row in everybody if _means(one, row)]
            sightings = held.sightings(one.removeprefix("<").removesuffix(">"))
            found = found or bool(rows or sightings)
            for row in rows:
                tell_sender(row, held, json=asked.json)
            if sightings:
                tell_message(sightings[0], len(sightings), json=asked.json)
            if not rows and not sightings:
                complain(f"the ledger knows no sender and no message {one!r}")
    raise typer.Exit(EXIT.DONE if found else EXIT.NEEDS_OWNER)


def _means(target: str, listed_row: Listed) -> bool:
    return covers(target, covered(listed_row.row.history))


def _files(asked: Front, paths: Sequence[Path]) -> None:
    ids = tuple(
        item.strip()
        for item in environment().get("GUARD_AUTHSERV_IDS", "").split(",")
        if item.strip()
    )
    for path in _each_file(paths):
        judged = judge_file(str(path), path.read_bytes(), ids)
        tell_file(judged, json=asked.json)


def _each_file(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        else:
            yield path
