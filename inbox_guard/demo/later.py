"""Six weeks later: which mails arrive after the unsubscriptions. Pure.

Most senders keep their word, some say goodbye first, one is late, one never stops; who was not asked
goes on as before.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from email.utils import format_datetime
from quopri import encodestring

from inbox_guard.demo.letters import NAME, After, Sender
from inbox_guard.demo.mailbox import Delivery
from inbox_guard.demo.pages import PHRASES
from inbox_guard.demo.render import SERVER, Doors, delivered, raw

SIX_WEEKS = timedelta(weeks=6)
REPLY_TIME = timedelta(minutes=3)

Left = Callable[[str], datetime | None]


def arrivals(
    people: Iterable[Sender], left: Left, begin: datetime, doors: Doors
) -> tuple[Delivery, ...]:
    """Render what arrives within six weeks of `begin`, oldest first; `left` says who let Robin go."""
    people = tuple(people)
    writing = (sender for sender in people if not _is_silent(sender, left(sender.key)))
    letters = delivered(writing, begin, doors, after=True)
    goodbyes = tuple(
        _goodbye(sender, gone + REPLY_TIME)
        for sender in people
        if sender.after is After.GOODBYE and (gone := left(sender.key)) is not None
    )
    return tuple(sorted(letters + goodbyes, key=lambda mail: mail.arrived))


def _is_silent(sender: Sender, gone: datetime | None) -> bool:
    return gone is not None and sender.after in (After.KEEPS, After.GOODBYE)


def _goodbye(sender: Sender, at: datetime) -> Delivery:
    """The last mail of an honest sender, from its list's address like every other."""
    host = sender.host
    passed = (
        f"{SERVER}; dkim=pass header.d={host} header.s=s1;"
        f" spf=pass smtp.mailfrom={host}; dmarc=pass header.from={host}"
    )
    subject = "Ihre Abmeldung" if sender.language == "de" else "You have been unsubscribed"
    fields = [
        ("Return-Path", f"<bounce-{sender.token}@{host}>"),
        ("Delivered-To", sender.to),
        ("Authentication-Results", passed),
        ("Date", format_datetime(at)),
        ("From", f"{sender.name} <{sender.address}>"),
        ("To", f"{NAME} <{sender.to}>"),
        ("Message-ID", f"<{sender.token}.goodbye@{host}>"),
        ("Subject", subject),
        ("List-Id", f"{sender.name} <{sender.list_id}>"),
        ("Auto-Submitted", "auto-replied"),
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Transfer-Encoding", "quoted-printable"),
    ]
    return Delivery(
        "INBOX", at, raw(fields, encodestring(f"{PHRASES[sender.language].done}\n".encode()))
    )
