"""Who carries, beds and entertains: ferries, an airline, hotels, tickets, a railway, holiday homes, hire cars."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
from tests.senders.traffic import Reply, Visit, see

_FERRY = """<!DOCTYPE html>
<html lang="{{language}}" class="no-js">
<head>
<meta charset="UTF-8">
<base href="/post/">
<title>{{brand}} · {{title}}</title>
<style>.c-button{display:inline-block;border:2px solid #036;padding:.7em 1.4em;border-radius:4px}</style>
<script type="application/ld+json">{"@context":"https://schema.example","@type":"Organization","name":"Islander"}
</script>
</head>
<body>
<a class="skip" href="#main">{{skip}}</a>
<header class="c-header">
<a href="/" class="c-logo" title="{{brand}}">
<svg viewBox="0 0 40 20" width="80"><path d="M2 12h36l-6 6H8z"/></svg></a>
<ul class="c-nav"><li><a href="/timetables">{{timetables}}</a><li><a href="/fares">{{fares}}</a>
<li><a href="/book">{{book}}</a></ul>
</header>
<main id="main">
{{{main}}}
</main>
<footer class="c-footer">
<p>{{company}}</p>
<a href="https://social.example/islander" title="Facebook"><i class="icon-fb"></i></a>
<a href="/privacy">{{privacy}}</a> <a href="/contact">{{contact}}</a>
</footer>
</body>
</html>
"""

_FERRY_ASK = """
<h1>{{question}}</h1>
<p>{{tale}}</p>
<p>{{deal}}</p>
<div class="c-actions">
<a class="c-button c-button--primary" role="button" href="/book">{{stay}}</a>
<a class="c-button" role="button" href="{{token}}/ashore">{{go}}</a>
</div>
<p><a href="{{token}}/monthly">{{monthly}}</a></p>
"""

_FERRY_DONE = """
<h1>{{landed}}</h1>
<p>{{thanks}}</p>
<p>{{oops}} <a href="{{token}}/aboard">{{aboard}}</a></p>
"""


class IslandFerries(Newcomer):
    """A family-run ferry line that plays on its trade; both answers are links that look like buttons."""

    name = "island-ferries"
    languages = ("en", "sv")
    brand = "Islander Lines"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Summer sailings are open",
            "mail": "Book before the end of the month and the dog travels free.",
            "foot": "Jump ship",
            "title": "Ship's post",
            "skip": "Skip to content",
            "timetables": "Timetables",
            "fares": "Fares",
            "book": "Book a crossing",
            "question": "Man overboard?",
            "tale": "Every fortnight or so we send out the ship's post: new crossings, early-bird fares and"
            " now and then a seal. You have told us you may have seen enough seals.",
            "deal": "If you step ashore we will strike your address from the passenger list for the"
            " ship's post. It makes no odds to any crossing you've booked.",
            "stay": "Stay aboard",
            "go": "Put me ashore",
            "monthly": "Only send me the post once a month",
            "landed": "Mind the gap – you're ashore",
            "thanks": "Thank you for sailing with us. The ship's post won't come to ada@home.test again.",
            "oops": "Pressed it by mistake?",
            "aboard": "Climb back aboard",
            "welcome": "Welcome aboard!",
            "slower": "Once a month it is.",
            "company": "Islander Lines Ltd, The Old Customs House, Oban",
        },
        "sv": {
            "subject": "Nu kan du boka sommarens turer",
            "mail": "Boka före månadsskiftet så åker hunden gratis.",
            "foot": "Hoppa i land",
            "title": "Skeppsposten",
            "skip": "Hoppa till innehållet",
            "timetables": "Tidtabeller",
            "fares": "Priser",
            "book": "Boka en tur",
            "question": "Man överbord?",
            "tale": "Varannan vecka ungefär skickar vi skeppsposten: nya turer, tidiga priser och då och då"
            " en säl. Du har antytt att du kanske har sett nog med sälar.",
            "deal": "Går du i land så stryker vi din adress från passagerarlistan för skeppsposten."
            " Turer du redan har bokat påverkas inte.",
            "stay": "Stanna ombord",
            "go": "Sätt mig i land",
            "monthly": "Skicka bara posten en gång i månaden",
            "landed": "Se upp för glipan – du är i land",
            "thanks": "Tack för att du seglade med oss. Skeppsposten kommer inte till ada@home.test igen.",
            "oops": "Tryckte du fel?",
            "aboard": "Kliv ombord igen",
            "welcome": "Välkommen ombord!",
            "slower": "Då blir det en gång i månaden.",
            "company": "Islander Lines AB, Gamla Tullhuset, Västervik",
        },
    }

    @property
    def way(self) -> str:
        return f"/post/{self.token}"

    def frame(self, part: str) -> Reply:
        return self.lay(_FERRY, main=self.text(part))

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way:
            return self.frame(_FERRY_DONE if self.ended else _FERRY_ASK)
        if visit.path == f"{self.way}/ashore":
            self.leave()
            return self.frame(_FERRY_DONE)
        if visit.path == f"{self.way}/monthly":
            self.wrong(Move.SETTLED, visit)
            return self.frame("<h1>{{slower}}</h1>")
        if visit.path == f"{self.way}/aboard":
            self.join(visit)
            return self.frame("<h1>{{welcome}}</h1>")
        return self.around(visit) or self.unknown(visit)


_WINGS = """<!doctype html>
<html lang="{{language}}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{brand}} – {{title}}</title>
<style>.wz{max-width:560px;margin:auto}.wz-steps li{display:inline-block;margin-right:1em;opacity:.5}
.wz-steps li.on{opacity:1;font-weight:bold}.wz-nav{display:flex;justify-content:space-between}</style>
</head>
<body>
<header class="bar"><a href="/">{{brand}}</a>
<nav><a href="/flights">{{flights}}</a> <a href="/checkin">{{checkin}}</a> <a href="/bags">{{bags}}</a></nav>
<form action="/lang" method="get"><select name="l" aria-label="Language"><option>{{language}}<option>it<option>pl
</select></form></header>
<main class="wz">
<h1>{{title}}</h1>
<ol class="wz-steps"><li class="{{s1}}">{{one}}</li>
<li class="{{s2}}">{{two}}</li><li class="{{s3}}">{{three}}</li></ol>
{{{main}}}
</main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a href="/help">{{help}}</a></footer>
</body></html>
"""

_WINGS_ONE = """
{{{error}}}
<form method="post" action="{{way}}/topics">
<input type="hidden" name="csrf" value="{{slip}}">
<fieldset><legend>{{which}}</legend>
<div><input type="radio" name="scope" id="sc1" value="sales"><label for="sc1">{{sales}}</label></div>
<div><input type="radio" name="scope" id="sc2" value="all"><label for="sc2">{{all}}</label></div>
<div><input type="radio" name="scope" id="sc3" value="fewer"><label for="sc3">{{fewer}}</label></div>
</fieldset>
<div class="wz-nav"><a href="/">{{leave_page}}</a><button type="submit">{{next}}</button></div>
</form>
"""

_WINGS_TWO = """
{{{error}}}
<form method="post" action="{{way}}/reason">
<input type="hidden" name="csrf" value="{{slip}}"><input type="hidden" name="scope" value="{{scope}}">
<fieldset><legend>{{because}}</legend>
<label><input type="radio" name="why" value="1"> {{why1}}</label><br>
<label><input type="radio" name="why" value="2"> {{why2}}</label><br>
<label><input type="radio" name="why" value="3"> {{why3}}</label><br>
<label>{{more}}<br><textarea name="words" rows="3"></textarea></label>
</fieldset>
<div class="wz-nav"><button type="submit" name="do" value="skip" formnovalidate>{{skip}}</button>
<button type="submit" name="do" value="answer">{{next}}</button></div>
</form>
"""

_WINGS_THREE = """
<p>{{summary}} <strong>{{what}}</strong></p>
<form method="post" action="{{way}}/finish">
<input type="hidden" name="csrf" value="{{slip}}"><input type="hidden" name="scope" value="{{scope}}">
<div class="wz-nav"><a href="{{way}}">{{back}}</a><button type="submit">{{finish}}</button></div>
</form>
"""

_WINGS_END = """
<div role="alert"><p><b>{{landed}}</b></p><p>{{what_off}}</p></div>
<p><a href="/flights">{{search_flights}}</a></p>
"""


class BudgetWings(Newcomer):
    """A low-cost airline: three steps, the second asks why and can be skipped, each with its own token."""

    name = "budget-wings"
    languages = ("en", "es")
    brand = "Pelicair"
    lists = ("sales", "partners")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Lisbon from £14.99 – ends midnight",
            "mail": "A million seats, most of them window-adjacent. Book by midnight.",
            "foot": "Manage e-mail",
            "title": "Your e-mail settings",
            "flights": "Flights",
            "checkin": "Check-in",
            "bags": "Bags",
            "one": "What",
            "two": "Why",
            "three": "Finish",
            "which": "What should we stop sending to ada@home.test?",
            "sales": "Seat sales and route news",
            "all": "Everything, except about flights I've booked",
            "fewer": "Nothing, but send me fewer",
            "leave_page": "Never mind",
            "next": "Next",
            "because": "What made you decide?",
            "why1": "I get too many",
            "why2": "I fly with somebody else now",
            "why3": "I never asked for these",
            "more": "Anything to add?",
            "skip": "Skip this step",
            "summary": "Ready for take-off. We'll stop sending you:",
            "back": "Change",
            "finish": "Finish",
            "landed": "All done.",
            "what_off": "You won't receive these e-mails any longer.",
            "search_flights": "Search flights",
            "pick": "Please pick one.",
            "expired": "You took a while, so we have to start again.",
            "less": "You'll get one e-mail a week from now on.",
        },
        "es": {
            "subject": "Lisboa desde 14,99 € – solo hasta medianoche",
            "mail": "Un millón de asientos. Reserve antes de medianoche.",
            "foot": "Gestionar correos",
            "title": "Tus ajustes de correo",
            "flights": "Vuelos",
            "checkin": "Facturación",
            "bags": "Equipaje",
            "one": "Qué",
            "two": "Por qué",
            "three": "Finalizar",
            "which": "¿Qué quieres que dejemos de enviar a ada@home.test?",
            "sales": "Ofertas de vuelos y novedades de rutas",
            "all": "Todo, salvo lo relativo a mis reservas",
            "fewer": "Nada, pero enviadme menos",
            "leave_page": "Déjalo",
            "next": "Siguiente",
            "because": "¿Qué te ha hecho decidirte?",
            "why1": "Recibo demasiados",
            "why2": "Ahora vuelo con otra compañía",
            "why3": "Nunca los pedí",
            "more": "¿Algo que añadir?",
            "skip": "Saltar este paso",
            "summary": "Listos para despegar. Vamos a dejar de enviarte:",
            "back": "Cambiar",
            "finish": "Finalizar",
            "landed": "Todo listo.",
            "what_off": "Ya no te llegarán estos correos.",
            "search_flights": "Buscar vuelos",
            "pick": "Elige una opción.",
            "expired": "Has tardado un rato, así que hay que empezar de nuevo.",
            "less": "A partir de ahora recibirás un correo a la semana.",
        },
    }

    @property
    def way(self) -> str:
        return f"/settings/{self.token}"

    def frame(self, step: int, part: str, said: str = "", **more: str) -> Reply:
        error = f'<p class="err">{self.own[said]}</p>' if said else ""
        made = self.text(part, slip=self.slip(), error=error, **more)
        s1, s2, s3 = ("on" if n == step else "" for n in (1, 2, 3))
        return self.lay(_WINGS, main=made, cookies=self.session(), s1=s1, s2=s2, s3=s3)

    def answer(self, visit: Visit) -> Reply:
        where = visit.path.removeprefix(self.way)
        if visit.path == where:
            return self.around(visit) or self.unknown(visit)
        if visit.method != "POST":
            return self.frame(1, _WINGS_ONE)
        if not self.honest(visit, "csrf"):
            return self.frame(1, _WINGS_ONE, "expired")
        return self.step(visit, where)

    def step(self, visit: Visit, where: str) -> Reply:
        scope = visit.sends("scope") or ""
        if scope == "fewer":
            self.wrong(Move.SETTLED, visit)
            return self.frame(3, "<p>{{less}}</p>")
        if scope not in {"sales", "all"}:
            return self.frame(1, _WINGS_ONE, "pick")
        if where == "/topics":
            return self.frame(2, _WINGS_TWO, scope=scope)
        if where == "/reason":
            if visit.sends("why") or visit.sends("words"):
                self.wrong(Move.SURVEY, visit)
            elif visit.sends("do") != "skip":
                return self.frame(2, _WINGS_TWO, "pick", scope=scope)
            return self.frame(3, _WINGS_THREE, scope=scope, what=self.own[scope])
        if where == "/finish":
            self.leave(*(self.lists if scope == "all" else ("sales",)))
            return self.frame(3, _WINGS_END)
        return self.unknown(visit)


_MANOR = """<!DOCTYPE html>
<html lang="{{language}}-x-mtr">
<head>
<meta charset="utf-8">
<title>{{title}} | {{brand}}</title>
<style>
.sw{position:relative;display:inline-block;width:52px;height:28px}.sw input{opacity:0;width:0;height:0}
.sw span{position:absolute;inset:0;border-radius:28px;background:#bbb}.sw input:checked+span{background:#8a6d3b}
.row{display:grid;grid-template-columns:1fr 180px;border-bottom:1px solid #e5e0d5;padding:18px 0}
.tst{background:#1d3d2a;color:#fff;padding:12px 20px}
</style>
<script>var digitalData={page:{name:"subscription:preferences"}};</script>
</head>
<body>
<div class="l-top"><a href="/" class="logo">{{brand}}</a>
<ul><li><a href="/find">{{find}}</a></li><li><a href="/offers">{{offers}}</a></li>
<li><a href="/loyalty">{{loyalty}}</a>
</li><li><a href="/login">{{login}}</a></li></ul></div>
{{{toast}}}
<div class="l-main">
<h1>{{title}}</h1>
<p class="intro">{{intro}}</p>
<form id="prefs" name="prefs" action="/subscriptions/save" method="post">
<input type="hidden" name="k" value="{{token}}"><input type="hidden" name="loc" value="{{language}}">
<div class="row"><label for="em">{{email}}</label>
<input id="em" name="em" type="email" value="ada@home.test" readonly></div>
<div class="row"><label for="ctry">{{country}}</label>
<select id="ctry" name="ctry"><option value="GB">United Kingdom
<option value="FR" selected>France<option value="US">United States</select></div>
{{{rows}}}
<div class="row"><div><div id="all-t"><b>{{master}}</b></div>
<div id="all-d">{{master_text}}</div></div>
<label class="sw"><input type="checkbox" name="mute_all" value="Y"
aria-labelledby="all-t" aria-describedby="all-d" {{{muted}}}><span></span></label></div>
<div class="row"><span></span><button class="b-primary" type="submit">{{save}}</button></div>
</form>
<h3>{{data}}</h3>
<p>{{data_text}} <a href="/privacy/erase?k={{token}}">{{erase}}</a></p>
</div>
<div class="l-foot"><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a>
<a href="/contact">{{contact}}</a>
<p>© {{brand}} Hotels &amp; Resorts</p></div>
</body>
</html>
"""

_MANOR_ROW = """<div class="row"><div><label for="f_{{key}}"><b>{{label}}</b></label><p>{{about}}</p></div>
<select id="f_{{key}}" name="f_{{key}}">
<option value="A"{{{a}}}>{{always}}</option><option value="M"{{{m}}}>{{monthly}}</option>
<option value="N"{{{n}}}>{{never}}</option></select></div>
"""


class ManorHotels(Newcomer):
    """A hotel group: how often for each brand, and a switch for all of it whose words stand apart."""

    name = "manor-hotels"
    languages = ("en", "fr")
    brand = "Manor Collection"
    lists = ("moments", "circle")
    others = ("residences",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Ada, autumn suits the Cotswolds",
            "mail": "Three nights for two at Hartwell Manor, with breakfast in bed.",
            "foot": "Communication preferences",
            "title": "Stay in touch, your way",
            "find": "Find a hotel",
            "offers": "Offers",
            "loyalty": "Manor Circle",
            "intro": "Tell us how often you would like to receive each of our publications.",
            "email": "E-mail",
            "country": "Country of residence",
            "moments": "Manor Moments",
            "moments_about": "Seasonal escapes, spa days and dining",
            "circle": "Circle Statement",
            "circle_about": "Your nights, points and member rates",
            "residences": "Manor Residences",
            "residences_about": "Homes for sale at our resorts",
            "always": "As it happens",
            "monthly": "At most monthly",
            "never": "Not at all",
            "master": "Do not disturb",
            "master_text": "Switch on to opt out of all marketing e-mails from Manor Collection.",
            "save": "Save preferences",
            "saved": "Your preferences have been saved.",
            "none": "Do not disturb is on: you are opted out of all our marketing e-mails.",
            "data": "Your data",
            "data_text": "You may also ask us to erase your guest profile, including stays and points.",
            "erase": "Erase my profile",
            "erased": "We are sorry to see you go. Your profile is being erased.",
        },
        "fr": {
            "subject": "Ada, l'automne va bien aux Cotswolds",
            "mail": "Trois nuits pour deux au manoir de Hartwell, petit déjeuner au lit compris.",
            "foot": "Préférences de communication",
            "title": "Restons en contact, à votre rythme",
            "find": "Trouver un hôtel",
            "offers": "Offres",
            "loyalty": "Cercle Manor",
            "intro": "Indiquez-nous à quelle fréquence vous souhaitez recevoir chacune de nos publications.",
            "email": "E-mail",
            "country": "Pays de résidence",
            "moments": "Manor Moments",
            "moments_about": "Escapades de saison, spa et gastronomie",
            "circle": "Relevé du Cercle",
            "circle_about": "Vos nuits, vos points et vos tarifs membres",
            "residences": "Résidences Manor",
            "residences_about": "Propriétés à vendre dans nos domaines",
            "always": "Au fil de l'eau",
            "monthly": "Une fois par mois au plus",
            "never": "Pas du tout",
            "master": "Ne pas déranger",
            "master_text": "Activez pour refuser l'ensemble des e-mails promotionnels de Manor Collection.",
            "save": "Enregistrer mes préférences",
            "saved": "Vos préférences ont bien été enregistrées.",
            "none": "« Ne pas déranger » est activé : plus aucun e-mail promotionnel ne vous sera adressé.",
            "data": "Vos données",
            "data_text": "Vous pouvez aussi demander l'effacement de votre profil, séjours et points compris.",
            "erase": "Effacer mon profil",
            "erased": "Nous sommes désolés de vous voir partir. Votre profil est en cours d'effacement.",
        },
    }

    @property
    def way(self) -> str:
        return f"/subscriptions?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        known = self.token in (visit.asks("k"), visit.sends("k"))
        match visit.method, visit.path:
            case "GET", "/subscriptions" if known:
                return self.centre(saved=visit.asks("s") == "1")
            case "POST", "/subscriptions/save" if known:
                return self.sent(visit)
            case _, "/privacy/erase":
                self.wrong(Move.WIPED, visit)
                return self.lay("<!doctype html><title>{{brand}}</title><h1>{{erased}}</h1>")
            case _:
                return self.around(visit) or self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("em") != self.alias:
            self.wrong(Move.TWISTED, visit)
        everything = visit.sends("mute_all") == "Y"
        wanted = not everything and visit.sends("f_residences") in {"A", "M"}
        if wanted and self.book["residences"] is not Status.SUBSCRIBED:
            self.join(visit, "residences")
        gone = [
            one
            for one in self.lists
            if self.book[one] is Status.SUBSCRIBED
            and (everything or visit.sends(f"f_{one}") == "N")
        ]
        if gone:
            self.leave(
                *gone, told=all(self.book[one] is Status.LEFT or one in gone for one in self.lists)
            )
        elif visit.sends("f_moments") == "M" and not everything:
            self.wrong(Move.SETTLED, visit)
        return see(f"/subscriptions?k={self.token}&s=1", 303)

    def centre(self, *, saved: bool) -> Reply:
        out = all(self.book[one] is Status.LEFT for one in self.lists)
        said = self.own["saved"] + (" " + self.own["none"] if out else "")
        rows = ""
        for key, status in self.book.items():
            often = "a" if status is Status.SUBSCRIBED else "n"
            marks = {one: " selected" if one == often else "" for one in "amn"}
            label, about = self.own[key], self.own[f"{key}_about"]
            rows += self.text(_MANOR_ROW, key=key, label=label, about=about, **marks)
        return self.lay(
            _MANOR,
            rows=rows,
            muted="checked" if out else "",
            toast=f'<div class="tst" aria-live="polite">{said}</div>' if saved else "",
        )


_STALLS = """<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<title>{{brand}}: {{title}}</title>
<style>.alert-success{background:#dff0d8;padding:15px}.alert-danger{background:#f2dede;padding:15px}</style>
</head>
<body class="layout-default">
<div class="navbar"><div class="container">
<a class="navbar-brand" href="/">{{brand}}</a>
<form class="navbar-form" role="search" action="/search" method="get"><div class="form-group">
<input class="form-control" type="search" name="q" placeholder="{{artists}}"></div>
<button class="btn btn-default" type="submit" aria-label="{{search}}">
<span class="glyphicon"></span></button></form>
<ul class="nav"><li><a href="/concerts">{{concerts}}</a></li><li><a href="/theatre">{{theatre}}</a></li>
<li><a href="/login">{{login}}</a></li></ul>
</div></div>
<div class="container">
<ol class="breadcrumb"><li><a href="/">{{home}}</a></li><li class="active">{{title}}</li></ol>
{{{alert}}}
<div class="row"><div class="col-md-8">
<h2>{{title}}</h2>
<p>{{explain}}</p>
{{{form}}}
</div>
<div class="col-md-4"><div class="panel"><h4>{{hot}}</h4><ul><li><a href="/e/1">Die Fledermaus</a></li>
<li><a href="/e/2">The Night Parcels</a></li></ul></div></div></div>
</div>
<div class="footer"><div class="container"><h4>{{alerts}}</h4>
<form action="/subscribe" method="post" class="form-inline">
<input type="email" name="email" placeholder="{{email}}" required>
<button class="btn btn-primary">{{notify}}</button></form>
<a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a href="/contact">{{contact}}</a>
</div></div>
</body>
</html>
"""

_STALLS_FORM = """<form class="form-horizontal" action="newsletter-off" method="post" accept-charset="UTF-8">
<input name="utf8" type="hidden" value="&#x2713;"><input type="hidden" name="_csrf" value="{{slip}}">
<div class="form-group"><label class="col-sm-3" for="nl_email">{{email}} *</label>
<div class="col-sm-9">
<input class="form-control" id="nl_email" name="newsletter[email]" type="email" value="" required></div>
</div>
<div class="form-group"><div class="col-sm-offset-3">
<input class="btn btn-danger" type="submit" value="{{go}}"></div></div>
</form>
"""


class StallsAndCircle(Newcomer):
    """A ticket shop: the address has to be typed, with a sign-up for alerts in the footer that asks for it too."""

    name = "stalls-and-circle"
    languages = ("en", "de")
    brand = "Stalls & Circle"
    others = ("alerts",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "On sale Friday: The Night Parcels",
            "mail": "Pre-sale for newsletter readers opens Thursday at ten.",
            "foot": "Cancel newsletter",
            "title": "Newsletter cancellation",
            "artists": "Artist, venue or city",
            "concerts": "Concerts",
            "theatre": "Theatre",
            "explain": "Please enter the e-mail address at which you receive our newsletter. Tickets and"
            " invoices will of course still be sent.",
            "hot": "Selling fast",
            "alerts": "Never miss an on-sale",
            "email": "E-mail address",
            "notify": "Notify me",
            "go": "Cancel newsletter",
            "off": "The newsletter to ada@home.test has been cancelled.",
            "unknown": "There is no newsletter for this address.",
            "stale": "Invalid authenticity token.",
        },
        "de": {
            "subject": "Ab Freitag im Verkauf: The Night Parcels",
            "mail": "Der Vorverkauf für Newsletter-Leser beginnt am Donnerstag um zehn.",
            "foot": "Newsletter abbestellen",
            "title": "Newsletter-Abbestellung",
            "artists": "Künstler, Spielstätte oder Ort",
            "concerts": "Konzerte",
            "theatre": "Theater",
            "explain": "Bitte geben Sie die E-Mail-Adresse ein, an die wir unseren Newsletter senden. Tickets"
            " und Rechnungen erhalten Sie selbstverständlich weiterhin.",
            "hot": "Gleich ausverkauft",
            "alerts": "Keinen Vorverkauf verpassen",
            "email": "E-Mail-Adresse",
            "notify": "Informiert mich",
            "go": "Newsletter abbestellen",
            "off": "Der Newsletter an ada@home.test wurde abbestellt.",
            "unknown": "Zu dieser Adresse gibt es keinen Newsletter.",
            "stale": "Ungültiges Sicherheitstoken.",
        },
    }

    @property
    def way(self) -> str:
        return "/service/newsletter-off"

    def frame(self, said: str = "", kind: str = "danger", code: int = 200) -> Reply:
        alert = f'<div class="alert alert-{kind}">{self.own[said]}</div>' if said else ""
        made = "" if kind == "success" else self.text(_STALLS_FORM, slip=self.slip())
        return self.lay(_STALLS, code=code, cookies=self.session(), alert=alert, form=made)

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.around(visit) or self.unknown(visit)
        if visit.method != "POST":
            return self.frame()
        if not self.honest(visit):
            return self.frame("stale", code=422)
        if visit.sends("newsletter[email]") != self.alias:
            return self.frame("unknown")
        self.leave()
        return self.frame("off", "success")


_RAIL = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<style>#m{width:600px;margin:40px auto;border-top:6px solid #b5121b;font-family:Arial}
#y{background:#b5121b;color:#fff}</style>
</head><body><div id="m">
<a href="/"><img src="data:," alt="{{brand}}"></a>
{{{main}}}
<hr><font size="1">{{legal}}</font>
</div></body></html>
"""

_RAIL_ASK = """<h3>{{sure}}</h3>
<p>{{text}}</p>
<form method="post"><input type="hidden" name="a" value="{{token}}">
<input id="y" type="submit" name="cmdYes" value="{{aye}}">
<input type="submit" name="cmdNo" value="{{nay}}"></form>
"""


class NorthRail(Newcomer):
    """A train company on an elderly mailing service: bare yes and no, then "noted, allow ten days" with a 202."""

    name = "north-rail"
    languages = ("en", "fr")
    brand = "North Union Railway"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Two for one to the seaside",
            "mail": "Travel off-peak in October and the second ticket is ours.",
            "foot": "Opt-out",
            "title": "North Union Railway mailings",
            "sure": "Are you certain?",
            "text": "ada@home.test is about to be taken out of all promotional mailings.",
            "aye": "Yes",
            "nay": "No",
            "noted": "We have received your request.",
            "wait": "Changes are passed on to our mailing house every night. Please allow up to ten days;"
            " a mailing that is already being prepared may still reach you.",
            "kept": "Nothing has been changed.",
            "legal": "North Union Railway plc. Registered in England 0199001.",
        },
        "fr": {
            "subject": "À deux pour le prix d'un au bord de la mer",
            "mail": "Voyagez hors pointe en octobre, le second billet est pour nous.",
            "foot": "Se désinscrire",
            "title": "Courriers de North Union Railway",
            "sure": "En êtes-vous certain ?",
            "text": "ada@home.test va être retirée de l'ensemble de nos envois promotionnels.",
            "aye": "Oui",
            "nay": "Non",
            "noted": "Nous avons bien reçu votre demande.",
            "wait": "Les modifications sont transmises chaque nuit à notre routeur. Comptez jusqu'à dix jours ;"
            " un envoi déjà en préparation peut encore vous parvenir.",
            "kept": "Rien n'a été modifié.",
            "legal": "North Union Railway, société immatriculée au Royaume-Uni sous le n° 0199001.",
        },
    }

    @property
    def way(self) -> str:
        return f"/optout/{self.token}.aspx"

    def frame(self, part: str, code: int = 200) -> Reply:
        return self.lay(_RAIL, code=code, main=self.text(part))

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.around(visit) or self.unknown(visit)
        if visit.method == "POST" and visit.sends("a") == self.token:
            if visit.sends("cmdYes") is not None:
                self.leave(told=False)
                return self.frame("<h3>{{noted}}</h3><p>{{wait}}</p>", 202)
            if visit.sends("cmdNo") is not None:
                return self.frame("<h3>{{kept}}</h3>")
        return self.frame(_RAIL_ASK)


_SUNLET = """<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{brand}}</title>
<style>
.list{list-style:none;padding:0}.list>li{display:flex;align-items:center;gap:16px;padding:16px 0}
.state{margin-left:auto}.icon-btn{border:0;background:none;width:40px;height:40px}
dialog{border:0;border-radius:16px;padding:32px}.flash{background:#e6f4ea;padding:14px;border-radius:8px}
</style>
</head>
<body>
<nav class="top"><a href="/" aria-label="{{brand}}">
<svg width="28" height="28"><circle cx="14" cy="14" r="9"/></svg></a>
<form action="/search" method="get"><input name="q" aria-label="{{where}}" placeholder="{{where}}">
<button aria-label="{{search}}"><svg width="14" height="14"><circle cx="6" cy="6" r="5"/></svg></button></form>
<a href="/host">{{host}}</a></nav>
<main>
{{{flash}}}
<h1>{{title}}</h1>
<p>{{intro}}</p>
<ul class="list">
{{{rows}}}
</ul>
{{{whole}}}
<p class="muted">{{always}}</p>
</main>
<footer><a href="/privacy">{{privacy}}</a><span aria-hidden="true">·</span><a href="/terms">{{terms}}</a>
<a href="/account/close">{{close}}</a></footer>
<script>
document.querySelectorAll('[data-open]').forEach(function (b) {
  b.addEventListener('click', function () { document.getElementById(b.dataset.open).showModal(); });
});
document.querySelectorAll('dialog [data-shut]').forEach(function (b) {
  b.addEventListener('click', function () { b.closest('dialog').close(); });
});
</script>
</body>
</html>
"""

_SUNLET_ROW = """<li{{{mark}}}>
<div><strong>{{label}}</strong><br><span>{{about}}</span></div>
<span class="state">{{state}}</span>
<form action="/mail-settings/{{token}}/{{key}}" method="post">
<input type="hidden" name="to" value="{{to}}"><input type="hidden" name="sig" value="{{sig}}">
<button class="icon-btn" type="submit" title="{{verb}}" aria-label="{{verb}}: {{label}}">
<svg width="20" height="20" aria-hidden="true"><path d="{{path}}"/></svg></button></form>
</li>
"""

_SUNLET_WHOLE = """<button type="button" class="link" data-open="sure-all">{{all}}</button>
<dialog id="sure-all" aria-labelledby="sure-all-h">
<h2 id="sure-all-h">{{sure}}</h2>
<p>{{sure_text}}</p>
<button type="button" class="primary" data-shut>{{keep}}</button>
<form action="/mail-settings/{{token}}/all" method="post">
<input type="hidden" name="to" value="0"><input type="hidden" name="sig" value="{{sig}}">
<button type="submit">{{yes}}</button></form>
</dialog>
"""

_BELL_ON = "M10 2v2a5 5 0 0 1 5 5v5H5V9a5 5 0 0 1 5-5z"
_BELL_OFF = "M3 3l14 14M10 2v2a5 5 0 0 1 5 5v5H5V9"


class Sunlet(Newcomer):
    """Holiday homes: a row for each list with an icon as its button; switching all off asks in a dialog."""

    name = "sunlet"
    languages = ("en", "es")
    brand = "Sunlet"
    lists = ("ideas", "drops")
    others = ("hosting",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Ada, a finca with a lemon grove?",
            "mail": "Homes in the hills, chosen from your wish list.",
            "foot": "Email settings",
            "where": "Where to?",
            "host": "Let your place",
            "title": "What lands in your inbox",
            "intro": "You came from an e-mail called Travel ideas. Tap the bell beside anything to silence it.",
            "ideas": "Travel ideas",
            "ideas_about": "Places to stay, picked from your searches",
            "drops": "Price drops",
            "drops_about": "When a home on your wish list gets cheaper",
            "hosting": "Hosting news",
            "hosting_about": "For people who let their own place",
            "on": "On",
            "off": "Off",
            "silence": "Silence",
            "wake": "Wake",
            "all": "Silence the lot",
            "sure": "Silence the lot?",
            "sure_text": "You'd miss price drops of up to 40% on homes you saved.",
            "keep": "Keep me in the loop",
            "yes": "Silence",
            "always": "Booking confirmations, check-in details and messages from hosts always come through.",
            "close": "Close my account",
            "one_off": "Silenced. We won't e-mail you about this again.",
            "all_off": "Silenced. We won't send you any more promotional e-mails.",
            "one_on": "You're signed up.",
            "bad": "That didn't work. Please reload the page.",
        },
        "es": {
            "subject": "Ada, ¿una finca con limoneros?",
            "mail": "Casas en la sierra, elegidas de tu lista de deseos.",
            "foot": "Ajustes de correo",
            "where": "¿Adónde?",
            "host": "Alquila tu casa",
            "title": "Lo que llega a tu buzón",
            "intro": "Vienes de un correo llamado Ideas de viaje. Toca la campana para silenciar lo que quieras.",
            "ideas": "Ideas de viaje",
            "ideas_about": "Alojamientos elegidos según tus búsquedas",
            "drops": "Bajadas de precio",
            "drops_about": "Cuando baja una casa de tu lista de deseos",
            "hosting": "Noticias para anfitriones",
            "hosting_about": "Para quienes alquilan su propia casa",
            "on": "Activado",
            "off": "Desactivado",
            "silence": "Silenciar",
            "wake": "Activar",
            "all": "Silenciarlo todo",
            "sure": "¿Silenciarlo todo?",
            "sure_text": "Te perderías bajadas de hasta el 40 % en casas que guardaste.",
            "keep": "Quiero seguir al tanto",
            "yes": "Silenciar",
            "always": "Las confirmaciones de reserva, la entrada y los mensajes de anfitriones llegan siempre.",
            "close": "Cerrar mi cuenta",
            "one_off": "Silenciado. No volveremos a escribirte sobre esto.",
            "all_off": "Silenciado. No te enviaremos más correos promocionales.",
            "one_on": "Te has apuntado.",
            "bad": "No ha funcionado. Vuelve a cargar la página.",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail-settings/{self.token}?from=ideas"

    def answer(self, visit: Visit) -> Reply:
        base = f"/mail-settings/{self.token}"
        if visit.path == base:
            return self.centre(visit.asks("m"))
        if visit.method == "POST" and visit.path.startswith(f"{base}/"):
            return self.sent(visit, visit.path.rpartition("/")[2])
        if visit.path == "/account/close":
            self.wrong(Move.ACCOUNT, visit)
            return self.login()
        return self.around(visit) or self.unknown(visit)

    def sent(self, visit: Visit, topic: str) -> Reply:
        to = visit.sends("to")
        signed = visit.sends("sig") == self.secret(f"sig {topic}")
        if not signed or to not in {"0", "1"} or topic not in {"all", *self.book}:
            return self.centre("bad")
        if to == "1":
            self.join(visit, topic)
            return self.again("one_on")
        self.leave(*(self.lists if topic == "all" else (topic,)))
        return self.again("all_off" if topic == "all" else "one_off")

    def again(self, said: str) -> Reply:
        return see(f"/mail-settings/{self.token}?m={said}", 303)

    def centre(self, said: str) -> Reply:
        own = self.own
        told = said in {"one_off", "all_off", "one_on", "bad"}
        rows = "".join(self.row_of(key, status) for key, status in self.book.items())
        some = any(self.book[one] is Status.SUBSCRIBED for one in self.lists)
        return self.lay(
            _SUNLET,
            flash=f'<div class="flash" role="status">{own[said]}</div>' if told else "",
            rows=rows,
            whole=self.text(_SUNLET_WHOLE, sig=self.secret("sig all")) if some else "",
        )

    def row_of(self, key: str, status: Status) -> str:
        on = status is Status.SUBSCRIBED
        return self.text(
            _SUNLET_ROW,
            key=key,
            label=self.own[key],
            about=self.own[f"{key}_about"],
            mark=' class="came-from"' if key == "ideas" else "",
            state=self.own["on" if on else "off"],
            verb=self.own["silence" if on else "wake"],
            to="0" if on else "1",
            path=_BELL_ON if on else _BELL_OFF,
            sig=self.secret(f"sig {key}"),
        )


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
