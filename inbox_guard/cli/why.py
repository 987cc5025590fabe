"""``why``: every reason for a verdict; or what single files are, judged by themselves."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, Front, front
from inbox_guard.cli.rows import as_json, because, reason, utc
from inbox_guard.cli.voice import JsonValue, complain, emit, say
from inbox_guard.config import environment
from inbox_guard.core.attempt import Attempt
from inbox_guard.core.history import Evidence
from inbox_guard.core.records import Sighting
from inbox_guard.core.vocabulary import Standing
from inbox_guard.core.word import covered, covers
from inbox_guard.jobs.files import FileJudged, judge_file
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
                tried = held.attempts(row.row.history.number)
                _explain_sender(row, tried, json=asked.json)
            if sightings:
                _explain_message(sightings[0], len(sightings), json=asked.json)
            if not rows and not sightings:
                complain(f"the ledger knows no sender and no message {one!r}")
    raise typer.Exit(EXIT.DONE if found else EXIT.NEEDS_OWNER)


def _means(target: str, listed_row: Listed) -> bool:
    return covers(target, covered(listed_row.row.history))


def _explain_sender(found: Listed, tried: Sequence[Attempt], *, json: bool) -> None:
    if json:
        emit(as_json(found) | {"attempts": [_attempt_json(attempt) for attempt in tried]})
        return
    history = found.row.history
    say(f"{history.speaker.name or history.speaker.sender.value}  <{history.speaker.sender.value}>")
    say(f"  number {history.number}, account {history.account}, of {history.speaker.organisation}")
    say(f"  {found.verdict.kind}: {found.verdict.reason}")
    say(
        f"  {history.messages} messages since {history.first_seen:%Y-%m-%d}, "
        f"to {', '.join(history.aliases) or 'no address that a header names'}"
    )
    _explain(found.verdict.because)
    for attempt in tried:
        told = attempt.result.detail if attempt.result else "no result was recorded"
        say(
            f"  {attempt.intention.at:%Y-%m-%d %H:%M} UTC: {attempt.intention.mechanism} at "
            f"{attempt.intention.host or 'nobody'}, by {attempt.intention.rule}: "
            f"{attempt.outcome}, {told}"
        )
    say(f"  what follows: {reason(found)}")


def _attempt_json(attempt: Attempt) -> dict[str, JsonValue]:
    return {
        "at": utc(attempt.intention.at),
        "mechanism": attempt.intention.mechanism.value,
        "host": attempt.intention.host,
        "rule": attempt.intention.rule,
        "message_id": attempt.intention.message_id,
        "outcome": attempt.outcome.value,
        "detail": attempt.result.detail if attempt.result else "",
        "status": attempt.result.status if attempt.result else None,
    }


def _explain_message(seen: Sighting, places: int, *, json: bool) -> None:
    if json:
        emit(
            {
                "message_id": seen.message_id,
                "sender": seen.speaker.sender.value if seen.speaker else None,
                "kind": seen.kind.value,
                "folder": seen.ref.folder,
                "places": places,
                "mechanisms": [mechanism.value for mechanism in seen.mechanisms],
                "because": because(seen.signs),
            }
        )
        return
    say(f"{seen.subject or '(no subject)'}  <{seen.message_id}>")
    say(f"  {seen.kind}, in {seen.ref.folder}, arrived {seen.arrived:%Y-%m-%d %H:%M} UTC")
    _explain(seen.signs)


def _explain(evidence: Sequence[Evidence]) -> None:
    for one in sorted(evidence, key=lambda one: -abs(one.weight)):
        quote = f"  “{one.quote}”" if one.quote else ""
        message = f"  <{one.message_id}>" if one.message_id else ""
        say(f"  {one.weight:+5.1f}  {one.says}{quote}{message}")


def _files(asked: Front, paths: Sequence[Path]) -> None:
    ids = tuple(
        item.strip()
        for item in environment().get("GUARD_AUTHSERV_IDS", "").split(",")
        if item.strip()
    )
    for path in _each_file(paths):
        judged = judge_file(str(path), path.read_bytes(), ids)
        if asked.json:
            emit(_file_json(judged))
        else:
            say(f"{judged.file}")
            say(f"  {judged.kind} from {judged.sender or 'nobody that can be named'}")
            _explain(judged.because)


def _each_file(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        else:
            yield path


def _file_json(judged: FileJudged) -> dict[str, JsonValue]:
    return {
        "file": judged.file,
        "sender": judged.sender,
        "kind": judged.kind.value,
        "standing": Standing(judged.standing).value,
        "mechanisms": [mechanism.value for mechanism in judged.mechanisms],
        "because": because(judged.because),
    }
