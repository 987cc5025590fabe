"""A furniture shop: the button opens a dialog that stands in the page; success is said in the title."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

FURNITURE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/global/skapa.min.css">
<style>dialog::backdrop{background:rgba(0,0,0,.4)}.btn__inner{padding:0 2rem}.pill{border:0;
border-radius:64px}</style>
</head><body><div class="hnf-global"><div class="hnf-header"><a href="/" class="hnf-logo"><svg
 viewBox="0 0 90 36" role="img"
 aria-label="{{brand}}"><rect width="90" height="36" fill="#ffd400"/></svg></a>
<form action="/search/" role="search"><input name="q" type="search" aria-label="{{search}}"></form>
<ul class="hnf-links"><li><a href="/rooms/">{{nav1}}</a></li><li><a href="/products/">{{nav2}}</a></li>
<li><a href="/profile/login/">{{login}}</a></li></ul></div></div>
<main id="content">{{{middle}}}</main>
<div class="hnf-footer"><a href="/contact/">{{contact}}</a><a href="/privacy/">{{privacy}}</a><a
 href="/cookies/">Cookies</a>
<a href="https://social.example/f" title="Facebook"><svg><path d="M4 4h8"/></svg>
</a> © Nordhem Systems B.V. 1999-2026</div>
<script>document.querySelectorAll('[data-open]').forEach(function (b) {b.addEventListener('click', function () {
document.getElementById(b.getAttribute('data-open')).showModal();});});</script></body></html>"""


FURNITURE_ASK = """<h1>{{hello}}</h1><p class="ingress">{{lead}}</p>
<div class="card"><div class="card__row"><div><h3>{{letter}}</h3><p>{{lettertext}}</p></div>
<button type="button" class="btn btn--secondary pill" data-open="dlg"><span class="btn__inner">
<span>{{cease}}</span></span>
</button></div>
<div class="card__row"><div><h3>{{family}}</h3><p>{{familytext}}</p></div>
<form action="/family/join" method="post"><input type="hidden" name="__RequestVerificationToken" value="{{slip}}">
<button type="submit" class="btn btn--emphasised pill"><span class="btn__inner"><span>{{familyjoin}}</span>
</span></button>
</form></div></div>
<dialog id="dlg" aria-labelledby="dlg-h"><form method="post" action="/newsletter/settings/{{token}}/confirm">
<h2 id="dlg-h">{{sure}}</h2><p>{{suretext}}</p>
<input type="hidden" name="__RequestVerificationToken" value="{{slip}}"><input type="hidden"
 name="Publication" value="NL01">
<button type="submit" formmethod="dialog" class="btn pill" value="cancel"><span class="btn__inner">{{no}}</span>
</button>
<button type="submit" name="Command" value="End" class="btn btn--primary pill"><span
 class="btn__inner">{{yes}}</span></button>
</form></dialog>"""


FURNITURE_TOLD = """<h1>{{thanks}}</h1><p class="ingress">{{thankstext}}</p>
<div class="grid"><a href="/rooms/bedroom/">{{nav1}}</a> <a href="/products/new/">{{nav2}}</a></div>"""


class Flatpack(Newcomer):
    """A furniture shop: the button opens a dialog that stands in the page; success is said in the title."""

    name = "flatpack"
    brand = "NORDHEM"
    languages = ("sv", "da", "de", "ja")
    others = ("family",)
    words: ClassVar[Words] = {
        "sv": {
            "title": "Dina utskick - NORDHEM",
            "nav1": "Rum",
            "nav2": "Produkter",
            "hello": "Hej Ada!",
            "lead": "Här ser du vad vi skickar till dig.",
            "letter": "Nyhetsbrevet",
            "lettertext": "Inspiration, nya möbler och erbjudanden. Varje torsdag.",
            "cease": "Avsluta",
            "family": "Nordhem Family",
            "familytext": "Rabatter, fritt kaffe och mycket mer.",
            "familyjoin": "Bli medlem",
            "sure": "Vill du säga upp nyhetsbrevet?",
            "suretext": "Du får då inga fler mejl med inspiration från oss.",
            "no": "Nej, behåll",
            "yes": "Ja, avsluta",
            "done": "Ditt nyhetsbrev är avslutat - NORDHEM",
            "thanks": "Tack för den här tiden!",
            "thankstext": "Välkommen in i varuhuset när du vill.",
        },
        "da": {
            "title": "Dine udsendelser - NORDHEM",
            "nav1": "Rum",
            "nav2": "Produkter",
            "hello": "Hej Ada!",
            "lead": "Her kan du se, hvad vi sender til dig.",
            "letter": "Nyhedsbrevet",
            "lettertext": "Inspiration, nye møbler og tilbud. Hver torsdag.",
            "cease": "Stop",
            "family": "Nordhem Family",
            "familytext": "Rabatter, gratis kaffe og meget mere.",
            "familyjoin": "Bliv medlem",
            "sure": "Vil du opsige nyhedsbrevet?",
            "suretext": "Så får du ikke flere mails med inspiration fra os.",
            "no": "Nej, behold det",
            "yes": "Ja, frameld",
            "done": "Du er nu frameldt nyhedsbrevet - NORDHEM",
            "thanks": "Tak for denne gang!",
            "thankstext": "Du er altid velkommen i varehuset.",
        },
        "de": {
            "title": "Deine Abos - NORDHEM",
            "nav1": "Räume",
            "nav2": "Produkte",
            "hello": "Hej Ada!",
            "lead": "Hier siehst du, was wir dir schicken.",
            "letter": "Newsletter",
            "lettertext": "Inspiration, neue Möbel und Angebote. Jeden Donnerstag.",
            "cease": "Beenden",
            "family": "Nordhem Family",
            "familytext": "Rabatte, Gratis-Kaffee und vieles mehr.",
            "familyjoin": "Mitglied werden",
            "sure": "Möchtest du den Newsletter wirklich abbestellen?",
            "suretext": "Du bekommst dann keine Inspirationen mehr per E-Mail.",
            "no": "Nein, behalten",
            "yes": "Ja, abbestellen",
            "done": "Dein Newsletter ist abbestellt - NORDHEM",
            "thanks": "Danke für die schöne Zeit!",
            "thankstext": "Im Einrichtungshaus bist du immer willkommen.",
        },
        "ja": {
            "title": "配信設定 - NORDHEM",
            "nav1": "お部屋",
            "nav2": "商品",
            "hello": "Adaさん、こんにちは",
            "lead": "現在お届けしているメールはこちらです。",
            "letter": "ニュースレター",
            "lettertext": "インテリアのヒント、新商品、お得な情報を毎週木曜日に。",
            "cease": "停止する",
            "family": "Nordhem Family",
            "familytext": "割引やコーヒー無料などの特典。",
            "familyjoin": "入会する",
            "sure": "ニュースレターの配信を停止しますか?",
            "suretext": "停止すると、今後メールは届かなくなります。",
            "no": "いいえ、続ける",
            "yes": "はい、停止する",
            "done": "ニュースレターの配信を停止しました - NORDHEM",
            "thanks": "ご愛読ありがとうございました",
            "thankstext": "店舗でのご来店をお待ちしております。",
        },
    }

    def ways(self) -> tuple[str, ...]:
        return ()

    @property
    def way(self) -> str:
        return f"/newsletter/settings/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                middle = self.text(FURNITURE_ASK, slip=self.slip())
                return self.lay(FURNITURE, middle=middle, cookies=self.session())
            case "POST", path if path == f"{self.way}/confirm":
                if not self.honest(visit, "__RequestVerificationToken"):
                    return self.forbidden()
                if visit.sends("Command") != "End" or visit.sends("Publication") != "NL01":
                    return self.home(self.way)
                self.leave()
                title = self.own["done"]
                return self.lay(FURNITURE, middle=self.text(FURNITURE_TOLD), title=title)
            case "POST", "/family/join":
                self.join(visit, "family")
                return self.home("/")
            case _:
                return self.unknown(visit)
