"""Read what is new in a mailbox and record it: facts and kinds, folder by folder, batch by batch.

Law 1: nothing is contacted but the mail server, and nothing is marked read. Law 11: no message stops
the sweep. The cursor is recorded in the same transaction as the messages it passes, so a sweep may
be killed at any moment and goes on where it was.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, body
from inbox_guard.core.endpoint import endpoint
from inbox_guard.core.evidence import marks, needs_words, traces
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Trace
from inbox_guard.core.kind import Judged, judge
from inbox_guard.core.kind.habit import ENOUGH, ENOUGH_TO_ACT, Habits
from inbox_guard.core.known import KnownKind
from inbox_guard.core.mark import Mark
from inbox_guard.core.mechanism import in_order, mechanism
from inbox_guard.core.message import Fetched, Message, MessageRef, Unreadable, read
from inbox_guard.core.ports import FolderState, Mailbox
from inbox_guard.core.records import Batch, Quarantined, Sighting
from inbox_guard.core.sender import speaker
from inbox_guard.core.vocabulary import Kind
from inbox_guard.errors import MessageGone
from inbox_guard.jobs.authserv import believed
from inbox_guard.jobs.household import Doors, Rules

log = logging.getLogger(__name__)

BATCH = 500  # messages a transaction; one FETCH answer of this size stays under 4 MB
WORDS_LIMIT = 64 * 1024  # octets of a message that are enough to tell what it is


@dataclass(frozen=True, slots=True)
class FolderRead:
    """How one folder was read: messages on the server, read in this sweep, and new to the ledger."""

    folder: str
    on_server: int
    read: int
    new: int


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did. `bodies` counts messages whose words had to be fetched to tell their kind."""

    folders: tuple[FolderRead, ...]
    bodies: int
    quarantined: int

    @property
    def read(self) -> int:
        """Messages read in this sweep, over all folders."""
        return sum(folder.read for folder in self.folders)

    @property
    def new(self) -> int:
        """Messages the ledger did not know."""
        return sum(folder.new for folder in self.folders)


def sweep(rules: Rules, doors: Doors) -> Swept:
    """Read everything above the cursors of all folders; the owner's Sent mail first, so that threads are known."""
    folders = sorted(doors.mailbox.folders(), key=lambda folder: folder.role is not Role.SENT)
    states = [doors.mailbox.examine(folder) for folder in folders]
    ids = believed(rules, doors, states)
    doors.progress.begin("reading", sum(_unread_estimate(doors, rules, state) for state in states))
    reader = _Reader(rules, doors, ids)
    read_folders = []
    for state in states:
        if doors.stopping():
            break
        read_folders.append(reader.folder(state))
    doors.progress.end()
    return Swept(tuple(read_folders), reader.bodies, reader.quarantined)


def _unread_estimate(doors: Doors, rules: Rules, state: FolderState) -> int:
    after = _resume_after(doors, rules, state)
    return min(state.exists, max(0, state.uidnext - 1 - after)) if state.uidnext else state.exists


def _resume_after(doors: Doors, rules: Rules, state: FolderState) -> int:
    cursor = doors.ledger.cursor(rules.account, state.folder.name)
    # RFC 9051 §2.3.1.1: with a new UIDVALIDITY every UID means another message; keys prevent double counting.
    return cursor[1] if cursor and cursor[0] == state.uidvalidity else 0


def _with_aliases(rules: Rules, doors: Doors) -> Owner:
    """The owner with the aliases she brought in: mail to them is hers, under whatever domain they are."""
    aliases = doors.ledger.outside(rules.account).of_kind(KnownKind.ALIAS)
    return Owner((*rules.owner.addresses, *(fact.who for fact in aliases)))


class _Reader:
    """Reads the folders of one sweep; keeps whom the owner writes to and counts what it fetched."""

    def __init__(self, rules: Rules, doors: Doors, authserv_ids: tuple[str, ...]) -> None:
        self.rules = rules
        self.doors = doors
        self.authserv_ids = authserv_ids
        self.owner = _with_aliases(rules, doors)
        self.knows = doors.ledger.correspondents(rules.account)
        self.habits = Habits()
        self.bodies = 0
        self.quarantined = 0

    def folder(self, state: FolderState) -> FolderRead:
        after = _resume_after(self.doors, self.rules, state)
        count = new = 0
        if not state.uidnext or state.uidnext - 1 > after:
            for batch in self.doors.mailbox.headers(state, after, BATCH):
                new += self.record(state, batch)
                count += len(batch)
                self.doors.progress.advance(len(batch))
                if self.doors.stopping():
                    break
            if state.folder.role is Role.SENT:
                self.knows = self.doors.ledger.correspondents(self.rules.account)
        self.notice(state)
        log.info("read folder=%s messages=%d new=%d", state.folder.name, count, new)
        return FolderRead(state.folder.name, state.exists, count, new)

    def notice(self, state: FolderState) -> None:
        """Note what of the folder's mail the owner has read by now."""
        unread = self.doors.mailbox.unread(state)
        if unread is not None and state.folder.role is not Role.SENT:
            self.doors.ledger.noticed(
                self.rules.account,
                state.folder.name,
                state.uidvalidity,
                unread,
                self.doors.clock(),
            )

    def record(self, state: FolderState, batch: Sequence[Fetched]) -> int:
        messages: list[Message] = []
        quarantined: list[Quarantined] = []
        for fetched in batch:
            match read(fetched, self.owner, self.authserv_ids):
                case Message() as message:
                    messages.append(message)
                case Unreadable() as unreadable:
                    quarantined.append(
                        Quarantined(unreadable.ref, unreadable.arrived, unreadable.reason)
                    )
        sightings, found = self.judged(messages)
        self.quarantined += len(quarantined)
        return self.doors.ledger.record(
            Batch(
                account=self.rules.account,
                folder=state.folder.name,
                uidvalidity=state.uidvalidity,
                up_to_uid=max(fetched.ref.uid for fetched in batch),
                sightings=tuple(sightings),
                traces=tuple(found),
                quarantined=tuple(quarantined),
            ),
            self.doors.clock(),
        )

    def judged(self, messages: Sequence[Message]) -> tuple[list[Sighting], list[Trace]]:
        kinds = {message.ref: judge(message, None, self.knows) for message in messages}
        words = self._read_the_doubtful(messages, kinds)
        self.bodies += len(words)
        sightings: list[Sighting] = []
        found: list[Trace] = []
        for message in messages:
            judged, said = kinds[message.ref], words.get(message.ref)
            carried = marks(message, judged.kind, said)
            sightings.append(sighting(message, judged, carried))
            found.extend(traces(message, judged.kind, said, self.knows))
        return sightings, found

    def _read_the_doubtful(
        self, messages: Sequence[Message], kinds: dict[MessageRef, Judged]
    ) -> dict[MessageRef, Body]:
        """Fetch the words of mail whose header leaves it open, and judge it anew in `kinds`.

        Of each sender a few first: where they are all of one kind, the rest is taken at that habit.
        """
        for message in messages:
            if kinds[message.ref].certain:
                self.habits.learn(message, kinds[message.ref])
        doubtful = self._by_habit(messages, kinds)
        asked = [message for message in messages if needs_words(message)]
        words = self._read([*_samples(doubtful, ENOUGH), *asked], kinds)
        for most in (ENOUGH_TO_ACT - ENOUGH, len(doubtful)):
            unread = [message for message in doubtful if message.ref not in words]
            words |= self._read(_samples(self._by_habit(unread, kinds), most), kinds)
        return words

    def _by_habit(
        self, messages: Sequence[Message], kinds: dict[MessageRef, Judged]
    ) -> list[Message]:
        """Settle in `kinds` what its sender's habit settles; returns what is left to read."""
        left: list[Message] = []
        for message in messages:
            if kinds[message.ref].certain:
                continue
            expected = self.habits.expected(message, kinds[message.ref])
            if expected is None:
                left.append(message)
            else:
                kinds[message.ref] = expected
        return left

    def _read(
        self, messages: Sequence[Message], kinds: dict[MessageRef, Judged]
    ) -> dict[MessageRef, Body]:
        words = dict(_words(self.doors.mailbox, [message.ref for message in messages]))
        for message in messages:
            if message.ref in words:
                kinds[message.ref] = judge(message, words[message.ref], self.knows)
                self.habits.learn(message, kinds[message.ref])
        return words


def _samples(doubtful: Sequence[Message], most: int) -> list[Message]:
    """The first mails of every sender, at most so many: what they are tells what the others may be."""
    met: Counter[tuple[str, str]] = Counter()
    asked: list[Message] = []
    for message in doubtful:
        key = (message.list_id, message.author.address if message.author else "")
        met[key] += 1
        if met[key] <= most:
            asked.append(message)
    return asked


def _words(mailbox: Mailbox, refs: Sequence[MessageRef]) -> Iterator[tuple[MessageRef, Body]]:
    if not refs:
        return
    try:
        for fetched in mailbox.whole(refs, WORDS_LIMIT):
            yield fetched.ref, body(fetched.raw)
    except MessageGone:
        return


def sighting(message: Message, judged: Judged, carried: tuple[Mark, ...]) -> Sighting:
    """Return what the ledger keeps of a message: facts, kind and marks, no body and no URL."""
    return Sighting(
        ref=message.ref,
        key=message.key,
        message_id=message.message_id,
        speaker=speaker(message),
        address=message.author.address if message.author else "",
        alias=message.alias,
        arrived=message.arrived,
        claimed_date=message.claimed_date,
        size=message.size,
        subject=message.subject,
        kind=judged.kind,
        signs=judged.signs,
        mechanisms=tuple(dict.fromkeys(mechanism(offer) for offer in in_order(message.offers))),
        authenticated=message.authentication.passed,
        in_junk=message.role is Role.JUNK,
        endpoint=endpoint(message) if judged.kind is Kind.NEWSLETTER else "",
        marks=carried,
    )
