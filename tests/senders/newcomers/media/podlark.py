"""A podcast host: an application that is nothing without its script."""

import json
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, data, script

PODCAST = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>Podlark</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta property="og:image" content="/cover.png">
<script type="module" crossorigin src="/assets/index-B7x2.js"></script><link rel="stylesheet"
 href="/assets/index-9a.css"></head>
<body><noscript>{{need}}</noscript><div id="root"></div></body></html>"""


PODCAST_APP = """const t = %(words)s, root = document.getElementById('root');
const el = (tag, text, more) => Object.assign(document.createElement(tag), {textContent: text}, more || {});
const show = (...parts) => root.replaceChildren(el('header', 'Podlark'), ...parts);
const send = (path, body) => fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'},
  body: JSON.stringify(body)}).then(r => { if (!r.ok) throw new Error(r.status); return r.json(); });
const bell = on => el('button', '🔔 ' + t.follow, {onclick: () => send('/api/follow', {sub: on})});
show(el('p', t.wait));
fetch('/api/sub/' + location.pathname.split('/').pop()).then(r => r.json()).then(sub => show(
  el('h1', sub.show), el('p', t.ask),
  el('button', t.leave, {className: 'primary', onclick: () => send('/api/sub/end', {sub: sub.id})
    .then(() => show(el('h1', t.done), el('p', t.later), bell(sub.id)))
    .catch(() => show(el('p', '⚠')))}),
  el('button', t.weekly, {onclick: () => send('/api/sub/digest', {sub: sub.id})
    .then(() => show(el('p', '✓')))
  }),
  bell(sub.id)));
"""


class Podlark(Newcomer):
    """A podcast host: an application that is nothing without its script."""

    name = "podlark"
    brand = "Podlark"
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "sv", "pt")
    others = ("follow",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "New episode: The night train to Narvik",
            "mail": "A new episode of Slow Lines is out. Forty minutes about a train, snow and a thermos flask.",
            "foot": "Turn off episode mails",
            "need": "You need to enable JavaScript to run this app.",
            "wait": "Loading…",
            "ask": "Mails about new episodes are on for this show.",
            "leave": "Turn off",
            "weekly": "Bundle them weekly",
            "follow": "Follow in the app",
            "done": "Episode mails are off",
            "later": "You won't get any more mail about this show.",
        },
        "sv": {
            "subject": "Nytt avsnitt: Nattåget till Narvik",
            "mail": "Ett nytt avsnitt av Långsamma linjer är ute. Fyrtio minuter om ett tåg, snö och en termos.",
            "foot": "Stäng av avsnittsmejl",
            "need": "Du måste slå på JavaScript för att använda appen.",
            "wait": "Laddar…",
            "ask": "Du får mejl när det kommer nya avsnitt.",
            "leave": "Stäng av",
            "weekly": "Samla dem veckovis",
            "follow": "Följ i appen",
            "done": "Mejl om nya avsnitt är avstängda",
            "later": "Du får inga fler mejl om den här podden.",
        },
        "pt": {
            "subject": "Novo episódio: O comboio da noite para Narvik",
            "mail": "Saiu um novo episódio de Linhas Lentas. Quarenta minutos sobre um comboio e muita neve.",
            "foot": "Desativar e-mails de episódios",
            "need": "É necessário ativar o JavaScript para executar esta aplicação.",
            "wait": "A carregar…",
            "ask": "Recebe um e-mail sempre que sai um novo episódio.",
            "leave": "Desativar",
            "weekly": "Juntar tudo uma vez por semana",
            "follow": "Seguir na aplicação",
            "done": "E-mails de episódios desativados",
            "later": "Não voltará a receber e-mails deste programa.",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(PODCAST)
            case "GET", "/assets/index-B7x2.js":
                return script(
                    PODCAST_APP % {"words": json.dumps(dict(self.own), ensure_ascii=False)}
                )
            case "GET", path if path == f"/api/sub/{self.token}":
                return data(
                    {"id": self.secret("sub"), "show": "Slow Lines", "active": not self.ended}
                )
            case "POST", path if path.startswith("/api/"):
                return self.called(visit)
            case _:
                return self.unknown(visit)

    def called(self, visit: Visit) -> Reply:
        if self.secret("sub") not in visit.body.decode("utf-8", "replace"):
            return data({"error": "unknown subscription"}, 404)
        match visit.path:
            case "/api/sub/end":
                self.leave()
            case "/api/sub/digest":
                self.wrong(Move.SETTLED, visit)
            case "/api/follow":
                self.join(visit, "follow")
            case _:
                return data({"error": "no such call"}, 404)
        return data({"status": "ok"})
