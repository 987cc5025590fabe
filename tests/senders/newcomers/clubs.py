"""A crowdfunding site, a survey panel, a dating site, a fitness app."""

import json
from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.civic import Local, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, data, see

# --- a crowdfunding site ---

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


# --- a survey panel ---

_PANEL = """<!DOCTYPE html><html lang="[[lang]]"><head><meta charset="utf-8">
<title>MeinungsRaum · OpinionRoom</title>
<style>body{font-family:sans-serif}.points{color:orange}.linky{background:none;border:0}</style></head><body>
<div class="bar">
<b>OpinionRoom</b> <span class="points">★ 1240 [[points]]</span> <a href="/login">[[login]]</a></div>
<div class="card">[[body]]</div>
<div class="foot"><a href="/rules">[[rules]]</a> · <a href="/close?m=[[token]]">[[close]]</a> ·
<select onchange="location.search='l='+this.value">
<option>English<option>Español<option>Türkçe<option>Nederlands
</select></div></body></html>"""

_PANEL_ASK = """<h2>[[hey]]</h2><p>[[intro]]</p>[[error]]
<form action="/out" method="post"><input type="hidden" name="m" value="[[token]]">
<label for="why">[[why]] <abbr title="*">*</abbr></label>
<select id="why" name="why" required><option value="">[[choose]]</option><option value="m">[[many]]</option>
<option value="s">[[short]]</option><option value="p">[[poor]]</option><option value="n">[[rather]]</option>
</select>
<p><label>[[else]]<br><textarea name="more" rows="2"></textarea></label></p>
<button type="submit" name="act" value="pause" class="btn-big">[[pause]]</button>
<button type="submit" name="act" value="news" class="linky">[[stop]]</button></form>
<p><small>[[note]]</small></p>"""


class SurveyPanel(Local):
    """A survey panel: it must be told why, and one may rather not say; a pause is the bigger button."""

    name = "new-panel"
    languages = ("en", "es", "tr", "nl")
    lists = ("news", "invitations")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Don't want our newsletter?",
            "points": "points",
            "login": "Log in",
            "rules": "Panel rules",
            "close": "Close my panel account",
            "hey": "Your opinion matters – even now!",
            "intro": "You are about to switch off the OpinionRoom newsletter for ada@home.test.",
            "why": "What is the main reason?",
            "choose": "Please select…",
            "many": "Too many e-mails",
            "short": "The surveys are too long",
            "poor": "The rewards are too small",
            "rather": "I'd rather not say",
            "else": "Anything else (optional)",
            "pause": "Take a 90-day break instead",
            "stop": "Switch off the newsletter",
            "note": "Survey invitations belong to your membership and are not affected.",
            "need": "Please select one of the options.",
            "ok": "All set",
            "gone": "The newsletter is off. You'll only get survey invitations from now on.",
            "paused": "See you in 90 days!",
            "sure": "Your points will expire. Close the account?",
        },
        "es": {
            "foot": "Dejar de recibir el boletín",
            "points": "puntos",
            "login": "Entrar",
            "rules": "Normas del panel",
            "close": "Cerrar mi cuenta de panelista",
            "hey": "¡Tu opinión cuenta, también ahora!",
            "intro": "Vas a desactivar el boletín de OpinionRoom para ada@home.test.",
            "why": "¿Cuál es el motivo principal?",
            "choose": "Elige una opción…",
            "many": "Demasiados correos",
            "short": "Las encuestas son muy largas",
            "poor": "Los premios son pequeños",
            "rather": "Prefiero no contestar",
            "else": "¿Algo más? (opcional)",
            "pause": "Mejor una pausa de 90 días",
            "stop": "Desactivar el boletín",
            "note": "Las invitaciones a encuestas forman parte de tu participación y no cambian.",
            "need": "Tienes que elegir una opción.",
            "ok": "¡Listo!",
            "gone": "Ya no te enviaremos el boletín. Solo recibirás invitaciones a encuestas.",
            "paused": "¡Hasta dentro de 90 días!",
            "sure": "Perderás tus puntos. ¿Cerrar la cuenta?",
        },
        "tr": {
            "foot": "Bülteni kapat",
            "points": "puan",
            "login": "Giriş",
            "rules": "Panel kuralları",
            "close": "Panel hesabımı kapat",
            "hey": "Fikriniz bizim için değerli!",
            "intro": "ada@home.test adresi için OpinionRoom bültenini kapatmak üzeresiniz.",
            "why": "Bunun başlıca nedeni nedir?",
            "choose": "Lütfen seçin…",
            "many": "Çok fazla e-posta geliyor",
            "short": "Anketler çok uzun",
            "poor": "Ödüller yetersiz",
            "rather": "Belirtmek istemiyorum",
            "else": "Eklemek istedikleriniz (isteğe bağlı)",
            "pause": "90 gün ara vermek istiyorum",
            "stop": "Bülten gelmesin",
            "note": "Anket davetleri üyeliğinizin parçasıdır, bundan etkilenmez.",
            "need": "Lütfen bir seçenek işaretleyin.",
            "ok": "Tamamdır",
            "gone": "Bülten gönderimi kapatıldı. Bundan sonra yalnızca anket davetleri alacaksınız.",
            "paused": "90 gün sonra görüşmek üzere!",
            "sure": "Puanlarınız silinecek. Hesap kapatılsın mı?",
        },
        "nl": {
            "foot": "Geen nieuwsbrief meer?",
            "points": "punten",
            "login": "Inloggen",
            "rules": "Spelregels",
            "close": "Mijn panelaccount opheffen",
            "hey": "Jouw mening telt, ook nu!",
            "intro": "Je staat op het punt de OpinionRoom-nieuwsbrief voor ada@home.test uit te zetten.",
            "why": "Wat is de belangrijkste reden?",
            "choose": "Maak een keuze…",
            "many": "Te veel mail",
            "short": "De vragenlijsten zijn te lang",
            "poor": "De beloning is te laag",
            "rather": "Zeg ik liever niet",
            "else": "Nog iets kwijt? (niet verplicht)",
            "pause": "Liever 90 dagen pauze",
            "stop": "Nieuwsbrief uitzetten",
            "note": "Uitnodigingen voor onderzoeken horen bij je lidmaatschap en blijven komen.",
            "need": "Kies een van de antwoorden.",
            "ok": "Geregeld",
            "gone": "De nieuwsbrief staat uit. Je krijgt alleen nog uitnodigingen voor onderzoeken.",
            "paused": "Tot over 90 dagen!",
            "sure": "Je punten vervallen. Account opheffen?",
        },
    }

    @property
    def way(self) -> str:
        return f"/out?m={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/out" if visit.asks("m") == self.token:
                return self.ask()
            case "POST", "/out" if visit.sends("m") == self.token:
                return self.sent(visit)
            case "GET", "/close":
                form = '<p>[[sure]]</p><form method="post"><button>[[close]]</button></form>'
                return self.show(_PANEL, body=self.put(form))
            case "POST", "/close":
                self.wrong(Move.WIPED, visit)
                return self.show(_PANEL, body="<p>OK</p>")
            case "GET", "/login" | "/rules":
                return self.show(_PANEL, body="")
            case _:
                return self.unknown(visit)

    def ask(self, error: str = "") -> Reply:
        told = f'<p style="color:red">{escape(self.t(error))}</p>' if error else ""
        return self.show(_PANEL, body=self.put(_PANEL_ASK, error=told))

    def sent(self, visit: Visit) -> Reply:
        if not visit.sends("why"):
            return self.ask("need")
        if visit.sends("why") != "n" or visit.sends("more"):
            self.wrong(Move.SURVEY, visit)
        match visit.sends("act"):
            case "news":
                self.leave()
                return self.show(_PANEL, body=self.put("<h2>[[ok]]</h2><p>[[gone]]</p>"))
            case "pause":
                self.wrong(Move.SETTLED, visit)
                return self.show(_PANEL, body=self.put("<h2>[[ok]]</h2><p>[[paused]]</p>"))
            case _:
                return self.ask("need")


# --- a dating site ---

_DATING = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8"><title>Sparkl · [[title]]</title>
<meta name="theme-color" content="#ff5864"></head><body><div class="hero"><h1>Sparkl</h1><p>[[claim]]</p></div>
<div class="card"><h2>[[title]]</h2><p class="note">[[first]]</p>
<form action="/signin" method="post" autocomplete="on">
<input type="hidden" name="next" value="/me/notifications">
<input type="email" name="login" placeholder="[[mail]]" aria-label="[[mail]]">
<input type="password" name="password" placeholder="[[pass]]" aria-label="[[pass]]">
<button type="submit">[[signin]]</button></form>
<a role="button" href="/auth/phone">[[phone]]</a> <a href="/forgot">[[forgot]]</a></div>
<div class="card"><h2>[[new]]</h2><form action="/signup" method="post"><select name="i">
<option>♀<option>♂<option>⚧
</select><input type="email" name="mail" placeholder="[[mail]]"><button>[[signup]]</button></form></div>
<footer><a href="/safety">[[safety]]</a></footer></body></html>"""


class DatingSite(Local):
    """A dating site: no settings without a login."""

    name = "new-dating"
    endable = Endable.NOT
    languages = ("en", "pt", "ru", "zh")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Unsubscribe",
            "title": "Sign in",
            "claim": "Where it clicks",
            "first": "Sign in to change which emails you get.",
            "mail": "Email",
            "pass": "Password",
            "signin": "Sign in",
            "phone": "Continue with your phone number",
            "forgot": "Forgot your password?",
            "new": "New here?",
            "signup": "Find my match",
            "safety": "Dating safely",
        },
        "pt": {
            "foot": "Cancelar inscrição",
            "title": "Entrar",
            "claim": "Onde rola a química",
            "first": "Entre na sua conta para escolher quais e-mails quer receber.",
            "mail": "E-mail",
            "pass": "Senha",
            "signin": "Entrar",
            "phone": "Continuar com o telefone",
            "forgot": "Esqueceu a senha?",
            "new": "É novo por aqui?",
            "signup": "Encontrar meu par",
            "safety": "Segurança",
        },
        "ru": {
            "foot": "Отписаться от рассылки",
            "title": "Вход",
            "claim": "Здесь знакомятся",
            "first": "Войдите, чтобы изменить настройки уведомлений.",
            "mail": "Почта",
            "pass": "Пароль",
            "signin": "Войти",
            "phone": "Войти по номеру телефона",
            "forgot": "Забыли пароль?",
            "new": "Впервые у нас?",
            "signup": "Найти пару",
            "safety": "Безопасность",
        },
        "zh": {
            "foot": "退订",
            "title": "登录",
            "claim": "遇见心动的人",
            "first": "请先登录,再修改邮件通知设置。",
            "mail": "邮箱",
            "pass": "密码",
            "signin": "登录",
            "phone": "使用手机号登录",
            "forgot": "忘记密码?",
            "new": "还没有账号?",
            "signup": "开始寻找",
            "safety": "安全交友",
        },
    }

    @property
    def way(self) -> str:
        return f"/me/notifications?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/me/notifications":
                return see("/signin?next=%2Fme%2Fnotifications")
            case "GET", "/signin" | "/forgot" | "/auth/phone" | "/safety" | "/":
                return self.show(_DATING)
            case "POST", "/signin" | "/signup":
                self.wrong(Move.ACCOUNT, visit)
                return self.show(_DATING)
            case _:
                return self.unknown(visit)


# --- a fitness app ---

_FIT = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8"><title>Stride</title>
<meta name="viewport" content="width=device-width,viewport-fit=cover"><style>
.xl{font-size:1.6em;padding:1em;background:#111;color:#fff}.t{border:0;background:none;text-decoration:underline}
.sheet{position:fixed;bottom:0;left:0;right:0;background:#fff;padding:2em}[hidden]{display:none}</style></head>
<body><div id="root"></div><noscript>[[noscript]]</noscript>
<script id="state" type="application/json">[[state]]</script>
<script>
(function () {
  var s = JSON.parse(document.getElementById('state').textContent), w = s.w;
  var root = document.getElementById('root');
  function h(tag, cls, text, click) {
    var e = document.createElement(tag); e.className = cls; e.textContent = text;
    if (click) { e.addEventListener('click', click); } return e;
  }
  function send(mode) {
    fetch('/api/v3/mail', {method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({key: s.key, mode: mode})}).then(function (r) { r.ok ? end(mode) : oops(); });
  }
  function draw() { root.replaceChildren.apply(root, arguments); }
  function oops() { draw(h('p', '', w.oops)); }
  function end(mode) { draw(h('h1', '', w[mode + 'h']), h('p', '', w[mode + 't'] || '')); }
  function sheet() {
    var d = h('div', 'sheet', ''); d.setAttribute('role', 'dialog');
    d.append(h('h2', '', w.sure), h('button', 'xl', w.nope, start),
      h('button', 't', w.yes, function () { send('off'); }));
    root.append(d);
  }
  function start() {
    draw(h('h1', '', w.head), h('p', '', w.text), h('button', 'xl', w.keep, function () { send('all'); }),
      h('button', 't', w.recap, function () { send('recap'); }), h('button', 't', w.stop, sheet));
  }
  setTimeout(start, 150);
}());
</script></body></html>"""


class FitnessApp(Local):
    """A fitness app's web view: all of it is drawn by a script, which talks JSON."""

    name = "new-fitness"
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "sv", "ko")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Too many emails?",
            "noscript": "Stride needs JavaScript.",
            "head": "Losing your streak?",
            "text": "People who read our mails move 23% more. Just saying.",
            "keep": "Keep me moving 💪",
            "recap": "Only the monthly recap",
            "stop": "Stop emailing me",
            "sure": "Sure sure?",
            "nope": "Nope, I'll stay",
            "yes": "Yep, stop",
            "offh": "Cool down.",
            "offt": "That's it, no more emails from Stride. Your workouts are still in the app.",
            "allh": "That's the spirit!",
            "allt": "You'll keep hearing from us.",
            "recaph": "Once a month it is.",
            "oops": "Something went wrong. Try again later.",
        },
        "sv": {
            "foot": "För många mejl?",
            "noscript": "Stride kräver JavaScript.",
            "head": "Ska du bryta din svit?",
            "text": "De som läser våra mejl rör sig 23 % mer. Bara så du vet.",
            "keep": "Fortsätt peppa mig 💪",
            "recap": "Bara månadens sammanfattning",
            "stop": "Sluta mejla mig",
            "sure": "Helt säker?",
            "nope": "Nej, jag är kvar",
            "yes": "Ja, sluta",
            "offh": "Dags att varva ner.",
            "offt": "Klart. Du får inga fler mejl från Stride.",
            "allh": "Grymt!",
            "allt": "Då fortsätter vi att höras.",
            "recaph": "En gång i månaden blir det.",
            "oops": "Något gick fel. Försök igen senare.",
        },
        "ko": {
            "foot": "메일이 너무 많나요?",
            "noscript": "JavaScript를 켜 주세요.",
            "head": "연속 기록을 멈추시겠어요?",
            "text": "메일을 읽는 회원은 23% 더 움직입니다.",
            "keep": "계속 받을래요 💪",
            "recap": "월간 요약만 받기",
            "stop": "메일 그만 받기",
            "sure": "정말 그만 받으시겠어요?",
            "nope": "아니요",
            "yes": "네, 그만 받을게요",
            "offh": "수고하셨어요.",
            "offt": "완료되었습니다. 이제 Stride에서 메일을 보내지 않습니다.",
            "allh": "좋아요!",
            "allt": "계속 소식을 보내 드릴게요.",
            "recaph": "한 달에 한 번만 보내 드릴게요.",
            "oops": "오류가 발생했습니다. 나중에 다시 시도해 주세요.",
        },
    }

    @property
    def way(self) -> str:
        return f"/m/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                state = {"key": self.token, "w": dict(self.words[self.language])}
                return self.show(_FIT, state=json.dumps(state, ensure_ascii=False))
            case "POST", "/api/v3/mail":
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        try:
            said = json.loads(visit.body)
        except ValueError:
            said = None
        if not isinstance(said, dict) or said.get("key") != self.token:
            return data({"error": "bad_request"}, 400)
        match said.get("mode"):
            case "off":
                self.leave()
            case "recap":
                self.wrong(Move.SETTLED, visit)
            case "all":
                self.join(visit)
            case _:
                return data({"error": "bad_mode"}, 422)
        return Reply(204)
