"""A household in memory for the tests of the jobs: fakes at the ports, the real ledger, a clock that is set."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inbox_guard.app import Quiet
from inbox_guard.core.address import Owner
from inbox_guard.core.attempt import Result
from inbox_guard.core.mechanism import WALK, Order
from inbox_guard.core.ports import Ledger, Proof
from inbox_guard.core.vocabulary import Mode
from inbox_guard.jobs.act import Acted
from inbox_guard.jobs.cleanup import Planned, Wish, carry_out, planned
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.ledger.ledger import open_ledger
from tests.fakes.browser import FakeBrowser
from tests.fakes.mailbox import FakeMailbox
from tests.fakes.outbox import FakeOutbox
from tests.fakes.web import FakeWeb
from tests.letters import AUTHSERV_ID, OWNER, newsletter, sent

NOW = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
URL = "https://lamps.test/u?t=1"


@dataclass
class FakeProof:
    """Says what it was told to of every message, and counts how often it was asked."""

    says: Proof = field(default_factory=lambda: Proof(False, False, "no signature"))
    asked: int = 0

    def prove(self, raw: bytes, author_domain: str) -> Proof:
        assert raw
        assert author_domain
        self.asked += 1
        return self.says


@dataclass
class Scene:
    """Verbs to play with: `arrive` mail, let time `pass_`, `clean` up, look at `last` outcomes."""

    folder: Path
    mode: Mode = Mode.ASK
    min_age: timedelta = timedelta()
    with_smtp: bool = True
    move_to: str = ""
    order: Order = WALK
    mailbox: FakeMailbox = field(default_factory=FakeMailbox)
    web: FakeWeb = field(default_factory=FakeWeb)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    proof: FakeProof = field(default_factory=FakeProof)
    browser: FakeBrowser | None = None
    now: datetime = NOW
    stop: bool = False

    def __post_init__(self) -> None:
        self.ledger: Ledger = open_ledger(str(self.folder / "l.sqlite"), write=True, at=NOW)
        then = NOW - timedelta(days=900)
        self.mailbox.deliver("Sent", sent("friend@friend.test", "Tea?", then), then)

    @property
    def rules(self) -> Rules:
        return Rules(
            account="main",
            owner=Owner((OWNER,)),
            authserv_ids=(AUTHSERV_ID,),
            mode=self.mode,
            reach=365,
            country="",
            min_age=self.min_age,
            max_per_run=50,
            move_to=self.move_to,
            order=self.order,
        )

    @property
    def doors(self) -> Doors:
        return Doors(
            mailbox=self.mailbox,
            ledger=self.ledger,
            web=self.web,
            outbox=self.outbox if self.with_smtp else None,
            proof=self.proof,
            clock=lambda: self.now,
            progress=Quiet(),
            stopping=lambda: self.stop,
            browser=self.browser,
        )

    def arrive(self, way_out: str = f"<{URL}>", folder: str = "INBOX", **more: object) -> None:
        """A newsletter of the one stranger arrives now."""
        letter = newsletter("Lamps <news@lamps.test>", self.now, way_out=way_out, **more)  # type: ignore[arg-type]
        self.mailbox.deliver(folder, letter, self.now)

    def pass_(self, **span: float) -> None:
        """Let time go by."""
        self.now += timedelta(**span)

    def plan(self, **wish: object) -> Planned:
        return planned(self.rules, self.doors, Wish(**wish))  # type: ignore[arg-type]

    def clean(self, **wish: object) -> Acted:
        """``cleanup --yes``."""
        asked = Wish(**wish)  # type: ignore[arg-type]
        return carry_out(planned(self.rules, self.doors, asked), self.rules, self.doors, asked)

    def outcomes(self) -> list[tuple[str, str]]:
        """(mechanism, outcome) of every attempt at the first sender, oldest first."""
        sender = next(iter(self.ledger.senders(["main"], 365, "", self.now)))
        return [
            (attempt.intention.mechanism.value, attempt.outcome.value)
            for attempt in self.ledger.attempts(sender.history.number)
        ]

    @property
    def last(self) -> Result:
        """What came of the newest attempt at the first sender."""
        sender = next(iter(self.ledger.senders(["main"], 365, "", self.now)))
        result = self.ledger.attempts(sender.history.number)[-1].result
        assert result is not None
        return result
