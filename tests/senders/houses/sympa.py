"""Sympa: one click that answers with a redirect whatever happened, and a signoff in two questions."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class Sympa(Sender):
    """The signoff page: it asks for the address, then asks again."""

    name = "sympa"
    row = "6"
    patterns = (7, 23)
    languages = ("fr", "en", "es")
    alias = "ada+lists@home.test"
    headers = (("X-Sympa-To", "news"), ("List-Post", "NO"))

    @property
    def way(self) -> str:
        return "/sympa/signoff/news"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.first()
            case "POST", "/sympa" if visit.sends("response_action_confirm") is not None:
                return self.second(visit)
            case "POST", "/sympa" if visit.sends("response_action_cancel") is not None:
                self.wrong(Move.WITHDREW, visit)
                return self.first()
            case "POST", "/sympa" if visit.sends("action_signoff") is not None:
                return self.sure(visit)
            case "GET", "/sympa/info/news":
                return self.info(visit)
            case _:
                return self.unknown(visit)

    def first(self) -> Reply:
        says = self.says
        return self.asking(
            m.hidden("list", "news"),
            m.line("email", says("email"), more="required"),
            m.submit(says("leave"), "action_signoff"),
            action="/sympa",
        )

    def sure(self, visit: Visit) -> Reply:
        if visit.sends("email") != self.alias:
            return self.tells("already")
        says = self.says
        return self.asking(
            m.hidden("list", "news"),
            m.hidden("email", self.alias),
            m.hidden("response_key", self.secret("key")),
            m.submit(says("confirm"), "response_action_confirm"),
            m.submit(says("cancel"), "response_action_cancel"),
            action="/sympa",
        )

    def second(self, visit: Visit) -> Reply:
        if visit.sends("response_key") != self.secret("key"):
            return self.tells("expired")
        self.leave()
        return self.home("/sympa/info/news", (("sympa_notice", self.secret("notice")),))

    def info(self, visit: Visit) -> Reply:
        notice = m.para(self.says("left")) if "sympa_notice" in visit.cookies else ""
        return self.page(notice + m.head("news") + m.para(self.says("signup")))


class SympaOneClick(Sympa):
    """One click works, and the answer is a redirect to the list's home."""

    name = "sympa-click"
    via = "one-click"
    patterns = (40,)
    one_click = True
    languages = ("fr", "fi")

    @property
    def way(self) -> str:
        return f"/sympa/oneclick/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", self.way if visit.one_click:
                self.leave(told=False)
                return self.home("/sympa/info/news")
            case "GET", self.way if self.ended:
                return self.tells("already")
            case "GET", self.way:
                return self.home("/sympa/signoff/news")
            case "GET", "/sympa/signoff/news":
                return self.first()
            case _:
                return super().answer(visit)


class SympaUnknown(SympaOneClick):
    """The id of the header is not known: the same redirect, and nothing was done. The page works."""

    name = "sympa-unknown"
    languages = ("en", "pt")

    def answer(self, visit: Visit) -> Reply:
        if visit.method == "POST" and visit.path == self.way:
            return self.home("/sympa/info/news")
        return super().answer(visit)
