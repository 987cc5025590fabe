"""A fuel company's points card: the link leads to card number and PIN, or to a telephone."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, see

_FUEL = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<meta name="viewport" content="width=device-width"><style>.card{border:1px solid #ddd;padding:24px}</style>
<script>/* tag manager */(function(w,l){w[l]=w[l]||[];})(window,'dataLayer');</script></head>
<body>
<header>
<a href="/"><svg width="90" height="30" aria-label="{{brand}}"><rect width="90" height="30" fill="#0a3"/></svg></a>
<nav><a href="/stations">{{stations}}</a><a href="/rewards">{{rewards}}</a>
<a href="/business">{{business}}</a></nav>
</header>
<main>
<div class="card">
<h1>{{title}}</h1>
<p>{{why}}</p>
<form method="post" action="/account/session">
<input type="hidden" name="returnUrl" value="/account/contact">
<p><label>{{card}}<br><input name="card" inputmode="numeric" autocomplete="off" placeholder="6331 …"></label></p>
<p><label>{{pin}}<br><input name="pin" type="password" maxlength="4"></label></p>
<p><label><input type="checkbox" name="remember" value="1"> {{remember}}</label></p>
<button type="submit">{{enter}}</button>
</form>
<p><a href="/account/pin">{{forgot}}</a> · <a href="/account/register">{{register}}</a></p>
</div>
<p>{{wrong}}</p>
<p>{{phone}}</p>
</main>
<footer>
<form method="post" action="/subscribe"><label>{{tips}} <input type="email" name="email"></label>
<button>{{subscribe}}</button></form>
<a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a></footer>
</body></html>
"""


class PetrolPoints(Newcomer):
    """A fuel company's points card: the link leads to card number and PIN, or to a telephone."""

    name = "petrol-points"
    languages = ("en", "nl")
    endable = Endable.NOT
    brand = "Verdant Fuels"
    others = ("tips",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Double points on premium this weekend",
            "mail": "Fill up by Sunday and the pump does the rest.",
            "foot": "Change what we send you",
            "title": "Your card, your choices",
            "stations": "Find a station",
            "rewards": "Rewards",
            "business": "For business",
            "why": "To see or switch off the messages that come with your card, first tell us who you are.",
            "card": "16-digit card number",
            "pin": "PIN",
            "remember": "Remember this device",
            "enter": "Let me in",
            "forgot": "Forgotten your PIN?",
            "register": "Register a card",
            "phone": "Or call 0345 000 0199, Monday to Friday, 8 to 6, and have your card to hand.",
            "tips": "Not a member? Driving tips by e-mail",
            "wrong": "",
            "error": "We can't find that card. Two tries left.",
        },
        "nl": {
            "subject": "Dit weekend dubbele punten op premium",
            "mail": "Tank voor zondag, de pomp doet de rest.",
            "foot": "Wijzig wat wij u sturen",
            "title": "Uw kaart, uw keuze",
            "stations": "Vind een station",
            "rewards": "Cadeaus",
            "business": "Zakelijk",
            "why": "Om de berichten bij uw kaart te bekijken of uit te zetten, moeten we weten wie u bent.",
            "card": "Kaartnummer (16 cijfers)",
            "pin": "Pincode",
            "remember": "Onthoud dit apparaat",
            "enter": "Naar mijn kaart",
            "forgot": "Pincode vergeten?",
            "register": "Kaart registreren",
            "phone": "Of bel 0800 0199, op werkdagen van 8 tot 18 uur, en houd uw kaart bij de hand.",
            "tips": "Nog geen kaart? Rijtips per e-mail",
            "wrong": "",
            "error": "Deze kaart kennen wij niet. U kunt het nog twee keer proberen.",
        },
    }

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return see("/account/contact", cookies=self.session())
            case "GET", "/account/contact" | "/account/session":
                return self.lay(_FUEL)
            case "POST", "/account/session":
                self.wrong(Move.ACCOUNT, visit)
                return self.lay(_FUEL, wrong=self.own["error"])
            case "POST", "/account/register" | "/account/pin":
                self.wrong(Move.ACCOUNT, visit)
                return self.lay(_FUEL)
            case _:
                return self.around(visit) or self.unknown(visit)
