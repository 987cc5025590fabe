"""Mail for tests that need a whole mailbox: as bytes, with the headers that real mail of its kind carries."""

import itertools
from datetime import datetime
from email.utils import format_datetime

OWNER = "ada@home.test"
AUTHSERV_ID = "mx.home.test"

_number = itertools.count(1)


def mail(
    author: str,
    subject: str,
    body: str,
    at: datetime,
    *extra: str,
    to: str = OWNER,
    message_id: str = "",
) -> bytes:
    """A mail with the usual fields; `extra` are header lines."""
    domain = author.rpartition("@")[2].rstrip(">")
    identity = message_id or f"{next(_number)}.{int(at.timestamp())}@{domain}"
    lines = [
        f"Delivered-To: {to}",
        f"Received: from out.{domain} (out.{domain} [192.0.2.7]) by {AUTHSERV_ID} with ESMTPS"
        f" id x{next(_number)}; {format_datetime(at)}",
        *extra,
        f"From: {author}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{identity}>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        body,
    ]
    return "\r\n".join(lines).encode()


def authenticated(author: str) -> tuple[str, ...]:
    """What the owner's server says of honest mail, and the signature it speaks of."""
    domain = author.rpartition("@")[2].rstrip(">")
    return (
        f"Authentication-Results: {AUTHSERV_ID}; dkim=pass header.d={domain} header.s=k1;"
        f" spf=pass smtp.mailfrom=bounce@{domain}; dmarc=pass header.from={domain}",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=k1;"
        " h=from:to:subject:date:list-unsubscribe:list-unsubscribe-post; bh=AAAA; b=BBBB",
    )


def newsletter(
    author: str,
    at: datetime,
    *,
    way_out: str,
    one_click: bool = True,
    list_id: str = "",
    proven: bool = True,
    subject: str = "This week: three lamps under forty euros, and free shipping",
    to: str = OWNER,
) -> bytes:
    """A marketing mail of a stranger; `way_out` is the List-Unsubscribe value."""
    domain = author.rpartition("@")[2].rstrip(">")
    extra = [
        *(authenticated(author) if proven else ()),
        f"List-Id: <{list_id or 'offers.' + domain}>",
        f"List-Unsubscribe: {way_out}",
        "Precedence: bulk",
        f"Feedback-ID: c{next(_number)}:{domain}:campaign:esp",
    ]
    if one_click:
        extra.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    text = (
        "Hello,\r\n\r\nour newsletter of this week: new arrivals, 20% off until Sunday.\r\n\r\n"
        "You receive this newsletter because we think you may like it.\r\nUnsubscribe below.\r\n"
    )
    return mail(author, subject, text, at, *extra, to=to)


def sent(to: str, subject: str, at: datetime, *extra: str) -> bytes:
    """A mail that the owner wrote."""
    lines = [
        *extra,
        f"From: Ada <{OWNER}>",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{next(_number)}.sent@home.test>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Hello,\r\n\r\nthank you, I shall have a look.\r\n\r\nAda\r\n",
    ]
    return "\r\n".join(lines).encode()
