"""A perfumery with the mailing service's stock subscription centre: old tables, then "please confirm"."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit

_COUNTER = """<HTML>
<HEAD><META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=utf-8">
<TITLE>{{brand}}</TITLE>
<STYLE TYPE=text/css>BODY{font-family:Verdana;font-size:11px}.hdr{background:#111;color:#fff}</STYLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF LEFTMARGIN=0>
<TABLE WIDTH=640 ALIGN=center CELLPADDING=8 BORDER=0>
<TR><TD CLASS=hdr COLSPAN=2><A HREF="/" STYLE="color:#fff">{{brand}}</A></TD></TR>
{{{main}}}
<TR><TD COLSPAN=2 ALIGN=center><FONT COLOR=#888888>{{address}}<BR>
<A HREF="/privacy">{{privacy}}</A> | <A HREF="/contact">{{contact}}</A></FONT></TD></TR>
</TABLE>
</BODY>
</HTML>
"""


_COUNTER_CENTRE = """
<TR><TD COLSPAN=2><H3>{{title}}</H3>{{intro}}</TD></TR>
<FORM NAME=subs METHOD=POST ACTION="subscription_center.aspx?qs={{token}}">
<INPUT TYPE=hidden NAME=qs VALUE={{token}}>
<TR><TD ALIGN=right><B>{{address_label}}</B></TD><TD>ada@home.test</TD></TR>
<TR><TD ALIGN=right VALIGN=top><B>{{lists_label}}</B></TD><TD>
<TABLE BORDER=0>
<TR><TD><INPUT TYPE=checkbox NAME=L_118 ID=a VALUE=1{{{news}}}></TD><TD>
<LABEL FOR=a><B>{{news_label}}</B></LABEL><BR>
{{news_text}}</TD></TR>
<TR><TD><INPUT TYPE=checkbox NAME=L_121 ID=b VALUE=1{{{evenings}}}></TD><TD><LABEL FOR=b><B>{{evenings_label}}</B>
</LABEL><BR>{{evenings_text}}</TD></TR>
<TR><TD><INPUT TYPE=checkbox NAME=L_140 ID=c VALUE=1></TD><TD><LABEL FOR=c><B>{{partners_label}}</B></LABEL><BR>
{{partners_text}}</TD></TR>
</TABLE></TD></TR>
<TR><TD ALIGN=right VALIGN=top><B>{{all_label}}</B></TD><TD>
<INPUT TYPE=checkbox NAME=UnsubAll ID=u VALUE=True> <LABEL FOR=u>{{all_text}}</LABEL></TD></TR>
<TR><TD></TD><TD><INPUT TYPE=submit VALUE="{{update}}"></TD></TR>
</FORM>
"""


_COUNTER_SURE = """
<TR><TD COLSPAN=2><H3>{{sure}}</H3>{{sure_text}}</TD></TR>
<TR><TD ALIGN=right>
<FORM METHOD=POST ACTION="subscription_center.aspx?qs={{token}}">
<INPUT TYPE=hidden NAME=step VALUE=commit><INPUT TYPE=hidden NAME=gone VALUE="{{gone}}">
<INPUT TYPE=submit VALUE="{{go}}"></FORM></TD>
<TD><FORM METHOD=GET ACTION="subscription_center.aspx"><INPUT TYPE=hidden NAME=qs VALUE={{token}}>
<INPUT TYPE=submit VALUE="{{cancel}}"></FORM></TD></TR>
"""


_COUNTER_DONE = """
<TR><TD COLSPAN=2><H3>{{done}}</H3>{{status}}: <B>{{off}}</B></TD></TR>
<TR><TD COLSPAN=2>{{bye}} <A HREF="subscription_center.aspx?qs={{token}}">{{review}}</A></TD></TR>
"""


class BeautyCounter(Newcomer):
    """A perfumery with the mailing service's stock subscription centre: old tables, then "please confirm"."""

    name = "beauty-counter"
    languages = ("en", "es")
    brand = "Maison Belrose"
    lists = ("news", "evenings")
    others = ("partners",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "The new iris, before anyone else",
            "mail": "Our perfumer has been at it again. Samples from Friday.",
            "foot": "Profile Center",
            "title": "Subscription Center",
            "intro": "The lists to which you currently subscribe are ticked below.",
            "address_label": "Email Address:",
            "lists_label": "Available Lists:",
            "news_label": "Belrose News",
            "news_text": "New arrivals, masterclasses and gifts",
            "evenings_label": "Counter Evenings",
            "evenings_text": "Invitations to late openings near you",
            "partners_label": "From our partners",
            "partners_text": "Spa days, magazines and more",
            "all_label": "Global Unsubscribe:",
            "all_text": "Unsubscribe me from all mailings sent by Maison Belrose",
            "update": "Update",
            "sure": "Please verify",
            "sure_text": "You are about to change your subscriptions. Mailings you are dropped from will"
            " stop within minutes.",
            "go": "OK",
            "cancel": "Cancel",
            "done": "Subscription Center",
            "status": "Your status",
            "off": "Unsubscribed",
            "bye": "Your request has been processed and our records reflect the change.",
            "review": "Review my lists",
            "nothing": "No changes were made.",
            "address": "Maison Belrose Inc., 88 Prince Street, New York NY",
        },
        "es": {
            "subject": "El nuevo iris, antes que nadie",
            "mail": "Nuestro perfumista ha vuelto a hacerlo. Muestras desde el viernes.",
            "foot": "Centro de perfil",
            "title": "Centro de suscripciones",
            "intro": "Las listas a las que está suscrito actualmente aparecen marcadas.",
            "address_label": "Dirección de correo:",
            "lists_label": "Listas disponibles:",
            "news_label": "Novedades Belrose",
            "news_text": "Lanzamientos, clases magistrales y regalos",
            "evenings_label": "Noches de mostrador",
            "evenings_text": "Invitaciones a aperturas nocturnas cerca de usted",
            "partners_label": "De nuestros socios",
            "partners_text": "Balnearios, revistas y más",
            "all_label": "Baja global:",
            "all_text": "Darme de baja de todos los envíos de Maison Belrose",
            "update": "Actualizar",
            "sure": "Por favor, verifique",
            "sure_text": "Va a modificar sus suscripciones. Los envíos retirados cesarán en unos minutos.",
            "go": "Aceptar",
            "cancel": "Cancelar",
            "done": "Centro de suscripciones",
            "status": "Su estado",
            "off": "Dado de baja",
            "bye": "Su solicitud ha sido procesada y nuestros registros reflejan el cambio.",
            "review": "Revisar mis listas",
            "nothing": "No se han realizado cambios.",
            "address": "Maison Belrose S.L., Serrano 88, Madrid",
        },
    }

    @property
    def way(self) -> str:
        return f"/subscription_center.aspx?qs={self.token}"

    def frame(self, part: str, **more: str) -> Reply:
        return self.lay(_COUNTER, main=self.text(part, **more))

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/subscription_center.aspx" or visit.asks("qs") != self.token:
            return self.around(visit) or self.unknown(visit)
        if visit.method != "POST":
            on = {
                one: " CHECKED" if self.book[one] is Status.SUBSCRIBED else "" for one in self.lists
            }
            return self.frame(_COUNTER_CENTRE, **on)
        if visit.sends("step") == "commit":
            return self.commit(visit)
        return self.chosen(visit)

    def chosen(self, visit: Visit) -> Reply:
        if visit.sends("L_140"):
            self.join(visit, "partners")
        boxes = {"news": "L_118", "evenings": "L_121"}
        everything = visit.sends("UnsubAll") == "True"
        gone = [
            one
            for one, box in boxes.items()
            if self.book[one] is Status.SUBSCRIBED and (everything or not visit.sends(box))
        ]
        if not gone:
            return self.frame("<TR><TD COLSPAN=2>{{nothing}}</TD></TR>")
        return self.frame(_COUNTER_SURE, gone=",".join(gone))

    def commit(self, visit: Visit) -> Reply:
        gone = [one for one in (visit.sends("gone") or "").split(",") if one in self.lists]
        if not gone:
            return self.frame("<TR><TD COLSPAN=2>{{nothing}}</TD></TR>")
        self.leave(*gone)
        return self.frame(_COUNTER_DONE)
