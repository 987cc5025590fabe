"""The demo's words: seven short chapters as lines of plain text, at most 92 characters wide.

Pure: rows of the ledger, plans and the senders' own log in, lines out. No colour and no markup, so
that they may go to any terminal or file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType

from inbox_guard.core.honour import Honour
from inbox_guard.core.plan import Plan
from inbox_guard.core.records import SenderRow
from inbox_guard.core.vocabulary import HonourState, Kind, Outcome, Standing, Step
from inbox_guard.demo.letters import Sender
from inbox_guard.demo.register import Contact

WIDTH = 92

Lines = tuple[str, ...]

STANDINGS = MappingProxyType(
    {
        Standing.CONSENTED: "asked for",
        Standing.CUSTOMER: "customer",
        Standing.UNSURE: "unsure",
        Standing.UNCONSENTED: "no trace",
    }
)
OUTCOMES = MappingProxyType(
    {
        Outcome.DONE: "done, in their words",
        Outcome.ACCEPTED: "accepted, we watch",
        Outcome.PENDING: "somebody must confirm",
        Outcome.ALREADY: "was off already",
        Outcome.FAILED: "failed",
        Outcome.NEEDS_OWNER: "needs Robin",
        Outcome.BLOCKED: "too risky",
        Outcome.UNKNOWN: "unknown",
    }
)


def mailbox(mails: int, people: int, begin: datetime) -> Lines:
    """Chapter 1: whose mail this is."""
    return (
        "1  A mailbox",
        f"   It is {begin.day} {begin:%B %Y}. Robin has {mails} mails of two years from {people} senders,",
        "   and did not ask for all of them. Everything here is invented: the mail server and the",
        "   senders live inside this process, and nothing leaves this machine.",
    )


def check(findings: Iterable[str]) -> Lines:
    """Chapter 2: what `check` found, in its own words."""
    return ("", "2  inbox-guard check", *(_cut(f"   {finding}") for finding in findings))


def scan(rows: Sequence[SenderRow], contacts: int) -> Lines:
    """Chapter 3: who writes, and by whose leave; `contacts` is what the senders noticed of it."""
    head = f"   {'':<15}{'senders':>9}{'mails':>7}   " + "".join(
        f"{word:>11}" for word in STANDINGS.values()
    )
    kinds = [kind for kind in Kind if _of(rows, kind)]
    return (
        "",
        "3  inbox-guard scan: it reads, and tells nobody",
        head.rstrip(),
        *(_kind_line(kind, _of(rows, kind)) for kind in kinds),
        f"   Requests that reached a sender meanwhile: {contacts}",
    )


def plan(plans: Sequence[Plan]) -> Lines:
    """Chapter 4: the dry run."""
    leaving = [each for each in plans if each.contacts]
    asking = sum(Step.ASK in each.steps for each in plans)
    return (
        "",
        "4  inbox-guard cleanup: without --yes it only says what it would do",
        *(
            _cut(
                f"   {each.mechanism:<10} {_name(each.history.speaker.name)} {each.verdict.reason}"
            )
            for each in leaving
        ),
        f"   {len(leaving)} to leave, {asking} to ask Robin about, all others only recorded.",
    )


def cleanup(
    rows: Sequence[SenderRow], people: Sequence[Sender], contacts: Sequence[Contact]
) -> Lines:
    """Chapter 5: what came of it, beside what the senders themselves wrote down."""
    keys = {sender.address: sender.key for sender in people}
    tried = [row for row in rows if row.attempt is not None]
    lines = []
    for row in tried:
        mine = {keys.get(address, "") for address in row.history.addresses}
        heard = " > ".join(contact.says for contact in contacts if contact.sender in mine)
        name = _name(row.history.speaker.name)
        lines.append(_cut(f"   {name} {_outcome(row):<20} {heard or 'heard nothing'}"))
    others = len(contacts) - sum(contact.sender != "" for contact in contacts)
    return (
        "",
        "5  inbox-guard cleanup --yes: on the right, what the senders' own logs say",
        *lines,
        f"   Requests that reached anybody else: {others}",
    )


def later(rows: Sequence[SenderRow], mails: int) -> Lines:
    """Chapter 6: who kept the promise, who did not, and who waits for Robin."""
    promised = [(row, row.honour) for row in rows if row.honour is not None]
    kept = [row for row, honour in promised if honour.state is HonourState.HONOURED]
    left_to_robin = [
        row for row in rows if row.attempt and row.attempt.outcome is Outcome.NEEDS_OWNER
    ]
    return (
        "",
        f"6  Six weeks and {mails} mails later: inbox-guard scan",
        *_named("kept their word", kept),
        *(
            _cut(f"   {_name(row.history.speaker.name)} {_promise(honour)}")
            for row, honour in promised
            if honour.state is not HonourState.HONOURED
        ),
        *_named("still need Robin, who has to open a page", left_to_robin),
    )


def report(path: Path) -> Lines:
    """Chapter 7: where the report lies; its last line is the absolute path and nothing else."""
    return ("", "7  The month's report, for Robin or for anybody who asks", str(path.resolve()))


def _of(rows: Sequence[SenderRow], kind: Kind) -> list[SenderRow]:
    return [row for row in rows if row.verdict is not None and row.verdict.kind is kind]


def _kind_line(kind: Kind, rows: Sequence[SenderRow]) -> str:
    mails = sum(row.history.messages for row in rows)
    line = f"   {kind:<15}{len(rows):>9}{mails:>7}   "
    if kind in (Kind.NEWSLETTER, Kind.OUTREACH):
        by = Counter(row.verdict.standing for row in rows if row.verdict is not None)
        line += "".join(f"{by[standing] or '-':>11}" for standing in STANDINGS)
    return line.rstrip()


def _outcome(row: SenderRow) -> str:
    return OUTCOMES[row.attempt.outcome] if row.attempt else ""


def _promise(honour: Honour) -> str:
    mails = "1 mail" if honour.messages_after == 1 else f"{honour.messages_after} mails"
    match honour.state:
        case HonourState.LATE:
            return f"late: {mails} after the deadline, then silence"
        case HonourState.BROKEN:
            return f"broken: {mails} after the deadline, and still writing"
        case HonourState.RETURNED:
            return f"returned under another name: {mails}"
        case HonourState.WAITING:
            return "still within its deadline"
        case HonourState.HONOURED:
            return "kept its word"


def _named(what: str, rows: Sequence[SenderRow]) -> list[str]:
    """A sentence that counts and names senders; no line where there are none."""
    if not rows:
        return []
    names = ", ".join(row.history.speaker.name for row in rows)
    return wrap(
        f"{len(rows)} {what}: {names}", WIDTH, initial_indent="   ", subsequent_indent="      "
    )


def _name(name: str) -> str:
    return f"{name if len(name) <= 22 else name[:21] + '…':<22}"


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"
