"""Dada Mail: the address has to be typed beside a hint of it; by setting a mail must confirm."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit


class Dada(Sender):
    """Type what the hint shows."""

    name = "dada"
    row = "27"
    patterns = (23, 19)
    languages = ("en", "de", "es", "pt", "nl", "fi", "ko")
    alias = "ada+dada@home.test"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.form()
            case "POST", "/cgi-bin/dada/mail.cgi":
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def form(self) -> Reply:
        says = self.says
        return self.asking(
            m.hidden("flavor", "unsubscription_request"),
            m.hidden("token", self.token),
            m.hidden("process", "1"),
            m.para("a*******@h***.test"),
            m.line("email", says("email"), kind="email", more="required"),
            m.area("comment", says("comment")),
            m.button(says("leave")),
            action="/cgi-bin/dada/mail.cgi",
        )

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("comment"):
            self.wrong(Move.SURVEY, visit)
        if visit.sends("token") != self.token or visit.sends("process") != "1":
            return self.tells("invalid")
        if visit.sends("email") != self.alias:
            return self.tells("already")
        return self.finish()

    def finish(self) -> Reply:
        self.leave()
        return self.tells("left")


class DadaMailed(Dada):
    """The mail that comes holds two links: one finishes, the other says to stay."""

    name = "dada-mailed"
    patterns = (23, 28)
    endable = Endable.MAIL
    languages = ("en", "fr", "tr", "cs")

    def finish(self) -> Reply:
        self.pend()
        says = self.says
        yes, no = (self.url(f"/t/{self.secret(what)}") for what in ("yes", "no"))
        body = f"{says('mail_body')}\n\n{yes}\n\n{says('stay')}:\n\n{no}\n"
        self.send(says("mail_subject"), body)
        return self.tells("pending")

    def answer(self, visit: Visit) -> Reply:
        if visit.path == f"/t/{self.secret('yes')}":
            self.leave()
            return self.tells("left")
        if visit.path == f"/t/{self.secret('no')}":
            self.wrong(Move.WITHDREW, visit)
            return self.tells("joined")
        return super().answer(visit)


class Moderated(Dada):
    """The list's owner has to agree, and never does."""

    name = "moderated"
    row = "4, 6"
    patterns = (29,)
    endable = Endable.NOT
    languages = ("en", "de", "ja", "zh")

    def finish(self) -> Reply:
        self.pend()
        return self.tells("moderator")
