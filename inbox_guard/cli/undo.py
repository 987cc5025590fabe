"""``undo``: bring back what a run moved."""

from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, for_each_account, front, interruptible
from inbox_guard.cli.voice import complain, emit, say
from inbox_guard.config import Account
from inbox_guard.jobs.move import Undone, newest_run_with_moves
from inbox_guard.jobs.move import undo as undo_run


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(undo)


def undo(
    context: typer.Context,
    run: Annotated[int | None, typer.Argument(help="The run's number; default: the last.")] = None,
) -> None:
    """Move back what a run moved. An unsubscription cannot be taken back."""
    asked = front(context)
    settings = asked.settings()
    told: list[Undone] = []
    with interruptible() as stopping:
        world = asked.world(stopping)

        def bring_back(account: Account) -> EXIT:
            with house.doors(settings, account, held, world) as doors:
                runs = {one.number for one in held.runs(account.name)}
                wanted = newest_run_with_moves(doors, account.name) if run is None else run
                if wanted is None or wanted not in runs:
                    return EXIT.DONE
                told.append(undo_run(doors, wanted))
            return EXIT.NEEDS_OWNER if told[-1].lost else EXIT.DONE

        with house.ledger(settings, world) as held:
            status = for_each_account(asked.accounts(settings), bring_back, stopping)
    for one in told:
        if asked.json:
            emit({"run": one.run, "back": one.back, "lost": one.lost})
        else:
            say(f"Run {one.run}: {one.back} messages are back where they were.")
        if one.lost:
            complain(f"run {one.run}: {one.lost} messages were not found where they had been moved")
    if not told and not asked.json:
        say("There is nothing to move back.")
    complain("an unsubscription cannot be taken back: sign up again where you want to")
    raise typer.Exit(status)
