"""Pages that are nothing without their script: Ghost, Plunk, and a page with one call in it."""

import json

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit, data, script


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
                noscript = f"<noscript>{m.para(self.says('script'))}</noscript>"
                load = '<script src="/_next/app.js" defer></script>'
                return self.page('<div id="__next"></div>' + inner + noscript + load)
            case "GET", "/_next/app.js":
                return script(self.app())
            case "POST", "/v1/contacts/subscribe":
                self.join(visit)
                return data({"success": True})
            case "POST", "/v1/contacts/unsubscribe":
                if f'"id":"{self.token}"' in visit.body.decode().replace(" ", ""):
                    self.leave()
                return data({"success": True})
            case _:
                return self.unknown(visit)

    def app(self) -> str:
        """Shows the question with two buttons, and asks the interface for what is pressed."""
        words = json.dumps({"leave": self.says("leave"), "stay": self.says("stay")})
        return f"""
            const words = {words}, state = JSON.parse(document.getElementById("__NEXT_DATA__").textContent);
            const root = document.getElementById("__next");
            function show(tag, text) {{
              const el = document.createElement(tag);
              el.textContent = text;
              root.append(el);
              return el;
            }}
            async function ask(what, then) {{
              const answer = await fetch("/v1/contacts/" + what, {{method: "POST",
                headers: {{"content-type": "application/json"}},
                body: JSON.stringify({{id: location.pathname.split("/").pop()}})}});
              if ((await answer.json()).success) {{ root.replaceChildren(); show("h1", then); }}
            }}
            setTimeout(() => {{
              show("h1", state.ask);
              show("button", words.stay).onclick = () => ask("subscribe", words.stay);
              show("button", words.leave).onclick = () => ask("unsubscribe", state.done);
            }}, 100);
        """


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
        if visit.path == "/unsubscribe.js":
            return script(self.call())
        if visit.path != self.way:
            return self.unknown(visit)
        says = self.says
        return self.page(
            m.head(says("ask"))
            + f'<button type="button" id="go">{says("leave")}</button>'
            + f'<p id="done" style="display: none">{says("left")}</p>'
            + '<script src="/unsubscribe.js"></script>'
        )

    def call(self) -> str:
        """Asks at a press, and shows the words only when the answer came."""
        wanted = json.dumps({"uuid": self.token, "key": self.secret("key"), "newsletters": []})
        return f"""
            const go = document.getElementById("go"), done = document.getElementById("done");
            go.onclick = async () => {{
              const answer = await fetch("/members/api/member/newsletters/",
                {{method: "POST", body: JSON.stringify({wanted})}});
              if (answer.ok) {{ go.remove(); done.style.display = ""; }}
            }};
        """
