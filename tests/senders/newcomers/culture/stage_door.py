"""A theatre: the promise of one click is not kept, a link ends it, and only the title says so."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_STAGE = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="UTF-8"><title>{{title}}</title>
<meta property="og:title" content="{{brand}}"><link rel="icon" href="/favicon.ico">
<style>body{background:#1b0b0b;color:#f7e9d7;font-family:Georgia}.btn{border:1px solid}</style>
</head><body>
<div id="header"><div class="logo"><a href="/">{{brand}}</a></div>
<div class="menu"><div><a href="/season">{{season}}</a></div><div><a href="/tickets">{{tickets}}</a>
</div><div><a href="/house">{{house}}</a></div></div></div>
<div id="main"><div class="inner"><h1>{{head}}</h1>{{{inner}}}</div></div>
<div id="strip"><h4>{{strip}}</h4>
<form action="/subscribe" method="post"><input name="email" type="email" placeholder="{{mail_of}}"
 required><input type="submit" value="{{strip_go}}"></form></div>
<div id="footer">{{box}}<br><a href="/privacy">{{privacy}}</a> - <a href="/contact">{{contact}}</a>
<div class="social"><a href="https://video.example/stage" aria-label="YouTube"><svg
 viewBox="0 0 24 24"><path d="M3 3l18 9-18 9z"/></svg></a></div></div>
<script>console.log("bravo")</script></body></html>"""


_STAGE_ASK = """<p class="big">{{ask}}</p><p>{{alias}}</p>
<div class="buttons"><a role="button" class="btn btn-gold" href="encore?c={{token}}">{{stay}}</a>
<a role="button" class="btn" href="exit?c={{token}}&amp;act=3">{{go}}</a></div>"""


_STAGE_SAID = """<p>{{says}}</p><p><a href="/season">{{see_season}}</a></p>"""


class StageDoor(Newcomer):
    """A theatre: the promise of one click is not kept, a link ends it, and only the title says so."""

    name = "stage-door"
    languages = ("es", "cs", "it")
    one_click = True
    words: ClassVar[Words] = {
        "es": {
            "brand": "Teatro del Farol",
            "subject": "Octubre en el Farol: cinco estrenos",
            "mail": "Vuelve la temporada. Este mes levantamos el telón cinco veces.",
            "foot": "Salir por la puerta de artistas (baja)",
            "title_ask": "Boletín | Teatro del Farol",
            "head_ask": "¿Bajamos el telón?",
            "ask": "Si nos dices que sí, no volveremos a mandarte la programación.",
            "go": "Sí, telón",
            "stay": "¡Otra, otra!",
            "title_done": "Baja realizada: ya no recibirás el boletín",
            "head_done": "Telón",
            "done": "Gracias por tantas noches. Nos vemos en la taquilla.",
            "see_season": "Ver la temporada",
            "title_over": "Boletín | Teatro del Farol",
            "head_over": "La función ya terminó",
            "over": "Tu dirección ya no está en nuestra lista.",
            "season": "Temporada",
            "tickets": "Entradas",
            "house": "El teatro",
            "strip": "La programación, en tu buzón",
            "mail_of": "tu@correo",
            "strip_go": "Quiero recibirla",
            "box": "Taquilla: martes a domingo, de 17 a 21 h",
        },
        "cs": {
            "brand": "Divadlo Lucerna pod schody",
            "subject": "Říjen u nás: pět premiér",
            "mail": "Sezona je zpátky. Tento měsíc zvedneme oponu pětkrát.",
            "foot": "Nechci už program e-mailem",
            "title_ask": "Divadlo Lucerna pod schody",
            "head_ask": "Spustit oponu?",
            "ask": "Když ji spustíte, program už Vám do schránky chodit nebude.",
            "go": "Ano, oponu dolů",
            "stay": "Ještě přídavek!",
            "title_done": "Hotovo, program Vám už nebudeme posílat",
            "head_done": "Opona",
            "done": "Děkujeme za potlesk a těšíme se na Vás u pokladny.",
            "see_season": "Co hrajeme",
            "title_over": "Divadlo Lucerna pod schody",
            "head_over": "Už je dohráno",
            "over": "Vaši adresu v seznamu nemáme.",
            "season": "Repertoár",
            "tickets": "Vstupenky",
            "house": "O divadle",
            "strip": "Program do schránky",
            "mail_of": "vas@email",
            "strip_go": "Chci ho dostávat",
            "box": "Pokladna: út–ne 17–20 h",
        },
        "it": {
            "brand": "Teatro della Lanterna",
            "subject": "Ottobre in Lanterna: cinque debutti",
            "mail": "Riparte la stagione: questo mese il sipario si alza cinque volte.",
            "foot": "Uscire dalla mailing list",
            "title_ask": "Teatro della Lanterna – newsletter",
            "head_ask": "Cala il sipario?",
            "ask": "Se confermi, il cartellone non arriverà più nella tua casella.",
            "go": "Sì, giù il sipario",
            "stay": "Bis!",
            "title_done": "Cancellazione avvenuta: non riceverai più la newsletter",
            "head_done": "Sipario",
            "done": "Grazie di tutte le serate passate insieme. Ci vediamo in biglietteria.",
            "see_season": "Guarda il cartellone",
            "title_over": "Teatro della Lanterna – newsletter",
            "head_over": "Lo spettacolo è finito",
            "over": "Il tuo indirizzo non è più nella nostra lista.",
            "season": "Cartellone",
            "tickets": "Biglietti",
            "house": "Il teatro",
            "strip": "Il cartellone via mail",
            "mail_of": "tua@email",
            "strip_go": "Lo voglio",
            "box": "Biglietteria: mar–dom 17–20",
        },
    }

    @property
    def way(self) -> str:
        return f"/list/exit?c={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/subscribe" or visit.asks("c") != self.token:
            return self.around(visit) or self.unknown(visit)
        match visit.path:
            case "/list/encore":
                self.join(visit)
                return self.stage("ask", _STAGE_ASK)
            case "/list/exit" if self.ended:
                return self.stage("over", _STAGE_SAID)
            case "/list/exit" if visit.asks("act") == "3":
                self.leave(told=False)
                return self.stage("done", _STAGE_SAID)
            case "/list/exit":
                return self.stage("ask", _STAGE_ASK)
            case _:
                return self.unknown(visit)

    def stage(self, act: str, inner: str) -> Reply:
        own = self.own
        return self.lay(
            _STAGE,
            title=own[f"title_{act}"],
            head=own[f"head_{act}"],
            inner=self.text(inner, says=own[act]),
        )
