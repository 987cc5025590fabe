"""A government's e-mail notices: a question with two radios, then the list of what is left."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit, see

_GOV = """<!doctype html>
<html class="govuk-template" lang="[[lang]]"><head><meta charset="utf-8"><title>[[title]] - [[name]]</title>
<link rel="shortcut icon" href="/assets/favicon.ico"><meta name="robots" content="noindex"></head>
<body class="govuk-template__body">
<script>document.body.className += ' js-enabled';</script>
<div class="cookie-banner" role="region" aria-label="[[cookies]]"><h2>[[cookies]]</h2><p>[[cookietext]]</p>
<form method="post" action="/cookies"><button name="cookies" value="yes">[[accept]]</button>
<button name="cookies" value="no">[[reject]]</button> <a href="/help/cookies">[[view]]</a></form></div>
<a href="#main" class="skip-link">[[skip]]</a>
<header role="banner"><a href="/">[[name]]</a>
<form action="/search" method="get" role="search"><label for="q">[[search]]</label>
<input type="search" id="q" name="q"><button type="submit">[[search]]</button></form></header>
<div class="phase-banner"><strong class="tag">beta</strong> <span>[[beta]] <a href="/feedback">[[feedback]]</a>
</span>
</div><main id="main" role="main">[[body]]</main>
<footer role="contentinfo"><ul><li><a href="/help">[[help]]</a></li><li><a href="/accessibility">[[access]]</a>
</li>
</ul></footer></body></html>"""


_GOV_ASK = """<a href="/email/manage/[[token]]" class="back-link">[[back]]</a>
[[error]]<form method="post" action="/email/unsubscribe/[[token]]" novalidate>
<input type="hidden" name="authenticity_token" value="[[slip]]">
<fieldset><legend><h1>[[ask]]</h1></legend><div id="hint">[[hint]]</div>
<div class="radios" data-module="govuk-radios">
<div class="radios__item"><input id="a-1" name="answer" type="radio" value="1" aria-describedby="hint">
<label for="a-1">[[yes]]</label></div>
<div class="radios__item"><input id="a-2" name="answer" type="radio" value="0"><label for="a-2">[[no]]</label>
</div>
</div></fieldset>
<button type="submit" class="govuk-button" data-prevent-double-click="true">[[continue]]</button></form>"""


_GOV_MANAGE = """[[banner]]<h1>[[manage]]</h1><p>[[for]] <strong>[[alias]]</strong></p>
[[rows]]<h2>[[more]]</h2><p><a href="/email/new?topic=flood">[[again]]</a></p>
<p><a href="/email/change-address/[[token]]">[[change]]</a></p>"""


class GovNotice(Local):
    """A government's e-mail notices: a question with two radios, then the list of what is left."""

    name = "new-government"
    languages = ("en", "fi", "nl", "es")
    lists = ("news", "alerts")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Unsubscribe from these notices",
            "name": "Public Services",
            "title": "Email notices",
            "cookies": "Cookies on this service",
            "cookietext": "We use some essential cookies to make this service work.",
            "accept": "Accept additional cookies",
            "reject": "Reject additional cookies",
            "view": "View cookies",
            "skip": "Skip to main content",
            "search": "Search",
            "beta": "This is a new service.",
            "feedback": "Your feedback will help us to improve it",
            "help": "Help",
            "access": "Accessibility statement",
            "back": "Back",
            "ask": "Do you want to stop getting emails about ‘Local planning’?",
            "hint": "You'll still get emails about the other topics you chose.",
            "yes": "Yes",
            "no": "No",
            "continue": "Continue",
            "error": "Select yes if you want to stop getting these emails",
            "problem": "There is a problem",
            "done": "You've unsubscribed from ‘Local planning’",
            "manage": "Manage your email subscriptions",
            "for": "Subscriptions for",
            "planning": "Local planning",
            "flood": "Flood warnings",
            "row": "Unsubscribe",
            "none": "You are not subscribed to any topics.",
            "more": "Other things you can do",
            "again": "Get emails about another topic",
            "change": "Change your email address",
            "kept": "You will keep getting these emails.",
        },
        "fi": {
            "foot": "Lopeta tämän ilmoituksen tilaus",
            "name": "Viranomaispalvelut",
            "title": "Sähköposti-ilmoitukset",
            "cookies": "Evästeet",
            "cookietext": "Käytämme palvelun toiminnan kannalta välttämättömiä evästeitä.",
            "accept": "Hyväksy kaikki",
            "reject": "Vain välttämättömät",
            "view": "Lue lisää evästeistä",
            "skip": "Siirry sisältöön",
            "search": "Hae",
            "beta": "Tämä on uusi palvelu.",
            "feedback": "Anna palautetta",
            "help": "Ohjeet",
            "access": "Saavutettavuusseloste",
            "back": "Takaisin",
            "ask": "Haluatko lopettaa aiheen ”Kaavoitus” sähköpostit?",
            "hint": "Muut tilaamasi aiheet pysyvät voimassa.",
            "yes": "Kyllä",
            "no": "En",
            "continue": "Jatka",
            "error": "Valitse jompikumpi vaihtoehto",
            "problem": "Tarkista tiedot",
            "done": "Aiheen ”Kaavoitus” tilaus on lopetettu",
            "manage": "Omat tilaukset",
            "for": "Tilaukset osoitteelle",
            "planning": "Kaavoitus",
            "flood": "Tulvavaroitukset",
            "row": "Lopeta tilaus",
            "none": "Sinulla ei ole voimassa olevia tilauksia.",
            "more": "Muut toiminnot",
            "again": "Tilaa uusi aihe",
            "change": "Vaihda sähköpostiosoite",
            "kept": "Tilauksesi jatkuu ennallaan.",
        },
        "nl": {
            "foot": "Ik wil deze berichten niet meer ontvangen",
            "name": "Overheid dichtbij",
            "title": "Berichten over uw buurt",
            "cookies": "Cookies",
            "cookietext": "Wij plaatsen alleen functionele cookies, tenzij u meer toestaat.",
            "accept": "Toestaan",
            "reject": "Weigeren",
            "view": "Meer over cookies",
            "skip": "Direct naar de inhoud",
            "search": "Zoeken",
            "beta": "Deze dienst is nieuw.",
            "feedback": "Laat weten wat u ervan vindt",
            "help": "Hulp",
            "access": "Toegankelijkheid",
            "back": "Terug",
            "ask": "Wilt u stoppen met de e-mails over ‘Bouwplannen’?",
            "hint": "Andere onderwerpen blijft u gewoon ontvangen.",
            "yes": "Ja, stop ermee",
            "no": "Nee, laat maar doorlopen",
            "continue": "Volgende",
            "error": "Kies ja of nee",
            "problem": "Er ging iets mis",
            "done": "U krijgt geen e-mails meer over ‘Bouwplannen’",
            "manage": "Uw onderwerpen",
            "for": "Ingesteld voor",
            "planning": "Bouwplannen",
            "flood": "Hoogwater",
            "row": "Stoppen",
            "none": "U heeft geen onderwerpen gekozen.",
            "more": "Wat u nog meer kunt doen",
            "again": "Een onderwerp toevoegen",
            "change": "Ander e-mailadres opgeven",
            "kept": "Er is niets veranderd.",
        },
        "es": {
            "foot": "Cancelar avisos",
            "name": "Sede de Servicios Públicos",
            "title": "Avisos por correo electrónico",
            "cookies": "Uso de cookies",
            "cookietext": "Esta sede utiliza cookies técnicas y, si lo autoriza, analíticas.",
            "accept": "Aceptar",
            "reject": "Rechazar",
            "view": "Política de cookies",
            "skip": "Ir al contenido principal",
            "search": "Buscar",
            "beta": "Servicio en pruebas.",
            "feedback": "Envíenos su opinión",
            "help": "Ayuda",
            "access": "Accesibilidad",
            "back": "Volver",
            "ask": "¿Desea dejar de recibir avisos sobre «Urbanismo»?",
            "hint": "Los demás avisos que haya solicitado no se verán afectados.",
            "yes": "Sí",
            "no": "No",
            "continue": "Continuar",
            "error": "Debe seleccionar una opción",
            "problem": "Se ha producido un error",
            "done": "Se ha tramitado la baja del aviso «Urbanismo»",
            "manage": "Mis avisos",
            "for": "Avisos dirigidos a",
            "planning": "Urbanismo",
            "flood": "Alertas por inundación",
            "row": "Dar de baja",
            "none": "No tiene avisos activos.",
            "more": "Otras gestiones",
            "again": "Solicitar otro aviso",
            "change": "Modificar la dirección de correo",
            "kept": "El aviso sigue activo.",
        },
    }

    @property
    def way(self) -> str:
        return f"/email/unsubscribe/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        manage = f"/email/manage/{self.token}"
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.ask()
            case "POST", path if path == self.way:
                return self.sent(visit)
            case "GET", path if path == manage:
                return self.manage()
            case "POST", path if path == f"{manage}/alerts":
                self.leave("alerts")
                return see(manage, 303)
            case "GET", "/email/new":
                form = '<form method="post"><h1>[[again]]</h1><button>[[continue]]</button></form>'
                return self.show(_GOV, body=self.put(form))
            case "POST", "/email/new":
                self.join(visit, "flood")
                return see(manage, 303)
            case "POST", "/cookies":
                return see(self.way, 303)
            case (
                "GET",
                "/" | "/search" | "/help" | "/help/cookies" | "/feedback" | "/accessibility",
            ):
                return self.show(_GOV, body=self.put("<h1>[[name]]</h1>"))
            case _:
                return self.unknown(visit)

    def ask(self, error: str = "") -> Reply:
        slip = self.slip()
        body = self.put(_GOV_ASK, slip=slip, error=error)
        return self.show(_GOV, cookies=self.session(), body=body)

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit, "authenticity_token"):
            return self.forbidden()
        match visit.sends("answer"):
            case "1":
                self.leave()
                return see(f"/email/manage/{self.token}?from=unsubscribe", 302)
            case "0":
                self.wrong(Move.WITHDREW, visit)
                return self.show(_GOV, body=self.put("<h1>[[kept]]</h1>"))
            case _:
                summary = '<div role="alert"><h2>[[problem]]</h2><a href="#a-1">[[error]]</a></div>'
                return self.ask(self.put(summary))

    def manage(self) -> Reply:
        banner = '<div class="notification-banner--success" role="alert"><p>[[done]]</p></div>'
        rows = ""
        if self.on("news"):
            here = '<h3>[[planning]]</h3><p><a href="/email/unsubscribe/[[token]]">[[row]]</a></p>'
            rows += self.put(here)
        if self.on("alerts"):
            form = (
                '<h3>[[flood]]</h3><form method="post" action="/email/manage/[[token]]/alerts">'
                '<button class="link">[[row]]<span class="visually-hidden"> [[flood]]</span>'
                "</button></form>"
            )
            rows += self.put(form)
        body = self.put(
            _GOV_MANAGE,
            banner=self.put(banner) if self.ended else "",
            rows=rows or self.put("<p>[[none]]</p>"),
        )
        return self.show(_GOV, body=body)
