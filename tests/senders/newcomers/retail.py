"""Shops and what they send: recipe boxes, a department store, a bazaar, a pet club, a perfumery, fuel points."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
from tests.senders.traffic import Reply, Visit, data, script, see

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


_STREET = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{{language}}">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{{brand}} - {{title}}</title>
<style type="text/css">td{padding:6px 14px} .ribbon{background:#e8f3ea;border:1px solid #9c9}</style></head>
<body>
<div id="wrap">
<div id="top"><a href="/"><b>{{brand}}</b></a>
<form action="/search" method="get"><input type="text" name="q" placeholder="{{search}}" />
<input type="image" alt="{{search}}" src="data:," /></form>
<ul><li><a href="/women">{{women}}</a></li><li><a href="/men">{{men}}</a></li>
<li><a href="/home">{{house}}</a></li>
<li><a href="/sale" style="color:#c00">{{sale}}</a></li></ul></div>
{{{ribbon}}}
<h2>{{title}}</h2>
<p>{{intro}}</p>
<form id="aspnetForm" action="preferences.aspx?id={{token}}" method="post">
<input type="hidden" name="__VIEWSTATE" value="{{state}}" />
<table border="0" cellspacing="0" summary="">
<tr><td>{{first}}</td><td colspan="2"><input type="text" name="ctl00$fn" value="Ada" maxlength="40" /></td></tr>
<tr><td>{{store}}</td><td colspan="2"><select name="ctl00$store"><option value="0">-</option>
<option value="14" selected="selected">Kingsbridge</option><option value="22">Harrogate</option></select></td></tr>
<tr><th>{{channel}}</th><th>{{aye}}</th><th>{{nay}}</th></tr>
{{{rows}}}
<tr><td>{{often}}</td><td><label><input type="radio" name="ctl00$often" value="all" checked="checked" />
{{everything}}</label></td>
<td><label><input type="radio" name="ctl00$often" value="wk" /> {{weekly}}</label></td></tr>
<tr><td></td><td colspan="2"><input type="submit" name="ctl00$btnGo" value="{{update}}" />
<input type="reset" value="{{reset}}" /></td></tr>
</table>
</form>
<p><small>{{orders}}</small></p>
<div id="foot"><a href="/stores">{{stores}}</a> | <a href="/privacy">{{privacy}}</a> |
<a href="/contact">{{contact}}</a></div>
</div></body></html>
"""

_STREET_ROW = """<tr><td>{{label}}</td>
<td><input type="radio" id="{{key}}_1" name="ctl00${{key}}" value="Y"{{{on}}} />
<label for="{{key}}_1">{{aye}}</label></td>
<td><input type="radio" id="{{key}}_0" name="ctl00${{key}}" value="N"{{{off}}} />
<label for="{{key}}_0">{{nay}}</label></td>
</tr>
"""


class HighStreet(Newcomer):
    """A department store's own contact choices, built in 2009: yes or no for each channel, in a table."""

    name = "high-street"
    languages = ("en", "nl")
    brand = "Harcourt & Sons"
    lists = ("email", "post")
    others = ("text",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "The linen event starts Thursday",
            "mail": "Up to a third off bedding in store and online, while stocks last.",
            "foot": "Update your contact choices or opt out",
            "title": "How we keep in touch",
            "women": "Women",
            "men": "Men",
            "house": "Home",
            "sale": "Sale",
            "intro": "Choose the ways in which you are happy for Harcourt & Sons to send you news, offers"
            " and invitations.",
            "first": "First name",
            "store": "Your favourite store",
            "channel": "I would like to hear from you by",
            "aye": "Yes please",
            "nay": "No thank you",
            "email": "Email",
            "post": "Post",
            "text": "Text message",
            "often": "How many emails?",
            "everything": "All of them",
            "weekly": "Weekly round-up",
            "update": "Update my choices",
            "reset": "Start again",
            "orders": "We will always contact you about orders, deliveries and product recalls.",
            "stores": "Store finder",
            "off": "Thank you. You will no longer receive marketing from us by email.",
            "saved": "Thank you. Your choices have been updated.",
        },
        "nl": {
            "subject": "Vanaf donderdag: de linnenweken",
            "mail": "Tot een derde korting op beddengoed, in de winkel en online.",
            "foot": "Contactvoorkeuren wijzigen of afmelden",
            "title": "Zo houden we contact",
            "women": "Dames",
            "men": "Heren",
            "house": "Wonen",
            "sale": "Opruiming",
            "intro": "Geef aan op welke manieren Harcourt & Sons u nieuws, aanbiedingen en uitnodigingen mag"
            " sturen.",
            "first": "Voornaam",
            "store": "Uw favoriete winkel",
            "channel": "Ik hoor graag van u via",
            "aye": "Ja, graag",
            "nay": "Nee, dank u",
            "email": "E-mail",
            "post": "Post",
            "text": "Sms",
            "often": "Hoeveel e-mails?",
            "everything": "Allemaal",
            "weekly": "Weekoverzicht",
            "update": "Mijn keuze bewaren",
            "reset": "Opnieuw beginnen",
            "orders": "Over bestellingen, bezorging en terugroepacties nemen wij altijd contact met u op.",
            "stores": "Winkels",
            "off": "Bedankt. U ontvangt van ons geen reclame meer per e-mail.",
            "saved": "Bedankt. Uw keuze is bewaard.",
        },
    }

    @property
    def way(self) -> str:
        return f"/crm/preferences.aspx?id={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/crm/preferences.aspx":
            return self.around(visit) or self.unknown(visit)
        if visit.asks("id") != self.token:
            return self.unknown(visit)
        if visit.method != "POST":
            return self.centre()
        if visit.sends("__VIEWSTATE") != self.secret("state"):
            return Reply(500, b"<h1>Server Error in '/crm' Application.</h1>")
        return self.sent(visit)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("ctl00$text") == "Y":
            self.join(visit, "text")
        gone = [one for one in self.lists if visit.sends(f"ctl00${one}") == "N"]
        was = self.ended
        fresh = [one for one in gone if self.book[one] is Status.SUBSCRIBED]
        if fresh:
            self.leave(*fresh)
        elif visit.sends("ctl00$often") == "wk":
            self.wrong(Move.SETTLED, visit)
        for one in self.lists:
            if one not in gone and self.book[one] is Status.LEFT:
                self.join(visit, one)
        return self.centre("off" if self.ended and not was else "saved")

    def centre(self, said: str = "") -> Reply:
        ribbon = f'<div class="ribbon"><p>{self.own[said]}</p></div>' if said else ""
        rows = ""
        for key, status in self.book.items():
            yes = status is Status.SUBSCRIBED
            mark = ' checked="checked"'
            rows += self.text(
                _STREET_ROW,
                key=key,
                label=self.own[key],
                on=mark if yes else "",
                off="" if yes else mark,
            )
        return self.lay(_STREET, ribbon=ribbon, rows=rows, state=self.secret("state"))


_BAZAAR = """<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"/>
<link rel="icon" href="data:,"/><meta name="viewport" content="width=device-width,initial-scale=1"/>
<meta name="theme-color" content="#f26b38"/><title>{{brand}}</title>
<style>#root{max-width:640px;margin:0 auto;font-family:Inter,sans-serif}.bz-btn{padding:10px 18px}</style>
<script defer="defer" src="/static/js/main.4e1f0c.js"></script></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript>
<div id="root" data-k="{{token}}" data-l="{{language}}"></div></body></html>
"""

_BAZAAR_SCRIPT = """(function () {
  'use strict';
  var root = document.getElementById('root');
  var key = root.getAttribute('data-k');
  function el(tag, text, cls) {
    var made = document.createElement(tag);
    if (text) { made.textContent = text; }
    if (cls) { made.className = cls; }
    return made;
  }
  function shell() {
    root.textContent = '';
    var top = el('header', '', 'bz-top');
    var home = el('a', 'Bazaarly', 'bz-logo');
    home.setAttribute('href', '/');
    top.appendChild(home);
    root.appendChild(top);
    var main = el('main');
    root.appendChild(main);
    return main;
  }
  function call(state) {
    return fetch('/api/v3/comms/' + key, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ topic: 'finds', state: state })
    }).then(function (r) { return r.json(); });
  }
  function press(label, cls, then) {
    var made = el('button', label, cls);
    made.type = 'button';
    made.addEventListener('click', then);
    return made;
  }
  function ended(t) {
    var main = shell();
    var note = el('div', '', 'bz-alert');
    note.setAttribute('role', 'status');
    note.appendChild(el('strong', t.off));
    main.appendChild(note);
    main.appendChild(el('p', t.after));
    main.appendChild(press(t.on, 'bz-btn bz-ghost', function () { call('on').then(ask); }));
  }
  function ask(t) {
    var main = shell();
    main.appendChild(el('h1', t.heading));
    main.appendChild(el('p', t.topic));
    main.appendChild(press(t.keep, 'bz-btn bz-primary', function () { location.href = '/'; }));
    main.appendChild(press(t.mute, 'bz-btn', function () { call('off').then(ended); }));
  }
  fetch('/api/v3/comms/' + key).then(function (r) { return r.json(); }).then(function (t) {
    if (t.state === 'on') { ask(t); } else { ended(t); }
  });
})();
"""


class Bazaar(Newcomer):
    """A marketplace of hand-made things: one question, drawn and sent by a script."""

    name = "bazaar"
    languages = ("en", "fr")
    endable = Endable.BROWSER
    brand = "Bazaarly"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Picked for you: brass lamps",
            "mail": "Eight makers you might fall for, chosen from what you looked at.",
            "foot": "Mute these e-mails",
            "heading": "Mute “Finds of the week”?",
            "topic": "It's the Sunday round-up of things we think you'd love, sent to ada@home.test.",
            "keep": "Keep it coming",
            "mute": "Mute it",
            "off": "“Finds of the week” is off. You won't get it any more.",
            "after": "Messages from buyers and sellers aren't affected.",
            "on": "Turn it back on",
        },
        "fr": {
            "subject": "Choisies pour vous : des lampes en laiton",
            "mail": "Huit créateurs pour lesquels vous pourriez craquer.",
            "foot": "Mettre ces e-mails en sourdine",
            "heading": "Couper « Les trouvailles de la semaine » ?",
            "topic": "C'est notre sélection du dimanche, envoyée à ada@home.test.",
            "keep": "Je la garde",
            "mute": "Je coupe",
            "off": "« Les trouvailles de la semaine », c'est terminé : vous ne les recevrez plus.",
            "after": "Les messages des acheteurs et des vendeurs ne sont pas concernés.",
            "on": "Réactiver",
        },
    }

    @property
    def way(self) -> str:
        return f"/mute/finds?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/mute/finds" if visit.asks("k") == self.token:
                return self.lay(_BAZAAR)
            case "GET", "/static/js/main.4e1f0c.js":
                return script(_BAZAAR_SCRIPT)
            case "GET", path if path == f"/api/v3/comms/{self.token}":
                return self.state()
            case "PATCH", path if path == f"/api/v3/comms/{self.token}":
                return self.patched(visit)
            case "GET", "/":
                return self.lay("<!doctype html><title>{{brand}}</title><h1>{{brand}}</h1>")
            case _:
                return data({"error": "not_found"}, 404)

    def state(self) -> Reply:
        return data({**self.own, "state": "off" if self.ended else "on"})

    def patched(self, visit: Visit) -> Reply:
        said = visit.body.decode("utf-8", "replace")
        if '"state":"off"' in said and '"topic":"finds"' in said:
            self.leave()
        elif '"state":"on"' in said:
            self.join(visit)
        else:
            return data({"error": "bad_request"}, 400)
        return self.state()


_PAWS = """<!doctype html>
<html lang={{language}}>
<meta charset=utf-8>
<title>{{title}} – {{brand}}</title>
<style>body{font-family:Nunito,sans-serif;text-align:center;background:#fff6e9}button{font-size:1.2em;margin:1em}</style>
<body>
<p><a href=/><img src="data:," alt="{{brand}}" width=180></a>
<p><a href="?k={{token}}&amp;l={{language}}">{{language}}</a>
· <a href=/vets>{{vets}}</a> · <a href=/shop>{{shop}}</a>
{{{main}}}
<hr>
<p>{{address}}
<p><a href=/privacy>{{privacy}}</a> <a href=/contact>{{contact}}</a>
"""

_PAWS_ASK = """<svg viewBox="0 0 60 60" width=120 aria-hidden=true><circle cx=30 cy=34 r=16 />
<circle cx=14 cy=16 r=6 /></svg>
<h1>{{question}}</h1>
<p>{{detail}}
<form method=post action="{{way}}">
<button name=keep value=1>{{aye}}</button>
<button name=keep value=0>{{nay}}</button>
</form>
"""

_PAWS_DONE = """<h1>{{okay}}</h1>
<p>{{gone}}
<p>{{rex}} <a href="/club/join?k={{token}}">{{join}}</a>
"""


class PawClub(Newcomer):
    """A pet shop's club, asking the other way round: "still want these?" Its one click needs this press too."""

    name = "paw-club"
    languages = ("en", "sv")
    brand = "Waggle"
    one_click = True
    words: ClassVar[Words] = {
        "en": {
            "subject": "Rex is due a birthday biscuit",
            "mail": "It's nearly Rex's birthday. Pop in for something crunchy, on us.",
            "foot": "Had enough? Tell us here",
            "title": "Your club mail",
            "vets": "Vets",
            "shop": "Shop",
            "question": "Do you still want mail from the Waggle Club?",
            "detail": "Treat tips, vet clinics and birthday biscuits, twice a month.",
            "aye": "Yes, woof!",
            "nay": "No",
            "okay": "Okay!",
            "gone": "We've taken you off the Club's mailing list.",
            "rex": "Rex keeps his birthday discount at the till.",
            "join": "Join again",
            "stays": "Good choice. Everything stays as it is.",
            "back": "Welcome back to the pack!",
            "address": "Waggle Pet Supplies Ltd, 4 Kennel Row, Leeds",
        },
        "sv": {
            "subject": "Snart får Rex en födelsedagskaka",
            "mail": "Rex fyller snart år. Kom förbi och hämta något knaprigt, vi bjuder.",
            "foot": "Fått nog? Säg till här",
            "title": "Dina klubbutskick",
            "vets": "Veterinär",
            "shop": "Butik",
            "question": "Vill du fortfarande ha mejl från Waggleklubben?",
            "detail": "Godistips, veterinärdagar och födelsedagskakor, två gånger i månaden.",
            "aye": "Ja, voff!",
            "nay": "Nej",
            "okay": "Okej!",
            "gone": "Vi har strukit dig från klubbens sändlista.",
            "rex": "Rex har kvar sin födelsedagsrabatt i kassan.",
            "join": "Gå med igen",
            "stays": "Bra val. Allt blir som förut.",
            "back": "Välkommen tillbaka till flocken!",
            "address": "Waggle Djurtillbehör AB, Kennelgränd 4, Örebro",
        },
    }

    @property
    def way(self) -> str:
        return f"/club/mail?k={self.token}"

    def frame(self, part: str) -> Reply:
        return self.lay(_PAWS, main=self.text(part))

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/club/join":
            self.join(visit)
            return self.frame("<h1>{{back}}</h1>")
        if visit.path != "/club/mail" or visit.asks("k") != self.token:
            return self.around(visit) or self.unknown(visit)
        match visit.method, visit.sends("keep"):
            case "POST", "0":
                self.leave()
                return self.frame(_PAWS_DONE)
            case "POST", "1":
                return self.frame("<h1>{{stays}}</h1>")
            case _:
                return self.frame(_PAWS_ASK)
