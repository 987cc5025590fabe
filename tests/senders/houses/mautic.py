"""Mautic: a GET that acts and a success page with a way back, or a preference centre."""

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit, text


class MauticGet(Sender):
    """The setting "unsubscribe at once"."""

    name = "mautic"
    row = "3"
    patterns = (1, 21)
    languages = ("en", "de", "fr", "pt", "tr", "da", "ru")

    def answer(self, visit: Visit) -> Reply:
        back = f"/email/resubscribe/{self.token}"
        match visit.method, visit.path:
            case "POST", self.way if visit.one_click:
                self.leave()
                return text("Unsubscribed")
            case _, self.way:
                self.leave()
                way_back = m.para(self.says("oops")) + m.link(back, self.says("again"))
                return self.page(
                    m.para(self.says("sorry")) + m.para(self.says("nomore")) + way_back
                )
            case _, path if path == back:
                self.join(visit)
                return self.tells("joined")
            case _:
                return text("Record not found.", 404)


class MauticOneClick(MauticGet):
    """The header of one click, answered in one English word."""

    name = "mautic-click"
    via = "one-click"
    one_click = True
    languages = ("en", "ja")


class MauticLost(MauticGet):
    """A hash that the database does not know any more: a page that says so, with status 200."""

    name = "mautic-lost"
    patterns = (32,)
    languages = ("en", "sv")
    endable = Endable.NOT

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way:
            return self.page(m.para(self.says("invalid")))
        return super().answer(visit)


class MauticPreferences(Sender):
    """The setting "preference centre": one ticked channel, and a link that leaves everything."""

    name = "mautic-preferences"
    row = "3"
    patterns = (14, 17)
    languages = ("en", "es", "nb")

    _field = "lead_contact_frequency_rules[lead_channels][subscribed_channels][0]"

    def answer(self, visit: Visit) -> Reply:
        every = f"/email/unsubscribe/all/{self.token}"
        match visit.method, visit.path:
            case "GET", self.way:
                return self.centre(every)
            case "GET", path if path == every:
                self.leave()
                return self.tells("nomore")
            case "POST", self.way:
                if self._field not in dict(visit.fields):
                    self.leave()
                return self.tells("saved")
            case _:
                return self.unknown(visit)

    def centre(self, every: str) -> Reply:
        says = self.says
        form = m.form(
            "",
            m.hidden("lead_contact_frequency_rules[_token]", self.secret("form")),
            m.box(self._field, "email", f"{self.domain}: e-mail", ticked=True),
            m.button(says("save"), "lead_contact_frequency_rules[buttons][save]"),
        )
        whole = m.head(says("prefs")) + m.para(says("keep_hint")) + form
        return self.page(whole + m.link(every, says("everything")))
