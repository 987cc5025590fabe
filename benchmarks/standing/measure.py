"""Read a generated mailbox as the program does, and compare what it says with the truth.

The path is the real one: sweep, ledger (SQLite on disk), first contacts, judging. Only the doors are
fakes: the mailbox is in memory, and nothing can leave.
"""

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from random import Random

from benchmarks.standing.mailbox import ENDS, REACH, Mailbox, Truth, everyday
from benchmarks.standing.post import ADDRESS, AUTHSERV_ID, SECOND_ADDRESS, Letter
from benchmarks.standing.shared import Plant
from benchmarks.standing.stories import STORIES
from inbox_guard.app import Quiet
from inbox_guard.core.address import Owner
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.plan import Plan
from inbox_guard.core.ports import Ledger, Proof
from inbox_guard.core.together.cohorts import COHORT
from inbox_guard.core.vocabulary import Kind, Mode, Standing
from inbox_guard.jobs.cleanup import Planned, Wish, planned
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.ledger.ledger import open_ledger
from tests.fakes.mailbox import FakeMailbox
from tests.fakes.outbox import FakeOutbox
from tests.fakes.web import FakeWeb

CLAIMS_ARE_FOUND = find_spec("inbox_guard.core.evidence.claim") is not None
READ_WHOLE = frozenset({Standing.UNCONSENTED, Standing.UNSURE})
"""Standings whose first mail is read whole, so that its claim can be seen."""

RULES = Rules(
    account="main",
    owner=Owner((ADDRESS, SECOND_ADDRESS)),
    authserv_ids=(AUTHSERV_ID,),
    mode=Mode.ASK,
    reach=REACH,
    country="",
    min_age=timedelta(),
    max_per_run=50,
    move_to="",
)


@dataclass(frozen=True, slots=True)
class Given:
    """What was said of a sender whose truth is known; `standing` None where it is not in the ledger.

    `claimed` tells whether its first mail says why she gets it, None where that is no mailing.
    """

    truth: Truth
    claimed: bool | None
    standing: Standing | None
    kind: Kind | None
    reason: str
    claims: tuple[str, ...]
    because: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the standing is the expected one."""
        return self.standing is self.truth.standing


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mailbox gave; `cohort` the senders that were said to share a source.

    `bodies` counts the messages that were read to tell their kind, `first_contacts` those that were read whole as
    a sender's first mail and not before.
    """

    given: tuple[Given, ...]
    cohort: frozenset[str]
    messages: int
    bodies: int
    first_contacts: int
    seconds: float


@dataclass
class Cohorts:
    """What came of planted mailboxes, by trait: (found whole, planted); `strays` others that were named."""

    whole: Counter[str] = field(default_factory=Counter)
    planted: Counter[str] = field(default_factory=Counter)
    strays: int = 0

    def add(self, reading: Reading, plant: Plant) -> None:
        """Count one mailbox."""
        self.planted[plant.trait] += 1
        self.whole[plant.trait] += plant.senders <= reading.cohort
        self.strays += len(reading.cohort - plant.senders)


class _NoProof:
    """Nothing is contacted, so nothing has to be proven."""

    def prove(self, raw: bytes, author_domain: str) -> Proof:
        del raw, author_domain
        return Proof(False, False, "not asked")


def told(seed: int, times: int = 2) -> Mailbox:
    """Return a mailbox in which every story is told so many times."""
    box = Mailbox(Random(seed))
    everyday(box)
    for _ in range(times):
        for story in STORIES:
            story(box)
    return box


def read(box: Mailbox, folder: Path) -> Reading:
    """Put a mailbox through the whole path; `folder` holds the ledger meanwhile."""
    path = folder / f"{time.monotonic_ns()}.sqlite"
    mailbox = FakeMailbox()
    for letter in sorted(box.letters, key=lambda letter: letter.at):
        if letter.at <= ENDS:
            mailbox.deliver(letter.folder, letter.raw, letter.at)
    ledger: Ledger = open_ledger(str(path), write=True, at=ENDS)
    try:
        for word in box.words:
            ledger.say(None, word)
        ledger.learn(RULES.account, box.known, ENDS)
        began = time.perf_counter()
        found = planned(RULES, _doors(mailbox, ledger), Wish())
        seconds = time.perf_counter() - began
        read_whole = len(set(mailbox.bodies))
        last = planned(RULES, _doors(mailbox, ledger), Wish()) if _junk(box, mailbox) else found
    finally:
        ledger.close()
    return _reading(box, found, last.plans, read_whole, seconds)


def _doors(mailbox: FakeMailbox, ledger: Ledger) -> Doors:
    return Doors(
        mailbox=mailbox,
        ledger=ledger,
        web=FakeWeb(),
        outbox=FakeOutbox(),
        proof=_NoProof(),
        clock=lambda: ENDS,
        progress=Quiet(),
        stopping=lambda: False,
    )


def _junk(box: Mailbox, mailbox: FakeMailbox) -> bool:
    """Let the owner move letters to Junk in her mail program."""
    (inbox,) = (folder for folder in mailbox.folders() if folder.name == "INBOX")
    refs = [ref for one in box.moved_to_junk for ref in mailbox.find(inbox, one)]
    mailbox.move(refs, "Junk")
    return bool(refs)


def _reading(
    box: Mailbox, found: Planned, plans: tuple[Plan, ...], read_whole: int, seconds: float
) -> Reading:
    firsts: dict[str, Letter] = {}
    for letter in sorted(box.letters, key=lambda letter: letter.at):
        firsts.setdefault(letter.sender, letter)
    by_name = {plan.history.speaker.sender.value: plan for plan in plans}
    return Reading(
        given=tuple(
            _given(truth, _claimed(firsts.get(truth.sender)), by_name.get(truth.sender))
            for truth in box.truths
        ),
        cohort=frozenset(
            name
            for name, plan in by_name.items()
            if any(one.kind == COHORT for one in plan.verdict.because)
        ),
        messages=found.swept.read,
        bodies=found.swept.bodies,
        first_contacts=read_whole - found.swept.bodies,
        seconds=seconds,
    )


def _claimed(first: Letter | None) -> bool | None:
    return None if first is None or first.signs_up else bool(first.claim)


def _given(truth: Truth, claimed: bool | None, plan: Plan | None) -> Given:
    if plan is None:
        return Given(truth, claimed, None, None, "not in the ledger", (), ())
    return Given(
        truth,
        claimed,
        plan.verdict.standing,
        plan.verdict.kind,
        plan.verdict.reason,
        tuple(mark.value for mark in plan.history.marks if mark.kind is MarkKind.CLAIM),
        tuple(one.kind for one in plan.verdict.because),
    )
