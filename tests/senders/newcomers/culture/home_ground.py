"""A sport club on a Joomla mailer: the question wants the letters of a picture typed in."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit

_CLUB = """<!DOCTYPE html>
<html lang="{{language}}" dir="ltr"><head><base href="{{{base}}}"><meta charset="utf-8">
<meta name="generator" content="Joomla! - Open Source Content Management">
<title>{{brand}} - {{title}}</title><link href="/media/acym/css/front.min.css" rel="stylesheet">
</head><body class="site com_acym view-frontusers"><div class="body"><div class="container">
<header><a class="brand" href="/"><span>{{brand}}</span></a>
<ul class="nav menu"><li><a href="/matches">{{matches}}</a></li><li><a href="/table">{{standing}}</a>
</li><li><a href="/join">{{member}}</a></li></ul></header>
<div class="row"><main class="span9">{{{message}}}
<form id="acym_form" action="index.php?option=com_acym&amp;task=unsubscribe" method="post">
<h2>{{title}}</h2><p>{{text}}</p>
<div class="acym__field"><label for="em">{{field}}</label><input type="text" id="em"
 name="user[email]" value="{{alias}}" disabled></div>
<div class="acym__captcha"><img src="index.php?option=com_acym&amp;task=captcha" width="140"
 height="40" alt="{{picture}}"><br><label for="cp">{{type}}</label>
<input type="text" id="cp" name="acym_captcha" size="8" autocomplete="off" required></div>
<input type="hidden" name="key" value="{{token}}"><input type="hidden" name="{{slip}}" value="1">
<button type="submit" class="btn">{{go}}</button></form></main>
<aside class="span3"><div class="moduletable"><h3>{{next}}</h3><p>{{next_match}}</p></div>
<div class="moduletable"><h3>{{sponsors}}</h3><a href="https://brew.example/"><img
 src="/images/brew.png" alt="Brew"></a></div></aside></div></div></div>
<footer><p class="pull-right"><a href="#top">↑</a></p><p>© 2026 {{brand}}</p></footer>
</body></html>"""


_CLUB_MESSAGE = """<div id="system-message-container"><div class="alert alert-error">
<h4 class="alert-heading">{{oh}}</h4><p>{{says}}</p></div></div>"""


class HomeGround(Newcomer):
    """A sport club on a Joomla mailer: the question wants the letters of a picture typed in."""

    name = "home-ground"
    endable = Endable.NOT
    languages = ("tr", "fr", "ru")
    words: ClassVar[Words] = {
        "tr": {
            "brand": "Hayalispor Kulübü",
            "subject": "Pazar günü derbi var!",
            "mail": "Tribünler hazır. Kadro, biletler ve servis saatleri burada.",
            "foot": "Kulüp bülteninden ayrıl",
            "title": "Tribünden ayrılıyor musun?",
            "text": "Bülteni artık almak istemiyorsan aşağıdaki kodu yazıp onayla.",
            "field": "E-posta",
            "picture": "Güvenlik kodu",
            "type": "Resimde gördüğün karakterler",
            "go": "Ayrıl",
            "oh": "Hata",
            "says": "Güvenlik kodu yanlış. Lütfen yeniden dene.",
            "matches": "Fikstür",
            "standing": "Puan durumu",
            "member": "Üye ol",
            "next": "Sıradaki maç",
            "next_match": "11 Ekim Pazar 19.00",
            "sponsors": "Sponsorlarımız",
            "done": "Bültenden ayrıldın.",
        },
        "fr": {
            "brand": "AS Bourg-Inventé",
            "subject": "Derby dimanche : tous au stade !",
            "mail": "Composition, billetterie et horaires des navettes.",
            "foot": "Quitter la lettre du club",
            "title": "Vous quittez le terrain ?",
            "text": "Pour ne plus recevoir la lettre du club, recopiez le code puis validez.",
            "field": "E-mail",
            "picture": "Code de sécurité",
            "type": "Caractères de l’image",
            "go": "Valider ma sortie",
            "oh": "Erreur",
            "says": "Le code recopié est incorrect. Réessayez.",
            "matches": "Calendrier",
            "standing": "Classement",
            "member": "Prendre sa licence",
            "next": "Prochain match",
            "next_match": "Dimanche 11 octobre, 15 h",
            "sponsors": "Nos partenaires",
            "done": "Vous ne recevrez plus la lettre du club.",
        },
        "ru": {
            "brand": "ФК «Выдумка»",
            "subject": "В воскресенье дерби!",
            "mail": "Состав, билеты и расписание автобусов.",
            "foot": "Больше не присылать новости клуба",
            "title": "Покидаете трибуну?",
            "text": "Чтобы не получать новости клуба, введите код с картинки и нажмите кнопку.",
            "field": "Эл. почта",
            "picture": "Защитный код",
            "type": "Символы с картинки",
            "go": "Покинуть",
            "oh": "Ошибка",
            "says": "Код введён неверно. Попробуйте ещё раз.",
            "matches": "Календарь",
            "standing": "Таблица",
            "member": "Стать членом клуба",
            "next": "Следующий матч",
            "next_match": "Воскресенье, 11 октября, 17:00",
            "sponsors": "Партнёры",
            "done": "Новости клуба больше не придут.",
        },
    }

    @property
    def way(self) -> str:
        return f"/index.php?option=com_acym&view=frontusers&layout=unsubscribe&key={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/index.php":
            return self.around(visit) or self.unknown(visit)
        match visit.method, visit.asks("task"):
            case "GET", "captcha":
                return Reply(200, b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", kind="image/gif")
            case "GET", _ if visit.asks("key") == self.token:
                return self.question()
            case "POST", "unsubscribe":
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        slip = self.secret(f"slip {self._slips}")
        if visit.sends("key") != self.token or visit.sends(slip) != "1":
            return self.forbidden()
        if visit.sends("acym_captcha") == self.secret("captcha")[:5]:
            self.leave()
            return self.question(self.own["done"], oh="")
        if visit.sends("acym_captcha"):
            self.wrong(Move.TWISTED, visit)
        return self.question(self.own["says"])

    def question(self, says: str = "", **more: str) -> Reply:
        slip = self.slip()
        message = self.text(_CLUB_MESSAGE, says=says, **more) if says else ""
        return self.lay(
            _CLUB, cookies=self.session(), base=self.url("/"), slip=slip, message=message
        )
