"""Builds the house: settings in, adapters out. The only floor where adapters meet."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from inbox_guard.browser import ChromiumDoor, find
from inbox_guard.config import Account, Settings
from inbox_guard.core.outgoing import Noted
from inbox_guard.core.plan import Policy
from inbox_guard.core.ports import Browser, Clock, Ledger, Outbox, Progress, Reporter
from inbox_guard.core.vocabulary import Mode
from inbox_guard.errors import SettingsError
from inbox_guard.jobs.connections import Connections
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.jobs.listing import Lens
from inbox_guard.jobs.monthly import Reading
from inbox_guard.ledger.ledger import open_ledger
from inbox_guard.mail.archive import MaildirMailbox, MboxMailbox
from inbox_guard.mail.dkim import DkimProof
from inbox_guard.mail.inbox import ImapMailbox
from inbox_guard.mail.outbox import SmtpOutbox
from inbox_guard.report.month import MonthlyReporter
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard, Resolve, system_resolve
from inbox_guard.web.turns import Turns


class Quiet:
    """Progress that nobody watches."""

    def begin(self, what: str, total: int) -> None:
        """Say nothing."""

    def advance(self, units: int) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class World:
    """What the settings do not say: the time, how names are resolved, who watches, who interrupts.

    `turns` and `post` are one for all accounts: to a host they are one visitor, and letters leave one by one.
    """

    clock: Clock = _utc_now
    resolve: Resolve = system_resolve
    progress: Progress = field(default_factory=Quiet)
    stopping: Callable[[], bool] = _never
    turns: Turns = field(default_factory=Turns)
    post: AbstractContextManager[object] = field(default_factory=Lock)


def rules(settings: Settings, account: Account) -> Rules:
    """The rules for one account."""
    return Rules(
        account=account.name,
        owner=account.owner,
        authserv_ids=account.authserv_ids,
        mode=account.mode,
        reach=account.reach,
        country=settings.country,
        min_age=timedelta(minutes=account.min_age),
        max_per_run=account.max_per_run,
        move_to=account.move_to,
        order=account.order,
    )


def lens(settings: Settings, account: Account) -> Lens:
    """How the rows of an account are read: with the plan that ``cleanup --yes`` would carry out."""
    mode = Mode.NEVER if account.mode is Mode.NEVER else Mode.AUTO
    policy = Policy(
        mode=mode,
        move=bool(account.move_to),
        can_mail=account.smtp is not None,
        order=account.order,
    )
    return Lens(account.name, account.reach, settings.country, policy)


def reading(settings: Settings, accounts: tuple[Account, ...]) -> Reading:
    """How the report is read."""
    return Reading(
        accounts=tuple(account.name for account in accounts),
        timezone=settings.timezone,
        language=settings.language,
        country=settings.country,
        reach=accounts[0].reach,
    )


@contextmanager
def ledger(settings: Settings, world: World) -> Iterator[Ledger]:
    """Open the ledger for a process that acts: under the lock, brought up to date first."""
    opened = open_ledger(settings.ledger, write=True, at=world.clock())
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def reading_ledger(place: str, world: World) -> Iterator[Ledger]:
    """Open the ledger for questions only, beside whoever writes."""
    opened = open_ledger(place, write=False, at=world.clock())
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def ledger_for_a_word(place: str, world: World) -> Iterator[Ledger]:
    """Open the ledger to say one word: a single short transaction, so no lock; the daemon goes on."""
    opened = open_ledger(place, write=True, lock=False, at=world.clock())
    try:
        yield opened
    finally:
        opened.close()


def mailbox(account: Account, noted: Noted) -> ImapMailbox:
    """The owner's mailbox; connects at its first use."""
    return ImapMailbox(account.name, account.imap, account.login, account.only, noted=noted)


def outbox(account: Account, noted: Noted) -> Outbox | None:
    """Where mail leaves, when SMTP is set."""
    if account.smtp is None:
        return None
    return SmtpOutbox(account.smtp, account.smtp_login, noted=noted)


def browser(settings: Settings, guard: Guard, connections: Connections) -> Browser | None:
    """Where pages go that need their script; None when the owner wants none.

    Raises `SettingsError` when she wants one and it cannot be had: her word is not silently dropped.
    """
    if settings.browser == "off":
        return None
    if find_spec("cryptography") is None:
        raise SettingsError(
            f"GUARD_BROWSER={settings.browser} needs the extra `browser`:"
            " pip install 'inbox-guard[browser]'"
        )
    program = find("" if settings.browser == "auto" else settings.browser)
    if program is None:
        raise SettingsError(
            "GUARD_BROWSER=auto finds no Chromium: install one (Debian: apt install chromium),"
            " name its path there, or set it to off"
        )
    # Known only where the extra is installed.
    from inbox_guard.web.proxy import GuardedProxy  # noqa: PLC0415

    return ChromiumDoor(
        program,
        lambda: GuardedProxy(
            guard, ca_file=settings.web_ca_file, noted=connections.of_this_thread()
        ),
        settings.pictures,
    )


def reporter() -> Reporter:
    """What turns a month into words."""
    return MonthlyReporter()


@contextmanager
def doors(settings: Settings, account: Account, held: Ledger, world: World) -> Iterator[Doors]:
    """The adapters of one account; the mailbox is logged out at the end."""
    guard = Guard(private_hosts=settings.private_hosts, resolve=world.resolve)
    connections = Connections(held, account.name, world.clock)
    noted = connections.note
    opened = Doors(
        mailbox=mailbox(account, noted),
        ledger=held,
        web=GuardedWeb(guard, ca_file=settings.web_ca_file, turns=world.turns, noted=noted),
        outbox=outbox(account, noted),
        proof=DkimProof(noted=noted),
        clock=world.clock,
        progress=world.progress,
        stopping=world.stopping,
        browser=browser(settings, guard, connections),
        at_home=guard.is_at_home,
        during=connections.during,
        post=world.post,
    )
    try:
        yield opened
    finally:
        opened.mailbox.close()


@contextmanager
def archive(
    settings: Settings, account: Account, path: Path, held: Ledger, world: World
) -> Iterator[Doors]:
    """The same doors, with an mbox file or a Maildir in the place of the mailbox."""
    opened = (
        MaildirMailbox(account.name, path) if path.is_dir() else MboxMailbox(account.name, path)
    )
    with doors(settings, account, held, world) as of_account:
        yield replace(of_account, mailbox=opened, outbox=None)
