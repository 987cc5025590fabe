"""Answers in JSON: what an endpoint says to a script that is not there.

Pure and total: text in, an outcome and the words for it out. ``{"success": true}`` proves something
only as the answer to our own press; words about the list prove it by themselves.
"""

import json
from collections.abc import Iterator

from inbox_guard.core.page.claims import claims
from inbox_guard.core.vocabulary import Outcome

Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def read_reply(text: str, status: int, pressed: int) -> tuple[Outcome, str]:
    """Return what a JSON answer means; the words complete a sentence that begins with the host."""
    try:
        reply: Json = json.loads(text)
    except (ValueError, RecursionError):
        return Outcome.NEEDS_OWNER, "it answered with something unreadable"
    said = claims(_words(reply))
    refused = (
        not 200 <= status < 300
        or bool(_said(reply, _VERDICTS + _GONE) & _FALSE)
        or bool(_said(reply, _ERRORS) - _EMPTY)
    )
    granted = bool(_said(reply, _VERDICTS) & _TRUE)
    if said.already and not said.done:
        return Outcome.ALREADY, f"says: “{said.already}”"
    if refused or said.fail or said.expired:
        quote = said.fail or said.expired
        return Outcome.FAILED, f"says: “{quote}”" if quote else "refused"
    if said.joined:
        return Outcome.NEEDS_OWNER, "it says that you are subscribed"
    if said.pending and not said.done:
        return Outcome.PENDING, f"says: “{said.pending}”"
    if said.done or _said(reply, _GONE) & _TRUE:
        return Outcome.DONE, f"says: “{said.done}”" if said.done else "says: unsubscribed"
    if granted and pressed:
        return Outcome.DONE, "says: success"
    if granted or pressed:
        return Outcome.ACCEPTED, "answered; only later silence will prove it"
    return Outcome.NEEDS_OWNER, "it says nothing about it"


_TRUE = frozenset({"true", "1", "ok", "success", "yes", "done"})
_FALSE = frozenset({"false", "0", "error", "fail", "failed", "failure", "ko", "no"})
_EMPTY = frozenset({"", "none", "false", "0", "[]", "{}"})
_VERDICTS = ("success", "ok", "status", "result")
_GONE = ("unsubscribed", "opted_out", "optedout")
_ERRORS = ("error", "errors")
_MOST_WORDS = 50


def _said(reply: Json, names: tuple[str, ...]) -> frozenset[str]:
    """What the top-level keys of these names hold, as lower-case text."""
    if not isinstance(reply, dict):
        return frozenset()
    return frozenset(
        str(value)[:100].strip().lower() for key, value in reply.items() if key.lower() in names
    )


def _words(reply: Json) -> Iterator[str]:
    """The strings of the two upper levels: messages stand there."""
    seen = 0
    level: list[Json] = [reply]
    for _ in range(3):
        inner: list[Json] = []
        for value in level[:_MOST_WORDS]:
            match value:
                case str():
                    seen += 1
                    if seen <= _MOST_WORDS:
                        yield value
                case dict():
                    inner += value.values()
                case list():
                    inner += value
                case _:
                    continue
        level = inner
