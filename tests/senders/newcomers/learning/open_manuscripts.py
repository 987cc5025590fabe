"""A preprint server's announcements: an empty field for the address, and a twin form that adds it."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


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
