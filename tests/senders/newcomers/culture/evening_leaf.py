"""A newspaper's letters: each a card with its own form and a select of rhythms; one box for none."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit

_LEAF = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}} | {{brand}}</title>
<script async src="/ads/tag.js"></script><script type="application/ld+json">{"@type":"WebPage"}
</script></head><body><div class="ad" data-slot="top"></div>
<header class="masthead"><button type="button" aria-label="{{menu}}">☰</button><a href="/"
 class="title">{{brand}}</a><a class="sub" href="/offer">{{offer}}</a></header>
<section class="hub"><h1>{{title}}</h1><p>{{lead}} {{alias}}</p>{{{flash}}}
<div class="grid">
{{{cards}}}
</div>
<form class="allout" method="post" action="/hub/{{token}}/none"><label><input type="checkbox"
 name="agree" value="yes" required> {{none}}</label> <button type="submit">{{none_go}}</button>
</form></section>
<footer><a href="/privacy">{{privacy}}</a> | <a href="/terms">{{terms}}</a> | <a
 href="/contact">{{contact}}</a><p>© 2026 {{brand}}</p></footer></body></html>"""


_LEAF_CARD = """<article class="card"><img src="/i/{{key}}.webp" alt=""><h3>{{what}}</h3>
<p>{{about}}</p><form method="post" action="/hub/{{token}}/set"><input type="hidden" name="nl"
 value="{{key}}"><label class="vh" for="f-{{key}}">{{rhythm}}</label><select name="freq"
 id="f-{{key}}">{{{options}}}</select><button type="submit">{{apply}}</button></form></article>"""


_LEAF_FLASH = """<div class="flash" role="alert"><strong>{{says}}</strong></div>"""


class EveningLeaf(Newcomer):
    """A newspaper's letters: each a card with its own form and a select of rhythms; one box for none."""

    name = "evening-leaf"
    languages = ("pl", "ru", "fr")
    lists = ("evening", "weekend")
    others = ("books",)
    words: ClassVar[Words] = {
        "pl": {
            "brand": "Gazeta Wieczorna",
            "subject": "Wieczorem: pięć tekstów na dziś",
            "mail": "Dobry wieczór! Oto, co warto przeczytać przed snem.",
            "foot": "Zmień częstotliwość lub zrezygnuj z „Wieczorem”",
            "title": "Twoje newslettery",
            "offer": "Prenumerata od 9,90 zł",
            "lead": "Wysyłamy na adres",
            "evening": "Wieczorem",
            "evening_about": "Najlepsze teksty dnia. To ten list otworzyłeś.",
            "weekend": "Na weekend",
            "weekend_about": "Reportaże i rozmowy.",
            "books": "Półka",
            "books_about": "O książkach, co środę.",
            "rhythm": "Jak często",
            "daily": "codziennie",
            "weekly": "raz w tygodniu",
            "monthly": "raz w miesiącu",
            "never": "w ogóle",
            "apply": "Ustaw",
            "set": "Ustawione. Newslettera „{}” nie będziemy już wysyłać.",
            "changed": "Ustawione. Zmieniliśmy częstotliwość.",
            "none": "Nie chcę żadnych newsletterów redakcji",
            "none_go": "Rezygnuję",
            "none_said": "Zrezygnowano ze wszystkich newsletterów.",
            "missing": "Zaznacz pole, aby potwierdzić.",
        },
        "ru": {
            "brand": "Вечерний листок",
            "subject": "Вечером: пять историй за день",
            "mail": "Добрый вечер! Что стоит прочитать перед сном.",
            "foot": "Реже или никогда",
            "title": "Письма редакции",
            "offer": "Оформить подписку на газету",
            "lead": "Пишем вам на",
            "evening": "Вечером",
            "evening_about": "Главные тексты дня. Вы пришли из этого письма.",
            "weekend": "На выходные",
            "weekend_about": "Репортажи и интервью.",
            "books": "Полка",
            "books_about": "О книгах, по средам.",
            "rhythm": "Как часто",
            "daily": "каждый день",
            "weekly": "раз в неделю",
            "monthly": "раз в месяц",
            "never": "не присылать",
            "apply": "Применить",
            "set": "Готово: письмо «{}» больше приходить не будет.",
            "changed": "Готово: мы изменили частоту.",
            "none": "Не хочу получать никаких писем редакции",
            "none_go": "Отказаться от всего",
            "none_said": "Вы отказались от всех писем редакции.",
            "missing": "Поставьте галочку, чтобы подтвердить.",
        },
        "fr": {
            "brand": "La Feuille du Soir",
            "subject": "Ce soir : cinq articles à lire",
            "mail": "Bonsoir ! Notre sélection avant d’éteindre la lumière.",
            "foot": "Moins souvent, ou plus du tout",
            "title": "Vos lettres d’information",
            "offer": "S’abonner dès 1 €",
            "lead": "Envoyées à",
            "evening": "Ce soir",
            "evening_about": "Le meilleur du jour. C’est la lettre que vous venez d’ouvrir.",
            "weekend": "Le week-end",
            "weekend_about": "Grands reportages et entretiens.",
            "books": "L’étagère",
            "books_about": "Des livres, le mercredi.",
            "rhythm": "À quel rythme",
            "daily": "tous les jours",
            "weekly": "une fois par semaine",
            "monthly": "une fois par mois",
            "never": "plus jamais",
            "apply": "Appliquer",
            "set": "C’est noté : nous ne vous enverrons plus « {} ».",
            "changed": "C’est noté : le rythme est modifié.",
            "none": "Je ne souhaite plus aucune lettre de la rédaction",
            "none_go": "Tout arrêter",
            "none_said": "C’est noté : vous ne recevrez plus aucune lettre de la rédaction.",
            "missing": "Cochez la case pour confirmer.",
        },
    }

    @property
    def way(self) -> str:
        return f"/hub/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.hub()
            case "POST", path if path == f"{self.way}/set":
                return self.hub(self.set(visit))
            case "POST", path if path == f"{self.way}/none":
                if visit.sends("agree") != "yes":
                    return self.hub(self.own["missing"])
                self.leave(*self.lists)
                return self.hub(self.own["none_said"])
            case _:
                return self.around(visit) or self.unknown(visit)

    def set(self, visit: Visit) -> str:
        key, freq = visit.sends("nl") or "", visit.sends("freq") or ""
        if key not in self.book or freq not in {"daily", "weekly", "monthly", "never"}:
            self.wrong(Move.TWISTED, visit)
            return ""
        if freq == "never":
            if self.book[key] is Status.SUBSCRIBED:
                self.leave(key)
            return self.own["set"].format(self.own[key])
        if self.book[key] is not Status.SUBSCRIBED:
            self.join(visit, key)
        elif freq != "daily":
            self.wrong(Move.SETTLED, visit)
        return self.own["changed"]

    def hub(self, says: str = "") -> Reply:
        cards = [
            self.text(
                _LEAF_CARD,
                key=key,
                what=self.own[key],
                about=self.own[f"{key}_about"],
                options=self.options("daily" if status is Status.SUBSCRIBED else "never"),
            )
            for key, status in self.book.items()
        ]
        flash = self.text(_LEAF_FLASH, says=says) if says else ""
        return self.lay(_LEAF, flash=flash, cards="\n".join(cards))

    def options(self, chosen: str) -> str:
        return "".join(
            f'<option value="{key}"{" selected" if key == chosen else ""}>{self.own[key]}</option>'
            for key in ("daily", "weekly", "monthly", "never")
        )
