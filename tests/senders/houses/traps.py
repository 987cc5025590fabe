"""Pages that would rather keep you, and pages where the wrong press does harm."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender, Status
from tests.senders.traffic import Reply, Visit

_WORDS = {
    "en": ("Do you want to keep getting our newsletter?", "Yes", "No"),
    "de": ("Möchten Sie unseren Newsletter weiter erhalten?", "Ja", "Nein"),
}

ENOUGH = {
    "en": "I no longer want to get these e-mails",
    "de": "Ich möchte diese E-Mails nicht mehr bekommen",
    "fr": "Je ne veux plus recevoir ces e-mails",
    "sv": "Jag vill inte längre få de här mejlen",
    "ru": "Я больше не хочу получать эти письма",
    "pt": "Já não quero receber estes e-mails",
}

_SPAM = {
    "en": "I never signed up and report this as spam",
    "de": "Ich habe mich nie angemeldet und melde dies als Spam",
    "fr": "Je ne me suis jamais inscrit et je signale un spam",
    "sv": "Jag har aldrig anmält mig och rapporterar detta som skräppost",
    "ru": "Я не подписывался и жалуюсь на спам",
    "pt": "Nunca me inscrevi e denuncio isto como spam",
}


class Pleading(Sender):
    """To stay is a large button, to go a small link below; names and looks say the opposite."""

    name = "pleading"
    row = "32"
    patterns = (35,)
    languages = ("en", "de", "fr", "it", "pl", "tr", "ja", "zh", "fi", "da")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        go, stay = f"/p/{self.secret('one')}", f"/p/{self.secret('two')}"
        match visit.method, visit.path:
            case "GET", self.way:
                return self.page(
                    m.head(says("sorry"))
                    + m.form(stay, m.button(says("stay"), more='class="btn-primary unsubscribe"'))
                    + m.form(stay, m.hidden("pause", "30"), m.button(says("pause")))
                    + f"<small>{m.link(go, says('leave'))}</small>"
                )
            case "GET", path if path == go:
                self.leave()
                return self.tells("nomore")
            case "POST", path if path == stay and visit.sends("pause"):
                self.wrong(Move.SETTLED, visit)
                return self.tells("saved")
            case "POST", path if path == stay:
                self.join(visit)
                return self.tells("joined")
            case _:
                return self.unknown(visit)


class YesOrNo(Sender):
    """It asks whether you want to stay, and the buttons say yes and no. Nobody should guess."""

    name = "yes-or-no"
    row = "32"
    patterns = (35, 36)
    endable = Endable.NOT
    languages = ("en", "de")

    def answer(self, visit: Visit) -> Reply:
        ask, yes, no = _WORDS[self.language]
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "GET":
            made = m.button(yes, "keep", "yes"), m.button(no, "keep", "no")
            return self.page(m.head(ask) + m.form("", *made))
        if visit.sends("keep") == "no":
            self.leave()
            return self.tells("left")
        self.join(visit)
        return self.tells("joined")


class Honeypot(Sender):
    """A field that no person sees; whoever fills it in is thanked and ignored."""

    name = "honeypot"
    row = "35"
    patterns = (34, 23)
    languages = ("en", "de", "es", "ko")
    alias = "ada+pots@home.test"

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "GET":
            pot = m.line("website", "Website", more='tabindex="-1" autocomplete="off"')
            return self.asking(
                f'<div style="position:absolute;left:-5000px" aria-hidden="true">{pot}</div>',
                m.line("email", says("email"), kind="email", more="required"),
                m.button(says("leave")),
            )
        if visit.sends("website"):
            self.wrong(Move.HONEYPOT, visit)
            return self.tells("left")
        if visit.sends("website") is None or visit.sends("email") != self.alias:
            return self.tells("already")
        self.leave()
        return self.tells("left")


class ReasonNeeded(Sender):
    """A reason has to be chosen; one of them would be a complaint in the owner's name."""

    name = "reason-needed"
    row = "27, 35"
    patterns = (19,)
    languages = ("en", "de", "fr", "sv", "ru", "pt")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "POST":
            if visit.sends("other"):
                self.wrong(Move.SURVEY, visit)
            match visit.sends("reason"):
                case "often" | "enough":
                    self.leave()
                    return self.tells("left")
                case "spam":
                    self.wrong(Move.SURVEY, visit)
                    return self.tells("left")
                case _:
                    pass
        return self.asking(
            m.group(
                says("why"),
                m.radio("reason", "spam", _SPAM[self.language], more="required"),
                m.radio("reason", "often", says("often"), more="required"),
                m.radio("reason", "enough", ENOUGH[self.language], more="required"),
            ),
            m.area("other", says("comment")),
            m.button(says("leave")),
        )


class ReasonOptional(Sender):
    """The survey stands first and large, with a button of its own; the way out is below."""

    name = "reason-first"
    row = "2, 27"
    patterns = (19, 26)
    languages = ("en", "es", "it", "nb", "fi", "ja")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        match visit.method, visit.path:
            case "GET", self.way:
                survey = m.form(
                    "/survey",
                    m.radio("why", "often", says("often")),
                    m.area("text", says("comment")),
                    m.button(says("save")),
                )
                away = m.form(self.way, m.hidden("t", self.token), m.button(says("leave")))
                return self.page(m.head(says("sorry")) + m.para(says("why")) + survey + away)
            case "POST", self.way if visit.sends("t") == self.token:
                self.leave()
                return self.tells("nomore")
            case "POST", "/survey":
                self.wrong(Move.SURVEY, visit)
                return self.tells("saved")
            case _:
                return self.unknown(visit)


class SignUpFirst(Sender):
    """A shop's page: the sign-up in the middle, the way out last, both want an address."""

    name = "sign-up-first"
    row = "23, 27"
    patterns = (23, 26)
    languages = ("en", "fr", "nl", "pl", "ko", "cs", "da")
    alias = "ada+forms@home.test"
    others = ("offers",)

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        match visit.method, visit.path:
            case "GET", self.way:
                join = m.head(says("signup"), 2) + m.form(
                    "/subscribe",
                    m.line("email", says("email"), kind="email"),
                    m.button(says("subscribe")),
                )
                away = m.head(says("link"), 2) + m.form(
                    "/leave",
                    m.hidden("t", self.token),
                    m.line("email", says("email"), kind="email"),
                    m.button(says("leave")),
                )
                return self.shop(join + away)
            case "POST", "/leave":
                if visit.sends("email") != self.alias or visit.sends("t") != self.token:
                    return self.tells("already")
                self.leave()
                return self.tells("left")
            case _:
                return self.around(visit) or self.unknown(visit)


class Stale(Sender):
    """Long gone; the page that is left offers to come back, with a button that says "confirm"."""

    name = "stale"
    row = "8"
    patterns = (21, 31, 36)
    endable = Endable.OVER
    begins = Status.LEFT
    languages = ("en", "de", "es", "ru", "zh")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.method == "POST":
            self.join(visit)
            return self.tells("joined")
        back = m.form("", m.hidden("again", "1"), m.button(says("confirm")))
        return self.page(m.para(says("already")) + m.head(says("again"), 2) + back)


class Downloads(Sender):
    """The address is a file."""

    name = "download"
    row = "35"
    patterns = (32,)
    endable = Endable.NOT
    languages = ("en",)

    def answer(self, visit: Visit) -> Reply:
        attached = ("Content-Disposition", "attachment; filename=form.pdf")
        return Reply(200, b"%PDF-1.7\n\x00\x01", kind="application/pdf", headers=(attached,))


class WalledAccount(Sender):
    """A log-in, and beside it the delete button of the whole account."""

    name = "account-wall"
    row = "5, 19"
    patterns = (27, 37)
    endable = Endable.NOT
    languages = ("en", "fr", "es", "zh")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.path == "/account/delete":
            self.wrong(Move.WIPED, visit)
            return self.tells("saved")
        if visit.method == "POST":
            self.wrong(Move.ACCOUNT, visit)
        login = m.form(
            "/login",
            m.line("email", says("email"), kind="email"),
            m.line("password", says("password"), kind="password"),
            m.button(says("login")),
        )
        delete = m.form("/account/delete", m.hidden("u", self.token), m.button("Delete account"))
        delete += m.link("/download/data.zip", "data.zip")
        return self.page(m.head(says("prefs")) + m.para(says("login_needed")) + login + delete)


class SoldForm(Sender):
    """The form on the page belongs to somebody else, who would like to have address and token."""

    name = "sold-form"
    row = "32"
    patterns = (26,)
    endable = Endable.NOT
    languages = ("en", "de", "fr")

    @property
    def strangers(self) -> tuple[str, ...]:
        return (f"out.leads-{self.language}.test",)

    def answer(self, visit: Visit) -> Reply:
        if visit.host in self.strangers:
            return self.tells("left")
        fields = m.hidden("email", self.alias), m.hidden("t", self.token)
        there = self.url("/optout", self.strangers[0])
        return self.asking(*fields, m.button(self.says("leave")), action=there)
