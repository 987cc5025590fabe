"""A museum on an old CMS: one form to come and to go, the end is told in the title only."""

from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit

_MUSEUM = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html xmlns="http://www.w3.org/1999/xhtml" lang="[[lang]]"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><base href="[[base]]" />
<title>[[title]]</title><script type="text/javascript">/*<![CDATA[*/ var _paq = []; /*]]>*/</script></head>
<body id="p42" class="museum"><div id="wrap"><div id="head"><a href="index.html">
<img src="logo.png" alt="[[name]]" />
</a><ul id="nav"><li><a href="visit.html">[[visit]]</a></li><li><a href="shows.html">[[shows]]</a></li>
<li><a href="shop.html">[[shop]]</a></li></ul></div>
<div id="crumbs"><a href="index.html">[[name]]</a> &gt; [[newsletter]]</div>
<div id="content" class="csc-default">[[body]]</div>
<div id="side"><h3>[[hours]]</h3><table><tr><td>10–18</td></tr></table></div>
<div id="foot"><a href="imprint.html">[[imprint]]</a> | <a href="contact.html">[[contact]]</a></div></div>
<div id="cookie"><p>[[cookie]]</p><a role="button" href="#" class="ok">OK</a></div></body></html>"""


_MUSEUM_FORM = """<h1>[[newsletter]]</h1><p>[[intro]]</p>[[error]]
<form method="post" action="newsletter.html" id="nlform"><fieldset><legend>[[legend]]</legend>
<div class="field"><label for="em">[[mail]] *</label><input type="text" name="tx_nl[email]" id="em" value="" />
</div>
<div class="hp" style="display:none"><label for="url">URL</label>
<input type="text" name="tx_nl[url]" id="url" /></div>
<div class="field"><input type="checkbox" name="tx_nl[cat][]" value="1" id="c1" /> <label for="c1">[[shows]]
</label>
<br /><input type="checkbox" name="tx_nl[cat][]" value="2" id="c2" /> <label for="c2">[[family]]</label></div>
<div class="field"><input type="radio" name="tx_nl[do]" value="add" id="r1" checked="checked" />
<label for="r1">[[add]]</label> <input type="radio" name="tx_nl[do]" value="del" id="r2" />
<label for="r2">[[del]]</label></div>
<div class="field"><input type="submit" value="[[send]]" class="btn" /></div></fieldset></form>"""


class Museum(Local):
    """A museum on an old CMS: one form to come and to go, the end is told in the title only."""

    name = "new-museum"
    languages = ("en", "fr", "it", "ru")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Subscribe / unsubscribe",
            "name": "Museum of Glass",
            "visit": "Plan your visit",
            "shows": "Exhibitions",
            "shop": "Shop",
            "newsletter": "Newsletter",
            "hours": "Opening hours",
            "imprint": "Imprint",
            "contact": "Contact",
            "cookie": "This site uses cookies.",
            "intro": "Enter your e-mail address to subscribe to our newsletter or to cancel it.",
            "legend": "Your details",
            "mail": "E-mail address",
            "family": "Families and children",
            "add": "Subscribe",
            "del": "Unsubscribe",
            "send": "Send",
            "need": "Please enter a valid e-mail address.",
            "missing": "This address is not on our list.",
            "gone": "You are unsubscribed – Museum of Glass",
            "bye": "Thank you! We hope to see you at the museum soon.",
            "hello": "Welcome to our newsletter!",
        },
        "fr": {
            "foot": "Inscription et désinscription",
            "name": "Musée du Verre",
            "visit": "Préparer sa visite",
            "shows": "Expositions",
            "shop": "Boutique",
            "newsletter": "Lettre d'information",
            "hours": "Horaires",
            "imprint": "Mentions légales",
            "contact": "Contact",
            "cookie": "Ce site utilise des cookies.",
            "intro": "Saisissez votre adresse électronique pour vous abonner à la lettre ou y mettre fin.",
            "legend": "Vos coordonnées",
            "mail": "Adresse électronique",
            "family": "Jeune public",
            "add": "Je m'abonne",
            "del": "Je me désabonne",
            "send": "Valider",
            "need": "Merci de saisir une adresse valide.",
            "missing": "Cette adresse ne figure pas dans notre fichier.",
            "gone": "Désabonnement effectué – Musée du Verre",
            "bye": "Merci et à bientôt au musée !",
            "hello": "Bienvenue parmi nos abonnés !",
        },
        "it": {
            "foot": "Iscrizione / cancellazione",
            "name": "Museo del Vetro",
            "visit": "Visita",
            "shows": "Mostre",
            "shop": "Negozio",
            "newsletter": "Newsletter",
            "hours": "Orari",
            "imprint": "Note legali",
            "contact": "Contatti",
            "cookie": "Questo sito utilizza cookie.",
            "intro": "Inserisca il Suo indirizzo e-mail per iscriversi alla newsletter o per cancellarsi.",
            "legend": "I Suoi dati",
            "mail": "Indirizzo e-mail",
            "family": "Famiglie e bambini",
            "add": "Iscrizione",
            "del": "Cancellazione",
            "send": "Invia",
            "need": "Inserire un indirizzo e-mail valido.",
            "missing": "L'indirizzo non risulta tra gli iscritti.",
            "gone": "Cancellazione avvenuta – Museo del Vetro",
            "bye": "Grazie, La aspettiamo presto al museo.",
            "hello": "Benvenuto nella nostra newsletter!",
        },
        "ru": {
            "foot": "Подписка и отписка",
            "name": "Музей стекла",
            "visit": "Посетителям",
            "shows": "Выставки",
            "shop": "Магазин",
            "newsletter": "Рассылка",
            "hours": "Часы работы",
            "imprint": "Правовая информация",
            "contact": "Контакты",
            "cookie": "Сайт использует файлы cookie.",
            "intro": "Укажите электронную почту, чтобы оформить рассылку или отказаться от неё.",
            "legend": "Ваши данные",
            "mail": "Электронная почта",
            "family": "Детям и родителям",
            "add": "Подписаться",
            "del": "Отписаться",
            "send": "Отправить",
            "need": "Введите правильный адрес.",
            "missing": "Такого адреса в списке нет.",
            "gone": "Вы отписаны – Музей стекла",
            "bye": "Спасибо! Ждём вас в музее.",
            "hello": "Спасибо за подписку!",
        },
    }

    @property
    def way(self) -> str:
        return "/cms/newsletter.html"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.form()
            case "POST", path if path == self.way:
                return self.sent(visit)
            case "GET", path if path.startswith("/cms/") and path.endswith(".html"):
                return self.framed("<h1>[[name]]</h1>")
            case _:
                return self.unknown(visit)

    def form(self, error: str = "") -> Reply:
        told = f'<p class="error">{escape(self.t(error))}</p>' if error else ""
        return self.framed(_MUSEUM_FORM, error=told)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("tx_nl[url]"):
            self.wrong(Move.HONEYPOT, visit)
        address = (visit.sends("tx_nl[email]") or "").strip().lower()
        if "@" not in address:
            return self.form("need")
        if visit.sends("tx_nl[do]") != "del":
            self.join(visit)
            return self.framed("<h1>[[hello]]</h1>")
        if address != self.alias:
            return self.form("missing")
        self.leave()
        return self.framed("<h1>[[newsletter]]</h1><p>[[bye]]</p>", "gone")

    def framed(self, body: str, title: str = "name", **values: str) -> Reply:
        return self.show(
            _MUSEUM,
            base=self.url("/cms/"),
            title=escape(self.t(title)),
            body=self.put(body, **values),
        )
