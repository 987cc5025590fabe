"""Payroll software that wants its users signed in before they touch a notification."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, see


class PayrollOne(Newcomer):
    """Payroll software that wants its users signed in before they touch a notification."""

    name = "payroll-one"
    brand = "Payroll One"
    endable = Endable.NOT
    languages = ("en", "de")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Three changes to holiday pay you should know",
            "mail": "The Payroll One briefing: what changes in November, and what it means for you.",
            "foot": "Notification settings",
            "title": "Payroll One: sign in",
            "heading": "Sign in to continue",
            "ask": "E-mail settings are part of your profile. Sign in to view or change them.",
            "user": "Work e-mail",
            "password": "Password",
            "go": "Continue",
            "sso": "Continue with single sign-on",
            "forgot": "Forgot your password?",
            "new": "Create an account",
            "wrong": "E-mail and password don't match.",
            "sent": "If there is an account, a link to reset the password is on its way.",
        },
        "de": {
            "subject": "Drei Änderungen beim Urlaubsgeld",
            "mail": "Das Payroll-One-Briefing: was sich im November ändert und was es für Sie heißt.",
            "foot": "Benachrichtigungen einstellen",
            "title": "Payroll One: Anmeldung",
            "heading": "Melden Sie sich an, um fortzufahren",
            "ask": "Die E-Mail-Einstellungen sind Teil Ihres Profils. Melden Sie sich an, um sie zu sehen "
            "oder zu ändern.",
            "user": "Dienstliche E-Mail",
            "password": "Kennwort",
            "go": "Weiter",
            "sso": "Weiter mit Single Sign-on",
            "forgot": "Kennwort vergessen?",
            "new": "Konto anlegen",
            "wrong": "E-Mail und Kennwort passen nicht zusammen.",
            "sent": "Falls es ein Konto gibt, ist ein Link zum Zurücksetzen unterwegs.",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
<body><div class="split"><aside><blockquote>&ldquo;98 %&rdquo;</blockquote></aside><main>
<h1>{{heading}}</h1><p>{{ask}}</p>{{{flash}}}
<form action="/signin" method="post"><input type="hidden" name="next" value="/profile/notifications">
<label>{{user}}<input name="user" type="email" autocomplete="username"></label>
<label>{{password}}<input name="password" type="password"></label>
<button type="submit">{{go}}</button></form>
<form action="/sso" method="post"><button type="submit" class="outline">{{sso}}</button></form>
<p><a href="/forgot">{{forgot}}</a> <a href="/register">{{new}}</a></p></main></div></body></html>"""

    @property
    def way(self) -> str:
        return f"/profile/notifications?ref={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/profile/notifications":
                return see("/signin?next=%2Fprofile%2Fnotifications")
            case "GET", "/signin" | "/forgot" | "/register" | "/sso":
                return self.lay(self.PAGE, flash="")
            case "POST", "/signin" | "/sso" | "/register":
                self.wrong(Move.ACCOUNT, visit)
                return self._flash("wrong")
            case "POST", "/forgot":
                self.wrong(Move.ACCOUNT, visit)
                return self._flash("sent")
            case _:
                return self.lay(self.PAGE, code=404, flash="")

    def _flash(self, key: str) -> Reply:
        return self.lay(
            self.PAGE, flash=self.text("<p role=alert>{{said}}</p>", said=self.own[key])
        )
