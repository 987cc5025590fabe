"""A ticket shop: the address has to be typed, with a sign-up for alerts in the footer that asks for it too."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

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
