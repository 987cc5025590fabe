"""What is known about senders, as judgement needs it: a few questions for a thousand senders at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.history import (
    FIRST_MAIL,
    Before,
    History,
    KindCount,
    Newest,
    Reach,
    Readership,
    Trace,
    Tried,
)
from inbox_guard.core.honour import PROMISED, Honour, grace_ends, honour
from inbox_guard.core.known import Outside, page
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.sender import SenderId, Speaker, also_called
from inbox_guard.core.vocabulary import Kind
from inbox_guard.core.word import Covered
from inbox_guard.ledger.deeds import attempts
from inbox_guard.ledger.observed import firsts, marks, readings, sorted_by_hand
from inbox_guard.ledger.outside import outside
from inbox_guard.ledger.owner import Memory, memory
from inbox_guard.ledger.tables import (
    Trait,
    attempt,
    message,
    place,
    sender,
    trace,
    trait,
    verdict,
)

MARKETING = (Kind.NEWSLETTER, Kind.OUTREACH)
"""What an unsubscription is to stop."""

AT_A_TIME = 1000
"""Senders recalled together: bounds both the memory and the parameters of one statement."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sender's history with its last attempt, and how the promise of that stands."""

    history: History
    attempt: Attempt | None
    honour: Honour | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What grace and silence are reckoned by: the time, and the owner's country (ISO code or "")."""

    now: datetime
    country: str


def numbers(connection: Connection, account: str) -> list[int]:
    """Return the numbers of an account's senders, ascending."""
    found = select(sender.c.id).where(sender.c.account == account).order_by(sender.c.id)
    return list(connection.execute(found).scalars())


def chunks(wanted: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut numbers into portions that may be recalled together."""
    for start in range(0, len(wanted), AT_A_TIME):
        yield wanted[start : start + AT_A_TIME]


def oldest(connection: Connection, account: str) -> datetime | None:
    """Return when the oldest message of an account arrived, the owner's own included.

    A message that says it arrived before there was mail reaches back to nothing (law 8).
    """
    found = select(func.min(message.c.arrived)).where(
        message.c.account == account, message.c.arrived >= FIRST_MAIL
    )
    return connection.execute(found).scalar()


def recall(
    connection: Connection, account: str, wanted: Sequence[int], reach_days: int, by: Reckoning
) -> list[Recalled]:
    """Return what is known about these senders of one account, in the order of their numbers."""
    facts = _Facts(connection, account, wanted)
    said = _Said(memory(connection, account), outside(connection, account))
    reach = Reach(oldest(connection, account), reach_days)
    return [
        Recalled(
            _history(facts, number, said, reach, by),
            facts.attempts.get(number),
            _promise(facts, number, by),
        )
        for number in facts.speakers
    ]


class _Facts:
    """The raw answers for one portion of senders, by the sender's number."""

    def __init__(self, connection: Connection, account: str, wanted: Sequence[int]) -> None:
        self.account = account
        self.kinds, self.spans, names, self.octets = _messages(connection, wanted)
        self.speakers = _speakers(connection, wanted, names)
        self.traits = _traits(connection, wanted)
        organisations = {speaker.organisation for speaker in self.speakers.values()}
        self.traces = _traces(connection, account, organisations)
        self.before = _before(connection, wanted)
        self.firsts = firsts(connection, wanted)
        self.marks = marks(connection, wanted)
        self.junked, self.rescued = sorted_by_hand(connection, wanted)
        self.readings = readings(connection, wanted)
        self.attempts = _last_attempts(connection, wanted)
        self.mails_after = _mails_after(connection, self.attempts)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the owner said and brought in, ready to be asked about many senders."""

    words: Memory
    outside: Outside


def _history(facts: _Facts, number: int, said: _Said, reach: Reach, by: Reckoning) -> History:
    speaker = facts.speakers[number]
    addresses = tuple(facts.traits[number, Trait.ADDRESS])
    folders = tuple(facts.traits[number, Trait.FOLDER])
    aliases = tuple(facts.traits[number, Trait.ALIAS])
    marks = tuple(facts.marks[number])
    pages = (page(seen.value) for seen in marks if seen.kind is MarkKind.PROFILE)
    first, last = facts.spans[number]
    covered = Covered(number, speaker.sender, addresses, speaker.organisation, folders)
    return History(
        number=number,
        account=facts.account,
        speaker=speaker,
        addresses=addresses,
        aliases=aliases,
        folders=folders,
        first_seen=first,
        last_seen=last,
        kinds=tuple(sorted(facts.kinds[number], key=lambda one: (-one.messages, one.kind.value))),
        traces=tuple(facts.traces[speaker.organisation]),
        words=said.words.of(covered),
        reach=reach,
        tried=_tried(facts, number, by),
        before=facts.before.get(number),
        first=facts.firsts.get(number),
        marks=marks,
        known=said.outside.about(
            (
                *addresses,
                *aliases,
                speaker.organisation,
                speaker.sender.value,
                *also_called(speaker),
                *pages,
            )
        ),
        junked=facts.junked[number],
        rescued=facts.rescued[number],
        octets=facts.octets[number],
        read=facts.readings.get(number, Readership()),
    )


def _tried(facts: _Facts, number: int, by: Reckoning) -> Tried | None:
    last = facts.attempts.get(number)
    if last is None:
        return None
    ends = grace_ends(last.intention.at, by.country)
    promise = _promise(facts, number, by)
    return Tried(
        mechanism=last.intention.mechanism,
        at=last.intention.at,
        outcome=last.outcome,
        mails_after_grace=sum(mail > ends for mail in facts.mails_after[number]),
        retry_at=last.result.retry_at if last.result else None,
        honour=promise.state if promise else None,
    )


def _promise(facts: _Facts, number: int, by: Reckoning) -> Honour | None:
    """How the promise of the last attempt stands; None where nobody promised anything."""
    last = facts.attempts.get(number)
    if last is None or last.outcome not in PROMISED:
        return None
    mails = tuple(facts.mails_after[number])
    return honour(last.intention.at, mails, by.now, by.country)


_Kinds = dict[int, list[KindCount]]
_Spans = dict[int, tuple[datetime, datetime]]


def _messages(
    connection: Connection, wanted: Sequence[int]
) -> tuple[_Kinds, _Spans, dict[int, str], Counter[int]]:
    """Return counts with the newest message of each kind, first and last arrival, newest name, octets."""
    kinds: dict[int, dict[Kind, KindCount]] = defaultdict(dict)
    spans: _Spans = {}
    names: dict[int, str] = {}
    octets: dict[tuple[int, Kind], int] = {}
    for row in connection.execute(_newest_of_each_kind(wanted)):
        of_this = Newest(
            message_id=row.message_id,
            arrived=row.last,
            in_junk=bool(row.in_junk),
            authenticated=row.authenticated,
            mechanisms=row.mechanisms,
            signs=row.signs,
            subject=row.subject,
        )
        # Several messages of one moment: the last one recorded stands, by the order above.
        octets[row.sender_id, row.kind] = int(row.octets)
        kinds[row.sender_id][row.kind] = KindCount(row.kind, row.messages, of_this)
        first, last = spans.get(row.sender_id, (row.first, row.last))
        spans[row.sender_id] = (min(first, row.first), max(last, row.last))
        names[row.sender_id] = row.name or names.get(row.sender_id, "")
    together: Counter[int] = Counter()
    for (number, _), size in octets.items():
        together[number] += size
    return {number: list(of.values()) for number, of in kinds.items()}, spans, names, together


def _newest_of_each_kind(wanted: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Ask for a row per sender and kind: count, span, and the message that arrived last."""
    counted = (
        select(
            message.c.sender_id,
            message.c.kind,
            func.count().label("messages"),
            func.min(message.c.arrived).label("first"),
            func.max(message.c.arrived).label("last"),
            func.sum(message.c.size).label("octets"),
        )
        .where(message.c.sender_id.in_(wanted))
        .group_by(message.c.sender_id, message.c.kind)
        .subquery()
    )
    in_junk = (
        select(place.c.in_junk)
        .where(place.c.message_id == message.c.id)
        .order_by(place.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            counted.c.sender_id,
            counted.c.kind,
            counted.c.messages,
            counted.c.first,
            counted.c.last,
            counted.c.octets,
            message.c.name,
            message.c.message_id,
            message.c.authenticated,
            message.c.mechanisms,
            message.c.signs,
            message.c.subject,
            func.coalesce(in_junk, False).label("in_junk"),
        )
        .join(
            message,
            (message.c.sender_id == counted.c.sender_id)
            & (message.c.kind == counted.c.kind)
            & (message.c.arrived == counted.c.last),
        )
        .order_by(counted.c.last, message.c.id)
    )


def _speakers(
    connection: Connection, wanted: Sequence[int], names: dict[int, str]
) -> dict[int, Speaker]:
    found = (
        select(sender.c.id, sender.c.kind, sender.c.value, sender.c.name, sender.c.organisation)
        .where(sender.c.id.in_(wanted))
        .order_by(sender.c.id)
    )
    return {
        number: Speaker(SenderId(kind, value), names[number] or first_name, organisation)
        for number, kind, value, first_name, organisation in connection.execute(found)
        if number in names
    }


def _traits(
    connection: Connection, wanted: Sequence[int]
) -> defaultdict[tuple[int, Trait], list[str]]:
    traits: defaultdict[tuple[int, Trait], list[str]] = defaultdict(list)
    found = (
        select(trait.c.sender_id, trait.c.trait, trait.c.value)
        .where(trait.c.sender_id.in_(wanted))
        .order_by(trait.c.id)
    )
    for number, what, value in connection.execute(found):
        traits[number, what].append(value)
    return traits


def _traces(
    connection: Connection, account: str, organisations: set[str]
) -> defaultdict[str, list[Trace]]:
    traces: defaultdict[str, list[Trace]] = defaultdict(list)
    found = (
        select(
            trace.c.kind,
            trace.c.organisation,
            trace.c.address,
            trace.c.at,
            trace.c.message_id,
            trace.c.quote,
        )
        .where(trace.c.account == account, trace.c.organisation.in_(organisations))
        .order_by(trace.c.at, trace.c.id)
    )
    for row in connection.execute(found):
        traces[row.organisation].append(Trace(*row))
    return traces


def _before(connection: Connection, wanted: Sequence[int]) -> dict[int, Before]:
    """Return the newest recorded verdict of each sender that was ever judged."""
    newest = (
        select(func.max(verdict.c.id))
        .where(verdict.c.sender_id.in_(wanted))
        .group_by(verdict.c.sender_id)
    )
    found = select(
        verdict.c.sender_id,
        verdict.c.kind,
        verdict.c.standing,
        verdict.c.rules,
        verdict.c.at,
        verdict.c.because,
    ).where(verdict.c.id.in_(newest))
    return {row.sender_id: Before(*row[1:]) for row in connection.execute(found)}


def _last_attempts(connection: Connection, wanted: Sequence[int]) -> dict[int, Attempt]:
    last = (
        select(func.max(attempt.c.id))
        .where(attempt.c.sender_id.in_(wanted))
        .group_by(attempt.c.sender_id)
    )
    return {one.intention.sender: one for one in attempts(connection, attempt.c.id.in_(last))}


def _mails_after(
    connection: Connection, tried: dict[int, Attempt]
) -> defaultdict[int, list[datetime]]:
    mails: defaultdict[int, list[datetime]] = defaultdict(list)
    found = (
        select(message.c.sender_id, message.c.arrived)
        .join(attempt, attempt.c.sender_id == message.c.sender_id)
        .where(
            attempt.c.id.in_([one.number for one in tried.values()]),
            message.c.kind.in_(MARKETING),
            message.c.arrived > attempt.c.at,
        )
        .order_by(message.c.arrived)
    )
    for number, arrived in connection.execute(found):
        if number is not None:
            mails[number].append(arrived)
    return mails
