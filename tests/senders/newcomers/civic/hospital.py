"""A hospital's news: who wants out writes a mail with the right subject."""

from typing import ClassVar

from tests.senders.newcomers.local import Local, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit

_HOSPITAL = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8"><title>[[title]]</title>
<style>.acc{display:none}</style></head><body><a class="emergency" href="tel:112">112</a>
<header><h3>[[name]]</h3><nav><a href="/wards">[[wards]]</a> <a href="/visitors">[[visitors]]</a>
<a href="/jobs">[[jobs]]</a></nav><form action="/search"><input name="q" aria-label="[[search]]">
<button aria-label="[[search]]"><svg viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg></button></form>
</header>
<article><h1>[[title]]</h1><p>[[intro]]</p>
<h2>[[subscribe]]</h2><form method="post" action="/news/subscribe"><input type="email" name="mail" required
 placeholder="name@example.org"><label><input type="checkbox" name="ok" required> [[consent]]</label>
<button type="submit">[[subscribebutton]]</button></form>
<h2>[[end]]</h2><p>[[endtext]] <a href="mailto:[[address]]?subject=[[subject]]">[[address]]</a>. [[endmore]]</p>
<h2>[[press]]</h2><p>[[presstext]] <a href="mailto:presse@[[domain]]">presse@[[domain]]</a>,
<a href="tel:+4900000">+49 000 00</a></p></article>
<footer>[[name]] · <a href="/privacy">[[privacy]]</a></footer></body></html>"""


class HospitalNews(Local):
    """A hospital's news: who wants out writes a mail with the right subject."""

    name = "new-hospital"
    via = "mailto"
    endable = Endable.MAIL
    languages = ("de", "nb", "tr")
    words: ClassVar[Words] = {
        "de": {
            "foot": "Hinweise zur Abbestellung",
            "name": "Klinikum am Stadtpark",
            "title": "Klinik-Nachrichten per E-Mail",
            "wards": "Kliniken & Zentren",
            "visitors": "Patienten & Besucher",
            "jobs": "Karriere",
            "search": "Suche",
            "intro": "Viermal im Jahr berichten wir über Neues aus Medizin und Pflege.",
            "subscribe": "Anmelden",
            "consent": "Ich willige in die Verarbeitung meiner Daten ein.",
            "subscribebutton": "Klinik-Nachrichten bestellen",
            "end": "Abbestellen",
            "endtext": "Sie möchten die Klinik-Nachrichten nicht mehr erhalten? Dann genügt eine "
            "formlose E-Mail mit dem Betreff „Abmeldung“ an",
            "endmore": "Wir nehmen Sie dann umgehend aus dem Verteiler.",
            "subject": "Abmeldung",
            "local": "verteiler",
            "press": "Presse",
            "presstext": "Journalistinnen und Journalisten wenden sich bitte an",
            "privacy": "Datenschutz",
            "byesubject": "Ihre Abmeldung",
            "bye": "Guten Tag,\n\nwir haben Sie aus dem Verteiler der Klinik-Nachrichten genommen.\n\n"
            "Mit freundlichen Grüßen\nIhre Unternehmenskommunikation",
        },
        "nb": {
            "foot": "Slik melder du deg av",
            "name": "Fjordbyen sykehus",
            "title": "Nyheter fra sykehuset",
            "wards": "Avdelinger",
            "visitors": "Pasient og besøkende",
            "jobs": "Jobb hos oss",
            "search": "Søk",
            "intro": "Nyhetsbrevet kommer ut fire ganger i året.",
            "subscribe": "Meld deg på",
            "consent": "Jeg samtykker til at opplysningene lagres.",
            "subscribebutton": "Send meg nyhetsbrevet",
            "end": "Vil du ikke ha nyhetsbrevet lenger?",
            "endtext": "Send en e-post med emnet «Avmelding» til",
            "endmore": "Da fjerner vi adressen din så snart vi kan.",
            "subject": "Avmelding",
            "local": "nyhetsbrev",
            "press": "For pressen",
            "presstext": "Pressekontakten når du på",
            "privacy": "Personvern",
            "byesubject": "Avmelding fra nyhetsbrevet",
            "bye": "Hei,\n\nadressen din er nå fjernet, og du får ikke flere nyhetsbrev fra oss.\n",
        },
        "tr": {
            "foot": "Bültenden çıkmak için",
            "name": "Kent Hastanesi",
            "title": "Hastane Bülteni",
            "wards": "Bölümlerimiz",
            "visitors": "Hasta ve Ziyaretçi",
            "jobs": "Kariyer",
            "search": "Ara",
            "intro": "Sağlık haberlerimizi yılda dört kez e-postayla paylaşıyoruz.",
            "subscribe": "Abone olun",
            "consent": "Kişisel verilerimin işlenmesini kabul ediyorum.",
            "subscribebutton": "Kaydol",
            "end": "Abonelikten çıkış",
            "endtext": "Bülteni almak istemiyorsanız konu satırına “Listeden cikar” yazarak şu adrese "
            "e-posta gönderin:",
            "endmore": "Talebiniz iki iş günü içinde yerine getirilir.",
            "subject": "Listeden%20cikar",
            "local": "bulten",
            "press": "Basın",
            "presstext": "Basın mensupları için:",
            "privacy": "KVKK Aydınlatma Metni",
            "byesubject": "Bülten aboneliğiniz",
            "bye": "Sayın ilgili,\n\ne-posta adresiniz bülten listemizden çıkarılmıştır.\n",
        },
    }

    @property
    def way(self) -> str:
        return "/news"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/news":
                address = f"{self.t('local')}@{self.domain}"
                return self.show(_HOSPITAL, address=address, subject=self.t("subject"))
            case "POST", "/news/subscribe":
                self.join(visit)
                return self.show("<!doctype html><title>OK</title><p>[[subscribe]]: OK")
            case "GET", "/search" | "/wards" | "/visitors" | "/jobs" | "/privacy":
                return self.show("<!doctype html><title>[[name]]</title><h1>[[name]]</h1>")
            case _:
                return self.unknown(visit)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        wanted = self.t("subject").replace("%20", " ").lower()
        right = to.lower() == f"{self.t('local')}@{self.domain}" and wanted in subject.lower()
        if right and author == self.alias and not self.ended:
            self.leave()
            self.send(self.t("byesubject"), self.t("bye"), f"{self.t('local')}@{self.domain}")
