"""A supermarket's loyalty card on Rails: switches with labels apart, a token, a toast; closing the card"""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

BONUS = """<!DOCTYPE html>
<html lang="{{language}}" class="no-js">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{title}} | {{brand}}</title><meta name="csrf-token" content="{{slip}}">
<link rel="stylesheet" href="/assets/application-9f31.css" data-turbolinks-track="reload">
<style>.switch input{position:absolute;opacity:0}.switch i{display:inline-block;width:44px;height:24px;
border-radius:12px;
background:#bbb}.switch input:checked+i{background:#0a7d34}.toast{position:fixed;top:1rem;right:1rem}</style>
</head>
<body class="account communication">
<div id="cookie-layer" role="dialog" aria-label="Cookies"><p>{{cookies}}</p>
<button type="button" class="c-accept">{{accept}}</button> <button type="button"
 class="c-deny">{{decline}}</button></div>
<header class="site-header"><a href="/" class="logo" aria-label="{{brand}}"><svg viewBox="0 0 80 24"
 aria-hidden="true">
<path d="M0 0h80v24H0z" fill="#0a7d34"/></svg></a>
<nav><a href="/leaflet">{{nav1}}</a><a href="/recipes">{{nav2}}</a><a href="/stores">{{nav3}}</a></nav>
<form class="search" action="/search" method="get"><input type="search" name="q" placeholder="{{search}}">
<button aria-label="{{search}}"><svg width="16" height="16"><circle cx="7" cy="7" r="5"/></svg></button></form>
</header>
{{{toast}}}
<main><h1>{{title}}</h1><p class="lead">{{intro}}</p>
<form class="edit_comm" action="{{way}}" accept-charset="UTF-8" method="post"><input type="hidden" name="_method"
 value="patch"><input type="hidden" name="authenticity_token" value="{{slip}}">
<ul class="toggles">{{{rows}}}</ul>
<input type="submit" name="commit" value="{{save}}" class="btn btn--primary" data-disable-with="…"></form>
<section class="danger"><h2>{{data}}</h2>
<p><a href="/account/export.zip">{{export}}</a></p>
<form class="button_to" method="post" action="/account/card"><input type="hidden" name="_method" value="delete">
<input type="hidden" name="authenticity_token" value="{{slip}}"><button class="btn btn--ghost"
 type="submit">{{close}}</button>
</form></section></main>
<footer><ul><li><a href="/privacy">{{privacy}}</a></li><li><a href="/terms">{{terms}}</a></li><li><a
 href="/help">{{help}}</a>
</li></ul><a href="https://social.example/x" aria-label="Instagram"><svg width="20" height="20"><rect
 width="20" height="20"/>
</svg></a></footer>
<script>document.documentElement.className='js';</script></body></html>"""


BONUS_ROW = """<li class="toggle"><div class="toggle__text"><strong id="lbl_{{key}}">{{says}}</strong>
<small>{{hint}}</small></div><span class="switch"><input type="hidden" name="comm[{{key}}]" value="0"><input
 type="checkbox"
 role="switch" name="comm[{{key}}]" value="1" id="comm_{{key}}" aria-labelledby="lbl_{{key}}"{{{on}}}><i></i>
</span></li>"""


BONUS_TOAST = """<div class="toast toast--success" role="status"><svg width="16" height="16" aria-hidden="true">
<path d="M2 8l4 4 8-8"/></svg><span>{{saved}}</span><button type="button" aria-label="×">×</button></div>"""


class BonusCard(Newcomer):
    """A supermarket's loyalty card on Rails: switches with labels apart, a token, a toast; closing the card
    and the export of data stand below.
    """

    name = "bonus-card"
    brand = "Vivo Markt"
    languages = ("de", "fr", "nl", "cs")
    lists = ("news", "coupons", "post")
    others = ("sms", "push")
    words: ClassVar[Words] = {
        "de": {
            "subject": "Ihre Wochenangebote ab Montag",
            "mail": "Diese Woche in Ihrem Markt: Erdbeeren, Kaffee und Pasta zum halben Preis.",
            "title": "So bleiben wir in Kontakt",
            "nav1": "Prospekt",
            "nav2": "Rezepte",
            "nav3": "Märkte",
            "intro": "Entscheiden Sie selbst, worüber und auf welchem Weg wir Sie informieren dürfen.",
            "news": "Wochenangebote per E-Mail",
            "news_hint": "Jeden Sonntag, die besten Preise aus Ihrem Markt",
            "coupons": "Persönliche Coupons per E-Mail",
            "coupons_hint": "Bis zu 3x im Monat",
            "post": "Coupons im Briefkasten",
            "post_hint": "Papierpost, viermal im Jahr",
            "sms": "SMS",
            "sms_hint": "Kurzfristige Aktionen",
            "push": "Nachrichten in der App",
            "push_hint": "Nur mit installierter App",
            "save": "Speichern",
            "saved": "Ihre Einstellungen wurden übernommen.",
            "data": "Meine Karte, meine Daten",
            "export": "Meine Daten herunterladen (ZIP)",
            "close": "Karte kündigen und Konto löschen",
            "foot": "Benachrichtigungen einstellen oder abbestellen",
        },
        "fr": {
            "subject": "Vos promos de la semaine",
            "mail": "Cette semaine dans votre magasin : fraises, café et pâtes à moitié prix.",
            "title": "Gardons le contact",
            "nav1": "Catalogue",
            "nav2": "Recettes",
            "nav3": "Magasins",
            "intro": "C'est vous qui décidez : activez ou désactivez chaque type de message.",
            "news": "Les promos de la semaine par e-mail",
            "news_hint": "Tous les dimanches, dans votre magasin",
            "coupons": "Mes bons de réduction par e-mail",
            "coupons_hint": "Jusqu'à 3 fois par mois",
            "post": "Bons de réduction par courrier",
            "post_hint": "Quatre fois par an dans votre boîte aux lettres",
            "sms": "SMS",
            "sms_hint": "Ventes flash",
            "push": "Notifications de l'application",
            "push_hint": "Application requise",
            "save": "Enregistrer",
            "saved": "C'est noté ! Vos préférences ont bien été mises à jour.",
            "data": "Ma carte et mes données",
            "export": "Télécharger mes données (ZIP)",
            "close": "Résilier ma carte et supprimer mon compte",
            "foot": "Gérer mes abonnements / me désabonner",
        },
        "nl": {
            "subject": "Jouw weekaanbiedingen",
            "mail": "Deze week in jouw winkel: aardbeien, koffie en pasta voor de halve prijs.",
            "title": "Zo houden we contact",
            "nav1": "Folder",
            "nav2": "Recepten",
            "nav3": "Winkels",
            "intro": "Zet aan wat je leuk vindt en uit wat je niet meer wilt ontvangen.",
            "news": "Weekaanbiedingen per e-mail",
            "news_hint": "Elke zondag, uit jouw winkel",
            "coupons": "Persoonlijke bonnen per e-mail",
            "coupons_hint": "Maximaal 3 keer per maand",
            "post": "Bonnen in de brievenbus",
            "post_hint": "Vier keer per jaar",
            "sms": "Sms",
            "sms_hint": "Flitsacties",
            "push": "Meldingen in de app",
            "push_hint": "Alleen met de app",
            "save": "Opslaan",
            "saved": "Gelukt, je voorkeuren zijn opgeslagen.",
            "data": "Mijn kaart en gegevens",
            "export": "Mijn gegevens downloaden (ZIP)",
            "close": "Kaart opzeggen en account verwijderen",
            "foot": "Voorkeuren wijzigen of afmelden",
        },
        "cs": {
            "subject": "Vaše týdenní nabídky od pondělí",
            "mail": "Tento týden ve vaší prodejně: jahody, káva a těstoviny za polovinu.",
            "title": "Zůstaňme ve spojení",
            "nav1": "Leták",
            "nav2": "Recepty",
            "nav3": "Prodejny",
            "intro": "Sami si zvolte, o čem a jakou cestou vás smíme informovat.",
            "news": "Týdenní nabídky e-mailem",
            "news_hint": "Každou neděli, z vaší prodejny",
            "coupons": "Osobní kupony e-mailem",
            "coupons_hint": "Až třikrát za měsíc",
            "post": "Kupony do schránky",
            "post_hint": "Papírová pošta čtyřikrát ročně",
            "sms": "SMS",
            "sms_hint": "Bleskové akce",
            "push": "Upozornění v aplikaci",
            "push_hint": "Jen s nainstalovanou aplikací",
            "save": "Uložit změny",
            "saved": "Hotovo, vaše nastavení jsme uložili.",
            "data": "Moje karta a údaje",
            "export": "Stáhnout moje údaje (ZIP)",
            "close": "Zrušit kartu a smazat účet",
            "foot": "Nastavení zasílání a odhlášení",
        },
    }

    @property
    def way(self) -> str:
        return f"/account/communication/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.centre(visit.asks("saved") == "1")
            case "POST", self.way:
                if visit.sends("_method") != "patch" or not self.honest(
                    visit, "authenticity_token"
                ):
                    return self.forbidden()
                self.sent(visit)
                return see(self.url(f"{self.way}?saved=1"), 303)
            case _, "/account/card" | "/account/export.zip":
                self.wrong(Move.WIPED, visit)
                return self.unknown(visit)
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> None:
        values = {key: visit.every(f"comm[{key}]") for key in (*self.lists, *self.others)}
        if more := [key for key in self.others if "1" in values[key]]:
            self.join(visit, *more)
        if gone := [key for key in self.lists if values[key] and values[key][-1] == "0"]:
            self.leave(*gone)

    def centre(self, saved: bool) -> Reply:
        rows = "".join(
            self.text(
                BONUS_ROW,
                key=key,
                says=self.own[key],
                hint=self.own[f"{key}_hint"],
                on=" checked" if self.book[key].value == "subscribed" else "",
            )
            for key in (*self.lists, *self.others)
        )
        toast = self.text(BONUS_TOAST) if saved else ""
        slip = self.slip()
        return self.lay(BONUS, rows=rows, toast=toast, slip=slip, cookies=self.session())
