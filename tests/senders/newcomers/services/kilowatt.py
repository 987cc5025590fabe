"""An energy provider: a form by GET, answered 202 with "received"; the law puts a button that ends the"""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

ENERGY = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8">
<title>{{title}} · {{brand}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/_nuxt/entry.css">
<style>[hidden]{display:none!important}.cta{background:#0b6}.sr-only{position:absolute;left:-9999px}</style></head>
<body><div id="__nuxt"><div data-v-7ba5bd90 class="layout"><header data-v-7ba5bd90><a href="/" data-v-7ba5bd90>
<span class="sr-only">{{brand}}</span><svg width="32" height="32"><path d="M18 2L6 18h8l-2 12 14-18h-9z"/></svg>
</a><nav><a
 href="/strom">{{nav1}}</a><a href="/gas">{{nav2}}</a><a href="/solar">{{nav3}}</a><a href="/login"
 class="cta">{{login}}</a>
</nav></header><main data-v-11aa>{{{middle}}}</main>
<footer data-v-7ba5bd90><a href="/contract/cancel">{{contract}}</a> <a href="/contract/withdraw">{{moving}}</a>
<a href="/privacy">{{privacy}}</a> <a href="/contact">{{contact}}</a></footer></div></div>
<div class="cookie" role="region" aria-label="Cookies" hidden><p>{{cookies}}</p><button>{{accept}}</button></div>
<script type="application/json" id="__NUXT_DATA__">[["Reactive",1],{"data":2},{"consent":false}]</script></body>
</html>"""


ENERGY_ASK = """<h1>{{title}}</h1><p>{{intro}}</p>
<form method="get" action="/mailing/{{token}}/process"><input type="hidden" name="v" value="2"><input type="hidden"
 name="sig" value="{{sig}}"><p><strong>{{masked}}</strong></p><button class="cta"
 type="submit">{{press}}</button></form>
<section><h2>{{tip}}</h2><p>{{tiptext}}</p><a href="/tips" class="cta">{{tiplink}}</a></section>"""


ENERGY_CANCEL = """<h1>{{contract}}</h1><form method="post" action="/contract/cancel">
<label>{{number}} <input name="no"></label>
<button>{{contract}}</button></form>"""


class Kilowatt(Newcomer):
    """An energy provider: a form by GET, answered 202 with "received"; the law puts a button that ends the
    contract at the foot of every page.
    """

    name = "kilowatt"
    brand = "Nordwatt"
    languages = ("de", "nl", "fr", "da")
    words: ClassVar[Words] = {
        "de": {
            "title": "Energie-Post abbestellen",
            "nav1": "Strom",
            "nav2": "Gas",
            "nav3": "Solar",
            "contract": "Verträge hier kündigen",
            "moving": "Vertrag widerrufen",
            "intro": "Sie möchten unsere Energie-Post nicht länger bekommen? Ein Klick genügt.",
            "press": "Energie-Post abbestellen",
            "tip": "Wussten Sie schon?",
            "tiptext": "Mit dem Spar-Check senken Sie Ihre Stromkosten im Schnitt um 120 Euro.",
            "tiplink": "Zum Spar-Check",
            "number": "Vertragsnummer",
            "done": "Vielen Dank, Ihr Wunsch ist bei uns eingegangen. Die Bearbeitung dauert bis zu 48 Stunden.",
        },
        "nl": {
            "title": "Uitschrijven voor Energiepost",
            "nav1": "Stroom",
            "nav2": "Gas",
            "nav3": "Zonnepanelen",
            "contract": "Contract opzeggen",
            "moving": "Verhuizing doorgeven",
            "intro": "Wil je onze Energiepost niet meer ontvangen? Met één klik is het geregeld.",
            "press": "Uitschrijven",
            "tip": "Wist je dat?",
            "tiptext": "Met de bespaarcheck verlaag je je energierekening gemiddeld met 120 euro.",
            "tiplink": "Doe de bespaarcheck",
            "number": "Klantnummer",
            "done": "Bedankt, we hebben je verzoek ontvangen. Het kan tot 48 uur duren voordat alles verwerkt is.",
        },
        "fr": {
            "title": "Ne plus recevoir L'Énergie Mag",
            "nav1": "Électricité",
            "nav2": "Gaz",
            "nav3": "Solaire",
            "contract": "Résilier mon contrat",
            "moving": "Je déménage",
            "intro": "Vous ne souhaitez plus recevoir notre magazine par e-mail ? Un clic suffit.",
            "press": "Je me désabonne",
            "tip": "Le saviez-vous ?",
            "tiptext": "Avec notre éco-bilan, économisez en moyenne 120 euros par an.",
            "tiplink": "Faire mon éco-bilan",
            "number": "Numéro de client",
            "done": "Merci, votre demande a bien été reçue. Elle sera traitée sous 48 heures.",
        },
        "da": {
            "title": "Afmeld Energinyt",
            "nav1": "El",
            "nav2": "Gas",
            "nav3": "Sol",
            "contract": "Opsig din elaftale",
            "moving": "Meld flytning",
            "intro": "Vil du ikke længere modtage Energinyt? Det klarer du med et enkelt klik.",
            "press": "Afmeld mig",
            "tip": "Vidste du det?",
            "tiptext": "Med sparetjekket kan du i snit spare 900 kroner om året.",
            "tiplink": "Tag sparetjekket",
            "number": "Kundenummer",
            "done": "Tak, vi har modtaget din anmodning. Der kan gå op til 48 timer, før den er behandlet.",
        },
    }

    def ways(self) -> tuple[str, ...]:
        return ()

    @property
    def way(self) -> str:
        return f"/mailing/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        sig = self.secret("sig")
        match visit.method, visit.path:
            case "GET", self.way:
                return self.shell(self.text(ENERGY_ASK, sig=sig, masked="ad*@h*.test"))
            case "GET", path if path == f"{self.way}/process":
                if visit.asks("sig") != sig:
                    return self.forbidden()
                self.leave(told=False)
                return self.shell(self.text("<h2>{{brand}}</h2><p>{{done}}</p>"), 202)
            case "POST", "/contract/cancel":
                self.wrong(Move.WIPED, visit)
                return self.shell("<h1>OK</h1>")
            case "GET", "/contract/cancel":
                return self.shell(self.text(ENERGY_CANCEL))
            case _:
                return self.unknown(visit)

    def shell(self, middle: str, code: int = 200) -> Reply:
        return self.lay(ENERGY, code=code, middle=middle)
