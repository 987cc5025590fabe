"""NodeBB: a token that lives for thirty days, and an error page with status 200."""

from collections.abc import Iterator
from datetime import timedelta

from tests.senders import markup as m
from tests.senders.letters import Letter
from tests.senders.sender import Endable, Sender
from tests.senders.traffic import Reply, Visit


class NodeBB(Sender):
    """A bare 200 for one click, a page for everybody else."""

    name = "nodebb"
    row = "14"
    patterns = (1,)
    via = "one-click"
    one_click = True
    notification = True
    languages = ("en", "de")

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "POST":
            self.leave(told=False)
            return Reply(200)
        self.leave()
        return self.tells("nomore")


class NodeBBExpired(Sender):
    """The first letter's token is too old; a fresh letter comes an hour later."""

    name = "nodebb-expired"
    row = "14"
    patterns = (32,)
    via = "page"
    one_click = True
    languages = ("en", "es", "ru")

    @property
    def way(self) -> str:
        return f"/email/unsubscribe/{self.secret('fresh' if self._turn else 'stale')}"

    _turn = 0

    def letters(self, turn: int) -> Iterator[Letter]:
        self._turn = turn
        if turn == 0:
            yield self.letter(self.clock() - timedelta(days=40))
        if turn == 1:
            yield self.letter(self.clock() - timedelta(minutes=20))

    def answer(self, visit: Visit) -> Reply:
        if visit.path == f"/email/unsubscribe/{self.secret('fresh')}":
            self.leave()
            return self.tells("left") if visit.method == "GET" else Reply(200)
        if visit.method == "POST":
            return self.page("", status=403)
        return self.page(m.head(self.says("refused")) + m.para("jwt expired"))


class Decidim(Sender):
    """A token of fifteen days; the failure is a notice on the front page."""

    name = "decidim"
    row = "22"
    patterns = (1, 32)
    languages = ("es", "fr", "fi")
    _turn = 0

    def letters(self, turn: int) -> Iterator[Letter]:
        self._turn = turn
        if turn == 0:
            yield self.letter(self.clock() - timedelta(days=20))
        if turn == 1:
            yield self.letter(self.clock() - timedelta(minutes=20))

    @property
    def way(self) -> str:
        return f"/newsletters/unsubscribe?u={self.secret('fresh' if self._turn else 'stale')}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/newsletters/unsubscribe":
            fresh = visit.asks("u") == self.secret("fresh")
            if fresh:
                self.leave()
            return self.home("/", (("flash", self.secret("left" if fresh else "expired")),))
        for key in ("left", "expired"):
            if visit.cookies.get("flash") == self.secret(key):
                return self.shop(m.para(self.says(key)))
        return self.around(visit) or self.unknown(visit)


class ForemGone(Sender):
    """A link that expired, and no fresh letter ever comes."""

    name = "forem-expired"
    row = "20"
    patterns = (32,)
    endable = Endable.NOT
    languages = ("en", "ja")

    def answer(self, visit: Visit) -> Reply:
        return self.tells("expired")


class Forem(Sender):
    """A GET that acts and names what was left."""

    name = "forem"
    row = "20"
    patterns = (1,)
    notification = True
    languages = ("en",)

    def answer(self, visit: Visit) -> Reply:
        if visit.path != self.way:
            return self.page(m.head("Not found"), status=404)
        self.leave()
        return self.page(m.para("You have been unsubscribed from digest emails."))
