"""A political party's campaign site: a plea, a deal with fewer mails, and then out."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Pairs, Reply, Visit, see

_PARTY = """<!DOCTYPE html>
<html lang="[[lang]]" class="no-js">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>[[name]]</title>
<meta property="og:title" content="[[name]]">
<style>.btn-xl{font-size:2rem;background:#c8102e;color:#fff}.tiny{font-size:.7rem;color:#999}</style>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({'page':'email'});</script>
</head>
<body class="page-pages-show">
<a class="sr-only" href="#content">[[skip]]</a>
<header><div class="container">
<a class="logo" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 2h20v20H2z"/></svg>[[name]]</a>
<nav><ul><li><a href="/values">[[values]]</a><li><a href="/people">[[people]]</a><li>
<a href="/volunteer">[[volunteer]]</a>
</ul></nav><a class="btn btn-donate" href="/donate">[[donate]]</a></div></header>
<main id="content">[[body]]</main>
<footer>
<form class="signup ajaxForm" action="/signup" method="post">
<h4>[[join]]</h4>
<input type="email" name="signup[email]" placeholder="[[mail]]" required>
<input type="text" name="signup[zip]" placeholder="[[zip]]">
<input class="submit-button" type="submit" name="commit" value="[[joinbutton]]"></form>
<ul class="social"><li><a href="https://social.example/party" aria-label="Mastodon"></a>
<li><a href="https://video.example/party" aria-label="Video"></a></ul>
<small>[[imprint]] · <a href="/privacy">[[privacy]]</a></small>
</footer></body></html>"""


_PARTY_STAY = """
<div class="hero"><h1>[[wait]]</h1><p class="lead">[[plea]]</p></div>
<form action="/emails/leave/[[token]]" method="post">
<input type="hidden" name="authenticity_token" value="[[slip]]">
<button class="btn btn-xl" name="choice" value="stay">[[stay]]</button>
</form>
<p class="tiny"><a href="/emails/leave/[[token]]/really">[[go]]</a></p>"""


_PARTY_REALLY = """
<h2>[[deal]]</h2><p>[[dealtext]]</p>
<div class="row"><div class="col-6">
<form action="less" method="post"><input type="hidden" name="authenticity_token" value="[[slip]]">
<input type="submit" class="btn btn-primary" value="[[less]]"></form>
</div><div class="col-6">
<form action="done" method="post"><input type="hidden" name="authenticity_token" value="[[slip]]">
<input type="submit" class="btn btn-outline" value="[[off]]"></form>
</div></div>"""


_PARTY_BYE = """
<h1>[[thanks]]</h1>
<p>[[thankstext]]</p><p>[[gone]]</p>
<p>[[chip]]</p>
<p><a class="btn" href="/donate?amount=5">5</a> <a class="btn" href="/donate?amount=20">20</a></p>
<p class="tiny">[[oops]] <a href="/emails/rejoin/[[token]]">[[rejoin]]</a></p>"""


class PartyNews(Local):
    """A political party's campaign site: a plea, a deal with fewer mails, and then out."""

    name = "new-party"
    languages = ("en", "de", "fr", "sv")
    others = ("volunteers",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Click here if you no longer want to hear from the campaign",
            "name": "Forward Together",
            "skip": "Skip to main content",
            "values": "What we stand for",
            "people": "Our candidates",
            "volunteer": "Volunteer",
            "donate": "Chip in",
            "join": "Add your name",
            "mail": "Email",
            "zip": "ZIP code",
            "joinbutton": "I'm in",
            "imprint": "Paid for by Forward Together",
            "privacy": "Privacy",
            "wait": "Wait. Before you go, Ada…",
            "plea": "This movement is funded by people, not by corporations. Every single name on our "
            "list makes a difference, and we are three weeks away from the deadline.",
            "stay": "I'm staying in the fight",
            "go": "I don't want to get these emails",
            "deal": "How about a deal?",
            "dealtext": "We get it: it's a lot. We can send you only the most important updates, "
            "about one a week.",
            "less": "Send me fewer emails",
            "off": "Take me off the list entirely",
            "thanks": "Thank you for everything",
            "thankstext": "You've been part of something special.",
            "gone": "ada@home.test has been removed from our email list. It can take up to 24 hours "
            "before everything has stopped.",
            "chip": "One last thing: could you chip in so that we can reach others?",
            "oops": "Hit the wrong button?",
            "rejoin": "Get back on the list",
            "still": "You're the best! You'll keep hearing from us.",
        },
        "de": {
            "foot": "Keine E-Mails mehr von uns?",
            "name": "Bündnis Aufbruch",
            "skip": "Zum Inhalt springen",
            "values": "Wofür wir stehen",
            "people": "Köpfe",
            "volunteer": "Mitmachen",
            "donate": "Jetzt spenden",
            "join": "Bleib auf dem Laufenden",
            "mail": "E-Mail-Adresse",
            "zip": "PLZ",
            "joinbutton": "Dabei sein",
            "imprint": "V.i.S.d.P.: Bündnis Aufbruch, Landesgeschäftsstelle",
            "privacy": "Datenschutz",
            "wait": "Du willst uns verlassen?",
            "plea": "Gerade jetzt brauchen wir jede und jeden. Unser Newsletter ist der direkte Draht "
            "in die Fraktion – ohne Umweg über die Schlagzeilen.",
            "stay": "Ich bleibe dabei!",
            "go": "Nein, ich möchte wirklich gehen",
            "deal": "Ein Vorschlag zur Güte",
            "dealtext": "Wir können dir auch nur das Allerwichtigste schicken, höchstens einmal im Monat.",
            "less": "Nur noch das Wichtigste",
            "off": "Aus dem Verteiler streichen",
            "thanks": "Danke für die gemeinsame Zeit!",
            "thankstext": "Ohne Menschen wie dich wären wir nicht so weit gekommen.",
            "gone": "Deine Adresse ada@home.test haben wir aus dem Verteiler genommen.",
            "chip": "Eine letzte Bitte: Unterstütze unseren Wahlkampf mit einer kleinen Spende.",
            "oops": "Das war ein Versehen?",
            "rejoin": "Wieder eintragen",
            "still": "Großartig, dass du bleibst!",
        },
        "fr": {
            "foot": "Ne plus recevoir nos messages",
            "name": "Le Printemps citoyen",
            "skip": "Aller au contenu",
            "values": "Notre projet",
            "people": "Nos élus",
            "volunteer": "Agir près de chez moi",
            "donate": "Faire un don",
            "join": "Rejoindre le mouvement",
            "mail": "Votre e-mail",
            "zip": "Code postal",
            "joinbutton": "Je rejoins",
            "imprint": "Association de financement du Printemps citoyen",
            "privacy": "Données personnelles",
            "wait": "Vous nous quittez déjà ?",
            "plea": "Chaque voix compte, et la vôtre en particulier. Nos messages sont le seul moyen "
            "de vous informer sans passer par les algorithmes.",
            "stay": "Je reste avec vous",
            "go": "Je ne souhaite plus recevoir d'e-mails",
            "deal": "Et si on faisait moins ?",
            "dealtext": "Nous pouvons ne vous écrire que pour les grandes occasions.",
            "less": "Uniquement l'essentiel",
            "off": "Retirer mon adresse de la liste",
            "thanks": "Merci pour le chemin parcouru ensemble",
            "thankstext": "Rien de tout cela n'aurait été possible sans vous.",
            "gone": "L'adresse ada@home.test a bien été retirée de notre liste de diffusion.",
            "chip": "Un dernier geste : un don, même modeste, nous aide à poursuivre.",
            "oops": "Un regret ?",
            "rejoin": "Me réinscrire",
            "still": "Merci de rester à nos côtés !",
        },
        "sv": {
            "foot": "Vill du inte ha våra utskick längre?",
            "name": "Framtidspartiet",
            "skip": "Hoppa till innehållet",
            "values": "Vår politik",
            "people": "Våra företrädare",
            "volunteer": "Bli aktiv",
            "donate": "Ge ett bidrag",
            "join": "Håll dig uppdaterad",
            "mail": "E-post",
            "zip": "Postnummer",
            "joinbutton": "Jag vill vara med",
            "imprint": "Framtidspartiet, Box 1, Stockholm",
            "privacy": "Så hanterar vi dina uppgifter",
            "wait": "Är det hejdå nu?",
            "plea": "Vi är en folkrörelse, och du är en del av den. Stanna kvar så berättar vi vad "
            "som händer i din kommun.",
            "stay": "Jag stannar",
            "go": "Nej tack, jag vill slippa mejlen",
            "deal": "Kan vi mötas på halva vägen?",
            "dealtext": "Vi kan höra av oss bara när det verkligen gäller, ungefär en gång i månaden.",
            "less": "Skicka mer sällan",
            "off": "Ta bort mig helt",
            "thanks": "Tack för den här tiden!",
            "thankstext": "Ditt engagemang har betytt mycket.",
            "gone": "Vi har tagit bort ada@home.test från sändlistan.",
            "chip": "Vill du ändå stötta oss? Varje krona hjälper.",
            "oops": "Blev det fel?",
            "rejoin": "Lägg till mig igen",
            "still": "Vad roligt att du stannar!",
        },
    }

    @property
    def way(self) -> str:
        return f"/emails/leave/{self.token}?source=em20261004"

    def answer(self, visit: Visit) -> Reply:
        root = f"/emails/leave/{self.token}"
        match visit.method, visit.path:
            case "GET", path if path == root:
                return self.guarded(_PARTY_STAY)
            case "GET", path if path == f"{root}/really":
                return self.guarded(_PARTY_REALLY)
            case "GET", path if path == f"{root}/bye":
                return self.framed(_PARTY_BYE if self.ended else _PARTY_STAY)
            case "POST", path if path.startswith(root):
                return self.posted(visit, path.removeprefix(root))
            case "GET", path if path == f"/emails/rejoin/{self.token}":
                self.join(visit)
                return self.framed("<h1>[[still]]</h1>")
            case "POST", "/signup":
                self.join(visit, "volunteers")
                return self.framed("<h1>[[still]]</h1>")
            case "GET", "/" | "/values" | "/people" | "/volunteer" | "/donate" | "/privacy":
                return self.framed("<h1>[[name]]</h1>")
            case _:
                return self.unknown(visit)

    def posted(self, visit: Visit, what: str) -> Reply:
        if not self.honest(visit, "authenticity_token"):
            return Reply(422, b"The change you wanted was rejected.", kind="text/plain")
        match what:
            case "/done":
                self.leave()
                return see(f"/emails/leave/{self.token}/bye", 303)
            case "/less":
                self.wrong(Move.SETTLED, visit)
            case "" if visit.sends("choice") == "stay":
                self.join(visit)
        return self.framed("<h1>[[still]]</h1>")

    def guarded(self, body: str) -> Reply:
        slip = self.slip()
        return self.framed(body, self.session(), slip=slip)

    def framed(self, body: str, cookies: Pairs = (), **values: str) -> Reply:
        return self.show(_PARTY, cookies=cookies, body=self.put(body, **values))
