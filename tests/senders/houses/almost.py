"""Answers that hold the words of success and mean the opposite: not yet, once you confirm, somebody else."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit

ONCE = {
    "en": "You will be unsubscribed as soon as you open the link in our e-mail.",
    "de": "Sie werden abgemeldet, sobald Sie den Link in unserer E-Mail geöffnet haben.",
    "fr": "Vous serez désabonné dès que vous aurez ouvert le lien de notre message.",
    "es": "Se le dará de baja en cuanto abra el enlace de nuestro correo.",
    "it": "Sarai disiscritto appena avrai aperto il link della nostra e-mail.",
    "nl": "U wordt uitgeschreven zodra u de link in onze e-mail hebt geopend.",
    "sv": "Du blir avregistrerad när du har öppnat länken i vårt mejl.",
    "pl": "Zostaniesz wypisany, gdy otworzysz link w naszym e-mailu.",
    "ru": "Вы будете отписаны, как только откроете ссылку в нашем письме.",
    "ja": "メール内のリンクを開くと、配信が停止されます。",
    "zh": "打开我们邮件中的链接后，您将被退订。",
    "ko": "메일의 링크를 열면 구독이 취소됩니다.",
}

NOT_YET = {
    "en": "You have not been unsubscribed yet: please tick the box below the button first.",
    "de": "Sie wurden noch nicht abgemeldet: Bitte kreuzen Sie erst das Feld unter dem Knopf an.",
    "fr": "Vous n'êtes pas encore désabonné : cochez d'abord la case sous le bouton.",
    "es": "Todavía no se le ha dado de baja: marque antes la casilla bajo el botón.",
    "pt": "A sua subscrição ainda não foi cancelada: assinale primeiro a caixa sob o botão.",
    "da": "Du er endnu ikke afmeldt: sæt først kryds i feltet under knappen.",
    "nb": "Du er ikke avmeldt ennå: kryss først av i feltet under knappen.",
    "fi": "Tilaustasi ei ole vielä peruutettu: valitse ensin ruutu painikkeen alta.",
    "cs": "Zatím jste nebyli odhlášeni: nejdříve zaškrtněte políčko pod tlačítkem.",
    "tr": "Henüz abonelikten çıkmadınız: önce düğmenin altındaki kutuyu işaretleyin.",
    "ja": "配信はまだ停止されていません。先にボタンの下の欄にチェックを付けてください。",
}

SURE = {
    "en": "Yes, I really want to unsubscribe",
    "de": "Ja, ich möchte mich wirklich abmelden",
    "fr": "Oui, je veux vraiment me désabonner",
    "es": "Sí, de verdad quiero darme de baja",
    "pt": "Sim, quero mesmo cancelar a subscrição",
    "da": "Ja, jeg vil virkelig afmelde mig",
    "nb": "Ja, jeg vil virkelig melde meg av",
    "fi": "Kyllä, haluan todella peruuttaa tilaukseni",
    "cs": "Ano, opravdu se chci odhlásit",
    "tr": "Evet, gerçekten abonelikten çıkmak istiyorum",
    "ja": "はい、本当に配信を停止します",
}


class OnceConfirmed(Sender):
    """After the press: a sentence in the future tense, and a mail."""

    name = "once-confirmed"
    row = "6, 7"
    patterns = (28,)
    endable = Endable.MAIL
    languages = tuple(ONCE)

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.asking(m.button(self.says("leave")))
            case "POST", self.way:
                self.pend()
                self.confirmation(f"/c/{self.secret('mail')}")
                return self.page(m.head(self.says("leave")) + m.para(ONCE[self.language]))
            case _, path if path == f"/c/{self.secret('mail')}":
                self.leave()
                self.goodbye()
                return self.tells("left")
            case _:
                return self.unknown(visit)


class BoxFirst(Sender):
    """Mailman's way: the button does nothing without the box beside it, and the page says so."""

    name = "box-first"
    row = "4"
    patterns = (15, 31)
    languages = tuple(NOT_YET)

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "GET":
            return self.form("")
        if visit.sends("unsubconfirm") != "1" or visit.sends("unsub") is None:
            return self.form(m.para(NOT_YET[self.language]))
        self.leave()
        return self.tells("left")

    def form(self, told: str) -> Reply:
        says = self.says
        made = m.form(
            "",
            m.submit(says("leave"), "unsub"),
            m.box("unsubconfirm", "1", SURE[self.language]),
        )
        return self.page(told + m.head(says("link")) + made)


class SomebodyElse(Sender):
    """The letter was forwarded: the page knows another address, and shows a hint of it."""

    name = "somebody-else"
    row = "27"
    patterns = (23, 24)
    endable = Endable.NOT
    languages = ("en", "de", "es")
    has_address = False

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "POST":
            return self.tells("already")
        return self.asking(
            m.hidden("token", self.token),
            m.para("z*******@o*****.example"),
            m.line("email", says("email"), kind="email", more="required"),
            m.button(says("leave")),
        )


class OldNews(Sender):
    """A page that talks about unsubscribing all the time, and has no way to do it."""

    name = "talk"
    row = "34"
    patterns = (30,)
    endable = Endable.NOT
    languages = ("en", "de")

    _TALK = (
        (
            "en",
            (
                "What happens when you have been unsubscribed?",
                "Readers who have been unsubscribed by our staff can write to us.",
                "Once you have been unsubscribed, it may take ten days.",
            ),
        ),
        (
            "de",
            (
                "Was geschieht, wenn Sie abgemeldet sind?",
                "Leser, die von uns abgemeldet wurden, können uns schreiben.",
                "Sobald Sie abgemeldet wurden, kann es zehn Tage dauern.",
            ),
        ),
    )

    def answer(self, visit: Visit) -> Reply:
        if visit.method == "POST":
            self.wrong(Move.TWISTED, visit)
        talk = dict(self._TALK)[self.language]
        return self.page(m.head(talk[0]) + "".join(map(m.para, talk[1:])))
