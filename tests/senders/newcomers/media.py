"""Media and software: a newspaper, a SaaS, a job board, a podcast host, a course, a game publisher."""

import json
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from tests.senders.letters import Letter
from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
from tests.senders.traffic import Reply, Visit, data, script, see

PAPER = """<!doctype html><html lang="{{language}}"><head><meta charset="utf-8">
<title>{{title}} | {{brand}}</title>
<meta name="theme-color" content="#fff"><link rel="alternate" type="application/rss+xml" href="/rss.xml">
<link rel="stylesheet" href="/_assets/np.css"><script async src="/_assets/consent.js"></script></head>
<body class="theme-light"><div class="ad" data-slot="top"></div>
<header><button type="button" aria-label="{{menu}}">☰</button><a class="masthead" href="/">{{brand}}</a>
<a href="/abo" class="promo">{{trial}}</a><a href="/login">{{login}}</a></header>
<nav><a href="/politik">{{politics}}</a> <a href="/sport">{{sport}}</a> <a href="/kultur">{{culture}}</a></nav>
{{{flash}}}<main><h1>{{title}}</h1><p>{{intro}} <b>{{masked}}</b></p>
<section><h2>{{mine}}</h2><div class="cards">{{{on}}}</div></section>
<section><h2>{{others}}</h2><div class="cards">{{{off}}}</div></section>
<section class="end"><form action="/newsletter/all/off" method="post"><input type="hidden" name="uid"
 value="{{token}}"><input
 type="hidden" name="xsrf" value="{{slip}}"><button class="textlink">{{all}}</button></form></section></main>
<aside><h3>{{most}}</h3><ol><li><a href="/a/1">{{a1}}</a></li><li><a href="/a/2">{{a2}}</a></li></ol></aside>
<footer><a href="/impressum">{{terms}}</a> <a href="/datenschutz">{{privacy}}</a> <a
 href="/abo/kuendigen">{{paper}}</a>
</footer></body></html>"""

PAPER_CARD = """<article class="card" id="nl-{{key}}"><h3>{{name}}</h3><p>{{about}}</p><form method="post"
 action="/newsletter/{{key}}/{{turn}}"><input type="hidden" name="uid" value="{{token}}"><input
 type="hidden" name="xsrf"
 value="{{slip}}"><button type="submit" class="pill {{turn}}" aria-label="{{press}}: {{name}}">{{press}}</button>
</form>
</article>"""


class MorningPost(Newcomer):
    """A newspaper's newsletter centre: a card with a button for each, and the button says what it does to
    that one; below, everything at once.
    """

    name = "morning-post"
    brand = "The Morning Post"
    languages = ("en", "de", "fr", "nb")
    lists = ("briefing", "weekend")
    others = ("kitchen", "climate", "stadium")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Morning Briefing: what you need to know today",
            "mail": "Good morning. This is the Morning Briefing, our newsletter with the news of the day.",
            "foot": "Manage or cancel this newsletter",
            "title": "Newsletters",
            "trial": "Try 4 weeks for £1",
            "politics": "Politics",
            "sport": "Sport",
            "culture": "Culture",
            "intro": "Newsletters for",
            "mine": "Yours",
            "others": "More for you",
            "off": "Unfollow",
            "on": "Sign up",
            "all": "Cancel all newsletters",
            "most": "Most read",
            "a1": "Budget: who pays, who gains",
            "a2": "The last lighthouse keeper",
            "paper": "Cancel subscription",
            "briefing": "Morning Briefing",
            "briefing_about": "The news of the day, weekdays at six.",
            "weekend": "The Weekend",
            "weekend_about": "Long reads for slow mornings.",
            "kitchen": "Kitchen Table",
            "kitchen_about": "Three recipes every Friday.",
            "climate": "Degrees",
            "climate_about": "The climate letter.",
            "stadium": "Stadium",
            "stadium_about": "All matches, all tables.",
            "told": "You've been unsubscribed from",
            "every": "You've been unsubscribed from all of our newsletters.",
        },
        "de": {
            "subject": "Morgenlage: Was heute wichtig ist",
            "mail": "Guten Morgen, hier ist die Morgenlage, unser Newsletter mit den Nachrichten des Tages.",
            "foot": "Newsletter verwalten oder abbestellen",
            "title": "Newsletter",
            "trial": "4 Wochen für 1 €",
            "politics": "Politik",
            "sport": "Sport",
            "culture": "Kultur",
            "intro": "Newsletter für",
            "mine": "Ihre Newsletter",
            "others": "Das könnte Sie auch interessieren",
            "off": "Abbestellen",
            "on": "Abonnieren",
            "all": "Alle Newsletter abbestellen",
            "most": "Meistgelesen",
            "a1": "Haushalt: Wer zahlt, wer gewinnt",
            "a2": "Der letzte Leuchtturmwärter",
            "paper": "Abo kündigen",
            "briefing": "Morgenlage",
            "briefing_about": "Die Nachrichten des Tages, werktags um sechs.",
            "weekend": "Wochenende",
            "weekend_about": "Lange Texte für lange Vormittage.",
            "kitchen": "Küchentisch",
            "kitchen_about": "Drei Rezepte, jeden Freitag.",
            "climate": "Plus 1,5",
            "climate_about": "Der Klima-Brief.",
            "stadium": "Anpfiff",
            "stadium_about": "Alle Spiele, alle Tabellen.",
            "told": "Abbestellt:",
            "every": "Sie haben alle Newsletter abbestellt.",
        },
        "fr": {
            "subject": "La Matinale : l'essentiel de l'actualité",
            "mail": "Bonjour, voici La Matinale, la lettre qui résume l'actualité du jour.",
            "foot": "Gérer mes newsletters ou me désinscrire",
            "title": "Newsletters",
            "trial": "1 € le premier mois",
            "politics": "Politique",
            "sport": "Sport",
            "culture": "Culture",
            "intro": "Les newsletters de",
            "mine": "Mes newsletters",
            "others": "À découvrir",
            "off": "Se désinscrire",
            "on": "S'inscrire",
            "all": "Me désinscrire de toutes les newsletters",
            "most": "Les plus lus",
            "a1": "Budget : qui paie, qui gagne",
            "a2": "Le dernier gardien de phare",
            "paper": "Résilier mon abonnement",
            "briefing": "La Matinale",
            "briefing_about": "L'essentiel de l'actualité, du lundi au vendredi à 6 h.",
            "weekend": "Le Week-end",
            "weekend_about": "Des longs formats à lire tranquillement.",
            "kitchen": "À table",
            "kitchen_about": "Trois recettes chaque vendredi.",
            "climate": "Chaleur humaine",
            "climate_about": "La lettre du climat.",
            "stadium": "Le Stade",
            "stadium_about": "Tous les matchs, tous les classements.",
            "told": "Vous ne recevrez plus :",
            "every": "Vous êtes désinscrit de toutes nos newsletters.",
        },
        "nb": {
            "subject": "Morgenbrevet: dette bør du vite i dag",
            "mail": "God morgen! Her er Morgenbrevet, vårt nyhetsbrev med dagens viktigste saker.",
            "foot": "Administrer nyhetsbrev / meld deg av",
            "title": "Nyhetsbrev",
            "trial": "Prøv 4 uker for 1 krone",
            "politics": "Politikk",
            "sport": "Sport",
            "culture": "Kultur",
            "intro": "Nyhetsbrev for",
            "mine": "Dine nyhetsbrev",
            "others": "Kanskje noe for deg",
            "off": "Meld av",
            "on": "Meld på",
            "all": "Meld meg av alle nyhetsbrev",
            "most": "Mest lest",
            "a1": "Statsbudsjettet: vinnere og tapere",
            "a2": "Den siste fyrvokteren",
            "paper": "Si opp abonnementet",
            "briefing": "Morgenbrevet",
            "briefing_about": "Dagens viktigste saker, klokken seks på hverdager.",
            "weekend": "Helg",
            "weekend_about": "Lange tekster for rolige morgener.",
            "kitchen": "Kjøkkenbordet",
            "kitchen_about": "Tre oppskrifter hver fredag.",
            "climate": "Grader",
            "climate_about": "Klimabrevet.",
            "stadium": "Avspark",
            "stadium_about": "Alle kamper, alle tabeller.",
            "told": "Du er meldt av",
            "every": "Du er nå meldt av alle nyhetsbrevene våre.",
        },
    }

    def letter(self, at: datetime) -> Letter:
        return replace(super().letter(at), list_id=f"briefing.{self.domain}")

    @property
    def way(self) -> str:
        return f"/newsletter/manage?uid={self.token}&nl=briefing"

    def answer(self, visit: Visit) -> Reply:
        if visit.method == "GET" and visit.path == "/newsletter/manage":
            return self.centre("") if visit.asks("uid") == self.token else self.forbidden()
        words = visit.path.strip("/").split("/")
        if visit.method != "POST" or len(words) != 3 or words[0] != "newsletter":
            return self.unknown(visit)
        if visit.sends("uid") != self.token or not self.honest(visit, "xsrf"):
            return self.forbidden()
        match words[1], words[2]:
            case "all", "off":
                self.leave(*self.lists)
                return self.centre(self.own["every"])
            case key, "off" if key in self.lists:
                self.leave(key)
                return self.centre(f"{self.own['told']} {self.own[key]}")
            case key, "on" if key in self.book:
                self.join(visit, key)
                return self.centre("✓")
            case _:
                return self.unknown(visit)

    def centre(self, told: str) -> Reply:
        slip = self.slip()
        cards = {"on": "", "off": ""}
        for key, status in self.book.items():
            subscribed = status is Status.SUBSCRIBED
            turn = "off" if subscribed else "on"
            name, about, press = self.own[key], self.own[f"{key}_about"], self.own[turn]
            cards["on" if subscribed else "off"] += self.text(
                PAPER_CARD, key=key, name=name, about=about, turn=turn, press=press, slip=slip
            )
        flash = (
            self.text('<div class="snack" role="alert">{{told}}</div>', told=told) if told else ""
        )
        return self.lay(
            PAPER,
            masked="ad***@home.test",
            flash=flash,
            slip=slip,
            cookies=self.session(),
            on=cards["on"],
            off=cards["off"],
        )


SAAS = """<!DOCTYPE html>
<html lang="en" data-theme="dark"><head><meta charset="utf-8"><title>Email preferences · Stackpilot</title>
<link rel="stylesheet" href="/static/css/app.3f9c1.css"><meta name="viewport" content="width=device-width"></head>
<body class="bg-zinc-950 text-zinc-100 antialiased"><div class="min-h-screen flex flex-col">
<nav class="flex px-6 py-4"><a href="https://{{domain}}/" class="font-mono">stackpilot_</a>
<a href="https://{{domain}}/docs" class="ml-auto">Docs</a><a href="https://{{domain}}/login"
 class="ml-4">{{login}}</a></nav>
<main class="mx-auto max-w-lg p-6"><h1 class="text-xl">{{title}}</h1><p class="text-zinc-400">{{alias}}</p>
<form method="POST" class="divide-y"><input type="hidden" name="csrfmiddlewaretoken" value="{{slip}}">
<div class="flex py-4"><div><div>{{drip}}</div><div class="text-sm">{{dripnote}}</div></div>
<button class="ml-auto btn" type="submit" formaction="/e/prefs/{{token}}/mute/onboarding">{{mute}}</button></div>
<div class="flex py-4"><div><div>{{log}}</div><div class="text-sm">{{lognote}}</div></div>
<button class="ml-auto btn" type="submit" formaction="/e/prefs/{{token}}/mute/changelog">{{mute}}</button></div>
<div class="flex py-4"><div><div>{{alerts}}</div><div class="text-sm">{{alertsnote}}</div></div>
<button class="ml-auto btn" type="submit" formaction="/e/prefs/{{token}}/watch/incidents">{{watch}}</button></div>
</form><p class="text-sm mt-8">{{nuke}} <a href="https://{{domain}}/settings/delete-account"
 class="text-red-500">{{del}}</a></p>
</main><footer class="mt-auto p-6 text-xs">© Stackpilot GmbH · <a href="/legal">Legal</a> · <a
 href="https://code.example/stackpilot" aria-label="GitHub"><svg width="16" height="16"><path
 d="M8 0a8 8 0 100 16"/></svg></a>
</footer></div></body></html>"""


class Stackpilot(Newcomer):
    """A SaaS's onboarding series: `lang` is always English, one form with `formaction` on each button,
    and the answer is JSON.
    """

    name = "stackpilot"
    brand = "Stackpilot"
    languages = ("en", "de", "pt", "ko")
    lists = ("onboarding", "changelog")
    others = ("incidents",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Day 3: connect your first repo",
            "mail": "Hey Ada, this is day 3 of your getting started series. Today: connect a repository.",
            "foot": "Stop this series",
            "title": "What we mail you",
            "drip": "Getting started series",
            "dripnote": "7 mails in your first 14 days. You are at no. 3.",
            "log": "Changelog",
            "lognote": "Monthly.",
            "alerts": "Incident reports",
            "alertsnote": "When something is on fire.",
            "mute": "Mute",
            "watch": "Watch",
            "nuke": "Done with Stackpilot altogether?",
            "del": "Delete your account",
            "done": "Muted. We won't send you any more of these.",
        },
        "de": {
            "subject": "Tag 3: das erste Repository verbinden",
            "mail": "Hi Ada, das ist Tag 3 deiner Einstiegsserie. Heute: ein Repository verbinden.",
            "foot": "Serie beenden",
            "title": "Was wir dir mailen",
            "drip": "Einstiegsserie",
            "dripnote": "7 Mails in den ersten 14 Tagen. Du bist bei Nr. 3.",
            "log": "Changelog",
            "lognote": "Monatlich.",
            "alerts": "Störungsmeldungen",
            "alertsnote": "Wenn es brennt.",
            "mute": "Stummschalten",
            "watch": "Beobachten",
            "nuke": "Keine Lust mehr auf Stackpilot?",
            "del": "Konto löschen",
            "done": "Erledigt. Davon schicken wir dir keine weiteren Mails.",
        },
        "pt": {
            "subject": "Dia 3: conecte seu primeiro repositório",
            "mail": "Oi Ada, este é o dia 3 da sua série de primeiros passos. Hoje: conectar um repositório.",
            "foot": "Parar esta série",
            "title": "O que enviamos para você",
            "drip": "Série de primeiros passos",
            "dripnote": "7 e-mails nos primeiros 14 dias. Você está no nº 3.",
            "log": "Novidades do produto",
            "lognote": "Mensal.",
            "alerts": "Incidentes",
            "alertsnote": "Quando algo pega fogo.",
            "mute": "Silenciar",
            "watch": "Acompanhar",
            "nuke": "Cansou do Stackpilot?",
            "del": "Excluir a conta",
            "done": "Pronto. Não enviaremos mais e-mails desta série.",
        },
        "ko": {
            "subject": "3일 차: 첫 저장소 연결하기",
            "mail": "안녕하세요, 시작하기 시리즈 3일 차 메일입니다. 오늘은 저장소를 연결해 봅니다.",
            "foot": "이 시리즈 그만 받기",
            "title": "보내 드리는 메일",
            "drip": "시작하기 시리즈",
            "dripnote": "가입 후 14일 동안 7통. 지금은 3번째입니다.",
            "log": "변경 사항",
            "lognote": "매월 발송.",
            "alerts": "장애 알림",
            "alertsnote": "문제가 생겼을 때만 보냅니다.",
            "mute": "받지 않기",
            "watch": "받아 보기",
            "nuke": "Stackpilot을 더 이상 쓰지 않으시나요?",
            "del": "계정 삭제",
            "done": "처리되었습니다. 이 시리즈의 메일을 더 이상 보내지 않습니다.",
        },
    }

    @property
    def way(self) -> str:
        return f"/e/prefs/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        if not visit.path.startswith(self.way):
            return self.unknown(visit)
        if visit.method == "GET":
            if visit.path != self.way:
                return data({"detail": 'Method "GET" not allowed.'}, 405)
            slip = self.slip()
            return self.lay(SAAS, slip=slip, cookies=self.session())
        if not self.honest(visit, "csrfmiddlewaretoken"):
            return data({"detail": "CSRF Failed: CSRF token missing or incorrect."}, 403)
        match visit.path.removeprefix(self.way).strip("/").split("/"):
            case ["mute", key] if key in self.lists:
                self.leave(key)
                body = json.dumps(
                    {"ok": True, "stream": key, "detail": self.own["done"]}, ensure_ascii=False
                )
                return Reply(200, body.encode(), kind="application/json")
            case ["watch", "incidents"]:
                self.join(visit, "incidents")
                return data({"ok": True})
            case _:
                return data({"detail": "Not found."}, 404)


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


PODCAST = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>Podlark</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta property="og:image" content="/cover.png">
<script type="module" crossorigin src="/assets/index-B7x2.js"></script><link rel="stylesheet"
 href="/assets/index-9a.css"></head>
<body><noscript>{{need}}</noscript><div id="root"></div></body></html>"""

PODCAST_APP = """const t = %(words)s, root = document.getElementById('root');
const el = (tag, text, more) => Object.assign(document.createElement(tag), {textContent: text}, more || {});
const show = (...parts) => root.replaceChildren(el('header', 'Podlark'), ...parts);
const send = (path, body) => fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'},
  body: JSON.stringify(body)}).then(r => { if (!r.ok) throw new Error(r.status); return r.json(); });
const bell = on => el('button', '🔔 ' + t.follow, {onclick: () => send('/api/follow', {sub: on})});
show(el('p', t.wait));
fetch('/api/sub/' + location.pathname.split('/').pop()).then(r => r.json()).then(sub => show(
  el('h1', sub.show), el('p', t.ask),
  el('button', t.leave, {className: 'primary', onclick: () => send('/api/sub/end', {sub: sub.id})
    .then(() => show(el('h1', t.done), el('p', t.later), bell(sub.id)))
    .catch(() => show(el('p', '⚠')))}),
  el('button', t.weekly, {onclick: () => send('/api/sub/digest', {sub: sub.id})
    .then(() => show(el('p', '✓')))
  }),
  bell(sub.id)));
"""


class Podlark(Newcomer):
    """A podcast host: an application that is nothing without its script."""

    name = "podlark"
    brand = "Podlark"
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "sv", "pt")
    others = ("follow",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "New episode: The night train to Narvik",
            "mail": "A new episode of Slow Lines is out. Forty minutes about a train, snow and a thermos flask.",
            "foot": "Turn off episode mails",
            "need": "You need to enable JavaScript to run this app.",
            "wait": "Loading…",
            "ask": "Mails about new episodes are on for this show.",
            "leave": "Turn off",
            "weekly": "Bundle them weekly",
            "follow": "Follow in the app",
            "done": "Episode mails are off",
            "later": "You won't get any more mail about this show.",
        },
        "sv": {
            "subject": "Nytt avsnitt: Nattåget till Narvik",
            "mail": "Ett nytt avsnitt av Långsamma linjer är ute. Fyrtio minuter om ett tåg, snö och en termos.",
            "foot": "Stäng av avsnittsmejl",
            "need": "Du måste slå på JavaScript för att använda appen.",
            "wait": "Laddar…",
            "ask": "Du får mejl när det kommer nya avsnitt.",
            "leave": "Stäng av",
            "weekly": "Samla dem veckovis",
            "follow": "Följ i appen",
            "done": "Mejl om nya avsnitt är avstängda",
            "later": "Du får inga fler mejl om den här podden.",
        },
        "pt": {
            "subject": "Novo episódio: O comboio da noite para Narvik",
            "mail": "Saiu um novo episódio de Linhas Lentas. Quarenta minutos sobre um comboio e muita neve.",
            "foot": "Desativar e-mails de episódios",
            "need": "É necessário ativar o JavaScript para executar esta aplicação.",
            "wait": "A carregar…",
            "ask": "Recebe um e-mail sempre que sai um novo episódio.",
            "leave": "Desativar",
            "weekly": "Juntar tudo uma vez por semana",
            "follow": "Seguir na aplicação",
            "done": "E-mails de episódios desativados",
            "later": "Não voltará a receber e-mails deste programa.",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(PODCAST)
            case "GET", "/assets/index-B7x2.js":
                return script(
                    PODCAST_APP % {"words": json.dumps(dict(self.own), ensure_ascii=False)}
                )
            case "GET", path if path == f"/api/sub/{self.token}":
                return data(
                    {"id": self.secret("sub"), "show": "Slow Lines", "active": not self.ended}
                )
            case "POST", path if path.startswith("/api/"):
                return self.called(visit)
            case _:
                return self.unknown(visit)

    def called(self, visit: Visit) -> Reply:
        if self.secret("sub") not in visit.body.decode("utf-8", "replace"):
            return data({"error": "unknown subscription"}, 404)
        match visit.path:
            case "/api/sub/end":
                self.leave()
            case "/api/sub/digest":
                self.wrong(Move.SETTLED, visit)
            case "/api/follow":
                self.join(visit, "follow")
            case _:
                return data({"error": "no such call"}, 404)
        return data({"status": "ok"})


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
