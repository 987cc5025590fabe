"""A chain of pharmacies on a company's content system: an empty field for the address and a captcha."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit

PHARMACY = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}} – {{brand}}</title>
<meta name="robots" content="noindex"><link rel="stylesheet" href="/typo3temp/assets/main.css">
<script src="https://challenges.turnstile.example/v0/api.js" async defer></script></head>
<body id="p417"><header><div class="topbar"><a href="/notdienst">{{emergency}}</a> <a
 href="/kontakt">{{contact}}</a></div>
<a href="/"><svg width="40" height="40" role="img" aria-label="{{brand}}"><path
 d="M15 5h10v10h10v10H25v10H15V25H5V15h10z"
 fill="#008c45"/></svg></a><nav><ul><li><a href="/shop">Shop</a></li><li><a href="/filialen">{{stores}}</a></li>
</ul></nav>
</header><main><div class="frame frame-default"><h1>{{title}}</h1>{{{notice}}}
<p>{{intro}}</p>
<form action="{{{action}}}" method="post" class="powermail_form" novalidate>
<input type="hidden" name="tx_nl[list]" value="patient-news">
<div class="powermail_field"><label for="em">{{mailword}} <span class="mandatory">*</span></label>
<input id="em" type="email" name="tx_nl[email]" value="" required placeholder="name@example.org"></div>
<div class="cf-turnstile" data-sitekey="0x4AAAAAAADnPIDROzbs0Aaj"></div>
<noscript>{{human}}</noscript>
<button type="submit" class="btn">{{press}}</button></form>
<p class="small">{{note}}</p></div>
<aside><h2>{{advice}}</h2><form action="/newsletter/anmelden" method="post"><input type="email" name="email"
 placeholder="{{mailword}}"><button>{{subscribe}}</button></form></aside></main>
<footer><a href="/impressum">{{terms}}</a> <a href="/datenschutz">{{privacy}}</a></footer></body></html>"""


class MedicineChest(Newcomer):
    """A chain of pharmacies on a company's content system: an empty field for the address and a captcha."""

    name = "medicine-chest"
    brand = "Sanavita"
    endable = Endable.NOT
    languages = ("fr", "de", "pt", "fi")
    others = ("advice",)
    words: ClassVar[Words] = {
        "fr": {
            "title": "Désinscription de la lettre d'information",
            "emergency": "Pharmacie de garde",
            "stores": "Nos pharmacies",
            "intro": "Saisissez l'adresse e-mail avec laquelle vous êtes inscrit(e) à notre lettre.",
            "mailword": "Adresse e-mail",
            "human": "Veuillez activer JavaScript afin de confirmer que vous n'êtes pas un robot.",
            "press": "Valider la désinscription",
            "note": "Votre dossier patient n'est pas concerné par cette démarche.",
            "advice": "Conseils santé",
            "failed": "La vérification anti-robot a échoué. Merci de réessayer.",
        },
        "de": {
            "title": "Vom Newsletter abmelden",
            "emergency": "Notdienst",
            "stores": "Filialen",
            "intro": "Bitte geben Sie die E-Mail-Adresse ein, mit der Sie bei uns registriert sind.",
            "mailword": "E-Mail-Adresse",
            "human": "Bitte aktivieren Sie JavaScript, um zu bestätigen, dass Sie kein Roboter sind.",
            "press": "Abmelden",
            "note": "Ihre Kundenkarte bleibt davon unberührt.",
            "advice": "Gesundheitstipps",
            "failed": "Die Sicherheitsprüfung ist fehlgeschlagen. Bitte versuchen Sie es erneut.",
        },
        "pt": {
            "title": "Cancelar a subscrição da newsletter",
            "emergency": "Farmácia de serviço",
            "stores": "As nossas farmácias",
            "intro": "Indique o endereço de e-mail com que se registou na nossa newsletter.",
            "mailword": "Endereço de e-mail",
            "human": "Ative o JavaScript para confirmar que não é um robô.",
            "press": "Cancelar subscrição",
            "note": "O seu cartão de cliente não é afetado.",
            "advice": "Conselhos de saúde",
            "failed": "A verificação de segurança falhou. Tente novamente.",
        },
        "fi": {
            "title": "Uutiskirjeen peruutus",
            "emergency": "Päivystys",
            "stores": "Apteekit",
            "intro": "Kirjoita sähköpostiosoite, jolla olet tilannut uutiskirjeemme.",
            "mailword": "Sähköpostiosoite",
            "human": "Ota JavaScript käyttöön ja vahvista, ettet ole robotti.",
            "press": "Peruuta tilaus",
            "note": "Tämä ei vaikuta kanta-asiakkuuteesi.",
            "advice": "Terveysvinkkejä",
            "failed": "Turvatarkistus epäonnistui. Yritä uudelleen.",
        },
    }

    @property
    def way(self) -> str:
        return f"/newsletter/abmelden?c={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/newsletter/abmelden":
                return self.form("")
            case "POST", "/newsletter/abmelden":
                if visit.sends("cf-turnstile-response"):
                    self.wrong(Move.TWISTED, visit)
                return self.form('<div class="alert alert-danger">{{failed}}</div>')
            case "POST", "/newsletter/anmelden":
                self.join(visit, "advice")
                return self.home("/")
            case _:
                return self.unknown(visit)

    def form(self, notice: str) -> Reply:
        action = self.url("/newsletter/abmelden")
        return self.lay(PHARMACY, notice=self.text(notice), action=action)
