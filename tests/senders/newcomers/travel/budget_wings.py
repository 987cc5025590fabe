"""A low-cost airline: three steps, the second asks why and can be skipped, each with its own token."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

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
