"""One form, filled in the way a careful person would who wants off the list and nothing else.

Pure: a form and the button to press in, the fields to send out, or the reason why the owner has to do
it; somebody else's address in it is such a reason. Everything is sent as it stands (HTML, form
submission), with three exceptions: boxes as the `Ballot` says, an empty e-mail field gets the subscribed
address, and a survey that demands an answer gets the most neutral one.
"""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from inbox_guard.core.exchange import Request
from inbox_guard.core.page.alias import is_anothers, is_asked, names_another
from inbox_guard.core.page.ballot import MOST_FIELDS, Ballot
from inbox_guard.core.page.labels import Says, says, says_any
from inbox_guard.core.page.sight import Button, Field, Form
from inbox_guard.core.page.words import Sense


@dataclass(frozen=True, slots=True)
class Filled:
    """A form ready to send. `typed`: the owner's address is in it."""

    request: Request
    typed: bool


@dataclass(frozen=True, slots=True)
class NotOurs:
    """Why this form is not for us to fill."""

    why: str


def filled(
    form: Form, button: Button, ballot: Ballot, address: str, about: bool
) -> Filled | NotOurs:
    """Fill `form` for pressing `button`. `about`: the form is plainly about unsubscribing."""
    if why := barrier(form, button) or ballot.why:
        return NotOurs(why)
    options = dict(ballot.options)
    pairs: list[tuple[str, str]] = []
    typed = False
    for number, entry in enumerate(form.fields):
        value = _value(number, entry, ballot, options)
        if is_asked(entry):
            if why := _not_to_be_typed(form, address, about):
                return NotOurs(why)
            value, typed = address, True
        elif address and entry.kind in _WRITTEN and not entry.concealed:
            if names_another(address, entry.value):
                return NotOurs("it speaks of another address than yours")
            if _demands(form, entry, value, ballot):
                return NotOurs("it asks for something that only you can answer")
        elif _demands(form, entry, value, ballot):
            return NotOurs("it asks for something that only you can answer")
        if value is not None and entry.name:
            pairs.append((entry.name, value))
    pairs += _sent_by(button)
    request = _request(button.action or form.action, button.method or form.method, pairs)
    if len(request.url) > _LONGEST_URL or len(request.body or b"") > _LONGEST_BODY:
        return NotOurs("it would send more than any such form needs")
    return Filled(request, typed)


_WRITTEN = frozenset({"email", "text"})


def _sent_by(button: Button) -> list[tuple[str, str]]:
    """What a button adds (HTML, constructing the form data set): an image the place of the click."""
    if button.image:
        prefix = f"{button.name}." if button.name else ""
        return [(f"{prefix}x", "1"), (f"{prefix}y", "1")]
    return [(button.name, button.value)] if button.name else []


def barrier(form: Form, button: Button) -> str:
    """What in a form only a person may pass; "" when there is nothing."""
    if len(form.fields) > MOST_FIELDS:
        return "it has more fields than can be overseen"
    seen = [entry for entry in form.fields if not entry.concealed]
    labels = " ".join(entry.label for entry in seen if entry.kind in {"text", "number", "tel"})
    if form.captcha or says_any(labels, Sense.HUMAN):
        return "a human check is in the way"
    if any(entry.kind == "file" for entry in seen):
        return "it asks for a file"
    passwords = [entry for entry in seen if entry.kind == "password"]
    if passwords and not _goes_without(form, button, passwords):
        return "it asks for a password"
    return "its script sends it where we cannot see" if form.elusive else ""


def _goes_without(form: Form, button: Button, passwords: list[Field]) -> bool:
    """A login form with a second button that unsubscribes: that one needs no password (Mailman 2)."""
    others = [one for one in form.buttons if one is not button and not one.hidden]
    return (
        bool(button.name or button.action)
        and says(button.label) is Says.LEAVE
        and any(says(one.label) is not Says.LEAVE for one in others)
        and not any(entry.required or entry.value for entry in passwords)
    )


def _not_to_be_typed(form: Form, address: str, about: bool) -> str:
    if not (about and address):
        return "it asks for an address"
    shown = (form.words, *(f"{entry.value} {entry.label}" for entry in form.fields[:20]))
    return "it speaks of another address than yours" if is_anothers(address, shown) else ""


def _demands(form: Form, entry: Field, value: str | None, ballot: Ballot) -> bool:
    """Whether a field has to be filled in by somebody who knows what."""
    if not entry.required or entry.concealed or value:
        return False
    if entry.kind != "radio":
        return True
    return not any(
        form.fields[number].name == entry.name and form.fields[number].kind == "radio"
        for number in ballot.ticked
    )


_LONGEST_URL = 8_192
_LONGEST_BODY = 65_536


def _value(number: int, entry: Field, ballot: Ballot, options: dict[int, str]) -> str | None:
    """What a field sends; None when it sends nothing."""
    match entry.kind:
        case "checkbox" | "radio":
            return entry.value if number in ballot.ticked else None
        case "select":
            return options.get(number, entry.value)
        case _:
            return entry.value


def _request(action: str, method: str, pairs: list[tuple[str, str]]) -> Request:
    body = urlencode(pairs)
    if method == "post":
        return Request("POST", action, body.encode("ascii"))
    # HTML, form submission: a GET form replaces the query of its action.
    return Request("GET", urlunsplit(urlsplit(action)._replace(query=body, fragment="")))
