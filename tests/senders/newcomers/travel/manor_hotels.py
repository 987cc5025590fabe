"""A hotel group: how often for each brand, and a switch for all of it whose words stand apart."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, see

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
