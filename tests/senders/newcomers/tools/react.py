"""A marketing tool's preference centre, React rendered on the server: one form, three intents."""

import json
from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit

_REACT = """<!DOCTYPE html><html lang="[[lang]]"><head><meta charSet="utf-8"/><title>[[title]]</title>
<meta name="viewport" content="width=device-width,initial-scale=1"/><link rel="modulepreload"
 href="/build/root-X7.js"/>
<style data-emotion="css 1q2w">.css-1q2w{position:absolute;width:1px;height:1px;clip:rect(0 0 0 0)}
.css-9zx{display:flex;justify-content:space-between}</style></head><body><div id="root" data-reactroot="">
<div class="css-bg"><header class="css-9zx"><img alt="Northlight" src="/l.svg"/><select
 aria-label="[[language]]"
 class="css-sel"><option value="en">English</option><option value="de">Deutsch</option><option
 value="fr">Français
</option><option value="ja">日本語</option></select></header>
<div role="region" aria-live="polite" class="css-toasts">[[toast]]</div>
<main class="css-main"><h1 class="css-h">[[hello]]</h1><p class="css-p">[[intro]]<!-- --> <!-- -->[[masked]]</p>
<form method="post" action="/p/[[token]]?index" class="css-f"><input type="hidden" name="__csrf"
 value="[[slip]]"/>
<ul class="css-ul">[[rows]]</ul>
<div class="css-9zx"><button type="submit" name="intent" value="snooze" class="css-b2">[[snooze]]</button>
<button type="submit" name="intent" value="update" class="css-b1">[[save]]</button></div>
<div class="css-c"><button type="submit" name="intent" value="all_off" class="css-b3">[[alloff]]</button></div>
</form>
</main><footer class="css-ft"><span>Northlight Home AG</span><a class="css-a" href="/privacy">[[privacy]]</a>
<span>[[powered]]<!-- --> <a href="https://senderly.example">Senderly</a></span></footer></div></div>
<script>window.__remixContext = [[state]];</script><script type="module"
 async="">import "/build/root-X7.js";</script>
</body></html>"""


_REACT_ROW = """<li class="css-9zx"><div><div id=":r[[n]]:-label" class="css-t">[[label]]</div>
<div id=":r[[n]]:-desc" class="css-d">[[small]]</div></div><div class="css-sw">
<input type="hidden" name="subs.[[value]]" value="off"/><input class="css-1q2w" type="checkbox" role="switch"
 name="subs.[[value]]" value="on" aria-labelledby=":r[[n]]:-label" aria-describedby=":r[[n]]:-desc"[[checked]]/>
<span aria-hidden="true" class="css-thumb"></span></div></li>"""


class ReactCentre(Local):
    """A marketing tool's preference centre, React rendered on the server: one form, three intents."""

    name = "new-react"
    languages = ("en", "de", "fr", "ja")
    lists = ("news", "product")
    others = ("events",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Manage preferences",
            "title": "Your inbox, your rules",
            "language": "Language",
            "hello": "Your inbox, your rules",
            "intro": "Choose what you'd like to hear about. These settings are for",
            "l-news": "The Northlight Letter",
            "s-news": "Inspiration and new collections, weekly",
            "l-product": "About your products",
            "s-product": "Care tips and spare parts",
            "l-events": "Store events",
            "s-events": "Openings and workshops in your city",
            "snooze": "Snooze for 30 days",
            "save": "Update",
            "alloff": "Opt out of everything",
            "privacy": "Privacy",
            "powered": "Sent with",
            "updated": "Preferences updated. It may take a day until everyone here has noticed.",
            "off": "You're opted out. Northlight won't send you marketing emails any more.",
            "snoozed": "Snoozed for 30 days.",
            "stale": "Your session has expired. Please reload the page.",
        },
        "de": {
            "foot": "Einstellungen verwalten",
            "title": "E-Mail-Einstellungen",
            "language": "Sprache",
            "hello": "Du entscheidest",
            "intro": "Worüber dürfen wir dir schreiben? Diese Einstellungen gelten für",
            "l-news": "Northlight Letter",
            "s-news": "Inspiration und neue Kollektionen, wöchentlich",
            "l-product": "Rund um deine Produkte",
            "s-product": "Pflegetipps und Ersatzteile",
            "l-events": "Events in den Stores",
            "s-events": "Eröffnungen und Workshops in deiner Stadt",
            "snooze": "30 Tage stummschalten",
            "save": "Übernehmen",
            "alloff": "Gar nichts mehr schicken",
            "privacy": "Datenschutz",
            "powered": "Versendet mit",
            "updated": "Deine Auswahl ist übernommen.",
            "off": "Erledigt: Northlight schickt dir keine Werbung mehr per E-Mail.",
            "snoozed": "Wir sind 30 Tage lang still.",
            "stale": "Deine Sitzung ist abgelaufen. Bitte lade die Seite neu.",
        },
        "fr": {
            "foot": "Gérer mes préférences",
            "title": "Centre de préférences",
            "language": "Langue",
            "hello": "C'est vous qui choisissez",
            "intro": "Dites-nous ce qui vous intéresse. Ces réglages concernent",
            "l-news": "La Lettre Northlight",
            "s-news": "Inspirations et nouveautés, chaque semaine",
            "l-product": "Autour de vos produits",
            "s-product": "Conseils d'entretien et pièces détachées",
            "l-events": "Événements en boutique",
            "s-events": "Inaugurations et ateliers près de chez vous",
            "snooze": "Suspendre pendant 30 jours",
            "save": "Mettre à jour",
            "alloff": "Tout désactiver",
            "privacy": "Confidentialité",
            "powered": "Envoyé avec",
            "updated": "Vos préférences sont à jour.",
            "off": "C'est fait : Northlight ne vous enverra plus d'e-mails commerciaux.",
            "snoozed": "Envois suspendus pendant 30 jours.",
            "stale": "Votre session a expiré. Merci de recharger la page.",
        },
        "ja": {
            "foot": "メール配信の設定",
            "title": "メール配信設定",
            "language": "言語",
            "hello": "受け取るメールをお選びください",
            "intro": "以下のアドレスへの配信設定です:",
            "l-news": "ノースライト通信",
            "s-news": "新商品とコーディネート(毎週)",
            "l-product": "ご購入商品のお知らせ",
            "s-product": "お手入れ方法や部品のご案内",
            "l-events": "店舗イベント",
            "s-events": "お近くの店舗の催し",
            "snooze": "30日間休止する",
            "save": "更新",
            "alloff": "すべてのメールを受け取らない",
            "privacy": "プライバシー",
            "powered": "配信システム:",
            "updated": "設定を更新しました。",
            "off": "すべての配信を停止しました。今後ノースライトからのご案内メールは届きません。",
            "snoozed": "30日間、配信を休止します。",
            "stale": "セッションの有効期限が切れました。ページを再読み込みしてください。",
        },
    }

    @property
    def way(self) -> str:
        return f"/p/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.centre()
            case "POST", path if path == self.way:
                return self.sent(visit)
            case "GET", path if path.startswith("/build/"):
                return Reply(200, b"export {};", kind="text/javascript")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        if not self.honest(visit, "__csrf"):
            return self.centre("stale", 403)
        match visit.sends("intent"):
            case "all_off":
                self.leave(*self.lists)
                return self.centre("off")
            case "snooze":
                self.wrong(Move.SETTLED, visit)
                return self.centre("snoozed")
            case "update":
                self.update(visit)
                return self.centre("updated")
            case _:
                return self.centre("stale", 400)

    def update(self, visit: Visit) -> None:
        if "on" in visit.every("subs.events"):
            self.join(visit, "events")
        named = [name for name in self.lists if visit.every(f"subs.{name}")]
        gone = [x for x in named if self.on(x) and "on" not in visit.every(f"subs.{x}")]
        if gone:
            self.leave(*gone)

    def centre(self, toast: str = "", status: int = 200) -> Reply:
        slip = self.slip()
        rows = "".join(
            self.put(
                _REACT_ROW,
                n=str(n),
                label=escape(self.t(f"l-{name}")),
                small=escape(self.t(f"s-{name}")),
                value=name,
                checked=' checked=""' if self.on(name) else "",
            )
            for n, name in enumerate(("product", "news", "events"))
        )
        told = (
            f'<div role="status" class="css-toast">{escape(self.t(toast))}</div>' if toast else ""
        )
        state = json.dumps({"routeId": "p.$key", "subs": {x: self.on(x) for x in self.book}})
        return self.show(
            _REACT,
            status=status,
            cookies=self.session(),
            slip=slip,
            rows=rows,
            toast=told,
            state=state,
            masked="a•••@home.test",
        )
