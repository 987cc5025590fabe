"""Runs inbox-guard and kills it, with SIGKILL, when a named function is called or returns.

Used as ``python -m tests.crash.killer POINT NTH -- COMMAND ...``; POINT is one of `POINTS`, NTH the
how-manieth time it is passed. Nothing in the product knows of this: a profile hook watches.
"""

import itertools
import os
import signal
import sys
import threading
from dataclasses import dataclass
from types import FrameType


@dataclass(frozen=True)
class Point:
    """Where to die: a function of a module, as it is called or as it returns."""

    module: str
    function: str
    event: str


POINTS = {
    "F1 after fetch, before row": Point("inbox_guard.jobs.sweep", "_Reader.judged", "return"),
    "F2 row planned": Point("inbox_guard.jobs.act", "act", "call"),
    "F3 sending committed, no socket": Point(
        "inbox_guard.ledger.ledger", "SqlLedger.intend", "return"
    ),
    "F4 connected": Point("inbox_guard.web.connection", "connected", "return"),
    "F5 request half written": Point("ssl", "SSLSocket.sendall", "call"),
    "F6 request written, no answer": Point("inbox_guard.web.wire", "read_response", "call"),
    "F7 answer read, no row": Point("inbox_guard.web.client", "GuardedWeb.perform", "return"),
    "F8 done in WAL, no checkpoint": Point(
        "inbox_guard.ledger.ledger", "SqlLedger.conclude", "return"
    ),
    "F9 during migration": Point("alembic.ddl.impl", "DefaultImpl._exec", "return"),
}


def kill_at(point: Point, nth: int) -> None:
    """From now on, in every thread, die at the nth passing of `point`."""
    passings = itertools.count(1)  # several threads pass: each takes a number of its own

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event != point.event or frame.f_code.co_qualname != point.function:
            return
        if frame.f_globals.get("__name__") != point.module:
            return
        if point.module == "ssl" and not _to_a_sender(frame):
            return
        if next(passings) == nth:
            if point.module == "ssl":
                octets = frame.f_locals["data"]
                frame.f_locals["self"].send(octets[: len(octets) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(watch)
    sys.setprofile(watch)


def _to_a_sender(frame: FrameType) -> bool:
    """Whether these octets are a web request, and not the owner's own IMAP session."""
    return bytes(frame.f_locals["data"][:5]) in (b"POST ", b"GET /")


if __name__ == "__main__":
    name, nth, _, *arguments = sys.argv[1:]
    kill_at(POINTS[name], int(nth))
    from inbox_guard.cli.main import main

    main(arguments)
