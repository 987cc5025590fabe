"""What the ledger is given and what it answers, as values: sightings, runs, moves, senders, months."""

from dataclasses import dataclass
from datetime import datetime

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.history import Evidence, History, Trace
from inbox_guard.core.honour import Honour
from inbox_guard.core.mark import Mark
from inbox_guard.core.message import MessageRef
from inbox_guard.core.sender import Speaker
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mechanism


@dataclass(frozen=True, slots=True)
class Sighting:
    """One message seen in one place, as the ledger keeps it. `speaker` is None for the owner's own mail.

    `endpoint` names where a mailing is unsubscribed from, without anything personal ("" when it
    does not tell): mail without a List-Id from changing addresses stays one sender by it.
    """

    ref: MessageRef
    key: str
    message_id: str
    speaker: Speaker | None
    address: str
    alias: str
    arrived: datetime
    claimed_date: datetime | None
    size: int
    subject: str
    kind: Kind
    signs: tuple[Evidence, ...]
    mechanisms: tuple[Mechanism, ...]
    authenticated: bool | None
    in_junk: bool
    endpoint: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The first contact of a sender, frozen: the whole message as it came, and what it tells.

    `sha256` in hex over `raw`; `provider` and `campaign` "" where no header tells; `checklist` what
    the message says and leaves out of what GDPR Art. 13 and 14 ask for.
    """

    sender: int
    message_id: str
    arrived: datetime
    alias: str
    sha256: str
    raw: bytes
    provider: str
    campaign: str
    checklist: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A message that could not be read: kept so that it is counted and never stops a sweep (law 11)."""

    ref: MessageRef
    arrived: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction records: the cursor never passes an unrecorded message."""

    account: str
    folder: str
    uidvalidity: int
    up_to_uid: int
    sightings: tuple[Sighting, ...] = ()
    traces: tuple[Trace, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()


@dataclass(frozen=True, slots=True)
class SenderRow:
    """One line of `senders`, `scan` and `cleanup`: the newest verdict and what was done."""

    history: History
    verdict: Verdict | None
    attempt: Attempt | None
    honour: Honour | None
    mechanism: Mechanism


@dataclass(frozen=True, slots=True)
class Moved:
    """A journalled move (law 10). `number` is the ledger's; `landed` the new place when the server told."""

    number: int
    run: int
    message_id: str
    key: str
    origin: MessageRef
    destination: str
    landed: MessageRef | None
    done: bool
    undone: bool


@dataclass(frozen=True, slots=True)
class Run:
    """One command's or sweep's doings: what `undo` takes back."""

    number: int
    account: str
    command: str
    rule: str
    began: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One unconsented sender in the month's report."""

    row: SenderRow
    first_message_id: str
    first_subject: str
    first_alias: str
    new_this_month: bool
    mails_this_month: int


@dataclass(frozen=True, slots=True)
class Month:
    """The facts of one calendar month (in the owner's time zone) over all accounts asked for."""

    begins: datetime
    ends: datetime
    accounts: tuple[str, ...]
    messages: int
    by_kind: tuple[tuple[Kind, int], ...]
    rows: tuple[MonthRow, ...]
    platform: tuple[MonthRow, ...]
    attempts: tuple[Attempt, ...]
    quarantined: int
    reach: tuple[tuple[str, datetime | None], ...]
    unsure: int = 0  # marketing senders of the month that the mail does not tell enough about
