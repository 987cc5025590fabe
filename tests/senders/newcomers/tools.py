"""A WordPress plugin, a project's own tool, a PHP script, a marketing tool in React, an event platform."""

import json
from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.civic import Local, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, data, see, text

# --- a newsletter plugin for WordPress ---

_WP = """<!DOCTYPE html>
<html lang="[[lang]]"><head><meta charset="UTF-8" /><title>Newsletter &#8211; [[blog]]</title>
<meta name="generator" content="WordPress 6.4.2" /><link rel="pingback" href="/xmlrpc.php" />
<style id="wp-block-library-inline-css">.wp-block-search__button{margin-left:.6em}</style>
<script src="/wp-includes/js/jquery/jquery.min.js" id="jquery-core-js"></script></head>
<body class="page-template-default page page-id-9 wp-embed-responsive"><div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">[[skip]]</a>
<header id="masthead"><p class="site-title"><a href="/" rel="home">[[blog]]</a></p>
<nav><ul id="menu-main"><li class="menu-item"><a href="/about/">[[about]]</a></li>
<li class="menu-item"><a href="/contact/">[[contact]]</a></li></ul></nav></header>
<div id="content"><main><article id="post-9" class="post-9 page hentry"><header><h1
 class="entry-title">Newsletter</h1>
</header><div class="entry-content"><div class="tnp-page">[[body]]</div></div></article>
<div id="comments"><h3 id="reply-title">[[reply]]</h3><form action="/wp-comments-post.php" method="post"
 id="commentform">
<p><label for="comment">[[comment]]</label><textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">[[yourname]]</label><input id="author" name="author"></p>
<p><input name="submit" type="submit" id="submit" value="[[postit]]"><input
 type='hidden' name='comment_post_ID' value='9'>
</p></form></div></main>
<aside id="secondary"><section class="widget"><form role="search" method="get" action="/"><label>[[search]]
<input type="search" name="s"></label><button type="submit">[[search]]</button></form></section>
<section class="widget tnp-widget"><h2>[[widget]]</h2><form method="post" action="/?na=s">
<input type="hidden" name="nlang" value=""><input class="tnp-email" type="email" name="ne" required>
<label><input type="checkbox" name="ny" required> [[agree]]</label>
<input class="tnp-submit" type="submit" value="[[signup]]"></form></section>
<section class="widget"><h2>Meta</h2><ul><li><a href="/wp-login.php">[[login]]</a></li></ul></section></aside>
</div>
<footer id="colophon"><a href="https://wordpress.example/">[[proud]]</a></footer></div></body></html>"""


class WordPressPlugin(Local):
    """A blog's newsletter plugin: one word of a sentence is the link, comments and sign-up all around."""

    name = "new-wordpress"
    languages = ("en", "de", "pl", "it")
    others = ("blog",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Change your subscription",
            "blog": "The Sourdough Diaries",
            "skip": "Skip to content",
            "about": "About me",
            "contact": "Say hello",
            "reply": "Leave a Reply",
            "comment": "Comment",
            "yourname": "Name",
            "postit": "Post Comment",
            "search": "Search",
            "widget": "Never miss a loaf",
            "agree": "By continuing, you accept the privacy policy",
            "signup": "Subscribe",
            "login": "Log in",
            "proud": "Proudly powered by WordPress",
            "before": "Please confirm that you want to unsubscribe by clicking",
            "here": "here",
            "after": ".",
            "edit": "Or did you only want to edit your profile?",
            "gone": "Goodbye, your subscription has been deleted. If you did this by accident you can "
            "reactivate it",
            "hello": "Your subscription is active.",
            "lost": "Subscriber not found, it probably has already been removed. No further action needed.",
        },
        "de": {
            "foot": "Abonnement ändern",
            "blog": "Tagebuch eines Brotbäckers",
            "skip": "Zum Inhalt springen",
            "about": "Über mich",
            "contact": "Schreib mir",
            "reply": "Schreibe einen Kommentar",
            "comment": "Kommentar",
            "yourname": "Name",
            "postit": "Kommentar abschicken",
            "search": "Suchen",
            "widget": "Kein Brot verpassen",
            "agree": "Indem Sie fortfahren, akzeptieren Sie unsere Datenschutzerklärung",
            "signup": "Abonnieren",
            "login": "Anmelden",
            "proud": "Stolz präsentiert von WordPress",
            "before": "Bitte bestätigen, dass Sie wollen Ihr Abonnement kündigen, indem Sie klicken",
            "here": "hier",
            "after": ".",
            "edit": "Oder wollten Sie Ihr Profil bearbeiten?",
            "gone": "Auf Wiedersehen, Ihr Abonnement wurde gelöscht. Wenn das ein Versehen war, können "
            "Sie es wieder aktivieren",
            "hello": "Ihr Abonnement ist aktiv.",
            "lost": "Abonnent nicht gefunden, er wurde wahrscheinlich schon entfernt.",
        },
        "pl": {
            "foot": "Zmień subskrypcję",
            "blog": "Chleb na zakwasie",
            "skip": "Przejdź do treści",
            "about": "O mnie",
            "contact": "Kontakt",
            "reply": "Dodaj komentarz",
            "comment": "Komentarz",
            "yourname": "Nazwa",
            "postit": "Opublikuj komentarz",
            "search": "Szukaj",
            "widget": "Nowe przepisy na e-mail",
            "agree": "Akceptuję politykę prywatności",
            "signup": "Zapisz się",
            "login": "Zaloguj się",
            "proud": "Dumnie wspierane przez WordPressa",
            "before": "Aby potwierdzić rezygnację z newslettera, kliknij",
            "here": "tutaj",
            "after": ".",
            "edit": "A może chcesz tylko zmienić swoje dane?",
            "gone": "Do widzenia, Twoja subskrypcja została usunięta. Jeśli to pomyłka, możesz ją "
            "przywrócić",
            "hello": "Twoja subskrypcja jest aktywna.",
            "lost": "Nie znaleziono subskrybenta, prawdopodobnie został już usunięty.",
        },
        "it": {
            "foot": "Modifica la tua iscrizione",
            "blog": "Diario di un lievito madre",
            "skip": "Vai al contenuto",
            "about": "Chi sono",
            "contact": "Scrivimi",
            "reply": "Lascia un commento",
            "comment": "Commento",
            "yourname": "Nome",
            "postit": "Invia commento",
            "search": "Cerca",
            "widget": "Una ricetta a settimana",
            "agree": "Proseguendo accetti la privacy policy",
            "signup": "Iscriviti",
            "login": "Accedi",
            "proud": "Orgogliosamente alimentato da WordPress",
            "before": "Per confermare che vuoi cancellarti, clicca",
            "here": "qui",
            "after": ", grazie.",
            "edit": "O volevi solo modificare il profilo?",
            "gone": "Arrivederci, la tua iscrizione è stata eliminata. Se è stato un errore puoi "
            "riattivarla",
            "hello": "La tua iscrizione è attiva.",
            "lost": "Iscritto non trovato, probabilmente è già stato rimosso.",
        },
    }

    @property
    def way(self) -> str:
        return f"/?na=u&nk=12-{self.token}&nek=44"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/wp-comments-post.php" and visit.method == "POST":
            self.wrong(Move.SURVEY, visit)
            return see("/newsletter/")
        if visit.path == "/wp-login.php" and visit.method == "POST":
            self.wrong(Move.ACCOUNT, visit)
            return self.forbidden()
        if visit.path not in {"/", "/newsletter/"}:
            return self.unknown(visit)
        if visit.asks("na") == "s" and visit.method == "POST":
            self.join(visit, "blog")
            return self.framed("<p>[[hello]]</p>")
        if visit.asks("nk") != f"12-{self.token}":
            return self.framed("<p>…</p>")
        return self.asked(visit)

    def asked(self, visit: Visit) -> Reply:
        there = f"/newsletter/?nm=unsubscribed&nk=12-{self.token}"
        match visit.asks("na") or visit.asks("nm"):
            case "u" if self.ended:
                return self.framed("<p>[[lost]]</p>")
            case "u":
                return self.framed(
                    '<p>[[before]] <a href="/?na=uc&amp;nk=12-[[token]]&amp;nek=44">[[here]]</a>[[after]]</p>'
                    '<p><a href="/?na=profile&amp;nk=12-[[token]]">[[edit]]</a></p>'
                )
            case "uc":
                if not self.ended:
                    self.leave()
                return see(there)
            case "unsubscribed" if self.ended:
                again = '<a href="/?na=reactivate&amp;nk=12-[[token]]">[[here]]</a>'
                return self.framed(f"<p>[[gone]] {again}.</p>")
            case "reactivate":
                self.join(visit)
                return self.framed("<p>[[hello]]</p>")
            case _:
                return self.framed(f"<p>{escape(self.alias)}</p>")

    def framed(self, body: str) -> Reply:
        return self.show(_WP, body=self.put(body))


# --- an open-source project's own mailing tool ---

_TOOL = """<!doctype html><meta charset=utf-8><html lang=[[lang]]><title>subscription [[short]]</title>
<style>body{font:14px/1.4 monospace;max-width:70ch;margin:2em auto}form{display:inline}</style>
<p><a href=/>lists.[[domain]]</a> / <a href=/release-announce/>release-announce</a> / [[short]]
<h3>[[short]]</h3>
<pre>
[[list]]     release-announce
[[addr]]     a**@home.test
[[since]]    2024-03-02
[[state]]    [[now]]
</pre>
[[forms]]
<p><a href=/s/[[token]].json>json</a> | <a href=/release-announce/atom.xml>atom</a> |
 <a href=https://code.example/lists/issues>[[bugs]]</a>
<hr><small>[[version]]</small>"""

_TOOL_FORMS = """<form method=post action=/s/[[token]]/digest><input type=hidden name=csrf value=[[slip]]>
<button>[[digest]]</button></form>
<form method=post><input type=hidden name=csrf value=[[slip]]><input type=hidden name=op value=drop>
<button>[[drop]]</button></form>
<form method=post action=/s/[[token]]/rotate><input type=hidden name=csrf value=[[slip]]>
<button>[[rotate]]</button></form>"""

_TOOL_AGAIN = """<form method=post><input type=hidden name=csrf value=[[slip]]><input type=hidden name=op
 value=add>
<button>[[add]]</button></form>"""


class ProjectTool(Local):
    """An open-source project's own tool: terse, and the drop is only queued (202, plain text)."""

    name = "new-project"
    languages = ("en", "cs", "zh")
    words: ClassVar[Words] = {
        "en": {
            "foot": "sub",
            "list": "list ",
            "addr": "addr ",
            "since": "since",
            "state": "state",
            "active": "active",
            "removed": "removed",
            "digest": "monthly digest instead",
            "drop": "drop subscription",
            "rotate": "rotate key",
            "add": "re-add",
            "bugs": "bugs",
            "version": "mlctl 0.9.3. No tracking, no images, no nonsense.",
            "queued": "202 queued: drop release-announce\nruns within 10 minutes\n",
            "stale": "403 stale form, go back and reload",
        },
        "cs": {
            "foot": "správa odběru",
            "list": "seznam ",
            "addr": "adresa ",
            "since": "od     ",
            "state": "stav   ",
            "active": "aktivní",
            "removed": "odstraněn",
            "digest": "raději měsíční souhrn",
            "drop": "zrušit odběr",
            "rotate": "vygenerovat nový klíč",
            "add": "obnovit",
            "bugs": "nahlásit chybu",
            "version": "mlctl 0.9.3. Bez sledování, bez obrázků.",
            "queued": "202 zařazeno do fronty: zrušení release-announce\nprovede se do 10 minut\n",
            "stale": "403 formulář vypršel, načtěte stránku znovu",
        },
        "zh": {
            "foot": "管理订阅",
            "list": "列表",
            "addr": "地址",
            "since": "起始",
            "state": "状态",
            "active": "有效",
            "removed": "已移除",
            "digest": "改为每月摘要",
            "drop": "取消订阅",
            "rotate": "更换密钥",
            "add": "恢复",
            "bugs": "反馈问题",
            "version": "mlctl 0.9.3。无跟踪,无图片。",
            "queued": "202 已加入队列:取消订阅 release-announce\n将在 10 分钟内处理\n",
            "stale": "403 表单已过期,请刷新页面",
        },
    }

    @property
    def way(self) -> str:
        return f"/s/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.state()
            case "GET", path if path == f"{self.way}.json":
                return data({"list": "release-announce", "active": self.on("news")})
            case "POST", path if path.startswith(self.way):
                return self.sent(visit, path.removeprefix(self.way))
            case "GET", "/" | "/release-announce/":
                return self.show("<!doctype html><title>lists</title><h3>release-announce</h3>")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit, what: str) -> Reply:
        if not self.honest(visit, "csrf"):
            return text(self.t("stale"), 403)
        match what, visit.sends("op"):
            case "", "drop":
                self.leave(told=False)
                return text(self.t("queued"), 202)
            case "", "add":
                self.join(visit)
            case "/digest", _:
                self.wrong(Move.SETTLED, visit)
        return see(self.way, 303)

    def state(self) -> Reply:
        slip = self.slip()
        forms = self.put(_TOOL_AGAIN if self.ended else _TOOL_FORMS, slip=slip)
        return self.show(
            _TOOL,
            cookies=self.session(),
            short=self.token[:8],
            now=escape(self.t("removed" if self.ended else "active")),
            forms=forms,
        )


# --- a self-written list script in PHP ---

_PHP = """<html>
<head><title>[[club]]</title><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head>
<body bgcolor="#ffffcc"><center><font face="Comic Sans MS" size="6" color="green">[[club]]</font><br>
<a href="../index.htm">[[home]]</a> | <a href="../guestbook.php">[[guests]]</a> | <a
 href="../fotos.htm">[[photos]]</a>
<hr width="80%">
[[told]]
<b>[[rundmail]]</b><br><br>
<FORM ACTION="nl.php">
<TABLE BORDER=1><TR><TD>[[mail]]:<TD><INPUT TYPE=text NAME=mail SIZE=30 VALUE="[[value]]">
<TR><TD COLSPAN=2 ALIGN=center><INPUT TYPE=submit NAME=do VALUE="[[in]]"> <INPUT TYPE=submit NAME=do
 VALUE="[[out]]">
</TABLE></FORM>
<font size="1">[[note]]<br>(c) 2006-2024 [[master]]</font></center></body></html>"""


class PhpScript(Local):
    """A club's self-written script: in and out side by side, by GET, and a mail to confirm it."""

    name = "new-php"
    languages = ("de", "en", "nl", "ru")
    words: ClassVar[Words] = {
        "de": {
            "foot": "Rundmail ein-/austragen",
            "club": "Kleingartenverein Sonnental e.V.",
            "home": "Startseite",
            "guests": "Gästebuch",
            "photos": "Fotos vom Sommerfest",
            "rundmail": "Unsere Rundmail",
            "mail": "Ihre Mailadresse",
            "in": "Eintragen",
            "out": "Austragen",
            "note": "Die Adressen werden nicht weitergegeben!!",
            "master": "Webmaster Horst",
            "sent": "Alles klar! Sie bekommen jetzt eine Mail mit einem Link. Erst wenn Sie den "
            "anklicken, sind Sie raus.",
            "gone": "Die Adresse wurde ausgetragen. Schade!",
            "hello": "Sie sind jetzt eingetragen.",
            "nobody": "FEHLER: Adresse nicht gefunden!",
            "subject": "Rundmail: bitte Austragung bestätigen",
            "body": "Hallo,\n\njemand (hoffentlich Sie) will diese Adresse aus unserer Rundmail austragen. "
            "Zum Bestätigen bitte hier klicken:\n\n",
        },
        "en": {
            "foot": "Mailing list on/off",
            "club": "Little Dell Allotment Society",
            "home": "Home",
            "guests": "Guestbook",
            "photos": "Summer fete photos",
            "rundmail": "Our mailing list",
            "mail": "Your e-mail",
            "in": "Add me",
            "out": "Remove me",
            "note": "We never pass on addresses!!",
            "master": "Barry the webmaster",
            "sent": "OK! An e-mail is on its way to you. You're only off the list once you have "
            "clicked on the link in it.",
            "gone": "Address removed from the list. Sorry to lose you!",
            "hello": "You are on the list now.",
            "nobody": "ERROR: no such address!",
            "subject": "Mailing list: please confirm removal",
            "body": "Hello,\n\nsomebody (hopefully you) asked us to take this address off our mailing list. "
            "To confirm please click here:\n\n",
        },
        "nl": {
            "foot": "Rondmail aan/uit",
            "club": "Volkstuinvereniging De Zonnebloem",
            "home": "Begin",
            "guests": "Gastenboek",
            "photos": "Foto's zomerfeest",
            "rundmail": "Onze rondmail",
            "mail": "Uw mailadres",
            "in": "Erop",
            "out": "Eraf",
            "note": "Adressen worden niet doorgegeven!!",
            "master": "webmaster Henk",
            "sent": "Prima! U krijgt nu een mailtje met een link. Pas als u daarop klikt, bent u van de "
            "lijst af.",
            "gone": "Het adres is van de lijst gehaald. Jammer!",
            "hello": "U staat nu op de lijst.",
            "nobody": "FOUT: adres niet gevonden!",
            "subject": "Rondmail: graag bevestigen dat u eraf wilt",
            "body": "Hallo,\n\niemand (hopelijk uzelf) wil dit adres van onze rondmail halen. "
            "Klik hier om dat te bevestigen:\n\n",
        },
        "ru": {
            "foot": "Рассылка: вкл/выкл",
            "club": "СНТ «Солнечная долина»",
            "home": "Главная",
            "guests": "Гостевая книга",
            "photos": "Фото с праздника",
            "rundmail": "Наша рассылка",
            "mail": "Ваш e-mail",
            "in": "Добавить",
            "out": "Удалить",
            "note": "Адреса никому не передаём!!",
            "master": "вебмастер Гена",
            "sent": "Хорошо! Сейчас вам придёт письмо со ссылкой. Адрес будет удалён только после "
            "перехода по ней.",
            "gone": "Адрес удалён из рассылки. Жаль!",
            "hello": "Адрес добавлен.",
            "nobody": "ОШИБКА: адрес не найден!",
            "subject": "Рассылка: подтвердите удаление адреса",
            "body": "Здравствуйте!\n\nКто-то (надеемся, вы) просит удалить этот адрес из нашей рассылки. "
            "Для подтверждения перейдите по ссылке:\n\n",
        },
    }

    @property
    def way(self) -> str:
        return f"/verein/nl.php?mail={self.alias}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/verein/nl.php":
            return self.unknown(visit)
        code = self.secret("code")
        if visit.asks("x") == code:
            if not self.ended:
                self.leave()
            return self.told_so("gone", "")
        said, address = visit.asks("do"), visit.asks("mail")
        if not said:
            return self.told_so("", address)
        if said == self.t("in"):
            self.join(visit)
            return self.told_so("hello", "")
        if said != self.t("out") or address.lower() != self.alias or not self.on("news"):
            return self.told_so("nobody", address)
        if self.book["news"] is Status.SUBSCRIBED:
            self.pend()
            link = self.url(f"/verein/nl.php?x={code}")
            self.send(self.t("subject"), f"{self.t('body')}{link}\n")
        return self.told_so("sent", "")

    def told_so(self, key: str, address: str) -> Reply:
        told = f'<font color="red"><b>{escape(self.t(key))}</b></font><br><br>' if key else ""
        return self.show(_PHP, told=told, value=escape(address))


# --- a marketing tool with a preference centre in React, rendered on the server ---

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


# --- an event platform ---

_EVENT = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8">
<title>[[title]] | Ticketeer</title>
<style>dialog::backdrop{background:#0008}.eds-btn--link{background:none;border:0}</style></head><body>
<header class="eds-g"><a href="/" class="logo"><span>ticketeer</span></a><form action="/find" method="get">
<input name="q" placeholder="[[find]]"><input name="where" placeholder="[[where]]"><button
 aria-label="[[find]]">🔍</button>
</form><a href="/login">[[login]]</a><a href="/create" class="eds-btn">[[create]]</a></header>
<div class="consent" hidden><p>Cookies</p><button type="button">OK</button></div>
<main>[[body]]</main>
<footer><ul><li><a href="/organizers">[[organizers]]</a><li><a href="/help">[[help]]</a>
<li><a href="/o/riverside/follow">[[follow]]</a></ul></footer></body></html>"""

_EVENT_ASK = """<h1>[[title]]</h1><p>[[which]] (<b>[[alias]]</b>)</p>[[error]]
<form method="post" action="" id="optout"><div class="eds-field"><input type="radio" id="s1" name="scope"
 value="reco"
 required><label for="s1">[[reco]]</label></div><div class="eds-field"><input type="radio" id="s2" name="scope"
 value="organizer"><label for="s2">[[organizer]]</label></div><div class="eds-field"><input type="radio" id="s3"
 name="scope" value="every"><label for="s3">[[every]]</label></div>
<button type="button" class="eds-btn" onclick="document.getElementById('sure').showModal()">[[next]]</button>
<dialog id="sure" aria-labelledby="dt"><h2 id="dt">[[sure]]</h2><p>[[miss]]</p>
<button type="submit" name="ok" value="0" formnovalidate class="eds-btn eds-btn--fill">[[cancel]]</button>
<button type="submit" name="ok" value="1" class="eds-btn--link">[[yes]]</button></dialog></form>
<p class="small">[[spam]] <a href="/report/riverside">[[report]]</a></p>"""

_EVENT_DONE = """<h1>[[thanks]]</h1><p>[[tickets]]</p><p>[[gone]]</p><p>[[more]]</p>
<form method="post" action="/o/riverside/follow"><button class="eds-btn">[[follow]]</button></form>"""


class EventPlatform(Local):
    """A platform for events: its one-click address shows the page all the same, and a dialog asks again."""

    name = "new-events"
    via = "one-click"
    one_click = True
    languages = ("en", "es", "da", "fi")
    lists = ("news", "reco")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Unsubscribe from this organizer's emails",
            "title": "Email opt-out",
            "find": "Find events",
            "where": "City",
            "login": "Log in",
            "create": "Create an event",
            "organizers": "For organizers",
            "help": "Help center",
            "follow": "Follow Riverside Jazz Nights",
            "which": "Which emails should stop?",
            "reco": "Only recommendations from Ticketeer",
            "organizer": "Only emails from Riverside Jazz Nights",
            "every": "Both of these",
            "next": "Continue",
            "sure": "Are you sure?",
            "miss": "You'll miss presales and line-up news.",
            "cancel": "Never mind",
            "yes": "Yes, stop sending",
            "spam": "Never bought a ticket?",
            "report": "Report this organizer",
            "need": "Pick one of the options first.",
            "thanks": "Thanks for letting us know",
            "tickets": "Tickets that you have bought stay valid, and we'll still email you about them.",
            "gone": "You've been unsubscribed from Riverside Jazz Nights.",
            "more": "There is more to discover around you tonight.",
            "kept": "Nothing has changed.",
            "some": "Done. You'll still hear from the organizer.",
        },
        "es": {
            "foot": "Dejar de recibir correos de este organizador",
            "title": "Correos de eventos",
            "find": "Buscar eventos",
            "where": "Ciudad",
            "login": "Iniciar sesión",
            "create": "Crear evento",
            "organizers": "Para organizadores",
            "help": "Centro de ayuda",
            "follow": "Seguir a Noches de Jazz",
            "which": "¿Qué correos quieres dejar de recibir?",
            "reco": "Solo las recomendaciones de Ticketeer",
            "organizer": "Solo los correos de Noches de Jazz",
            "every": "Los dos",
            "next": "Siguiente",
            "sure": "¿Seguro?",
            "miss": "Te perderás las preventas y las novedades del cartel.",
            "cancel": "Mejor no",
            "yes": "Sí, no quiero más correos",
            "spam": "¿Nunca compraste una entrada?",
            "report": "Denunciar al organizador",
            "need": "Elige primero una opción.",
            "thanks": "Gracias por avisarnos",
            "tickets": "Tus entradas siguen siendo válidas y te escribiremos si hay cambios.",
            "gone": "Te hemos dado de baja de los correos de Noches de Jazz.",
            "more": "Hay mucho más por descubrir cerca de ti.",
            "kept": "No ha cambiado nada.",
            "some": "Hecho. El organizador podrá seguir escribiéndote.",
        },
        "da": {
            "foot": "Frameld mails fra denne arrangør",
            "title": "Mails om arrangementer",
            "find": "Find arrangementer",
            "where": "By",
            "login": "Log ind",
            "create": "Opret arrangement",
            "organizers": "For arrangører",
            "help": "Hjælp",
            "follow": "Følg Jazz ved Åen",
            "which": "Hvilke mails vil du ikke have mere?",
            "reco": "Kun anbefalinger fra Ticketeer",
            "organizer": "Kun mails fra Jazz ved Åen",
            "every": "Begge dele",
            "next": "Videre",
            "sure": "Er du sikker?",
            "miss": "Så går du glip af forsalg og nyt om programmet.",
            "cancel": "Fortryd",
            "yes": "Ja, stop mails",
            "spam": "Har du aldrig købt en billet?",
            "report": "Anmeld arrangøren",
            "need": "Vælg først en mulighed.",
            "thanks": "Tak for beskeden",
            "tickets": "Dine billetter gælder stadig, og vi skriver, hvis der sker ændringer.",
            "gone": "Du er nu frameldt mails fra Jazz ved Åen.",
            "more": "Der sker meget mere i nærheden af dig.",
            "kept": "Der er ikke ændret noget.",
            "some": "Det er gjort. Arrangøren kan stadig skrive til dig.",
        },
        "fi": {
            "foot": "Peru tämän järjestäjän viestit",
            "title": "Tapahtumaviestit",
            "find": "Etsi tapahtumia",
            "where": "Kaupunki",
            "login": "Kirjaudu",
            "create": "Luo tapahtuma",
            "organizers": "Järjestäjille",
            "help": "Ohjekeskus",
            "follow": "Seuraa Jokirannan Jazzia",
            "which": "Mitkä viestit haluat lopettaa?",
            "reco": "Vain Ticketeerin suositukset",
            "organizer": "Vain Jokirannan Jazzin viestit",
            "every": "Molemmat",
            "next": "Jatka",
            "sure": "Oletko varma?",
            "miss": "Ennakkomyynnit ja ohjelmauutiset jäävät sinulta näkemättä.",
            "cancel": "Peruuta",
            "yes": "Kyllä, lopeta viestit",
            "spam": "Etkö ole ostanut lippua?",
            "report": "Ilmoita järjestäjästä",
            "need": "Valitse ensin jokin vaihtoehdoista.",
            "thanks": "Kiitos ilmoituksesta",
            "tickets": "Ostamasi liput ovat voimassa, ja tiedotamme niistä edelleen.",
            "gone": "Et saa enää viestejä järjestäjältä Jokirannan Jazz.",
            "more": "Lähelläsi on paljon muutakin nähtävää.",
            "kept": "Mitään ei muutettu.",
            "some": "Valmista. Järjestäjä voi yhä lähettää sinulle viestejä.",
        },
    }

    @property
    def way(self) -> str:
        return f"/email/opt-out/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.ask()
            case "POST", path if path == self.way:
                return self.ask() if visit.one_click else self.sent(visit)
            case "GET", path if path == f"{self.way}/done":
                return self.framed(_EVENT_DONE if self.ended else "<h1>[[some]]</h1>")
            case _, "/o/riverside/follow":
                self.join(visit)
                return self.framed("<h1>Ticketeer</h1>")
            case "POST", "/report/riverside":
                self.wrong(Move.SURVEY, visit)
                return self.framed("<h1>[[thanks]]</h1>")
            case "GET", "/report/riverside":
                form = '<form method="post"><textarea name="what"></textarea><button>[[report]]</button></form>'
                return self.framed(form)
            case "GET", "/" | "/find" | "/login" | "/create" | "/organizers" | "/help":
                return self.framed("<h1>Ticketeer</h1>")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("ok") == "0":
            self.wrong(Move.WITHDREW, visit)
            return self.framed("<h1>[[kept]]</h1>")
        gone = {"organizer": ("news",), "reco": ("reco",), "every": self.lists}
        chosen = gone.get(visit.sends("scope") or "")
        if visit.sends("ok") != "1" or chosen is None:
            return self.ask('<p class="eds-error" role="alert">[[need]]</p>')
        self.leave(*chosen)
        return see(f"{self.way}/done", 303)

    def ask(self, error: str = "") -> Reply:
        return self.framed(_EVENT_ASK, error=self.put(error))

    def framed(self, body: str, **values: str) -> Reply:
        return self.show(_EVENT, body=self.put(body, **values))
