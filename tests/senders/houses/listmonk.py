"""listmonk: one form on a harmless page, beside one that wipes everything."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.tongue import LANGUAGES
from tests.senders.traffic import Reply, Visit


class ListmonkPage(Sender):
    """Only the page: the setting for the header of one click is off."""

    name = "listmonk"
    row = "1"
    patterns = (2, 31, 37)
    languages = LANGUAGES

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way if self.told:
                return self.tells("already")
            case "GET", self.way:
                return self.form()
            case "POST", self.way:
                self.leave()
                return self.tells("sorry", "left")
            case "POST", "/privacy":
                self.wrong(Move.WIPED, visit)
                return self.tells("saved")
            case _:
                return self.unknown(visit)

    def form(self) -> Reply:
        says = self.says
        return self.page(
            m.head(says("ask"), 2)
            + m.form(
                "",
                m.box("blocklist", "true", says("everything")),
                m.button(says("leave")),
            )
            + m.form(
                "/privacy",
                m.group(
                    self.domain,
                    m.radio("data", "export", "Export", chosen=True),
                    m.radio("data", "wipe", "Wipe"),
                ),
                m.button(says("confirm")),
            ),
            title=self.domain,
        )


class ListmonkOneClick(ListmonkPage):
    """The same with one click."""

    name = "listmonk-click"
    via = "one-click"
    one_click = True
    languages = ("en", "de", "ru", "ko")


class Listmonk500(ListmonkPage):
    """It trips over its own database, each time."""

    name = "listmonk-broken"
    patterns = (32,)
    languages = ("en", "it")

    endable = Endable.NOT

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", self.way:
                return self.page(m.head("500") + m.para(self.says("refused")), status=500)
            case _:
                return super().answer(visit)
