"""A SaaS's onboarding series: `lang` is always English, one form with `formaction` on each button,"""

import json
from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, data

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
