"""Small histories for the tests of judgement: one sender, told in a line."""

from datetime import UTC, datetime, timedelta

from inbox_guard.core.history import (
    Answer,
    Evidence,
    History,
    KindCount,
    Newest,
    Reach,
    Trace,
    TraceKind,
    Tried,
    Word,
)
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome

FIRST = datetime(2024, 3, 1, 9, tzinfo=UTC)
LAST = datetime(2024, 6, 1, 9, tzinfo=UTC)
ADDRESS = "news@shop.example"


def history(
    *traces: Trace,
    kinds: tuple[tuple[Kind, int], ...] = ((Kind.NEWSLETTER, 5),),
    words: tuple[Word, ...] = (),
    reach_days: int = 944,
    tried: Tried | None = None,
    mechanisms: tuple[Mechanism, ...] = (Mechanism.ONE_CLICK, Mechanism.MAILTO, Mechanism.PAGE),
    in_junk: bool = False,
    authenticated: bool | None = True,
    signs: tuple[str, ...] = ("list-unsubscribe",),
) -> History:
    """A sender whose mail arrived from FIRST to LAST, `reach_days` after the oldest readable mail."""
    newest = Newest(
        "newest@shop.example",
        LAST,
        in_junk,
        authenticated,
        mechanisms,
        tuple(Evidence(sign, "a sign was seen", 3.0) for sign in signs),
        "March",
    )
    return History(
        number=7,
        account="main",
        speaker=Speaker(SenderId(SenderKind.ADDRESS, ADDRESS), "Shop", "shop.example"),
        addresses=(ADDRESS,),
        aliases=("mira@home.example",),
        folders=("INBOX",),
        first_seen=FIRST,
        last_seen=LAST,
        kinds=tuple(KindCount(kind, count, newest) for kind, count in kinds),
        traces=traces,
        words=words,
        reach=Reach(FIRST - timedelta(days=reach_days), 365),
        tried=tried,
    )


def trace(kind: TraceKind, days: float, address: str = "hello@shop.example") -> Trace:
    """A trace of shop.example, so many days after its first mail (negative: before)."""
    return Trace(
        kind, "shop.example", address, FIRST + timedelta(days=days), f"{kind}@x", "as it said"
    )


def allowed(target: str = "shop.example") -> Word:
    return Word(Answer.ALLOW, target, LAST)


def refused(target: str = "shop.example") -> Word:
    return Word(Answer.REFUSE, target, LAST)


def tried(outcome: Outcome, mails_after_grace: int = 0, honour: HonourState | None = None) -> Tried:
    at = FIRST + timedelta(days=30)
    return Tried(Mechanism.ONE_CLICK, at, outcome, mails_after_grace, honour=honour)
