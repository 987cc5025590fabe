"""What an attempt on web pages has done so far, and its next step."""

from dataclasses import dataclass

from inbox_guard.core.exchange import Request


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
