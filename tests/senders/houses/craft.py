"""Craft: the address of the header is silent to a GET; the link of the letter acts."""

from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class Craft(Sender):
    """One click works."""

    name = "craft"
    row = "25"
    patterns = (1,)
    via = "one-click"
    one_click = True
    languages = ("en", "de")

    @property
    def way(self) -> str:
        return f"/t/one-click-unsubscribe?sid={self.token}"

    def links(self) -> tuple[tuple[str, str], ...]:
        return ((self.says("link"), self.url(f"/t/unsubscribe?sid={self.token}")),)

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "POST", "/t/one-click-unsubscribe" if visit.asks("sid") == self.token:
                self.leave()
                return self.tells("left")
            case "GET", "/t/one-click-unsubscribe":
                return Reply(200)
            case "GET", "/t/unsubscribe" if visit.asks("sid") == self.token:
                self.leave()
                return self.tells("left")
            case _:
                return self.unknown(visit)


class CraftUnsigned(Craft):
    """The signature does not cover the promise: what is left of the header is an empty page."""

    name = "craft-unsigned"
    via = "page"
    covered = False
    languages = ("en", "fr")
