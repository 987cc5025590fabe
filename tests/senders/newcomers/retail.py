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
        if visit.sends("ctl00$text") == "Y" and self.book["text"] is not Status.SUBSCRIBED:
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


_COUNTER = """<HTML>
<HEAD><META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=utf-8">
<TITLE>{{brand}}</TITLE>
<STYLE TYPE=text/css>BODY{font-family:Verdana;font-size:11px}.hdr{background:#111;color:#fff}</STYLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF LEFTMARGIN=0>
<TABLE WIDTH=640 ALIGN=center CELLPADDING=8 BORDER=0>
<TR><TD CLASS=hdr COLSPAN=2><A HREF="/" STYLE="color:#fff">{{brand}}</A></TD></TR>
{{{main}}}
<TR><TD COLSPAN=2 ALIGN=center><FONT COLOR=#888888>{{address}}<BR>
<A HREF="/privacy">{{privacy}}</A> | <A HREF="/contact">{{contact}}</A></FONT></TD></TR>
</TABLE>
</BODY>
</HTML>
"""

_COUNTER_CENTRE = """
<TR><TD COLSPAN=2><H3>{{title}}</H3>{{intro}}</TD></TR>
<FORM NAME=subs METHOD=POST ACTION="subscription_center.aspx?qs={{token}}">
<INPUT TYPE=hidden NAME=qs VALUE={{token}}>
<TR><TD ALIGN=right><B>{{address_label}}</B></TD><TD>ada@home.test</TD></TR>
<TR><TD ALIGN=right VALIGN=top><B>{{lists_label}}</B></TD><TD>
<TABLE BORDER=0>
<TR><TD><INPUT TYPE=checkbox NAME=L_118 ID=a VALUE=1{{{news}}}></TD><TD>
<LABEL FOR=a><B>{{news_label}}</B></LABEL><BR>
{{news_text}}</TD></TR>
<TR><TD><INPUT TYPE=checkbox NAME=L_121 ID=b VALUE=1{{{evenings}}}></TD><TD><LABEL FOR=b><B>{{evenings_label}}</B>
</LABEL><BR>{{evenings_text}}</TD></TR>
<TR><TD><INPUT TYPE=checkbox NAME=L_140 ID=c VALUE=1></TD><TD><LABEL FOR=c><B>{{partners_label}}</B></LABEL><BR>
{{partners_text}}</TD></TR>
</TABLE></TD></TR>
<TR><TD ALIGN=right VALIGN=top><B>{{all_label}}</B></TD><TD>
<INPUT TYPE=checkbox NAME=UnsubAll ID=u VALUE=True> <LABEL FOR=u>{{all_text}}</LABEL></TD></TR>
<TR><TD></TD><TD><INPUT TYPE=submit VALUE="{{update}}"></TD></TR>
</FORM>
"""

_COUNTER_SURE = """
<TR><TD COLSPAN=2><H3>{{sure}}</H3>{{sure_text}}</TD></TR>
<TR><TD ALIGN=right>
<FORM METHOD=POST ACTION="subscription_center.aspx?qs={{token}}">
<INPUT TYPE=hidden NAME=step VALUE=commit><INPUT TYPE=hidden NAME=gone VALUE="{{gone}}">
<INPUT TYPE=submit VALUE="{{go}}"></FORM></TD>
<TD><FORM METHOD=GET ACTION="subscription_center.aspx"><INPUT TYPE=hidden NAME=qs VALUE={{token}}>
<INPUT TYPE=submit VALUE="{{cancel}}"></FORM></TD></TR>
"""

_COUNTER_DONE = """
<TR><TD COLSPAN=2><H3>{{done}}</H3>{{status}}: <B>{{off}}</B></TD></TR>
<TR><TD COLSPAN=2>{{bye}} <A HREF="subscription_center.aspx?qs={{token}}">{{review}}</A></TD></TR>
"""


class BeautyCounter(Newcomer):
    """A perfumery with the mailing service's stock subscription centre: old tables, then "please confirm"."""

    name = "beauty-counter"
    languages = ("en", "es")
    brand = "Maison Belrose"
    lists = ("news", "evenings")
    others = ("partners",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "The new iris, before anyone else",
            "mail": "Our perfumer has been at it again. Samples from Friday.",
            "foot": "Profile Center",
            "title": "Subscription Center",
            "intro": "The lists to which you currently subscribe are ticked below.",
            "address_label": "Email Address:",
            "lists_label": "Available Lists:",
            "news_label": "Belrose News",
            "news_text": "New arrivals, masterclasses and gifts",
            "evenings_label": "Counter Evenings",
            "evenings_text": "Invitations to late openings near you",
            "partners_label": "From our partners",
            "partners_text": "Spa days, magazines and more",
            "all_label": "Global Unsubscribe:",
            "all_text": "Unsubscribe me from all mailings sent by Maison Belrose",
            "update": "Update",
            "sure": "Please verify",
            "sure_text": "You are about to change your subscriptions. Mailings you are dropped from will"
            " stop within minutes.",
            "go": "OK",
            "cancel": "Cancel",
            "done": "Subscription Center",
            "status": "Your status",
            "off": "Unsubscribed",
            "bye": "Your request has been processed and our records reflect the change.",
            "review": "Review my lists",
            "nothing": "No changes were made.",
            "address": "Maison Belrose Inc., 88 Prince Street, New York NY",
        },
        "es": {
            "subject": "El nuevo iris, antes que nadie",
            "mail": "Nuestro perfumista ha vuelto a hacerlo. Muestras desde el viernes.",
            "foot": "Centro de perfil",
            "title": "Centro de suscripciones",
            "intro": "Las listas a las que está suscrito actualmente aparecen marcadas.",
            "address_label": "Dirección de correo:",
            "lists_label": "Listas disponibles:",
            "news_label": "Novedades Belrose",
            "news_text": "Lanzamientos, clases magistrales y regalos",
            "evenings_label": "Noches de mostrador",
            "evenings_text": "Invitaciones a aperturas nocturnas cerca de usted",
            "partners_label": "De nuestros socios",
            "partners_text": "Balnearios, revistas y más",
            "all_label": "Baja global:",
            "all_text": "Darme de baja de todos los envíos de Maison Belrose",
            "update": "Actualizar",
            "sure": "Por favor, verifique",
            "sure_text": "Va a modificar sus suscripciones. Los envíos retirados cesarán en unos minutos.",
            "go": "Aceptar",
            "cancel": "Cancelar",
            "done": "Centro de suscripciones",
            "status": "Su estado",
            "off": "Dado de baja",
            "bye": "Su solicitud ha sido procesada y nuestros registros reflejan el cambio.",
            "review": "Revisar mis listas",
            "nothing": "No se han realizado cambios.",
            "address": "Maison Belrose S.L., Serrano 88, Madrid",
        },
    }

    @property
    def way(self) -> str:
        return f"/subscription_center.aspx?qs={self.token}"

    def frame(self, part: str, **more: str) -> Reply:
        return self.lay(_COUNTER, main=self.text(part, **more))

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/subscription_center.aspx" or visit.asks("qs") != self.token:
            return self.around(visit) or self.unknown(visit)
        if visit.method != "POST":
            on = {
                one: " CHECKED" if self.book[one] is Status.SUBSCRIBED else "" for one in self.lists
            }
            return self.frame(_COUNTER_CENTRE, **on)
        if visit.sends("step") == "commit":
            return self.commit(visit)
        return self.chosen(visit)

    def chosen(self, visit: Visit) -> Reply:
        if visit.sends("L_140"):
            self.join(visit, "partners")
        boxes = {"news": "L_118", "evenings": "L_121"}
        everything = visit.sends("UnsubAll") == "True"
        gone = [
            one
            for one, box in boxes.items()
            if self.book[one] is Status.SUBSCRIBED and (everything or not visit.sends(box))
        ]
        if not gone:
            return self.frame("<TR><TD COLSPAN=2>{{nothing}}</TD></TR>")
        return self.frame(_COUNTER_SURE, gone=",".join(gone))

    def commit(self, visit: Visit) -> Reply:
        gone = [one for one in (visit.sends("gone") or "").split(",") if one in self.lists]
        if not gone:
            return self.frame("<TR><TD COLSPAN=2>{{nothing}}</TD></TR>")
        self.leave(*gone)
        return self.frame(_COUNTER_DONE)


_FUEL = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<meta name="viewport" content="width=device-width"><style>.card{border:1px solid #ddd;padding:24px}</style>
<script>/* tag manager */(function(w,l){w[l]=w[l]||[];})(window,'dataLayer');</script></head>
<body>
<header>
<a href="/"><svg width="90" height="30" aria-label="{{brand}}"><rect width="90" height="30" fill="#0a3"/></svg></a>
<nav><a href="/stations">{{stations}}</a><a href="/rewards">{{rewards}}</a>
<a href="/business">{{business}}</a></nav>
</header>
<main>
<div class="card">
<h1>{{title}}</h1>
<p>{{why}}</p>
<form method="post" action="/account/session">
<input type="hidden" name="returnUrl" value="/account/contact">
<p><label>{{card}}<br><input name="card" inputmode="numeric" autocomplete="off" placeholder="6331 …"></label></p>
<p><label>{{pin}}<br><input name="pin" type="password" maxlength="4"></label></p>
<p><label><input type="checkbox" name="remember" value="1"> {{remember}}</label></p>
<button type="submit">{{enter}}</button>
</form>
<p><a href="/account/pin">{{forgot}}</a> · <a href="/account/register">{{register}}</a></p>
</div>
<p>{{wrong}}</p>
<p>{{phone}}</p>
</main>
<footer>
<form method="post" action="/subscribe"><label>{{tips}} <input type="email" name="email"></label>
<button>{{subscribe}}</button></form>
<a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a></footer>
</body></html>
"""


class PetrolPoints(Newcomer):
    """A fuel company's points card: the link leads to card number and PIN, or to a telephone."""

    name = "petrol-points"
    languages = ("en", "nl")
    endable = Endable.NOT
    brand = "Verdant Fuels"
    others = ("tips",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Double points on premium this weekend",
            "mail": "Fill up by Sunday and the pump does the rest.",
            "foot": "Change what we send you",
            "title": "Your card, your choices",
            "stations": "Find a station",
            "rewards": "Rewards",
            "business": "For business",
            "why": "To see or switch off the messages that come with your card, first tell us who you are.",
            "card": "16-digit card number",
            "pin": "PIN",
            "remember": "Remember this device",
            "enter": "Let me in",
            "forgot": "Forgotten your PIN?",
            "register": "Register a card",
            "phone": "Or call 0345 000 0199, Monday to Friday, 8 to 6, and have your card to hand.",
            "tips": "Not a member? Driving tips by e-mail",
            "wrong": "",
            "error": "We can't find that card. Two tries left.",
        },
        "nl": {
            "subject": "Dit weekend dubbele punten op premium",
            "mail": "Tank voor zondag, de pomp doet de rest.",
            "foot": "Wijzig wat wij u sturen",
            "title": "Uw kaart, uw keuze",
            "stations": "Vind een station",
            "rewards": "Cadeaus",
            "business": "Zakelijk",
            "why": "Om de berichten bij uw kaart te bekijken of uit te zetten, moeten we weten wie u bent.",
            "card": "Kaartnummer (16 cijfers)",
            "pin": "Pincode",
            "remember": "Onthoud dit apparaat",
            "enter": "Naar mijn kaart",
            "forgot": "Pincode vergeten?",
            "register": "Kaart registreren",
            "phone": "Of bel 0800 0199, op werkdagen van 8 tot 18 uur, en houd uw kaart bij de hand.",
            "tips": "Nog geen kaart? Rijtips per e-mail",
            "wrong": "",
            "error": "Deze kaart kennen wij niet. U kunt het nog twee keer proberen.",
        },
    }

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return see("/account/contact", cookies=self.session())
            case "GET", "/account/contact" | "/account/session":
                return self.lay(_FUEL)
            case "POST", "/account/session":
                self.wrong(Move.ACCOUNT, visit)
                return self.lay(_FUEL, wrong=self.own["error"])
            case "POST", "/account/register" | "/account/pin":
                self.wrong(Move.ACCOUNT, visit)
                return self.lay(_FUEL)
            case _:
                return self.around(visit) or self.unknown(visit)


_FLASH = """<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{brand}}</title>
<link rel="preconnect" href="https://cdn.flash-static.example">
<style>.hero{background:#ffe600;padding:3em;text-align:center}.cta{background:#000;color:#fff;padding:1em 2em}
.toast{position:fixed;top:1em;right:1em;background:#0b6;color:#fff;padding:1em}</style>
</head>
<body>
<div class="strip">{{strip}}</div>
<div class="head"><a href="/">{{brand}}</a> <a href="/drops">{{drops}}</a> <a href="/bag" aria-label="{{bag}}">
<svg width="16" height="16"><path d="M3 5h10v9H3z"/></svg><sup>0</sup></a></div>
<div class="hero">
<div class="big">{{big}}</div>
<div class="small">{{small}}</div>
<div><form action="/email/return" method="post"><input type="hidden" name="s" value="{{token}}">
<input type="hidden" name="mode" value="full"><button class="cta">{{back}}</button></form></div>
<div><form action="/email/return" method="post"><input type="hidden" name="s" value="{{token}}">
<input type="hidden" name="mode" value="weekly"><button class="cta cta--line">{{weekly}}</button></form></div>
<div><a href="/drops">{{browse}}</a></div>
</div>
<div class="foot"><a href="/privacy">{{privacy}}</a><a href="/help">{{help}}</a></div>
</body>
</html>
"""


class FlashSale(Newcomer):
    """A flash-sale shop: opening the link is the end; what is there to press only leads back."""

    name = "flash-sale"
    languages = ("en", "de")
    brand = "DROPZONE"
    words: ClassVar[Words] = {
        "en": {
            "subject": "⚡ 3 hours. 400 pairs. Go.",
            "mail": "Trainers at half price until noon. When they're gone, they're gone.",
            "foot": "unsub",
            "strip": "Free returns. Always.",
            "drops": "Drops",
            "bag": "Bag",
            "big": "You're out.",
            "small": "No more DROPZONE in your inbox, as of now. There's nothing else you need to do.",
            "back": "Get me back in",
            "weekly": "Just once a week, then?",
            "browse": "Take a last look around",
            "in": "You're in!",
        },
        "de": {
            "subject": "⚡ 3 Stunden. 400 Paar. Los.",
            "mail": "Sneaker zum halben Preis bis zwölf. Weg ist weg.",
            "foot": "austragen",
            "strip": "Rückgabe immer kostenlos.",
            "drops": "Drops",
            "bag": "Warenkorb",
            "big": "Du bist raus.",
            "small": "Ab sofort kommt kein DROPZONE mehr in dein Postfach. Mehr musst du nicht tun.",
            "back": "Holt mich zurück",
            "weekly": "Dann eben nur einmal die Woche?",
            "browse": "Noch mal umschauen",
            "in": "Du bist dabei!",
        },
    }

    @property
    def way(self) -> str:
        return f"/email/out?s={self.token}&c=flash"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/email/out" if visit.asks("s") == self.token:
                self.leave()
                return self.lay(_FLASH)
            case "POST", "/email/return":
                self.join(visit)
                return self.lay("<!doctype html><title>{{brand}}</title><h1>{{in}}</h1>")
            case _:
                return self.around(visit) or self.unknown(visit)
