"""The daemon: one sweep per account at a time; each sweep schedules its successor when it ends.

APScheduler warns at every tick that overlaps a running one, so there are no fixed ticks.
"""

import logging
from datetime import UTC, datetime, timedelta
from threading import Event
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from inbox_guard import app as house
from inbox_guard.config import Account, Settings
from inbox_guard.core.ports import Ledger, Mailbox, Outbox
from inbox_guard.errors import InboxGuardError, LedgerError, LoginRefused
from inbox_guard.jobs.cleanup import tick
from inbox_guard.jobs.monthly import Delivery, deliver, last_full_month

log = logging.getLogger(__name__)

FIRST_RETRY = timedelta(minutes=1)
LAST_RETRY = timedelta(hours=1)  # never a storm of log-ins: at most a few an hour (security S33)
LOOK_AT_SIGNALS = 0.2  # s


def serve(settings: Settings, accounts: tuple[Account, ...], world: house.World) -> None:
    """Watch the accounts until `world.stopping`; holds the ledger's lock for as long."""
    with house.ledger(settings, world) as held:
        daemon = _Daemon(settings, held, world, len(accounts))
        daemon.start(accounts)
        try:
            while not world.stopping() and not daemon.broken.wait(LOOK_AT_SIGNALS):
                pass
        finally:
            daemon.stop()
    if daemon.failure is not None:
        raise daemon.failure


class _Daemon:
    """Keeps the scheduler and how long each account waits after a failure."""

    def __init__(self, settings: Settings, held: Ledger, world: house.World, workers: int) -> None:
        self.settings = settings
        self.held = held
        self.world = world
        self.broken = Event()
        self.failure: InboxGuardError | None = None
        self.waits: dict[str, timedelta] = {}
        self.scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(max(1, workers))}, timezone=UTC
        )

    def start(self, accounts: tuple[Account, ...]) -> None:
        self.scheduler.start()
        for account in accounts:
            self.schedule(account, timedelta())
        log.info("watching accounts=%d", len(accounts))

    def stop(self) -> None:
        self.scheduler.shutdown(wait=True)
        log.info("stopped")

    def schedule(self, account: Account, wait: timedelta) -> None:
        if self.world.stopping() or self.broken.is_set():
            return
        self.scheduler.add_job(
            self.sweep,
            "date",
            run_date=datetime.now(UTC) + wait,
            args=[account],
            id=account.name,
            replace_existing=True,
            misfire_grace_time=None,
        )

    def sweep(self, account: Account) -> None:
        """One round for an account; the job runner, so the one place that survives any failure."""
        wait = timedelta(minutes=self.settings.poll)
        try:
            self.round(account)
            self.waits.pop(account.name, None)
        except (LoginRefused, LedgerError) as error:
            wait = self.give_up_or_wait(account, error)
        except InboxGuardError as error:
            wait = self.back_off(account, f"{error}; next try in {{}} minutes")
        except Exception:
            log.exception("account=%s: the sweep did not do its work", account.name)
            wait = self.back_off(account, "next try in {} minutes")
        self.schedule(account, wait)

    def round(self, account: Account) -> None:
        rules = house.rules(self.settings, account)
        with house.doors(self.settings, account, self.held, self.world) as doors:
            acted = tick(rules, doors)
            if acted.braked:
                log.warning(
                    "account=%s: %d senders are to be unsubscribed, more than GUARD_MAX_PER_RUN; "
                    "nothing was done. Look with: inbox-guard cleanup",
                    account.name,
                    acted.braked,
                )
            self.report_if_due(account, doors.mailbox, doors.outbox)

    def report_if_due(self, account: Account, mailbox: Mailbox, outbox: Outbox | None) -> None:
        now = self.world.clock()
        month = last_full_month(now, self.settings.timezone)
        today = now.astimezone(ZoneInfo(self.settings.timezone)).day
        first = account.name == self.settings.accounts[0].name
        if not first or today < self.settings.report_day or self.held.reported(month):
            return
        sender = next((one for one in account.owner.addresses if one[0] != "@"), "")
        if not sender:
            return
        reading = house.reading(self.settings, self.settings.accounts)
        delivery = Delivery(sender, self.settings.report_to, mailbox, outbox)
        where = deliver(self.held, house.reporter(), month, reading, delivery, now)
        log.info("reported month=%s to=%s", f"{month:%Y-%m}", where)

    def give_up_or_wait(self, account: Account, error: InboxGuardError) -> timedelta:
        if isinstance(error, LedgerError):
            self.failure = error
            self.broken.set()
        return self.back_off(account, f"{error}; next try in {{}} minutes")

    def back_off(self, account: Account, says: str) -> timedelta:
        wait = min(LAST_RETRY, self.waits.get(account.name, FIRST_RETRY / 2) * 2)
        self.waits[account.name] = wait
        log.warning("account=%s: %s", account.name, says.format(int(wait.total_seconds() // 60)))
        return wait
