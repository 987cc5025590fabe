"""A university's admissions office: tick what you would rather not get; records change overnight."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


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
