"""A marketplace of online courses: promises one click, and asks again on a page with a hidden panel."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


class CourseBay(Newcomer):
    """A marketplace of online courses: promises one click, and asks again on a page with a hidden panel."""

    name = "course-bay"
    brand = "CourseBay"
    via = "one-click"
    one_click = True
    languages = ("en", "pt")
    words: ClassVar[Words] = {
        "en": {
            "subject": "72 hours: courses from 9.99",
            "mail": "Your next skill is on sale. Python, watercolours, public speaking: everything from 9.99.",
            "foot": "Promotions off",
            "title": "CourseBay - account notifications",
            "heading": "Wait, your next course is 85% off!",
            "ask": "Learners who hear about our sales finish twice as many courses.",
            "big": "Keep the deals coming",
            "small": "Turn them off",
            "sure": "Deals will no longer reach {{alias}}. Certificates and receipts will.",
            "go": "Turn off deals",
            "esc": "Never mind",
            "toast": "Deals turned off",
            "kept": "Great, enjoy the sale.",
            "table": "Account notifications",
            "deals": "Deals and recommendations",
            "receipts": "Receipts and certificates",
            "on": "on",
            "off": "off",
            "teach": "Teach with us",
            "gone": "Page not found",
        },
        "pt": {
            "subject": "72 horas: cursos a partir de 9,99",
            "mail": "A sua próxima competência está em saldo. Python, aguarela, falar em público.",
            "foot": "Promoções: desligar",
            "title": "CourseBay - notificações da conta",
            "heading": "Espere, o seu próximo curso tem 85% de desconto!",
            "ask": "Quem acompanha as nossas campanhas acaba o dobro dos cursos.",
            "big": "Quero continuar a receber ofertas",
            "small": "Desligar",
            "sure": "As ofertas deixam de chegar a {{alias}}. Certificados e recibos continuam.",
            "go": "Desligar ofertas",
            "esc": "Afinal não",
            "toast": "Ofertas desligadas",
            "kept": "Ótimo, aproveite os saldos.",
            "table": "Notificações da conta",
            "deals": "Ofertas e sugestões",
            "receipts": "Recibos e certificados",
            "on": "ligado",
            "off": "desligado",
            "teach": "Ensinar connosco",
            "gone": "Página não encontrada",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<style>[hidden]{display:none}.toast{position:fixed;bottom:1rem;right:1rem;background:#222;color:#fff}</style>
</head><body>
<header class="udh"><a href="/"><svg width="90" height="20" role="img" aria-label="CourseBay"></svg></a>
<form role="search" action="/courses"><input type="search" name="q" placeholder="{{search}}">
<button aria-label="{{search}}"><svg viewBox="0 0 2 2"></svg></button></form>
<a href="/teach">{{teach}}</a> <a href="/login">{{login}}</a></header>
{{{body}}}
<footer><a href="/privacy">{{privacy}}</a><a href="/terms">{{terms}}</a><a href="/help">{{help}}</a></footer>
</body></html>"""
    ASK = """<main><h1>{{heading}}</h1><p>{{ask}}</p>
<div class="row"><a class="btn btn-huge" role="button" href="/deals/{{token}}/keep">{{big}}</a>
<a class="btn-link" role="button" href="#sure" onclick="sure.hidden=false;return false">{{small}}</a></div>
<div id="sure" class="sheet" hidden><p>{{{sure_said}}}</p>
<form action="/deals/{{token}}" method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{{slip}}">
<input type="hidden" name="deals" value="off"><button type="button" onclick="sure.hidden=true">{{esc}}</button>
<button type="submit">{{go}}</button></form></div></main>"""
    TABLE = """<main><h1>{{table}}</h1><dl><dt>{{deals}}</dt><dd>{{state}}</dd>
<dt>{{receipts}}</dt><dd>{{on}}</dd></dl></main><div class="toast" role="alert">{{said}}</div>"""

    @property
    def way(self) -> str:
        return f"/deals/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", self.way if self.honest(visit, "csrfmiddlewaretoken"):
                if visit.sends("deals") == "off":
                    self.leave()
                return self._table("toast", "off")
            case _, self.way:  # the header's one click as well: someone forgot it in the new design
                sure = self.text(self.own["sure"])
                body = self.text(self.ASK, sure_said=sure, slip=self.slip())
                return self.lay(self.PAGE, cookies=self.session(), body=body)
            case "GET", path if path == f"{self.way}/keep":
                return self._table("kept", "on")
            case "POST", "/login":
                self.wrong(Move.ACCOUNT, visit)
                return self._table("kept", "on")
            case "GET", "/" | "/courses" | "/teach" | "/login" | "/privacy" | "/terms" | "/help":
                return self.lay(self.PAGE, body="<main></main>")
            case _:
                return self.lay(self.PAGE, code=404, body=self.text("<h1>{{gone}}</h1>"))

    def _table(self, said: str, state: str) -> Reply:
        body = self.text(self.TABLE, said=self.own[said], state=self.own[state])
        return self.lay(self.PAGE, body=body)
