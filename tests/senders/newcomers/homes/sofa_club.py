"""A furniture shop's contact choices: Rails, switches, a hidden nought before each; a toast says it."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, see

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
