"""Odoo: a confirmation with its own token, and a list page full of ways to come back."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class Odoo(Sender):
    """One button; after it a survey and a button that brings you back."""

    name = "odoo"
    row = "13"
    patterns = (3, 20, 21)
    languages = ("en", "nl", "pt", "tr")
    others = ("offers", "events")

    @property
    def way(self) -> str:
        return f"/mailing/7/confirm_unsubscribe?document_id=9&hash_token={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/mailing/7/confirm_unsubscribe":
                return self.confirm()
            case "POST", "/mailing/confirm_unsubscribe":
                return self.sent(visit)
            case "POST", "/mailing/feedback":
                self.wrong(Move.SURVEY, visit)
                return self.tells("saved")
            case "POST", "/mailing/list/update":
                self.join(visit, "news", *(visit.every("lists") or ("offers",)))
                return self.tells("joined")
            case _:
                return self.unknown(visit)

    def confirm(self) -> Reply:
        made = m.form(
            "/mailing/confirm_unsubscribe",
            m.hidden("csrf_token", self.slip()),
            m.hidden("mailing_id", "7"),
            m.hidden("document_id", "9"),
            m.hidden("email", self.alias),
            m.hidden("hash_token", self.token),
            m.button(self.says("leave")),
        )
        return self.page(m.head(self.says("ask")) + made, cookies=self.session())

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit, "csrf_token") or visit.sends("hash_token") != self.token:
            return self.forbidden()
        self.leave()
        says = self.says
        survey = m.form(
            "/mailing/feedback",
            m.radio("reason", "often", says("often")),
            m.area("feedback", says("comment")),
            m.button(says("save")),
        )
        back = m.form(
            "/mailing/list/update",
            m.box("lists", "offers", says("offers")),
            m.box("lists", "events", says("events")),
            m.button(says("again")),
        )
        told = m.head(says("left")) + m.para(says("nomore"))
        return self.page(told + m.para(says("why")) + survey + back)


class OdooList(Sender):
    """The list page: a ticked box is kept, an unticked one below it would be a sign-up."""

    name = "odoo-list"
    row = "13"
    patterns = (14,)
    languages = ("en", "it", "sv")
    others = ("offers", "events")

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.centre()
            case "POST", "/mailing/list/update":
                kept = visit.every("lists")
                if more := [name for name in kept if name in self.others]:
                    self.join(visit, *more)
                if "news" not in kept:
                    self.leave()
                return self.tells("saved")
            case _:
                return self.unknown(visit)

    def centre(self) -> Reply:
        says = self.says
        on = not self.ended
        made = m.form(
            "/mailing/list/update",
            m.hidden("hash_token", self.token),
            m.group(says("keep_hint"), m.box("lists", "news", says("weekly"), ticked=on)),
            m.group(
                says("signup"),
                m.box("lists", "offers", says("offers")),
                m.box("lists", "events", says("events")),
            ),
            m.button(says("save")),
        )
        return self.page(m.head(says("prefs")) + made)
