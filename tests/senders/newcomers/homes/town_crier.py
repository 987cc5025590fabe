"""A town's notices: Django, a cookie and a token, and "your request has been received" as 202."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

_TOWN = """<!doctype html>
<html lang="{{language}}" class="no-js"><head><meta charset="utf-8">
<title>{{page_title}} - {{brand}}</title>
<link rel="stylesheet" href="/static/css/gov.min.css"></head><body>
<a class="skip" href="#main">{{skip}}</a>
<div class="it-header-slim"><span>{{region}}</span><a href="/login">{{spid}}</a></div>
<header><div class="brand"><svg class="arms" role="img" aria-label="{{arms}}" viewBox="0 0 20 24">
<path d="M0 0h20v16L10 24 0 16z"/></svg> <span>{{brand}}</span></div>
<form action="/search/" method="get"><label for="q">{{search}}</label><input id="q" name="q"
 type="search"><input type="submit" value="{{search}}"></form>
<nav aria-label="{{menu}}"><ul><li><a href="/hall/">{{hall}}</a></li><li><a
 href="/services/">{{services}}</a></li><li><a href="/news/">{{news}}</a></li></ul></nav></header>
<ol class="breadcrumb"><li><a href="/">{{home}}</a></li><li>{{news}}</li></ol>
<main id="main">{{{inner}}}</main>
<section class="rate"><h2>{{useful}}</h2><form action="/feedback/" method="post">
<fieldset><legend>{{stars}}</legend><label><input type="radio" name="stars" value="1">1</label>
<label><input type="radio" name="stars" value="2">2</label><label><input type="radio" name="stars"
 value="3">3</label></fieldset><label>{{remark}} <textarea name="remark"></textarea></label>
<button>{{send}}</button></form></section>
<footer><p>{{address}}</p><ul><li><a href="/privacy/">{{privacy}}</a></li><li><a
 href="/access/">{{access}}</a></li><li><a href="/contact/">{{contact}}</a></li></ul></footer>
</body></html>"""


_TOWN_ASK = """<h1>{{service}}</h1>
<p>{{intro}}</p>
<dl><dt>{{by}}</dt><dd>{{alias}}</dd><dt>{{since}}</dt><dd>14.3.2022</dd></dl>
<form method="post" action="{{way}}"><input type="hidden" name="csrfmiddlewaretoken"
 value="{{slip}}"><p>{{consequence}}</p>
<p><button type="submit" class="btn btn-primary">{{go}}</button>
<a class="btn btn-outline" href="/news/">{{back}}</a></p></form>"""


_TOWN_DONE = """<div class="callout success" role="alert"><p>{{received}}</p>
<p>{{number}}: <code>2026/0031877</code></p></div><p>{{within}}</p>"""


_TOWN_OVER = """<div class="callout"><p>{{over}}</p></div>"""


class TownCrier(Newcomer):
    """A town's notices: Django, a cookie and a token, and "your request has been received" as 202."""

    name = "town-crier"
    languages = ("it", "cs", "nb")
    words: ClassVar[Words] = {
        "it": {
            "brand": "Comune di Valfinta",
            "subject": "Comune informa – n. 41",
            "mail": "Viabilità, scuola e appuntamenti della settimana.",
            "foot": "Per non ricevere più «Comune informa»",
            "page_title": "Recesso dal servizio",
            "skip": "Vai al contenuto",
            "region": "Regione Immaginaria",
            "spid": "Entra con SPID",
            "arms": "Stemma",
            "hall": "Amministrazione",
            "services": "Servizi",
            "news": "Novità",
            "service": "Servizio «Comune informa»",
            "intro": "Da questa pagina il cittadino può recedere dal servizio di informazione via"
            " posta elettronica.",
            "by": "Indirizzo registrato",
            "since": "Iscritto dal",
            "consequence": "Le comunicazioni di protezione civile seguono altri canali e non sono"
            " interessate.",
            "go": "Presenta richiesta di recesso",
            "back": "Annulla",
            "received": "La richiesta di recesso è stata acquisita.",
            "number": "Numero di protocollo",
            "within": "L’ufficio aggiornerà l’elenco entro 3 giorni lavorativi.",
            "over": "Per questo indirizzo il servizio risulta già cessato.",
            "useful": "Quanto sono chiare le informazioni su questa pagina?",
            "stars": "Valuta da 1 a 3",
            "remark": "Vuoi aggiungere altri dettagli?",
            "send": "Invia valutazione",
            "address": "Piazza del Municipio 1 – C.F. 00000000000",
            "access": "Dichiarazione di accessibilità",
        },
        "cs": {
            "brand": "Město Vymyšlov",
            "subject": "Zpravodaj radnice 41/2026",
            "mail": "Uzavírky, školy a co se děje ve městě tento týden.",
            "foot": "Ukončit zasílání Zpravodaje radnice",
            "page_title": "Ukončení odběru",
            "skip": "Přejít na obsah",
            "region": "Smyšlený kraj",
            "spid": "Přihlásit identitou občana",
            "arms": "Znak města",
            "hall": "Úřad",
            "services": "Vyřídit",
            "news": "Aktuality",
            "service": "Zpravodaj radnice e-mailem",
            "intro": "Zde můžete požádat o vyřazení své adresy z rozesílky.",
            "by": "Evidovaná adresa",
            "since": "V evidenci od",
            "consequence": "Krizová hlášení a upozornění na splatnost poplatků nejsou dotčena.",
            "go": "Podat žádost o vyřazení",
            "back": "Zpět bez uložení",
            "received": "Vaše žádost o vyřazení byla přijata.",
            "number": "Číslo jednací",
            "within": "Podatelna ji vyřídí nejpozději do tří pracovních dnů.",
            "over": "Tato adresa již v rozesílce není.",
            "useful": "Našli jste, co jste hledali?",
            "stars": "Hodnocení 1 až 3",
            "remark": "Co můžeme zlepšit?",
            "send": "Odeslat hodnocení",
            "address": "Radniční náměstí 1, IČO 00000000",
            "access": "Prohlášení o přístupnosti",
        },
        "nb": {
            "brand": "Oppdiktet kommune",
            "subject": "Nytt fra kommunen – uke 41",
            "mail": "Veiarbeid, skole og det som skjer i bygda denne uka.",
            "foot": "Si opp tjenesten",
            "page_title": "Oppsigelse av tjeneste",
            "skip": "Hopp til innhold",
            "region": "Fylkeskommunen",
            "spid": "Logg inn med ID-porten",
            "arms": "Kommunevåpen",
            "hall": "Politikk",
            "services": "Tjenester",
            "news": "Aktuelt",
            "service": "Tjenesten «Nytt fra kommunen»",
            "intro": "Her kan innbyggere si opp tjenesten for e-postvarsler.",
            "by": "Registrert adresse",
            "since": "Registrert siden",
            "consequence": "Befolkningsvarsling og brev i Digipost kommer fortsatt.",
            "go": "Send oppsigelse",
            "back": "Avbryt",
            "received": "Vi har mottatt oppsigelsen din.",
            "number": "Saksnummer",
            "within": "Saken behandles av servicetorget innen tre virkedager.",
            "over": "Tjenesten er allerede sagt opp for denne adressen.",
            "useful": "Fant du det du lette etter?",
            "stars": "Karakter 1 til 3",
            "remark": "Har du en tilbakemelding til oss?",
            "send": "Send tilbakemelding",
            "address": "Rådhusgata 1, org.nr. 000 000 000",
            "access": "Tilgjengelighetserklæring",
        },
    }

    @property
    def way(self) -> str:
        return f"/news/mail/{self.token}/"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way if self.ended:
                return self.town(_TOWN_OVER)
            case "GET", self.way:
                return self.town(_TOWN_ASK)
            case "POST", self.way:
                if not self.honest(visit, "csrfmiddlewaretoken"):
                    return self.forbidden()
                self.leave(told=False)
                return self.town(_TOWN_DONE, 202)
            case "POST", "/feedback/":
                self.wrong(Move.SURVEY, visit)
                return see(self.url("/"))
            case _:
                return self.around(visit) or self.unknown(visit)

    def town(self, inner: str, code: int = 200) -> Reply:
        slip = self.slip()
        return self.lay(_TOWN, code=code, cookies=self.session(), inner=self.text(inner, slip=slip))
