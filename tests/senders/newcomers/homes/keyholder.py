"""An estate portal: every saved search is an alert with a bin; the letter came from the first."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, see

_KEYS_TABLE = """<!doctype html><html lang={{language}}><head><meta charset=utf-8>
<base href="{{{base}}}"><title>{{title}}</title>
<script>window.dataLayer=window.dataLayer||[];</script></head><body>
<div class=topbar><a href="/">{{brand}}</a><ul><li><a href=buy>{{buy}}</a><li><a href=rent>{{rent}}</a>
<li><a href=sell>{{sell}}</a><li><a href="/login">{{login}}</a></ul></div>
<div class=container>{{{flash}}}<h1>{{title}}</h1>
<p>{{lead}} <strong>{{alias}}</strong></p>
<table class="table"><thead><tr><th>{{what}}<th>{{rhythm}}<th></tr></thead><tbody>
{{{rows}}}
</tbody></table>
<p><a class="btn btn-default" href="/">{{fresh}}</a></p>
{{{all}}}
<hr><h4>{{account}}</h4>
<form action="account/close" method=post><input type=hidden name=k value={{token}}>
<button class="btn btn-link text-danger">{{close}}</button></form>
</div><div class=footer><a href="/terms">{{terms}}</a> &middot; <a href="/privacy">{{privacy}}</a>
&middot; <a href="/contact">{{contact}}</a></div></body></html>"""


_KEYS_ROW = """<tr{{{mark}}}><td>{{what}}<br><small>{{detail}}</small><td>{{rhythm}}<td class=actions>
<form action="pause" method=post><input type=hidden name=k value={{token}}><input type=hidden
 name=id value={{number}}><button title="{{pause}}"><i class="fa fa-pause"></i></button></form>
<form action="remove" method=post><input type=hidden name=k value={{token}}><input type=hidden
 name=id value={{number}}><button title="{{remove}}"><i class="fa fa-trash"></i></button></form>"""


_KEYS_NONE = """<tr><td colspan=3><em>{{none}}</em>"""


_KEYS_FLASH = (
    """<div class="alert alert-success"><a href="#" class=close>&times;</a>{{says}}</div>"""
)


_KEYS_ALL = """<form action="remove-all" method=post><input type=hidden name=k value={{token}}>
<p>{{too_much}} <button class="btn-link">{{all_off}}</button></p></form>"""


class Keyholder(Newcomer):
    """An estate portal: every saved search is an alert with a bin; the letter came from the first."""

    name = "keyholder"
    brand = "Clavis"
    languages = ("fr", "es", "pt")
    lists = ("flat", "house")
    words: ClassVar[Words] = {
        "fr": {
            "subject": "2 nouveaux biens : appartement, Lyon 7e",
            "mail": "Deux annonces correspondent à votre recherche « Appartement, Lyon 7e ».",
            "foot": "Gérer ou supprimer cette alerte",
            "title": "Mes alertes",
            "buy": "Acheter",
            "rent": "Louer",
            "sell": "Vendre",
            "lead": "Alertes envoyées à",
            "what": "Recherche",
            "rhythm": "Rythme",
            "flat": "Appartement, Lyon 7e",
            "flat_detail": "2 pièces et plus, jusqu’à 280 000 € — alerte de votre e-mail",
            "house": "Maison avec jardin, Villeurbanne",
            "house_detail": "4 pièces et plus, jusqu’à 450 000 €",
            "daily": "Chaque jour",
            "paused": "En pause",
            "pause": "Mettre en pause 30 jours",
            "remove": "Supprimer l’alerte",
            "none": "Aucune alerte active.",
            "fresh": "+ Créer une alerte",
            "too_much": "Vous avez trouvé votre bonheur ?",
            "all_off": "Supprimer toutes mes alertes",
            "account": "Compte",
            "close": "Fermer mon compte et effacer mes favoris",
            "removed": "C’est fait, l’alerte « {} » est supprimée. Nous ne vous écrirons plus à ce"
            " sujet.",
            "removed_all": "Toutes vos alertes sont supprimées. Bonne installation !",
            "paused_said": "L’alerte est en pause jusqu’au mois prochain.",
        },
        "es": {
            "subject": "2 novedades: piso en Triana",
            "mail": "Hay dos anuncios nuevos para tu búsqueda «Piso en Triana».",
            "foot": "Editar o borrar este aviso",
            "title": "Tus avisos",
            "buy": "Comprar",
            "rent": "Alquilar",
            "sell": "Vender",
            "lead": "Los mandamos a",
            "what": "Búsqueda",
            "rhythm": "Cada cuánto",
            "flat": "Piso en Triana",
            "flat_detail": "2 dormitorios, hasta 240.000 €. El correo que abriste es de este aviso",
            "house": "Casa con patio, Dos Hermanas",
            "house_detail": "3 dormitorios, hasta 310.000 €",
            "daily": "A diario",
            "paused": "En pausa",
            "pause": "Pausar un mes",
            "remove": "Borrar aviso",
            "none": "No tienes avisos.",
            "fresh": "+ Nuevo aviso",
            "too_much": "¿Ya has encontrado casa?",
            "all_off": "Borrarlos todos",
            "account": "Tu cuenta",
            "close": "Cerrar la cuenta y perder tus favoritos",
            "removed": "Aviso «{}» borrado. Ya no recibirás más correos de esta búsqueda.",
            "removed_all": "Hemos borrado todos tus avisos. ¡Que disfrutes de tu casa!",
            "paused_said": "Aviso en pausa hasta el mes que viene.",
        },
        "pt": {
            "subject": "2 imóveis novos: apartamento em Arroios",
            "mail": "Há dois anúncios novos para a sua pesquisa «Apartamento em Arroios».",
            "foot": "Gerir ou eliminar este alerta",
            "title": "Os meus alertas",
            "buy": "Comprar",
            "rent": "Arrendar",
            "sell": "Vender",
            "lead": "Enviamos para",
            "what": "Pesquisa",
            "rhythm": "Periodicidade",
            "flat": "Apartamento em Arroios",
            "flat_detail": "T2 ou maior, até 290 000 €. O e-mail que abriu é deste alerta",
            "house": "Moradia com quintal, Almada",
            "house_detail": "T3 ou maior, até 380 000 €",
            "daily": "Diariamente",
            "paused": "Em pausa",
            "pause": "Pausar 30 dias",
            "remove": "Eliminar alerta",
            "none": "Não tem alertas ativos.",
            "fresh": "+ Criar alerta",
            "too_much": "Já encontrou casa?",
            "all_off": "Eliminar todos os alertas",
            "account": "Conta",
            "close": "Encerrar a conta e apagar os favoritos",
            "removed": "O alerta «{}» foi eliminado. Não voltará a receber e-mails sobre esta"
            " pesquisa.",
            "removed_all": "Todos os alertas foram eliminados. Felicidades na casa nova!",
            "paused_said": "O alerta fica em pausa até ao próximo mês.",
        },
    }

    @property
    def way(self) -> str:
        return f"/my/alerts/?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if (visit.method, visit.path) == ("GET", "/my/alerts/"):
            return self.table() if visit.asks("k") == self.token else self.login()
        if visit.method != "POST" or not visit.path.startswith("/my/alerts/"):
            return self.around(visit) or self.unknown(visit)
        if visit.sends("k") != self.token:
            return self.login()
        chosen = dict(zip(("4711", "4802"), self.lists, strict=True)).get(visit.sends("id") or "")
        match visit.path.removeprefix("/my/alerts/"):
            case "remove" if chosen:
                self.leave(chosen)
                return self.table(self.own["removed"].format(self.own[chosen]))
            case "remove-all":
                self.leave(*self.lists)
                return self.table(self.own["removed_all"])
            case "pause" if chosen:
                self.wrong(Move.SETTLED, visit)
                return self.table(self.own["paused_said"])
            case "account/close":
                self.wrong(Move.WIPED, visit)
                return see(self.url("/"))
            case _:
                return self.table()

    def table(self, says: str = "") -> Reply:
        rows = [
            self.text(
                _KEYS_ROW,
                mark=' class="info"' if key == "flat" else "",
                what=self.own[key],
                detail=self.own[f"{key}_detail"],
                rhythm=self.own["daily"],
                number=number,
            )
            for number, key in zip(("4711", "4802"), self.lists, strict=True)
            if self.book[key] is Status.SUBSCRIBED
        ]
        return self.lay(
            _KEYS_TABLE,
            base=self.url("/my/alerts/"),
            flash=self.text(_KEYS_FLASH, says=says) if says else "",
            rows="\n".join(rows) or self.text(_KEYS_NONE),
            all=self.text(_KEYS_ALL) if len(rows) > 1 else "",
        )
