"""What an attempt on web pages has done so far, and its next step."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from inbox_guard.core.exchange import Request


class Deed(Enum):
    """What a step does: send a form, follow a link that acts, only look on, or open a page afresh."""

    SUBMIT = auto()
    LINK = auto()
    LOOK = auto()
    RENEW = auto()


@dataclass(frozen=True, slots=True)
class Press:
    """The one form or link to press next, and the words on it.

    `mark` knows the form or link again on a later page; `page` is where it stood. `handle` is the control in
    a page that a browser has open ("" elsewhere): there it is pressed, and `request` is what that should send.
    `had_ticks`: lists were ticked in the form as it came.
    """

    request: Request
    label: str
    deed: Deed = Deed.SUBMIT
    mark: str = ""
    page: str = ""
    handle: str = ""
    had_ticks: bool = False

    @property
    def acts(self) -> bool:
        """Whether it may change anything; a look does not."""
        return self.deed in {Deed.SUBMIT, Deed.LINK}


@dataclass(frozen=True, slots=True)
class SoFar:
    """What this attempt did before this answer: requests that act (submits, followed links), and for whom.

    `address` is the subscribed address (the alias this mail was delivered to): the only one that may
    ever be typed. `pressed` counts submits and pressed links; `labels` what they said, `marks` which they were;
    `page` is where the last form stood, `renewed` that it was opened once more for a fresh token,
    `had_ticks` that lists were ticked in it as it came; `opened` is the address that the attempt began with,
    `called` what the mail calls its list: of several lists on a page it is the one to leave.
    """

    address: str
    pressed: int = 0
    labels: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    submitted: bool = False
    page: str = ""
    renewed: bool = False
    had_ticks: bool = False
    opened: str = ""
    called: tuple[str, ...] = ()

    def after(self, press: Press) -> "SoFar":
        """Return what was done once `press` is done too."""
        match press.deed:
            case Deed.LOOK:
                return self
            case Deed.RENEW:
                # The form was refused: it may be sent once more, and nothing was sent so far.
                return replace(self, marks=self.marks[:-1], submitted=False, renewed=True)
            case Deed.SUBMIT | Deed.LINK:
                form = press.deed is Deed.SUBMIT
                return replace(
                    self,
                    pressed=self.pressed + 1,
                    labels=(*self.labels, press.label),
                    marks=(*self.marks, press.mark),
                    submitted=self.submitted or form,
                    page=press.page if form else self.page,
                    had_ticks=press.had_ticks or self.had_ticks,
                )
