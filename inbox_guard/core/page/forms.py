"""One form, filled in the way a careful person would who wants off the list and nothing else.

Pure: a form and the button to press in, the fields to send out, or the reason why the owner has to do
it. Everything is sent as it stands (HTML, form submission), with two exceptions: a box that says it
unsubscribes from everything is ticked, and an empty e-mail field gets the subscribed address. A survey is
left as it is: its fields are sent, its question is not answered.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from inbox_guard.core.exchange import Request
from inbox_guard.core.page.sight import Button, Field, Form
from inbox_guard.core.page.words import Sense, fold, longest, speaks


@dataclass(frozen=True, slots=True)
class Filled:
    """A form ready to send. `typed`: the owner's address is in it; `everything`: it leaves all lists."""

    request: Request
    typed: bool
    everything: bool


@dataclass(frozen=True, slots=True)
class NotOurs:
    """Why this form is not for us to fill."""

    why: str


class Boxes:
    """What the tick boxes and radio buttons of a form say about leaving."""

    def __init__(self, form: Form) -> None:
        """Read the labels once."""
        self._seen = [
            entry
            for entry in form.fields[:_MOST_FIELDS]
            if entry.kind in {"checkbox", "radio"} and not entry.concealed
        ]
        self._leaving = [entry for entry in self._seen if _leaves(entry)]
        self.everything = tuple(entry for entry in self._leaving if _is_global(entry))

    @property
    def to_tick(self) -> tuple[Field, ...]:
        """The boxes to tick: those for everything, else the only one that says unsubscribe."""
        if self.everything:
            return self.everything
        return tuple(self._leaving) if len(self._leaving) == 1 else ()

    @property
    def undecided(self) -> bool:
        """Whether it seems to ask which lists to leave. Radio buttons do not: they are surveys."""
        boxes = [entry for entry in self._seen if entry.kind == "checkbox"]
        return bool(boxes) and not self.to_tick and not any(entry.checked for entry in boxes)

    @property
    def any(self) -> bool:
        """Whether there are boxes at all."""
        return bool(self._seen)


def filled(form: Form, button: Button, boxes: Boxes, address: str, about: bool) -> Filled | NotOurs:
    """Fill `form` for pressing `button`. `about`: the form is plainly about unsubscribing."""
    if why := _barrier(form):
        return NotOurs(why)
    pairs: list[tuple[str, str]] = []
    typed = False
    for entry in form.fields:
        value = _value(entry, boxes)
        if _is_empty_address(entry, value):
            if not (about and address):
                return NotOurs("it asks for an address")
            value, typed = address, True
        elif entry.required and not value and not entry.concealed:
            return NotOurs("it asks for something that only you can answer")
        if value is not None and entry.name:
            pairs.append((entry.name, value))
    if button.name:
        pairs.append((button.name, button.value))
    request = _request(button.action or form.action, button.method or form.method, pairs)
    if len(request.url) > _LONGEST_URL or len(request.body or b"") > _LONGEST_BODY:
        return NotOurs("it would send more than any such form needs")
    return Filled(request, typed, bool(boxes.everything))


_MOST_FIELDS = 300
_LONGEST_URL = 8_192
_LONGEST_BODY = 65_536
_ADDRESS_NAME = re.compile(r"e-?mail|(?:^|[_-])addr(?:ess)?(?:$|[_-])", re.IGNORECASE)
_GLOBAL_NAME = re.compile(
    r"(?:unsub\w*|opt_?-?out|blocklist|blacklist)_?-?all|all_?-?(?:unsub|opt_?-?out)|global",
    re.IGNORECASE,
)


def _barrier(form: Form) -> str:
    """What in a form only a person may pass; "" when there is nothing."""
    if len(form.fields) > _MOST_FIELDS:
        return "it has more fields than can be overseen"
    if form.captcha:
        return "a human check is in the way"
    kinds = {entry.kind for entry in form.fields}
    return "it asks for a password or a file" if kinds & {"password", "file"} else ""


def _value(entry: Field, boxes: Boxes) -> str | None:
    """What a field sends; None when it sends nothing."""
    match entry.kind:
        case "checkbox":
            return entry.value if entry.checked or entry in boxes.to_tick else None
        case "radio":
            chosen = [
                one for one in boxes.to_tick if one.kind == "radio" and one.name == entry.name
            ]
            return entry.value if (entry in chosen if chosen else entry.checked) else None
        case _:
            return entry.value


def _is_empty_address(entry: Field, value: str | None) -> bool:
    return (
        not value
        and not entry.concealed
        and (
            entry.kind == "email"
            or (entry.kind == "text" and bool(_ADDRESS_NAME.search(entry.name)))
        )
    )


def _leaves(entry: Field) -> bool:
    says = longest(fold(entry.label), Sense.LEAVE, Sense.NEVER)
    if any(match.sense is Sense.NEVER for match in says):
        return False
    return bool(says) or (not entry.label and bool(_GLOBAL_NAME.search(entry.name)))


def _is_global(entry: Field) -> bool:
    return speaks(fold(entry.label), Sense.ALL) or bool(_GLOBAL_NAME.search(entry.name))


def _request(action: str, method: str, pairs: list[tuple[str, str]]) -> Request:
    body = urlencode(pairs)
    if method == "post":
        return Request("POST", action, body.encode("ascii"))
    # HTML, form submission: a GET form replaces the query of its action.
    return Request("GET", urlunsplit(urlsplit(action)._replace(query=body, fragment="")))
