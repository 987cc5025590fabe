"""What a sender's mail usually is: after a few mails were read, its next ones need no reading.

A weekly letter of three years would be fetched 150 times to learn the same thing. So a sender whose
first mails were read and were all of one kind is taken at its habit, as long as the header block
says nothing against it. Cold mail and spam are no habit: each is read. What is acted on needs more than a
habit: a list's headers, and no word of an affair of the owner's.
"""

from collections import Counter, defaultdict

from inbox_guard.core.kind import Judged
from inbox_guard.core.kind.bulk import HER_OWN, MACHINERY, SECRET
from inbox_guard.core.kind.fraud import hides
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind

ENOUGH = 2
"""Mails of a sender that have to be read, and to be of one kind."""
ENOUGH_TO_ACT = 3
"""The same where that kind is acted on."""


_Habit = tuple[str, str, frozenset[str]]


class Habits:
    """What was read of each sender in one sweep. Not for several threads."""

    def __init__(self) -> None:
        """Nothing is known at first."""
        self._kinds: defaultdict[_Habit, Counter[Kind]] = defaultdict(Counter)
        self._least: dict[_Habit, int] = {}

    def learn(self, message: Message, judged: Judged) -> None:
        """Remember what a mail is that was settled: by its words, or by its header block for certain."""
        habit = _of(message, judged)
        self._kinds[habit][judged.kind] += 1
        self._least[habit] = min(message.size, self._least.get(habit, message.size))

    def expected(self, message: Message, judged: Judged) -> Judged | None:
        """Return what a doubtful mail is by its sender's habit; None when it has to be read."""
        habit = _of(message, judged)
        kinds = self._kinds[habit]
        if len(kinds) != 1 or kinds.total() < ENOUGH:
            return None
        if message.size < _AS_LONG * self._least[habit]:
            return None  # a goodbye and a welcome are short, whoever sends them
        (kind,) = kinds
        if kind is Kind.NEWSLETTER and kinds.total() < ENOUGH_TO_ACT:
            return None
        if not _fits(kind, judged):
            return None
        quote = f"{kinds[kind]} mails"
        return judged._replace(kind=kind, certain=True, seen=(Seen("habit", quote), *judged.seen))


_AS_LONG = 0.9
_BY_HEADER = MACHINERY - {"footer", "claim", "view-online", "unsubscribe-link", "many-links"}
_OF_LISTS = frozenset({"list-unsubscribe", "list-id"})
_NO_HABIT = frozenset({Kind.OUTREACH, Kind.SPAM, Kind.PLATFORM})
_DOUBTED = frozenset({"unauthenticated", "refused", "in-junk", "no-author"})


def _of(message: Message, judged: Judged) -> _Habit:
    """A sender and its way of sending: a list relays many authors, and a welcome goes out another way."""
    author = message.author.address if message.author else ""
    machinery = frozenset(sight.sign for sight in judged.seen) & _BY_HEADER
    return message.list_id, author, machinery


def _fits(kind: Kind, judged: Judged) -> bool:
    names = {sight.sign for sight in judged.seen}
    if kind in _NO_HABIT or names & _DOUBTED or hides(judged.seen):
        return False
    if kind is Kind.NEWSLETTER:
        return bool(names & _OF_LISTS) and not names & (HER_OWN | SECRET)
    return True
