"""Move mail out of the way and back again. Law 10: nothing is deleted, every move is journalled first.

A move is found again by its new UID while UIDVALIDITY holds, else by Message-ID.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from inbox_guard.core.folder import Folder, Role
from inbox_guard.core.message import MessageRef
from inbox_guard.core.plan import Plan
from inbox_guard.core.ports import Landed
from inbox_guard.core.records import Moved
from inbox_guard.errors import MessageGone
from inbox_guard.jobs.household import Doors, Rules

log = logging.getLogger(__name__)

BATCH = 200


@dataclass(frozen=True, slots=True)
class Undone:
    """What `undo` did: messages back where they were, and those that could not be found again."""

    run: int
    back: int
    lost: int


def move_senders(plans: Sequence[Plan], rules: Rules, doors: Doors, run: int, to: str) -> int:
    """Move every message of the plans' kinds into `to`; returns how many were moved."""
    by_folder: dict[tuple[str, int], list[tuple[MessageRef, str, str]]] = defaultdict(list)
    for plan in plans:
        for place in doors.ledger.places(plan.history.number, [plan.verdict.kind]):
            if place[0].folder != to:
                by_folder[place[0].folder, place[0].uidvalidity].append(place)
    doors.progress.begin("moving", sum(map(len, by_folder.values())))
    moved = 0
    for places in by_folder.values():
        for start in range(0, len(places), BATCH):
            if doors.stopping():
                return moved
            moved += _move_batch(places[start : start + BATCH], doors, run, to)
    doors.progress.end()
    log.info("moved account=%s messages=%d", rules.account, moved)
    return moved


def _move_batch(
    places: Sequence[tuple[MessageRef, str, str]], doors: Doors, run: int, to: str
) -> int:
    now = doors.clock()
    journal = {
        ref: doors.ledger.intend_move(run, ref, key, message_id, to, now)
        for ref, key, message_id in places
    }
    try:
        landed = doors.mailbox.move(list(journal), to)
    except MessageGone:
        return 0  # the folder was made anew since; the next scan finds its mail again
    for one in landed:
        doors.ledger.moved(journal[one.old], one.new, doors.clock())
    doors.progress.advance(len(places))
    return len(landed)


def undo(doors: Doors, run: int) -> Undone:
    """Bring back what a run moved, each message to the folder it was in."""
    moves = [move for move in doors.ledger.moves(run) if not move.undone]
    folders = {folder.name: folder for folder in doors.mailbox.folders()}
    doors.progress.begin("moving back", len(moves))
    back = lost = 0
    for move in moves:
        if doors.stopping():
            break
        if _bring_back(move, doors, folders):
            back += 1
        elif move.done:
            lost += 1
        doors.progress.advance(1)
    doors.progress.end()
    return Undone(run, back, lost)


def _bring_back(move: Moved, doors: Doors, folders: dict[str, Folder]) -> bool:
    for ref in _where_now(move, doors, folders):
        try:
            landed: tuple[Landed, ...] = doors.mailbox.move([ref], move.origin.folder)
        except MessageGone:
            continue
        if landed:
            doors.ledger.unmoved(move.number, doors.clock())
            return True
    return False


def _where_now(move: Moved, doors: Doors, folders: dict[str, Folder]) -> tuple[MessageRef, ...]:
    """Where a moved message may lie: its noted place, else wherever its Message-ID is found in the folder."""
    destination = folders.get(move.destination, Folder(move.destination, Role.OTHER))
    if move.message_id:
        found = doors.mailbox.find(destination, move.message_id)
        if move.landed in found:
            return (move.landed,)
        return found
    return (move.landed,) if move.landed else ()


def newest_run_with_moves(doors: Doors, account: str) -> int | None:
    """The run that a bare `undo` takes back: the last one that still has something to bring back."""
    for run in reversed(doors.ledger.runs(account)):
        if any(move.done and not move.undone for move in doors.ledger.moves(run.number)):
            return run.number
    return None
