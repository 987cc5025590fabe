"""A recipe box by subscription: a jolly question, a large link to stay, leaving as a small grey button."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

_PANTRY = """<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{title}} | {{brand}}</title>
<style>
:root { --leaf: #2f7d32; --cream: #fbf7ef }
body { margin: 0; font: 17px/1.5 "Source Sans 3", system-ui, sans-serif; background: var(--cream) }
.btn { display: inline-block; padding: .8rem 1.6rem; border-radius: 99px; font-weight: 600 }
.btn--leaf { background: var(--leaf); color: #fff; text-decoration: none }
.btn--bare { border: 0; background: none; color: #6a6a6a; text-decoration: underline; font-size: .85rem }
.cookiebar { position: fixed; bottom: 0; left: 0; right: 0; background: #222; color: #fff; padding: 1rem }
</style>
<script>window.dataLayer = window.dataLayer || []; dataLayer.push({'event': 'email_preferences_view'});</script>
</head>
<body class="page page--slim">
<header class="masthead">
 <a href="/" aria-label="{{brand}}"><svg width="120" height="32" viewBox="0 0 120 32" role="img">
  <title>{{brand}}</title><path d="M4 28c8-20 22-20 24 0z" fill="#2f7d32"/></svg></a>
 <nav><ul>
  <li><a href="/menus">{{menus}}</a></li><li><a href="/how">{{how}}</a></li>
  <li><a href="/gift">{{gift}}</a></li><li><a href="/login">{{login}}</a></li>
 </ul></nav>
</header>
<main id="content">{{{main}}}</main>
<footer>
 <p><a href="/privacy">{{privacy}}</a> · <a href="/terms">{{terms}}</a> · <a href="/help">{{help}}</a></p>
 <p class="social"><a href="https://photos.example/pantry" aria-label="Photos"><i class="ico ico-ph"></i></a>
 <a href="https://videos.example/pantry" aria-label="Videos"><i class="ico ico-v"></i></a></p>
 <small>&copy; 2026 {{brand}}</small>
</footer>
<div class="cookiebar" role="dialog" aria-label="Cookies"><span>{{cookies}}</span>
 <button type="button" data-consent="all">{{accept}}</button>
 <button type="button" data-consent="min">{{decline}}</button></div>
</body></html>
"""


_PANTRY_ASK = """
<section class="hero">
 <h1>{{question}}</h1>
 <p class="lead">{{lead}}</p>
 <p>{{sure}}</p>
 <form action="{{way}}" method="post" novalidate>
  <input type="hidden" name="authenticity_token" value="{{slip}}">
  <a class="btn btn--leaf" href="/menus">{{keep}}</a>
  <br>
  <button class="btn btn--bare" type="submit" name="decision" value="stop">{{stop}}</button>
 </form>
 <aside class="note"><strong>{{box}}</strong> {{boxnote}} <a href="/account/plan">{{plan}}</a></aside>
</section>
"""


_PANTRY_BYE = """
<section class="hero">
 <h1>{{cleared}}</h1>
 <p class="lead">{{gone}}</p>
 <p>{{still}}</p>
 <form action="/mail/undo" method="post">
  <input type="hidden" name="who" value="{{token}}">
  <button class="btn btn--leaf">{{undo}}</button>
 </form>
</section>
"""


class PantryBox(Newcomer):
    """A recipe box by subscription: a jolly question, a large link to stay, leaving as a small grey button."""

    name = "pantry-box"
    languages = ("en", "de")
    brand = "Pantry & Thyme"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Six dinners for a rainy week",
            "mail": "Miso aubergine, a proper pie and four more. Pick yours by Wednesday.",
            "foot": "No longer hungry for our e-mails?",
            "menus": "This week's menu",
            "how": "How it works",
            "gift": "Gift cards",
            "title": "E-mail settings",
            "question": "Getting up from the table?",
            "lead": "We only ever write when there is something delicious to talk about.",
            "sure": "Tell us what you'd like us to do with the recipe e-mails going to ada@home.test.",
            "keep": "I'll have seconds",
            "stop": "No more recipe e-mails for me, thanks",
            "box": "About your box:",
            "boxnote": "this page doesn't change any deliveries. To skip a week or cancel your plan,"
            " go to",
            "plan": "My plan",
            "cleared": "Plates cleared.",
            "gone": "That's sorted: we won't send any more recipe e-mails to ada@home.test.",
            "still": "If you have a box on its way you'll still hear from us about the delivery.",
            "undo": "Oops, set my place again",
            "stale": "This page sat on the counter a bit too long. Please open the link again.",
            "again": "You're back at the table.",
        },
        "de": {
            "subject": "Sechs Abendessen für eine Regenwoche",
            "mail": "Miso-Aubergine, ein ordentlicher Auflauf und vier mehr. Wähle bis Mittwoch.",
            "foot": "Keinen Appetit mehr auf unsere Mails?",
            "menus": "Menü der Woche",
            "how": "So geht's",
            "gift": "Gutscheine",
            "title": "E-Mail-Einstellungen",
            "question": "Stehst du schon vom Tisch auf?",
            "lead": "Wir schreiben dir nur, wenn es etwas Leckeres zu erzählen gibt.",
            "sure": "Sag uns, was mit den Rezept-Mails an ada@home.test passieren soll.",
            "keep": "Ich nehme noch Nachschlag",
            "stop": "Bitte keine Rezept-Mails mehr",
            "box": "Zu deiner Box:",
            "boxnote": "Hier änderst du keine Lieferungen. Eine Woche aussetzen oder kündigen kannst du"
            " unter",
            "plan": "Mein Plan",
            "cleared": "Abgeräumt.",
            "gone": "Erledigt: An ada@home.test gehen ab sofort keine Rezept-Mails mehr raus.",
            "still": "Ist gerade eine Box unterwegs, melden wir uns natürlich noch wegen der Lieferung.",
            "undo": "Hoppla, deckt wieder für mich",
            "stale": "Diese Seite lag zu lange auf der Theke. Bitte öffne den Link noch einmal.",
            "again": "Schön, dass du wieder mit am Tisch sitzt.",
        },
    }

    def frame(self, part: str, code: int = 200, **more: str) -> Reply:
        made = self.text(part, **more)
        return self.lay(_PANTRY, code=code, main=made, cookies=self.session() if more else ())

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.frame(_PANTRY_ASK, slip=self.slip())
            case "POST", self.way:
                return self.sent(visit)
            case "GET", "/mail/bye" if self.ended:
                return self.frame(_PANTRY_BYE)
            case "POST", "/mail/undo":
                self.join(visit)
                return self.frame("<h1>{{again}}</h1>")
            case "GET", "/account/plan":
                return self.home("/login")
            case _:
                return self.around(visit) or self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit, "authenticity_token"):
            return self.frame("<h1>{{stale}}</h1>", code=422)
        if visit.sends("decision") != "stop":
            return self.frame(_PANTRY_ASK, slip=self.slip())
        self.leave()
        return see("/mail/bye", 303)
