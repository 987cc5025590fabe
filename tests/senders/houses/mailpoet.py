"""MailPoet: the confirmation is a link, not a form."""

from tests.senders import markup as m
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class MailPoet(Sender):
    """A question, a link that says yes, and afterwards one that leads back."""

    name = "mailpoet"
    row = "9"
    patterns = (6, 21)
    languages = ("en", "de", "nl", "it", "ru", "fi")

    @property
    def way(self) -> str:
        return f"/?mailpoet_page=subscriptions&action=confirm_unsubscribe&data={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.asks("data") != self.token:
            return self.tells("invalid")
        act = f"/?mailpoet_page=subscriptions&action=unsubscribe&data={self.token}"
        manage = f"/?mailpoet_page=subscriptions&action=manage&data={self.token}"
        match visit.asks("action"):
            case "confirm_unsubscribe":
                return self.page(m.head(self.says("ask")) + m.link(act, self.says("yes")))
            case "unsubscribe":
                self.leave()
                told = m.para(self.says("left")) + m.para(self.says("oops"))
                return self.page(told + m.link(manage, self.says("prefs")))
            case "manage":
                if visit.method == "POST":
                    self.join(visit)
                return self.page(m.form("", m.button(self.says("save"))))
            case _:
                return self.tells("invalid")
