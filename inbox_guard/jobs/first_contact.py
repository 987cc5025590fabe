"""Read the first mail of everybody who writes unasked in bulk or through a network, and freeze it as it came.

The header block often decides what a mail is; why its sender says the owner gets it, and whom it
names, stands in its words. So the first mail is read whole, once, and kept: it may be deleted
from the mailbox long before somebody asks how it all began. Often it is a welcome that looks like any
mailing from outside; its words then speak for consent. One that greets nobody by name tells nothing of
the list it was sent from, so then the sender's next mails are asked how they call the owner.
"""

import hashlib
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence

from inbox_guard.core.body import Body, body
from inbox_guard.core.campaign import campaign
from inbox_guard.core.disclosure import checklist
from inbox_guard.core.evidence import marks, traces
from inbox_guard.core.history import Correspondents, Trace
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.provider import provider
from inbox_guard.core.records import Batch, Dossier
from inbox_guard.core.together import Case
from inbox_guard.core.vocabulary import Kind, Standing
from inbox_guard.errors import MessageGone
from inbox_guard.jobs.authserv import known
from inbox_guard.jobs.greeting import hear_greetings
from inbox_guard.jobs.household import Doors, Rules

log = logging.getLogger(__name__)

TOGETHER = 50  # first contacts a transaction
LONGEST = 8 * 1024 * 1024  # octets that are kept of one mail; nobody's newsletter is longer

_OF_STRANGERS = frozenset({Kind.NEWSLETTER, Kind.OUTREACH, Kind.PLATFORM})
_NOT_WANTED = frozenset({Standing.UNCONSENTED, Standing.UNSURE})
_Contact = tuple[Dossier, tuple[Mark, ...]]
_NOBODY = Correspondents()


def keep_first_contacts(cases: Sequence[Case], rules: Rules, doors: Doors) -> int:
    """Freeze the first contacts that are not frozen yet; returns how many mails were read.

    A mail that is gone, or that is in another place than this mailbox, is left for another time.
    """
    wanted = [case for case in cases if _concerns(case)]
    unfrozen = doors.ledger.unfrozen([case.history.number for case in wanted])
    meant = {case.history.number: case for case in wanted if case.history.number in unfrozen}
    if not meant:
        return 0
    doors.progress.begin("reading first mails", len(meant))
    count = 0
    kept: list[_Contact] = []
    silent: dict[int, Case] = {}
    ids = known(rules, doors)
    for fetched, case in _fetched(meant, doors):
        message = read(fetched, rules.owner, ids)
        if isinstance(message, Message):
            words = body(fetched.raw)
            kept.append(_contact(fetched, message, case, words))
            if not _greets(case.history.marks) and not _greets(kept[-1][1]):
                silent[case.history.number] = case
            _remember(traces(message, case.verdict.kind, words, _NOBODY), message.ref, doors)
        count += 1
        doors.progress.advance(1)
        if len(kept) >= TOGETHER:
            doors.ledger.freeze(kept, doors.clock())
            kept = []
        if doors.stopping():
            break
    if kept:
        doors.ledger.freeze(kept, doors.clock())
    count += hear_greetings(silent.values(), rules, doors)
    doors.progress.end()
    log.info("first contacts read=%d", count)
    return count


def _concerns(case: Case) -> bool:
    """Whether its beginning may ever be asked for: mail of strangers that nobody is known to want."""
    strange = case.verdict.kind in _OF_STRANGERS and case.verdict.standing in _NOT_WANTED
    return strange or case.doubtful


def _greets(carried: Sequence[Mark]) -> bool:
    return any(one.kind is MarkKind.SALUTED for one in carried)


def _fetched(meant: dict[int, Case], doors: Doors) -> Iterator[tuple[Fetched, Case]]:
    """Yield the first mail of each, folder by folder."""
    here = {folder.name for folder in doors.mailbox.folders()}
    refs: defaultdict[tuple[str, int], dict[MessageRef, Case]] = defaultdict(dict)
    for number, case in meant.items():
        places = (ref for ref in doors.ledger.first_places(number) if ref.folder in here)
        ref = next(places, None)
        if ref is not None:
            refs[ref.folder, ref.uidvalidity][ref] = case
    for of_folder in refs.values():
        try:
            for fetched in doors.mailbox.whole(list(of_folder), LONGEST):
                yield fetched, of_folder[fetched.ref]
        except MessageGone as gone:
            log.info("first contacts: %s", gone)


def _remember(found: tuple[Trace, ...], place: MessageRef, doors: Doors) -> None:
    """Add what the words of a first mail tell to what was read of its folder; the cursor stays."""
    cursor = doors.ledger.cursor(place.account, place.folder)
    if found and cursor is not None and cursor[0] == place.uidvalidity:
        batch = Batch(place.account, place.folder, *cursor, traces=found)
        doors.ledger.record(batch, doors.clock())


def _contact(fetched: Fetched, message: Message, case: Case, words: Body) -> _Contact:
    carried = marks(message, case.verdict.kind, words)
    sent_by = provider(message)
    dossier = Dossier(
        sender=case.history.number,
        message_id=message.message_id,
        arrived=fetched.arrived,
        alias=message.alias,
        sha256=hashlib.sha256(fetched.raw).hexdigest(),
        raw=fetched.raw,
        provider=sent_by.name if sent_by else "",
        campaign=campaign(message),
        checklist=checklist(message, words, carried),
    )
    return dossier, carried
