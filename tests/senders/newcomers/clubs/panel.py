"""A survey panel: it must be told why, and one may rather not say; a pause is the bigger button."""

from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit

_PANEL = """<!DOCTYPE html><html lang="[[lang]]"><head><meta charset="utf-8">
<title>MeinungsRaum · OpinionRoom</title>
<style>body{font-family:sans-serif}.points{color:orange}.linky{background:none;border:0}</style></head><body>
<div class="bar">
<b>OpinionRoom</b> <span class="points">★ 1240 [[points]]</span> <a href="/login">[[login]]</a></div>
<div class="card">[[body]]</div>
<div class="foot"><a href="/rules">[[rules]]</a> · <a href="/close?m=[[token]]">[[close]]</a> ·
<select onchange="location.search='l='+this.value">
<option>English<option>Español<option>Türkçe<option>Nederlands
</select></div></body></html>"""


_PANEL_ASK = """<h2>[[hey]]</h2><p>[[intro]]</p>[[error]]
<form action="/out" method="post"><input type="hidden" name="m" value="[[token]]">
<label for="why">[[why]] <abbr title="*">*</abbr></label>
<select id="why" name="why" required><option value="">[[choose]]</option><option value="m">[[many]]</option>
<option value="s">[[short]]</option><option value="p">[[poor]]</option><option value="n">[[rather]]</option>
</select>
<p><label>[[else]]<br><textarea name="more" rows="2"></textarea></label></p>
<button type="submit" name="act" value="pause" class="btn-big">[[pause]]</button>
<button type="submit" name="act" value="news" class="linky">[[stop]]</button></form>
<p><small>[[note]]</small></p>"""


class SurveyPanel(Local):
    """A survey panel: it must be told why, and one may rather not say; a pause is the bigger button."""

    name = "new-panel"
    languages = ("en", "es", "tr", "nl")
    lists = ("news", "invitations")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Don't want our newsletter?",
            "points": "points",
            "login": "Log in",
            "rules": "Panel rules",
            "close": "Close my panel account",
            "hey": "Your opinion matters – even now!",
            "intro": "You are about to switch off the OpinionRoom newsletter for ada@home.test.",
            "why": "What is the main reason?",
            "choose": "Please select…",
            "many": "Too many e-mails",
            "short": "The surveys are too long",
            "poor": "The rewards are too small",
            "rather": "I'd rather not say",
            "else": "Anything else (optional)",
            "pause": "Take a 90-day break instead",
            "stop": "Switch off the newsletter",
            "note": "Survey invitations belong to your membership and are not affected.",
            "need": "Please select one of the options.",
            "ok": "All set",
            "gone": "The newsletter is off. You'll only get survey invitations from now on.",
            "paused": "See you in 90 days!",
            "sure": "Your points will expire. Close the account?",
        },
        "es": {
            "foot": "Dejar de recibir el boletín",
            "points": "puntos",
            "login": "Entrar",
            "rules": "Normas del panel",
            "close": "Cerrar mi cuenta de panelista",
            "hey": "¡Tu opinión cuenta, también ahora!",
            "intro": "Vas a desactivar el boletín de OpinionRoom para ada@home.test.",
            "why": "¿Cuál es el motivo principal?",
            "choose": "Elige una opción…",
            "many": "Demasiados correos",
            "short": "Las encuestas son muy largas",
            "poor": "Los premios son pequeños",
            "rather": "Prefiero no contestar",
            "else": "¿Algo más? (opcional)",
            "pause": "Mejor una pausa de 90 días",
            "stop": "Desactivar el boletín",
            "note": "Las invitaciones a encuestas forman parte de tu participación y no cambian.",
            "need": "Tienes que elegir una opción.",
            "ok": "¡Listo!",
            "gone": "Ya no te enviaremos el boletín. Solo recibirás invitaciones a encuestas.",
            "paused": "¡Hasta dentro de 90 días!",
            "sure": "Perderás tus puntos. ¿Cerrar la cuenta?",
        },
        "tr": {
            "foot": "Bülteni kapat",
            "points": "puan",
            "login": "Giriş",
            "rules": "Panel kuralları",
            "close": "Panel hesabımı kapat",
            "hey": "Fikriniz bizim için değerli!",
            "intro": "ada@home.test adresi için OpinionRoom bültenini kapatmak üzeresiniz.",
            "why": "Bunun başlıca nedeni nedir?",
            "choose": "Lütfen seçin…",
            "many": "Çok fazla e-posta geliyor",
            "short": "Anketler çok uzun",
            "poor": "Ödüller yetersiz",
            "rather": "Belirtmek istemiyorum",
            "else": "Eklemek istedikleriniz (isteğe bağlı)",
            "pause": "90 gün ara vermek istiyorum",
            "stop": "Bülten gelmesin",
            "note": "Anket davetleri üyeliğinizin parçasıdır, bundan etkilenmez.",
            "need": "Lütfen bir seçenek işaretleyin.",
            "ok": "Tamamdır",
            "gone": "Bülten gönderimi kapatıldı. Bundan sonra yalnızca anket davetleri alacaksınız.",
            "paused": "90 gün sonra görüşmek üzere!",
            "sure": "Puanlarınız silinecek. Hesap kapatılsın mı?",
        },
        "nl": {
            "foot": "Geen nieuwsbrief meer?",
            "points": "punten",
            "login": "Inloggen",
            "rules": "Spelregels",
            "close": "Mijn panelaccount opheffen",
            "hey": "Jouw mening telt, ook nu!",
            "intro": "Je staat op het punt de OpinionRoom-nieuwsbrief voor ada@home.test uit te zetten.",
            "why": "Wat is de belangrijkste reden?",
            "choose": "Maak een keuze…",
            "many": "Te veel mail",
            "short": "De vragenlijsten zijn te lang",
            "poor": "De beloning is te laag",
            "rather": "Zeg ik liever niet",
            "else": "Nog iets kwijt? (niet verplicht)",
            "pause": "Liever 90 dagen pauze",
            "stop": "Nieuwsbrief uitzetten",
            "note": "Uitnodigingen voor onderzoeken horen bij je lidmaatschap en blijven komen.",
            "need": "Kies een van de antwoorden.",
            "ok": "Geregeld",
            "gone": "De nieuwsbrief staat uit. Je krijgt alleen nog uitnodigingen voor onderzoeken.",
            "paused": "Tot over 90 dagen!",
            "sure": "Je punten vervallen. Account opheffen?",
        },
    }

    @property
    def way(self) -> str:
        return f"/out?m={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/out" if visit.asks("m") == self.token:
                return self.ask()
            case "POST", "/out" if visit.sends("m") == self.token:
                return self.sent(visit)
            case "GET", "/close":
                form = '<p>[[sure]]</p><form method="post"><button>[[close]]</button></form>'
                return self.show(_PANEL, body=self.put(form))
            case "POST", "/close":
                self.wrong(Move.WIPED, visit)
                return self.show(_PANEL, body="<p>OK</p>")
            case "GET", "/login" | "/rules":
                return self.show(_PANEL, body="")
            case _:
                return self.unknown(visit)

    def ask(self, error: str = "") -> Reply:
        told = f'<p style="color:red">{escape(self.t(error))}</p>' if error else ""
        return self.show(_PANEL, body=self.put(_PANEL_ASK, error=told))

    def sent(self, visit: Visit) -> Reply:
        if not visit.sends("why"):
            return self.ask("need")
        if visit.sends("why") != "n" or visit.sends("more"):
            self.wrong(Move.SURVEY, visit)
        match visit.sends("act"):
            case "news":
                self.leave()
                return self.show(_PANEL, body=self.put("<h2>[[ok]]</h2><p>[[gone]]</p>"))
            case "pause":
                self.wrong(Move.SETTLED, visit)
                return self.show(_PANEL, body=self.put("<h2>[[ok]]</h2><p>[[paused]]</p>"))
            case _:
                return self.ask("need")
