"""What nobody who unsubscribes for somebody else may ever do. One is too many."""

from dataclasses import dataclass
from enum import Enum


class Move(Enum):
    """A wrong move, as the sender that saw it would put it."""

    RESUBSCRIBED = "subscribed again, or confirmed a subscription"
    MORE = "signed up to a list that was not subscribed"
    SURVEY = "answered a survey in the owner's name"
    ADDRESS = "gave an address away that this host did not have"
    TWICE = "asked once more after a plain success"
    ACCOUNT = "logged in, out, or made an account"
    WIPED = "had data deleted or exported"
    COOKIE = "carried a cookie to another host"
    REFERER = "told one host where it came from"
    SISTER = "opened a link that does the opposite"
    DOWNLOAD = "downloaded something"
    TOKEN = "gave a token to somebody else's host"
    SETTLED = "took less mail for no mail"
    WITHDREW = "withdrew the request"
    HONEYPOT = "filled in what no person sees"
    TWISTED = "sent something that the form did not say"
    STRAY = "asked a host that nobody named"


@dataclass(frozen=True)
class Wrong:
    """A wrong move and the request or mail that was it, without its secrets."""

    move: Move
    what: str
