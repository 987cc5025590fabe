"""Senders of learning and careers: recruiters, courses, a university, journals, a podcast, a press."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
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


class CourseBay(Newcomer):
    """A marketplace of online courses: promises one click, and asks again on a page with a hidden panel."""

    name = "course-bay"
    brand = "CourseBay"
    via = "one-click"
    one_click = True
    languages = ("en", "pt")
    words: ClassVar[Words] = {
        "en": {
            "subject": "72 hours: courses from 9.99",
            "mail": "Your next skill is on sale. Python, watercolours, public speaking: everything from 9.99.",
            "foot": "Promotions off",
            "title": "CourseBay - account notifications",
            "heading": "Wait, your next course is 85% off!",
            "ask": "Learners who hear about our sales finish twice as many courses.",
            "big": "Keep the deals coming",
            "small": "Turn them off",
            "sure": "Deals will no longer reach {{alias}}. Certificates and receipts will.",
            "go": "Turn off deals",
            "esc": "Never mind",
            "toast": "Deals turned off",
            "kept": "Great, enjoy the sale.",
            "table": "Account notifications",
            "deals": "Deals and recommendations",
            "receipts": "Receipts and certificates",
            "on": "on",
            "off": "off",
            "teach": "Teach with us",
            "gone": "Page not found",
        },
        "pt": {
            "subject": "72 horas: cursos a partir de 9,99",
            "mail": "A sua próxima competência está em saldo. Python, aguarela, falar em público.",
            "foot": "Promoções: desligar",
            "title": "CourseBay - notificações da conta",
            "heading": "Espere, o seu próximo curso tem 85% de desconto!",
            "ask": "Quem acompanha as nossas campanhas acaba o dobro dos cursos.",
            "big": "Quero continuar a receber ofertas",
            "small": "Desligar",
            "sure": "As ofertas deixam de chegar a {{alias}}. Certificados e recibos continuam.",
            "go": "Desligar ofertas",
            "esc": "Afinal não",
            "toast": "Ofertas desligadas",
            "kept": "Ótimo, aproveite os saldos.",
            "table": "Notificações da conta",
            "deals": "Ofertas e sugestões",
            "receipts": "Recibos e certificados",
            "on": "ligado",
            "off": "desligado",
            "teach": "Ensinar connosco",
            "gone": "Página não encontrada",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<style>[hidden]{display:none}.toast{position:fixed;bottom:1rem;right:1rem;background:#222;color:#fff}</style>
</head><body>
<header class="udh"><a href="/"><svg width="90" height="20" role="img" aria-label="CourseBay"></svg></a>
<form role="search" action="/courses"><input type="search" name="q" placeholder="{{search}}">
<button aria-label="{{search}}"><svg viewBox="0 0 2 2"></svg></button></form>
<a href="/teach">{{teach}}</a> <a href="/login">{{login}}</a></header>
{{{body}}}
<footer><a href="/privacy">{{privacy}}</a><a href="/terms">{{terms}}</a><a href="/help">{{help}}</a></footer>
</body></html>"""
    ASK = """<main><h1>{{heading}}</h1><p>{{ask}}</p>
<div class="row"><a class="btn btn-huge" role="button" href="/deals/{{token}}/keep">{{big}}</a>
<a class="btn-link" role="button" href="#sure" onclick="sure.hidden=false;return false">{{small}}</a></div>
<div id="sure" class="sheet" hidden><p>{{{sure_said}}}</p>
<form action="/deals/{{token}}" method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{{slip}}">
<input type="hidden" name="deals" value="off"><button type="button" onclick="sure.hidden=true">{{esc}}</button>
<button type="submit">{{go}}</button></form></div></main>"""
    TABLE = """<main><h1>{{table}}</h1><dl><dt>{{deals}}</dt><dd>{{state}}</dd>
<dt>{{receipts}}</dt><dd>{{on}}</dd></dl></main><div class="toast" role="alert">{{said}}</div>"""

    @property
    def way(self) -> str:
        return f"/deals/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", self.way if self.honest(visit, "csrfmiddlewaretoken"):
                if visit.sends("deals") == "off":
                    self.leave()
                return self._table("toast", "off")
            case _, self.way:  # the header's one click as well: someone forgot it in the new design
                sure = self.text(self.own["sure"])
                body = self.text(self.ASK, sure_said=sure, slip=self.slip())
                return self.lay(self.PAGE, cookies=self.session(), body=body)
            case "GET", path if path == f"{self.way}/keep":
                return self._table("kept", "on")
            case "POST", "/login":
                self.wrong(Move.ACCOUNT, visit)
                return self._table("kept", "on")
            case "GET", "/" | "/courses" | "/teach" | "/login" | "/privacy" | "/terms" | "/help":
                return self.lay(self.PAGE, body="<main></main>")
            case _:
                return self.lay(self.PAGE, code=404, body=self.text("<h1>{{gone}}</h1>"))

    def _table(self, said: str, state: str) -> Reply:
        body = self.text(self.TABLE, said=self.own[said], state=self.own[state])
        return self.lay(self.PAGE, body=body)


class AldermoorUniversity(Newcomer):
    """A university's admissions office: tick what you would rather not get; records change overnight."""

    name = "aldermoor"
    brand = "University of Aldermoor"
    languages = ("en", "fr")
    lists = ("prospect", "visits", "finance")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Your future at Aldermoor: the November letter",
            "mail": "The November letter for prospective students: halls, labs and a word on deadlines.",
            "foot": "Communications from Admissions",
            "title": "Admissions communications",
            "heading": "Undergraduate Admissions",
            "intro": "This form is for applicants and prospective students. The e-mail you came from is "
            "the Letter for Prospective Students.",
            "legend": "Please tick everything you would rather not receive",
            "prospect": "Letter for Prospective Students",
            "visits": "Open days and campus visits",
            "finance": "Fees, grants and student finance",
            "every": "All of the above",
            "where": "Going elsewhere? Tell us where (optional)",
            "where_none": "Prefer not to say",
            "where_uk": "Another university in the UK",
            "where_work": "Straight to work",
            "go": "Submit",
            "withdraw": "Withdraw my application",
            "withdraw_more": "Only for applicants with an application number. This cannot be undone.",
            "withdrawn": "Your application has been withdrawn.",
            "done": "Thank you, your request has been received. Our records are updated overnight.",
            "nothing": "You have not ticked anything, so nothing will change.",
            "study": "Study",
            "research": "Research",
            "alumni": "Alumni",
        },
        "fr": {
            "subject": "Votre avenir à Aldermoor : la lettre de novembre",
            "mail": "La lettre de novembre pour les futurs étudiants : logements, labos et calendrier.",
            "foot": "Communications du service des admissions",
            "title": "Communications des admissions",
            "heading": "Admissions en licence",
            "intro": "Ce formulaire s'adresse aux candidats et aux futurs étudiants. Le message d'où vous "
            "venez est la Lettre aux futurs étudiants.",
            "legend": "Cochez tout ce que vous préférez ne pas recevoir",
            "prospect": "Lettre aux futurs étudiants",
            "visits": "Journées portes ouvertes et visites",
            "finance": "Frais, bourses et financement",
            "every": "Tout ce qui précède",
            "where": "Vous partez ailleurs ? Dites-nous où (facultatif)",
            "where_none": "Je préfère ne pas répondre",
            "where_uk": "Dans une autre université",
            "where_work": "Directement dans la vie active",
            "go": "Envoyer",
            "withdraw": "Retirer ma candidature",
            "withdraw_more": "Réservé aux candidats ayant un numéro de dossier. Cette action est définitive.",
            "withdrawn": "Votre candidature a été retirée.",
            "done": "Merci, votre demande a bien été reçue. Nos fichiers sont mis à jour pendant la nuit.",
            "nothing": "Vous n'avez rien coché : rien ne changera.",
            "study": "Études",
            "research": "Recherche",
            "alumni": "Anciens",
        },
    }

    PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/
xhtml1-transitional.dtd"><html lang="{{language}}"><head><base href="/apply/forms/">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>{{title}}</title></head><body>
<table width="100%" cellspacing="0"><tr><td><img src="/crest.png" alt="University of Aldermoor"></td>
<td><a href="/study">{{study}}</a> | <a href="/research">{{research}}</a> | <a href="/alumni">{{alumni}}</a></td>
<td><form action="/search" method="get"><input name="query" title="{{search}}"><input type="image"
src="/go.png" alt="{{search}}"></form></td></tr>
<tr><td colspan="3">{{{body}}}</td></tr>
<tr><td colspan="3"><font size="1">&copy; University of Aldermoor <a href="/privacy">{{privacy}}</a>
<a href="/contact">{{contact}}</a></font></td></tr></table></body></html>"""
    FORM = """<h2>{{heading}}</h2><p>{{intro}}</p>
<form action="comms?rid={{token}}" method="post"><fieldset><legend>{{legend}}</legend><table>
<tr><td><input type="checkbox" name="off" value="11" id="q11"></td>
<td><label for="q11">{{visits}}</label></td></tr>
<tr><td><input type="checkbox" name="off" value="10" id="q10"></td>
<td><label for="q10">{{prospect}}</label></td></tr>
<tr><td><input type="checkbox" name="off" value="12" id="q12"></td>
<td><label for="q12">{{finance}}</label></td></tr>
<tr><td><input type="checkbox" name="off" value="99" id="q99"></td>
<td><label for="q99">{{every}}</label></td></tr>
</table></fieldset>
<p><label for="w">{{where}}</label><br><select name="where" id="w"><option value="">{{where_none}}</option>
<option value="1">{{where_uk}}</option><option value="2">{{where_work}}</option></select></p>
<input type="submit" name="cmd" value="{{go}}"></form>
<hr><form action="withdraw?rid={{token}}" method="post"><p><small>{{withdraw_more}}</small></p>
<input type="submit" value="{{withdraw}}"></form>"""

    CODES: ClassVar[dict[str, tuple[str, ...]]] = {
        "10": ("prospect",),
        "11": ("visits",),
        "12": ("finance",),
        "99": ("prospect", "visits", "finance"),
    }

    @property
    def way(self) -> str:
        return f"/apply/forms/comms?rid={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path.startswith("/apply/forms/") and visit.asks("rid") != self.token:
            return self._say("<p>404</p>", 404)
        match visit.method, visit.path:
            case "GET", "/apply/forms/comms":
                return self._say(self.FORM)
            case "POST", "/apply/forms/comms":
                if visit.sends("where"):
                    self.wrong(Move.SURVEY, visit)
                chosen = [one for code in visit.every("off") for one in self.CODES.get(code, ())]
                if not chosen:
                    return self._say("<p>{{nothing}}</p>")
                self.leave(*dict.fromkeys(chosen), told=False)
                return self._say("<h2>{{heading}}</h2><p>{{done}}</p>", 202)
            case "POST", "/apply/forms/withdraw":
                self.wrong(Move.WIPED, visit)
                return self._say("<p>{{withdrawn}}</p>")
            case "GET", "/study" | "/research" | "/alumni" | "/search" | "/privacy" | "/contact":
                return self._say("<p>Aldermoor</p>")
            case _:
                return self._say("<p>404</p>", 404)

    def _say(self, body: str, code: int = 200) -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body))


class AlpineJournals(Newcomer):
    """A publisher of science journals: alerts in rows, each with a bin for a button, and a page to be sure."""

    name = "alpine-journals"
    brand = "Alpine Journals Online"
    languages = ("en", "da")
    lists = ("contents", "search", "cited")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Annals of Alpine Botany: volume 41, issue 3 is available online",
            "mail": "Table of contents alert. Annals of Alpine Botany, volume 41, issue 3.\n\n"
            "Lichens above the tree line, revisited (pp. 211-230)",
            "foot": "Manage your alerts",
            "title": "My alerts | Alpine Journals Online",
            "heading": "My alerts",
            "kind": "Kind",
            "what": "Alert",
            "contents_kind": "Contents",
            "contents": "Annals of Alpine Botany",
            "search_kind": "Saved search",
            "search_said": "lichen AND altitude",
            "cited_kind": "Citation",
            "cited": "Moss on north faces (2019)",
            "bin": "Delete alert",
            "weekly": "Weekly digest",
            "sure": "Delete this alert?",
            "go": "Delete",
            "esc": "Cancel",
            "done": "Alert deleted: ",
            "stale": "This page is out of date. Please reload it.",
            "close": "Close my reader account",
            "closed": "Your reader account has been closed.",
            "new": "Add alert",
            "journal": "Journal",
            "other": "Quaternary Pollen Letters",
            "added": "Alert added.",
            "submit_paper": "Submit a paper",
            "access": "Access provided by: guest",
        },
        "da": {
            "subject": "Annals of Alpine Botany: bind 41, nr. 3 er online",
            "mail": "Indholdsvarsel. Annals of Alpine Botany, bind 41, nr. 3.\n\n"
            "Laver over trægrænsen, set igen (s. 211-230)",
            "foot": "Administrer dine varsler",
            "title": "Mine varsler | Alpine Journals Online",
            "heading": "Mine varsler",
            "kind": "Type",
            "what": "Varsel",
            "contents_kind": "Indhold",
            "contents": "Annals of Alpine Botany",
            "search_kind": "Gemt søgning",
            "search_said": "lav AND højde",
            "cited_kind": "Citation",
            "cited": "Mos på nordsider (2019)",
            "bin": "Slet varsel",
            "weekly": "Ugentligt overblik",
            "sure": "Slet dette varsel?",
            "go": "Slet",
            "esc": "Fortryd",
            "done": "Varslet er slettet: ",
            "stale": "Siden er forældet. Genindlæs den venligst.",
            "close": "Luk min læserkonto",
            "closed": "Din læserkonto er lukket.",
            "new": "Tilføj varsel",
            "journal": "Tidsskrift",
            "other": "Quaternary Pollen Letters",
            "added": "Varslet er tilføjet.",
            "submit_paper": "Indsend en artikel",
            "access": "Adgang som gæst",
        },
    }
    others = ("pollen",)

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebSite"}</script></head><body>
<div class="access-bar">{{access}} <a href="/login">{{login}}</a></div>
<header><a href="/"><b>Alpine</b> Journals Online</a><form action="/search" method="get" class="quick"><input
name="text" placeholder="DOI, {{search}} ..."><input type="submit" value="&#128269;" title="{{search}}"></form>
<a href="/submit">{{submit_paper}}</a></header>
<main id="content">{{{body}}}</main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a href="/help">{{help}}</a>
<p>ISSN 0000-0000</p></footer></body></html>"""
    ROW = """<tr><td>{{kind_said}}</td><td>{{what_said}}</td><td><form method="post"
action="/alerts/{{token}}/{{number}}/digest"><button class="icon" aria-label="{{weekly}}" title="{{weekly}}"><svg
viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg></button></form></td><td><form method="post"
action="/alerts/{{token}}/{{number}}"><button class="icon" aria-label="{{bin}}: {{what_said}}"
title="{{bin}}"><svg viewBox="0 0 8 8"><path d="M1 2h6v6H1z"/></svg></button></form></td></tr>"""
    LIST = """{{{flash}}}<h1>{{heading}}</h1><p>{{alias}}</p>
<table class="grid"><thead><tr><th>{{kind}}</th><th>{{what}}</th><th></th><th></th></tr></thead>
<tbody>{{{rows}}}</tbody></table>
<form method="post" action="/alerts/{{token}}/new"><label>{{journal}} <select name="journal">
<option value="qpl">{{other}}</option></select></label> <button>+ {{new}}</button></form>
<form method="post" action="/account/{{token}}/close"><button class="danger">{{close}}</button></form>"""
    SURE = """<div class="modal" role="dialog" aria-modal="true"><h2>{{sure}}</h2><p>{{what_said}}</p>
<form method="post" action="/alerts/{{token}}/{{number}}"><input type="hidden" name="sure" value="{{slip}}">
<button type="submit">{{go}}</button> <a href="/alerts/{{token}}">{{esc}}</a></form></div>"""

    ROWS: ClassVar[dict[str, str]] = {"7103": "search", "7098": "contents", "7211": "cited"}

    @property
    def way(self) -> str:
        return f"/alerts/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        number = visit.path.removeprefix(f"{self.way}/")
        match visit.method, visit.path:
            case "GET", self.way:
                return self._list("")
            case "POST", path if path.startswith(f"{self.way}/") and number in self.ROWS:
                return self._bin(number, visit)
            case "POST", path if path == f"{self.way}/new":
                self.join(visit, "pollen")
                return self._list(self.own["added"])
            case "POST", path if path.startswith(f"{self.way}/") and path.endswith("/digest"):
                self.wrong(Move.SETTLED, visit)
                return self._list(self.own["weekly"])
            case "POST", path if path == f"/account/{self.token}/close":
                self.wrong(Move.WIPED, visit)
                return self.lay(self.PAGE, body=self.text("<p>{{closed}}</p>"))
            case "GET", "/" | "/search" | "/submit" | "/login" | "/privacy" | "/terms" | "/help":
                return self.lay(self.PAGE, body="")
            case _:
                return self.lay(self.PAGE, code=404, body="<h1>404</h1>")

    def _named(self, kind: str) -> str:
        return self.own["search_said" if kind == "search" else kind]

    def _bin(self, number: str, visit: Visit) -> Reply:
        kind = self.ROWS[number]
        if visit.sends("sure") is None:
            said = {"number": number, "what_said": self._named(kind), "slip": self.slip()}
            return self.lay(self.PAGE, cookies=self.session(), body=self.text(self.SURE, **said))
        if not self.honest(visit, "sure"):
            return self._list(self.own["stale"])
        self.leave(kind)
        return self._list(self.own["done"] + self._named(kind))

    def _list(self, said: str) -> Reply:
        rows = "".join(
            self.text(
                self.ROW,
                number=number,
                kind_said=self.own[f"{kind}_kind"],
                what_said=self._named(kind),
            )
            for number, kind in self.ROWS.items()
            if self.book[kind] is Status.SUBSCRIBED
        )
        flash = self.text('<p class="notice" role="status">{{said}}</p>', said=said) if said else ""
        return self.lay(self.PAGE, body=self.text(self.LIST, flash=flash, rows=rows))


class FernhallTapes(Newcomer):
    """A podcast's show notes: one question in the language of radio, a form by GET, success in the title."""

    name = "fernhall-tapes"
    brand = "The Fernhall Tapes"
    languages = ("en", "it")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Episode 58: The lighthouse that moved",
            "mail": "Show notes for episode 58: maps, letters and the recording from the lamp room.",
            "foot": "Sign off",
            "title": "The Fernhall Tapes",
            "heading": "Is this where we part?",
            "ask": "No more show notes, no more Friday letters from the studio. The podcast itself stays "
            "where it is, in your app.",
            "go": "Roll credits",
            "stay": "Stay tuned",
            "over": "Show notes stopped | The Fernhall Tapes",
            "done": "And that was the last of it. Thank you for reading along, {{alias}}.",
            "latest": "Latest episode",
            "support": "Become a patron",
            "listen": "Listen on",
            "lost": "Static. Nothing on this frequency.",
        },
        "it": {
            "subject": "Episodio 58: Il faro che si spostò",
            "mail": "Le note dell'episodio 58: mappe, lettere e la registrazione dalla lanterna.",
            "foot": "Chiudi le trasmissioni",
            "title": "I nastri di Fernhall",
            "heading": "Ci salutiamo qui?",
            "ask": "Niente più note di puntata, niente più lettere del venerdì dallo studio. Il podcast "
            "resta al suo posto, nella tua app.",
            "go": "Titoli di coda",
            "stay": "Resta in ascolto",
            "over": "Note di puntata interrotte | I nastri di Fernhall",
            "done": "Quella era l'ultima. Grazie di averci letto, {{alias}}.",
            "latest": "Ultimo episodio",
            "support": "Sostienici",
            "listen": "Ascoltaci su",
            "lost": "Solo fruscio. Nulla su questa frequenza.",
        },
    }

    PAGE = """<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{name_said}}</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
<body><header><a href="/"><img src="/cover.jpg" width="120" alt="The Fernhall Tapes"></a>
<nav><a href="/58">{{latest}}</a> <a href="/patron">{{support}}</a></nav></header>
<article>{{{body}}}</article>
<aside><audio controls preload="none" src="/58.mp3"></audio><p>{{listen}}
<a href="https://apple.example/fernhall" title="Apple Podcasts"><svg viewBox="0 0 1 1"></svg></a>
<a href="https://spotify.example/fernhall" title="Spotify"><svg viewBox="0 0 1 1"></svg></a></p></aside>
<footer><p>&copy; Fernhall Radio Club <a href="/contact">{{contact}}</a></p></footer></body></html>"""
    ASK = """<h1>{{heading}}</h1><p>{{ask}}</p><form method="get" action="credits"><input type="hidden" name="l"
value="{{token}}"><input type="hidden" name="ep" value="58"><button>{{go}}</button>
<a class="button button--loud" href="/58">{{stay}}</a></form>"""

    @property
    def way(self) -> str:
        return f"/letters/sign-off?l={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/letters/sign-off" if visit.asks("l") == self.token:
                return self._say(self.ASK)
            case "GET", "/letters/credits" if visit.asks("l") == self.token and visit.asks("ep"):
                self.leave()
                return self._say(f"<p>{self.text(self.own['done'])}</p>", title="over")
            case "GET", "/" | "/58" | "/patron" | "/contact":
                return self._say("<h1>{{title}}</h1>")
            case _:
                return self._say("<p>{{lost}}</p>", 404)

    def _say(self, body: str, code: int = 200, title: str = "title") -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body), name_said=self.own[title])


class OpenManuscripts(Newcomer):
    """A preprint server's announcements: an empty field for the address, and a twin form that adds it."""

    name = "open-manuscripts"
    brand = "OpenManuscripts"
    languages = ("en", "fr")
    others = ("added",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "[q-bio] 14 new manuscripts",
            "mail": "New in q-bio since yesterday:\n\n2610.04417 Gut flora of urban hedgehogs\n"
            "2610.04421 A null model for null models",
            "foot": "List administration",
            "title": "Announcement service",
            "intro": "Daily announcements are sent to everyone whose address is entered below. There are no "
            "passwords; each line is handled by a script, please type carefully.",
            "add": "To be added to q-bio, enter your address:",
            "add_go": "Add",
            "drop": "To be taken off q-bio, enter your address:",
            "drop_go": "Take off",
            "dropped": "{{alias}} has been struck from q-bio. You will not get tomorrow's announcement.",
            "added": "The address was added to q-bio.",
            "unknown": "There is no such address on q-bio.",
            "back": "Back to the form",
            "browse": "Browse",
            "submit": "Submit a manuscript",
        },
        "fr": {
            "subject": "[q-bio] 14 nouveaux manuscrits",
            "mail": "Nouveautés de q-bio depuis hier :\n\n2610.04417 Flore intestinale du hérisson urbain\n"
            "2610.04421 Un modèle nul des modèles nuls",
            "foot": "Gestion de la liste",
            "title": "Service d'annonces",
            "intro": "Les annonces quotidiennes sont envoyées à toute adresse saisie ci-dessous. Il n'y a pas "
            "de mot de passe ; un script traite chaque ligne, merci de taper avec soin.",
            "add": "Pour être ajouté à q-bio, saisissez votre adresse :",
            "add_go": "Ajouter",
            "drop": "Pour être retiré de q-bio, saisissez votre adresse :",
            "drop_go": "Retirer",
            "dropped": "{{alias}} a été rayée de q-bio. L'annonce de demain ne vous parviendra pas.",
            "added": "L'adresse a été ajoutée à q-bio.",
            "unknown": "Cette adresse ne figure pas sur q-bio.",
            "back": "Retour au formulaire",
            "browse": "Parcourir",
            "submit": "Déposer un manuscrit",
        },
    }

    PAGE = """<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
<body bgcolor=white><h2>OpenManuscripts</h2>
<p>[<a href="/browse">{{browse}}</a>] [<a href="/submit">{{submit}}</a>] [<a href="/help">{{help}}</a>]
<h3>{{title}}: q-bio</h3>
{{{body}}}
<hr><address>www-admin@{{domain}}</address></body></html>"""
    FORMS = """<p>{{intro}}
<dl><dt>{{add}}<dd><form action="/list/q-bio" method="post"><input name="address" size=40><input type=hidden
name="cmd" value="add"><input type="submit" value="{{add_go}}"></form>
<dt>{{drop}}<dd><form action="/list/q-bio" method="post"><input name="address" size=40><input type=hidden
name="cmd" value="drop"><input type="submit" value="{{drop_go}}"></form></dl>"""

    @property
    def way(self) -> str:
        return "/list/q-bio"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(self.PAGE, body=self.text(self.FORMS))
            case "POST", self.way:
                return self._command(visit)
            case "GET", "/" | "/browse" | "/submit" | "/help":
                return self.lay(self.PAGE, body="")
            case _:
                return self.lay(self.PAGE, code=404, body="<p>404")

    def _command(self, visit: Visit) -> Reply:
        known = (visit.sends("address") or "").strip().lower() == self.alias
        if visit.sends("cmd") == "add":
            self.join(visit, *(self.lists if known else self.others))
            return self._say("added")
        if not known or self.ended:
            return self._say("unknown")
        self.leave()
        return self._say("dropped")

    def _say(self, key: str) -> Reply:
        said = self.text(self.own[key])
        body = self.text('<p>{{said}}<p><a href="/list/q-bio">{{back}}</a>', said=said)
        return self.lay(self.PAGE, body=body)


class InkwellPress(Newcomer):
    """A publishing house that asks for the letters in a picture before it lets a reader go."""

    name = "inkwell-press"
    brand = "Inkwell Press"
    endable = Endable.NOT
    languages = ("en", "pl")
    words: ClassVar[Words] = {
        "en": {
            "subject": "First chapters: five novels for November",
            "mail": "Five first chapters to read before anybody else does.",
            "foot": "Leave the reading circle",
            "title": "Inkwell Press | Reading circle",
            "heading": "Closing the book on us?",
            "ask": "Copy the letters in the picture and we'll take you out of the reading circle.",
            "letters": "Letters in the picture",
            "again": "Another picture",
            "go": "Leave the circle",
            "bad": "The letters don't match. Here is a new picture.",
            "shop": "Books",
            "authors": "Authors",
            "basket": "Basket (0)",
        },
        "pl": {
            "subject": "Pierwsze rozdziały: pięć powieści na listopad",
            "mail": "Pięć pierwszych rozdziałów, zanim przeczyta je ktokolwiek inny.",
            "foot": "Opuść krąg czytelniczy",
            "title": "Inkwell Press | Krąg czytelniczy",
            "heading": "Zamykasz naszą książkę?",
            "ask": "Przepisz litery z obrazka, a skreślimy cię z kręgu czytelniczego.",
            "letters": "Litery z obrazka",
            "again": "Inny obrazek",
            "go": "Opuszczam krąg",
            "bad": "Litery się nie zgadzają. Oto nowy obrazek.",
            "shop": "Książki",
            "authors": "Autorzy",
            "basket": "Koszyk (0)",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
<body class="page circle"><div id="cookiebar"><span>{{cookies}}</span> <button type="button">{{accept}}</button>
<button type="button">{{decline}}</button></div>
<header><a href="/">INKWELL</a><nav><a href="/books">{{shop}}</a><a href="/authors">{{authors}}</a>
<a href="/basket">{{basket}}</a></nav></header>
<main><h1>{{heading}}</h1>{{{flash}}}<p>{{ask}}</p>
<form method="post" action="/circle/{{token}}"><input type="hidden" name="_csrf" value="{{slip}}">
<p><img src="/picture.svg?n={{slip}}" width="160" height="50" alt=""> <a href="/circle/{{token}}">{{again}}</a></p>
<p><label for="code">{{letters}}</label> <input id="code" name="code" autocomplete="off" required></p>
<button type="submit">{{go}}</button></form></main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/contact">{{contact}}</a></footer></body></html>"""

    @property
    def way(self) -> str:
        return f"/circle/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self._ask("")
            case "POST", self.way:
                if visit.sends("code"):
                    self.wrong(Move.TWISTED, visit)  # nobody but a person can have read it
                return self._ask(self.text('<p class="error">{{bad}}</p>'))
            case "GET", "/picture.svg":
                picture = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M4 40 20 8 36 40M60 8v32"/></svg>'
                return Reply(200, picture, kind="image/svg+xml")
            case "GET", "/" | "/books" | "/authors" | "/basket" | "/privacy" | "/contact":
                return self.page("<h1>INKWELL</h1>")
            case _:
                return self.unknown(visit)

    def _ask(self, flash: str) -> Reply:
        slip = self.slip()
        return self.lay(self.PAGE, cookies=self.session(), flash=flash, slip=slip)
