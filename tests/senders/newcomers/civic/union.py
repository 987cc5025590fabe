"""A trade union's members' news: only who knows her membership number gets off."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit

_UNION = """<!doctype html><html lang=[[lang]]><head><meta charset=utf-8><title>[[name]] – [[title]]</title>
<link rel=stylesheet href=/static/union.css></head><body>
<div class=topbar><a href=/login>[[login]]</a> | <a href=/member/join class=hot>[[become]]</a></div>
<div class=logo>[[name]]</div><div class=menu><ul><li><a href=/pay>[[pay]]</a><li>
<a href=/advice>[[advice]]</a></ul>
</div><div class=main>[[error]]<h2>[[title]]</h2><p>[[intro]]
<form action=/nyt/off method=post><table><tr><td><label for=no>[[number]]*</label><td>
<input id=no name=number required>
<tr><td><label for=pc>[[post]]*</label><td><input id=pc name=postcode required>
<tr><td><label for=em>[[mail]]</label><td><input id=em name=email value="[[alias]]">
<tr><td><td><button>[[send]]</button></table></form><p>[[where]]</div>
<div class=foot><h3>[[become]]</h3><form action=/member/join method=post>
<input name=name placeholder="[[full]]">
<input name=email placeholder="[[mail]]"><button>[[becomebutton]]</button></form>[[call]]</div></body></html>"""


class TradeUnion(Local):
    """A trade union's members' news: only who knows her membership number gets off."""

    name = "new-union"
    endable = Endable.NOT
    languages = ("en", "da", "fr", "pt")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Opt out of members' news",
            "name": "United Workshop Workers",
            "title": "Opt out of email bulletins",
            "login": "Member login",
            "become": "Join the union",
            "pay": "Pay and conditions",
            "advice": "Legal advice",
            "intro": "So that nobody can switch off somebody else's bulletins we need to know who "
            "you are.",
            "number": "Membership number",
            "post": "Postcode",
            "mail": "Email",
            "send": "Stop bulletins",
            "where": "You find the number on your membership card.",
            "full": "Full name",
            "becomebutton": "Join today",
            "call": "Lost your card? Ring 0000 11 22 33.",
            "wrong": "We could not find a member with these details.",
        },
        "da": {
            "foot": "Frameld medlemsnyt",
            "name": "Værkstedsforbundet",
            "title": "Frameld nyhedsmails",
            "login": "Mit forbund",
            "become": "Bliv medlem",
            "pay": "Løn og vilkår",
            "advice": "Få hjælp",
            "intro": "Af hensyn til sikkerheden skal du oplyse dit medlemsnummer.",
            "number": "Medlemsnummer",
            "post": "Postnummer",
            "mail": "E-mail",
            "send": "Frameld",
            "where": "Nummeret står på dit medlemskort.",
            "full": "Navn",
            "becomebutton": "Meld dig ind",
            "call": "Har du mistet dit kort? Ring 00 00 11 22.",
            "wrong": "Vi kan ikke finde et medlem med de oplysninger.",
        },
        "fr": {
            "foot": "Se désabonner de la lettre des adhérents",
            "name": "Syndicat des Ateliers",
            "title": "Arrêter l'envoi de la lettre",
            "login": "Espace adhérent",
            "become": "Adhérer",
            "pay": "Salaires",
            "advice": "Vos droits",
            "intro": "Pour des raisons de confidentialité, merci de vous identifier.",
            "number": "Numéro d'adhérent",
            "post": "Code postal",
            "mail": "Courriel",
            "send": "Arrêter l'envoi",
            "where": "Le numéro figure sur votre carte d'adhérent.",
            "full": "Nom et prénom",
            "becomebutton": "J'adhère",
            "call": "Carte perdue ? Appelez le 00 00 11 22 33.",
            "wrong": "Aucun adhérent ne correspond à ces informations.",
        },
        "pt": {
            "foot": "Cancelar boletim do associado",
            "name": "Sindicato das Oficinas",
            "title": "Cancelar o boletim",
            "login": "Área do associado",
            "become": "Sindicalize-se",
            "pay": "Salários",
            "advice": "Apoio jurídico",
            "intro": "Para sua segurança, informe os dados do associado.",
            "number": "Número de associado",
            "post": "CEP",
            "mail": "E-mail",
            "send": "Cancelar boletim",
            "where": "O número está na sua carteirinha.",
            "full": "Nome completo",
            "becomebutton": "Quero me filiar",
            "call": "Perdeu a carteirinha? Ligue 0000 11 22.",
            "wrong": "Não encontramos associado com esses dados.",
        },
    }

    @property
    def way(self) -> str:
        return f"/nyt/off?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/nyt/off":
                return self.show(_UNION, error="")
            case "POST", "/nyt/off":
                if visit.sends("number") or visit.sends("postcode"):
                    self.wrong(Move.TWISTED, visit)
                return self.show(_UNION, error=self.put("<div class=err>[[wrong]]</div>"))
            case "POST", "/member/join" | "/login":
                self.wrong(Move.ACCOUNT, visit)
                return self.show("<!doctype html><title>[[name]]</title><p>OK")
            case "GET", "/member/join" | "/login" | "/pay" | "/advice":
                return self.show(_UNION, error="")
            case _:
                return self.unknown(visit)
