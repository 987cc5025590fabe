"""Mailtrain: a form with its real button off the screen, and every setting of how many steps it takes."""

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender, Status
from tests.senders.traffic import Reply, Visit


class MailtrainForm(Sender):
    """One step with a form: token and cookie are checked."""

    name = "mailtrain"
    row = "7"
    patterns = (3, 8)
    languages = ("en", "de", "es", "nl", "ru", "zh")

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.form()
            case "POST", "/subscription/unsubscribe":
                return self.sent(visit)
            case "GET", "/subscription/unsubscribed-notice":
                return self.tells("left", "nomore")
            case "GET", "/subscription/confirm-notice":
                return self.tells("pending")
            case _:
                return self.unknown(visit)

    def form(self) -> Reply:
        says = self.says
        slip = self.slip()
        made = m.form(
            "/subscription/unsubscribe",
            m.hidden("_csrf", slip),
            m.hidden("ucid", self.token),
            m.line("email", says("email"), self.alias, kind="email", more="readonly"),
            m.submit(says("leave"), more='style="position: absolute; left: -9999px"'),
            m.link("#submit", says("leave"), 'class="button" data-submits="form"'),
        )
        script = '<script src="/subscription/form.js"></script>'
        return self.page(m.head(says("ask")) + made + script, cookies=self.session())

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit) or visit.sends("ucid") != self.token:
            return self.forbidden()
        self.leave()
        return self.home("/subscription/unsubscribed-notice")


class MailtrainTwoStep(MailtrainForm):
    """Two steps: the link of a mail finishes it."""

    name = "mailtrain-two"
    patterns = (3, 8, 28)
    endable = Endable.MAIL
    languages = ("en", "it", "sv", "ko")

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return self.forbidden()
        self.pend()
        self.confirmation(f"/subscription/confirm/{self.secret('mailed')}")
        return self.home("/subscription/confirm-notice")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == f"/subscription/confirm/{self.secret('mailed')}":
            self.leave()
            self.goodbye()
            return self.home("/subscription/unsubscribed-notice")
        return super().answer(visit)


class MailtrainManual(MailtrainForm):
    """Not online: write to us."""

    name = "mailtrain-manual"
    patterns = (30,)
    endable = Endable.NOT
    languages = ("en", "de")

    def form(self) -> Reply:
        says = self.says
        return self.page(
            m.head(says("refused"))
            + m.link(f"mailto:office@{self.domain}", f"office@{self.domain}")
        )


class MailtrainLate(MailtrainForm):
    """The subscriber is off the list already, and the page says so with status 404."""

    name = "mailtrain-late"
    patterns = (31,)
    endable = Endable.OVER
    begins = Status.LEFT
    languages = ("en", "fr", "pl")

    def answer(self, visit: Visit) -> Reply:
        return self.tells("already", status=404)
