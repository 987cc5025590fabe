"""Shops: tickets, a supermarket's card, fashion, furniture, a chain of pharmacies."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, see

TICKETS = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML lang={{language}}><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8">
<TITLE>{{brand}} - {{title}}</TITLE>
<BASE href="{{{base}}}">
<LINK rel=stylesheet href="css/shop.css?v=412">
<STYLE type=text/css>BODY {font: 12px Verdana} .btn_red {background: #c00; color: #fff}</STYLE>
<SCRIPT type="text/javascript">var s_account="billetta-prod"; function go(f){document.forms[f].submit();}</SCRIPT>
</HEAD><BODY bgcolor=#ffffff>
<TABLE width=980 align=center cellpadding=4 border=0>
<TR><TD width=200><A href="./"><IMG src=img/logo.gif alt="{{brand}}" border=0></A>
<TD><FORM name=searchForm action=search.jsp method=get><INPUT name=q size=30><INPUT type=submit
 value="{{search}}"></FORM>
<TD align=right><A href=login.jsp>{{login}}</A> | <A href=basket.jsp>{{cart}} (0)</A> | <A
 href=help.jsp>{{help}}</A>
<TR><TD colspan=3 class=nav><A href=c/concerts>{{nav1}}</A> &middot; <A href=c/theatre>{{nav2}}</A> &middot;
<A href=c/sport>{{nav3}}</A> &middot; <A href=c/family>{{nav4}}</A>
<TR><TD valign=top class=side><B>{{top}}</B><UL><LI><A href=e/1183>Die Fledermaus<LI><A href=e/2207>Arctic Choir
<LI><A href=e/3110>Circus Nova</A></UL>
<TD colspan=2 valign=top>
{{{middle}}}
</TABLE>
<TABLE width=980 align=center class=foot><TR><TD>
<FORM name=nlForm action=newsletter.do method=post><B>{{signup}}</B><BR>
<INPUT name=email size=24 value=""> <INPUT type=submit class=btn value="{{subscribe}}"></FORM>
<TD align=right><A href=privacy.jsp>{{privacy}}</A> <A href=agb.jsp>{{terms}}</A> <A
 href=contact.jsp>{{contact}}</A>
<BR>&copy; 2025 {{brand}} AG
</TABLE></BODY></HTML>"""

TICKETS_ASK = """<H2>{{title}}</H2>
<P>{{intro}}
<FORM name=optoutForm method=POST action="optout.do">
<INPUT type=hidden name=k value={{key}}><INPUT type=hidden name=cmd value=save>
<TABLE cellspacing=6><TR><TD>{{address}}<TD><B>a*a@h***.test</B>
<TR><TD align=right><INPUT type=radio name=scope value=monthly id=s0 checked><TD><LABEL for=s0>{{monthly}}</LABEL>
<TR><TD align=right><INPUT type=radio name=scope value=news id=s1><TD><LABEL for=s1>{{news}}</LABEL>
<TR><TD align=right><INPUT type=radio name=scope value=both id=s2><TD><LABEL for=s2>{{both}}</LABEL>
<TR><TD><TD><INPUT type=submit class=btn_red value="{{press}}">
</TABLE></FORM><P class=small>{{orders}}"""

TICKETS_TOLD = """<TABLE class=box width=100%><TR><TD><IMG src=img/ok.gif alt=""><TD>{{said}}</TABLE>
<H3>{{top}}</H3><P>Die Fledermaus, Arctic Choir, Circus Nova: <A href=c/concerts>{{nav1}}</A>"""


class BoxOffice(Newcomer):
    """A ticket shop on an old Java stack: a redirect to the shop's own host, three radios, a redirect."""

    name = "box-office"
    brand = "Billetta"
    languages = ("de", "en", "it", "pl")
    lists = ("news", "alarm")
    others = ("signup",)
    words: ClassVar[Words] = {
        "de": {
            "title": "Newsletter-Verwaltung",
            "cart": "Warenkorb",
            "nav1": "Konzerte",
            "nav2": "Theater",
            "nav3": "Sport",
            "nav4": "Familie",
            "top": "Top-Veranstaltungen",
            "signup": "Nie wieder einen Vorverkauf verpassen!",
            "intro": "Sie möchten weniger oder keine Post mehr von uns? Bitte treffen Sie Ihre Auswahl.",
            "address": "Ihre Adresse:",
            "monthly": "Ich möchte nur noch die Monatsvorschau erhalten (1x pro Monat)",
            "news": "Ich möchte den Newsletter für meine Region nicht mehr erhalten",
            "both": "Ich möchte weder Newsletter noch Ticketalarm erhalten",
            "press": "Auswahl bestätigen",
            "orders": "Informationen zu bereits gekauften Karten erhalten Sie selbstverständlich weiterhin.",
            "less": "Ab sofort schicken wir Ihnen nur noch die Monatsvorschau.",
            "gone": "Schade! Wir haben Sie aus dem Verteiler genommen. Es kommt kein Newsletter mehr.",
        },
        "en": {
            "title": "Manage newsletter",
            "cart": "Basket",
            "nav1": "Concerts",
            "nav2": "Theatre",
            "nav3": "Sport",
            "nav4": "Family",
            "top": "Top events",
            "signup": "Never miss a presale again",
            "intro": "Too much post from us? Tell us what you'd like and we'll take care of it.",
            "address": "Your address:",
            "monthly": "Just the monthly preview, please (once a month)",
            "news": "I no longer wish to receive the newsletter for my region",
            "both": "I wish to receive neither newsletter nor ticket alarm",
            "press": "Confirm choice",
            "orders": "We will of course still write to you about tickets you have bought.",
            "less": "From now on you will only hear from us once a month.",
            "gone": "Sorry to lose you! Your address was taken off our mailing list.",
        },
        "it": {
            "title": "Gestione newsletter",
            "cart": "Carrello",
            "nav1": "Concerti",
            "nav2": "Teatro",
            "nav3": "Sport",
            "nav4": "Famiglia",
            "top": "Eventi in evidenza",
            "signup": "Non perderti più una prevendita",
            "intro": "Ricevi troppe e-mail da noi? Scegli una delle opzioni seguenti.",
            "address": "Il tuo indirizzo:",
            "monthly": "Vorrei ricevere solo l'anteprima mensile (1 volta al mese)",
            "news": "Non voglio più ricevere la newsletter della mia zona",
            "both": "Non voglio più ricevere né la newsletter né gli avvisi biglietti",
            "press": "Conferma la scelta",
            "orders": "Le comunicazioni sui biglietti già acquistati continueranno ad arrivare.",
            "less": "D'ora in poi riceverai soltanto l'anteprima mensile.",
            "gone": "Peccato! Il tuo indirizzo è stato cancellato dalla nostra lista di invio.",
        },
        "pl": {
            "title": "Zarządzanie newsletterem",
            "cart": "Koszyk",
            "nav1": "Koncerty",
            "nav2": "Teatr",
            "nav3": "Sport",
            "nav4": "Dla rodziny",
            "top": "Polecane wydarzenia",
            "signup": "Nie przegap żadnej przedsprzedaży",
            "intro": "Za dużo wiadomości od nas? Wybierz, co chcesz dostawać.",
            "address": "Twój adres:",
            "monthly": "Chcę dostawać tylko przegląd miesiąca (raz w miesiącu)",
            "news": "Nie chcę już otrzymywać newslettera z mojego regionu",
            "both": "Nie chcę otrzymywać ani newslettera, ani alarmów biletowych",
            "press": "Zatwierdź wybór",
            "orders": "Wiadomości o kupionych już biletach będą nadal wysyłane.",
            "less": "Od teraz będziesz dostawać tylko przegląd miesiąca.",
            "gone": "Szkoda! Twój adres został usunięty z listy odbiorców newslettera.",
        },
    }

    @property
    def www(self) -> str:
        return f"www.{self.domain}"

    @property
    def partners(self) -> tuple[str, ...]:
        return (self.www,)

    @property
    def way(self) -> str:
        return f"/t/{self.token}/nl_optout"

    def answer(self, visit: Visit) -> Reply:
        key = self.secret("key")
        if visit.host == self.host:
            there = self.url(f"/shop/optout.jsp?k={key}&l={self.language}", self.www)
            return see(there) if visit.path == self.way else self.unknown(visit)
        match visit.method, visit.path:
            case "GET", "/shop/optout.jsp" if visit.asks("k") == key:
                return self.around_it(self.text(TICKETS_ASK, key=key))
            case "POST", "/shop/optout.do" if visit.sends("k") == key:
                return self.chosen(visit)
            case "GET", "/shop/optout_ok.jsp":
                said = self.own["less" if visit.asks("s") == "1" else "gone"]
                return self.around_it(self.text(TICKETS_TOLD, said=said))
            case "POST", "/shop/newsletter.do":
                self.join(visit, "signup")
                return self.around_it("<P>OK")
            case _:
                return self.unknown(visit)

    def chosen(self, visit: Visit) -> Reply:
        match visit.sends("scope"):
            case "news":
                self.leave("news")
            case "both":
                self.leave(*self.lists)
            case _:
                self.wrong(Move.SETTLED, visit)
                return see(self.url("/shop/optout_ok.jsp?s=1", self.www))
        return see(self.url("/shop/optout_ok.jsp?s=2", self.www))

    def around_it(self, middle: str) -> Reply:
        return self.lay(TICKETS, base=self.url("/shop/", self.www), middle=middle)


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


FASHION = """<!doctype html>
<html class="no-js" lang="{{language}}"><head><meta charset="utf-8"><title>{{brand}}</title>
<meta property="og:site_name" content="{{brand}}"><link rel="preconnect" href="https://cdn.shopstatic.example">
<link href="/cdn/shop/t/4/base.css" rel="stylesheet">
<style>:root{--font:Assistant,sans-serif}.visually-hidden{position:absolute;
clip:rect(0 0 0 0)}.button--full{width:100%}.tiny{font-size:11px;color:#999}</style>
<script>window.Shop={theme:{id:4,name:"Dawn"},currency:"EUR"};</script></head>
<body class="gradient"><a class="skip-to-content-link visually-hidden" href="#MainContent">{{menu}}</a>
<div class="announcement-bar" role="region"><p>{{ship}}</p></div>
<header class="header"><details id="menu-drawer"><summary aria-label="{{menu}}"><svg class="icon-hamburger">
<path d="M1 2h14"/>
</svg></summary><ul><li><a href="/collections/new">{{nav1}}</a><li><a href="/collections/sale">{{nav2}}</a></ul>
</details>
<a href="/" class="header__heading-link"><span class="h2">{{brand}}</span></a>
<a href="/account/login" class="header__icon" title="{{login}}"><svg><circle r="4" cx="9" cy="6"/></svg></a>
<a href="/cart" class="header__icon" title="{{cart}}"><svg><path d="M2 4h14l-2 9H4z"/></svg></a></header>
<main id="MainContent" class="content-for-layout" tabindex="-1"><div class="page-width page-width--narrow">
{{{middle}}}
</div></main>
<footer class="footer"><div class="newsletter"><h2>{{club}}</h2><form method="post" action="/contact#Newsletter"
 accept-charset="UTF-8" class="newsletter-form"><input type="hidden" name="form_type" value="customer">
<input type="hidden"
 name="contact[tags]" value="newsletter"><div class="field"><input id="NF" type="email"
 name="contact[email]" value=""
 placeholder="{{mailword}}"><label for="NF">{{mailword}}</label><button type="submit" name="commit"
 aria-label="{{subscribe}}">
<svg viewBox="0 0 14 10"><path d="M8 0l6 5-6 5"/></svg></button></div></form></div>
<form method="post" action="/localization"><select name="country_code"><option
 value="DE">Deutschland<option value="ES">España
<option value="SE">Sverige</select><noscript><button>OK</button></noscript></form>
<small>© 2026, <a href="/">{{brand}}</a> · <a href="/policies/privacy-policy">{{privacy}}</a></small></footer>
</body></html>"""

FASHION_PLEAD = """<h1 class="main-page-title page-title h0">{{wait}} 🥺</h1>
<div class="rte"><p>{{plea}}</p></div>
<p><a class="button button--primary button--full" href="/">{{stay}}</a></p>
<p><a class="button button--secondary button--full"
 href="/account/email/bye?c={{token}}&amp;f=monthly">{{less}}</a></p>
<p class="tiny"><a href="?c={{token}}&amp;step=2" class="link">{{on}}</a></p>"""

FASHION_WHY = """<h1 class="h1">{{whyhead}}</h1><p>{{whytext}}</p>
<form method="post" action="/account/email/bye/finish"><input type="hidden" name="c" value="{{token}}">
<fieldset class="product-form__input"><legend class="visually-hidden">{{whyhead}}</legend>
<input type="radio" id="r1" name="reason" value="too_many"><label for="r1">{{r1}}</label><br>
<input type="radio" id="r2" name="reason" value="not_my_style"><label for="r2">{{r2}}</label><br>
<input type="radio" id="r3" name="reason" value="other"><label for="r3">{{r3}}</label></fieldset>
<button class="button button--primary" name="act" value="send">{{send}}</button>
<button class="button button--tertiary" name="act" value="skip">{{skip}}</button></form>"""

FASHION_BYE = """<div class="center"><svg width="48" height="48" aria-hidden="true"><circle cx="24" cy="24"
 r="22"/></svg>
<h2>{{bye}}</h2><p>{{byetext}}</p>
<form method="post" action="/account/email/hello"><input type="hidden" name="c" value="{{token}}">
<button class="button button--secondary">{{undo}}</button></form></div>"""


class Wardrobe(Newcomer):
    """A fashion shop on a rented shop system: staying is a button, leaving small print, then a survey to
    skip; who regrets it may undo it.
    """

    name = "wardrobe"
    brand = "LINNEA & CO"
    languages = ("en", "es", "tr", "sv")
    others = ("club",)
    words: ClassVar[Words] = {
        "en": {
            "ship": "Free shipping over €50",
            "nav1": "New in",
            "nav2": "Sale",
            "cart": "Bag",
            "club": "Join the club",
            "mailword": "Email",
            "wait": "Wait… is it something we said?",
            "plea": "You'd miss early access, birthday treats and the sample sale. Sure about that?",
            "stay": "Phew, I'm staying!",
            "less": "Just send me one a month",
            "on": "I still want out",
            "whyhead": "Ok. Before you go",
            "whytext": "Care to tell us why? Takes two seconds, totally optional.",
            "r1": "Way too many emails",
            "r2": "Not really my style",
            "r3": "Something else",
            "send": "Send & finish",
            "skip": "Skip and unsubscribe",
            "bye": "That's it, you're off the list 👋",
            "byetext": "No hard feelings. The shop's always open.",
            "undo": "Oops, put me back",
        },
        "es": {
            "ship": "Envío gratis a partir de 50 €",
            "nav1": "Novedades",
            "nav2": "Rebajas",
            "cart": "Bolsa",
            "club": "Únete al club",
            "mailword": "Correo electrónico",
            "wait": "¡Espera! ¿Ya te vas?",
            "plea": "Te perderás el acceso anticipado, los regalos de cumpleaños y la venta de muestrario.",
            "stay": "¡Vale, me quedo!",
            "less": "Mejor solo uno al mes",
            "on": "Aun así quiero irme",
            "whyhead": "Antes de irte…",
            "whytext": "¿Nos cuentas por qué? Son dos segundos y no es obligatorio.",
            "r1": "Demasiados correos",
            "r2": "No es mi estilo",
            "r3": "Otra cosa",
            "send": "Enviar y terminar",
            "skip": "Omitir y darme de baja",
            "bye": "Listo, ya estás fuera de la lista 👋",
            "byetext": "Sin rencores. Nuestra tienda sigue abierta para ti.",
            "undo": "Ups, quiero volver",
        },
        "tr": {
            "ship": "50 € üzeri ücretsiz kargo",
            "nav1": "Yeni gelenler",
            "nav2": "İndirim",
            "cart": "Sepet",
            "club": "Kulübe katıl",
            "mailword": "E-posta",
            "wait": "Dur bir dakika, gidiyor musun?",
            "plea": "Erken erişimi, doğum günü sürprizlerini ve numune satışını kaçıracaksın. Emin misin?",
            "stay": "Tamam, kalıyorum!",
            "less": "Ayda bir tane yeter",
            "on": "Yine de ayrılmak istiyorum",
            "whyhead": "Gitmeden önce",
            "whytext": "Nedenini söylemek ister misin? İki saniye sürer, zorunlu değil.",
            "r1": "Çok fazla e-posta",
            "r2": "Tarzım değil",
            "r3": "Başka bir şey",
            "send": "Gönder ve bitir",
            "skip": "Atla ve abonelikten çık",
            "bye": "Bu kadar, listeden çıktın 👋",
            "byetext": "Darılmaca yok. Mağazamız sana hep açık.",
            "undo": "Pardon, geri al",
        },
        "sv": {
            "ship": "Fri frakt över 500 kr",
            "nav1": "Nyheter",
            "nav2": "Rea",
            "cart": "Kundvagn",
            "club": "Gå med i klubben",
            "mailword": "E-post",
            "wait": "Vänta… var det något vi sa?",
            "plea": "Du missar förtur, födelsedagspresenter och vår provkollektion. Är det verkligen så du vill?",
            "stay": "Okej, jag stannar!",
            "less": "Ett mejl i månaden räcker",
            "on": "Jag vill ändå sluta",
            "whyhead": "Innan du går",
            "whytext": "Vill du berätta varför? Tar två sekunder, helt frivilligt.",
            "r1": "Alldeles för många mejl",
            "r2": "Inte min stil",
            "r3": "Något annat",
            "send": "Skicka och avsluta",
            "skip": "Hoppa över och avregistrera mig",
            "bye": "Klart, du är borta från listan 👋",
            "byetext": "Inga sura miner. Butiken är alltid öppen.",
            "undo": "Hoppsan, ångra",
        },
    }

    @property
    def way(self) -> str:
        return f"/account/email/bye?c={self.token}"

    def answer(self, visit: Visit) -> Reply:
        mine = self.token in (visit.asks("c"), visit.sends("c"))
        match visit.method, visit.path:
            case "GET", "/account/email/bye" if mine:
                return self.step(visit)
            case "POST", "/account/email/bye/finish" if mine:
                if visit.sends("reason"):
                    self.wrong(Move.SURVEY, visit)
                self.leave()
                return self.shell(FASHION_BYE)
            case "POST", "/account/email/hello":
                self.join(visit)
                return self.shell("<h1>♥</h1>")
            case "POST", "/contact":
                self.join(visit, "club")
                return self.shell("<h1>♥</h1>")
            case "GET", "/":
                return self.shell("<h1>{{brand}}</h1><p>{{ship}}</p>")
            case _:
                return self.unknown(visit)

    def step(self, visit: Visit) -> Reply:
        if visit.asks("f") == "monthly":
            self.wrong(Move.SETTLED, visit)
            return self.shell("<h1>♥</h1><p>{{less}} ✓</p>")
        return self.shell(FASHION_WHY if visit.asks("step") == "2" else FASHION_PLEAD)

    def shell(self, middle: str) -> Reply:
        return self.lay(FASHION, middle=self.text(middle))


FURNITURE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/global/skapa.min.css">
<style>dialog::backdrop{background:rgba(0,0,0,.4)}.btn__inner{padding:0 2rem}.pill{border:0;
border-radius:64px}</style>
</head><body><div class="hnf-global"><div class="hnf-header"><a href="/" class="hnf-logo"><svg
 viewBox="0 0 90 36" role="img"
 aria-label="{{brand}}"><rect width="90" height="36" fill="#ffd400"/></svg></a>
<form action="/search/" role="search"><input name="q" type="search" aria-label="{{search}}"></form>
<ul class="hnf-links"><li><a href="/rooms/">{{nav1}}</a></li><li><a href="/products/">{{nav2}}</a></li>
<li><a href="/profile/login/">{{login}}</a></li></ul></div></div>
<main id="content">{{{middle}}}</main>
<div class="hnf-footer"><a href="/contact/">{{contact}}</a><a href="/privacy/">{{privacy}}</a><a
 href="/cookies/">Cookies</a>
<a href="https://social.example/f" title="Facebook"><svg><path d="M4 4h8"/></svg>
</a> © Nordhem Systems B.V. 1999-2026</div>
<script>document.querySelectorAll('[data-open]').forEach(function (b) {b.addEventListener('click', function () {
document.getElementById(b.getAttribute('data-open')).showModal();});});</script></body></html>"""

FURNITURE_ASK = """<h1>{{hello}}</h1><p class="ingress">{{lead}}</p>
<div class="card"><div class="card__row"><div><h3>{{letter}}</h3><p>{{lettertext}}</p></div>
<button type="button" class="btn btn--secondary pill" data-open="dlg"><span class="btn__inner">
<span>{{cease}}</span></span>
</button></div>
<div class="card__row"><div><h3>{{family}}</h3><p>{{familytext}}</p></div>
<form action="/family/join" method="post"><input type="hidden" name="__RequestVerificationToken" value="{{slip}}">
<button type="submit" class="btn btn--emphasised pill"><span class="btn__inner"><span>{{familyjoin}}</span>
</span></button>
</form></div></div>
<dialog id="dlg" aria-labelledby="dlg-h"><form method="post" action="/newsletter/settings/{{token}}/confirm">
<h2 id="dlg-h">{{sure}}</h2><p>{{suretext}}</p>
<input type="hidden" name="__RequestVerificationToken" value="{{slip}}"><input type="hidden"
 name="Publication" value="NL01">
<button type="submit" formmethod="dialog" class="btn pill" value="cancel"><span class="btn__inner">{{no}}</span>
</button>
<button type="submit" name="Command" value="End" class="btn btn--primary pill"><span
 class="btn__inner">{{yes}}</span></button>
</form></dialog>"""

FURNITURE_TOLD = """<h1>{{thanks}}</h1><p class="ingress">{{thankstext}}</p>
<div class="grid"><a href="/rooms/bedroom/">{{nav1}}</a> <a href="/products/new/">{{nav2}}</a></div>"""


class Flatpack(Newcomer):
    """A furniture shop: the button opens a dialog that stands in the page; success is said in the title."""

    name = "flatpack"
    brand = "NORDHEM"
    languages = ("sv", "da", "de", "ja")
    others = ("family",)
    words: ClassVar[Words] = {
        "sv": {
            "title": "Dina utskick - NORDHEM",
            "nav1": "Rum",
            "nav2": "Produkter",
            "hello": "Hej Ada!",
            "lead": "Här ser du vad vi skickar till dig.",
            "letter": "Nyhetsbrevet",
            "lettertext": "Inspiration, nya möbler och erbjudanden. Varje torsdag.",
            "cease": "Avsluta",
            "family": "Nordhem Family",
            "familytext": "Rabatter, fritt kaffe och mycket mer.",
            "familyjoin": "Bli medlem",
            "sure": "Vill du säga upp nyhetsbrevet?",
            "suretext": "Du får då inga fler mejl med inspiration från oss.",
            "no": "Nej, behåll",
            "yes": "Ja, avsluta",
            "done": "Ditt nyhetsbrev är avslutat - NORDHEM",
            "thanks": "Tack för den här tiden!",
            "thankstext": "Välkommen in i varuhuset när du vill.",
        },
        "da": {
            "title": "Dine udsendelser - NORDHEM",
            "nav1": "Rum",
            "nav2": "Produkter",
            "hello": "Hej Ada!",
            "lead": "Her kan du se, hvad vi sender til dig.",
            "letter": "Nyhedsbrevet",
            "lettertext": "Inspiration, nye møbler og tilbud. Hver torsdag.",
            "cease": "Stop",
            "family": "Nordhem Family",
            "familytext": "Rabatter, gratis kaffe og meget mere.",
            "familyjoin": "Bliv medlem",
            "sure": "Vil du opsige nyhedsbrevet?",
            "suretext": "Så får du ikke flere mails med inspiration fra os.",
            "no": "Nej, behold det",
            "yes": "Ja, frameld",
            "done": "Du er nu frameldt nyhedsbrevet - NORDHEM",
            "thanks": "Tak for denne gang!",
            "thankstext": "Du er altid velkommen i varehuset.",
        },
        "de": {
            "title": "Deine Abos - NORDHEM",
            "nav1": "Räume",
            "nav2": "Produkte",
            "hello": "Hej Ada!",
            "lead": "Hier siehst du, was wir dir schicken.",
            "letter": "Newsletter",
            "lettertext": "Inspiration, neue Möbel und Angebote. Jeden Donnerstag.",
            "cease": "Beenden",
            "family": "Nordhem Family",
            "familytext": "Rabatte, Gratis-Kaffee und vieles mehr.",
            "familyjoin": "Mitglied werden",
            "sure": "Möchtest du den Newsletter wirklich abbestellen?",
            "suretext": "Du bekommst dann keine Inspirationen mehr per E-Mail.",
            "no": "Nein, behalten",
            "yes": "Ja, abbestellen",
            "done": "Dein Newsletter ist abbestellt - NORDHEM",
            "thanks": "Danke für die schöne Zeit!",
            "thankstext": "Im Einrichtungshaus bist du immer willkommen.",
        },
        "ja": {
            "title": "配信設定 - NORDHEM",
            "nav1": "お部屋",
            "nav2": "商品",
            "hello": "Adaさん、こんにちは",
            "lead": "現在お届けしているメールはこちらです。",
            "letter": "ニュースレター",
            "lettertext": "インテリアのヒント、新商品、お得な情報を毎週木曜日に。",
            "cease": "停止する",
            "family": "Nordhem Family",
            "familytext": "割引やコーヒー無料などの特典。",
            "familyjoin": "入会する",
            "sure": "ニュースレターの配信を停止しますか?",
            "suretext": "停止すると、今後メールは届かなくなります。",
            "no": "いいえ、続ける",
            "yes": "はい、停止する",
            "done": "ニュースレターの配信を停止しました - NORDHEM",
            "thanks": "ご愛読ありがとうございました",
            "thankstext": "店舗でのご来店をお待ちしております。",
        },
    }

    def ways(self) -> tuple[str, ...]:
        return ()

    @property
    def way(self) -> str:
        return f"/newsletter/settings/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                middle = self.text(FURNITURE_ASK, slip=self.slip())
                return self.lay(FURNITURE, middle=middle, cookies=self.session())
            case "POST", path if path == f"{self.way}/confirm":
                if not self.honest(visit, "__RequestVerificationToken"):
                    return self.forbidden()
                if visit.sends("Command") != "End" or visit.sends("Publication") != "NL01":
                    return self.home(self.way)
                self.leave()
                title = self.own["done"]
                return self.lay(FURNITURE, middle=self.text(FURNITURE_TOLD), title=title)
            case "POST", "/family/join":
                self.join(visit, "family")
                return self.home("/")
            case _:
                return self.unknown(visit)


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
