"""What the verbs in `jobs/` need from the world. The adapters live in `mail`, `web`, `ledger` and `report`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from inbox_guard.core.attempt import Attempt, Intention, Result
from inbox_guard.core.exchange import Answer, Request
from inbox_guard.core.exchanged import Exchange
from inbox_guard.core.folder import Folder
from inbox_guard.core.history import Correspondents, History, Word
from inbox_guard.core.known import Known, Outside
from inbox_guard.core.mark import Mark
from inbox_guard.core.mechanism import Mailto
from inbox_guard.core.message import Fetched, MessageRef
from inbox_guard.core.outgoing import Connected, Outgoing
from inbox_guard.core.page.steps import Press
from inbox_guard.core.records import Batch, Dossier, Month, Moved, Run, SenderRow, Sighting
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mode

Clock = Callable[[], datetime]


# --- the mailbox ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FolderState:
    """What EXAMINE answered: UIDVALIDITY, the next UID (0 when not told) and how many messages there are."""

    folder: Folder
    uidvalidity: int
    uidnext: int
    exists: int


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a moved message went: `new` is None when the server did not say (no UIDPLUS)."""

    old: MessageRef
    new: MessageRef | None


class Mailbox(Protocol):
    """The owner's mail, read without a trace. One connection; methods raise `MailboxError`s only."""

    account: str

    def folders(self) -> tuple[Folder, ...]:
        """Every selectable folder with its role."""

    def examine(self, folder: Folder) -> FolderState:
        """Open a folder read-only."""

    def headers(
        self, state: FolderState, after_uid: int, batch: int
    ) -> Iterator[Sequence[Fetched]]:
        r"""Yield header blocks of all messages with a UID above `after_uid`, ascending, in batches.

        Sets no ``\Seen`` (BODY.PEEK). A message that vanishes meanwhile is left out.
        """

    def unread(self, state: FolderState) -> frozenset[int] | None:
        r"""UIDs of the messages of a folder that carry no ``\Seen``; None where nobody keeps such a thing."""

    def whole(self, refs: Sequence[MessageRef], limit: int) -> Iterator[Fetched]:
        """Yield the whole messages (cut at `limit` octets each) of one folder; gone ones are left out.

        Raises `MessageGone` when the folder's UIDVALIDITY is not that of the refs.
        """

    def find(self, folder: Folder, message_id: str) -> tuple[MessageRef, ...]:
        """Where a Message-ID lies in a folder now."""

    def move(self, refs: Sequence[MessageRef], to: str) -> tuple[Landed, ...]:
        r"""Move messages of one folder; makes `to` if missing. MOVE (RFC 6851), else COPY and UID EXPUNGE

        of exactly these (RFC 4315); a server with neither gets a copy and ``\Deleted`` on the original,
        never a plain EXPUNGE.
        """

    def append(self, folder: str, raw: bytes, at: datetime) -> None:
        """Put a message into a folder, unread."""

    def close(self) -> None:
        """Log out; never raises."""


class Outbox(Protocol):
    """Where mail leaves the house."""

    def unsubscribe(self, mailto: Mailto, sender: str) -> None:
        """Send the mail of a mailto offer from `sender` (the subscribed address). Raises `OutboxError`."""

    def send(self, raw: bytes, sender: str, recipient: str) -> None:
        """Send a ready message (the report). Raises `OutboxError`."""


class Web(Protocol):
    """The one door out (law 4)."""

    def perform(self, request: Request) -> Answer:
        """Send one request; follows redirects of a GET only, each judged anew.

        Raises `NotPublic` (refused, nothing sent) or `NoAnswer`.
        """


class Visit(Protocol):
    """One page in a browser of its own, with its scripts running. Every request passes the guard.

    Both methods raise `NotPublic` (the page led where nobody may go) or `NoAnswer` (it never came to
    rest, or could not be loaded; `sent` tells whether anything but a GET may have left).
    """

    def open(self, url: str) -> Answer:
        """Open a page and wait until it rests; its body is what the page shows by then, as HTML.

        What can be pressed carries a handle (`core.page.controls.HANDLE`), hidden things are marked as hidden,
        boxes and fields stand as they are now.
        """

    def press(self, press: Press) -> Answer:
        """Fill in the form as `press.request` has it, press `press.handle`, and wait until it rests."""


class Browser(Protocol):
    """Where pages go that are nothing without their script."""

    def visit(self, name: str) -> AbstractContextManager[Visit]:
        """Start a fresh browser; it is gone at the end, whatever happens. Raises `NoBrowser`.

        A picture of the last page is kept, named after `name`; see `pictured`.
        """

    def pictured(self, name: str) -> str:
        """Return the file name of the picture of a visit; "" when there is none."""


class SignatureProof(Protocol):
    """Verifies DKIM on a whole message; asks DNS, so only inside an attempt."""

    def prove(self, raw: bytes, author_domain: str) -> "Proof":
        """Verify the message's aligned signatures."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What dkimpy found: any aligned signature verifies; one of them covers the two list headers."""

    authenticated: bool
    signs_list_headers: bool
    says: str


# --- the ledger ----------------------------------------------------------------------------------


class Ledger(Protocol):
    """Append-only facts, and the questions asked of them. Raises `LedgerError`s only."""

    def cursor(self, account: str, folder: str) -> tuple[int, int] | None:
        """(UIDVALIDITY, last UID recorded) of a folder; None when it was never read."""

    def record(self, batch: Batch, at: datetime) -> int:
        """Record a batch in one transaction; returns how many messages were new.

        A message whose key is known in the account gets a further place, but is not counted twice.
        """

    def noticed(
        self, account: str, folder: str, uidvalidity: int, unread: frozenset[int], at: datetime
    ) -> int:
        """Note which known messages of a folder the owner has read; returns how many are new in that."""

    def correspondents(self, account: str) -> Correspondents:
        """Whom the owner wrote to (traces WROTE, REPLIED) and the Message-IDs of her own mail."""

    def place(self, sender: int, kinds: Iterable[Kind]) -> tuple[MessageRef, ...]:
        """Every known place of a sender's newest message of these kinds, newest place first."""

    def places(self, sender: int, kinds: Iterable[Kind]) -> tuple[tuple[MessageRef, str, str], ...]:
        """(place, key, message_id) of every message of a sender of these kinds that was not moved away."""

    def written_since(
        self, account: str, organisations: Iterable[str], since: datetime
    ) -> tuple[MessageRef, ...]:
        """Where mail of these organisations lies that arrived since, oldest first; none that lies in Junk."""

    def histories(
        self, account: str, reach_days: int, country: str, now: datetime
    ) -> Iterator[History]:
        """Every sender of the account, ascending by number, with the words that cover it."""

    def judged(self, verdicts: Iterable[tuple[int, Verdict]], at: datetime) -> int:
        """Append the verdicts that differ from the newest recorded one; returns how many did."""

    def first_places(self, sender: int) -> tuple[MessageRef, ...]:
        """Where a sender's first message may lie, newest place first."""

    def unfrozen(self, senders: Sequence[int]) -> frozenset[int]:
        """Those of these senders whose first contact is not frozen yet."""

    def freeze(self, contacts: Iterable[tuple[Dossier, tuple[Mark, ...]]], at: datetime) -> None:
        """Keep first contacts with what their words carry; the first that is kept of a sender stands."""

    def carried(self, sender: int, marks: Iterable[Mark], at: datetime) -> None:
        """Keep what words of a sender's mail carry that were read after it was recorded."""

    def dossier(self, sender: int) -> Dossier | None:
        """A sender's first contact as it was frozen."""

    def learn(self, account: str | None, known: Iterable[Known], at: datetime) -> int:
        """Keep facts from outside, for one account or all; returns how many were new."""

    def outside(self, account: str) -> Outside:
        """Every fact from outside that counts for an account."""

    def say(self, account: str | None, word: Word) -> None:
        """Record the owner's word (for one account, or all)."""

    def words(self, account: str) -> tuple[Word, ...]:
        """The owner's words that count for an account, oldest first."""

    def forget(self, account: str | None, target: str, at: datetime) -> int:
        """Erase what is held about the senders a target covers, but for a salted hash that keeps the owner's word.

        Returns how many senders were forgotten; messages of a forgotten sender are not recorded again by name.
        """

    def rule(self, account: str, mode: Mode, now: datetime) -> datetime:
        """When this standing mode was first seen since it last changed; records it if it is new (law 6)."""

    def learned_authserv_id(self, account: str) -> str | None:
        """The authserv-id learned earlier."""

    def learn_authserv_id(self, account: str, authserv_id: str, at: datetime) -> None:
        """Keep a learned authserv-id."""

    def run(
        self, account: str, command: str, rule: str, at: datetime
    ) -> AbstractContextManager[int]:
        """Open a run and yield its number; its end is recorded on leaving."""

    def runs(self, account: str | None) -> tuple[Run, ...]:
        """Every run, oldest first."""

    def intend(self, intention: Intention) -> int:
        """Commit an intention (synchronous=FULL) before anything leaves; returns the attempt's number (law 3)."""

    def conclude(self, attempt: int, result: Result, at: datetime) -> None:
        """Append a result to an attempt; the newest counts."""

    def exchanged(self, attempt: int, exchange: Exchange) -> None:
        """Keep a request of an attempt and its answer, before the next request is made."""

    def exchanges(self, attempt: int) -> tuple[Exchange, ...]:
        """The exchanges of an attempt, oldest first, without the pages as they came."""

    def snapshot(self, exchange: int) -> bytes:
        """The page of an exchange as it came, as far as it is kept; b"" when there is none."""

    def outgoing(self, account: str, one: Outgoing, at: datetime) -> None:
        """Keep that a connection was made, not later than the next thing that is kept."""

    def connections(self, account: str, since: datetime) -> Iterator[Connected]:
        """Every connection that was made for an account since, oldest first."""

    def letters(self, since: datetime, to: str = "") -> int:
        """How many letters left since, or may have; `to` one address by its `core.exchanged.fingerprint`."""

    def busy_until(self, host: str, now: datetime) -> datetime | None:
        """Until when a host asked, in whatever attempt, to be left alone; None when it may be asked."""

    def attempts(self, sender: int) -> tuple[Attempt, ...]:
        """A sender's attempts, oldest first."""

    def doubtful(self, account: str) -> tuple[Attempt, ...]:
        """Attempts whose intention has no result: after a crash."""

    def intend_move(
        self, run: int, origin: MessageRef, key: str, message_id: str, to: str, at: datetime
    ) -> int:
        """Journal a move before it happens."""

    def moved(self, number: int, landed: MessageRef | None, at: datetime) -> None:
        """Journal that it happened."""

    def unmoved(self, number: int, at: datetime) -> None:
        """Journal that it was taken back."""

    def moves(self, run: int) -> tuple[Moved, ...]:
        """A run's moves."""

    def senders(
        self, accounts: Sequence[str], reach_days: int, country: str, now: datetime
    ) -> Iterator[SenderRow]:
        """Every sender with its newest verdict, last attempt and honour."""

    def sightings(self, message_id: str) -> tuple[Sighting, ...]:
        """Every place a Message-ID was seen."""

    def month(
        self,
        accounts: Sequence[str],
        first: date,
        timezone: str,
        country: str,
        reach_days: int,
        now: datetime,
    ) -> Month:
        """The facts for the month that begins at `first`."""

    def reported(self, month: date) -> bool:
        """Whether a report of this month has gone out."""

    def report_sent(self, month: date, to: str, at: datetime) -> None:
        """Note that it has."""

    def close(self) -> None:
        """Release the file and its lock."""


# --- telling people ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Report:
    """A rendered report: format name (html, text, json, csv) → its bytes."""

    month: date
    files: tuple[tuple[str, bytes], ...] = field(default=())


class Reporter(Protocol):
    """Turns the month's facts into words."""

    def render(self, month: Month, formats: Sequence[str], language: str, timezone: str) -> Report:
        """Render in the formats asked for."""

    def mail(
        self, month: Month, language: str, timezone: str, sender: str, recipient: str, at: datetime
    ) -> bytes:
        """The report as an RFC 5322 message: text/plain and text/html alternatives."""


class Progress(Protocol):
    """Shows long work as it goes; a job calls it, the front door decides how it looks."""

    def begin(self, what: str, total: int) -> None:
        """A new piece of work of `total` units (0: unknown)."""

    def advance(self, units: int) -> None:
        """Some of it is done."""

    def end(self) -> None:
        """It is finished."""
