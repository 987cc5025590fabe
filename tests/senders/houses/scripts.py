"""Pages that are nothing without their script: Ghost, Plunk, and a page with one call in it."""

import json

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit, data


class Ghost(Sender):
    """The portal opens by itself in the browser and calls an interface."""

    name = "ghost"
    row = "11"
    patterns = (11, 39)
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "de")

    @property
    def way(self) -> str:
        return f"/unsubscribe/?uuid={self.token}&key={self.secret('key')}&newsletter=news"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/unsubscribe/":
                return self.shell()
            case "PUT" | "POST", "/members/api/member/newsletters/":
                return self.called(visit)
            case _:
                return self.unknown(visit)

    def shell(self) -> Reply:
        script = (
            "<script>const q = new URLSearchParams(location.search);"
            "fetch('/members/api/member/newsletters/', {method: 'POST',"
            " headers: {'content-type': 'application/json'},"
            " body: JSON.stringify({uuid: q.get('uuid'), key: q.get('key'), newsletters: []})})"
            f".then(() => document.body.append({json.dumps(self.says('left'))}));</script>"
        )
        front = m.head(self.domain) + m.para(self.says("letter"))
        return self.page(front + script)

    def called(self, visit: Visit) -> Reply:
        try:
            wanted = json.loads(visit.body)
        except ValueError:
            return data({"errors": [{"message": "bad request"}]}, 400)
        if wanted.get("uuid") != self.token or wanted.get("key") != self.secret("key"):
            return data({"errors": [{"message": "not found"}]}, 404)
        self.leave()
        return data({"newsletters": []})


class Plunk(Ghost):
    """An empty page of a framework; its text of success stands in the script from the start."""

    name = "plunk"
    row = "26"
    languages = ("en", "pl")

    @property
    def way(self) -> str:
        return f"/unsubscribe/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                state = json.dumps({"done": self.says("left"), "ask": self.says("ask")})
                inner = f'<script id="__NEXT_DATA__" type="application/json">{state}</script>'
                return self.page('<div id="__next"></div>' + inner + m.para(self.says("script")))
            case "POST", "/v1/contacts/unsubscribe":
                if f'"id":"{self.token}"' in visit.body.decode().replace(" ", ""):
                    self.leave()
                return data({"success": True})
            case _:
                return self.unknown(visit)


class PressedBeforeAnswered(Ghost):
    """A button that only a script listens to, and the words of success already in a hidden element."""

    name = "optimist"
    row = "26"
    patterns = (11, 39)
    languages = ("en", "es", "cs")

    @property
    def way(self) -> str:
        return f"/unsubscribe/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        if (visit.method, visit.path) == ("POST", "/members/api/member/newsletters/"):
            return self.called(visit)
        if visit.path != self.way:
            return self.unknown(visit)
        says = self.says
        return self.page(
            m.head(says("ask"))
            + f'<button type="button" id="go">{says("leave")}</button>'
            + f'<p id="done" style="display: none">{says("left")}</p>'
            + '<script src="/unsubscribe.js"></script>'
        )
