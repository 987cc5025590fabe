"""A platform for events: its one-click address shows the page all the same, and a dialog asks again."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit, see

_EVENT = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8">
<title>[[title]] | Ticketeer</title>
<style>dialog::backdrop{background:#0008}.eds-btn--link{background:none;border:0}</style></head><body>
<header class="eds-g"><a href="/" class="logo"><span>ticketeer</span></a><form action="/find" method="get">
<input name="q" placeholder="[[find]]"><input name="where" placeholder="[[where]]"><button
 aria-label="[[find]]">🔍</button>
</form><a href="/login">[[login]]</a><a href="/create" class="eds-btn">[[create]]</a></header>
<div class="consent" hidden><p>Cookies</p><button type="button">OK</button></div>
<main>[[body]]</main>
<footer><ul><li><a href="/organizers">[[organizers]]</a><li><a href="/help">[[help]]</a>
<li><a href="/o/riverside/follow">[[follow]]</a></ul></footer></body></html>"""


_EVENT_ASK = """<h1>[[title]]</h1><p>[[which]] (<b>[[alias]]</b>)</p>[[error]]
<form method="post" action="" id="optout"><div class="eds-field"><input type="radio" id="s1" name="scope"
 value="reco"
 required><label for="s1">[[reco]]</label></div><div class="eds-field"><input type="radio" id="s2" name="scope"
 value="organizer"><label for="s2">[[organizer]]</label></div><div class="eds-field"><input type="radio" id="s3"
 name="scope" value="every"><label for="s3">[[every]]</label></div>
<button type="button" class="eds-btn" onclick="document.getElementById('sure').showModal()">[[next]]</button>
<dialog id="sure" aria-labelledby="dt"><h2 id="dt">[[sure]]</h2><p>[[miss]]</p>
<button type="submit" name="ok" value="0" formnovalidate class="eds-btn eds-btn--fill">[[cancel]]</button>
<button type="submit" name="ok" value="1" class="eds-btn--link">[[yes]]</button></dialog></form>
<p class="small">[[spam]] <a href="/report/riverside">[[report]]</a></p>"""


_EVENT_DONE = """<h1>[[thanks]]</h1><p>[[tickets]]</p><p>[[gone]]</p><p>[[more]]</p>
<form method="post" action="/o/riverside/follow"><button class="eds-btn">[[follow]]</button></form>"""


class EventPlatform(Local):
    """A platform for events: its one-click address shows the page all the same, and a dialog asks again."""

    name = "new-events"
    via = "one-click"
    one_click = True
    languages = ("en", "es", "da", "fi")
    lists = ("news", "reco")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Unsubscribe from this organizer's emails",
            "title": "Email opt-out",
            "find": "Find events",
            "where": "City",
            "login": "Log in",
            "create": "Create an event",
            "organizers": "For organizers",
            "help": "Help center",
            "follow": "Follow Riverside Jazz Nights",
            "which": "Which emails should stop?",
            "reco": "Only recommendations from Ticketeer",
            "organizer": "Only emails from Riverside Jazz Nights",
            "every": "Both of these",
            "next": "Continue",
            "sure": "Are you sure?",
            "miss": "You'll miss presales and line-up news.",
            "cancel": "Never mind",
            "yes": "Yes, stop sending",
            "spam": "Never bought a ticket?",
            "report": "Report this organizer",
            "need": "Pick one of the options first.",
            "thanks": "Thanks for letting us know",
            "tickets": "Tickets that you have bought stay valid, and we'll still email you about them.",
            "gone": "You've been unsubscribed from Riverside Jazz Nights.",
            "more": "There is more to discover around you tonight.",
            "kept": "Nothing has changed.",
            "some": "Done. You'll still hear from the organizer.",
        },
        "es": {
            "foot": "Dejar de recibir correos de este organizador",
            "title": "Correos de eventos",
            "find": "Buscar eventos",
            "where": "Ciudad",
            "login": "Iniciar sesión",
            "create": "Crear evento",
            "organizers": "Para organizadores",
            "help": "Centro de ayuda",
            "follow": "Seguir a Noches de Jazz",
            "which": "¿Qué correos quieres dejar de recibir?",
            "reco": "Solo las recomendaciones de Ticketeer",
            "organizer": "Solo los correos de Noches de Jazz",
            "every": "Los dos",
            "next": "Siguiente",
            "sure": "¿Seguro?",
            "miss": "Te perderás las preventas y las novedades del cartel.",
            "cancel": "Mejor no",
            "yes": "Sí, no quiero más correos",
            "spam": "¿Nunca compraste una entrada?",
            "report": "Denunciar al organizador",
            "need": "Elige primero una opción.",
            "thanks": "Gracias por avisarnos",
            "tickets": "Tus entradas siguen siendo válidas y te escribiremos si hay cambios.",
            "gone": "Te hemos dado de baja de los correos de Noches de Jazz.",
            "more": "Hay mucho más por descubrir cerca de ti.",
            "kept": "No ha cambiado nada.",
            "some": "Hecho. El organizador podrá seguir escribiéndote.",
        },
        "da": {
            "foot": "Frameld mails fra denne arrangør",
            "title": "Mails om arrangementer",
            "find": "Find arrangementer",
            "where": "By",
            "login": "Log ind",
            "create": "Opret arrangement",
            "organizers": "For arrangører",
            "help": "Hjælp",
            "follow": "Følg Jazz ved Åen",
            "which": "Hvilke mails vil du ikke have mere?",
            "reco": "Kun anbefalinger fra Ticketeer",
            "organizer": "Kun mails fra Jazz ved Åen",
            "every": "Begge dele",
            "next": "Videre",
            "sure": "Er du sikker?",
            "miss": "Så går du glip af forsalg og nyt om programmet.",
            "cancel": "Fortryd",
            "yes": "Ja, stop mails",
            "spam": "Har du aldrig købt en billet?",
            "report": "Anmeld arrangøren",
            "need": "Vælg først en mulighed.",
            "thanks": "Tak for beskeden",
            "tickets": "Dine billetter gælder stadig, og vi skriver, hvis der sker ændringer.",
            "gone": "Du er nu frameldt mails fra Jazz ved Åen.",
            "more": "Der sker meget mere i nærheden af dig.",
            "kept": "Der er ikke ændret noget.",
            "some": "Det er gjort. Arrangøren kan stadig skrive til dig.",
        },
        "fi": {
            "foot": "Peru tämän järjestäjän viestit",
            "title": "Tapahtumaviestit",
            "find": "Etsi tapahtumia",
            "where": "Kaupunki",
            "login": "Kirjaudu",
            "create": "Luo tapahtuma",
            "organizers": "Järjestäjille",
            "help": "Ohjekeskus",
            "follow": "Seuraa Jokirannan Jazzia",
            "which": "Mitkä viestit haluat lopettaa?",
            "reco": "Vain Ticketeerin suositukset",
            "organizer": "Vain Jokirannan Jazzin viestit",
            "every": "Molemmat",
            "next": "Jatka",
            "sure": "Oletko varma?",
            "miss": "Ennakkomyynnit ja ohjelmauutiset jäävät sinulta näkemättä.",
            "cancel": "Peruuta",
            "yes": "Kyllä, lopeta viestit",
            "spam": "Etkö ole ostanut lippua?",
            "report": "Ilmoita järjestäjästä",
            "need": "Valitse ensin jokin vaihtoehdoista.",
            "thanks": "Kiitos ilmoituksesta",
            "tickets": "Ostamasi liput ovat voimassa, ja tiedotamme niistä edelleen.",
            "gone": "Et saa enää viestejä järjestäjältä Jokirannan Jazz.",
            "more": "Lähelläsi on paljon muutakin nähtävää.",
            "kept": "Mitään ei muutettu.",
            "some": "Valmista. Järjestäjä voi yhä lähettää sinulle viestejä.",
        },
    }

    @property
    def way(self) -> str:
        return f"/email/opt-out/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.ask()
            case "POST", path if path == self.way:
                return self.ask() if visit.one_click else self.sent(visit)
            case "GET", path if path == f"{self.way}/done":
                return self.framed(_EVENT_DONE if self.ended else "<h1>[[some]]</h1>")
            case _, "/o/riverside/follow":
                self.join(visit)
                return self.framed("<h1>Ticketeer</h1>")
            case "POST", "/report/riverside":
                self.wrong(Move.SURVEY, visit)
                return self.framed("<h1>[[thanks]]</h1>")
            case "GET", "/report/riverside":
                form = '<form method="post"><textarea name="what"></textarea><button>[[report]]</button></form>'
                return self.framed(form)
            case "GET", "/" | "/find" | "/login" | "/create" | "/organizers" | "/help":
                return self.framed("<h1>Ticketeer</h1>")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("ok") == "0":
            self.wrong(Move.WITHDREW, visit)
            return self.framed("<h1>[[kept]]</h1>")
        gone = {"organizer": ("news",), "reco": ("reco",), "every": self.lists}
        chosen = gone.get(visit.sends("scope") or "")
        if visit.sends("ok") != "1" or chosen is None:
            return self.ask('<p class="eds-error" role="alert">[[need]]</p>')
        self.leave(*chosen)
        return see(f"{self.way}/done", 303)

    def ask(self, error: str = "") -> Reply:
        return self.framed(_EVENT_ASK, error=self.put(error))

    def framed(self, body: str, **values: str) -> Reply:
        return self.show(_EVENT, body=self.put(body, **values))
