"""A flash-sale shop: opening the link is the end; what is there to press only leads back."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_FLASH = """<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{brand}}</title>
<link rel="preconnect" href="https://cdn.flash-static.example">
<style>.hero{background:#ffe600;padding:3em;text-align:center}.cta{background:#000;color:#fff;padding:1em 2em}
.toast{position:fixed;top:1em;right:1em;background:#0b6;color:#fff;padding:1em}</style>
</head>
<body>
<div class="strip">{{strip}}</div>
<div class="head"><a href="/">{{brand}}</a> <a href="/drops">{{drops}}</a> <a href="/bag" aria-label="{{bag}}">
<svg width="16" height="16"><path d="M3 5h10v9H3z"/></svg><sup>0</sup></a></div>
<div class="hero">
<div class="big">{{big}}</div>
<div class="small">{{small}}</div>
<div><form action="/email/return" method="post"><input type="hidden" name="s" value="{{token}}">
<input type="hidden" name="mode" value="full"><button class="cta">{{back}}</button></form></div>
<div><form action="/email/return" method="post"><input type="hidden" name="s" value="{{token}}">
<input type="hidden" name="mode" value="weekly"><button class="cta cta--line">{{weekly}}</button></form></div>
<div><a href="/drops">{{browse}}</a></div>
</div>
<div class="foot"><a href="/privacy">{{privacy}}</a><a href="/help">{{help}}</a></div>
</body>
</html>
"""


class FlashSale(Newcomer):
    """A flash-sale shop: opening the link is the end; what is there to press only leads back."""

    name = "flash-sale"
    languages = ("en", "de")
    brand = "DROPZONE"
    words: ClassVar[Words] = {
        "en": {
            "subject": "⚡ 3 hours. 400 pairs. Go.",
            "mail": "Trainers at half price until noon. When they're gone, they're gone.",
            "foot": "unsub",
            "strip": "Free returns. Always.",
            "drops": "Drops",
            "bag": "Bag",
            "big": "You're out.",
            "small": "No more DROPZONE in your inbox, as of now. There's nothing else you need to do.",
            "back": "Get me back in",
            "weekly": "Just once a week, then?",
            "browse": "Take a last look around",
            "in": "You're in!",
        },
        "de": {
            "subject": "⚡ 3 Stunden. 400 Paar. Los.",
            "mail": "Sneaker zum halben Preis bis zwölf. Weg ist weg.",
            "foot": "austragen",
            "strip": "Rückgabe immer kostenlos.",
            "drops": "Drops",
            "bag": "Warenkorb",
            "big": "Du bist raus.",
            "small": "Ab sofort kommt kein DROPZONE mehr in dein Postfach. Mehr musst du nicht tun.",
            "back": "Holt mich zurück",
            "weekly": "Dann eben nur einmal die Woche?",
            "browse": "Noch mal umschauen",
            "in": "Du bist dabei!",
        },
    }

    @property
    def way(self) -> str:
        return f"/email/out?s={self.token}&c=flash"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/email/out" if visit.asks("s") == self.token:
                self.leave()
                return self.lay(_FLASH)
            case "POST", "/email/return":
                self.join(visit)
                return self.lay("<!doctype html><title>{{brand}}</title><h1>{{in}}</h1>")
            case _:
                return self.around(visit) or self.unknown(visit)
