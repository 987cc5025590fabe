"""``review``, ``allow``, ``refuse``, ``forget``: the owner's word."""

import sys
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, Front, front
from inbox_guard.cli.rows import OPEN_ENDS, as_json, reason
from inbox_guard.cli.voice import complain, emit, say
from inbox_guard.core.history import Answer, Word
from inbox_guard.core.ports import Ledger
from inbox_guard.core.vocabulary import Step
from inbox_guard.jobs.listing import Listed, listed

_Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="SENDER...",
        help="An address, a domain, a List-Id, the ledger's number, a pattern like *@acme.test, "
        "or folder:NAME for everybody found in a folder.",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Give the commands their names."""
    for command in (review, allow, refuse, forget):
        app.command()(command)


def allow(context: typer.Context, sender: _Targets) -> None:
    """Say that these senders may mail you. It outranks every rule, and is never overwritten by one."""
    _speak(front(context), Answer.ALLOW, sender)


def refuse(context: typer.Context, sender: _Targets) -> None:
    """Say that you did not sign up: the next sweep or `cleanup --yes` acts on it."""
    _speak(front(context), Answer.REFUSE, sender)


def forget(context: typer.Context, sender: _Targets) -> None:
    """Erase what is held about these senders; a salted hash keeps your word about them."""
    asked = front(context)
    world = house.World()
    with house.ledger_for_a_word(asked.ledger_place(), world) as held:
        for one in sender:
            count = held.forget(asked.account or None, one, world.clock())
            _tell(asked, one, f"{count} senders forgotten", count)


def _speak(asked: Front, answer: Answer, targets: list[str]) -> None:
    world = house.World()
    with house.ledger_for_a_word(asked.ledger_place(), world) as held:
        for one in targets:
            held.say(asked.account or None, Word(answer, one, world.clock()))
            _tell(asked, one, f"noted: {answer} {one}", 1)


def _tell(asked: Front, target: str, says: str, count: int) -> None:
    if asked.json:
        emit({"target": target, "says": says, "count": count})
    else:
        say(says)


def review(context: typer.Context) -> None:
    """Go through what waits for you: answer a, r or s for each sender, or just read the list in a pipe."""
    asked = front(context)
    settings = asked.settings()
    world = house.World()
    with house.reading_ledger(settings.ledger, world) as held:
        waiting = [
            row
            for account in asked.accounts(settings)
            for row in listed(held, house.lens(settings, account), world.clock)
            if _waits(row)
        ]
    if asked.json:
        for row in waiting:
            emit(as_json(row))
        return
    if not waiting:
        say("Nothing waits for you.")
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for row in waiting:
            _describe(row)
        say("Answer with `inbox-guard allow NUMBER...` or `inbox-guard refuse NUMBER...`.")
        return
    with house.ledger_for_a_word(settings.ledger, world) as held:
        _interview(held, waiting, world)


def _waits(row: Listed) -> bool:
    open_end = row.row.attempt is not None and row.row.attempt.outcome in OPEN_ENDS
    return open_end or Step.ASK in row.plan.steps


def _describe(row: Listed) -> None:
    history = row.row.history
    say(f"#{history.number}  {history.speaker.name}  <{history.speaker.sender.value}>")
    say(
        f"    {row.verdict.kind}, {history.messages} mails since {history.first_seen:%Y-%m-%d}: "
        f"{row.verdict.reason}"
    )
    say(f"    {reason(row)}")


def _interview(held: Ledger, waiting: list[Listed], world: house.World) -> None:
    for row in waiting:
        _describe(row)
        heard = typer.prompt("    [a]llow, [r]efuse, [s]kip, [q]uit", default="s").strip().lower()
        if heard.startswith("q"):
            break
        answer = {"a": Answer.ALLOW, "r": Answer.REFUSE}.get(heard[:1])
        if answer is not None:
            history = row.row.history
            held.say(history.account, Word(answer, str(history.number), world.clock()))
            complain(f"noted: {answer} {history.speaker.sender.value}")
    raise typer.Exit(EXIT.DONE)
