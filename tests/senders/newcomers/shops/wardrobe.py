"""A fashion shop on a rented shop system: staying is a button, leaving small print, then a survey to"""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

FASHION = """<!doctype html>
<html class="no-js" lang="{{language}}"><head><meta charset="utf-8"><title>{{brand}}</title>
<meta property="og:site_name" content="{{brand}}"><link rel="preconnect" href="https://cdn.shopstatic.example">
<link href="/cdn/shop/t/4/base.css" rel="stylesheet">
<style>:root{--font:Assistant,sans-serif}.visually-hidden{position:absolute;
clip:rect(0 0 0 0)}.button--full{width:100%}.tiny{font-size:11px;color:#999}</style>
<script>window.Shop={theme:{id:4,name:"Dawn"},currency:"EUR"};</script></head>
<body class="gradient"><a class="skip-to-content-link visually-hidden" href="#MainContent">{{menu}}</a>
<div class="announcement-bar" role="region"><p>{{ship}}</p></div>
<header class="header"><details id="menu-drawer"><summary aria-label="{{menu}}"><svg class="icon-hamburger">
<path d="M1 2h14"/>
</svg></summary><ul><li><a href="/collections/new">{{nav1}}</a><li><a href="/collections/sale">{{nav2}}</a></ul>
</details>
<a href="/" class="header__heading-link"><span class="h2">{{brand}}</span></a>
<a href="/account/login" class="header__icon" title="{{login}}"><svg><circle r="4" cx="9" cy="6"/></svg></a>
<a href="/cart" class="header__icon" title="{{cart}}"><svg><path d="M2 4h14l-2 9H4z"/></svg></a></header>
<main id="MainContent" class="content-for-layout" tabindex="-1"><div class="page-width page-width--narrow">
{{{middle}}}
</div></main>
<footer class="footer"><div class="newsletter"><h2>{{club}}</h2><form method="post" action="/contact#Newsletter"
 accept-charset="UTF-8" class="newsletter-form"><input type="hidden" name="form_type" value="customer">
<input type="hidden"
 name="contact[tags]" value="newsletter"><div class="field"><input id="NF" type="email"
 name="contact[email]" value=""
 placeholder="{{mailword}}"><label for="NF">{{mailword}}</label><button type="submit" name="commit"
 aria-label="{{subscribe}}">
<svg viewBox="0 0 14 10"><path d="M8 0l6 5-6 5"/></svg></button></div></form></div>
<form method="post" action="/localization"><select name="country_code"><option
 value="DE">Deutschland<option value="ES">España
<option value="SE">Sverige</select><noscript><button>OK</button></noscript></form>
<small>© 2026, <a href="/">{{brand}}</a> · <a href="/policies/privacy-policy">{{privacy}}</a></small></footer>
</body></html>"""


FASHION_PLEAD = """<h1 class="main-page-title page-title h0">{{wait}} 🥺</h1>
<div class="rte"><p>{{plea}}</p></div>
<p><a class="button button--primary button--full" href="/">{{stay}}</a></p>
<p><a class="button button--secondary button--full"
 href="/account/email/bye?c={{token}}&amp;f=monthly">{{less}}</a></p>
<p class="tiny"><a href="?c={{token}}&amp;step=2" class="link">{{on}}</a></p>"""


FASHION_WHY = """<h1 class="h1">{{whyhead}}</h1><p>{{whytext}}</p>
<form method="post" action="/account/email/bye/finish"><input type="hidden" name="c" value="{{token}}">
<fieldset class="product-form__input"><legend class="visually-hidden">{{whyhead}}</legend>
<input type="radio" id="r1" name="reason" value="too_many"><label for="r1">{{r1}}</label><br>
<input type="radio" id="r2" name="reason" value="not_my_style"><label for="r2">{{r2}}</label><br>
<input type="radio" id="r3" name="reason" value="other"><label for="r3">{{r3}}</label></fieldset>
<button class="button button--primary" name="act" value="send">{{send}}</button>
<button class="button button--tertiary" name="act" value="skip">{{skip}}</button></form>"""


FASHION_BYE = """<div class="center"><svg width="48" height="48" aria-hidden="true"><circle cx="24" cy="24"
 r="22"/></svg>
<h2>{{bye}}</h2><p>{{byetext}}</p>
<form method="post" action="/account/email/hello"><input type="hidden" name="c" value="{{token}}">
<button class="button button--secondary">{{undo}}</button></form></div>"""


class Wardrobe(Newcomer):
    """A fashion shop on a rented shop system: staying is a button, leaving small print, then a survey to
    skip; who regrets it may undo it.
    """

    name = "wardrobe"
    brand = "LINNEA & CO"
    languages = ("en", "es", "tr", "sv")
    others = ("club",)
    words: ClassVar[Words] = {
        "en": {
            "ship": "Free shipping over €50",
            "nav1": "New in",
            "nav2": "Sale",
            "cart": "Bag",
            "club": "Join the club",
            "mailword": "Email",
            "wait": "Wait… is it something we said?",
            "plea": "You'd miss early access, birthday treats and the sample sale. Sure about that?",
            "stay": "Phew, I'm staying!",
            "less": "Just send me one a month",
            "on": "I still want out",
            "whyhead": "Ok. Before you go",
            "whytext": "Care to tell us why? Takes two seconds, totally optional.",
            "r1": "Way too many emails",
            "r2": "Not really my style",
            "r3": "Something else",
            "send": "Send & finish",
            "skip": "Skip and unsubscribe",
            "bye": "That's it, you're off the list 👋",
            "byetext": "No hard feelings. The shop's always open.",
            "undo": "Oops, put me back",
        },
        "es": {
            "ship": "Envío gratis a partir de 50 €",
            "nav1": "Novedades",
            "nav2": "Rebajas",
            "cart": "Bolsa",
            "club": "Únete al club",
            "mailword": "Correo electrónico",
            "wait": "¡Espera! ¿Ya te vas?",
            "plea": "Te perderás el acceso anticipado, los regalos de cumpleaños y la venta de muestrario.",
            "stay": "¡Vale, me quedo!",
            "less": "Mejor solo uno al mes",
            "on": "Aun así quiero irme",
            "whyhead": "Antes de irte…",
            "whytext": "¿Nos cuentas por qué? Son dos segundos y no es obligatorio.",
            "r1": "Demasiados correos",
            "r2": "No es mi estilo",
            "r3": "Otra cosa",
            "send": "Enviar y terminar",
            "skip": "Omitir y darme de baja",
            "bye": "Listo, ya estás fuera de la lista 👋",
            "byetext": "Sin rencores. Nuestra tienda sigue abierta para ti.",
            "undo": "Ups, quiero volver",
        },
        "tr": {
            "ship": "50 € üzeri ücretsiz kargo",
            "nav1": "Yeni gelenler",
            "nav2": "İndirim",
            "cart": "Sepet",
            "club": "Kulübe katıl",
            "mailword": "E-posta",
            "wait": "Dur bir dakika, gidiyor musun?",
            "plea": "Erken erişimi, doğum günü sürprizlerini ve numune satışını kaçıracaksın. Emin misin?",
            "stay": "Tamam, kalıyorum!",
            "less": "Ayda bir tane yeter",
            "on": "Yine de ayrılmak istiyorum",
            "whyhead": "Gitmeden önce",
            "whytext": "Nedenini söylemek ister misin? İki saniye sürer, zorunlu değil.",
            "r1": "Çok fazla e-posta",
            "r2": "Tarzım değil",
            "r3": "Başka bir şey",
            "send": "Gönder ve bitir",
            "skip": "Atla ve abonelikten çık",
            "bye": "Bu kadar, listeden çıktın 👋",
            "byetext": "Darılmaca yok. Mağazamız sana hep açık.",
            "undo": "Pardon, geri al",
        },
        "sv": {
            "ship": "Fri frakt över 500 kr",
            "nav1": "Nyheter",
            "nav2": "Rea",
            "cart": "Kundvagn",
            "club": "Gå med i klubben",
            "mailword": "E-post",
            "wait": "Vänta… var det något vi sa?",
            "plea": "Du missar förtur, födelsedagspresenter och vår provkollektion. Är det verkligen så du vill?",
            "stay": "Okej, jag stannar!",
            "less": "Ett mejl i månaden räcker",
            "on": "Jag vill ändå sluta",
            "whyhead": "Innan du går",
            "whytext": "Vill du berätta varför? Tar två sekunder, helt frivilligt.",
            "r1": "Alldeles för många mejl",
            "r2": "Inte min stil",
            "r3": "Något annat",
            "send": "Skicka och avsluta",
            "skip": "Hoppa över och avregistrera mig",
            "bye": "Klart, du är borta från listan 👋",
            "byetext": "Inga sura miner. Butiken är alltid öppen.",
            "undo": "Hoppsan, ångra",
        },
    }

    @property
    def way(self) -> str:
        return f"/account/email/bye?c={self.token}"

    def answer(self, visit: Visit) -> Reply:
        mine = self.token in (visit.asks("c"), visit.sends("c"))
        match visit.method, visit.path:
            case "GET", "/account/email/bye" if mine:
                return self.step(visit)
            case "POST", "/account/email/bye/finish" if mine:
                if visit.sends("reason"):
                    self.wrong(Move.SURVEY, visit)
                self.leave()
                return self.shell(FASHION_BYE)
            case "POST", "/account/email/hello":
                self.join(visit)
                return self.shell("<h1>♥</h1>")
            case "POST", "/contact":
                self.join(visit, "club")
                return self.shell("<h1>♥</h1>")
            case "GET", "/":
                return self.shell("<h1>{{brand}}</h1><p>{{ship}}</p>")
            case _:
                return self.unknown(visit)

    def step(self, visit: Visit) -> Reply:
        if visit.asks("f") == "monthly":
            self.wrong(Move.SETTLED, visit)
            return self.shell("<h1>♥</h1><p>{{less}} ✓</p>")
        return self.shell(FASHION_WHY if visit.asks("step") == "2" else FASHION_PLEAD)

    def shell(self, middle: str) -> Reply:
        return self.lay(FASHION, middle=self.text(middle))
