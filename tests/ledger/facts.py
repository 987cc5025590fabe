"""Small facts for the ledger's tests: a sighting with everything settled but what a test is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from inbox_guard.core.history import Evidence, History, Trace, TraceKind
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Batch, Sighting
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mechanism, Standing
from inbox_guard.ledger.ledger import SqlLedger

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
SHOP = Speaker(SenderId(SenderKind.LIST, "news.shop.example"), "Shop News", "shop.example")
SELLER = Speaker(SenderId(SenderKind.ADDRESS, "jo@sells.example"), "Jo", "sells.example")
PERSON = Speaker(SenderId(SenderKind.PERSON, "linkedin:kim"), "Kim", "linkedin.example")
SIGN = Evidence("list-id", "It names a list.", 1.5, "news.shop.example", "1@shop.example")

_numbers = count(1)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def sighting(
    speaker: Speaker | None = SHOP,
    *,
    at: datetime = NOW,
    kind: Kind = Kind.NEWSLETTER,
    folder: str = "INBOX",
    account: str = "main",
) -> Sighting:
    """A new message, seen in a place of its own; change the rest with `dataclasses.replace`."""
    uid = next(_numbers)
    organisation = speaker.organisation if speaker else "home.example"
    return Sighting(
        ref=MessageRef(account, folder, 7, uid),
        key=f"key-{uid}",
        message_id=f"{uid}@mail.example",
        speaker=speaker,
        address=f"mail@{organisation}" if speaker else "me@home.example",
        alias="me@home.example",
        arrived=at,
        claimed_date=at - timedelta(minutes=1),
        size=2048,
        subject=f"Subject {uid}",
        kind=kind,
        signs=(Evidence("list-id", "It names a list.", 1.5, organisation, "m@mail.example"),),
        mechanisms=(Mechanism.ONE_CLICK, Mechanism.PAGE),
        authenticated=True,
        in_junk=False,
    )


def batch(*sightings: Sighting, traces: tuple[Trace, ...] = (), folder: str = "INBOX") -> Batch:
    """A batch of sightings of one folder."""
    ref = sightings[0].ref if sightings else MessageRef("main", folder, 7, 0)
    up_to = max((seen.ref.uid for seen in sightings), default=next(_numbers))
    return Batch(ref.account, ref.folder, ref.uidvalidity, up_to, sightings, traces)


def known(ledger: SqlLedger, *sightings: Sighting, traces: tuple[Trace, ...] = ()) -> int:
    """Record sightings one by one and return the number of the last one's sender."""
    for one in sightings:
        ledger.record(batch(one, traces=traces), NOW)
    wanted = sightings[-1].speaker
    return max(
        one.number
        for one in ledger.histories("main", 365, "", NOW)
        if wanted is None or one.speaker.sender == wanted.sender
    )


def history(ledger: SqlLedger, account: str = "main", country: str = "") -> History:
    """The newest sender's history."""
    return list(ledger.histories(account, 365, country, NOW))[-1]


def trace(kind: TraceKind = TraceKind.ORDER, organisation: str = "shop.example") -> Trace:
    return Trace(
        kind, organisation, f"x@{organisation}", days_ago(9), f"o@{organisation}", "Order 1"
    )


def verdict(standing: Standing = Standing.UNCONSENTED, kind: Kind = Kind.NEWSLETTER) -> Verdict:
    return Verdict(kind, standing, (SIGN,), "no trace of your consent in 14 months of mail")


def elsewhere(seen: Sighting, folder: str, *, uidvalidity: int = 7) -> Sighting:
    """The same message in a further place."""
    ref = replace(seen.ref, folder=folder, uidvalidity=uidvalidity, uid=next(_numbers))
    return replace(seen, ref=ref)
