"""A publisher of science journals: alerts in rows, each with a bin for a button, and a page to be sure."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit


class AlpineJournals(Newcomer):
    """A publisher of science journals: alerts in rows, each with a bin for a button, and a page to be sure."""

    name = "alpine-journals"
    brand = "Alpine Journals Online"
    languages = ("en", "da")
    lists = ("contents", "search", "cited")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Annals of Alpine Botany: volume 41, issue 3 is available online",
            "mail": "Table of contents alert. Annals of Alpine Botany, volume 41, issue 3.\n\n"
            "Lichens above the tree line, revisited (pp. 211-230)",
            "foot": "Manage your alerts",
            "title": "My alerts | Alpine Journals Online",
            "heading": "My alerts",
            "kind": "Kind",
            "what": "Alert",
            "contents_kind": "Contents",
            "contents": "Annals of Alpine Botany",
            "search_kind": "Saved search",
            "search_said": "lichen AND altitude",
            "cited_kind": "Citation",
            "cited": "Moss on north faces (2019)",
            "bin": "Delete alert",
            "weekly": "Weekly digest",
            "sure": "Delete this alert?",
            "go": "Delete",
            "esc": "Cancel",
            "done": "Alert deleted: ",
            "stale": "This page is out of date. Please reload it.",
            "close": "Close my reader account",
            "closed": "Your reader account has been closed.",
            "new": "Add alert",
            "journal": "Journal",
            "other": "Quaternary Pollen Letters",
            "added": "Alert added.",
            "submit_paper": "Submit a paper",
            "access": "Access provided by: guest",
        },
        "da": {
            "subject": "Annals of Alpine Botany: bind 41, nr. 3 er online",
            "mail": "Indholdsvarsel. Annals of Alpine Botany, bind 41, nr. 3.\n\n"
            "Laver over trægrænsen, set igen (s. 211-230)",
            "foot": "Administrer dine varsler",
            "title": "Mine varsler | Alpine Journals Online",
            "heading": "Mine varsler",
            "kind": "Type",
            "what": "Varsel",
            "contents_kind": "Indhold",
            "contents": "Annals of Alpine Botany",
            "search_kind": "Gemt søgning",
            "search_said": "lav AND højde",
            "cited_kind": "Citation",
            "cited": "Mos på nordsider (2019)",
            "bin": "Slet varsel",
            "weekly": "Ugentligt overblik",
            "sure": "Slet dette varsel?",
            "go": "Slet",
            "esc": "Fortryd",
            "done": "Varslet er slettet: ",
            "stale": "Siden er forældet. Genindlæs den venligst.",
            "close": "Luk min læserkonto",
            "closed": "Din læserkonto er lukket.",
            "new": "Tilføj varsel",
            "journal": "Tidsskrift",
            "other": "Quaternary Pollen Letters",
            "added": "Varslet er tilføjet.",
            "submit_paper": "Indsend en artikel",
            "access": "Adgang som gæst",
        },
    }
    others = ("pollen",)

    PAGE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebSite"}</script></head><body>
<div class="access-bar">{{access}} <a href="/login">{{login}}</a></div>
<header><a href="/"><b>Alpine</b> Journals Online</a><form action="/search" method="get" class="quick"><input
name="text" placeholder="DOI, {{search}} ..."><input type="submit" value="&#128269;" title="{{search}}"></form>
<a href="/submit">{{submit_paper}}</a></header>
<main id="content">{{{body}}}</main>
<footer><a href="/privacy">{{privacy}}</a> <a href="/terms">{{terms}}</a> <a href="/help">{{help}}</a>
<p>ISSN 0000-0000</p></footer></body></html>"""
    ROW = """<tr><td>{{kind_said}}</td><td>{{what_said}}</td><td><form method="post"
action="/alerts/{{token}}/{{number}}/digest"><button class="icon" aria-label="{{weekly}}" title="{{weekly}}"><svg
viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg></button></form></td><td><form method="post"
action="/alerts/{{token}}/{{number}}"><button class="icon" aria-label="{{bin}}: {{what_said}}"
title="{{bin}}"><svg viewBox="0 0 8 8"><path d="M1 2h6v6H1z"/></svg></button></form></td></tr>"""
    LIST = """{{{flash}}}<h1>{{heading}}</h1><p>{{alias}}</p>
<table class="grid"><thead><tr><th>{{kind}}</th><th>{{what}}</th><th></th><th></th></tr></thead>
<tbody>{{{rows}}}</tbody></table>
<form method="post" action="/alerts/{{token}}/new"><label>{{journal}} <select name="journal">
<option value="qpl">{{other}}</option></select></label> <button>+ {{new}}</button></form>
<form method="post" action="/account/{{token}}/close"><button class="danger">{{close}}</button></form>"""
    SURE = """<div class="modal" role="dialog" aria-modal="true"><h2>{{sure}}</h2><p>{{what_said}}</p>
<form method="post" action="/alerts/{{token}}/{{number}}"><input type="hidden" name="sure" value="{{slip}}">
<button type="submit">{{go}}</button> <a href="/alerts/{{token}}">{{esc}}</a></form></div>"""

    ROWS: ClassVar[dict[str, str]] = {"7103": "search", "7098": "contents", "7211": "cited"}

    @property
    def way(self) -> str:
        return f"/alerts/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        number = visit.path.removeprefix(f"{self.way}/")
        match visit.method, visit.path:
            case "GET", self.way:
                return self._list("")
            case "POST", path if path.startswith(f"{self.way}/") and number in self.ROWS:
                return self._bin(number, visit)
            case "POST", path if path == f"{self.way}/new":
                self.join(visit, "pollen")
                return self._list(self.own["added"])
            case "POST", path if path.startswith(f"{self.way}/") and path.endswith("/digest"):
                self.wrong(Move.SETTLED, visit)
                return self._list(self.own["weekly"])
            case "POST", path if path == f"/account/{self.token}/close":
                self.wrong(Move.WIPED, visit)
                return self.lay(self.PAGE, body=self.text("<p>{{closed}}</p>"))
            case "GET", "/" | "/search" | "/submit" | "/login" | "/privacy" | "/terms" | "/help":
                return self.lay(self.PAGE, body="")
            case _:
                return self.lay(self.PAGE, code=404, body="<h1>404</h1>")

    def _named(self, kind: str) -> str:
        return self.own["search_said" if kind == "search" else kind]

    def _bin(self, number: str, visit: Visit) -> Reply:
        kind = self.ROWS[number]
        if visit.sends("sure") is None:
            said = {"number": number, "what_said": self._named(kind), "slip": self.slip()}
            return self.lay(self.PAGE, cookies=self.session(), body=self.text(self.SURE, **said))
        if not self.honest(visit, "sure"):
            return self._list(self.own["stale"])
        self.leave(kind)
        return self._list(self.own["done"] + self._named(kind))

    def _list(self, said: str) -> Reply:
        rows = "".join(
            self.text(
                self.ROW,
                number=number,
                kind_said=self.own[f"{kind}_kind"],
                what_said=self._named(kind),
            )
            for number, kind in self.ROWS.items()
            if self.book[kind] is Status.SUBSCRIBED
        )
        flash = self.text('<p class="notice" role="status">{{said}}</p>', said=said) if said else ""
        return self.lay(self.PAGE, body=self.text(self.LIST, flash=flash, rows=rows))
