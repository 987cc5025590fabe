"""Mailman 2 and 3: an options page with a log-in, and mailboxes that take commands."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit


class Mailman2(Sender):
    """The options page and the request mailbox; both end in a mail that must be confirmed."""

    name = "mailman2"
    row = "4, 4b"
    patterns = (5, 27, 28)
    via = "mailto"
    endable = Endable.MAIL
    languages = ("en", "de", "ja")
    headers = (("X-Mailman-Version", "2.1.39"), ("List-Post", "NO"))

    @property
    def way(self) -> str:
        return "/mailman/options/news"

    def ways(self) -> tuple[str, ...]:
        return (self.url(self.way), f"mailto:news-request@{self.domain}?subject=unsubscribe")

    def answer(self, visit: Visit) -> Reply:
        confirm = f"/mailman/confirm/news/{self.secret('cookie')}"
        match visit.method, visit.path:
            case "GET", self.way:
                return self.options()
            case "POST", self.way:
                return self.asked(visit)
            case "GET", path if path == confirm:
                return self.confirm(confirm)
            case "POST", path if path == confirm:
                return self.confirmed(visit)
            case _:
                return self.unknown(visit)

    def options(self) -> Reply:
        says = self.says
        return self.page(
            m.head(f"news: {says('prefs')}")
            + m.form(
                self.way,
                m.line("email", says("email")),
                m.line("password", says("password"), kind="password"),
                m.submit(says("login"), "login"),
                m.submit(says("leave"), "login-unsub"),
            )
        )

    def asked(self, visit: Visit) -> Reply:
        if visit.sends("login-unsub") is None:
            self.wrong(Move.ACCOUNT, visit)
            return self.options()
        if visit.sends("email") != self.alias or visit.sends("password"):
            self.wrong(Move.ADDRESS, visit)
            return self.options()
        self.ask_by_mail()
        return self.tells("pending")

    def ask_by_mail(self) -> None:
        cookie = self.secret("cookie")
        self.pend()
        path = f"/mailman/confirm/news/{cookie}"
        self.send(
            f"confirm {cookie}",
            f"{self.says('mail_body')}\n\n    {self.url(path)}\n",
            author=f"news-request@{self.domain}",
            headers=(("Precedence", "bulk"), ("X-Mailman-Version", "2.1.39")),
        )

    def confirm(self, path: str) -> Reply:
        says = self.says
        return self.asking(
            m.hidden("cookie", self.secret("cookie")),
            m.submit(says("leave"), "submit"),
            m.submit(says("cancel"), "cancel"),
            action=path,
        )

    def confirmed(self, visit: Visit) -> Reply:
        if visit.sends("cancel") is not None:
            self.wrong(Move.WITHDREW, visit)
            return self.tells("saved")
        if visit.sends("submit") is None or visit.sends("cookie") != self.secret("cookie"):
            return self.tells("invalid")
        self.leave()
        self.goodbye()
        return self.tells("left")

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        if not to.startswith("news-request@") or author != self.alias:
            return
        if self.secret("cookie") in f"{subject} {body}":
            self.leave()
            self.goodbye()
        elif subject.strip().lower() == "unsubscribe":
            self.ask_by_mail()


class Mailman2Web(Mailman2):
    """Only the options page stands in the header."""

    name = "mailman2-web"
    via = "page"
    languages = ("en", "it")

    def ways(self) -> tuple[str, ...]:
        return (self.url(self.way),)


class Mailman3(Sender):
    """The list page wants an account; the leave mailbox takes an empty mail."""

    name = "mailman3"
    row = "5"
    patterns = (27,)
    via = "mailto"
    endable = Endable.MAIL
    languages = ("en", "fr", "cs")
    headers = (("X-Mailman-Version", "3.3.8"), ("List-Post", "NO"))

    @property
    def way(self) -> str:
        return "/postorius/lists/news/"

    def ways(self) -> tuple[str, ...]:
        return (self.url(self.way), f"mailto:news-leave@{self.domain}")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way:
            return self.page(
                m.head("news")
                + m.para(self.says("login_needed"))
                + m.link("/accounts/login/", self.says("login"))
            )
        return self.login()

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        if to.startswith("news-leave@") and author == self.alias:
            self.leave(told=False)
            self.goodbye()
