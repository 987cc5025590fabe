"""A small app maker's page: an empty root, a script that draws it, and JSON behind it."""

import json
from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, data, script


class PocketGarden(Newcomer):
    """A small app maker's page: an empty root, a script that draws it, and JSON behind it."""

    name = "pocket-garden"
    brand = "Pocket Garden"
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "pt")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Version 3.2 is in bloom",
            "mail": "Widgets, a watering calendar, and a bug with ferns that is no more.",
            "foot": "Quiet, please",
            "noscript": "Please switch JavaScript on, the garden needs it to grow.",
            "heading": "The garden mail",
            "state": "News about versions comes to {{alias}}.",
            "go": "Turn the garden mail off",
            "love": "Rate us in the store",
            "done": "It's off. You won't get any more garden mail.",
            "oops": "Something went wrong. Give it another try?",
        },
        "pt": {
            "subject": "A versão 3.2 já floriu",
            "mail": "Widgets, um calendário de regas e um erro com fetos que já não existe.",
            "foot": "Silêncio, por favor",
            "noscript": "Ative o JavaScript, o jardim precisa dele para crescer.",
            "heading": "O correio do jardim",
            "state": "As novidades das versões chegam a {{alias}}.",
            "go": "Desligar o correio do jardim",
            "love": "Avaliar na loja",
            "done": "Desligado. Não vai receber mais correio do jardim.",
            "oops": "Algo correu mal. Quer tentar outra vez?",
        },
    }

    DRAWN = ("heading", "state", "go", "love", "done", "oops")
    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>Pocket Garden</title>
<meta name="apple-itunes-app" content="app-id=1500000000"><script defer src="/static/main.3c1.js"></script>
</head><body><noscript>{{noscript}}</noscript><div id="root"></div></body></html>"""
    SCRIPT = """const t = %s, token = location.pathname.split('/').pop();
const el = (kind, text) => Object.assign(document.createElement(kind), {textContent: text});
const root = document.getElementById('root');
function draw(...parts) { root.replaceChildren(el('h1', t.heading), ...parts); }
const off = el('button', t.go), love = el('a', t.love);
love.href = 'https://apps.store.example/pocket-garden';
off.addEventListener('click', async () => {
  off.disabled = true;
  const answer = await fetch('/api/v1/mail/' + token, {method: 'POST',
    headers: {'Content-Type': 'application/json'}, body: JSON.stringify({wanted: false})});
  const said = answer.ok ? (await answer.json()).state : '';
  draw(el('p', said === 'off' ? t.done : t.oops));
});
fetch('/api/v1/mail/' + token).then(a => a.json()).then(it =>
  draw(el('p', it.state === 'on' ? t.state : t.done), ...(it.state === 'on' ? [off] : []), love));
"""

    @property
    def way(self) -> str:
        return f"/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(self.PAGE)
            case "GET", "/static/main.3c1.js":
                said = {key: self.text(self.own[key]) for key in self.DRAWN}
                return script(self.SCRIPT % json.dumps(said))
            case method, path if path == f"/api/v1/mail/{self.token}":
                if method == "POST":
                    try:
                        wanted = json.loads(visit.body)["wanted"]
                    except (ValueError, KeyError, TypeError):
                        return data({"error": "bad request"}, 400)
                    if wanted is False:
                        self.leave()
                    elif wanted is True:
                        self.join(visit)
                return data({"state": "off" if self.ended else "on"})
            case _:
                return data({"error": "not found"}, 404)
