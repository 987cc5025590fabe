"""A bank's consent centre: one form around the whole page with many buttons, a table of radios whose"""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

BANK = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{{language}}"><head><title>{{title}}</title>
<link href="/WebResource.axd?d=7k&amp;t=63" type="text/css" rel="stylesheet" /></head><body>
<form name="aspnetForm" method="post" action="./Consent.aspx?id={{token}}" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input
 type="hidden"
 name="__EVENTARGUMENT" value="" /><input type="hidden" name="__VIEWSTATE" value="{{slip}}" /></div>
<div id="header"><a href="/"><img src="/img/bank.svg" alt="{{brand}}" /></a>
<input name="ctl00$search" type="text" title="{{search}}" /><input type="submit" name="ctl00$btnSearch"
 value="{{search}}" />
<input type="submit" name="ctl00$btnLogin" value="{{online}}" class="login" /></div>
<div id="crumbs"><a href="/">{{home}}</a> &rsaquo; {{title}}</div>
<div id="main"><h1>{{title}}</h1>{{{middle}}}</div>
<div id="side"><h2>{{service}}</h2><p>+49 30 5550 0</p><p><input type="submit" name="ctl00$btnCallback"
 value="{{callback}}" />
</p></div>
<div id="footer"><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a
 href="/contact">{{contact}}</a></div>
</form><script type="text/javascript">//<![CDATA[
function __doPostBack(t, a) {var f = document.forms['aspnetForm']; f.__EVENTTARGET.value = t; f.submit();}
//]]></script></body></html>"""


BANK_ONE = """<ol class="steps"><li class="now">1. {{step1}}</li><li>2. {{step2}}</li></ol><p>{{intro}}</p>
<table class="grid" summary=""><tr><th>{{channel}}</th><th>{{yes}}</th><th>{{no}}</th></tr>
<tr><td>{{email}}</td><td><input type="radio" name="ctl00$m$email" value="1" checked="checked"
 title="{{email}}: {{yes}}" />
</td><td><input type="radio" name="ctl00$m$email" value="0" title="{{email}}: {{no}}" /></td></tr>
<tr><td>{{phone}}</td><td><input type="radio" name="ctl00$m$phone" value="1" title="{{phone}}: {{yes}}" /></td>
<td><input
 type="radio" name="ctl00$m$phone" value="0" checked="checked" title="{{phone}}: {{no}}" /></td></tr>
<tr><td>{{paper}}</td><td><input type="radio" name="ctl00$m$paper" value="1" title="{{paper}}: {{yes}}" /></td>
<td><input
 type="radio" name="ctl00$m$paper" value="0" checked="checked" title="{{paper}}: {{no}}" /></td></tr></table>
<p><input type="submit" name="ctl00$m$btnCancel" value="{{cancel}}" /> <input type="submit" name="ctl00$m$btnNext"
 value="{{next}}" class="primary" /></p>"""


BANK_TWO = """<ol class="steps"><li>1. {{step1}}</li><li class="now">2. {{step2}}</li></ol><p>{{check}}</p>
<dl><dt>{{email}}</dt><dd><strong>{{no}}</strong></dd><dt>{{phone}}</dt><dd>{{no}}</dd><dt>{{paper}}</dt>
<dd>{{no}}</dd></dl>
<p><input type="submit" name="ctl00$m$btnBack" value="{{back}}" /> <input type="submit" name="ctl00$m$btnCommit"
 value="{{commit}}" class="primary" /></p>"""


class Moneyhouse(Newcomer):
    """A bank's consent centre: one form around the whole page with many buttons, a table of radios whose
    labels are the heads of columns, and a second step to confirm.
    """

    name = "moneyhouse"
    brand = "Bankhaus Lindner"
    languages = ("de", "en", "it", "fi")
    others = ("phone", "paper", "callback")
    words: ClassVar[Words] = {
        "de": {
            "title": "Werbeeinwilligungen verwalten",
            "online": "Online-Banking",
            "service": "Servicecenter",
            "callback": "Rückruf anfordern",
            "step1": "Auswahl",
            "step2": "Bestätigung",
            "intro": "Dürfen wir Sie über neue Angebote und Finanzthemen informieren? Sie können eine erteilte "
            "Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen.",
            "channel": "Kanal",
            "yes": "Ja",
            "no": "Nein",
            "email": "E-Mail (Newsletter)",
            "phone": "Telefon",
            "paper": "Briefpost",
            "cancel": "Abbrechen",
            "next": "Weiter",
            "check": "Bitte prüfen Sie Ihre Angaben.",
            "back": "Zurück",
            "commit": "Verbindlich bestätigen",
            "done": "Wir haben Ihren Widerruf gespeichert. Sie erhalten von uns keine Werbung per E-Mail mehr.",
            "foot": "Einwilligung widerrufen",
        },
        "en": {
            "title": "Manage marketing consents",
            "online": "Online banking",
            "service": "Customer service",
            "callback": "Request a call",
            "step1": "Your choice",
            "step2": "Confirmation",
            "intro": "May we inform you of new products and financial topics? You may withdraw consent at any "
            "time with effect for the future.",
            "channel": "Channel",
            "yes": "Yes",
            "no": "No",
            "email": "E-mail (newsletter)",
            "phone": "Telephone",
            "paper": "Letter",
            "cancel": "Cancel",
            "next": "Continue",
            "check": "Please review the details below.",
            "back": "Back",
            "commit": "Confirm",
            "done": "Your withdrawal has been recorded. You will receive no further advertising by e-mail.",
            "foot": "Withdraw consent",
        },
        "it": {
            "title": "Gestione dei consensi commerciali",
            "online": "Accesso clienti",
            "service": "Servizio clienti",
            "callback": "Richiedi di essere ricontattato",
            "step1": "Scelta",
            "step2": "Conferma",
            "intro": "Possiamo informarLa su nuovi prodotti e temi finanziari? Può revocare il consenso in "
            "qualsiasi momento.",
            "channel": "Canale",
            "yes": "Sì",
            "no": "No",
            "email": "E-mail (newsletter)",
            "phone": "Telefono",
            "paper": "Posta ordinaria",
            "cancel": "Annulla",
            "next": "Avanti",
            "check": "La preghiamo di verificare i dati.",
            "back": "Indietro",
            "commit": "Conferma definitiva",
            "done": "La revoca del consenso è stata registrata. Non Le invieremo più pubblicità via e-mail.",
            "foot": "Revoca del consenso",
        },
        "fi": {
            "title": "Markkinointiluvat",
            "online": "Verkkopankki",
            "service": "Asiakaspalvelu",
            "callback": "Pyydä soitto",
            "step1": "Valinta",
            "step2": "Vahvistus",
            "intro": "Saammeko kertoa sinulle uusista palveluista ja talousaiheista? "
            "Voit perua luvan milloin vain.",
            "channel": "Kanava",
            "yes": "Kyllä",
            "no": "Ei",
            "email": "Sähköposti (uutiskirje)",
            "phone": "Puhelin",
            "paper": "Kirjeposti",
            "cancel": "Keskeytä",
            "next": "Jatka",
            "check": "Tarkista tiedot.",
            "back": "Takaisin",
            "commit": "Vahvista",
            "done": "Lupasi on peruttu. Emme enää lähetä sinulle markkinointia sähköpostitse.",
            "foot": "Peru markkinointilupa",
        },
    }

    def ways(self) -> tuple[str, ...]:
        return ()

    @property
    def way(self) -> str:
        return f"/Marketing/Consent.aspx?id={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/Marketing/Consent.aspx" or visit.asks("id") != self.token:
            return self.unknown(visit)
        if visit.method != "POST":
            return self.step(BANK_ONE)
        if not self.honest(visit, "__VIEWSTATE"):
            return self.forbidden()
        return self.pressed(visit)

    def pressed(self, visit: Visit) -> Reply:
        said = {key.rpartition("$")[2]: value for key, value in visit.fields}
        if "btnLogin" in said:
            self.wrong(Move.ACCOUNT, visit)
        if "btnCallback" in said:
            self.join(visit, "callback")
        if "btnNext" in said:
            if more := [key for key in ("phone", "paper") if said.get(key) == "1"]:
                self.join(visit, *more)
            return self.step(BANK_TWO if said.get("email") == "0" else BANK_ONE)
        if "btnCommit" in said:
            self.leave()
            return self.step('<p class="msg">{{done}}</p>')
        return self.step(BANK_ONE)

    def step(self, middle: str) -> Reply:
        slip = self.slip()
        return self.lay(BANK, middle=self.text(middle), slip=slip, cookies=self.session())
