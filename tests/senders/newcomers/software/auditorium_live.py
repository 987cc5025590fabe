"""A webinar platform's subscription page: three radios, one box, a seat in the next webinar beside it."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see


class AuditoriumLive(Newcomer):
    """A webinar platform's subscription page: three radios, one box, a seat in the next webinar beside it."""

    name = "auditorium-live"
    brand = "Auditorium Live"
    languages = ("en", "it")
    others = ("sponsors", "webinar")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Your week on stage",
            "mail": "Five live sessions this week, and the recording everybody asked for.",
            "foot": "Choose what you hear from us",
            "title": "My channel",
            "next": "Up next: Pricing pages that people read, Thursday 3 pm",
            "seat": "Save my seat",
            "seat_done": "You're in! The joining link is in your inbox.",
            "heading": "What would you like to hear about?",
            "for": "For",
            "all": "Every session, as soon as it is announced",
            "round": "Only the Monday round-up",
            "none": "Nothing, thanks",
            "sponsors": "The hosts of the sessions may write to me as well",
            "go": "That's my choice",
            "done": "Noted. We've gone quiet: no more announcements for you.",
            "kept": "Noted.",
            "stale": "That took a little too long. Please choose again.",
            "imprint": "Auditorium Live Ltd, 4 Quay Street, Bristol",
        },
        "it": {
            "subject": "La tua settimana sul palco",
            "mail": "Cinque dirette questa settimana, e la registrazione che tutti chiedevano.",
            "foot": "Scegli che cosa ricevere da noi",
            "title": "Il mio canale",
            "next": "In arrivo: Pagine dei prezzi che si leggono, giovedì alle 15",
            "seat": "Riserva il mio posto",
            "seat_done": "Ci sei! Il link per partecipare è nella tua posta.",
            "heading": "Di che cosa vuoi che ti parliamo?",
            "for": "Per",
            "all": "Ogni diretta, appena viene annunciata",
            "round": "Solo il riepilogo del lunedì",
            "none": "Di niente, grazie",
            "sponsors": "Anche chi conduce le dirette può scrivermi",
            "go": "Questa è la mia scelta",
            "done": "Preso nota. D'ora in poi silenzio: non riceverai altri annunci.",
            "kept": "Preso nota.",
            "stale": "È passato un po' troppo tempo. Scegli di nuovo, per favore.",
            "imprint": "Auditorium Live Srl, via del Molo 4, Genova",
        },
    }

    PAGE = """<!doctype html>
<html lang={{language}}><head><meta charset=utf-8><title>{{title}}</title>
<meta property="og:site_name" content="Auditorium Live"></head>
<body class="theme-dark"><div id="app"><div class="hero"><div class="hero__body"><p class="hero__eyebrow">
{{next}}</p><form action="/seat" method="post" class="hero__form"><input type="hidden" name="session" value="881">
<input type="email" name="email" required aria-label="E-mail"><input type="text" name="company" hidden>
<button type="submit">{{seat}}</button></form></div></div>
{{{body}}}
<div class="foot"><span>{{imprint}}</span> <a href="/privacy">{{privacy}}</a> <a href="/help">{{help}}</a>
<a href="https://www.linkedin.example/company/auditorium-live" aria-label="LinkedIn"><svg viewBox="0 0 4 4"><path
d="M0 0h4v4H0z"/></svg></a></div></div></body></html>"""
    FORM = """<div class="box"><div class="box__title">{{heading}}</div>
<form method="POST"><input type="hidden" name="nonce" value="{{slip}}">
<p>{{for}} <b>{{alias}}</b></p>
<div class="opt"><input type="radio" id="o1" name="level" value="A" checked><label for="o1">{{all}}</label></div>
<div class="opt"><input type="radio" id="o2" name="level" value="R"><label for="o2">{{round}}</label></div>
<div class="opt"><input type="radio" id="o3" name="level" value="N"><label for="o3">{{none}}</label></div>
<hr><div class="opt"><label><input type="checkbox" name="hosts" value="1"> {{sponsors}}</label></div>
<button>{{go}}</button></form></div>"""

    @property
    def way(self) -> str:
        return f"/channel/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way if visit.asks("m") == "2":
                return self._say("done" if self.ended else "kept")
            case "GET", self.way:
                body = self.text(self.FORM, slip=self.slip())
                return self.lay(self.PAGE, cookies=self.session(), body=body)
            case "POST", self.way:
                return self._chosen(visit)
            case "POST", "/seat":
                self.join(visit, "webinar")
                return self._say("seat_done")
            case "GET", "/privacy" | "/help" | "/":
                return self._say("imprint")
            case _:
                return self.lay(self.PAGE, code=404, body="<h1>404</h1>")

    def _chosen(self, visit: Visit) -> Reply:
        if not self.honest(visit, "nonce"):
            return self._say("stale")
        if visit.sends("hosts"):
            self.join(visit, "sponsors")
        match visit.sends("level"):
            case "N":
                self.leave()
            case "R":
                self.wrong(Move.SETTLED, visit)
            case _:
                pass
        return see(f"{self.way}?m=2", 303)

    def _say(self, key: str) -> Reply:
        said = self.text('<div class="strip" role="status">{{said}}</div>', said=self.own[key])
        return self.lay(self.PAGE, body=said)
