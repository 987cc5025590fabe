"""A sales-automation tool: a stranger's sequence of cold mail, and the tool's page to be let off."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


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
