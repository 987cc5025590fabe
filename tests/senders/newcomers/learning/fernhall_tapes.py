"""A podcast's show notes: one question in the language of radio, a form by GET, success in the title."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


class FernhallTapes(Newcomer):
    """A podcast's show notes: one question in the language of radio, a form by GET, success in the title."""

    name = "fernhall-tapes"
    brand = "The Fernhall Tapes"
    languages = ("en", "it")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Episode 58: The lighthouse that moved",
            "mail": "Show notes for episode 58: maps, letters and the recording from the lamp room.",
            "foot": "Sign off",
            "title": "The Fernhall Tapes",
            "heading": "Is this where we part?",
            "ask": "No more show notes, no more Friday letters from the studio. The podcast itself stays "
            "where it is, in your app.",
            "go": "Roll credits",
            "stay": "Stay tuned",
            "over": "Show notes stopped | The Fernhall Tapes",
            "done": "And that was the last of it. Thank you for reading along, {{alias}}.",
            "latest": "Latest episode",
            "support": "Become a patron",
            "listen": "Listen on",
            "lost": "Static. Nothing on this frequency.",
        },
        "it": {
            "subject": "Episodio 58: Il faro che si spostò",
            "mail": "Le note dell'episodio 58: mappe, lettere e la registrazione dalla lanterna.",
            "foot": "Chiudi le trasmissioni",
            "title": "I nastri di Fernhall",
            "heading": "Ci salutiamo qui?",
            "ask": "Niente più note di puntata, niente più lettere del venerdì dallo studio. Il podcast "
            "resta al suo posto, nella tua app.",
            "go": "Titoli di coda",
            "stay": "Resta in ascolto",
            "over": "Note di puntata interrotte | I nastri di Fernhall",
            "done": "Quella era l'ultima. Grazie di averci letto, {{alias}}.",
            "latest": "Ultimo episodio",
            "support": "Sostienici",
            "listen": "Ascoltaci su",
            "lost": "Solo fruscio. Nulla su questa frequenza.",
        },
    }

    PAGE = """<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{name_said}}</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
<body><header><a href="/"><img src="/cover.jpg" width="120" alt="The Fernhall Tapes"></a>
<nav><a href="/58">{{latest}}</a> <a href="/patron">{{support}}</a></nav></header>
<article>{{{body}}}</article>
<aside><audio controls preload="none" src="/58.mp3"></audio><p>{{listen}}
<a href="https://apple.example/fernhall" title="Apple Podcasts"><svg viewBox="0 0 1 1"></svg></a>
<a href="https://spotify.example/fernhall" title="Spotify"><svg viewBox="0 0 1 1"></svg></a></p></aside>
<footer><p>&copy; Fernhall Radio Club <a href="/contact">{{contact}}</a></p></footer></body></html>"""
    ASK = """<h1>{{heading}}</h1><p>{{ask}}</p><form method="get" action="credits"><input type="hidden" name="l"
value="{{token}}"><input type="hidden" name="ep" value="58"><button>{{go}}</button>
<a class="button button--loud" href="/58">{{stay}}</a></form>"""

    @property
    def way(self) -> str:
        return f"/letters/sign-off?l={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/letters/sign-off" if visit.asks("l") == self.token:
                return self._say(self.ASK)
            case "GET", "/letters/credits" if visit.asks("l") == self.token and visit.asks("ep"):
                self.leave()
                return self._say(f"<p>{self.text(self.own['done'])}</p>", title="over")
            case "GET", "/" | "/58" | "/patron" | "/contact":
                return self._say("<h1>{{title}}</h1>")
            case _:
                return self._say("<p>{{lost}}</p>", 404)

    def _say(self, body: str, code: int = 200, title: str = "title") -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body), name_said=self.own[title])
