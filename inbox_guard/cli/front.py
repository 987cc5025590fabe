"""What every command starts from: the common options, the settings, the accounts meant, the exit status."""

import logging
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from types import FrameType

import typer

from inbox_guard.app import Quiet, World
from inbox_guard.cli.progress import Bar
from inbox_guard.cli.voice import complain, visible
from inbox_guard.config import Account, Settings, environment, ledger_of, load
from inbox_guard.errors import (
    InboxGuardError,
    LedgerError,
    MailboxError,
    SettingsError,
)


class EXIT(IntEnum):
    """Exit statuses, fixed."""

    DONE = 0
    NEEDS_OWNER = 1
    USAGE = 2
    MAILBOX = 3
    LEDGER = 4
    INTERRUPTED = 130

    @staticmethod
    def of(error: InboxGuardError) -> "EXIT":
        """The status that says what kind of error ended the command."""
        match error:
            case SettingsError():
                return EXIT.USAGE
            case MailboxError():
                return EXIT.MAILBOX
            case LedgerError():
                return EXIT.LEDGER
            case _:
                return EXIT.NEEDS_OWNER


@dataclass(frozen=True, slots=True)
class Front:
    """The options that every command knows."""

    account: str
    env_file: Path | None
    json: bool
    quiet: bool
    verbose: bool

    def settings(self) -> Settings:
        """Load and check the settings."""
        return load(environment(), self.env_file)

    def accounts(self, settings: Settings) -> tuple[Account, ...]:
        """The accounts meant: the one named by ``--account``, else all."""
        return (settings.account(self.account),) if self.account else settings.accounts

    def ledger_place(self) -> str:
        """Where the ledger is, without needing a mailbox to be set."""
        return ledger_of(environment(), self.env_file)

    def world(self, stopping: Callable[[], bool]) -> World:
        """The real world, watched by a progress bar where somebody looks."""
        watched = sys.stderr.isatty() and not self.quiet
        return World(progress=Bar() if watched else Quiet(), stopping=stopping)


def front(context: typer.Context) -> Front:
    """The common options of a command."""
    found = context.obj
    if not isinstance(found, Front):
        raise TypeError("the command was called without its front")
    return found


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Let Ctrl-C and SIGTERM finish the step at hand; a second one ends at once.

    Yields what the jobs ask between steps. Law 3 makes the hard end safe as well.
    """
    asked: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)
        complain("stopping after the step at hand; press Ctrl-C again to stop at once")

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def for_each_account(
    accounts: Iterable[Account], do: Callable[[Account], EXIT], stopping: Callable[[], bool]
) -> EXIT:
    """Do it for every account; one that cannot be reached does not keep the others waiting.

    Returns the weightiest status.
    """
    statuses = [EXIT.DONE]
    for account in accounts:
        if stopping():
            break
        try:
            statuses.append(do(account))
        except MailboxError as error:
            complain(f"{account.name}: {error}")
            statuses.append(EXIT.MAILBOX)
    return EXIT.INTERRUPTED if stopping() else max(statuses)


class _Plain(logging.Formatter):
    """One event, one line: control and bidi characters of strangers never reach a terminal or journal."""

    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record))


def log_to_stderr(*, quiet: bool, verbose: bool) -> None:
    """Send log lines to stderr, so that stdout stays clean."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain("%(asctime)s %(levelname)s %(name)s %(message)s"))
    level = logging.ERROR if quiet else logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("inbox_guard").setLevel(logging.DEBUG if verbose else level)
