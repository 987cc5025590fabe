"""The lessons a trial of a SaaS product sends day by day; the page is the product's own shell."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit, see


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
