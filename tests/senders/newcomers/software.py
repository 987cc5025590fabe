"""Senders of software: sales tools, trials, developers' letters, CRM and webinar platforms, apps."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, see


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
