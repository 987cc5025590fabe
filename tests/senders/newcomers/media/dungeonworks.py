"""A game publisher: the link in the letter has run out; a new one is mailed to whoever asks, and that"""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see

GAMES = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8">
<title>{{title}} — Dungeonworks</title>
<link rel="stylesheet" href="/dist/site.css">
<style>body{background:#111 url(/dist/bg.jpg);color:#eee}.age{display:none}</style>
</head><body><div class="age" id="agegate"><p>{{age}}</p><select name="y"><option>1990</option></select></div>
<header><a href="/"><img src="/dist/logo.webp" alt="Dungeonworks"></a><a href="/store">Store</a><a
 href="/forum">Forum</a>
<a href="/support">Support</a><a class="signin" href="/auth/signin">{{login}}</a></header>
<main>{{{middle}}}</main><section class="cta"><h3>{{beta}}</h3><form action="/beta/join" method="post">
<input name="mail"
 type="email" placeholder="you@example.org"><button>{{betago}}</button></form></section>
<footer><a href="/legal/eula">EULA</a> <a href="/legal/privacy">{{privacy}}</a><a href="https://social.example/d"
 title="Discord"></a><img src="/dist/pegi.png" alt="PEGI 16"></footer></body></html>"""


GAMES_OLD = """<h1>{{oldhead}}</h1><p>{{oldtext}}</p><form action="/mail/relink" method="post"><input
 type="hidden" name="r"
 value="unsub"><label for="mail">{{mailword}}</label><input id="mail" name="mail" type="email" required value="">
<button class="gold">{{relink}}</button></form>"""


GAMES_ASK = """<h1>{{title}}</h1><p>{{asktext}}</p><form action="{{here}}" method="post"><input
 type="hidden" name="ok"
 value="1"><a class="gold" href="/">{{keep}}</a> <input type="submit" class="plain" value="{{quit}}"></form>"""


class Dungeonworks(Newcomer):
    """A game publisher: the link in the letter has run out; a new one is mailed to whoever asks, and that
    one leads to the question.
    """

    name = "dungeonworks"
    brand = "Dungeonworks"
    languages = ("en", "fr", "pl", "ko")
    others = ("beta",)
    words: ClassVar[Words] = {
        "en": {
            "title": "Quit the War Council?",
            "age": "Enter your date of birth",
            "beta": "Playtest our next game",
            "betago": "Count me in",
            "oldhead": "This link has crumbled to dust",
            "oldtext": "For security reasons, links in our newsletter are valid for 24 hours. Enter your e-mail "
            "address and we'll send you a fresh unsubscribe link.",
            "mailword": "E-mail address",
            "relink": "Send new link",
            "sent": "If this address is on our newsletter list, a new link is on its way. Check your inbox!",
            "asktext": "You will no longer receive the Dungeonworks newsletter: no patch notes, no loot codes.",
            "keep": "Fight on",
            "quit": "Quit newsletter",
            "done": "You have left the War Council",
            "donetext": "Our ravens will not bother you again. You are unsubscribed from the newsletter.",
            "mailsubject": "Your unsubscribe link",
            "mailbody": "You asked for a new link to unsubscribe from our newsletter. It is valid for 24 hours:",
        },
        "fr": {
            "title": "Quitter le Conseil de guerre ?",
            "age": "Indiquez votre date de naissance",
            "beta": "Testez notre prochain jeu",
            "betago": "J'en suis",
            "oldhead": "Ce lien est tombé en poussière",
            "oldtext": "Pour des raisons de sécurité, nos liens expirent au bout de 24 heures. Indiquez "
            "votre adresse e-mail pour recevoir un nouveau lien de désinscription.",
            "mailword": "Adresse e-mail",
            "relink": "Envoyer un nouveau lien",
            "sent": "Si cette adresse figure dans notre liste, un nouveau lien vient de vous être envoyé.",
            "asktext": "Vous ne recevrez plus la newsletter Dungeonworks : ni notes de version, ni codes cadeaux.",
            "keep": "Continuer le combat",
            "quit": "Quitter la newsletter",
            "done": "Vous avez quitté le Conseil de guerre",
            "donetext": "Nos corbeaux ne vous dérangeront plus : votre désinscription est effective.",
            "mailsubject": "Votre lien de désinscription",
            "mailbody": "Voici le nouveau lien pour vous désinscrire de notre newsletter, valable 24 heures :",
        },
        "pl": {
            "title": "Opuszczasz Radę Wojenną?",
            "age": "Podaj datę urodzenia",
            "beta": "Testuj naszą następną grę",
            "betago": "Wchodzę w to",
            "oldhead": "Ten link obrócił się w pył",
            "oldtext": "Ze względów bezpieczeństwa linki w newsletterze są ważne 24 godziny. Podaj adres e-mail, "
            "a wyślemy nowy link do wypisania się.",
            "mailword": "Adres e-mail",
            "relink": "Wyślij nowy link",
            "sent": "Jeśli ten adres jest na naszej liście, nowy link jest już w drodze. Sprawdź skrzynkę!",
            "asktext": "Nie będziesz już dostawać newslettera Dungeonworks: żadnych łatek, żadnych kodów.",
            "keep": "Walczę dalej",
            "quit": "Rezygnuję z newslettera",
            "done": "Opuszczono Radę Wojenną",
            "donetext": "Nasze kruki nie będą już przylatywać. Adres został wypisany z newslettera.",
            "mailsubject": "Twój link do wypisania się",
            "mailbody": "Oto nowy link do wypisania się z newslettera. Jest ważny 24 godziny:",
        },
        "ko": {
            "title": "전쟁 의회를 떠나시겠습니까?",
            "age": "생년월일을 입력하세요",
            "beta": "차기작 테스트에 참여하세요",
            "betago": "참여하기",
            "oldhead": "링크가 먼지가 되었습니다",
            "oldtext": "보안을 위해 뉴스레터의 링크는 24시간 동안만 유효합니다. 이메일 주소를 입력하시면 "
            "새 수신 거부 링크를 보내 드립니다.",
            "mailword": "이메일 주소",
            "relink": "새 링크 받기",
            "sent": "등록된 주소라면 새 링크가 곧 도착합니다. 받은편지함을 확인해 주세요.",
            "asktext": "앞으로 던전웍스 뉴스레터(패치 소식, 쿠폰 코드)를 받지 않게 됩니다.",
            "keep": "계속 싸우기",
            "quit": "뉴스레터 그만 받기",
            "done": "전쟁 의회를 떠나셨습니다",
            "donetext": "뉴스레터 수신 거부가 완료되었습니다. 까마귀는 더 이상 찾아가지 않습니다.",
            "mailsubject": "수신 거부 링크 안내",
            "mailbody": "요청하신 뉴스레터 수신 거부 링크입니다. 24시간 동안 유효합니다.",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail/u/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        fresh = f"/mail/u2/{self.secret('fresh')}"
        match visit.method, visit.path:
            case "GET", self.way:
                return self.shell(GAMES_OLD, 410)
            case "POST", "/mail/relink":
                if (visit.sends("mail") or "").strip().lower() == self.alias:
                    self.pend()
                    link = self.url(fresh)
                    self.send(self.own["mailsubject"], f"{self.own['mailbody']}\n\n{link}\n")
                return self.shell("<h1>🐦‍⬛</h1><p>{{sent}}</p>")
            case "GET", path if path == fresh:
                return self.shell(GAMES_ASK, here=fresh)
            case "POST", path if path == fresh and visit.sends("ok") == "1":
                self.leave()
                return see(self.url("/mail/bye"), 303)
            case "GET", "/mail/bye":
                return self.shell("<h1>{{done}}</h1><p>{{donetext}}</p>")
            case "POST", "/beta/join":
                self.join(visit, "beta")
                return self.home("/")
            case _:
                return self.unknown(visit)

    def shell(self, middle: str, code: int = 200, **more: str) -> Reply:
        return self.lay(GAMES, code=code, middle=self.text(middle, **more))
