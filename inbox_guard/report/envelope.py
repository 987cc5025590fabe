"""The report as a mail: RFC 5322, a plain text that holds every number beside the HTML page.

RFC 2046 §5.1.4 (alternatives, the richest last), RFC 3834 §5 (Auto-Submitted).
"""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256


def envelope(
    title: str, text: str, page: str, *, sender: str, recipient: str, at: datetime
) -> bytes:
    """Return the message with CRLF line ends; the same arguments give the same Message-ID."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("inbox-guard", addr_spec=sender)
    message["To"] = Address(addr_spec=recipient)
    message["Subject"] = title
    message["Date"] = at
    message["Message-ID"] = _message_id(title, sender, recipient, at)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    boundary = sha256(message["Message-ID"].encode()).hexdigest()[:32]
    message.set_boundary(f"inbox-guard-{boundary}")
    return message.as_bytes()


def _message_id(title: str, sender: str, recipient: str, at: datetime) -> str:
    seed = "\n".join((title, sender, recipient, at.isoformat()))
    return f"<report.{sha256(seed.encode()).hexdigest()[:32]}@{Address(addr_spec=sender).domain}>"
