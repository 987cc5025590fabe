"""A CRM vendor's mail settings: a table, one select a topic, and not one box for everything."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit

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
