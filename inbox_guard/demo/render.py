"""From a letter to the bytes that Robin's server would hold, and the moment they arrived.

Pure. The server's own fields stand on top: Return-Path, Delivered-To, Authentication-Results
(RFC 8601), Received. Signatures (RFC 6376) name the fields that they cover, but verify for nobody:
what counts is the result that Robin's server wrote down.
"""

import quopri
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from zlib import crc32

from inbox_guard.core.vocabulary import Kind
from inbox_guard.demo.letters import NAME, ROBIN, Letter, Proof, Sender, Way
from inbox_guard.demo.mailbox import Delivery
from inbox_guard.demo.mailers import marks

SERVER = "mx.robin.example"

Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Doors:
    """The loopback ports behind which the senders listen; they stand in the links of the mails."""

    https: int
    http: int


def delivered(
    people: Iterable[Sender], begin: datetime, doors: Doors, *, after: bool = False
) -> tuple[Delivery, ...]:
    """Render every letter from before `begin` (or, with `after`, from after it), oldest first."""
    people = tuple(people)
    names = _message_ids(people)
    deliveries = [
        delivery(sender, number, begin, doors, names)
        for sender in people
        for number, letter in enumerate(sender.letters)
        if (letter.days < 0) is after
    ]
    return tuple(sorted(deliveries, key=lambda mail: mail.arrived))


def delivery(
    sender: Sender, number: int, begin: datetime, doors: Doors, names: Mapping[str, str]
) -> Delivery:
    """Render one letter of a sender; `names` maps a letter's `id` to its Message-ID."""
    letter = sender.letters[number]
    arrived = _arrival(sender, number, begin)
    body_type, body = _body(sender, letter, doors)
    fields = _fields(sender, number, arrived, doors, names)
    if not letter.own:
        fields = _received(sender, arrived, body, fields) + fields
    fields += [("MIME-Version", "1.0"), ("Content-Type", body_type)]
    if not body_type.startswith("multipart"):
        fields.append(("Content-Transfer-Encoding", "quoted-printable"))
    return Delivery(_folder(letter), arrived, raw(fields, body))


def raw(fields: Fields, body: bytes) -> bytes:
    """Put header fields and an encoded body together, with CRLF line ends."""
    head = "".join(f"{name}: {_encoded(value)}\r\n" for name, value in fields)
    return head.encode("ascii") + b"\r\n" + body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def leave_url(sender: Sender, doors: Doors) -> str:
    """Return the web address of a sender's unsubscribe link; "" where it offers none."""
    match sender.way:
        case Way.ONE_CLICK | Way.ONE_CLICK_SILENT:
            return f"https://{sender.host}:{doors.https}/u/{sender.token}"
        case Way.ONE_CLICK_REFUSED | Way.PAGE | Way.SURVEY | Way.LOGIN:
            return f"https://{sender.host}:{doors.https}/p/{sender.token}"
        case Way.PLAIN_HTTP:
            return f"http://{sender.host}:{doors.http}/p/{sender.token}"
        case Way.MAILTO | Way.NONE:
            return ""


def leave_address(sender: Sender) -> str:
    """Return the mail address that takes unsubscriptions, token included."""
    return f"leave+{sender.token}@{sender.host}"


def _fields(
    sender: Sender, number: int, arrived: datetime, doors: Doors, names: Mapping[str, str]
) -> Fields:
    letter = sender.letters[number]
    fields = [
        ("Date", format_datetime(arrived)),
        ("From", _from(sender, letter)),
        ("To", letter.to or _to(sender, letter)),
        ("Message-ID", _message_id(sender, number)),
        ("Subject", letter.subject),
    ]
    if letter.answers:
        fields += [(name, names[letter.answers]) for name in ("In-Reply-To", "References")]
    if letter.own:
        return [*fields, ("User-Agent", "Mozilla Thunderbird")]
    if sender.list_id:
        fields.append(("List-Id", f"{sender.name} <{sender.list_id}>"))
    if letter.kind in (None, sender.kind):
        fields += _list_fields(sender, doors)
    fields += marks(
        sender.mailer, token=sender.token, host=sender.host, number=number, address=sender.address
    )
    return fields + list(sender.headers.items())


def _list_fields(sender: Sender, doors: Doors) -> Fields:
    url, mail = leave_url(sender, doors), f"<mailto:{leave_address(sender)}?subject=unsubscribe>"
    post = ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
    match sender.way:
        case Way.NONE:
            return []
        case Way.MAILTO:
            return [("List-Unsubscribe", mail)]
        case Way.PAGE | Way.SURVEY | Way.LOGIN:
            return [("List-Unsubscribe", f"<{url}>")]
        case Way.ONE_CLICK if sender.mailer == "chimp":
            return [("List-Unsubscribe", f"<{url}>, {mail}"), post]
        case _:
            return [("List-Unsubscribe", f"<{url}>"), post]


def _received(sender: Sender, arrived: datetime, body: bytes, fields: Fields) -> Fields:
    top = [("Return-Path", f"<{_return_path(sender)}>"), ("Delivered-To", sender.to)]
    if sender.authentication is Proof.LOCAL:
        return top
    came = (
        f"from mta.{sender.host} (mta.{sender.host} [192.0.2.17]) by {SERVER} with ESMTPS"
        f" for <{sender.to}>; {format_datetime(arrived)}"
    )
    top += [("Authentication-Results", _results(sender, fields)), ("Received", came)]
    if sender.authentication is Proof.PASS:
        top.append(("DKIM-Signature", _signature(sender.host, fields, body)))
    return top


def _return_path(sender: Sender) -> str:
    """People get their bounces themselves; machines, cold-mail tools too, sort them by recipient."""
    if sender.mailer == "bounce":
        return ""
    if sender.kind is Kind.PERSONAL:
        return sender.address
    return f"bounce-{sender.token}@{sender.host}"


def _results(sender: Sender, fields: Fields) -> str:
    host = sender.host
    author = dict(fields)["From"].rpartition("@")[2].rstrip(">")
    match sender.authentication:
        case Proof.PASS:
            # A discussion list signs as itself, so the author's own domain is not aligned.
            dmarc = "pass" if author == host else "none"
            return (
                f"{SERVER}; dkim=pass header.d={host} header.s=s1;"
                f" spf=pass smtp.mailfrom={host}; dmarc={dmarc} header.from={author}"
            )
        case Proof.FAIL:
            return (
                f"{SERVER}; dkim=none; spf=fail smtp.mailfrom={host};"
                f" dmarc=fail header.from={author}"
            )
        case _:
            return f"{SERVER}; dkim=none; spf=none smtp.mailfrom={host}; dmarc=none"


def _signature(host: str, fields: Fields, body: bytes) -> str:
    covered = ":".join(name.lower() for name, _ in fields)
    digest = b64encode(sha256(body).digest()).decode()
    seal = b64encode(sha256(covered.encode() + body).digest() * 4).decode()
    return (
        f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=s1;"
        f"\r\n h={covered};\r\n bh={digest};\r\n b={seal}"
    )


def _body(sender: Sender, letter: Letter, doors: Doors) -> tuple[str, bytes]:
    paragraphs = [letter.text]
    if not letter.own and sender.footer:
        paragraphs.append(sender.footer)
    link = "" if letter.own or letter.kind not in (None, sender.kind) else leave_url(sender, doors)
    plain = "\n\n".join(paragraphs) + (f"\n\n{sender.leave}: {link}" if link else "") + "\n"
    if not link or sender.kind is not Kind.NEWSLETTER:
        return 'text/plain; charset="utf-8"', quopri.encodestring(plain.encode())
    html = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    page = (
        f'<html><body>\n{html}<p><a href="{link}">{escape(sender.leave)}</a></p>\n</body></html>\n'
    )
    line = f"=_{sender.token}"
    parts = "".join(
        f"--{line}\nContent-Type: text/{kind}; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n"
        f"{quopri.encodestring(text.encode()).decode()}\n"
        for kind, text in (("plain", plain), ("html", page))
    )
    return f'multipart/alternative; boundary="{line}"', f"{parts}--{line}--\n".encode()


def _from(sender: Sender, letter: Letter) -> str:
    if letter.own:
        return f"{NAME} <{ROBIN}>"
    return letter.author or f"{_phrase(sender.name)} <{sender.address}>"


def _to(sender: Sender, letter: Letter) -> str:
    return f"{_phrase(sender.name)} <{sender.address}>" if letter.own else f"{NAME} <{sender.to}>"


def _phrase(name: str) -> str:
    return f'"{name}"' if "." in name else name


def _message_ids(people: tuple[Sender, ...]) -> dict[str, str]:
    return {
        letter.id: _message_id(sender, number)
        for sender in people
        for number, letter in enumerate(sender.letters)
        if letter.id
    }


def _message_id(sender: Sender, number: int) -> str:
    home = "robin.example" if sender.letters[number].own else sender.host
    return f"<{sender.token}.{number}@{home}>"


def _arrival(sender: Sender, number: int, begin: datetime) -> datetime:
    """At a daytime of its own, and Robin's answers in the evening, so that no two mails coincide."""
    letter = sender.letters[number]
    minutes = crc32(f"{sender.key}{number}".encode()) % (12 * 60)
    midnight = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    start = timedelta(
        hours=20 if letter.own else 6, minutes=minutes % 180 if letter.own else minutes
    )
    return midnight - timedelta(days=letter.days) + start


def _folder(letter: Letter) -> str:
    if letter.folder or letter.own:
        return letter.folder or "Sent"
    return "Archive" if letter.days > 365 else "INBOX"


def _encoded(value: str) -> str:
    """RFC 2047 for values beyond ASCII; an address keeps its angle brackets outside."""
    if value.isascii():
        return value
    phrase, angle, rest = value.partition(" <")
    return Header(phrase, "utf-8", maxlinelen=70).encode(linesep="\r\n") + angle + rest
