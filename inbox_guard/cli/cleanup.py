"""``cleanup``: the plan, and with ``--yes`` the deed."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, Front, for_each_account, front, interruptible
from inbox_guard.cli.rows import OPEN_ENDS, deeds, reason, show, summary
from inbox_guard.cli.scan import told
from inbox_guard.cli.voice import complain, say
from inbox_guard.config import Account, Settings
from inbox_guard.core.folder import Role
from inbox_guard.core.ports import Clock, Ledger
from inbox_guard.core.vocabulary import Mode, Step
from inbox_guard.errors import SettingsError
from inbox_guard.jobs.act import Acted
from inbox_guard.jobs.cleanup import Planned, Wish, carry_out, planned
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.jobs.listing import Listed, beside
from inbox_guard.jobs.preview import confirmation
from inbox_guard.jobs.preview import requests as preview

MOVE_TO = "Unwanted"


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(cleanup)


def cleanup(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Carry the plan out.")] = False,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only senders that mailed since this day."),
    ] = None,
    sender: Annotated[
        list[str] | None,
        typer.Option(help="Only this sender: address, domain, List-Id or number; may be repeated."),
    ] = None,
    move: Annotated[
        bool, typer.Option("--move", help=f"Also move their mail (GUARD_MOVE_TO, else {MOVE_TO}).")
    ] = False,
    archive: Annotated[
        bool, typer.Option("--archive", help="Also move their mail into the Archive folder.")
    ] = False,
    most: Annotated[
        int | None, typer.Option("--max", min=0, help="The brake: at most so many senders.")
    ] = None,
) -> None:
    """Print the plan; with --yes, carry it out: unsubscribe, and move what you asked to move."""
    asked = front(context)
    settings = asked.settings()
    if move and archive:
        raise SettingsError("--move and --archive name two places for the same mail; choose one")
    rows: list[Listed] = []
    requests: dict[int, tuple[str, ...]] = {}
    with interruptible() as stopping:
        world = asked.world(stopping)

        def clean(account: Account) -> EXIT:
            rules = house.rules(settings, account)
            with house.doors(settings, account, held, world) as doors:
                wish = Wish(
                    senders=tuple(sender or ()),
                    since=since.replace(tzinfo=UTC) if since else None,
                    move_to=_move_to(account, doors, move=move, archive=archive),
                    limit=account.max_per_run if most is None else most,
                )
                found = planned(rules, doors, wish)
                told(account.name, found.swept, quiet=asked.quiet or asked.json)
                act_now = yes and not stopping()
                acted = carry_out(found, rules, doors, wish) if act_now else None
                if not yes:
                    requests.update(_requests(found, rules, doors))
            now_known = tuple(_rows(found, held, settings, account, world.clock))
            rows.extend(now_known)
            return _closing_words(account, acted, now_known, wish)

        with house.ledger(settings, world) as held:
            status = for_each_account(asked.accounts(settings), clean, stopping)
    show(rows if asked.json else _concerned(rows), json=asked.json, requests=requests)
    if not asked.json and (rows or status is not EXIT.MAILBOX):
        _say_what_next(rows, asked, settings, yes=yes)
    raise typer.Exit(status)


def _requests(found: Planned, rules: Rules, doors: Doors) -> dict[int, tuple[str, ...]]:
    """What would be sent, by sender: what confirms an attempt stands for any other request."""
    confirms = {demand.sender: (confirmation(demand),) for demand in found.demands}
    return {
        plan.history.number: confirms.get(plan.history.number) or preview(plan, rules, doors)
        for plan in found.plans
    }


def _rows(
    found: Planned, held: Ledger, settings: Settings, account: Account, clock: Clock
) -> list[Listed]:
    return list(beside(found.plans, held, house.lens(settings, account), clock))


def _concerned(rows: list[Listed]) -> list[Listed]:
    """Those for whom something is to be done or was done, first of all those to be contacted."""
    meant = [one for one in rows if {*one.plan.steps} - {Step.RECORD} or one.row.attempt]
    return sorted(meant, key=lambda one: not one.plan.contacts)


def _move_to(account: Account, doors: Doors, *, move: bool, archive: bool) -> str:
    if archive:
        folder = next((f for f in doors.mailbox.folders() if f.role is Role.ARCHIVE), None)
        return folder.name if folder else "Archive"
    return account.move_to or (MOVE_TO if move else "")


def _closing_words(
    account: Account, acted: Acted | None, rows: tuple[Listed, ...], wish: Wish
) -> EXIT:
    if acted is None:
        return EXIT.DONE
    if acted.braked:
        complain(
            f"{account.name}: {acted.braked} senders are to be unsubscribed, more than "
            f"{wish.limit} in one run; nothing was done. If that is right, say --max {acted.braked}"
        )
        return EXIT.NEEDS_OWNER
    if acted.waiting:
        complain(
            f"{account.name}: {acted.waiting} senders wait: their server asked to be left alone "
            "for a while; run cleanup --yes again later"
        )
    if acted.moved:
        complain(
            f"{account.name}: {acted.moved} messages moved to {wish.move_to} "
            f"(inbox-guard undo {acted.run} brings them back)"
        )
    left = [row for row in rows if row.row.attempt and row.row.attempt.outcome in OPEN_ENDS]
    for row in left:
        complain(f"{row.row.history.speaker.sender.value}: {reason(row)}")
    return EXIT.NEEDS_OWNER if left or acted.needs_owner else EXIT.DONE


def _say_what_next(rows: list[Listed], asked: Front, settings: Settings, *, yes: bool) -> None:
    say(deeds(rows) if yes else summary(rows))
    if others := len(rows) - len(_concerned(rows)):
        say(f"{others} of them are only recorded and not shown: inbox-guard senders.")
    if any(account.mode is Mode.NEVER for account in asked.accounts(settings)):
        say("GUARD_MODE=never: nothing is ever done, whatever --yes says.")
    elif not yes:
        say("This is a plan; nothing was done. `inbox-guard cleanup --yes` carries it out.")
