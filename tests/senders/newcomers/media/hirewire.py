"""A job board: the alert is to be deleted, not paused and not sent weekly; the profile is to be left"""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

JOBS = """<!doctype html>
<html lang={{language}}><head><meta charset=utf-8><title>{{brand}}</title>
<link rel=stylesheet href=/b/app.css><script>var dataLayer=[{pageType:'jobagent'}]</script>
<style>.modal{display:none}.modal:target{display:block}.btn-danger{background:#d33}</style></head>
<body><header class=nav><a href=/ class=brand>hirewire</a><form action=/jobs class=nav-search><input name=q
 placeholder="{{what}}"><input name=l placeholder="{{where}}"><button class=btn title="{{search}}">🔍</button>
</form>
<a href=/cv>{{cv}}</a><a href=/login>{{login}}</a></header>
<div class=container>{{{middle}}}</div>
<footer><ul><li><a href=/employers>{{employers}}</a><li><a href=/privacy>{{privacy}}</a><li><a
 href=/help>{{help}}</a></ul>
<a href=https://social.example/l aria-label=LinkedIn></a></footer></body></html>"""


JOBS_ONE = """<h2>{{mine}}</h2><div class=panel><h4>{{agent}}</h4>
<form action="/agent/{{token}}/freq" method=post><select name=freq><option value=d selected>{{daily}}<option
 value=w>{{weekly}}</select><button class="btn btn-default">{{change}}</button></form>
<a class="btn btn-default" role=button href="/agent/{{token}}/pause">{{pause}}</a>
<a class="btn btn-danger" role=button href="#del">{{drop}}</a></div>
<div class=modal id=del><div class=modal-body><h4>{{sure}}</h4><p>{{agent}}</p>
<form action="/agent/{{token}}/delete" method=post><input type=hidden name=n value={{nonce}}><button
 class="btn btn-danger" name=confirm value=1>{{yes}}</button> <a href="#" class=btn>{{no}}</a></form></div></div>
<div class="panel promo"><h4>{{new}}</h4><form action=/agent/create method=post><input name=q
 placeholder="{{what}}"><input
 name=email type=email placeholder="e-mail"><button class="btn btn-primary">{{create}}</button></form></div>
<p class=muted><a href="/profile/{{token}}/delete">{{profile}}</a>"""


JOBS_TOLD = """<div class="alert alert-success">{{done}}</div>
<h2>{{mine}}</h2><p class=muted>{{none}}<div class="panel promo"><h4>{{new}}</h4><form
 action=/agent/create method=post><input
 name=q placeholder="{{what}}"><input name=email type=email placeholder="e-mail"><button
 class="btn btn-primary">{{create}}</button></form></div>"""


class Hirewire(Newcomer):
    """A job board: the alert is to be deleted, not paused and not sent weekly; the profile is to be left
    alone; the question stands in a box that an anchor opens.
    """

    name = "hirewire"
    brand = "hirewire"
    languages = ("en", "nl", "es", "ru")
    others = ("agent",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "12 new jobs: Marketing Manager in Leeds",
            "mail": "Your job alert found 12 new vacancies for Marketing Manager in Leeds this week.",
            "foot": "Edit or delete this job alert",
            "what": "Job title",
            "where": "Town",
            "cv": "Upload CV",
            "employers": "For employers",
            "mine": "My job alerts",
            "agent": "Marketing Manager, Leeds + 30 miles",
            "daily": "Daily",
            "weekly": "Weekly",
            "change": "Change",
            "pause": "Pause for 30 days",
            "drop": "Delete",
            "sure": "Delete this alert?",
            "yes": "Yes, delete alert",
            "no": "Never mind",
            "new": "Create a new alert",
            "create": "E-mail me jobs",
            "profile": "Delete my profile",
            "done": "Your job alert was deleted. We'll stop sending you these jobs.",
            "none": "You have no job alerts.",
        },
        "nl": {
            "subject": "12 nieuwe vacatures: marketingmanager in Utrecht",
            "mail": "Je jobalert vond deze week 12 nieuwe vacatures voor marketingmanager in Utrecht.",
            "foot": "Jobalert wijzigen of verwijderen",
            "what": "Functie",
            "where": "Plaats",
            "cv": "Cv uploaden",
            "employers": "Voor werkgevers",
            "mine": "Mijn jobalerts",
            "agent": "Marketingmanager, Utrecht + 30 km",
            "daily": "Dagelijks",
            "weekly": "Wekelijks",
            "change": "Wijzig",
            "pause": "30 dagen pauzeren",
            "drop": "Verwijderen",
            "sure": "Deze jobalert verwijderen?",
            "yes": "Ja, jobalert verwijderen",
            "no": "Laat maar",
            "new": "Nieuwe jobalert",
            "create": "Mail mij vacatures",
            "profile": "Profiel verwijderen",
            "done": "Je jobalert is verwijderd. Je ontvangt deze vacatures niet meer per e-mail.",
            "none": "Je hebt geen jobalerts.",
        },
        "es": {
            "subject": "12 ofertas nuevas: responsable de marketing en Valencia",
            "mail": "Tu alerta ha encontrado 12 ofertas nuevas de responsable de marketing en Valencia.",
            "foot": "Modificar o eliminar esta alerta",
            "what": "Puesto",
            "where": "Ciudad",
            "cv": "Subir CV",
            "employers": "Empresas",
            "mine": "Mis alertas de empleo",
            "agent": "Responsable de marketing, Valencia + 30 km",
            "daily": "Diaria",
            "weekly": "Semanal",
            "change": "Cambiar",
            "pause": "Pausar 30 días",
            "drop": "Eliminar",
            "sure": "¿Eliminar esta alerta?",
            "yes": "Sí, eliminar la alerta",
            "no": "Mejor no",
            "new": "Crear otra alerta",
            "create": "Recibir ofertas",
            "profile": "Eliminar mi perfil",
            "done": "Alerta eliminada. Ya no recibirás estas ofertas por correo.",
            "none": "No tienes alertas de empleo.",
        },
        "ru": {
            "subject": "12 новых вакансий: маркетолог, Казань",
            "mail": "По вашей подписке на вакансии «маркетолог, Казань» нашлось 12 новых предложений.",
            "foot": "Изменить или удалить подписку на вакансии",
            "what": "Должность",
            "where": "Город",
            "cv": "Разместить резюме",
            "employers": "Работодателям",
            "mine": "Мои подписки на вакансии",
            "agent": "Маркетолог, Казань + 30 км",
            "daily": "Каждый день",
            "weekly": "Раз в неделю",
            "change": "Изменить",
            "pause": "Приостановить на 30 дней",
            "drop": "Удалить",
            "sure": "Удалить эту подписку?",
            "yes": "Да, удалить подписку",
            "no": "Не надо",
            "new": "Новая подписка",
            "create": "Получать вакансии",
            "profile": "Удалить мой профиль",
            "done": "Подписка на вакансии удалена. Письма по ней больше приходить не будут.",
            "none": "У вас нет подписок на вакансии.",
        },
    }

    @property
    def way(self) -> str:
        return f"/agent/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path.removeprefix(self.way):
            case "GET", "":
                if self.ended:
                    return self.shell("<h2>{{mine}}</h2><p class=muted>{{none}}")
                return self.shell(JOBS_ONE)
            case "POST", "/delete" if visit.sends("n") == self.secret("nonce"):
                if visit.sends("confirm") != "1":
                    return self.home(self.way)
                self.leave()
                return self.shell(JOBS_TOLD)
            case _, "/pause" | "/freq":
                self.wrong(Move.SETTLED, visit)
                return self.home(self.way)
            case "POST", "/agent/create":
                self.join(visit, "agent")
                return self.home(self.way)
            case _, path if path.startswith("/profile/"):
                self.wrong(Move.WIPED, visit)
                return self.unknown(visit)
            case _:
                return self.unknown(visit)

    def shell(self, middle: str) -> Reply:
        return self.lay(JOBS, middle=self.text(middle, nonce=self.secret("nonce")))
