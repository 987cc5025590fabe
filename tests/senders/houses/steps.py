"""One page leads to another: a second question, a refresh, a script's redirect, a wrapped link."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit, see


class SecondQuestion(Sender):
    """useSend, Higher Logic: pressed once, asked again, and told afterwards where to complain."""

    name = "second-question"
    row = "35"
    patterns = (5, 7, 20)
    languages = ("en", "fr", "pl", "it", "da", "zh")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        match visit.method, visit.path:
            case "GET", self.way:
                return self.asking(m.button(says("leave")), action=f"{self.way}/sure")
            case "POST", path if path == f"{self.way}/sure":
                slip = m.hidden("slip", self.slip())
                yes = m.button(says("yes"), "answer", "yes")
                no = m.button(says("stay"), "answer", "no")
                return self.asking(slip, no, yes, action=f"{self.way}/end")
            case "POST", path if path == f"{self.way}/end":
                if visit.sends("answer") != "yes":
                    self.wrong(Move.WITHDREW, visit)
                    return self.tells("joined")
                self.leave()
                survey = m.form("/survey", m.area("text", says("comment")), m.button(says("save")))
                return self.page(m.head(says("nomore")) + m.para(says("why")) + survey)
            case "POST", "/survey":
                self.wrong(Move.SURVEY, visit)
                return self.tells("saved")
            case _:
                return self.unknown(visit)


class MetaRefresh(Sender):
    """An empty page that sends its reader on, to the page that acts."""

    name = "meta-refresh"
    row = "35"
    patterns = (13,)
    languages = ("en", "es", "tr")

    def answer(self, visit: Visit) -> Reply:
        on = f"/done/{self.token}"
        if visit.path == on:
            self.leave()
            return self.tells("left")
        if visit.path == self.way:
            return self.page("", more=self.refresh(on))
        return self.unknown(visit)

    def refresh(self, on: str) -> str:
        return f'<meta http-equiv="refresh" content="0; url={on}">'


class ScriptRedirect(MetaRefresh):
    """The same by one line of script."""

    name = "script-redirect"
    languages = ("en", "de", "ko")

    def refresh(self, on: str) -> str:
        return f'<script>window.location.href = "{on}";</script>'


class RefreshHome(Sender):
    """Success, and after some seconds the way home: the page before it is what counts."""

    name = "refresh-home"
    row = "35"
    patterns = (1, 13)
    languages = ("en", "cs", "fi")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way:
            self.leave()
            away = '<meta http-equiv="refresh" content="5; url=/">'
            return self.page(m.para(self.says("left")), more=away)
        return self.around(visit) or self.unknown(visit)


class Wrapped(Sender):
    """The link goes through a counter of clicks, which may learn nothing more."""

    name = "wrapped"
    row = "31"
    patterns = (2, 42)
    languages = ("en", "de", "ja", "pt", "es")

    @property
    def strangers(self) -> tuple[str, ...]:
        return (f"click.counter-{self.language}.test",)

    def ways(self) -> tuple[str, ...]:
        return (self.url(f"/c/{self.secret('click')}", self.strangers[0]),)

    def answer(self, visit: Visit) -> Reply:
        if visit.host in self.strangers:
            if visit.method == "POST":
                self.wrong(Move.TWISTED, visit)
            return see(self.url(self.way), cookies=(("click", self.secret("clicked")),))
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "GET":
            return self.asking(m.button(self.says("leave")))
        self.leave()
        return self.tells("left")


class OtherHost(Sender):
    """The form is sent to another host of the same organisation."""

    name = "other-host"
    row = "34"
    patterns = (2, 3)
    languages = ("en", "nl")

    @property
    def partners(self) -> tuple[str, ...]:
        return (f"app.{self.domain}",)

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way if visit.host == self.host:
                there = self.url("/leave", self.partners[0])
                made = m.hidden("t", self.token), m.button(self.says("leave"))
                return self.asking(*made, action=there)
            case "POST", "/leave" if visit.sends("t") == self.token:
                self.leave()
                return self.tells("left")
            case _:
                return self.unknown(visit)


class GetForm(Sender):
    """The form is a GET with its token in a field."""

    name = "get-form"
    row = "35"
    patterns = (2,)
    languages = ("en", "fr", "ru", "nb")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way and visit.asks("sure") == "1":
            if visit.asks("key") != self.secret("key"):
                return self.tells("invalid")
            self.leave()
            return self.tells("left")
        if visit.path != self.way:
            return self.unknown(visit)
        fields = m.hidden("sure", "1"), m.hidden("key", self.secret("key"))
        made = m.form("", *fields, m.button(self.says("leave")), method="get")
        return self.page(m.head(self.says("ask")) + made)


class BareConfirm(Sender):
    """The button says only "confirm"; what it confirms stands above it."""

    name = "bare-confirm"
    row = "32"
    patterns = (36,)
    languages = ("en", "de", "es", "pl", "ru", "zh", "ko", "sv", "cs")

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "GET":
            return self.page(
                m.head(self.says("leave"))
                + m.para(self.says("ask"))
                + m.form("", m.hidden("t", self.token), m.button(self.says("confirm")))
            )
        self.leave()
        return self.tells("left")
