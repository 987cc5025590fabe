"""A party, a government's notices, an alumni office, a charity platform, a museum, a hospital, a union."""

import re
from collections.abc import Mapping
from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender, Status
from tests.senders.traffic import Pairs, Reply, Visit, see

Words = Mapping[str, Mapping[str, str]]

_SLOT = re.compile(r"\[\[(\w+)\]\]")


class Local(Sender):
    """A sender with its own words: `words` by language; `[[key]]` in a page is one of them or a value."""

    words: ClassVar[Words] = {}

    def t(self, key: str) -> str:
        return self.words[self.language][key]

    def put(self, template: str, **values: str) -> str:
        """A template with its slots filled; values come as HTML, words are escaped."""
        known = {
            "lang": self.language,
            "alias": self.alias,
            "token": self.token,
            "domain": self.domain,
            **values,
        }

        def slot(found: re.Match[str]) -> str:
            key = found[1]
            return known[key] if key in known else escape(self.t(key))

        return _SLOT.sub(slot, template)

    def show(self, template: str, status: int = 200, cookies: Pairs = (), **values: str) -> Reply:
        return Reply(status, self.put(template, **values).encode(), cookies=cookies)

    def links(self) -> tuple[tuple[str, str], ...]:
        return ((self.t("foot"), self.url(self.way)),)

    def on(self, name: str) -> bool:
        return self.book[name] in {Status.SUBSCRIBED, Status.PENDING}


# --- a political party ---

_PARTY = """<!DOCTYPE html>
<html lang="[[lang]]" class="no-js">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>[[name]]</title>
<meta property="og:title" content="[[name]]">
<style>.btn-xl{font-size:2rem;background:#c8102e;color:#fff}.tiny{font-size:.7rem;color:#999}</style>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({'page':'email'});</script>
</head>
<body class="page-pages-show">
<a class="sr-only" href="#content">[[skip]]</a>
<header><div class="container">
<a class="logo" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 2h20v20H2z"/></svg>[[name]]</a>
<nav><ul><li><a href="/values">[[values]]</a><li><a href="/people">[[people]]</a><li>
<a href="/volunteer">[[volunteer]]</a>
</ul></nav><a class="btn btn-donate" href="/donate">[[donate]]</a></div></header>
<main id="content">[[body]]</main>
<footer>
<form class="signup ajaxForm" action="/signup" method="post">
<h4>[[join]]</h4>
<input type="email" name="signup[email]" placeholder="[[mail]]" required>
<input type="text" name="signup[zip]" placeholder="[[zip]]">
<input class="submit-button" type="submit" name="commit" value="[[joinbutton]]"></form>
<ul class="social"><li><a href="https://social.example/party" aria-label="Mastodon"></a>
<li><a href="https://video.example/party" aria-label="Video"></a></ul>
<small>[[imprint]] · <a href="/privacy">[[privacy]]</a></small>
</footer></body></html>"""

_PARTY_STAY = """
<div class="hero"><h1>[[wait]]</h1><p class="lead">[[plea]]</p></div>
<form action="/emails/leave/[[token]]" method="post">
<input type="hidden" name="authenticity_token" value="[[slip]]">
<button class="btn btn-xl" name="choice" value="stay">[[stay]]</button>
</form>
<p class="tiny"><a href="/emails/leave/[[token]]/really">[[go]]</a></p>"""

_PARTY_REALLY = """
<h2>[[deal]]</h2><p>[[dealtext]]</p>
<div class="row"><div class="col-6">
<form action="less" method="post"><input type="hidden" name="authenticity_token" value="[[slip]]">
<input type="submit" class="btn btn-primary" value="[[less]]"></form>
</div><div class="col-6">
<form action="done" method="post"><input type="hidden" name="authenticity_token" value="[[slip]]">
<input type="submit" class="btn btn-outline" value="[[off]]"></form>
</div></div>"""

_PARTY_BYE = """
<h1>[[thanks]]</h1>
<p>[[thankstext]]</p><p>[[gone]]</p>
<p>[[chip]]</p>
<p><a class="btn" href="/donate?amount=5">5</a> <a class="btn" href="/donate?amount=20">20</a></p>
<p class="tiny">[[oops]] <a href="/emails/rejoin/[[token]]">[[rejoin]]</a></p>"""


class PartyNews(Local):
    """A political party's campaign site: a plea, a deal with fewer mails, and then out."""

    name = "new-party"
    languages = ("en", "de", "fr", "sv")
    others = ("volunteers",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Click here if you no longer want to hear from the campaign",
            "name": "Forward Together",
            "skip": "Skip to main content",
            "values": "What we stand for",
            "people": "Our candidates",
            "volunteer": "Volunteer",
            "donate": "Chip in",
            "join": "Add your name",
            "mail": "Email",
            "zip": "ZIP code",
            "joinbutton": "I'm in",
            "imprint": "Paid for by Forward Together",
            "privacy": "Privacy",
            "wait": "Wait. Before you go, Ada…",
            "plea": "This movement is funded by people, not by corporations. Every single name on our "
            "list makes a difference, and we are three weeks away from the deadline.",
            "stay": "I'm staying in the fight",
            "go": "I don't want to get these emails",
            "deal": "How about a deal?",
            "dealtext": "We get it: it's a lot. We can send you only the most important updates, "
            "about one a week.",
            "less": "Send me fewer emails",
            "off": "Take me off the list entirely",
            "thanks": "Thank you for everything",
            "thankstext": "You've been part of something special.",
            "gone": "ada@home.test has been removed from our email list. It can take up to 24 hours "
            "before everything has stopped.",
            "chip": "One last thing: could you chip in so that we can reach others?",
            "oops": "Hit the wrong button?",
            "rejoin": "Get back on the list",
            "still": "You're the best! You'll keep hearing from us.",
        },
        "de": {
            "foot": "Keine E-Mails mehr von uns?",
            "name": "Bündnis Aufbruch",
            "skip": "Zum Inhalt springen",
            "values": "Wofür wir stehen",
            "people": "Köpfe",
            "volunteer": "Mitmachen",
            "donate": "Jetzt spenden",
            "join": "Bleib auf dem Laufenden",
            "mail": "E-Mail-Adresse",
            "zip": "PLZ",
            "joinbutton": "Dabei sein",
            "imprint": "V.i.S.d.P.: Bündnis Aufbruch, Landesgeschäftsstelle",
            "privacy": "Datenschutz",
            "wait": "Du willst uns verlassen?",
            "plea": "Gerade jetzt brauchen wir jede und jeden. Unser Newsletter ist der direkte Draht "
            "in die Fraktion – ohne Umweg über die Schlagzeilen.",
            "stay": "Ich bleibe dabei!",
            "go": "Nein, ich möchte wirklich gehen",
            "deal": "Ein Vorschlag zur Güte",
            "dealtext": "Wir können dir auch nur das Allerwichtigste schicken, höchstens einmal im Monat.",
            "less": "Nur noch das Wichtigste",
            "off": "Aus dem Verteiler streichen",
            "thanks": "Danke für die gemeinsame Zeit!",
            "thankstext": "Ohne Menschen wie dich wären wir nicht so weit gekommen.",
            "gone": "Deine Adresse ada@home.test haben wir aus dem Verteiler genommen.",
            "chip": "Eine letzte Bitte: Unterstütze unseren Wahlkampf mit einer kleinen Spende.",
            "oops": "Das war ein Versehen?",
            "rejoin": "Wieder eintragen",
            "still": "Großartig, dass du bleibst!",
        },
        "fr": {
            "foot": "Ne plus recevoir nos messages",
            "name": "Le Printemps citoyen",
            "skip": "Aller au contenu",
            "values": "Notre projet",
            "people": "Nos élus",
            "volunteer": "Agir près de chez moi",
            "donate": "Faire un don",
            "join": "Rejoindre le mouvement",
            "mail": "Votre e-mail",
            "zip": "Code postal",
            "joinbutton": "Je rejoins",
            "imprint": "Association de financement du Printemps citoyen",
            "privacy": "Données personnelles",
            "wait": "Vous nous quittez déjà ?",
            "plea": "Chaque voix compte, et la vôtre en particulier. Nos messages sont le seul moyen "
            "de vous informer sans passer par les algorithmes.",
            "stay": "Je reste avec vous",
            "go": "Je ne souhaite plus recevoir d'e-mails",
            "deal": "Et si on faisait moins ?",
            "dealtext": "Nous pouvons ne vous écrire que pour les grandes occasions.",
            "less": "Uniquement l'essentiel",
            "off": "Retirer mon adresse de la liste",
            "thanks": "Merci pour le chemin parcouru ensemble",
            "thankstext": "Rien de tout cela n'aurait été possible sans vous.",
            "gone": "L'adresse ada@home.test a bien été retirée de notre liste de diffusion.",
            "chip": "Un dernier geste : un don, même modeste, nous aide à poursuivre.",
            "oops": "Un regret ?",
            "rejoin": "Me réinscrire",
            "still": "Merci de rester à nos côtés !",
        },
        "sv": {
            "foot": "Vill du inte ha våra utskick längre?",
            "name": "Framtidspartiet",
            "skip": "Hoppa till innehållet",
            "values": "Vår politik",
            "people": "Våra företrädare",
            "volunteer": "Bli aktiv",
            "donate": "Ge ett bidrag",
            "join": "Håll dig uppdaterad",
            "mail": "E-post",
            "zip": "Postnummer",
            "joinbutton": "Jag vill vara med",
            "imprint": "Framtidspartiet, Box 1, Stockholm",
            "privacy": "Så hanterar vi dina uppgifter",
            "wait": "Är det hejdå nu?",
            "plea": "Vi är en folkrörelse, och du är en del av den. Stanna kvar så berättar vi vad "
            "som händer i din kommun.",
            "stay": "Jag stannar",
            "go": "Nej tack, jag vill slippa mejlen",
            "deal": "Kan vi mötas på halva vägen?",
            "dealtext": "Vi kan höra av oss bara när det verkligen gäller, ungefär en gång i månaden.",
            "less": "Skicka mer sällan",
            "off": "Ta bort mig helt",
            "thanks": "Tack för den här tiden!",
            "thankstext": "Ditt engagemang har betytt mycket.",
            "gone": "Vi har tagit bort ada@home.test från sändlistan.",
            "chip": "Vill du ändå stötta oss? Varje krona hjälper.",
            "oops": "Blev det fel?",
            "rejoin": "Lägg till mig igen",
            "still": "Vad roligt att du stannar!",
        },
    }

    @property
    def way(self) -> str:
        return f"/emails/leave/{self.token}?source=em20261004"

    def answer(self, visit: Visit) -> Reply:
        root = f"/emails/leave/{self.token}"
        match visit.method, visit.path:
            case "GET", path if path == root:
                return self.guarded(_PARTY_STAY)
            case "GET", path if path == f"{root}/really":
                return self.guarded(_PARTY_REALLY)
            case "GET", path if path == f"{root}/bye":
                return self.framed(_PARTY_BYE if self.ended else _PARTY_STAY)
            case "POST", path if path.startswith(root):
                return self.posted(visit, path.removeprefix(root))
            case "GET", path if path == f"/emails/rejoin/{self.token}":
                self.join(visit)
                return self.framed("<h1>[[still]]</h1>")
            case "POST", "/signup":
                self.join(visit, "volunteers")
                return self.framed("<h1>[[still]]</h1>")
            case "GET", "/" | "/values" | "/people" | "/volunteer" | "/donate" | "/privacy":
                return self.framed("<h1>[[name]]</h1>")
            case _:
                return self.unknown(visit)

    def posted(self, visit: Visit, what: str) -> Reply:
        if not self.honest(visit, "authenticity_token"):
            return Reply(422, b"The change you wanted was rejected.", kind="text/plain")
        match what:
            case "/done":
                self.leave()
                return see(f"/emails/leave/{self.token}/bye", 303)
            case "/less":
                self.wrong(Move.SETTLED, visit)
            case "" if visit.sends("choice") == "stay":
                self.join(visit)
        return self.framed("<h1>[[still]]</h1>")

    def guarded(self, body: str) -> Reply:
        slip = self.slip()
        return self.framed(body, self.session(), slip=slip)

    def framed(self, body: str, cookies: Pairs = (), **values: str) -> Reply:
        return self.show(_PARTY, cookies=cookies, body=self.put(body, **values))


# --- a government's notice service ---

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


# --- a university's alumni office ---

_ALUMNI = """<HTML><HEAD><META CHARSET=utf-8><TITLE>[[name]]</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF LINK=#003366>
<TABLE WIDTH=760 ALIGN=center CELLPADDING=4 BORDER=0>
<TR><TD COLSPAN=2 BGCOLOR=#003366><FONT COLOR=white SIZE=5>[[name]]</FONT>
<TR><TD WIDTH=160 VALIGN=top BGCOLOR=#eeeeee>
<A HREF=/alumni/>[[home]]</A><BR><A HREF=/alumni/events>[[events]]</A><BR><A HREF=/alumni/give>[[give]]</A><BR>
<A HREF=/alumni/login>[[login]]</A>
<TD VALIGN=top>[[body]]
<TR><TD COLSPAN=2><HR><FONT SIZE=1>[[address]]</FONT>
</TABLE></BODY></HTML>"""

_ALUMNI_FORM = """<H2>[[heading]]</H2><P>[[intro]]
<FORM ACTION=update.asp METHOD=POST NAME=frmUpdate>
<INPUT TYPE=hidden NAME=ID VALUE=[[token]]>
<TABLE>
<TR><TD>[[first]]<TD><INPUT NAME=FNAME VALUE=Ada>
<TR><TD>[[last]]<TD><INPUT NAME=LNAME VALUE="L.">
<TR><TD>[[mail]]<TD><INPUT NAME=EMAIL VALUE=[[alias]] READONLY>
<TR><TD>[[news]]<TD><SELECT NAME=NEWS><OPTION VALUE=Y [[newsy]]>[[yes]]<OPTION VALUE=N [[newsn]]>[[no]]</SELECT>
<TR><TD>[[invite]]<TD><SELECT NAME=INVITE><OPTION VALUE=Y SELECTED>[[yes]]<OPTION VALUE=N>[[no]]</SELECT>
<TR><TD>[[magazine]]<TD><SELECT NAME=MAG><OPTION VALUE=Y SELECTED>[[yes]]<OPTION VALUE=N>[[no]]</SELECT>
<TR><TD COLSPAN=2><INPUT TYPE=checkbox NAME=NOEMAIL VALUE=1> [[noemail]]
<TR><TD COLSPAN=2><INPUT TYPE=checkbox NAME=PURGE VALUE=1> [[purge]]
<TR><TD COLSPAN=2><TEXTAREA NAME=NOTES ROWS=3 COLS=40 PLACEHOLDER="[[notes]]"></TEXTAREA>
<TR><TD><INPUT TYPE=submit VALUE="[[submit]]"> <INPUT TYPE=reset VALUE="[[reset]]">
</TABLE></FORM>"""


class AlumniOffice(Local):
    """A university's alumni office: a table of the year 2004, yes or no for each kind of post."""

    name = "new-alumni"
    languages = ("en", "de", "pl", "ko")
    lists = ("news", "invitations")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Update your communication preferences",
            "name": "Office of Alumni Relations",
            "home": "Alumni home",
            "events": "Reunions",
            "give": "Make a gift",
            "login": "Directory login",
            "address": "Old Court, College Lane",
            "heading": "Keep in touch",
            "intro": "Please tell us how you would like to hear from your university. Your choices "
            "take effect as soon as you submit the form.",
            "first": "First name",
            "last": "Last name",
            "mail": "E-mail on file",
            "news": "Monthly e-newsletter",
            "invite": "Invitations to events by e-mail",
            "magazine": "Alumni magazine (printed, twice a year)",
            "yes": "Yes",
            "no": "No",
            "noemail": "Please do not send me any e-mail at all",
            "purge": "Please remove my record from the alumni directory",
            "notes": "Tell us your news!",
            "submit": "Submit",
            "reset": "Reset",
            "done": "Thank you",
            "updated": "Your record has been updated. You will not receive the e-newsletter.",
            "same": "Your record has been updated.",
        },
        "de": {
            "foot": "Einstellungen zum Alumni-Newsletter",
            "name": "Alumni-Büro der Universität",
            "home": "Startseite",
            "events": "Jahrgangstreffen",
            "give": "Fördern",
            "login": "Anmeldung Mitgliederverzeichnis",
            "address": "Am Schlossgarten 1",
            "heading": "Ihre Daten",
            "intro": "Bitte prüfen Sie Ihre Angaben und legen Sie fest, welche Sendungen Sie von uns "
            "erhalten möchten.",
            "first": "Vorname",
            "last": "Nachname",
            "mail": "Hinterlegte E-Mail",
            "news": "Newsletter (monatlich)",
            "invite": "Einladungen per E-Mail",
            "magazine": "Alumni-Magazin (Druckausgabe)",
            "yes": "ja",
            "no": "nein",
            "noemail": "Bitte gar keine Zusendungen per E-Mail",
            "purge": "Bitte meinen Eintrag im Alumni-Verzeichnis löschen",
            "notes": "Neuigkeiten von Ihnen",
            "submit": "Absenden",
            "reset": "Zurücksetzen",
            "done": "Vielen Dank!",
            "updated": "Ihre Angaben sind gespeichert. Den Newsletter erhalten Sie nicht mehr.",
            "same": "Ihre Angaben sind gespeichert.",
        },
        "pl": {
            "foot": "Zmień ustawienia korespondencji",
            "name": "Biuro Absolwentów",
            "home": "Strona główna",
            "events": "Zjazdy",
            "give": "Wesprzyj uczelnię",
            "login": "Logowanie do bazy",
            "address": "ul. Uniwersytecka 5",
            "heading": "Twoje dane kontaktowe",
            "intro": "Prosimy o sprawdzenie danych i wskazanie, jakie informacje chcą Państwo od nas "
            "otrzymywać.",
            "first": "Imię",
            "last": "Nazwisko",
            "mail": "Adres e-mail w bazie",
            "news": "Biuletyn elektroniczny",
            "invite": "Zaproszenia na wydarzenia",
            "magazine": "Czasopismo (wersja papierowa)",
            "yes": "Tak",
            "no": "Nie",
            "noemail": "Proszę nie przysyłać mi żadnych wiadomości e-mail",
            "purge": "Proszę usunąć mój wpis z bazy absolwentów",
            "notes": "Co u Państwa słychać?",
            "submit": "Wyślij",
            "reset": "Wyczyść",
            "done": "Dziękujemy",
            "updated": "Dane zostały zaktualizowane. Biuletyn nie będzie już wysyłany na Państwa adres.",
            "same": "Dane zostały zaktualizowane.",
        },
        "ko": {
            "foot": "수신 설정 변경",
            "name": "총동문회 사무국",
            "home": "홈",
            "events": "동문 행사",
            "give": "발전기금",
            "login": "동문 로그인",
            "address": "대학로 1",
            "heading": "동문 정보 확인",
            "intro": "아래 정보를 확인하시고 받고 싶은 소식을 선택해 주시기 바랍니다.",
            "first": "이름",
            "last": "성",
            "mail": "등록된 이메일",
            "news": "월간 뉴스레터",
            "invite": "행사 초대 메일",
            "magazine": "동문회보(우편)",
            "yes": "받음",
            "no": "받지 않음",
            "noemail": "모든 이메일을 받지 않겠습니다",
            "purge": "동문 명부에서 내 정보를 삭제해 주세요",
            "notes": "근황을 알려 주세요",
            "submit": "저장",
            "reset": "다시 쓰기",
            "done": "감사합니다",
            "updated": "변경되었습니다. 뉴스레터는 더 이상 발송되지 않습니다.",
            "same": "변경되었습니다.",
        },
    }

    @property
    def way(self) -> str:
        return f"/alumni/contact/prefs.asp?ID={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/alumni/contact/prefs.asp" if visit.asks("ID") == self.token:
                on = self.on("news")
                body = self.put(
                    _ALUMNI_FORM,
                    newsy="SELECTED" if on else "",
                    newsn="" if on else "SELECTED",
                )
                return self.show(_ALUMNI, body=body)
            case "POST", "/alumni/contact/update.asp" if visit.sends("ID") == self.token:
                return self.sent(visit)
            case "POST", "/alumni/login":
                self.wrong(Move.ACCOUNT, visit)
                return self.forbidden()
            case "GET", "/alumni/login":
                form = (
                    "<FORM METHOD=POST><INPUT NAME=USER> <INPUT TYPE=password NAME=PASS>"
                    "<INPUT TYPE=submit VALUE='[[login]]'></FORM>"
                )
                return self.show(_ALUMNI, body=self.put(form))
            case "GET", "/alumni/" | "/alumni/events" | "/alumni/give":
                return self.show(_ALUMNI, body=self.put("<H2>[[name]]</H2>"))
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        kept = (visit.sends("FNAME"), visit.sends("LNAME"), visit.sends("EMAIL"))
        if kept != ("Ada", "L.", self.alias):
            self.wrong(Move.TWISTED, visit)
        if visit.sends("NOTES"):
            self.wrong(Move.SURVEY, visit)
        if visit.sends("PURGE"):
            self.wrong(Move.WIPED, visit)
        if visit.sends("NOEMAIL"):
            self.leave(*self.lists)
        elif visit.sends("NEWS") == "N":
            self.leave()
        said = "updated" if self.ended else "same"
        return self.show(_ALUMNI, body=self.put(f"<H2>[[done]]</H2><P>[[{said}]]"))


# --- a charity platform ---

_CHARITY = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8">
<title>[[title]] | Givenest</title>
<link rel="preconnect" href="https://cdn.example"><style>
.switch input{position:absolute;opacity:0}.switch .slider{display:inline-block;width:40px;height:20px}
.toast{position:fixed;bottom:1rem;right:1rem}.danger{border:1px solid red}</style></head><body>
<div id="app"><header class="gn-top"><a href="/" title="Givenest"><svg width="32" height="32" role="img">
<circle cx="16" cy="16" r="12"/></svg></a><a href="/discover">[[discover]]</a><a href="/start">[[start]]</a>
<div class="lang"><a hreflang="en" href="?lang=en">EN</a> <a hreflang="it" href="?lang=it">IT</a></div></header>
[[toast]]<main><h1>[[title]]</h1><p>[[alias]]</p>
<form id="prefs" method="post" action="/me/[[token]]/mail"><input type="hidden" name="_csrf" value="[[slip]]">
[[rows]]
<div class="row"><div><span id="l9">[[receipts]]</span><small>[[always]]</small></div>
<label class="switch"><input type="checkbox" checked disabled aria-labelledby="l9"><span class="slider"></span>
</label>
</div>
<div class="sticky"><button class="btn btn-solid" type="submit">[[save]]</button>
<button class="btn btn-ghost" type="submit" formaction="/me/[[token]]/mail/none">[[none]]</button></div></form>
<section class="danger"><h2>[[gift]]</h2><p>[[gifttext]]</p>
<form method="post" action="/me/[[token]]/gift/cancel"><input type="hidden" name="_csrf" value="[[slip]]">
<button class="btn">[[giftcancel]]</button></form>
<a href="/me/[[token]]/export">[[data]]</a></section></main>
<footer><a href="/terms">[[terms]]</a> © Givenest</footer></div></body></html>"""

_CHARITY_ROW = """<div class="row"><div class="txt"><span id="l[[n]]">[[label]]</span><small>[[small]]</small>
</div>
<label class="switch" for="t[[n]]"><input id="t[[n]]" type="checkbox" name="on" value="[[value]]"[[ticked]]
 aria-labelledby="l[[n]]"><span class="slider"></span></label></div>"""


class CharityPlatform(Local):
    """A platform for donations: switches whose words stand apart, a toast, a gift that is nobody's business."""

    name = "new-charity"
    languages = ("en", "it", "pt", "cs")
    lists = ("news", "platform")
    others = ("partners",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Email settings",
            "title": "What lands in your inbox",
            "discover": "Discover causes",
            "start": "Start a fundraiser",
            "l-news": "Stories from Harbour Lifeboats",
            "s-news": "Every other week",
            "l-platform": "Ideas from Givenest",
            "s-platform": "Now and then",
            "l-partners": "Our partners' campaigns",
            "s-partners": "Hand-picked",
            "receipts": "Receipts and security",
            "always": "Always on",
            "save": "Done",
            "none": "Mute everything",
            "gift": "Monthly gift",
            "gifttext": "You give €10 a month to Harbour Lifeboats.",
            "giftcancel": "Cancel",
            "data": "Export my data",
            "terms": "Terms",
            "t-news": "Got it. Harbour Lifeboats won't be in your inbox any more.",
            "t-none": "All quiet. We've switched off every optional email.",
            "t-same": "Saved.",
        },
        "it": {
            "foot": "Gestisci le tue email",
            "title": "Cosa vuoi ricevere",
            "discover": "Scopri le cause",
            "start": "Crea una raccolta",
            "l-news": "Le storie di Scialuppe del Porto",
            "s-news": "Ogni due settimane",
            "l-platform": "Idee da Givenest",
            "s-platform": "Di tanto in tanto",
            "l-partners": "Campagne dei nostri partner",
            "s-partners": "Selezionate per te",
            "receipts": "Ricevute e sicurezza",
            "always": "Sempre attive",
            "save": "Salva le modifiche",
            "none": "Disattiva tutto",
            "gift": "Donazione mensile",
            "gifttext": "Doni 10 € al mese a Scialuppe del Porto.",
            "giftcancel": "Interrompi la donazione",
            "data": "Esporta i miei dati",
            "terms": "Condizioni",
            "t-news": "Fatto! Non riceverai più le storie di Scialuppe del Porto.",
            "t-none": "Fatto! Abbiamo disattivato tutte le email facoltative.",
            "t-same": "Modifiche salvate.",
        },
        "pt": {
            "foot": "Preferências de e-mail",
            "title": "O que chega à sua caixa de entrada",
            "discover": "Descobrir causas",
            "start": "Criar uma campanha",
            "l-news": "Histórias dos Salva-Vidas do Porto",
            "s-news": "De quinze em quinze dias",
            "l-platform": "Ideias da Givenest",
            "s-platform": "De vez em quando",
            "l-partners": "Campanhas dos nossos parceiros",
            "s-partners": "Escolhidas a dedo",
            "receipts": "Recibos e segurança",
            "always": "Sempre ativo",
            "save": "Guardar",
            "none": "Desligar tudo",
            "gift": "Donativo mensal",
            "gifttext": "Doa 10 € por mês aos Salva-Vidas do Porto.",
            "giftcancel": "Cancelar donativo",
            "data": "Exportar os meus dados",
            "terms": "Termos",
            "t-news": "Feito. Os Salva-Vidas do Porto já não lhe vão escrever.",
            "t-none": "Feito. Desligámos todos os e-mails opcionais.",
            "t-same": "Guardado.",
        },
        "cs": {
            "foot": "Nastavení e-mailů",
            "title": "Co vám máme posílat",
            "discover": "Objevte sbírky",
            "start": "Založit sbírku",
            "l-news": "Příběhy Vodní záchranky",
            "s-news": "Jednou za dva týdny",
            "l-platform": "Tipy od Givenestu",
            "s-platform": "Občas",
            "l-partners": "Kampaně našich partnerů",
            "s-partners": "Pečlivě vybrané",
            "receipts": "Potvrzení o platbách a zabezpečení",
            "always": "Vždy zapnuto",
            "save": "Uložit",
            "none": "Vypnout vše",
            "gift": "Pravidelný dar",
            "gifttext": "Přispíváte Vodní záchrance 250 Kč měsíčně.",
            "giftcancel": "Zrušit dar",
            "data": "Stáhnout moje data",
            "terms": "Podmínky",
            "t-news": "Hotovo. Vodní záchranka vám už psát nebude.",
            "t-none": "Hotovo. Vypnuli jsme všechny nepovinné e-maily.",
            "t-same": "Uloženo.",
        },
    }

    @property
    def way(self) -> str:
        return f"/me/{self.token}/mail"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.centre(visit.asks("ok"))
            case "POST", path if not path.startswith(f"/me/{self.token}/"):
                return self.unknown(visit)
            case "POST", path if not self.honest(visit):
                return self.forbidden()
            case "POST", path if path == self.way:
                return self.sent(visit)
            case "POST", path if path == f"{self.way}/none":
                self.leave(*self.lists)
                return see(f"{self.way}?ok=none", 303)
            case "POST", path if path.endswith("/gift/cancel"):
                self.wrong(Move.ACCOUNT, visit)
                return see(f"{self.way}?ok=same", 303)
            case "GET", path if path.endswith("/export"):
                self.wrong(Move.WIPED, visit)
                return Reply(200, b"{}", kind="application/json")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        on = visit.every("on")
        if "partners" in on:
            self.join(visit, "partners")
        gone = [name for name in self.lists if name not in on and self.on(name)]
        if gone:
            self.leave(*gone)
        return see(f"{self.way}?ok={'news' if 'news' in gone else 'same'}", 303)

    def centre(self, ok: str) -> Reply:
        rows = "".join(
            self.put(
                _CHARITY_ROW,
                n=str(n),
                label=escape(self.t(f"l-{name}")),
                small=escape(self.t(f"s-{name}")),
                value=name,
                ticked=" checked" if self.on(name) else "",
            )
            for n, name in enumerate((*self.lists, *self.others), 1)
        )
        toast = ""
        if ok in {"news", "none", "same"}:
            said = escape(self.t(f"t-{ok}"))
            toast = f'<div class="toast" role="status" aria-live="polite"><span>{said}</span></div>'
        slip = self.slip()
        return self.show(_CHARITY, cookies=self.session(), rows=rows, toast=toast, slip=slip)


# --- a museum ---

_MUSEUM = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html xmlns="http://www.w3.org/1999/xhtml" lang="[[lang]]"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><base href="[[base]]" />
<title>[[title]]</title><script type="text/javascript">/*<![CDATA[*/ var _paq = []; /*]]>*/</script></head>
<body id="p42" class="museum"><div id="wrap"><div id="head"><a href="index.html">
<img src="logo.png" alt="[[name]]" />
</a><ul id="nav"><li><a href="visit.html">[[visit]]</a></li><li><a href="shows.html">[[shows]]</a></li>
<li><a href="shop.html">[[shop]]</a></li></ul></div>
<div id="crumbs"><a href="index.html">[[name]]</a> &gt; [[newsletter]]</div>
<div id="content" class="csc-default">[[body]]</div>
<div id="side"><h3>[[hours]]</h3><table><tr><td>10–18</td></tr></table></div>
<div id="foot"><a href="imprint.html">[[imprint]]</a> | <a href="contact.html">[[contact]]</a></div></div>
<div id="cookie"><p>[[cookie]]</p><a role="button" href="#" class="ok">OK</a></div></body></html>"""

_MUSEUM_FORM = """<h1>[[newsletter]]</h1><p>[[intro]]</p>[[error]]
<form method="post" action="newsletter.html" id="nlform"><fieldset><legend>[[legend]]</legend>
<div class="field"><label for="em">[[mail]] *</label><input type="text" name="tx_nl[email]" id="em" value="" />
</div>
<div class="hp" style="display:none"><label for="url">URL</label>
<input type="text" name="tx_nl[url]" id="url" /></div>
<div class="field"><input type="checkbox" name="tx_nl[cat][]" value="1" id="c1" /> <label for="c1">[[shows]]
</label>
<br /><input type="checkbox" name="tx_nl[cat][]" value="2" id="c2" /> <label for="c2">[[family]]</label></div>
<div class="field"><input type="radio" name="tx_nl[do]" value="add" id="r1" checked="checked" />
<label for="r1">[[add]]</label> <input type="radio" name="tx_nl[do]" value="del" id="r2" />
<label for="r2">[[del]]</label></div>
<div class="field"><input type="submit" value="[[send]]" class="btn" /></div></fieldset></form>"""


class Museum(Local):
    """A museum on an old CMS: one form to come and to go, the end is told in the title only."""

    name = "new-museum"
    languages = ("en", "fr", "it", "ru")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Subscribe / unsubscribe",
            "name": "Museum of Glass",
            "visit": "Plan your visit",
            "shows": "Exhibitions",
            "shop": "Shop",
            "newsletter": "Newsletter",
            "hours": "Opening hours",
            "imprint": "Imprint",
            "contact": "Contact",
            "cookie": "This site uses cookies.",
            "intro": "Enter your e-mail address to subscribe to our newsletter or to cancel it.",
            "legend": "Your details",
            "mail": "E-mail address",
            "family": "Families and children",
            "add": "Subscribe",
            "del": "Unsubscribe",
            "send": "Send",
            "need": "Please enter a valid e-mail address.",
            "missing": "This address is not on our list.",
            "gone": "You are unsubscribed – Museum of Glass",
            "bye": "Thank you! We hope to see you at the museum soon.",
            "hello": "Welcome to our newsletter!",
        },
        "fr": {
            "foot": "Inscription et désinscription",
            "name": "Musée du Verre",
            "visit": "Préparer sa visite",
            "shows": "Expositions",
            "shop": "Boutique",
            "newsletter": "Lettre d'information",
            "hours": "Horaires",
            "imprint": "Mentions légales",
            "contact": "Contact",
            "cookie": "Ce site utilise des cookies.",
            "intro": "Saisissez votre adresse électronique pour vous abonner à la lettre ou y mettre fin.",
            "legend": "Vos coordonnées",
            "mail": "Adresse électronique",
            "family": "Jeune public",
            "add": "Je m'abonne",
            "del": "Je me désabonne",
            "send": "Valider",
            "need": "Merci de saisir une adresse valide.",
            "missing": "Cette adresse ne figure pas dans notre fichier.",
            "gone": "Désabonnement effectué – Musée du Verre",
            "bye": "Merci et à bientôt au musée !",
            "hello": "Bienvenue parmi nos abonnés !",
        },
        "it": {
            "foot": "Iscrizione / cancellazione",
            "name": "Museo del Vetro",
            "visit": "Visita",
            "shows": "Mostre",
            "shop": "Negozio",
            "newsletter": "Newsletter",
            "hours": "Orari",
            "imprint": "Note legali",
            "contact": "Contatti",
            "cookie": "Questo sito utilizza cookie.",
            "intro": "Inserisca il Suo indirizzo e-mail per iscriversi alla newsletter o per cancellarsi.",
            "legend": "I Suoi dati",
            "mail": "Indirizzo e-mail",
            "family": "Famiglie e bambini",
            "add": "Iscrizione",
            "del": "Cancellazione",
            "send": "Invia",
            "need": "Inserire un indirizzo e-mail valido.",
            "missing": "L'indirizzo non risulta tra gli iscritti.",
            "gone": "Cancellazione avvenuta – Museo del Vetro",
            "bye": "Grazie, La aspettiamo presto al museo.",
            "hello": "Benvenuto nella nostra newsletter!",
        },
        "ru": {
            "foot": "Подписка и отписка",
            "name": "Музей стекла",
            "visit": "Посетителям",
            "shows": "Выставки",
            "shop": "Магазин",
            "newsletter": "Рассылка",
            "hours": "Часы работы",
            "imprint": "Правовая информация",
            "contact": "Контакты",
            "cookie": "Сайт использует файлы cookie.",
            "intro": "Укажите электронную почту, чтобы оформить рассылку или отказаться от неё.",
            "legend": "Ваши данные",
            "mail": "Электронная почта",
            "family": "Детям и родителям",
            "add": "Подписаться",
            "del": "Отписаться",
            "send": "Отправить",
            "need": "Введите правильный адрес.",
            "missing": "Такого адреса в списке нет.",
            "gone": "Вы отписаны – Музей стекла",
            "bye": "Спасибо! Ждём вас в музее.",
            "hello": "Спасибо за подписку!",
        },
    }

    @property
    def way(self) -> str:
        return "/cms/newsletter.html"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.form()
            case "POST", path if path == self.way:
                return self.sent(visit)
            case "GET", path if path.startswith("/cms/") and path.endswith(".html"):
                return self.framed("<h1>[[name]]</h1>")
            case _:
                return self.unknown(visit)

    def form(self, error: str = "") -> Reply:
        told = f'<p class="error">{escape(self.t(error))}</p>' if error else ""
        return self.framed(_MUSEUM_FORM, error=told)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("tx_nl[url]"):
            self.wrong(Move.HONEYPOT, visit)
        address = (visit.sends("tx_nl[email]") or "").strip().lower()
        if "@" not in address:
            return self.form("need")
        if visit.sends("tx_nl[do]") != "del":
            self.join(visit)
            return self.framed("<h1>[[hello]]</h1>")
        if address != self.alias:
            return self.form("missing")
        self.leave()
        return self.framed("<h1>[[newsletter]]</h1><p>[[bye]]</p>", "gone")

    def framed(self, body: str, title: str = "name", **values: str) -> Reply:
        return self.show(
            _MUSEUM,
            base=self.url("/cms/"),
            title=escape(self.t(title)),
            body=self.put(body, **values),
        )


# --- a hospital's news ---

_HOSPITAL = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8"><title>[[title]]</title>
<style>.acc{display:none}</style></head><body><a class="emergency" href="tel:112">112</a>
<header><h3>[[name]]</h3><nav><a href="/wards">[[wards]]</a> <a href="/visitors">[[visitors]]</a>
<a href="/jobs">[[jobs]]</a></nav><form action="/search"><input name="q" aria-label="[[search]]">
<button aria-label="[[search]]"><svg viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg></button></form>
</header>
<article><h1>[[title]]</h1><p>[[intro]]</p>
<h2>[[subscribe]]</h2><form method="post" action="/news/subscribe"><input type="email" name="mail" required
 placeholder="name@example.org"><label><input type="checkbox" name="ok" required> [[consent]]</label>
<button type="submit">[[subscribebutton]]</button></form>
<h2>[[end]]</h2><p>[[endtext]] <a href="mailto:[[address]]?subject=[[subject]]">[[address]]</a>. [[endmore]]</p>
<h2>[[press]]</h2><p>[[presstext]] <a href="mailto:presse@[[domain]]">presse@[[domain]]</a>,
<a href="tel:+4900000">+49 000 00</a></p></article>
<footer>[[name]] · <a href="/privacy">[[privacy]]</a></footer></body></html>"""


class HospitalNews(Local):
    """A hospital's news: who wants out writes a mail with the right subject."""

    name = "new-hospital"
    via = "mailto"
    endable = Endable.MAIL
    languages = ("de", "nb", "tr")
    words: ClassVar[Words] = {
        "de": {
            "foot": "Hinweise zur Abbestellung",
            "name": "Klinikum am Stadtpark",
            "title": "Klinik-Nachrichten per E-Mail",
            "wards": "Kliniken & Zentren",
            "visitors": "Patienten & Besucher",
            "jobs": "Karriere",
            "search": "Suche",
            "intro": "Viermal im Jahr berichten wir über Neues aus Medizin und Pflege.",
            "subscribe": "Anmelden",
            "consent": "Ich willige in die Verarbeitung meiner Daten ein.",
            "subscribebutton": "Klinik-Nachrichten bestellen",
            "end": "Abbestellen",
            "endtext": "Sie möchten die Klinik-Nachrichten nicht mehr erhalten? Dann genügt eine "
            "formlose E-Mail mit dem Betreff „Abmeldung“ an",
            "endmore": "Wir nehmen Sie dann umgehend aus dem Verteiler.",
            "subject": "Abmeldung",
            "local": "verteiler",
            "press": "Presse",
            "presstext": "Journalistinnen und Journalisten wenden sich bitte an",
            "privacy": "Datenschutz",
            "byesubject": "Ihre Abmeldung",
            "bye": "Guten Tag,\n\nwir haben Sie aus dem Verteiler der Klinik-Nachrichten genommen.\n\n"
            "Mit freundlichen Grüßen\nIhre Unternehmenskommunikation",
        },
        "nb": {
            "foot": "Slik melder du deg av",
            "name": "Fjordbyen sykehus",
            "title": "Nyheter fra sykehuset",
            "wards": "Avdelinger",
            "visitors": "Pasient og besøkende",
            "jobs": "Jobb hos oss",
            "search": "Søk",
            "intro": "Nyhetsbrevet kommer ut fire ganger i året.",
            "subscribe": "Meld deg på",
            "consent": "Jeg samtykker til at opplysningene lagres.",
            "subscribebutton": "Send meg nyhetsbrevet",
            "end": "Vil du ikke ha nyhetsbrevet lenger?",
            "endtext": "Send en e-post med emnet «Avmelding» til",
            "endmore": "Da fjerner vi adressen din så snart vi kan.",
            "subject": "Avmelding",
            "local": "nyhetsbrev",
            "press": "For pressen",
            "presstext": "Pressekontakten når du på",
            "privacy": "Personvern",
            "byesubject": "Avmelding fra nyhetsbrevet",
            "bye": "Hei,\n\nadressen din er nå fjernet, og du får ikke flere nyhetsbrev fra oss.\n",
        },
        "tr": {
            "foot": "Bültenden çıkmak için",
            "name": "Kent Hastanesi",
            "title": "Hastane Bülteni",
            "wards": "Bölümlerimiz",
            "visitors": "Hasta ve Ziyaretçi",
            "jobs": "Kariyer",
            "search": "Ara",
            "intro": "Sağlık haberlerimizi yılda dört kez e-postayla paylaşıyoruz.",
            "subscribe": "Abone olun",
            "consent": "Kişisel verilerimin işlenmesini kabul ediyorum.",
            "subscribebutton": "Kaydol",
            "end": "Abonelikten çıkış",
            "endtext": "Bülteni almak istemiyorsanız konu satırına “Listeden cikar” yazarak şu adrese "
            "e-posta gönderin:",
            "endmore": "Talebiniz iki iş günü içinde yerine getirilir.",
            "subject": "Listeden%20cikar",
            "local": "bulten",
            "press": "Basın",
            "presstext": "Basın mensupları için:",
            "privacy": "KVKK Aydınlatma Metni",
            "byesubject": "Bülten aboneliğiniz",
            "bye": "Sayın ilgili,\n\ne-posta adresiniz bülten listemizden çıkarılmıştır.\n",
        },
    }

    @property
    def way(self) -> str:
        return "/news"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/news":
                address = f"{self.t('local')}@{self.domain}"
                return self.show(_HOSPITAL, address=address, subject=self.t("subject"))
            case "POST", "/news/subscribe":
                self.join(visit)
                return self.show("<!doctype html><title>OK</title><p>[[subscribe]]: OK")
            case "GET", "/search" | "/wards" | "/visitors" | "/jobs" | "/privacy":
                return self.show("<!doctype html><title>[[name]]</title><h1>[[name]]</h1>")
            case _:
                return self.unknown(visit)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        wanted = self.t("subject").replace("%20", " ").lower()
        right = to.lower() == f"{self.t('local')}@{self.domain}" and wanted in subject.lower()
        if right and author == self.alias and not self.ended:
            self.leave()
            self.send(self.t("byesubject"), self.t("bye"), f"{self.t('local')}@{self.domain}")


# --- a trade union ---

_UNION = """<!doctype html><html lang=[[lang]]><head><meta charset=utf-8><title>[[name]] – [[title]]</title>
<link rel=stylesheet href=/static/union.css></head><body>
<div class=topbar><a href=/login>[[login]]</a> | <a href=/member/join class=hot>[[become]]</a></div>
<div class=logo>[[name]]</div><div class=menu><ul><li><a href=/pay>[[pay]]</a><li>
<a href=/advice>[[advice]]</a></ul>
</div><div class=main>[[error]]<h2>[[title]]</h2><p>[[intro]]
<form action=/nyt/off method=post><table><tr><td><label for=no>[[number]]*</label><td>
<input id=no name=number required>
<tr><td><label for=pc>[[post]]*</label><td><input id=pc name=postcode required>
<tr><td><label for=em>[[mail]]</label><td><input id=em name=email value="[[alias]]">
<tr><td><td><button>[[send]]</button></table></form><p>[[where]]</div>
<div class=foot><h3>[[become]]</h3><form action=/member/join method=post>
<input name=name placeholder="[[full]]">
<input name=email placeholder="[[mail]]"><button>[[becomebutton]]</button></form>[[call]]</div></body></html>"""


class TradeUnion(Local):
    """A trade union's members' news: only who knows her membership number gets off."""

    name = "new-union"
    endable = Endable.NOT
    languages = ("en", "da", "fr", "pt")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Opt out of members' news",
            "name": "United Workshop Workers",
            "title": "Opt out of email bulletins",
            "login": "Member login",
            "become": "Join the union",
            "pay": "Pay and conditions",
            "advice": "Legal advice",
            "intro": "So that nobody can switch off somebody else's bulletins we need to know who "
            "you are.",
            "number": "Membership number",
            "post": "Postcode",
            "mail": "Email",
            "send": "Stop bulletins",
            "where": "You find the number on your membership card.",
            "full": "Full name",
            "becomebutton": "Join today",
            "call": "Lost your card? Ring 0000 11 22 33.",
            "wrong": "We could not find a member with these details.",
        },
        "da": {
            "foot": "Frameld medlemsnyt",
            "name": "Værkstedsforbundet",
            "title": "Frameld nyhedsmails",
            "login": "Mit forbund",
            "become": "Bliv medlem",
            "pay": "Løn og vilkår",
            "advice": "Få hjælp",
            "intro": "Af hensyn til sikkerheden skal du oplyse dit medlemsnummer.",
            "number": "Medlemsnummer",
            "post": "Postnummer",
            "mail": "E-mail",
            "send": "Frameld",
            "where": "Nummeret står på dit medlemskort.",
            "full": "Navn",
            "becomebutton": "Meld dig ind",
            "call": "Har du mistet dit kort? Ring 00 00 11 22.",
            "wrong": "Vi kan ikke finde et medlem med de oplysninger.",
        },
        "fr": {
            "foot": "Se désabonner de la lettre des adhérents",
            "name": "Syndicat des Ateliers",
            "title": "Arrêter l'envoi de la lettre",
            "login": "Espace adhérent",
            "become": "Adhérer",
            "pay": "Salaires",
            "advice": "Vos droits",
            "intro": "Pour des raisons de confidentialité, merci de vous identifier.",
            "number": "Numéro d'adhérent",
            "post": "Code postal",
            "mail": "Courriel",
            "send": "Arrêter l'envoi",
            "where": "Le numéro figure sur votre carte d'adhérent.",
            "full": "Nom et prénom",
            "becomebutton": "J'adhère",
            "call": "Carte perdue ? Appelez le 00 00 11 22 33.",
            "wrong": "Aucun adhérent ne correspond à ces informations.",
        },
        "pt": {
            "foot": "Cancelar boletim do associado",
            "name": "Sindicato das Oficinas",
            "title": "Cancelar o boletim",
            "login": "Área do associado",
            "become": "Sindicalize-se",
            "pay": "Salários",
            "advice": "Apoio jurídico",
            "intro": "Para sua segurança, informe os dados do associado.",
            "number": "Número de associado",
            "post": "CEP",
            "mail": "E-mail",
            "send": "Cancelar boletim",
            "where": "O número está na sua carteirinha.",
            "full": "Nome completo",
            "becomebutton": "Quero me filiar",
            "call": "Perdeu a carteirinha? Ligue 0000 11 22.",
            "wrong": "Não encontramos associado com esses dados.",
        },
    }

    @property
    def way(self) -> str:
        return f"/nyt/off?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/nyt/off":
                return self.show(_UNION, error="")
            case "POST", "/nyt/off":
                if visit.sends("number") or visit.sends("postcode"):
                    self.wrong(Move.TWISTED, visit)
                return self.show(_UNION, error=self.put("<div class=err>[[wrong]]</div>"))
            case "POST", "/member/join" | "/login":
                self.wrong(Move.ACCOUNT, visit)
                return self.show("<!doctype html><title>[[name]]</title><p>OK")
            case "GET", "/member/join" | "/login" | "/pay" | "/advice":
                return self.show(_UNION, error="")
            case _:
                return self.unknown(visit)
