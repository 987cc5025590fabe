"""Discourse: boxes, of which the ticked one stops the least."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit

_WORDS = {
    "en": ("Mute this topic", "Stop mailing list mode", "Don't send me any mail from this site"),
    "de": (
        "Dieses Thema stummschalten",
        "Mailinglisten-Modus beenden",
        "Mich von allen E-Mails dieser Seite abmelden",
    ),
    "fr": (
        "Mettre ce sujet en sourdine",
        "Quitter le mode liste de diffusion",
        "Me désabonner de tous les e-mails de ce site",
    ),
}


class Discourse(Sender):
    """The digest: one narrow box is ticked already, the one for everything is not."""

    name = "discourse"
    row = "12"
    patterns = (3, 16, 17, 18, 38)
    languages = ("en", "de", "fr")
    notification = True

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.form()
            case "POST", "/email/unsubscribe/perform":
                return self.sent(visit)
            case "DELETE" | "POST", "/session":
                self.wrong(Move.ACCOUNT, visit)
                return self.home()
            case "GET", "/email/unsubscribed":
                return self.tells("left")
            case _:
                return self.unknown(visit)

    def form(self) -> Reply:
        topic, listmode, everything = _WORDS[self.language]
        says = self.says
        options = (("1440", says("weekly")), ("43200", says("monthly")), ("0", says("never")))
        made = m.form(
            "/email/unsubscribe/perform",
            m.hidden("authenticity_token", self.slip()),
            m.hidden("key", self.token),
            m.box("mute_topic", "1", topic, ticked=True),
            m.box("disable_mailing_list", "1", listmode),
            m.choice("digest_after_minutes", says("how_often"), options, "1440"),
            m.box("unsubscribe_all", "1", everything),
            m.button(says("leave")),
        )
        out = m.form("/session", m.hidden("_method", "delete"), m.button("Log out"))
        return self.page(m.head(says("prefs")) + made + out, cookies=self.session())

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit, "authenticity_token"):
            return self.forbidden()
        everything = visit.sends("unsubscribe_all") == "1"
        if everything or visit.sends("digest_after_minutes") == "0":
            self.leave()
        elif not visit.sends("mute_topic"):
            return self.home(self.way)
        return self.home("/email/unsubscribed")
