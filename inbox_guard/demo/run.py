"""The demo from curtain to curtain: a mailbox and its senders on loopback, the whole job, the report.

What inbox-guard itself does comes in as a `House`, so that this side door needs no settings and can
be played with a stand-in. Everything started here is stopped here.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from inbox_guard.core.plan import Plan
from inbox_guard.core.records import SenderRow
from inbox_guard.demo import later, letters, odd, render, senders, story
from inbox_guard.demo.mailbox import DemoMailbox
from inbox_guard.demo.post import PostOffice
from inbox_guard.demo.register import Register

FIRST_DAY = 24  # late in a month: new senders of the last three weeks and the deed share one report
ENOUGH = timedelta(days=44)


class House(Protocol):
    """The verbs of inbox-guard that the story needs."""

    def check(self) -> Sequence[str]:
        """What `check` says, a line each."""

    def scan(self) -> Sequence[SenderRow]:
        """Read, judge and record; every sender known."""

    def plan(self) -> Sequence[Plan]:
        """What `cleanup` would do."""

    def cleanup(self) -> Sequence[SenderRow]:
        """Do it, as with ``--yes``; every sender known."""

    def report(self, month: date) -> Path:
        """Write the report of a month and say where."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a house needs to know of the demo's world. Ports are on 127.0.0.1, without TLS but for the web.

    `resolve` stands in for DNS, `clock` for the time; `private_hosts` is the setting that lets the
    web client reach the senders, whose certificates `ca_file` vouches for. The report goes into
    `folder`, everything else into `scratch`, which is deleted at the end.
    """

    imap_port: int
    imap_user: str
    imap_password: str
    smtp_port: int
    addresses: tuple[str, ...]
    private_hosts: tuple[str, ...]
    ca_file: Path
    resolve: Callable[[str], tuple[str, ...]]
    clock: Callable[[], datetime]
    folder: Path
    scratch: Path


OpenHouse = Callable[[Stage], AbstractContextManager[House]]
Say = Callable[[str], None]


class StoryClock:
    """A clock that goes at the usual pace, from whatever moment it was last set to."""

    def __init__(self, moment: datetime) -> None:
        self._moment, self._since = moment, time.monotonic()

    def __call__(self) -> datetime:
        """What time it is in the story."""
        return self._moment + timedelta(seconds=time.monotonic() - self._since)

    def set(self, moment: datetime) -> None:
        """Go on from another moment."""
        self._moment, self._since = moment, time.monotonic()


def curtain(today: datetime) -> datetime:
    """Return when the story begins: on the last 24th of a month that leaves six weeks until `today`."""
    last = (today - ENOUGH).astimezone(UTC)
    month = last if last.day >= FIRST_DAY else last.replace(day=1) - timedelta(days=1)
    return datetime(month.year, month.month, FIRST_DAY, 10, tzinfo=UTC)


def play(say: Say, today: datetime, folder: Path, open_house: OpenHouse) -> Path:
    """Tell the whole story, line by line through `say`, and return the report's absolute path.

    The report alone is written into `folder`. Takes seconds; no thread, socket or file is left.
    """
    begin = curtain(today)
    clock = StoryClock(begin)
    people = letters.senders()
    register = Register(people, clock)
    with ExitStack() as world:
        scratch = Path(world.enter_context(TemporaryDirectory(prefix="inbox-guard-demo-")))
        mailbox = world.enter_context(DemoMailbox())
        web = world.enter_context(senders.SenderServers(register, scratch))
        post = world.enter_context(PostOffice(register))
        mails = mailbox.deliver(render.delivered(people, begin, web.doors) + odd.odd(begin))
        house = world.enter_context(
            open_house(
                Stage(
                    imap_port=mailbox.port,
                    imap_user=mailbox.user,
                    imap_password=mailbox.password,
                    smtp_port=post.port,
                    addresses=(letters.ROBIN,),
                    private_hosts=(senders.SUFFIX,),
                    ca_file=web.ca_file,
                    resolve=senders.resolve,
                    clock=clock,
                    folder=folder,
                    scratch=scratch,
                )
            )
        )
        _tell(say, story.mailbox(mails, len(people), begin))
        _tell(say, story.check(house.check()))
        rows = house.scan()
        _tell(say, story.scan(rows, len(register.contacts)))
        _tell(say, story.plan(house.plan()))
        rows = house.cleanup()
        _tell(say, story.cleanup(rows, people, register.contacts))
        more = mailbox.deliver(later.arrivals(people, register.left, begin, web.doors))
        clock.set(begin + later.SIX_WEEKS)
        _tell(say, story.later(house.scan(), more))
        path = house.report(begin.date().replace(day=1)).resolve()
        _tell(say, story.report(path))
        return path


def _tell(say: Say, lines: story.Lines) -> None:
    for line in lines:
        say(line)
