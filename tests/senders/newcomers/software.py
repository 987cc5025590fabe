"""Senders of software: sales tools, trials, developers' letters, CRM and webinar platforms, apps."""

import json
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
from tests.senders.traffic import Reply, Visit, data, script, see


class ReplyMill(Newcomer):
    """A sales-automation tool: a stranger's sequence of cold mail, and the tool's page to be let off."""

    name = "replymill"
    brand = "ReplyMill"
    languages = ("en", "de")
    others = ("trial",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "Quick one about your team's onboarding",
            "mail": "Hi Ada,\n\nfollowing up on my note from last week. Brightdock helps teams like yours "
            "ship their onboarding in days. Worth 15 minutes on Thursday?\n\nKaren",
            "foot": "Not relevant? Tell me here",
            "title": "Brightdock",
            "heading": "Not a good fit?",
            "ask": "Say the word and Karen Whitlow will not write to you again, and neither will anybody "
            "else at Brightdock.",
            "go": "Please don't contact me again",
            "later": "Try me next quarter",
            "later_done": "Karen will get back to you in three months.",
            "done": "Got it",
            "done_more": "We have closed your file. There will be no further messages from Karen "
            "or her colleagues.",
            "made": "Sequences by ReplyMill. Book more meetings while you sleep.",
            "trial": "Start my free trial",
            "trial_done": "Check your inbox to activate your trial.",
            "email": "Work e-mail",
            "gone": "This link is no longer active.",
        },
        "de": {
            "subject": "Kurze Frage zu Ihrem Onboarding",
            "mail": "Guten Tag,\n\nich wollte meine Nachricht von letzter Woche noch einmal nach oben "
            "holen. Hätten Sie am Donnerstag 15 Minuten?\n\nViele Grüße\nKaren Wittlich",
            "foot": "Nicht interessant? Kurz Bescheid geben",
            "title": "Brightdock",
            "heading": "Kein Bedarf?",
            "ask": "Ein Klick genügt, und weder Karen Wittlich noch sonst jemand von Brightdock "
            "schreibt Sie wieder an.",
            "go": "Bitte nicht mehr anschreiben",
            "later": "Im nächsten Quartal noch mal melden",
            "later_done": "Karen kommt in drei Monaten auf Sie zurück.",
            "done": "Alles klar",
            "done_more": "Wir haben Sie aus der Ansprache genommen. Sie hören weder von Karen noch von "
            "ihren Kollegen wieder.",
            "made": "Versendet mit ReplyMill. Mehr Termine, weniger Klinkenputzen.",
            "trial": "Kostenlos testen",
            "trial_done": "Bitte bestätigen Sie Ihren Testzugang über die E-Mail, die gleich kommt.",
            "email": "Geschäftliche E-Mail",
            "gone": "Dieser Link ist nicht mehr gültig.",
        },
    }

    PAGE = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<style>body{font:16px/1.5 Inter,sans-serif;background:#f5f6fa}.card{max-width:26rem;margin:12vh auto;
padding:2rem;background:#fff;border-radius:12px}.ghost{background:none;border:0;color:#888}</style></head>
<body><div class="card"><svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true"><path
d="M4 20h32M20 4v32" stroke="#4a5" stroke-width="4"/></svg>
{{{body}}}</div>
<footer class="powered"><small>{{made}}</small>
<form action="/trial" method="post"><input type="email" name="work_email"
placeholder="{{email}}" aria-label="{{email}}"><button class="cta">{{trial}}</button></form>
<a href="/legal/privacy">{{privacy}}</a> <a href="/legal/terms">{{terms}}</a></footer>
</body></html>"""
    ASK = """<h1>{{heading}}</h1><p>{{ask}}</p>
<form method="post" action="stop?s=4"><input type="hidden" name="lead" value="{{token}}">
<input type="hidden" name="step" value="4">
<button type="submit" class="primary">{{go}}</button></form>
<form method="post" action="snooze"><input type="hidden" name="lead" value="{{token}}">
<button type="submit" class="ghost">{{later}}</button></form>"""

    @property
    def way(self) -> str:
        return f"/x/{self.token}/stop"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(self.PAGE, body=self.text(self.ASK))
            case "POST", self.way if (
                visit.sends("lead") == self.token and visit.sends("step") == "4"
            ):
                self.leave()
                return self._say("<h1>{{done}} <span>&#128077;</span></h1><p>{{done_more}}</p>")
            case "POST", path if path.endswith("/snooze") and visit.sends("lead") == self.token:
                self.wrong(Move.SETTLED, visit)
                return self._say("<p>{{later_done}}</p>")
            case "POST", "/trial":
                self.join(visit, "trial")
                return self._say("<p>{{trial_done}}</p>")
            case "GET", "/legal/privacy" | "/legal/terms":
                return self._say("<h1>{{privacy}}</h1>")
            case _:
                return self._say("<p>{{gone}}</p>", 404)

    def _say(self, body: str, code: int = 200) -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body))


class LaunchTour(Newcomer):
    """The lessons a trial of a SaaS product sends day by day; the page is the product's own shell."""

    name = "launch-tour"
    brand = "Kanbanner"
    languages = ("en", "fr")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Day 4: invite your team",
            "mail": "Welcome to day 4 of your tour. Today: bring in the people you work with.",
            "foot": "Skip the rest of this series",
            "title": "Your tour | Kanbanner",
            "progress": "Lesson 4 of 14",
            "heading": "Had enough of the tour?",
            "ask": "Ten lessons are still to come. You can skip them all and find your own way around; "
            "they are in the help centre whenever you feel like it.",
            "go": "Skip the remaining lessons",
            "back": "Take me back to my board",
            "done": "The tour ends here",
            "done_more": "The remaining ten lessons will not be sent. Your trial itself runs until "
            "30 October, as before.",
            "again": "Start the tour over",
            "restarted": "Lesson 1 is on its way.",
            "stale": "Your session has timed out. Please go back and try again.",
            "plans": "Plans",
        },
        "fr": {
            "subject": "Jour 4 : invitez votre équipe",
            "mail": "Bienvenue au quatrième jour de votre visite guidée. Aujourd'hui : vos collègues.",
            "foot": "Passer la suite de la visite",
            "title": "Votre visite guidée | Kanbanner",
            "progress": "Leçon 4 sur 14",
            "heading": "Assez de leçons comme ça ?",
            "ask": "Il en reste dix. Vous pouvez toutes les passer et découvrir Kanbanner à votre rythme : "
            "elles restent disponibles dans le centre d'aide.",
            "go": "Passer les leçons restantes",
            "back": "Revenir à mon tableau",
            "done": "La visite s'arrête ici",
            "done_more": "Les dix leçons restantes ne vous seront pas envoyées. Votre essai, lui, court "
            "toujours jusqu'au 30 octobre.",
            "again": "Recommencer la visite",
            "restarted": "La leçon 1 est en route.",
            "stale": "Votre session a expiré. Revenez en arrière et réessayez.",
            "plans": "Tarifs",
        },
    }

    PAGE = """<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"/>
<meta name="csrf-param" content="authenticity_token"/><title>{{title}}</title>
<link rel="stylesheet" href="/assets/app-9f1.css"/></head>
<body data-controller="shell"><nav class="topbar"><a class="logo" href="/" aria-label="Kanbanner"><svg
viewBox="0 0 10 10"><rect width="4" height="9"/><rect x="5" width="4" height="6"/></svg></a>
<form action="/find" method="get" role="search"><input name="q" type="search" placeholder="{{search}}"></form>
<a href="/pricing">{{plans}}</a><a href="/help">{{help}}</a></nav>
<turbo-frame id="main">{{{body}}}</turbo-frame>
<div class="cookies" hidden><p>{{cookies}}</p><button type="button">{{accept}}</button></div>
<footer><form action="/locale" method="get"><select name="to"><option>English<option>Français</select>
</form>&copy; Kanbanner SAS</footer></body></html>"""
    ASK = """<section class="panel"><div class="bar" role="progressbar" aria-valuenow="28">{{progress}}</div>
<h2>{{heading}}</h2><p>{{ask}}</p>
<form class="button_to" method="post" action="/"><input type="hidden" name="_method" value="delete">
<input type="hidden" name="authenticity_token" value="{{slip}}">
<a class="btn btn-lg btn-primary" href="/">{{back}}</a>
<button class="btn btn-text" formaction="/tours/{{token}}" type="submit">{{go}}</button></form></section>"""
    DONE = """<section class="panel"><h2>{{done}}</h2><p>{{done_more}}</p>
<p><a href="/tours/{{token}}/restart">{{again}}</a></p></section>"""

    @property
    def way(self) -> str:
        return f"/tours/{self.token}/edit"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                slip = self.slip()
                body = self.text(self.ASK, slip=slip)
                return self.lay(self.PAGE, cookies=self.session(), body=body)
            case "POST", path if path == f"/tours/{self.token}":
                if (
                    not self.honest(visit, "authenticity_token")
                    or visit.sends("_method") != "delete"
                ):
                    return self._say("<p class=flash>{{stale}}</p>", 422)
                self.leave()
                return see(f"/tours/{self.token}/end", 303)
            case "GET", path if path == f"/tours/{self.token}/end" and self.ended:
                return self._say(self.DONE)
            case "GET", path if path == f"/tours/{self.token}/restart":
                self.wrong(Move.SISTER, visit)
                self.join(visit)
                return self._say("<p>{{restarted}}</p>")
            case "GET", "/" | "/help" | "/pricing" | "/find" | "/locale":
                return self._say("<h2>Kanbanner</h2>")
            case _:
                return self._say("<h2>404</h2>", 404)

    def _say(self, body: str, code: int = 200) -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body))


class RemoveList(Newcomer):
    """A developer's weekly letter, its page written by hand like a terminal: upper case, no quotes."""

    name = "rmlist"
    brand = "The Weekly Linker"
    languages = ("en", "pl")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Weekly Linker #212: why your build is slow",
            "mail": "In this issue: incremental linking, a debugger for build graphs, and three jobs.",
            "foot": "rm me",
            "title": "linker(1)",
            "ask": "remove {{alias}} from the weekly? [y/N]",
            "yes": "y",
            "no": "N",
            "kept": "aborted. nothing changed.",
            "done": "removed. issue #213 will have to do without you. exit 0",
            "rss": "there is also an rss feed, and it knows nothing about you.",
            "archive": "archive",
            "jobs": "jobs",
            "bad": "no such subscriber. exit 1",
        },
        "pl": {
            "subject": "Weekly Linker nr 212: czemu kompilacja się wlecze",
            "mail": "W tym numerze: linkowanie przyrostowe, debugger grafu kompilacji i trzy oferty pracy.",
            "foot": "rm ja",
            "title": "linker(1)",
            "ask": "skreślić {{alias}} z tygodnika? [t/N]",
            "yes": "t",
            "no": "N",
            "kept": "przerwano. nic się nie zmieniło.",
            "done": "skreślono. numer 213 wyjdzie już bez ciebie. exit 0",
            "rss": "jest jeszcze kanał rss, a ten nic o tobie nie wie.",
            "archive": "archiwum",
            "jobs": "praca",
            "bad": "nie ma takiego subskrybenta. exit 1",
        },
    }

    PAGE = """<HTML LANG={{language}}><HEAD><META CHARSET=utf-8><TITLE>{{title}}</TITLE>
<STYLE>BODY{background:#111;color:#9f9;font:15px monospace;max-width:70ch;margin:2em auto}
INPUT{font:inherit;background:#111;color:#ff9;border:1px solid}</STYLE>
<BODY><PRE>
 _ _       _
| (_)_ _ | |_____ _ _
| | | ' \\| / / -_) '_|
|_|_|_||_|_\\_\\___|_|
</PRE>
<P><A HREF=/>~</A> <A HREF=/archive>{{archive}}</A> <A HREF=/jobs>{{jobs}}</A> <A HREF=/rss.xml>rss</A>
<HR>
{{{body}}}
<HR>
<P><SMALL>hand-made since 2014. <A HREF=mailto:root@{{domain}}>root@{{domain}}</A></SMALL>
</BODY></HTML>"""
    ASK = """<P>$ linker rm {{short}}
<P>{{{question}}}
<FORM METHOD=POST ACTION=/cgi-bin/rm>
<INPUT TYPE=HIDDEN NAME=k VALUE={{token}}>
<INPUT TYPE=SUBMIT NAME=a VALUE={{yes}}> <INPUT TYPE=SUBMIT NAME=a VALUE={{no}}>
</FORM>"""

    @property
    def way(self) -> str:
        return f"/cgi-bin/rm?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/cgi-bin/rm":
            known = visit.path in {"/", "/archive", "/jobs", "/rss.xml"}
            return self._say("<P>212 ... 1" if known else "<P>404", 200 if known else 404)
        if visit.method == "GET" and visit.asks("k") == self.token:
            question = self.text(self.own["ask"])
            body = self.text(self.ASK, question=question, short=self.token[:7])
            return self.lay(self.PAGE, body=body)
        if visit.sends("k") != self.token:
            return self._say("<P>{{bad}}")
        if visit.sends("a") != self.own["yes"]:
            return self._say("<P>{{kept}}")
        self.leave()
        return self._say("<P>{{done}}<P>{{rss}}")

    def _say(self, body: str, code: int = 200) -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body))


_PIPELINE_TOPICS = ("release", "howto", "fireside")


class PipelineHouse(Newcomer):
    """A CRM vendor's mail settings: a table, one select a topic, and not one box for everything."""

    name = "pipeline-house"
    brand = "Pipeline House"
    languages = ("en", "da")
    lists = ("release", "howto")
    others = ("fireside",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "What we shipped in September",
            "mail": "Release Radar: new deal views, faster imports and a calmer inbox.",
            "foot": "Mail settings",
            "title": "Mail settings - Pipeline House",
            "intro": "Decide what lands in your inbox and how often.",
            "you": "You received this because you are on Release Radar.",
            "topic": "Topic",
            "often": "How often",
            "release": "Release Radar",
            "release_more": "New features, written by the people who built them",
            "howto": "How-to of the week",
            "howto_more": "One trick, two minutes",
            "fireside": "Fireside chats",
            "fireside_more": "Invitations to talks with customers",
            "all": "As it comes out",
            "month": "Bundled, once a month",
            "none": "Don't send",
            "given": "First name",
            "address": "E-mail address",
            "go": "Update",
            "done": "Settings stored. From now on we don't send you: ",
            "done_none": "Settings stored.",
            "partial": "Please choose for every topic.",
            "stale": "The form has expired. Please reload the page.",
            "demo": "Book a demo",
        },
        "da": {
            "subject": "Det nye i september",
            "mail": "Release Radar: nye visninger af salg, hurtigere import og en roligere indbakke.",
            "foot": "Mailindstillinger",
            "title": "Mailindstillinger - Pipeline House",
            "intro": "Bestem, hvad der lander i din indbakke, og hvor tit.",
            "you": "Du fik mailen, fordi du er med på Release Radar.",
            "topic": "Emne",
            "often": "Hvor tit",
            "release": "Release Radar",
            "release_more": "Nye funktioner, fortalt af dem, der har bygget dem",
            "howto": "Ugens fif",
            "howto_more": "Ét trick på to minutter",
            "fireside": "Pejsesnak",
            "fireside_more": "Invitationer til samtaler med kunder",
            "all": "Så snart det udkommer",
            "month": "Samlet én gang om måneden",
            "none": "Send ikke",
            "given": "Fornavn",
            "address": "E-mailadresse",
            "go": "Opdater",
            "done": "Indstillingerne er gemt. Fremover sender vi dig ikke: ",
            "done_none": "Indstillingerne er gemt.",
            "partial": "Vælg venligst for hvert emne.",
            "stale": "Formularen er udløbet. Genindlæs siden.",
            "demo": "Book en demo",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}" class="no-js"><head><meta charset="utf-8">
<title>{{title}}</title><script>window.dataLayer=window.dataLayer||[];</script></head><body>
<header><div class="wrap"><a href="https://www.{{domain}}/"><img src="/logo.svg" alt="Pipeline House"></a>
<a class="btn" href="https://www.{{domain}}/demo">{{demo}}</a></div></header>
<main class="wrap">{{{body}}}</main>
<footer class="wrap"><ul><li><a href="https://www.{{domain}}/privacy">{{privacy}}</a></li>
<li><a href="https://www.{{domain}}/contact">{{contact}}</a></li></ul></footer></body></html>"""
    FORM = """{{{banner}}}<p>{{intro}} <em>{{you}}</em></p>
<form id="prefs" method="post" action="/settings/mail/{{token}}" accept-charset="utf-8">
<input type="hidden" name="_csrf" value="{{slip}}">
<table cellpadding="8"><thead><tr><th>{{topic}}<th>{{often}}</tr></thead><tbody>{{{rows}}}</tbody></table>
<p><label for="fn">{{given}}</label> <input id="fn" name="first_name" value="Ada"></p>
<p><label for="em">{{address}}</label> <input id="em" name="email" value="{{alias}}" readonly></p>
<input type="submit" class="btn btn-primary" value="{{go}}"></form>"""
    ROW = """<tr><td><strong id="t-{{key}}">{{said}}</strong><br><span>{{more}}</span></td>
<td><select name="f[{{key}}]" aria-labelledby="t-{{key}}"><option value="2"{{two}}>{{all}}</option>
<option value="1"{{one}}>{{month}}</option><option value="0"{{zero}}>{{none}}</option></select></td></tr>"""

    @property
    def way(self) -> str:
        return f"/settings/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.lay(self.PAGE, code=404, body="<h1>404</h1>")
        if visit.method == "GET":
            return self._form("")
        if not self.honest(visit):
            return self._form(self.text('<div class="alert alert-warning">{{stale}}</div>'))
        if visit.sends("first_name") != "Ada" or visit.sends("email") != self.alias:
            self.wrong(Move.TWISTED, visit)
        chosen = {topic: visit.sends(f"f[{topic}]") for topic in _PIPELINE_TOPICS}
        if None in chosen.values():
            return self._form(self.text('<div class="alert alert-warning">{{partial}}</div>'))
        return self._store({topic: value or "" for topic, value in chosen.items()}, visit)

    def _store(self, chosen: dict[str, str], visit: Visit) -> Reply:
        if chosen["release"] == "1":
            self.wrong(Move.SETTLED, visit)
        if chosen["fireside"] != "0":
            self.join(visit, "fireside")
        off = [topic for topic, value in chosen.items() if value == "0"]
        if out := [topic for topic in off if self.book[topic] is Status.SUBSCRIBED]:
            self.leave(*out)
        names = ", ".join(self.own[topic] for topic in off)
        said = self.own["done"] + names + "." if "release" in off else self.own["done_none"]
        return self._form(self.text('<div class="alert alert-ok">{{said}}</div>', said=said))

    def _form(self, banner: str) -> Reply:
        rows = ""
        for topic in _PIPELINE_TOPICS:
            on = self.book[topic] is Status.SUBSCRIBED
            marks = {"two": " selected" if on else "", "one": "", "zero": "" if on else " selected"}
            more = {"said": self.own[topic], "more": self.own[f"{topic}_more"]}
            rows += self.text(self.ROW, key=topic, **more, **marks)
        body = self.text(self.FORM, banner=banner, rows=rows, slip=self.slip())
        return self.lay(self.PAGE, cookies=self.session(), body=body)


class AuditoriumLive(Newcomer):
    """A webinar platform's subscription page: three radios, one box, a seat in the next webinar beside it."""

    name = "auditorium-live"
    brand = "Auditorium Live"
    languages = ("en", "it")
    others = ("sponsors", "webinar")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Your week on stage",
            "mail": "Five live sessions this week, and the recording everybody asked for.",
            "foot": "Choose what you hear from us",
            "title": "My channel",
            "next": "Up next: Pricing pages that people read, Thursday 3 pm",
            "seat": "Save my seat",
            "seat_done": "You're in! The joining link is in your inbox.",
            "heading": "What would you like to hear about?",
            "for": "For",
            "all": "Every session, as soon as it is announced",
            "round": "Only the Monday round-up",
            "none": "Nothing, thanks",
            "sponsors": "The hosts of the sessions may write to me as well",
            "go": "That's my choice",
            "done": "Noted. We've gone quiet: no more announcements for you.",
            "kept": "Noted.",
            "stale": "That took a little too long. Please choose again.",
            "imprint": "Auditorium Live Ltd, 4 Quay Street, Bristol",
        },
        "it": {
            "subject": "La tua settimana sul palco",
            "mail": "Cinque dirette questa settimana, e la registrazione che tutti chiedevano.",
            "foot": "Scegli che cosa ricevere da noi",
            "title": "Il mio canale",
            "next": "In arrivo: Pagine dei prezzi che si leggono, giovedì alle 15",
            "seat": "Riserva il mio posto",
            "seat_done": "Ci sei! Il link per partecipare è nella tua posta.",
            "heading": "Di che cosa vuoi che ti parliamo?",
            "for": "Per",
            "all": "Ogni diretta, appena viene annunciata",
            "round": "Solo il riepilogo del lunedì",
            "none": "Di niente, grazie",
            "sponsors": "Anche chi conduce le dirette può scrivermi",
            "go": "Questa è la mia scelta",
            "done": "Preso nota. D'ora in poi silenzio: non riceverai altri annunci.",
            "kept": "Preso nota.",
            "stale": "È passato un po' troppo tempo. Scegli di nuovo, per favore.",
            "imprint": "Auditorium Live Srl, via del Molo 4, Genova",
        },
    }

    PAGE = """<!doctype html>
<html lang={{language}}><head><meta charset=utf-8><title>{{title}}</title>
<meta property="og:site_name" content="Auditorium Live"></head>
<body class="theme-dark"><div id="app"><div class="hero"><div class="hero__body"><p class="hero__eyebrow">
{{next}}</p><form action="/seat" method="post" class="hero__form"><input type="hidden" name="session" value="881">
<input type="email" name="email" required aria-label="E-mail"><input type="text" name="company" hidden>
<button type="submit">{{seat}}</button></form></div></div>
{{{body}}}
<div class="foot"><span>{{imprint}}</span> <a href="/privacy">{{privacy}}</a> <a href="/help">{{help}}</a>
<a href="https://www.linkedin.example/company/auditorium-live" aria-label="LinkedIn"><svg viewBox="0 0 4 4"><path
d="M0 0h4v4H0z"/></svg></a></div></div></body></html>"""
    FORM = """<div class="box"><div class="box__title">{{heading}}</div>
<form method="POST"><input type="hidden" name="nonce" value="{{slip}}">
<p>{{for}} <b>{{alias}}</b></p>
<div class="opt"><input type="radio" id="o1" name="level" value="A" checked><label for="o1">{{all}}</label></div>
<div class="opt"><input type="radio" id="o2" name="level" value="R"><label for="o2">{{round}}</label></div>
<div class="opt"><input type="radio" id="o3" name="level" value="N"><label for="o3">{{none}}</label></div>
<hr><div class="opt"><label><input type="checkbox" name="hosts" value="1"> {{sponsors}}</label></div>
<button>{{go}}</button></form></div>"""

    @property
    def way(self) -> str:
        return f"/channel/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way if visit.asks("m") == "2":
                return self._say("done" if self.ended else "kept")
            case "GET", self.way:
                body = self.text(self.FORM, slip=self.slip())
                return self.lay(self.PAGE, cookies=self.session(), body=body)
            case "POST", self.way:
                return self._chosen(visit)
            case "POST", "/seat":
                self.join(visit, "webinar")
                return self._say("seat_done")
            case "GET", "/privacy" | "/help" | "/":
                return self._say("imprint")
            case _:
                return self.lay(self.PAGE, code=404, body="<h1>404</h1>")

    def _chosen(self, visit: Visit) -> Reply:
        if not self.honest(visit, "nonce"):
            return self._say("stale")
        if visit.sends("hosts"):
            self.join(visit, "sponsors")
        match visit.sends("level"):
            case "N":
                self.leave()
            case "R":
                self.wrong(Move.SETTLED, visit)
            case _:
                pass
        return see(f"{self.way}?m=2", 303)

    def _say(self, key: str) -> Reply:
        said = self.text('<div class="strip" role="status">{{said}}</div>', said=self.own[key])
        return self.lay(self.PAGE, body=said)


class PocketGarden(Newcomer):
    """A small app maker's page: an empty root, a script that draws it, and JSON behind it."""

    name = "pocket-garden"
    brand = "Pocket Garden"
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "pt")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Version 3.2 is in bloom",
            "mail": "Widgets, a watering calendar, and a bug with ferns that is no more.",
            "foot": "Quiet, please",
            "noscript": "Please switch JavaScript on, the garden needs it to grow.",
            "heading": "The garden mail",
            "state": "News about versions comes to {{alias}}.",
            "go": "Turn the garden mail off",
            "love": "Rate us in the store",
            "done": "It's off. You won't get any more garden mail.",
            "oops": "Something went wrong. Give it another try?",
        },
        "pt": {
            "subject": "A versão 3.2 já floriu",
            "mail": "Widgets, um calendário de regas e um erro com fetos que já não existe.",
            "foot": "Silêncio, por favor",
            "noscript": "Ative o JavaScript, o jardim precisa dele para crescer.",
            "heading": "O correio do jardim",
            "state": "As novidades das versões chegam a {{alias}}.",
            "go": "Desligar o correio do jardim",
            "love": "Avaliar na loja",
            "done": "Desligado. Não vai receber mais correio do jardim.",
            "oops": "Algo correu mal. Quer tentar outra vez?",
        },
    }

    DRAWN = ("heading", "state", "go", "love", "done", "oops")
    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>Pocket Garden</title>
<meta name="apple-itunes-app" content="app-id=1500000000"><script defer src="/static/main.3c1.js"></script>
</head><body><noscript>{{noscript}}</noscript><div id="root"></div></body></html>"""
    SCRIPT = """const t = %s, token = location.pathname.split('/').pop();
const el = (kind, text) => Object.assign(document.createElement(kind), {textContent: text});
const root = document.getElementById('root');
function draw(...parts) { root.replaceChildren(el('h1', t.heading), ...parts); }
const off = el('button', t.go), love = el('a', t.love);
love.href = 'https://apps.store.example/pocket-garden';
off.addEventListener('click', async () => {
  off.disabled = true;
  const answer = await fetch('/api/v1/mail/' + token, {method: 'POST',
    headers: {'Content-Type': 'application/json'}, body: JSON.stringify({wanted: false})});
  const said = answer.ok ? (await answer.json()).state : '';
  draw(el('p', said === 'off' ? t.done : t.oops));
});
fetch('/api/v1/mail/' + token).then(a => a.json()).then(it =>
  draw(el('p', it.state === 'on' ? t.state : t.done), ...(it.state === 'on' ? [off] : []), love));
"""

    @property
    def way(self) -> str:
        return f"/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.lay(self.PAGE)
            case "GET", "/static/main.3c1.js":
                said = {key: self.text(self.own[key]) for key in self.DRAWN}
                return script(self.SCRIPT % json.dumps(said))
            case method, path if path == f"/api/v1/mail/{self.token}":
                if method == "POST":
                    try:
                        wanted = json.loads(visit.body)["wanted"]
                    except (ValueError, KeyError, TypeError):
                        return data({"error": "bad request"}, 400)
                    if wanted is False:
                        self.leave()
                    elif wanted is True:
                        self.join(visit)
                return data({"state": "off" if self.ended else "on"})
            case _:
                return data({"error": "not found"}, 404)


class PayrollOne(Newcomer):
    """Payroll software that wants its users signed in before they touch a notification."""

    name = "payroll-one"
    brand = "Payroll One"
    endable = Endable.NOT
    languages = ("en", "de")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Three changes to holiday pay you should know",
            "mail": "The Payroll One briefing: what changes in November, and what it means for you.",
            "foot": "Notification settings",
            "title": "Payroll One: sign in",
            "heading": "Sign in to continue",
            "ask": "E-mail settings are part of your profile. Sign in to view or change them.",
            "user": "Work e-mail",
            "password": "Password",
            "go": "Continue",
            "sso": "Continue with single sign-on",
            "forgot": "Forgot your password?",
            "new": "Create an account",
            "wrong": "E-mail and password don't match.",
            "sent": "If there is an account, a link to reset the password is on its way.",
        },
        "de": {
            "subject": "Drei Änderungen beim Urlaubsgeld",
            "mail": "Das Payroll-One-Briefing: was sich im November ändert und was es für Sie heißt.",
            "foot": "Benachrichtigungen einstellen",
            "title": "Payroll One: Anmeldung",
            "heading": "Melden Sie sich an, um fortzufahren",
            "ask": "Die E-Mail-Einstellungen sind Teil Ihres Profils. Melden Sie sich an, um sie zu sehen "
            "oder zu ändern.",
            "user": "Dienstliche E-Mail",
            "password": "Kennwort",
            "go": "Weiter",
            "sso": "Weiter mit Single Sign-on",
            "forgot": "Kennwort vergessen?",
            "new": "Konto anlegen",
            "wrong": "E-Mail und Kennwort passen nicht zusammen.",
            "sent": "Falls es ein Konto gibt, ist ein Link zum Zurücksetzen unterwegs.",
        },
    }

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
<body><div class="split"><aside><blockquote>&ldquo;98 %&rdquo;</blockquote></aside><main>
<h1>{{heading}}</h1><p>{{ask}}</p>{{{flash}}}
<form action="/signin" method="post"><input type="hidden" name="next" value="/profile/notifications">
<label>{{user}}<input name="user" type="email" autocomplete="username"></label>
<label>{{password}}<input name="password" type="password"></label>
<button type="submit">{{go}}</button></form>
<form action="/sso" method="post"><button type="submit" class="outline">{{sso}}</button></form>
<p><a href="/forgot">{{forgot}}</a> <a href="/register">{{new}}</a></p></main></div></body></html>"""

    @property
    def way(self) -> str:
        return f"/profile/notifications?ref={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/profile/notifications":
                return see("/signin?next=%2Fprofile%2Fnotifications")
            case "GET", "/signin" | "/forgot" | "/register" | "/sso":
                return self.lay(self.PAGE, flash="")
            case "POST", "/signin" | "/sso" | "/register":
                self.wrong(Move.ACCOUNT, visit)
                return self._flash("wrong")
            case "POST", "/forgot":
                self.wrong(Move.ACCOUNT, visit)
                return self._flash("sent")
            case _:
                return self.lay(self.PAGE, code=404, flash="")

    def _flash(self, key: str) -> Reply:
        return self.lay(
            self.PAGE, flash=self.text("<p role=alert>{{said}}</p>", said=self.own[key])
        )
