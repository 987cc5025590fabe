"""The scene of every crash: a mailbox with unconsented newsletters, a server that counts, a kill, a second run."""

import signal
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.household import Household, days_ago
from tests.letters import newsletter, sent
from tests.servers.https import Connection, WebServer, reply

SENDERS = 4


@dataclass
class Scene:
    """What is looked at afterwards. With `servers`, one a sender, all are asked at once; else one by one."""

    house: Household
    servers: tuple[WebServer, ...] = ()
    rows: list[dict[str, Any]] = field(default_factory=list)

    def prepare(self) -> None:
        """Two years of the owner's own mail, then newsletters that nobody asked for."""
        self.house.deliver(
            (sent("friend@friend.test", "Tea?", days_ago(800)), days_ago(800)), folder="Sent"
        )
        for server in self.webs:
            server.on("*", _takes_its_time if self.servers else reply(200, b""))
        for number in range(SENDERS):
            url = f"https://127.0.0.1:{self.webs[number % len(self.webs)].port}/u/{number}"
            letter = newsletter(f"Lamps <news@lamps{number}.test>", days_ago(3), way_out=f"<{url}>")
            self.house.deliver((letter, days_ago(3)))

    @property
    def webs(self) -> tuple[WebServer, ...]:
        return self.servers or (self.house.web,)

    def killed(self, point: str, nth: int) -> bool:
        """Run ``cleanup --yes`` until it dies at the point; True when it did."""
        killer = [sys.executable, "-m", "tests.crash.killer", point, str(nth), "--"]
        ran = self.house.ran([*killer, "cleanup", "--yes", "--json"])
        return ran.status == -signal.SIGKILL

    def go_on(self) -> None:
        """Run the same command again, to its end, twice: what is settled must stay so."""
        for _ in range(2):
            ran = self.house.guard("cleanup", "--yes", "--json")
            assert ran.status in (0, 1), ran.err
            self.rows = [row for row in ran.rows if row["kind"] == "newsletter"]

    def sent_per_sender(self) -> Counter[str]:
        """How many requests each sender's server counted."""
        return Counter(request.target for server in self.webs for request in server.received)

    def outcomes(self) -> Counter[str]:
        """How the last attempts ended."""
        return Counter(str(row["outcome"]) for row in self.rows)


def _takes_its_time(connection: Connection) -> None:
    """Long enough that all are under way when the kill comes."""
    connection.pause(0.3)
    reply(200, b"")(connection)


def expected_in_doubt(point: str, *, at_once: bool) -> range:
    """How many senders may be shown as in doubt after a kill: F3 to F7 leave one of those under way."""
    if at_once and point[:2] not in ("F1", "F2", "F9"):
        return range(point[:2] != "F8", SENDERS + 1)
    return range(1, 2) if point[:2] in ("F3", "F4", "F5", "F6", "F7") else range(1)


def verdict_on(scene: Scene, point: str) -> list[str]:
    """What is wrong with what is left; nothing is the only good answer."""
    wrong = []
    twice = {target: n for target, n in scene.sent_per_sender().items() if n > 1}
    if twice:
        wrong.append(f"sent twice: {twice}")
    asked = len(scene.sent_per_sender())
    if asked < scene.outcomes()["accepted"]:
        wrong.append("accepted, and never asked")
    if len(scene.rows) != SENDERS:
        wrong.append(f"{len(scene.rows)} senders in the ledger, not {SENDERS}")
    if any(row["messages"] != 1 for row in scene.rows):
        wrong.append("a message was counted twice")
    outcomes = scene.outcomes()
    doubt = outcomes["unknown"]
    may_be = expected_in_doubt(point, at_once=bool(scene.servers))
    if doubt not in may_be or outcomes["accepted"] != SENDERS - doubt:
        wrong.append(f"outcomes: {dict(outcomes)}")
    return wrong
