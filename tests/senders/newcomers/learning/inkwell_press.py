"""A publishing house that asks for the letters in a picture before it lets a reader go."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit


class InkwellPress(Newcomer):
    """A publishing house that asks for the letters in a picture before it lets a reader go."""

    name = "inkwell-press"
    brand = "Inkwell Press"
    endable = Endable.NOT
    languages = ("en", "pl")
    words: ClassVar[Words] = {
        "en": {
            "subject": "First chapters: five novels for November",
            "mail": "Five first chapters to read before anybody else does.",
            "foot": "Leave the reading circle",
            "title": "Inkwell Press | Reading circle",
            "heading": "Closing the book on us?",
            "ask": "Copy the letters in the picture and we'll take you out of the reading circle.",
            "letters": "Letters in the picture",
            "again": "Another picture",
            "go": "Leave the circle",
            "bad": "The letters don't match. Here is a new picture.",
            "shop": "Books",
            "authors": "Authors",
            "basket": "Basket (0)",
        },
        "pl": {
            "subject": "Pierwsze rozdziały: pięć powieści na listopad",
            "mail": "Pięć pierwszych rozdziałów, zanim przeczyta je ktokolwiek inny.",
            "foot": "Opuść krąg czytelniczy",
            "title": "Inkwell Press | Krąg czytelniczy",
            "heading": "Zamykasz naszą książkę?",
            "ask": "Przepisz litery z obrazka, a skreślimy cię z kręgu czytelniczego.",
            "letters": "Litery z obrazka",
            "again": "Inny obrazek",
            "go": "Opuszczam krąg",
            "bad": "Litery się nie zgadzają. Oto nowy obrazek.",
            "shop": "Książki",
            "authors": "Autorzy",
            "basket": "Koszyk (0)",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
<body class="page circle"><div id="cookiebar"><span>{{cookies}}</span> <button type="button">{{accept}}</button>
<button type="button">{{decline}}</button></div>
<header><a href="/">INKWELL</a><nav><a href="/books">{{shop}}</a><a href="/authors">{{authors}}</a>
<a href="/basket">{{basket}}</a></nav></header>
<main><h1>{{heading}}</h1>{{{flash}}}<p>{{ask}}</p>
<form method="post" action="/circle/{{token}}"><input type="hidden" name="_csrf" value="{{slip}}">
<p><img src="/picture.svg?n={{slip}}" width="160" height="50" alt=""> <a href="/circle/{{token}}">{{again}}</a></p>
<p><label for="code">{{letters}}</label> <input id="code" name="code" autocomplete="off" required></p>
<button type="submit">{{go}}</button></form></main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/contact">{{contact}}</a></footer></body></html>"""

    @property
    def way(self) -> str:
        return f"/circle/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self._ask("")
            case "POST", self.way:
                if visit.sends("code"):
                    self.wrong(Move.TWISTED, visit)  # nobody but a person can have read it
                return self._ask(self.text('<p class="error">{{bad}}</p>'))
            case "GET", "/picture.svg":
                picture = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M4 40 20 8 36 40M60 8v32"/></svg>'
                return Reply(200, picture, kind="image/svg+xml")
            case "GET", "/" | "/books" | "/authors" | "/basket" | "/privacy" | "/contact":
                return self.page("<h1>INKWELL</h1>")
            case _:
                return self.unknown(visit)

    def _ask(self, flash: str) -> Reply:
        slip = self.slip()
        return self.lay(self.PAGE, cookies=self.session(), flash=flash, slip=slip)
