"""Answers that mean something else than they look like: statuses, JSON, silence, refusals, charsets."""

from dataclasses import replace
from datetime import timedelta

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit, data

_SOON = {
    "en": "Thank you. We are working on it.",
    "de": "Danke. Wir kümmern uns darum.",
    "es": "Gracias. Nos ocupamos de ello.",
}

_JOIN = {
    "en": ("Please confirm your subscription", "You want our newsletter? Confirm here:"),
    "de": (
        "Bitte bestätigen Sie Ihre Anmeldung",
        "Sie möchten den Newsletter? Hier bestätigen:",
    ),
    "es": ("Confirme su suscripción", "¿Quiere nuestro boletín? Confírmelo aquí:"),
}

_SUBJECT = {
    "en": "Unsubscribe confirmation",
    "de": "Ihre Abmeldung vom Newsletter",
    "fr": "Confirmation de désabonnement",
    "es": "Confirmación de baja",
    "it": "Conferma di cancellazione",
    "nl": "Bevestiging van uw uitschrijving",
    "pl": "Rezygnacja z subskrypcji",
    "sv": "Avsluta din prenumeration",
}

_CHARSET = {
    "ru": "windows-1251",
    "ja": "shift_jis",
    "cs": "iso-8859-2",
    "zh": "gb2312",
    "ko": "euc-kr",
    "de": "iso-8859-1",
}


class Clicked(Sender):
    """One click with some answer; the page is a plain form."""

    row = "35"
    via = "one-click"
    one_click = True

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.around(visit) or self.unknown(visit)
        if visit.one_click:
            return self.clicked(visit)
        if visit.method == "GET":
            return self.tells("already") if self.told else self.form()
        return self.pressed(visit)

    def clicked(self, visit: Visit) -> Reply:
        self.leave()
        return Reply(200)

    def form(self) -> Reply:
        slip = m.hidden("_csrf", self.slip())
        made = m.form("", slip, m.button(self.says("leave")))
        return self.page(m.head(self.says("ask")) + made, cookies=self.session())

    def pressed(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return self.forbidden()
        self.leave()
        return self.tells("left")


class NoContent(Clicked):
    name = "204"
    languages = ("en", "it")

    def clicked(self, visit: Visit) -> Reply:
        self.leave()
        return Reply(204)


class Slow(Clicked):
    """It takes its time."""

    name = "slow"
    languages = ("en", "fi")

    def clicked(self, visit: Visit) -> Reply:
        self.leave()
        return Reply(200, after=0.3)


class Accepted(Clicked):
    name = "202"
    languages = ("en", "pl")

    def clicked(self, visit: Visit) -> Reply:
        self.leave()
        return Reply(202)


class AcceptedPage(Clicked):
    """A form whose answer is 202 and a promise: a queue takes care of it."""

    name = "202-page"
    via = "page"
    patterns = (40,)
    one_click = False
    languages = ("en", "de", "es")

    def pressed(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return self.forbidden()
        self.leave(told=False)
        return self.page(m.para(_SOON[self.language]), status=202)


class NoSession(Clicked):
    """A click without a session is sent home, and nothing is done; the form works."""

    name = "no-session"
    patterns = (3, 27)
    languages = ("en", "fr", "ru")

    def clicked(self, visit: Visit) -> Reply:
        return self.home("/login")


class RefusesWith200(Clicked):
    """One click is answered by 200 and a refusal; the form works."""

    name = "refusal-200"
    patterns = (3,)
    languages = ("en", "de", "it", "ja", "pl")

    def clicked(self, visit: Visit) -> Reply:
        return self.tells("refused")


class ShowsTheForm(Clicked):
    """One click is answered by 200 and the form."""

    name = "form-200"
    patterns = (2,)
    languages = ("en", "es", "nl", "zh")

    def clicked(self, visit: Visit) -> Reply:
        return self.form()


class RefusesAll(Clicked):
    """200 and a refusal, whatever is pressed."""

    name = "refuses-all"
    patterns = (32,)
    endable = Endable.NOT
    languages = ("en", "fr", "ru", "ko", "tr", "cs")

    def clicked(self, visit: Visit) -> Reply:
        return self.tells("refused")

    def pressed(self, visit: Visit) -> Reply:
        return self.tells("refused")


class Busy(Clicked):
    """429 for an hour, then it works."""

    name = "429"
    languages = ("en", "de", "ja")

    def clicked(self, visit: Visit) -> Reply:
        if self.clock() < self.began + timedelta(hours=1):
            return Reply(429, b"slow down", kind="text/plain", headers=(("Retry-After", "3600"),))
        self.leave()
        return self.tells("left")


class BusyPage(Busy):
    """The page is down for an hour, then it works."""

    name = "503"
    via = "page"
    one_click = False
    patterns = (2,)
    languages = ("en", "fr", "ru")

    def answer(self, visit: Visit) -> Reply:
        if self.clock() < self.began + timedelta(hours=1):
            return self.page(m.head("503"), status=503)
        return super().answer(visit)


class JsonPage(Clicked):
    """A form whose answer is JSON."""

    name = "json"
    row = "10, 26"
    via = "page"
    patterns = (12,)
    one_click = False
    languages = ("en", "de", "it", "sv")

    def pressed(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return data({"success": False, "error": "csrf"}, 403)
        self.leave()
        return data({"success": True, "message": self.says("left")})


class JsonFails(JsonPage):
    """The same, with `success: false` at status 200."""

    name = "json-fails"
    endable = Endable.NOT
    languages = ("en", "fr")

    def pressed(self, visit: Visit) -> Reply:
        return data({"success": False, "message": self.says("refused")})


class JsonMails(JsonPage):
    """`success: true` means that a mail was sent; nobody is off the list yet."""

    name = "json-mails"
    patterns = (12, 28)
    endable = Endable.MAIL
    languages = ("en", "es", "nl")

    def pressed(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return data({"success": False}, 403)
        self.pend()
        self.confirmation(f"/c/{self.secret('mail')}")
        return data({"success": True, "message": self.says("pending")})

    def answer(self, visit: Visit) -> Reply:
        if visit.path == f"/c/{self.secret('mail')}":
            self.leave()
            return self.tells("left")
        return super().answer(visit)


class GoodbyeMail(Clicked):
    """After success a mail says goodbye, with a link to come back in it and in its header."""

    name = "goodbye-mail"
    patterns = (41,)
    languages = ("en", "de", "fr", "ja")

    def clicked(self, visit: Visit) -> Reply:
        self.leave()
        back = self.url(f"/back/{self.token}")
        says = self.says
        body = f"{says('bye_body')}\n\n{says('oops')} {says('again')}: {back}\n"
        ways = (("List-Unsubscribe", f"<{back}>"), ("List-Id", f"<{self.list_id}>"))
        self.send(says("bye_subject"), body, author=self.author, headers=ways)
        return Reply(200)

    def answer(self, visit: Visit) -> Reply:
        if visit.path == f"/back/{self.token}":
            self.join(visit)
            return self.tells("joined")
        return super().answer(visit)


class SignUpMail(Clicked):
    """While the request waits, another mail asks to confirm a SUBSCRIPTION: it looks much alike."""

    name = "sign-up-mail"
    via = "page"
    patterns = (28,)
    one_click = False
    endable = Endable.MAIL
    languages = ("en", "de", "es")

    def pressed(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return self.forbidden()
        self.pend()
        subject, body = _JOIN[self.language]
        self.send(subject, f"{body}\n\n{self.url('/join/' + self.secret('join'))}\n")
        self.confirmation(f"/c/{self.secret('mail')}")
        return self.tells("pending")

    def answer(self, visit: Visit) -> Reply:
        match visit.path:
            case path if path == f"/join/{self.secret('join')}":
                self.join(visit)
                return self.tells("joined")
            case path if path == f"/c/{self.secret('mail')}":
                self.leave()
                return self.tells("left")
            case _:
                return super().answer(visit)


class RequestLikeGoodbye(Clicked):
    """The mail that asks for the last step has the subject of one that tells of success."""

    name = "request-like-goodbye"
    row = "4, 7"
    via = "page"
    patterns = (28,)
    one_click = False
    endable = Endable.MAIL
    languages = ("en", "de", "fr", "es", "it", "nl", "pl", "sv")

    def pressed(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return self.forbidden()
        self.pend()
        says = self.says
        link = self.url(f"/c/{self.secret('mail')}")
        self.send(_SUBJECT[self.language], f"{says('mail_body')}\n\n{link}\n")
        return self.tells("pending")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == f"/c/{self.secret('mail')}":
            self.leave()
            return self.tells("left")
        return super().answer(visit)


class Charsets(Clicked):
    """A form in the charset that was usual where it was written."""

    name = "charset"
    via = "page"
    patterns = (2, 3)
    one_click = False
    languages = ("ru", "ja", "cs", "zh", "ko", "de")

    def answer(self, visit: Visit) -> Reply:
        made = super().answer(visit)
        charset = _CHARSET[self.language]
        whole = made.body.decode().replace('charset="utf-8"', f'charset="{charset}"')
        kind = "text/html" if self.language in {"ja", "cs"} else f"text/html; charset={charset}"
        return replace(made, body=whole.encode(charset, "xmlcharrefreplace"), kind=kind)
