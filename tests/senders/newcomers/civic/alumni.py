"""A university's alumni office: a table of the year 2004, yes or no for each kind of post."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit

_ALUMNI = """<HTML><HEAD><META CHARSET=utf-8><TITLE>[[name]]</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF LINK=#003366>
<TABLE WIDTH=760 ALIGN=center CELLPADDING=4 BORDER=0>
<TR><TD COLSPAN=2 BGCOLOR=#003366><FONT COLOR=white SIZE=5>[[name]]</FONT>
<TR><TD WIDTH=160 VALIGN=top BGCOLOR=#eeeeee>
<A HREF=/alumni/>[[home]]</A><BR><A HREF=/alumni/events>[[events]]</A><BR><A HREF=/alumni/give>[[give]]</A><BR>
<A HREF=/alumni/login>[[login]]</A>
<TD VALIGN=top>[[body]]
<TR><TD COLSPAN=2><HR><FONT SIZE=1>[[address]]</FONT>
</TABLE></BODY></HTML>"""


_ALUMNI_FORM = """<H2>[[heading]]</H2><P>[[intro]]
<FORM ACTION=update.asp METHOD=POST NAME=frmUpdate>
<INPUT TYPE=hidden NAME=ID VALUE=[[token]]>
<TABLE>
<TR><TD>[[first]]<TD><INPUT NAME=FNAME VALUE=Ada>
<TR><TD>[[last]]<TD><INPUT NAME=LNAME VALUE="L.">
<TR><TD>[[mail]]<TD><INPUT NAME=EMAIL VALUE=[[alias]] READONLY>
<TR><TD>[[news]]<TD><SELECT NAME=NEWS><OPTION VALUE=Y [[newsy]]>[[yes]]<OPTION VALUE=N [[newsn]]>[[no]]</SELECT>
<TR><TD>[[invite]]<TD><SELECT NAME=INVITE><OPTION VALUE=Y SELECTED>[[yes]]<OPTION VALUE=N>[[no]]</SELECT>
<TR><TD>[[magazine]]<TD><SELECT NAME=MAG><OPTION VALUE=Y SELECTED>[[yes]]<OPTION VALUE=N>[[no]]</SELECT>
<TR><TD COLSPAN=2><INPUT TYPE=checkbox NAME=NOEMAIL VALUE=1> [[noemail]]
<TR><TD COLSPAN=2><INPUT TYPE=checkbox NAME=PURGE VALUE=1> [[purge]]
<TR><TD COLSPAN=2><TEXTAREA NAME=NOTES ROWS=3 COLS=40 PLACEHOLDER="[[notes]]"></TEXTAREA>
<TR><TD><INPUT TYPE=submit VALUE="[[submit]]"> <INPUT TYPE=reset VALUE="[[reset]]">
</TABLE></FORM>"""


class AlumniOffice(Local):
    """A university's alumni office: a table of the year 2004, yes or no for each kind of post."""

    name = "new-alumni"
    languages = ("en", "de", "pl", "ko")
    lists = ("news", "invitations")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Update your communication preferences",
            "name": "Office of Alumni Relations",
            "home": "Alumni home",
            "events": "Reunions",
            "give": "Make a gift",
            "login": "Directory login",
            "address": "Old Court, College Lane",
            "heading": "Keep in touch",
            "intro": "Please tell us how you would like to hear from your university. Your choices "
            "take effect as soon as you submit the form.",
            "first": "First name",
            "last": "Last name",
            "mail": "E-mail on file",
            "news": "Monthly e-newsletter",
            "invite": "Invitations to events by e-mail",
            "magazine": "Alumni magazine (printed, twice a year)",
            "yes": "Yes",
            "no": "No",
            "noemail": "Please do not send me any e-mail at all",
            "purge": "Please remove my record from the alumni directory",
            "notes": "Tell us your news!",
            "submit": "Submit",
            "reset": "Reset",
            "done": "Thank you",
            "updated": "Your record has been updated. You will not receive the e-newsletter.",
            "same": "Your record has been updated.",
        },
        "de": {
            "foot": "Einstellungen zum Alumni-Newsletter",
            "name": "Alumni-Büro der Universität",
            "home": "Startseite",
            "events": "Jahrgangstreffen",
            "give": "Fördern",
            "login": "Anmeldung Mitgliederverzeichnis",
            "address": "Am Schlossgarten 1",
            "heading": "Ihre Daten",
            "intro": "Bitte prüfen Sie Ihre Angaben und legen Sie fest, welche Sendungen Sie von uns "
            "erhalten möchten.",
            "first": "Vorname",
            "last": "Nachname",
            "mail": "Hinterlegte E-Mail",
            "news": "Newsletter (monatlich)",
            "invite": "Einladungen per E-Mail",
            "magazine": "Alumni-Magazin (Druckausgabe)",
            "yes": "ja",
            "no": "nein",
            "noemail": "Bitte gar keine Zusendungen per E-Mail",
            "purge": "Bitte meinen Eintrag im Alumni-Verzeichnis löschen",
            "notes": "Neuigkeiten von Ihnen",
            "submit": "Absenden",
            "reset": "Zurücksetzen",
            "done": "Vielen Dank!",
            "updated": "Ihre Angaben sind gespeichert. Den Newsletter erhalten Sie nicht mehr.",
            "same": "Ihre Angaben sind gespeichert.",
        },
        "pl": {
            "foot": "Zmień ustawienia korespondencji",
            "name": "Biuro Absolwentów",
            "home": "Strona główna",
            "events": "Zjazdy",
            "give": "Wesprzyj uczelnię",
            "login": "Logowanie do bazy",
            "address": "ul. Uniwersytecka 5",
            "heading": "Twoje dane kontaktowe",
            "intro": "Prosimy o sprawdzenie danych i wskazanie, jakie informacje chcą Państwo od nas "
            "otrzymywać.",
            "first": "Imię",
            "last": "Nazwisko",
            "mail": "Adres e-mail w bazie",
            "news": "Biuletyn elektroniczny",
            "invite": "Zaproszenia na wydarzenia",
            "magazine": "Czasopismo (wersja papierowa)",
            "yes": "Tak",
            "no": "Nie",
            "noemail": "Proszę nie przysyłać mi żadnych wiadomości e-mail",
            "purge": "Proszę usunąć mój wpis z bazy absolwentów",
            "notes": "Co u Państwa słychać?",
            "submit": "Wyślij",
            "reset": "Wyczyść",
            "done": "Dziękujemy",
            "updated": "Dane zostały zaktualizowane. Biuletyn nie będzie już wysyłany na Państwa adres.",
            "same": "Dane zostały zaktualizowane.",
        },
        "ko": {
            "foot": "수신 설정 변경",
            "name": "총동문회 사무국",
            "home": "홈",
            "events": "동문 행사",
            "give": "발전기금",
            "login": "동문 로그인",
            "address": "대학로 1",
            "heading": "동문 정보 확인",
            "intro": "아래 정보를 확인하시고 받고 싶은 소식을 선택해 주시기 바랍니다.",
            "first": "이름",
            "last": "성",
            "mail": "등록된 이메일",
            "news": "월간 뉴스레터",
            "invite": "행사 초대 메일",
            "magazine": "동문회보(우편)",
            "yes": "받음",
            "no": "받지 않음",
            "noemail": "모든 이메일을 받지 않겠습니다",
            "purge": "동문 명부에서 내 정보를 삭제해 주세요",
            "notes": "근황을 알려 주세요",
            "submit": "저장",
            "reset": "다시 쓰기",
            "done": "감사합니다",
            "updated": "변경되었습니다. 뉴스레터는 더 이상 발송되지 않습니다.",
            "same": "변경되었습니다.",
        },
    }

    @property
    def way(self) -> str:
        return f"/alumni/contact/prefs.asp?ID={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/alumni/contact/prefs.asp" if visit.asks("ID") == self.token:
                on = self.on("news")
                body = self.put(
                    _ALUMNI_FORM,
                    newsy="SELECTED" if on else "",
                    newsn="" if on else "SELECTED",
                )
                return self.show(_ALUMNI, body=body)
            case "POST", "/alumni/contact/update.asp" if visit.sends("ID") == self.token:
                return self.sent(visit)
            case "POST", "/alumni/login":
                self.wrong(Move.ACCOUNT, visit)
                return self.forbidden()
            case "GET", "/alumni/login":
                form = (
                    "<FORM METHOD=POST><INPUT NAME=USER> <INPUT TYPE=password NAME=PASS>"
                    "<INPUT TYPE=submit VALUE='[[login]]'></FORM>"
                )
                return self.show(_ALUMNI, body=self.put(form))
            case "GET", "/alumni/" | "/alumni/events" | "/alumni/give":
                return self.show(_ALUMNI, body=self.put("<H2>[[name]]</H2>"))
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        kept = (visit.sends("FNAME"), visit.sends("LNAME"), visit.sends("EMAIL"))
        if kept != ("Ada", "L.", self.alias):
            self.wrong(Move.TWISTED, visit)
        if visit.sends("NOTES"):
            self.wrong(Move.SURVEY, visit)
        if visit.sends("PURGE"):
            self.wrong(Move.WIPED, visit)
        if visit.sends("NOEMAIL"):
            self.leave(*self.lists)
        elif visit.sends("NEWS") == "N":
            self.leave()
        said = "updated" if self.ended else "same"
        return self.show(_ALUMNI, body=self.put(f"<H2>[[done]]</H2><P>[[{said}]]"))
