"""A recruiter's candidate mail: a wizard of two steps, in which leaving is the third of four cards."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


class CandidateDesk(Newcomer):
    """A recruiter's candidate mail: a wizard of two steps, in which leaving is the third of four cards."""

    name = "candidate-desk"
    brand = "Marlow & Finch"
    languages = ("en", "de")
    words: ClassVar[Words] = {
        "en": {
            "subject": "4 roles picked for you, Ada",
            "mail": "Hi Ada, these roles match your profile: Controller (Leeds), Finance Lead (remote) ...",
            "foot": "Tell us where you stand",
            "title": "Where do you stand? | Marlow & Finch",
            "heading": "Where do you stand right now?",
            "intro": "Your consultant Joan only wants to send you what helps.",
            "week": "Looking, but once a week is plenty",
            "pause": "Happy where I am, ask me again in 90 days",
            "stop": "I don't want role suggestions any longer",
            "wipe": "Remove me from the candidate pool and delete my CV",
            "next": "Next",
            "step": "Step {{n}} of 2",
            "check": "Please check",
            "sum_week": "You will get one bundle of roles, every Tuesday.",
            "sum_pause": "We will pause your suggestions until January.",
            "sum_stop": "You will get no more role suggestions. Your CV stays with Joan, who can still call you.",
            "sum_wipe": "Your CV and notes will be deleted for good.",
            "back": "Back",
            "confirm": "Yes, that's right",
            "ok_week": "See you on Tuesday.",
            "ok_pause": "See you in January.",
            "ok_stop": "That's sorted. Role suggestions have ended and you won't see another one.",
            "ok_wipe": "Your CV is gone.",
            "pick": "Please pick one.",
            "stale": "Please start from the link in your e-mail.",
            "upload": "Upload your CV",
            "jobs": "Search roles",
        },
        "de": {
            "subject": "4 Stellen für Sie ausgesucht",
            "mail": "Guten Tag, diese Stellen passen zu Ihrem Profil: Controllerin (Essen), Leitung "
            "Finanzen (remote) ...",
            "foot": "Sagen Sie uns, wo Sie gerade stehen",
            "title": "Wo stehen Sie? | Marlow & Finch",
            "heading": "Wo stehen Sie gerade?",
            "intro": "Ihre Beraterin Johanna möchte Ihnen nur schicken, was Ihnen nützt.",
            "week": "Auf der Suche, aber einmal pro Woche reicht",
            "pause": "Zufrieden, fragen Sie in 90 Tagen wieder",
            "stop": "Ich möchte keine Stellenvorschläge mehr",
            "wipe": "Aus dem Bewerberpool austragen und Lebenslauf löschen",
            "next": "Weiter",
            "step": "Schritt {{n}} von 2",
            "check": "Bitte prüfen",
            "sum_week": "Sie bekommen jeden Dienstag ein Paket mit Stellen.",
            "sum_pause": "Wir pausieren Ihre Vorschläge bis Januar.",
            "sum_stop": "Sie bekommen keine Stellenvorschläge mehr. Ihr Lebenslauf bleibt bei Johanna, die "
            "Sie weiterhin anrufen kann.",
            "sum_wipe": "Ihr Lebenslauf und alle Notizen werden endgültig gelöscht.",
            "back": "Zurück",
            "confirm": "Ja, so stimmt es",
            "ok_week": "Bis Dienstag.",
            "ok_pause": "Bis Januar.",
            "ok_stop": "Ist erledigt. Mit den Stellenvorschlägen ist Schluss, es kommt keiner mehr.",
            "ok_wipe": "Ihr Lebenslauf ist gelöscht.",
            "pick": "Bitte wählen Sie etwas aus.",
            "stale": "Bitte beginnen Sie noch einmal mit dem Link aus der E-Mail.",
            "upload": "Lebenslauf hochladen",
            "jobs": "Stellen suchen",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<style>.card{border:1px solid #ddd;border-radius:8px;display:block}.sr{position:absolute;left:-9999px}</style>
</head><body><header><a href="/">Marlow &amp; Finch</a>
<form action="/roles" method="get"><input name="q" aria-label="{{jobs}}"><button>{{jobs}}</button></form>
<form action="/cv" method="post" enctype="multipart/form-data"><label>{{upload}}<input type="file" name="cv">
</label></form></header>
<main>{{{body}}}</main>
<footer><a href="/privacy">{{privacy}}</a> | <a href="/contact">{{contact}}</a></footer></body></html>"""
    FIRST = """<p class="steps">{{n1}}</p><h1>{{heading}}</h1><p>{{intro}}</p>{{{flash}}}
<form method="post" action="{{way}}"><input type="hidden" name="_csrf" value="{{slip}}"><input
type="hidden" name="stage" value="1">
<label class="card"><input class="sr" type="radio" name="mood" value="w"><span>{{week}}</span></label>
<label class="card"><input class="sr" type="radio" name="mood" value="p"><span>{{pause}}</span></label>
<label class="card"><input class="sr" type="radio" name="mood" value="s"><span>{{stop}}</span></label>
<label class="card"><input class="sr" type="radio" name="mood" value="x"><span>{{wipe}}</span></label>
<button type="submit">{{next}} &rarr;</button></form>"""
    SECOND = """<p class="steps">{{n2}}</p><h1>{{check}}</h1><p>{{summary}}</p>
<form method="post" action="{{way}}"><input type="hidden" name="_csrf" value="{{slip}}"><input
type="hidden" name="stage" value="2"><input type="hidden" name="mood" value="{{mood}}">
<a class="button" role="button" href="{{way}}">{{back}}</a> <button type="submit">{{confirm}}</button></form>"""

    MOODS: ClassVar[dict[str, str]] = {"w": "week", "p": "pause", "s": "stop", "x": "wipe"}

    @property
    def way(self) -> str:
        return f"/candidate/{self.token}/status"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            known = visit.path in {"/", "/roles", "/privacy", "/contact"}
            return self._say("<h1>Marlow &amp; Finch</h1>", 200 if known else 404)
        if visit.method == "GET":
            return self._first("")
        if not self.honest(visit):
            return self._say("<p>{{stale}}</p>", 403)
        mood = self.MOODS.get(visit.sends("mood") or "", "")
        if not mood:
            return self._first(self.text("<p role=alert>{{pick}}</p>"))
        if visit.sends("stage") != "2":
            said = {"summary": self.own[f"sum_{mood}"], "mood": visit.sends("mood") or ""}
            step = self.text(self.own["step"], n="2")
            body = self.text(self.SECOND, slip=self.slip(), n2=step, **said)
            return self.lay(self.PAGE, cookies=self.session(), body=body)
        match mood:
            case "stop":
                self.leave()
            case "wipe":
                self.wrong(Move.WIPED, visit)
            case _:
                self.wrong(Move.SETTLED, visit)
        return self._say(f"<h1>{{{{ok_{mood}}}}}</h1>")

    def _first(self, flash: str) -> Reply:
        step = self.text(self.own["step"], n="1")
        body = self.text(self.FIRST, slip=self.slip(), n1=step, flash=flash)
        return self.lay(self.PAGE, cookies=self.session(), body=body)

    def _say(self, body: str, code: int = 200) -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body))
