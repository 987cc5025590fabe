"""A pet shop's club, asking the other way round: "still want these?" Its one click needs this press too."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_PAWS = """<!doctype html>
<html lang={{language}}>
<meta charset=utf-8>
<title>{{title}} – {{brand}}</title>
<style>body{font-family:Nunito,sans-serif;text-align:center;background:#fff6e9}button{font-size:1.2em;margin:1em}</style>
<body>
<p><a href=/><img src="data:," alt="{{brand}}" width=180></a>
<p><a href="?k={{token}}&amp;l={{language}}">{{language}}</a>
· <a href=/vets>{{vets}}</a> · <a href=/shop>{{shop}}</a>
{{{main}}}
<hr>
<p>{{address}}
<p><a href=/privacy>{{privacy}}</a> <a href=/contact>{{contact}}</a>
"""


_PAWS_ASK = """<svg viewBox="0 0 60 60" width=120 aria-hidden=true><circle cx=30 cy=34 r=16 />
<circle cx=14 cy=16 r=6 /></svg>
<h1>{{question}}</h1>
<p>{{detail}}
<form method=post action="{{way}}">
<button name=keep value=1>{{aye}}</button>
<button name=keep value=0>{{nay}}</button>
</form>
"""


_PAWS_DONE = """<h1>{{okay}}</h1>
<p>{{gone}}
<p>{{rex}} <a href="/club/join?k={{token}}">{{join}}</a>
"""


class PawClub(Newcomer):
    """A pet shop's club, asking the other way round: "still want these?" Its one click needs this press too."""

    name = "paw-club"
    languages = ("en", "sv")
    brand = "Waggle"
    one_click = True
    words: ClassVar[Words] = {
        "en": {
            "subject": "Rex is due a birthday biscuit",
            "mail": "It's nearly Rex's birthday. Pop in for something crunchy, on us.",
            "foot": "Had enough? Tell us here",
            "title": "Your club mail",
            "vets": "Vets",
            "shop": "Shop",
            "question": "Do you still want mail from the Waggle Club?",
            "detail": "Treat tips, vet clinics and birthday biscuits, twice a month.",
            "aye": "Yes, woof!",
            "nay": "No",
            "okay": "Okay!",
            "gone": "We've taken you off the Club's mailing list.",
            "rex": "Rex keeps his birthday discount at the till.",
            "join": "Join again",
            "stays": "Good choice. Everything stays as it is.",
            "back": "Welcome back to the pack!",
            "address": "Waggle Pet Supplies Ltd, 4 Kennel Row, Leeds",
        },
        "sv": {
            "subject": "Snart får Rex en födelsedagskaka",
            "mail": "Rex fyller snart år. Kom förbi och hämta något knaprigt, vi bjuder.",
            "foot": "Fått nog? Säg till här",
            "title": "Dina klubbutskick",
            "vets": "Veterinär",
            "shop": "Butik",
            "question": "Vill du fortfarande ha mejl från Waggleklubben?",
            "detail": "Godistips, veterinärdagar och födelsedagskakor, två gånger i månaden.",
            "aye": "Ja, voff!",
            "nay": "Nej",
            "okay": "Okej!",
            "gone": "Vi har strukit dig från klubbens sändlista.",
            "rex": "Rex har kvar sin födelsedagsrabatt i kassan.",
            "join": "Gå med igen",
            "stays": "Bra val. Allt blir som förut.",
            "back": "Välkommen tillbaka till flocken!",
            "address": "Waggle Djurtillbehör AB, Kennelgränd 4, Örebro",
        },
    }

    @property
    def way(self) -> str:
        return f"/club/mail?k={self.token}"

    def frame(self, part: str) -> Reply:
        return self.lay(_PAWS, main=self.text(part))

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/club/join":
            self.join(visit)
            return self.frame("<h1>{{back}}</h1>")
        if visit.path != "/club/mail" or visit.asks("k") != self.token:
            return self.around(visit) or self.unknown(visit)
        match visit.method, visit.sends("keep"):
            case "POST", "0":
                self.leave()
                return self.frame(_PAWS_DONE)
            case "POST", "1":
                return self.frame("<h1>{{stays}}</h1>")
            case _:
                return self.frame(_PAWS_ASK)
