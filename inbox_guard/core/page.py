"""The page engine: reads what an unsubscribe page shows and proposes one next request, or an outcome.

Pure: (answer, what was done so far) → `Press` or `Result`. It is judged by what it must never press.
Page text is data and changes no policy. Where it is not sure, the owner decides.
"""

from dataclasses import dataclass

from inbox_guard.core.attempt import Result
from inbox_guard.core.exchange import Answer, Request


@dataclass(frozen=True, slots=True)
class SoFar:
    """What this attempt did before this answer: requests that act (submits, followed links), and for whom.

    `address` is the subscribed address (the alias this mail was delivered to): the only one that may
    ever be typed. `pressed` counts submits and pressed links; `labels` what they said.
    """

    address: str
    pressed: int = 0
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """The one form or link to press next, and the words on it."""

    request: Request
    label: str


def read(answer: Answer, so_far: SoFar) -> Press | Result:
    """Decide what an answer means and what to do next; total, < 0.5 s for any 1 MB of bytes.

    DONE and ALREADY need explicit words (never a bare 2xx, never under a negation); a page that needs
    a login, a captcha, typing or a script is NEEDS_OWNER with `owner_url`.
    """
    raise NotImplementedError


def says_done(answer: Answer) -> bool:
    """Whether the answer says in explicit words or JSON that the address is off the list."""
    raise NotImplementedError
