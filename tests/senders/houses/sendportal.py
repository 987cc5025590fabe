"""SendPortal: PUT by POST, and a success page that is the form to come back."""

from tests.senders import markup as m
from tests.senders.sender import Sender, Status
from tests.senders.traffic import Reply, Visit


class SendPortal(Sender):
    """As it is shipped: no header at all, the link stands in the letter."""

    name = "sendportal"
    row = "8"
    patterns = (3, 4, 21)
    via = "none"
    languages = ("en", "de")

    def ways(self) -> tuple[str, ...]:
        return ()

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.form(visit)
            case "POST", self.way:
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def form(self, visit: Visit) -> Reply:
        gone = self.book["news"] is Status.LEFT
        flash = ""
        if visit.cookies.get("flash") == self.secret("gone"):
            flash = m.para(self.says("left"))
        if visit.cookies.get("flash") == self.secret("back"):
            flash = m.para(self.says("joined"))
        label = self.says("again") if gone else self.says("leave")
        made = m.form(
            self.way,
            m.hidden("_method", "put"),
            m.hidden("_token", self.slip()),
            m.hidden("unsubscribed", "0" if gone else "1"),
            m.button(label),
        )
        return self.page(flash + m.head(self.domain) + made, cookies=self.session())

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit, "_token"):
            return self.page(m.head("419"), status=403)
        if visit.sends("_method") != "put":
            return self.page(m.head("405"), status=405)
        if visit.sends("unsubscribed") == "1":
            self.leave()
            return self.home(self.way, (("flash", self.secret("gone")),))
        self.join(visit)
        return self.home(self.way, (("flash", self.secret("back")),))


class SendPortalHeader(SendPortal):
    """The same behind a header, as plug-ins add it."""

    name = "sendportal-header"
    via = "page"
    languages = ("en", "fr", "pl", "tr", "ja")

    def ways(self) -> tuple[str, ...]:
        return (self.url(self.way),)
