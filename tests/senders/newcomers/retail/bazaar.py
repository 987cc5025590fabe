"""A marketplace of hand-made things: one question, drawn and sent by a script."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, data, script

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
