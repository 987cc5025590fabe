"""Healthchecks: a form without fields that a script sends by itself once the letter is old enough."""

from tests.senders import markup as m
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class Healthchecks(Sender):
    """The header promises one click."""

    name = "healthchecks"
    row = "15"
    patterns = (2, 8)
    via = "one-click"
    one_click = True
    notification = True
    languages = ("en", "de")

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.form()
            case "POST", self.way:
                self.leave()
                return self.tells("left")
            case _:
                return self.unknown(visit)

    def form(self) -> Reply:
        made = m.form("", m.button(self.says("leave")), more='id="form"')
        wait = '<script>document.getElementById("form").submit();</script>'
        return self.page(m.head(self.says("ask")) + made + wait)


class ScriptSends(Healthchecks):
    """The same without the promise, and as a newsletter; the words of waiting are no success."""

    name = "script-sends"
    row = "15, 31"
    patterns = (8, 10)
    via = "page"
    one_click = False
    notification = False
    languages = ("en", "fr", "pl", "da", "ja", "zh")

    def form(self) -> Reply:
        made = m.form(
            "",
            "<noscript>" + m.button(self.says("leave")) + "</noscript>",
            more='name="auto"',
        )
        wait = '<script>document.forms["auto"].submit();</script>'
        return self.page(m.head(self.says("ask")) + made + wait)


class ScriptChanges(Healthchecks):
    """The form says GET and a wrong address; its script says POST and this very page."""

    name = "script-changes"
    row = "35"
    patterns = (9,)
    via = "page"
    one_click = False
    notification = False
    languages = ("en", "it")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/nothing":
            return self.page(m.head(self.domain))
        return super().answer(visit)

    def form(self) -> Reply:
        made = m.form("/nothing", m.button(self.says("leave")), method="get", more='id="f"')
        change = (
            '<script>var f = document.getElementById("f"); f.method = "POST";'
            " f.action = location.pathname;</script>"
        )
        return self.page(m.head(self.says("ask")) + made + change)
