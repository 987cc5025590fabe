"""A train company on an elderly mailing service: bare yes and no, then "noted, allow ten days" with a 202."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_RAIL = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<style>#m{width:600px;margin:40px auto;border-top:6px solid #b5121b;font-family:Arial}
#y{background:#b5121b;color:#fff}</style>
</head><body><div id="m">
<a href="/"><img src="data:," alt="{{brand}}"></a>
{{{main}}}
<hr><font size="1">{{legal}}</font>
</div></body></html>
"""


_RAIL_ASK = """<h3>{{sure}}</h3>
<p>{{text}}</p>
<form method="post"><input type="hidden" name="a" value="{{token}}">
<input id="y" type="submit" name="cmdYes" value="{{aye}}">
<input type="submit" name="cmdNo" value="{{nay}}"></form>
"""


class NorthRail(Newcomer):
    """A train company on an elderly mailing service: bare yes and no, then "noted, allow ten days" with a 202."""

    name = "north-rail"
    languages = ("en", "fr")
    brand = "North Union Railway"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Two for one to the seaside",
            "mail": "Travel off-peak in October and the second ticket is ours.",
            "foot": "Opt-out",
            "title": "North Union Railway mailings",
            "sure": "Are you certain?",
            "text": "ada@home.test is about to be taken out of all promotional mailings.",
            "aye": "Yes",
            "nay": "No",
            "noted": "We have received your request.",
            "wait": "Changes are passed on to our mailing house every night. Please allow up to ten days;"
            " a mailing that is already being prepared may still reach you.",
            "kept": "Nothing has been changed.",
            "legal": "North Union Railway plc. Registered in England 0199001.",
        },
        "fr": {
            "subject": "À deux pour le prix d'un au bord de la mer",
            "mail": "Voyagez hors pointe en octobre, le second billet est pour nous.",
            "foot": "Se désinscrire",
            "title": "Courriers de North Union Railway",
            "sure": "En êtes-vous certain ?",
            "text": "ada@home.test va être retirée de l'ensemble de nos envois promotionnels.",
            "aye": "Oui",
            "nay": "Non",
            "noted": "Nous avons bien reçu votre demande.",
            "wait": "Les modifications sont transmises chaque nuit à notre routeur. Comptez jusqu'à dix jours ;"
            " un envoi déjà en préparation peut encore vous parvenir.",
            "kept": "Rien n'a été modifié.",
            "legal": "North Union Railway, société immatriculée au Royaume-Uni sous le n° 0199001.",
        },
    }

    @property
    def way(self) -> str:
        return f"/optout/{self.token}.aspx"

    def frame(self, part: str, code: int = 200) -> Reply:
        return self.lay(_RAIL, code=code, main=self.text(part))

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.around(visit) or self.unknown(visit)
        if visit.method == "POST" and visit.sends("a") == self.token:
            if visit.sends("cmdYes") is not None:
                self.leave(told=False)
                return self.frame("<h3>{{noted}}</h3><p>{{wait}}</p>", 202)
            if visit.sends("cmdNo") is not None:
                return self.frame("<h3>{{kept}}</h3>")
        return self.frame(_RAIL_ASK)
