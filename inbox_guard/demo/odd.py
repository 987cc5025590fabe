"""Mail that no program should have sent: the sweep has to walk past it (law 11)."""

from datetime import datetime, timedelta

from inbox_guard.demo.mailbox import Delivery


def odd(begin: datetime) -> tuple[Delivery, ...]:
    """Return one broken message: no From, a date of nowhere, an unknown charset, an unclosed part."""
    broken = (
        b"Received: from unknown (HELO ?) by mx.robin.example; some day\r\n"
        b"Subject: =?no-such-charset?Q?=FF=FE_half_an_encoded_word\r\n"
        b"Date: Thu, 32 Nevember 99:99\r\n"
        b"Message-ID <no colon here>\r\n"
        b'Content-Type: multipart/mixed; boundary="never\r\n'
        b"List-Unsubscribe: <>\r\n\r\n"
        b"--never\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n\x80\x81\xfe broken\r\n"
    )
    return (Delivery("INBOX", begin - timedelta(days=55), broken),)
