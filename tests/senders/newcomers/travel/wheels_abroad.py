"""A car-hire broker that wants booking reference, surname and a picture's letters before it stops."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit

_WHEELS = """<!DOCTYPE html>
<html lang="{{language}}">
<head><meta charset="utf-8"><title>{{title}} | {{brand}}</title>
<meta name="viewport" content="width=device-width"><style>.err{color:#b00}.form-row{margin:12px 0}</style></head>
<body>
<header><a href="/">{{brand}}</a><nav><a href="/deals">{{deals}}</a><a href="/vans">{{vans}}</a>
<a href="/my-booking">{{booking}}</a></nav></header>
<main>
<h1>{{title}}</h1>
<p>{{intro}}</p>
<p class="err">{{error}}</p>
<form action="/comms/optout" method="post" autocomplete="off">
<input type="hidden" name="_csrf" value="{{slip}}">
<div class="form-row"><label for="ref">{{ref}} <abbr title="*">*</abbr></label>
<input id="ref" name="ref" required maxlength="9" placeholder="WA-000000"></div>
<div class="form-row"><label for="sn">{{surname}} <abbr title="*">*</abbr></label>
<input id="sn" name="sn" required></div>
<div class="form-row"><img src="/comms/captcha.png?n=7" width="160" height="50" alt="{{picture}}">
<label for="cap">{{letters}} <abbr title="*">*</abbr></label><input id="cap" name="cap" required maxlength="6">
<a href="{{way}}">{{other}}</a></div>
<button type="submit">{{go}}</button>
</form>
<p>{{lost}}</p>
</main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a href="/contact">{{contact}}</a>
<form action="/subscribe" method="post"><label for="n">{{deal_mail}}</label>
<input id="n" type="email" name="email">
<button>OK</button></form></footer>
</body>
</html>
"""


class WheelsAbroad(Newcomer):
    """A car-hire broker that wants booking reference, surname and a picture's letters before it stops."""

    name = "wheels-abroad"
    languages = ("en", "de")
    endable = Endable.NOT
    brand = "Wheels Abroad"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Small cars from 9 a day",
            "mail": "Prices at forty airports, and an upgrade if you book this week.",
            "foot": "Opt out of promotions",
            "title": "Opt out of promotions",
            "deals": "Deals",
            "vans": "Vans",
            "booking": "My booking",
            "intro": "So that nobody else can change your settings, please give the details of any booking you"
            " have made with us.",
            "error": "",
            "ref": "Booking reference",
            "surname": "Main driver's surname",
            "picture": "Letters in a picture",
            "letters": "Type the letters you see",
            "other": "Show other letters",
            "go": "Opt out",
            "lost": "Lost your reference? Call 020 7946 0123 (daily, 7 to 22).",
            "deal_mail": "Get our best deals first:",
            "bad": "These details don't match a booking.",
        },
        "de": {
            "subject": "Kleinwagen ab 9 am Tag",
            "mail": "Preise an vierzig Flughäfen, und ein Upgrade bei Buchung in dieser Woche.",
            "foot": "Keine Werbung mehr",
            "title": "Werbung abbestellen",
            "deals": "Angebote",
            "vans": "Transporter",
            "booking": "Meine Buchung",
            "intro": "Damit niemand sonst Ihre Einstellungen ändert, brauchen wir die Angaben aus einer Ihrer"
            " Buchungen bei uns.",
            "error": "",
            "ref": "Buchungsnummer",
            "surname": "Nachname des Hauptfahrers",
            "picture": "Buchstaben in einem Bild",
            "letters": "Buchstaben aus dem Bild",
            "other": "Andere Buchstaben zeigen",
            "go": "Abbestellen",
            "lost": "Nummer verlegt? Rufen Sie an: 030 23125 123 (täglich 7 bis 22 Uhr).",
            "deal_mail": "Die besten Angebote zuerst:",
            "bad": "Zu diesen Angaben gibt es keine Buchung.",
        },
    }

    @property
    def way(self) -> str:
        return f"/comms/optout?u={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/comms/optout":
            return self.around(visit) or self.unknown(visit)
        error = ""
        if visit.method == "POST":
            if any(visit.sends(one) for one in ("ref", "sn", "cap")):
                self.wrong(Move.TWISTED, visit)
            error = self.own["bad"]
        return self.lay(_WHEELS, slip=self.slip(), cookies=self.session(), error=error)
