"""A chain of hotels: the link itself ends it, and the page that says so would rather have its guest back."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

HOTEL = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="UTF-8"><title>{{brand}}</title>
<link rel="stylesheet" href="/etc.clientlibs/hotel/base.lc-4f.min.css">
<script>window.digitalData={page:{type:"optout"}}</script>
</head><body class="page basicpage"><div class="root responsivegrid"><div class="aem-Grid aem-Grid--12">
<div class="header"><a href="/" title="{{brand}}"><img src="/content/dam/logo.svg" alt=""></a><button
 aria-label="{{menu}}"
 type="button"><span></span><span></span></button><ul class="brands">
<li>Grand Aurelia<li>Aurelia Suites<li>Casa Aurelia</ul>
<form action="/search" method="get" class="booking"><input name="where" placeholder="{{where}}"><input
 type="date" name="in">
<input type="date" name="out"><button>{{find}}</button></form></div>
<div class="hero" style="background-image:url(/content/dam/beach.jpg)"><h1>{{headline}}</h1></div>
<div class="text"><p>{{told}}</p><p>{{still}}</p></div>
<div class="cmp-form"><form method="post" action="/bin/crm/resubscribe"><input type="hidden" name="rid"
 value="{{token}}">
<button class="cmp-button cmp-button--gold">{{again}}</button></form></div>
<div class="text"><h3>{{allhead}}</h3><form method="post" action="/bin/crm/optout-all"><input type="hidden"
 name="rid"
 value="{{token}}"><button class="cmp-button cmp-button--link">{{all}}</button></form></div>
<div class="cards"><a href="/offers/spring"><h4>{{offer}}</h4><span>→</span></a></div>
<footer class="footer"><a href="/privacy">{{privacy}}</a><a href="/terms">{{terms}}</a><a
 href="/careers">{{jobs}}</a><a
 href="https://social.example/p" aria-label="Pinterest"></a></footer></div></div></body></html>"""


class Grandhotel(Newcomer):
    """A chain of hotels: the link itself ends it, and the page that says so would rather have its guest back."""

    name = "grandhotel"
    brand = "Aurelia Hotels"
    languages = ("en", "es", "zh", "ja")
    lists = ("news", "suites")
    words: ClassVar[Words] = {
        "en": {
            "where": "Where to?",
            "find": "Find rooms",
            "headline": "We'll miss you",
            "told": "As requested, offers from Grand Aurelia will no longer be sent to your inbox.",
            "still": "Reservations and pre-arrival information are not affected.",
            "again": "I changed my mind, keep me informed",
            "allhead": "Our other brands",
            "all": "Stop e-mail from all Aurelia brands",
            "offer": "Stay three nights, pay two",
            "jobs": "Careers",
        },
        "es": {
            "where": "¿Adónde vas?",
            "find": "Buscar habitaciones",
            "headline": "Te echaremos de menos",
            "told": "Tal como nos pediste, dejaremos de enviarte las ofertas de Grand Aurelia.",
            "still": "Esto no afecta a tus reservas ni a la información previa a tu llegada.",
            "again": "He cambiado de idea, quiero seguir informado",
            "allhead": "Nuestras otras marcas",
            "all": "No recibir correos de ninguna marca Aurelia",
            "offer": "Quédate tres noches y paga dos",
            "jobs": "Empleo",
        },
        "zh": {
            "where": "目的地",
            "find": "查找客房",
            "headline": "期待与您再会",
            "told": "根据您的要求,我们将不再向您发送奥蕾莉亚大酒店的优惠邮件。",
            "still": "预订确认及入住前通知不受影响。",
            "again": "我改变主意了,继续接收",
            "allhead": "旗下其他品牌",
            "all": "停止接收所有品牌的邮件",
            "offer": "住三晚付两晚",
            "jobs": "招贤纳士",
        },
        "ja": {
            "where": "目的地",
            "find": "客室を検索",
            "headline": "またのお越しをお待ちしております",
            "told": "ご希望により、グランド・アウレリアからのご案内メールの配信を停止いたしました。",
            "still": "ご予約に関するお知らせは引き続きお送りします。",
            "again": "やはり配信を希望する",
            "allhead": "その他のブランド",
            "all": "すべてのブランドの配信を停止する",
            "offer": "3泊ご利用で1泊無料",
            "jobs": "採用情報",
        },
    }

    @property
    def way(self) -> str:
        return f"/o/{self.token}/GA"

    def answer(self, visit: Visit) -> Reply:
        mine = visit.sends("rid") == self.token
        match visit.method, visit.path:
            case "GET", self.way:
                if self.book["news"].value != "left":
                    self.leave("news")
                return self.lay(HOTEL)
            case "POST", "/bin/crm/resubscribe" if mine:
                self.join(visit)
                return self.lay(HOTEL, headline="♥", told=self.own["offer"])
            case "POST", "/bin/crm/optout-all" if mine:
                self.leave(*self.lists)
                return self.lay(HOTEL)
            case _:
                return self.unknown(visit)
