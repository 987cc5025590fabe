"""Notifuse: one click that wants JSON, a page that is a script, and a list of unwelcome agents."""

import json
import re

from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit, data, script


class Notifuse(Sender):
    """The promise of one click, kept only for JSON; the link of the letter is a script."""

    name = "notifuse"
    row = "10"
    patterns = (11, 12)
    via = "browser"
    endable = Endable.BROWSER
    one_click = True
    languages = ("en", "fr")

    @property
    def way(self) -> str:
        return f"/unsubscribe-oneclick?wid=w&mid=m&lids=news&email_hmac={self.token}"

    @property
    def centre(self) -> str:
        return f"/notification-center?action=unsubscribe&wid=w&email_hmac={self.token}"

    def links(self) -> tuple[tuple[str, str], ...]:
        return ((self.says("link"), self.url(self.centre)),)

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", "/unsubscribe-oneclick":
                return self.sent(visit)
            case _, "/unsubscribe-oneclick":
                return data({"error": "Method not allowed"}, 405)
            case "GET", "/notification-center":
                load = '<script type="module" src="/assets/index.js"></script>'
                return self.page('<div id="root"></div>' + load)
            case "GET", "/assets/index.js":
                return script(self.app())
            case _:
                return data({"error": "Not found"}, 404)

    def app(self) -> str:
        """Asks the interface at once, as the link says, and shows what came of it."""
        words = json.dumps({"left": self.says("left"), "failed": self.says("refused")})
        return f"""
            const words = {words}, asked = new URLSearchParams(location.search);
            fetch("/unsubscribe-oneclick", {{method: "POST",
              headers: {{"content-type": "application/json"}},
              body: JSON.stringify({{wid: asked.get("wid"), email_hmac: asked.get("email_hmac")}})}})
              .then((answer) => {{
                const says = document.createElement("p");
                says.textContent = answer.ok ? words.left : words.failed;
                document.getElementById("root").append(says);
              }});
        """

    def sent(self, visit: Visit) -> Reply:
        try:
            wanted = json.loads(visit.body)
        except ValueError:
            return data({"error": "Invalid request body"}, 400)
        if not isinstance(wanted, dict) or wanted.get("email_hmac") != self.token:
            return data({"error": "Unauthorized"}, 401)
        self.leave()
        return data({"success": True})


class NotifuseAgents(Sender):
    """Whoever is called like a tool is told "success", and nothing is done."""

    name = "unwelcome-agents"
    row = "10"
    patterns = (12,)
    via = "one-click"
    one_click = True
    languages = ("en", "es")

    _tools = re.compile(
        r"bot|crawl|spider|scan|security|curl|wget|java|python-requests|go-http-client|headless|^$",
        re.IGNORECASE,
    )

    def answer(self, visit: Visit) -> Reply:
        if visit.method != "POST":
            return data({"error": "Method not allowed"}, 405)
        if not self._tools.search(visit.headers.get("user-agent", "")):
            self.leave()
        return data({"success": True})
