"""One teacher's online course with a list server from long ago: the page says where to write to."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit

COURSE = """<html><head><meta charset="utf-8"><title>{{title}}</title></head>
<body bgcolor="#fffff4" text="#222222"><table width="700" align="center"><tr><td>
<a href="/"><img src="/lecturehall.png" alt="{{brand}}" width="240"></a>
<p><a href="/courses">{{courses}}</a> | <a href="/blog">Blog</a> | <a href="/about">{{about}}</a><hr>
<h2>{{title}}</h2>
<p>{{how}}
<p align=center><a href="mailto:{{robot}}?subject={{subjectline}}"><b>{{robot}}</b></a>
<p>{{whatto}} <tt>{{subjectline}}</tt>
<p>{{note}} <a href="mailto:teacher@{{domain}}?subject=Hello">teacher@{{domain}}</a>
<hr><form action="/courses/waitlist" method="post">{{wait}} <input type="text" name="email"> <input
 type="submit" value="OK"></form>
<p><font size="-1">&copy; 2009&ndash;2026 {{brand}}</font></table></body></html>"""


class LectureHall(Newcomer):
    """One teacher's online course with a list server from long ago: the page says where to write to."""

    name = "lecture-hall"
    brand = "Lecture Hall"
    via = "mail"
    endable = Endable.MAIL
    languages = ("en", "ru", "cs")
    others = ("waitlist",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Lesson notes: how to read a contract",
            "mail": "Dear students, the notes for this week's lesson are online. Next: statistics for doubters.",
            "foot": "How to leave this list",
            "title": "Leaving the list",
            "courses": "Courses",
            "about": "About me",
            "how": "The list is run by a robot. To get off it, write to this address from the mailbox you "
            "signed up with:",
            "whatto": "Leave the text empty; only the subject matters:",
            "note": "Questions about a lesson? These are for me, not for the robot:",
            "wait": "Put me on the waiting list for autumn:",
            "bye": "You are off the list",
            "byetext": "The robot has removed your address from the list. You will get no more lesson notes.",
        },
        "ru": {
            "subject": "Конспект урока: как читать договор",
            "mail": "Дорогие слушатели! Конспект урока этой недели уже на сайте. Через неделю: статистика.",
            "foot": "Как отписаться",
            "title": "Как выйти из рассылки",
            "courses": "Курсы",
            "about": "Обо мне",
            "how": "Рассылкой занимается робот. Чтобы отписаться, отправьте письмо на этот адрес с того ящика, "
            "на который приходит рассылка:",
            "whatto": "Текст письма не нужен, важна только тема:",
            "note": "Вопросы по уроку пишите мне, а не роботу:",
            "wait": "Записаться в лист ожидания на осень:",
            "bye": "Вы отписаны",
            "byetext": "Робот удалил ваш адрес из списка. Конспекты больше приходить не будут.",
        },
        "cs": {
            "subject": "Poznámky k lekci: jak číst smlouvu",
            "mail": "Milí studenti, "
            "poznámky k lekci tohoto týdne jsou na webu. Příště: statistika pro pochybovače.",
            "foot": "Jak se odhlásit",
            "title": "Odhlášení ze seznamu",
            "courses": "Kurzy",
            "about": "O mně",
            "how": "Seznam spravuje robot. Chcete-li se odhlásit, napište na tuto adresu ze schránky, kterou jste "
            "se přihlásili:",
            "whatto": "Text zprávy nechte prázdný, rozhoduje jen předmět:",
            "note": "Dotazy k lekci pište mně, ne robotovi:",
            "wait": "Zapsat na čekací listinu na podzim:",
            "bye": "Jste odhlášeni",
            "byetext": "Robot odstranil vaši adresu ze seznamu. Další poznámky k lekcím vám už nepřijdou.",
        },
    }

    @property
    def robot(self) -> str:
        return f"robot@lists.{self.domain}"

    @property
    def way(self) -> str:
        return "/leaving.html"

    def ways(self) -> tuple[str, ...]:
        return ()

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(COURSE, robot=self.robot, subjectline="SIGNOFF lessons")
            case "POST", "/courses/waitlist":
                self.join(visit, "waitlist")
                return self.home("/")
            case _:
                return self.unknown(visit)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        said = subject.strip().lower()
        if to.lower() == self.robot and said == "signoff lessons" and author == self.alias:
            self.leave()
            self.send(self.own["bye"], self.own["byetext"], author=self.robot)
