"""Services: a telecom, an airline, a bank, a chain of hotels, an energy provider."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, see

PREPAID = """<!doctype html>
<html lang="{{language}}" dir="ltr"><head><meta charset="utf-8"><title>{{title}}</title><meta name="viewport"
 content="width=device-width"><link rel="stylesheet" href="/sso/static/mds.css">
<style>.otp{letter-spacing:.4em}</style>
</head><body class="mds sso"><header class="mds-bar"><a href="https://www.{{domain}}/"><svg
 viewBox="0 0 60 20" role="img"
 aria-label="{{brand}}"><circle cx="10" cy="10" r="9" fill="#7a00c8"/></svg></a></header>
<main class="sso-card"><h1>{{title}}</h1><p>{{intro}}</p>
<form method="post" action="/sso/otp" autocomplete="off"><input type="hidden" name="goto" value="{{goto}}">
<label class="mds-field"><span>{{phone}}</span><input type="tel" name="msisdn" inputmode="tel" required></label>
<button class="mds-btn mds-btn--primary" type="submit">{{code}}</button></form>
<p class="or"><span>{{or}}</span></p>
<form method="post" action="/sso/login"><input type="hidden" name="goto" value="{{goto}}">
<label><span>{{user}}</span><input name="user" autocomplete="username"></label>
<label><span>{{secret}}</span><input name="pass" type="password" autocomplete="current-password"></label>
<button class="mds-btn" type="submit">{{enter}}</button> <a href="/sso/forgot">{{forgot}}</a></form>
<p><a href="/sso/register">{{register}}</a></p></main>
<footer><a href="https://www.{{domain}}/privacy">{{privacy}}</a> · <a
 href="https://www.{{domain}}/help">{{help}}</a></footer>
</body></html>"""


class Prepaid(Newcomer):
    """A telecom: what it may send is set in the customer's account, behind a code by SMS."""

    name = "prepaid"
    brand = "Violeta"
    endable = Endable.NOT
    languages = ("es", "it", "pl", "en")
    words: ClassVar[Words] = {
        "es": {
            "title": "Mi Violeta",
            "intro": "Para gestionar tus comunicaciones comerciales, identifícate con tu línea.",
            "phone": "Número de móvil",
            "code": "Recibir código por SMS",
            "or": "o bien",
            "user": "DNI o correo",
            "secret": "Contraseña",
            "enter": "Entrar",
            "forgot": "He olvidado mi contraseña",
            "register": "Crear una cuenta",
            "foot": "Darse de baja de las comunicaciones",
        },
        "it": {
            "title": "Area clienti Violeta",
            "intro": "Per gestire i consensi commerciali accedi con il tuo numero di cellulare.",
            "phone": "Numero di cellulare",
            "code": "Invia il codice via SMS",
            "or": "oppure",
            "user": "Codice fiscale o e-mail",
            "secret": "Password",
            "enter": "Accedi",
            "forgot": "Password dimenticata?",
            "register": "Registrati",
            "foot": "Revoca il consenso alle comunicazioni commerciali",
        },
        "pl": {
            "title": "Mój Violeta",
            "intro": "Aby zmienić zgody marketingowe, zaloguj się swoim numerem telefonu.",
            "phone": "Numer telefonu",
            "code": "Wyślij kod SMS",
            "or": "lub",
            "user": "E-mail",
            "secret": "Hasło",
            "enter": "Zaloguj się",
            "forgot": "Nie pamiętam hasła",
            "register": "Załóż konto",
            "foot": "Rezygnacja z informacji handlowych",
        },
        "en": {
            "title": "My Violeta",
            "intro": "To manage your marketing permissions, please verify it's you.",
            "phone": "Mobile number",
            "code": "Text me a code",
            "or": "or",
            "user": "E-mail or customer number",
            "secret": "Password",
            "enter": "Sign in",
            "forgot": "Forgotten your password?",
            "register": "Create an account",
            "foot": "Opt out of marketing",
        },
    }

    @property
    def partners(self) -> tuple[str, ...]:
        return (f"id.{self.domain}",)

    @property
    def way(self) -> str:
        return f"/r/{self.token}?u=optout"

    def answer(self, visit: Visit) -> Reply:
        if visit.host == self.host:
            return see(self.url("/sso/auth?goto=consents", self.partners[0]), 307)
        if visit.method == "POST":
            self.wrong(Move.ACCOUNT, visit)
        if visit.path in {"/sso/auth", "/sso/otp", "/sso/login"}:
            return self.lay(PREPAID, goto="consents")
        return self.unknown(visit)


AIRLINE = """<HTML><HEAD><META CHARSET="utf-8"><TITLE>{{brand}} | {{title}}</TITLE>
<STYLE>TD{font-family:Arial,Helvetica;font-size:13px}.h{background:#00205b;color:#fff}.err{color:#c00}</STYLE>
<SCRIPT>function chk(f){if(f.unsub_all.checked){var b=f.elements['cat'];for(var i=0;i<b.length;
i++)b[i].checked=false}}</SCRIPT>
</HEAD><BODY MARGINWIDTH=0 LEFTMARGIN=0>
<TABLE WIDTH="100%" BORDER=0 CELLPADDING=0 CELLSPACING=0><TR CLASS=h><TD HEIGHT=64><A
 HREF="https://www.{{domain}}/"><IMG
 SRC="/lib/fe9a/m/1/logo.png" ALT="{{brand}}" BORDER=0></A></TD><TD ALIGN=right><A
 HREF="https://www.{{domain}}/book">{{book}}</A>
&nbsp;|&nbsp;<A HREF="https://www.{{domain}}/status">{{status}}</A>&nbsp;|&nbsp;<A
 HREF="https://www.{{domain}}/login">{{login}}</A>
</TD></TR></TABLE>
<CENTER><TABLE WIDTH=640><TR><TD>{{{notice}}}<H2>{{title}}</H2><P>{{intro}}</P>
<FORM NAME="smcp" METHOD=POST ACTION="/subscription_center.aspx?qs={{token}}" onSubmit="chk(this)">
<INPUT TYPE=hidden NAME=mid VALUE=7210488><INPUT TYPE=hidden NAME=jid VALUE=99213>
<TABLE CELLPADDING=6><TR><TD>{{mailword}}<TD><INPUT NAME=em VALUE="{{alias}}" READONLY SIZE=34>
<TR><TD>{{country}}<TD><SELECT NAME=country><OPTION VALUE=GB>United Kingdom<OPTION VALUE=FR SELECTED>France<OPTION
 VALUE=TR>Türkiye<OPTION VALUE=CN>中国</SELECT>
{{{rows}}}
<TR><TD COLSPAN=2><HR NOSHADE SIZE=1>
<TR><TD ALIGN=right><INPUT TYPE=checkbox NAME=unsub_all ID=ua VALUE=Y><TD><LABEL FOR=ua><B>{{all}}</B></LABEL>
<TR><TD><TD><INPUT TYPE=image SRC="/lib/fe9a/m/1/btn.png" ALT="{{update}}"></TABLE></FORM>
<P><FONT SIZE=1>{{fine}}</FONT></P></TABLE></CENTER></BODY></HTML>"""

AIRLINE_ROW = """<TR><TD ALIGN=right><INPUT TYPE=checkbox NAME=cat ID=c_{{key}} VALUE={{key}}{{{on}}}>
<TD><LABEL FOR=c_{{key}}>{{says}}</LABEL>"""


class Skylounge(Newcomer):
    """An airline on a marketing cloud: boxes, one box for all, a picture as button; its one-click endpoint
    only shows the page.
    """

    name = "skylounge"
    brand = "Meridian Air"
    one_click = True
    languages = ("en", "fr", "tr", "zh")
    lists = ("fares", "partners", "miles")
    others = ("surveys",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "From £39: this week's fares to the sun",
            "mail": "Lisbon, Palma, Athens: our lowest fares of the week, bookable until Monday midnight.",
            "foot": "Unsubscribe",
            "title": "Your e-mail subscriptions",
            "book": "Book",
            "status": "Flight status",
            "intro": "Tick the publications you wish to receive from Meridian Air and its partners.",
            "mailword": "E-mail address",
            "country": "Country of residence",
            "fares": "Fare deals and news",
            "partners": "Hotel, car hire and credit card partner offers",
            "miles": "Meridian Miles promotions",
            "surveys": "Customer research panel",
            "all": "Unsubscribe me from all marketing e-mail",
            "update": "Update",
            "fine": "You will still receive booking confirmations and schedule changes. Allow up to 10 days.",
            "saved": "Thank you. Your subscription preferences have been updated.",
            "none": "Thank you. You have been removed from all Meridian Air marketing communications.",
        },
        "fr": {
            "subject": "Dès 39 € : nos tarifs de la semaine",
            "mail": "Lisbonne, Palma, Athènes : nos meilleurs tarifs, à réserver avant lundi minuit.",
            "foot": "Se désabonner",
            "title": "Vos abonnements e-mail",
            "book": "Réserver",
            "status": "Info vols",
            "intro": "Cochez les publications que vous souhaitez recevoir de Meridian Air et de ses partenaires.",
            "mailword": "Adresse e-mail",
            "country": "Pays de résidence",
            "fares": "Offres tarifaires et actualités",
            "partners": "Offres des partenaires hôteliers, location de voitures et carte bancaire",
            "miles": "Promotions Meridian Miles",
            "surveys": "Panel d'études clients",
            "all": "Je ne souhaite plus recevoir aucun e-mail commercial",
            "update": "Mettre à jour",
            "fine": "Les confirmations de réservation vous seront toujours adressées. Délai : 10 jours maximum.",
            "saved": "Merci. Vos préférences ont été mises à jour.",
            "none": "Merci. Vous ne figurez plus sur nos listes de diffusion commerciales.",
        },
        "tr": {
            "subject": "39 €'dan başlayan haftanın fiyatları",
            "mail": "Lizbon, Palma, Atina: haftanın en uygun fiyatları pazartesi gece yarısına kadar.",
            "foot": "Abonelikten çık",
            "title": "E-posta abonelikleriniz",
            "book": "Bilet al",
            "status": "Uçuş durumu",
            "intro": "Meridian Air ve iş ortaklarından almak istediğiniz yayınları işaretleyin.",
            "mailword": "E-posta adresi",
            "country": "Yaşadığınız ülke",
            "fares": "Uygun fiyatlar ve haberler",
            "partners": "Otel, araç kiralama ve kredi kartı fırsatları",
            "miles": "Meridian Miles kampanyaları",
            "surveys": "Müşteri araştırma paneli",
            "all": "Hiçbir tanıtım e-postası almak istemiyorum",
            "update": "Güncelle",
            "fine": "Rezervasyon bilgileriniz gönderilmeye devam edecektir. İşlem 10 gün sürebilir.",
            "saved": "Teşekkürler. Tercihleriniz güncellendi.",
            "none": "Teşekkürler. Tüm tanıtım listelerimizden çıkarıldınız.",
        },
        "zh": {
            "subject": "本周特价:低至 299 元起",
            "mail": "里斯本、帕尔马、雅典:本周最低票价,周一午夜前预订有效。",
            "foot": "退订",
            "title": "您的邮件订阅",
            "book": "预订机票",
            "status": "航班动态",
            "intro": "请勾选您希望从子午航空及合作伙伴处收到的内容。",
            "mailword": "电子邮箱",
            "country": "居住国家/地区",
            "fares": "特价机票与资讯",
            "partners": "酒店、租车及信用卡合作优惠",
            "miles": "里程会员活动",
            "surveys": "客户调研",
            "all": "不再接收任何营销邮件",
            "update": "更新",
            "fine": "订单确认及航班变动通知仍会发送。处理时间最长为10天。",
            "saved": "谢谢,您的订阅偏好已更新。",
            "none": "谢谢,您已从我们所有的营销邮件名单中移除。",
        },
    }

    @property
    def way(self) -> str:
        return f"/subscription_center.aspx?qs={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/subscription_center.aspx" or visit.asks("qs") != self.token:
            return self.unknown(visit)
        if visit.method == "POST" and visit.sends("mid") == "7210488":
            return self.sent(visit)
        return self.centre("")

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("em") != self.alias:
            self.wrong(Move.TWISTED, visit)
        if visit.sends("unsub_all") == "Y":
            self.leave(*self.lists)
            return self.centre("none")
        if "surveys" in visit.every("cat"):
            self.join(visit, "surveys")
        gone = [key for key in self.lists if key not in visit.every("cat")]
        if gone:
            self.leave(*gone)
        return self.centre("saved")

    def centre(self, told: str) -> Reply:
        rows = "".join(
            self.text(
                AIRLINE_ROW,
                key=key,
                says=self.own[key],
                on=" CHECKED" if self.book[key].value == "subscribed" else "",
            )
            for key in (*self.lists, *self.others)
        )
        notice = (
            f"<TABLE BGCOLOR=#e8f5e9 WIDTH=100%><TR><TD>{self.own[told]}</TABLE>" if told else ""
        )
        return self.lay(AIRLINE, rows=rows, notice=notice)


BANK = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{{language}}"><head><title>{{title}}</title>
<link href="/WebResource.axd?d=7k&amp;t=63" type="text/css" rel="stylesheet" /></head><body>
<form name="aspnetForm" method="post" action="./Consent.aspx?id={{token}}" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input
 type="hidden"
 name="__EVENTARGUMENT" value="" /><input type="hidden" name="__VIEWSTATE" value="{{slip}}" /></div>
<div id="header"><a href="/"><img src="/img/bank.svg" alt="{{brand}}" /></a>
<input name="ctl00$search" type="text" title="{{search}}" /><input type="submit" name="ctl00$btnSearch"
 value="{{search}}" />
<input type="submit" name="ctl00$btnLogin" value="{{online}}" class="login" /></div>
<div id="crumbs"><a href="/">{{home}}</a> &rsaquo; {{title}}</div>
<div id="main"><h1>{{title}}</h1>{{{middle}}}</div>
<div id="side"><h2>{{service}}</h2><p>+49 30 5550 0</p><p><input type="submit" name="ctl00$btnCallback"
 value="{{callback}}" />
</p></div>
<div id="footer"><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a
 href="/contact">{{contact}}</a></div>
</form><script type="text/javascript">//<![CDATA[
function __doPostBack(t, a) {var f = document.forms['aspnetForm']; f.__EVENTTARGET.value = t; f.submit();}
//]]></script></body></html>"""

BANK_ONE = """<ol class="steps"><li class="now">1. {{step1}}</li><li>2. {{step2}}</li></ol><p>{{intro}}</p>
<table class="grid" summary=""><tr><th>{{channel}}</th><th>{{yes}}</th><th>{{no}}</th></tr>
<tr><td>{{email}}</td><td><input type="radio" name="ctl00$m$email" value="1" checked="checked"
 title="{{email}}: {{yes}}" />
</td><td><input type="radio" name="ctl00$m$email" value="0" title="{{email}}: {{no}}" /></td></tr>
<tr><td>{{phone}}</td><td><input type="radio" name="ctl00$m$phone" value="1" title="{{phone}}: {{yes}}" /></td>
<td><input
 type="radio" name="ctl00$m$phone" value="0" checked="checked" title="{{phone}}: {{no}}" /></td></tr>
<tr><td>{{paper}}</td><td><input type="radio" name="ctl00$m$paper" value="1" title="{{paper}}: {{yes}}" /></td>
<td><input
 type="radio" name="ctl00$m$paper" value="0" checked="checked" title="{{paper}}: {{no}}" /></td></tr></table>
<p><input type="submit" name="ctl00$m$btnCancel" value="{{cancel}}" /> <input type="submit" name="ctl00$m$btnNext"
 value="{{next}}" class="primary" /></p>"""

BANK_TWO = """<ol class="steps"><li>1. {{step1}}</li><li class="now">2. {{step2}}</li></ol><p>{{check}}</p>
<dl><dt>{{email}}</dt><dd><strong>{{no}}</strong></dd><dt>{{phone}}</dt><dd>{{no}}</dd><dt>{{paper}}</dt>
<dd>{{no}}</dd></dl>
<p><input type="submit" name="ctl00$m$btnBack" value="{{back}}" /> <input type="submit" name="ctl00$m$btnCommit"
 value="{{commit}}" class="primary" /></p>"""


class Moneyhouse(Newcomer):
    """A bank's consent centre: one form around the whole page with many buttons, a table of radios whose
    labels are the heads of columns, and a second step to confirm.
    """

    name = "moneyhouse"
    brand = "Bankhaus Lindner"
    languages = ("de", "en", "it", "fi")
    others = ("phone", "paper", "callback")
    words: ClassVar[Words] = {
        "de": {
            "title": "Werbeeinwilligungen verwalten",
            "online": "Online-Banking",
            "service": "Servicecenter",
            "callback": "Rückruf anfordern",
            "step1": "Auswahl",
            "step2": "Bestätigung",
            "intro": "Dürfen wir Sie über neue Angebote und Finanzthemen informieren? Sie können eine erteilte "
            "Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen.",
            "channel": "Kanal",
            "yes": "Ja",
            "no": "Nein",
            "email": "E-Mail (Newsletter)",
            "phone": "Telefon",
            "paper": "Briefpost",
            "cancel": "Abbrechen",
            "next": "Weiter",
            "check": "Bitte prüfen Sie Ihre Angaben.",
            "back": "Zurück",
            "commit": "Verbindlich bestätigen",
            "done": "Wir haben Ihren Widerruf gespeichert. Sie erhalten von uns keine Werbung per E-Mail mehr.",
            "foot": "Einwilligung widerrufen",
        },
        "en": {
            "title": "Manage marketing consents",
            "online": "Online banking",
            "service": "Customer service",
            "callback": "Request a call",
            "step1": "Your choice",
            "step2": "Confirmation",
            "intro": "May we inform you of new products and financial topics? You may withdraw consent at any "
            "time with effect for the future.",
            "channel": "Channel",
            "yes": "Yes",
            "no": "No",
            "email": "E-mail (newsletter)",
            "phone": "Telephone",
            "paper": "Letter",
            "cancel": "Cancel",
            "next": "Continue",
            "check": "Please review the details below.",
            "back": "Back",
            "commit": "Confirm",
            "done": "Your withdrawal has been recorded. You will receive no further advertising by e-mail.",
            "foot": "Withdraw consent",
        },
        "it": {
            "title": "Gestione dei consensi commerciali",
            "online": "Accesso clienti",
            "service": "Servizio clienti",
            "callback": "Richiedi di essere ricontattato",
            "step1": "Scelta",
            "step2": "Conferma",
            "intro": "Possiamo informarLa su nuovi prodotti e temi finanziari? Può revocare il consenso in "
            "qualsiasi momento.",
            "channel": "Canale",
            "yes": "Sì",
            "no": "No",
            "email": "E-mail (newsletter)",
            "phone": "Telefono",
            "paper": "Posta ordinaria",
            "cancel": "Annulla",
            "next": "Avanti",
            "check": "La preghiamo di verificare i dati.",
            "back": "Indietro",
            "commit": "Conferma definitiva",
            "done": "La revoca del consenso è stata registrata. Non Le invieremo più pubblicità via e-mail.",
            "foot": "Revoca del consenso",
        },
        "fi": {
            "title": "Markkinointiluvat",
            "online": "Verkkopankki",
            "service": "Asiakaspalvelu",
            "callback": "Pyydä soitto",
            "step1": "Valinta",
            "step2": "Vahvistus",
            "intro": "Saammeko kertoa sinulle uusista palveluista ja talousaiheista? "
            "Voit perua luvan milloin vain.",
            "channel": "Kanava",
            "yes": "Kyllä",
            "no": "Ei",
            "email": "Sähköposti (uutiskirje)",
            "phone": "Puhelin",
            "paper": "Kirjeposti",
            "cancel": "Keskeytä",
            "next": "Jatka",
            "check": "Tarkista tiedot.",
            "back": "Takaisin",
            "commit": "Vahvista",
            "done": "Lupasi on peruttu. Emme enää lähetä sinulle markkinointia sähköpostitse.",
            "foot": "Peru markkinointilupa",
        },
    }

    def ways(self) -> tuple[str, ...]:
        return ()

    @property
    def way(self) -> str:
        return f"/Marketing/Consent.aspx?id={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/Marketing/Consent.aspx" or visit.asks("id") != self.token:
            return self.unknown(visit)
        if visit.method != "POST":
            return self.step(BANK_ONE)
        if not self.honest(visit, "__VIEWSTATE"):
            return self.forbidden()
        return self.pressed(visit)

    def pressed(self, visit: Visit) -> Reply:
        said = {key.rpartition("$")[2]: value for key, value in visit.fields}
        if "btnLogin" in said:
            self.wrong(Move.ACCOUNT, visit)
        if "btnCallback" in said:
            self.join(visit, "callback")
        if "btnNext" in said:
            if more := [key for key in ("phone", "paper") if said.get(key) == "1"]:
                self.join(visit, *more)
            return self.step(BANK_TWO if said.get("email") == "0" else BANK_ONE)
        if "btnCommit" in said:
            self.leave()
            return self.step('<p class="msg">{{done}}</p>')
        return self.step(BANK_ONE)

    def step(self, middle: str) -> Reply:
        slip = self.slip()
        return self.lay(BANK, middle=self.text(middle), slip=slip, cookies=self.session())


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


ENERGY = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8">
<title>{{title}} · {{brand}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/_nuxt/entry.css">
<style>[hidden]{display:none!important}.cta{background:#0b6}.sr-only{position:absolute;left:-9999px}</style></head>
<body><div id="__nuxt"><div data-v-7ba5bd90 class="layout"><header data-v-7ba5bd90><a href="/" data-v-7ba5bd90>
<span class="sr-only">{{brand}}</span><svg width="32" height="32"><path d="M18 2L6 18h8l-2 12 14-18h-9z"/></svg>
</a><nav><a
 href="/strom">{{nav1}}</a><a href="/gas">{{nav2}}</a><a href="/solar">{{nav3}}</a><a href="/login"
 class="cta">{{login}}</a>
</nav></header><main data-v-11aa>{{{middle}}}</main>
<footer data-v-7ba5bd90><a href="/contract/cancel">{{contract}}</a> <a href="/contract/withdraw">{{moving}}</a>
<a href="/privacy">{{privacy}}</a> <a href="/contact">{{contact}}</a></footer></div></div>
<div class="cookie" role="region" aria-label="Cookies" hidden><p>{{cookies}}</p><button>{{accept}}</button></div>
<script type="application/json" id="__NUXT_DATA__">[["Reactive",1],{"data":2},{"consent":false}]</script></body>
</html>"""

ENERGY_ASK = """<h1>{{title}}</h1><p>{{intro}}</p>
<form method="get" action="/mailing/{{token}}/process"><input type="hidden" name="v" value="2"><input type="hidden"
 name="sig" value="{{sig}}"><p><strong>{{masked}}</strong></p><button class="cta"
 type="submit">{{press}}</button></form>
<section><h2>{{tip}}</h2><p>{{tiptext}}</p><a href="/tips" class="cta">{{tiplink}}</a></section>"""

ENERGY_CANCEL = """<h1>{{contract}}</h1><form method="post" action="/contract/cancel">
<label>{{number}} <input name="no"></label>
<button>{{contract}}</button></form>"""


class Kilowatt(Newcomer):
    """An energy provider: a form by GET, answered 202 with "received"; the law puts a button that ends the
    contract at the foot of every page.
    """

    name = "kilowatt"
    brand = "Nordwatt"
    languages = ("de", "nl", "fr", "da")
    words: ClassVar[Words] = {
        "de": {
            "title": "Energie-Post abbestellen",
            "nav1": "Strom",
            "nav2": "Gas",
            "nav3": "Solar",
            "contract": "Verträge hier kündigen",
            "moving": "Vertrag widerrufen",
            "intro": "Sie möchten unsere Energie-Post nicht länger bekommen? Ein Klick genügt.",
            "press": "Energie-Post abbestellen",
            "tip": "Wussten Sie schon?",
            "tiptext": "Mit dem Spar-Check senken Sie Ihre Stromkosten im Schnitt um 120 Euro.",
            "tiplink": "Zum Spar-Check",
            "number": "Vertragsnummer",
            "done": "Vielen Dank, Ihr Wunsch ist bei uns eingegangen. Die Bearbeitung dauert bis zu 48 Stunden.",
        },
        "nl": {
            "title": "Uitschrijven voor Energiepost",
            "nav1": "Stroom",
            "nav2": "Gas",
            "nav3": "Zonnepanelen",
            "contract": "Contract opzeggen",
            "moving": "Verhuizing doorgeven",
            "intro": "Wil je onze Energiepost niet meer ontvangen? Met één klik is het geregeld.",
            "press": "Uitschrijven",
            "tip": "Wist je dat?",
            "tiptext": "Met de bespaarcheck verlaag je je energierekening gemiddeld met 120 euro.",
            "tiplink": "Doe de bespaarcheck",
            "number": "Klantnummer",
            "done": "Bedankt, we hebben je verzoek ontvangen. Het kan tot 48 uur duren voordat alles verwerkt is.",
        },
        "fr": {
            "title": "Ne plus recevoir L'Énergie Mag",
            "nav1": "Électricité",
            "nav2": "Gaz",
            "nav3": "Solaire",
            "contract": "Résilier mon contrat",
            "moving": "Je déménage",
            "intro": "Vous ne souhaitez plus recevoir notre magazine par e-mail ? Un clic suffit.",
            "press": "Je me désabonne",
            "tip": "Le saviez-vous ?",
            "tiptext": "Avec notre éco-bilan, économisez en moyenne 120 euros par an.",
            "tiplink": "Faire mon éco-bilan",
            "number": "Numéro de client",
            "done": "Merci, votre demande a bien été reçue. Elle sera traitée sous 48 heures.",
        },
        "da": {
            "title": "Afmeld Energinyt",
            "nav1": "El",
            "nav2": "Gas",
            "nav3": "Sol",
            "contract": "Opsig din elaftale",
            "moving": "Meld flytning",
            "intro": "Vil du ikke længere modtage Energinyt? Det klarer du med et enkelt klik.",
            "press": "Afmeld mig",
            "tip": "Vidste du det?",
            "tiptext": "Med sparetjekket kan du i snit spare 900 kroner om året.",
            "tiplink": "Tag sparetjekket",
            "number": "Kundenummer",
            "done": "Tak, vi har modtaget din anmodning. Der kan gå op til 48 timer, før den er behandlet.",
        },
    }

    def ways(self) -> tuple[str, ...]:
        return ()

    @property
    def way(self) -> str:
        return f"/mailing/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        sig = self.secret("sig")
        match visit.method, visit.path:
            case "GET", self.way:
                return self.shell(self.text(ENERGY_ASK, sig=sig, masked="ad*@h*.test"))
            case "GET", path if path == f"{self.way}/process":
                if visit.asks("sig") != sig:
                    return self.forbidden()
                self.leave(told=False)
                return self.shell(self.text("<h2>{{brand}}</h2><p>{{done}}</p>"), 202)
            case "POST", "/contract/cancel":
                self.wrong(Move.WIPED, visit)
                return self.shell("<h1>OK</h1>")
            case "GET", "/contract/cancel":
                return self.shell(self.text(ENERGY_CANCEL))
            case _:
                return self.unknown(visit)

    def shell(self, middle: str, code: int = 200) -> Reply:
        return self.lay(ENERGY, code=code, middle=middle)
