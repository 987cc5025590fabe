"""A household beside the village: letters come, `cleanup --yes` runs, time goes by, the books are read.

The real ledger, the real web client behind the real guard, a mailbox and an outbox in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from inbox_guard.app import Quiet
from inbox_guard.browser import ChromiumDoor
from inbox_guard.core.address import Owner
from inbox_guard.core.attempt import Attempt
from inbox_guard.core.history import Answer, Word
from inbox_guard.core.ports import Ledger
from inbox_guard.core.vocabulary import Mode, Outcome
from inbox_guard.jobs.cleanup import Wish, carry_out, planned
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.ledger.ledger import open_ledger
from inbox_guard.mail.dkim import DkimProof
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from inbox_guard.web.proxy import GuardedProxy
from tests.fakes.mailbox import FakeMailbox
from tests.letters import AUTHSERV_ID, OWNER, sent
from tests.senders.moves import Wrong
from tests.senders.sender import Endable, Sender, Status
from tests.senders.village import Village, VillagePost
from tests.servers.https import loopback

TURNS = (timedelta(), timedelta(hours=2), timedelta(hours=3), timedelta(days=2))
"""When the job runs: at first, once retries are due and confirmations have come, again, and later."""


@dataclass(frozen=True)
class Told:
    """One case: what the ledger says came of it, and what the sender's book says."""

    sender: Sender
    attempts: tuple[Attempt, ...]

    @property
    def outcome(self) -> Outcome | None:
        return self.attempts[-1].outcome if self.attempts else None

    @property
    def says(self) -> str:
        last = self.attempts[-1].result if self.attempts else None
        return last.detail if last else "never contacted"

    @property
    def ended(self) -> bool:
        return self.sender.ended

    @property
    def column(self) -> str:
        """Where it stands in the table."""
        if self.ended:
            return "ended"
        match self.outcome:
            case Outcome.PENDING | Outcome.ACCEPTED | Outcome.UNKNOWN:
                return "pending"
            case Outcome.NEEDS_OWNER:
                return "owner"
            case Outcome.DONE | Outcome.ALREADY:
                return "false"
            case _:
                return "failed"

    @property
    def false_done(self) -> bool:
        """Whether the ledger claims an end that the sender knows nothing of."""
        claims = self.outcome in {Outcome.DONE, Outcome.ALREADY}
        return claims and self.sender.book[self.sender.lists[0]] is not Status.LEFT

    @property
    def endable(self) -> bool:
        return self.sender.endable in {Endable.WEB, Endable.MAIL, Endable.BROWSER}


@dataclass(frozen=True)
class Stay:
    """What all the turns came to."""

    told: tuple[Told, ...]
    wrongs: tuple[tuple[str, Wrong], ...]
    requests: int
    repeated: int

    @property
    def false_done(self) -> tuple[Told, ...]:
        return tuple(one for one in self.told if one.false_done)

    def share(self, *ways: Endable) -> tuple[int, int]:
        """How many of the cases that can be ended in these ways were ended."""
        chosen = [one for one in self.told if one.sender.endable in ways]
        return sum(one.ended for one in chosen), len(chosen)


def stay(
    village: Village,
    folder: Path,
    turns: Sequence[timedelta] = TURNS,
    *,
    mail: bool = True,
    chromium: Path | None = None,
) -> Stay:
    """Live beside the village for as many turns. `mail`: the owner can send mail; `chromium`: she has one."""
    household = _Household(village, folder, mail, chromium)
    try:
        for turn, after in enumerate(turns):
            household.turn(turn, after)
        requests = len(village.server.received)
        household.run()
        repeated = len(village.server.received) - requests
        return Stay(household.told(), village.wrongs, requests, repeated)
    finally:
        household.ledger.close()


def door(chromium: Path, guard: Guard, ca_file: Path, folder: Path) -> ChromiumDoor:
    """The real browser behind the real guard; its pictures are kept in the folder."""
    return ChromiumDoor(chromium, lambda: GuardedProxy(guard, ca_file=ca_file), folder / "pictures")


class _Household:
    def __init__(self, village: Village, folder: Path, mail: bool, chromium: Path | None) -> None:
        self.village = village
        clock = village.clock
        self.began = clock()
        long_ago = clock() - timedelta(days=900)
        self.mailbox = FakeMailbox(
            {"Sent": [(sent("friend@friend.test", "Tea?", long_ago), long_ago)]}
        )
        self.ledger: Ledger = open_ledger(str(folder / "ledger.sqlite"), write=True, at=clock())
        guard = Guard(private_hosts=(".test",), resolve=loopback)
        self.doors = Doors(
            mailbox=self.mailbox,
            ledger=self.ledger,
            web=GuardedWeb(guard, ca_file=village.server.ca_file),
            outbox=VillagePost(village.take_mail) if mail else None,
            proof=DkimProof(),
            clock=clock,
            progress=Quiet(),
            stopping=lambda: False,
            browser=door(chromium, guard, village.server.ca_file, folder) if chromium else None,
        )
        self.rules = Rules(
            account="main",
            owner=Owner((OWNER,)),
            authserv_ids=(AUTHSERV_ID,),
            mode=Mode.ASK,
            reach=365,
            country="",
            min_age=timedelta(),
            max_per_run=10_000,
            move_to="",
        )
        for sender in village.senders.values():
            if sender.notification:
                word = Word(Answer.REFUSE, sender.author, clock())
                self.ledger.say("main", word)

    def turn(self, turn: int, after: timedelta) -> None:
        """Let letters and post arrive, then run the job."""
        self.village.clock.now = self.began + after
        for sender in self.village.senders.values():
            for letter in sender.letters(turn):
                self.mailbox.deliver("INBOX", letter.octets(), letter.at)
        for raw, arrived in self.village.post():
            self.mailbox.deliver("INBOX", raw, arrived)
        self.run()

    def run(self) -> None:
        """``cleanup --yes``."""
        wish = Wish(limit=10_000)
        carry_out(planned(self.rules, self.doors, wish), self.rules, self.doors, wish)

    def told(self) -> tuple[Told, ...]:
        rows = self.ledger.senders(["main"], 365, "", self.village.clock())
        found: dict[str, tuple[Attempt, ...]] = {}
        for row in rows:
            attempts = self.ledger.attempts(row.history.number)
            for address in row.history.addresses:
                domain = address.rpartition("@")[2]
                both = (*found.get(domain, ()), *attempts)
                found[domain] = tuple(sorted(both, key=lambda one: one.number))
        return tuple(
            Told(sender, found.get(sender.domain, ())) for sender in self.village.senders.values()
        )
