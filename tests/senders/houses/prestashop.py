"""PrestaShop: a block on every page that signs up as it is shipped, and one with a choice."""

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit


class PrestaShop(Sender):
    """The header leads to the front page, as general links do; its block has `action=0`: sign up."""

    name = "prestashop"
    row = "23"
    patterns = (25, 26)
    endable = Endable.NOT
    languages = ("fr", "es", "pl")

    @property
    def way(self) -> str:
        return "/"

    def answer(self, visit: Visit) -> Reply:
        if visit.method == "POST" and visit.sends("submitNewsletter") is not None:
            return self.sent(visit)
        return self.page(m.head(self.domain) + self.block())

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("email") != self.alias:
            return self.tells("already")
        if visit.sends("action") == "1":
            self.leave()
            return self.tells("left")
        self.join(visit)
        return self.tells("joined")

    def block(self) -> str:
        says = self.says
        return m.head(says("signup"), 4) + m.form(
            "/",
            m.line("email", says("email"), kind="email", more="required"),
            m.hidden("action", "0"),
            m.submit("OK", "submitNewsletter"),
        )


class PrestaShopChoice(PrestaShop):
    """The older block: the same field, and a choice that stands on "subscribe"."""

    name = "prestashop-choice"
    patterns = (16, 23, 25)
    endable = Endable.WEB
    languages = ("en", "it", "cs", "de")
    alias = "ada+shop@home.test"

    def block(self) -> str:
        says = self.says
        return m.head(self.says("prefs"), 4) + m.form(
            "/",
            m.line("email", says("email"), kind="email", more="required"),
            m.radio("action", "0", says("subscribe"), chosen=True),
            m.radio("action", "1", says("leave")),
            m.submit("OK", "submitNewsletter"),
        )
