"""A ticket shop on an old Java stack: a redirect to the shop's own host, three radios, a redirect."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

TICKETS = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML lang={{language}}><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8">
<TITLE>{{brand}} - {{title}}</TITLE>
<BASE href="{{{base}}}">
<LINK rel=stylesheet href="css/shop.css?v=412">
<STYLE type=text/css>BODY {font: 12px Verdana} .btn_red {background: #c00; color: #fff}</STYLE>
<SCRIPT type="text/javascript">var s_account="billetta-prod"; function go(f){document.forms[f].submit();}</SCRIPT>
</HEAD><BODY bgcolor=#ffffff>
<TABLE width=980 align=center cellpadding=4 border=0>
<TR><TD width=200><A href="./"><IMG src=img/logo.gif alt="{{brand}}" border=0></A>
<TD><FORM name=searchForm action=search.jsp method=get><INPUT name=q size=30><INPUT type=submit
 value="{{search}}"></FORM>
<TD align=right><A href=login.jsp>{{login}}</A> | <A href=basket.jsp>{{cart}} (0)</A> | <A
 href=help.jsp>{{help}}</A>
<TR><TD colspan=3 class=nav><A href=c/concerts>{{nav1}}</A> &middot; <A href=c/theatre>{{nav2}}</A> &middot;
<A href=c/sport>{{nav3}}</A> &middot; <A href=c/family>{{nav4}}</A>
<TR><TD valign=top class=side><B>{{top}}</B><UL><LI><A href=e/1183>Die Fledermaus<LI><A href=e/2207>Arctic Choir
<LI><A href=e/3110>Circus Nova</A></UL>
<TD colspan=2 valign=top>
{{{middle}}}
</TABLE>
<TABLE width=980 align=center class=foot><TR><TD>
<FORM name=nlForm action=newsletter.do method=post><B>{{signup}}</B><BR>
<INPUT name=email size=24 value=""> <INPUT type=submit class=btn value="{{subscribe}}"></FORM>
<TD align=right><A href=privacy.jsp>{{privacy}}</A> <A href=agb.jsp>{{terms}}</A> <A
 href=contact.jsp>{{contact}}</A>
<BR>&copy; 2025 {{brand}} AG
</TABLE></BODY></HTML>"""


TICKETS_ASK = """<H2>{{title}}</H2>
<P>{{intro}}
<FORM name=optoutForm method=POST action="optout.do">
<INPUT type=hidden name=k value={{key}}><INPUT type=hidden name=cmd value=save>
<TABLE cellspacing=6><TR><TD>{{address}}<TD><B>a*a@h***.test</B>
<TR><TD align=right><INPUT type=radio name=scope value=monthly id=s0 checked><TD><LABEL for=s0>{{monthly}}</LABEL>
<TR><TD align=right><INPUT type=radio name=scope value=news id=s1><TD><LABEL for=s1>{{news}}</LABEL>
<TR><TD align=right><INPUT type=radio name=scope value=both id=s2><TD><LABEL for=s2>{{both}}</LABEL>
<TR><TD><TD><INPUT type=submit class=btn_red value="{{press}}">
</TABLE></FORM><P class=small>{{orders}}"""


TICKETS_TOLD = """<TABLE class=box width=100%><TR><TD><IMG src=img/ok.gif alt=""><TD>{{said}}</TABLE>
<H3>{{top}}</H3><P>Die Fledermaus, Arctic Choir, Circus Nova: <A href=c/concerts>{{nav1}}</A>"""


class BoxOffice(Newcomer):
    """A ticket shop on an old Java stack: a redirect to the shop's own host, three radios, a redirect."""

    name = "box-office"
    brand = "Billetta"
    languages = ("de", "en", "it", "pl")
    lists = ("news", "alarm")
    others = ("signup",)
    words: ClassVar[Words] = {
        "de": {
            "title": "Newsletter-Verwaltung",
            "cart": "Warenkorb",
            "nav1": "Konzerte",
            "nav2": "Theater",
            "nav3": "Sport",
            "nav4": "Familie",
            "top": "Top-Veranstaltungen",
            "signup": "Nie wieder einen Vorverkauf verpassen!",
            "intro": "Sie möchten weniger oder keine Post mehr von uns? Bitte treffen Sie Ihre Auswahl.",
            "address": "Ihre Adresse:",
            "monthly": "Ich möchte nur noch die Monatsvorschau erhalten (1x pro Monat)",
            "news": "Ich möchte den Newsletter für meine Region nicht mehr erhalten",
            "both": "Ich möchte weder Newsletter noch Ticketalarm erhalten",
            "press": "Auswahl bestätigen",
            "orders": "Informationen zu bereits gekauften Karten erhalten Sie selbstverständlich weiterhin.",
            "less": "Ab sofort schicken wir Ihnen nur noch die Monatsvorschau.",
            "gone": "Schade! Wir haben Sie aus dem Verteiler genommen. Es kommt kein Newsletter mehr.",
        },
        "en": {
            "title": "Manage newsletter",
            "cart": "Basket",
            "nav1": "Concerts",
            "nav2": "Theatre",
            "nav3": "Sport",
            "nav4": "Family",
            "top": "Top events",
            "signup": "Never miss a presale again",
            "intro": "Too much post from us? Tell us what you'd like and we'll take care of it.",
            "address": "Your address:",
            "monthly": "Just the monthly preview, please (once a month)",
            "news": "I no longer wish to receive the newsletter for my region",
            "both": "I wish to receive neither newsletter nor ticket alarm",
            "press": "Confirm choice",
            "orders": "We will of course still write to you about tickets you have bought.",
            "less": "From now on you will only hear from us once a month.",
            "gone": "Sorry to lose you! Your address was taken off our mailing list.",
        },
        "it": {
            "title": "Gestione newsletter",
            "cart": "Carrello",
            "nav1": "Concerti",
            "nav2": "Teatro",
            "nav3": "Sport",
            "nav4": "Famiglia",
            "top": "Eventi in evidenza",
            "signup": "Non perderti più una prevendita",
            "intro": "Ricevi troppe e-mail da noi? Scegli una delle opzioni seguenti.",
            "address": "Il tuo indirizzo:",
            "monthly": "Vorrei ricevere solo l'anteprima mensile (1 volta al mese)",
            "news": "Non voglio più ricevere la newsletter della mia zona",
            "both": "Non voglio più ricevere né la newsletter né gli avvisi biglietti",
            "press": "Conferma la scelta",
            "orders": "Le comunicazioni sui biglietti già acquistati continueranno ad arrivare.",
            "less": "D'ora in poi riceverai soltanto l'anteprima mensile.",
            "gone": "Peccato! Il tuo indirizzo è stato cancellato dalla nostra lista di invio.",
        },
        "pl": {
            "title": "Zarządzanie newsletterem",
            "cart": "Koszyk",
            "nav1": "Koncerty",
            "nav2": "Teatr",
            "nav3": "Sport",
            "nav4": "Dla rodziny",
            "top": "Polecane wydarzenia",
            "signup": "Nie przegap żadnej przedsprzedaży",
            "intro": "Za dużo wiadomości od nas? Wybierz, co chcesz dostawać.",
            "address": "Twój adres:",
            "monthly": "Chcę dostawać tylko przegląd miesiąca (raz w miesiącu)",
            "news": "Nie chcę już otrzymywać newslettera z mojego regionu",
            "both": "Nie chcę otrzymywać ani newslettera, ani alarmów biletowych",
            "press": "Zatwierdź wybór",
            "orders": "Wiadomości o kupionych już biletach będą nadal wysyłane.",
            "less": "Od teraz będziesz dostawać tylko przegląd miesiąca.",
            "gone": "Szkoda! Twój adres został usunięty z listy odbiorców newslettera.",
        },
    }

    @property
    def www(self) -> str:
        return f"www.{self.domain}"

    @property
    def partners(self) -> tuple[str, ...]:
        return (self.www,)

    @property
    def way(self) -> str:
        return f"/t/{self.token}/nl_optout"

    def answer(self, visit: Visit) -> Reply:
        key = self.secret("key")
        if visit.host == self.host:
            there = self.url(f"/shop/optout.jsp?k={key}&l={self.language}", self.www)
            return see(there) if visit.path == self.way else self.unknown(visit)
        match visit.method, visit.path:
            case "GET", "/shop/optout.jsp" if visit.asks("k") == key:
                return self.around_it(self.text(TICKETS_ASK, key=key))
            case "POST", "/shop/optout.do" if visit.sends("k") == key:
                return self.chosen(visit)
            case "GET", "/shop/optout_ok.jsp":
                said = self.own["less" if visit.asks("s") == "1" else "gone"]
                return self.around_it(self.text(TICKETS_TOLD, said=said))
            case "POST", "/shop/newsletter.do":
                self.join(visit, "signup")
                return self.around_it("<P>OK")
            case _:
                return self.unknown(visit)

    def chosen(self, visit: Visit) -> Reply:
        match visit.sends("scope"):
            case "news":
                self.leave("news")
            case "both":
                self.leave(*self.lists)
            case _:
                self.wrong(Move.SETTLED, visit)
                return see(self.url("/shop/optout_ok.jsp?s=1", self.www))
        return see(self.url("/shop/optout_ok.jsp?s=2", self.www))

    def around_it(self, middle: str) -> Reply:
        return self.lay(TICKETS, base=self.url("/shop/", self.www), middle=middle)
