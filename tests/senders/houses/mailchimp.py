"""Mailchimp, Klaviyo, ActiveCampaign, groups.io: the large houses, as far as their pages are known."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit, see


class MailchimpPage(Sender):
    """A masked address, read only; the form is sent by a script, or by its button."""

    name = "mailchimp"
    row = "31"
    patterns = (8, 24)
    languages = ("en", "es", "fr", "de", "it", "ja")
    others = ("offers",)

    @property
    def way(self) -> str:
        return f"/unsubscribe?u={self.token}&id=7&e=9&c=3"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", "/unsubscribe" if visit.one_click and self.one_click:
                self.leave()
                return Reply(200)
            case "GET", "/unsubscribe":
                return self.form()
            case "POST", "/unsubscribe/post":
                return self.sent(visit)
            case _:
                return self.around(visit) or self.unknown(visit)

    def form(self) -> Reply:
        says = self.says
        made = m.form(
            f"/unsubscribe/post?u={self.token}&id=7",
            m.line("EMAIL", says("email"), "a**@home.test", more="readonly"),
            m.hidden("c", "3"),
            m.hidden("e", "9"),
            m.button(says("leave")),
            more='id="unsub"',
        )
        wait = "<script>setTimeout(() => document.getElementById('unsub').submit(), 500)</script>"
        return self.page(m.head(says("ask")) + made + wait)

    def sent(self, visit: Visit) -> Reply:
        if visit.asks("u") != self.token or visit.sends("c") != "3":
            return self.tells("invalid")
        if visit.sends("EMAIL") != "a**@home.test":
            self.wrong(Move.TWISTED, visit)
        self.leave()
        survey = m.form(
            "/survey",
            m.radio("why", "often", self.says("often")),
            m.radio("why", "no", self.says("comment")),
            m.area("other", self.says("comment")),
            m.button(self.says("save")),
        )
        return self.page(m.head(self.says("left")) + m.para(self.says("why")) + survey)


class MailchimpOneClick(MailchimpPage):
    """One click: an empty 200 that means it."""

    name = "mailchimp-click"
    via = "one-click"
    one_click = True
    languages = ("en", "tr")


class Klaviyo(Sender):
    """A prefilled address that is sent as it stands."""

    name = "klaviyo"
    row = "32"
    patterns = (2, 24)
    languages = ("en", "nl", "pt")

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "POST":
            if visit.sends("$email") != self.alias:
                return self.tells("already")
            self.leave()
            return self.tells("left")
        says = self.says
        field = m.line("$email", says("email"), self.alias, kind="email", more="required")
        return self.asking(field, m.button(says("leave")))


class LastChance(Klaviyo):
    """The link leads on to a partner that pleads: large buttons to stay or pause, a small one to go."""

    name = "last-chance"
    row = "32"
    patterns = (35, 42)
    languages = ("en", "de", "fr", "es", "ru")

    @property
    def partners(self) -> tuple[str, ...]:
        return (f"your.chance-{self.language}.test",)

    def answer(self, visit: Visit) -> Reply:
        if visit.host == self.host:
            there = self.url(f"/c/{self.secret('chance')}", self.partners[0])
            return see(there, cookies=(("visitor", self.secret("visitor")),))
        if visit.path != f"/c/{self.secret('chance')}":
            return self.unknown(visit)
        if visit.method == "GET":
            return self.plead()
        match visit.sends("do"):
            case "stay":
                self.join(visit)
                return self.tells("joined")
            case "pause":
                self.wrong(Move.SETTLED, visit)
                return self.tells("saved")
            case "go":
                self.leave()
                return self.tells("left")
            case _:
                return self.plead()

    def plead(self) -> Reply:
        says = self.says
        return self.page(
            m.head(says("sorry"))
            + m.form(
                "",
                m.button(says("stay"), "do", "stay", 'class="btn btn-primary" id="unsubscribe"'),
                m.button(says("pause"), "do", "pause", 'class="btn"'),
                m.button(says("leave"), "do", "go", 'class="link small" id="keep"'),
            )
        )


class ActiveCampaign(Sender):
    """A human check."""

    name = "activecampaign"
    row = "33"
    patterns = (33,)
    endable = Endable.NOT
    languages = ("en", "de", "ru", "ja")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.method == "POST":
            self.wrong(Move.TWISTED, visit)
        check = '<div class="g-recaptcha" data-sitekey="k"></div>'
        script = '<script src="/recaptcha/api.js"></script>'
        return self.asking(m.para(says("human")), check + script, m.button(says("leave")))


class GroupsIo(Sender):
    """One click and nothing else to see."""

    name = "groupsio"
    row = "36"
    patterns = ()
    via = "one-click"
    one_click = True
    languages = ("en", "nb")

    @property
    def way(self) -> str:
        return f"/g/news/leave/7/9/{self.token}/plugh"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way and visit.one_click:
            self.leave()
            return Reply(200)
        return self.home("/login") if visit.path != "/login" else self.login()
