"""A club's self-written script: in and out side by side, by GET, and a mail to confirm it."""

from html import escape
from typing import ClassVar

from tests.senders.newcomers.local import Local, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit

_PHP = """<html>
<head><title>[[club]]</title><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head>
<body bgcolor="#ffffcc"><center><font face="Comic Sans MS" size="6" color="green">[[club]]</font><br>
<a href="../index.htm">[[home]]</a> | <a href="../guestbook.php">[[guests]]</a> | <a
 href="../fotos.htm">[[photos]]</a>
<hr width="80%">
[[told]]
<b>[[rundmail]]</b><br><br>
<FORM ACTION="nl.php">
<TABLE BORDER=1><TR><TD>[[mail]]:<TD><INPUT TYPE=text NAME=mail SIZE=30 VALUE="[[value]]">
<TR><TD COLSPAN=2 ALIGN=center><INPUT TYPE=submit NAME=do VALUE="[[in]]"> <INPUT TYPE=submit NAME=do
 VALUE="[[out]]">
</TABLE></FORM>
<font size="1">[[note]]<br>(c) 2006-2024 [[master]]</font></center></body></html>"""


class PhpScript(Local):
    """A club's self-written script: in and out side by side, by GET, and a mail to confirm it."""

    name = "new-php"
    languages = ("de", "en", "nl", "ru")
    words: ClassVar[Words] = {
        "de": {
            "foot": "Rundmail ein-/austragen",
            "club": "Kleingartenverein Sonnental e.V.",
            "home": "Startseite",
            "guests": "Gästebuch",
            "photos": "Fotos vom Sommerfest",
            "rundmail": "Unsere Rundmail",
            "mail": "Ihre Mailadresse",
            "in": "Eintragen",
            "out": "Austragen",
            "note": "Die Adressen werden nicht weitergegeben!!",
            "master": "Webmaster Horst",
            "sent": "Alles klar! Sie bekommen jetzt eine Mail mit einem Link. Erst wenn Sie den "
            "anklicken, sind Sie raus.",
            "gone": "Die Adresse wurde ausgetragen. Schade!",
            "hello": "Sie sind jetzt eingetragen.",
            "nobody": "FEHLER: Adresse nicht gefunden!",
            "subject": "Rundmail: bitte Austragung bestätigen",
            "body": "Hallo,\n\njemand (hoffentlich Sie) will diese Adresse aus unserer Rundmail austragen. "
            "Zum Bestätigen bitte hier klicken:\n\n",
        },
        "en": {
            "foot": "Mailing list on/off",
            "club": "Little Dell Allotment Society",
            "home": "Home",
            "guests": "Guestbook",
            "photos": "Summer fete photos",
            "rundmail": "Our mailing list",
            "mail": "Your e-mail",
            "in": "Add me",
            "out": "Remove me",
            "note": "We never pass on addresses!!",
            "master": "Barry the webmaster",
            "sent": "OK! An e-mail is on its way to you. You're only off the list once you have "
            "clicked on the link in it.",
            "gone": "Address removed from the list. Sorry to lose you!",
            "hello": "You are on the list now.",
            "nobody": "ERROR: no such address!",
            "subject": "Mailing list: please confirm removal",
            "body": "Hello,\n\nsomebody (hopefully you) asked us to take this address off our mailing list. "
            "To confirm please click here:\n\n",
        },
        "nl": {
            "foot": "Rondmail aan/uit",
            "club": "Volkstuinvereniging De Zonnebloem",
            "home": "Begin",
            "guests": "Gastenboek",
            "photos": "Foto's zomerfeest",
            "rundmail": "Onze rondmail",
            "mail": "Uw mailadres",
            "in": "Erop",
            "out": "Eraf",
            "note": "Adressen worden niet doorgegeven!!",
            "master": "webmaster Henk",
            "sent": "Prima! U krijgt nu een mailtje met een link. Pas als u daarop klikt, bent u van de "
            "lijst af.",
            "gone": "Het adres is van de lijst gehaald. Jammer!",
            "hello": "U staat nu op de lijst.",
            "nobody": "FOUT: adres niet gevonden!",
            "subject": "Rondmail: graag bevestigen dat u eraf wilt",
            "body": "Hallo,\n\niemand (hopelijk uzelf) wil dit adres van onze rondmail halen. "
            "Klik hier om dat te bevestigen:\n\n",
        },
        "ru": {
            "foot": "Рассылка: вкл/выкл",
            "club": "СНТ «Солнечная долина»",
            "home": "Главная",
            "guests": "Гостевая книга",
            "photos": "Фото с праздника",
            "rundmail": "Наша рассылка",
            "mail": "Ваш e-mail",
            "in": "Добавить",
            "out": "Удалить",
            "note": "Адреса никому не передаём!!",
            "master": "вебмастер Гена",
            "sent": "Хорошо! Сейчас вам придёт письмо со ссылкой. Адрес будет удалён только после "
            "перехода по ней.",
            "gone": "Адрес удалён из рассылки. Жаль!",
            "hello": "Адрес добавлен.",
            "nobody": "ОШИБКА: адрес не найден!",
            "subject": "Рассылка: подтвердите удаление адреса",
            "body": "Здравствуйте!\n\nКто-то (надеемся, вы) просит удалить этот адрес из нашей рассылки. "
            "Для подтверждения перейдите по ссылке:\n\n",
        },
    }

    @property
    def way(self) -> str:
        return f"/verein/nl.php?mail={self.alias}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/verein/nl.php":
            return self.unknown(visit)
        code = self.secret("code")
        if visit.asks("x") == code:
            if not self.ended:
                self.leave()
            return self.told_so("gone", "")
        said, address = visit.asks("do"), visit.asks("mail")
        if not said:
            return self.told_so("", address)
        if said == self.t("in"):
            self.join(visit)
            return self.told_so("hello", "")
        if said != self.t("out") or address.lower() != self.alias or not self.on("news"):
            return self.told_so("nobody", address)
        if self.book["news"] is Status.SUBSCRIBED:
            self.pend()
            link = self.url(f"/verein/nl.php?x={code}")
            self.send(self.t("subject"), f"{self.t('body')}{link}\n")
        return self.told_so("sent", "")

    def told_so(self, key: str, address: str) -> Reply:
        told = f'<font color="red"><b>{escape(self.t(key))}</b></font><br><br>' if key else ""
        return self.show(_PHP, told=told, value=escape(address))
