"""A festival: Laravel, a `<dialog>` with the form, the banner after a redirect, and an undo beside it."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

_CAMP = """<!doctype html>
<html lang={{language}}>
<meta charset=utf-8>
<meta name=viewport content="width=device-width,initial-scale=1">
<title>{{brand}} 2027</title>
<link rel=stylesheet href=/a/app.9f3c.css>
<body class="bg-sun text-ink">
<nav class="flex gap-4"><a href=/ class=font-black>{{brand}}</a><a href=/lineup>{{lineup}}</a>
<a href=/tickets>{{tickets}}</a><a href=/camping>{{camping}}</a></nav>
<main class="mx-auto max-w-lg py-20">
{{{inner}}}
</main>
<footer class="flex text-xs"><a href=/privacy>{{privacy}}</a><a href=/help>{{help}}</a>
<a href="https://photos.example/camp" title=Instagram><svg class=w-4 viewBox="0 0 4 4"><circle cx=2
 cy=2 r=2 /></svg></a><span>{{date}}</span></footer>
<div id=cc class="fixed bottom-0"><p>{{cookies}}</p><button type=button data-cc=1>{{accept}}</button>
<button type=button data-cc=0>{{decline}}</button></div>
<script>for(const b of document.querySelectorAll('[data-open]'))
b.onclick=()=>document.getElementById(b.dataset.open).showModal()</script>"""


_CAMP_ASK = """<h1 class="text-5xl font-black">{{head}}</h1>
<p class=mt-4>{{lead}}
<p class=mt-2>{{less}}
<button type=button data-open=sure class="mt-8 underline">{{open}}</button>
<dialog id=sure class="rounded-xl p-8"><h2>{{sure}}</h2><p>{{sure_text}}
<form method=post action="{{way}}"><input type=hidden name=_token value={{slip}}><input type=hidden
 name=_method value=DELETE><button class="btn-ghost">{{go}}</button></form>
<form method=dialog><button class="btn-primary" autofocus>{{stay}}</button></form></dialog>"""


_CAMP_DONE = """<div class="banner" role=status>{{done}}</div>
<h1 class="text-5xl font-black">{{bye}}</h1>
<p class=mt-4>{{bye_text}}
<form method=post action="{{way}}/undo" class=mt-8><input type=hidden name=_token value={{slip}}>
<p>{{oops}} <button class=underline>{{undo}}</button></form>"""


class FestivalCamp(Newcomer):
    """A festival: Laravel, a `<dialog>` with the form, the banner after a redirect, and an undo beside it."""

    name = "festival-camp"
    languages = ("pt", "sv", "da")
    words: ClassVar[Words] = {
        "pt": {
            "brand": "Maré Alta",
            "subject": "Os primeiros nomes do Maré Alta 2027",
            "mail": "O cartaz começa a ganhar forma. Bilhetes à venda na sexta.",
            "foot": "Sair da lista do festival",
            "lineup": "Cartaz",
            "tickets": "Bilhetes",
            "camping": "Campismo",
            "head": "Já vais?",
            "lead": "Era tão bom ter-te por cá. Novidades do cartaz, só para quem está na lista.",
            "less": "Prometemos: nunca mais de dois e-mails por mês.",
            "open": "Não quero mais e-mails",
            "sure": "Mesmo, mesmo?",
            "sure_text": "Ficas sem pré-venda e sem novidades.",
            "go": "Mesmo. Tirem-me da lista",
            "stay": "Pensando melhor, fico",
            "done": "Já não estás na lista. Não te enviamos mais nada.",
            "bye": "Até um dia destes",
            "bye_text": "Os bilhetes que já compraste continuam, claro, a valer.",
            "oops": "Foi sem querer?",
            "undo": "Põe-me outra vez na lista",
            "date": "8–11 de julho de 2027",
        },
        "sv": {
            "brand": "Ängsljud",
            "subject": "Första artistsläppet till Ängsljud 2027",
            "mail": "Tio akter är klara. Biljetterna släpps på fredag.",
            "foot": "Lämna festivallistan",
            "lineup": "Artister",
            "tickets": "Biljetter",
            "camping": "Camping",
            "head": "Drar du redan?",
            "lead": "Vi som hade det så fint. Artistsläppen går först till dem på listan.",
            "less": "Aldrig mer än två utskick i månaden, på heder och samvete.",
            "open": "Jag vill inte ha fler utskick",
            "sure": "Helt säkert?",
            "sure_text": "Då missar du förköpet.",
            "go": "Ja, stryk mig",
            "stay": "Nä, jag stannar",
            "done": "Du är struken från listan och får inga fler utskick.",
            "bye": "Vi ses i leran",
            "bye_text": "Biljetter du redan köpt gäller förstås ändå.",
            "oops": "Blev det fel?",
            "undo": "Sätt upp mig igen",
            "date": "8–11 juli 2027",
        },
        "da": {
            "brand": "Engbrus",
            "subject": "De første navne til Engbrus 2027",
            "mail": "Ti navne er på plakaten. Billetsalget åbner fredag.",
            "foot": "Forlad listen",
            "lineup": "Program",
            "tickets": "Billetter",
            "camping": "Camping",
            "head": "Går du allerede?",
            "lead": "Vi havde det ellers så hyggeligt. Navnene kommer først til folk på listen.",
            "less": "Højst to mails om måneden. Spejderære.",
            "open": "Jeg gider ikke flere mails",
            "sure": "Helt sikker?",
            "sure_text": "Så går du glip af forsalget.",
            "go": "Ja, slet mig fra listen",
            "stay": "Nej, jeg bliver",
            "done": "Du er slettet fra listen og hører ikke mere fra os.",
            "bye": "Vi ses i mudderet",
            "bye_text": "Billetter, du allerede har købt, gælder selvfølgelig stadig.",
            "oops": "Var det en fejl?",
            "undo": "Skriv mig på igen",
            "date": "8.–11. juli 2027",
        },
    }

    @property
    def way(self) -> str:
        return f"/bye/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                slip = self.slip()
                inner = self.text(_CAMP_DONE if self.ended else _CAMP_ASK, slip=slip)
                return self.lay(_CAMP, cookies=self.session(), inner=inner)
            case "POST", path if path in {self.way, f"{self.way}/undo"}:
                return self.posted(visit)
            case _:
                return self.around(visit) or self.unknown(visit)

    def posted(self, visit: Visit) -> Reply:
        if not self.honest(visit, "_token"):
            return self.forbidden()
        if visit.path.endswith("/undo"):
            self.join(visit)
        elif visit.sends("_method") == "DELETE":
            self.leave()
        return see(self.url(self.way), 303)
