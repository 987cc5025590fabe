"""A letter as octets: with the headers of its sender and what the owner's server says of it."""

import itertools
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from tests.letters import AUTHSERV_ID, OWNER, authenticated
from tests.senders import markup as m
from tests.senders.traffic import Pairs

_number = itertools.count(1)


@dataclass(frozen=True)
class Letter:
    """A mail to the subscriber. `ways` are the URIs of List-Unsubscribe, `links` those at its foot."""

    author: str
    to: str
    at: datetime
    language: str
    subject: str
    text: str
    links: tuple[tuple[str, str], ...] = ()
    ways: tuple[str, ...] = ()
    one_click: bool = False
    list_id: str = ""
    headers: Pairs = ()
    covered: bool = True  # whether the signature covers the promise of one click

    def octets(self) -> bytes:
        domain = self.author.rpartition("@")[2]
        number = next(_number)
        made = EmailMessage(policy=SMTP)
        made["From"] = f"{domain.partition('.')[0]} <{self.author}>"
        made["To"] = OWNER if self.to == OWNER else self.to
        made["Subject"] = self.subject
        made["Date"] = format_datetime(self.at)
        made["Message-ID"] = f"<{number}.{int(self.at.timestamp())}@{domain}>"
        if self.list_id:
            made["List-Id"] = f"<{self.list_id}>"
            made["Precedence"] = "bulk"
        if self.one_click:
            made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        for name, value in self.headers:
            made[name] = value
        foot = "\n".join(f"{says}: {url}" for says, url in self.links)
        made.set_content(f"{self.text}\n\n{foot}\n")
        if self.links:
            links = " · ".join(m.link(url, says) for says, url in self.links)
            body = m.para(self.text) + f"<p>{links}</p>"
            made.add_alternative(
                m.document(self.language, self.subject, body).decode(), subtype="html"
            )
        return self._top(domain, number) + made.as_bytes()

    def _top(self, domain: str, number: int) -> bytes:
        """The lines that stand above: those of the receiving server, and one that must not be folded."""
        lines = [
            f"Delivered-To: {self.to}",
            f"Received: from out.{domain} (out.{domain} [192.0.2.7]) by {AUTHSERV_ID} with ESMTPS"
            f" id v{number}; {format_datetime(self.at)}",
            *_signed(self.author, self.covered),
        ]
        if self.ways:
            lines.append(f"List-Unsubscribe: {', '.join(f'<{way}>' for way in self.ways)}")
        return ("\r\n".join(lines) + "\r\n").encode()


def _signed(author: str, covered: bool) -> tuple[str, ...]:
    lines = authenticated(author)
    return lines if covered else tuple(x.replace(":list-unsubscribe-post", "") for x in lines)
