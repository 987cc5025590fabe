"""inbox-guard as the demo's `House`: the same settings, doors and verbs as behind the command line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from inbox_guard import app
from inbox_guard.config import Settings, load
from inbox_guard.core.plan import Plan
from inbox_guard.core.ports import Ledger
from inbox_guard.core.records import SenderRow
from inbox_guard.demo.render import SERVER
from inbox_guard.demo.run import House, Stage
from inbox_guard.jobs.check import look
from inbox_guard.jobs.cleanup import Planned, Wish, carry_out, planned
from inbox_guard.jobs.household import Doors
from inbox_guard.jobs.monthly import rendered


@contextmanager
def open_house(stage: Stage) -> Iterator[House]:
    """Build the house on the stage's ports and clock; the ledger lies in the scratch folder."""
    nothing = stage.scratch / "empty.env"
    nothing.touch()  # else /etc/inbox-guard/.env, the settings of whoever runs the demo, would count
    settings = load(_environment(stage), nothing)
    world = app.World(clock=stage.clock, resolve=stage.resolve)
    with (
        app.ledger(settings, world) as held,
        app.doors(settings, settings.accounts[0], held, world) as doors,
    ):
        yield _DemoHouse(settings, held, doors, stage)


def _environment(stage: Stage) -> dict[str, str]:
    return {
        "GUARD_IMAP_HOST": "127.0.0.1",
        "GUARD_IMAP_PORT": str(stage.imap_port),
        "GUARD_IMAP_SECURITY": "none",
        "GUARD_IMAP_USER": stage.imap_user,
        "GUARD_IMAP_PASSWORD": stage.imap_password,
        "GUARD_SMTP_HOST": "127.0.0.1",
        "GUARD_SMTP_PORT": str(stage.smtp_port),
        "GUARD_SMTP_SECURITY": "none",
        "GUARD_ADDRESSES": ",".join(stage.addresses),
        "GUARD_AUTHSERV_IDS": SERVER,
        "GUARD_PRIVATE_HOSTS": ",".join(stage.private_hosts),
        "GUARD_WEB_CA_FILE": str(stage.ca_file),
        "GUARD_LEDGER": str(stage.scratch / "ledger.sqlite"),
        "GUARD_TIMEZONE": "UTC",
    }


class _DemoHouse:
    """Each verb as the command of that name runs it."""

    def __init__(self, settings: Settings, held: Ledger, doors: Doors, stage: Stage) -> None:
        self.settings = settings
        self.account = settings.accounts[0]
        self.rules = app.rules(settings, self.account)
        self.held = held
        self.doors = doors
        self.stage = stage

    def check(self) -> Sequence[str]:
        return [
            f"{found.what:<12} {found.name:<8} {found.says}"
            for found in look(self.rules, self.doors)
        ]

    def scan(self) -> Sequence[SenderRow]:
        planned(self.rules, self.doors, Wish())
        return self.rows()

    def plan(self) -> Sequence[Plan]:
        return self.planned().plans

    def cleanup(self) -> Sequence[SenderRow]:
        carry_out(self.planned(), self.rules, self.doors, Wish())
        return self.rows()

    def report(self, month: date) -> Path:
        reading = app.reading(self.settings, self.settings.accounts)
        made = rendered(self.held, app.reporter(), month, reading, ("html",), self.stage.clock())
        path = self.stage.folder.resolve() / f"inbox-guard-{month:%Y-%m}.html"
        path.write_bytes(made.files[0][1])
        return path

    def planned(self) -> Planned:
        return planned(self.rules, self.doors, Wish())

    def rows(self) -> Sequence[SenderRow]:
        clock = self.stage.clock
        return tuple(self.held.senders([self.account.name], self.account.reach, "", clock()))
