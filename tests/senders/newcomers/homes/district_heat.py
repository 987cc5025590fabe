"""A municipal utility: ASP.NET, the search and the question in one form, a redirect to the thanks."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

_HEAT = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{{language}}">
<head id="ctl00_Head1"><meta charset="utf-8" /><title>{{brand}}</title>
<link href="/WebResource.axd?d=style" type="text/css" rel="stylesheet" />
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
function __doPostBack(t, a) { theForm.__EVENTTARGET.value = t; theForm.submit(); }
//]]>
</script></head>
<body class="page heat">
<form name="aspnetForm" method="post" action="{{{action}}}" id="aspnetForm">
<div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{{state}}" />
<input type="hidden" name="__VIEWSTATEGENERATOR" value="C2EE9ABB" /></div>
<div id="top"><a href="/"><img src="/img/logo.png" alt="{{brand}}" /></a>
<ul class="nav"><li><a href="/power">{{power}}</a></li><li><a href="/heat">{{heat}}</a></li>
<li><a href="/meter">{{meter}}</a></li><li><a href="/fault">{{fault}}</a></li></ul>
<span class="find"><input name="ctl00$tbFind" type="text" maxlength="80" title="{{search}}" />
<input type="submit" name="ctl00$btFind" value="{{search}}" /></span></div>
<div id="ctl00_cph_main">{{{main}}}</div>
<div id="foot"><a href="/contact">{{contact}}</a> | <a href="/privacy">{{privacy}}</a> |
<a href="/terms">{{terms}}</a> | {{hotline}}</div>
</form></body></html>"""


_HEAT_ASK = """<span id="ctl00_cph_lblHead" class="h1">{{lead}}</span><br /><br />
<span id="ctl00_cph_lblText">{{text}} <b>{{alias}}</b>. {{bills}}</span><br /><br />
<table cellpadding="4" border="0"><tr>
<td><input type="submit" name="ctl00$cph$btKeep" value="{{keep}}" class="btn btnBig" /></td>
<td><input type="submit" name="ctl00$cph$btGo" value="{{go}}" class="btn btnGrey" /></td>
</tr></table>"""


_HEAT_DONE = """<div class="tile green"><span class="h1">{{done}}</span><p>{{after}}</p></div>
<div class="tile"><h3>{{tip}}</h3><p>{{tip_text}}</p><a href="/heat">{{more}}</a></div>"""


_HEAT_GONE = """<div class="tile"><p>{{gone}}</p></div>"""


_HEAT_KEPT = """<div class="tile"><p>{{kept}}</p></div>"""


class DistrictHeat(Newcomer):
    """A municipal utility: ASP.NET, the search and the question in one form, a redirect to the thanks."""

    name = "district-heat"
    brand = "Stadtwärme"
    languages = ("de", "nl", "da")
    words: ClassVar[Words] = {
        "de": {
            "subject": "Der Wärmebrief: So kommen Sie gut durch den Herbst",
            "mail": "Liebe Kundin, lieber Kunde, die Heizperiode beginnt. Drei Tipps von uns.",
            "foot": "Wärmebrief abstellen",
            "power": "Strom",
            "heat": "Fernwärme",
            "meter": "Zählerstand melden",
            "fault": "Störung",
            "hotline": "Servicetelefon 0800 000 11 22 (kostenfrei)",
            "lead": "Sollen wir Ihnen den Wärmebrief abdrehen?",
            "text": "Er kommt viermal im Jahr, zuletzt an",
            "bills": "Rechnungen und Hinweise auf Sperrungen bekommen Sie in jedem Fall weiter.",
            "keep": "Aufgedreht lassen",
            "go": "Ja, abdrehen",
            "done": "Abgedreht.",
            "after": "Sie bekommen von uns keinen Wärmebrief mehr. Ihr Vertrag bleibt davon"
            " unberührt.",
            "tip": "Schon gewusst?",
            "tip_text": "Ein Grad weniger spart rund sechs Prozent Heizenergie.",
            "more": "Weitere Spartipps",
            "gone": "Diese Adresse steht nicht (mehr) im Verteiler des Wärmebriefs.",
            "kept": "Schön! Es bleibt alles, wie es ist.",
        },
        "nl": {
            "brand": "Gemeentewarmte",
            "subject": "Warmtebericht: zo komt u de herfst door",
            "mail": "Beste klant, het stookseizoen begint weer. Onze drie tips.",
            "foot": "Geen Warmtebericht meer",
            "power": "Stroom",
            "heat": "Stadswarmte",
            "meter": "Meterstand doorgeven",
            "fault": "Storing",
            "hotline": "Klantenservice 0800-0112 (gratis)",
            "lead": "De kraan dicht?",
            "text": "Wij sturen het Warmtebericht vier keer per jaar naar",
            "bills": "Uw jaarnota en storingsmeldingen blijft u gewoon krijgen.",
            "keep": "Laat maar stromen",
            "go": "Draai dicht",
            "done": "De kraan is dicht",
            "after": "U krijgt geen Warmtebericht meer van ons. Aan uw contract verandert niets.",
            "tip": "Wist u dat?",
            "tip_text": "Eén graad lager scheelt al gauw zes procent op de rekening.",
            "more": "Meer bespaartips",
            "gone": "Dit adres staat niet (meer) op de verzendlijst van het Warmtebericht.",
            "kept": "Fijn! Alles blijft zoals het is.",
        },
        "da": {
            "brand": "Byens Varme",
            "subject": "Varmebrevet: Sådan kommer du godt gennem efteråret",
            "mail": "Kære kunde. Fyringssæsonen er begyndt, og vi har tre gode råd.",
            "foot": "Nej tak til Varmebrevet",
            "power": "El",
            "heat": "Fjernvarme",
            "meter": "Aflæs måler",
            "fault": "Driftsstop",
            "hotline": "Kundeservice 80 00 11 22",
            "lead": "Skal vi lukke for Varmebrevet?",
            "text": "Vi sender det fire gange om året til",
            "bills": "Regninger og driftsbeskeder får du stadig.",
            "keep": "Lad det løbe",
            "go": "Luk for det",
            "done": "Så er der lukket",
            "after": "Vi sender dig ikke flere varmebreve. Din aftale med os fortsætter uændret.",
            "tip": "Vidste du det?",
            "tip_text": "Én grad mindre sparer cirka seks procent på varmen.",
            "more": "Flere spareråd",
            "gone": "Adressen er ikke (længere) på listen over modtagere af Varmebrevet.",
            "kept": "Dejligt! Alt er, som det plejer.",
        },
    }

    @property
    def way(self) -> str:
        return f"/Service/Brief.aspx?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/Service/Danke.aspx":
            return self.lay(_HEAT, action="Danke.aspx", state="", main=self.text(_HEAT_DONE))
        if visit.path != "/Service/Brief.aspx" or visit.asks("k") != self.token:
            return self.around(visit) or self.unknown(visit)
        if visit.method == "POST":
            return self.posted(visit)
        return self.inside(_HEAT_GONE if self.ended else _HEAT_ASK)

    def posted(self, visit: Visit) -> Reply:
        if visit.sends("__VIEWSTATE") != self.secret("state"):
            return self.forbidden()
        if visit.sends("ctl00$btFind") is not None:
            return see(self.url("/search?q="))
        if visit.sends("ctl00$cph$btKeep") is not None:
            self.join(visit)
            return self.inside(_HEAT_KEPT)
        if visit.sends("ctl00$cph$btGo") is None:
            return self.inside(_HEAT_ASK)
        self.leave()
        return see(self.url("/Service/Danke.aspx"))

    def inside(self, main: str) -> Reply:
        action = f"./Brief.aspx?k={self.token}"
        state = self.secret("state")
        return self.lay(_HEAT, action=action, state=state, main=self.text(main))
