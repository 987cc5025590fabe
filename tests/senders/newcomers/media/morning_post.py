"""A newspaper's newsletter centre: a card with a button for each, and the button says what it does to"""

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from tests.senders.letters import Letter
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit

PAPER = """<!doctype html><html lang="{{language}}"><head><meta charset="utf-8">
<title>{{title}} | {{brand}}</title>
<meta name="theme-color" content="#fff"><link rel="alternate" type="application/rss+xml" href="/rss.xml">
<link rel="stylesheet" href="/_assets/np.css"><script async src="/_assets/consent.js"></script></head>
<body class="theme-light"><div class="ad" data-slot="top"></div>
<header><button type="button" aria-label="{{menu}}">☰</button><a class="masthead" href="/">{{brand}}</a>
<a href="/abo" class="promo">{{trial}}</a><a href="/login">{{login}}</a></header>
<nav><a href="/politik">{{politics}}</a> <a href="/sport">{{sport}}</a> <a href="/kultur">{{culture}}</a></nav>
{{{flash}}}<main><h1>{{title}}</h1><p>{{intro}} <b>{{masked}}</b></p>
<section><h2>{{mine}}</h2><div class="cards">{{{on}}}</div></section>
<section><h2>{{others}}</h2><div class="cards">{{{off}}}</div></section>
<section class="end"><form action="/newsletter/all/off" method="post"><input type="hidden" name="uid"
 value="{{token}}"><input
 type="hidden" name="xsrf" value="{{slip}}"><button class="textlink">{{all}}</button></form></section></main>
<aside><h3>{{most}}</h3><ol><li><a href="/a/1">{{a1}}</a></li><li><a href="/a/2">{{a2}}</a></li></ol></aside>
<footer><a href="/impressum">{{terms}}</a> <a href="/datenschutz">{{privacy}}</a> <a
 href="/abo/kuendigen">{{paper}}</a>
</footer></body></html>"""


PAPER_CARD = """<article class="card" id="nl-{{key}}"><h3>{{name}}</h3><p>{{about}}</p><form method="post"
 action="/newsletter/{{key}}/{{turn}}"><input type="hidden" name="uid" value="{{token}}"><input
 type="hidden" name="xsrf"
 value="{{slip}}"><button type="submit" class="pill {{turn}}" aria-label="{{press}}: {{name}}">{{press}}</button>
</form>
</article>"""


class MorningPost(Newcomer):
    """A newspaper's newsletter centre: a card with a button for each, and the button says what it does to
    that one; below, everything at once.
    """

    name = "morning-post"
    brand = "The Morning Post"
    languages = ("en", "de", "fr", "nb")
    lists = ("briefing", "weekend")
    others = ("kitchen", "climate", "stadium")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Morning Briefing: what you need to know today",
            "mail": "Good morning. This is the Morning Briefing, our newsletter with the news of the day.",
            "foot": "Manage or cancel this newsletter",
            "title": "Newsletters",
            "trial": "Try 4 weeks for £1",
            "politics": "Politics",
            "sport": "Sport",
            "culture": "Culture",
            "intro": "Newsletters for",
            "mine": "Yours",
            "others": "More for you",
            "off": "Unfollow",
            "on": "Sign up",
            "all": "Cancel all newsletters",
            "most": "Most read",
            "a1": "Budget: who pays, who gains",
            "a2": "The last lighthouse keeper",
            "paper": "Cancel subscription",
            "briefing": "Morning Briefing",
            "briefing_about": "The news of the day, weekdays at six.",
            "weekend": "The Weekend",
            "weekend_about": "Long reads for slow mornings.",
            "kitchen": "Kitchen Table",
            "kitchen_about": "Three recipes every Friday.",
            "climate": "Degrees",
            "climate_about": "The climate letter.",
            "stadium": "Stadium",
            "stadium_about": "All matches, all tables.",
            "told": "You've been unsubscribed from",
            "every": "You've been unsubscribed from all of our newsletters.",
        },
        "de": {
            "subject": "Morgenlage: Was heute wichtig ist",
            "mail": "Guten Morgen, hier ist die Morgenlage, unser Newsletter mit den Nachrichten des Tages.",
            "foot": "Newsletter verwalten oder abbestellen",
            "title": "Newsletter",
            "trial": "4 Wochen für 1 €",
            "politics": "Politik",
            "sport": "Sport",
            "culture": "Kultur",
            "intro": "Newsletter für",
            "mine": "Ihre Newsletter",
            "others": "Das könnte Sie auch interessieren",
            "off": "Abbestellen",
            "on": "Abonnieren",
            "all": "Alle Newsletter abbestellen",
            "most": "Meistgelesen",
            "a1": "Haushalt: Wer zahlt, wer gewinnt",
            "a2": "Der letzte Leuchtturmwärter",
            "paper": "Abo kündigen",
            "briefing": "Morgenlage",
            "briefing_about": "Die Nachrichten des Tages, werktags um sechs.",
            "weekend": "Wochenende",
            "weekend_about": "Lange Texte für lange Vormittage.",
            "kitchen": "Küchentisch",
            "kitchen_about": "Drei Rezepte, jeden Freitag.",
            "climate": "Plus 1,5",
            "climate_about": "Der Klima-Brief.",
            "stadium": "Anpfiff",
            "stadium_about": "Alle Spiele, alle Tabellen.",
            "told": "Abbestellt:",
            "every": "Sie haben alle Newsletter abbestellt.",
        },
        "fr": {
            "subject": "La Matinale : l'essentiel de l'actualité",
            "mail": "Bonjour, voici La Matinale, la lettre qui résume l'actualité du jour.",
            "foot": "Gérer mes newsletters ou me désinscrire",
            "title": "Newsletters",
            "trial": "1 € le premier mois",
            "politics": "Politique",
            "sport": "Sport",
            "culture": "Culture",
            "intro": "Les newsletters de",
            "mine": "Mes newsletters",
            "others": "À découvrir",
            "off": "Se désinscrire",
            "on": "S'inscrire",
            "all": "Me désinscrire de toutes les newsletters",
            "most": "Les plus lus",
            "a1": "Budget : qui paie, qui gagne",
            "a2": "Le dernier gardien de phare",
            "paper": "Résilier mon abonnement",
            "briefing": "La Matinale",
            "briefing_about": "L'essentiel de l'actualité, du lundi au vendredi à 6 h.",
            "weekend": "Le Week-end",
            "weekend_about": "Des longs formats à lire tranquillement.",
            "kitchen": "À table",
            "kitchen_about": "Trois recettes chaque vendredi.",
            "climate": "Chaleur humaine",
            "climate_about": "La lettre du climat.",
            "stadium": "Le Stade",
            "stadium_about": "Tous les matchs, tous les classements.",
            "told": "Vous ne recevrez plus :",
            "every": "Vous êtes désinscrit de toutes nos newsletters.",
        },
        "nb": {
            "subject": "Morgenbrevet: dette bør du vite i dag",
            "mail": "God morgen! Her er Morgenbrevet, vårt nyhetsbrev med dagens viktigste saker.",
            "foot": "Administrer nyhetsbrev / meld deg av",
            "title": "Nyhetsbrev",
            "trial": "Prøv 4 uker for 1 krone",
            "politics": "Politikk",
            "sport": "Sport",
            "culture": "Kultur",
            "intro": "Nyhetsbrev for",
            "mine": "Dine nyhetsbrev",
            "others": "Kanskje noe for deg",
            "off": "Meld av",
            "on": "Meld på",
            "all": "Meld meg av alle nyhetsbrev",
            "most": "Mest lest",
            "a1": "Statsbudsjettet: vinnere og tapere",
            "a2": "Den siste fyrvokteren",
            "paper": "Si opp abonnementet",
            "briefing": "Morgenbrevet",
            "briefing_about": "Dagens viktigste saker, klokken seks på hverdager.",
            "weekend": "Helg",
            "weekend_about": "Lange tekster for rolige morgener.",
            "kitchen": "Kjøkkenbordet",
            "kitchen_about": "Tre oppskrifter hver fredag.",
            "climate": "Grader",
            "climate_about": "Klimabrevet.",
            "stadium": "Avspark",
            "stadium_about": "Alle kamper, alle tabeller.",
            "told": "Du er meldt av",
            "every": "Du er nå meldt av alle nyhetsbrevene våre.",
        },
    }

    def letter(self, at: datetime) -> Letter:
        return replace(super().letter(at), list_id=f"briefing.{self.domain}")

    @property
    def way(self) -> str:
        return f"/newsletter/manage?uid={self.token}&nl=briefing"

    def answer(self, visit: Visit) -> Reply:
        if visit.method == "GET" and visit.path == "/newsletter/manage":
            return self.centre("") if visit.asks("uid") == self.token else self.forbidden()
        words = visit.path.strip("/").split("/")
        if visit.method != "POST" or len(words) != 3 or words[0] != "newsletter":
            return self.unknown(visit)
        if visit.sends("uid") != self.token or not self.honest(visit, "xsrf"):
            return self.forbidden()
        match words[1], words[2]:
            case "all", "off":
                self.leave(*self.lists)
                return self.centre(self.own["every"])
            case key, "off" if key in self.lists:
                self.leave(key)
                return self.centre(f"{self.own['told']} {self.own[key]}")
            case key, "on" if key in self.book:
                self.join(visit, key)
                return self.centre("✓")
            case _:
                return self.unknown(visit)

    def centre(self, told: str) -> Reply:
        slip = self.slip()
        cards = {"on": "", "off": ""}
        for key, status in self.book.items():
            subscribed = status is Status.SUBSCRIBED
            turn = "off" if subscribed else "on"
            name, about, press = self.own[key], self.own[f"{key}_about"], self.own[turn]
            cards["on" if subscribed else "off"] += self.text(
                PAPER_CARD, key=key, name=name, about=about, turn=turn, press=press, slip=slip
            )
        flash = (
            self.text('<div class="snack" role="alert">{{told}}</div>', told=told) if told else ""
        )
        return self.lay(
            PAPER,
            masked="ad***@home.test",
            flash=flash,
            slip=slip,
            cookies=self.session(),
            on=cards["on"],
            off=cards["off"],
        )
