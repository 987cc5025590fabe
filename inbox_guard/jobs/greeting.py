"""How strangers call the owner whose first mail greets nobody: a few of their next mails are asked.

The header block settles most mailings, so their words are never fetched; the name in a greeting is lost
with them, and with it the sender's place beside others that have it from the same list
(`core.together.cohorts`). Nothing else of these mails is kept.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from inbox_guard.core.body import body
from inbox_guard.core.evidence import marks
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.together import Case
from inbox_guard.core.vocabulary import Kind
from inbox_guard.errors import MessageGone
from inbox_guard.jobs.authserv import known
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.jobs.sweep import WORDS_LIMIT

AGAIN = 2
"""Mails after the first. Whoever has her name uses it early; most lists have none and never greet."""


def hear_greetings(cases: Collection[Case], rules: Rules, doors: Doors) -> int:
    """Read the next mails of each sender and keep how they greet; returns how many were read."""
    ids = known(rules, doors)
    count = 0
    for fetched, case in _next_mails(cases, doors):
        count += 1
        message = read(fetched, rules.owner, ids)
        if isinstance(message, Message):
            carried = marks(message, case.verdict.kind, body(fetched.raw))
            greeted = [one for one in carried if one.kind is MarkKind.SALUTED]
            doors.ledger.carried(case.history.number, greeted, doors.clock())
        if doors.stopping():
            break
    return count


def _next_mails(cases: Collection[Case], doors: Doors) -> Iterator[tuple[Fetched, Case]]:
    """Yield up to `AGAIN` mails of each sender after its first, folder by folder."""
    here = {folder.name for folder in doors.mailbox.folders()} if cases else set()
    refs: defaultdict[tuple[str, int], dict[MessageRef, Case]] = defaultdict(dict)
    for case in cases:
        first = case.history.first.message_id if case.history.first else ""
        found = {
            key: place
            for place, key, message_id in doors.ledger.places(case.history.number, Kind)
            if place.folder in here and message_id != first
        }
        for place in list(found.values())[:AGAIN]:
            refs[place.folder, place.uidvalidity][place] = case
    for of_folder in refs.values():
        try:
            for fetched in doors.mailbox.whole(list(of_folder), WORDS_LIMIT):
                yield fetched, of_folder[fetched.ref]
        except MessageGone:
            continue
