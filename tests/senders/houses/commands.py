"""Lists that are left by a mail: LISTSERV, Lyris, Majordomo."""

import re

from tests.senders.sender import Endable, Sender

_OK = re.compile(r"\s*ok\b", re.IGNORECASE)


class ByMail(Sender):
    """There is no page at all."""

    via = "mailto"
    endable = Endable.MAIL
    headers = (("List-Post", "NO"),)

    def links(self) -> tuple[tuple[str, str], ...]:
        return ()

    def ask_again(self, author: str) -> None:
        """Ask for a confirmation by reply."""
        self.pend()
        subject = f"Command confirmation request ({self.secret('cookie')[:8].upper()})"
        self.send(subject, f"{self.says('mail_subject')}: OK", author=author)

    def confirms(self, subject: str) -> bool:
        return self.secret("cookie")[:8].upper() in subject


class Listserv(ByMail):
    """SIGNOFF, and then "OK" to the question."""

    name = "listserv"
    row = "28"
    patterns = (28,)
    languages = ("en", "de")

    def ways(self) -> tuple[str, ...]:
        return (f"mailto:news-signoff-request@{self.domain}",)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        if author != self.alias:
            return
        if to.startswith("news-signoff-request@"):
            self.ask_again(f"listserv@{self.domain}")
        elif to.startswith("listserv@") and self.confirms(subject) and _OK.match(body):
            self.leave()
            self.goodbye()


class Lyris(ByMail):
    """An address for every reader; whatever comes there leaves."""

    name = "lyris"
    row = "29"
    languages = ("en", "fr", "sv")

    def ways(self) -> tuple[str, ...]:
        return (f"mailto:leave-{self.token}@{self.domain}",)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        if to == f"leave-{self.token}@{self.domain}":
            self.leave(told=False)
            self.goodbye()


class Majordomo(ByMail):
    """The command stands in the body; a reply confirms it."""

    name = "majordomo"
    row = "30"
    patterns = (28,)
    languages = ("en", "pl")

    def ways(self) -> tuple[str, ...]:
        return (f"mailto:majordomo@{self.domain}?body=unsubscribe%20news",)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        if not to.startswith("majordomo@") or author != self.alias:
            return
        if self.confirms(subject):
            self.leave()
            self.goodbye()
        elif body.strip().lower().startswith("unsubscribe news"):
            self.ask_again(f"majordomo@{self.domain}")
