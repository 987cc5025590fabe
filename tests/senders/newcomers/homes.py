"""What has to do with where one lives: heat, sofas, flats, the telephone, the town hall, the landlord."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
from tests.senders.traffic import Reply, Visit, see

# --- the town's heat: one ASP.NET form around the whole page ---

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


# --- the sofa shop: switches whose labels stand apart ---

_SOFA = """<!doctype html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}} | {{brand}}</title>
<meta name="viewport" content="width=device-width"><meta name="csrf-param" content="_csrf">
<style>.switch input{opacity:0;position:absolute}.switch i{display:inline-block;width:44px}
.toast{position:fixed;right:1rem;bottom:1rem}</style></head>
<body data-controller="layout">
<header><a class="logo" href="/">{{brand}}</a>
<form action="/search" method="get" role="search"><input type="search" name="q"
 placeholder="{{search}}"><button aria-label="{{search}}"><svg width="16" height="16"
 viewBox="0 0 16 16"><circle cx="7" cy="7" r="5"/></svg></button></form>
<nav><a href="/sofas">{{sofas}}</a> <a href="/beds">{{beds}}</a> <a href="/sale">{{sale}}</a>
<a href="/cart" aria-label="{{cart}}"><svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg></a></nav>
</header>
<main><h1>{{title}}</h1><p class="lede">{{lede}}</p>
<form class="edit_contact" action="/contacts/{{token}}" accept-charset="UTF-8" method="post">
<input type="hidden" name="_method" value="patch" autocomplete="off">
<input type="hidden" name="_csrf" value="{{slip}}" autocomplete="off">
<h2>{{by_mail}}</h2>
{{{rows}}}
<footer class="sticky"><button name="button" type="submit" class="btn">{{save}}</button></footer>
</form>
<p><small>{{orders}}</small></p></main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a>
<a href="/contact">{{contact}}</a> <a href="https://social.example/sofa" rel="noopener"
 title="Instagram"><svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg></a></footer>
{{{toast}}}
<div class="cookie" role="region"><p>{{cookies}}</p><button type="button">{{accept}}</button>
<button type="button">{{decline}}</button></div>
</body></html>"""

_SOFA_ROW = """<div class="row"><div class="text"><label for="c_{{key}}">{{head}}</label>
<p id="h_{{key}}">{{hint}}</p></div><div class="switch">
<input name="contact[{{key}}]" type="hidden" value="0" autocomplete="off"><input type="checkbox"
 value="1"{{{on}}} name="contact[{{key}}]" id="c_{{key}}" aria-describedby="h_{{key}}"><i></i>
</div></div>"""

_SOFA_TOAST = """<div class="toast" role="status" aria-live="polite">{{saved}}</div>"""


class SofaClub(Newcomer):
    """A furniture shop's contact choices: Rails, switches, a hidden nought before each; a toast says it."""

    name = "sofa-club"
    brand = "Sittbra"
    languages = ("sv", "fi", "pl")
    lists = ("news", "offers")
    others = ("rooms",)
    words: ClassVar[Words] = {
        "sv": {
            "subject": "Höstens soffor har landat",
            "mail": "Mjukt, murrigt och med plats för hela familjen. Kika in!",
            "foot": "Välj vad du vill få från oss",
            "title": "Vad får vi höra av oss om?",
            "lede": "Dra reglaget åt vänster så blir det tyst från det hållet.",
            "sofas": "Soffor",
            "beds": "Sängar",
            "sale": "Fynd",
            "cart": "Varukorg",
            "by_mail": "I inkorgen",
            "news": "Soffbrevet",
            "news_hint": "Nyheter och inspiration, varje torsdag. Det är härifrån du kom.",
            "offers": "Erbjudanden",
            "offers_hint": "Kampanjer, rea och medlemspriser.",
            "rooms": "Rumsplaneraren",
            "rooms_hint": "Fem mejl om hur du inreder ett vardagsrum.",
            "save": "Klart",
            "orders": "Orderbekräftelser och leveransbesked skickas alltid.",
            "saved": "Dina val är sparade ✓",
        },
        "fi": {
            "subject": "Syksyn sohvat ovat täällä",
            "mail": "Pehmeää, lämmintä ja tilaa koko perheelle. Tule katsomaan!",
            "foot": "Muuta viestiasetuksia",
            "title": "Mistä saamme kertoa sinulle?",
            "lede": "Kytke pois se, mitä et halua. Muutos tulee voimaan heti.",
            "sofas": "Sohvat",
            "beds": "Sängyt",
            "sale": "Löydöt",
            "cart": "Ostoskori",
            "by_mail": "Sähköpostitse",
            "news": "Sohvakirje",
            "news_hint": "Uutuudet ja ideat torstaisin. Tulit tänne tästä kirjeestä.",
            "offers": "Tarjoukset",
            "offers_hint": "Kampanjat, alet ja jäsenhinnat.",
            "rooms": "Sisustuskurssi",
            "rooms_hint": "Viisi viestiä olohuoneen sisustamisesta.",
            "save": "Valmis",
            "orders": "Tilausvahvistukset ja toimitusviestit lähetämme joka tapauksessa.",
            "saved": "Valintasi on tallennettu ✓",
        },
        "pl": {
            "subject": "Jesienne sofy już są",
            "mail": "Miękko, ciepło i z miejscem dla całej rodziny. Zajrzyj!",
            "foot": "Wybierz, co chcesz dostawać",
            "title": "O czym możemy do Ciebie pisać?",
            "lede": "Przesuń suwak w lewo, a w tym temacie zamilkniemy.",
            "sofas": "Sofy",
            "beds": "Łóżka",
            "sale": "Okazje",
            "cart": "Koszyk",
            "by_mail": "E-mailem",
            "news": "List z kanapy",
            "news_hint": "Nowości i inspiracje w każdy czwartek. To z niego tu trafiłeś/aś.",
            "offers": "Oferty",
            "offers_hint": "Promocje, wyprzedaże i ceny dla klubowiczów.",
            "rooms": "Kurs urządzania",
            "rooms_hint": "Pięć maili o tym, jak urządzić salon.",
            "save": "Gotowe",
            "orders": "Potwierdzenia zamówień i dostaw wysyłamy zawsze.",
            "saved": "Twoje wybory zostały zapisane ✓",
        },
    }

    @property
    def way(self) -> str:
        return f"/contacts/{self.token}/edit?src=mail"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == f"/contacts/{self.token}/edit":
                return self.centre(saved=visit.asks("ok") == "1")
            case "POST", path if path == f"/contacts/{self.token}":
                return self.sent(visit)
            case _:
                return self.around(visit) or self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit) or visit.sends("_method") != "patch":
            return self.forbidden()
        for key in (*self.lists, *self.others):
            wish = visit.every(f"contact[{key}]")
            if not wish:
                self.wrong(Move.TWISTED, visit)
            elif wish[-1] == "0" and self.book[key] is Status.SUBSCRIBED:
                self.leave(key)
            elif wish[-1] == "1" and self.book[key] is not Status.SUBSCRIBED:
                self.join(visit, key)
        return see(self.url(f"/contacts/{self.token}/edit?ok=1"), 303)

    def centre(self, *, saved: bool) -> Reply:
        rows = "".join(
            self.text(
                _SOFA_ROW,
                key=key,
                head=self.own[key],
                hint=self.own[f"{key}_hint"],
                on=" checked" if self.book[key] is Status.SUBSCRIBED else "",
            )
            for key in (*self.lists, *self.others)
        )
        slip = self.slip()
        toast = self.text(_SOFA_TOAST) if saved else ""
        return self.lay(_SOFA, cookies=self.session(), slip=slip, rows=rows, toast=toast)


# --- the flat hunter: a table of searches, a bin and a pause on every row ---

_KEYS_TABLE = """<!doctype html><html lang={{language}}><head><meta charset=utf-8>
<base href="{{{base}}}"><title>{{title}}</title>
<script>window.dataLayer=window.dataLayer||[];</script></head><body>
<div class=topbar><a href="/">{{brand}}</a><ul><li><a href=buy>{{buy}}</a><li><a href=rent>{{rent}}</a>
<li><a href=sell>{{sell}}</a><li><a href="/login">{{login}}</a></ul></div>
<div class=container>{{{flash}}}<h1>{{title}}</h1>
<p>{{lead}} <strong>{{alias}}</strong></p>
<table class="table"><thead><tr><th>{{what}}<th>{{rhythm}}<th></tr></thead><tbody>
{{{rows}}}
</tbody></table>
<p><a class="btn btn-default" href="/">{{fresh}}</a></p>
{{{all}}}
<hr><h4>{{account}}</h4>
<form action="account/close" method=post><input type=hidden name=k value={{token}}>
<button class="btn btn-link text-danger">{{close}}</button></form>
</div><div class=footer><a href="/terms">{{terms}}</a> &middot; <a href="/privacy">{{privacy}}</a>
&middot; <a href="/contact">{{contact}}</a></div></body></html>"""

_KEYS_ROW = """<tr{{{mark}}}><td>{{what}}<br><small>{{detail}}</small><td>{{rhythm}}<td class=actions>
<form action="pause" method=post><input type=hidden name=k value={{token}}><input type=hidden
 name=id value={{number}}><button title="{{pause}}"><i class="fa fa-pause"></i></button></form>
<form action="remove" method=post><input type=hidden name=k value={{token}}><input type=hidden
 name=id value={{number}}><button title="{{remove}}"><i class="fa fa-trash"></i></button></form>"""

_KEYS_NONE = """<tr><td colspan=3><em>{{none}}</em>"""
_KEYS_FLASH = (
    """<div class="alert alert-success"><a href="#" class=close>&times;</a>{{says}}</div>"""
)
_KEYS_ALL = """<form action="remove-all" method=post><input type=hidden name=k value={{token}}>
<p>{{too_much}} <button class="btn-link">{{all_off}}</button></p></form>"""


class Keyholder(Newcomer):
    """An estate portal: every saved search is an alert with a bin; the letter came from the first."""

    name = "keyholder"
    brand = "Clavis"
    languages = ("fr", "es", "pt")
    lists = ("flat", "house")
    words: ClassVar[Words] = {
        "fr": {
            "subject": "2 nouveaux biens : appartement, Lyon 7e",
            "mail": "Deux annonces correspondent à votre recherche « Appartement, Lyon 7e ».",
            "foot": "Gérer ou supprimer cette alerte",
            "title": "Mes alertes",
            "buy": "Acheter",
            "rent": "Louer",
            "sell": "Vendre",
            "lead": "Alertes envoyées à",
            "what": "Recherche",
            "rhythm": "Rythme",
            "flat": "Appartement, Lyon 7e",
            "flat_detail": "2 pièces et plus, jusqu’à 280 000 € — alerte de votre e-mail",
            "house": "Maison avec jardin, Villeurbanne",
            "house_detail": "4 pièces et plus, jusqu’à 450 000 €",
            "daily": "Chaque jour",
            "paused": "En pause",
            "pause": "Mettre en pause 30 jours",
            "remove": "Supprimer l’alerte",
            "none": "Aucune alerte active.",
            "fresh": "+ Créer une alerte",
            "too_much": "Vous avez trouvé votre bonheur ?",
            "all_off": "Supprimer toutes mes alertes",
            "account": "Compte",
            "close": "Fermer mon compte et effacer mes favoris",
            "removed": "C’est fait, l’alerte « {} » est supprimée. Nous ne vous écrirons plus à ce"
            " sujet.",
            "removed_all": "Toutes vos alertes sont supprimées. Bonne installation !",
            "paused_said": "L’alerte est en pause jusqu’au mois prochain.",
        },
        "es": {
            "subject": "2 novedades: piso en Triana",
            "mail": "Hay dos anuncios nuevos para tu búsqueda «Piso en Triana».",
            "foot": "Editar o borrar este aviso",
            "title": "Tus avisos",
            "buy": "Comprar",
            "rent": "Alquilar",
            "sell": "Vender",
            "lead": "Los mandamos a",
            "what": "Búsqueda",
            "rhythm": "Cada cuánto",
            "flat": "Piso en Triana",
            "flat_detail": "2 dormitorios, hasta 240.000 €. El correo que abriste es de este aviso",
            "house": "Casa con patio, Dos Hermanas",
            "house_detail": "3 dormitorios, hasta 310.000 €",
            "daily": "A diario",
            "paused": "En pausa",
            "pause": "Pausar un mes",
            "remove": "Borrar aviso",
            "none": "No tienes avisos.",
            "fresh": "+ Nuevo aviso",
            "too_much": "¿Ya has encontrado casa?",
            "all_off": "Borrarlos todos",
            "account": "Tu cuenta",
            "close": "Cerrar la cuenta y perder tus favoritos",
            "removed": "Aviso «{}» borrado. Ya no recibirás más correos de esta búsqueda.",
            "removed_all": "Hemos borrado todos tus avisos. ¡Que disfrutes de tu casa!",
            "paused_said": "Aviso en pausa hasta el mes que viene.",
        },
        "pt": {
            "subject": "2 imóveis novos: apartamento em Arroios",
            "mail": "Há dois anúncios novos para a sua pesquisa «Apartamento em Arroios».",
            "foot": "Gerir ou eliminar este alerta",
            "title": "Os meus alertas",
            "buy": "Comprar",
            "rent": "Arrendar",
            "sell": "Vender",
            "lead": "Enviamos para",
            "what": "Pesquisa",
            "rhythm": "Periodicidade",
            "flat": "Apartamento em Arroios",
            "flat_detail": "T2 ou maior, até 290 000 €. O e-mail que abriu é deste alerta",
            "house": "Moradia com quintal, Almada",
            "house_detail": "T3 ou maior, até 380 000 €",
            "daily": "Diariamente",
            "paused": "Em pausa",
            "pause": "Pausar 30 dias",
            "remove": "Eliminar alerta",
            "none": "Não tem alertas ativos.",
            "fresh": "+ Criar alerta",
            "too_much": "Já encontrou casa?",
            "all_off": "Eliminar todos os alertas",
            "account": "Conta",
            "close": "Encerrar a conta e apagar os favoritos",
            "removed": "O alerta «{}» foi eliminado. Não voltará a receber e-mails sobre esta"
            " pesquisa.",
            "removed_all": "Todos os alertas foram eliminados. Felicidades na casa nova!",
            "paused_said": "O alerta fica em pausa até ao próximo mês.",
        },
    }

    @property
    def way(self) -> str:
        return f"/my/alerts/?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if (visit.method, visit.path) == ("GET", "/my/alerts/"):
            return self.table() if visit.asks("k") == self.token else self.login()
        if visit.method != "POST" or not visit.path.startswith("/my/alerts/"):
            return self.around(visit) or self.unknown(visit)
        if visit.sends("k") != self.token:
            return self.login()
        chosen = dict(zip(("4711", "4802"), self.lists, strict=True)).get(visit.sends("id") or "")
        match visit.path.removeprefix("/my/alerts/"):
            case "remove" if chosen:
                self.leave(chosen)
                return self.table(self.own["removed"].format(self.own[chosen]))
            case "remove-all":
                self.leave(*self.lists)
                return self.table(self.own["removed_all"])
            case "pause" if chosen:
                self.wrong(Move.SETTLED, visit)
                return self.table(self.own["paused_said"])
            case "account/close":
                self.wrong(Move.WIPED, visit)
                return see(self.url("/"))
            case _:
                return self.table()

    def table(self, says: str = "") -> Reply:
        rows = [
            self.text(
                _KEYS_ROW,
                mark=' class="info"' if key == "flat" else "",
                what=self.own[key],
                detail=self.own[f"{key}_detail"],
                rhythm=self.own["daily"],
                number=number,
            )
            for number, key in zip(("4711", "4802"), self.lists, strict=True)
            if self.book[key] is Status.SUBSCRIBED
        ]
        return self.lay(
            _KEYS_TABLE,
            base=self.url("/my/alerts/"),
            flash=self.text(_KEYS_FLASH, says=says) if says else "",
            rows="\n".join(rows) or self.text(_KEYS_NONE),
            all=self.text(_KEYS_ALL) if len(rows) > 1 else "",
        )


# --- the telephone company: consent to advertising, withdrawn ---

_DIAL = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="UTF-8"><meta name="robots" content="noindex">
<title>{{title}}</title><link rel="stylesheet" href="/css/common.css?v=20240311">
<script src="/js/jquery.min.js"></script></head>
<body><div id="wrap"><div id="header"><h1 class="logo"><a href="/"><img src="/img/ci.svg"
 alt="{{brand}}"></a></h1><a href="/login" class="util">{{login}}</a></div>
<div id="content">{{{inner}}}</div>
<div id="footer"><a href="/privacy"><b>{{privacy}}</b></a><a href="/terms">{{terms}}</a>
<address>{{imprint}}</address></div></div></body></html>"""

_DIAL_ASK = """<div class="box"><p class="tit">{{ask}}</p>
<form name="frm" id="frm" action="rejectProc.do" method="post">
<input type="hidden" name="encKey" value="{{token}}"><input type="hidden" name="chnl" value="EML">
<table class="tbl"><colgroup><col width="30%"><col></colgroup>
<tr><th scope="row">{{field}}</th><td><input type="text" name="mask" value="a**@h***.test"
 readonly="readonly"></td></tr>
<tr><th scope="row">{{kind}}</th><td>{{kind_value}}</td></tr></table>
<ul class="note"><li>{{note1}}</li><li>{{note2}}</li></ul>
<div class="btnArea"><a href="/" class="btn gray"><span>{{cancel}}</span></a>
<button type="submit" class="btn red"><span>{{go}}</span></button></div></form></div>"""

_DIAL_DONE = """<div class="box"><p class="tit">{{result}}</p><table class="tbl">
<tr><th>{{who}}</th><td>{{brand}}</td></tr>
<tr><th>{{field}}</th><td>a**@h***.test</td></tr>
<tr><th>{{when}}</th><td>2026-10-05 09:12</td></tr>
<tr><th>{{state}}</th><td><em class="red">{{done}}</em></td></tr></table>
<div class="btnArea"><a href="/" class="btn">{{ok}}</a></div></div>"""

_DIAL_BAD = """<div class="box"><p class="tit">{{bad}}</p></div>"""


class DialTone(Newcomer):
    """A telecom's page on advertising consent: a table with a masked address, the result in a cell."""

    name = "dial-tone"
    brand = "TeleOne"
    languages = ("ko", "zh", "tr")
    words: ClassVar[Words] = {
        "ko": {
            "subject": "(광고) 10월 요금제 혜택 안내",
            "mail": "이번 달 고객님을 위한 데이터 혜택을 준비했습니다.",
            "foot": "수신거부",
            "title": "광고성 정보 메일 수신거부",
            "ask": "광고성 메일 수신 동의를 철회하시겠습니까?",
            "field": "이메일",
            "kind": "구분",
            "kind_value": "혜택·이벤트 메일",
            "note1": "철회하시더라도 요금 청구서 및 약관 변경 안내 메일은 발송됩니다.",
            "note2": "문자(SMS) 수신 동의는 고객센터 앱에서 변경하실 수 있습니다.",
            "cancel": "취소",
            "go": "철회하기",
            "result": "수신동의 철회 처리결과 안내",
            "who": "전송자",
            "when": "처리일시",
            "state": "처리결과",
            "done": "수신동의 철회 완료",
            "ok": "확인",
            "bad": "잘못된 접근입니다.",
            "imprint": "(주)텔레원 서울특별시 중구 가상로 1 대표전화 1500-0000",
        },
        "zh": {
            "subject": "十月套餐优惠，等您来领",
            "mail": "尊敬的客户，本月为您准备了专属流量福利。",
            "foot": "不想再收到此类邮件",
            "title": "邮件接收设置",
            "ask": "以后不再给您发送优惠资讯邮件，可以吗？",
            "field": "邮箱地址",
            "kind": "邮件类型",
            "kind_value": "优惠与活动资讯",
            "note1": "电子账单和业务通知不受影响。",
            "note2": "短信通知请登录网上营业厅修改。",
            "cancel": "再想想",
            "go": "好，不要再发了",
            "result": "办理结果",
            "who": "发件方",
            "when": "办理时间",
            "state": "状态",
            "done": "已停止发送，您不会再收到此类邮件",
            "ok": "返回首页",
            "bad": "链接无效或参数错误。",
            "imprint": "通壹电信有限公司 版权所有 客服热线 10000",
        },
        "tr": {
            "subject": "Ekim ayına özel paketler",
            "mail": "Değerli müşterimiz, bu aya özel internet hediyeniz hazır.",
            "foot": "RET için tıklayın",
            "title": "Ticari elektronik ileti tercihi",
            "ask": "E-posta ile ticari ileti onayınızı geri çekmek istiyor musunuz?",
            "field": "E-posta adresi",
            "kind": "İleti türü",
            "kind_value": "Kampanya ve fırsatlar",
            "note1": "Fatura ve abonelik bilgilendirmeleriniz gönderilmeye devam eder.",
            "note2": "Arama ve SMS izinlerinizi Online İşlemler’den değiştirebilirsiniz.",
            "cancel": "Vazgeç",
            "go": "Onayımı geri çek",
            "result": "İşlem sonucu",
            "who": "Hizmet sağlayıcı",
            "when": "İşlem zamanı",
            "state": "Durum",
            "done": "Ret bildiriminiz işlendi, size artık kampanya e-postası gönderilmeyecek",
            "ok": "Tamam",
            "bad": "Geçersiz istek.",
            "imprint": "TeleOne İletişim A.Ş. Hayali Cad. 1, İstanbul",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail/optout/reject.do?encKey={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/mail/optout/reject.do":
                known = visit.asks("encKey") == self.token
                shown = (_DIAL_DONE if self.ended else _DIAL_ASK) if known else _DIAL_BAD
                return self.lay(_DIAL, inner=self.text(shown))
            case "POST", "/mail/optout/rejectProc.do":
                return self.rejected(visit)
            case _:
                return self.around(visit) or self.unknown(visit)

    def rejected(self, visit: Visit) -> Reply:
        if visit.sends("encKey") != self.token or visit.sends("chnl") != "EML":
            return self.lay(_DIAL, inner=self.text(_DIAL_BAD))
        if visit.sends("mask") != "a**@h***.test":
            self.wrong(Move.TWISTED, visit)
        self.leave()
        return self.lay(_DIAL, inner=self.text(_DIAL_DONE))


# --- the town hall: a request that is received ---

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


# --- the landlord: the switch is behind the tenant's log-in ---

_RENT = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{brand}} :: {{portal}}</title>
<link rel="manifest" href="/manifest.json"></head><body class="login-page">
<div class="card"><h2>{{portal}}</h2>
<div class="alert alert-info">{{why}}</div>
<form action="/login?next=%2Fprofile%2Fnotices" method="post" autocomplete="on">
<input type="hidden" name="ref" value="{{token}}">
<div class="field"><input name="contract" placeholder="{{contract}}" inputmode="numeric"></div>
<div class="field"><input name="password" type="password" placeholder="{{pass}}"></div>
<label><input type="checkbox" name="remember" value="1"> {{remember}}</label>
<button type="submit" class="btn btn-block">{{enter}}</button></form>
<a role="button" class="btn btn-alt" href="/sso/start">{{bank}}</a>
<p><a href="/forgot">{{forgot}}</a> · <a href="/register">{{register}}</a></p></div>
<div class="card"><h3>{{path_head}}</h3><ol><li>{{step1}}</li><li>{{step2}}</li><li>{{step3}}</li>
</ol><p>{{phone}}</p></div>
<footer><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a>
<a href="/help">{{help}}</a></footer></body></html>"""


class Landlord(Newcomer):
    """A landlord's newsletter: the link ends at the tenants' portal, which wants a contract number."""

    name = "landlord"
    endable = Endable.NOT
    languages = ("de", "fi", "ru")
    words: ClassVar[Words] = {
        "de": {
            "brand": "WohnGut",
            "subject": "Nachbarschaftspost Herbst 2026",
            "mail": "Liebe Mieterinnen und Mieter, das Laubfest steht vor der Tür.",
            "foot": "Benachrichtigungen verwalten",
            "portal": "Mieterportal",
            "why": "Um die Nachbarschaftspost abzubestellen, melden Sie sich bitte an.",
            "contract": "Vertragsnummer",
            "pass": "Kennwort",
            "remember": "Angemeldet bleiben",
            "enter": "Anmelden und fortfahren",
            "bank": "Mit BundID anmelden",
            "forgot": "Kennwort vergessen?",
            "register": "Noch keinen Zugang?",
            "path_head": "So bestellen Sie ab",
            "step1": "Im Mieterportal anmelden",
            "step2": "„Profil“ und dann „Benachrichtigungen“ öffnen",
            "step3": "Haken bei „Nachbarschaftspost“ entfernen und speichern",
            "phone": "Oder rufen Sie Ihre Hausverwaltung an: 030 000 00 00, Mo–Do 9–15 Uhr.",
        },
        "fi": {
            "brand": "Kotiseutu Asunnot",
            "subject": "Naapurustoposti, syksy 2026",
            "mail": "Hyvät asukkaat, pihatalkoot lähestyvät.",
            "foot": "Hallitse ilmoituksia",
            "portal": "Asukassivut",
            "why": "Voit lopettaa Naapurustopostin tilauksen kirjauduttuasi sisään.",
            "contract": "Vuokrasopimuksen numero",
            "pass": "Salasana",
            "remember": "Muista minut",
            "enter": "Kirjaudu ja jatka",
            "bank": "Tunnistaudu pankkitunnuksilla",
            "forgot": "Unohditko salasanan?",
            "register": "Luo tunnus",
            "path_head": "Näin lopetat tilauksen",
            "step1": "Kirjaudu Asukassivuille",
            "step2": "Avaa Omat tiedot ja sieltä Ilmoitukset",
            "step3": "Poista valinta kohdasta Naapurustoposti ja tallenna",
            "phone": "Voit myös soittaa asukaspalveluun: 010 000 000, ma–to klo 9–15.",
        },
        "ru": {
            "brand": "УК «Наш дом»",
            "subject": "Вестник двора, осень 2026",
            "mail": "Уважаемые жильцы, скоро осенний субботник.",
            "foot": "Настроить уведомления",
            "portal": "Личный кабинет жильца",
            "why": "Чтобы отказаться от «Вестника двора», войдите в личный кабинет.",
            "contract": "Номер лицевого счёта",
            "pass": "Пароль",
            "remember": "Запомнить меня",
            "enter": "Войти и продолжить",
            "bank": "Войти через Госуслуги",
            "forgot": "Забыли пароль?",
            "register": "Зарегистрироваться",
            "path_head": "Как отказаться от рассылки",
            "step1": "Войдите в личный кабинет",
            "step2": "Откройте «Профиль», затем «Уведомления»",
            "step3": "Снимите галочку «Вестник двора» и сохраните",
            "phone": "Или позвоните диспетчеру: 8 800 000-00-00, круглосуточно.",
        },
    }

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return see(self.url(f"/login?next=%2Fprofile%2Fnotices&ref={self.token}"))
            case "GET", "/login":
                return self.lay(_RENT)
            case _, "/login" | "/forgot" | "/register" | "/sso/start":
                if visit.method == "POST":
                    self.wrong(Move.ACCOUNT, visit)
                return self.login()
            case _:
                return self.unknown(visit)
