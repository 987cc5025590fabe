"""GitLab and Moodle: who is not logged in. One lets you go all the same, the other does not."""

from tests.senders import markup as m
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit


class GitLab(Sender):
    """Yes is a link, no leads to the log-in, and success ends on the log-in too."""

    name = "gitlab"
    row = "16"
    patterns = (6, 27)
    notification = True
    languages = ("en", "de", "es", "nb")

    @property
    def way(self) -> str:
        return f"/-/sent_notifications/{self.token}/unsubscribe"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way if visit.asks("force") == "true":
                self.leave()
                return self.home("/users/sign_in", (("flash", self.secret("left")),))
            case "GET", self.way:
                yes = m.link(f"{self.way}?force=true", self.says("leave"))
                no = m.link("/users/sign_in", self.says("cancel"))
                return self.page(m.head(self.says("ask")) + yes + no)
            case "GET", "/users/sign_in":
                mine = visit.cookies.get("flash") == self.secret("left")
                return self.login(self.says("left") if mine else "")
            case _:
                return self.unknown(visit)


class Moodle(Sender):
    """No way past the log-in."""

    name = "moodle"
    row = "19"
    patterns = (27,)
    notification = True
    endable = Endable.NOT
    languages = ("en", "it", "ru")

    @property
    def way(self) -> str:
        return "/mod/forum/unsubscribeall.php"

    def answer(self, visit: Visit) -> Reply:
        return (
            self.login(self.says("login_needed")) if visit.path == "/login" else self.home("/login")
        )
