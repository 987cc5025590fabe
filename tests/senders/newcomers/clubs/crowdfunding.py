"""A crowdfunding site's settings: a table, a bell without words in each row, each its own form."""

from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit, see

_CROWD = """<!doctype html>
<html lang="[[lang]]" data-theme="light"><head><meta charset="utf-8"><title>[[title]] — Kindling</title>
<style>.icon-btn{border:0;background:none}.here{outline:2px solid #0a7}</style>
<script async src="/packs/application-5c1e.js"></script></head>
<body class="settings notifications"><header class="NS_header"><a href="/" aria-label="Kindling">
<svg width="90" height="20"><text y="16">Kindling</text></svg></a>
<form action="/discover" accept-charset="UTF-8" method="get"><input name="utf8" type="hidden" value="&#x2713;">
<input type="search" name="term" placeholder="[[search]]" aria-label="[[search]]"></form>
<a class="btn" href="/start">[[start]]</a></header>[[flash]]
<div class="grid"><aside><ul><li><a href="/settings/account">[[account]]</a></li>
<li class="active">[[title]]</li><li><a href="/settings/payment">[[payment]]</a></li>
<li><a class="danger" href="/account/delete">[[delete]]</a></li></ul></aside>
<section><h1>[[title]]</h1><p class="type-16">[[because]]</p>
<table class="table"><thead><tr><th>[[what]]</th><th><span class="sr">[[action]]</span></th></tr></thead>
<tbody>[[rows]]</tbody></table></section></div>
<footer><div><a href="/about">[[about]]</a> <a href="/help">[[help]]</a></div>
<form action="/newsletters/invent" method="post"><label>[[invent]] <input type="email" name="email"></label>
<button class="btn">[[go]]</button></form></footer></body></html>"""


_CROWD_ROW = """<tr id="[[id]]"[[here]]><td><b>[[label]]</b><br><span class="soft">[[small]]</span></td>
<td><form class="button_to" method="post" action="/settings/notifications/[[token]]/[[id]]">
<input type="hidden" name="_method" value="[[method]]"><input type="hidden" name="_csrf" value="[[slip]]">
<button class="icon-btn" type="submit" title="[[tip]]" aria-label="[[tip]]"><svg viewBox="0 0 16 16"
 aria-hidden="true"><path d="[[path]]"/></svg></button></form></td></tr>"""


class Crowdfunding(Local):
    """A crowdfunding site's settings: a table, a bell without words in each row, each its own form."""

    name = "new-crowdfunding"
    languages = ("en", "de", "ja")
    lists = ("news", "updates")
    others = ("nearby", "invent")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Unsubscribe from Weekly Picks",
            "title": "Notifications",
            "search": "Search for projects",
            "start": "Start a project",
            "account": "Account",
            "payment": "Payment methods",
            "delete": "Delete account",
            "because": "You came here from a ‘Weekly Picks’ email.",
            "what": "What we send you",
            "action": "Action",
            "about": "About us",
            "help": "Help",
            "invent": "Inventors' letter, twice a month:",
            "go": "Sign me up",
            "l-news": "Weekly Picks",
            "s-news": "Our editors' favourites, every Thursday",
            "l-updates": "Updates from projects you backed",
            "s-updates": "When a creator posts",
            "l-nearby": "Near you",
            "s-nearby": "New projects in your city",
            "off": "Turn off",
            "turn": "Turn on",
            "gone": "Weekly Picks is off. You won't get it any more.",
            "other": "Changed.",
            "sure": "Do you really want to delete your account?",
            "yes": "Delete it",
        },
        "de": {
            "foot": "„Tipps der Woche“ abschalten",
            "title": "Benachrichtigungen",
            "search": "Projekte suchen",
            "start": "Projekt starten",
            "account": "Konto",
            "payment": "Zahlungsarten",
            "delete": "Konto löschen",
            "because": "Du kommst aus einer Mail von „Tipps der Woche“.",
            "what": "Was wir dir schicken",
            "action": "Aktion",
            "about": "Über uns",
            "help": "Hilfe",
            "invent": "Erfinderpost, zweimal im Monat:",
            "go": "Her damit",
            "l-news": "Tipps der Woche",
            "s-news": "Lieblingsprojekte der Redaktion, jeden Donnerstag",
            "l-updates": "Neues von unterstützten Projekten",
            "s-updates": "Sobald jemand etwas schreibt",
            "l-nearby": "In deiner Nähe",
            "s-nearby": "Neue Projekte aus deiner Stadt",
            "off": "Ausschalten",
            "turn": "Einschalten",
            "gone": "„Tipps der Woche“ ist ausgeschaltet. Die Mail kommt nicht mehr.",
            "other": "Geändert.",
            "sure": "Willst du dein Konto wirklich löschen?",
            "yes": "Löschen",
        },
        "ja": {
            "foot": "「今週のおすすめ」の配信停止",
            "title": "お知らせ設定",
            "search": "プロジェクトを検索",
            "start": "プロジェクトをはじめる",
            "account": "アカウント",
            "payment": "お支払い方法",
            "delete": "退会する",
            "because": "「今週のおすすめ」メールからアクセスしています。",
            "what": "お届けするメール",
            "action": "操作",
            "about": "運営会社",
            "help": "ヘルプ",
            "invent": "月2回の「発明だより」:",
            "go": "申し込む",
            "l-news": "今週のおすすめ",
            "s-news": "編集部が選んだプロジェクト(毎週木曜日)",
            "l-updates": "支援したプロジェクトの活動報告",
            "s-updates": "起案者が投稿したとき",
            "l-nearby": "近くのプロジェクト",
            "s-nearby": "お住まいの地域の新着",
            "off": "オフにする",
            "turn": "オンにする",
            "gone": "「今週のおすすめ」をオフにしました。今後は届きません。",
            "other": "変更しました。",
            "sure": "本当に退会しますか?",
            "yes": "退会する",
        },
    }

    @property
    def way(self) -> str:
        return f"/settings/notifications/{self.token}?list=news"

    def answer(self, visit: Visit) -> Reply:
        root = f"/settings/notifications/{self.token}"
        match visit.method, visit.path:
            case "GET", path if path == root:
                return self.table(visit.asks("done"))
            case "POST", path if path.startswith(f"{root}/"):
                return self.sent(visit, path.rpartition("/")[2])
            case "POST", "/newsletters/invent":
                self.join(visit, "invent")
                return self.table("other")
            case "GET", "/account/delete":
                form = '<!doctype html><form method="post"><h1>[[sure]]</h1><button>[[yes]]</button></form>'
                return self.show(form)
            case "POST", "/account/delete":
                self.wrong(Move.WIPED, visit)
                return see("/")
            case "GET", "/" | "/discover" | "/start" | "/about" | "/help":
                return self.show("<!doctype html><title>Kindling</title><h1>Kindling</h1>")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit, what: str) -> Reply:
        if not self.honest(visit) or what not in self.book:
            return self.forbidden()
        if visit.sends("_method") == "put":
            self.join(visit, what)
        elif self.on(what):
            self.leave(what)
        said = "news" if what == "news" and self.ended else "other"
        return see(f"/settings/notifications/{self.token}?done={said}", 303)

    def table(self, done: str) -> Reply:
        slip = self.slip()
        rows = ""
        for name in ("updates", "news", "nearby"):
            on, label = self.on(name), self.t(f"l-{name}")
            tip = f"{self.t('off' if on else 'turn')}: {label}"
            rows += self.put(
                _CROWD_ROW,
                id=name,
                here=' class="here"' if name == "news" else "",
                label=escape(label),
                small=escape(self.t(f"s-{name}")),
                method="delete" if on else "put",
                slip=slip,
                tip=escape(tip),
                path="M8 1v14" if on else "M1 8h14",
            )
        flash = ""
        if done:
            said = escape(self.t("gone" if done == "news" and self.ended else "other"))
            flash = f'<div class="flash flash-notice" role="alert">{said}</div>'
        return self.show(_CROWD, cookies=self.session(), rows=rows, flash=flash)
