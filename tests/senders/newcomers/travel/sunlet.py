"""Holiday homes: a row for each list with an icon as its button; switching all off asks in a dialog."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, see

_SUNLET = """<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{brand}}</title>
<style>
.list{list-style:none;padding:0}.list>li{display:flex;align-items:center;gap:16px;padding:16px 0}
.state{margin-left:auto}.icon-btn{border:0;background:none;width:40px;height:40px}
dialog{border:0;border-radius:16px;padding:32px}.flash{background:#e6f4ea;padding:14px;border-radius:8px}
</style>
</head>
<body>
<nav class="top"><a href="/" aria-label="{{brand}}">
<svg width="28" height="28"><circle cx="14" cy="14" r="9"/></svg></a>
<form action="/search" method="get"><input name="q" aria-label="{{where}}" placeholder="{{where}}">
<button aria-label="{{search}}"><svg width="14" height="14"><circle cx="6" cy="6" r="5"/></svg></button></form>
<a href="/host">{{host}}</a></nav>
<main>
{{{flash}}}
<h1>{{title}}</h1>
<p>{{intro}}</p>
<ul class="list">
{{{rows}}}
</ul>
{{{whole}}}
<p class="muted">{{always}}</p>
</main>
<footer><a href="/privacy">{{privacy}}</a><span aria-hidden="true">·</span><a href="/terms">{{terms}}</a>
<a href="/account/close">{{close}}</a></footer>
<script>
document.querySelectorAll('[data-open]').forEach(function (b) {
  b.addEventListener('click', function () { document.getElementById(b.dataset.open).showModal(); });
});
document.querySelectorAll('dialog [data-shut]').forEach(function (b) {
  b.addEventListener('click', function () { b.closest('dialog').close(); });
});
</script>
</body>
</html>
"""


_SUNLET_ROW = """<li{{{mark}}}>
<div><strong>{{label}}</strong><br><span>{{about}}</span></div>
<span class="state">{{state}}</span>
<form action="/mail-settings/{{token}}/{{key}}" method="post">
<input type="hidden" name="to" value="{{to}}"><input type="hidden" name="sig" value="{{sig}}">
<button class="icon-btn" type="submit" title="{{verb}}" aria-label="{{verb}}: {{label}}">
<svg width="20" height="20" aria-hidden="true"><path d="{{path}}"/></svg></button></form>
</li>
"""


_SUNLET_WHOLE = """<button type="button" class="link" data-open="sure-all">{{all}}</button>
<dialog id="sure-all" aria-labelledby="sure-all-h">
<h2 id="sure-all-h">{{sure}}</h2>
<p>{{sure_text}}</p>
<button type="button" class="primary" data-shut>{{keep}}</button>
<form action="/mail-settings/{{token}}/all" method="post">
<input type="hidden" name="to" value="0"><input type="hidden" name="sig" value="{{sig}}">
<button type="submit">{{yes}}</button></form>
</dialog>
"""


_BELL_ON = "M10 2v2a5 5 0 0 1 5 5v5H5V9a5 5 0 0 1 5-5z"


_BELL_OFF = "M3 3l14 14M10 2v2a5 5 0 0 1 5 5v5H5V9"


class Sunlet(Newcomer):
    """Holiday homes: a row for each list with an icon as its button; switching all off asks in a dialog."""

    name = "sunlet"
    languages = ("en", "es")
    brand = "Sunlet"
    lists = ("ideas", "drops")
    others = ("hosting",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Ada, a finca with a lemon grove?",
            "mail": "Homes in the hills, chosen from your wish list.",
            "foot": "Email settings",
            "where": "Where to?",
            "host": "Let your place",
            "title": "What lands in your inbox",
            "intro": "You came from an e-mail called Travel ideas. Tap the bell beside anything to silence it.",
            "ideas": "Travel ideas",
            "ideas_about": "Places to stay, picked from your searches",
            "drops": "Price drops",
            "drops_about": "When a home on your wish list gets cheaper",
            "hosting": "Hosting news",
            "hosting_about": "For people who let their own place",
            "on": "On",
            "off": "Off",
            "silence": "Silence",
            "wake": "Wake",
            "all": "Silence the lot",
            "sure": "Silence the lot?",
            "sure_text": "You'd miss price drops of up to 40% on homes you saved.",
            "keep": "Keep me in the loop",
            "yes": "Silence",
            "always": "Booking confirmations, check-in details and messages from hosts always come through.",
            "close": "Close my account",
            "one_off": "Silenced. We won't e-mail you about this again.",
            "all_off": "Silenced. We won't send you any more promotional e-mails.",
            "one_on": "You're signed up.",
            "bad": "That didn't work. Please reload the page.",
        },
        "es": {
            "subject": "Ada, ¿una finca con limoneros?",
            "mail": "Casas en la sierra, elegidas de tu lista de deseos.",
            "foot": "Ajustes de correo",
            "where": "¿Adónde?",
            "host": "Alquila tu casa",
            "title": "Lo que llega a tu buzón",
            "intro": "Vienes de un correo llamado Ideas de viaje. Toca la campana para silenciar lo que quieras.",
            "ideas": "Ideas de viaje",
            "ideas_about": "Alojamientos elegidos según tus búsquedas",
            "drops": "Bajadas de precio",
            "drops_about": "Cuando baja una casa de tu lista de deseos",
            "hosting": "Noticias para anfitriones",
            "hosting_about": "Para quienes alquilan su propia casa",
            "on": "Activado",
            "off": "Desactivado",
            "silence": "Silenciar",
            "wake": "Activar",
            "all": "Silenciarlo todo",
            "sure": "¿Silenciarlo todo?",
            "sure_text": "Te perderías bajadas de hasta el 40 % en casas que guardaste.",
            "keep": "Quiero seguir al tanto",
            "yes": "Silenciar",
            "always": "Las confirmaciones de reserva, la entrada y los mensajes de anfitriones llegan siempre.",
            "close": "Cerrar mi cuenta",
            "one_off": "Silenciado. No volveremos a escribirte sobre esto.",
            "all_off": "Silenciado. No te enviaremos más correos promocionales.",
            "one_on": "Te has apuntado.",
            "bad": "No ha funcionado. Vuelve a cargar la página.",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail-settings/{self.token}?from=ideas"

    def answer(self, visit: Visit) -> Reply:
        base = f"/mail-settings/{self.token}"
        if visit.path == base:
            return self.centre(visit.asks("m"))
        if visit.method == "POST" and visit.path.startswith(f"{base}/"):
            return self.sent(visit, visit.path.rpartition("/")[2])
        if visit.path == "/account/close":
            self.wrong(Move.ACCOUNT, visit)
            return self.login()
        return self.around(visit) or self.unknown(visit)

    def sent(self, visit: Visit, topic: str) -> Reply:
        to = visit.sends("to")
        signed = visit.sends("sig") == self.secret(f"sig {topic}")
        if not signed or to not in {"0", "1"} or topic not in {"all", *self.book}:
            return self.centre("bad")
        if to == "1":
            self.join(visit, topic)
            return self.again("one_on")
        self.leave(*(self.lists if topic == "all" else (topic,)))
        return self.again("all_off" if topic == "all" else "one_off")

    def again(self, said: str) -> Reply:
        return see(f"/mail-settings/{self.token}?m={said}", 303)

    def centre(self, said: str) -> Reply:
        own = self.own
        told = said in {"one_off", "all_off", "one_on", "bad"}
        rows = "".join(self.row_of(key, status) for key, status in self.book.items())
        some = any(self.book[one] is Status.SUBSCRIBED for one in self.lists)
        return self.lay(
            _SUNLET,
            flash=f'<div class="flash" role="status">{own[said]}</div>' if told else "",
            rows=rows,
            whole=self.text(_SUNLET_WHOLE, sig=self.secret("sig all")) if some else "",
        )

    def row_of(self, key: str, status: Status) -> str:
        on = status is Status.SUBSCRIBED
        return self.text(
            _SUNLET_ROW,
            key=key,
            label=self.own[key],
            about=self.own[f"{key}_about"],
            mark=' class="came-from"' if key == "ideas" else "",
            state=self.own["on" if on else "off"],
            verb=self.own["silence" if on else "wake"],
            to="0" if on else "1",
            path=_BELL_ON if on else _BELL_OFF,
            sig=self.secret(f"sig {key}"),
        )
