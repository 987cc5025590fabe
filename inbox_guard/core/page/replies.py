"""Answers in JSON: what an endpoint says to a script that is not there.

Pure and total: text in, an outcome and the words for it out. ``{"success": true}`` proves something
only as the answer to our own press; words about the list prove it by themselves. What contradicts itself
("success" beside "subscribed") is for the owner.
"""

import json
import re
from collections.abc import Iterator

from inbox_guard.core.page.claims import Claims, claims
from inbox_guard.core.vocabulary import Outcome

Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def read_reply(text: str, status: int, pressed: int) -> tuple[Outcome, str]:
    """Return what a JSON answer means; the words complete a sentence that begins with the host."""
    try:
        reply: Json = json.loads(text)
    except (ValueError, RecursionError):
        return Outcome.NEEDS_OWNER, "it answered with something unreadable"
    said = claims(_words(reply))
    told = {name: _told(reply, names) for name, names in _NAMES.items()}
    if said.already and not said.done:
        return Outcome.ALREADY, f"says: “{said.already}”"
    if _is_refused(said, told, status):
        quote = said.fail or said.expired
        return Outcome.FAILED, f"says: “{quote}”" if quote else "refused"
    if said.human or said.login:
        return Outcome.NEEDS_OWNER, "it asks for a login or for a human check"
    if said.joined or told["on"] & _TRUE:
        return Outcome.NEEDS_OWNER, "it says that you are subscribed"
    if said.pending and not said.done:
        return Outcome.PENDING, f"says: “{said.pending}”"
    if said.done:
        return Outcome.DONE, f"says: “{said.done}”"
    if told["off"] & _TRUE or told["on"] & _FALSE or told["state"] & _GONE:
        return Outcome.DONE, "says: unsubscribed"
    proves = pressed and (told["verdict"] & _TRUE or _plain(reply) in _TRUE)
    if proves and not any(_is_prose(text) for text in _words(reply)):
        return Outcome.DONE, "says: success"
    if told["verdict"] & _TRUE or pressed:
        return Outcome.ACCEPTED, "answered; only later silence will prove it"
    return Outcome.NEEDS_OWNER, "it says nothing about it"


def _is_prose(text: str) -> bool:
    """Whether a string is a sentence: beside "success" it may say that a mail was sent first."""
    return len(text.split()) > 2 or (not text.isascii() and len(text) > _ONE_WORD)


def _is_refused(said: Claims, told: dict[str, frozenset[str]], status: int) -> bool:
    codes = {int(code) for code in told["code"] if _CODE.fullmatch(code)}
    return (
        not 200 <= status < 300
        or any(code >= 400 for code in codes)
        or bool(told["verdict"] & _FALSE)
        or bool(told["off"] & _FALSE)
        or bool(told["error"] - _EMPTY)
        or bool(said.fail or said.expired)
    )


_TRUE = frozenset({"true", "1", "ok", "okay", "success", "succeeded", "successful", "yes", "done"})
_FALSE = frozenset(
    {"false", "0", "error", "fail", "failed", "failure", "ko", "no", "denied", "nok"}
)
_EMPTY = frozenset({"", "none", "false", "0", "[]", "{}", "null"})
_GONE = frozenset({"unsubscribed", "opted_out", "optedout", "opted-out", "opt_out", "removed"})
_CODE = re.compile(r"[1-5]\d\d")
_NAMES = {
    "verdict": frozenset({"success", "succeeded", "ok", "status", "result", "successful"}),
    "off": frozenset(
        {"unsubscribed", "opted_out", "optedout", "optout", "opt_out", "isunsubscribed"}
    ),
    "on": frozenset(
        {"subscribed", "issubscribed", "is_subscribed", "opted_in", "optedin", "opt_in"}
    ),
    "state": frozenset({"status", "state", "subscription_status", "subscription", "result"}),
    "error": frozenset({"error", "errors", "errormessage", "error_message", "exception"}),
    "code": frozenset({"status", "code", "statuscode", "status_code", "httpcode"}),
}
_ONE_WORD = 12
_MOST_WORDS = 50
_MOST_OBJECTS = 20


def _told(reply: Json, names: frozenset[str]) -> frozenset[str]:
    """What the keys of these names hold, in the two upper levels, as lower-case text."""
    return frozenset(
        str(value)[:100].strip().lower()
        for entry in _objects(reply)
        for key, value in list(entry.items())[:_MOST_WORDS]
        if key.lower().replace("-", "_") in names
    )


def _objects(reply: Json) -> Iterator[dict[str, Json]]:
    """The object itself, or those in a list, and the objects right inside."""
    outer = reply if isinstance(reply, list) else [reply]
    for entry in outer[:_MOST_OBJECTS]:
        if isinstance(entry, dict):
            yield entry
            for inner in list(entry.values())[:_MOST_OBJECTS]:
                if isinstance(inner, dict):
                    yield inner


def _plain(reply: Json) -> str:
    """A reply that is a single word, as lower-case text."""
    return str(reply).strip().lower()[:40] if isinstance(reply, bool | int | str) else ""


def _words(reply: Json) -> Iterator[str]:
    """The strings of the upper levels: messages stand there, at times as a piece of HTML."""
    seen = 0
    level: list[Json] = [reply]
    for _ in range(4):
        inner: list[Json] = []
        for value in level[:_MOST_WORDS]:
            match value:
                case str():
                    seen += 1
                    if seen <= _MOST_WORDS:
                        yield _TAG.sub(" ", value[:2_000])
                case dict():
                    inner += value.values()
                case list():
                    inner += value
                case _:
                    continue
        level = inner


_TAG = re.compile(r"<[^<>]{0,300}>")
