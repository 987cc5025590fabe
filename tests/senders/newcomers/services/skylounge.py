"""An airline on a marketing cloud: boxes, one box for all, a picture as button; its one-click endpoint"""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

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
