"""Senders whose link acts when it is opened: Zulip, Magento, Loomio, TYPO3, Rock."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Pairs, Reply, Visit


class Zulip(Sender):
    """Success without the word."""

    name = "zulip"
    row = "17"
    patterns = (1,)
    notification = True
    languages = ("en", "pt", "cs")

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.unknown(visit)
        self.leave()
        return self.page(m.head(self.says("saved")) + m.para(self.says("nomore")))


class Magento(Sender):
    """The answer is a notice on the shop's front page, for whoever brings the cookie."""

    name = "magento"
    row = "18"
    patterns = (1, 26)
    languages = ("en", "de", "es", "pl", "nl")
    others = ("offers",)

    @property
    def way(self) -> str:
        return f"/newsletter/subscriber/unsubscribe/id/7/code/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way:
            self.leave()
            return self.home("/", (("PHPSESSID", self.secret("left")),))
        if visit.path == "/" and visit.cookies.get("PHPSESSID") == self.secret("left"):
            return self.shop(f'<div role="alert">{m.para(self.says("left"))}</div>')
        return self.around(visit) or self.unknown(visit)


class Loomio(Sender):
    """Beside the link that leaves stands its sister that joins."""

    name = "loomio"
    row = "21"
    patterns = (1, 22)
    notification = True
    languages = ("en", "fr")

    @property
    def way(self) -> str:
        return f"/email_actions/unfollow_discussion?id=7&token={self.token}"

    def links(self) -> tuple[tuple[str, str], ...]:
        sister = self.way.replace("unfollow", "follow")
        return ((self.says("again"), self.url(sister)), *super().links())

    def answer(self, visit: Visit) -> Reply:
        flash: Pairs = (("flash", self.secret("left")),)
        match visit.path:
            case "/email_actions/unfollow_discussion":
                self.leave()
                return self.home("/dashboard", flash)
            case "/email_actions/follow_discussion":
                self.wrong(Move.SISTER, visit)
                self.join(visit)
                return self.home("/dashboard")
            case "/dashboard":
                mine = visit.cookies.get("flash") == self.secret("left")
                return self.login(self.says("left") if mine else "")
            case _:
                return self.unknown(visit)


class Sisters(Sender):
    """One page with both links, twice, and the one that joins first."""

    name = "sisters"
    row = "21"
    patterns = (22, 35)
    languages = ("en", "it", "nl", "tr", "zh", "sv")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        away, back = f"/list/unsubscribe/{self.token}", f"/list/subscribe/{self.token}"
        match visit.method, visit.path:
            case "GET", self.way:
                both = m.link(back, says("again"), 'class="primary"') + m.link(away, says("leave"))
                return self.page(m.head(self.domain) + m.para(says("letter")) + both)
            case "GET", path if path == away:
                self.leave()
                return self.tells("left")
            case "GET", path if path == back:
                self.wrong(Move.SISTER, visit)
                self.join(visit)
                return self.tells("joined")
            case _:
                return self.unknown(visit)


class Typo3(Sender):
    """A mailbox that reads one exact subject, and a link that acts."""

    name = "typo3"
    row = "24"
    patterns = (1, 40)
    via = "mailto"
    endable = Endable.MAIL
    languages = ("de", "en")

    def ways(self) -> tuple[str, ...]:
        mail = f"mailto:bounce@{self.domain}?subject=unsubscribe-{self.secret('mail')}"
        return (mail, self.url(self.way))

    @property
    def way(self) -> str:
        return f"/index.php?c={self.token}"

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        if to.startswith("bounce@") and subject == f"unsubscribe-{self.secret('mail')}":
            self.leave(told=False)

    def answer(self, visit: Visit) -> Reply:
        if visit.asks("c") == self.token:
            self.leave(told=False)
            return self.home(f"/bye?recipient={self.alias}")
        return self.around(visit) or self.shop("")


class Typo3Page(Typo3):
    """Only the link; its answer is any page of the site."""

    name = "typo3-page"
    via = "page"
    endable = Endable.WEB
    languages = ("de", "fr")

    def ways(self) -> tuple[str, ...]:
        return (self.url(self.way),)


class Rock(Sender):
    """The oldest habit: open it and it is done. One has a link to undo it."""

    name = "rock"
    row = "35"
    patterns = (1, 21)
    languages = ("sv", "nb", "it", "ja", "zh", "ko", "cs", "pl", "nl", "es", "fi")

    def answer(self, visit: Visit) -> Reply:
        undo = f"/undo/{self.token}"
        match visit.path:
            case self.way:
                self.leave()
                told = m.para(self.says("left")) + m.para(self.says("oops"))
                return self.page(told + m.link(undo, self.says("again")))
            case path if path == undo:
                self.join(visit)
                return self.tells("joined")
            case _:
                return self.unknown(visit)
