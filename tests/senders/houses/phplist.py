"""phpList: a jump-off address that acts, and a page whose reason must be sent and may be empty."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class PhplistPage(Sender):
    """The page, without one click."""

    name = "phplist"
    row = "2"
    patterns = (2, 19)
    languages = ("en", "fr", "es", "pl", "cs", "fi")

    @property
    def way(self) -> str:
        return f"/lists/?p=unsubscribe&uid={self.token}"

    def answer(self, visit: Visit) -> Reply:
        mine = visit.path == "/lists/" and visit.asks("uid") == self.token
        if not mine:
            return self.tells("invalid")
        if visit.asks("jo") == "1":
            return self.jump(visit)
        if visit.method == "GET" or visit.sends("unsubscribereason") is None:
            return self.form()
        if visit.sends("unsubscribereason"):
            self.wrong(Move.SURVEY, visit)
        if visit.sends("email") != self.alias or visit.sends("unsubscribe") is None:
            return self.form()
        self.leave()
        return self.tells("left", "nomore")

    def jump(self, visit: Visit) -> Reply:
        return self.form()

    def form(self) -> Reply:
        says = self.says
        return self.asking(
            m.hidden("p", "unsubscribe"),
            m.hidden("email", self.alias),
            m.area("unsubscribereason", says("why")),
            m.submit(says("leave"), "unsubscribe"),
        )


class PhplistJump(PhplistPage):
    """The jump-off address of the header, which acts on whatever comes."""

    name = "phplist-jump"
    patterns = (1,)
    via = "one-click"
    one_click = True
    languages = ("en", "nl")

    @property
    def way(self) -> str:
        return f"/lists/?p=unsubscribe&uid={self.token}&jo=1"

    def jump(self, visit: Visit) -> Reply:
        self.leave()
        return self.tells("left")
